"""Uploads and findings a user may see, and what entering a finding needs to know."""

from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, Count, IntegerField, Model, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from hopluc.reading import same_programme
from hopluc.web.documents.models import Document, DocumentVersion
from hopluc.web.documents.queries import documents_seen_by
from hopluc.web.intake.models import Batch, Finding, Upload
from hopluc.web.measures.models import Observation
from hopluc.web.people.models import Organisation
from hopluc.web.people.rules import WRITERS
from hopluc.web.register.models import Agreement, Programme

ENTRY_ORDER = (
    "programme", "strand", "legal_basis", "membership", "agreement", "task", "target", "observation", "event", "petition", "statement",
)  # fmt: skip
"""What later ones hang on is entered first; the same order as entries.ENTRIES."""


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
    """The points to check that are open."""
    return findings_seen_by(user).filter(kind=Finding.CHECK, state__in=Finding.OPEN).select_related("version__document")


def in_entry_order(findings: QuerySet[Finding]) -> QuerySet[Finding]:
    """The findings in the order they are entered, then as the document says them."""
    ranks = [When(kind=kind, then=Value(rank)) for rank, kind in enumerate(ENTRY_ORDER)]
    return findings.annotate(rank=Case(*ranks, default=Value(len(ENTRY_ORDER)), output_field=IntegerField())).order_by(
        "rank", "order", "pk"
    )


def certain(version: DocumentVersion) -> list[Finding]:
    """The open findings of a version that are certain, in the order they are entered."""
    found = Finding.objects.filter(version=version, certain=True, state=Finding.State.PROPOSED).exclude(kind=Finding.CHECK)
    return list(in_entry_order(found))


def alike(finding: Finding) -> list[Finding]:
    """The open findings of other documents of the programme that claim the same."""
    if finding.programme is None:
        return []
    others = Finding.objects.filter(
        programme=finding.programme, kind=finding.kind, claim=finding.claim, state=Finding.State.PROPOSED
    )
    return list(others.exclude(pk=finding.pk).select_for_update())


def entered_alike(finding: Finding) -> Any:
    """The object of the register that a finding with the same claim became; None where there is none."""
    if finding.programme is None:
        return None
    settled = Finding.objects.filter(
        programme=finding.programme,
        kind=finding.kind,
        claim=finding.claim,
        object_id__isnull=False,
        state__in=(Finding.State.CONFIRMED, Finding.State.CORRECTED),
    ).exclude(pk=finding.pk)
    known = settled.first() if finding.corrected is None else None
    return known.entered if known else None


def document(document_id: int) -> Document:
    return Document.objects.get(pk=document_id)


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


def programme_of_version(version: DocumentVersion) -> Programme | None:
    """The programme the version's document belongs to; None where it belongs to none, or to several."""
    linked = list(Programme.objects.filter(document_links__document=version.document_id, withdrawn_at=None)[:2])
    return linked[0] if len(linked) == 1 else None


def programme_titled(owner_id: int, title: str) -> Programme | None:
    """The owner's programme that this title names."""
    programmes = Programme.objects.filter(owner=owner_id, withdrawn_at=None)
    return next((programme for programme in programmes if title and same_programme(programme.title, title)), None)


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
    versions = DocumentVersion.objects.filter(document__in=document_ids).order_by("document", "-number")
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
    """The one agreement entered from a version; None where there is none or several."""
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
    found = list(version.findings.exclude(state=Finding.State.GONE).select_related("programme"))
    for finding in found:
        finding.version = version  # its text is large: one copy for all
    return sorted(found, key=lambda finding: (finding.spans[0] if finding.spans else [0, 0], finding.order))


def counts_alike(version: DocumentVersion) -> dict[str, int]:
    """How many other documents of the same programmes claim the same, by claim."""
    claims = version.findings.values("claim")
    others = Finding.objects.filter(claim__in=claims, version__document__owner=version.owner_id).exclude(version=version)
    counted = others.exclude(state=Finding.State.GONE).values_list("claim").annotate(Count("version", distinct=True))
    return dict(counted)


def programmes_of_document(document: Document) -> list[Programme]:
    """The programmes a document belongs to."""
    return list(Programme.objects.filter(document_links__document=document, withdrawn_at=None))


def organisations_written_for(user: Any) -> QuerySet[Organisation]:
    """The organisations the user may write for today."""
    keys = [key for key, roles in user.standing.items() if not roles.isdisjoint(WRITERS)]
    return Organisation.objects.filter(pk__in=keys)


def progress_of(_user: Any, batch: Batch) -> dict[str, Any]:
    """How far a batch is read, beside its files."""
    uploads = list(batch.uploads.select_related("document"))
    waiting = sum(upload.state == Upload.State.WAITING for upload in uploads)
    ended = batch.job.ended if batch.job else True
    return {"uploads": uploads, "read": len(uploads) - waiting, "waiting": waiting, "ended": ended}
