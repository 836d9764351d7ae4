"""What figures of one indicator come to together: their parts as the database adds them, and the figure the indicator's rule makes of
them. Parts are added in any order and by any grouping; the figure is made once, at the end.
"""

from collections.abc import Callable
from decimal import Decimal
from operator import add
from typing import Any, NamedTuple

from hopluc.web.measures.figures import Figure, Form
from hopluc.web.measures.models import Indicator

Aggregation = Indicator.Aggregation
_MICRO = Decimal("0.000001")


class Parts(NamedTuple):
    """How many figures there are, `missing` of them not reported; how many have no low and no high end; what the ends that are given come
    to, None where none is; the least of their forms in the order of letters; the ratio one of them is.
    """

    rows: int
    missing: int
    without_low: int
    without_high: int
    low: Any
    high: Any
    least: str
    numerator: Any = None
    denominator: Any = None

    @classmethod
    def of(cls, figure: Figure) -> "Parts":
        """The parts of one figure."""
        low, high = figure.low, figure.high
        ratio = (figure.numerator, figure.denominator)
        return cls(1, int(not figure.known), int(low is None), int(high is None), low, high, figure.form, *ratio)

    @property
    def given(self) -> int:
        """How many figures are known."""
        return self.rows - self.missing

    def with_(self, other: "Parts", rule: str) -> "Parts":
        """Both together: ends are added, or the greater is taken, as the rule says."""
        join = max if rule == Aggregation.MAX else add
        one = self if self.denominator is not None else other
        return Parts(
            self.rows + other.rows,
            self.missing + other.missing,
            self.without_low + other.without_low,
            self.without_high + other.without_high,
            _joined(join, self.low, other.low),
            _joined(join, self.high, other.high),
            min(self.least, other.least),
            one.numerator,
            one.denominator,
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
        if self.least == _ZERO:
            return Figure.zero()
        shared = self.given if rule == Aggregation.MEAN else 1
        some = self.low is not None if rule == Aggregation.MAX else self.without_low == self.missing
        low = _number(self.low, shared) if some else None
        high = _number(self.high, shared) if self.without_high == self.missing else None
        if low is None and high is None:
            return Figure.not_reported()
        if low != high or low is None:
            return Figure.between(low, high)
        return Figure.about(low) if self.least == _ABOUT else Figure.exact(low)


_ABOUT, _ZERO = Form.ABOUT.value, Form.ZERO.value
"""The first and the last form in the order of letters: where one form of a group is rough the least is, and where the least is zero all
are.
"""
RATES = frozenset({Aggregation.RATIO.value, Aggregation.NONE.value})
"""The rules by which nothing is added."""


def _joined(join: Callable[[Any, Any], Any], one: Any, other: Any) -> Any:
    if one is None or other is None:
        return one if other is None else other
    return join(one, other)


def _number(said: Any, shared: int = 1) -> Decimal:
    """A number of either database as a Decimal of at most six places, as figures are kept."""
    whole = Decimal(repr(said) if isinstance(said, float) else said)
    return Decimal(0) + (whole / shared).quantize(_MICRO)
