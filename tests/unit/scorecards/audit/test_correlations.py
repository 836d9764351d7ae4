import numpy as np
import pytest
from scipy import stats

from hopluc.scorecards.audit.coherence import components, cronbach
from hopluc.scorecards.audit.correlations import METHODS, covariance, kendall, p_values, pearson, spearman
from hopluc.scorecards.audit.importance import correlation_ratio
from hopluc.scorecards.audit.statistics import statistics


@pytest.fixture
def columns() -> np.ndarray:
    """Four columns of whole numbers, so with ties, and some of them missing."""
    chance = np.random.default_rng(5)
    values = chance.integers(0, 9, (30, 4)).astype(float)
    values[chance.random(values.shape) < 0.15] = np.nan
    return values


@pytest.mark.parametrize(
    ("name", "theirs"), [("pearson", stats.pearsonr), ("spearman", stats.spearmanr), ("kendall", stats.kendalltau)]
)
def test_each_correlation_is_taken_over_the_units_two_columns_share(name: str, theirs: object, columns: np.ndarray) -> None:
    found = METHODS[name](columns, columns)

    for one in range(4):
        for two in range(4):
            both = ~np.isnan(columns[:, one] + columns[:, two])
            expected = theirs(columns[both, one], columns[both, two])[0]  # type: ignore[operator]
            assert found[one, two] == pytest.approx(expected, rel=1e-12, abs=1e-14)


def test_ranks_of_complete_columns_are_taken_at_once(columns: np.ndarray) -> None:
    filled = np.nan_to_num(columns)

    assert spearman(filled, filled)[0, 1] == pytest.approx(stats.spearmanr(filled[:, 0], filled[:, 1])[0])


def test_how_likely_a_correlation_is_by_chance_is_students(columns: np.ndarray) -> None:
    both = ~np.isnan(columns[:, 0] + columns[:, 1])

    assert p_values(columns, columns)[0, 1] == pytest.approx(stats.pearsonr(columns[both, 0], columns[both, 1])[1])


def test_what_cannot_be_correlated_has_no_correlation() -> None:
    apart = np.array(
        [[1.0, np.nan, 3.0, 1.0], [2.0, np.nan, 3.0, np.nan], [np.nan, 5.0, 3.0, np.nan], [4.0, np.nan, 3.0, np.nan]]
    )

    assert np.isnan(pearson(apart, apart)[0]).tolist() == [False, True, True, True]
    assert np.isnan(spearman(apart, apart)[0]).tolist() == [False, True, True, True]
    assert np.isnan(kendall(apart, apart)[0, 2])
    assert np.isnan(covariance(apart, apart)[0, 3])


def test_alpha_is_that_of_the_formula_with_variances() -> None:
    values = np.random.default_rng(6).normal(0, 1, (40, 5)) + np.random.default_rng(7).normal(0, 1, (40, 1))

    parts = values.shape[1]
    assert cronbach(values) == pytest.approx(
        parts / (parts - 1) * (1 - values.var(axis=0, ddof=1).sum() / values.sum(axis=1).var(ddof=1))
    )


def test_a_group_of_one_part_has_no_alpha() -> None:
    assert np.isnan(cronbach(np.ones((5, 1))))
    assert np.isnan(cronbach(np.ones((5, 2))))


def test_components_share_out_all_variance() -> None:
    values = np.random.default_rng(8).normal(0, [1, 5, 9], (60, 3))
    values[3, 1] = np.nan

    found = components(values)

    assert found.units == 59
    assert (found.spread**2).sum() == pytest.approx(3)
    assert found.explained.sum() == pytest.approx(1)
    assert np.allclose(found.loadings.T @ found.loadings, np.eye(3))
    assert (found.loadings.sum(axis=0) >= 0).all()
    assert found.kept == int((found.spread > 1).sum())


def test_too_few_complete_units_have_no_components() -> None:
    found = components(np.array([[1.0, np.nan], [np.nan, 2.0]]))

    assert (found.units, found.kept, found.spread.size) == (0, 0, 0)


def test_a_constant_part_has_no_place_in_the_components() -> None:
    found = components(np.array([[1.0, 5.0], [2.0, 5.0], [4.0, 5.0]]))

    assert np.abs(found.loadings[:, 0]).tolist() == pytest.approx([1.0, 0.0])


def test_importance_follows_bent_relations_and_not_chance() -> None:
    x = np.linspace(0, 1, 60)

    assert correlation_ratio(x, (x - 0.5) ** 2) > 0.95
    assert correlation_ratio(x, np.random.default_rng(9).random(60)) < 0.25
    assert np.isnan(correlation_ratio(np.ones(60), x))
    assert np.isnan(correlation_ratio(x[:3], x[:3]))


def test_a_column_without_figures_has_no_statistics_but_is_marked() -> None:
    found = statistics("x", np.full(4, np.nan))

    assert np.isnan([found.least, found.median, found.mean, found.spread, found.skewness]).all()
    assert (found.available, found.few, found.zeros, found.alike, found.outliers) == (0, True, True, True, False)
