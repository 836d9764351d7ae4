"""Profiles as PDF: of one unit at once, of all units by a job."""

from io import BytesIO
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from hopluc.reporting.profile import profile_pdf
from hopluc.web.gate.edge import to_be_saved
from hopluc.web.observatory import actions, forms, queries, rules
from hopluc.web.observatory.models import ProfileSet
from hopluc.web.observatory.papers import LANGUAGES, profile_of, source_of
from hopluc.web.observatory.views.explaining import scored_unit
from hopluc.web.pages import crud


@require_safe
@login_required
def profile_paper(request: HttpRequest, pk: int, unit: int, language: str) -> FileResponse:
    """The profile of a unit as PDF."""
    if language not in LANGUAGES:
        raise Http404
    result, _scores, found = scored_unit(request, pk, unit)
    source = source_of(result)
    paper = profile_pdf(profile_of(source, found.code, language))
    return to_be_saved(BytesIO(paper), actions.profile_name(source, found.code, language))


ask_for_profiles = crud.Ask.as_view(
    rows=queries.results_seen_by,
    rule=rules.can_make_profiles,
    form_class=forms.ProfileLanguage,
    action=actions.ask_for_profiles,
    heading=_("Lập hồ sơ của tất cả đơn vị"),
    told=_("Mỗi đơn vị một tệp PDF hai trang, chung trong một tệp .zip. Việc chạy nền, dừng được; lập lại thì thay bộ trước."),
    button=_("Lập hồ sơ"),
)


def _beside(user: Any, made: ProfileSet) -> dict[str, Any]:
    return {"result": made.result, "edition": made.result.edition, "may_make": rules.can_make_profiles(user, made.result)}


profile_set = crud.Show.as_view(
    rows=queries.profile_sets_seen_by,
    rule=crud.anyone_who_sees,
    beside=_beside,
    template_name="observatory/profile_set.html",
)


@require_safe
@login_required
def profile_set_file(request: HttpRequest, pk: int) -> FileResponse:
    """The profiles of all units as one archive. Raises Http404 until they are made."""
    made = get_object_or_404(queries.profile_sets_seen_by(request.user), pk=pk)
    if not made.sha256:
        raise Http404
    return to_be_saved(BytesIO(made.content), f"ho-so-{made.result_id}-{made.language}.zip")
