"""Working days: holidays, days swapped, terms that end on a day off; years nobody has announced are told, and the sums agree."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hopluc.workdays import KINDS, WORKED, Calendar, FixedHoliday, Holiday, calendar, left_in_words

DAYS = some.dates(date(2018, 1, 1), date(2031, 12, 31))
CALENDAR = calendar()


@pytest.mark.parametrize(
    ("day", "worked", "why"),
    [
        (date(2026, 11, 23), True, ""),
        (date(2026, 11, 22), False, ""),
        (date(2026, 2, 16), False, "Tết Âm lịch"),
        (date(2026, 2, 23), True, ""),
        (date(2026, 4, 26), False, "Giỗ Tổ Hùng Vương"),
        (date(2026, 4, 27), False, "Nghỉ bù ngày lễ trùng ngày nghỉ hằng tuần"),
        (date(2026, 8, 31), False, "Hoán đổi với ngày 22/8/2026"),
        (date(2026, 8, 22), True, ""),
        (date(2025, 4, 26), True, ""),
        (date(2031, 9, 2), False, "Quốc khánh"),
        (date(2031, 9, 3), True, ""),
    ],
)
def test_offices_work_as_the_calendar_says(day: date, worked: bool, why: str) -> None:
    assert (CALENDAR.is_worked(day), CALENDAR.why_off(day)) == (worked, why)


@pytest.mark.parametrize("year", sorted(CALENDAR.announced))
def test_a_listed_year_holds_the_days_the_law_gives(year: int) -> None:
    holidays = [one for one in CALENDAR.listed if one.day.year == year and one.kind == "nghỉ lễ"]
    on_weekends = [one for one in holidays if one.day.weekday() >= 5]
    in_place = [one for one in CALENDAR.listed if one.day.year == year and one.kind == "nghỉ bù"]

    assert len([one for one in holidays if one.name == "Tết Âm lịch"]) == 5
    assert len(holidays) == (11 if year >= 2021 else 10)  # National Day has two days since the Labour Code of 2019
    assert len(in_place) == len(on_weekends)


def test_every_day_swapped_off_is_worked_on_a_weekend() -> None:
    swapped = [one for one in CALENDAR.listed if one.kind == "hoán đổi"]
    worked = [one for one in CALENDAR.listed if one.kind == WORKED]

    assert all(one.day.weekday() < 5 for one in swapped)
    assert all(one.day.weekday() >= 5 for one in worked)
    assert len(worked) == len(swapped) + 1  # 05/01/2019 stands for a day of 2018, which is not listed


def test_the_listed_days_are_of_the_known_kinds_and_each_day_once() -> None:
    assert {one.kind for one in CALENDAR.listed} == set(KINDS)
    assert len({one.day for one in CALENDAR.listed}) == len(CALENDAR.listed)


@pytest.mark.parametrize(
    ("today", "due", "words"),
    [
        (date(2026, 11, 24), date(2026, 11, 15), "quá 07 ngày làm việc"),
        (date(2026, 12, 11), date(2026, 12, 16), "còn 03 ngày làm việc"),
        (date(2026, 12, 16), date(2026, 12, 16), "hạn hôm nay"),
        (date(2026, 2, 13), date(2026, 2, 23), "còn 01 ngày làm việc"),
        (date(2026, 8, 21), date(2026, 9, 3), "còn 07 ngày làm việc"),
    ],
)
def test_what_is_left_is_counted_in_working_days(today: date, due: date, words: str) -> None:
    assert left_in_words(CALENDAR.between(today, due)) == words


@pytest.mark.parametrize(
    ("arrived", "days", "ends"),
    [
        (date(2026, 11, 3), 15, date(2026, 11, 24)),
        (date(2026, 2, 12), 3, date(2026, 2, 24)),
        (date(2026, 8, 20), 2, date(2026, 8, 22)),
        (date(2026, 11, 21), 0, date(2026, 11, 23)),
        (date(2026, 11, 23), 0, date(2026, 11, 23)),
    ],
)
def test_a_term_of_working_days_ends_on_one(arrived: date, days: int, ends: date) -> None:
    assert CALENDAR.after(arrived, days) == ends


def test_a_term_of_calendar_days_that_ends_on_a_holiday_ends_on_the_next_working_day() -> None:
    assert CALENDAR.end_of_term(date(2026, 2, 17)) == date(2026, 2, 23)
    assert CALENDAR.end_of_term(date(2026, 2, 24)) == date(2026, 2, 24)


def test_years_nobody_has_announced_are_told() -> None:
    assert CALENDAR.unannounced(date(2026, 12, 1), date(2026, 12, 31)) == ()
    assert CALENDAR.unannounced(date(2028, 1, 1), date(2026, 12, 1)) == (2027, 2028)


def test_a_fixed_holiday_holds_from_its_first_day_and_not_in_a_listed_year() -> None:
    since = FixedHoliday("x", "Ngày hội", 11, 24, "Luật thử", since=date(2027, 1, 1))
    listed = Calendar((Holiday(date(2028, 1, 3), "Nghỉ bù", "nghỉ bù", "Thông báo thử"),), (since,))

    assert [listed.is_worked(date(year, 11, 24)) for year in (2026, 2027, 2028)] == [True, False, True]


@given(DAYS, DAYS, DAYS)
def test_stretches_add_up(one: date, two: date, three: date) -> None:
    assert CALENDAR.between(one, two) + CALENDAR.between(two, three) == CALENDAR.between(one, three)
    assert CALENDAR.between(one, two) == -CALENDAR.between(two, one)


@given(DAYS, some.integers(1, 60))
def test_a_term_has_as_many_working_days_as_it_says(start: date, days: int) -> None:
    end = CALENDAR.after(start, days)

    assert CALENDAR.is_worked(end)
    assert CALENDAR.between(start, end) == days


@given(DAYS, some.integers(0, 400))
def test_counting_is_counting_each_day(start: date, length: int) -> None:
    each = [start + timedelta(n) for n in range(1, length + 1)]

    assert CALENDAR.between(start, start + timedelta(length)) == sum(map(CALENDAR.is_worked, each))


@given(DAYS)
def test_a_term_never_ends_on_a_day_off(day: date) -> None:
    end = CALENDAR.end_of_term(day)

    assert CALENDAR.is_worked(end)
    assert CALENDAR.between(day, end) == (0 if end == day else 1)
