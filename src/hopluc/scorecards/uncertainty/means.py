"""Aggregation of thousands of replicates at once: a mean of any power is a matrix product in the right units.

The arithmetic mean is linear in x, the geometric in log x, the harmonic in 1/x, the mean of power p in x^p. Where every
replicate shares the indicators' scores and only weights differ, each group is one product of scores and weights; groups
of one power need no turning back between levels. The weighted mean is the same as `aggregate`'s; a test holds them equal.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from hopluc.scorecards.aggregate import aggregate
from hopluc.scorecards.arrays import Floats
from hopluc.scorecards.definition import Aggregate
from hopluc.scorecards.tree import Branch, Tree

_AT_ONCE: Final = 32
POWERS: Mapping[str, float] = {"arithmetic": 1.0, "geometric": 0.0, "harmonic": -1.0}


def power_of(rule: Aggregate) -> float | None:
    """The power of the mean a rule names: 1 arithmetic, 0 geometric, -1 harmonic; None where it is no mean of a power, or capped."""
    if rule.cap is not None:
        return None
    return rule.power if rule.method == "generalised" else POWERS.get(rule.method)


@dataclass(frozen=True)
class _Turned:
    """Scores in the units of a power, units down and replicates across."""

    values: Floats
    power: float

    def to(self, power: float) -> Floats:
        return self.values if power == self.power else turned(turned_back(self.values, self.power), power)


def turned(values: Floats, power: float) -> Floats:
    """Scores in the units in which the mean of this power is linear."""
    if power == 1:
        return values
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.log(values) if power == 0 else values**power


def turned_back(values: Floats, power: float) -> Floats:
    """Scores from the units of a power: undoes `turned`."""
    if power == 1:
        return values
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        back: Floats = np.exp(values) if power == 0 else values ** (1 / power)
    return back


def scored(values: Floats, tree: Tree, weights: Floats, rules: tuple[Aggregate, ...], column: int) -> Floats:
    """The scores of one column as `aggregated` gives them, by whatever rules: those without a power a few replicates at a time."""
    if all(power_of(rule) is not None for rule in rules):
        return aggregated(values, tree, weights, rules, column)
    parts = []
    for start in range(0, weights.shape[1], _AT_ONCE):
        own = values if values.ndim == 2 else values[start : start + _AT_ONCE]
        parts.append(aggregate(own, tree, weights[:, start : start + _AT_ONCE].T, rules)[..., column].T)
    return np.concatenate(parts, axis=1)


def aggregated(values: Floats, tree: Tree, weights: Floats, rules: Sequence[Aggregate], column: int) -> Floats:
    """The scores of one column, units down and replicates across.

    `values` are the indicators' scores, (units, indicators) where all replicates share them, else (replicates, units,
    indicators); `weights` are (columns, replicates). Every rule must have a power (`power_of`).
    """
    if column < tree.indicators:
        own = values[..., column]
        return np.ascontiguousarray(own.T) if own.ndim == 2 else np.repeat(own[:, None], weights.shape[1], axis=1)
    wanted = _below(tree, column)
    powers = {power_of(rule) for branch, rule in zip(tree.branches, rules, strict=True) if branch.column in wanted}
    if len(powers) == 1 and not np.isnan(values).any() and not any(rule.parts for rule in rules):
        (power,) = powers
        assert power is not None, "a rule without a power"
        return turned_back(_product(turned(values, power), indicator_shares(tree, weights, column)), power)
    done: dict[int, _Turned] = {}
    for branch, rule in zip(tree.branches, rules, strict=True):
        if branch.column in wanted:
            done[branch.column] = _mean(branch, rule, values, weights, done, tree.indicators)
    return done[column].to(1.0)


def indicator_shares(tree: Tree, weights: Floats, column: int) -> Floats:
    """The part of each indicator in a column's score when every group is an arithmetic mean and nothing is missing.

    Of weights (columns, replicates) gives (indicators, replicates), each replicate summing to 1.
    """
    part = np.zeros_like(weights)
    part[column] = 1.0
    wanted = _below(tree, column)
    for branch in (branch for branch in reversed(tree.branches) if branch.column in wanted):
        own = weights[branch.parts]
        with np.errstate(divide="ignore", invalid="ignore"):
            part[branch.parts] = own * (part[branch.column] / own.sum(axis=0))
    return part[: tree.indicators]


def _below(tree: Tree, column: int) -> set[int]:
    """The columns of the groups a column is made of, itself among them."""
    wanted = {column}
    for branch in reversed(tree.branches):
        if branch.column in wanted:
            wanted |= {int(part) for part in branch.parts}
    return wanted


def _mean(
    branch: Branch, rule: Aggregate, values: Floats, weights: Floats, done: Mapping[int, _Turned], indicators: int
) -> _Turned:
    power = power_of(rule)
    assert power is not None, f"{rule.method} has no power"
    total, held, parts = _of_indicators(branch, power, values, weights, indicators)
    count = np.asarray(parts, dtype=np.float64)
    for part in branch.parts[branch.parts >= indicators]:
        own = done[int(part)].to(power)
        weight = weights[part]
        missing = np.isnan(own)
        if missing.any():
            total = total + np.where(missing, 0.0, own * weight)
            held, count = held + np.where(missing, 0.0, weight), count + ~missing
        else:
            total, held, count = total + own * weight, held + weight, count + 1
    with np.errstate(divide="ignore", invalid="ignore"):
        mean = total / held
    if rule.coverage > 0 or rule.parts > 0:
        mean = np.where((count / len(branch.parts) >= rule.coverage) & (count >= rule.parts), mean, np.nan)
    return _Turned(mean, power)


def _of_indicators(
    branch: Branch, power: float, values: Floats, weights: Floats, indicators: int
) -> tuple[Floats, Floats, Floats]:
    """The weighted sum of a group's indicators, the weight they hold and how many there are: each units x replicates."""
    own = branch.parts[branch.parts < indicators]
    if not len(own):
        nothing = np.zeros((values.shape[-2], 1))
        return nothing, nothing, nothing
    parts, weight = turned(values[..., own], power), weights[own]
    missing = np.isnan(parts)
    if not missing.any():
        return _product(parts, weight), weight.sum(axis=0)[None, :], np.full((1, 1), len(own))
    there = (~missing).astype(np.float64)
    return (
        _product(np.where(missing, 0.0, parts), weight),
        _product(there, weight),
        np.atleast_2d(there.sum(axis=-1)).T if parts.ndim == 2 else there.sum(axis=-1).T,
    )


def _product(parts: Floats, weight: Floats) -> Floats:
    if parts.ndim == 2:
        return parts @ weight
    product: Floats = np.matmul(parts, weight.T[..., None])[..., 0].T
    return product
