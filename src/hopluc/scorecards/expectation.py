"""The expectation-maximisation of a multivariate normal distribution with missing values (Dempster, Laird and Rubin 1977)."""

import numpy as np

from hopluc.scorecards.arrays import Floats, Truth

_STEPS, _NEAR = 1000, 1e-10


def expected(values: Floats) -> Floats:
    """Values (units, indicators) with each missing one as its expectation given the others of its unit.

    The distribution is fitted to columns brought to mean 0 and deviation 1, until no expectation moves by 1e-10 of a deviation or 1,000
    rounds are over. A unit without any value gets the means; a column without any stays missing. There must be more units than columns.
    """
    there = ~np.isnan(values)
    columns = np.flatnonzero(there.sum(axis=0) > 1)
    if there[:, columns].all():
        return values.copy()
    known = there[:, columns]
    middle, spread = np.nanmean(values[:, columns], axis=0), np.nanstd(values[:, columns], axis=0)
    spread = np.where(spread == 0, 1.0, spread)
    filled = _fitted((values[:, columns] - middle) / spread, known) * spread + middle
    whole = values.copy()
    whole[:, columns] = np.where(known, values[:, columns], filled)
    return whole


def _fitted(standard: Floats, known: Truth) -> Floats:
    now = np.where(known, standard, 0.0)
    mean, covariance = now.mean(axis=0), np.cov(now, rowvar=False, bias=True).reshape(now.shape[1], now.shape[1])
    patterns = np.unique(known, axis=0)
    for _ in range(_STEPS):
        before, spare = now.copy(), np.zeros_like(covariance)
        for pattern in patterns:
            if pattern.all():
                continue
            rows = (known == pattern).all(axis=1)
            slope, left = _conditional(covariance, pattern)
            now[np.ix_(rows, ~pattern)] = mean[~pattern] + (now[np.ix_(rows, pattern)] - mean[pattern]) @ slope
            spare[np.ix_(~pattern, ~pattern)] += rows.sum() * left
        mean = now.mean(axis=0)
        off = now - mean
        covariance = (off.T @ off + spare) / len(now)
        if np.abs(now - before).max() < _NEAR:
            break
    return now


def _conditional(covariance: Floats, pattern: Truth) -> tuple[Floats, Floats]:
    """The slopes of what is missing on what is known, and the covariance that is left."""
    inner = covariance[np.ix_(pattern, pattern)]
    cross = covariance[np.ix_(pattern, ~pattern)]
    slope: Floats = np.linalg.pinv(inner, hermitian=True) @ cross
    return slope, covariance[np.ix_(~pattern, ~pattern)] - cross.T @ slope
