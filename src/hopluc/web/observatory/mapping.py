"""The map of scores (bản đồ điểm): the squares of the 34 provinces, with Hoàng Sa and Trường Sa, each with the score and rank of its unit."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from hopluc.scorecards import Scores
from hopluc.web.observatory.outcomes import Ranking, known
from hopluc.web.observatory.territory import provinces_of
from hopluc.web.observatory.words import names_of
from hopluc.web.pages.squares import Square, SquareMap, blank_squares, level_at


@dataclass(frozen=True)
class Scored:
    """A unit with its score and rank in the part looked at, and the province of today it is or has become."""

    code: str
    name: str
    key: int | None
    score: float | None
    rank: int | None
    province: str
    is_home: bool


@dataclass(frozen=True)
class ScoreMap:
    """The page: the part looked at, the parts there are, the drawing, the units best first, what is seen in words."""

    code: str
    name: str
    parts: tuple[tuple[str, str], ...]
    drawing: SquareMap
    units: tuple[Scored, ...]
    sentence: str

    @property
    def is_empty(self) -> bool:
        """Is no unit with a score on the map."""
        return not any(square.said for square in self.drawing.squares)


def score_map(scores: Scores, ranking: Ranking, part: str, result: int, on: date) -> ScoreMap:
    """The map of a day for one part of the index (the index itself unless there is a part of this code)."""
    tree, told = scores.tree, names_of(scores.definition)
    code = part if part in tree.codes else tree.codes[tree.tops[0]]
    units = _units(scores, ranking, code, on)
    return ScoreMap(
        code,
        told[code],
        tuple((one, told[one]) for one in sorted(tree.codes, key=lambda one: -tree.levels[tree.column(one)])),
        SquareMap(tuple(_squares(units, result, on))),
        units,
        _seen(units, told[code]),
    )


def _units(scores: Scores, ranking: Ranking, code: str, on: date) -> tuple[Scored, ...]:
    place = {unit: row for row, unit in enumerate(scores.units)}
    values, ranks = scores.of(code), scores.rank_of(code)
    provinces = provinces_of([row.name for row in ranking.rows], on)
    found = []
    for row in ranking.rows:
        at = place.get(row.code)
        score, rank = (None, None) if at is None else (known(values[at]), known(ranks[at]))
        province = provinces[row.name].code if row.name in provinces else ""
        found.append(Scored(row.code, row.name, row.key, score, None if rank is None else int(rank), province, row.is_home))
    return tuple(sorted(found, key=lambda unit: (unit.rank is None, unit.rank or 0, unit.code)))


def _squares(units: tuple[Scored, ...], result: int, on: date) -> Iterator[Square]:
    by_province: Mapping[str, list[Scored]] = defaultdict(list)
    for unit in units:
        if unit.score is not None and unit.province:
            by_province[unit.province].append(unit)
    values = [unit.score for own in by_province.values() for unit in own if unit.score is not None]
    ends = (min(values), max(values)) if values else (0.0, 0.0)
    for square in blank_squares(on):
        own = by_province.get(square.code, [])
        level = 0 if square.islands else _level(own, ends)
        home = any(unit.is_home for unit in own)
        yield replace(square, said=_said(own), level=level, address=_address(own, result), is_home=home)


def _level(own: list[Scored], ends: tuple[float, float]) -> int:
    """How dark the square of these units is on the way from the least score to the greatest; 0 for none."""
    values = [unit.score for unit in own if unit.score is not None]
    if not values:
        return 0
    least, greatest = ends
    return level_at(1.0 if greatest == least else (float(np.mean(values)) - least) / (greatest - least))


def _said(own: list[Scored]) -> str:
    """`58,2 (3)`: score and rank; of several former provinces the least and the greatest score."""
    values = [unit.score for unit in own if unit.score is not None]
    if not values:
        return ""
    if len(values) > 1:
        return f"{_short(min(values))} - {_short(max(values))}"
    return f"{_short(values[0])} ({own[0].rank})"


def _short(value: float) -> str:
    return str(number_format(round(value, 1), 1))


def _address(own: list[Scored], result: int) -> str:
    """The profile of the unit; of several former provinces the table; "" where there is none."""
    if not own:
        return ""
    if len(own) > 1 or own[0].key is None:
        return "#bang"
    return reverse("observatory:profile", args=[result, own[0].key])


def _seen(units: tuple[Scored, ...], part: str) -> str:
    there = [unit for unit in units if unit.score is not None and unit.province]
    if not there:
        return _("Không đơn vị nào có điểm trong kỳ này là tỉnh, thành phố trên sơ đồ; điểm của các đơn vị ở bảng bên dưới.")
    first, last = there[0], there[-1]
    return _("%(part)s: %(n)s tỉnh, thành phố có điểm; cao nhất là %(first)s (%(high)s), thấp nhất là %(last)s (%(low)s).") % {
        "part": part,
        "n": len({unit.province for unit in there}),
        "first": first.name,
        "high": _short(first.score or 0.0),
        "last": last.name,
        "low": _short(last.score or 0.0),
    }
