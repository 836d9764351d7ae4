"""The scores of an index as a function of its uncertain inputs: points of a design in, scores of all units out.

What does not change is computed once. Replicates that make the same choices share every step up to the normalised scores;
only where figures themselves are disturbed is each replicate taken through all the steps, many side by side.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

import numpy as np

from hopluc.errors import WrongDefinition
from hopluc.scorecards.arrays import Floats, Whole
from hopluc.scorecards.data import Data
from hopluc.scorecards.definition import Aggregate, Definition
from hopluc.scorecards.results import Scores
from hopluc.scorecards.rules import rules_of
from hopluc.scorecards.score import score
from hopluc.scorecards.soundness import refuse_unsound
from hopluc.scorecards.uncertainty.changes import changed
from hopluc.scorecards.uncertainty.designs import Points
from hopluc.scorecards.uncertainty.figures import normalised
from hopluc.scorecards.uncertainty.inputs import Analysis, Input, checked, disturbed, picked, weighted
from hopluc.scorecards.uncertainty.means import scored

Drawn = Mapping[str, Floats]  # input -> its coordinate in each replicate

_CHOICES: Final = ("any-of", "between")
_FIGURES: Final = ("error", "missing")
_KEPT: Final = 4096  # prepared variants kept: a number drawn from a range makes a new one each time
_AT_ONCE: Final = 32  # replicates taken side by side where the kernel of means cannot be used


@dataclass(frozen=True)
class Prepared:
    """What replicates that make the same choices share: normalised scores, weights, rules, and the rows of the units scored.

    `normalised` is (units, indicators), or (replicates, units, indicators) where figures were disturbed.
    """

    normalised: Floats
    weights: Floats
    rules: tuple[Aggregate, ...]
    places: Whole


@dataclass
class Model:
    """An index with its uncertain inputs. `nominal` is the index as defined, `column` the column whose scores are given."""

    definition: Definition
    data: Data
    analysis: Analysis
    nominal: Scores = field(init=False)
    column: int = field(init=False)
    _kept: dict[tuple[float, ...], Prepared] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        if self.data.years:
            raise WrongDefinition(
                file=self.data.file, key="years", reason="phân tích độ chắc chắn tính cho một năm; hãy chọn một năm"
            )
        self.nominal = score(self.definition, self.data)
        tree = self.nominal.tree
        checked(self.analysis, tree)
        self.column = tree.tops[0] if self.analysis.of is None else tree.column(self.analysis.of)
        for one in self._of(_CHOICES):  # what cannot be chosen is refused before anything runs
            for value in one.values or (one.low, one.high):
                refuse_unsound(changed(self.definition, one.key, value, asked_in=self.analysis.file))

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_kept": {}}

    def scores(self, points: Points) -> Floats:
        """The scores at points of a design (replicates, inputs): units of the data down, replicates across; nan for none."""
        drawn = dict(zip((one.name for one in self.analysis.inputs), points.T, strict=True))
        found = np.full((len(self.data.units), len(points)), np.nan)
        for rows in self._alike(drawn, len(points)):
            own = {name: coordinates[rows] for name, coordinates in drawn.items()}
            places, values = self._scored(own)
            found[np.ix_(places, rows)] = values
        return found

    def nominal_scores(self) -> Floats:
        """The scores of the index as defined, one a unit of the data; nan for a unit that was left out."""
        found = np.full(len(self.data.units), np.nan)
        found[self._places(self.nominal)] = self.nominal.values[:, self.column]
        return found

    def _of(self, kinds: tuple[str, ...]) -> tuple[Input, ...]:
        return tuple(one for one in self.analysis.inputs if one.kind in kinds)

    def _alike(self, drawn: Drawn, count: int) -> Iterator[Whole]:
        """The replicates that make the same choices, together."""
        kind = np.zeros(count, np.intp)
        for one in self._of(_CHOICES):
            values, place = np.unique(one.chosen(drawn[one.name]), return_inverse=True)
            _, kind = np.unique(kind * len(values) + place, return_inverse=True)
        order = np.argsort(kind, kind="stable")
        yield from np.split(order, np.flatnonzero(np.diff(kind[order])) + 1)

    def _scored(self, drawn: Drawn) -> tuple[Whole, Floats]:
        """The units scored and their scores in replicates that make the same choices."""
        prepared = self._prepared(drawn)
        if not self._of(_FIGURES):
            return prepared.places, self._aggregated(prepared, drawn)
        parts = [self._aggregated(self._disturbed(own, prepared), own) for own in _parts(drawn)]
        return prepared.places, np.concatenate(parts, axis=1)

    def _chosen(self, drawn: Drawn) -> Definition:
        """The definition as these replicates choose it."""
        definition = self.definition
        for one in self._of(_CHOICES):
            definition = changed(definition, one.key, picked(one, float(drawn[one.name][0])))
        return definition

    def _prepared(self, drawn: Drawn) -> Prepared:
        """What these replicates share, computed by `score` itself: a choice that cannot be carried out is refused by it."""
        key = tuple(float(one.chosen(drawn[one.name][:1])[0]) for one in self._of(_CHOICES))
        if key not in self._kept:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            definition = self._chosen(drawn)
            own = score(definition, self.data)
            rules = rules_of(definition, own.tree)
            self._kept[key] = Prepared(own.stages["normalised"].values, own.weights, rules, self._places(own))
        return self._kept[key]

    def _disturbed(self, drawn: Drawn, base: Prepared) -> Prepared:
        codes = self.nominal.tree.codes[: self.nominal.tree.indicators]
        values = self.data.values[:, [self.data.codes.index(code) for code in codes]]
        for one in self._of(_FIGURES):
            values = disturbed(one, values, codes, drawn[one.name])
        definition = self._chosen(drawn)
        return replace(base, normalised=normalised(values, definition, self.data, base.places))

    def _aggregated(self, prepared: Prepared, drawn: Drawn) -> Floats:
        tree = self.nominal.tree
        count = len(next(iter(drawn.values())))
        weights = np.broadcast_to(prepared.weights[:, None], (len(tree.codes), count))
        for one in self.analysis.inputs:
            weights = weighted(one, tree, weights, drawn[one.name])
        return scored(prepared.normalised, tree, weights, prepared.rules, self.column)

    def _places(self, own: Scores) -> Whole:
        place = {unit: row for row, unit in enumerate(self.data.units)}
        return np.array([place[unit] for unit in own.units], dtype=np.intp)


def _parts(drawn: Drawn) -> Iterator[Drawn]:
    count = len(next(iter(drawn.values())))
    for start in range(0, count, _AT_ONCE):
        yield {name: coordinates[start : start + _AT_ONCE] for name, coordinates in drawn.items()}
