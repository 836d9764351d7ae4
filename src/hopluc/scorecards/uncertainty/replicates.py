"""Run an uncertainty analysis: ranks of every unit over all replicates, with intervals, in memory that does not grow.

Replicates are computed in jobs of fixed size and put together in their order, so the result is the same, bit for bit,
whatever the number of workers.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial
from typing import Final, TypeVar

import numpy as np

from hopluc.scorecards.arrays import Floats
from hopluc.scorecards.uncertainty.designs import DESIGNS, Points, blocks
from hopluc.scorecards.uncertainty.histograms import Grid, ScoreHistogram
from hopluc.scorecards.uncertainty.model import Model
from hopluc.scorecards.uncertainty.ranks import RankCounts, ranks

JOB: Final = 8  # blocks of a design in one job
TRIED: Final = 256  # replicates from which the grid of scores is laid out


@dataclass(frozen=True)
class Uncertainty:
    """Where each unit of the data could rank. Arrays have one entry a unit; `level` is that of the intervals (0.9: 5 % to 95 %).

    `scores` and `places` are those of the index as defined; ranks are exact, score quantiles off by at most `bound`.
    """

    units: tuple[str, ...]
    replicates: int
    level: float
    scores: Floats
    places: Floats
    ranks: RankCounts
    spread: ScoreHistogram

    @property
    def median(self) -> Floats:
        """The median rank of each unit."""
        return self.ranks.quantile(0.5)

    @property
    def interval(self) -> tuple[Floats, Floats]:
        """From which rank to which each unit lies in `level` of the replicates."""
        return self.ranks.quantile((1 - self.level) / 2), self.ranks.quantile((1 + self.level) / 2)

    @property
    def score_interval(self) -> tuple[Floats, Floats]:
        """From which score to which each unit lies in `level` of the replicates, each end off by at most `bound`."""
        return self.spread.quantile((1 - self.level) / 2), self.spread.quantile((1 + self.level) / 2)

    @property
    def bound(self) -> float:
        """How far a score quantile may be off."""
        return self.spread.grid.width / 2

    @property
    def without(self) -> "np.ndarray[tuple[int, ...], np.dtype[np.int64]]":
        """In how many replicates each unit had no score: left out, or lacking what a geometric mean needs."""
        return self.ranks.counts[:, 0]


Progress = Callable[[int, int], None]
Part = tuple[RankCounts, ScoreHistogram]
Job = TypeVar("Job")
Result = TypeVar("Result")


def uncertainty(model: Model, *, executor: Executor | None = None, progress: Progress | None = None) -> Uncertainty:
    """The ranks of all units over the replicates that the model's analysis asks for.

    `executor` shares the jobs out (a process pool, or what a Dask client gives); `progress` hears how many replicates are
    done, of how many, and may raise to stop.
    """
    analysis = model.analysis
    pieces = blocks(analysis.count)
    jobs = [pieces[start : start + JOB] for start in range(0, len(pieces), JOB)]
    grid = Grid.around(model.scores(_points(model, pieces[0])[:TRIED]))
    counts, spread, done = None, None, 0
    for job, (part, scores) in zip(jobs, done_in_order(partial(_job, model, grid), jobs, executor), strict=True):
        counts, spread = part if counts is None else counts + part, scores if spread is None else spread + scores
        done += sum(map(len, job))
        if progress is not None:
            progress(done, analysis.count)
    assert counts is not None
    assert spread is not None
    nominal = model.nominal_scores()
    places = ranks(nominal[:, None])[:, 0].astype(np.float64)
    places[places == 0] = np.nan
    return Uncertainty(model.data.units, analysis.count, analysis.level, nominal, places, counts, spread)


def done_in_order(work: Callable[[Job], Result], jobs: Iterable[Job], executor: Executor | None) -> Iterator[Result]:
    """The results of all jobs in their order, shared out by the executor where there is one; jobs not begun are dropped at a stop."""
    if executor is None:
        yield from map(work, jobs)
        return
    waiting = deque(executor.submit(work, job) for job in jobs)
    try:
        while waiting:
            yield waiting.popleft().result()
    finally:
        for left in waiting:
            left.cancel()


def _job(model: Model, grid: Grid, job: list[range]) -> Part:
    parts = [_part(model, grid, rows) for rows in job]
    counts, spread = parts[0]
    for more, scores in parts[1:]:
        counts, spread = counts + more, spread + scores
    return counts, spread


def _part(model: Model, grid: Grid, rows: range) -> Part:
    scores = model.scores(_points(model, rows))
    return RankCounts.of(ranks(scores)), ScoreHistogram.of(scores, grid)


def _points(model: Model, rows: range) -> Points:
    analysis = model.analysis
    return DESIGNS[analysis.design](analysis.seed, rows, len(analysis.inputs))
