"""Put the parts of each group together (tổng hợp), from the lowest level up.

A mean takes parts (…, units, parts) and weights that broadcast with them. Weights are shared out anew among the parts that are
there, so a missing part is never a zero; a group without any part, or with less than its coverage, is missing itself.
"""

from collections.abc import Callable, Mapping

import numpy as np

from hopluc.scorecards.arrays import Floats
from hopluc.scorecards.definition import Aggregate
from hopluc.scorecards.tree import Tree

Mean = Callable[[Floats, Floats, float], Floats]


def shared(parts: Floats, weights: Floats) -> Floats:
    """The weights of the parts that are there, summing to 1 for each unit; NaN where none is there."""
    present = np.where(np.isnan(parts), 0.0, weights)
    total = present.sum(axis=-1, keepdims=True)
    share: Floats = present / np.where(total == 0, np.nan, total)
    return share


def arithmetic(parts: Floats, weights: Floats, power: float) -> Floats:  # noqa: ARG001 (means are called alike)
    """The weighted arithmetic mean."""
    mean: Floats = (np.where(np.isnan(parts), 0.0, parts) * shared(parts, weights)).sum(axis=-1)
    return mean


METHODS: Mapping[str, Mean] = {"arithmetic": arithmetic}
"""Every method of aggregation by its name in a definition."""


def aggregate(values: Floats, tree: Tree, weights: Floats, rules: tuple[Aggregate, ...]) -> Floats:
    """Scores of every column of the tree (…, units, columns) from those of its indicators.

    `weights` are (…, columns), the part of a replicate in front; `rules` has one entry a branch of the tree.
    """
    scores = np.full((*np.broadcast_shapes(values.shape[:-2], weights.shape[:-1]), values.shape[-2], len(tree.codes)), np.nan)
    scores[..., : tree.indicators] = values
    for branch, rule in zip(tree.branches, rules, strict=True):
        parts = scores[..., branch.parts]
        mean = METHODS[rule.method](parts, weights[..., None, branch.parts], rule.power)
        covered = (~np.isnan(parts)).mean(axis=-1) >= rule.coverage
        scores[..., branch.column] = np.where(covered, mean, np.nan)
    return scores
