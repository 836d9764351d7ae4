"""The correlations of a group's parts (tương quan): the matrix as a drawing and a table, and what an auditor marks in the whole index."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hopluc.scorecards import Scores
from hopluc.scorecards.audit.matrices import AGAINST, FAINT, REPEATS, Marked, Matrix, marked, matrix
from hopluc.scorecards.reweighing import groups_to_weigh
from hopluc.web.observatory.drawings import HeatMap, heat_map
from hopluc.web.observatory.outcomes import known
from hopluc.web.observatory.words import names_of

KINDS: Final[Mapping[str, Any]] = {
    AGAINST: gettext_lazy("Ngược chiều"),
    REPEATS: gettext_lazy("Trùng lặp (trên 0,92)"),
    FAINT: gettext_lazy("Mờ nhạt (dưới 0,30)"),
}


@dataclass(frozen=True)
class Line:
    """One part of the group: its correlation with each part, with the group and with the index."""

    code: str
    name: str
    together: tuple[float | None, ...]
    with_group: float | None
    with_index: float | None


@dataclass(frozen=True)
class Point:
    """A correlation to look at, in words."""

    kind: Any
    group: str
    first: str
    second: str
    correlation: float


@dataclass(frozen=True)
class Correlated:
    """The page: the group looked at, its lines, the points of the whole index, what is seen in words, the drawing."""

    group: str
    name: str
    groups: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]
    points: tuple[Point, ...]
    sentence: str
    chart: HeatMap
    units: int
    chance: float | None
    is_index: bool


def correlated(scores: Scores, group: str) -> Correlated | None:
    """The correlations of the group of this code (of the topmost unless there is one); None where the index has no group of two parts."""
    branches = groups_to_weigh(scores)
    if not branches:
        return None
    told = names_of(scores.definition)
    branch = next((one for one in branches if one.code == group), branches[0])
    found = matrix(scores, branch)
    every = [mark for one in branches for mark in marked(matrix(scores, one))]
    own = [mark for mark in every if mark.group == branch.code]
    is_index = branch.column == scores.tree.tops[0]
    return Correlated(
        branch.code,
        told[branch.code],
        tuple((one.code, told[one.code]) for one in branches),
        _lines(found, told),
        tuple(Point(KINDS[one.kind], told[one.group], told[one.first], told[one.second], one.correlation) for one in every),
        _seen(found, own, told),
        _drawn(found, own, told, is_index=is_index),
        found.units,
        known(found.chance),
        is_index,
    )


def _lines(found: Matrix, told: Mapping[str, str]) -> tuple[Line, ...]:
    rows = zip(found.codes, found.together, found.with_group, found.with_index, strict=True)
    return tuple(
        Line(code, told[code], tuple(map(known, together)), known(group), known(index)) for code, together, group, index in rows
    )


def _drawn(found: Matrix, own: list[Marked], told: Mapping[str, str], *, is_index: bool) -> HeatMap:
    place = {code: number for number, code in enumerate(found.codes)}
    last = len(found.codes)
    spots = {(place[one.first], place.get(one.second, last)) for one in own}
    spots |= {(down, across) for across, down in spots if down < last}
    ends = [found.with_group] if is_index else [found.with_group, found.with_index]
    values = [[*map(known, row), *(known(end[number]) for end in ends)] for number, row in enumerate(found.together)]
    columns = [*found.codes, *([] if is_index else [_("Nhóm")]), _("Chung")]
    title = _("Tương quan trong nhóm %(name)s") % {"name": told[found.group]}
    return heat_map(title, ([f"{code} {told[code]}" for code in found.codes], columns), values, spots)


def _seen(found: Matrix, own: list[Marked], told: Mapping[str, str]) -> str:
    """One sentence: how the parts hold together, and which correlation is to be looked at first."""
    pairs = [
        (known(found.together[one, two]), found.codes[one], found.codes[two])
        for one in range(len(found.codes))
        for two in range(one)
    ]
    strengths = [pair for pair in pairs if pair[0] is not None]
    if not strengths:
        return _("Chưa đủ số liệu để tính tương quan trong nhóm này.")
    mean = sum(strength for strength, _one, _two in strengths if strength is not None) / len(strengths)
    said = {"name": told[found.group], "mean": number_format(round(mean, 2), 2), "n": len(own)}
    if not own:
        return _("Các phần của “%(name)s” tương quan trung bình %(mean)s; không cặp nào ngược chiều hoặc trùng lặp.") % said
    worst = min(own, key=lambda one: one.correlation if one.kind != REPEATS else -one.correlation)
    said |= {
        "first": told[worst.first],
        "second": told[worst.second],
        "strength": number_format(round(worst.correlation, 2), 2),
    }
    return (
        _(
            "Các phần của “%(name)s” tương quan trung bình %(mean)s; có %(n)s điểm cần xem, trước hết là “%(first)s” "
            "với “%(second)s” (%(strength)s)."
        )
        % said
    )
