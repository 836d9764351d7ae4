"""Every number COINr computed in the steps from figures to ranks is ours too, to 1e-10 relative; where COINr is wrong we are not."""

import csv
import io
from dataclasses import replace

import numpy as np
import pytest

import coinr
from hopluc.scorecards import Data, Definition, Scores, load_definition, score
from hopluc.scorecards.definition import (
    Aggregate,
    Bounds,
    Goalposts,
    Impute,
    Normalise,
    Steps,
    Treat,
    Weigh,
)
from hopluc.scorecards.moments import deviation, greatest, kurtosis, least, mean, median, skewness
from hopluc.scorecards.normalise import Marks, normalise
from hopluc.scorecards.screen import coverage_of
from hopluc.scorecards.sources import read_figures, read_metadata, read_sheet
from hopluc.scorecards.treat import box_cox, log, log_gii, winsorise
from hopluc.scorecards.tree import effective, tree_of, under
from hopluc.scorecards.written import as_tables

NEAR = 1e-10
pytestmark = [pytest.mark.shared, pytest.mark.skipif(not coinr.FOLDER.is_dir(), reason="the reference numbers are absent")]


@pytest.fixture(scope="module")
def asem() -> Definition:
    return load_definition(coinr.DEFINITION)


@pytest.fixture(scope="module")
def data(asem: Definition) -> Data:
    return read_figures(read_sheet(coinr.FIGURES), asem)


@pytest.fixture(scope="module")
def scores(asem: Definition, data: Data) -> Scores:
    return score(asem, data)


def off(scores: Scores, stage: str, name: str) -> float:
    left, theirs = scores.stages[stage], coinr.table(name)
    return coinr.apart(coinr.in_order(left.codes, left.units, left.values, theirs), theirs.values)


def stepping(asem: Definition, **steps: object) -> Definition:
    return replace(asem, steps=replace(asem.steps, **steps))


@pytest.mark.parametrize("stage", ["raw", "denominated", "imputed", "screened", "treated", "normalised", "aggregated"])
def test_each_step_leaves_what_coinr_leaves(scores: Scores, stage: str) -> None:
    assert off(scores, stage, f"dset_{stage.title()}") < NEAR


def test_the_metadata_table_of_coinr_makes_the_same_definition(asem: Definition) -> None:
    made = read_metadata(read_sheet(coinr.FOLDER / "in_ASEM_iMeta.csv"), "asem")

    assert (made.indicators, made.groups) == (asem.indicators, asem.groups)
    assert (made.denominators, made.classes) == (asem.denominators, asem.classes)


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("norm_n_minmax_0_100", Normalise("min-max", low=0, high=100)),
        ("norm_n_minmax_1_100", Normalise("min-max", low=1, high=100)),
        ("norm_n_zscore_10_2", Normalise("z-score", mean=10, spread=2)),
        ("norm_n_rank", Normalise("rank")),
    ],
)
def test_a_normalisation_of_the_treated_figures_is_coinrs(asem: Definition, data: Data, name: str, rule: Normalise) -> None:
    assert off(score(stepping(asem, normalise=rule), data), "normalised", name) < NEAR


def test_the_distance_to_the_targets_is_coinrs(asem: Definition, data: Data) -> None:
    raw = replace(asem, steps=Steps(normalise=Normalise("distance-to-target", low=0, high=1)))

    assert off(score(raw, data), "normalised", "norm_n_dist2targ_Raw_useiMeta") < NEAR


def test_goalposts_are_coinrs(asem: Definition, data: Data) -> None:
    posts = {
        row["iCode"]: Goalposts(float(row["goalpost_lower"]), float(row["goalpost_upper"]))
        for row in coinr.records("in_goalposts")
    }
    indicators = tuple(replace(one, goalposts=posts[one.code]) for one in asem.indicators)
    raw = replace(asem, indicators=indicators, steps=Steps(normalise=Normalise("goalposts")))

    assert off(score(raw, data), "normalised", "norm_n_goalposts_Raw_q10q90") < NEAR


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("agg_mm1_100_a_amean", Aggregate("arithmetic")),
        ("agg_mm1_100_a_gmean", Aggregate("geometric")),
        ("agg_mm1_100_mixed_amean_gmean_amean", Aggregate(levels=("arithmetic", "geometric", "arithmetic"))),
    ],
)
def test_an_aggregation_is_coinrs(asem: Definition, data: Data, name: str, rule: Aggregate) -> None:
    steps = stepping(asem, normalise=Normalise(low=1, high=100), aggregate=rule)

    assert off(score(steps, data), "aggregated", name) < NEAR


def test_a_group_with_too_few_parts_has_no_score_as_in_coinr(asem: Definition, data: Data) -> None:
    raw = replace(asem, steps=Steps(aggregate=Aggregate(coverage=0.66)))

    assert off(score(raw, data), "aggregated", "agg_Raw_amean_datthresh_0.66") < NEAR


@pytest.mark.parametrize(
    ("name", "rule"),
    [("imp_Raw_i_mean", Impute("mean")), ("imp_Raw_i_median_grp_GDP_group", Impute("median", by="GDP_group"))],
)
def test_an_imputation_is_coinrs(asem: Definition, data: Data, name: str, rule: Impute) -> None:
    assert off(score(replace(asem, steps=Steps(impute=rule)), data), "imputed", name) < NEAR


def test_what_treatment_did_is_what_coinr_did(asem: Definition, scores: Scores) -> None:
    done, before = scores.treatment, scores.stages["screened"].values
    rows = {row["iCode"]: row for row in coinr.records("treat_Dets_Table")}

    assert done is not None
    skew, kurt = skewness(before), kurtosis(before)
    for column, one in enumerate(asem.indicators):
        row = rows[one.code]
        assert skew[column] == pytest.approx(float(row["check_SkewKurt0.Skew"]), rel=NEAR)
        assert kurt[column] == pytest.approx(float(row["check_SkewKurt0.Kurt"]), rel=NEAR)
        if row["check_SkewKurt0.Pass"] == "TRUE":
            assert done.points[column] == 0
            continue
        assert done.points[column] == int(row["winsorise.nwin"])
        assert done.skewness[column] == pytest.approx(float(row["check_SkewKurt1.Skew"]), rel=NEAR)
        assert done.kurtosis[column] == pytest.approx(float(row["check_SkewKurt1.Kurt"]), rel=NEAR)


def test_the_treated_points_are_coinrs(asem: Definition, scores: Scores) -> None:
    theirs = coinr.records("treat_Treated_Points")
    units = sorted(scores.units)

    assert scores.treatment is not None
    for column, one in enumerate(asem.indicators):
        for row, unit in enumerate(units):
            place = scores.units.index(unit)
            mine = "winhi" if scores.treatment.high[place, column] else "winlo" if scores.treatment.low[place, column] else ""
            assert mine == theirs[row].get(one.code, "")


def test_the_treated_points_go_out_as_coinrs(asem: Definition, scores: Scores) -> None:
    written = list(csv.DictReader(io.StringIO(dict(as_tables(scores))["treated-points.csv"])))

    for mine, theirs in zip(written, coinr.records("treat_Treated_Points"), strict=True):
        assert [mine[one.code] for one in asem.indicators] == [theirs.get(one.code, "") for one in asem.indicators]


def test_a_log_that_coinr_dropped_without_a_word_is_taken(asem: Definition, data: Data) -> None:
    """COINr merges the winsorising parameters into the call of its log, which fails, and gives the failing columns back untreated."""
    ours = score(stepping(asem, treat=Treat("log", otherwise="none")), data)
    untreated = score(stepping(asem, treat=None), data)
    passing = {row["iCode"] for row in coinr.records("treat_logCT_Dets_Table")}
    theirs = coinr.table("treat_logCT")
    mine = coinr.in_order(ours.stages["treated"].codes, ours.units, ours.stages["treated"].values, theirs)
    alike = {code for place, code in enumerate(theirs.codes) if coinr.apart(mine[:, place], theirs.values[:, place]) < NEAR}

    assert off(untreated, "treated", "treat_logCT") < NEAR
    assert alike == passing
    assert len(passing) == 34


def test_availability_is_coinrs(asem: Definition, data: Data) -> None:
    raw = score(replace(asem, steps=Steps()), data).stages["raw"]
    theirs = {row["uCode"]: row for row in coinr.records("screen_DataSummary")}
    imputed = score(asem, data).stages["imputed"].values
    mine = coverage_of(imputed)

    for place, unit in enumerate(raw.units):
        row = theirs[unit]
        found = mine.missing[place], mine.zero[place], mine.available[place], mine.nonzero[place]
        assert found == pytest.approx([float(row[name]) for name in ("N_missing", "N_zero", "Dat_Avail", "Non_Zero")], rel=NEAR)


def test_scores_and_ranks_of_the_index_are_coinrs(scores: Scores) -> None:
    index = {
        unit: (value, rank) for unit, value, rank in zip(scores.units, scores.of("Index"), scores.rank_of("Index"), strict=True)
    }

    for row in coinr.records("results_Summ_scores"):
        assert index[row["uCode"]] == pytest.approx((float(row["Index"]), float(row["Rank"])), rel=NEAR)
    for row in coinr.records("results_Summ_ranks"):
        assert index[row["uCode"]][1] == float(row["Index"])


def test_weights_given_and_effective_are_coinrs(asem: Definition) -> None:
    tree = tree_of(asem)
    share = effective(tree, tree.weights)

    for row in coinr.records("weights_effective"):
        column = tree.column(row["iCode"])
        assert (tree.levels[column], tree.weights[column]) == (int(row["Level"]), float(row["Weight"]))
        assert share[column] == pytest.approx(float(row["EffWeight"]), rel=NEAR)


def test_the_lineage_of_every_indicator_is_coinrs(asem: Definition) -> None:
    tree = tree_of(asem)
    below = {branch.code: {tree.codes[one] for one in under(tree, branch)} for branch in tree.branches}

    for row in coinr.records("meta_Lineage"):
        indicator, *above = row.values()
        assert [code for code in above if indicator not in below[code]] == []


def test_weights_from_the_first_component_are_coinrs_but_for_the_sign(asem: Definition, data: Data) -> None:
    ours = score(stepping(asem, weigh=(Weigh("pca", level=2),)), data)
    theirs = {row["iCode"]: float(row["Weight"]) for row in coinr.records("pca_weights_level2")}

    for branch in (branch for branch in ours.tree.branches if branch.level == 3):
        mine = ours.weights[branch.parts]
        given = np.array([theirs[ours.tree.codes[part]] for part in branch.parts])
        assert min(coinr.apart(mine, given), coinr.apart(-mine, given)) < 1e-9
    assert [remark.code for remark in ours.remarks if remark.step == "weigh"] == ["negative-weight"]


def test_ranks_without_each_group_are_coinrs(asem: Definition, data: Data) -> None:
    theirs = coinr.table("remove_L2_ranks")

    for code in theirs.codes[1:]:
        groups = tuple(replace(group, weight=0.0) if group.code == code else group for group in asem.groups)
        left = score(replace(asem, groups=groups), data)
        mine = [left.rank_of("Index")[left.units.index(unit)] for unit in theirs.units]
        assert mine == list(theirs.values[:, theirs.codes.index(code)])


def test_statistics_of_the_raw_figures_are_coinrs(scores: Scores) -> None:
    raw = scores.stages["raw"]
    found = {
        "Min": least(raw.values), "Max": greatest(raw.values), "Mean": mean(raw.values), "Median": median(raw.values),
        "Std": deviation(raw.values), "Skew": skewness(raw.values), "Kurt": kurtosis(raw.values),
    }  # fmt: skip

    for row in coinr.records("stats_Raw"):
        column = raw.codes.index(row["iCode"])
        for name, values in found.items():
            assert values[column] == pytest.approx(float(row[name]), rel=NEAR, abs=1e-12)


def test_all_replicates_of_the_uncertainty_analysis_are_coinrs(asem: Definition, data: Data) -> None:
    noisy: dict[str, dict[str, float]] = {}
    for row in coinr.records("sa_noisy_weights_100"):
        noisy.setdefault(row["rep"], {})[row["iCode"]] = float(row["Weight"])
    theirs = coinr.table("sa_UA_N100_scores")
    rules = {"1": Normalise(low=1, high=100), "2": Normalise("z-score", mean=10, spread=2)}
    means = {"1": Aggregate("arithmetic"), "2": Aggregate("geometric")}

    for run in coinr.records("sa_UA_N100_sample"):
        weights = noisy[run["Weights_idx"]]
        varied = replace(
            stepping(
                asem,
                treat=Treat(points=int(run["Winmax_idx"])),
                normalise=rules[run["Normalisation_idx"]],
                aggregate=means[run["Aggregation_idx"]],
            ),
            indicators=tuple(replace(one, weight=weights[one.code]) for one in asem.indicators),
            groups=tuple(replace(group, weight=weights[group.code]) for group in asem.groups),
        )
        found = score(varied, data)
        mine = np.array([found.of("Index")[found.units.index(unit)] for unit in theirs.units])
        assert coinr.apart(mine, theirs.values[:, theirs.codes.index(f"r_{run['run']}")]) < NEAR


X = [[coinr.number(row["x"])] for row in coinr.records("scalar_tests")] if coinr.FOLDER.is_dir() else []


def theirs_of(name: str) -> np.ndarray:
    return np.array([[coinr.number(row[name])] for row in coinr.records("scalar_tests")])


def marked(
    direction: float = 1.0, target: float = np.nan, low: float = np.nan, high: float = np.nan, reference: int = -1
) -> Marks:
    return Marks(*(np.array([mark]) for mark in (direction, target, low, high)), reference)


SHARE = {"low": 0.0, "high": 1.0}


@pytest.mark.parametrize(
    ("name", "rule", "marks"),
    [
        ("mm", Normalise(), marked()),
        ("z", Normalise("z-score"), marked()),
        ("rk", Normalise("rank"), marked()),
        ("bo", Normalise("borda"), marked()),
        ("pr", Normalise("percentile-rank", **SHARE), marked()),
        ("sc", Normalise("scaled", bounds=Bounds(0, 100)), marked()),
        ("dm", Normalise("distance-to-maximum", **SHARE), marked()),
        ("fm", Normalise("fraction-of-maximum", **SHARE), marked()),
        ("dt", Normalise("distance-to-target", **SHARE), marked(target=3)),
        ("dtc", Normalise("distance-to-target", capped=True, **SHARE), marked(target=3)),
        ("dtn", Normalise("distance-to-target", **SHARE), marked(direction=-1, target=1)),
        ("gp", Normalise("goalposts"), marked(low=0.2, high=3)),
        ("gpn", Normalise("goalposts"), marked(direction=-1, low=0.2, high=3)),
        ("gpnt", Normalise("goalposts", capped=False), marked(low=0.2, high=3)),
        ("d2r", Normalise("distance-to-reference", **SHARE), marked(reference=2)),
    ],
)
def test_a_function_of_one_column_is_coinrs(name: str, rule: Normalise, marks: Marks) -> None:
    assert coinr.apart(normalise(np.array(X), rule, marks), theirs_of(name)) < NEAR


def test_the_curves_of_one_column_are_coinrs() -> None:
    column, up = np.array(X), np.array([1.0])

    assert coinr.apart(log(column, Treat(), up), theirs_of("log_CT")) < NEAR
    assert coinr.apart(box_cox(column, Treat(power=0.5), up), theirs_of("boxcox_.5")) < NEAR
    assert coinr.apart(winsorise(column, Treat())[0], theirs_of("wins")) < NEAR


def test_the_log_of_the_gii_changes_what_coinr_leaves_unchanged() -> None:
    column = np.array(X)
    top = np.nanmax(column)

    assert coinr.apart(theirs_of("log_GII"), column) == 0
    assert coinr.apart(log_gii(column, Treat(), np.array([1.0])), np.log((top - 1) * column / top + 1)) < NEAR
