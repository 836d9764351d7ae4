"""The weights explorer (đặt lại trọng số): what a visitor asks for, the ranking that comes of it beside that of the framework."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.formats import get_format, number_format
from django.utils.translation import gettext as _

from hopluc.scorecards import Scores
from hopluc.scorecards.reweighing import Reweighed, Steadiness, groups_to_weigh, reweighed, shares_in, steadiness
from hopluc.scorecards.tree import Branch
from hopluc.web.gate.edge import number_in
from hopluc.web.observatory.drawings import Placed, RankMoves, rank_moves
from hopluc.web.observatory.outcomes import Ranked, Ranking, known
from hopluc.web.observatory.words import names_of

SPREADS: Final[Mapping[str, float | None]] = {"gan": 0.25, "bat-ky": None}
"""How weights are drawn anew, by the word of the address: a quarter above or below those tried, or any weights at all."""
TOP: Final = 10
MOST: Final = 1_000_000.0


@dataclass(frozen=True)
class Field:
    """A weight that can be put otherwise: as the visitor wrote it, its share in its group now and by the framework (percent)."""

    code: str
    name: str
    words: str
    framework: float
    share: float
    share_before: float
    most: float
    why: str = ""

    @property
    def step(self) -> float:
        """The step of the slider."""
        return self.most / 40


@dataclass(frozen=True)
class Asked:
    """What the visitor asks for: the group whose weights are looked at, weights put otherwise, the cut and the way of drawing anew."""

    group: Branch
    changes: Mapping[str, float]
    words: Mapping[str, str]
    refused: Mapping[str, str]
    top: int
    way: str


@dataclass(frozen=True)
class Line:
    """One unit: rank and score by the framework and by these weights; in which share of weightings it keeps that rank, or leads (percent)."""

    unit: Ranked
    rank: int
    score: float
    kept: float
    leading: float
    low: float
    high: float

    @property
    def before(self) -> int:
        assert self.unit.rank is not None, "a line has a rank"
        return self.unit.rank

    @property
    def up(self) -> int:
        """By how many places the unit rises; below zero where it falls."""
        return self.before - self.rank

    @property
    def down(self) -> int:
        return -self.up


@dataclass(frozen=True)
class Explored:
    """The page: the fields of the group, the lines best first, what is seen in words, the drawing."""

    fields: tuple[Field, ...]
    lines: tuple[Line, ...]
    sentence: str
    sure: str
    chart: RankMoves
    weightings: int


def asked_of(scores: Scores, said: Mapping[str, str]) -> Asked | None:
    """What an address asks for; None where the index has no group of two parts."""
    groups = groups_to_weigh(scores)
    if not groups:
        return None
    group = next((one for one in groups if one.code == said.get("nhom")), groups[0])
    words = {code: said.get(f"w_{code}", "").strip()[:20] for code in scores.tree.codes}
    changes, refused = {}, {}
    for code, written in words.items():
        weight = weight_in(written)
        if written and weight is None:
            refused[code] = _("Trọng số phải là số từ 0 trở lên.")
        elif weight is not None and weight != scores.weights[scores.tree.column(code)]:
            changes[code] = weight
    units = len(scores.units)
    cut = number_in(said.get("k"))
    top = min(cut, units) if cut else min(TOP, max(3, units // 3))
    way = said.get("cach", "")
    return Asked(group, changes, words, refused, top, way if way in SPREADS else next(iter(SPREADS)))


def weight_in(words: str) -> float | None:
    """The weight the words say, with a decimal comma or point; None for what is none.

    >>> weight_in("1,5"), weight_in("-1"), weight_in("nan")
    (1.5, None, None)
    """
    try:
        weight = float(words.replace(",", "."))
    except ValueError:
        return None
    return weight if math.isfinite(weight) and 0 <= weight <= MOST else None


def explored(scores: Scores, ranking: Ranking, asked: Asked) -> Explored:
    """The ranking by the weights asked for. Raises ValueError where all weights of a group are zero."""
    by = reweighed(scores, asked.changes)
    sure = steadiness(scores, by, asked.group, spread=SPREADS[asked.way], top=asked.top)
    lines = _lines(scores, ranking, by, sure)
    chart = rank_moves(
        _("Hạng theo khung và hạng với trọng số đang xem"),
        [Placed(one.unit.name, one.before, one.rank, one.low, one.high, one.unit.is_home) for one in lines],
    )
    return Explored(fields_of(scores, asked, by), lines, _seen(lines, asked), _sure(lines, sure, asked), chart, sure.weightings)


def fields_of(scores: Scores, asked: Asked, by: Reweighed | None = None) -> tuple[Field, ...]:
    """The weights of the group asked for, in the order of the framework."""
    told, parts = names_of(scores.definition), asked.group.parts
    before, now = shares_in(scores.weights, parts), shares_in(by.weights if by else scores.weights, parts)
    most = 2 * float(scores.weights[parts].max())
    return tuple(
        Field(
            code,
            told[code],
            asked.words[code] or _written(float(scores.weights[part])),
            float(scores.weights[part]),
            100 * float(share),
            100 * float(own),
            most,
            asked.refused.get(code, ""),
        )
        for part, share, own in zip(parts, now, before, strict=True)
        for code in (scores.tree.codes[part],)
    )


def _written(weight: float) -> str:
    return f"{weight:g}".replace(".", get_format("DECIMAL_SEPARATOR"))


def _lines(scores: Scores, ranking: Ranking, by: Reweighed, sure: Steadiness) -> tuple[Line, ...]:
    place = {unit: row for row, unit in enumerate(scores.units)}
    found = []
    for unit in ranking.rows:
        row = place.get(unit.code)
        if row is None or unit.rank is None or known(by.ranks[row]) is None:
            continue
        numbers = (100 * sure.kept[row], 100 * sure.leading[row], sure.low[row], sure.high[row])
        found.append(Line(unit, int(by.ranks[row]), float(by.values[row]), *map(float, numbers)))
    return tuple(sorted(found, key=lambda line: (line.rank, line.unit.code)))


def _seen(lines: tuple[Line, ...], asked: Asked) -> str:
    moved = [line for line in lines if line.up]
    if not asked.changes:
        return _("Đang xem đúng trọng số của khung: chưa đơn vị nào đổi hạng.")
    if not moved:
        return _("Với trọng số này, không đơn vị nào trong %(all)s đơn vị đổi hạng.") % {"all": len(lines)}
    most = max(moved, key=lambda line: (abs(line.up), -line.rank))
    return _(
        "Với trọng số này, %(moved)s trong %(all)s đơn vị đổi hạng; đổi nhiều nhất là %(unit)s, từ hạng %(before)s đến hạng %(now)s."
    ) % {"moved": len(moved), "all": len(lines), "unit": most.unit.name, "before": most.before, "now": most.rank}


def _sure(lines: tuple[Line, ...], sure: Steadiness, asked: Asked) -> str:
    if not lines:
        return ""
    one = next((line for line in lines if line.unit.is_home), lines[0])
    return _(
        "Trong %(count)s cách đặt trọng số ngẫu nhiên cho nhóm này, %(unit)s giữ hạng %(rank)s ở %(kept)s%% cách "
        "và nằm trong %(top)s đơn vị dẫn đầu ở %(leading)s%% cách."
    ) % {
        "count": number_format(sure.weightings, force_grouping=True),
        "unit": one.unit.name,
        "rank": one.rank,
        "kept": number_format(round(one.kept), 0),
        "top": asked.top,
        "leading": number_format(round(one.leading), 0),
    }


def groups_of(scores: Scores) -> list[tuple[str, str]]:
    """The groups whose weights can be looked at: code and name, the topmost first."""
    told = names_of(scores.definition)
    return [(one.code, told[one.code]) for one in groups_to_weigh(scores)]
