"""Ranges (khoảng làm tròn): what a written number may stand for before it was rounded, and the arithmetic of such ranges."""

from dataclasses import dataclass
from decimal import Decimal

from hopluc.reading.checks.numbers import SCALES, Term, decimal


@dataclass(frozen=True, slots=True)
class Range:
    """A number as written, and the least and the most it may have been."""

    value: Decimal
    low: Decimal
    high: Decimal

    def over(self, other: "Range") -> "Range":
        """This number divided by another above zero."""
        return Range(self.value / other.value, self.low / other.high, self.high / other.low)

    def less(self, number: Decimal) -> "Range":
        """This number less an exact one."""
        return Range(self.value - number, self.low - number, self.high - number)

    def times(self, number: Decimal) -> "Range":
        """This number times an exact one above zero."""
        return Range(self.value * number, self.low * number, self.high * number)

    def widened(self, by: Decimal) -> "Range":
        """This number with as much more leeway on either side."""
        return Range(self.value, self.low - by, self.high + by)

    def or_cut_off(self) -> "Range":
        """This number where it may have been cut off instead of rounded, as offices do with percentages."""
        return self.widened((self.high - self.low) / 2)

    def is_mean_of(self, told: "Range") -> bool:
        """Whether `told` may be this mean, cut off or rounded to a whole number."""
        part = self.value != self.value.to_integral_value()
        return self.meets(told.or_cut_off()) or (part and abs(self.value - told.value) < 1)

    def meets(self, other: "Range") -> bool:
        """Whether both can stand for one number."""
        return self.low <= other.high and other.low <= self.high


def range_of(written: str, *, percent: bool = False) -> Range:
    """What `12,5`, `1.200` or `52 tỷ` may stand for: whole numbers are exact, unless they are percentages or times."""
    number, *scale = written.split()  # a line may end between the two
    value = decimal(number)
    whole = int(value.as_tuple().exponent) >= 0
    slack = Decimal(0) if whole and not percent else Decimal("0.5").scaleb(int(value.as_tuple().exponent))
    power = SCALES.get(" ".join(scale), 0)
    value, slack = value.scaleb(power), slack.scaleb(power)
    return Range(value, value - slack, value + slack)


def range_of_term(term: Term) -> Range:
    """What a number read from a text may stand for, as it is written."""
    written = range_of(f"{term.value.scaleb(-term.scale):f}".replace(".", ","))
    return Range(term.value, written.low.scaleb(term.scale), written.high.scaleb(term.scale))
