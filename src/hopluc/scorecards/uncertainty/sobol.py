"""Sobol indices (chỉ số độ nhạy Sobol): which uncertain input moves an outcome, how much alone, in all, and in pairs.

The design is Saltelli's: two independent tables A and B, then for each input i the table A with column i taken from B
(and, for pairs, B with column i from A). The estimators, all of the outcome less its mean: for the first order the mean of
Janon and Monod's (2014) and Saltelli's (2010), Jansen's for the total (1999) and Saltelli's for pairs (2002).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from hopluc.scorecards.uncertainty.designs import Design, Points

Floats = NDArray[np.float64]


def sensitivity_points(design: Design, seed: int, count: int, inputs: int, *, pairs: bool = False) -> Points:
    """The points to compute: A, B, then A with each column from B, then (for `pairs`) B with each column from A.

    `count` x (inputs + 2) rows, or `count` x (2 inputs + 2) with pairs; column k belongs to input k.
    """
    both = design(seed, range(count), 2 * inputs)
    first, second = both[:, :inputs], both[:, inputs:]
    tables = [first, second, *_exchanged(first, second)]
    if pairs:
        tables += _exchanged(second, first)
    return np.concatenate(tables)


def _exchanged(kept: Points, other: Points) -> list[Points]:
    tables = []
    for column in range(kept.shape[1]):
        table = kept.copy()
        table[:, column] = other[:, column]
        tables.append(table)
    return tables


@dataclass(frozen=True)
class Interval:
    """A number and where it lies when the points are drawn again: arrays with one entry for each input and outcome."""

    value: Floats
    low: Floats
    high: Floats


@dataclass(frozen=True)
class Sensitivity:
    """Sobol indices of each outcome: `first` and `total` are inputs x outcomes, `pairs` is inputs x inputs x outcomes.

    An outcome that does not vary has no indices: they are nan.
    """

    inputs: tuple[str, ...]
    first: Interval
    total: Interval
    pairs: Interval | None
    variance: Floats


def sensitivity(
    outcomes: Floats, inputs: Sequence[str], *, pairs: bool = False, again: int = 1000, level: float = 0.95, seed: int = 0
) -> Sensitivity:
    """The Sobol indices of outcomes computed at `sensitivity_points`, one row for each point, one column for each outcome.

    Intervals hold `level` of `again` bootstrap estimates in which whole rows of the design are drawn together, so the
    variance and all indices are drawn from the same rows.
    """
    tables = _tables(np.asarray(outcomes, dtype=np.float64), len(inputs), pairs=pairs)
    count = tables.shape[1]
    once = np.full((1, count), 1.0 / count)
    drawn = np.random.default_rng(seed).multinomial(count, np.full(count, 1.0 / count), size=again) / count
    first, total, both, variance = _indices(tables, once, pairs=pairs)
    many = _indices(tables, drawn, pairs=pairs)
    return Sensitivity(
        tuple(inputs),
        _interval(first, many[0], level),
        _interval(total, many[1], level),
        _interval(both, many[2], level) if both is not None and many[2] is not None else None,
        variance[0],
    )


def _tables(outcomes: Floats, inputs: int, *, pairs: bool) -> Floats:
    """Outcomes as tables x points x outcomes, each outcome less its mean: rounding then does no harm."""
    columns = outcomes.reshape(len(outcomes), -1)
    tables = columns.reshape((2 * inputs if pairs else inputs) + 2, -1, columns.shape[1])
    centred: Floats = tables - tables[:2].mean(axis=(0, 1))
    return centred


def _indices(tables: Floats, drawn: Floats, *, pairs: bool) -> tuple[Floats, Floats, Floats | None, Floats]:
    """First, total, pair indices and variance for each row of `drawn`: how much each point of the design counts."""
    own, other, mixed = tables[0], tables[1], tables[2:]
    inputs = (len(mixed) // 2) if pairs else len(mixed)
    variance = drawn @ (own**2 + other**2) / 2 - (drawn @ (own + other) / 2) ** 2
    safe = np.where(variance > 1e-300, variance, np.nan)
    first = np.stack([_first(drawn, tables, place, safe) for place in range(inputs)], axis=1)
    total = np.stack([drawn @ (own - mixed[place]) ** 2 / (2 * safe) for place in range(inputs)], axis=1)
    if not pairs:
        return first, total, None, safe
    both = np.full((len(drawn), inputs, inputs, own.shape[1]), np.nan)
    crossed = drawn @ (own * other)
    for one, two in combinations(range(inputs), 2):
        closed = (drawn @ (mixed[inputs + two] * mixed[one]) - crossed) / safe
        both[:, one, two] = both[:, two, one] = closed - first[:, one] - first[:, two]
    return first, total, both, safe


def _first(drawn: Floats, tables: Floats, place: int, variance: Floats) -> Floats:
    """The mean of two estimates of the first order, whose errors partly cancel.

    Janon and Monod: how two runs that share one input and nothing else go together. Saltelli: the same product, less that
    of two runs that share nothing.
    """
    own, other, mixed = tables[0], tables[1], tables[2 + place]
    mean = drawn @ (other + mixed) / 2
    with np.errstate(divide="ignore", invalid="ignore"):
        together = (drawn @ (other * mixed) - mean**2) / (drawn @ (other**2 + mixed**2) / 2 - mean**2)
    less_chance = drawn @ (other * (mixed - own)) / variance
    return np.where(np.isnan(variance), np.nan, (together + less_chance) / 2)


def plain_indices(outcomes: Floats, inputs: int) -> tuple[Floats, Floats]:
    """First and total order of one outcome as Saltelli et al. (2010) print them, the outcome not centred, variance by n - 1.

    Noisier than `sensitivity`; for comparison with programs that estimate so.
    """
    tables = np.asarray(outcomes, dtype=np.float64).reshape(inputs + 2, -1)
    own, other, mixed = tables[0], tables[1], tables[2:]
    variance = np.var(tables[:2], ddof=1)
    first: Floats = (other * (mixed - own)).mean(axis=1) / variance
    total: Floats = ((own - mixed) ** 2).mean(axis=1) / (2 * variance)
    return first, total


def _interval(value: Floats, many: Floats, level: float) -> Interval:
    low, high = np.quantile(many, [(1 - level) / 2, (1 + level) / 2], axis=0)
    return Interval(value[0], low, high)
