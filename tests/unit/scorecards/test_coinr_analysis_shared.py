"""Audit, uncertainty and results of the ASEM example against COINr's own numbers, to ten digits."""

from dataclasses import replace

import numpy as np
import pytest

import coinr
from hopluc.scorecards import Data, Definition, Scores, load_definition, score
from hopluc.scorecards.audit.audit import alike
from hopluc.scorecards.audit.coherence import components, cronbach
from hopluc.scorecards.audit.correlations import pearson, spearman
from hopluc.scorecards.audit.statistics import statistics
from hopluc.scorecards.definition import Normalise
from hopluc.scorecards.explanation.strengths import best_and_worst
from hopluc.scorecards.sources import read_figures, read_sheet
from hopluc.scorecards.tree import under
from hopluc.scorecards.uncertainty.inputs import Analysis, Input
from hopluc.scorecards.uncertainty.model import Model
from hopluc.scorecards.uncertainty.ranks import RankCounts, ranks
from hopluc.scorecards.uncertainty.removal import without_each
from hopluc.scorecards.uncertainty.sobol import plain_indices

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not coinr.FOLDER.is_dir(), reason="no reference numbers beside the checkout"),
]
NEAR = 1e-10
ALTERNATIVES = {"Winmax": 5, "Normalisation": 2, "Weights": 100, "Aggregation": 2}


@pytest.fixture(scope="module")
def asem() -> Definition:
    return load_definition(coinr.DEFINITION)


@pytest.fixture(scope="module")
def data(asem: Definition) -> Data:
    return read_figures(read_sheet(coinr.FIGURES), asem)


@pytest.fixture(scope="module")
def scores(asem: Definition, data: Data) -> Scores:
    return score(asem, data)


@pytest.fixture(scope="module")
def model(asem: Definition, data: Data) -> Model:
    """The four uncertain inputs of COINr's example, its hundred noisy sets of weights among them."""
    sets: dict[str, dict[str, float]] = {}
    for row in coinr.records("sa_noisy_weights_100"):
        sets.setdefault(row["rep"], {})[row["iCode"]] = float(row["Weight"])
    scales = ({"method": "min-max", "low": 1, "high": 100}, {"method": "z-score", "mean": 10, "spread": 2})
    inputs = (
        Input("Winmax", "any-of", key="steps.treat.points", values=(1, 2, 3, 4, 5)),
        Input("Normalisation", "any-of", key="steps.normalise", values=scales),
        Input("Weights", "weight-sets", sets=tuple(sets.values())),
        Input("Aggregation", "any-of", key="steps.aggregate.method", values=("arithmetic", "geometric")),
    )
    nominal = replace(asem, steps=replace(asem.steps, normalise=Normalise(low=1, high=100)))
    return Model(nominal, data, Analysis(inputs, count=100))


@pytest.fixture(scope="module")
def replicates(model: Model) -> np.ndarray:
    """The scores of COINr's hundred replicates, units in the order of its tables."""
    sample = coinr.records("sa_UA_N100_sample")
    points = [[(int(row[f"{name}_idx"]) - 0.5) / count for name, count in ALTERNATIVES.items()] for row in sample]
    order = [model.data.units.index(unit) for unit in coinr.table("sa_UA_N100_scores").units]
    return model.scores(np.array(points))[order]


def test_scores_of_all_replicates_are_coinrs(replicates: np.ndarray) -> None:
    assert coinr.apart(replicates, coinr.table("sa_UA_N100_scores").values[:, 1:]) < NEAR


def test_ranks_of_all_replicates_are_coinrs(replicates: np.ndarray, model: Model) -> None:
    theirs = coinr.table("sa_UA_N100_ranks")
    order = [model.nominal.units.index(unit) for unit in theirs.units]

    assert np.array_equal(ranks(replicates), theirs.values[:, 1:])
    assert np.array_equal(model.nominal.rank_of("Index")[order], theirs.values[:, 0])


def test_summaries_of_ranks_are_coinrs(replicates: np.ndarray) -> None:
    counts = RankCounts.of(ranks(replicates))
    ours = np.stack((counts.mean(), counts.quantile(0.5), counts.quantile(0.05), counts.quantile(0.95)), axis=1)

    assert coinr.apart(ours, coinr.table("sa_UA_N100_rankstats").values[:, 1:]) < NEAR


def test_sobol_estimates_of_a_linear_function_are_coinrs() -> None:
    outcome = np.array([float(row["y"]) for row in coinr.records("sa_linear_sample")])
    theirs = coinr.table("sa_linear_indices", key="Variable").values

    first, total = plain_indices(outcome, 3)

    assert coinr.apart(np.stack((first, total), axis=1), theirs) < NEAR


def test_statistics_and_their_flags_are_coinrs(scores: Scores) -> None:
    raw = scores.stages["raw"]
    numbers = {
        "Min": "least", "Max": "greatest", "Mean": "mean", "Median": "median", "Std": "spread", "Skew": "skewness", "Kurt": "kurtosis",
        "N.Avail": "available", "N.NonZero": "nonzero", "N.Unique": "unique", "N.Same": "same",
        "Frc.Avail": "availability", "Frc.NonZero": "share_nonzero", "Frc.Unique": "share_unique", "Frc.Same": "share_same",
    }  # fmt: skip
    flags = {"Flag.Avail": "few", "Flag.NonZero": "zeros", "Flag.Unique": "alike", "Flag.SkewKurt": "outliers"}

    for row in coinr.records("stats_Raw"):
        found = statistics(row["iCode"], raw.values[:, raw.codes.index(row["iCode"])])
        for theirs, ours in numbers.items():
            assert getattr(found, ours) == pytest.approx(float(row[theirs]), rel=NEAR, abs=1e-12)
        assert [getattr(found, ours) for ours in flags.values()] == [row[theirs] != "ok" for theirs in flags]


def test_correlations_of_groups_are_coinrs(scores: Scores) -> None:
    for row in coinr.records("corr_Agg_L2_L2"):
        first, second = scores.of(row["Var1"])[:, None], scores.of(row["Var2"])[:, None]
        assert pearson(first, second)[0, 0] == pytest.approx(float(row["Correlation"]), rel=NEAR)


def test_the_index_goes_with_itself_as_in_coinr(scores: Scores) -> None:
    index = scores.of("Index")[:, None]

    assert pearson(index, index)[0, 0] == pytest.approx(
        coinr.number(coinr.records("corr_Agg_L4_pearson")[0]["Correlation"]), rel=NEAR
    )
    assert spearman(index, index)[0, 0] == pytest.approx(
        coinr.number(coinr.records("corr_Agg_L4_spearman")[0]["Correlation"]), rel=NEAR
    )


def test_pairs_that_correlate_highly_are_coinrs(scores: Scores) -> None:
    found = {
        (pair.group, frozenset((pair.first, pair.second))): pair.correlation
        for branch in scores.tree.branches
        if branch.level == 2
        for pair in alike(scores, branch, 0.75)
    }
    theirs = {
        (row["Group"], frozenset((row["Ind1"], row["Ind2"]))): float(row["Corr"])
        for row in coinr.records("corrflags_high_.75_lev2")
    }

    assert found.keys() == theirs.keys()
    assert [found[pair] for pair in theirs] == pytest.approx(list(theirs.values()), rel=NEAR)


def test_reliability_of_every_group_is_coinrs(scores: Scores) -> None:
    tree = scores.tree
    columns = {branch.code: branch.parts for branch in tree.branches if branch.level == 2}
    for branch in (branch for branch in tree.branches if branch.level == 3):
        columns[f"{branch.code}_pillars"] = branch.parts
    columns["All_ind"] = under(tree, tree.branches[-1])

    for row in coinr.records("cronbach"):
        assert cronbach(scores.values[:, columns[row["group"]]]) == pytest.approx(float(row["alpha"]), rel=NEAR)


def test_principal_components_are_coinrs_but_for_their_sign(scores: Scores) -> None:
    theirs = coinr.table("pca_L2_Conn_rotation", key="var")
    found = components(np.stack([scores.of(code) for code in theirs.units], axis=1))

    assert coinr.apart(found.spread, np.array([float(row["sdev"]) for row in coinr.records("pca_L2_Conn_sdev")])) < 1e-9
    signs = np.sign((found.loadings * theirs.values).sum(axis=0))
    assert np.abs(found.loadings * signs - theirs.values).max() < 1e-9


def test_ranks_without_each_group_are_coinrs(scores: Scores) -> None:
    theirs = coinr.table("remove_L2_ranks")
    found = without_each(scores, 2)
    rows = [found.units.index(unit) for unit in theirs.units]

    assert np.array_equal(found.nominal[rows], theirs.values[:, 0])
    assert np.array_equal(
        found.ranks[np.ix_(rows, [found.codes.index(code) for code in theirs.codes[1:]])], theirs.values[:, 1:]
    )


def test_strengths_and_weaknesses_of_a_unit_are_coinrs(scores: Scores) -> None:
    for mine, name in zip(best_and_worst(scores, "VNM"), ("strengths_VNM", "weaknesses_VNM"), strict=True):
        assert [(mark.code, str(mark.rank)) for mark in mine] == [(row["Code"], row["Rank"]) for row in coinr.records(name)]


def test_the_summary_of_a_unit_is_coinrs(scores: Scores) -> None:
    row = scores.units.index("VNM")

    for theirs in coinr.records("unitsummary_VNM"):
        ours = scores.of(theirs["Code"])[row], scores.rank_of(theirs["Code"])[row]
        assert ours == pytest.approx((float(theirs["Score"]), float(theirs["Rank"])), rel=NEAR)
