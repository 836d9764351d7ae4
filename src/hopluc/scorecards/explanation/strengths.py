"""Strengths and weaknesses (điểm mạnh, điểm yếu) of a unit, by the rule of the Global Innovation Index.

The scores of a unit are turned into percentile ranks among all units. Its strengths are the indicators at or above its tenth
highest percentile rank, ties included, and any in which it is among the first three; its weaknesses those at or below its tenth
lowest. The same two marks hold for its pillars and other groups (WIPO, Global Innovation Index 2023, Appendix I).

That rule is made for some eighty indicators of over a hundred units. Of fewer than thirty indicators about a third set the marks, at
least one, and where fewer than ten units are ranked only the first place counts beside them: else all would be strengths. Nothing is
both, and nothing in which nobody is behind is a strength.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from hopluc.scorecards.arrays import Floats
from hopluc.scorecards.results import Scores

MOST: Final = 10
SHARE: Final = 3
FIRST: Final = 3
FEW_UNITS: Final = 10


@dataclass(frozen=True)
class Mark:
    """One strong or weak point: the code, the rank held there, and the share of the other units that are behind."""

    code: str
    rank: int
    behind: float


@dataclass(frozen=True)
class Profile:
    """Strong points first to last, weak points last to first; `high` and `low` are the percentile ranks that mark them."""

    unit: str
    strengths: tuple[Mark, ...]
    weaknesses: tuple[Mark, ...]
    high: float
    low: float


def percentile_ranks(values: Floats) -> Floats:
    """The share of the other units whose value is lower, column by column; nan where missing or where nobody else is known.

    >>> percentile_ranks(np.array([[1.0], [3.0], [3.0], [9.0], [np.nan]])).ravel().round(3).tolist()
    [0.0, 0.333, 0.333, 1.0, nan]
    """
    known = ~np.isnan(values)
    lower = (values[None, :, :] < values[:, None, :]).sum(axis=1).astype(np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        found: Floats = np.where(known, lower / (known.sum(axis=0) - 1), np.nan)
    return found


def is_small(indicators: int) -> bool:
    """Are there so few indicators that about a third of them set the marks, and not ten."""
    return indicators < MOST * SHARE


def strengths(scores: Scores, unit: str, most: int | None = None) -> Profile:
    """The strong and weak points of one unit; `most` is how many indicators set the marks, else 10 or about a third of few."""
    row, indicators = scores.units.index(unit), scores.tree.indicators
    shares = percentile_ranks(scores.values)[row]
    ranks = scores.ranks[row]
    own = np.sort(shares[:indicators][~np.isnan(shares[:indicators])])
    if not len(own):
        return Profile(unit, (), (), np.nan, np.nan)
    taken = min(most or (max(1, round(len(own) / SHARE)) if is_small(len(own)) else MOST), len(own))
    high, low = float(own[-taken]), float(own[taken - 1])
    with np.errstate(invalid="ignore"):
        strong = ((shares >= high) | (ranks <= (FIRST if len(scores.units) >= FEW_UNITS else 1))) & (shares > 0)
        weak = (shares <= low) & ~strong
    strong[list(scores.tree.tops)] = weak[list(scores.tree.tops)] = False
    codes = scores.tree.codes
    marks = [
        Mark(code, int(rank), float(share)) if not np.isnan(share) else None
        for code, rank, share in zip(codes, ranks, shares, strict=True)
    ]
    return Profile(
        unit,
        tuple(sorted((mark for mark, on in zip(marks, strong, strict=True) if mark and on), key=lambda mark: -mark.behind)),
        tuple(sorted((mark for mark, on in zip(marks, weak, strict=True) if mark and on), key=lambda mark: mark.behind)),
        high,
        low,
    )


def best_and_worst(scores: Scores, unit: str, most: int = 5) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """The indicators in which a unit ranks best and worst, on figures as they were given and turned to "more is better".

    Those in which it ranks last of all, or level with the last, are left out: a zero that many share is no finding. Of equal
    ranks the indicator whose group comes first by code goes first.
    """
    row = scores.units.index(unit)
    stage = scores.stages["raw"]
    direction = np.array([indicator.direction for indicator in scores.definition.indicators], dtype=np.float64)
    order = [stage.codes.index(indicator.code) for indicator in scores.definition.indicators]
    values = stage.values[:, order] * direction
    ranks = np.where(np.isnan(values), np.nan, 1 + (values[None, :, :] > values[:, None, :]).sum(axis=1))
    shares = percentile_ranks(values)[row]
    kept = [
        Mark(indicator.code, int(ranks[row, place]), float(shares[place]))
        for place, indicator in enumerate(scores.definition.indicators)
        if not np.isnan(ranks[row, place]) and ranks[row, place] < np.nanmax(ranks[:, place])
    ]
    parent = {indicator.code: indicator.parent for indicator in scores.definition.indicators}
    ordered = sorted(kept, key=lambda mark: (mark.rank, parent[mark.code]))
    return tuple(ordered[:most]), tuple(ordered[-most:])
