"""Leave one out (bỏ từng thành phần): the ranking without each part of a level, the others keeping their weights."""

from dataclasses import dataclass

import numpy as np

from hopluc.scorecards.aggregate import aggregate
from hopluc.scorecards.arrays import Floats
from hopluc.scorecards.rank import ranked
from hopluc.scorecards.results import Scores
from hopluc.scorecards.rules import rules_of


@dataclass(frozen=True)
class Removal:
    """Scores and ranks of the index: units down, one column for each part left out; `nominal` is nobody left out."""

    units: tuple[str, ...]
    codes: tuple[str, ...]
    nominal: Floats
    scores: Floats
    ranks: Floats

    @property
    def shift(self) -> Floats:
        """By how many places a unit moves on average when each part is left out."""
        moved = np.abs(self.ranks - self.nominal[:, None])
        mean: Floats = np.where(np.isnan(moved), 0.0, moved).sum(axis=0) / np.maximum((~np.isnan(moved)).sum(axis=0), 1)
        return mean


def without_each(scores: Scores, level: int, of: str | None = None) -> Removal:
    """The ranking by `of` (the index unless named) with the weight of each part of a level set to zero in turn.

    A group whose only part is left out has no score, and then counts no more than a missing figure does.
    """
    tree = scores.tree
    column = tree.tops[0] if of is None else tree.column(of)
    parts = [place for place, own in enumerate(tree.levels) if own == level]
    weights = np.tile(scores.weights, (len(parts), 1))
    weights[np.arange(len(parts)), parts] = 0.0
    values = scores.values[:, : tree.indicators]
    every = aggregate(values, tree, weights, rules_of(scores.definition, tree))[..., column].T
    return Removal(
        scores.units,
        tuple(tree.codes[part] for part in parts),
        scores.ranks[:, column],
        every,
        ranked(every),
    )
