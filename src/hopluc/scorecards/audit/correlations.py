"""Correlations (tương quan) between columns, each over the units for which both are known (R's pairwise.complete.obs)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from hopluc.scorecards.arrays import Floats

Correlate = Callable[[Floats, Floats], Floats]


def covariance(first: Floats, second: Floats) -> Floats:
    """The covariance (n - 1) of each column of `first` with each of `second`, units down; NaN where fewer than two units share them."""
    (own, there), (other, here) = _centred(first), _centred(second)
    shared = there.T @ here
    sums, others = own.T @ here, there.T @ other
    with np.errstate(divide="ignore", invalid="ignore"):
        found: Floats = (own.T @ other - sums * others / shared) / np.where(shared > 1, shared - 1, np.nan)
    return found


def pearson(first: Floats, second: Floats) -> Floats:
    """Pearson's correlation of each column of `first` with each of `second`.

    >>> float(pearson(np.array([[1.0], [2.0], [3.0]]), np.array([[2.0], [4.0], [6.0]]))[0, 0])
    1.0
    """
    (own, there), (other, here) = _centred(first), _centred(second)
    shared = there.T @ here
    with np.errstate(divide="ignore", invalid="ignore"):
        product = own.T @ other - (own.T @ here) * (there.T @ other) / shared
        spread = (own**2).T @ here - (own.T @ here) ** 2 / shared
        others = there.T @ other**2 - (there.T @ other) ** 2 / shared
        found: Floats = product / np.sqrt(spread * others)
    found[(spread <= 0) | (others <= 0) | (shared < 2)] = np.nan
    return np.clip(found, -1.0, 1.0)


def spearman(first: Floats, second: Floats) -> Floats:
    """Spearman's: Pearson's correlation of the ranks, ties sharing their mean rank."""
    # SciPy takes longer to import than all the rest of a command; only an audit asks for it.
    from scipy.stats import rankdata

    if not (np.isnan(first).any() or np.isnan(second).any()):
        return pearson(rankdata(first, axis=0), rankdata(second, axis=0))
    found = np.empty((first.shape[1], second.shape[1]))
    for row, own in enumerate(first.T):
        for column, other in enumerate(second.T):
            both = ~(np.isnan(own) | np.isnan(other))
            pair = rankdata(np.stack((own[both], other[both]), axis=1), axis=0)
            found[row, column] = pearson(pair[:, :1], pair[:, 1:])[0, 0] if both.sum() > 1 else np.nan
    return found


def kendall(first: Floats, second: Floats) -> Floats:
    """Kendall's tau-b: pairs of units in one order less pairs in the opposite, over those tied in neither column."""
    (own, there), (other, here) = _orders(first), _orders(second)
    with np.errstate(divide="ignore", invalid="ignore"):
        untied = np.sqrt(((own**2).T @ here) * (there.T @ other**2))
        found: Floats = own.T @ other / untied
    return found


METHODS: Mapping[str, Correlate] = {"pearson": pearson, "spearman": spearman, "kendall": kendall}


def p_values(first: Floats, second: Floats) -> Floats:
    """How likely a Pearson correlation as strong would be were there none: two-sided t test with n - 2 degrees of freedom."""
    # SciPy takes longer to import than all the rest of a command; only an audit asks for it.
    from scipy.special import stdtr

    shared = (~np.isnan(first)).T.astype(np.float64) @ ~np.isnan(second)
    found = pearson(first, second)
    with np.errstate(divide="ignore", invalid="ignore"):
        statistic = np.abs(found) * np.sqrt((shared - 2) / (1 - found**2))
        likely: Floats = 2 * stdtr(np.where(shared > 2, shared - 2, np.nan), -statistic)
    return likely


@dataclass(frozen=True)
class Pair:
    """Two columns and how strongly they go together; `group` is what both belong to."""

    group: str
    first: str
    second: str
    correlation: float


def _centred(columns: Floats) -> tuple[Floats, Floats]:
    """Columns less their mean with 0 where missing, and 1 where they are known: sums then lose no digits."""
    known = ~np.isnan(columns)
    count = np.maximum(known.sum(axis=0), 1)
    mean = np.where(known, columns, 0.0).sum(axis=0) / count
    return np.where(known, columns - mean, 0.0), known.astype(np.float64)


def _orders(columns: Floats) -> tuple[Floats, Floats]:
    """For each pair of units whether a column rises (1), falls (-1), stays or is not known (0), and whether both are known (1)."""
    rows, others = np.triu_indices(len(columns), 1)
    steps = columns[rows] - columns[others]
    return np.nan_to_num(np.sign(steps)), (~np.isnan(steps)).astype(np.float64)
