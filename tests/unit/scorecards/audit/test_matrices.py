"""The correlations of a group, and what an auditor marks in them."""

import numpy as np
import pytest

import small_index
from hopluc.scorecards import score
from hopluc.scorecards.audit.matrices import AGAINST, FAINT, REPEATS, Matrix, by_chance, marked, matrix
from hopluc.scorecards.reweighing import groups_to_weigh


def a_matrix(pair, with_group, units=34):
    together = np.array([[1.0, pair], [pair, 1.0]])
    return Matrix("group", ("a", "b"), together, np.array(with_group), np.array(with_group), units)


def test_a_matrix_is_that_of_numpy_over_the_units_scored():
    scores = score(small_index.definition(), small_index.data())
    human = next(one for one in groups_to_weigh(scores) if one.code == "human")

    found = matrix(scores, human)

    columns = np.stack([scores.of("researchers"), scores.of("spending"), scores.of("human"), scores.of("index")])
    wanted = np.corrcoef(columns)
    np.testing.assert_allclose(found.together, wanted[:2, :2], rtol=1e-12)
    np.testing.assert_allclose(found.with_group, wanted[:2, 2], rtol=1e-12)
    np.testing.assert_allclose(found.with_index, wanted[:2, 3], rtol=1e-12)
    assert (found.codes, found.units) == (("researchers", "spending"), 5)


@pytest.mark.parametrize(
    ("pair", "with_group", "wanted"),
    [
        (0.5, [0.8, 0.8], []),
        (0.93, [0.9, 0.9], [(REPEATS, "a", "b")]),
        (0.92, [0.9, 0.9], []),
        (-0.5, [0.4, 0.4], [(AGAINST, "a", "b")]),
        (-0.2, [0.4, 0.4], []),  # so weak a correlation of 34 units may be chance
        (0.1, [-0.05, 0.9], [(AGAINST, "a", "group")]),
        (0.1, [0.29, 0.9], [(FAINT, "a", "group")]),
        (float("nan"), [float("nan"), 0.9], []),
    ],
)
def test_what_is_marked(pair, with_group, wanted):
    found = marked(a_matrix(pair, with_group))

    assert [(one.kind, one.first, one.second) for one in found] == wanted


def test_a_group_of_one_part_shows_nothing():
    assert marked(Matrix("group", ("a",), np.ones((1, 1)), np.ones(1), np.array([0.1]), 34)) == ()


def test_two_units_say_nothing_of_chance():
    assert np.isnan(by_chance(2))


def test_the_limit_of_chance_is_the_correlation_of_a_p_value_of_one_in_twenty():
    assert by_chance(34) == pytest.approx(0.3388, abs=1e-4)
