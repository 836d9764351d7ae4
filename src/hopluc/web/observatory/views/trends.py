"""A unit over the editions of an index: the page, and its table as a file."""

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hopluc.web.gate.edge import number_in
from hopluc.web.observatory import queries
from hopluc.web.observatory.models import Result, Unit
from hopluc.web.observatory.trending import Cause, Trend, trend_of
from hopluc.web.observatory.views.analysing import ranked
from hopluc.web.observatory.views.results import cell, table_file


def _trend(request: HttpRequest, pk: int, unit: int) -> tuple[Result, Unit, Trend]:
    """A unit of a result the user sees, over the editions of its index; `tu` and `den` are the results the change is told between."""
    result, _scores, _ranking = ranked(request, pk)
    found = get_object_or_404(result.edition.units, pk=unit)
    first, last = (number_in(request.GET.get(name)) for name in ("tu", "den"))
    ends = (first, last or result.pk)
    return result, found, trend_of(queries.results_of_index(result), (found.code, found.name), ends, timezone.localdate())


@require_safe
@login_required
def trend(request: HttpRequest, pk: int, unit: int) -> HttpResponse:
    """Scores and ranks of a unit over the editions, and why they changed between two of them."""
    result, found, told = _trend(request, pk, unit)
    lines = [{"point": point, "parts": [(name, point.parts.get(code)) for code, name in told.parts]} for point in told.points]
    causes = [*told.moved.causes, Cause(_("Cộng"), told.moved.points, told.moved.places)] if told.moved else []
    context = {"object": result, "edition": result.edition, "unit": found, "trend": told, "lines": lines, "causes": causes}
    return render(request, "observatory/trend.html", context)


@require_safe
@login_required
def trend_file(request: HttpRequest, pk: int, unit: int) -> FileResponse:
    """The same as CSV: a row an edition, then the causes of the change."""
    result, found, told = _trend(request, pk, unit)
    head = [
        "year",
        "uCode",
        "score",
        "rank",
        "score_low",
        "score_high",
        "rank_low",
        "rank_high",
        "units",
        *(code for code, _name in told.parts),
    ]
    rows = [
        [
            point.year,
            point.row.code,
            *map(cell, (point.row.score, point.row.rank, point.row.bottom, point.row.top, point.row.low, point.row.high)),
            str(point.units),
            *(cell(point.parts.get(code)) for code, _name in told.parts),
        ]
        for point in told.points
    ]
    if told.moved:
        rows += [[], ["cause", "from", "to", "points", "points_low", "points_high", "places_up", "places_low", "places_high"]]
        ends = [told.moved.earlier.year, told.moved.later.year]
        numbers = [(str(one.label), one.points, one.places) for one in told.moved.causes]
        rows += [
            [label, *ends, *(cell(end) for one in both for end in (one.value, one.low, one.high))] for label, *both in numbers
        ]
    return table_file(f"xu-the-{found.code}-{result.pk}", head, rows)
