"""Which years a review looks back on and which it plans."""

from datetime import date

import pytest

from hopluc.web.issuing.periods import Periods, periods_of, years_in_words
from hopluc.web.register.models import Activity


def of(*years: tuple[int, int]) -> Periods:
    return periods_of([Activity(period_first=date(first, 1, 1), period_last=date(last, 12, 31)) for first, last in years])


@pytest.mark.parametrize(
    ("years", "past", "plan"),
    [
        ((), "", ""),
        (((2021, 2025),), "2021 - 2025", ""),
        (((2021, 2025), (2026, 2030)), "2021 - 2025", "2026 - 2030"),
        (((2021, 2025), (2022, 2022), (2026, 2028), (2027, 2030)), "2021 - 2025", "2026 - 2030"),
    ],
)
def test_the_plan_begins_where_what_was_done_has_ended(years, past, plan):
    found = of(*years)

    assert (found.past_words, found.plan_words) == (past, plan)


def test_one_year_is_said_once():
    assert (years_in_words((2025, 2025)), years_in_words(None)) == ("2025", "")


def test_without_a_plan_nothing_is_planned():
    assert Periods((2021, 2025), None).is_planned(Activity(period_first=date(2026, 1, 1))) is False


@pytest.mark.parametrize(
    ("activity", "planned"),
    [
        (Activity(period_first=date(2026, 1, 1)), True),
        (Activity(period_first=date(2024, 1, 1)), False),
        (Activity(recurrence="yearly"), True),
        (Activity(recurrence=""), False),
    ],
)
def test_what_begins_with_the_plan_or_comes_again_is_planned(activity, planned):
    assert Periods((2021, 2025), (2026, 2030)).is_planned(activity) is planned
