"""The leader's page, and what was fixed of it for meetings."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hopluc.vietnamese import slug
from hopluc.web.briefing import actions, forms, queries, rules
from hopluc.web.documents.files import open_kept
from hopluc.web.gate.edge import to_be_saved
from hopluc.web.issuing.kept_pages import kept_page
from hopluc.web.people.queries import agency_of

KEPT = 10
"""So many fixed sheets are listed."""


@login_required
def now(request: HttpRequest) -> HttpResponse:
    """The page as of now; by POST its figures are fixed for a meeting."""
    form = forms.FixSheet(request.POST or None)
    user: Any = request.user
    if request.method == "POST":
        agency = agency_of(user)
        if agency is None or not rules.can_fix(user):
            raise PermissionDenied
        if form.is_valid():
            try:
                made = actions.fix_sheet(agency, by=user, title=form.cleaned_data["title"])
            except ValidationError as refused:
                form.add_error("title", refused.messages[0])
            else:
                messages.success(request, _("Đã chốt số liệu. Trang, bản Word và PDF này không thay đổi nữa."))
                return redirect(made)
    context = {
        "brief": queries.brief_of(user, timezone.localdate()),
        "agency": agency_of(user),
        "form": form if rules.can_fix(user) else None,
        "sheets": queries.sheets_seen_by(user)[:KEPT],
    }
    return render(request, "briefing/now.html", context, status=400 if form.errors else 200)


@require_safe
@login_required
def fixed(request: HttpRequest, pk: int) -> HttpResponse:
    """What was fixed, as it was kept."""
    found = get_object_or_404(queries.sheets_seen_by(request.user), pk=pk)
    return render(request, "briefing/fixed.html", {"object": found, "report": kept_page(found.page)})


@require_safe
@login_required
def download(request: HttpRequest, pk: int, kind: str) -> FileResponse:
    """The same as Word or PDF, to be saved."""
    found = get_object_or_404(queries.sheets_seen_by(request.user), pk=pk)
    sha256 = found.word if kind == "docx" else found.pdf
    return to_be_saved(open_kept(sha256), f"so-lieu-{slug(found.title)[:60]}.{kind}")
