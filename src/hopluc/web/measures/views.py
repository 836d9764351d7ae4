"""Figures: what is counted, and each figure with the sentence it came from."""

from typing import Any

from hopluc.vietnamese import canonical, fold, nfc
from hopluc.web.crud import List, Show, anyone_who_sees
from hopluc.web.documents.queries import evidence_of
from hopluc.web.measures import queries
from hopluc.web.measures.charts import charts_of
from hopluc.web.measures.tables import figure_lines


class Indicators(List):
    """What is counted, with how many figures there are of it; `q` looks for words in its name."""

    def get_queryset(self) -> Any:
        words = fold(canonical(nfc(self.request.GET.get("q", "")[:200]))).split()
        return queries.indicators_listed(self.request.user, words)


class ShowIndicator(Show):
    """One indicator: a chart, and its figures, each one click from its sentence."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = queries.figures_of(self.object, self.request.user)
        lines = figure_lines(rows)
        return super().get_context_data(**kwargs) | {
            "rows": rows,
            "charts": charts_of(lines),
            "evidence": evidence_of(rows, self.request.user),
        }


indicators = Indicators.as_view(rows=queries.indicators_seen_by, template_name="measures/indicators.html")
indicator = ShowIndicator.as_view(
    rows=queries.indicators_seen_by, rule=anyone_who_sees, template_name="measures/indicator.html"
)
