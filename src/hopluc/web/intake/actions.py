"""Take in files, read them, and settle what was read: one verb, one function, one journal line."""

import contextlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hopluc import __version__
from hopluc.errors import StateSecret, TooLarge, UnreadableFile
from hopluc.reading import Document as Source
from hopluc.reading import Reading, audit, gather, read
from hopluc.reading.sources import Sandbox, open_source
from hopluc.vietnamese import nfc
from hopluc.web.documents import actions as documents
from hopluc.web.documents.models import Document, DocumentVersion
from hopluc.web.documents.versions import document_of, furniture_of, locators_of
from hopluc.web.intake import incoming, queries
from hopluc.web.intake.claims import claims_of
from hopluc.web.intake.entries import enter_finding
from hopluc.web.intake.models import Batch, Finding, Upload
from hopluc.web.intake.proposals import Proposal, proposals
from hopluc.web.jobs.actions import submit
from hopluc.web.journal.actions import amend, enter, record
from hopluc.web.people.models import Organisation, User
from hopluc.web.register import actions as register
from hopluc.web.register.models import Programme
from hopluc.web.terms import Term

READER = f"hopluc {__version__}"
READ_BATCH = "read_batch"


@transaction.atomic
def take_in(
    owner: Organisation, *, by: User | None, files: Sequence[tuple[str, bytes]], programme: Programme | None = None
) -> Batch:
    """Take in files dropped together (tải lên văn bản); a job reads them. A file too large is refused at once, the others go on."""
    if not files:
        raise ValidationError(_("Chưa chọn tệp nào. Đề nghị chọn ít nhất một tệp."))
    batch = enter(Batch(owner=owner, programme=programme, added_by=by), by=by, verb="take_in", also={"files": len(files)})
    for name, content in files:
        upload = Upload(batch=batch, name=nfc(name)[-300:], size=len(content))
        if len(content) > settings.MOST_UPLOAD_BYTES:
            most = settings.MOST_UPLOAD_BYTES // 2**20
            _refuse(upload, TooLarge(name=upload.name, reason=f"tệp lớn hơn {most} MB"))
        else:
            upload.incoming = incoming.put(content)
        upload.full_clean()
        upload.save()
    batch.job = submit(READ_BATCH, {"batch": batch.pk}, by=by)
    batch.save()
    return batch


def read_upload(upload: Upload, sandbox: Sandbox, *, by: User | None) -> Upload:
    """Read one waiting file (đọc tệp): a document with its findings, or a refusal that leaves no bytes behind.

    Whole or not at all: a process killed here leaves the file waiting, and reading it again gives the same.
    """
    content = incoming.take(upload.incoming)
    try:
        source = open_source(content, upload.name, sandbox)
    except UnreadableFile as refusal:
        with transaction.atomic():
            _refuse(upload, refusal)
            upload.save()
            kept = (
                {"problem": refusal.code}
                if isinstance(refusal, StateSecret)
                else {"problem": refusal.code, "name": upload.name}
            )
            record(by, "refuse_file", upload, after=kept)
    else:
        _keep_source(upload, source, content, by=by)
    incoming.destroy(upload.incoming)
    return upload


@transaction.atomic
def _keep_source(upload: Upload, source: Source, content: bytes, *, by: User | None) -> None:
    reading = read(source)
    file = documents.Received(
        name=source.name,
        content=content,
        media_type=source.media,
        text=source.text,
        reader=READER,
        locators=locators_of(source),
        furniture=furniture_of(source),
        properties=dict(source.properties),
    )
    version = documents.take_in_document(upload.batch.owner, by=by, claims=claims_of(reading), file=file)
    known = version.findings.exists()
    propose(version, proposals(reading, version.sha256))
    upload.document = version.document
    upload.state = Upload.State.KNOWN if known else Upload.State.READ
    upload.save()


def _refuse(upload: Upload, refusal: UnreadableFile) -> None:
    upload.state, upload.problem, upload.message = Upload.State.REFUSED, refusal.code, str(refusal)
    if isinstance(refusal, StateSecret):
        upload.name = _("(tệp có dấu chỉ độ mật)")
        upload.message = str(StateSecret(name="…", mark=refusal.details["mark"]))


@transaction.atomic
def propose(version: DocumentVersion, proposed: Iterable[Proposal], *, elsewhere: Mapping[str, list[Any]] | None = None) -> int:
    """Keep what was read as findings to ask about; returns how many are new.

    What was settled is not asked again: neither the very same finding, nor another reading of a passage settled for that kind.
    """
    known = {finding.identity: finding for finding in version.findings.all()}
    settled = [(f.kind, f.spans) for f in known.values() if not f.is_open and f.state != Finding.State.GONE]
    new = 0
    for order, proposal in enumerate(proposed):
        if proposal.identity in known or _overlaps_settled(proposal, settled):
            continue
        Finding(
            version=version,
            kind=proposal.kind,
            subtype=proposal.value.get("subtype") or proposal.value.get("statement_type") or "",
            identity=proposal.identity,
            claim=proposal.claim,
            value=proposal.value,
            spans=[list(span) for span in proposal.spans],
            parts=proposal.parts,
            elsewhere=(elsewhere or {}).get(proposal.identity, []),
            certain=proposal.certain,
            reader=READER,
            order=order,
            programme=queries.programme_of_version(version),
        ).save()
        new += 1
    return new


def _overlaps_settled(proposal: Proposal, settled: list[tuple[str, Any]]) -> bool:
    return any(kind == proposal.kind and [list(span) for span in proposal.spans] == spans for kind, spans in settled)


@transaction.atomic
def read_again(version: DocumentVersion, *, by: User | None) -> int:
    """Read a version with the reader of today (đọc lại); returns how many findings are new. What was settled stays settled."""
    reading = read(document_of(version))
    proposed = proposals(reading, version.sha256)
    still = {proposal.identity for proposal in proposed}
    for finding in version.findings.filter(state__in=Finding.OPEN):
        if finding.identity not in still and not finding.elsewhere:
            finding.state = Finding.State.GONE
            finding.save()
    new = propose(version, proposed)
    record(by, "read_again", version, after={"reader": READER, "new": new})
    return new


@transaction.atomic
def join_programmes(batch: Batch, *, by: User | None) -> None:
    """Join the documents of a batch to the programmes they tell of, where those stand in the register; then compare them.

    A programme nobody has entered yet is proposed to the officer by its own finding.
    """
    readings = {upload.document.pk: _reading_of(upload.document.versions.last()) for upload in queries.read_uploads(batch)}
    for gathered in gather(list(readings.values())):
        programme = batch.programme or queries.programme_titled(batch.owner_id, gathered.title)
        for document_id, reading in readings.items():
            if programme is not None and reading in gathered.readings:
                join_programme(document_id, programme, by=by)
    compare(batch.owner_id, list(readings))


def _reading_of(version: DocumentVersion | None) -> Reading:
    assert version is not None, "a document that was read has a version"
    return read(document_of(version))


def join_programme(document_id: int, programme: Programme, *, by: User | None) -> None:
    """Say that a document belongs to a programme (gắn văn bản vào chương trình), and its findings with it."""
    document = queries.document(document_id)
    register.link_document(programme, by=by, document=document)
    Finding.objects.filter(version__document=document, programme=None).update(programme=programme)


def compare(owner_id: int, document_ids: Iterable[int]) -> int:
    """Compare documents with those of the same programmes (đối chiếu) and propose the points that only both together show."""
    new = 0
    for versions in queries.versions_compared_with(owner_id, document_ids):
        readings = [read(document_of(version)) for version in versions]
        names = {version.name: version.document_id for version in versions}
        for version, found in zip(versions, audit(readings), strict=True):
            across = [fault for fault in found.faults if fault.value.elsewhere]
            proposed = proposals(Reading(found.document, (), tuple(across)), version.sha256)
            passages = {
                proposal.identity: [
                    {"document": names.get(other["document"]), **other} for other in proposal.value.get("elsewhere", [])
                ]
                for proposal in proposed
            }
            new += propose(version, proposed, elsewhere=passages)
    return new


@transaction.atomic
def confirm(finding: Finding, *, by: User | None, corrected: Mapping[str, Any] | None = None) -> Any:
    """Confirm a finding (Đúng), or with `corrected` values (Sửa): it enters the register with its passages as evidence.

    What other documents of the programme say alike is confirmed with it: one thing with several passages. Returns the object.
    Raises ValidationError where the register refuses it, or the finding is settled already.
    """
    locked = Finding.objects.select_for_update().get(pk=finding.pk)
    locked.version, locked.programme = finding.version, finding.programme
    if not locked.is_open:
        raise ValidationError(_("Thông tin này đã được xử lý. Đề nghị tải lại trang."))
    if corrected is not None:
        locked.corrected = {**locked.value, **corrected}
    entered = enter_finding(locked, by=by)
    _settle(locked, Finding.State.CORRECTED if corrected is not None else Finding.State.CONFIRMED, by=by, entered=entered)
    for alike in queries.alike(locked):
        enter_finding(alike, by=by)
        _settle(alike, Finding.State.CONFIRMED, by=by, entered=entered)
    finding.state = locked.state
    return entered


@transaction.atomic
def skip(finding: Finding, *, by: User, note: str = "") -> Finding:
    """Leave a finding out (Bỏ qua). It is not asked again."""
    if not finding.is_open:
        raise ValidationError(_("Thông tin này đã được xử lý. Đề nghị tải lại trang."))
    return _settle(finding, Finding.State.SKIPPED, by=by, note=note)


@transaction.atomic
def settle_check(finding: Finding, *, by: User, note: str = "", postponed: bool = False) -> Finding:
    """Settle a point to check (đã đối chiếu) with what was found, or put it off (để kiểm tra sau). The text stays as written."""
    if finding.kind != Finding.CHECK or not finding.is_open:
        raise ValidationError(_("Điểm này đã được xử lý. Đề nghị tải lại trang."))
    state = Finding.State.POSTPONED if postponed else Finding.State.CONFIRMED
    return _settle(finding, state, by=by, note=note)


def confirm_certain(version: DocumentVersion, *, by: User | None) -> int:
    """Confirm every certain finding of a document in one act (xác nhận các mục chắc chắn); returns how many were entered.

    Each is confirmed whole by itself: a process killed here loses none, and the rest is still asked. What the register refuses
    stays open for the officer to correct.
    """
    done = 0
    for finding in queries.certain(version):
        finding.refresh_from_db()
        if finding.is_open:
            with contextlib.suppress(ValidationError):
                confirm(finding, by=by)
                done += 1
    return done


def reopen(finding: Finding, *, by: User, reason: str) -> Finding:
    """Ask about a finding again that was left out or put off (hỏi lại)."""
    if finding.state not in {Finding.State.SKIPPED, Finding.State.POSTPONED}:
        raise ValidationError(_("Thông tin đã vào sổ được sửa tại trang của nội dung đó."))
    changes = {"state": Finding.State.PROPOSED, "settled_by": None, "settled_at": None}
    return amend(finding, by=by, verb="reopen_finding", changes=changes, reason=reason)


@transaction.atomic
def note_source(
    owner: Organisation,
    *,
    by: User,
    programme: Programme | None,
    source: str,
    told_by: str,
    told_at: datetime,
    title: str,
    text: str,
) -> Document:
    """Note a source without paper (ghi nhận trao đổi, chỉ đạo trực tiếp): kept as a document of a lower mark, and read like one."""
    file = documents.Received.words(f"{title[:200]}.txt", text)
    claims = documents.Claims(
        title=title, kind=Document.Kind.NOTE, source=source, told_by=told_by, told_at=told_at, date=Term.on(localdate(told_at))
    )
    version = documents.take_in_document(owner, by=by, claims=claims, file=file)
    if programme is not None:
        join_programme(version.document_id, programme, by=by)
    propose(version, proposals(read(document_of(version)), version.sha256))
    return version.document


def _settle(finding: Finding, state: str, *, by: User | None, note: str = "", entered: Any = None) -> Finding:
    changes: dict[str, Any] = {"state": state, "settled_by": by, "settled_at": timezone.now(), "note": note}
    if entered is not None:
        changes["entered"] = entered
    return amend(finding, by=by, verb="settle_finding", changes=changes)
