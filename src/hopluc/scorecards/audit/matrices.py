"""How the parts of one group go together (ma trận tương quan): with each other, with their group and with the index; what an auditor marks.

The marks are those of the audits of the European Commission's Joint Research Centre: a part that goes against its group or against
another part, two parts that say the same (above `REDUNDANT`), a part that hardly shows in its group (below `WEAK`).
"""

from dataclasses import dataclass
from itertools import combinations
from math import sqrt
from typing import Final

import numpy as np

from hopluc.scorecards.arrays import Floats
from hopluc.scorecards.audit.audit import REDUNDANT, WEAK
from hopluc.scorecards.audit.correlations import pearson
from hopluc.scorecards.results import Scores
from hopluc.scorecards.tree import Branch

AGAINST: Final = "against"  # a pair: below zero and surely so; a part: below zero with its own group
REPEATS: Final = "repeats"
FAINT: Final = "faint"


@dataclass(frozen=True)
class Matrix:
    """The correlations of one group: `together` among its parts, `with_group` and `with_index` one a part; over `units` units."""

    group: str
    codes: tuple[str, ...]
    together: Floats
    with_group: Floats
    with_index: Floats
    units: int

    @property
    def chance(self) -> float:
        """The strength that a correlation of so many units reaches by chance once in twenty; nan for fewer than three units."""
        return by_chance(self.units)


@dataclass(frozen=True)
class Marked:
    """A correlation to look at: its kind, the group, the part, the other part or the group itself, and its strength."""

    kind: str
    group: str
    first: str
    second: str
    correlation: float


def matrix(scores: Scores, branch: Branch) -> Matrix:
    """The correlations (Pearson) of the normalised scores of a group's parts, of one edition."""
    columns, tree = scores.values[:, branch.parts], scores.tree
    own, index = scores.values[:, [branch.column]], scores.values[:, [tree.tops[0]]]
    return Matrix(
        branch.code,
        tuple(tree.codes[part] for part in branch.parts),
        pearson(columns, columns),
        pearson(columns, own)[:, 0],
        pearson(columns, index)[:, 0],
        int((~np.isnan(own)).sum()),
    )


def marked(found: Matrix) -> tuple[Marked, ...]:
    """What is to be looked at in a matrix: pairs first, then parts with their group. A group of one part has nothing to show."""
    if len(found.codes) < 2:
        return ()
    pairs = [
        Marked(kind, found.group, found.codes[one], found.codes[two], strength)
        for one, two in combinations(range(len(found.codes)), 2)
        for strength in (float(found.together[one, two]),)
        if (kind := _of_pair(strength, found.chance)) is not None
    ]
    parts = [
        Marked(kind, found.group, code, found.group, strength)
        for code, strength in zip(found.codes, map(float, found.with_group), strict=True)
        if (kind := _of_part(strength)) is not None
    ]
    return (*pairs, *parts)


def by_chance(units: int, likely: float = 0.05) -> float:
    """The correlation that chance alone gives as strong or stronger with this likelihood (two-sided t test).

    >>> round(by_chance(34), 2)
    0.34
    """
    # SciPy takes longer to import than all the rest of a command; only an audit asks for it.
    from scipy.special import stdtrit

    if units < 3:
        return float("nan")
    limit = -float(stdtrit(units - 2, likely / 2))
    return limit / sqrt(units - 2 + limit**2)


def _of_pair(strength: float, chance: float) -> str | None:
    if strength > REDUNDANT:
        return REPEATS
    return AGAINST if strength < -chance else None


def _of_part(strength: float) -> str | None:
    if strength < 0:
        return AGAINST
    return FAINT if strength < WEAK else None
