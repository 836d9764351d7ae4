"""A value and the days it holds: both ends count, and nothing holds before the first day."""

from datetime import date

import pytest

from hopluc.dated import Dated, Parameter, held_on, holds
from hopluc.errors import NotYetInForce

OLD = Dated(30, date(2020, 1, 1), "Nghị định A", until=date(2024, 12, 31))
NEW = Dated(20, date(2025, 1, 1), "Nghị định B")
ANSWER_DAYS = Parameter("Thời hạn trả lời", "ngày làm việc", (OLD, NEW), file="law/petitions.yaml")


@pytest.mark.parametrize(
    ("day", "held"),
    [(date(2019, 12, 31), False), (date(2020, 1, 1), True), (date(2024, 12, 31), True), (date(2025, 1, 1), False)],
)
def test_a_value_holds_on_its_first_and_its_last_day(day: date, held: bool) -> None:
    assert holds(OLD, day) is held


def test_a_value_without_days_always_holds() -> None:
    assert holds(Dated("Quốc hội", None, "Hiến pháp"), date(1950, 1, 1)) is True


def test_held_on_keeps_the_order_of_what_holds() -> None:
    always = Dated(1, None, "A")

    assert held_on((NEW, OLD, always), date(2026, 1, 1)) == [NEW, always]


@pytest.mark.parametrize(("day", "value"), [(date(2024, 12, 31), 30), (date(2025, 1, 1), 20), (date(2030, 1, 1), 20)])
def test_a_parameter_gives_what_held_on_the_day(day: date, value: int) -> None:
    assert ANSWER_DAYS.on(day).value == value


def test_a_parameter_refuses_a_day_before_its_first() -> None:
    with pytest.raises(NotYetInForce) as refused:
        ANSWER_DAYS.on(date(2019, 12, 31))

    assert refused.value.details == {
        "name": "Thời hạn trả lời",
        "day": date(2019, 12, 31),
        "first": date(2020, 1, 1),
        "file": "law/petitions.yaml",
    }


def test_a_parameter_refuses_a_day_after_its_last_entry_has_ended() -> None:
    ended = Parameter("Mức hỗ trợ", "đồng", (OLD,))

    with pytest.raises(NotYetInForce):
        ended.on(date(2025, 1, 1))


def test_a_parameter_without_history_refuses_every_day() -> None:
    with pytest.raises(NotYetInForce) as refused:
        Parameter("Mức hỗ trợ", "đồng", ()).on(date(2025, 1, 1))

    assert refused.value.details["first"] == "-"
