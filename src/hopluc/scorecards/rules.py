"""Which rule holds for which indicator and group: its own where the definition gives one, else that of the step."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

import numpy as np

from hopluc.scorecards.arrays import Whole
from hopluc.scorecards.definition import Aggregate, Definition, Normalise, Treat
from hopluc.scorecards.normalise import Marks
from hopluc.scorecards.tree import Tree

Rule = TypeVar("Rule", bound=Hashable)


def marks_of(definition: Definition) -> Marks:
    """What each indicator of a definition is measured against."""
    every = definition.indicators
    posts = [(one.goalposts.low, one.goalposts.high) if one.goalposts else (np.nan, np.nan) for one in every]
    low, high = np.array(posts, dtype=float).T
    target = np.array([np.nan if one.target is None else one.target for one in every])
    return Marks(np.array([one.direction for one in every], dtype=float), target, low, high)


def marks_at(marks: Marks, columns: Whole, reference: int) -> Marks:
    """The marks of some columns, with the row of the unit that is their reference."""
    return Marks(marks.direction[columns], marks.target[columns], marks.low[columns], marks.high[columns], reference)


def rules_of(definition: Definition, tree: Tree) -> tuple[Aggregate, ...]:
    """The rule by which each branch of the tree is aggregated."""
    own = {group.code: group.aggregate for group in definition.groups}
    step = definition.steps.aggregate
    by_level = [replace(step, method=method) for method in step.levels]
    return tuple(
        own[branch.code] or (by_level[branch.level - 2] if branch.level - 2 < len(by_level) else step)
        for branch in tree.branches
    )


def treated_by(definition: Definition) -> list[Treat | None]:
    """The rule by which each indicator is treated; None where it is not, nor are the points of tables and rubrics."""
    return [(one.treat or definition.steps.treat) if one.scale.kind == "ratio" else None for one in definition.indicators]


def normalised_by(definition: Definition) -> list[Normalise]:
    """The rule by which each indicator is normalised."""
    return [one.normalise or definition.steps.normalise for one in definition.indicators]


def alike(rules: Sequence[Rule]) -> Iterable[tuple[Rule, Whole]]:
    """Each rule once, in order, with the columns it holds for."""
    for rule in dict.fromkeys(rules):
        yield rule, np.array([column for column, one in enumerate(rules) if one == rule])
