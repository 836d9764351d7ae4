"""Observation, the value: a figure with what it counts, when, where and in which field."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from hopluc.reading.facts import Value
from hopluc.reading.mentions.periods import Period
from hopluc.reading.mentions.quantities import Quantity


@dataclass(frozen=True, slots=True)
class Observation(Value):
    """A value of what `subject` names. Exactly one of number, min/max, numerator/denominator, as in Quantity.

    `unit` is as counted (`lượt đơn vị`, `VND`, `%`); `field` the part of a breakdown it belongs to; `stage` is `plan`, `target`,
    `estimate` or `actual`.
    """

    subject: str
    unit: str | None = None
    number: Decimal | None = None
    min: Decimal | None = None
    max: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    qualifier: str | None = None
    period: Period | None = None
    place: str | None = None
    field: str | None = None
    stage: str = "actual"

    def as_json(self) -> dict[str, Any]:
        quantity = Quantity(self.unit, self.number, self.min, self.max, self.numerator, self.denominator)
        numbers = {name: value for name, value in quantity.as_json().items() if name not in ("unit", "percent")}
        words = {"qualifier": self.qualifier, "field": self.field}
        return {
            "subject": self.subject,
            "unit": self.unit,
            "period": _period_as_said(self.period),
            "place": self.place,
            "stage": self.stage,
            **numbers,
            **{name: value for name, value in words.items() if value is not None},
        }


def _period_as_said(period: Period | None) -> dict[str, Any] | str | None:
    """A year, quarter or day as one word; a stretch with its ends."""
    if period is not None and period.start == period.end:
        return period.start
    return period.as_json() if period else None
