"""Do the parts of a group measure one thing: Cronbach's alpha and principal components (phân tích thành phần chính)."""

from dataclasses import dataclass

import numpy as np

from hopluc.scorecards.arrays import Floats
from hopluc.scorecards.audit.correlations import covariance


def cronbach(columns: Floats) -> float:
    """Cronbach's alpha (1951) of columns, units down: near 1 where they rise and fall together, nan for a single column.

    k² · mean covariance / sum of the covariance matrix, covariances over the units each two columns share.

    >>> round(cronbach(np.array([[1.0, 2.0], [2.0, 3.0], [3.0, 5.0]])), 6)
    0.947368
    """
    parts = columns.shape[1]
    if parts < 2:
        return float("nan")
    table = covariance(columns, columns)
    every = np.nansum(table)
    mean = (every - np.nansum(np.diag(table))) / (parts * (parts - 1))
    return float(parts**2 * mean / every) if every else float("nan")


@dataclass(frozen=True)
class Components:
    """Principal components of standardised columns: `loadings` parts x components, largest spread first.

    The sign of a component means nothing; it is chosen so that its loadings sum to no less than zero. `units` were complete.
    """

    spread: Floats
    loadings: Floats
    units: int

    @property
    def explained(self) -> Floats:
        """The share of all variance in each component."""
        variance = self.spread**2
        share: Floats = variance / variance.sum()
        return share

    @property
    def kept(self) -> int:
        """How many components have a variance above 1 (Kaiser's rule)."""
        return int((self.spread**2 > 1).sum())


def components(columns: Floats) -> Components:
    """Principal components over the units for which every column is known; constant columns have no part in them."""
    known = columns[~np.isnan(columns).any(axis=1)]
    units, parts = known.shape
    if units < 2:
        return Components(np.full(0, np.nan), np.full((parts, 0), np.nan), units)
    spread = known.std(axis=0, ddof=1)
    standard = (known - known.mean(axis=0)) / np.where(spread > 0, spread, np.inf)
    _, values, turned = np.linalg.svd(standard, full_matrices=False)
    loadings = turned.T * np.where(turned.sum(axis=1) < 0, -1.0, 1.0)
    return Components(values / np.sqrt(units - 1), loadings, units)
