"""Pages of reports: the drafts of each programme, composing one, reading one, its files."""

import io
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hopluc.web.definitions.queries import organisations_kept_by
from hopluc.web.documents.files import open_kept
from hopluc.web.gate.edge import to_be_saved
from hopluc.web.issuing import actions, forms, pages, queries
from hopluc.web.issuing.petition_table import petition_table
from hopluc.web.pages.crud import List, Show, anyone_who_sees
from hopluc.web.people.queries import agency_of
from hopluc.web.register import lists

drafts = List.as_view(rows=queries.drafts_seen_by, beside=pages.beside_drafts, template_name="issuing/drafts.html")
draft = Show.as_view(
    rows=queries.drafts_seen_by, rule=anyone_who_sees, beside=pages.beside_draft, template_name="issuing/draft.html"
)


@login_required
def compose(request: HttpRequest) -> HttpResponse:
    """Compose the next draft of a programme's mid-term review."""
    if not queries.writes_for_some_organisation(request.user):
        raise PermissionDenied
    officer: Any = request.user
    programmes = queries.programmes_composed_by(officer)
    asked = {"programme": request.GET.get("programme", "")}
    own = queries.own_outlines(officer, timezone.localdate())
    form = forms.ComposeReview(request.POST or None, programmes=programmes, own=own, initial=asked)
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data
        made = actions.compose_review(
            chosen["programme"], by=officer, on=chosen["on"], annex=chosen["annex"], own=chosen["own"]
        )
        messages.success(
            request, _("Đã lập dự thảo lần %(number)s. Số liệu đã chốt theo ngày đã chọn.") % {"number": made.number}
        )
        return redirect(made)
    context = {"form": form, "programmes": programmes, "may_keep": organisations_kept_by(officer).exists()}
    return render(request, "issuing/compose.html", context, status=400 if form.errors else 200)


@require_safe
@login_required
def download(request: HttpRequest, pk: int, kind: str) -> FileResponse:
    """The draft as Word or PDF, to be saved."""
    found = get_object_or_404(queries.drafts_seen_by(request.user), pk=pk)
    sha256, name = pages.file_of(found, kind)
    return to_be_saved(open_kept(sha256), name)


@require_safe
@login_required
def petitions_word(request: HttpRequest) -> FileResponse:
    """The petitions the page shows, as a table in Word, to be saved."""
    on, chosen = lists.day_asked(request.GET), request.GET
    rows = lists.petitions_chosen(request.user, chosen, on)
    state = chosen.get("tinh_trang", "")
    rows = rows.filter(code=state) if state in dict(lists.PETITION_STATES) else rows
    agency = agency_of(request.user)
    if agency is None:
        raise PermissionDenied
    made = petition_table(rows, agency, on)
    return to_be_saved(io.BytesIO(made), f"Bang tong hop kien nghi {on:%Y-%m-%d}.docx")
