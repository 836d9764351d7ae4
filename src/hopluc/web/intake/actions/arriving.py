"""Take in files, read them, and note sources without paper."""

import contextlib
from collections.abc import Sequence
from datetime import datetime
from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hopluc.errors import BrokenFile, NoRoom, StateSecret, TooLarge, UnreadableFile
from hopluc.reading import Document as Source
from hopluc.reading import read
from hopluc.reading.sources import Sandbox, open_source
from hopluc.reading.sources.bundles import bundle, bundle_name
from hopluc.vietnamese import nfc
from hopluc.web.documents import actions as documents
from hopluc.web.documents.models import Document
from hopluc.web.documents.versions import document_of
from hopluc.web.intake import incoming, queries
from hopluc.web.intake.actions.finding import READER, join_programme, propose
from hopluc.web.intake.claims import claims_of
from hopluc.web.intake.models import Batch, Upload
from hopluc.web.intake.proposals import proposals
from hopluc.web.jobs.actions import submit
from hopluc.web.journal.actions import enter, record
from hopluc.web.people.models import Organisation, User
from hopluc.web.register.models import Programme
from hopluc.web.terms import Term

READ_BATCH = "read_batch"


def take_in(
    owner: Organisation,
    *,
    by: User | None,
    files: "Sequence[File[Any]]",
    programme: Programme | None = None,
    together: bool = False,
) -> Batch:
    """Take in files dropped together (tải lên văn bản); a job reads them. A file too large is refused at once, the others go on.

    `together` makes one document of all, which are pictures of its pages.
    """
    if not files:
        raise ValidationError(_("Chưa chọn tệp nào. Đề nghị chọn ít nhất một tệp."))
    if together and len(files) > 1:
        files = [_put_together(files)]
    with contextlib.ExitStack() as undone:
        uploads: list[Upload] = []
        for file in files:
            uploads.append(_arrived(file, owner, beside=sum(one.size for one in uploads if one.incoming)))
            undone.callback(_destroy_bytes, uploads[-1])
        batch = _enter_batch(Batch(owner=owner, programme=programme, added_by=by), uploads, by)
        undone.pop_all()
    return batch


def _put_together(files: "Sequence[File[Any]]") -> "File[Any]":
    """The pictures as one file, named after the first."""
    names = [nfc(PurePath(file.name or "").name) for file in files]
    content = bundle((name, file.read()) for name, file in zip(names, files, strict=True))
    return ContentFile(content, name=bundle_name(names))


def _arrived(file: "File[Any]", owner: Organisation, *, beside: int) -> Upload:
    """The file as an upload, its bytes on disk; or refused where it is too large, or one too many beside those before it."""
    upload = Upload(name=nfc(PurePath(file.name or "").name)[-300:], size=file.size)
    if file.size > settings.MOST_UPLOAD_BYTES:
        _refuse(upload, TooLarge(name=upload.name, reason=f"tệp lớn hơn {settings.MOST_UPLOAD_BYTES // 2**20} MB"))
        return upload
    try:
        documents.refuse_without_room(owner, file, beside=beside)
    except NoRoom as refusal:
        _refuse(upload, refusal)
    else:
        upload.incoming = incoming.put(file.chunks())
    return upload


@transaction.atomic
def _enter_batch(batch: Batch, uploads: Sequence[Upload], by: User | None) -> Batch:
    enter(batch, by=by, verb="take_in", also={"files": len(uploads)})
    for upload in uploads:
        upload.batch = batch
        upload.full_clean()
        upload.save()
    batch.job = submit(READ_BATCH, {"batch": batch.pk}, by=by)
    batch.save()
    return batch


@transaction.atomic
def read_on(batch: Batch, *, by: User | None) -> Batch:
    """Read what of a batch was left when its job was stopped or failed (đọc tiếp)."""
    if (batch.job and not batch.job.ended) or not queries.waiting_uploads(batch):
        raise ValidationError(_("Lần tải lên này không còn tệp nào chờ đọc. Đề nghị tải lại trang."))
    batch.job = submit(READ_BATCH, {"batch": batch.pk}, by=by)
    batch.save()
    record(by, "read_on", batch)
    return batch


def read_upload(upload: Upload, sandbox: Sandbox, *, by: User | None) -> Upload:
    """Read one waiting file (đọc tệp): a document with its findings, or a refusal. Either way its bytes are destroyed after.

    Whole or not at all: a process killed here leaves the file waiting, and reading it again gives the same. A file that ended the
    process twice is refused.
    """
    try:
        content = _begun(upload)
        source = open_source(content, upload.name, sandbox)
    except UnreadableFile as refusal:
        _note_refusal(upload, refusal, by=by)
    else:
        _keep_source(upload, source, content, by=by)
    clear_incoming(upload)
    return upload


def clear_incoming(upload: Upload) -> None:
    """Destroy the bytes of a file that no longer waits."""
    assert upload.state != Upload.State.WAITING, "the bytes of a waiting file are still to be read"
    _destroy_bytes(upload)
    upload.incoming = ""
    upload.save()


def _destroy_bytes(upload: Upload) -> None:
    if upload.incoming:
        incoming.destroy(upload.incoming)


def _begun(upload: Upload) -> bytes:
    """The bytes to be read, once it is noted that reading them begins. Raises UnreadableFile for bytes lost or tried too often."""
    if upload.problem == Upload.BEGUN[-1]:
        raise BrokenFile(name=upload.name, reason="việc đọc tệp này đã hai lần dừng giữa chừng")
    upload.problem = Upload.BEGUN[Upload.BEGUN.index(upload.problem) + 1]
    upload.save()
    try:
        return incoming.take(upload.incoming)
    except FileNotFoundError as gone:
        raise UnreadableFile(name=upload.name) from gone


@transaction.atomic
def _note_refusal(upload: Upload, refusal: UnreadableFile, *, by: User | None) -> None:
    _refuse(upload, refusal)
    upload.save()
    named = {} if isinstance(refusal, StateSecret) else {"name": upload.name}
    record(by, "refuse_file", upload, after={"problem": refusal.code, **named})


def _refuse(upload: Upload, refusal: UnreadableFile) -> None:
    upload.state, upload.problem, upload.message = Upload.State.REFUSED, refusal.code, str(refusal)
    if isinstance(refusal, StateSecret):
        upload.name = _("(tệp có dấu chỉ độ mật)")
        upload.message = str(StateSecret(name="…", mark=refusal.details["mark"]))


def _keep_source(upload: Upload, source: Source, content: bytes, *, by: User | None) -> None:
    reading = read(source)  # before the transaction: a long text must not keep others from writing
    file = documents.Received.read(source, content, READER)
    with transaction.atomic():
        version = documents.take_in_document(upload.batch.owner, by=by, claims=claims_of(reading), file=file)
        known = queries.came_before(version)
        propose(version, proposals(reading, version.sha256))
        upload.document, upload.problem = version.document, ""
        upload.state = Upload.State.KNOWN if known else Upload.State.READ
        upload.save()


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
    """Note a source without paper (ghi nhận trao đổi, chỉ đạo trực tiếp): kept as a document of a lower mark, and read like one.

    Where nobody says of which programme it tells, it joins the one it names.
    """
    file = documents.Received.words(f"{title[:200]}.txt", text)
    claims = documents.Claims(
        title=title, kind=Document.Kind.NOTE, source=source, told_by=told_by, told_at=told_at, date=Term.on(localdate(told_at))
    )
    version = documents.take_in_document(owner, by=by, claims=claims, file=file)
    reading = read(document_of(version))
    programme = programme or queries.programme_told_in(owner.pk, reading)
    if programme is not None:
        join_programme(version.document_id, programme, by=by)
    propose(version, proposals(reading, version.sha256))
    return version.document
