"""The kernel of many replicates against the aggregation of a single table."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import small_index
from hopluc.scorecards.aggregate import aggregate
from hopluc.scorecards.definition import Aggregate
from hopluc.scorecards.tree import tree_of
from hopluc.scorecards.uncertainty.means import aggregated, indicator_shares, power_of
from hopluc.scorecards.uncertainty.streams import normals, uniforms

TREE = tree_of(small_index.definition())
MEANS = [Aggregate("arithmetic"), Aggregate("geometric"), Aggregate("harmonic"), Aggregate("generalised", power=2.5)]


@st.composite
def cases(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray, tuple[Aggregate, ...]]:
    chance = np.random.default_rng(draw(st.integers(0, 10_000)))
    shared = draw(st.booleans())
    values = chance.uniform(1, 100, (5, 4) if shared else (3, 5, 4))
    if draw(st.booleans()):
        values[chance.random(values.shape) < 0.3] = np.nan
    rules = tuple(draw(st.sampled_from(MEANS)) for _ in TREE.branches)
    weights = chance.uniform(0.1, 3, (len(TREE.codes), 3))
    return values, weights, rules


@given(cases())
def test_replicates_are_aggregated_as_single_tables_are(case: tuple[np.ndarray, np.ndarray, tuple[Aggregate, ...]]) -> None:
    values, weights, rules = case

    every = aggregate(values, TREE, weights.T, rules)
    for column in range(len(TREE.codes)):
        assert np.allclose(aggregated(values, TREE, weights, rules, column), every[..., column].T, rtol=1e-12, equal_nan=True)


@pytest.mark.parametrize("rule", [Aggregate(coverage=0.6), Aggregate(parts=2)])
def test_a_group_with_too_little_of_its_parts_has_no_score(rule: Aggregate) -> None:
    values = np.full((5, 4), 50.0)
    values[0, 0] = np.nan
    weights = np.ones((len(TREE.codes), 2))

    scores = aggregated(values, TREE, weights, [rule] * 3, TREE.column("human"))

    assert np.isnan(scores).tolist() == [[True, True]] + [[False, False]] * 4


def test_effective_weights_are_shares_of_the_whole() -> None:
    weights = np.tile(TREE.weights[:, None], 2)

    assert indicator_shares(TREE, weights, TREE.column("index"))[:, 0].round(12).tolist() == [
        0.166666666667,
        0.5,
        0.166666666667,
        0.166666666667,
    ]
    assert indicator_shares(TREE, weights, TREE.column("human"))[:, 0].tolist() == [0.25, 0.75, 0.0, 0.0]


def test_only_means_of_a_power_have_a_power() -> None:
    assert [power_of(Aggregate(method)) for method in ("arithmetic", "geometric", "harmonic", "copeland")] == [
        1.0,
        0.0,
        -1.0,
        None,
    ]
    assert power_of(Aggregate("generalised", power=3)) == 3


def test_a_stream_follows_from_its_seed_alone() -> None:
    seeds = np.array([0.1, 0.7, 0.1])

    drawn = uniforms(seeds, 200)

    assert np.array_equal(drawn[:, 0], drawn[:, 2])
    assert np.array_equal(drawn[:5], uniforms(seeds, 5))
    assert abs(np.corrcoef(drawn[:, 0], drawn[:, 1])[0, 1]) < 0.2


def test_streams_are_uniform_and_normal_and_do_not_go_together() -> None:
    seeds = np.linspace(0, 1, 20_000, endpoint=False)

    even, bell = uniforms(seeds, 3), normals(seeds, 3)

    assert np.abs(np.histogram(even, bins=20, range=(0, 1))[0] / 3000 - 1).max() < 0.08
    assert np.abs(np.corrcoef(even) - np.eye(3)).max() < 0.03
    assert np.abs(bell.mean(axis=1)).max() < 0.03
    assert np.abs(bell.std(axis=1) - 1).max() < 0.03
