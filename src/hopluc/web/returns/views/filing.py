"""Pages of one return: read, filled in, put up, sent, received; opened by its private link."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from hopluc.reporting.official import moment_in_words
from hopluc.sheets import write_workbook
from hopluc.vietnamese import slug
from hopluc.web.gate.edge import to_be_saved
from hopluc.web.gate.problems import dead_link
from hopluc.web.pages.asking import GiveReason, Nothing
from hopluc.web.pages.crud import Ask, anyone_who_sees
from hopluc.web.people.queries import account_of
from hopluc.web.returns import actions, forms, pages, papers, queries, rules
from hopluc.web.returns.contents import content_of
from hopluc.web.returns.copy_sheet import GRID, Style, fields_of, lines_of
from hopluc.web.returns.cumulative import content_with_running
from hopluc.web.returns.models import Return, ReturnLink, Step
from hopluc.web.returns.views.answers import done, return_open_to, sent_in_words

Verb = Step.Verb
FILES_CAME = gettext_lazy("Đã nhận tệp. Cơ quan đề nghị báo cáo sẽ đọc và ghi nhận.")


@login_required
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """A return: read, filled in, put up, sent."""
    row = return_open_to(request, pk, anyone_who_sees)
    told = pages.return_page(request.user, row)
    fills = told["may"]["fill"] or told["may"]["behalf"]
    if request.method == "POST" and not fills:
        raise PermissionDenied
    whole = told.pop("whole")
    form = forms.Fill(request.POST or None, content=whole) if fills else None
    source = forms.OnBehalf(request.POST or None) if told["may"]["behalf"] else None
    if request.method == "POST" and form is not None and form.is_valid() and (source is None or source.is_valid()):
        try:
            said = _fill(request, row, form.filled, source.cleaned_data["source"] if source else "")
        except ValidationError as refused:
            form = _refused(form, refused)
        else:
            messages.success(request, said)
            return redirect(row)
    files = forms.SendFiles(auto_id="tep_%s") if rules.can_send_files(account_of(request), row) else None
    context = told | {
        "object": row,
        "form": form,
        "source": source,
        "files": files,
        "parts": list(pages.fields_of(form)) if form else None,
    }
    faulty = bool(form and form.errors) or bool(source and source.errors)
    return render(request, "returns/show.html", context, status=400 if faulty else 200)


def _refused(form: forms.Fill, refused: ValidationError) -> forms.Fill:
    """The form with why it was refused; where another was quicker, over what the return says now, so that it can be pressed again."""
    if isinstance(refused, actions.ChangedMeanwhile):
        return forms.Fill(form.data, content=content_with_running(form.content.row))
    form.add_error(None, refused)
    return form


def _fill(request: HttpRequest, row: Return, filled: actions.Filled, source: str) -> str:
    """Keep what was typed, then take the step that was pressed; what to tell."""
    user, pressed = account_of(request), request.POST.get("do", "save")
    way = Step.Way.BEHALF if source else Step.Way.PAGE
    steps: dict[str, Callable[[Any, Any], bool]] = {
        Verb.TO_SECTION: rules.can_put_up,
        Verb.TO_LEADER: rules.can_put_up,
        Verb.SENT: rules.can_fill_on_behalf if source else rules.can_send,
    }
    if pressed in steps and not steps[pressed](user, row):
        raise PermissionDenied
    with transaction.atomic():
        if source and not rules.can_fill_on_behalf(user, queries.locked(row)):  # the agency began while the page was open
            raise PermissionDenied
        actions.save_return(row, by=user, filled=filled, way=way, said_by=source, note=source)
    if pressed == Verb.SENT:
        return sent_in_words(actions.send(row, by=user, way=way, said_by=source))
    if pressed in steps:
        actions.put_up(row, by=user, to=pressed)
        return _("Đã trình. Nội dung được giữ nguyên.")
    return _("Đã lưu.")


class _Step(Ask):
    """A step asked for on a page of its own; then the return again."""

    stays = True


hand_back = _Step.as_view(
    rows=queries.returns_seen_by,
    rule=rules.can_hand_back,
    form_class=forms.HandBack,
    action=actions.hand_back,
    heading=gettext_lazy("Chuyển lại để hoàn thiện"),
)
take_back = _Step.as_view(
    rows=queries.returns_seen_by,
    rule=rules.can_take_back,
    form_class=Nothing,
    action=actions.take_back,
    heading=gettext_lazy("Rút bản gửi"),
    told=gettext_lazy("Báo cáo trở lại tình trạng đang soạn; nội dung được giữ nguyên."),
    button=gettext_lazy("Rút bản gửi"),
)
ask_to_complete = _Step.as_view(
    rows=queries.returns_seen_by,
    rule=rules.can_ask_to_complete,
    form_class=forms.AskToComplete,
    action=actions.ask_to_complete,
    heading=gettext_lazy("Đề nghị bổ sung, hoàn thiện"),
    told=gettext_lazy("Các nội dung khác được giữ nguyên. Đơn vị thấy các điểm cần làm rõ khi mở báo cáo."),
    button=gettext_lazy("Gửi đề nghị"),
    done=gettext_lazy("Đã gửi đề nghị; đơn vị thấy trong “Việc của tôi” và khi mở báo cáo."),
)
correct_late = Ask.as_view(
    rows=queries.returns_seen_by,
    rule=rules.can_correct_late,
    form_class=GiveReason,
    action=actions.correct_late,
    heading=gettext_lazy("Đính chính báo cáo đã tiếp nhận"),
    told=gettext_lazy("Bản đã tiếp nhận được giữ nguyên. Hệ thống lập bản tiếp theo, điền sẵn nội dung, ghi rõ lý do."),
    button=gettext_lazy("Lập bản đính chính"),
)


@login_required
@require_POST
def send_files(request: HttpRequest, pk: int) -> HttpResponse:
    """Files an account of the agency sends as its return; the agency that asked reads them and says so on the round's page."""
    row = return_open_to(request, pk, rules.can_send_files)
    form = forms.SendFiles(request.POST, request.FILES)
    if form.is_valid():
        return done(request, row, actions.send_files, row, files=form.cleaned_data["files"], told=FILES_CAME)
    messages.error(request, " ".join(str(error) for errors in form.errors.values() for error in errors))
    return redirect(row)


@login_required
@require_POST
def receive(request: HttpRequest, pk: int) -> HttpResponse:
    """Receive a return."""
    row = return_open_to(request, pk, rules.can_decide)
    told = _("Đã tiếp nhận báo cáo của %(agency)s.") % {"agency": row.agency}
    return done(request, row, actions.receive, row, told=told, onward=row.round)


@login_required
@require_safe
def paper(request: HttpRequest, pk: int) -> FileResponse:
    """The agency's own report as Word."""
    row = return_open_to(request, pk, rules.can_read_content)
    return to_be_saved(BytesIO(papers.return_paper(content_with_running(row))), f"bao-cao-{slug(row.agency.name)[:60]}.docx")


@login_required
@require_safe
def copy_sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """A return field by field, to be copied into another system."""
    row = return_open_to(request, pk, rules.can_read_content)
    asked = request.GET.get("so", "")
    style = asked if asked in Style.values else Style.PLAIN.value
    fields = [(field, field.typed(style)) for field in fields_of(content_of(row))]
    context = {"object": row, "fields": fields, "style": style, "styles": Style.choices}
    return render(request, "returns/copy_sheet.html", context)


@login_required
@require_safe
def copy_workbook(request: HttpRequest, pk: int) -> FileResponse:
    """The same as Excel."""
    row = return_open_to(request, pk, rules.can_read_content)
    at = timezone.localtime()
    note = f"{row.round}. Số liệu đến {moment_in_words(at)}. Ô giá trị trống là chưa có, không phải bằng 0."
    with translation.override(settings.LANGUAGE_CODE):
        book = write_workbook(GRID, lines_of(content_of(row)), heading=(str(row.agency).upper(), note))
    return to_be_saved(BytesIO(book), f"bang-sao-chep-{row.pk}.xlsx")


@login_required
@require_POST
def make_link(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a private link and show it, this once, with its QR code."""
    row = return_open_to(request, pk, rules.can_make_link)
    made = actions.make_link(row, by=account_of(request))
    address = request.build_absolute_uri(reverse("returns:by_link", args=[made.token]))
    context = {"object": row, "address": address, "code": papers.qr_code(address), "link": made.link}
    return render(request, "returns/link.html", context)


@login_required
@require_POST
def revoke_links(request: HttpRequest, pk: int) -> HttpResponse:
    """Revoke the private links to a return."""
    row = return_open_to(request, pk, rules.can_make_link)
    messages.success(request, _("Đã thu hồi %(n)s liên kết riêng.") % {"n": actions.revoke_links(row, by=account_of(request))})
    return redirect(row)


def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """A return opened by its private link, without an account: filled in, sent. Nothing else is to be reached from it."""
    link = pages.link_at(request, token)
    if link is None:
        return dead_link(request)
    row = queries.newest_of(link.round, link.agency)
    fills = rules.can_fill_by_link(link, row)
    form = forms.Fill(request.POST or None, content=content_with_running(row)) if fills else None
    sender = forms.SendByLink(request.POST if request.POST.get("do") == Verb.SENT else None) if fills else None
    if (
        request.method == "POST"
        and form is not None
        and form.is_valid()
        and (not sender or not sender.is_bound or sender.is_valid())
    ):
        try:
            messages.success(request, _fill_by_link(link, row, form, sender))
        except ValidationError as refused:
            form = _refused(form, refused)
        else:
            actions.note_use(link)
            return redirect("returns:by_link", token=token)
    context = pages.link_page(row, link) | {
        "form": form,
        "sender": sender,
        "parts": list(pages.fields_of(form)) if form else None,
        "token": token,
        "files": forms.FilesByLink(auto_id="tep_%s") if rules.can_send_files_by_link(link, row) else None,
    }
    faulty = bool(form and form.errors) or bool(sender and sender.errors)
    response = render(request, "returns/by_link.html", context, status=400 if faulty else 200)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


@require_POST
def files_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Files sent by a private link, without an account; what they are is said on the round's page by a person."""
    link = pages.link_at(request, token)
    if link is None:
        return dead_link(request)
    if not rules.can_send_files_by_link(link, queries.newest_of(link.round, link.agency)):
        raise PermissionDenied
    form = forms.FilesByLink(request.POST, request.FILES)
    refused = [str(error) for errors in form.errors.values() for error in errors]
    if not refused:
        try:
            actions.send_files_by_link(link, files=form.cleaned_data["files"], said_by=form.cleaned_data["said_by"])
        except ValidationError as told:
            refused = told.messages
    if refused:
        messages.error(request, " ".join(dict.fromkeys(refused)))
    else:
        actions.note_use(link)
        messages.success(request, FILES_CAME)
    return redirect("returns:by_link", token=token)


@transaction.atomic
def _fill_by_link(link: ReturnLink, row: Return, form: forms.Fill, sender: Any) -> str:
    if not rules.can_fill_by_link(link, queries.locked(row)):  # the agency began in its account while the page was open
        raise PermissionDenied
    actions.save_return(row, by=None, filled=form.filled, way=Step.Way.LINK)
    if sender is None or not sender.is_bound:
        return _("Đã lưu. Mở lại liên kết này để làm tiếp.")
    return sent_in_words(actions.send(row, by=None, way=Step.Way.LINK, said_by=sender.cleaned_data["said_by"]))
