"""Other weights: the same as a definition with those weights, and how far ranks hold when weights are drawn anew."""

from dataclasses import replace

import numpy as np
import pytest

import small_index
from hopluc.scorecards import score
from hopluc.scorecards.reweighing import groups_to_weigh, reweighed, steadiness


@pytest.mark.parametrize("definition", [small_index.definition(), small_index.geometric()])
@pytest.mark.parametrize("gaps", [False, True])
def test_other_weights_give_what_a_definition_with_them_gives(definition, gaps):
    data = small_index.data(gaps=gaps)
    groups = tuple(replace(one, weight=5.0) if one.code == "output" else one for one in definition.groups)
    indicators = tuple(replace(one, weight=0.5) if one.code == "spending" else one for one in definition.indicators)
    wanted = score(replace(definition, groups=groups, indicators=indicators), data)

    found = reweighed(score(definition, data), {"output": 5.0, "spending": 0.5})

    np.testing.assert_allclose(found.values, wanted.of("index"), rtol=1e-14)
    np.testing.assert_array_equal(found.ranks, wanted.rank_of("index"))


def test_no_change_gives_the_index_as_it_is():
    scores = score(small_index.definition(), small_index.data(gaps=True))

    np.testing.assert_array_equal(reweighed(scores, {}).values, scores.of("index"))


@pytest.mark.parametrize("changes", [{"human": 0.0, "output": 0.0}, {"human": -1.0}, {"human": float("nan")}])
def test_weights_of_which_no_score_comes_are_refused_with_their_group(changes):
    scores = score(small_index.definition(), small_index.data())

    with pytest.raises(ValueError, match="index"):
        reweighed(scores, changes)


def index_group(scores):
    return groups_to_weigh(scores)[0]


def test_the_share_in_which_a_rank_is_kept_is_that_of_the_weights_which_give_it():
    """Two parts, any sharing-out as likely: a unit is first exactly where the weight of one part lies beyond a bound."""
    scores = score(small_index.definition(), small_index.data())
    human, output = scores.of("human"), scores.of("output")
    shares = np.linspace(0, 1, 100_001)
    every = shares[None, :] * human[:, None] + (1 - shares[None, :]) * output[:, None]
    places = (every[None, :, :] > every[:, None, :]).sum(axis=1) + 1
    by = reweighed(scores, {})

    found = steadiness(scores, by, index_group(scores), spread=None, top=2)

    np.testing.assert_allclose(found.kept, (places == by.ranks[:, None]).mean(axis=1), atol=0.03)
    np.testing.assert_allclose(found.leading, (places <= 2).mean(axis=1), atol=0.03)


def test_weights_drawn_nowhere_else_keep_every_rank():
    scores = score(small_index.definition(), small_index.data())
    by = reweighed(scores, {})

    found = steadiness(scores, by, index_group(scores), spread=0.0, top=1)

    assert found.kept.tolist() == [1.0] * 5
    np.testing.assert_array_equal(found.low, by.ranks)
    np.testing.assert_array_equal(found.high, by.ranks)
    assert found.leading.tolist() == [float(rank == 1) for rank in by.ranks]


def test_the_same_seed_gives_the_same_shares():
    scores = score(small_index.definition(), small_index.data())
    by = reweighed(scores, {"output": 4.0})
    first, second = (steadiness(scores, by, index_group(scores), spread=0.25, top=3) for _ in range(2))

    np.testing.assert_array_equal(first.kept, second.kept)
    np.testing.assert_array_equal(first.low, second.low)


def test_the_groups_to_weigh_are_those_of_several_parts_the_topmost_first():
    scores = score(small_index.definition(), small_index.data())

    assert [one.code for one in groups_to_weigh(scores)] == ["index", "human", "output"]


def test_a_unit_without_a_score_keeps_no_rank():
    data = small_index.data()
    data.values[2] = np.nan
    scores = score(small_index.definition(), data)
    by = reweighed(scores, {})

    found = steadiness(scores, by, index_group(scores), spread=0.25, top=2)

    assert np.isnan([found.kept[2], found.leading[2], found.low[2]]).all()
