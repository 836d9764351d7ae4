"""Documents, passages and evidence a user may see."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q, QuerySet, Sum, Value

from hopluc.vietnamese import fold
from hopluc.web.documents.models import Document, DocumentVersion, Evidence, FoldedText
from hopluc.web.gate.edge import number_in
from hopluc.web.people.models import Organisation
from hopluc.web.store.prepared import Prepared, number_of

also_seen: list[Callable[[Any], Q]] = []
"""Doors that apps above open to documents they link to (the register: to those of programmes); each gives a filter for a user."""

also_told: list[Callable[[Any], dict[str, Any]]] = []
"""What apps above tell of each document in a list (intake: how much `awaiting` and `checks` there are); columns for a user."""

also_kept: list[Callable[[int], int]] = []
"""What apps above keep of an agency's files beside its documents (intake: those not read yet); bytes for the agency's key."""

_LARGE = tuple(f"passage__version__{name}" for name in ("text", "locators", "furniture", "properties"))


def documents_seen_by(user: Any) -> QuerySet[Document]:
    """Documents of the user's organisations, and those other doors open."""
    if not user.is_authenticated:
        return Document.objects.none()
    seen = Q(owner__in=list(user.standing))
    for door in also_seen:
        seen |= door(user)
    return Document.objects.filter(seen, withdrawn_at=None)


def versions_seen_by(user: Any) -> QuerySet[DocumentVersion]:
    """The versions of documents the user may see."""
    return DocumentVersion.objects.filter(document__in=documents_seen_by(user)).select_related("document")


def bytes_kept(owner: int) -> int:
    """How many bytes of files an agency keeps in all, each version counted."""
    of_documents = DocumentVersion.objects.filter(document__owner=owner).aggregate(all=Sum("size"))["all"] or 0
    return of_documents + sum(told(owner) for told in also_kept)


def evidence_for(row: Model, user: Any) -> QuerySet[Evidence]:
    """What an object rests on, as far as the user may see it: paper first, then weaker sources."""
    return (
        Evidence.objects.filter(
            content_type=ContentType.objects.get_for_model(row),
            object_id=row.pk,
            passage__version__document__in=documents_seen_by(user),
        )
        .select_related("passage__version__document")
        .defer(*_LARGE)
        .order_by("field", "pk")
    )


def evidence_of(rows: Iterable[Model], user: Any) -> dict[Model, list[Evidence]]:
    """What each of many rows rests on, as far as the user may see it: in two queries, whatever the rows are.

    The rights are asked of the documents that come, not of all there are: with every link looked up among all a user sees, writing
    the query down costs more than all the rest.
    """
    by_class: dict[type[Model], dict[int, Model]] = defaultdict(dict)
    for row in rows:
        by_class[type(row)][row.pk] = row
    known = {ContentType.objects.get_for_model(noun).pk: of_class for noun, of_class in by_class.items()}
    links = _tied_to(tuple((kind, tuple(of_class)) for kind, of_class in sorted(known.items())))
    named = {link.passage.version.document_id for link in links}
    seen = set(documents_seen_by(user).filter(pk__in=named).order_by().values_list("pk", flat=True)) if named else named
    found: dict[Model, list[Evidence]] = defaultdict(list)
    for link in links:
        if link.passage.version.document_id in seen:
            found[known[link.content_type_id][link.object_id]].append(link)
    return found


@Prepared
def _tied_to(kinds: tuple[tuple[int, tuple[int, ...]], ...]) -> QuerySet[Evidence, Any]:
    """The evidence of the rows of each kind, by their keys."""
    tied = Q(pk__in=[])
    for kind, keys in kinds:
        tied |= Q(content_type=kind, object_id__in=keys)
    return Evidence.objects.filter(tied).select_related("passage__version__document").defer(*_LARGE).order_by("pk")


def documents_listed(user: Any, *, kind: str = "", awaiting: bool = False) -> QuerySet[Document]:
    """The documents a user may see with what apps above tell of them; of one kind, or only those that wait for an officer."""
    told: dict[str, Any] = {"awaiting": Value(0), "checks": Value(0)}
    for door in also_told:
        told |= door(user)
    rows: QuerySet[Any] = documents_seen_by(user).annotate(**told)
    if kind:
        rows = rows.filter(kind=kind)
    return rows.filter(awaiting__gt=0) if awaiting else rows


@Prepared
def number_awaiting(asker: Any) -> QuerySet[Any, Any]:
    """How many of the documents listed to an asker (`register.queries.Asker`) wait for an officer."""
    return number_of(documents_listed(asker, awaiting=True))


def version_shown(document: Document, number: str = "") -> DocumentVersion | None:
    """The version of that number, or the newest where no number is given; None where there is none."""
    versions = document.versions.select_related("document").order_by("number")
    asked = number_in(number)
    return versions.last() if asked is None else versions.filter(number=asked).first()


def documents_naming(owner: Organisation, name: str) -> QuerySet[Document]:
    """The documents an organisation took in whose newest text holds a name, with or without marks."""
    held = FoldedText.objects.filter(document__owner=owner, text__contains=fold(name))
    return Document.objects.filter(pk__in=held.values("document"))


def texts_holding(user: Any, words: Sequence[str]) -> QuerySet[FoldedText]:
    """The newest texts, among documents the user may see, that hold all of these folded words."""
    every = Q(document__in=documents_seen_by(user).order_by().values("pk"))
    for word in words:
        every &= Q(text__contains=word)
    return FoldedText.objects.filter(every).select_related("document")


def version_with_content(owner_id: int, sha256: str) -> DocumentVersion | None:
    """The version an organisation already has of the very same bytes, if any."""
    return DocumentVersion.objects.filter(document__owner=owner_id, document__withdrawn_at=None, sha256=sha256).first()


def files_of_documents() -> set[str]:
    """The hashes of all files that versions of documents are kept by, whoever may see them: for the backup."""
    return set(DocumentVersion.objects.values_list("sha256", flat=True))
