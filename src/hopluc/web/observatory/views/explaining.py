"""A result explained: the profile of a unit, two units side by side, what if some figures were other; each table as a file too."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe

from hopluc.errors import CannotScore
from hopluc.scorecards import Scores
from hopluc.web.observatory import profiles, queries, supposing
from hopluc.web.observatory.changes import moved_since
from hopluc.web.observatory.charts import bars_of
from hopluc.web.observatory.models import Result, Unit
from hopluc.web.observatory.outcomes import scores_of
from hopluc.web.observatory.typed import rank_of, value_of
from hopluc.web.observatory.views.results import cell, computed, ranking, table_file
from hopluc.web.observatory.words import names_of


def scored_unit(request: HttpRequest, pk: int, unit: int) -> tuple[Result, Scores, Unit]:
    """A result the user sees, its scores, and one of its units that has a row in them. Raises Http404."""
    result = computed(request, pk)
    found = get_object_or_404(result.edition.units, pk=unit)
    scores = scores_of(result)
    if found.code not in scores.units:
        raise Http404
    return result, scores, found


@require_safe
@login_required
def profile(request: HttpRequest, pk: int, unit: int) -> HttpResponse:
    """The profile of a unit: where it stands, where points were lost, what its score is made of."""
    result, scores, found = scored_unit(request, pk, unit)
    told = profiles.profile_of(scores, found.code, get_language() or "vi")
    row = next(row for row in ranking(result).rows if row.code == found.code)
    pillars = [(part.name, part.score) for part in told["groups"]]
    lost = sorted((part.lost, part.name) for part in told["indicators"] if part.lost is not None)
    ends = lost if len(lost) <= 16 else [*lost[:8], *lost[-8:]]
    before = queries.result_before(result.edition)
    context = told | {
        "moved": moved_since(before, result, found.code) if before else None,
        "standing": queries.standing_of(found),
        "object": result,
        "edition": result.edition,
        "unit": found,
        "row": row,
        "others": result.edition.units.exclude(pk=found.pk),
        "chart": bars_of(gettext("Điểm chung và điểm các nhóm"), pillars),
        "lost_chart": bars_of(
            gettext("Điểm hơn, kém mức trung bình do từng chỉ số"), [(name, points) for points, name in ends]
        ),
    }
    return render(request, "observatory/profile.html", context)


@require_safe
@login_required
def profile_file(request: HttpRequest, pk: int, unit: int) -> FileResponse:
    """The profile of a unit as CSV: every group and indicator."""
    _result, scores, found = scored_unit(request, pk, unit)
    groups, indicators = profiles.parts_of(scores, found.code)
    head = ["iCode", "name", "figure", "unit", "score", "rank", "beside_mean", "gives", "gives_beside_mean"]
    rows = [
        [
            part.code,
            part.name,
            cell(part.figure),
            part.measure,
            *map(cell, (part.score, part.rank, part.beside_mean, part.given, part.lost)),
        ]
        for part in (*groups, *indicators)
    ]
    return table_file(f"ho-so-{found.code}", head, rows)


@require_safe
@login_required
def comparison(request: HttpRequest, pk: int) -> HttpResponse:
    """Two units side by side; `a` and `b` are their keys."""
    result = computed(request, pk)
    scores = scores_of(result)
    units = [unit for unit in result.edition.units.all() if unit.code in scores.units]
    ranked = [row.key for row in ranking(result).rows]
    home = next((unit for unit in units if unit.is_home), None)
    first = _chosen(units, request.GET.get("a", "")) or home
    second = _chosen(units, request.GET.get("b", "")) or next(
        (unit for unit in units if unit.pk in ranked[:2] and unit != first), None
    )
    context: dict[str, Any] = {
        "object": result,
        "edition": result.edition,
        "units": units,
        "first": first,
        "second": second,
    }
    if first and second:
        groups, indicators = profiles.compared(scores, first.code, second.code)
        bars = [(one.name, one.points) for one in indicators[:12]]
        title = gettext("Điểm %(first)s hơn, kém %(second)s do từng chỉ số") % {"first": first, "second": second}
        context |= {"groups": groups, "indicators": indicators, "chart": bars_of(title, bars)}
    return render(request, "observatory/comparison.html", context)


@require_safe
@login_required
def comparison_file(request: HttpRequest, pk: int, first: int, second: int) -> FileResponse:
    """Two units side by side as CSV."""
    _result, scores, one = scored_unit(request, pk, first)
    _result, scores, other = scored_unit(request, pk, second)
    groups, indicators = profiles.compared(scores, one.code, other.code)
    head = ["iCode", "name", f"score_{one.code}", f"score_{other.code}", f"rank_{one.code}", f"rank_{other.code}", "points"]
    rows = [
        [
            line.code,
            line.name,
            *map(cell, (line.first.score, line.second.score, line.first.rank, line.second.rank, line.points)),
        ]
        for line in (*groups, *indicators)
    ]
    return table_file(f"so-sanh-{one.code}-{other.code}", head, rows)


def _chosen(units: list[Unit], said: str) -> Unit | None:
    return next((unit for unit in units if str(unit.pk) == said), None)


@require_safe
@login_required
def what_if(request: HttpRequest, pk: int, unit: int) -> HttpResponse:
    """What a unit would come to with other figures (`c_CODE`), and what would take it to a rank (`hang`); nothing is kept."""
    result, scores, found = scored_unit(request, pk, unit)
    changes, lines, refused = _supposed_figures(scores, found.code, request.GET)
    context: dict[str, Any] = {"object": result, "edition": result.edition, "unit": found, "lines": lines, "refused": refused}
    context["row"] = next(row for row in ranking(result).rows if row.code == found.code)
    try:
        if changes and not refused:
            context["supposed"] = supposing.supposed(scores, found.code, changes)
        if wanted := rank_of(request.GET.get("hang", "")):
            plan, known = supposing.way_to(scores, found.code, wanted), names_of(scores.definition)
            moves = [(known[move.code], move) for move in plan.moves] if plan else []
            context |= {"wanted": wanted, "plan": plan, "moves": moves}
    except (CannotScore, ValidationError) as mishap:
        context["mishap"] = " ".join(mishap.messages) if isinstance(mishap, ValidationError) else str(mishap)
    return render(request, "observatory/what_if.html", context)


def _supposed_figures(scores: Scores, unit: str, said: Mapping[str, str]) -> tuple[dict[str, float | None], list[Any], int]:
    """The figures put otherwise, a line of the form for each indicator, and how many are no number."""
    _groups, indicators = profiles.parts_of(scores, unit)
    known = {one.code: one for one in scores.definition.indicators}
    changes: dict[str, float | None] = {}
    lines, refused = [], 0
    for part in indicators:
        words, why = said.get(f"c_{part.code}", "").strip(), ""
        try:
            if words:
                changes[part.code] = value_of(words, known[part.code])
        except ValidationError as mishap:
            why, refused = " ".join(mishap.messages), refused + 1
        lines.append({"part": part, "words": words, "why": why})
    return changes, lines, refused
