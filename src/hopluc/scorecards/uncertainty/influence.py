"""Which uncertain inputs move the ranks: Sobol indices of the whole ranking and of every unit."""

from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial

import numpy as np

from hopluc.scorecards.arrays import Floats
from hopluc.scorecards.uncertainty.designs import BLOCK, DESIGNS, Points, blocks
from hopluc.scorecards.uncertainty.model import Model
from hopluc.scorecards.uncertainty.ranks import ranks
from hopluc.scorecards.uncertainty.replicates import Progress, done_in_order
from hopluc.scorecards.uncertainty.sobol import Sensitivity, sensitivity, sensitivity_points


@dataclass(frozen=True)
class Influence:
    """Sobol indices of the inputs. `overall` is of one outcome, by how many places a unit moves on average from its nominal
    rank; `scores` and `ranks` have one outcome a unit of the data, nan for a unit whose score or rank does not vary."""

    units: tuple[str, ...]
    replicates: int
    overall: Sensitivity
    scores: Sensitivity
    ranks: Sensitivity


def influence(
    model: Model, *, pairs: bool = False, again: int = 200, executor: Executor | None = None, progress: Progress | None = None
) -> Influence:
    """The influence of each input of a model's analysis, whose `count` is that of the base design.

    Computes `count` x (inputs + 2) replicates, or `count` x (2 inputs + 2) with `pairs`; intervals from `again` bootstrap draws.
    """
    analysis = model.analysis
    names = [one.name for one in analysis.inputs]
    points = sensitivity_points(DESIGNS[analysis.design], analysis.seed, analysis.count, len(names), pairs=pairs)
    parts, done = [], 0
    for part in done_in_order(partial(_scores, model), [points[list(rows)] for rows in blocks(len(points), BLOCK)], executor):
        parts.append(part)
        done += part.shape[1]
        if progress is not None:
            progress(done, len(points))
    scores = np.concatenate(parts, axis=1)
    places = _places(scores)
    nominal = _places(model.nominal_scores()[:, None])
    moved = np.abs(places - nominal)
    shift = np.where(np.isnan(moved), 0.0, moved).sum(axis=0) / np.maximum((~np.isnan(moved)).sum(axis=0), 1)
    estimated = partial(sensitivity, inputs=names, pairs=pairs, again=again, level=analysis.level, seed=analysis.seed)
    return Influence(model.data.units, len(points), estimated(shift[:, None]), estimated(scores.T), estimated(places.T))


def _scores(model: Model, points: Points) -> Floats:
    return model.scores(points)


def _places(scores: Floats) -> Floats:
    held = ranks(scores).astype(np.float64)
    held[held == 0] = np.nan
    return held
