"""Pages of what papers tell of a task: what may be about it, and the officer's word."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hopluc.web.documents.queries import evidence_of
from hopluc.web.gate.edge import number_in
from hopluc.web.measures.models import Observation
from hopluc.web.pages.crud import Show
from hopluc.web.register import actions, queries, rules
from hopluc.web.register.joining import Thing, likely_tellings, whole_passages
from hopluc.web.register.models import Activity, Statement


def _found(user: Any, activity: Activity) -> dict[str, Any]:
    found = likely_tellings(activity)
    evidence = evidence_of([thing for thing, _likely in found], user)
    return {"found": [(thing, likely, whole_passages(evidence.get(thing, []))) for thing, likely in found]}


likely = Show.as_view(
    rows=queries.activities_seen_by, rule=rules.can_say_about, beside=_found, template_name="register/likely_tellings.html"
)


@login_required
@require_POST
def say_about(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that a statement or a figure tells of a task, or does not; then back to where it was said."""
    user: Any = request.user
    activity = get_object_or_404(queries.activities_seen_by(user), pk=pk)
    if not rules.can_say_about(user, activity):
        raise PermissionDenied
    thing = _thing(request)
    try:
        actions.say_about(activity, by=user, thing=thing, is_about=request.POST.get("noi_ve") == "co")
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    else:
        messages.success(request, _("Đã ghi nhận. Nội dung ấy không được đề xuất lại."))
    if request.POST.get("tiep") == "tim":
        return redirect("register:likely_tellings", pk)
    return redirect(f"{activity.get_absolute_url()}#bao-cao")


def _thing(request: HttpRequest) -> Thing:
    """The statement or figure that is meant; 404 for none that there is."""
    noun: Any = Statement if "statement" in request.POST else Observation
    key = number_in(request.POST.get("statement") or request.POST.get("observation"))
    found: Thing = get_object_or_404(noun, pk=key or 0)
    return found
