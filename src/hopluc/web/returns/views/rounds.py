"""Pages of rounds: their list, opening one, its own page, the files dropped there, its letters."""

from io import BytesIO
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from hopluc.vietnamese import slug
from hopluc.web.definitions.models import OwnDefinition
from hopluc.web.definitions.queries import definitions_seen_by
from hopluc.web.documents.queries import documents_seen_by
from hopluc.web.gate.edge import number_in, to_be_saved
from hopluc.web.pages.asking import GiveReason
from hopluc.web.pages.crud import Ask, List, Show, anyone_who_sees
from hopluc.web.people.queries import account_of
from hopluc.web.returns import actions, forms, pages, papers, proposing, queries, rules
from hopluc.web.returns.laid import YEAR
from hopluc.web.returns.views.answers import done, round_run


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
    user = account_of(request)
    organisations = queries.agencies_written_for(user)
    if not organisations.exists():
        raise PermissionDenied
    paper = get_object_or_404(documents_seen_by(user), pk=document) if document is not None else None
    proposed = _proposed(request, organisations.first(), paper) if request.method == "GET" else {}
    form = forms.OpenRound(
        request.POST or None,
        organisations=organisations,
        programmes=queries.programmes_asked_about(user),
        definitions=definitions_seen_by(user),
        initial=proposed,
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
    alike = queries.rounds_open_alike(*(proposed[name] for name in ("owner", "programme", "first", "last"))) if proposed else ()
    context = {"form": form, "paper": paper, "alike": alike} | pages.open_page(request, timezone.localdate())
    return render(request, "returns/open.html", context, status=400 if form.errors else 200)


def _proposed(request: HttpRequest, owner: Any, paper: Any) -> dict[str, Any]:
    """What is proposed for the programme chosen: the one asked for, that of the paper, else the newest."""
    on, user = timezone.localdate(), request.user
    programmes = queries.programmes_asked_about(user)
    chosen = request.GET.get("chuong_trinh", "")
    key = number_in(chosen)
    programme = programmes.filter(pk=key).first() if key else None
    if programme is None and chosen != "0":
        programme = (programmes.filter(documents=paper).first() if paper else None) or programmes.first()
    owner = programme.owner if programme else owner
    made = (
        proposing.from_document(owner, programme, paper, on)
        if paper
        else proposing.from_regime(owner, programme, request.GET.get("che_do") or YEAR, on, request.GET.get("de_cuong", ""))
    )
    by_outline = next((row for row in made.own if row.kind == OwnDefinition.Kind.RETURN), None)
    return {
        "owner": made.owner,
        "programme": made.programme,
        "title": made.title,
        "first": made.first,
        "last": made.last,
        "due_on": made.due_on,
        "agencies": "\n".join(made.agencies),
        "outline": forms.headings_typed(made.outline),
        "own_outline": by_outline,
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
    form_class=GiveReason,
    action=actions.withdraw_round,
    heading=gettext_lazy("Rút kỳ báo cáo"),
    told=gettext_lazy("Chỉ dùng khi mở nhầm. Kỳ đã tiếp nhận báo cáo thì được giữ nguyên."),
)


@login_required
@require_POST
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Take in the files dropped on a round's page."""
    found = round_run(request, pk)
    form = forms.DropFiles(request.POST, request.FILES)
    if form.is_valid():
        actions.drop_files(found, by=account_of(request), files=form.cleaned_data["files"])
        messages.success(request, _("Đã nhận tệp. Hệ thống đang đọc; từng tệp sẽ chờ xác nhận đơn vị ở dưới đây."))
    else:
        messages.error(request, " ".join(str(error) for errors in form.errors.values() for error in errors))
    return redirect(found)


@login_required
@require_POST
def match(request: HttpRequest, pk: int, upload: int) -> HttpResponse:
    """Say whose return a dropped file is."""
    found = round_run(request, pk)
    file = get_object_or_404(queries.uploads_dropped(found), pk=upload)
    form = forms.MatchPaper(request.POST, agencies=queries.agencies_asked(found))
    if not form.is_valid():
        messages.error(request, _("Đề nghị chọn đơn vị của tệp này."))
        return redirect(found)
    return done(request, found, actions.match_paper, found, upload=file, agency=form.cleaned_data["agency"])


@login_required
@require_safe
def letter(request: HttpRequest, pk: int) -> FileResponse:
    """The letter that asks for the reports, to all, without any link."""
    found = round_run(request, pk)
    agencies = queries.agencies_of_round(found)
    return to_be_saved(
        BytesIO(papers.request_letter(found, agencies, found.parts.all())), f"cong-van-{slug(found.title)[:60]}.docx"
    )


@login_required
@require_POST
def letters(request: HttpRequest, pk: int) -> FileResponse:
    """The letter to each agency, with the QR code of a new private link to its own return; one archive."""
    found = round_run(request, pk)
    made = []
    for row in queries.newest_returns(found):
        link = actions.make_link(row, by=account_of(request))
        address = request.build_absolute_uri(reverse("returns:by_link", args=[link.token]))
        made.append((row.agency, papers.request_letter(found, [row.agency], found.parts.all(), address)))
    return to_be_saved(BytesIO(papers.zipped(made)), f"cong-van-{slug(found.title)[:60]}.zip")


@login_required
@require_safe
def urging(request: HttpRequest, pk: int) -> FileResponse:
    """The letter that urges those who have not answered."""
    found = round_run(request, pk)
    told = pages.round_page(request.user, found)
    missing = [one.row.agency for one in told["missing"]]
    today = timezone.localdate()
    until = found.due_on if today <= found.due_on else today + pages.URGED_UNTIL  # before its day a round is urged to keep it
    paper = papers.urging_letter(found, missing, received=told["answered"], asked=told["asked"], until=until)
    return to_be_saved(BytesIO(paper), f"don-doc-{slug(found.title)[:60]}.docx")
