"""Who stands in whose place: every history, on every date, gives each body one heir or one question, and sums nothing away."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hopluc.succession import Heir, Line, Step, views

FIRST = date(2025, 1, 1)
BODIES = "ABCDEFG"
bodies = st.sampled_from(BODIES)
days = st.integers(0, 20).map(lambda n: FIRST + timedelta(n))
steps = st.builds(Step, days, bodies, bodies, st.booleans()).filter(lambda step: step.predecessor != step.successor)
histories = st.lists(steps, max_size=12)
values = st.dictionaries(bodies, st.integers(0, 10**9).map(Decimal), max_size=len(BODIES))


def merged(*pairs: str, day: date = FIRST, whole: bool = True) -> list[Step[str]]:
    """Steps written `AB`: A passed to B."""
    return [Step(day, pair[0], pair[1], whole) for pair in pairs]


def test_body_nobody_followed_is_its_own_heir() -> None:
    assert Line([]).heir("A", FIRST) == Heir("A", ("A",))


def test_merger_passes_each_to_the_one() -> None:
    line = Line(merged("AC", "BC"))

    assert [line.heir(body, FIRST).certain for body in "ABC"] == ["C", "C", "C"]


def test_line_is_walked_to_its_end_and_only_as_far_as_the_day() -> None:
    line = Line([*merged("AB"), *merged("BC", day=FIRST + timedelta(10))])

    asked = [FIRST - timedelta(1), FIRST, FIRST + timedelta(9), FIRST + timedelta(10)]
    assert [line.heir("A", day).certain for day in asked] == ["A", "B", "B", "C"]


def test_split_is_a_question_with_its_candidates() -> None:
    assert Line(merged("AB", "AC")).heir("A", FIRST) == Heir(None, ("B", "C"))


def test_split_whose_parts_come_together_again_has_one_heir() -> None:
    line = Line([*merged("AB", "AC"), *merged("BD", "CD", day=FIRST + timedelta(1))])

    assert line.heir("A", FIRST + timedelta(1)) == Heir("D", ("D",))


def test_name_taken_back_later_is_the_heir_of_the_name_between() -> None:
    line = Line([*merged("AB"), *merged("BA", day=FIRST + timedelta(300))])

    assert line.heir("B", FIRST + timedelta(300)) == Heir("A", ("A",))
    assert line.heir("A", FIRST + timedelta(300)) == Heir("A", ("A",))


def test_act_before_a_body_was_come_to_is_not_its_own() -> None:
    line = Line([*merged("AB", day=FIRST + timedelta(5)), *merged("BC")])

    assert line.heir("A", FIRST + timedelta(9)) == Heir("B", ("B",))


def test_part_alone_makes_no_certain_heir() -> None:
    assert Line(merged("AB", whole=False)).heir("A", FIRST) == Heir(None, ("B",))


def test_body_that_goes_on_after_passing_a_function_is_a_candidate_itself() -> None:
    line = Line(merged("AB", whole=False), lasting="A")

    assert line.heir("A", FIRST) == Heir(None, ("A", "B"))
    assert line.heir("A", FIRST - timedelta(1)) == Heir("A", ("A",))


def test_uncertain_step_early_in_the_line_leaves_its_end_uncertain() -> None:
    line = Line([*merged("AB", whole=False), *merged("BC", day=FIRST + timedelta(1))])

    assert line.heir("A", FIRST + timedelta(1)) == Heir(None, ("C",))


def test_circle_ends() -> None:
    assert Line(merged("AB", "BA")).heir("A", FIRST) == Heir("A", ("A",))


def test_bodies_that_passed_to_another_are_told() -> None:
    assert Line(merged("AB", "CB")).predecessors() == {"A", "C"}


def test_sums_are_seen_three_ways() -> None:
    line = Line([*merged("AC", "BC"), *merged("DE", "DF")])

    seen = views({"A": Decimal(1), "B": Decimal(2), "C": Decimal(4), "D": Decimal(8)}, line, FIRST)

    assert seen.as_reported == {"A": 1, "B": 2, "C": 4, "D": 8}
    assert seen.by_successor == {"C": 7}
    assert seen.unassigned == {"D": 8}


def test_what_a_person_decided_is_assigned_and_only_among_the_candidates() -> None:
    line = Line(merged("DE", "DF"))

    assert views({"D": Decimal(8)}, line, FIRST, {"D": "F"}).by_successor == {"F": 8}
    assert views({"D": Decimal(8)}, line, FIRST, {"D": "G"}).unassigned == {"D": 8}


@given(histories, bodies, days)
def test_every_body_has_one_heir_or_one_question(history: list[Step[str]], body: str, day: date) -> None:
    heir = Line(history).heir(body, day)

    assert heir.candidates
    assert len(set(heir.candidates)) == len(heir.candidates)
    assert heir.certain is None or heir.candidates == (heir.certain,)


@given(histories, values, days, st.dictionaries(bodies, bodies))
def test_totals_are_conserved(
    history: list[Step[str]], reported: dict[str, Decimal], day: date, decided: dict[str, str]
) -> None:
    seen = views(reported, Line(history), day, decided)

    assert sum(seen.as_reported.values()) == sum(seen.by_successor.values()) + sum(seen.unassigned.values())
    assert seen.unassigned.keys() <= reported.keys()


@given(histories, bodies, days)
def test_what_comes_later_does_not_change_a_day_before(history: list[Step[str]], body: str, day: date) -> None:
    until = [step for step in history if step.day <= day]

    assert Line(history).heir(body, day) == Line(until).heir(body, day)


@given(histories, bodies, days)
def test_order_in_which_acts_were_entered_does_not_matter(history: list[Step[str]], body: str, day: date) -> None:
    assert Line(history).heir(body, day) == Line(reversed(history)).heir(body, day)


@pytest.mark.parametrize("body", BODIES)
def test_heir_of_an_heir_is_the_same(body: str) -> None:
    line = Line([*merged("AB", "CB"), *merged("BD", day=FIRST + timedelta(3))])
    day = FIRST + timedelta(5)

    certain = line.heir(body, day).certain
    assert certain is not None
    assert line.heir(certain, day).certain == certain
