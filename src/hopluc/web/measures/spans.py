"""How long a figure's period is: figures are added over periods of one length only, so that a year and its quarters never meet."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

Days = tuple[date | None, date | None]


class Span(models.TextChoices):
    """A length of time that figures are reported for."""

    YEAR = "nam", _("Năm")
    NINE_MONTHS = "9-thang", _("09 tháng")
    HALF = "6-thang", _("06 tháng")
    QUARTER = "quy", _("Quý")
    MONTH = "thang", _("Tháng")
    OTHER = "khac", _("Giai đoạn khác")

    @property
    def adds_over_time(self) -> bool:
        """Do periods of this length lie beside each other: 6 and 9 months of a year begin together, other stretches may overlap."""
        return self in (Span.YEAR, Span.QUARTER, Span.MONTH)


_DAYS = (
    (360, 371, Span.YEAR),
    (265, 280, Span.NINE_MONTHS),
    (175, 190, Span.HALF),
    (85, 97, Span.QUARTER),
    (27, 34, Span.MONTH),
)


def span_of(first: date | None, last: date | None) -> str:
    """The length of a period. A reporting year (15/12 to 14/12) is a year; what has not both ends is of no known length."""
    if first is not None and last is not None:
        days = (last - first).days + 1
        for least, most, span in _DAYS:
            if least <= days <= most:
                return span.value
    return Span.OTHER.value


def year_of(days: Days) -> Days:
    """The calendar year under whose name a year is told by the day it ends on: the reporting year to 14/12/2026 is 2026."""
    last = days[1]
    return (date(last.year, 1, 1), date(last.year, 12, 31)) if last else days
