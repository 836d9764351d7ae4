"""Documents, passages and evidence a user may see."""

from collections.abc import Callable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q, QuerySet

from hopluc.web.documents.models import Document, DocumentVersion, Evidence, Passage

also_seen: list[Callable[[Any], Q]] = []
"""Doors that apps above open to documents they link to (the register: to those of programmes); each gives a filter for a user."""


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


def passages_seen_by(user: Any) -> QuerySet[Passage]:
    """The passages of documents the user may see."""
    return Passage.objects.filter(version__document__in=documents_seen_by(user)).select_related("version__document")


def evidence_for(row: Model, user: Any) -> QuerySet[Evidence]:
    """What an object rests on, as far as the user may see it: paper first, then weaker sources."""
    return (
        Evidence.objects.filter(
            content_type=ContentType.objects.get_for_model(row),
            object_id=row.pk,
            passage__version__document__in=documents_seen_by(user),
        )
        .select_related("passage__version__document")
        .order_by("field", "pk")
    )


def version_with_content(owner_id: int, sha256: str) -> DocumentVersion | None:
    """The version an organisation already has of the very same bytes, if any."""
    return DocumentVersion.objects.filter(document__owner=owner_id, document__withdrawn_at=None, sha256=sha256).first()
