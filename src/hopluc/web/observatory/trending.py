"""One unit over the editions of an index (xu thế): scores and ranks with their intervals, and why they changed between two editions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hopluc.errors import CannotScore, WrongDefinition
from hopluc.scorecards import Scores
from hopluc.scorecards.explanation.editions import DEFINITION, FIGURES, OTHERS, TERRITORY, Edition
from hopluc.scorecards.explanation.sure_changes import Between, SureChange, SureShare, sure_change
from hopluc.scorecards.stored import figures_in
from hopluc.web.observatory.changes import differs_in_writing
from hopluc.web.observatory.lines import Lines, Told, lines_of
from hopluc.web.observatory.models import Result
from hopluc.web.observatory.outcomes import Ranked, known, ranking_of, scores_of
from hopluc.web.observatory.rebasing import Rebased, rebased
from hopluc.web.observatory.words import names_of

CAUSES: Final[Mapping[str, Any]] = {
    FIGURES: gettext_lazy("Số liệu của đơn vị"),
    OTHERS: gettext_lazy("Số liệu của các đơn vị khác"),
    DEFINITION: gettext_lazy("Định nghĩa bộ chỉ số"),
    TERRITORY: gettext_lazy("Sắp xếp địa giới"),
}


@dataclass(frozen=True)
class Point:
    """A unit in one edition: its line in the ranking, how many were ranked, the score of each part by code."""

    result: Result
    row: Ranked
    units: int
    parts: Mapping[str, float | None]

    @property
    def year(self) -> str:
        return str(self.result.edition.year)


@dataclass(frozen=True)
class Cause:
    """What one cause did to score (points) and rank (places, positive: up), each with its interval."""

    label: Any
    points: Between
    places: Between


@dataclass(frozen=True)
class Moved:
    """The change between two editions: the whole and its causes, which sum to it; whether former provinces were added up."""

    earlier: Point
    later: Point
    points: Between
    places: Between
    causes: tuple[Cause, ...]
    weightings: int
    rebased: bool

    @property
    def is_rounded(self) -> bool:
        """Do the parts as they are written come to something else than the whole."""
        told = [(cause.points.value, cause.places.value) for cause in self.causes]
        points, places = zip(*told, strict=True)
        return differs_in_writing(points, self.points.value, 2) or differs_in_writing(places, self.places.value, 1)


@dataclass(frozen=True)
class Trend:
    """The page: the editions, the larger parts as (code, name), the change, what is seen in words, the drawings."""

    points: tuple[Point, ...]
    parts: tuple[tuple[str, str], ...]
    moved: Moved | None
    sentence: str
    scores: Lines
    ranks: Lines


def trend_of(results: Sequence[Result], unit: tuple[str, str], ends: tuple[int | None, int | None], on: date) -> Trend:
    """A unit (code, name) over results, one an edition, the earliest first; `ends` are the results the change is told between."""
    points = tuple(point for point in (_point(result, unit) for result in results) if point is not None)
    newest = points[-1].result if points else results[-1]
    parts = _parts(scores_of(newest))
    first, last = _between(points, ends)
    moved = moved_between(first, last, on) if first and last else None
    years = [point.year for point in points]
    index = [point.row for point in points]
    drawn = [
        Told(_("Điểm chung"), [row.score for row in index], [row.bottom for row in index], [row.top for row in index]),
        *(Told(name, [point.parts.get(code) for point in points]) for code, name in parts),
    ]
    placed = Told(_("Hạng"), [row.rank for row in index], [row.low for row in index], [row.high for row in index])
    return Trend(
        points,
        parts,
        moved,
        _seen(points, moved, unit[1]),
        lines_of(_("Điểm ước qua các kỳ"), years, drawn),
        lines_of(_("Hạng ước qua các kỳ"), years, [placed], worst=max((point.units for point in points), default=1)),
    )


def _point(result: Result, unit: tuple[str, str]) -> Point | None:
    """The unit in a result: by its code where that has its name, else by its name; None where it has no score there.

    Never by the code alone: after a merger a code may be that of another unit, and the trend would join two.
    """
    ranking = ranking_of(result, {})
    rows = [row for row in ranking.rows if row.score is not None]
    row = next((row for row in rows if (row.code, row.name) == unit), None)
    row = row or next((row for row in rows if row.name == unit[1]), None)
    if row is None:
        return None
    scores = scores_of(result)
    at = scores.units.index(row.code)
    return Point(result, row, len(rows), {one: known(scores.values[at, place]) for place, one in enumerate(scores.tree.codes)})


def _parts(scores: Scores) -> tuple[tuple[str, str], ...]:
    """The parts of the index itself; where these are two halves or fewer, theirs as well."""
    told, tree = names_of(scores.definition), scores.tree
    by_column = {branch.column: branch for branch in tree.branches}
    parts = [int(part) for part in by_column[tree.tops[0]].parts]
    if len(parts) < 3:
        parts += [int(part) for half in parts if half in by_column for part in by_column[half].parts]
    return tuple((tree.codes[part], told[tree.codes[part]]) for part in parts if part >= tree.indicators)


def _between(points: Sequence[Point], ends: tuple[int | None, int | None]) -> tuple[Point | None, Point | None]:
    """The two editions asked for, the earlier first; else the last two."""
    if len(points) < 2:
        return None, None
    chosen = {place for place, point in enumerate(points) if point.result.pk in ends}
    if len(chosen) < 2:
        last = max(chosen, default=len(points) - 1) or 1
        chosen = {last - 1, last}
    return points[min(chosen)], points[max(chosen)]


def moved_between(earlier: Point, later: Point, on: date) -> Moved | None:
    """Why score and rank changed; None where the two editions cannot be joined."""
    before, after = _edition(earlier.result), _edition(later.result)
    try:
        base = rebased(before.definition, before.data, after.data, on)
        found = _change(before, after, earlier.row.code, later.row.code, base)
    except (WrongDefinition, CannotScore):
        return None
    if any(known(value) is None for value in (*found.before, *found.after)):
        return None
    return Moved(
        earlier,
        later,
        found.score,
        _up(found.rank),
        tuple(_cause(share) for share in found.shares),
        found.weightings,
        base is not None,
    )


def _change(before: Edition, after: Edition, former: str, unit: str, base: Rebased | None) -> SureChange:
    if base is None and former != unit:
        units = tuple(unit if code == former else code for code in before.data.units)
        before = Edition(before.definition, replace(before.data, units=units))
    if base is None:
        return sure_change(before, after, unit)
    return sure_change(before, after, unit, recast=base.data, former=base.former.get(unit, unit))


def _edition(result: Result) -> Edition:
    return Edition(scores_of(result).definition, figures_in(result.figures))


def _cause(share: SureShare) -> Cause:
    return Cause(CAUSES[share.cause], share.score, _up(share.rank))


def _up(rank: Between) -> Between:
    """A change of rank as places up."""
    return Between(-rank.value or 0.0, -rank.high or 0.0, -rank.low or 0.0)


def _seen(points: Sequence[Point], moved: Moved | None, unit: str) -> str:
    if not points:
        return _("%(unit)s chưa có điểm ở kỳ nào.") % {"unit": unit}
    if len(points) == 1:
        return _("Bộ chỉ số mới có một kỳ có điểm của %(unit)s (năm %(year)s), chưa có xu thế.") % {
            "unit": unit,
            "year": points[0].year,
        }
    if moved is None:
        return _("Hai kỳ đã chọn không nối được với nhau để tách nguyên nhân thay đổi.")
    most = max(moved.causes, key=lambda cause: abs(cause.points.value))
    before, after = moved.earlier, moved.later
    return _(
        "Từ năm %(from)s đến năm %(to)s, điểm ước của %(unit)s từ %(before)s thành %(after)s, hạng %(ranks)s; "
        "nguyên nhân lớn nhất: %(cause)s (%(points)s điểm)."
    ) % {
        "from": before.year,
        "to": after.year,
        "unit": unit,
        "before": _two(before.row.score),
        "after": _two(after.row.score),
        "ranks": _("từ %(from)s thành %(to)s") % {"from": before.row.rank, "to": after.row.rank}
        if before.row.rank != after.row.rank
        else _("vẫn là %(rank)s") % {"rank": after.row.rank},
        "cause": str(most.label).lower(),
        "points": f"{'+' if most.points.value > 0 else ''}{_two(most.points.value)}",
    }


def _two(value: float | None) -> str:
    return "–" if value is None else str(number_format(round(value, 2), 2))
