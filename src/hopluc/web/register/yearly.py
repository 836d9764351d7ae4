"""Duties due each year (trước ngày 15/12 hằng năm): which year's day comes first, and which is due next.

What is said to be done closes one year's day and no other; the years before and after stay as they are.
"""

import re
from collections.abc import Iterable
from datetime import date

from hopluc.web.register.models import Activity, Commitment, Progress
from hopluc.web.terms import Term

_DAY_AND_MONTH = re.compile(r"(?<![\d/])(?P<day>\d{1,2})(?:/|-| tháng )(?P<month>\d{1,2})(?!\d|[/-]\d)")
_MACHINE = re.compile(r"-?-(?P<month>\d{2})-(?P<day>\d{2})\Z")


def month_and_day(words: str) -> tuple[int, int] | None:
    """The month and the day a deadline without a year names; None where it names none, or one that is in no calendar.

    >>> month_and_day("trước ngày 15/12 hằng năm"), month_and_day("--03-31"), month_and_day("31/6 hằng năm"), month_and_day("quý I")
    ((12, 15), (3, 31), None, None)
    """
    found = _MACHINE.search(words) or _DAY_AND_MONTH.search(words)
    if found is None:
        return None
    month, day = int(found["month"]), int(found["day"])
    try:
        date(2024, month, day)  # a leap year: 29/02 is a day
    except ValueError:
        return None
    return month, day


def day_of_year(year: int, month: int, day: int) -> date:
    """That day in a year; 29/02 is the last of February where there is none."""
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, month, day - 1)


def first_due(due: Term | None, period: Term | None, since: date) -> date | None:
    """The first day a duty that a deadline without a year sets is due: from `since` on, within its period. None where it names no day,
    has a year of its own, or its period has ended."""
    if due is None or due.last is not None:
        return None
    named = month_and_day(due.as_written)
    if named is None:
        return None
    begin = max(since, period.first) if period and period.first else since
    found = day_of_year(begin.year, *named)
    found = found if found >= begin else day_of_year(begin.year + 1, *named)
    return None if period and period.last and found > period.last else found


def year_after(day: date, first: date) -> date:
    """The day a duty is due the year after `day`, its first day telling the day of the year."""
    return day_of_year(day.year + 1, first.month, first.day)


def next_due(row: Activity | Commitment, said: Iterable[Progress], on: date | None = None) -> date | None:
    """The day a yearly duty is due next as of a day: that of its first year, else what its last closing tells; None once its period
    holds no further one, and for what is not due each year."""
    closed = [one.next_due_on for one in said if one.next_due_on and not one.withdrawn_at and (on is None or one.on <= on)]
    return max(closed, default=row.yearly_from)


def closes_a_year_only(said: Progress, due: date | None) -> bool:
    """Is it a yearly duty that is said to be done, and is a further year to come: `due` lies within its period."""
    row = said.activity or said.commitment
    if row is None or row.yearly_from is None or said.said != Progress.Said.DONE:
        return False
    return row.period_last is None or due is None or due <= row.period_last
