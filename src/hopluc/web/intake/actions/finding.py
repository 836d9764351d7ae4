"""What was read becomes findings to ask about; documents are joined to programmes and compared."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.db import transaction
from django.db.models import Model

from hopluc import __version__
from hopluc.reading import Document as Source
from hopluc.reading import Reading, audit, gather, read
from hopluc.web.documents.models import DocumentVersion
from hopluc.web.documents.versions import document_of
from hopluc.web.intake import queries
from hopluc.web.intake.models import Batch, Finding
from hopluc.web.intake.proposals import Proposal, claim_between, proposals
from hopluc.web.journal.actions import record
from hopluc.web.people.models import User
from hopluc.web.register import actions as register
from hopluc.web.register.models import Programme

READER = f"hopluc {__version__}"
Elsewhere = Mapping[str, list[dict[str, Any]]]


@transaction.atomic
def propose(version: DocumentVersion, proposed: Iterable[Proposal], *, elsewhere: Elsewhere | None = None) -> int:
    """Keep what was read as findings to ask about; returns how many are new.

    What was settled is not asked again: neither the very same finding, nor another reading of a place settled for that kind. A
    finding that an earlier reader named, a later one did not and this one does again is asked about again.
    """
    known = {finding.identity: finding for finding in queries.all_findings(version)}
    settled = [finding.place for finding in known.values() if finding.is_settled]
    new = 0
    for order, proposal in enumerate(proposed):
        finding = known.get(proposal.identity)
        if _told_with_another(proposal, known.values()):
            continue
        if finding is None and (proposal.across or not any(proposal.place.same_as(place) for place in settled)):
            finding = finding_of(version, proposal, order=order)
            finding.elsewhere = (elsewhere or {}).get(proposal.identity, [])
        elif finding is None or finding.state != Finding.State.GONE:
            continue
        finding.state = Finding.State.PROPOSED
        finding.save()
        new += 1
    return new


def _told_with_another(proposal: Proposal, known: Iterable[Finding]) -> bool:
    """Is a point to check that the document shows by itself told already together with what another document says."""
    return (
        proposal.kind == Finding.CHECK
        and not proposal.across
        and any(
            finding.elsewhere and finding.state != Finding.State.GONE and _same_point(finding, proposal) for finding in known
        )
    )


def _same_point(finding: Finding, proposal: Proposal) -> bool:
    return finding.subtype == proposal.subtype and any(
        start < proposal_end and proposal_start < end
        for start, end in finding.spans
        for proposal_start, proposal_end in proposal.spans
    )


def _give_way(version: DocumentVersion, across: Iterable[Proposal]) -> None:
    """An open point the document shows by itself gives way to the same point told with what another document says."""
    across = list(across)
    for finding in queries.all_findings(version):
        alone = finding.kind == Finding.CHECK and finding.is_open and not finding.elsewhere
        if alone and any(_same_point(finding, proposal) for proposal in across):
            finding.state = Finding.State.GONE
            finding.save()


def finding_of(version: DocumentVersion, proposal: Proposal, *, order: int, reader: str = READER) -> Finding:
    """A proposal as a finding of the version, of the programme its document belongs to; not kept yet."""
    return Finding(
        version=version,
        kind=proposal.kind,
        subtype=proposal.subtype,
        identity=proposal.identity,
        claim=proposal.claim,
        value=proposal.value,
        spans=[list(span) for span in proposal.spans],
        parts=proposal.parts,
        certain=proposal.certain,
        reader=reader,
        order=order,
        programme=queries.programme_of_version(version),
    )


def read_again(version: DocumentVersion, *, by: User | None) -> int:
    """Read a version with the reader of today (đọc lại); returns how many findings are new. What was settled stays settled."""
    proposed = proposals(read(document_of(version)), version.sha256)
    still = {proposal.identity for proposal in proposed}
    with transaction.atomic():
        for finding in queries.all_findings(version):
            if finding.is_open and finding.identity not in still and not finding.elsewhere:
                finding.state = Finding.State.GONE
                finding.save()
        new = propose(version, proposed)
        record(by, "read_again", version, after={"reader": READER, "new": new})
    return new


def join_programmes(batch: Batch, *, by: User | None) -> None:
    """Join the documents of a batch to the programmes they tell of, where those stand in the register; then compare them.

    A programme nobody has entered yet is proposed to the officer by its own finding. Begun again, it comes to the same.
    """
    readings = {
        upload.document_id: read(document_of(version))
        for upload in queries.read_uploads(batch)
        if upload.document and (version := queries.newest_version(upload.document))
    }
    for gathered in gather(list(readings.values())):
        programme = batch.programme or queries.programme_titled(batch.owner_id, gathered.namings)
        for document_id, reading in readings.items():
            if programme is not None and document_id is not None and reading in gathered.readings:
                join_programme(document_id, programme, by=by)
    compare(batch.owner_id, [document_id for document_id in readings if document_id is not None])


@transaction.atomic
def join_programme(document_id: int, programme: Programme, *, by: User | None) -> None:
    """Say that a document belongs to a programme (gắn văn bản vào chương trình), and its findings with it."""
    document = queries.document(document_id)
    register.link_document(programme, by=by, document=document)
    queries.unjoined_findings(document).update(programme=programme)


def follow_programme(row: Model, _by: User | None) -> None:
    """What waits in the documents of a withdrawn programme belongs to none again."""
    if isinstance(row, Programme) and row.withdrawn_at is not None:
        Finding.objects.filter(programme=row, state__in=Finding.OPEN).update(programme=None)


def compare(owner_id: int, document_ids: Iterable[int]) -> int:
    """Compare documents with those of the same programmes (đối chiếu) and propose the points that only both together show."""
    new = 0
    for versions in queries.versions_compared_with(owner_id, document_ids):
        sources = _told_apart(versions)
        documents = {source.name: _shown(version) for source, version in zip(sources, versions, strict=True)}
        for version, found in zip(versions, audit([read(source) for source in sources]), strict=True):
            across = tuple(fault for fault in found.faults if fault.value.elsewhere)
            proposed = proposals(Reading(found.document, (), across), version.sha256)
            passages = {
                proposal.identity: [{**other, **documents[other["document"]]} for other in proposal.value["elsewhere"]]
                for proposal in proposed
            }
            proposed = [_from_either_side(proposal, version, passages[proposal.identity]) for proposal in proposed]
            new += propose(version, proposed, elsewhere=passages)
            _give_way(version, proposed)
    return new


def _from_either_side(proposal: Proposal, version: DocumentVersion, others: Iterable[Mapping[str, Any]]) -> Proposal:
    """The proposal with a claim that the same contradiction has when it is told from the other document."""
    here = [(version.document_id, *span) for span in proposal.spans]
    there = [(other["document_id"], *other["span"]) for other in others]
    return replace(proposal, claim=claim_between(proposal.subtype, [*here, *there]))


def _shown(version: DocumentVersion) -> dict[str, Any]:
    """How a person is led to a document that a point rests on: the page, and the number it goes by where it has one."""
    return {"document_id": version.document_id, "number": version.document.number}


def _told_apart(versions: Sequence[DocumentVersion]) -> list[Source]:
    """The documents of versions, each under a name of its own: files of several documents may bear the same."""
    often = Counter(version.name for version in versions)
    sources = [document_of(version) for version in versions]
    return [
        source if often[version.name] == 1 else replace(source, name=f"{version.name} ({version.document_id})")
        for source, version in zip(sources, versions, strict=True)
    ]
