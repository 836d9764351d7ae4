"""Returns that come as papers: files dropped on a round's page, each matched with its agency by a person."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _

from hopluc.errors import StateSecret
from hopluc.reading.sources import stamp_on
from hopluc.vietnamese import fold
from hopluc.web.documents.actions import correct_claims, mark_passage
from hopluc.web.documents.models import Document, Passage
from hopluc.web.intake import actions as intake
from hopluc.web.intake.likeness import alike
from hopluc.web.intake.models import Batch, Finding, Upload
from hopluc.web.journal.actions import enter, record
from hopluc.web.people.models import Organisation, User
from hopluc.web.returns import queries
from hopluc.web.returns.actions.filling import enter_lines, enter_sentences, set_cells
from hopluc.web.returns.actions.steps import take_step
from hopluc.web.returns.contents import content_of
from hopluc.web.returns.matching import lines_read, sentences_read
from hopluc.web.returns.models import FigureLine, Paper, Return, ReturnLink, Round, RoundBatch, Stage, Step
from hopluc.web.returns.prefill import NewLine
from hopluc.web.returns.rules import UNSENT, verb_of

MOST_BY_LINK = 20
"""So many files an agency may send in a round; nobody signs in to send them by a private link."""


@transaction.atomic
def drop_files(round_: Round, *, by: User, files: "Sequence[File[Any]]") -> Batch:
    """Take in files dropped on a round's page (kéo thả tệp nhận được); a job reads them like all others."""
    batch = intake.take_in(round_.owner, by=by, files=files, programme=round_.programme)
    RoundBatch.objects.create(round=round_, batch=batch)
    return batch


def send_files_by_link(link: ReturnLink, *, files: "Sequence[File[Any]]", said_by: str) -> Batch:
    """Take in files sent by a private link (gửi tệp qua liên kết riêng), read like all others; a person of the agency that asked says
    that they are the agency's return. Raises ValidationError past MOST_BY_LINK files of one agency in a round, and for a secrecy mark in
    letters: who sends sees no other page where it would be told.
    """
    _refuse_secrets(files)
    return _come(queries.newest_of(link.round, link.agency), files, by=None, said_by=said_by, verb="send_files_by_link")


def send_files(row: Return, *, by: User, files: "Sequence[File[Any]]") -> Batch:
    """Take in files an account of the agency sends as its return or the signed copy of it (nộp bằng tệp): as those that come by its
    private link, in the name of the account. Raises ValidationError as that does.
    """
    _refuse_secrets(files)
    return _come(row, files, by=by, said_by=by.name, verb="send_files")


@transaction.atomic
def _come(row: Return, files: "Sequence[File[Any]]", *, by: User | None, said_by: str, verb: str) -> Batch:
    row, round_ = queries.locked(row), row.round
    sent = queries.uploads_dropped(round_).filter(batch__round_link__agency=row.agency).count()
    if sent + len(files) > MOST_BY_LINK:
        told = _("Mỗi đơn vị gửi tối đa %(most)s tệp trong một kỳ. Đề nghị gửi tệp khác qua hệ thống quản lý văn bản.")
        raise ValidationError(told % {"most": MOST_BY_LINK})
    batch = intake.take_in(round_.owner, by=None, files=files, programme=round_.programme)
    enter(RoundBatch(round=round_, batch=batch, agency=row.agency, said_by=said_by), by=by, verb=verb)
    return batch


def _refuse_secrets(files: "Sequence[File[Any]]") -> None:
    """Before the transaction, so that others write meanwhile. What is a picture is looked at by the job that reads it, and refused there."""
    for file in files:
        mark = stamp_on(file.read(), file.name or "", pictures=False) if file.size <= settings.MOST_UPLOAD_BYTES else None
        file.seek(0)
        if mark:
            raise ValidationError(str(StateSecret(name="…", mark=mark)))


@transaction.atomic
def match_paper(round_: Round, *, by: User, upload: Upload, agency: Organisation) -> Return:
    """Say whose return a dropped file is (đúng đơn vị). Not yet sent, the return is filled with what was read and counts as sent;
    sent or received already, the file is its signed copy.

    Raises ValidationError where the file is not read, or is matched already.
    """
    document = upload.document
    if document is None:
        raise ValidationError(_("Tệp này chưa đọc xong. Đề nghị chờ đọc xong rồi chọn đơn vị."))
    row = queries.locked(queries.newest_of(round_, agency))
    if Paper.objects.filter(of_return__round=round_, document=document).exists():
        raise ValidationError(_("Văn bản này đã gắn với báo cáo của một đơn vị. Đề nghị tải lại trang."))
    if document.issuer_id is None:
        correct_claims(document, by=by, changes={"issuer": agency}, reason=_("Nhận tại kỳ báo cáo"))
    enter(Paper(of_return=row, document=document, added_by=by), by=by, verb="match_paper")
    if verb_of(row) in UNSENT:
        _fill_from(row, document, by=by)
        take_step(row, Step.Verb.SENT, by=by, way=Step.Way.PAPER, said_by=agency.name[:300], note=str(document)[:1000])
    return row


def _fill_from(row: Return, document: Document, *, by: User) -> None:
    """Fill a return with what was read in its paper: what it said last time goes, what the agency typed itself stays."""
    before = content_of(row)
    for one in before.sentences:
        if one.carried:
            one.delete()
    outline, findings = [part.part for part in before.parts], queries.findings_in(document)
    for line, finding in lines_read(findings, outline):
        _fill_line(row, line, _passage(finding))
    typed = [fold(one.text) for one in before.sentences if one.text and not one.carried]
    read = [(new, finding) for new, finding in sentences_read(findings, outline) if fold(new.text) not in typed]
    for new, finding in read:
        new.passage = _passage(finding)
    enter_sentences(row, [new for new, _finding in read])
    record(by, "fill_from_paper", row, before=before.said(), after=content_of(row).said())


def _fill_line(row: Return, new: NewLine, passage: Passage | None) -> None:
    """Put the figures of a paper into the line that counts the same, where it has none of the stage; else into a new line."""
    same = [line for line in row.figure_lines.all() if line.unit == new.unit and alike(line.name, new.name, 0.7)]
    if not same:
        enter_lines(row, [new])
        row.figure_lines.filter(name=new.name, unit=new.unit, passage=None).update(passage=passage)
        return
    line: FigureLine = same[0]
    known = set(line.cells.values_list("stage", flat=True))
    set_cells(line, {stage: figure for stage, figure in new.figures.items() if stage not in known})
    if line.passage_id is None and not known & {Stage.ACTUAL, Stage.ESTIMATE}:
        line.passage = passage
        line.save(update_fields=["passage"])


def _passage(finding: Finding) -> Passage | None:
    spans = [(start, end) for start, end in finding.spans if start < end]
    return mark_passage(finding.version, *spans[0]) if spans else None
