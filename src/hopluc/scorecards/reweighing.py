"""Other weights (đặt lại trọng số): the index by weights somebody tries, and how far a ranking hangs on the weights of a group.

Only the last step is done anew: indicators keep their normalised scores, so a thousand weightings cost no more than one product.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from hopluc.scorecards.aggregate import aggregate
from hopluc.scorecards.arrays import Floats, Whole
from hopluc.scorecards.rank import ranked
from hopluc.scorecards.results import Scores
from hopluc.scorecards.rules import rules_of
from hopluc.scorecards.tree import Branch
from hopluc.scorecards.uncertainty.means import power_of, scored
from hopluc.scorecards.uncertainty.ranks import RankCounts, ranks

WEIGHTINGS: Final = 4_000
FEW: Final = 400  # where the way of aggregating has no power, each weighting is a computation of its own


@dataclass(frozen=True)
class Reweighed:
    """The index by other weights: one weight a column of the tree, one score and rank a unit."""

    weights: Floats
    values: Floats
    ranks: Floats


@dataclass(frozen=True)
class Steadiness:
    """How each unit fares over random weightings: `kept` is the share of them in which it holds the rank it had, `leading` the share in
    which it is among the first `top`, `low` and `high` its ranks in nine of ten; nan for a unit without a score."""

    weightings: int
    top: int
    kept: Floats
    leading: Floats
    low: Floats
    high: Floats


def reweighed(scores: Scores, changes: Mapping[str, float]) -> Reweighed:
    """The index with some weights put otherwise, by code of group or indicator; weights count by their share in their group.

    Raises ValueError for a weight below zero, and for a group whose weights are all zero: no score could come of it.
    """
    tree, weights = scores.tree, scores.weights.copy()
    for code, weight in changes.items():
        weights[tree.column(code)] = weight
    for branch in tree.branches:
        own = weights[branch.parts]
        if (own < 0).any() or not np.isfinite(own).all() or not own.sum() > 0:
            raise ValueError(branch.code)
    every = aggregate(scores.values[:, : tree.indicators], tree, weights, rules_of(scores.definition, tree))
    values = every[:, tree.tops[0]]
    return Reweighed(weights, values, ranked(values[:, None])[:, 0])


def steadiness(scores: Scores, by: Reweighed, group: Branch, *, spread: float | None, top: int, seed: int = 1) -> Steadiness:
    """How the ranks of `by` hold when the weights of one group's parts are drawn anew, all other weights as they are.

    `spread` draws each weight so far above or below its own (0.25: a quarter); None draws any weights at all, each sharing-out as likely
    as another (the uniform distribution on the simplex).
    """
    rules = rules_of(scores.definition, scores.tree)
    count = WEIGHTINGS if all(power_of(rule) is not None for rule in rules) else FEW
    weights = np.tile(by.weights[:, None], (1, count))
    weights[group.parts] = _drawn(by.weights[group.parts], spread, count, seed)
    values = scores.values[:, : scores.tree.indicators]
    found = ranks(scored(values, scores.tree, weights, rules, scores.tree.tops[0]))
    counts = RankCounts.of(found)
    there = ~np.isnan(by.ranks)
    kept = np.where(there, (found == np.where(there, by.ranks, -1)[:, None]).mean(axis=1), np.nan)
    return Steadiness(count, top, kept, counts.at_most(top), counts.quantile(0.05), counts.quantile(0.95))


def _drawn(own: Floats, spread: float | None, count: int, seed: int) -> Floats:
    """The weights of the parts of a group in each of `count` weightings: parts down, weightings across."""
    draws = np.random.Generator(np.random.SFC64(seed))
    if spread is None:
        shares: Floats = draws.exponential(size=(len(own), count))  # shared out they lie evenly on the simplex
        return shares
    near: Floats = own[:, None] * (1 + spread * (2 * draws.random((len(own), count)) - 1))
    return near


def groups_to_weigh(scores: Scores) -> tuple[Branch, ...]:
    """The groups that the index (the first of several tops) is made of and that have two parts or more, the topmost first."""
    tree, wanted = scores.tree, {scores.tree.tops[0]}
    for branch in reversed(tree.branches):
        if branch.column in wanted:
            wanted |= {int(part) for part in branch.parts}
    found = [branch for branch in tree.branches if branch.column in wanted and len(branch.parts) > 1]
    return tuple(sorted(found, key=lambda branch: -branch.level))


def shares_in(weights: Floats, parts: Whole) -> Floats:
    """The weights of some parts as shares of their sum."""
    own: Floats = weights[parts] / weights[parts].sum()
    return own
