"""Ranks (thứ hạng) of many replicates, and their distribution kept as counts: exact, in memory that does not grow."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from hopluc.scorecards.rank import apart

Scores = NDArray[np.float64]  # units down, replicates across
Ranks = NDArray[np.int64]

FEW: Final = 100  # up to so many units comparing all pairs is faster than sorting


def ranks(scores: Scores) -> Ranks:
    """The rank of each unit in each column: 1 is best, scores alike (`rank.TIED`) share the better rank, 0 where there is no score.

    >>> ranks(np.array([[3.0], [5.0], [3.0], [np.nan]])).ravel().tolist()
    [2, 1, 2, 0]
    """
    ranked = _by_pairs(scores) if len(scores) <= FEW else _by_sorting(scores)
    missing = np.isnan(scores)
    if missing.any():
        ranked[missing] = 0
    return ranked


def _by_pairs(scores: Scores) -> Ranks:
    ranked = np.empty(scores.shape, np.int64)
    for place, own in enumerate(scores + apart(scores)):
        ranked[place] = (scores > own).view(np.uint8).sum(axis=0, dtype=np.uint8)
    ranked += 1
    return ranked


def _by_sorting(scores: Scores) -> Ranks:
    downward = -scores.T  # a missing score sorts last
    order = np.argsort(downward, axis=1, kind="stable")
    ordered = np.take_along_axis(downward, order, axis=1)
    place = np.broadcast_to(np.arange(1, ordered.shape[1] + 1), ordered.shape).copy()
    place[:, 1:][ordered[:, 1:] <= ordered[:, :-1] + apart(scores).T] = 0
    np.maximum.accumulate(place, axis=1, out=place)
    ranked = np.empty_like(place)
    np.put_along_axis(ranked, order, place, axis=1)
    return np.ascontiguousarray(ranked.T)


@dataclass(frozen=True)
class RankCounts:
    """How often each unit held each rank: `counts[unit, rank]`, rank 0 being "no score".

    Ranks are whole numbers, so the counts lose nothing: every mean and quantile drawn from them is exact.
    """

    counts: NDArray[np.int64]

    @classmethod
    def of(cls, ranked: Ranks) -> "RankCounts":
        """The counts of a table of ranks, units down and replicates across."""
        units = len(ranked)
        cells = ranked + np.arange(units)[:, None] * (units + 1)
        return cls(np.bincount(cells.ravel(), minlength=units * (units + 1)).reshape(units, units + 1))

    def __add__(self, other: "RankCounts") -> "RankCounts":
        return RankCounts(self.counts + other.counts)

    @property
    def scored(self) -> NDArray[np.int64]:
        """In how many replicates each unit had a score."""
        total: NDArray[np.int64] = self.counts[:, 1:].sum(axis=1)
        return total

    def mean(self) -> Scores:
        """The mean rank of each unit over the replicates in which it had one."""
        held = np.arange(1, self.counts.shape[1])
        with np.errstate(invalid="ignore"):
            mean: Scores = (self.counts[:, 1:] @ held) / self.scored
        return mean

    def quantile(self, share: float) -> Scores:
        """The quantile of each unit's ranks by linear interpolation (type 7 of Hyndman and Fan 1996, the default of R).

        >>> RankCounts.of(np.array([[1, 2, 2, 1], [2, 1, 1, 2]])).quantile(0.5).tolist()
        [1.5, 1.5]
        """
        position = (self.scored - 1) * share
        low = np.floor(position)
        part = position - low
        below, above = self._ordered(low), self._ordered(np.ceil(position))
        found: Scores = np.where(self.scored > 0, below + part * (above - below), np.nan)
        return found

    def at_most(self, rank: int) -> Scores:
        """The share of replicates in which each unit held this rank or a better one."""
        with np.errstate(invalid="ignore"):
            share: Scores = self.counts[:, 1 : rank + 1].sum(axis=1) / self.scored
        return share

    def _ordered(self, position: Scores) -> Scores:
        """The rank that stands at a position, from 0, of each unit's ranks put in order."""
        passed = np.cumsum(self.counts[:, 1:], axis=1)
        ordered: Scores = 1.0 + (passed <= position[:, None]).sum(axis=1)
        return ordered
