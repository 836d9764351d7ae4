"""Bring indicators to one scale (chuẩn hóa). The direction of an indicator is applied here and nowhere else.

Every method takes values (…, units, indicators) already turned, so that more is better, and gives an array of the same shape; a
missing value stays missing, and a column that cannot be measured (all values alike) becomes missing.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from hopluc.scorecards.arrays import Floats
from hopluc.scorecards.definition import Normalise
from hopluc.scorecards.moments import deviation, greatest, least, mean
from hopluc.scorecards.rank import ascending


@dataclass(frozen=True)
class Marks:
    """What the scores of each indicator are measured against; NaN where the definition says nothing.

    `reference` is the row of the unit that is the measure of a distance, -1 where there is none.
    """

    direction: Floats
    target: Floats
    low: Floats
    high: Floats
    reference: int = -1


@dataclass(frozen=True)
class Method:
    """A way to normalise, and whether it gives shares from 0 to 1, which are stretched to the range, or scores of its own range."""

    function: Callable[[Floats, Normalise, Marks], Floats]
    shares: bool = True


def _share(turned: Floats, low: Floats, high: Floats) -> Floats:
    """Where values stand on the way from low (0) to high (1); missing where there is no way."""
    reach = high - low
    share: Floats = (turned - low) / np.where(reach == 0, np.nan, reach)
    return share


def _not_away(turned: Floats, low: Floats, goal: Floats) -> Floats:
    """1 less the share of the way to a goal that is still to go; missing where there is no way. To the last digit as the formula is
    written, in COINr too: close to the least value `_share` would round otherwise.
    """
    reach = goal - low
    near: Floats = 1 - (goal - turned) / np.where(reach == 0, np.nan, reach)
    return near


def min_max(turned: Floats, rule: Normalise, marks: Marks) -> Floats:  # noqa: ARG001 (methods are called alike)
    """(v - least) / (greatest - least)."""
    return _share(turned, least(turned)[..., None, :], greatest(turned)[..., None, :])


def z_score(turned: Floats, rule: Normalise, marks: Marks) -> Floats:  # noqa: ARG001
    """(v - mean) / standard deviation · spread + mean of the rule; n - 1 in the deviation."""
    spread = deviation(turned)[..., None, :]
    return (turned - mean(turned)[..., None, :]) / np.where(spread == 0, np.nan, spread) * rule.spread + rule.mean


def rank(turned: Floats, rule: Normalise, marks: Marks) -> Floats:  # noqa: ARG001
    """1 for the worst, n for the best."""
    return ascending(turned, average=rule.ties == "average")


def borda(turned: Floats, rule: Normalise, marks: Marks) -> Floats:
    """How many units are worse: the rank less 1."""
    return rank(turned, rule, marks) - 1


def percentile_rank(turned: Floats, rule: Normalise, marks: Marks) -> Floats:
    """The share of the other units that are worse."""
    others = (~np.isnan(turned)).sum(axis=-2, keepdims=True) - 1.0
    return borda(turned, rule, marks) / np.where(others == 0, np.nan, others)


def distance_to_target(turned: Floats, rule: Normalise, marks: Marks) -> Floats:
    """(v - least) / (target - least); above 1 past the target unless capped."""
    share = _share(turned, least(turned)[..., None, :], marks.target * marks.direction)
    return np.minimum(share, 1.0) if rule.capped else share


def distance_to_reference(turned: Floats, rule: Normalise, marks: Marks) -> Floats:
    """1 - (reference - v) / (reference - least), the reference being one unit; above 1 past it unless capped."""
    share = _not_away(turned, least(turned)[..., None, :], turned[..., marks.reference, :][..., None, :])
    return np.minimum(share, 1.0) if rule.capped else share


def distance_to_maximum(turned: Floats, rule: Normalise, marks: Marks) -> Floats:  # noqa: ARG001
    """1 - (greatest - v) / (greatest - least)."""
    return _not_away(turned, least(turned)[..., None, :], greatest(turned)[..., None, :])


def fraction_of_maximum(turned: Floats, rule: Normalise, marks: Marks) -> Floats:  # noqa: ARG001
    """v / greatest."""
    top = greatest(turned)[..., None, :]
    fraction: Floats = turned / np.where(top == 0, np.nan, top)
    return fraction


def goalposts(turned: Floats, rule: Normalise, marks: Marks) -> Floats:
    """Where v stands on the way from the worse goalpost to the better, kept within it unless the rule says otherwise."""
    worse = np.where(marks.direction > 0, marks.low, -marks.high)
    better = np.where(marks.direction > 0, marks.high, -marks.low)
    share = _share(turned, worse, better)
    return share if rule.capped is False else np.clip(share, 0.0, 1.0)


def scaled(turned: Floats, rule: Normalise, marks: Marks) -> Floats:  # noqa: ARG001
    """(v - low) / (high - low) of the two bounds of the rule."""
    return (turned - rule.bounds.low) / (rule.bounds.high - rule.bounds.low)


def as_it_is(turned: Floats, rule: Normalise, marks: Marks) -> Floats:  # noqa: ARG001
    """The value as it was before it was turned: nothing is normalised, and where less is better, less stays the better."""
    return turned * marks.direction


METHODS: Mapping[str, Method] = {
    "min-max": Method(min_max),
    "z-score": Method(z_score, shares=False),
    "rank": Method(rank, shares=False),
    "percentile-rank": Method(percentile_rank),
    "borda": Method(borda, shares=False),
    "distance-to-target": Method(distance_to_target),
    "distance-to-maximum": Method(distance_to_maximum),
    "distance-to-reference": Method(distance_to_reference),
    "goalposts": Method(goalposts),
    "fraction-of-maximum": Method(fraction_of_maximum),
    "scaled": Method(scaled),
    "none": Method(as_it_is, shares=False),
}
"""Every method of normalisation by its name in a definition."""


def normalise(values: Floats, rule: Normalise, marks: Marks) -> Floats:
    """Values by the method of a rule, brought to its range.

    >>> marks = Marks(np.array([-1.0]), np.array([np.nan]), np.array([np.nan]), np.array([np.nan]))
    >>> normalise(np.array([[1.0], [2.0], [5.0], [np.nan]]), Normalise(), marks).ravel()
    array([100.,  75.,   0.,  nan])
    """
    method = METHODS[rule.method]
    found = method.function(values * marks.direction, rule, marks)
    if method.shares:
        low, high = 0.0 if rule.low is None else rule.low, 100.0 if rule.high is None else rule.high
        return found * (high - low) + low
    if rule.low is None or rule.high is None:
        return found
    return min_max(found, rule, marks) * (rule.high - rule.low) + rule.low
