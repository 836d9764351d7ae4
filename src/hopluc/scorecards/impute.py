"""Put a value where one is missing (bù số liệu thiếu). What was known is never changed; what cannot be said stays missing.

Blocks are columns that may stand in for one another: all indicators, or those of one group.
"""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from hopluc.scorecards import moments
from hopluc.scorecards.arrays import Floats, Whole
from hopluc.scorecards.definition import Impute
from hopluc.scorecards.expectation import expected

Middle = Callable[[Floats], Floats]
MIDDLES: Mapping[str, Middle] = {"mean": moments.mean, "median": moments.median}
"""What a missing value takes from the other units, indicator by indicator."""
OWN: Mapping[str, Middle] = {"own-mean": moments.mean, "own-median": moments.median}
"""What a missing value takes from the unit's other indicators, on a scale from least to greatest."""
OVER_YEARS = ("latest", "constant", "linear")
"""What a missing value takes from the same unit's other years."""
METHODS = ("none", *MIDDLES, *OWN, "nearest", "em", *OVER_YEARS)
"""Every method of imputation by its name in a definition."""


def by_middle(values: Floats, middle: Middle, classes: Sequence[str] | None) -> Floats:
    """Each missing value as the middle of its column, within its class of units where classes are given; a unit of no class stays as it is.

    >>> by_middle(np.array([[1.0], [3.0], [np.nan], [9.0]]), moments.mean, ["a", "a", "a", "b"]).ravel()
    array([1., 3., 2., 9.])
    """
    filled = values.copy()
    for word in ("",) if classes is None else sorted(set(classes) - {""}):
        of_class = np.array([classes is None or one == word for one in (classes or [""] * values.shape[-2])])
        part = values[..., of_class, :]
        filled[..., of_class, :] = np.where(np.isnan(part), middle(part)[..., None, :], part)
    return filled


def by_own(values: Floats, middle: Middle, direction: Floats, blocks: Sequence[Whole]) -> Floats:
    """Each missing value from what the same unit has in the same block, every indicator measured from least to greatest."""
    filled = values.copy()
    for block in blocks:
        turned = values[..., block] * direction[block]
        bottom = moments.least(turned)[..., None, :]
        reach = moments.greatest(turned)[..., None, :] - bottom
        share = (turned - bottom) / np.where(reach == 0, np.nan, reach)
        found = middle(np.swapaxes(share, -1, -2))[..., None] * reach + bottom
        filled[..., block] = np.where(np.isnan(turned), found * direction[block], values[..., block])
    return filled


def by_nearest(values: Floats, neighbours: int, blocks: Sequence[Whole]) -> Floats:
    """Each missing value as the mean of the nearest units that have it: nearest in the indicators both have, measured from least to greatest.

    Units equally near count in the order of the rows.

    >>> known = np.array([[1.0, 10.0], [1.1, 12.0], [9.0, 90.0], [1.0, np.nan]])
    >>> by_nearest(known, 2, [np.array([0, 1])])[3]
    array([ 1., 11.])
    """
    filled = values.copy()
    for block in blocks:
        part = values[:, block]
        reach = moments.greatest(part) - moments.least(part)
        share = part / np.where(reach == 0, np.nan, reach)
        gap = share[:, None, :] - share[None, :, :]
        common = (~np.isnan(gap)).sum(axis=-1)
        apart = np.nansum(gap**2, axis=-1) / np.where(common == 0, np.nan, common)
        np.fill_diagonal(apart, np.nan)
        for unit, column in np.argwhere(np.isnan(part)):
            able = ~np.isnan(part[:, column]) & ~np.isnan(apart[unit])
            nearest = np.flatnonzero(able)[np.argsort(apart[unit][able], kind="stable")[:neighbours]]
            if nearest.size:
                filled[unit, block[column]] = part[nearest, column].mean()
    return filled


def by_expectation(values: Floats, blocks: Sequence[Whole]) -> Floats:
    """Each missing value as its expectation under a normal distribution fitted to its block by EM."""
    filled = values.copy()
    for block in blocks:
        filled[:, block] = expected(values[:, block])
    return filled


def over_years(values: Floats, rule: Impute, units: Sequence[str], years: Sequence[int]) -> Floats:
    """Each missing value from the same unit's own years.

    `latest` takes the last year known before, at most `reach` years back; `constant` the same and, before the first year known, that first;
    `linear` the line between the years known on both sides and, outside them, the nearest.
    """
    filled = values.copy()
    owners, time = np.array(units), np.array(years, dtype=float)
    for unit in dict.fromkeys(units):
        rows = np.flatnonzero(owners == unit)
        rows = rows[np.argsort(time[rows], kind="stable")]
        for column in range(values.shape[-1]):
            series = values[rows, column]
            known = ~np.isnan(series)
            if known.any() and not known.all():
                filled[rows, column] = _series(series, known, time[rows], rule)
    return filled


def _series(series: Floats, known: np.ndarray, time: Floats, rule: Impute) -> Floats:
    if rule.method == "linear":
        found: Floats = np.where(known, series, np.interp(time, time[known], series[known]))
        return found
    last = np.maximum.accumulate(np.where(known, np.arange(len(series)), -1))
    before = last < 0
    taken = series[np.maximum(last, 0)]
    if rule.method == "constant":
        return np.where(before, series[known][0], taken)
    far = np.zeros(len(series), bool) if rule.reach is None else time - time[np.maximum(last, 0)] > rule.reach
    return np.where(known, series, np.where(before | far, np.nan, taken))
