"""The statistical audit of an index in the manner of the European Commission's Joint Research Centre: does it hold together,
does every part count as meant, what do the figures leave open (OECD and JRC, Handbook on Constructing Composite Indicators, 2008)."""

from dataclasses import dataclass
from itertools import combinations
from typing import Final

import numpy as np

from hopluc.scorecards.arrays import Floats
from hopluc.scorecards.audit.coherence import Components, components, cronbach
from hopluc.scorecards.audit.correlations import Pair, p_values, pearson
from hopluc.scorecards.audit.importance import correlation_ratio
from hopluc.scorecards.audit.statistics import LIMITS, Limits, Statistics, statistics
from hopluc.scorecards.results import Remark, Scores
from hopluc.scorecards.tree import Branch, effective, under
from hopluc.scorecards.uncertainty.removal import Removal, without_each

REDUNDANT: Final = 0.92  # from here on two parts of a group say the same (JRC audits of the GII)
WEAK: Final = 0.3  # a part under this hardly shows in its group
ALPHA: Final = 0.7  # the reliability commonly asked for (Nunnally 1978)
SIZED: Final = 0.7  # a figure that follows the size of a unit so closely may need a denominator


@dataclass(frozen=True)
class Part:
    """A part of a group: its share by weight, its correlation with the group and the index, and the share of the group's
    variance that follows it (`importance`), itself and as a share of all parts'."""

    code: str
    weight: float
    effective: float
    with_group: float
    with_index: float
    importance: float
    share: float


@dataclass(frozen=True)
class Group:
    """How the parts of one group hold together, in their normalised scores."""

    code: str
    alpha: float
    components: Components
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Availability:
    """How many figures there are: by unit and by group, as shares of those there could be, in the figures as given."""

    units: tuple[str, ...]
    by_unit: Floats
    groups: tuple[str, ...]
    by_group: Floats
    whole: float


@dataclass(frozen=True)
class Audit:
    """All that was looked at. `pairs` are parts of one group above `REDUNDANT`, `opposed` those below zero and surely so;
    `levels` the correlations between the groups of one level; `sized` figures that follow a denominator they are not divided by."""

    scores: Scores
    availability: Availability
    statistics: tuple[Statistics, ...]
    treated: tuple[Remark, ...]
    groups: tuple[Group, ...]
    redundant: tuple[Pair, ...]
    opposed: tuple[Pair, ...]
    sized: tuple[Pair, ...]
    levels: tuple[tuple[tuple[str, ...], Floats], ...]
    removals: tuple[Removal, ...]


def audit(scores: Scores, limits: Limits = LIMITS) -> Audit:
    """The audit of one edition. Of a panel audit one year at a time: correlations of units over years would mix both."""
    raw = scores.stages["raw"]
    tree = scores.tree
    return Audit(
        scores,
        _availability(scores),
        tuple(statistics(code, raw.values[:, column], limits) for column, code in enumerate(raw.codes)),
        tuple(remark for remark in scores.remarks if remark.step == "treat"),
        tuple(_group(scores, branch) for branch in tree.branches),
        tuple(pair for branch in tree.branches for pair in alike(scores, branch, REDUNDANT)),
        tuple(pair for branch in tree.branches for pair in opposed(scores, branch)),
        _sized(scores),
        tuple(_level(scores, level) for level in sorted(set(tree.levels))[1:-1]),
        tuple(without_each(scores, level) for level in sorted(set(tree.levels))[:-1]),
    )


def alike(scores: Scores, branch: Branch, threshold: float) -> list[Pair]:
    """The pairs of parts of one group whose scores correlate above a threshold."""
    found = pearson(scores.values[:, branch.parts], scores.values[:, branch.parts])
    codes = scores.tree.codes
    return [
        Pair(branch.code, codes[branch.parts[one]], codes[branch.parts[two]], float(found[one, two]))
        for one, two in combinations(range(len(branch.parts)), 2)
        if found[one, two] > threshold
    ]


def opposed(scores: Scores, branch: Branch, likely: float = 0.05) -> list[Pair]:
    """The pairs of parts of one group that go against each other, less likely by chance than `likely`."""
    columns, codes = scores.values[:, branch.parts], scores.tree.codes
    found, chance = pearson(columns, columns), p_values(columns, columns)
    return [
        Pair(branch.code, codes[branch.parts[one]], codes[branch.parts[two]], float(found[one, two]))
        for one, two in combinations(range(len(branch.parts)), 2)
        if found[one, two] < 0 and chance[one, two] < likely
    ]


def _availability(scores: Scores) -> Availability:
    raw = scores.stages["raw"]
    known = ~np.isnan(raw.values)
    branches = scores.tree.branches
    return Availability(
        raw.units,
        known.mean(axis=1),
        tuple(branch.code for branch in branches),
        np.array([known[:, under(scores.tree, branch)].mean() for branch in branches]),
        float(known.mean()),
    )


def _group(scores: Scores, branch: Branch) -> Group:
    tree, columns = scores.tree, scores.values[:, branch.parts]
    whole, index = scores.values[:, branch.column], scores.values[:, tree.tops[0]]
    weights = scores.weights[branch.parts] / scores.weights[branch.parts].sum()
    share = effective(tree, scores.weights)
    with_group = pearson(columns, whole[:, None])[:, 0]
    with_index = pearson(columns, index[:, None])[:, 0]
    importance = np.array([correlation_ratio(column, whole) for column in columns.T])
    shares = importance / np.nansum(importance) if np.nansum(importance) > 0 else np.full(len(importance), np.nan)
    parts = tuple(
        Part(tree.codes[place], *map(float, numbers))
        for place, *numbers in zip(
            branch.parts, weights, share[branch.parts], with_group, with_index, importance, shares, strict=True
        )
    )
    return Group(branch.code, cronbach(columns), components(columns), parts)


def _sized(scores: Scores) -> tuple[Pair, ...]:
    raw, data = scores.stages["raw"], scores.data
    rows = [raw.units.index(unit) for unit in data.units]
    found = []
    for name, sizes in data.denominators.items():
        together = pearson(raw.values[rows], sizes[:, None])[:, 0]
        found += [
            Pair(name, one.code, name, float(strength))
            for one, strength in zip(scores.definition.indicators, together, strict=True)
            if one.denominator is None and abs(strength) > SIZED
        ]
    return tuple(found)


def _level(scores: Scores, level: int) -> tuple[tuple[str, ...], Floats]:
    columns = [place for place, own in enumerate(scores.tree.levels) if own == level]
    values = scores.values[:, columns]
    return tuple(scores.tree.codes[column] for column in columns), pearson(values, values)
