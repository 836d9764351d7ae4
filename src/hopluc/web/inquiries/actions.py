"""Ask a colleague for lines of a return, take the answer in as proposals, take them over or send them back, revoke the link."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hopluc.errors import StateSecret
from hopluc.reading.sources import stamp_on
from hopluc.vietnamese import nfc
from hopluc.web.inquiries import queries
from hopluc.web.inquiries.models import Inquiry, Item, Proposal
from hopluc.web.inquiries.rules import takes_answers
from hopluc.web.journal.actions import amend, enter
from hopluc.web.measures.figures import Figure
from hopluc.web.measures.typed import figure_of, words_of
from hopluc.web.people.models import User
from hopluc.web.people.tokens import hash_of
from hopluc.web.returns.actions import Filled, save_return
from hopluc.web.returns.models import FigureLine, Part, Return, Sentence
from hopluc.web.returns.prefill import NewSentence
from hopluc.web.returns.private_links import last_day_in, new_token

MOST_ANSWERS = 20
"""So often one inquiry may be answered."""


@dataclass(frozen=True)
class Made:
    """An inquiry and the token of its link, which is nowhere else."""

    inquiry: Inquiry
    token: str


@dataclass(frozen=True)
class Answer:
    """What is answered for an item: the figure of each stage that is told of (None: not known, one told before is taken back), or words,
    with how a task stands."""

    figures: Mapping[str, Figure | None] = field(default_factory=dict)
    text: str = ""
    said: str = ""

    def __bool__(self) -> bool:
        return bool(self.figures or self.text or self.said)


class ProposalsChanged(ValidationError):
    """What is to be taken over is no longer what waits."""

    TOLD = gettext_lazy("Nội dung được cung cấp vừa thay đổi hoặc không còn chờ lấy vào. Đề nghị tải lại trang.")

    def __init__(self) -> None:
        super().__init__(self.TOLD)


@transaction.atomic
def ask_colleague(
    row: Return,
    *,
    by: User | None,
    asked: str,
    wanted: Iterable[FigureLine | Sentence | Part],
    note: str = "",
    answer_by: date | None = None,
) -> Made:
    """Ask a colleague or a unit for lines of a return (xin số liệu), by a private link. Raises ValidationError where nothing is asked."""
    wanted = list(wanted)
    if not wanted:
        raise ValidationError({"wanted": _("Chưa chọn nội dung nào. Đề nghị chọn ít nhất một dòng.")})
    token, last = new_token(), last_day_in(row.round)
    inquiry = Inquiry(of_return=row, asked=nfc(asked), note=nfc(note), answer_by=answer_by, made_by=by, expires_on=last)
    inquiry.sha256 = hash_of(token)
    items = [_item(inquiry, one) for one in wanted]
    enter(inquiry, by=by, verb="ask_colleague", also={"items": [item.label for item in items]})
    for item in items:
        item.inquiry = inquiry
        item.full_clean(exclude=("inquiry", "part", "line", "sentence"))
        item.save()
    return Made(inquiry, token)


def _item(inquiry: Inquiry, one: FigureLine | Sentence | Part) -> Item:
    if isinstance(one, FigureLine):
        return Item(inquiry=inquiry, kind=Item.Kind.FIGURES, part=one.part, line=one, label=str(one)[:600])
    if isinstance(one, Sentence):
        label = str(one.activity or one.text)[:600] or one.get_kind_display()
        return Item(inquiry=inquiry, kind=Item.Kind.SENTENCE, part=one.part, sentence=one, label=label)
    return Item(inquiry=inquiry, kind=Item.Kind.PART, part=one, label=str(one)[:600])


def note_use(inquiry: Inquiry) -> None:
    """Note that a link was opened; looking alone leaves no line."""
    Inquiry.objects.filter(pk=inquiry.pk).update(used_at=timezone.now())


def answer_inquiry(inquiry: Inquiry, *, answers: Mapping[int, Answer]) -> Inquiry:
    """Take in what a colleague answers by the link (trả lời), as proposals by the key of the item; nothing enters the return.

    Raises ValidationError where nothing new is said, the return has left the agency, the link is revoked, too often, or for words that
    bear a secrecy mark: of those nothing is kept.
    """
    for answer in answers.values():
        mark = stamp_on(answer.text.encode(), "tra-loi.txt", pictures=False) if answer.text else None
        if mark:
            raise ValidationError(str(StateSecret(name="…", mark=mark)))
    with transaction.atomic():
        held = queries.locked(inquiry)
        if held.revoked_at is not None or not takes_answers(held):
            raise ValidationError(
                _("Báo cáo đã gửi hoặc liên kết đã thu hồi, không nhận thêm số liệu. Đề nghị liên hệ người hỏi.")
            )
        items = list(held.items.prefetch_related("proposals"))
        if any(item.proposals.count() >= MOST_ANSWERS for item in items):
            raise ValidationError(_("Đã trả lời nhiều lần. Đề nghị liên hệ người hỏi."))
        said = [(item, answers[item.pk]) for item in items if item.pk in answers]
        # An emptied one takes back what was told.
        told = [(item, answer) for item, answer in said if answer or item.proposals.all()]
        new = [(item, answer) for item, answer in told if not _stands(item, held, answer)]
        if not new:
            raise ValidationError(_("Chưa có nội dung mới nào được điền."))
        now = timezone.now()
        for item, answer in new:
            words = {stage: words_of(figure) for stage, figure in answer.figures.items()}
            made = Proposal(item=item, at=now, figures=words, text=nfc(answer.text), said=answer.said)
            enter(made, by=None, verb="propose")
        return amend(held, by=None, verb="answer_inquiry", changes={"answered_at": now})


def _stands(item: Item, inquiry: Inquiry, answer: Answer) -> bool:
    """Is it what stands as proposed already."""
    known = queries.proposed(item, inquiry)
    if known is None:
        return False
    words = {stage: words_of(figure) for stage, figure in answer.figures.items()}
    return (known.figures, known.text, known.said) == (words, nfc(answer.text), answer.said)


@transaction.atomic
def take_over(inquiry: Inquiry, *, by: User, take: Iterable[Proposal], seen: str = "") -> Return:
    """Take these proposals over into the return (lấy vào báo cáo). `seen`: the hash of the content they were looked at beside; empty: not
    said. Raises ProposalsChanged where one of them waits no more, ChangedMeanwhile where the return was changed since, ValidationError
    where a line they are for is no longer in it."""
    held = queries.locked(inquiry)
    pending = {one.pk: one for one in queries.pending_of(held)}
    chosen = {one.pk for one in take}
    if not chosen or not chosen <= pending.keys():
        raise ProposalsChanged
    waiting = [one for key, one in pending.items() if key in chosen]
    row = save_return(held.of_return, by=by, filled=replace(_filled(waiting), seen=seen))
    for one in waiting:
        amend(one, by=by, verb="take_over", changes={"taken_at": timezone.now(), "taken_by": by})
    return row


def _filled(proposals: Iterable[Proposal]) -> Filled:
    figures: dict[int, dict[str, Figure | None]] = {}
    texts: dict[int, str] = {}
    states: dict[int, str] = {}
    new: list[NewSentence] = []
    for one in proposals:
        item = one.item
        if item.kind == Item.Kind.FIGURES:
            if item.line_id is None:
                raise ValidationError(_("Dòng “%s” không còn trong báo cáo. Đề nghị lấy từng nội dung khác.") % item.label)
            figures[item.line_id] = {stage: figure_of(words) for stage, words in one.figures.items()}
        elif item.sentence_id is not None:
            texts[item.sentence_id] = one.text
            if one.said:
                states[item.sentence_id] = one.said
        else:
            told = (paragraph.strip(" -+•\t") for paragraph in one.text.splitlines())
            new += [NewSentence(item.part, item.part.kind, paragraph) for paragraph in told if paragraph]
    return Filled(figures=figures, texts=texts, states=states, sentences=tuple(new))


def send_back(inquiry: Inquiry, *, by: User, note: str) -> Inquiry:
    """Ask to make an answer clear (đề nghị làm rõ): what was proposed and not taken over waits no more, the link takes another answer."""
    changes = {"sent_back_at": timezone.now(), "sent_back_note": nfc(note)}
    return amend(inquiry, by=by, verb="send_back", changes=changes)


def revoke_inquiry(inquiry: Inquiry, *, by: User) -> Inquiry:
    """Revoke the link of an inquiry (thu hồi); what was answered stays."""
    return amend(inquiry, by=by, verb="revoke_inquiry", changes={"revoked_at": timezone.now()})
