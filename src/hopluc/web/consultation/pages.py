"""What the pages of a consultation show: the draft with a door at each paragraph, who has answered, what was said and became of it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.forms import BoundField
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from hopluc.reporting import Door, paragraphs_in, with_doors
from hopluc.reporting.official import padded
from hopluc.vietnamese import fold
from hopluc.web.consultation import queries, rules
from hopluc.web.consultation.forms import SettleLines
from hopluc.web.consultation.models import Asked, Comment, Consultation, Photographs, RemarkLine
from hopluc.web.consultation.photographs import Line, line_to_type, lines_read
from hopluc.web.consultation.words import in_words
from hopluc.web.gate.edge import number_in
from hopluc.web.intake.models import Upload
from hopluc.web.issuing.kept_pages import kept_page
from hopluc.web.issuing.models import ReportDraft
from hopluc.web.pages.left import until_said

SHORTEST = 20
"""Letters a statement must have for its place in the draft to be looked for: a shorter one may stand anywhere."""


@dataclass(frozen=True)
class ShownAsked:
    """One who is asked, with where its answer stands."""

    row: Asked
    label: Any
    look: str


@dataclass(frozen=True)
class ShownComment:
    """A comment and what the user may do with it."""

    row: Comment
    may_answer: bool
    may_withdraw: bool


@dataclass(frozen=True)
class Placed:
    """Where a sentence of one's return went: the statement it became, and the paragraph of the draft that holds it (None: none does)."""

    sentence: Any
    statement: Any
    paragraph: int | None


def draft_page(user: Any, draft: ReportDraft) -> dict[str, Any]:
    """The way of a draft: asked inside, asked of agencies, gone to signature; and what is to be done next."""
    put_up = getattr(draft, "put_up", None)
    rows = list(queries.consultations_of(draft))
    counts = [(row, _counts(row)) for row in rows]
    return {
        "rows": counts,
        "put_up": put_up,
        "obstacles": [] if put_up else in_words(queries.obstacles(draft)),
        "may_ask": rules.can_ask_for_opinions(user, draft),
        "inside_asked": any(row.draft_id == draft.pk and row.scope == Consultation.Scope.INTERNAL for row in rows),
        "agencies_asked": any(row.draft_id == draft.pk and row.scope == Consultation.Scope.AGENCIES for row in rows),
        "internal_is_done": queries.internal_is_done(draft),
        "may_put_up": rules.can_put_up(user, draft),
    }


def _counts(consultation: Consultation) -> dict[str, int]:
    asked = _shown_asked(consultation)
    comments = queries.comments_of([consultation])
    return {
        "asked": len(asked),
        "answered": sum(one.look == "good" for one in asked),
        "comments": len(comments),
        "unanswered": sum(not one.outcome for one in comments),
    }


def consultation_page(user: Any, consultation: Consultation) -> dict[str, Any]:
    """A consultation as the user may see it: the agency that asks sees all that was said, whoever is asked its own."""
    asks = consultation.owner_id in user.standing
    comments = list(queries.comments_seen_by(user).filter(asked__consultation=consultation))
    gives = rules.can_give_opinion(user, consultation)
    own = queries.asked_among(user, consultation)
    page = kept_page(consultation.draft.page)
    return {
        "asks": asks,
        "asked": _shown_asked(consultation) if asks else [],
        "own": [one for one in _shown_asked(consultation) if one.row in own],
        "comments": [
            ShownComment(one, rules.can_answer_comment(user, one), rules.can_withdraw_comment(user, one)) for one in comments
        ],
        "unanswered": sum(not one.outcome for one in comments),
        "report": _with_doors(consultation, page, comments, opens=gives),
        "left": until_said(timezone.localdate(), consultation.due_on),
        "may_give": gives,
        "may_agree": rules.can_agree(user, consultation),
        "may_note": rules.can_note_opinion(user, consultation),
        "may_close": rules.can_close_consultation(user, consultation),
        "photographs": queries.photographs_seen_by(user).filter(asked__consultation=consultation),
        "placed": [] if asks else _placed(consultation.draft, own, page),
    }


@dataclass(frozen=True)
class ShownLine:
    """A line of a photograph: what was read, what became of it, else the fields in which that is said."""

    line: Line
    settled: RemarkLine | None = None
    fields: tuple[BoundField, ...] = ()


@dataclass(frozen=True)
class ShownPicture:
    """A photograph with its lines; `is_read` as soon as the job has read it."""

    upload: Upload
    lines: tuple[ShownLine, ...]

    @property
    def is_read(self) -> bool:
        return self.upload.document is not None

    @property
    def pending(self) -> list[Line]:
        """Those of which nothing is said yet."""
        return [one.line for one in self.lines if one.settled is None]


def pictures_of(photographs: Photographs) -> list[ShownPicture]:
    """The photographs of remarks with the lines read in each, those settled with what became of them, and one to be typed."""
    settled = {(one.upload_id, one.order): one for one in photographs.lines.select_related("comment")}
    shown = []
    for upload in photographs.batch.uploads.select_related("document").order_by("pk"):
        lines = lines_read(upload)
        typed = [Line(upload, order, "") for pk, order in settled if pk == upload.pk and order > len(lines)]
        if upload.document is not None:
            typed.append(line_to_type(photographs, upload))
        every = (ShownLine(line, settled.get((upload.pk, line.order))) for line in (*lines, *typed))
        shown.append(ShownPicture(upload, tuple(every)))
    return shown


def with_fields(shown: Iterable[ShownPicture], form: SettleLines) -> list[ShownPicture]:
    """The same, with the fields of the lines of which nothing is said yet."""
    return [replace(one, lines=tuple(_with_fields(line, form) for line in one.lines)) for one in shown]


def _with_fields(shown: ShownLine, form: SettleLines) -> ShownLine:
    if shown.settled is not None:
        return shown
    return replace(shown, fields=tuple(form[f"{shown.line.key}_{name}"] for name in ("text", "do", "place", "answer")))


def _shown_asked(consultation: Consultation) -> list[ShownAsked]:
    rows = consultation.asked.select_related("organisation", "user").prefetch_related("comments")
    return [_shown(row) for row in rows]


def _shown(row: Asked) -> ShownAsked:
    said = sum(comment.withdrawn_at is None for comment in row.comments.all())
    if said:
        return ShownAsked(row, _("Đã góp ý (%(n)s)") % {"n": padded(said)}, "good")
    return ShownAsked(row, _("Thống nhất"), "good") if row.agreed_at else ShownAsked(row, _("Chưa có ý kiến"), "wait")


def _with_doors(consultation: Consultation, page: str, comments: Iterable[Comment], *, opens: bool) -> SafeString:
    """The draft's page, a door at each paragraph: to say something of it where the user may, else to what was said of it."""
    said = Counter(one.paragraph for one in comments if one.paragraph)
    first = {one.paragraph: one.pk for one in reversed(list(comments)) if one.paragraph}
    to_speak = reverse("consultation:give", args=[consultation.pk])

    def door_of(number: int) -> Door | None:
        place = _("đoạn %(number)s") % {"number": number}
        words = f"({place}: {padded(said[number])} {_('ý kiến')})" if said[number] else f"({place})"
        if opens:
            return Door(words, _("Góp ý đoạn %(number)s") % {"number": number}, f"{to_speak}?doan={number}")
        if said[number]:
            return Door(words, _("Ý kiến về đoạn %(number)s") % {"number": number}, f"#yk{first[number]}")
        return None

    # Put together as a tree again: every word in it stays text, and those of the doors are our own.
    return mark_safe(with_doors(page, door_of))  # noqa: S308


def quoted(consultation: Consultation, paragraph: str) -> str:
    """The paragraph of the draft under a number, as one typed or followed it; "" where there is none."""
    number = number_in(paragraph)
    if not number:
        return ""
    words = paragraphs_in(kept_page(consultation.draft.page))
    return words[number - 1] if number <= len(words) else ""


def _placed(draft: ReportDraft, own: Iterable[Asked], page: str) -> list[Placed]:
    """Where the sentences of the user's agencies went in this draft."""
    rows = queries.placed_sentences(draft, [one.organisation for one in own if one.user_id is None])
    if not rows:
        return []
    found: dict[int, int] = {}
    words = [fold(text) for text in paragraphs_in(page)]
    for row in rows:
        assert row.statement is not None, "the query asks for those that went into a statement"
        wanted = fold(row.statement.text).strip(" .;,")
        place = next((n for n, text in enumerate(words, start=1) if len(wanted) >= SHORTEST and wanted in text), None)
        if place:
            found[row.pk] = place
    return [Placed(row.sentence, row.statement, found.get(row.pk)) for row in rows]
