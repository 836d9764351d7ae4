"""hopluc review: documents in; the register, the points to check and the review out: the same actions as the site, on a private database."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection, transaction

from hopluc.reading import Gathering, Reading
from hopluc.reporting import stand_alone
from hopluc.web.documents.actions import Claims, Received, take_in_document
from hopluc.web.documents.files import read_kept
from hopluc.web.documents.models import Document, DocumentVersion, Passage
from hopluc.web.intake import actions as intake
from hopluc.web.intake import queries
from hopluc.web.intake.claims import claims_of
from hopluc.web.intake.models import Finding
from hopluc.web.intake.proposals import proposals
from hopluc.web.issuing.actions import compose_review
from hopluc.web.issuing.agency import standing_agency
from hopluc.web.issuing.kept_pages import kept_page
from hopluc.web.people.actions import add_organisation
from hopluc.web.people.models import Organisation
from hopluc.web.register import actions as register
from hopluc.web.register.models import Programme
from hopluc.web.store.tables import make_tables

UNNAMED = "Chương trình chưa rõ tên"
"""What is reviewed where no document names the programme: a name nobody gave would stand in the paper as if it were true."""


_AUTHORITY = (Document.Kind.DECISION, Document.Kind.PLAN, Document.Kind.AGREEMENT, Document.Kind.REPORT, Document.Kind.MINUTES)


@dataclass(frozen=True)
class Reviewed:
    """What came of one programme: where it is, how many facts entered, how many points are to check, what was left open."""

    folder: Path
    title: str
    entered: int
    checks: int
    left: int


def review(gathering: Gathering, contents: dict[str, bytes], folder: Path, *, on: date) -> Reviewed:
    """Make the register and the review of one programme in `folder`; what stood there before is replaced."""
    folder.mkdir(parents=True, exist_ok=True)
    use_private_database(folder / "register.sqlite3")
    owner = add_organisation(None, by=None, name=standing_agency(gathering.readings), kind=Organisation.Kind.AGENCY)
    programme = _found(owner, gathering)
    versions = [_take_in(owner, programme, reading, contents[reading.document.name]) for reading in gathering.readings]
    intake.compare(owner.pk, [version.document_id for version in versions])
    with transaction.atomic():  # one commit: the database is private until it is whole
        entered, left = _confirm_all(versions, programme)
    draft = compose_review(programme, by=None, on=on, address=_address)
    for name, sha256 in (("review.docx", draft.word), ("review.pdf", draft.pdf)):
        (folder / name).write_bytes(read_kept(sha256))
    page = stand_alone(draft.title, kept_page(draft.page))
    (folder / "review.html").write_text(page, encoding="utf-8")
    lines = list(finding_lines(versions))
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    (folder / "findings.jsonl").write_text(text, encoding="utf-8")
    connection.close()
    return Reviewed(folder, programme.title, entered, draft.open_checks, left)


def use_private_database(path: Path) -> None:
    """Begin a new database at `path` and make it the one this process works on."""
    connection.close()
    for old in (path, *path.parent.glob(f"{path.name}-*")):
        old.unlink(missing_ok=True)
    connection.settings_dict["NAME"] = str(path)
    make_tables(connection)


def _found(owner: Organisation, gathering: Gathering) -> Programme:
    return register.found_programme(owner, by=None, title=gathering.title or UNNAMED)


def _take_in(owner: Organisation, programme: Programme, reading: Reading, content: bytes) -> DocumentVersion:
    file = Received.read(reading.document, content, intake.READER)
    claims: Claims = claims_of(reading)
    version = take_in_document(owner, by=None, claims=claims, file=file)
    intake.propose(version, proposals(reading, version.sha256))
    intake.join_programme(version.document_id, programme, by=None)
    return version


def _confirm_all(versions: Sequence[DocumentVersion], programme: Programme) -> tuple[int, int]:
    """Enter every finding the register takes, kind by kind over all documents; returns how many entered and how many stay open."""
    entered = left = 0
    found = Finding.objects.filter(version__in=versions, state=Finding.State.PROPOSED).exclude(kind=Finding.CHECK)
    known = {version.pk: version for version in versions}
    places = {version.pk: place for place, version in enumerate(sorted(versions, key=_authority))}
    in_order: list[Any] = list(queries.in_entry_order(found))
    for finding in sorted(in_order, key=lambda one: (one.rank, places[one.version_id])):
        finding.refresh_from_db(fields=["state"])
        if not finding.is_open:
            continue
        finding.version, finding.programme = known[finding.version_id], programme
        try:
            intake.confirm(finding, by=None)
            entered += 1
        except ValidationError:
            left += 1
    return entered, left


def _authority(version: DocumentVersion) -> int:
    """Decisions and plans before what reports and news tell of them: a task keeps the term it was given."""
    return _AUTHORITY.index(version.document.kind) if version.document.kind in _AUTHORITY else len(_AUTHORITY)


def finding_lines(versions: Sequence[DocumentVersion]) -> Iterator[dict[str, Any]]:
    """The findings as plain objects, in the format of `hopluc read`, each with its state; points to check first."""
    rows = Finding.objects.filter(version__in=versions).exclude(state=Finding.State.GONE).select_related("version")
    for finding in sorted(rows, key=lambda row: (row.kind != Finding.CHECK, row.version_id, row.order, row.pk)):
        yield {
            "type": "record",
            "kind": finding.kind,
            **finding.said,
            "evidence": finding.spans,
            "quotes": [finding.version.text[start:end] for start, end in finding.spans],
            "document": finding.version.name,
            "state": finding.state,
        }


def _address(_passage: Passage) -> None:
    """A review on its own has no site to link to: its quotes stand in its own page."""
    return
