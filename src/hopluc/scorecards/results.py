"""What a score comes with: every step on the way, what the steps saw, and the ranks."""

from collections.abc import Mapping
from dataclasses import dataclass

from hopluc.scorecards.arrays import Floats
from hopluc.scorecards.data import Data
from hopluc.scorecards.definition import Definition
from hopluc.scorecards.treat import Treatment
from hopluc.scorecards.tree import Tree

STAGES = ("raw", "denominated", "imputed", "screened", "treated", "normalised", "aggregated")
"""What each step leaves, by name."""


@dataclass(frozen=True)
class Stage:
    """What one step left: a row a unit, a column a code. A step that a definition leaves out has left what it found."""

    name: str
    units: tuple[str, ...]
    codes: tuple[str, ...]
    values: Floats
    years: tuple[int, ...] = ()


@dataclass(frozen=True)
class Remark:
    """Something a step saw that the reader of the scores must know: its stable `code`, the unit or indicator, and the words for a person."""

    step: str
    code: str
    key: str
    text: str


@dataclass(frozen=True)
class Scores:
    """The scores of one definition on one set of figures, with each step that led to them.

    `data` has the units that were scored, in their order; `weights` are those used, one a column of the tree;
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
    treatment: Treatment | None = None

    @property
    def units(self) -> tuple[str, ...]:
        """The units that were scored."""
        return self.data.units

    def of(self, code: str) -> Floats:
        """The scores of an indicator or group, one a unit."""
        return self.values[:, self.tree.column(code)]

    def rank_of(self, code: str) -> Floats:
        """The ranks in an indicator or group, one a unit."""
        return self.ranks[:, self.tree.column(code)]
