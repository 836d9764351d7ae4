"""How much each indicator gives to a score, and how much of a change of score each indicator made: the parts sum to the whole.

A mean of any power grows in proportion with its parts, so by Euler's theorem a score is the sum of each indicator's score
times the slope of the score in it. Between two scores the same slopes are followed along the straight way from one to the
other (Aumann and Shapley 1974). For arithmetic means this is no more than weight times score, or weight times change.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np

from hopluc.errors import WrongDefinition
from hopluc.scorecards.arrays import Floats
from hopluc.scorecards.definition import Aggregate
from hopluc.scorecards.results import Scores
from hopluc.scorecards.rules import rules_of
from hopluc.scorecards.tree import Tree
from hopluc.scorecards.uncertainty.means import power_of

_STEPS: Final = 48  # points of the way looked at (Gauss and Legendre); for arithmetic means one would do


def contributions(scores: Scores, of: str | None = None) -> Floats:
    """What each indicator gives to the score of `of` (the index unless named): units x indicators, rows summing to the score.

    A missing indicator gives nothing (nan). Raises WrongDefinition where a group on the way is no mean of a power.
    """
    tree, column = scores.tree, _column(scores, of)
    values = scores.values[:, : tree.indicators]
    with np.errstate(invalid="ignore"):
        found: Floats = slopes(values, tree, scores.weights, _rules(scores), column) * values
    return found


def contributions_if_split(scores: Scores) -> Floats | None:
    """What each indicator gives to the index (`contributions`); None where the way it is aggregated cannot be split."""
    try:
        return contributions(scores)
    except WrongDefinition:
        return None


def change_by_indicator(before: Scores, after: Scores, of: str | None = None) -> Floats:
    """How much of the change of score of each unit came with each indicator's own change of score: units x indicators.

    Both must have the same tree, weights and units; a change where an indicator was or is missing is not split (nan).
    """
    tree, column = after.tree, _column(after, of)
    old, new = before.values[:, : tree.indicators], after.values[:, : tree.indicators]
    points, shares = np.polynomial.legendre.leggauss(_STEPS)
    rules = _rules(after)
    slope = np.zeros_like(new)
    for point, share in zip((points + 1) / 2, shares / 2, strict=True):
        slope += share * slopes(old + (new - old) * point, tree, after.weights, rules, column)
    change: Floats = slope * (new - old)
    return change


def slopes(values: Floats, tree: Tree, weights: Floats, rules: Sequence[Aggregate], column: int) -> Floats:
    """How fast the score of a column grows with each indicator, for scores of indicators (units, indicators)."""
    known = np.full((len(values), len(tree.codes)), np.nan)
    known[:, : tree.indicators] = values
    own: dict[int, Floats] = {}
    for branch, rule in zip(tree.branches, rules, strict=True):
        power = power_of(rule)
        assert power is not None
        known[:, branch.column], own[branch.column] = _mean_and_slopes(known[:, branch.parts], weights[branch.parts], power)
    slope = np.zeros_like(known)
    slope[:, column] = 1.0
    below = {column}
    for branch in reversed(tree.branches):
        if branch.column in below:
            below |= {int(part) for part in branch.parts}
            slope[:, branch.parts] = slope[:, [branch.column]] * own[branch.column]
    return slope[:, : tree.indicators]


def _mean_and_slopes(parts: Floats, weights: Floats, power: float) -> tuple[Floats, Floats]:
    there = np.where(np.isnan(parts), 0.0, weights)
    with np.errstate(divide="ignore", invalid="ignore"):
        share = there / there.sum(axis=1, keepdims=True)
        if power == 1:
            return np.nansum(share * np.nan_to_num(parts), axis=1), share
        if power == 0:
            mean = np.exp(np.nansum(share * np.log(parts), axis=1))
        else:
            mean = np.nansum(share * parts**power, axis=1) ** (1 / power)
        slope = share * (mean[:, None] / parts) ** (1 - power)
    return mean, np.where(there > 0, np.nan_to_num(slope, nan=0.0, posinf=0.0), 0.0)


def _rules(scores: Scores) -> tuple[Aggregate, ...]:
    rules = rules_of(scores.definition, scores.tree)
    for rule in rules:
        if power_of(rule) is None:
            raise WrongDefinition(
                file=scores.definition.file,
                key="steps.aggregate.method",
                reason=f'cách tổng hợp "{rule.method}" không tách được phần đóng góp của từng chỉ số',
            )
    return rules


def _column(scores: Scores, of: str | None) -> int:
    return scores.tree.tops[0] if of is None else scores.tree.column(of)
