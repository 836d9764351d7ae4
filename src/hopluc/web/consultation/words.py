"""What stands before the signature of a draft, in words; the table of comments taken or explained, in Word."""

from django.utils.translation import gettext as _

from hopluc.reporting import Paragraph, Report, Section, Table, to_word
from hopluc.reporting.official import padded
from hopluc.reporting.report import Column, plain, shortened
from hopluc.web.consultation.models import Comment, Consultation
from hopluc.web.people.letterheads import letterhead_of, signing_for

COLUMNS = (
    Column("TT", 8),
    Column("Nội dung dự thảo", 40),
    Column("Cơ quan, cá nhân góp ý", 30),
    Column("Nội dung góp ý", 48),
    Column("Tiếp thu, giải trình", 48),
)
_QUOTED = 240
WHOLE = "Toàn bộ dự thảo"


def in_words(obstacles: dict[str, int]) -> list[str]:
    """What stands before the signature, each in a sentence that says what to do."""
    said = {
        "unasked": _("Chưa lấy ý kiến nội bộ về báo cáo này. Đề nghị lấy ý kiến nội bộ và kết thúc."),
        "open": _("Số lần lấy ý kiến chưa kết thúc: %(n)s. Đề nghị kết thúc trước khi trình ký."),
        "unanswered": _("Số ý kiến chưa tiếp thu, giải trình: %(n)s. Đề nghị trả lời trước khi trình ký."),
    }
    return [said[name] % {"n": padded(n)} for name, n in obstacles.items()]


def comment_table(consultation: Consultation, comments: list[Comment]) -> bytes:
    """The table of comments taken or explained (bảng tổng hợp, tiếp thu, giải trình ý kiến) as a Word file of the agency that asked."""
    draft = consultation.draft
    rows = tuple(_row(number, one) for number, one in enumerate(comments, start=1))
    table = (
        (Section("II.", f"Ý kiến góp ý và tiếp thu, giải trình ({padded(len(rows))})", 2, (Table(COLUMNS, rows),)),)
        if rows
        else ()
    )
    report = Report(
        letterhead=letterhead_of(consultation.owner),
        kind="Bảng tổng hợp",
        summary=f"Ý kiến góp ý và tiếp thu, giải trình đối với dự thảo (lần {draft.number}) {draft.title}",
        bases=(),
        sections=(Section("I.", "Tình hình lấy ý kiến", 2, tuple(_how_it_went(consultation))), *table),
        recipients=("Lãnh đạo cơ quan (để b/c);", "Lưu: VT."),
        wide=True,
        signature=signing_for(consultation.owner),
    )
    return to_word(report, annex=False)


def _how_it_went(consultation: Consultation) -> list[Paragraph]:
    asked = list(consultation.asked.select_related("organisation", "user").prefetch_related("comments"))
    said = [one for one in asked if any(comment.withdrawn_at is None for comment in one.comments.all())]
    agreed = [one for one in asked if one.agreed_at and one not in said]
    silent = len(asked) - len(said) - len(agreed)
    who = "cá nhân" if consultation.scope == Consultation.Scope.INTERNAL else "cơ quan, đơn vị"
    counts = (
        f"Đã lấy ý kiến {padded(len(asked))} {who}, thời hạn góp ý đến ngày {consultation.due_on:%d/%m/%Y}: {padded(len(said))} có ý "
        f"kiến, {padded(len(agreed))} thống nhất với dự thảo, {padded(silent)} chưa có ý kiến."
    )
    lines = [counts]
    if agreed:
        lines.append(f"Thống nhất với dự thảo: {'; '.join(map(_named, agreed))}.")
    return [plain(line) for line in lines]


def _named(asked: object) -> str:
    source = getattr(asked, "source", "")
    return f"{asked} ({source})" if source else str(asked)


def _row(number: int, comment: Comment) -> tuple[Paragraph, ...]:
    about = f"Đoạn {comment.paragraph}: “{shortened(comment.quote, _QUOTED)}”" if comment.paragraph else WHOLE
    answer = f"{comment.get_outcome_display()}. {comment.answer}" if comment.outcome else "Chưa tiếp thu, giải trình."
    who = f"{comment.asked} ({comment.source})" if comment.source else str(comment.asked)
    return tuple(plain(text) for text in (str(number), about, who, comment.text, answer))
