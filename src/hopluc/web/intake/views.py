"""Pages of intake: dropping documents, watching them read, settling what was read beside the document, the points to check."""

from collections import Counter
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from hopluc.web.documents.queries import documents_seen_by
from hopluc.web.intake import actions, forms, queries, rules
from hopluc.web.intake.models import Finding
from hopluc.web.intake.pages import ADDED, Counts, confirm_page, shown, with_tasks
from hopluc.web.pages.crud import Do, List, Show, anyone_who_sees
from hopluc.web.people.queries import account_of
from hopluc.web.register.queries import activities_seen_by
from hopluc.web.register.rules import can_say_about

MOST_REASONS = 5
"""How many reasons are told why findings did not enter the register."""


class ShowBatch(Show):
    """How far a batch is read; then the way on to what it was uploaded for (`tiep`), with the document where it is one."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        read = {upload.document_id for upload in context["uploads"] if upload.document_id}
        said = {"van-ban": read.pop()} if len(read) == 1 else {}
        onward = _own_page(self.request.GET.get("tiep", ""))
        return context | {"onward": f"{onward}?{urlencode(said)}" if onward and said else onward}


def _own_page(said: str) -> str:
    """The page of this site that an address names by its path alone; "" for any other."""
    return said if said.startswith("/") and "?" not in said and url_has_allowed_host_and_scheme(said, None) else ""


batch = ShowBatch.as_view(
    rows=queries.batches_seen_by, rule=anyone_who_sees, beside=queries.progress_of, template_name="intake/batch.html"
)


class Checks(List):
    """The open points to check, each with its quotes."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        user = self.request.user
        rows = [shown(finding, may_settle=rules.can_settle(user, finding)) for finding in context["object_list"]]
        return context | {"findings": rows}


checks = Checks.as_view(rows=queries.checks_seen_by, template_name="intake/checks.html")


class Join(Do):
    """Put a document into a programme; then on with its findings."""

    def form_valid(self, form: Form) -> HttpResponse:
        answer = super().form_valid(form)
        return answer if form.errors else redirect("intake:confirm", self.object.pk)


join = Join.as_view(
    rows=documents_seen_by,
    rule=rules.can_settle,
    form_class=forms.JoinProgramme,
    action=lambda document, *, by, programme: actions.join_programme(document.pk, programme, by=by),
    template_name="intake/join.html",
    done=_("Đã gắn văn bản vào chương trình."),
)


@login_required
def take_in(request: HttpRequest) -> HttpResponse:
    """Drop documents; a job reads them. `tiep` names the page that a document is needed for."""
    onward = _own_page(request.POST.get("tiep") or request.GET.get("tiep", ""))
    organisations = queries.organisations_written_for(request.user)
    if not organisations.exists():
        raise PermissionDenied
    form = forms.TakeIn(request.POST or None, request.FILES or None, user=request.user, organisations=organisations)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        files, together = said["files"], said["together"]
        made = actions.take_in(
            said["owner"], by=account_of(request), files=files, programme=said["programme"], together=together
        )
        return redirect(f"{made.get_absolute_url()}?{urlencode({'tiep': onward})}" if onward else made)
    shown = {"form": form, "onward": onward} | forms.most()
    return render(request, "intake/take_in.html", shown, status=400 if form.errors else 200)


@login_required
@require_POST
def read_on(request: HttpRequest, pk: int) -> HttpResponse:
    """Read what of a batch was left when its job ended."""
    stopped = get_object_or_404(queries.batches_seen_by(request.user), pk=pk)
    if not rules.can_settle(request.user, stopped):
        raise PermissionDenied
    try:
        actions.read_on(stopped, by=account_of(request))
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return redirect(stopped)


@login_required
def note_source(request: HttpRequest) -> HttpResponse:
    """Note a source without paper: a call, an oral instruction, an officer's statement."""
    organisations = queries.organisations_written_for(request.user)
    if not organisations.exists():
        raise PermissionDenied
    form = forms.NoteSource(request.POST or None, user=request.user, organisations=organisations)
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        document = actions.note_source(said.pop("owner"), by=account_of(request), programme=said.pop("programme"), **said)
        messages.success(request, _("Đã ghi nhận. Nguồn này được đánh dấu chưa có văn bản xác nhận."))
        return redirect("intake:confirm", document.pk)
    return render(request, "intake/note_source.html", {"form": form}, status=400 if form.errors else 200)


@login_required
@require_safe
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """The document beside what was read in it."""
    document = get_object_or_404(documents_seen_by(request.user), pk=pk)
    may_settle = rules.can_settle(request.user, document)
    context = confirm_page(document, may_settle=may_settle, chosen=request.GET)
    following, waiting = queries.next_waiting(request.user, document) if may_settle else (None, 0)
    context |= {"following": following, "waiting": waiting, "same": queries.same_paper(request.user, document)}
    if may_settle and not context["programmes"]:
        context["join"] = forms.JoinProgramme(user=request.user, given=document)
        # Nothing enters the register before its programme is known; one that the document itself tells of is entered first.
        context["unjoined"] = not any(row.row.kind == Finding.Kind.PROGRAMME for row in context.get("certain", ()))
    return render(request, "intake/confirm.html", context)


@login_required
@require_POST
def confirm_certain(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm the certain findings of a document in one press."""
    document = get_object_or_404(documents_seen_by(request.user), pk=pk)
    if not rules.can_settle(request.user, document):
        raise PermissionDenied
    version = queries.newest_version(document)
    done = actions.confirm_certain(version, by=account_of(request)) if version else actions.Confirmed(0)
    if done.entered:
        messages.success(request, _("Đã xác nhận %(n)s mục chắc chắn.") % {"n": done.entered})
    for reason, often in Counter(done.refused).most_common(MOST_REASONS):
        messages.warning(request, _("%(n)s mục chưa vào sổ: %(reason)s") % {"n": often, "reason": reason})
    return redirect("intake:confirm", document.pk)


@login_required
@require_POST
def leave_rest(request: HttpRequest, pk: int) -> HttpResponse:
    """Leave out all that still waits in a document."""
    document = get_object_or_404(documents_seen_by(request.user), pk=pk)
    if not rules.can_settle(request.user, document):
        raise PermissionDenied
    version = queries.newest_version(document)
    left_out = actions.skip_rest(version, by=account_of(request)) if version else 0
    messages.success(request, _("Đã bỏ qua %(n)s mục; văn bản vẫn được lưu và tìm được.") % {"n": left_out})
    return redirect("intake:confirm", document.pk)


@login_required
def add(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """Add what the reader did not name. `cau` may hold the words chosen in the document."""
    document = get_object_or_404(documents_seen_by(request.user), pk=pk)
    version = queries.newest_version(document)
    if version is None or kind not in ADDED:
        raise Http404
    if not rules.can_settle(request.user, document):
        raise PermissionDenied
    form = forms.AddMissing(request.POST or None, version=version, kind=kind, initial={"quote": request.GET.get("cau", "")})
    if request.method == "POST" and form.is_valid():
        try:
            actions.add(version, by=account_of(request), kind=kind, value=form.corrected(), span=form.cleaned_data["quote"])
        except ValidationError as refused:
            form.add_error(None, refused.messages)
        else:
            messages.success(request, _("Đã thêm vào sổ, kèm câu trong văn bản."))
            return redirect("intake:confirm", document.pk)
    context = {"form": form, "document": document, "label": Finding.Kind(kind).label}
    return render(request, "intake/add.html", context, status=400 if form.errors else 200)


def _finding(request: HttpRequest, pk: int) -> Finding:
    finding: Finding = get_object_or_404(
        queries.findings_seen_by(request.user).select_related("version__document", "programme"), pk=pk
    )
    if not rules.can_settle(request.user, finding):
        raise PermissionDenied
    return finding


def _answer(request: HttpRequest, finding: Finding, fault: str = "") -> HttpResponse:
    """The finding as it now stands: alone for a page that swaps it in, with the counts where that page has them; else the page."""
    if request.headers.get("HX-Request"):
        now = queries.findings_seen_by(request.user).select_related("version__document").get(pk=finding.pk)
        (row,) = with_tasks([shown(now, may_settle=True)])
        beside = urlsplit(request.headers.get("HX-Current-URL", "")).path == row.page
        counts = Counts.of(now.version, queries.findings_of(now.version)) if beside else None
        unjoined = now.programme_id is None and now.kind != Finding.Kind.PROGRAMME
        context = {"finding": row, "fault": fault, "counts": counts, "document": now.version.document, "unjoined": unjoined}
        return render(request, "intake/answer.html", context)
    if fault:
        messages.error(request, fault)
    return redirect(finding)


def _do(request: HttpRequest, finding: Finding, act: Callable[..., Any], **said: Any) -> HttpResponse:
    """Do one verb to a finding and answer; what is refused is told in its place."""
    try:
        act(finding, by=account_of(request), **said)
    except ValidationError as refused:
        return _answer(request, finding, " ".join(refused.messages))
    return _answer(request, finding)


@login_required
@require_POST
def right(request: HttpRequest, pk: int) -> HttpResponse:
    """Đúng: confirm as read."""
    return _do(request, _finding(request, pk), actions.confirm)


@login_required
@require_POST
def leave(request: HttpRequest, pk: int) -> HttpResponse:
    """Bỏ qua: leave out, not to be asked again."""
    return _do(request, _finding(request, pk), actions.skip)


@login_required
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Sửa: the values as read, to be corrected and confirmed."""
    finding = _finding(request, pk)
    if finding.kind == Finding.CHECK:
        return redirect(finding)
    form = forms.Correct(request.POST or None, finding=finding)
    if request.method == "POST" and form.is_valid():
        try:
            actions.confirm(finding, by=account_of(request), corrected=form.corrected())
        except ValidationError as refused:
            form.add_error(None, refused.messages)
        else:
            return redirect(finding)
    context: dict[str, Any] = {"form": form, "finding": shown(finding, may_settle=True)}
    return render(request, "intake/correct.html", context, status=400 if form.errors else 200)


@login_required
@require_POST
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Settle a point to check, or put it off."""
    finding = _finding(request, pk)
    form = forms.SettleCheck(request.POST)
    if not form.is_valid():
        return _answer(request, finding, " ".join(str(error) for error in form.errors["note"]))
    act = actions.postpone_check if "postpone" in request.POST else actions.settle_check
    return _do(request, finding, act, note=form.cleaned_data["note"])


@login_required
@require_POST
def say_about(request: HttpRequest, pk: int, activity: int) -> HttpResponse:
    """Say that what a finding became tells of a task of its programme, or does not."""
    finding = _finding(request, pk)
    task = get_object_or_404(activities_seen_by(request.user), pk=activity)
    if not can_say_about(request.user, task):
        raise PermissionDenied
    is_about = request.POST.get("noi_ve") == "co"
    return _do(request, finding, actions.say_what_it_is_about, activity=task, is_about=is_about)


@login_required
@require_POST
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask again about what was left out or put off."""
    return _do(request, _finding(request, pk), actions.reopen, reason=_("Mở lại để xem"))
