"""When: a stretch of time as a document gives it, with its first and last day, its grain and its words.

A row keeps the four together. What is late is what has a last day before today; where the words give no day (31/6/2026, "sắp tới")
the days are None and the words stand.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from hopluc.web.labels import TellsChoices

_ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?\Z")
_MACHINE_DAY = re.compile(r"(?P<year>\d{4}|-)-(?P<month>\d{2})-(?P<day>\d{2})\Z")
_QUARTER = re.compile(r"(?P<year>\d{4})-Q(?P<quarter>[1-4])\Z")


class Holding:
    """A row that holds from its first day (`since`) to its last (`until`); of what is unsaid it has always held, or still does."""

    since: date | None
    until: date | None

    def holds(self, day: date) -> bool:
        """Does it hold on a day."""
        return (not self.since or self.since <= day) and (not self.until or day <= self.until)


class Grain(models.TextChoices):
    """How finely the words tell the time."""

    DAY = "day", _("ngày")
    MONTH = "month", _("tháng")
    QUARTER = "quarter", _("quý")
    HALF = "half", _("06 tháng")
    YEAR = "year", _("năm")
    RANGE = "range", _("giai đoạn")
    OPEN = "open", _("không nêu đủ hai đầu")


@dataclass(frozen=True, slots=True)
class Term:
    """First day, last day, grain, and the words as written (none for a term typed on a page)."""

    first: date | None
    last: date | None
    grain: str = Grain.RANGE
    as_written: str = ""

    @classmethod
    def of(cls, iso: str, as_written: str = "") -> "Term":
        """The term an ISO year, month or day names (`2026`, `2026-06`, `2026-06-30`), or a quarter (`2026-Q2`); no days where none.

        >>> Term.of("2026-02").last
        datetime.date(2026, 2, 28)
        """
        if quarter := _QUARTER.match(iso):
            year, last_month = int(quarter["year"]), 3 * int(quarter["quarter"])
            last = date(year, last_month, calendar.monthrange(year, last_month)[1])
            return cls(date(year, last_month - 2, 1), last, Grain.QUARTER, as_written)
        found = _ISO.match(iso)
        grain = Grain.OPEN
        if found:
            grain = Grain.DAY if found["day"] else Grain.MONTH if found["month"] else Grain.YEAR
            year, month = int(found["year"]), int(found["month"] or 1)
            try:
                first = date(year, month, int(found["day"] or 1))
            except ValueError:  # a day that does not exist stands as written
                return cls(None, None, grain, as_written or iso)
            last_month = month if found["month"] else 12
            last = first if found["day"] else date(year, last_month, calendar.monthrange(year, last_month)[1])
            return cls(first, last, grain, as_written)
        return cls(None, None, grain, as_written or iso)

    @classmethod
    def between(cls, start: str | None, end: str | None, as_written: str = "") -> "Term":
        """The term from one ISO end to another, either of which may be unsaid: `between("2013", "2015")`."""
        first = cls.of(start).first if start else None
        last = cls.of(end).last if end else None
        return cls(first, last, Grain.RANGE if first and last else Grain.OPEN, as_written)

    @classmethod
    def on(cls, day: date, as_written: str = "") -> "Term":
        """The term of one day."""
        return cls(day, day, Grain.DAY, as_written)

    @property
    def year_meant(self) -> int | None:
        """The year of its days where the words name none (`trong quý III`): taken from the task's period or the paper's day."""
        if self.last is None or not self.as_written or str(self.last.year) in self.as_written:
            return None
        return self.last.year

    def __str__(self) -> str:
        if self.as_written:
            return day_as_written(self.as_written)
        if self.first is None or self.last is None:
            return " - ".join(day.strftime("%d/%m/%Y") if day else "…" for day in (self.first, self.last))
        return _days_in_words(self.first, self.last)


def day_as_written(words: str) -> str:
    """A day that is in no calendar as documents write it; other words stand as they are. Such a day comes from reading in ISO form.

    >>> day_as_written("2025-09-31"), day_as_written("--12-20"), day_as_written("hằng năm")
    ('31/09/2025', '20/12', 'hằng năm')
    """
    found = _MACHINE_DAY.match(words)
    return "/".join(part for part in (found["day"], found["month"], found["year"]) if part != "-") if found else words


def _days_in_words(first: date, last: date) -> str:
    """Whole years as `2026` or `2021 - 2025`, a whole month as `06/2026`, else days."""
    if first == last:
        return first.strftime("%d/%m/%Y")
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year} - {last.year}"
    whole_month = (first.year, first.month) == (last.year, last.month) and first.day == 1
    if whole_month and last.day == calendar.monthrange(last.year, last.month)[1]:
        return first.strftime("%m/%Y")
    return f"{first:%d/%m/%Y} - {last:%d/%m/%Y}"


def _check(instance: models.Model, name: str) -> None:
    first, last = getattr(instance, f"{name}_first"), getattr(instance, f"{name}_last")
    if first and last and last < first:
        raise ValidationError({f"{name}_last": _("Ngày cuối trước ngày đầu. Đề nghị kiểm tra lại hai ngày.")})


def _term(name: str) -> Any:
    """A property that reads and writes the four columns `name_first`, `name_last`, `name_grain`, `name_as_written` as one Term."""
    parts = ("first", "last", "grain", "as_written")

    def read(row: models.Model) -> Term | None:
        first, last, grain, as_written = (getattr(row, f"{name}_{part}") for part in parts)
        return Term(first, last, grain, as_written) if first or last or as_written else None

    def write(row: models.Model, term: Term | None) -> None:
        for part in parts:
            setattr(row, f"{name}_{part}", getattr(term, part) if term else None if part in ("first", "last") else "")

    return property(read, write)


class HasPeriod(TellsChoices):
    """A row that has a period (giai đoạn, thời gian)."""

    period_first = models.DateField(_("từ ngày"), null=True, blank=True)
    period_last = models.DateField(_("đến ngày"), null=True, blank=True)
    period_grain = models.CharField(max_length=8, choices=Grain, blank=True)
    period_as_written = models.CharField(_("thời gian như đã viết"), max_length=300, blank=True)
    period = _term("period")

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        _check(self, "period")


class HasDue(models.Model):
    """A row that has a time by which it is due (thời hạn)."""

    due_first = models.DateField(_("thời hạn: từ ngày"), null=True, blank=True)
    due_last = models.DateField(_("thời hạn: đến ngày"), null=True, blank=True)
    due_grain = models.CharField(max_length=8, choices=Grain, blank=True)
    due_as_written = models.CharField(_("thời hạn như đã viết"), max_length=300, blank=True)
    due = _term("due")

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        _check(self, "due")


class HasDate(TellsChoices):
    """A row that has the date of a paper or an act (ngày ban hành, ngày ký), as claimed."""

    date_first = models.DateField(_("ngày"), null=True, blank=True)
    date_last = models.DateField(null=True, blank=True)
    date_grain = models.CharField(max_length=8, choices=Grain, blank=True)
    date_as_written = models.CharField(_("ngày như đã viết"), max_length=300, blank=True)
    date = _term("date")

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        _check(self, "date")


class HasPlannedDate(models.Model):
    """A row whose act is announced for a time (dự kiến ký)."""

    planned_first = models.DateField(_("dự kiến từ ngày"), null=True, blank=True)
    planned_last = models.DateField(_("dự kiến đến ngày"), null=True, blank=True)
    planned_grain = models.CharField(max_length=8, choices=Grain, blank=True)
    planned_as_written = models.CharField(_("dự kiến như đã viết"), max_length=300, blank=True)
    planned = _term("planned")

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        _check(self, "planned")
