"""What a leader reads of a result: one page on one's own unit, in sentences."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hopluc.scorecards.explanation.lost import sentences
from hopluc.web.observatory import profiles, queries
from hopluc.web.observatory.charts import bars_of
from hopluc.web.observatory.outcomes import scores_of
from hopluc.web.observatory.trending import trend_of
from hopluc.web.observatory.views.results import computed, ranking


@require_safe
@login_required
def brief(request: HttpRequest, pk: int) -> HttpResponse:
    """Where one's own unit (`don_vi`: another) stands, where points were lost in five sentences, and what changed since last time.

    An index that ranks nobody has no such page: its result is shown.
    """
    result = computed(request, pk)
    ranked = ranking(result)
    if not ranked.ranks_anybody:
        return redirect(result)
    scores = scores_of(result)
    rows = [row for row in ranked.rows if row.score is not None and row.key is not None]
    asked = request.GET.get("don_vi", "")
    row = next((row for row in rows if str(row.key) == asked), None) or next((row for row in rows if row.is_home), None)
    row = row or next(iter(rows), None)
    if row is None:
        raise Http404
    said = [sentence[1 if get_language() == "en" else 0] for sentence in sentences(scores, row.code)]
    trend = trend_of(queries.results_of_index(result), (row.code, row.name), (None, result.pk), timezone.localdate())
    groups, _indicators = profiles.parts_of(scores, row.code)
    chart = bars_of(_("Điểm hơn, kém mức trung bình các đơn vị, theo nhóm"), [(part.name, part.beside_mean) for part in groups])
    context = {
        "object": result,
        "edition": result.edition,
        "ranks_anybody": True,
        "row": row,
        "rows": rows,
        "sentences": said,
        "trend": trend,
        "groups": groups,
        "chart": chart,
    }
    return render(request, "observatory/brief.html", context)
