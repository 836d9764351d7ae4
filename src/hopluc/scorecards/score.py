"""The door of the engine: score(definition, data) -> Scores, every step kept."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from hopluc.scorecards.aggregate import aggregate
from hopluc.scorecards.arrays import Floats
from hopluc.scorecards.data import Data
from hopluc.scorecards.definition import Aggregate, Definition
from hopluc.scorecards.normalise import Marks, normalise
from hopluc.scorecards.rank import ranked
from hopluc.scorecards.tree import Tree, tree_of


@dataclass(frozen=True)
class Stage:
    """What one step left: a row a unit, a column a code."""

    name: str
    units: tuple[str, ...]
    codes: tuple[str, ...]
    values: Floats


@dataclass(frozen=True)
class Remark:
    """Something a step saw that the reader of the scores must know. `code` is stable, `text` Vietnamese."""

    step: str
    code: str
    key: str
    text: str


@dataclass(frozen=True)
class Scores:
    """The scores of one definition on one set of figures, with each step that led to them.

    `data` has the units that were scored, in their order; `weights` are those used, a column of the tree each;
    `values` and `ranks` have one column each column of the tree, indicators first.
    """

    definition: Definition
    tree: Tree
    data: Data
    stages: Mapping[str, Stage]
    weights: Floats
    values: Floats
    ranks: Floats
    remarks: tuple[Remark, ...] = ()

    @property
    def units(self) -> tuple[str, ...]:
        """The units that were scored."""
        return self.data.units

    def of(self, code: str) -> Floats:
        """The scores of an indicator or group, one a unit."""
        return self.values[:, self.tree.column(code)]


def marks_of(definition: Definition) -> Marks:
    """What each indicator of a definition is measured against."""
    every = definition.indicators
    posts = [(one.goalposts.low, one.goalposts.high) if one.goalposts else (np.nan, np.nan) for one in every]
    low, high = np.array(posts, dtype=float).T
    return Marks(
        np.array([one.direction for one in every], dtype=float),
        np.array([np.nan if one.target is None else one.target for one in every]),
        low,
        high,
    )


def rules_of(definition: Definition, tree: Tree) -> tuple[Aggregate, ...]:
    """The rule by which each branch of the tree is aggregated."""
    own = {group.code: group.aggregate for group in definition.groups}
    return tuple(own[branch.code] or definition.steps.aggregate for branch in tree.branches)


def score(definition: Definition, data: Data) -> Scores:
    """The scores of every unit. Same input, same result: no clock, no chance, no file."""
    tree = tree_of(definition)
    order = [data.codes.index(code) for code in tree.codes[: tree.indicators]]
    raw = data.values[:, order]
    normalised = normalise(raw, definition.steps.normalise, marks_of(definition))
    values = aggregate(normalised, tree, tree.weights, rules_of(definition, tree))
    stages = [
        Stage("raw", data.units, tree.codes[: tree.indicators], raw),
        Stage("normalised", data.units, tree.codes[: tree.indicators], normalised),
        Stage("aggregated", data.units, tree.codes, values),
    ]
    return Scores(definition, tree, data, {stage.name: stage for stage in stages}, tree.weights, values, ranked(values))
