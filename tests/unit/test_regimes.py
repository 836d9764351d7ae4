"""Report regimes: which days a report covers, when it is due; by the law of the day."""

from datetime import date

import pytest

from hopluc.regimes import Regime, nearest_window, regimes, regimes_on, same_period_before, window_of

KNOWN = {regime.code: regime for regime in regimes()}
D = date


@pytest.mark.parametrize(
    ("code", "place", "first", "last"),
    [
        ("month", 1, D(2025, 12, 15), D(2026, 1, 14)),
        ("month", 11, D(2026, 10, 15), D(2026, 11, 14)),
        ("quarter", 1, D(2025, 12, 15), D(2026, 3, 14)),
        ("quarter", 4, D(2026, 9, 15), D(2026, 12, 14)),
        ("half", 1, D(2025, 12, 15), D(2026, 6, 14)),
        ("nine_months", 1, D(2025, 12, 15), D(2026, 9, 14)),
        ("year", 1, D(2025, 12, 15), D(2026, 12, 14)),
        ("budget-year", 1, D(2026, 1, 1), D(2026, 12, 31)),
        ("year-before-2019", 1, D(2026, 1, 1), D(2026, 12, 31)),
    ],
)
def test_a_report_covers_the_days_of_its_regime(code: str, place: int, first: date, last: date) -> None:
    window = window_of(KNOWN[code], 2026, place)

    assert (window.first, window.last) == (first, last)


def test_a_report_is_due_two_working_days_after_its_cut_off() -> None:
    year, quarter = window_of(KNOWN["year"], 2026, 1), window_of(KNOWN["quarter"], 2026, 1)

    assert (year.last.strftime("%A"), year.due) == ("Monday", D(2026, 12, 16))
    assert (quarter.last.strftime("%A"), quarter.due) == ("Saturday", D(2026, 3, 17))


def test_a_sector_may_set_its_own_day() -> None:
    assert window_of(KNOWN["budget-year"], 2026, 1).due == D(2027, 1, 31)


@pytest.mark.parametrize(("day", "codes"), [(D(2018, 5, 1), 6), (D(2026, 5, 1), 6), (D(2015, 5, 1), 5)])
def test_the_rule_itself_is_dated(day: date, codes: int) -> None:
    in_force = regimes_on(day)

    assert len(in_force) == codes
    assert {regime.code.endswith("before-2019") for regime in in_force if not regime.sector} == {day < D(2019, 3, 12)}


def test_what_is_of_all_sectors_stands_first() -> None:
    assert [regime.sector for regime in regimes_on(D(2026, 11, 22))] == ["", "", "", "", "", "Ngân sách nhà nước"]


@pytest.mark.parametrize(
    ("code", "day", "name"),
    [
        ("year", D(2026, 11, 22), "Báo cáo năm 2026"),
        ("year", D(2026, 12, 16), "Báo cáo năm 2026"),
        ("year", D(2026, 12, 17), "Báo cáo năm 2027"),
        ("quarter", D(2026, 11, 22), "Báo cáo quý IV/2026"),
        ("month", D(2026, 1, 10), "Báo cáo tháng 01/2026"),
        ("half", D(2026, 11, 22), "Báo cáo 6 tháng đầu năm 2027"),
    ],
)
def test_the_next_report_is_the_first_not_yet_due(code: str, day: date, name: str) -> None:
    assert nearest_window(KNOWN[code], day).name == name


@pytest.mark.parametrize("place", [0, 5])
def test_a_year_has_no_fifth_quarter(place: int) -> None:
    with pytest.raises(ValueError, match="quarter"):
        window_of(KNOWN["quarter"], 2026, place)


def test_the_same_period_is_a_year_earlier() -> None:
    assert same_period_before(D(2024, 2, 29), D(2024, 12, 14)) == (D(2023, 2, 28), D(2023, 12, 14))


def test_each_regime_says_by_which_law() -> None:
    assert [regime.code for regime in regimes() if not isinstance(regime, Regime) or len(regime.source) < 20] == []
