"""How many replicates of an index a second, and how long audit and profiles take: `python -m benchmarks.scorecards [IDATA.csv]`.

The index is the ASEM example of COINr (`benchmarks/asem.yaml`: 51 units, 49 indicators, four levels); its table of figures is not
part of this repository, and without it figures of the same shape are drawn by chance. Rates are of processor time in one thread, so
that a busy machine changes them little; seconds are those on the clock; the best of three runs counts. Peers do the part of it they
can, weights varying over one flat level: scikit-criteria and pymcdm. ProMCDA 1.0.8 would be the nearest, but its wheel on PyPI
lacks two of its own packages (mcda.configuration, mcda.utility_functions), so it cannot be imported.
"""

import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # before numpy is loaded: a second is that of one core

import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np
import pymcdm
from skcriteria import mkdm
from skcriteria.agg.simple import WeightedSumModel

from hopluc.scorecards import Data, Definition, load_definition, score
from hopluc.scorecards.audit.audit import audit
from hopluc.scorecards.definition import Group, Indicator, Normalise, Steps, Treat
from hopluc.scorecards.explanation.plans import one_rank_up
from hopluc.scorecards.pages import audit_page, profile_page
from hopluc.scorecards.sources import read_figures, read_sheet
from hopluc.scorecards.uncertainty.influence import influence
from hopluc.scorecards.uncertainty.inputs import Analysis, Input
from hopluc.scorecards.uncertainty.model import Model
from hopluc.scorecards.uncertainty.ranks import ranks
from hopluc.scorecards.uncertainty.replicates import uncertainty

HERE = Path(__file__).parent
BESIDE = HERE.parents[1] / "shared" / "coinr" / "in_ASEM_iData.csv"
RUNS = 3
COINR = 10
"""Replicates a second of COINr 1.1.14 on this example, measured once with R 4.2.2: 0.10 processor seconds each."""


def best(work: Callable[[], Any], clock: Callable[[], float] = time.process_time) -> float:
    """The seconds of the fastest of three runs, of processor time unless another clock is given."""
    found = []
    for _ in range(RUNS):
        start = clock()
        work()
        found.append(clock() - start)
    return min(found)


def asem() -> tuple[Definition, Data, str]:
    """The ASEM index with indicators from 1 to 100, its figures, and where they came from."""
    definition = load_definition(HERE / "asem.yaml")
    definition = replace(definition, steps=replace(definition.steps, normalise=Normalise(low=1, high=100)))
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else BESIDE
    if path.is_file():
        return definition, read_figures(read_sheet(path), definition), "figures of COINr's example"
    chance, units = np.random.default_rng(1), tuple(f"U{place:02}" for place in range(51))
    data = Data(
        units,
        tuple(one.code for one in definition.indicators),
        chance.lognormal(1, chance.uniform(0.2, 1.2, len(definition.indicators)), (51, len(definition.indicators))),
        denominators={one.code: chance.lognormal(3, 0.5, 51) for one in definition.denominators},
        classes={one.code: tuple(chance.choice(["a", "b"], 51)) for one in definition.classes},
    )
    return definition, data, "figures drawn by chance in the shape of COINr's example"


def provinces() -> tuple[Definition, Data]:
    """An index of 52 indicators in seven pillars and two sub-indices over 34 units, figures drawn by chance."""
    chance = np.random.default_rng(2)
    sizes = (7, 7, 5, 6, 10, 9, 8)
    pillars = tuple(Group(f"P{place}", f"Pillar {place}", "input" if place <= 5 else "output") for place in range(1, 8))
    groups = (Group("index", "Index"), Group("input", "Input", "index"), Group("output", "Output", "index"), *pillars)
    indicators = tuple(
        Indicator(f"I{pillar}{place:02}", f"Indicator {pillar}.{place}", f"P{pillar}")
        for pillar, size in enumerate(sizes, 1)
        for place in range(1, size + 1)
    )
    steps = Steps(treat=Treat(), normalise=Normalise(low=1, high=100))
    definition = Definition("made-up", "2026", "Made-up index", "example", "made up", groups, indicators, steps=steps)
    units, common = tuple(f"T{place:02}" for place in range(34)), chance.normal(0, 1, (34, 1))
    values = np.exp(0.5 * common + chance.normal(0, 0.6, (34, 52)))
    return definition, Data(units, tuple(one.code for one in indicators), values)


def four_inputs(definition: Definition) -> tuple[Input, ...]:
    """What COINr varies in its own example: the limit of winsorisation, normalisation, weights (100 noisy sets), aggregation."""
    chance = np.random.default_rng(3)
    parts = [group.code for group in definition.groups]
    sets = tuple(dict(zip(parts, map(float, chance.uniform(0.75, 1.25, len(parts))), strict=True)) for _ in range(100))
    scales = ({"method": "min-max", "low": 1, "high": 100}, {"method": "z-score", "mean": 10, "spread": 2})
    return (
        Input("winsorisation", "any-of", key="steps.treat.points", values=(1, 2, 3, 4, 5)),
        Input("normalisation", "any-of", key="steps.normalise", values=scales),
        Input("weights", "weight-sets", sets=sets),
        Input("aggregation", "any-of", key="steps.aggregate.method", values=("arithmetic", "geometric")),
    )


def rate(definition: Definition, data: Data, inputs: tuple[Input, ...], count: int) -> float:
    """Replicates a second with ranks and their counts, the model built anew each time."""
    return count / best(lambda: uncertainty(Model(definition, data, Analysis(inputs, count=count))))


def flat(data: np.ndarray) -> None:
    """Scores and ranks of 51 x 49 under weights of one level: ours and the peers', on the same matrix and weights."""
    low, high = data.min(axis=0), data.max(axis=0)
    matrix = (data - low) / np.where(high > low, high - low, 1)
    weights = np.random.default_rng(4).dirichlet(np.ones(matrix.shape[1]), 200_000)
    few = weights[:200]
    own = len(weights) / best(
        lambda: [ranks(matrix @ weights[start : start + 4096].T) for start in range(0, len(weights), 4096)]
    )
    kinds = np.ones(matrix.shape[1], dtype=int)
    method = pymcdm.methods.WSM(normalization_function=lambda column, cost: column)  # noqa: ARG005 (the matrix is normalised)

    def by_pymcdm() -> None:
        for row in few:
            pymcdm.helpers.rankdata(method(matrix, row, kinds), reverse=True)

    def by_scikit_criteria() -> None:
        model = WeightedSumModel()
        for row in few:
            _ = model.evaluate(mkdm(matrix, [max] * matrix.shape[1], weights=row)).rank_

    peers = {"pymcdm": len(few) / best(by_pymcdm), "scikit-criteria": len(few) / best(by_scikit_criteria)}
    print(f"flat weighted sum with ranks, {matrix.shape[0]} x {matrix.shape[1]}: {own:,.0f} weight sets a second")
    for name, speed in peers.items():
        print(f"  {name:16} {speed:>10,.0f} a second; ours is {own / speed:,.0f} times as fast")
    print(f"  {'ProMCDA':16} its wheel of 1.0.8 lacks two of its packages and cannot be imported")


def report(definition: Definition, data: Data) -> str:
    """The audit report as the command makes it: tables, 10,000 replicates with ranks, Sobol indices of 4,096 base points."""
    inputs = (Input("weights", "weights"), four_inputs(definition)[3])
    found = uncertainty(Model(definition, data, Analysis(inputs, count=10_000)))
    moved = influence(Model(definition, data, Analysis(inputs, count=4096, design="sobol")))
    return audit_page(audit(score(definition, data)), found, moved)


def main() -> None:
    definition, data, whence = asem()
    four = four_inputs(definition)
    print(f"{len(data.units)} units, {len(data.codes)} indicators, {whence}; one thread")
    full = rate(definition, data, four, 65_536)
    print(f"four inputs of COINr's example: {full:,.0f} replicates a second (COINr {COINR})")
    disturbed = rate(definition, data, (Input("error", "error", spread=0.05),), 8192)
    print(f"an error in every figure, so that no step is shared between replicates: {disturbed:,.0f} a second")
    weights = (Input("weights", "weights"), four[3])
    light = rate(definition, data, weights, 262_144)
    print(f"weights and aggregation only: {light:,.0f} a second")
    own, figures = provinces()
    analysis = Analysis(weights, count=1_000_000)
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as executor:
        million = best(lambda: uncertainty(Model(own, figures, analysis), executor=executor), time.perf_counter)
    print(f"1,000,000 replicates of {len(figures.units)} x {len(figures.codes)} with ranks, two processes: {million:.1f} s")
    flat(score(definition, data).stages["treated"].values)
    audited = best(lambda: report(own, figures), time.perf_counter)
    scores, found = score(own, figures), uncertainty(Model(own, figures, Analysis(weights)))
    profiles = best(
        lambda: [profile_page(scores, unit, found, one_rank_up(scores, figures, unit)) for unit in scores.units],
        time.perf_counter,
    )
    print(f"full_replicates_s: {full:.0f} 1/s")
    print(f"disturbed_replicates_s: {disturbed:.0f} 1/s")
    print(f"weights_replicates_s: {light:.0f} 1/s")
    print(f"million_s: {million:.2f} s")
    print(f"audit_s: {audited:.2f} s")
    print(f"profiles_s: {profiles:.2f} s")


if __name__ == "__main__":
    main()
