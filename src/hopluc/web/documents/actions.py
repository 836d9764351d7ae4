"""Take in documents and their versions, correct what they claim, mark passages, tie evidence."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import File
from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from hopluc.errors import NoRoom
from hopluc.reading import Document as Source
from hopluc.reading.sources.legacy import unicode_text
from hopluc.vietnamese import canonical, fold, nfc
from hopluc.web.documents import files, queries
from hopluc.web.documents.models import Document, DocumentVersion, Evidence, FoldedText, Passage
from hopluc.web.documents.versions import doubtful_of, furniture_of, locators_of, written_of
from hopluc.web.journal.actions import amend, enter, keep, record
from hopluc.web.journal.models import snapshot
from hopluc.web.people.models import Organisation, User
from hopluc.web.terms import Term

EvidenceOf = Iterable[tuple[Passage, str, str]]
"""What a new object rests on: (passage, field of the object, value as written), as every action takes it."""

CONTEXT = 40
"""How many characters before and after a passage are kept, to find it again in another version."""


@dataclass(frozen=True)
class Received:
    """A file as it came, and the text read from it with the way back to page and cell."""

    name: str
    content: bytes
    media_type: str
    text: str
    reader: str = ""
    locators: list[Any] = field(default_factory=list)
    furniture: list[Any] = field(default_factory=list)
    written: list[Any] = field(default_factory=list)
    doubtful: list[Any] = field(default_factory=list)
    properties: dict[str, str] = field(default_factory=dict)

    @classmethod
    def words(cls, name: str, text: str) -> "Received":
        """A note of what was said, kept as a text file as it was typed; what was pasted in TCVN3 or VNI is read in Unicode."""
        typed = nfc(text)
        text, origin = unicode_text(typed) or (typed, None)
        return cls(name, typed.encode(), "text/plain", text, written=written_of(origin))

    @classmethod
    def read(cls, document: Source, content: bytes, reader: str) -> "Received":
        """A file's bytes with the document a version of the reader read from them."""
        return cls(
            name=document.name,
            content=content,
            media_type=document.media,
            text=document.text,
            reader=reader,
            locators=locators_of(document),
            furniture=furniture_of(document),
            written=written_of(document.origin),
            doubtful=doubtful_of(document),
            properties=dict(document.properties),
        )


@dataclass(frozen=True)
class Claims:
    """What a document says of itself, or what we know of how it came. `told_by` and `told_at` are asked of a source without paper."""

    title: str
    kind: str = Document.Kind.OTHER
    number: str = ""
    date: Term | None = None
    issuer_as_written: str = ""
    issuer: Organisation | None = None
    source: str = Document.Source.PAPER
    circulation: str = Document.Circulation.INTERNAL
    incoming_number: str = ""
    incoming_on: dt.date | None = None
    told_by: str = ""
    told_at: dt.datetime | None = None
    address: str = ""


@transaction.atomic
def take_in_document(owner: Organisation, *, by: User | None, claims: Claims, file: Received) -> DocumentVersion:
    """Take in a document (tiếp nhận văn bản) with its file. The same bytes again are the version that is already there."""
    sha256 = files.keep(file.content)
    if known := queries.version_with_content(owner.pk, sha256):
        return known
    values = {part.name: getattr(claims, part.name) for part in fields(claims)}
    document = enter(Document(owner=owner, **values), by=by, verb="take_in_document", also={"sha256": sha256})
    return _store_version(document, by=by, file=file, sha256=sha256, number=1)


def refuse_without_room(owner: Organisation, file: "File[Any]", *, beside: int = 0) -> None:
    """Refuse a file that takes an agency over what it may keep (`MOST_KEPT_BYTES`); `beside`: bytes that come before it. Raises NoRoom."""
    kept = queries.bytes_kept(owner.pk) + beside
    if kept + file.size > settings.MOST_KEPT_BYTES:
        raise NoRoom(name=nfc(file.name or ""), kept=_in_gb(kept), most=_in_gb(settings.MOST_KEPT_BYTES))


def _in_gb(size: int) -> str:
    return f"{size / 1024**3:.1f}".replace(".", ",")


@transaction.atomic
def add_version(document: Document, *, by: User, file: Received, reason: str = "") -> DocumentVersion:
    """Add a new version of a document (bản mới của văn bản); earlier ones stay as they are."""
    sha256 = files.keep(file.content)
    last = document.versions.select_for_update().order_by("number").last()
    if last and last.sha256 == sha256:
        return last
    version = _store_version(document, by=by, file=file, sha256=sha256, number=last.number + 1 if last else 1)
    record(by, "add_version", document, after={"version": version.number, "sha256": sha256}, reason=reason)
    return version


def _store_version(document: Document, *, by: User | None, file: Received, sha256: str, number: int) -> DocumentVersion:
    version = DocumentVersion(
        document=document,
        number=number,
        sha256=sha256,
        size=len(file.content),
        name=nfc(file.name)[-300:],
        media_type=file.media_type,
        text=file.text,
        reader=file.reader,
        locators=file.locators,
        furniture=file.furniture,
        written=file.written,
        doubtful=file.doubtful,
        properties=file.properties,
        added_by=by,
    )
    keep(version)
    folded = {"version": version, "text": fold(canonical(version.text))}
    FoldedText.objects.update_or_create(document=document, defaults=folded)
    return version


CORRECTABLE = frozenset(
    {
        "title",
        "kind",
        "number",
        "date",
        "issuer",
        "issuer_as_written",
        "incoming_number",
        "incoming_on",
        "circulation",
        "told_by",
        "told_at",
        "address",
        "replaces",
    }
)


def correct_claims(document: Document, *, by: User, changes: Mapping[str, Any], reason: str = "") -> Document:
    """Correct what is noted of a document (sửa thông tin văn bản); the file itself never changes."""
    assert changes.keys() <= CORRECTABLE, f"not to be corrected: {changes.keys() - CORRECTABLE}"
    return amend(document, by=by, verb="correct_claims", changes=changes, reason=reason)


def withdraw_document(document: Document, *, by: User, reason: str) -> Document:
    """Take a document out of sight (rút văn bản); what rests on it keeps its evidence."""
    return amend(document, by=by, verb="withdraw_document", changes={"withdrawn_at": timezone.now()}, reason=reason)


def mark_passage(version: DocumentVersion, start: int, end: int) -> Passage:
    """The passage from one offset to another (code points, end exclusive), made where it is not yet marked."""
    assert 0 <= start < end <= len(version.text), "a passage lies inside the text"
    text = version.text
    around = {"quote": text[start:end], "prefix": text[max(0, start - CONTEXT) : start], "suffix": text[end : end + CONTEXT]}
    passage, _ = Passage.objects.get_or_create(version=version, start=start, end=end, defaults=around)
    return passage


@transaction.atomic
def attach_evidence(row: Model, *, by: User | None, evidence: EvidenceOf, reason: str = "") -> list[Evidence]:
    """Tie an object to passages that say its values (gắn minh chứng), after it was made."""
    tied = tie_evidence(row, by=by, evidence=evidence)
    record(by, "attach_evidence", row, after={"evidence": [snapshot(link) for link in tied]}, reason=reason)
    return tied


def tie_evidence(row: Model, *, by: User | None, evidence: EvidenceOf) -> list[Evidence]:
    """The links themselves, for an action that makes the object and writes its own line."""
    kind = ContentType.objects.get_for_model(row)
    links = [
        Evidence(passage=passage, content_type=kind, object_id=row.pk, field=name, as_written=as_written, added_by=by)
        for passage, name, as_written in evidence
    ]
    Evidence.objects.bulk_create(links, ignore_conflicts=True)  # what is tied already stays as it was
    wanted = {(link.passage_id, link.field) for link in links}
    found = Evidence.objects.filter(content_type=kind, object_id=row.pk, passage__in={link.passage_id for link in links})
    return [link for link in found.order_by("pk") if (link.passage_id, link.field) in wanted] if links else []
