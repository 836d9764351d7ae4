"""What it would take (nếu … thì): the least effort that brings a unit to a rank, found on the whole pipeline, and how sure it is."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Final

import numpy as np

from hopluc.scorecards.arrays import Floats
from hopluc.scorecards.data import Data
from hopluc.scorecards.definition import Definition
from hopluc.scorecards.denominate import denominate
from hopluc.scorecards.moments import deviation
from hopluc.scorecards.results import Scores
from hopluc.scorecards.rules import rules_of
from hopluc.scorecards.score import score
from hopluc.scorecards.uncertainty.designs import DESIGNS
from hopluc.scorecards.uncertainty.figures import normalised
from hopluc.scorecards.uncertainty.inputs import Analysis
from hopluc.scorecards.uncertainty.means import scored
from hopluc.scorecards.uncertainty.model import Model
from hopluc.scorecards.uncertainty.ranks import ranks

TRIED: Final = 24  # points of the way a plan is tried at, twice over
SETS: Final = 12  # sets of levers tried on the whole pipeline
FINER: Final = 16  # points between what just reaches the rank and all that can be done, for a likelihood
MARGINS: Final = (1.0, 1.5, 2.25)  # how much more than the gain needed sets of levers must hold, to be sure
LEVERS: Final = 40  # levers of which sets are made, those that gain most for their effort


@dataclass(frozen=True)
class Lever:
    """A figure the unit can move: how far, and what the whole way would cost. Effort is in any measure, one for all levers."""

    code: str
    limit: float
    effort: float


@dataclass(frozen=True)
class Move:
    """One figure moved."""

    code: str
    before: float
    after: float


@dataclass(frozen=True)
class Plan:
    """Figures to move, the effort in all, and the score and rank then. `likely` is the share of replicates in which the rank
    asked for is reached when what is uncertain varies; None where no analysis was given."""

    moves: tuple[Move, ...]
    effort: float
    score: float
    rank: int
    likely: float | None


@dataclass(frozen=True)
class Aim:
    """Which unit is to reach which rank in the index, in how many moves at most, and with what likelihood (0: as things stand)."""

    unit: str
    rank: int
    most: int = 3
    sure: float = 0.0


def levers(definition: Definition, data: Data, unit: str, share: float = 0.9) -> tuple[Lever, ...]:
    """A lever for each figure in which the best `1 - share` of units are ahead: as far as they have come, for a unit of this size.

    The effort is the way in standard deviations of the figure (by size where it is denominated), so that efforts can be added up.
    """
    row, place = data.units.index(unit), {code: column for column, code in enumerate(data.codes)}
    found = []
    for one in definition.indicators:
        values, size = data.values[:, place[one.code]], np.ones(len(data.units))
        if one.denominator is not None and definition.steps.denominate is not None:
            size = data.denominators[one.denominator]
        by_size = denominate(values, size)
        spread = float(deviation(by_size[:, None])[0])
        if np.isnan(by_size[row]) or not spread > 0:
            continue
        limit = float(np.nanquantile(by_size, share if one.direction > 0 else 1 - share))
        if (limit - by_size[row]) * one.direction > 0:
            found.append(Lever(one.code, limit * float(size[row]), float(abs(limit - by_size[row]) / spread)))
    return tuple(found)


def plans(
    definition: Definition, data: Data, aim: Aim, levers: Sequence[Lever], analysis: Analysis | None = None
) -> tuple[Plan, ...]:
    """Plans that bring a unit to a rank or better, least effort first; none where none was found, one without moves where it is there.

    Bounds and outliers move with the figures, the other units stay as they are. With an analysis a plan goes far enough for the
    likelihood aimed at. Sets of levers are chosen as if their gains added up, then gone step by step on the whole pipeline: where
    the index is linear in the figures the first plan is the best there is.
    """
    course = _Course(definition, data, aim, tuple(levers), analysis)
    here = np.zeros(len(levers))
    start = float(course.margins(here[None, :])[0])
    if start >= 0 and course.reached(here):
        return (course.plan(here),)
    gains = course.margins(np.eye(len(levers))) - start if levers else np.zeros(0)
    efforts = np.array([lever.effort for lever in levers])
    further = (1.0,) if aim.sure == 0 else MARGINS
    ways = [way for times in further for way in _ways(gains, max(-start, 0.0) * times, efforts, aim.most)]
    reached = (course.shortest(way) for way in ways)
    found = {plan.moves: plan for way in reached if way is not None for plan in [course.plan(way)]}
    return tuple(sorted(found.values(), key=lambda plan: plan.effort))


def one_rank_up(scores: Scores, data: Data, unit: str) -> Plan | None:
    """The plan of least effort that brings a unit one rank forward, by the levers within its reach.

    `data` are the figures the scores were made of. None for the first, for a unit without a rank, or where no plan was found.
    """
    rank = scores.ranks[scores.units.index(unit), scores.tree.tops[0]]
    if not rank > 1:
        return None
    found = plans(scores.definition, data, Aim(unit, int(rank) - 1), levers(scores.definition, data, unit))
    return found[0] if found else None


def _ways(gains: Floats, needed: float, efforts: Floats, most: int) -> Iterator[Floats]:
    """How far to pull each lever (0 to 1) for the gain that is needed, were gains to add up: the sets of least effort first.

    Within a set the levers that gain most for their effort are pulled whole, the last as far as needed.
    """
    useful = [int(lever) for lever in np.argsort(efforts / np.maximum(gains, 1e-300), kind="stable") if gains[lever] > 0][
        :LEVERS
    ]
    found: list[tuple[float, Floats]] = []
    for size in range(1, min(most, len(useful)) + 1):
        sets = np.array(list(combinations(useful, size)))  # each in the order of its worth
        done = np.cumsum(gains[sets], axis=1)
        last = np.clip((needed - (done - gains[sets])) / gains[sets], 0.0, 1.0)
        enough = (done[:, -1] >= needed * 0.9) & (last[:, -1] > 0)
        cost = (last * efforts[sets]).sum(axis=1)
        for place in [
            int(place) for place in np.argsort(np.where(enough, cost, np.inf), kind="stable")[:SETS] if enough[place]
        ]:
            way = np.zeros(len(gains))
            way[sets[place]] = last[place]
            found.append((float(cost[place]), way))
    yield from (way for _, way in sorted(found, key=lambda pair: pair[0])[:SETS])


@dataclass
class _Course:
    """The pipeline as seen by one unit: how far short it falls of its aim when it pulls its levers so far."""

    definition: Definition
    data: Data
    aim: Aim
    levers: tuple[Lever, ...]
    analysis: Analysis | None

    def __post_init__(self) -> None:
        self.base: Scores = score(self.definition, self.data)
        self.row = self.data.units.index(self.aim.unit)
        place = {unit: row for row, unit in enumerate(self.data.units)}
        self.places = np.array([place[unit] for unit in self.base.units])
        self.own = self.base.units.index(self.aim.unit)
        codes = self.base.tree.codes[: self.base.tree.indicators]
        self.values = self.data.values[:, [self.data.codes.index(code) for code in codes]]
        self.columns = [codes.index(lever.code) for lever in self.levers]
        self.way = np.array([lever.limit for lever in self.levers]) - self.values[self.row, self.columns]

    def figures(self, pulled: Floats) -> Floats:
        """The figures of all units with the levers pulled so far: one table for each row of `pulled`."""
        tables = np.repeat(self.values[None], len(pulled), axis=0)
        tables[:, self.row, self.columns] += pulled * self.way
        return tables

    def scores(self, pulled: Floats) -> Floats:
        """The scores of all units in the index, units down, one column for each row of `pulled`."""
        tree = self.base.tree
        values = normalised(self.figures(pulled), self.definition, self.data, self.places)
        weights = np.repeat(self.base.weights[:, None], len(pulled), axis=1)
        return scored(values, tree, weights, rules_of(self.definition, tree), tree.tops[0])

    def margins(self, pulled: Floats) -> Floats:
        """By how much the unit is past the score that the rank asks for; below zero where it falls short."""
        scores = self.scores(pulled)
        others: Floats = -np.sort(-np.nan_to_num(np.delete(scores, self.own, axis=0), nan=-np.inf), axis=0)
        if self.aim.rank > len(others):
            return np.zeros(len(pulled))
        margin: Floats = scores[self.own] - others[self.aim.rank - 1]
        return margin

    def likely(self, pulled: Floats) -> float | None:
        """In what share of replicates the rank is reached; None without an analysis."""
        if self.analysis is None:
            return None
        codes = self.base.tree.codes[: self.base.tree.indicators]
        data = replace(self.data, codes=codes, values=self.figures(pulled[None, :])[0])
        model = Model(self.definition, data, self.analysis)
        points = DESIGNS[self.analysis.design](self.analysis.seed, range(self.analysis.count), len(self.analysis.inputs))
        held = ranks(model.scores(points))[self.row]
        return float(np.mean((held > 0) & (held <= self.aim.rank)))

    def reached(self, pulled: Floats) -> bool:
        """Whether the rank is reached as surely as asked for."""
        return self.aim.sure == 0 or (self.likely(pulled) or 0.0) >= self.aim.sure

    def shortest(self, way: Floats) -> Floats | None:
        """The least part of a way, or that way pulled further, at which the aim is reached; None where it never is."""
        low, high = 0.0, 1.0 / float(way.max())
        for _ in range(2):
            steps = np.linspace(low, high, TRIED + 1)[1:]
            margins = self.margins(np.clip(steps[:, None] * way, 0.0, 1.0))
            past = np.flatnonzero(margins >= 0)
            if not len(past):
                return None
            high = float(steps[past[0]])
            low = high - float(steps[1] - steps[0])
        return self._surely(way, high)

    def _surely(self, way: Floats, part: float) -> Floats | None:
        """The way pulled from there on until it is sure enough."""
        whole = max(float((1.0 / way[way > 0]).max()), part)
        steps: list[Floats] = [np.clip(step * way, 0.0, 1.0) for step in np.linspace(part, whole, FINER)]
        if self.aim.sure == 0:
            return steps[0]
        first = bisect_left(steps, 1, key=lambda pulled: int(self.reached(pulled)))
        return steps[first] if first < len(steps) else None

    def plan(self, pulled: Floats) -> Plan:
        """The plan of levers pulled so far."""
        scores = self.scores(pulled[None, :])
        moves = tuple(
            Move(lever.code, float(self.values[self.row, column]), float(self.values[self.row, column] + share * way))
            for lever, column, share, way in zip(self.levers, self.columns, pulled, self.way, strict=True)
            if share > 0
        )
        return Plan(
            moves,
            float(sum(share * lever.effort for share, lever in zip(pulled, self.levers, strict=True))),
            float(scores[self.own, 0]),
            int(ranks(scores)[self.own, 0]),
            self.likely(pulled),
        )
