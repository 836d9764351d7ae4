"""What figures of one indicator come to together: their parts as the database adds them, and the figure the indicator's rule makes of
them. Parts are added in any order and by any grouping; the figure is made once, at the end.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from hopluc.web.measures.figures import Figure, Form
from hopluc.web.measures.models import Indicator

Aggregation = Indicator.Aggregation
_MICRO = Decimal("0.000001")


@dataclass(slots=True)
class Parts:
    """How many figures there are, `missing` of them not reported; how many have each end, and what those ends come to.

    `rough` says that one of them is about right only, `named_zero` that all say "không phát sinh".
    """

    rows: int
    missing: int
    lows: int
    highs: int
    low: Any
    high: Any
    rough: bool
    named_zero: bool
    numerator: Any = None
    denominator: Any = None

    @classmethod
    def of(cls, figure: Figure) -> "Parts":
        """The parts of one figure."""
        known = figure.known
        form = figure.form
        ends = int(figure.low is not None), int(figure.high is not None), figure.low or 0, figure.high or 0
        ratio = (figure.numerator, figure.denominator)
        return cls(1, int(not known), *ends, form == Form.ABOUT, form == Form.ZERO, *ratio)

    @property
    def given(self) -> int:
        """How many figures are known."""
        return self.rows - self.missing

    def with_(self, other: "Parts", rule: str) -> "Parts":
        """Both together: ends are added, or the greater is taken, as the rule says."""
        join = _greater if rule in GREATEST else _added
        return Parts(
            self.rows + other.rows,
            self.missing + other.missing,
            self.lows + other.lows,
            self.highs + other.highs,
            join(self.low, other.low, self.lows, other.lows),
            join(self.high, other.high, self.highs, other.highs),
            self.rough or other.rough,
            self.named_zero and other.named_zero,
            self.numerator if self.denominator is not None else other.numerator,
            self.denominator if self.denominator is not None else other.denominator,
        )

    def figure(self, rule: str) -> Figure:
        """The figure these come to by an indicator's rule; what is told at its last period must come in alone.

        A rate is never added: more than one of it comes to "not reported".
        """
        if rule == Aggregation.COUNT:
            return Figure.exact(Decimal(self.given))
        if not self.given or (rule in RATES and self.given > 1):
            return Figure.not_reported()
        if self.given == 1 and self.denominator is not None:
            return Figure.ratio(_number(self.numerator), _number(self.denominator))
        if self.named_zero:
            return Figure.zero()
        shared = self.given if rule == Aggregation.MEAN else 1
        some = self.lows if rule == Aggregation.MAX else self.lows == self.given
        low = _number(self.low, shared) if some else None
        high = _number(self.high, shared) if self.highs == self.given else None
        if low is None and high is None:
            return Figure.not_reported()
        if low != high or low is None:
            return Figure.between(low, high)
        return Figure.about(low) if self.rough else Figure.exact(low)


RATES = frozenset({Aggregation.RATIO.value, Aggregation.NONE.value})
"""The rules by which nothing is added."""
GREATEST = RATES | {Aggregation.MAX.value}
"""The rules for which the greatest ends are kept, not their sum."""


def _added(one: Any, other: Any, _ones: int, _others: int) -> Any:
    return one + other


def _greater(one: Any, other: Any, ones: int, others: int) -> Any:
    return max(one, other) if ones and others else one if ones else other


def _number(said: Any, shared: int = 1) -> Decimal:
    """A number of either database as a Decimal of at most six places, as figures are kept."""
    whole = Decimal(repr(said) if isinstance(said, float) else said)
    return Decimal(0) + (whole / shared).quantize(_MICRO)
