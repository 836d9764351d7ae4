"""Moments and quantiles of columns, as spreadsheets and R compute them; missing values are left out. All work along the axis of units."""

import numpy as np

from hopluc.scorecards.arrays import Floats


def _centred(values: Floats) -> tuple[Floats, Floats]:
    """Deviations from the mean with 0 for what is missing, and how many are there."""
    missing = np.isnan(values)
    if not missing.any():
        units = float(values.shape[-2])
        return values - values.sum(axis=-2, keepdims=True) / units, np.full((*values.shape[:-2], values.shape[-1]), units)
    count = (~missing).sum(axis=-2, keepdims=True).astype(float)
    filled = np.where(missing, 0.0, values)
    mean = filled.sum(axis=-2, keepdims=True) / np.where(count == 0, np.nan, count)
    return np.where(missing, 0.0, values - mean), count[..., 0, :]


def skewness(values: Floats) -> Floats:
    """The bias-corrected skewness G1 of each column (Joanes and Gill 1998); NaN under 3 values or where all are alike.

    >>> skewness(np.array([[1.0], [2.0], [3.0], [10.0]])).round(4)
    array([1.7636])
    """
    return skewness_and_kurtosis(values)[0]


def kurtosis(values: Floats) -> Floats:
    """The bias-corrected excess kurtosis G2 of each column (Joanes and Gill 1998); NaN under 4 values or where all are alike.

    >>> kurtosis(np.array([[1.0], [2.0], [3.0], [10.0]])).round(6)
    array([3.228])
    """
    return skewness_and_kurtosis(values)[1]


def skewness_and_kurtosis(values: Floats) -> tuple[Floats, Floats]:
    """Both at once: the deviations from the mean are the same, and the test for outliers asks for both."""
    off, count = _centred(values)
    squares = off * off  # a power of an array is far slower than its products
    second = squares.sum(axis=-2)
    third, fourth = np.einsum("...ui,...ui->...i", squares, off), np.einsum("...ui,...ui->...i", squares, squares)
    with np.errstate(invalid="ignore", divide="ignore"):
        plain = np.sqrt(count) * third / (second * np.sqrt(second))
        skew: Floats = np.where(count < 3, np.nan, plain * np.sqrt(count * (count - 1)) / (count - 2))
        flat = count * fourth / (second * second)
        corrected = ((count + 1) * (flat - 3) + 6) * (count - 1) / ((count - 2) * (count - 3))
        kurt: Floats = np.where(count < 4, np.nan, corrected)
    return skew, kurt


def deviation(values: Floats) -> Floats:
    """The standard deviation of each column with n - 1; NaN under 2 values."""
    off, count = _centred(values)
    variance = (off**2).sum(axis=-2) / np.where(count < 2, np.nan, count - 1)
    found: Floats = np.sqrt(variance)
    return found


def mean(values: Floats) -> Floats:
    """The mean of each column; NaN where nothing is there."""
    missing = np.isnan(values)
    count = (~missing).sum(axis=-2)
    found: Floats = np.where(missing, 0.0, values).sum(axis=-2) / np.where(count == 0, np.nan, count)
    return found


def least(values: Floats) -> Floats:
    """The least value of each column; NaN where nothing is there."""
    return _or_nan(np.where(np.isnan(values), np.inf, values).min(axis=-2))


def greatest(values: Floats) -> Floats:
    """The greatest value of each column; NaN where nothing is there."""
    return _or_nan(np.where(np.isnan(values), -np.inf, values).max(axis=-2))


def quantile(values: Floats, share: float) -> Floats:
    """The quantile of each column by linear interpolation (R's type 7); NaN where nothing is there.

    >>> quantile(np.array([[1.0], [2.0], [np.nan], [4.0]]), 0.25)
    array([1.5])
    """
    ordered = np.sort(values, axis=-2)  # missing values come last
    count = (~np.isnan(values)).sum(axis=-2, keepdims=True)
    place = np.maximum(count - 1, 0) * share
    below = np.floor(place).astype(np.intp)
    above = np.minimum(below + 1, np.maximum(count - 1, 0))
    low = np.take_along_axis(ordered, below, axis=-2)
    high = np.take_along_axis(ordered, above, axis=-2)
    found: Floats = (low + (high - low) * (place - below))[..., 0, :]
    return found


def median(values: Floats) -> Floats:
    """The median of each column; NaN where nothing is there."""
    return quantile(values, 0.5)


def growth(values: Floats, years: Floats) -> Floats:
    """The compound growth a year of each column (years, columns) from its first known year to its last: (last / first)^(1 / years) - 1.

    0 where both are the same; NaN under two known years, from zero, or between values of which one is negative.

    >>> growth(np.array([[100.0, 0.0], [np.nan, 0.0], [121.0, 0.0]]), np.array([2020.0, 2021.0, 2022.0])).round(6)
    array([0.1, 0. ])
    """
    order = np.argsort(years)
    found = np.full(values.shape[1], np.nan)
    for column, series in enumerate(values[order].T):
        known = np.flatnonzero(~np.isnan(series))
        if known.size > 1:
            first, last = series[known[0]], series[known[-1]]
            span = years[order][known[-1]] - years[order][known[0]]
            if first == last:
                found[column] = 0.0
            elif first * last > 0 or (first != 0 and last == 0):
                found[column] = (last / first) ** (1 / span) - 1
    return found


def _or_nan(found: Floats) -> Floats:
    kept: Floats = np.where(np.isinf(found), np.nan, found)
    return kept
