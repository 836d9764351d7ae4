"""Pages of a whole: funnel, map and trend; a province; an agency; the tasks of one step."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from hopluc.web.gate.edge import number_in
from hopluc.web.pages.crud import List, Show, anyone_who_sees
from hopluc.web.panorama import pages, queries


@require_safe
@login_required
def whole(request: HttpRequest) -> HttpResponse:
    """The programme's work and one indicator over the provinces and the years."""
    return render(request, "panorama/whole.html", pages.whole(request.user, request.GET.dict()))


class AtStep(List):
    """The tasks that have come to a step of the funnel."""

    def get_queryset(self) -> Any:
        step = self.kwargs["step"]
        if step not in queries.Step.values:
            raise Http404
        key = number_in(self.request.GET.get("don_vi"))
        return queries.at_step(queries.work_of(self.request.user, timezone.localdate(), key), step)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"step": queries.Step(self.kwargs["step"]).label}


step = AtStep.as_view(rows=queries.work_of, template_name="panorama/step.html")
province = Show.as_view(
    rows=queries.provinces_today, rule=anyone_who_sees, beside=pages.province_page, template_name="panorama/province.html"
)
agency = Show.as_view(
    rows=queries.agencies_told, rule=anyone_who_sees, beside=pages.agency_page, template_name="panorama/agency.html"
)
