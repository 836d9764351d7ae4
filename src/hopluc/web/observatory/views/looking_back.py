"""The editions of an index on one scale: the page, and its table as a file."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from hopluc.errors import CannotScore, WrongDefinition
from hopluc.web.observatory import queries
from hopluc.web.observatory.looking import WAYS, Look, look_back
from hopluc.web.observatory.models import Result
from hopluc.web.observatory.views.analysing import ranked
from hopluc.web.observatory.views.results import cell, table_file


def _look(request: HttpRequest, pk: int) -> tuple[Result, list[Result], Result | None, Look | None, str]:
    """A result the user sees, the earlier ones there are, the one looked back to (`tu`, the newest unless asked for), and what is seen."""
    result, _scores, _ranking = ranked(request, pk)
    every = [one for one in queries.results_of_index(result) if one.edition.year <= result.edition.year]
    earlier = every[:-1]
    if not earlier:
        return result, [], None, None, ""
    first = next((one for one in earlier if str(one.pk) == request.GET.get("tu")), earlier[-1])
    used = every[every.index(first) :]
    units = list(result.edition.units.all())
    try:
        return result, earlier, first, look_back(used, units, request.GET, timezone.localdate()), ""
    except (CannotScore, WrongDefinition) as mishap:
        return result, earlier, first, None, str(mishap)


@require_safe
@login_required
def looking_back(request: HttpRequest, pk: int) -> HttpResponse:
    """The editions up to this one on one scale; of former provinces' figures `g_CODE` says how they are put together."""
    result, earlier, first, look, mishap = _look(request, pk)
    context: dict[str, Any] = {"object": result, "edition": result.edition, "ranks_anybody": True, "rules": list(WAYS.items())}
    context |= {"choices": earlier, "first": first, "look": look, "mishap": mishap}
    return render(request, "observatory/look_back.html", context)


@require_safe
@login_required
def looking_back_file(request: HttpRequest, pk: int) -> FileResponse:
    """The same as CSV: a row a unit, score and rank of each year."""
    result, _earlier, _first, look, _mishap = _look(request, pk)
    if look is None:
        raise Http404
    head = ["uCode", "uName", *(f"{word}_{year}" for year in look.years for word in ("score", "rank")), "change"]
    rows = [
        [line.unit.code, line.unit.name, *(cell(number) for both in line.cells for number in both), cell(line.change)]
        for line in look.lines
    ]
    ways = [[], ["iCode", "merged_by"], *([way.code, way.rule] for way in look.ways)] if look.ways else []
    return table_file(f"nhin-lai-{result.pk}", head, [*rows, *ways])
