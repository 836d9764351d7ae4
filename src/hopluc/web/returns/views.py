"""Pages of the reporting year: rounds, one round, one return, its private link, its papers."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from hopluc.vietnamese import slug
from hopluc.web.crud import Ask, List, Show, anyone_who_sees
from hopluc.web.documents.queries import documents_seen_by
from hopluc.web.people.models import User
from hopluc.web.returns import actions, forms, pages, papers, proposing, queries, rules
from hopluc.web.returns.contents import content_of
from hopluc.web.returns.merge_page import merge_page
from hopluc.web.returns.models import Return, Round, Sentence, Step
from hopluc.web.returns.words import code_of

Verb = Step.Verb
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _who(request: HttpRequest) -> User:
    """The account that asks; every page here but that of a private link asks for one first."""
    assert isinstance(request.user, User)
    return request.user


class Rounds(List):
    """The rounds a user asks in or is asked in."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {"rounds": pages.asked_in(context["object_list"], self.request.user)}


rounds = Rounds.as_view(rows=queries.rounds_seen_by, beside=pages.rounds_page, template_name="returns/rounds.html")
round_ = Show.as_view(
    rows=queries.rounds_seen_by, rule=anyone_who_sees, beside=pages.round_page, template_name="returns/round.html"
)


@login_required
def open_round(request: HttpRequest, document: int | None = None) -> HttpResponse:
    """Open a round: from a regime, or from a document that asks; everything proposed, to be changed."""
    user = _who(request)
    organisations = queries.agencies_written_for(user)
    if not organisations.exists():
        raise PermissionDenied
    paper = get_object_or_404(documents_seen_by(user), pk=document) if document is not None else None
    form = forms.OpenRound(
        request.POST or None,
        organisations=organisations,
        programmes=queries.programmes_asked_about(user),
        initial=_proposed(request, organisations.first(), paper) if request.method == "GET" else {},
    )
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        try:
            made = actions.open_round(said.pop("owner"), by=user, asked_in=paper, **said)
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            asked = {"n": made.returns.count()}
            messages.success(request, _("Đã mở kỳ báo cáo cho %(n)s đơn vị; mỗi báo cáo đã điền sẵn những gì đã biết.") % asked)
            return redirect(made)
    context = {"form": form, "paper": paper} | pages.open_page(timezone.localdate())
    return render(request, "returns/open.html", context, status=400 if form.errors else 200)


def _proposed(request: HttpRequest, owner: Any, paper: Any) -> dict[str, Any]:
    """What is proposed for the programme chosen: the one asked for, that of the paper, else the newest."""
    on, user = timezone.localdate(), request.user
    programmes = queries.programmes_asked_about(user)
    chosen = request.GET.get("chuong_trinh", "")
    programme = programmes.filter(pk=int(chosen)).first() if chosen.isdigit() else None
    if programme is None and chosen != "0":
        programme = (programmes.filter(documents=paper).first() if paper else None) or programmes.first()
    owner = programme.owner if programme else owner
    made = (
        proposing.from_document(owner, programme, paper, on)
        if paper
        else proposing.from_regime(owner, programme, request.GET.get("che_do") or proposing.YEAR, on)
    )
    return {
        "owner": made.owner,
        "programme": made.programme,
        "title": made.title,
        "first": made.first,
        "last": made.last,
        "due_on": made.due_on,
        "agencies": "\n".join(made.agencies),
        "outline": "\n".join(f"{part.number} {part.title}".strip() for part in made.outline),
        "regime": made.regime,
    }


move_deadline = Ask.as_view(
    rows=queries.rounds_seen_by,
    rule=rules.can_run_round,
    form_class=forms.MoveDeadline,
    action=actions.move_deadline,
    heading=gettext_lazy("Lùi hạn gửi báo cáo"),
    told=gettext_lazy("Thời hạn mới áp dụng cho mọi đơn vị của kỳ; lý do được ghi vào nhật ký."),
)
withdraw_round = Ask.as_view(
    rows=queries.rounds_seen_by,
    rule=rules.can_run_round,
    form_class=forms.Withdraw,
    action=actions.withdraw_round,
    heading=gettext_lazy("Rút kỳ báo cáo"),
    told=gettext_lazy("Chỉ dùng khi mở nhầm. Kỳ đã tiếp nhận báo cáo thì được giữ nguyên."),
)


def _round(request: HttpRequest, pk: int) -> Round:
    """The round, for one who may run it."""
    found: Round = get_object_or_404(queries.rounds_seen_by(request.user), pk=pk)
    if not rules.can_run_round(_who(request), found):
        raise PermissionDenied
    return found


@login_required
@require_POST
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Take in the files dropped on a round's page."""
    found = _round(request, pk)
    form = forms.DropFiles(request.POST, request.FILES)
    if form.is_valid():
        actions.drop_files(found, by=_who(request), files=form.cleaned_data["files"])
        messages.success(request, _("Đã nhận tệp. Hệ thống đang đọc; từng tệp sẽ chờ xác nhận đơn vị ở dưới đây."))
    else:
        messages.error(request, " ".join(str(error) for errors in form.errors.values() for error in errors))
    return redirect(found)


@login_required
@require_POST
def match(request: HttpRequest, pk: int, upload: int) -> HttpResponse:
    """Say whose return a dropped file is."""
    found = _round(request, pk)
    file = get_object_or_404(queries.uploads_dropped(found), pk=upload)
    form = forms.MatchPaper(request.POST, agencies=queries.agencies_asked(found))
    if not form.is_valid():
        messages.error(request, _("Đề nghị chọn đơn vị của tệp này."))
        return redirect(found)
    return _told(request, found, actions.match_paper, found, upload=file, agency=form.cleaned_data["agency"])


def _told(request: HttpRequest, back: Any, act: Callable[..., Any], *row: Any, **said: Any) -> HttpResponse:
    """Do one verb and go back; what is refused is told there."""
    try:
        act(*row, by=_who(request), **said)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return redirect(back)


@login_required
@require_safe
def merge(request: HttpRequest, pk: int) -> HttpResponse:
    """What the received returns tell, to be merged into one draft."""
    found = _round(request, pk)
    return render(request, "returns/merge.html", {"object": found} | merge_page(found))


def _sentence(round_: Round, key: int) -> Sentence:
    found = queries.sentence_received(round_, key)
    if found is None:
        raise Http404
    return found


@login_required
@require_POST
def decide(request: HttpRequest, pk: int, first: int, second: int) -> HttpResponse:
    """Say whether two sentences tell of one thing."""
    found = _round(request, pk)
    one, other = _sentence(found, first), _sentence(found, second)
    form = forms.Decide(request.POST)
    if not form.is_valid():
        return redirect("returns:merge", found.pk)
    said = form.cleaned_data
    kept = other if said["kept"] == "second" else one
    merged = reverse("returns:merge", args=[found.pk])
    return _told(request, merged, actions.decide_pair, found, first=one, second=other, decision=said["decision"], kept=kept)


@login_required
@require_POST
def place(request: HttpRequest, pk: int, sentence: int) -> HttpResponse:
    """Put a sentence into the draft, or leave it aside."""
    found = _round(request, pk)
    one, merged = _sentence(found, sentence), reverse("returns:merge", args=[found.pk])
    if "leave" in request.POST:
        return _told(request, merged, actions.leave_aside, found, sentence=one)
    form = forms.Place(request.POST)
    text = form.cleaned_data["text"] if form.is_valid() else ""
    return _told(request, f"{merged}#c{one.pk}", actions.place_sentences, found, sentences=[one], text=text)


@login_required
@require_safe
def letter(request: HttpRequest, pk: int) -> HttpResponse:
    """The letter that asks for the reports, to all, without any link."""
    found = _round(request, pk)
    agencies = queries.agencies_of_round(found)
    return _saved(papers.request_letter(found, agencies, found.parts.all()), f"cong-van-{slug(found.title)[:60]}.docx")


@login_required
@require_POST
def letters(request: HttpRequest, pk: int) -> HttpResponse:
    """The letter to each agency, with the QR code of a new private link to its own return; one archive."""
    found = _round(request, pk)
    made = []
    for row in queries.newest_returns(found):
        link = actions.make_link(row, by=_who(request))
        address = request.build_absolute_uri(reverse("returns:by_link", args=[link.token]))
        made.append((row.agency, papers.request_letter(found, [row.agency], found.parts.all(), address)))
    return _saved(papers.zipped(made), f"cong-van-{slug(found.title)[:60]}.zip", "application/zip")


@login_required
@require_safe
def urging(request: HttpRequest, pk: int) -> HttpResponse:
    """The letter that urges those who have not answered."""
    found = _round(request, pk)
    told = pages.round_page(request.user, found)
    missing = [one.row.agency for one in told["missing"]]
    until = max(found.due_on, timezone.localdate()) + pages.URGED_UNTIL
    paper = papers.urging_letter(found, missing, received=told["answered"], asked=told["asked"], until=until)
    return _saved(paper, f"don-doc-{slug(found.title)[:60]}.docx")


def _saved(content: bytes, name: str, media: str = WORD) -> HttpResponse:
    """A file we made ourselves, to be saved."""
    response = HttpResponse(content, content_type=media)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _return(request: HttpRequest, pk: int, rule: Callable[[Any, Any], bool]) -> Return:
    found: Return = get_object_or_404(queries.returns_seen_by(request.user), pk=pk)
    if not rule(request.user, found):
        raise PermissionDenied
    return found


@login_required
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """A return: read, filled in, put up, sent."""
    row = _return(request, pk, anyone_who_sees)
    told = pages.return_page(request.user, row)
    fills = told["may"]["fill"] or told["may"]["behalf"]
    if request.method == "POST" and not fills:
        raise PermissionDenied
    form = forms.Fill(request.POST or None, content=content_of(row)) if fills else None
    source = forms.OnBehalf(request.POST or None) if told["may"]["behalf"] else None
    if request.method == "POST" and form is not None and form.is_valid() and (source is None or source.is_valid()):
        try:
            said = _fill(request, row, form.filled, source.cleaned_data["source"] if source else "")
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, said)
            return redirect(row)
    context = told | {"object": row, "form": form, "source": source, "parts": list(pages.fields_of(form)) if form else None}
    faulty = bool(form and form.errors) or bool(source and source.errors)
    return render(request, "returns/show.html", context, status=400 if faulty else 200)


def _fill(request: HttpRequest, row: Return, filled: actions.Filled, source: str) -> str:
    """Keep what was typed, then take the step that was pressed; what to tell."""
    user, pressed = _who(request), request.POST.get("do", "save")
    way = Step.Way.BEHALF if source else Step.Way.PAGE
    steps: dict[str, Callable[[Any, Any], bool]] = {
        Verb.TO_SECTION: rules.can_put_up,
        Verb.TO_LEADER: rules.can_put_up,
        Verb.SENT: rules.can_fill_on_behalf if source else rules.can_send,
    }
    if pressed in steps and not steps[pressed](user, row):
        raise PermissionDenied
    actions.save_return(row, by=user, filled=filled, way=way, said_by=source, note=source)
    if pressed == Verb.SENT:
        return sent_in_words(actions.send(row, by=user, way=way, said_by=source))
    if pressed in steps:
        actions.put_up(row, by=user, to=pressed)
        return _("Đã trình. Nội dung được giữ nguyên.")
    return _("Đã lưu.")


def sent_in_words(step: Step) -> str:
    """That a return was sent: to whom, when, by its deadline or after, and the code to look it up by."""
    row, at = step.of_return, timezone.localtime(step.at)
    late = at.date() > row.round.due_on
    said = {
        "agency": row.agency,
        "owner": row.round.owner,
        "at": f"{at:%H} giờ {at:%M} ngày {at:%d/%m/%Y}",
        "when": _("sau hạn") if late else _("trong hạn"),
        "code": code_of(row),
    }
    return (
        _(
            "Đã gửi báo cáo của %(agency)s đến %(owner)s lúc %(at)s (%(when)s). Mã tra cứu: %(code)s. Bản ký gửi qua hệ thống quản lý "
            "văn bản sẽ được đối chiếu với nội dung này."
        )
        % said
    )


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
    form_class=forms.Nothing,
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
)
correct_late = Ask.as_view(
    rows=queries.returns_seen_by,
    rule=rules.can_correct_late,
    form_class=forms.Withdraw,
    action=actions.correct_late,
    heading=gettext_lazy("Đính chính báo cáo đã tiếp nhận"),
    told=gettext_lazy("Bản đã tiếp nhận được giữ nguyên. Hệ thống lập bản tiếp theo, điền sẵn nội dung, ghi rõ lý do."),
    button=gettext_lazy("Lập bản đính chính"),
)


@login_required
@require_POST
def receive(request: HttpRequest, pk: int) -> HttpResponse:
    """Receive a return."""
    row = _return(request, pk, rules.can_decide)
    return _told(request, row, actions.receive, row)


@login_required
@require_safe
def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """The agency's own report as Word."""
    row = _return(request, pk, rules.can_read_content)
    return _saved(papers.return_paper(content_of(row)), f"bao-cao-{slug(row.agency.name)[:60]}.docx")


@login_required
@require_POST
def make_link(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a private link and show it, this once, with its QR code."""
    row = _return(request, pk, rules.can_make_link)
    made = actions.make_link(row, by=_who(request))
    address = request.build_absolute_uri(reverse("returns:by_link", args=[made.token]))
    context = {"object": row, "address": address, "code": pages.drawn(papers.code_of(address)), "link": made.link}
    return render(request, "returns/link.html", context)


@login_required
@require_POST
def revoke_links(request: HttpRequest, pk: int) -> HttpResponse:
    """Revoke the private links to a return."""
    row = _return(request, pk, rules.can_make_link)
    messages.success(request, _("Đã thu hồi %(n)s liên kết riêng.") % {"n": actions.revoke_links(row, by=_who(request))})
    return redirect(row)


def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """A return opened by its private link, without an account: filled in, saved, sent. Nothing else is to be reached from it."""
    link = pages.link_at(request, token)
    if link is None:
        raise Http404
    row = queries.newest_of(link.round, link.agency)
    fills = rules.verb_of(row) in rules.UNSENT
    form = forms.Fill(request.POST or None, content=content_of(row)) if fills else None
    sender = forms.SendByLink(request.POST if request.POST.get("do") == Verb.SENT else None) if fills else None
    if (
        request.method == "POST"
        and form is not None
        and form.is_valid()
        and (not sender or not sender.is_bound or sender.is_valid())
    ):
        try:
            messages.success(request, _fill_by_link(row, form, sender))
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            actions.note_use(link)
            return redirect("returns:by_link", token=token)
    context = pages.link_page(row, link) | {
        "form": form,
        "sender": sender,
        "parts": list(pages.fields_of(form)) if form else None,
    }
    faulty = bool(form and form.errors) or bool(sender and sender.errors)
    response = render(request, "returns/by_link.html", context, status=400 if faulty else 200)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _fill_by_link(row: Return, form: forms.Fill, sender: Any) -> str:
    actions.save_return(row, by=None, filled=form.filled, way=Step.Way.LINK)
    if sender is None or not sender.is_bound:
        return _("Đã lưu. Mở lại liên kết này để làm tiếp.")
    return sent_in_words(actions.send(row, by=None, way=Step.Way.LINK, said_by=sender.cleaned_data["said_by"]))
