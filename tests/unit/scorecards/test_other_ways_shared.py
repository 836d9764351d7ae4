"""Steps that COINr has and whose numbers are not at hand, on its ASEM example, each computed a second time from its formula in plain Python."""

import math
import statistics
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import pytest

import coinr
from hopluc.scorecards import Data, Definition, Scores, load_definition, score
from hopluc.scorecards.definition import Aggregate, Impute, Normalise, Steps, Treat
from hopluc.scorecards.sources import read_figures, read_sheet

NEAR = 1e-10
pytestmark = [pytest.mark.shared, pytest.mark.skipif(not coinr.FOLDER.is_dir(), reason="the example's figures are absent")]
Column = list[float]
Turn = Callable[[Column], Column]


@pytest.fixture(scope="module")
def asem() -> Definition:
    return load_definition(coinr.DEFINITION)


@pytest.fixture(scope="module")
def data(asem: Definition) -> Data:
    return read_figures(read_sheet(coinr.FIGURES), asem)


def stepping(asem: Definition, **steps: object) -> Definition:
    return replace(asem, steps=replace(asem.steps, **steps))  # type: ignore[arg-type]


def columns(scores: Scores, stage: str) -> dict[str, Column]:
    found = scores.stages[stage]
    return {code: [float(value) for value in found.values[:, place]] for place, code in enumerate(found.codes)}


def alike(mine: Column, theirs: Column) -> bool:
    return len(mine) == len(theirs) and all(
        (math.isnan(one) and math.isnan(other)) or math.isclose(one, other, rel_tol=NEAR, abs_tol=1e-14)
        for one, other in zip(mine, theirs, strict=True)
    )


def skew_and_kurtosis(column: Column) -> tuple[float, float]:
    """The bias-corrected ones of Joanes and Gill."""
    n, middle = len(column), math.fsum(column) / len(column)
    second, third, fourth = (math.fsum((value - middle) ** power for value in column) for power in (2, 3, 4))
    skew = math.sqrt(n) * third / second**1.5 * math.sqrt(n * (n - 1)) / (n - 2)
    return skew, ((n + 1) * (n * fourth / second**2 - 3) + 6) * (n - 1) / ((n - 2) * (n - 3))


def well(column: Column) -> bool:
    skew, kurtosis = skew_and_kurtosis(column)
    return abs(skew) < 2 or kurtosis < 3.5


def winsorised(column: Column, most: int) -> Column:
    now, moved = list(column), 0
    while not well(now) and moved < most:
        end = max if skew_and_kurtosis(now)[0] >= 0 else min
        outermost = [place for place, value in enumerate(now) if value == end(now)]
        following = end(value for value in now if value != now[outermost[0]])
        for place in outermost:
            now[place] = following
        moved = len(outermost)
    return now


def logged(column: Column) -> Column:
    return [math.log(value - min(column) + 0.01 * (max(column) - min(column))) for value in column]


def logged_by_tail(column: Column) -> Column:
    if skew_and_kurtosis(column)[0] > 0:
        return logged(column)
    return [-math.log(max(column) + 0.01 * (max(column) - min(column)) - value) for value in column]


def rooted(column: Column) -> Column:
    return [(math.sqrt(value - min(column) + 1) - 1) / 0.5 for value in column]


TREATMENTS: dict[str, tuple[Treat, Turn, Turn | None]] = {
    "log": (Treat("log", otherwise="none"), logged, None),
    "log by the tail": (Treat("log-skewed", otherwise="none"), logged_by_tail, None),
    "Box-Cox after one point": (Treat(points=1, otherwise="box-cox", power=0.5), lambda one: winsorised(one, 1), rooted),
}


@pytest.mark.parametrize("name", TREATMENTS)
def test_a_treatment(name: str, asem: Definition, data: Data) -> None:
    rule, first, otherwise = TREATMENTS[name]
    found = score(stepping(asem, treat=rule), data)

    for code, column in columns(found, "screened").items():
        once = column if well(column) else first(column)
        wanted = otherwise(column) if otherwise is not None and not well(once) else once
        assert alike(columns(found, "treated")[code], wanted), code


def averaged_ranks(column: Column) -> Column:
    return [sum(o < v for o in column) + (sum(o == v for o in column) + 1) / 2 for v in column]


NORMALISATIONS: dict[str, tuple[Normalise, Turn]] = {
    "average ranks": (Normalise("rank", ties="average"), averaged_ranks),
    "distance to the maximum": (
        Normalise("distance-to-maximum", low=0, high=1),
        lambda one: [1 - (max(one) - value) / (max(one) - min(one)) for value in one],
    ),
    "distance to a unit": (
        Normalise("distance-to-reference", low=0, high=1, reference="AUT", capped=True),
        lambda one: [min(1 - (one[0] - value) / (one[0] - min(one)), 1.0) if one[0] > min(one) else math.nan for value in one],
    ),
    "scaled": (Normalise("scaled"), list),
}


@pytest.mark.parametrize("name", NORMALISATIONS)
def test_a_normalisation(name: str, asem: Definition, data: Data) -> None:
    rule, wanted = NORMALISATIONS[name]
    found = score(stepping(asem, normalise=rule), data)
    assert found.units[0] == "AUT"

    for one in asem.indicators:
        turned = [value * one.direction for value in columns(found, "treated")[one.code]]
        assert alike(columns(found, "normalised")[one.code], wanted(turned)), one.code


@pytest.mark.parametrize(("method", "middle"), [("own-mean", statistics.fmean), ("own-median", statistics.median)])
def test_an_imputation_from_a_units_own_indicators(
    method: str, middle: Callable[[Sequence[float]], float], asem: Definition, data: Data
) -> None:
    found = score(replace(asem, steps=Steps(impute=Impute(method, level=2))), data)
    raw, filled = columns(found, "raw"), columns(found, "imputed")

    for group in {one.parent for one in asem.indicators}:
        members = [one for one in asem.indicators if one.parent == group]
        ends = {}
        for one in members:
            known = [value * one.direction for value in raw[one.code] if not math.isnan(value)]
            ends[one.code] = min(known), max(known) - min(known)
        for row in range(len(found.units)):
            shares = [(raw[one.code][row] * one.direction - ends[one.code][0]) / ends[one.code][1] for one in members]
            known = [share for share in shares if not math.isnan(share)]
            for one in members:
                low, reach = ends[one.code]
                wanted = (middle(known) * reach + low) * one.direction if math.isnan(raw[one.code][row]) else raw[one.code][row]
                assert math.isclose(filled[one.code][row], wanted, rel_tol=NEAR), one.code


def copeland(rows: list[Column], weights: Column) -> Column:
    """The sums of the rows of the outranking matrix, each sum rounded once, the lower half as 1 less the upper."""
    own = [weight / math.fsum(weights) for weight in weights]
    size = len(rows)
    ahead = [[0.0] * size for _ in rows]
    for one in range(size):
        for other in range(one + 1, size):
            pairs = list(zip(rows[one], rows[other], own, strict=True))
            won, drawn = math.fsum(w for a, b, w in pairs if a > b), math.fsum(w for a, b, w in pairs if a == b)
            ahead[one][other] = won + drawn / 2
            ahead[other][one] = 1 - ahead[one][other]
    return [math.fsum(row) for row in ahead]


def test_copelands_scores_of_every_level(asem: Definition, data: Data) -> None:
    found = score(stepping(asem, normalise=Normalise(low=1, high=100), aggregate=Aggregate("copeland")), data)
    wanted = columns(found, "normalised")

    for branch in found.tree.branches:
        parts = [found.tree.codes[part] for part in branch.parts]
        rows = [[wanted[part][row] for part in parts] for row in range(len(found.units))]
        wanted[branch.code] = copeland(rows, [float(found.weights[part]) for part in branch.parts])
        assert alike([float(value) for value in found.of(branch.code)], wanted[branch.code]), branch.code


@pytest.mark.parametrize("power", [2.0, -1.0])
def test_a_generalised_mean_with_missing_parts(power: float, asem: Definition, data: Data) -> None:
    steps = Steps(normalise=Normalise(low=1, high=100), aggregate=Aggregate("generalised", power=power, coverage=0.66))
    found = score(replace(asem, steps=steps), data)

    for branch in found.tree.branches:
        for row in range(len(found.units)):
            known = [float(found.values[row, part]) for part in branch.parts if not np.isnan(found.values[row, part])]
            own = [float(found.weights[part]) for part in branch.parts if not np.isnan(found.values[row, part])]
            wanted = math.nan
            if known and len(known) / len(branch.parts) >= 0.66:
                wanted = (math.fsum(w * x**power for w, x in zip(own, known, strict=True)) / math.fsum(own)) ** (1 / power)
            assert alike([float(found.values[row, branch.column])], [wanted]), branch.code
