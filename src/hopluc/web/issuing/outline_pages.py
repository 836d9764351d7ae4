"""The page on which an office words an outline of its own: started from the shared one or a file, tried, saved as a dated version."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from hopluc.errors import HopLucError
from hopluc.reporting import Outline, outline, outline_in, outlines, refuse_faulty, to_fragment
from hopluc.reporting.compose import printed
from hopluc.web.crud import refuse
from hopluc.web.definitions.actions import lay_definition
from hopluc.web.definitions.contents import content_of
from hopluc.web.definitions.files import text_of_yaml
from hopluc.web.definitions.headings import headings_in_file
from hopluc.web.definitions.models import OwnDefinition
from hopluc.web.definitions.queries import definitions_seen_by, organisations_kept_by
from hopluc.web.edge import number_in
from hopluc.web.issuing import queries
from hopluc.web.issuing.actions import MID_TERM, review_report
from hopluc.web.issuing.block_names import BLOCK_NAMES
from hopluc.web.issuing.kept_pages import shown
from hopluc.web.issuing.outline_form import (
    PREFIX,
    OutlineHead,
    Parts,
    Rows,
    codes_for,
    head_of,
    outline_said,
    refuse_known_code,
    rows_from,
    rows_of,
    rows_posted,
    stepped,
    today,
    worded,
)
from hopluc.web.issuing.periods import periods_of
from hopluc.web.register.models import Programme

FILE, TRY, SAVE = "tep", "xem", "luu"


@login_required
def word_outline(request: HttpRequest) -> HttpResponse:
    """Word an outline: nothing is kept until it is saved."""
    user: Any = request.user
    if not organisations_kept_by(user).exists():
        raise PermissionDenied
    step = request.POST.get("buoc", "")
    if request.method != "POST":
        found, name = _started(request)
        return _page(
            request, _head(user, initial=head_of(found) | {"name": name, "since": today(), "source": ""}), rows_of(found)
        )
    if step == FILE:
        return _from_file(request)
    if step not in {TRY, SAVE}:
        return _page(request, _head(user, initial=request.POST.dict()), stepped(rows_posted(request.POST), step))
    return _said(request, step)


def _said(request: HttpRequest, step: str) -> HttpResponse:
    """Try or save what the page says."""
    user: Any = request.user
    head, parts = _head(user, request.POST), Parts(request.POST, prefix=PREFIX)
    made = outline_said(head, parts)
    if made is None:
        return _shown(request, head, parts, status=400)
    try:
        refuse_known_code(head, made, _own(user).filter(owner=head.cleaned_data["owner"]))
        if step == TRY:
            return _shown(request, head, parts, **_tried(made, head.cleaned_data["tried_on"]))
        said = head.cleaned_data
        row = lay_definition(said["owner"], by=user, worded=worded(made), since=said["since"], source=said["source"])
    except ValidationError as refused:
        refuse(head, refused)
        return _shown(request, head, parts, status=400)
    messages.success(request, _("Đã lưu bản %(number)s của đề cương.") % {"number": row.number})
    return redirect(row)


def _from_file(request: HttpRequest) -> HttpResponse:
    """The page filled from a file: our YAML, or the headings of a document, each with a block proposed."""
    user: Any = request.user
    file = request.FILES.get("tep")
    head, rows = _head(user, initial=request.POST.dict()), rows_posted(request.POST)
    if file is None:
        return _page(request, head, rows, file_error=_("Chưa chọn tệp. Đề nghị chọn tệp Word hoặc tệp .yaml."), status=400)
    try:
        if str(file.name).lower().endswith((".yaml", ".yml")):
            made = outline_in(text_of_yaml(file), str(file.name))
            refuse_faulty(made, str(file.name))
            initial = head_of(made) | {"since": today(), "code": made.code}
            return _page(request, _head(user, initial=request.POST.dict() | initial), rows_of(made))
        rows = rows_from(headings_in_file(file))
    except (HopLucError, ValidationError) as refused:
        told = str(refused) if isinstance(refused, HopLucError) else " ".join(refused.messages)
        return _page(request, head, rows, file_error=told, status=400)
    messages.info(request, _("Đã lấy %(n)s đề mục từ tệp. Đề nghị kiểm tra nội dung của từng mục.") % {"n": len(rows)})
    return _page(request, head, rows)


def _started(request: HttpRequest) -> tuple[Outline, str]:
    """The outline the page starts from: a version seen, or a shared one; and the name proposed."""
    version = request.GET.get("tu")
    if version is not None:
        rows = definitions_seen_by(request.user).filter(kind=OwnDefinition.Kind.OUTLINE, ended=False)
        row = get_object_or_404(rows, pk=number_in(version) or 0)
        return content_of(row), row.name
    code = request.GET.get("chung", MID_TERM)
    shared = outline(code if code in {one.code for one in outlines()} else MID_TERM)
    return shared, shared.name


def _own(user: Any) -> Any:
    return definitions_seen_by(user).filter(kind=OwnDefinition.Kind.OUTLINE)


def _head(user: Any, data: Any = None, initial: dict[str, Any] | None = None) -> OutlineHead:
    """The head of the page; of one organisation or programme alone, it is chosen."""
    organisations, programmes = organisations_kept_by(user), queries.programmes_composed_by(user)
    kept = _own(user).filter(owner__in=organisations).order_by("code", "-number")
    said = {"owner": organisations.first(), "tried_on": programmes.first()} | (initial or {})
    return OutlineHead(data, organisations=organisations, programmes=programmes, codes=codes_for(_newest(kept)), initial=said)


def _newest(rows: Any) -> list[OwnDefinition]:
    return list({row.code: row for row in reversed(rows)}.values())


def _tried(made: Outline, programme: Programme | None) -> dict[str, Any]:
    """What the outline gives: its headings with what each is composed of, and with a programme the report itself."""
    blanks = dict.fromkeys(("period", "plan_period", "programme"), "…")
    told = [
        {"level": part.level, "number": part.number, "title": printed(part.title, blanks), "block": BLOCK_NAMES[part.block]}
        for part in made.parts
    ]
    if programme is None:
        return {"told": told}
    on = today()
    periods = periods_of(queries.ReviewRows(programme, on).tasks)
    report = review_report(programme, made, on=on, periods=periods, address=lambda passage: passage.get_absolute_url())
    return {"told": told, "report": shown(to_fragment(report)), "programme": programme}


def _page(request: HttpRequest, head: OutlineHead, rows: Rows, **context: Any) -> HttpResponse:
    return _shown(request, head, Parts(initial=rows, prefix=PREFIX), **context)


def _shown(request: HttpRequest, head: OutlineHead, parts: Any, *, status: int = 200, **context: Any) -> HttpResponse:
    return render(request, "issuing/word_outline.html", {"head": head, "parts": parts} | context, status=status)
