"""A result as analysts look at it: other weights, correlations, the map; each page with its table as a file. Nothing is kept."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import get_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hopluc.scorecards import Scores
from hopluc.web.observatory.correlating import correlated
from hopluc.web.observatory.mapping import ScoreMap, score_map
from hopluc.web.observatory.models import Result
from hopluc.web.observatory.outcomes import Ranking, scores_of
from hopluc.web.observatory.views.results import cell, computed, ranking, table_file
from hopluc.web.observatory.weighing import Asked, Explored, asked_of, explored, fields_of, groups_of


def ranked(request: HttpRequest, pk: int) -> tuple[Result, Scores, Ranking]:
    """A result the user sees that ranks its units, its scores and its ranking. Raises Http404."""
    result = computed(request, pk)
    found = ranking(result)
    if not found.ranks_anybody:
        raise Http404
    return result, scores_of(result), found


def _computed(request: HttpRequest, pk: int) -> tuple[Result, Scores]:
    result = computed(request, pk)
    return result, scores_of(result)


def _explored(request: HttpRequest, pk: int) -> tuple[Result, Scores, Asked, Explored | None, str]:
    """What the weights of an address come to, or why nothing comes of them."""
    result, scores, found = ranked(request, pk)
    asked = asked_of(scores, request.GET)
    if asked is None:
        raise Http404
    if asked.refused:
        return result, scores, asked, None, _("Còn ô cần xem lại, có ghi chú bên dưới ô.")
    try:
        return result, scores, asked, explored(scores, found, asked), ""
    except ValueError:
        return result, scores, asked, None, _("Mỗi nhóm cần ít nhất một phần có trọng số lớn hơn 0.")


@require_safe
@login_required
def weights(request: HttpRequest, pk: int) -> HttpResponse:
    """The ranking by weights the visitor tries (`w_CODE`, of the group `nhom`), and how it holds when they are drawn anew."""
    result, scores, asked, found, mishap = _explored(request, pk)
    shown = {scores.tree.codes[part] for part in asked.group.parts}
    context: dict[str, Any] = {
        "object": result,
        "edition": result.edition,
        "ranks_anybody": True,
        "asked": asked,
        "groups": groups_of(scores),
        "found": found,
        "mishap": mishap,
        "point": get_format("DECIMAL_SEPARATOR"),
        "fields": found.fields if found else fields_of(scores, asked),
        "carried": [(code, asked.words[code]) for code in asked.changes if code not in shown],
    }
    return render(request, "observatory/weights.html", context)


@require_safe
@login_required
def weights_file(request: HttpRequest, pk: int) -> FileResponse:
    """The same as CSV: the ranking, and the weights it was made with."""
    result, scores, asked, found, _mishap = _explored(request, pk)
    if found is None:
        raise Http404
    head = [
        "rank_framework",
        "rank",
        "uCode",
        "uName",
        "score_framework",
        "score",
        "kept",
        f"first_{asked.top}",
        "rank_low",
        "rank_high",
    ]
    rows = [
        [
            *map(cell, (line.before, line.rank)),
            line.unit.code,
            line.unit.name,
            *map(cell, (line.unit.score, line.score, line.kept / 100, line.leading / 100, line.low, line.high)),
        ]
        for line in found.lines
    ]
    told = [[code, cell(asked.changes.get(code, own))] for code, own in zip(scores.tree.codes, scores.weights, strict=True)]
    return table_file(f"trong-so-{result.pk}", head, [*rows, [], ["iCode", "weight"], *told])


@require_safe
@login_required
def correlations(request: HttpRequest, pk: int) -> HttpResponse:
    """How the parts of a group (`nhom`) go together, with their group and with the index."""
    result, scores = _computed(request, pk)
    found = correlated(scores, request.GET.get("nhom", ""))
    if found is None:
        raise Http404
    context = {"object": result, "edition": result.edition, "ranks_anybody": len(scores.tree.tops) == 1, "found": found}
    return render(request, "observatory/correlations.html", context)


@require_safe
@login_required
def correlations_file(request: HttpRequest, pk: int) -> FileResponse:
    """The matrix of a group as CSV, and the points to look at in the whole index."""
    result, scores = _computed(request, pk)
    found = correlated(scores, request.GET.get("nhom", ""))
    if found is None:
        raise Http404
    codes = [line.code for line in found.lines]
    rows = [
        [line.code, line.name, *map(cell, line.together), cell(line.with_group), cell(line.with_index)] for line in found.lines
    ]
    points = [[str(one.kind), one.group, one.first, one.second, cell(one.correlation)] for one in found.points]
    head = ["iCode", "name", *codes, f"group_{found.group}", "index"]
    told = [["mark", "group", "first", "second", "correlation"], *points]
    return table_file(f"tuong-quan-{found.group}-{result.pk}", head, [*rows, [], *told])


def _mapped(request: HttpRequest, pk: int) -> tuple[Result, ScoreMap]:
    result, scores, found = ranked(request, pk)
    return result, score_map(scores, found, request.GET.get("nhom", ""), result.pk, timezone.localdate())


@require_safe
@login_required
def map_of_scores(request: HttpRequest, pk: int) -> HttpResponse:
    """The scores of the index or of one of its parts (`nhom`) on the map of squares."""
    result, found = _mapped(request, pk)
    context = {"object": result, "edition": result.edition, "ranks_anybody": True, "map": found}
    return render(request, "observatory/score_map.html", context)


@require_safe
@login_required
def map_file(request: HttpRequest, pk: int) -> FileResponse:
    """The same as CSV, each unit with the province of today it is or has become."""
    result, found = _mapped(request, pk)
    rows = [[cell(unit.rank), unit.code, unit.name, unit.province, cell(unit.score)] for unit in found.units]
    return table_file(f"ban-do-{found.code}-{result.pk}", ["rank", "uCode", "uName", "province", f"score_{found.code}"], rows)
