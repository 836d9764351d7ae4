"""Target, the value: what is to be reached, how much of it and by when."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from hopluc.reading.facts import Value
from hopluc.reading.mentions.periods import Period
from hopluc.reading.mentions.quantities import Quantity


@dataclass(frozen=True, slots=True)
class Target(Value):
    """What is to be reached (`text`), how much (exact or an interval) of which `unit`, `by` when (ISO or as written)."""

    text: str
    unit: str | None = None
    number: Decimal | None = None
    min: Decimal | None = None
    max: Decimal | None = None
    by: str | None = None
    period: Period | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None

    def as_json(self) -> dict[str, Any]:
        """Field by field; the numbers as those of a quantity."""
        quantity = Quantity(self.unit, self.number, self.min, self.max, self.numerator, self.denominator)
        numbers = {name: value for name, value in quantity.as_json().items() if name not in ("unit", "percent")}
        period = self.period.as_json() if self.period else None
        return {"text": self.text, "unit": self.unit, "by": self.by, "period": period, **numbers}
