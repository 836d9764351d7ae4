"""Put the parts of each group together (tổng hợp), from the lowest level up.

A mean takes parts (…, units, parts) and weights that broadcast with them. Weights are shared out anew among the parts that are
there, so a missing part is never a zero; a group without any part, or with less than its coverage, is missing itself.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from hopluc.scorecards.arrays import Floats, Whole
from hopluc.scorecards.definition import Aggregate
from hopluc.scorecards.frontier import benefit_of_the_doubt
from hopluc.scorecards.tree import Tree


@dataclass(frozen=True)
class Mean:
    """A way to put parts together, and whether it can take parts below 0, and parts that are 0."""

    function: Callable[[Floats, Floats, float], Floats]
    below_zero: bool = True
    zero: bool = True


def shared(parts: Floats, weights: Floats) -> Floats:
    """The weights of the parts that are there, summing to 1 for each unit; NaN where none is there."""
    present = np.where(np.isnan(parts), 0.0, weights)
    total = present.sum(axis=-1, keepdims=True)
    share: Floats = present / np.where(total == 0, np.nan, total)
    return share


def _filled(parts: Floats, filling: float) -> Floats:
    """Parts with a number that does no harm in the place of a missing one, whose weight is 0."""
    return np.where(np.isnan(parts), filling, parts)


def arithmetic(parts: Floats, weights: Floats, power: float) -> Floats:  # noqa: ARG001 (means are called alike)
    """The weighted arithmetic mean Σ w x."""
    mean: Floats = (_filled(parts, 0.0) * shared(parts, weights)).sum(axis=-1)
    return mean


def geometric(parts: Floats, weights: Floats, power: float) -> Floats:  # noqa: ARG001
    """The weighted geometric mean exp Σ w ln x."""
    mean: Floats = np.exp((np.log(_filled(parts, 1.0)) * shared(parts, weights)).sum(axis=-1))
    return mean


def harmonic(parts: Floats, weights: Floats, power: float) -> Floats:  # noqa: ARG001
    """The weighted harmonic mean 1 / Σ (w / x)."""
    mean: Floats = 1 / (shared(parts, weights) / _filled(parts, 1.0)).sum(axis=-1)
    return mean


def generalised(parts: Floats, weights: Floats, power: float) -> Floats:
    """The weighted power mean (Σ w x^p)^(1/p); the geometric mean where p is 0."""
    if power == 0:
        return geometric(parts, weights, power)
    mean: Floats = (shared(parts, weights) * _filled(parts, 1.0) ** power).sum(axis=-1) ** (1 / power)
    return mean


def smallest(parts: Floats, weights: Floats, power: float) -> Floats:  # noqa: ARG001
    """The smallest part: the group is as good as its worst."""
    low = np.where(np.isnan(parts), np.inf, parts).min(axis=-1)
    return np.where(np.isinf(low), np.nan, low)


def total(parts: Floats, weights: Floats, power: float) -> Floats:  # noqa: ARG001
    """The weighted sum Σ w x, which needs every part: points that are not known cannot be added."""
    added: Floats = (parts * weights).sum(axis=-1)
    return added


def outranking(parts: Floats, weights: Floats) -> Floats:
    """For each pair of units the share of weight where the first is ahead, half of it where both are alike; 0 with itself.

    Of parts that one of both does not have nothing is said. The sums are rounded once, from the longest numbers of the machine, and what
    the second is ahead is 1 less what the first is: a group of groups compares these scores for being alike, so that their last digit counts.

    >>> outranking(np.array([[3.0, 1.0], [2.0, 1.0], [1.0, 5.0]]), np.array([[1.0, 1.0]]))
    array([[0.  , 0.75, 0.5 ],
           [0.25, 0.  , 0.5 ],
           [0.5 , 0.5 , 0.  ]])
    """
    own = weights / _added(weights)[..., None]
    first, second = parts[..., :, None, :], parts[..., None, :, :]
    missing = np.isnan(first) | np.isnan(second)
    both = np.where(missing, 0.0, own[..., None, :, :])
    ahead = _added(np.where(first > second, both, 0.0)) + _added(np.where(first == second, both, 0.0)) / 2
    weight = np.where(missing.any(axis=-1), _added(both), 1.0)
    share: Floats = np.triu(ahead / np.where(weight == 0, np.nan, weight), 1)
    return share + np.tril(1 - np.swapaxes(share, -1, -2), -1)


def _added(values: Floats) -> Floats:
    """The sum along the last axis, rounded once."""
    total: Floats = np.nansum(values, axis=-1, dtype=np.longdouble).astype(float)
    return total


def copeland(parts: Floats, weights: Floats, power: float) -> Floats:  # noqa: ARG001
    """The sum of a unit's row of the outranking matrix: 0 to n - 1, as COINr scores it."""
    score = _added(outranking(parts, weights))
    return np.where(np.isnan(parts).all(axis=-1), np.nan, score)


def copeland_wins(parts: Floats, weights: Floats, power: float) -> Floats:  # noqa: ARG001
    """Units beaten by majority of weight less units beaten by (Copeland 1951; OECD and JRC handbook 2008, p. 113)."""
    share = outranking(parts, weights)
    other = ~np.eye(parts.shape[-2], dtype=bool)
    score = ((share > 0.5) & other).sum(axis=-1) - ((share < 0.5) & other).sum(axis=-1)
    return np.where(np.isnan(parts).all(axis=-1), np.nan, score.astype(float))


def _penalised(parts: Floats, weights: Floats, sign: float) -> Floats:
    share = shared(parts, weights)
    middle = (_filled(parts, 0.0) * share).sum(axis=-1, keepdims=True)
    variance = (share * (_filled(parts, 0.0) - middle) ** 2).sum(axis=-1)
    penalised: Floats = middle[..., 0] + sign * variance / middle[..., 0]
    return penalised


def mazziotta_pareto(parts: Floats, weights: Floats, power: float) -> Floats:  # noqa: ARG001
    """The mean less a penalty for unevenness, M - S·(S / M) (De Muro, Mazziotta and Pareto 2011)."""
    return _penalised(parts, weights, -1.0)


def mazziotta_pareto_up(parts: Floats, weights: Floats, power: float) -> Floats:  # noqa: ARG001
    """The mean plus the penalty, for scores where more is worse."""
    return _penalised(parts, weights, 1.0)


METHODS: Mapping[str, Mean] = {
    "arithmetic": Mean(arithmetic),
    "geometric": Mean(geometric, below_zero=False, zero=False),
    "harmonic": Mean(harmonic, below_zero=False, zero=False),
    "generalised": Mean(generalised, below_zero=False),
    "minimum": Mean(smallest),
    "sum": Mean(total),
    "copeland": Mean(copeland),
    "copeland-wins": Mean(copeland_wins),
    "benefit-of-the-doubt": Mean(benefit_of_the_doubt, below_zero=False),
    "mazziotta-pareto": Mean(mazziotta_pareto, below_zero=False, zero=False),
    "mazziotta-pareto-up": Mean(mazziotta_pareto_up, below_zero=False, zero=False),
}
"""Every method of aggregation by its name in a definition."""


def aggregate(values: Floats, tree: Tree, weights: Floats, rules: tuple[Aggregate, ...]) -> Floats:
    """Scores of every column of the tree (…, units, columns) from those of its indicators.

    `weights` are (…, columns), replicates in front; `rules` has one entry a branch of the tree. What a method cannot take (see `wrong_parts`)
    comes out as NaN or an infinite number: whoever gives values that were not checked asks `wrong_parts` of each branch.
    """
    before = np.broadcast_shapes(values.shape[:-2], weights.shape[:-1])
    scores = np.full((*before, values.shape[-2], len(tree.codes)), np.nan)
    scores[..., : tree.indicators] = values
    for branch, rule in zip(tree.branches, rules, strict=True):
        parts = scores[..., branch.parts]
        with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
            mean = METHODS[rule.method].function(parts, weights[..., None, branch.parts], rule.power)
        there = (~np.isnan(parts)).sum(axis=-1)
        enough = (there / len(branch.parts) >= rule.coverage) & (there >= rule.parts)
        scores[..., branch.column] = np.where(enough, mean if rule.cap is None else np.minimum(mean, rule.cap), np.nan)
    return scores


def wrong_parts(scores: Floats, parts: Whole, rule: Aggregate) -> list[tuple[int, int]]:
    """The unit and column of each part of scores (units, columns) that the method of a rule cannot take: below zero, or zero."""
    method = METHODS[rule.method]
    zero = method.zero and not (rule.method == "generalised" and rule.power <= 0)
    wrong = (scores[:, parts] < 0) & (not method.below_zero) | (scores[:, parts] == 0) & (not zero)
    return [(int(unit), int(parts[part])) for unit, part in np.argwhere(wrong)]
