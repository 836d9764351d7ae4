"""The tree of a definition as indices into one row of columns: indicators first, then groups from the lowest level up."""

from dataclasses import dataclass

import numpy as np

from hopluc.scorecards.arrays import Floats, Whole
from hopluc.scorecards.definition import Definition, Group, Indicator


@dataclass(frozen=True)
class Branch:
    """A group and its parts: the column it fills and the columns it is made of. `level` is 2 for a group of indicators alone."""

    code: str
    column: int
    parts: Whole
    level: int


@dataclass(frozen=True)
class Tree:
    """All columns of the scores by code, and the branches in the order they must be computed."""

    codes: tuple[str, ...]
    levels: tuple[int, ...]
    indicators: int
    weights: Floats
    branches: tuple[Branch, ...]

    def column(self, code: str) -> int:
        """The column of an indicator or group. Raises ValueError where there is none of that code."""
        return self.codes.index(code)

    @property
    def tops(self) -> tuple[int, ...]:
        """The columns that are part of no group: the index itself, as a rule one."""
        parts = {int(part) for branch in self.branches for part in branch.parts}
        return tuple(branch.column for branch in self.branches if branch.column not in parts)


def tree_of(definition: Definition) -> Tree:
    """The tree of a definition that `check` has passed."""
    level = {indicator.code: 1 for indicator in definition.indicators}
    under: dict[str, list[str]] = {group.code: [] for group in definition.groups}
    every: tuple[Indicator | Group, ...] = (*definition.indicators, *definition.groups)
    for part in every:
        if part.parent is not None:
            under[part.parent].append(part.code)
    groups = {group.code: group for group in definition.groups}
    while len(level) < len(definition.indicators) + len(groups):
        for code, parts in under.items():
            if code not in level and all(part in level for part in parts):
                level[code] = 1 + max(level[part] for part in parts)
    ordered = sorted(groups, key=level.__getitem__)
    codes = (*(indicator.code for indicator in definition.indicators), *ordered)
    place = {code: column for column, code in enumerate(codes)}
    branches = tuple(
        Branch(code, place[code], np.array([place[part] for part in under[code]]), level[code]) for code in ordered
    )
    weights = {part.code: part.weight for part in every}
    return Tree(
        codes,
        tuple(level[code] for code in codes),
        len(definition.indicators),
        np.array([weights[code] for code in codes]),
        branches,
    )


def under(tree: Tree, branch: Branch) -> Whole:
    """The columns of all indicators below a branch, in order."""
    branches = {one.column: one for one in tree.branches}
    found: list[int] = []
    waiting = [int(part) for part in branch.parts]
    while waiting:
        part = waiting.pop()
        if part < tree.indicators:
            found.append(part)
        else:
            waiting += [int(one) for one in branches[part].parts]
    return np.array(sorted(found))


def effective(tree: Tree, weights: Floats) -> Floats:
    """The weight of each column in the top it belongs to: its share among its siblings, times that of every group above it."""
    share = np.ones(len(tree.codes))
    for branch in reversed(tree.branches):
        own = weights[branch.parts]
        share[branch.parts] = own / own.sum() * share[branch.column]
    return share
