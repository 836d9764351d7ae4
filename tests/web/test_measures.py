"""Figures: intervals stay intervals, zero is not missing, money is whole đồng, each from the one place where figures live."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

import factories
from hopluc.web.journal.models import JournalEntry
from hopluc.web.measures import actions, queries, rules
from hopluc.web.measures.figures import Figure, total
from hopluc.web.measures.models import DONG, Indicator, Observation
from hopluc.web.people.models import Organisation
from hopluc.web.terms import Term

ends = st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False)
figures = st.one_of(
    ends.map(Figure.exact),
    ends.map(Figure.about),
    st.tuples(ends, ends).map(lambda pair: Figure.between(min(pair), max(pair))),
    ends.map(lambda low: Figure.between(low, None)),
    ends.map(lambda high: Figure.between(None, high)),
    st.just(Figure.zero()),
    st.just(Figure.not_reported()),
)


def number(figure: int | str) -> Figure:
    return Figure.exact(Decimal(figure))


@pytest.fixture
def trained(standing: Organisation) -> Indicator:
    return actions.find_or_add_indicator(standing, by=None, name="Số kỹ sư được đào tạo", unit="người")


@pytest.mark.parametrize(
    ("left", "right", "sum_"),
    [
        (number(2), number(3), number(5)),
        (number(2), Figure.zero(), number(2)),
        (number(2), Figure.about(Decimal(3)), Figure.about(Decimal(5))),
        (Figure.between(Decimal(1), Decimal(4)), number(3), Figure.between(Decimal(4), Decimal(7))),
        (Figure.between(Decimal(10), None), number(3), Figure.between(Decimal(13), None)),
        (Figure.between(None, Decimal(10)), number(3), Figure.between(None, Decimal(13))),
        (Figure.between(Decimal(10), None), Figure.between(None, Decimal(10)), Figure.not_reported()),
        (number(2), Figure.not_reported(), Figure.not_reported()),
    ],
)
def test_adding_keeps_what_is_not_known_unknown(left, right, sum_):
    assert left + right == sum_


@given(figures, figures)
def test_adding_in_either_order_comes_to_the_same(left, right):
    assert left + right == right + left


@given(st.lists(figures, max_size=6))
def test_a_total_counts_each_figure_as_known_or_not_reported(many):
    _, missing = total(many)

    assert missing == sum(1 for figure in many if not figure.known)


@pytest.mark.parametrize(
    ("part", "whole", "percent"),
    [
        (number(640), Figure.between(Decimal(1000), Decimal(1280)), Figure.between(Decimal(50), Decimal(64))),
        (number(50), number(200), number(25)),
        (Figure.about(Decimal(50)), number(200), Figure.about(Decimal(25))),
        (Figure.zero(), number(200), number(0)),
        (number(50), Figure.zero(), Figure.not_reported()),
        (Figure.not_reported(), number(200), Figure.not_reported()),
        (number(50), Figure.between(Decimal(100), None), Figure.between(None, Decimal(50))),
        (Figure.between(None, Decimal(5)), Figure.between(None, Decimal(10)), Figure.not_reported()),
    ],
)
def test_a_share_of_an_interval_is_an_interval(part, whole, percent):
    assert part.percent_of(whole) == percent


def test_a_ratio_and_a_single_number_say_themselves():
    assert Figure.ratio(Decimal(17), Decimal(20)).single == Decimal(17)
    assert Figure.between(Decimal(1), Decimal(2)).single is None


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (number("1234567.50"), "1.234.567,5"),
        (number("1000.000000"), "1.000"),
        (Figure.between(Decimal(1000), Decimal(1200)), "1.000 - 1.200"),
        (Figure.between(Decimal(10), None), "ít nhất 10"),
        (Figure.between(None, Decimal(10)), "nhiều nhất 10"),
        (Figure.about(Decimal("12.5")), "khoảng 12,5"),
        (Figure.ratio(Decimal(17), Decimal(20)), "17/20"),
        (Figure.zero(), "Không phát sinh"),
        (Figure.not_reported(), "Chưa có số liệu"),
    ],
)
def test_a_figure_is_said_as_in_vietnam(figure, words):
    with translation.override("vi"):
        assert str(figure) == words


def test_a_figure_is_recorded_with_what_it_is_about(standing, officer, trained):
    task = factories.a_task(factories.a_programme(standing))

    made = actions.record_observation(
        trained,
        by=officer,
        figure=Figure.between(Decimal(1000), Decimal(1200)),
        about=task,
        stage="target",
        period=Term.of("2027"),
    )

    kept = Observation.objects.get(pk=made.pk)
    assert (kept.figure, kept.about, kept.owner) == (Figure.between(Decimal(1000), Decimal(1200)), task, standing)
    assert [(figure.pk, figure.stage) for figure in queries.figures_about(task)] == [(kept.pk, "target")]
    assert JournalEntry.objects.last().verb == "record_observation"


def test_money_is_kept_in_whole_dong(standing, officer):
    money = actions.find_or_add_indicator(standing, by=officer, name="Kinh phí thực hiện", unit=DONG)
    large = Figure.exact(Decimal(9783450555000000))

    made = actions.record_observation(money, by=officer, figure=large, stage="disbursed")

    kept = Observation.objects.get(pk=made.pk)
    assert (kept.dong_low, kept.low, kept.figure) == (9783450555000000, None, large)


def test_a_part_of_a_dong_is_refused(standing, officer):
    money = actions.find_or_add_indicator(standing, by=officer, name="Kinh phí thực hiện", unit=DONG)

    with pytest.raises(ValidationError, match="không có phần lẻ"):
        actions.record_observation(money, by=officer, figure=number("1000.5"))


def test_zero_and_not_reported_are_two_things(officer, trained):
    zero = actions.record_observation(trained, by=officer, figure=Figure.zero())
    silent = actions.record_observation(trained, by=officer, figure=Figure.not_reported())

    assert [Observation.objects.get(pk=row.pk).figure for row in (zero, silent)] == [Figure.zero(), Figure.not_reported()]


def test_the_database_refuses_a_number_that_is_not_reported(officer, trained):
    row = actions.record_observation(trained, by=officer, figure=number(3))

    with pytest.raises(IntegrityError), transaction.atomic():
        Observation.objects.filter(pk=row.pk).update(form="not_reported")


def test_an_interval_the_wrong_way_round_is_refused(officer, trained):
    with pytest.raises(ValidationError, match="Số đầu lớn hơn số cuối"):
        actions.record_observation(trained, by=officer, figure=Figure.between(Decimal(5), Decimal(4)))


def test_an_indicator_is_entered_once_for_an_owner(standing, elsewhere, trained):
    again = actions.find_or_add_indicator(standing, by=None, name="số kỹ sư được đào tạo", unit="người")
    other_unit = actions.find_or_add_indicator(standing, by=None, name="Số kỹ sư được đào tạo", unit="lượt người")
    theirs = actions.find_or_add_indicator(elsewhere, by=None, name="Số kỹ sư được đào tạo", unit="người")

    assert again == trained
    assert len({trained.pk, other_unit.pk, theirs.pk}) == 3


def test_correcting_a_figure_keeps_what_it_was(officer, trained):
    row = actions.record_observation(trained, by=officer, figure=number(35))

    actions.correct_observation(row, by=officer, figure=number(37), changes={"qualifier": "gần"}, reason="Theo bảng kê")

    line = JournalEntry.objects.last()
    assert Observation.objects.get().figure == number(37)
    assert ('"low":"35"' in line.before, '"low":"37"' in line.after, line.reason) == (True, True, "Theo bảng kê")


def test_only_what_is_said_of_a_figure_can_be_corrected(officer, trained, elsewhere):
    row = actions.record_observation(trained, by=officer, figure=number(35))

    with pytest.raises(AssertionError, match="owner"):
        actions.correct_observation(row, by=officer, changes={"owner": elsewhere})


@pytest.mark.parametrize(
    ("aggregation", "combined"),
    [
        ("sum", (number(9), 1)),
        ("last", (number(2), 1)),
        ("max", (number(7), 1)),
        ("ratio", (Figure.not_reported(), 1)),
        ("none", (Figure.not_reported(), 1)),
    ],
)
def test_figures_are_combined_by_the_rule_of_their_indicator(standing, aggregation, combined):
    counted = actions.find_or_add_indicator(standing, by=None, name="Chỉ tiêu thử", aggregation=aggregation)
    for year, figure in (("2024", number(7)), ("2025", number(2)), ("2026", Figure.not_reported())):
        actions.record_observation(counted, by=None, figure=figure, period=Term.of(year))

    assert queries.combined(counted.observations.all()) == combined


def test_nothing_to_combine_is_not_reported(db):
    assert queries.combined([]) == (Figure.not_reported(), 0)


def test_figures_are_seen_by_their_owner(officer, stranger, trained):
    row = actions.record_observation(trained, by=officer, figure=number(3))

    assert list(queries.observations_seen_by(officer)) == [row]
    assert list(queries.observations_seen_by(stranger)) == []
    assert list(queries.indicators_seen_by(officer)) == [trained]
    assert list(queries.indicators_seen_by(stranger)) == []


def test_a_withdrawn_figure_is_out_of_sight_and_rests(officer, viewer, trained):
    row = actions.record_observation(trained, by=officer, figure=number(3))
    assert [rules.can_correct_observation(user, row) for user in (officer, viewer)] == [True, False]

    actions.withdraw_observation(row, by=officer, reason="Ghi hai lần")

    assert list(queries.observations_seen_by(officer)) == []
    assert rules.can_withdraw_observation(officer, row) is False


@pytest.mark.parametrize(
    ("iso", "first", "last", "grain"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31), "year"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2026-06-30", date(2026, 6, 30), date(2026, 6, 30), "day"),
        ("2026-06-31", None, None, "day"),
        ("2026-13", None, None, "month"),
        ("--12-20", None, None, "open"),
    ],
)
def test_a_term_has_the_days_its_words_give_and_no_others(iso, first, last, grain):
    term = Term.of(iso)

    assert (term.first, term.last, term.grain) == (first, last, grain)


@pytest.mark.parametrize(
    ("term", "words"),
    [
        (Term.of("2026-06-30"), "30/06/2026"),
        (Term.between("2026", "2030"), "2026 - 2030"),
        (Term.of("2026-06"), "06/2026"),
        (Term.between("2026-01-15", "2026-03-20"), "15/01/2026 - 20/03/2026"),
        (Term.between("2026", None), "01/01/2026 - …"),
        (Term.of("2026", "trong năm 2026"), "trong năm 2026"),
    ],
)
def test_a_term_reads_as_written_else_as_its_days(term, words):
    assert str(term) == words


@pytest.mark.parametrize(("unit", "rule"), [("%", "ratio"), ("Điểm phần trăm", "ratio"), ("công nghệ", "sum"), ("", "sum")])
def test_a_rate_is_not_added_up_unless_it_is_said(standing, unit, rule):
    assert actions.find_or_add_indicator(standing, by=None, name="Tỷ lệ giải ngân", unit=unit).aggregation == rule
