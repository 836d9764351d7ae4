"""One unit of a result explained: where points were lost, groups, indicators, strengths and weaknesses, peers; two units side by side."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from django.utils.translation import gettext as _

from hopluc.scorecards import Scores
from hopluc.scorecards.arrays import Floats
from hopluc.scorecards.explanation.contributions import contributions_if_split
from hopluc.scorecards.explanation.lost import sentences
from hopluc.scorecards.explanation.peers import peers
from hopluc.scorecards.explanation.strengths import Mark, is_small, strengths
from hopluc.web.observatory.outcomes import known
from hopluc.web.observatory.words import measured, names_of

MARKS = 5
"""How many strengths and weaknesses are shown."""
ALL = 99.999
"""A share of all, in percent, but for the rounding of a computer."""


@dataclass(frozen=True)
class Part:
    """A group or indicator of one unit: its score and rank, how far above or below the average, what it gives to the index."""

    code: str
    name: str
    score: float | None
    rank: int | None
    beside_mean: float | None
    given: float | None = None
    lost: float | None = None
    figure: float | None = None
    measure: str = ""


@dataclass(frozen=True)
class Marked:
    """A strong or weak point: its name, the rank, the share of others behind (percent)."""

    code: str
    name: str
    rank: int
    behind: float

    @property
    def place(self) -> str:
        """Where it stands, in words: the first is above all others, and no share is told of it."""
        if self.behind >= ALL:
            return _("hạng %(rank)s, trên tất cả các đơn vị khác") % {"rank": self.rank}
        if self.behind <= 0:
            return _("hạng %(rank)s, chưa trên đơn vị nào") % {"rank": self.rank}
        return _("hạng %(rank)s, trên %(share)s%% số đơn vị khác") % {"rank": self.rank, "share": int(self.behind)}


@dataclass(frozen=True)
class Compared:
    """A group or indicator of two units side by side, and how many points of the index it makes between them."""

    code: str
    name: str
    first: Part
    second: Part
    points: float | None


def row_of(scores: Scores, unit: str) -> int | None:
    """The row of a unit; None where it was left out."""
    return scores.units.index(unit) if unit in scores.units else None


def parts_of(scores: Scores, unit: str) -> tuple[list[Part], list[Part]]:
    """The groups of a unit, the topmost first, and its indicators."""
    row, tree = scores.units.index(unit), scores.tree
    told = names_of(scores.definition)
    mean = _mean(scores.values)
    given = contributions_if_split(scores)
    shares = None if given is None else _mean(given)
    raw = scores.stages["raw"]
    figures = raw.values[raw.units.index(unit)]
    measures = {one.code: measured(one) for one in scores.definition.indicators}

    def part(place: int) -> Part:
        code = tree.codes[place]
        mine = None if given is None or place >= tree.indicators else known(given[row, place])
        share = None if shares is None or place >= tree.indicators else known(shares[place])
        value, rank = known(scores.values[row, place]), known(scores.ranks[row, place])
        return Part(
            code,
            told[code],
            value,
            None if rank is None else int(rank),
            known(scores.values[row, place] - mean[place]),
            mine,
            None if mine is None or share is None else mine - share,
            known(figures[place]) if place < tree.indicators else None,
            measures.get(code, ""),
        )

    groups = [part(place) for place in range(len(tree.codes) - 1, tree.indicators - 1, -1)]
    return groups, [part(place) for place in range(tree.indicators)]


def _mean(values: Floats) -> Floats:
    there = ~np.isnan(values)
    total: Floats = np.where(there, values, 0.0).sum(axis=0)
    with np.errstate(invalid="ignore"):
        mean: Floats = total / there.sum(axis=0)
    return mean


def profile_of(scores: Scores, unit: str, language: str) -> dict[str, Any]:
    """All that the page of a unit tells; sentences in one of two languages."""
    groups, indicators = parts_of(scores, unit)
    found, told = strengths(scores, unit), names_of(scores.definition)
    unit_names = dict(zip(scores.units, scores.data.names or scores.units, strict=True))
    said = [sentence[1 if language == "en" else 0] for sentence in sentences(scores, unit)]
    return {
        "sentences": said,
        "groups": groups,
        "indicators": indicators,
        "strengths": _marked(found.strengths, told),
        "weaknesses": _marked(found.weaknesses, told),
        "few_indicators": is_small(len(scores.definition.indicators)),
        "peers": [(unit_names[peer.unit], peer) for peer in peers(scores, unit)],
    }


def _marked(marks: tuple[Mark, ...], told: Mapping[str, str]) -> list[Marked]:
    return [Marked(mark.code, told[mark.code], mark.rank, 100 * mark.behind) for mark in marks[:MARKS]]


def compared(scores: Scores, first: str, second: str) -> tuple[list[Compared], list[Compared]]:
    """Two units side by side: groups, and indicators in the order of what they make between the two."""
    groups, indicators = zip(parts_of(scores, first), parts_of(scores, second), strict=True)
    beside = [_compared(one, other) for one, other in zip(*groups, strict=True)]
    between = [_compared(one, other) for one, other in zip(*indicators, strict=True)]
    return beside, sorted(between, key=lambda one: (one.points is None, -abs(one.points or 0.0)))


def _compared(one: Part, other: Part) -> Compared:
    points = None if one.given is None or other.given is None else one.given - other.given
    return Compared(one.code, one.name, one, other, points)
