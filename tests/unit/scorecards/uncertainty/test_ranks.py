import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from hopluc.scorecards.rank import ranked
from hopluc.scorecards.uncertainty import ranks as many
from hopluc.scorecards.uncertainty.histograms import Grid, ScoreHistogram
from hopluc.scorecards.uncertainty.ranks import RankCounts, ranks

SCORES = arrays(
    float, st.tuples(st.integers(1, 12), st.integers(1, 6)), elements=st.one_of(st.integers(0, 5), st.just(float("nan")))
)


@given(SCORES)
def test_ranks_are_those_of_a_single_table(scores: np.ndarray) -> None:
    assert np.array_equal(ranks(scores), np.nan_to_num(ranked(scores)))


@given(SCORES)
def test_ranks_of_many_units_are_sorted_to_the_same(scores: np.ndarray) -> None:
    assert np.array_equal(many._by_sorting(scores)[~np.isnan(scores)], ranks(scores)[~np.isnan(scores)])


@pytest.mark.parametrize(("apart", "expected"), [(1e-14, [1, 1, 3]), (-1e-14, [1, 1, 3]), (1e-9, [2, 1, 3])])
def test_scores_that_differ_in_the_last_bits_share_their_rank(apart: float, expected: list[int]) -> None:
    scores = np.array([[60.0], [60.0 * (1 + apart)], [0.1]])

    assert [ranked(scores).ravel().tolist(), ranks(scores).ravel().tolist(), many._by_sorting(scores).ravel().tolist()] == [
        expected
    ] * 3


def test_more_units_than_pairs_are_compared_for_are_ranked_too() -> None:
    scores = np.arange(150.0)[:, None]

    assert np.array_equal(ranks(scores)[:, 0], np.arange(150, 0, -1))


@pytest.mark.parametrize("share", [0.0, 0.05, 0.5, 0.63, 0.95, 1.0])
def test_quantiles_of_counted_ranks_are_exact(share: float) -> None:
    ranked_many = ranks(np.random.default_rng(1).random((7, 333)))
    halves = RankCounts.of(ranked_many[:, :100]) + RankCounts.of(ranked_many[:, 100:])

    assert np.allclose(halves.quantile(share), np.quantile(ranked_many, share, axis=1), rtol=0, atol=1e-12)
    assert np.allclose(halves.mean(), ranked_many.mean(axis=1), rtol=1e-15)


def test_replicates_without_a_score_are_counted_apart() -> None:
    counts = RankCounts.of(np.array([[1, 0, 2], [2, 1, 1]]))

    assert counts.scored.tolist() == [2, 3]
    assert counts.mean().tolist() == [1.5, 4 / 3]
    assert counts.at_most(1).tolist() == [0.5, 2 / 3]


def test_a_unit_that_never_had_a_score_has_no_quantile() -> None:
    counts = RankCounts.of(np.array([[0, 0], [1, 1]]))

    assert np.isnan(counts.quantile(0.5)).tolist() == [True, False]


@pytest.mark.parametrize("share", [0.05, 0.5, 0.95])
def test_quantiles_of_scores_are_within_their_bound(share: float) -> None:
    scores = np.random.default_rng(2).normal(50, 8, (5, 4000))
    scores[2, 7] = np.nan
    grid = Grid.around(scores[:, :250])
    halves = ScoreHistogram.of(scores[:, :900], grid) + ScoreHistogram.of(scores[:, 900:], grid)

    below = np.nanquantile(scores, share, axis=1, method="lower")
    assert (np.abs(halves.quantile(share) - below) <= grid.width / 2 + 1e-12).all()
    assert np.allclose(halves.mean(), np.nanmean(scores, axis=1))


def test_a_quantile_beyond_the_grid_is_not_made_up() -> None:
    grid = Grid.around(np.array([[1.0, 2.0]]))

    assert np.isnan(ScoreHistogram.of(np.array([[900.0, 901.0]]), grid).quantile(0.5)).all()


def test_scores_all_alike_have_a_grid_too() -> None:
    scores = np.full((1, 3), 42.0)

    assert abs(ScoreHistogram.of(scores, Grid.around(scores)).quantile(0.5)[0] - 42.0) < 1e-6


def test_a_grid_without_any_score_holds_nothing() -> None:
    scores = np.full((1, 3), np.nan)
    held = ScoreHistogram.of(scores, Grid.around(scores))

    assert np.isnan(held.mean()).all()
    assert np.isnan(held.quantile(0.5)).all()
