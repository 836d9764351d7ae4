"""Figure: a number as documents give it: exact, an interval, a bound, about, a named zero, a ratio, or not reported.

An interval stays an interval through arithmetic, and zero is not missing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from django.db import models
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Form(models.TextChoices):
    """In which form a figure is given."""

    EXACT = "exact", pgettext_lazy("figure", "Đúng")
    INTERVAL = "interval", _("Từ … đến …")
    AT_LEAST = "at_least", _("Ít nhất")
    AT_MOST = "at_most", _("Nhiều nhất")
    ABOUT = "about", _("Khoảng")
    ZERO = "zero", _("Không phát sinh")
    RATIO = "ratio", _("Trên tổng số")
    NOT_REPORTED = "not_reported", _("Chưa có số liệu")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its form. `low` and `high` are the ends it may lie between; None is an end nobody gives.

    >>> Figure.between(Decimal(1000), Decimal(1200)) + Figure.exact(Decimal(5))
    Figure(form='interval', low=Decimal('1005'), high=Decimal('1205'), numerator=None, denominator=None)
    """

    form: str
    low: Decimal | None = None
    high: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None

    @classmethod
    def exact(cls, number: Decimal) -> "Figure":
        return cls(Form.EXACT.value, number, number)

    @classmethod
    def about(cls, number: Decimal) -> "Figure":
        return cls(Form.ABOUT.value, number, number)

    @classmethod
    def between(cls, low: Decimal | None, high: Decimal | None) -> "Figure":
        """From one end to another; with one end only, a bound."""
        if low is None or high is None:
            return cls((Form.AT_MOST if low is None else Form.AT_LEAST).value, low, high)
        return cls(Form.INTERVAL.value, low, high)

    @classmethod
    def ratio(cls, numerator: Decimal, denominator: Decimal) -> "Figure":
        """So many of so many (17/20)."""
        return cls(Form.RATIO.value, numerator, numerator, numerator, denominator)

    @classmethod
    def zero(cls) -> "Figure":
        """A zero that was said (không phát sinh)."""
        return cls(Form.ZERO.value, Decimal(0), Decimal(0))

    @classmethod
    def not_reported(cls) -> "Figure":
        return cls(Form.NOT_REPORTED.value)

    @property
    def known(self) -> bool:
        return self.form != Form.NOT_REPORTED

    @property
    def single(self) -> Decimal | None:
        """The number, where the two ends are one."""
        return self.low if self.low is not None and self.low == self.high else None

    def __str__(self) -> str:
        """As it is said on screen: `1.000 - 1.200`, `ít nhất 10`, `khoảng 12,5`, `17/20`, `Không phát sinh`, `Chưa có số liệu`."""
        low, high = (None if end is None else number_format(end.normalize() if end else 0) for end in (self.low, self.high))
        if self.form == Form.RATIO and self.denominator is not None:
            return f"{low}/{number_format(self.denominator.normalize())}"
        if low is not None and high is not None and self.form == Form.INTERVAL:
            return f"{low} - {high}"
        if self.form in (Form.ZERO, Form.NOT_REPORTED):
            return str(Form(self.form).label)
        words = {Form.AT_LEAST.value: _("ít nhất"), Form.AT_MOST.value: _("nhiều nhất"), Form.ABOUT.value: _("khoảng")}
        return " ".join(str(part) for part in (words.get(self.form), low or high) if part)

    def __add__(self, other: "Figure") -> "Figure":
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        if low is None and high is None:
            return Figure.not_reported()
        if low is None or high is None or low != high:
            return Figure.between(low, high)
        return Figure.about(low) if Form.ABOUT in (self.form, other.form) else Figure.exact(low)

    def percent_of(self, whole: "Figure") -> "Figure":
        """This as a share of `whole`, in percent: an interval where either is one; not reported where `whole` may be zero."""
        if not self.known or not whole.known or any(end is not None and end <= 0 for end in (whole.low, whole.high)):
            return Figure.not_reported()
        low = None if self.low is None or whole.high is None else 100 * self.low / whole.high
        high = None if self.high is None or whole.low is None else 100 * self.high / whole.low
        if low is None and high is None:
            return Figure.not_reported()
        if low != high or low is None:
            return Figure.between(low, high)
        return Figure.about(low) if Form.ABOUT in (self.form, whole.form) else Figure.exact(low)

    def rounded(self) -> "Figure":
        """This to one decimal, halves away from zero: as a percentage is told."""
        low, high = (None if end is None else end.quantize(Decimal("0.1"), ROUND_HALF_UP) for end in (self.low, self.high))
        return replace(self, low=low, high=high)


def whole_period(actual: Figure, estimate: Figure) -> Figure:
    """What a whole period comes to, to be set against its plan: the estimate where one is given, else what was done."""
    return estimate if estimate.known else actual


def total(figures: Iterable[Figure]) -> tuple[Figure, int]:
    """The sum of the figures that are known, and how many are not reported. None known: not reported."""
    everything = list(figures)
    known = [figure for figure in everything if figure.known]
    if not known:
        return Figure.not_reported(), len(everything)
    added = known[0]
    for figure in known[1:]:
        added = added + figure
    return added, len(everything) - len(known)
