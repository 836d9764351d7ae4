"""Report regimes (chế độ báo cáo): which days a periodic report covers, and by when it is due. The rules are dated data."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from hopluc.dated import holds
from hopluc.errors import WrongDefinition
from hopluc.load import load_rows, mapping_in
from hopluc.workdays import calendar as working_days


@dataclass(frozen=True, slots=True)
class Regime:
    """A periodic report: so many `months`, one after the other within the year, each from `first_day` to `cut_off_day`.

    The count of days begins `begins_before` months before the first month of the period and ends on `cut_off_day` of its last;
    0 is the month's last day. It is due `working_days` working days after that; or on `due_day` of the month that is `due_after`
    months later. `sector` names the field whose own law sets another calendar.
    """

    code: str
    name: str
    months: int
    begins_before: int
    first_day: int
    cut_off_day: int
    working_days: int
    source: str
    due_day: int | None = None
    due_after: int = 0
    sector: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def in_a_year(self) -> int:
        """How many such periods a year has; a report of 6 or 9 months is of the beginning of the year alone."""
        return 12 // self.months if self.months in {1, 3} else 1


@dataclass(frozen=True, slots=True)
class Window:
    """One period of a regime: its name, the first and last day its figures are of, and the day it is due."""

    regime: Regime
    name: str
    first: date
    last: date
    due: date


@dataclass(frozen=True, slots=True)
class OwnRegime:
    """A regime of an office's own (chế độ báo cáo riêng): whom it asks, in their order, and the code of the return outline they get.

    Without agencies, those asked last time are; without an outline, that of the last time is proposed.
    """

    regime: Regime
    agencies: tuple[str, ...] = ()
    outline: str = ""

    @property
    def code(self) -> str:
        return self.regime.code

    @property
    def name(self) -> str:
        return self.regime.name

    @property
    def source(self) -> str:
        return self.regime.source


LENGTHS = (1, 3, 6, 9, 12)
"""Of how many months a period may be."""
LATEST_CUT_OFF = 27
"""The latest day of a month that every month has, with another after it: any later is written 0, the month's last."""


def own_regime_in(text: str, name: str) -> OwnRegime:
    """The regime of an office's own that a YAML text gives, checked; `name` is its file's. Raises WrongDefinition."""
    made = mapping_in(text, name, OwnRegime)
    for key, reason in regime_faults(made.regime):
        raise WrongDefinition(file=name, key=f"regime.{key}", reason=reason)
    return made


def regime_faults(regime: Regime) -> Iterator[tuple[str, str]]:
    """The key and the reason of everything wrong with a regime: its periods must follow each other, and be due after their end."""
    if regime.months not in LENGTHS:
        yield "months", f"kỳ {regime.months} tháng không có; chọn 1, 3, 6, 9 hoặc 12 tháng"
        return
    if not 0 <= regime.cut_off_day <= LATEST_CUT_OFF:
        yield "cut_off_day", f"ngày chốt số liệu từ 1 đến {LATEST_CUT_OFF}, hoặc 0 là ngày cuối tháng"
        return
    begins = (0, 1) if regime.cut_off_day == 0 else (1, regime.cut_off_day + 1)
    if (regime.begins_before, regime.first_day) != begins:
        yield "first_day", "kỳ sau phải bắt đầu ngay sau ngày chốt của kỳ trước; sửa begins_before, first_day theo cut_off_day"
    if not 0 <= regime.working_days <= 60:
        yield "working_days", "số ngày làm việc từ 0 đến 60"
    elif regime.due_day is not None and not (0 <= regime.due_day <= 31 and 0 <= regime.due_after <= 6):
        yield "due_day", "hạn gửi là ngày 1 đến 31 (0 là ngày cuối tháng), chậm nhất sau 6 tháng"
    elif window_of(regime, 2027, 1).due < window_of(regime, 2027, 1).last:
        yield "due_day", "hạn gửi trước ngày chốt số liệu; chọn ngày muộn hơn hoặc tháng sau"


@cache
def regimes() -> tuple[Regime, ...]:
    """Every regime, of any day and sector, as `definitions/law/report-regimes.csv` lists them."""
    return load_rows("law/report-regimes.csv", Regime)


def regimes_on(day: date) -> list[Regime]:
    """The regimes in force on a day, those of all sectors first."""
    return sorted((regime for regime in regimes() if holds(regime, day)), key=lambda regime: regime.sector)


def shared_regimes(day: date) -> list[OwnRegime]:
    """The regimes that apply on a day, in the form in which an office keeps its own."""
    return [OwnRegime(regime) for regime in regimes_on(day)]


def window_of(regime: Regime, year: int, place: int) -> Window:
    """The period of a regime that is the `place`th (from 1) of a year, such as the third quarter of 2026.

    Raises ValueError for a place the year does not have.
    """
    if not 1 <= place <= regime.in_a_year:
        raise ValueError(f"{regime.code}: {place}")
    last_month = place * regime.months
    first = _day(year, last_month - regime.months + 1 - regime.begins_before, regime.first_day)
    last = _day(year, last_month, regime.cut_off_day)
    due = working_days().after(last, regime.working_days)
    if regime.due_day is not None:
        due = _day(year, last_month + regime.due_after, regime.due_day)
    return Window(regime, _name(regime, year, place), first, last, due)


def nearest_window(regime: Regime, day: date) -> Window:
    """The period to report on next: the first whose report is not yet due on a day.

    >>> half = next(regime for regime in regimes() if regime.code == "half")
    >>> nearest_window(half, date(2026, 3, 1)).last
    datetime.date(2026, 6, 14)
    """
    for year in (day.year - 1, day.year, day.year + 1):
        for place in range(1, regime.in_a_year + 1):
            window = window_of(regime, year, place)
            if window.due >= day:
                return window
    raise AssertionError("a regime has a period that is due within two years")


def same_period_before(window_first: date, window_last: date) -> tuple[date, date]:
    """The same days a year earlier (cùng kỳ); 29 February falls on the 28th."""
    return _year_before(window_first), _year_before(window_last)


def _year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=day.year - 1)


def _day(year: int, month: int, day: int) -> date:
    """A day of a month that may lie in the year before (0, -1 …) or after (13 …); day 0 is the month's last."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    last = calendar.monthrange(year, month)[1]
    return date(year, month, min(day, last) if day else last)


def _name(regime: Regime, year: int, place: int) -> str:
    if regime.months == 1:
        return f"{regime.name} {place:02}/{year}" if place < 3 else f"{regime.name} {place}/{year}"
    if regime.months == 3:
        return f"{regime.name} {('I', 'II', 'III', 'IV')[place - 1]}/{year}"
    return f"{regime.name} {year}"
