"""Figures: what is counted, and each figure with the sentence it came from."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hopluc.vietnamese import canonical, fold, nfc
from hopluc.web.crud import List, Show, anyone_who_sees
from hopluc.web.documents.queries import evidence_of
from hopluc.web.measures import queries
from hopluc.web.measures.charts import charts_of
from hopluc.web.measures.rollup_page import page_of_sums
from hopluc.web.measures.tables import figure_lines

LINES = 100
FILTERS = frozenset({"loai", "ky", "nam", "don_vi", "linh_vuc", "dia_ban"})


class Indicators(List):
    """What is counted, with how many figures there are of it; `q` looks for words in its name."""

    def get_queryset(self) -> Any:
        words = fold(canonical(nfc(self.request.GET.get("q", "")[:200]))).split()
        return queries.indicators_listed(self.request.user, words)


class ShowIndicator(Show):
    """One indicator: a chart, and its figures, each one click from its sentence."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        chosen = self.request.GET
        rows = queries.figures_of(self.object, self.request.user, chosen.dict())
        lines = figure_lines(rows)
        return super().get_context_data(**kwargs) | {
            "rows": rows,
            "narrowed": bool(FILTERS & chosen.keys()),
            "charts": charts_of(lines),
            "evidence": evidence_of(rows, self.request.user),
        }


@require_safe
@login_required
def sums(request: HttpRequest) -> HttpResponse:
    """Figures added up as the address asks, a page of lines at a time."""
    told = page_of_sums(request.user, request.GET)
    page = Paginator(told["lines"], LINES).get_page(request.GET.get("page"))
    return render(request, "measures/sums.html", told | {"page_obj": page, "paginator": page.paginator})


indicators = Indicators.as_view(rows=queries.indicators_seen_by, template_name="measures/indicators.html")
indicator = ShowIndicator.as_view(
    rows=queries.indicators_seen_by, rule=anyone_who_sees, template_name="measures/indicator.html"
)
