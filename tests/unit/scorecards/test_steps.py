"""Each step on small worked examples: what it gives, and what it leaves missing."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from hopluc.scorecards import moments
from hopluc.scorecards.aggregate import METHODS as MEANS
from hopluc.scorecards.aggregate import outranking
from hopluc.scorecards.arrays import Floats
from hopluc.scorecards.definition import Bounds, Comparison, Expert, Grade, Impute, Normalise, Screen, Treat
from hopluc.scorecards.expectation import expected
from hopluc.scorecards.grade import graded
from hopluc.scorecards.impute import by_expectation, by_middle, by_nearest, by_own, over_years
from hopluc.scorecards.normalise import METHODS, Marks, normalise
from hopluc.scorecards.rank import ascending, ranked
from hopluc.scorecards.screen import kept
from hopluc.scorecards.treat import CURVES, treat, winsorise
from hopluc.scorecards.weigh import budget, compared, critic, entropy, principal

NONE = float("nan")


def column(*values: float) -> Floats:
    return np.array(values)[:, None]


def alike(found: Floats, wanted: list[float] | Floats) -> bool:
    return bool(np.allclose(np.ravel(found), np.ravel(np.array(wanted)), rtol=1e-12, atol=1e-12, equal_nan=True))


def marks(direction: float = 1, target: float = NONE, low: float = NONE, high: float = NONE, reference: int = -1) -> Marks:
    return Marks(*(np.array([mark]) for mark in (direction, target, low, high)), reference)


# Normalise


@pytest.mark.parametrize(
    ("rule", "mark", "wanted"),
    [
        (Normalise(), marks(), [0, 25, NONE, 100]),
        (Normalise(), marks(-1), [100, 75, NONE, 0]),
        (Normalise(low=1, high=10), marks(), [1, 3.25, NONE, 10]),
        (
            Normalise("z-score", mean=10, spread=2),
            marks(),
            [10 + 2 * (value - 16 / 3) / (52 / 3) ** 0.5 for value in (2, 4, NONE, 10)],
        ),
        (Normalise("rank"), marks(), [1, 2, NONE, 3]),
        (Normalise("rank", low=0, high=10), marks(), [0, 5, NONE, 10]),
        (Normalise("borda"), marks(-1), [2, 1, NONE, 0]),
        (Normalise("percentile-rank"), marks(), [0, 50, NONE, 100]),
        (Normalise("distance-to-target"), marks(target=4), [0, 100, NONE, 400]),
        (Normalise("distance-to-target", capped=True), marks(target=4), [0, 100, NONE, 100]),
        (Normalise("distance-to-target"), marks(-1, target=6), [200, 150, NONE, 0]),
        (Normalise("distance-to-maximum"), marks(), [0, 25, NONE, 100]),
        (Normalise("distance-to-reference"), marks(reference=1), [0, 100, NONE, 400]),
        (Normalise("distance-to-reference", capped=True), marks(reference=1), [0, 100, NONE, 100]),
        (Normalise("goalposts"), marks(low=4, high=6), [0, 0, NONE, 100]),
        (Normalise("goalposts", capped=False), marks(low=4, high=6), [-100, 0, NONE, 300]),
        (Normalise("goalposts"), marks(-1, low=0, high=8), [75, 50, NONE, 0]),
        (Normalise("fraction-of-maximum"), marks(), [20, 40, NONE, 100]),
        (Normalise("scaled", bounds=Bounds(0, 20)), marks(), [10, 20, NONE, 50]),
        (Normalise("none"), marks(-1), [2, 4, NONE, 10]),
    ],
)
def test_a_method_of_normalisation(rule: Normalise, mark: Marks, wanted: list[float]) -> None:
    values = column(2, 4, NONE, 10)

    assert alike(normalise(values, rule, mark), wanted)


def test_a_zscore_may_be_brought_to_a_range() -> None:
    assert alike(normalise(column(2, 4, 10), Normalise("z-score", low=1, high=100), marks()), [1, 25.75, 100])


def test_ties_share_the_lowest_rank_or_their_average() -> None:
    assert alike(ascending(column(5, 1, 5, 5)), [2, 1, 2, 2])
    assert alike(ascending(column(5, 1, 5, 5), average=True), [3, 1, 3, 3])


@pytest.mark.parametrize(
    "name",
    [name for name in METHODS if name not in ("rank", "borda", "percentile-rank", "none", "scaled", "fraction-of-maximum")],
)
def test_a_column_all_alike_is_not_measured(name: str) -> None:
    found = normalise(column(3, 3, 3), Normalise(name), marks(target=3, low=3, high=3, reference=0))

    assert np.isnan(found).all()


finite = st.floats(-1e6, 1e6, allow_nan=False).map(lambda value: round(value, 3))
tables = arrays.arrays(np.float64, st.tuples(st.integers(3, 8), st.integers(1, 4)), elements=finite | st.just(NONE))


@given(tables)
def test_nothing_missing_becomes_a_score_and_scores_keep_their_range(table: Floats) -> None:
    every = np.full(table.shape[1], NONE)
    found = normalise(table, Normalise(), Marks(np.ones(table.shape[1]), every, every, every))

    assert np.isnan(found[np.isnan(table)]).all()
    assert (found[~np.isnan(found)] >= 0).all()
    assert (found[~np.isnan(found)] <= 100).all()


@given(tables)
def test_replicates_give_what_each_gives_alone(table: Floats) -> None:
    both = np.stack([table, table[::-1] * 2])
    rule, power, every = Treat(points=2), np.ones(table.shape[1]), np.full(table.shape[1], NONE)
    mark = Marks(power, every, every, every)

    assert alike(treat(both, rule, power).values, np.stack([treat(one, rule, power).values for one in both]))
    assert alike(ranked(both), np.stack([ranked(one) for one in both]))
    for method in ("min-max", "z-score", "rank", "percentile-rank"):
        assert alike(
            normalise(both, Normalise(method), mark), np.stack([normalise(one, Normalise(method), mark) for one in both])
        )


# Treat


def test_points_are_moved_one_after_another_until_the_column_passes() -> None:
    found = treat(column(*range(1, 21), 200, 9000), Treat(), np.ones(1))

    assert alike(found.values, [*range(1, 21), 20, 20])
    assert (found.points[0], bool(found.second[0]), bool(found.passed[0])) == (2, False, True)


def test_low_outliers_are_moved_up() -> None:
    values, high, low = winsorise(column(-300, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10), Treat())

    assert alike(values, [1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    assert (int(high.sum()), int(low.sum())) == (0, 1)


def test_values_alike_never_take_more_points_than_allowed() -> None:
    """COINr moves both ties at once and so passes its own limit of one."""
    values = column(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 300, 300)

    assert alike(winsorise(values, Treat(points=1))[0], values)
    assert alike(winsorise(values, Treat(points=2))[0][-2:], [12, 12])


def test_a_log_follows_where_points_do_not_suffice() -> None:
    values = column(*range(1, 21), 500, 50_000)
    found = treat(values, Treat(points=1), np.ones(1))

    assert bool(found.second[0])
    assert alike(found.values, np.log(values - 1 + 0.01 * (50_000 - 1)))
    assert not found.high.any()


def test_the_log_may_come_on_top_of_the_moved_points() -> None:
    values = column(*range(1, 21), 500, 50_000)
    found = treat(values, Treat(points=1, together=True), np.ones(1))

    assert alike(found.values[-1], np.log(500 - 1 + 0.01 * (500 - 1)))
    assert found.points[0] == 1


def test_a_column_that_passes_is_left_alone_unless_forced() -> None:
    values = column(1, 2, 3, 4, 5)

    assert alike(treat(values, Treat(), np.ones(1)).values, values)
    assert alike(treat(values, Treat(points=1, forced=True), np.ones(1)).values, [1, 2, 3, 4, 4])


def test_a_column_all_alike_is_left_alone() -> None:
    assert alike(treat(column(3, 3, 3, 3), Treat(), np.ones(1)).values, [3, 3, 3, 3])


def test_points_without_a_limit_stop_where_the_column_passes() -> None:
    values = column(*range(20), 900, 1000, 1100)

    assert treat(values, Treat(points=None, kurtosis=-2, skewness=0.5), np.ones(1)).points[0] == 3


@pytest.mark.parametrize("name", [name for name in CURVES if name != "none"])
@pytest.mark.parametrize("direction", [1.0, -1.0])
def test_a_curve_keeps_the_order_of_values(name: str, direction: float) -> None:
    values = column(0.1, 0.2, 0.25, 0.3, 0.9)
    found = CURVES[name](values, Treat(power=0.5), np.array([direction]))

    assert (np.diff(found.ravel()) > 0).all()


def test_the_log_of_the_gii_for_more_and_for_less() -> None:
    values = column(0, 50, 100)

    assert alike(CURVES["log-gii"](values, Treat(), np.array([1.0])), np.log([1, 50.5, 100]))
    assert alike(CURVES["log-gii"](values, Treat(), np.array([-1.0])), -np.log([100, 50.5, 1]))


def test_a_mirrored_log_for_a_tail_on_the_left() -> None:
    values = column(-100, 1, 2, 3)

    assert alike(CURVES["log-skewed"](values, Treat(), np.ones(1)), -np.log(3 + 1.03 - values))


# Impute


def test_a_unit_without_a_class_keeps_its_gap() -> None:
    found = by_middle(column(1, 3, NONE, NONE), moments.median, ["a", "a", "a", ""])

    assert alike(found, [1, 3, 2, NONE])


def test_a_class_without_any_value_keeps_its_gap() -> None:
    assert alike(by_middle(column(1, NONE), moments.mean, ["a", "b"]), [1, NONE])


def test_a_gap_from_the_units_own_indicators() -> None:
    table = np.array([[0.0, 10, 5], [10, 30, NONE], [5, 20, 9]])
    found = by_own(table, moments.mean, np.array([1.0, 1, -1]), [np.array([0, 1, 2])])

    assert alike(found[1], [10, 30, 5])


def test_a_gap_from_the_nearest_units() -> None:
    table = np.array([[1.0, 10], [2, 20], [9, 90], [8, NONE]])

    assert alike(by_nearest(table, 1, [np.array([0, 1])])[3], [8, 90])
    assert alike(by_nearest(table, 2, [np.array([0, 1])])[3], [8, 55])


def test_a_unit_with_nothing_in_common_keeps_its_gap() -> None:
    table = np.array([[1.0, NONE], [2, NONE], [NONE, NONE]])

    assert np.isnan(by_nearest(table, 1, [np.array([0, 1])])[2]).all()


def test_expectation_lies_on_the_line_of_what_is_known() -> None:
    known = np.array([[x, 2 * x + 1] for x in range(10)], dtype=float)
    known[4, 1] = NONE

    assert expected(known)[4, 1] == pytest.approx(9, abs=1e-6)


def test_expectation_leaves_what_is_known_and_a_column_without_values() -> None:
    table = np.array([[1.0, 2, NONE], [2, NONE, NONE], [3, 5, NONE], [4, 9, NONE], [NONE, NONE, NONE]])
    found = by_expectation(table, [np.array([0, 1, 2])])
    there = ~np.isnan(table)

    assert (found[there] == table[there]).all()
    assert np.isnan(found[:, 2]).all()
    assert found[4, 0] == pytest.approx(np.nanmean(found[:4, 0]), rel=1e-6)
    assert alike(expected(table[[0, 2, 3], :2]), table[[0, 2, 3], :2])


@pytest.mark.parametrize(
    ("rule", "wanted"),
    [
        (Impute("latest"), [NONE, 2, 2, 2, 10]),
        (Impute("latest", reach=1), [NONE, 2, 2, NONE, 10]),
        (Impute("constant"), [2, 2, 2, 2, 10]),
        (Impute("linear"), [2, 2, 4, 6, 10]),
    ],
)
def test_a_gap_from_other_years(rule: Impute, wanted: list[float]) -> None:
    found = over_years(column(NONE, 2, NONE, NONE, 10), rule, ["a"] * 5, [2018, 2019, 2020, 2021, 2023])

    assert alike(found, wanted)


def test_one_known_year_serves_all_where_coinr_stops() -> None:
    assert alike(over_years(column(NONE, 2), Impute("linear"), ["a", "a"], [2019, 2020]), [2, 2])


def test_years_of_other_units_are_not_taken() -> None:
    assert alike(over_years(column(1, NONE), Impute("latest"), ["a", "b"], [2019, 2020]), [1, NONE])


# Screen, grade


@pytest.mark.parametrize(
    ("rule", "wanted"),
    [
        (Screen(available=0.5), [True, True, False]),
        (Screen(by="zeros", nonzero=0.6), [False, True, True]),
        (Screen(by="both", available=0.5, nonzero=0.6), [False, True, False]),
        (Screen(available=0.5, keep=("c",), drop=("a",)), [False, True, True]),
    ],
)
def test_units_with_too_little_are_left_out(rule: Screen, wanted: list[bool]) -> None:
    table = np.array([[0.0, 1, 2, 0], [1, 2, 3, 4], [5, NONE, NONE, NONE]])

    assert list(kept(table, rule, ("a", "b", "c"))) == wanted


def test_a_threshold_counts_from_its_own_value_on() -> None:
    assert alike(graded(column(9.9, 10, 49, 50), (Grade(0), Grade(2, at_least=10), Grade(4, at_least=50))), [0, 2, 2, 4])


# Means


@pytest.mark.parametrize(
    ("name", "power", "wanted"),
    [
        ("arithmetic", 1, 7), ("geometric", 1, 2**0.25 * (26 / 3) ** 0.75), ("harmonic", 1, 1 / (0.25 / 2 + 0.75 / (26 / 3))),
        ("minimum", 1, 2), ("generalised", 2, (0.25 * 4 + 0.75 * (26 / 3) ** 2) ** 0.5), ("generalised", -1, 1 / (0.25 / 2 + 0.75 / (26 / 3))),
    ],
)  # fmt: skip
def test_a_mean_by_its_formula(name: str, power: float, wanted: float) -> None:
    parts = np.array([[2, 26 / 3, NONE]])

    assert MEANS[name].function(parts, np.array([[1.0, 3, 5]]), power) == pytest.approx(wanted)


def test_a_power_of_zero_is_the_geometric_mean() -> None:
    parts, weights = np.array([[2.0, 8.0]]), np.ones((1, 2))

    assert MEANS["generalised"].function(parts, weights, 0)[0] == pytest.approx(4)


def test_a_sum_needs_every_part() -> None:
    found = MEANS["sum"].function(np.array([[2.0, 3], [2, NONE]]), np.array([[1.0, 2]]), 1)

    assert alike(found, [8, NONE])


def test_copeland_adds_the_shares_of_weight_ahead() -> None:
    parts = np.array([[3.0, 1], [2, 2], [1, 1]])
    weights = np.array([[1.0, 3]])

    assert alike(MEANS["copeland"].function(parts, weights, 1), [0.25 + 0.625, 0.75 + 1, 0.375])
    assert alike(MEANS["copeland-wins"].function(parts, weights, 1), [0, 2, -2])


def test_whom_one_is_ahead_of_is_behind_it_by_the_rest() -> None:
    parts, weights = np.random.default_rng(3).integers(0, 4, (9, 7)).astype(float), np.full((1, 7), 0.1)

    share = outranking(parts, weights)

    assert (np.tril(share, -1) == np.tril(1 - share.T, -1)).all()
    assert (outranking(parts, weights * 3) == share).all()  # equal weights are alike, whatever they add up to


def test_a_distance_is_to_the_last_digit_what_its_formula_says() -> None:
    column = np.array([[1.0], [1.0 + 3e-9], [2.0], [4.1]])

    found = normalise(column, Normalise("distance-to-maximum", low=0, high=1), marks())

    assert found.ravel().tolist() == [1 - (4.1 - v) / (4.1 - 1.0) for v in column.ravel()]


def test_copeland_compares_what_both_units_have() -> None:
    parts = np.array([[3.0, NONE], [2, 9], [NONE, NONE]])

    assert alike(MEANS["copeland"].function(parts, np.ones((1, 2)), 1), [1, 0, NONE])
    assert alike(MEANS["copeland-wins"].function(parts, np.ones((1, 2)), 1), [1, -1, NONE])


def test_doubt_is_settled_in_favour_of_each_unit() -> None:
    parts = np.array([[4.0, 1], [1, 4], [2, 2], [NONE, 3], [NONE, NONE]])

    assert alike(MEANS["benefit-of-the-doubt"].function(parts, np.ones((1, 2)), 1).round(9), [100, 100, 80, 75, NONE])


def test_the_benefit_of_the_doubt_does_not_hang_on_the_scale_of_a_part() -> None:
    parts, one = np.array([[4.0, 1.0, 0.0], [1.0, 4.0, 0.0], [2.0, 2.0, 0.0]]), np.ones((1, 3))

    found = MEANS["benefit-of-the-doubt"].function(parts * [1e-300, 1e300, 1.0], one, 1)

    assert alike(found, MEANS["benefit-of-the-doubt"].function(parts, one, 1))
    assert alike(MEANS["benefit-of-the-doubt"].function(np.zeros((2, 2)), np.ones((1, 2)), 1), [0, 0])


def test_unevenness_is_penalised() -> None:
    parts = np.array([[100.0, 100], [90, 110]])

    assert alike(MEANS["mazziotta-pareto"].function(parts, np.ones((1, 2)), 1), [100, 99])
    assert alike(MEANS["mazziotta-pareto-up"].function(parts, np.ones((1, 2)), 1), [100, 101])


@given(arrays.arrays(np.float64, (4, 3), elements=st.floats(1, 100)), arrays.arrays(np.float64, 3, elements=st.floats(0.1, 5)))
def test_means_stand_in_their_known_order(parts: Floats, weights: Floats) -> None:
    found = [
        MEANS[name].function(parts, weights[None], 2)
        for name in ("minimum", "harmonic", "geometric", "arithmetic", "generalised")
    ]

    for lower, higher in pairwise(found):
        assert (lower <= higher * (1 + 1e-12)).all()


# Weights


def test_experts_share_their_points_out() -> None:
    experts = (Expert("A", {"a": 30, "b": 70}), Expert("B", {"a": 1, "b": 1}))

    assert alike(budget(("a", "b"), experts), [0.4, 0.6])


def test_comparisons_without_contradiction_give_their_ratios() -> None:
    pairs = (Comparison("a", "b", 2), Comparison("b", "c", 2), Comparison("a", "c", 4))
    found = compared(("a", "b", "c"), pairs)

    assert alike(found.weights, [4 / 7, 2 / 7, 1 / 7])
    assert found.ratio == pytest.approx(0, abs=1e-12)


def test_comparisons_in_a_circle_are_inconsistent() -> None:
    pairs = (Comparison("a", "b", 3), Comparison("b", "c", 3), Comparison("c", "a", 3))

    assert compared(("a", "b", "c"), pairs).ratio > 0.1


def test_entropy_weighs_what_tells_units_apart() -> None:
    found = entropy(np.array([[1.0, 1], [1, 9], [1, 0]]))

    assert alike(found, [0, 1])


def test_critic_weighs_contrast_and_conflict() -> None:
    parts = np.array([[0.0, 0, 3], [1, 1, 2], [2, 2.5, 1], [3, 3, 0]])
    weights = critic(parts)

    assert weights.sum() == pytest.approx(1)
    assert weights[2] == weights.max()


def test_the_first_component_of_two_alike_weighs_them_alike() -> None:
    assert alike(principal(np.array([[1.0, 2], [2, 4], [3, 6.0]])), [0.5**0.5, 0.5**0.5])


# Moments


def test_moments_are_those_of_a_spreadsheet() -> None:
    values = column(3, 4, 5, 2, 3, 4, 5, 6, 4, 7)

    assert moments.skewness(values)[0] == pytest.approx(0.359543071)
    assert moments.kurtosis(values)[0] == pytest.approx(-0.151799637)
    assert moments.deviation(values)[0] == pytest.approx(1.494434118)
    assert moments.quantile(values, 0.25)[0] == 3.25


def test_too_few_values_have_no_moments() -> None:
    values = column(1, 2, NONE)

    assert [bool(np.isnan(of(values)[0])) for of in (moments.skewness, moments.kurtosis, moments.mean)] == [True, True, False]
    assert np.isnan(moments.least(column(NONE)))[0]
    assert np.isnan(moments.quantile(column(NONE), 0.5))[0]
