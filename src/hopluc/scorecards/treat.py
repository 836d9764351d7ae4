"""Draw in outliers (xử lý giá trị ngoại lai), column by column, in two stages.

A column that fails the test of skewness and kurtosis is treated by the first method; where it fails still, the second is put on the
values as they were. The test and the stages are those of COINr and of the JRC; the limits of the GII are 2.25 and 3.5.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from hopluc.scorecards.arrays import Floats, Truth, Whole
from hopluc.scorecards.definition import Treat
from hopluc.scorecards.moments import greatest, least, skewness, skewness_and_kurtosis


@dataclass(frozen=True)
class Treatment:
    """Treated values with what was done: how each column stood at first and at the end, and which values were moved.

    `points` counts the winsorised values of a column, `second` says whether its second stage was taken, `passed` whether it passes now.
    """

    values: Floats
    skewness: Floats
    kurtosis: Floats
    high: Truth
    low: Truth
    points: Whole
    second: Truth
    passed: Truth


Curve = Callable[[Floats, Treat, Floats], Floats]


def passes(values: Floats, rule: Treat) -> Truth:
    """Whether each column is well enough behaved: |skewness| or kurtosis below its limit. One without a skewness passes."""
    return _fine(*skewness_and_kurtosis(values), rule)


def _fine(skew: Floats, kurt: Floats, rule: Treat) -> Truth:
    fine: Truth = (np.abs(skew) < rule.skewness) | (kurt < rule.kurtosis) | np.isnan(skew) | np.isnan(kurt)
    return fine


def log(values: Floats, rule: Treat, direction: Floats) -> Floats:  # noqa: ARG001 (curves are called alike)
    """ln(v - least + 1 % of the range): the log of the COIN Tool as COINr has it."""
    bottom, reach = _range(values)
    return np.log(values - bottom + 0.01 * reach)


def log_one(values: Floats, rule: Treat, direction: Floats) -> Floats:  # noqa: ARG001
    """ln(v - least + 1): the log of the COIN Tool as first published."""
    bottom, _ = _range(values)
    return np.log(values - bottom + 1)


def log_skewed(values: Floats, rule: Treat, direction: Floats) -> Floats:  # noqa: ARG001
    """The log for a tail on the right, its mirror for one on the left."""
    bottom, reach = _range(values)
    margin = 0.01 * reach
    tail = skewness(values)[..., None, :]
    return np.where(tail > 0, np.log(values - bottom + margin), -np.log(bottom + reach + margin - values))


def log_gii(values: Floats, rule: Treat, direction: Floats) -> Floats:  # noqa: ARG001
    """ln((max·f - 1)(v - min) / (max - min) + 1) of the GII; where less is better, minus the log of (max - v) instead of (v - min).

    f is the least power of ten that brings max·f above 1. The minus keeps the direction, which is applied in normalisation alone.
    """
    bottom, reach = _range(values)
    top = bottom + reach
    with np.errstate(invalid="ignore", divide="ignore"):
        lift = np.where(top > 1, 0.0, np.floor(1 - np.log10(top)))
        factor = top * 10.0**lift - 1
        share = np.where(direction > 0, values - bottom, top - values) / reach
    return np.where(direction > 0, 1.0, -1.0) * np.log(factor * share + 1)


def box_cox(values: Floats, rule: Treat, direction: Floats) -> Floats:  # noqa: ARG001
    """((v - least + 1)^power - 1) / power; its limit, the log, where the power is 0."""
    bottom, _ = _range(values)
    positive = values - bottom + 1
    return np.log(positive) if rule.power == 0 else (positive**rule.power - 1) / rule.power


def unchanged(values: Floats, rule: Treat, direction: Floats) -> Floats:  # noqa: ARG001
    """The values as they are."""
    return values


CURVES: Mapping[str, Curve] = {
    "none": unchanged,
    "log": log,
    "log-one": log_one,
    "log-skewed": log_skewed,
    "log-gii": log_gii,
    "box-cox": box_cox,
}
"""Every curve by its name in a definition."""
METHODS = ("winsorise", *CURVES)
"""What may be tried first."""


def _range(values: Floats) -> tuple[Floats, Floats]:
    bottom = least(values)[..., None, :]
    return bottom, greatest(values)[..., None, :] - bottom


def winsorise(values: Floats, rule: Treat) -> tuple[Floats, Truth, Truth]:
    """Values with the outermost of each failing column set to the next, one after another until the column passes.

    The side is that of the tail. Values alike move together; where that would move more than `points`, nothing is moved any more.
    Returns the values, and which of them were set down (high) or up (low).

    >>> column = np.array([[1.0], [2.0], [3.0], [4.0], [5.0], [6.0], [7.0], [90.0]])
    >>> winsorise(column, Treat(points=1))[0].ravel()
    array([1., 2., 3., 4., 5., 6., 7., 7.])
    """
    units = values.shape[-2]
    # All columns of all replicates beside each other, as a copy.
    now = np.array(np.moveaxis(values, -2, 0), order="C").reshape(units, -1)
    side = np.zeros(now.shape, np.int8)
    limit = units if rule.points is None else rule.points
    going = np.arange(now.shape[1])
    while True:
        going = going[np.count_nonzero(side[:, going], axis=0) < limit]
        part = now[:, going]
        skew, kurt = skewness_and_kurtosis(part)
        if not rule.forced:
            fails = ~_fine(skew, kurt, rule)
            going, part, skew = going[fails], part[:, fails], skew[fails]
        if not going.size:
            break
        upper = skew >= 0
        outward = np.where(upper, part, -part)
        outermost = outward == greatest(outward)
        following = greatest(np.where(outermost, np.nan, outward))
        new = np.where(outermost, np.where(upper, 1, -1), side[:, going]).astype(np.int8)
        moves = (np.count_nonzero(new, axis=0) <= limit) & ~np.isnan(following)
        part = np.where(outermost, np.where(upper, following, -following), part)
        going = going[moves]
        now[:, going], side[:, going] = part[:, moves], new[:, moves]
    before = (units, *values.shape[:-2], values.shape[-1])
    made, moved = (np.moveaxis(table.reshape(before), 0, -2) for table in (now, side))
    return made, moved > 0, moved < 0


def treat(values: Floats, rule: Treat, direction: Floats) -> Treatment:
    """Values (…, units, indicators) treated by one rule; `direction` is 1 or -1 for each indicator."""
    before = passes(values, rule)
    tried = ~before | rule.forced
    first, high, low = _first(values, rule, direction)
    tried_wide = tried[..., None, :]
    now = np.where(tried_wide, first, values)
    skew, kurt = skewness_and_kurtosis(now)
    again = tried & ~_fine(skew, kurt, rule) & (rule.otherwise != "none")
    if again.any():
        untreated = now if rule.together else values
        with np.errstate(invalid="ignore", divide="ignore"):
            now = np.where(again[..., None, :], CURVES[rule.otherwise](untreated, rule, direction), now)
        skew, kurt = skewness_and_kurtosis(now)
    moved = tried_wide & (~again[..., None, :] | rule.together)
    high, low = high & moved, low & moved
    return Treatment(now, skew, kurt, high, low, high.sum(-2) + low.sum(-2), again, _fine(skew, kurt, rule))


def _first(values: Floats, rule: Treat, direction: Floats) -> tuple[Floats, Truth, Truth]:
    if rule.method == "winsorise":
        return winsorise(values, rule)
    none = np.zeros(values.shape, bool)
    with np.errstate(invalid="ignore", divide="ignore"):
        return CURVES[rule.method](values, rule, direction), none, none
