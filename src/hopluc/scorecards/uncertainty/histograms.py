"""The distribution of scores in memory that does not grow: counts in narrow bins, so quantiles come with a stated bound."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from hopluc.scorecards.arrays import Floats

BINS: Final = 4096


@dataclass(frozen=True)
class Grid:
    """`BINS` bins of one width from `start`; what falls outside is counted beside them."""

    start: float
    width: float

    @classmethod
    def around(cls, scores: Floats) -> "Grid":
        """A grid over these scores with half their spread to spare on either side."""
        known = scores[np.isfinite(scores)]
        low, high = (float(known.min()), float(known.max())) if known.size else (0.0, 1.0)
        spread = (high - low) or max(abs(high), 1.0) * 1e-9
        return cls(low - spread / 2, 2 * spread / BINS)


@dataclass(frozen=True)
class ScoreHistogram:
    """Counts of each unit's scores on a grid, the bins between one for what lies below and one for what lies above.

    A quantile read from it is off by at most half the grid's `width`; sums are kept apart, so the mean is not read from bins.
    """

    grid: Grid
    counts: NDArray[np.int64]
    total: Floats

    @classmethod
    def of(cls, scores: Floats, grid: Grid) -> "ScoreHistogram":
        """The histogram of a table of scores, units down and replicates across; a unit without a score counts nowhere."""
        units, known = len(scores), np.isfinite(scores)
        every = known.all()
        kept = scores if every else np.where(known, scores, 0.0)
        bins = np.clip((kept - grid.start) / grid.width + 1, 0, BINS + 1).astype(np.int64)
        bins += (np.arange(units) * (BINS + 2))[:, None]
        counted = np.bincount(bins.ravel() if every else bins[known], minlength=units * (BINS + 2))
        return cls(grid, counted.reshape(units, BINS + 2), kept.sum(axis=1))

    def __add__(self, other: "ScoreHistogram") -> "ScoreHistogram":
        return ScoreHistogram(self.grid, self.counts + other.counts, self.total + other.total)

    def mean(self) -> Floats:
        """The mean score of each unit; nan for one that never had any."""
        with np.errstate(invalid="ignore"):
            mean: Floats = self.total / self.counts.sum(axis=1)
        return mean

    def quantile(self, share: float) -> Floats:
        """The quantile of each unit's scores, off by at most half a bin; nan where it lies outside the grid.

        >>> scores = np.array([[1.0, 2.0, 3.0]])
        >>> held = ScoreHistogram.of(scores, Grid.around(scores))
        >>> bool(abs(held.quantile(0.5)[0] - 2.0) <= held.grid.width / 2)
        True
        """
        scored = self.counts.sum(axis=1)
        passed = np.cumsum(self.counts, axis=1)
        bins = (passed <= (np.maximum(scored - 1, 0) * share)[:, None]).sum(axis=1)
        inside = (scored > 0) & (bins > 0) & (bins <= BINS)
        found: Floats = np.where(inside, self.grid.start + (bins - 0.5) * self.grid.width, np.nan)
        return found
