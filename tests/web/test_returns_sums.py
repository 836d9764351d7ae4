"""What the figures of received returns come to: sums with who is missing, rates apart, the same figure twice pointed at."""

from decimal import Decimal

import pytest
from django.urls import reverse

import factories
from hopluc.web.measures.figures import Figure
from hopluc.web.people.models import User
from hopluc.web.returns import actions, queries
from hopluc.web.returns.contents import contents_of
from hopluc.web.returns.models import Return, Round, Stage
from hopluc.web.returns.prefill import NewLine
from hopluc.web.returns.sums import summed

CONTRACTS, RATE = ("Hợp đồng chuyển giao công nghệ", "hợp đồng"), ("Tỷ lệ giải ngân", "%")


def number(value: int) -> Figure:
    return Figure.exact(Decimal(value)) if value else Figure.zero()


def gives(row: Return, what: tuple[str, str], **stages: Figure) -> None:
    name, unit = what
    line = NewLine(row.round.parts.all()[0], name, unit, figures={Stage(stage): figure for stage, figure in stages.items()})
    actions.save_return(row, by=None, filled=actions.Filled(lines=(line,)))


def received(row: Return, by: User) -> None:
    factories.a_told(row, "Đã tổ chức hội thảo.")
    actions.send(row, by=None)
    actions.receive(row, by=by)


@pytest.fixture
def round_(standing, db) -> Round:
    return factories.a_round(factories.a_programme(standing))


@pytest.fixture
def rows(round_: Round) -> list[Return]:
    return queries.newest_returns(round_)


def lines(round_: Round):
    return summed(contents_of(queries.returns_received(round_)).values())


def test_the_figures_of_received_returns_are_added_and_those_without_are_counted(round_, rows, officer):
    for row, value in zip(rows, (5, 7, 100), strict=True):
        gives(row, (CONTRACTS[0].upper(), CONTRACTS[1]) if value == 7 else CONTRACTS, actual=number(value), plan=number(10))
    gives(rows[0], ("Bằng sáng chế", "bằng"), plan=number(2))
    for row in rows[:2]:
        received(row, officer)

    contracts, patents = lines(round_)

    assert (contracts.sum_of("actual"), contracts.sum_of("plan")) == ((number(12), 0), (number(20), 0))
    assert contracts.sum_of("estimate") == (Figure.not_reported(), 2)
    assert patents.sum_of("plan") == (number(2), 0)
    assert [given.agency for given in contracts.given] == [row.agency for row in rows[:2]]


def test_a_rate_of_several_is_not_added_and_of_one_stands(round_, rows, officer):
    for row, value in zip(rows[:2], (60, 80), strict=True):
        gives(row, RATE, actual=number(value))
        received(row, officer)
    (rate,) = lines(round_)

    assert (rate.added, rate.sum_of("actual")) == (False, (Figure.not_reported(), 0))
    assert [one.line.actual for one in rate.given] == [number(60), number(80)]


@pytest.mark.parametrize(("values", "pointed_at"), [((13, 13), 2), ((13, 14), 0), ((0, 0), 0)])
def test_the_same_figure_of_two_agencies_is_pointed_at(round_, rows, officer, values, pointed_at):
    for row, value in zip(rows, values, strict=False):
        gives(row, CONTRACTS, actual=number(value))
        received(row, officer)

    assert len(lines(round_)[0].alike) == pointed_at


def test_the_page_shows_the_sum_and_each_agency_with_the_way_to_its_return(round_, rows, officer, signed_in):
    for row, value in zip(rows[:2], (5, 7), strict=True):
        gives(row, CONTRACTS, actual=number(value))
        received(row, officer)

    shown = signed_in(officer).get(reverse("returns:merge", args=[round_.pk])).content.decode()

    assert "<strong>12</strong>" in shown
    assert [row.get_absolute_url() in shown for row in rows] == [True, True, False]
