"""Ask for opinions on a draft, give one, answer it, close; agree that the draft goes to signature."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hopluc.reporting import paragraphs_in
from hopluc.vietnamese import nfc
from hopluc.web.consultation import queries
from hopluc.web.consultation.models import Asked, Comment, Consultation, PutUp
from hopluc.web.consultation.rules import is_newest, is_sealed, spoken_for
from hopluc.web.consultation.words import in_words
from hopluc.web.issuing.kept_pages import kept_page
from hopluc.web.issuing.models import ReportDraft
from hopluc.web.journal.actions import amend, enter
from hopluc.web.people.actions import find_or_add_organisation
from hopluc.web.people.models import User
from hopluc.workdays import calendar


@transaction.atomic
def ask_inside(draft: ReportDraft, *, by: User, colleagues: Sequence[User], days: int, note: str = "") -> Consultation:
    """Ask colleagues of the agency for their opinion (lấy ý kiến nội bộ), to be given in so many working days.

    Raises ValidationError where they are asked already.
    """
    made = _open(draft, Consultation.Scope.INTERNAL, by=by, days=days, note=note)
    for order, user in enumerate(colleagues, start=1):
        enter(Asked(consultation=made, organisation=draft.owner, user=user, order=order), by=by, verb="ask_for_opinion")
    return made


@transaction.atomic
def ask_agencies(draft: ReportDraft, *, by: User, agencies: Sequence[str], days: int, note: str = "") -> Consultation:
    """Ask other agencies, by name, for their opinion (lấy ý kiến liên ngành), to be given in so many working days.

    Raises ValidationError before the agency's own people were asked about the report, where the agencies are asked already, and where
    the agency would ask itself.
    """
    if not queries.internal_is_done(draft):
        raise ValidationError(_("Đề nghị lấy ý kiến nội bộ và kết thúc trước khi lấy ý kiến các cơ quan, đơn vị."))
    made = _open(draft, Consultation.Scope.AGENCIES, by=by, days=days, note=note)
    bodies = [find_or_add_organisation(draft.owner, by=by, name=name[:300]) for name in agencies]
    if draft.owner in bodies:
        told = _("%(agency)s là cơ quan lấy ý kiến. Đề nghị bỏ dòng này; ý kiến trong cơ quan lấy ở bước nội bộ.")
        raise ValidationError({"agencies": told % {"agency": draft.owner}})
    for order, body in enumerate(dict.fromkeys(bodies), start=1):
        enter(Asked(consultation=made, organisation=body, order=order), by=by, verb="ask_for_opinion")
    return made


def _open(draft: ReportDraft, scope: str, *, by: User, days: int, note: str) -> Consultation:
    draft = queries.locked_draft(draft)
    if is_sealed(draft):
        raise ValidationError(_("Dự thảo này đã trình ký. Đề nghị lập dự thảo tiếp theo."))
    if draft.consultations.filter(scope=scope).exists():
        raise ValidationError(
            _("Dự thảo này đã được lấy ý kiến ở bước này. Đề nghị mở phần đã lập, hoặc lập dự thảo tiếp theo.")
        )
    due_on = calendar().after(timezone.localdate(), days)
    return enter(
        Consultation(owner=draft.owner, draft=draft, scope=scope, due_on=due_on, note=note, opened_by=by),
        by=by,
        verb="open_consultation",
    )


@transaction.atomic
def give_opinion(consultation: Consultation, *, by: User, text: str, paragraph: int | None = None) -> Comment:
    """Say something of a paragraph of the draft, or of all of it (góp ý), as who is asked. Raises ValidationError once it is closed."""
    return _comment(_held_open(consultation), _asked(by, consultation), by=by, text=text, paragraph=paragraph)


@transaction.atomic
def agree(consultation: Consultation, *, by: User) -> Asked:
    """Say that one agrees with the draft (thống nhất), as who is asked. Raises ValidationError once it is closed."""
    _held_open(consultation)
    return _agree(_asked(by, consultation), by=by)


@transaction.atomic
def note_opinion(
    consultation: Consultation,
    *,
    by: User,
    asked: Asked,
    source: str,
    agrees: bool = False,
    text: str = "",
    paragraph: int | None = None,
) -> Consultation:
    """Note what an agency sent on paper, which `source` names: that it agrees, or its words. Raises ValidationError once it is closed."""
    held = _held_open(consultation)
    if agrees:
        _agree(asked, by=by, source=source)
    if text:
        _comment(held, asked, by=by, text=text, paragraph=paragraph, source=source)
    return held


def _asked(by: User, consultation: Consultation) -> Asked:
    asked = spoken_for(by, consultation)
    assert asked is not None, "the page has asked the rule"
    return asked


def _agree(asked: Asked, *, by: User, source: str = "") -> Asked:
    changes = {"agreed_at": timezone.now(), "agreed_by": by, "source": source}
    return amend(asked, by=by, verb="agree_with_draft", changes=changes)


def _comment(
    consultation: Consultation, asked: Asked, *, by: User, text: str, paragraph: int | None, source: str = ""
) -> Comment:
    said = paragraphs_in(kept_page(consultation.draft.page)) if paragraph else ()
    if paragraph and paragraph > len(said):
        raise ValidationError({"paragraph": _("Dự thảo không có đoạn này. Đề nghị kiểm tra lại số đoạn.")})
    made = Comment(asked=asked, paragraph=paragraph, text=nfc(text).strip(), source=source, by=by)
    made.quote = said[paragraph - 1] if paragraph else ""
    return enter(made, by=by, verb="comment_on_draft")


@transaction.atomic
def note_comment(asked: Asked, *, by: User, text: str, paragraph: int | None, source: str) -> Comment:
    """Note what one who is asked has written on paper, which `source` names. Raises ValidationError once the consultation is closed."""
    return _comment(_held_open(asked.consultation), asked, by=by, text=text, paragraph=paragraph, source=source)


@transaction.atomic
def withdraw_comment(comment: Comment, *, by: User) -> Comment:
    """Take back what one said (rút ý kiến), before it is answered."""
    _held_open(comment.asked.consultation)
    fresh = Comment.objects.select_for_update(of=("self",)).get(pk=comment.pk)
    if fresh.outcome:
        raise ValidationError(_("Ý kiến này đã được tiếp thu, giải trình nên được giữ nguyên."))
    return amend(fresh, by=by, verb="withdraw_comment", changes={"withdrawn_at": timezone.now()})


def _held_open(consultation: Consultation) -> Consultation:
    held = Consultation.objects.select_for_update(of=("self",)).select_related("draft").get(pk=consultation.pk)
    if held.closed_at is not None:
        raise ValidationError(_("Việc lấy ý kiến đã kết thúc. Đề nghị liên hệ cơ quan xin ý kiến."))
    return held


@transaction.atomic
def answer_comment(comment: Comment, *, by: User, outcome: str, answer: str) -> Comment:
    """Say what became of a comment (tiếp thu, giải trình). Raises ValidationError once the draft has gone to signature."""
    draft = queries.locked_draft(comment.asked.consultation.draft)
    if is_sealed(draft):
        raise ValidationError(_("Dự thảo này đã trình ký; phần tiếp thu, giải trình được giữ nguyên."))
    changes = {"outcome": outcome, "answer": nfc(answer).strip(), "answered_by": by, "answered_at": timezone.now()}
    return amend(comment, by=by, verb="answer_comment", changes=changes)


@transaction.atomic
def close_consultation(consultation: Consultation, *, by: User) -> Consultation:
    """Close a consultation (kết thúc lấy ý kiến): no more is said; what was said is answered all the same."""
    held = _held_open(consultation)
    return amend(held, by=by, verb="close_consultation", changes={"closed_at": timezone.now()})


@transaction.atomic
def put_up(draft: ReportDraft, *, by: User, note: str = "") -> PutUp:
    """Agree that a draft goes to signature (đồng ý trình ký): its files and all that was said of it are fixed by their hashes.

    Raises ValidationError where it has gone already, a later draft is there, it is not asked about inside, is still asked about, or a comment is not answered.
    """
    held = queries.locked_draft(draft)
    if is_sealed(held):
        raise ValidationError(_("Dự thảo này đã trình ký. Đề nghị tải lại trang."))
    if not is_newest(held):
        raise ValidationError(_("Báo cáo này đã có dự thảo mới hơn. Đề nghị trình ký dự thảo mới nhất."))
    refused = in_words(queries.obstacles(held))
    if refused:
        raise ValidationError(refused)
    made = PutUp(owner=held.owner, draft=held, word=held.word, pdf=held.pdf, page=held.page, note=note, by=by)
    made.comments = queries.told_of(held)
    return enter(made, by=by, verb="put_up_draft")
