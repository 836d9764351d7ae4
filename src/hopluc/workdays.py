"""Working days (ngày làm việc): which days offices work, how many are left until a deadline, when a term of N of them ends.

The days are data (`definitions/calendar/`): public holidays, the days off given in place of those that fall on a weekend, and days
swapped by announcement, each with its source. A year nobody has announced yet is worked out from weekends and the holidays of
fixed date alone; `unannounced` says which years of an answer are such, for the page to tell.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from itertools import accumulate

from hopluc.dated import holds
from hopluc.load import load_rows

WORKED = "làm bù"
KINDS = ("nghỉ lễ", "nghỉ bù", "hoán đổi", WORKED)
"""A public holiday; the day off in place of one on a weekend; a working day swapped for a Saturday; the Saturday worked instead."""

_SATURDAY = 5
_ONE = timedelta(1)


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day of the calendar that is not as its weekday says: `nghỉ lễ`, `nghỉ bù` or `hoán đổi` is off, `làm bù` is worked."""

    day: date
    name: str
    kind: str
    source: str


@dataclass(frozen=True, slots=True)
class FixedHoliday:
    """A public holiday that falls on the same date every year, for years nobody has announced yet."""

    code: str
    name: str
    month: int
    day_of_month: int
    source: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, eq=False)
class Calendar:
    """The days offices work. Weekends are Saturday and Sunday (Decision 188/1999/QĐ-TTg: the week of 40 hours)."""

    listed: tuple[Holiday, ...]
    fixed: tuple[FixedHoliday, ...]

    @cached_property
    def announced(self) -> frozenset[int]:
        """The years whose holidays are listed."""
        return frozenset(holiday.day.year for holiday in self.listed)

    def is_worked(self, day: date) -> bool:
        """Do offices work on that day."""
        said = self._by_day.get(day)
        if said is not None:
            return said.kind == WORKED
        return day.weekday() < _SATURDAY and self._fixed_on(day) is None

    def why_off(self, day: date) -> str:
        """What holiday that day is; "" for a weekend without one, and for a day that is worked."""
        said = self._by_day.get(day)
        if said is not None:
            return "" if said.kind == WORKED else said.name
        fixed = self._fixed_on(day)
        return fixed.name if fixed else ""

    def between(self, start: date, end: date) -> int:
        """How many days are worked after `start`, up to `end` with it; below zero where `end` comes first.

        This is "còn N ngày làm việc" of a deadline `end` on the day `start` (0 on the last day itself), and below zero "quá N
        ngày làm việc". The first day is not counted: Civil Code 91/2015/QH13, article 147 clause 2.
        """
        return self._worked_until(end) - self._worked_until(start)

    def after(self, start: date, days: int) -> date:
        """The last day of a term of so many working days from `start` (such as ngày đến): the first day is not counted.

        A term of none ends on the first working day from `start` on. Civil Code 91/2015/QH13, articles 147 clause 2, 148 clause 5.
        """
        assert days >= 0, "a term does not end before it begins"
        end = start if days == 0 else start + _ONE
        left = days
        while not self.is_worked(end) or left > 1:
            left -= int(self.is_worked(end))
            end += _ONE
        return end

    def end_of_term(self, day: date) -> date:
        """The day a term of calendar days ends that would end on `day`: the next working day where that is off.

        Civil Code 91/2015/QH13, article 148 clause 5. A deadline given as a date stands as it is.
        """
        return self.after(day, 0)

    def unannounced(self, start: date, end: date) -> tuple[int, ...]:
        """The years between two days whose holidays are not announced yet: an answer over them may still change."""
        first, last = sorted((start, end))
        return tuple(year for year in range(first.year, last.year + 1) if year not in self.announced)

    @cached_property
    def _by_day(self) -> Mapping[date, Holiday]:
        return {holiday.day: holiday for holiday in self.listed}

    def _fixed_on(self, day: date) -> FixedHoliday | None:
        if day.year in self.announced:
            return None
        same = (one for one in self.fixed if (one.month, one.day_of_month) == (day.month, day.day))
        return next((one for one in same if holds(one, day)), None)

    def _worked_until(self, day: date) -> int:
        """How many days are worked from the first of the base year up to `day`; below zero before it."""
        base = _BASE.year
        whole = sum(_worked_in(self, year)[-1] for year in range(base, day.year))
        whole -= sum(_worked_in(self, year)[-1] for year in range(day.year, base))
        return whole + _worked_in(self, day.year)[day.timetuple().tm_yday - 1]


_BASE = date(2020, 1, 1)


@cache
def _worked_in(calendar: Calendar, year: int) -> tuple[int, ...]:
    """For each day of a year, how many days of it are worked up to that day."""
    return tuple(accumulate(int(calendar.is_worked(day)) for day in _days_of(year)))


def _days_of(year: int) -> Iterator[date]:
    day = date(year, 1, 1)
    for offset in range((date(year, 12, 31) - day).days + 1):
        yield day + timedelta(offset)


@cache
def calendar() -> Calendar:
    """The calendar of public offices, from `definitions/calendar/`."""
    return Calendar(load_rows("calendar/holidays.csv", Holiday), load_rows("calendar/fixed_holidays.csv", FixedHoliday))


JUST_OVER = "vừa qua hạn"


def left_in_words(days: int) -> str:
    """How much is left of a deadline, as it is said on pages and in letters: counts below ten are padded, thousands parted.

    >>> left_in_words(3), left_in_words(0), left_in_words(-12), left_in_words(1060)
    ('còn 03 ngày làm việc', 'hạn hôm nay', 'quá 12 ngày làm việc', 'còn 1.060 ngày làm việc')
    """
    if days == 0:
        return "hạn hôm nay"
    return f"{'còn' if days > 0 else 'quá'} {f'{abs(days):02,}'.replace(',', '.')} ngày làm việc"


def until_in_words(day: date, due: date) -> str:
    """What is left on a day of a deadline given as a date: as `left_in_words`, but on the days off after it nothing is due today.

    >>> until_in_words(date(2026, 11, 28), date(2026, 11, 27))  # a Saturday after a Friday
    'vừa qua hạn'
    """
    days = calendar().between(day, due)
    return JUST_OVER if not days and due < day else left_in_words(days)
