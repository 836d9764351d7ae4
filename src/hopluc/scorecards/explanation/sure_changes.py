"""How sure the shares of a change are: the same change by many weightings, each cause with the interval of its share.

Every weight of both definitions is drawn up to a quarter above or below its own, the same for a code in both; the figures stay.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from hopluc.scorecards.arrays import Floats
from hopluc.scorecards.data import Data
from hopluc.scorecards.definition import Definition
from hopluc.scorecards.explanation.editions import Edition, shared_out
from hopluc.scorecards.rules import rules_of
from hopluc.scorecards.score import score
from hopluc.scorecards.tree import tree_of
from hopluc.scorecards.uncertainty.means import power_of, scored
from hopluc.scorecards.uncertainty.ranks import ranks

SPREAD: Final = 0.25
WEIGHTINGS: Final = 500
FEW: Final = 64  # where the way of aggregating has no power, each weighting is a computation of its own


@dataclass(frozen=True)
class Between:
    """A number by the weights of the definitions, and from where to where it lies in `level` of the weightings."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class SureShare:
    """What one cause did: points of score, and places of rank (positive: the rank number grew, so the unit fell)."""

    cause: str
    score: Between
    rank: Between


@dataclass(frozen=True)
class SureChange:
    """The change of one unit between two editions in score and rank; by the definitions' own weights the shares sum to the whole."""

    unit: str
    before: tuple[float, float]
    after: tuple[float, float]
    score: Between
    rank: Between
    shares: tuple[SureShare, ...]
    weightings: int


def sure_change(
    before: Edition, after: Edition, unit: str, *, recast: Data | None = None, former: str | None = None, level: float = 0.9
) -> SureChange:
    """The change of a unit between two editions as `editions.change` tells it, with intervals. Raises WrongDefinition, CannotScore."""
    noise = _noise(before.definition, after.definition)

    def told(definition: Definition, data: Data, unit: str) -> Floats:
        return _by_weightings(definition, data, unit, noise)

    first, last, shares = shared_out(told, before, after, unit, recast=recast, former=former)

    def between(numbers: Floats) -> Between:
        known = numbers[1:][~np.isnan(numbers[1:])]
        low, high = np.quantile(known, ((1 - level) / 2, (1 + level) / 2)) if len(known) else (np.nan, np.nan)
        return Between(float(numbers[0]), float(low), float(high))

    return SureChange(
        unit,
        (float(first[0, 0]), float(first[1, 0])),
        (float(last[0, 0]), float(last[1, 0])),
        between(last[0] - first[0]),
        between(last[1] - first[1]),
        tuple(SureShare(cause, between(share[0]), between(share[1])) for cause, share in shares.items()),
        len(next(iter(noise.values()))) - 1,
    )


def _noise(*definitions: Definition) -> dict[str, Floats]:
    """By what each weight is multiplied, by code: first by 1, then by a random number in each weighting."""
    trees = [(definition, tree_of(definition)) for definition in definitions]
    every = {code for _definition, tree in trees for code in tree.codes}
    powers = [power_of(rule) for definition, tree in trees for rule in rules_of(definition, tree)]
    count = WEIGHTINGS if all(power is not None for power in powers) else FEW
    draws = np.random.Generator(np.random.SFC64(1))
    return {code: np.concatenate(([1.0], 1 + SPREAD * (2 * draws.random(count) - 1))) for code in sorted(every)}


def _by_weightings(definition: Definition, data: Data, unit: str, noise: dict[str, Floats]) -> Floats:
    """Score and rank of a unit, one below the other, weightings across; nan where it has none."""
    own = score(definition, data)
    weights = own.weights[:, None] * np.stack([noise[code] for code in own.tree.codes])
    if unit not in own.units:
        return np.full((2, weights.shape[1]), np.nan)
    rules, row, top = rules_of(definition, own.tree), own.units.index(unit), own.tree.tops[0]
    values = scored(own.values[:, : own.tree.indicators], own.tree, weights, rules, top)
    values[:, 0] = own.values[:, top]  # to the last digit: scores that are alike stay alike
    places = ranks(values)[row].astype(np.float64)
    return np.stack((values[row], np.where(places == 0, np.nan, places)))
