"""Uploads and findings a user may see, and what entering a finding needs to know."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.db.models import Case, Count, Exists, IntegerField, Model, OuterRef, Q, QuerySet, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce

from hopluc.reading import Naming, Reading, namings_in, places_in, places_of, read, same_programme
from hopluc.reading.certainty import disjoint
from hopluc.vietnamese import canonical, fold
from hopluc.web.documents.models import Document, DocumentVersion
from hopluc.web.documents.queries import documents_listed, documents_seen_by
from hopluc.web.documents.versions import document_of
from hopluc.web.intake.models import Batch, Finding, Upload
from hopluc.web.intake.proposals import says_no_more
from hopluc.web.measures.models import Observation
from hopluc.web.people.models import Organisation
from hopluc.web.people.rules import WRITERS
from hopluc.web.register.models import Agreement, Programme, Role
from hopluc.web.register.queries import programmes_seen_by

MOST_ALIKE = 5
"""How many documents that are the same paper are told."""


def batches_seen_by(user: Any) -> QuerySet[Batch]:
    """The batches of the user's organisations."""
    return Batch.objects.filter(owner__in=list(user.standing)) if user.is_authenticated else Batch.objects.none()


def findings_seen_by(user: Any) -> QuerySet[Finding]:
    """The findings in documents of the user's organisations: what was read is theirs to settle."""
    if not user.is_authenticated:
        return Finding.objects.none()
    return Finding.objects.filter(
        version__document__owner__in=list(user.standing), version__document__in=documents_seen_by(user)
    )


def bytes_waiting(owner: int) -> int:
    """How many bytes of an agency's files are not read yet."""
    waiting = Upload.objects.filter(batch__owner=owner, state=Upload.State.WAITING)
    return waiting.aggregate(all=Sum("size"))["all"] or 0


def told_of_documents(user: Any) -> dict[str, Any]:
    """What a list of documents tells of each: how many findings wait for the user's word, and how many points to check."""
    own = Finding.objects.filter(
        version__document=OuterRef("pk"), version__document__owner__in=list(user.standing), state__in=Finding.OPEN
    )
    checks = own.filter(kind=Finding.CHECK)
    return {
        name: Coalesce(Subquery(rows.order_by().values("version__document").annotate(n=Count("pk")).values("n")), 0)
        for name, rows in (("awaiting", own.exclude(kind=Finding.CHECK)), ("checks", checks))
    }


def checks_seen_by(user: Any) -> QuerySet[Finding]:
    """The points to check that are open, a contradiction between two documents once."""
    return each_point_once(findings_seen_by(user)).prefetch_related("version__document")


def each_point_once(findings: QuerySet[Finding]) -> QuerySet[Finding]:
    """The open points to check among these; one between two documents, told from either side, once."""
    points = findings.filter(kind=Finding.CHECK, state__in=Finding.OPEN)
    told = points.filter(claim=OuterRef("claim"), pk__lt=OuterRef("pk")).exclude(elsewhere=[])
    return points.exclude(~Q(elsewhere=[]) & Exists(told))


def in_entry_order(findings: QuerySet[Finding]) -> QuerySet[Finding]:
    """The findings in the order they are entered, then as the document says them."""
    ranks = [When(kind=kind, then=Value(rank)) for rank, kind in enumerate(Finding.Kind.values)]
    return findings.annotate(rank=Case(*ranks, output_field=IntegerField())).order_by("rank", "order", "pk")


def certain(version: DocumentVersion) -> list[Finding]:
    """The open findings of a version that are certain, and on which no point to check is open, in the order they are entered."""
    found = Finding.objects.filter(version=version, certain=True, state=Finding.State.PROPOSED).exclude(kind=Finding.CHECK)
    points = points_on(version)
    return [_with_version(finding, version) for finding in in_entry_order(found) if not finding.is_doubted(points)]


def waiting_in(version: DocumentVersion) -> list[Finding]:
    """The findings of a version that wait for an officer's word, without the points to check."""
    found = Finding.objects.filter(version=version, state=Finding.State.PROPOSED).exclude(kind=Finding.CHECK)
    return [_with_version(finding, version) for finding in found]


def points_on(version: DocumentVersion) -> list[tuple[int, int]]:
    """The passages of a version on which a point to check is open, its own or one told from another document; in order, disjoint."""
    points = Finding.objects.filter(kind=Finding.CHECK, state__in=Finding.OPEN)
    own = points.filter(version=version).values_list("spans", flat=True)
    others = points.filter(version__document__owner=version.owner_id).exclude(version=version).exclude(elsewhere=[])
    told = [passage for passages in others.values_list("elsewhere", flat=True) for passage in passages]
    there = [passage["span"] for passage in told if passage.get("document_id") == version.document_id]
    return disjoint((start, end) for start, end in [*(span for spans in own for span in spans), *there])


def locked(finding: Finding) -> Finding:
    """The finding as it now stands, held until the transaction ends."""
    row = Finding.objects.select_for_update(of=("self",)).select_related("programme").get(pk=finding.pk)
    return _with_version(row, finding.version)


def _with_version(finding: Finding, version: DocumentVersion) -> Finding:
    finding.version = version  # its text is large: one copy for all
    return finding


def _claiming_the_same(finding: Finding) -> QuerySet[Finding]:
    """The other findings of its programme, in documents of the same owner, that claim the same; of no programme, those of none."""
    owner = finding.version.document.owner_id
    same = Finding.objects.filter(kind=finding.kind, claim=finding.claim, version__document__owner=owner)
    return same.filter(programme=finding.programme).exclude(pk=finding.pk)


def alike(finding: Finding) -> list[Finding]:
    """The open findings that claim the same and say no more: they are settled with it."""
    others = _claiming_the_same(finding).filter(state=Finding.State.PROPOSED).select_for_update(of=("self",))
    return [other for other in others if says_no_more(finding.kind, other.said, finding.said)]


def told_from_the_other_side(finding: Finding, states: Collection[str]) -> list[Finding]:
    """A contradiction between documents as the other documents tell it, where it stands in one of these states."""
    if not finding.elsewhere:
        return []
    told = _claiming_the_same(finding).filter(state__in=states).exclude(elsewhere=[])
    return list(told.select_for_update(of=("self",)))


def entered_alike(finding: Finding) -> Any:
    """The object that a finding became which claims the same and says all this one says; None where there is none."""
    entered = (Finding.State.CONFIRMED, Finding.State.CORRECTED)
    for known in _claiming_the_same(finding).filter(object_id__isnull=False, state__in=entered):
        if says_no_more(finding.kind, finding.said, known.said) and not getattr(known.entered, "withdrawn_at", None):
            return known.entered
    return None


def document(document_id: int) -> Document:
    return Document.objects.get(pk=document_id)


def batches_of(document_id: int) -> list[Batch]:
    """The batches a document came in."""
    return list(Batch.objects.filter(uploads__document=document_id).distinct())


def came_before(version: DocumentVersion) -> bool:
    """Was this version there before: read in an earlier upload, or taken in by another way and read."""
    return version.findings.exists() or Upload.objects.filter(document=version.document_id).exists()


def all_findings(version: DocumentVersion) -> list[Finding]:
    """Every finding of a version, also those a later reader no longer names."""
    return [_with_version(finding, version) for finding in version.findings.all()]


def unjoined_findings(document: Document) -> QuerySet[Finding]:
    """The findings of a document that belong to no programme yet."""
    return Finding.objects.filter(version__document=document, programme=None)


def read_uploads(batch: Batch) -> list[Upload]:
    """The files of a batch that became documents."""
    return list(batch.uploads.filter(document__isnull=False).select_related("document"))


def batch(batch_id: int) -> Batch:
    return Batch.objects.get(pk=batch_id)


def programmes_of_batch(batch: Batch) -> list[Programme]:
    """The programmes that the documents of a batch belong to."""
    documents = [upload.document_id for upload in read_uploads(batch)]
    return list(Programme.objects.filter(documents__in=documents, withdrawn_at=None).distinct())


def refused_count(batch: Batch) -> int:
    """How many files of a batch could not be read."""
    return batch.uploads.filter(state=Upload.State.REFUSED).count()


def waiting_uploads(batch: Batch) -> list[Upload]:
    """The files of a batch that wait to be read."""
    return list(batch.uploads.filter(state=Upload.State.WAITING))


def uploads_with_bytes_left(batch: Batch) -> list[Upload]:
    """The files of a batch that were read or refused, and whose bytes a process killed just then has left behind."""
    return list(batch.uploads.exclude(state=Upload.State.WAITING).exclude(incoming=""))


def incoming_names() -> set[str]:
    """The names of all bytes that an upload still points to."""
    return set(Upload.objects.exclude(incoming="").values_list("incoming", flat=True))


def programme_of_version(version: DocumentVersion) -> Programme | None:
    """The programme the version's document belongs to; None where it belongs to none, or to several."""
    linked = list(Programme.objects.filter(document_links__document=version.document_id, withdrawn_at=None)[:2])
    return linked[0] if len(linked) == 1 else None


def programme_titled(owner_id: int, said: Sequence[Naming]) -> Programme | None:
    """The owner's programme that one of these namings means."""
    for programme in _programmes_of_owner(owner_id):
        known = _namings_of(programme)
        if any(same_programme(one, other) for one in known for other in said):
            return programme
    return None


def programme_told_in(owner_id: int, reading: Reading) -> Programme | None:
    """The owner's programme that a text names as programmes are named, or else the only one whose whole title stands in it."""
    named = programme_titled(owner_id, namings_in(reading))
    if named is not None:
        return named
    words = " ".join(reading.document.folded.split())
    told = [one for one in _programmes_of_owner(owner_id) if " ".join(fold(canonical(one.title)).split()) in words]
    return told[0] if len(told) == 1 else None


def naming_in(version: DocumentVersion, title: str, decision: str) -> Naming:
    """The naming of a programme by this title in a version: of the document's own place where the title says none."""
    own = () if places_in(title) else places_of(read(document_of(version), records=()))
    return Naming.of(title, of_place=own, decision=decision)


def _programmes_of_owner(owner_id: int) -> QuerySet[Programme]:
    return Programme.objects.filter(owner=owner_id, withdrawn_at=None).select_related("owner")


def _namings_of(programme: Programme) -> list[Naming]:
    """How the register names a programme: by its title, its agency's place, and each decision its documents say approves it."""
    kind = ContentType.objects.get_for_model(programme)
    found = Finding.objects.filter(kind="programme", content_type=kind, object_id=programme.pk)
    decisions = {str(finding.said.get("decision") or "") for finding in found} - {""}
    of_place = places_in(programme.owner.name)
    return [Naming.of(programme.title, of_place=of_place, decision=decision) for decision in sorted(decisions) or [""]]


def versions_compared_with(owner_id: int, document_ids: Iterable[int]) -> list[list[DocumentVersion]]:
    """For each programme of these documents, the newest versions of all its documents; the documents of none together."""
    wanted = set(document_ids)
    groups: list[set[int]] = []
    linked: set[int] = set()
    for programme in Programme.objects.filter(owner=owner_id, documents__in=wanted).distinct():
        members = set(programme.documents.filter(withdrawn_at=None).values_list("pk", flat=True))
        groups.append(members)
        linked |= members
    groups.append(wanted - linked)
    return [versions for group in groups if len(versions := _newest(group)) > 1]


def _newest(document_ids: set[int]) -> list[DocumentVersion]:
    versions = (
        DocumentVersion.objects.filter(document__in=document_ids).select_related("document").order_by("document", "-number")
    )
    newest: dict[int, DocumentVersion] = {}
    for version in versions:
        newest.setdefault(version.document_id, version)
    return list(newest.values())


def observations_about(about: Model, *, unit: str) -> list[Observation]:
    """The figures in a unit about an object that are not withdrawn."""
    kind = ContentType.objects.get_for_model(about)
    rows = Observation.objects.filter(content_type=kind, object_id=about.pk, withdrawn_at=None, indicator__unit=unit)
    return list(rows.select_related("indicator"))


def agreement_told_in(version: DocumentVersion) -> Agreement | None:
    """The one agreement that a version, itself an agreement, was entered as; None where there is none or several."""
    if version.document.kind != Document.Kind.AGREEMENT:
        return None
    told = Finding.objects.filter(version=version, kind="agreement", object_id__isnull=False).values_list(
        "object_id", flat=True
    )
    found = list(Agreement.objects.filter(pk__in=list(told), withdrawn_at=None)[:2])
    return found[0] if len(found) == 1 else None


def newest_version(document: Document) -> DocumentVersion | None:
    """The newest version of a document."""
    return document.versions.select_related("document").order_by("number").last()


def findings_of(version: DocumentVersion) -> list[Finding]:
    """The findings of a version that a reader still names, in the order the document says them."""
    told = version.findings.exclude(state=Finding.State.GONE).select_related("programme")
    entered = GenericPrefetch(
        "entered",
        [
            Observation.objects.select_related("indicator"),
            Role.objects.select_related("person", "organisation").prefetch_related("toward"),
        ],
    )
    found = [_with_version(finding, version) for finding in told.prefetch_related(entered)]
    return sorted(found, key=lambda finding: (finding.spans[0] if finding.spans else [0, 0], finding.order))


def counts_alike(version: DocumentVersion) -> dict[str, int]:
    """How many other documents of the owner claim the same, by claim."""
    claims = version.findings.values("claim")
    others = Finding.objects.filter(claim__in=claims, version__document__owner=version.owner_id).exclude(version=version)
    counted = others.exclude(state=Finding.State.GONE).values_list("claim").annotate(Count("version", distinct=True))
    return dict(counted)


def programmes_of_document(document: Document) -> list[Programme]:
    """The programmes a document belongs to."""
    return list(Programme.objects.filter(document_links__document=document, withdrawn_at=None))


def programmes_written_for(user: Any) -> QuerySet[Programme]:
    """The programmes whose standing agency the user may write for: what is confirmed enters their register."""
    return programmes_seen_by(user).filter(owner__in=organisations_written_for(user))


def organisations_written_for(user: Any) -> QuerySet[Organisation]:
    """The organisations the user may write for today."""
    keys = [key for key, roles in user.standing.items() if not roles.isdisjoint(WRITERS)]
    return Organisation.objects.filter(pk__in=keys)


def same_paper(user: Any, document: Document) -> list[Document]:
    """The other documents of its owner that bear its number and its date: the same paper, come in again in another file."""
    if not document.number or document.date is None:
        return []
    seen = documents_seen_by(user).filter(owner=document.owner_id, number=document.number, date_last=document.date_last)
    return list(seen.exclude(pk=document.pk).order_by("pk")[:MOST_ALIKE])


def next_waiting(user: Any, document: Document) -> tuple[Document | None, int]:
    """The document to go on to, and how many in all wait for the user's word beside this one.

    What came in the same batch is gone through first, in the order it came; then what came later, then what came before.
    """
    together = set(Upload.objects.filter(batch__uploads__document=document).values_list("document", flat=True))
    waiting = list(documents_listed(user, awaiting=True).exclude(pk=document.pk).order_by().values_list("pk", flat=True))
    first = min(waiting, key=lambda pk: (pk not in together, pk < document.pk, pk), default=None)
    return (Document.objects.get(pk=first) if first else None), len(waiting)


def progress_of(user: Any, batch: Batch) -> dict[str, Any]:
    """How far a batch is read, beside its files: each document with how much of it waits, and the programmes it belongs to."""
    uploads = list(batch.uploads.all())
    read = [upload.document_id for upload in uploads if upload.document_id]
    listed: QuerySet[Any] = documents_listed(user).filter(pk__in=read).prefetch_related("programmes")
    documents = {document.pk: document for document in listed}
    for upload in uploads:
        upload.document = documents.get(upload.document_id or 0)
    waiting = sum(upload.state == Upload.State.WAITING for upload in uploads)
    ended = batch.job.ended if batch.job else True
    refused = [upload for upload in uploads if upload.state == Upload.State.REFUSED]
    return {
        "uploads": uploads,
        "done": len(uploads) - waiting,
        "taken": len(uploads) - waiting - len(refused),
        "refused": refused,
        "waiting": waiting,
        "ended": ended,
        "awaiting": sorted(
            (document for document in documents.values() if document.awaiting), key=lambda document: document.pk
        ),
    }
