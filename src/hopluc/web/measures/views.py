"""Figures: what is counted, each figure with the sentence it came from; put right and taken out by those whose it is."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from hopluc.vietnamese import canonical, fold, nfc
from hopluc.web.documents.queries import evidence_of
from hopluc.web.measures import actions, forms, queries, rules
from hopluc.web.measures.charts import charts_of
from hopluc.web.measures.rollup_page import page_of_sums
from hopluc.web.measures.tables import figure_lines
from hopluc.web.pages import asking
from hopluc.web.pages.crud import Ask, List, Show, anyone_who_sees, paged

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
            "may_write": {row.pk for row in rows if rules.can_correct_observation(self.request.user, row)},
        }


@require_safe
@login_required
def sums(request: HttpRequest) -> HttpResponse:
    """Figures added up as the address asks, a page of lines at a time."""
    told = page_of_sums(request.user, request.GET)
    page = Paginator(told["lines"], LINES).get_page(request.GET.get("page"))
    return render(
        request,
        "measures/sums.html",
        told | paged(page),
    )


class Correct(Ask):
    """Put a figure right; the passage it was read in stays as it is."""

    rows = staticmethod(queries.observations_seen_by)
    rule = staticmethod(rules.can_correct_observation)
    form_class = forms.Correct
    heading = _("Sửa số liệu")
    told = _("Văn bản gốc được giữ nguyên; nhật ký ghi số trước và sau khi sửa.")
    done = _("Đã sửa số liệu.")
    action = staticmethod(actions.correct_observation)

    def said(self, form: Any) -> dict[str, Any]:
        said = form.cleaned_data
        return {"figure": said["figure"], "changes": {"stage": said["stage"]}, "reason": said["reason"]}


class Withdraw(Ask):
    """Take a figure out of the register; then show what it was a figure of."""

    rows = staticmethod(queries.observations_seen_by)
    rule = staticmethod(rules.can_withdraw_observation)
    form_class = asking.Withdraw
    heading = _("Rút số liệu")
    told = _("Số liệu không bị xóa: nhật ký giữ lại như đã ghi, cùng lý do rút.")
    button = _("Rút khỏi sổ")
    done = _("Đã rút số liệu; nhật ký giữ lại.")
    action = staticmethod(actions.withdraw_observation)

    def after(self, made: Any) -> HttpResponse:
        return redirect(made.about if made.about is not None else made.indicator)


indicators = Indicators.as_view(rows=queries.indicators_seen_by, template_name="measures/indicators.html")
indicator = ShowIndicator.as_view(
    rows=queries.indicators_seen_by, rule=anyone_who_sees, template_name="measures/indicator.html"
)
correct, withdraw = Correct.as_view(), Withdraw.as_view()
