"""What the pages of reports show beside a draft's own row."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from hopluc.reporting import outline
from hopluc.reporting.compose import printed
from hopluc.vietnamese import slug
from hopluc.web.definitions.contents import content_of
from hopluc.web.issuing import queries, rules
from hopluc.web.issuing.kept_pages import kept_page
from hopluc.web.issuing.models import ReportDraft


@dataclass(frozen=True, slots=True)
class Point:
    """One thing looked at before a draft goes up: how it stands (`good` or `wait`), in words, and where to see to it."""

    look: str
    words: str
    address: str = ""


def beside_drafts(request: HttpRequest) -> dict[str, Any]:
    """May the visitor compose one."""
    return {"may_compose": queries.writes_for_some_organisation(request.user)}


def beside_draft(user: Any, draft: ReportDraft) -> dict[str, Any]:
    """The draft's text, what to see to before it goes up, its outline, its other versions."""
    return {
        "report": kept_page(draft.page),
        "points": points(draft),
        "outline": outline_of(draft),
        "others": queries.drafts_of(draft.programme).exclude(pk=draft.pk),
        "may_compose": rules.can_compose_review(user, draft.programme),
    }


def points(draft: ReportDraft) -> list[Point]:
    """What stands before a draft may go up (trước khi trình)."""
    sourced = {"sourced": draft.figures - draft.unsourced, "figures": draft.figures}
    open_checks = queries.open_checks(draft.programme)
    return [
        Point("good", _("Thể thức theo Nghị định 30/2020/NĐ-CP; số, ngày ban hành do hệ thống quản lý văn bản cấp")),
        Point(
            "wait" if draft.unsourced or not draft.figures else "good",
            _("%(sourced)s/%(figures)s số liệu có nguồn") % sourced if draft.figures else _("Chưa có số liệu"),
        ),
        Point("wait", _("%(n)s nguồn chưa có văn bản xác nhận") % {"n": draft.weaker_sources}, "#nguon")
        if draft.weaker_sources
        else Point("good", _("Mọi nguồn đều là văn bản")),
        Point("wait", _("%(n)s điểm cần đối chiếu còn mở") % {"n": open_checks}, "intake:checks")
        if open_checks
        else Point("good", _("Không còn điểm cần đối chiếu")),
    ]


def outline_of(draft: ReportDraft) -> list[dict[str, Any]]:
    """The parts of the draft's outline (đề cương), as printed."""
    words = {"period": draft.period, "plan_period": draft.plan_period, "programme": draft.programme.title}
    parts = (content_of(draft.own_outline) if draft.own_outline else outline(draft.outline)).parts
    return [{"level": part.level, "number": part.number, "title": printed(part.title, words)} for part in parts]


def file_of(draft: ReportDraft, kind: str) -> tuple[str, str]:
    """The hash of a draft's Word or PDF file, and the name it is saved under."""
    sort = slug(draft.own_outline.name)[:60].strip("-") if draft.own_outline else "bao-cao-so-ket"
    name = f"{sort}-{slug(draft.programme.title)[:60].strip('-')}-du-thao-{draft.number}"
    return (draft.word, f"{name}.docx") if kind == "word" else (draft.pdf, f"{name}.pdf")
