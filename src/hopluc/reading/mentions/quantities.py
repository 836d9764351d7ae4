"""Quantities (số lượng): digits with the head of the counted noun phrase; ranges, ratios and percentages."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from hopluc.reading.facts import Value


@dataclass(frozen=True, slots=True)
class Quantity(Value):
    """What is counted (`unit`, as written; None where the words name none) and how many.

    Exactly one of: `number`; `min` with or without `max`; `numerator` with `denominator`. `percent`: the number is a share of
    the unit. `qualifier` is the hedge as written outside the span (`gần`, `hơn`, `ít nhất`). `duration`: the unit is time.
    """

    unit: str | None
    number: Decimal | None = None
    min: Decimal | None = None
    max: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    percent: bool = False
    qualifier: str | None = None
    duration: bool = False

    def as_json(self) -> dict[str, Any]:
        numbers = {name: _number(getattr(self, name)) for name in ("number", "min", "max", "numerator", "denominator")}
        words = {"qualifier": self.qualifier, "duration": self.duration or None}
        return {
            "unit": self.unit,
            "percent": self.percent,
            **{name: value for name, value in (numbers | words).items() if value is not None},
        }

    def brief(self) -> str:
        if self.numerator is not None:
            number = f"{_number(self.numerator)}/{_number(self.denominator)}"
        elif self.number is not None:
            number = str(_number(self.number))
        else:
            number = f"{_number(self.min)}..{_number(self.max)}"
        return f"{number}{'%' if self.percent else ''} {self.unit or '-'}"


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
