"""Receive a return: it is fixed, and what it says enters the register with its sentences as evidence."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from hopluc.web.documents.actions import Claims, Received, mark_passage, take_in_document
from hopluc.web.documents.models import Document, Passage
from hopluc.web.journal.actions import enter
from hopluc.web.measures import actions as measures
from hopluc.web.measures.models import Observation
from hopluc.web.people.models import User
from hopluc.web.register import actions as register
from hopluc.web.register.models import Programme, ProgrammeDocument, Strand
from hopluc.web.returns import queries
from hopluc.web.returns.actions.filling import enter_lines, enter_sentences
from hopluc.web.returns.actions.steps import held_for, take_step
from hopluc.web.returns.contents import Content, Line, content_of
from hopluc.web.returns.models import FigureLine, NothingArose, Placement, Return, Sentence, Stage, Step
from hopluc.web.returns.prefill import NewLine, NewSentence
from hopluc.web.returns.transcript import Transcript, transcript_of
from hopluc.web.terms import Term

Verb = Step.Verb
ENTERED = (Stage.PLAN, Stage.ACTUAL, Stage.ESTIMATE)
"""The stages whose figures enter the register; that of the same period is there already, or is another return's to say."""


@translation.override(settings.LANGUAGE_CODE)
@transaction.atomic
def receive(row: Return, *, by: User) -> Step:
    """Receive a return (tiếp nhận). From now on it is fixed; its figures and the state of its tasks stand in the register.

    What was read in a paper is confirmed where its document is confirmed, and not entered a second time here. Raises ValidationError
    where two lines that count the same thing give different figures: one would stand in the register in place of the other.
    """
    held = held_for(row, Verb.RECEIVED)
    content = content_of(held)
    typed = [line for line in content.lines if line.row.passage_id is None and (line.figures or line.nothing)]
    _refuse_two_figures(typed)
    told = [one for one in content.sentences if one.passage_id is None and (one.text or one.said)]
    if typed or told:
        _tie_to_transcript(held, transcript_of(content), by=by)
    for line in typed:
        _enter_figures(held, line, by=by)
    for one in content.sentences:
        _enter_progress(held, one, by=by)
    _keep_places(held, content, by=by)
    return take_step(held, Verb.RECEIVED, by=by, also={"content": content_of(held).sha256()})


@transaction.atomic
def correct_late(row: Return, *, by: User | None, reason: str) -> Return:
    """Begin a correction of a received return (đính chính): its next version, filled with what the last one says.

    Raises ValidationError without a reason, or where a correction is under way already.
    """
    if not reason.strip():
        raise ValidationError(_("Đề nghị ghi lý do đính chính."))
    held = queries.locked(row)
    newest = queries.newest_of(held.round, held.agency)
    if newest.pk != held.pk or queries.last_step(held) is None:
        raise ValidationError(_("Đã có bản đính chính của báo cáo này. Đề nghị mở bản mới nhất."))
    content = content_of(held)
    later = Return(round=held.round, agency=held.agency, number=held.number + 1, order=held.order, reason=reason)
    enter(later, by=by, verb="correct_return", reason=reason)
    enter_lines(
        later,
        [
            NewLine(line.row.part, line.row.name, line.row.unit, line.row.indicator, dict(line.figures))
            for line in content.lines
        ],
    )
    enter_sentences(
        later, [NewSentence(one.part, one.kind, one.text, one.activity, said=one.said) for one in content.sentences]
    )
    for part in content.parts:
        if part.nothing:
            NothingArose.objects.create(of_return=later, part=part.part)
    return later


def _refuse_two_figures(lines: Iterable[Line]) -> None:
    first: dict[tuple[Any, ...], Line] = {}
    for line in lines:
        known = first.setdefault((line.row.part.strand_id, *line.counts), line)
        given = [(line.figure(stage), known.figure(stage)) for stage in ENTERED]
        if any(one.known and other.known and one != other for one, other in given):
            told = _(
                "Báo cáo có hai dòng “%(name)s” (mục %(parts)s) với số khác nhau. Đề nghị đơn vị ghi rõ từng dòng rồi gửi lại."
            )
            parts = "; ".join(dict.fromkeys(str(one.row.part) for one in (known, line)))
            raise ValidationError(told % {"name": line.row.name, "parts": parts})


def _tie_to_transcript(row: Return, text: Transcript, *, by: User) -> None:
    """Keep what was typed as a document of a lower mark, so that each figure and sentence has its words to point to."""
    sent = row.steps.filter(verb=Verb.SENT).order_by("pk").last()
    assert sent is not None, "what is received was sent"
    claims = Claims(
        title=str(row)[:1000],
        kind=Document.Kind.REPORT,
        source=Document.Source.STATEMENT,
        issuer=row.agency,
        issuer_as_written=row.agency.name,
        date=Term.on(timezone.localdate(sent.at)),
        told_by=(sent.said_by or str(sent.by or row.agency))[:200],
        told_at=sent.at,
    )
    version = take_in_document(row.round.owner, by=by, claims=claims, file=Received.words(f"bao-cao-{row.pk}.txt", text.text))
    if row.round.programme is not None:
        register.link_document(row.round.programme, by=by, document=version.document, part=ProgrammeDocument.Part.REPORT)
    for key, (start, end) in text.lines.items():
        FigureLine.objects.filter(pk=key, passage=None).update(passage=mark_passage(version, start, end))
    for key, (start, end) in text.sentences.items():
        Sentence.objects.filter(pk=key, passage=None).update(passage=mark_passage(version, start, end))


def _enter_figures(row: Return, line: Line, *, by: User) -> None:
    passage = Passage.objects.get(pk__in=FigureLine.objects.filter(pk=line.row.pk).values("passage"))
    indicator = line.row.indicator or measures.find_or_add_indicator(
        row.round.owner, by=by, name=line.row.name, unit=line.row.unit
    )
    about = line.row.part.strand or row.round.programme
    for stage in ENTERED:
        figure = line.figure(stage)
        if not figure.known:
            continue
        known = _known(row, indicator.pk, stage, about)
        evidence = [(passage, "figure", passage.quote)]
        if known is None:
            measures.record_observation(
                indicator,
                by=by,
                figure=figure,
                about=about,
                owner=row.round.owner,
                evidence=evidence,
                stage=stage,
                period=row.round.period,
                reported_by=row.agency,
                as_written=passage.quote[:300],
            )
        elif known.figure != figure:
            changes = {"as_written": passage.quote[:300]}
            reason = row.reason or _("Theo báo cáo của đơn vị")
            measures.correct_observation(known, by=by, figure=figure, changes=changes, reason=reason, evidence=evidence)


def _keep_places(row: Return, content: Content, *, by: User) -> None:
    """What stands in a correction as it stood before stays where it was placed in the draft."""
    placed = {
        (one.kind, one.text): one.placement.statement
        for one in Sentence.objects.filter(
            of_return__round=row.round, of_return__agency=row.agency, of_return__number__lt=row.number, placement__isnull=False
        ).select_related("placement__statement")
    }
    for one in content.sentences:
        if one.text and (one.kind, one.text) in placed:
            enter(Placement(sentence=one, statement=placed[one.kind, one.text]), by=by, verb="place_sentence")


def _known(row: Return, indicator: int, stage: str, about: Strand | Programme | None) -> Observation | None:
    """The figure the register holds of this agency, indicator, stage and period about the very object, of no field or place of it."""
    same = Observation.objects.filter(owner=row.round.owner, indicator=indicator, stage=stage, reported_by=row.agency)
    same = same.filter(period_first=row.round.period_first, period_last=row.round.period_last, withdrawn_at=None)
    same = same.filter(field="", place=None, place_as_written="")
    kind = ContentType.objects.get_for_model(about) if about else None
    same = same.filter(content_type=kind, object_id=about.pk if about else None)
    return same.order_by("pk").last()


def _enter_progress(row: Return, one: Sentence, *, by: User) -> None:
    if one.activity is None or not one.said:
        return
    fresh = Sentence.objects.select_related("passage__version").get(pk=one.pk)
    evidence = [(fresh.passage, "", fresh.passage.quote)] if fresh.passage else []
    on = min(timezone.localdate(), row.round.period_last or timezone.localdate())
    register.note_progress(one.activity, by=by, on=on, said=one.said, text=one.text, evidence=evidence)
