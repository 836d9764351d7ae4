"""The steps in one run: weights from data and people, panels, imputation in blocks, scales of points."""

from dataclasses import replace

import numpy as np
import pytest

from hopluc.errors import CannotScore
from hopluc.scorecards import Data, Definition, Scores, score
from hopluc.scorecards.definition import (
    Aggregate,
    Comparison,
    Expert,
    Grade,
    Group,
    Impute,
    Indicator,
    Normalise,
    Scale,
    Steps,
    Weigh,
)
from hopluc.scorecards.tree import effective, tree_of, under

NONE = float("nan")
INDEX = Definition(
    "m",
    "1",
    "M",
    "example",
    "m",
    (Group("I", "I"), Group("P", "P", "I"), Group("Q", "Q", "I")),
    (Indicator("A", "A", "P"), Indicator("B", "B", "P"), Indicator("C", "C", "Q"), Indicator("D", "D", "Q")),
)
ROWS = [[1, 9, 3, 2], [2, 4, 9, 4], [3, 7, 1, 6], [4, 1, 6, 2], [6, 3, 4, 9]]
UNITS = ("a", "b", "c", "d", "e")


def data(rows: list[list[float]] | None = None, **more: object) -> Data:
    return Data(UNITS, ("A", "B", "C", "D"), np.array(rows or ROWS, dtype=float), **more)  # type: ignore[arg-type]


def weighed(*rules: Weigh, rows: list[list[float]] | None = None) -> Scores:
    return score(replace(INDEX, steps=Steps(weigh=rules)), data(rows))


def refusal(definition: Definition, figures: Data) -> dict[str, object]:
    with pytest.raises(CannotScore) as refused:
        score(definition, figures)
    return refused.value.details


def test_the_tree_is_computed_from_the_lowest_level_up() -> None:
    tree = tree_of(
        replace(INDEX, groups=(*INDEX.groups, Group("R", "R", "P")), indicators=(*INDEX.indicators, Indicator("E", "E", "R")))
    )

    assert tree.codes == ("A", "B", "C", "D", "E", "Q", "R", "P", "I")
    assert tree.levels == (1, 1, 1, 1, 1, 2, 2, 3, 4)
    assert list(under(tree, tree.branches[2])) == [0, 1, 4]
    assert tree.tops == (8,)


def test_effective_weights_sum_to_one_at_each_full_level() -> None:
    tree = tree_of(replace(INDEX, groups=(INDEX.groups[0], replace(INDEX.groups[1], weight=3), INDEX.groups[2])))

    assert list(effective(tree, tree.weights)) == [0.375, 0.375, 0.125, 0.125, 0.75, 0.25, 1]


@pytest.mark.parametrize("method", ["entropy", "critic"])
def test_weights_from_the_data_sum_to_one_in_each_group(method: str) -> None:
    weights = weighed(Weigh(method)).weights

    assert [weights[:2].sum(), weights[2:4].sum()] == pytest.approx([1, 1])
    assert list(weights[4:]) == [1, 1, 1]


def test_equal_weights_replace_those_given() -> None:
    index = replace(INDEX, indicators=(replace(INDEX.indicators[0], weight=9), *INDEX.indicators[1:]))

    assert list(score(replace(index, steps=Steps(weigh=(Weigh("given"), Weigh("equal")))), data()).weights) == [1] * 7


def test_people_weigh_one_level_and_the_data_another() -> None:
    experts = (Expert("x", {"P": 3, "Q": 1}),)
    weights = weighed(Weigh("critic"), Weigh("budget", level=2, experts=experts)).weights

    assert list(weights[4:6]) == [0.75, 0.25]
    assert weights[0] != 1


def test_comparisons_weigh_and_are_told_where_they_contradict() -> None:
    pairs = (Comparison("P", "Q", 4),)
    index = replace(INDEX, groups=(INDEX.groups[0], INDEX.groups[1], INDEX.groups[2], Group("R", "R", "I")))
    index = replace(index, indicators=(*INDEX.indicators, Indicator("E", "E", "R")))
    circle = (Comparison("P", "Q", 3), Comparison("Q", "R", 3), Comparison("R", "P", 3))
    figures = Data(UNITS, ("A", "B", "C", "D", "E"), np.column_stack([np.array(ROWS, dtype=float), np.arange(5.0)]))

    assert weighed(Weigh("ahp", level=2, comparisons=pairs)).weights[4:6] == pytest.approx([0.8, 0.2])
    told = score(replace(index, steps=Steps(weigh=(Weigh("ahp", level=2, comparisons=circle),))), figures).remarks
    assert [(remark.code, remark.key) for remark in told] == [("inconsistent", "I")]


def test_balanced_weights_bring_correlations_with_the_index_together() -> None:
    before, after = weighed(), weighed(Weigh("balanced-correlation", level=2))

    def gap(scores: Scores) -> float:
        first, second = (np.corrcoef(scores.of(code), scores.of("I"))[0, 1] for code in "PQ")
        return float(abs(first - second))

    assert gap(before) > 0.1
    assert gap(after) < 1e-6
    assert after.weights[4:6].sum() == pytest.approx(1)


def test_the_greatest_correlation_is_not_below_that_of_equal_weights() -> None:
    def total(scores: Scores) -> float:
        return float(sum(np.corrcoef(scores.of(code), scores.of("I"))[0, 1] for code in "PQ"))

    assert total(weighed(Weigh("greatest-correlation", level=2))) >= total(weighed()) - 1e-9


@pytest.mark.parametrize("method", ["pca", "balanced-correlation"])
def test_no_weight_is_taken_from_a_part_all_alike(method: str) -> None:
    index = replace(INDEX, steps=Steps(normalise=Normalise("none"), weigh=(Weigh(method),)))

    assert refusal(index, data([[5, *row[1:]] for row in ROWS]))["step"] == "trọng số"


def test_entropy_refuses_negative_scores() -> None:
    index = replace(INDEX, steps=Steps(normalise=Normalise("z-score"), weigh=(Weigh("entropy"),)))

    assert refusal(index, data())["key"] == "P"


def test_critic_refuses_parts_that_move_as_one() -> None:
    rows = [[value, 2.0 * value, *row[2:]] for value, row in zip((1.0, 2.0, 3.0, 4.0, 5.0), ROWS, strict=True)]

    assert refusal(replace(INDEX, steps=Steps(weigh=(Weigh("critic"),))), data(rows))["key"] == "P"


def test_a_score_past_all_bounds_is_refused() -> None:
    steps = Steps(normalise=Normalise("none"), aggregate=Aggregate("generalised", power=300))

    assert (
        refusal(replace(INDEX, steps=steps), data([[1e200, *row[1:]] for row in ROWS[:4]] + [ROWS[4]]))["reason"]
        == "a có điểm vô hạn"
    )


def test_weights_from_complete_rows_only_are_told() -> None:
    rows = [[NONE, *ROWS[0][1:]], *ROWS[1:]]

    assert [(remark.code, remark.key) for remark in weighed(Weigh("critic"), rows=rows).remarks] == [("complete-only", "P")]


def test_a_group_of_one_part_keeps_weight_one() -> None:
    index = replace(INDEX, groups=INDEX.groups[:2], indicators=(INDEX.indicators[0],), steps=Steps(weigh=(Weigh("pca"),)))

    assert list(score(index, data()).weights) == [1, 1, 1]


def panel(rows: list[list[float]]) -> Data:
    codes = ("A", "B", "C", "D")
    return Data(("a", "b", "c", "a", "b", "c"), codes, np.array(rows, dtype=float), years=(2023, 2023, 2023, 2024, 2024, 2024))


PANEL = [[0, 1, 1, 1], [5, 2, 2, 2], [10, 3, 3, 3], [10, 1, 1, 1], [15, 2, 2, 2], [20, 3, 3, 3]]


def test_each_year_is_measured_by_itself_unless_all_are_measured_at_once() -> None:
    by_year = score(INDEX, panel([[float(cell) for cell in row] for row in PANEL]))
    at_once = score(
        replace(INDEX, steps=Steps(normalise=Normalise(years="all"))), panel([[float(cell) for cell in row] for row in PANEL])
    )

    assert list(by_year.of("A")) == [0, 50, 100, 0, 50, 100]
    assert list(at_once.of("A")) == [0, 25, 50, 50, 75, 100]
    assert list(by_year.rank_of("I")) == [3, 2, 1, 3, 2, 1]


def test_a_gap_is_filled_from_the_year_before() -> None:
    rows = [[float(cell) for cell in row] for row in PANEL]
    rows[4][0] = NONE
    found = score(replace(INDEX, steps=Steps(impute=Impute("latest"))), panel(rows))

    assert found.stages["imputed"].values[4, 0] == 5
    assert found.stages["imputed"].years == (2023, 2023, 2023, 2024, 2024, 2024)


@pytest.mark.parametrize(
    "rule", [Impute("mean"), Impute("median"), Impute("own-mean"), Impute("nearest", neighbours=2), Impute("em", level=2)]
)
def test_a_unit_without_any_figure_is_given_none(rule: Impute) -> None:
    index = replace(INDEX, steps=Steps(impute=rule))
    gap = [NONE, *ROWS[0][1:]]
    found = score(index, data([gap, *ROWS[1:4], [NONE] * 4]))
    without = score(index, Data(UNITS[:4], ("A", "B", "C", "D"), np.array([gap, *ROWS[1:4]])))

    assert np.isnan(found.values[4]).all()
    assert np.isnan(found.ranks[4]).all()
    assert np.array_equal(found.values[:4], without.values)
    assert [(remark.code, remark.key) for remark in found.remarks] == [("no-figures", "e"), ("imputed", "A")]


def test_where_no_unit_has_a_figure_none_is_put_in() -> None:
    found = score(replace(INDEX, steps=Steps(impute=Impute("mean"))), data([[NONE] * 4] * 5))

    assert np.isnan(found.stages["imputed"].values).all()


def test_a_year_without_figures_is_filled_from_the_units_other_years_and_not_told_as_bare() -> None:
    rows = [[float(cell) for cell in row] for row in PANEL]
    rows[4], rows[2], rows[5] = [NONE] * 4, [NONE] * 4, [NONE] * 4
    found = score(replace(INDEX, steps=Steps(impute=Impute("latest"))), panel(rows))

    assert list(found.stages["imputed"].values[4]) == [5, 2, 2, 2]
    assert [remark.key for remark in found.remarks if remark.code == "no-figures"] == ["c", "c"]
    assert np.isnan(found.values[[2, 5]]).all()


def test_years_are_asked_of_what_has_none() -> None:
    assert refusal(replace(INDEX, steps=Steps(impute=Impute("linear"))), data())["key"] == "linear"


def test_a_class_the_data_does_not_have_is_refused() -> None:
    assert refusal(replace(INDEX, steps=Steps(impute=Impute("mean", by="vùng"))), data())["key"] == "vùng"


def test_expectation_is_refused_where_units_are_fewer_than_indicators() -> None:
    figures = data([[NONE, *ROWS[0][1:]], *ROWS[1:]])
    few = Data(UNITS[:3], figures.codes, figures.values[:3])

    assert refusal(replace(INDEX, steps=Steps(impute=Impute("em"))), few)["step"] == "bù số liệu"
    assert not np.isnan(score(replace(INDEX, steps=Steps(impute=Impute("em", level=2))), few).values).any()


@pytest.mark.parametrize(
    "rule", [Impute("nearest", neighbours=2), Impute("own-mean", level=2), Impute("own-median"), Impute("median")]
)
def test_every_way_to_fill_a_gap_leaves_none(rule: Impute) -> None:
    found = score(replace(INDEX, steps=Steps(impute=rule)), data([[NONE, *ROWS[0][1:]], *ROWS[1:]]))

    assert [(remark.code, remark.key) for remark in found.remarks] == [("imputed", "A")]
    assert not np.isnan(found.stages["imputed"].values).any()


def test_distances_are_measured_from_the_unit_named() -> None:
    found = score(replace(INDEX, steps=Steps(normalise=Normalise("distance-to-reference", reference="c"))), data())

    assert list(found.of("A")) == [0, 50, 100, 150, 250]


def test_a_reference_that_is_no_unit_is_refused() -> None:
    index = replace(INDEX, steps=Steps(normalise=Normalise("distance-to-reference", reference="z")))

    assert refusal(index, data())["key"] == "z"


def test_a_look_up_table_gives_points_that_nothing_treats() -> None:
    table = Scale("table", (Grade(0), Grade(5, at_least=3), Grade(10, at_least=6)))
    indicators = (replace(INDEX.indicators[0], scale=table), *INDEX.indicators[1:])
    found = score(replace(INDEX, indicators=indicators, steps=Steps(normalise=Normalise("none"))), data())

    assert list(found.of("A")) == [0, 0, 5, 5, 10]


def test_methods_may_differ_by_level_and_by_group() -> None:
    index = replace(
        INDEX,
        groups=(*INDEX.groups[:2], replace(INDEX.groups[2], aggregate=Aggregate("minimum"))),
        steps=Steps(normalise=Normalise("none"), aggregate=Aggregate(levels=("geometric", "arithmetic"))),
    )
    found = score(index, data())

    assert [float(found.of(code)[0]) for code in "PQI"] == pytest.approx([3, 2, 2.5])


def test_the_order_of_steps_is_the_definitions() -> None:
    rows = [[NONE, NONE, NONE, 2], *ROWS[1:]]
    steps = Steps(order=("screen", "denominate", "impute", "treat", "normalise", "weigh", "aggregate"), impute=Impute("mean"))

    first = score(replace(INDEX, steps=replace(steps, screen=None)), data(rows))
    assert np.isnan(first.stages["screened"].values[0, 0])
    assert first.stages["imputed"].values[0, 0] == 3.75
