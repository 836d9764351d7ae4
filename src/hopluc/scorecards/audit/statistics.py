"""Descriptive statistics (thống kê mô tả) of each indicator, and the marks an auditor looks for first."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from hopluc.scorecards.arrays import Floats
from hopluc.scorecards.moments import kurtosis, skewness


@dataclass(frozen=True)
class Limits:
    """From where an indicator is marked: skewness and kurtosis both past theirs; shares under theirs (COINr's defaults)."""

    skewness: float = 2.0
    kurtosis: float = 3.5
    available: float = 0.65
    nonzero: float = 0.5
    unique: float = 0.5


LIMITS: Final = Limits()


@dataclass(frozen=True)
class Statistics:
    """One indicator over all units. Quantiles are of type 7; spread divides by n - 1; skewness and kurtosis are
    corrected for bias as spreadsheets do. Shares: `availability` of all units, the others of the units with a value."""

    code: str
    least: float
    greatest: float
    mean: float
    median: float
    lower: float
    upper: float
    spread: float
    skewness: float
    kurtosis: float
    available: int
    nonzero: int
    unique: int
    same: int
    availability: float
    share_nonzero: float
    share_unique: float
    share_same: float
    few: bool
    zeros: bool
    alike: bool
    outliers: bool


def statistics(code: str, values: Floats, limits: Limits = LIMITS) -> Statistics:
    """The statistics of one column; numbers are nan where there are too few values to say them.

    >>> found = statistics("x", np.array([1.0, 2.0, 2.0, np.nan, 7.0]))
    >>> (found.mean, found.median, found.same, found.availability)
    (3.0, 2.0, 2, 0.8)
    """
    known = values[~np.isnan(values)]
    count, units = len(known), len(values)
    _, times = np.unique(known, return_counts=True)
    nonzero, unique, same = int(np.count_nonzero(known)), len(times), int(times.max(initial=0))
    lower, median, upper = np.quantile(known, (0.25, 0.5, 0.75)) if count else (np.nan,) * 3
    skew, kurt = float(skewness(values[:, None])[0]), float(kurtosis(values[:, None])[0])
    return Statistics(
        code,
        float(known.min()) if count else np.nan,
        float(known.max()) if count else np.nan,
        float(known.mean()) if count else np.nan,
        float(median),
        float(lower),
        float(upper),
        float(known.std(ddof=1)) if count > 1 else np.nan,
        skew,
        kurt,
        count,
        nonzero,
        unique,
        same,
        count / units,
        nonzero / count if count else np.nan,
        unique / count if count else np.nan,
        same / count if count else np.nan,
        few=count / units < limits.available,
        zeros=nonzero / units < limits.nonzero,
        alike=unique / units < limits.unique,
        outliers=abs(skew) > limits.skewness and kurt > limits.kurtosis,
    )
