"""The calendar behind a date: its parts, first and last day, and how it is said in words."""

from datetime import date

import pytest

from hopluc.reading.document import Document
from hopluc.reading.facts import Found
from hopluc.reading.mentions.calendar_words import day_of, month_of, year_of
from hopluc.reading.mentions.dates import Day, date_at, find_dates


@pytest.mark.parametrize(
    ("day", "iso", "grain", "first", "last"),
    [
        (Day(2026, 6, 30), "2026-06-30", "day", date(2026, 6, 30), date(2026, 6, 30)),
        (Day(2024, 2, None), "2024-02", "month", date(2024, 2, 1), date(2024, 2, 29)),
        (Day(None, 12, 20), "--12-20", "day", None, None),
        (Day(2026, 6, 31), "2026-06-31", "day", None, None),
        (Day(2026, 13, None), "2026-13", "month", None, None),
        (Day(None, 5, None), "--05", "month", None, None),
    ],
)
def test_day_knows_its_first_and_last(day, iso, grain, first, last):
    assert (day.iso, day.grain, day.first, day.last) == (iso, grain, first, last)


@pytest.mark.parametrize(
    ("day", "exists"),
    [(Day(2025, 2, 29), False), (Day(None, 2, 29), True), (Day(2024, 2, 29), True), (Day(None, 4, 31), False)],
)
def test_impossible_date_is_uncertain(day, exists):
    assert day.exists is exists


def test_impossible_date_is_marked_for_an_officer():
    facts = list(find_dates(Document("a", "ngày 31/6/2026 và ngày 30/6/2026"), Found()))

    assert [(fact.quote, fact.certain) for fact in facts] == [("31/6/2026", False), ("30/6/2026", True)]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("16/5/2013 của", "2013-05-16"), ("02 tháng 10 năm 2015", "2015-10-02"), ("mồng 3 tháng Giêng năm 2015", "2015-01-03"), ("5-1-2020", "2020-01-05"),
        ("16/5", None), ("tháng 5 năm 2013", None), ("5 tháng 6", None), ("5 tháng", None), ("năm 2013", None), ("5/2013", None),
    ],
)  # fmt: skip
def test_date_at_reads_a_whole_date_only(text, iso):
    found = date_at(text, 0)

    assert (found[1].iso if found else None) == iso


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("hai nghìn không trăm mười lăm", 2015), ("hai nghìn mười ba", 2013), ("hai không hai sáu", 2026), ("một chín chín chín", 1999), ("hai ngàn", 2000),
        ("một nghìn chín trăm bốn mươi lăm", 1945), ("hai nghìn không trăm linh năm", 2005), ("hai nghìn không trăm hai mươi", 2020), ("hai nghìn mười", 2010),
        ("một nghìn chín trăm", 1900), ("ba nghìn", None), ("hai nghìn mấy trăm", None), ("năm nay", None), ("một hai", None), ("hai nghìn không trăm bao nhiêu", None),
        ("một nghìn không trăm linh ba", None), ("hai nghìn hai hai hai", None), ("hai nghìn hai trăm", None),
    ],
)  # fmt: skip
def test_year_in_words(words, year):
    assert year_of(words) == year


@pytest.mark.parametrize(
    ("words", "day"),
    [("hai mươi tư", 24), ("mười lăm", 15), ("ba mươi mốt", 31), ("ba mươi hai", None), ("Hai tư", 24), ("mồng", None)],
)
def test_day_in_words(words, day):
    assert day_of(words) == day


@pytest.mark.parametrize(("words", "month"), [("Giêng", 1), ("chạp", 12), ("mười  hai", 12), ("06", 6), ("nọ", None)])
def test_month_in_words(words, month):
    assert month_of(words) == month
