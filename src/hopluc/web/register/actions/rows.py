"""What every row of the register undergoes: to be entered with its evidence, corrected, withdrawn."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from django.db import models, transaction
from django.utils import timezone

from hopluc.web.documents.actions import EvidenceOf, attach_evidence, mark_passage, tie_evidence
from hopluc.web.documents.models import DocumentVersion
from hopluc.web.journal.actions import amend, enter
from hopluc.web.people.models import User
from hopluc.web.register.models import Activity, Agreement, Commitment, LegalBasis, Programme, Role, Statement, Strand

Row = TypeVar("Row", bound=models.Model)

followed_by: list[Callable[[models.Model, User | None], None]] = []
"""What apps above keep in step with a row that is corrected or withdrawn: each is told of it, in the same transaction."""

CORRECTABLE: dict[type[models.Model], frozenset[str]] = {
    Programme: frozenset({"title", "short_title", "strand_label", "period"}),
    Strand: frozenset({"number", "title", "order", "parent"}),
    LegalBasis: frozenset({"number", "text", "date", "document", "order"}),
    Statement: frozenset({"text", "kind", "strand", "strand_as_written", "order", "period", "explains"}),
    Activity: frozenset(
        {
            "kind",
            "number",
            "title",
            "product",
            "strand",
            "parent",
            "period",
            "due",
            "recurrence",
            "recurrence_as_written",
            "yearly_from",
            "place",
            "place_as_written",
            "order",
            "carried_over_from",
        }
    ),
    Agreement: frozenset({"title", "form", "date", "planned", "period", "document", "place_as_written"}),
    Commitment: frozenset(
        {
            "kind",
            "number",
            "text",
            "strand",
            "agreement",
            "document",
            "sender",
            "sender_as_written",
            "recipient",
            "recipient_as_written",
            "made_on",
            "due",
            "yearly_from",
            "period",
            "order",
        }
    ),
    Role: frozenset({"capacity", "title", "organisation", "person", "post", "order", "since", "until"}),
}


def enter_with_evidence(
    row: Row, *, by: User | None, verb: str, evidence: EvidenceOf, also: Mapping[str, Any] | None = None
) -> Row:
    """Check and store a new row, tie its evidence, write its line: inside the action's transaction."""
    enter(row, by=by, verb=verb, also=also)
    tie_evidence(row, by=by, evidence=evidence)
    return row


@transaction.atomic
def correct(row: Row, *, by: User | None, changes: Mapping[str, Any], reason: str = "", evidence: EvidenceOf = ()) -> Row:
    """Correct a row of the register (sửa): only fields named for its class; the journal keeps what it was."""
    allowed = CORRECTABLE[type(row)]
    assert changes.keys() <= allowed, f"not to be corrected: {changes.keys() - allowed}"
    amend(row, by=by, verb="correct", changes=changes, reason=reason)
    tie_evidence(row, by=by, evidence=evidence)
    _follow(row, by)
    return row


@transaction.atomic
def withdraw(row: Row, *, by: User | None, reason: str) -> Row:
    """Take a row out of the register (rút khỏi sổ theo dõi). It is not deleted; what it was stays in the journal."""
    amend(row, by=by, verb="withdraw", changes={"withdrawn_at": timezone.now()}, reason=reason)
    _follow(row, by)
    return row


def _follow(row: models.Model, by: User | None) -> None:
    for follow in followed_by:
        follow(row, by)


@transaction.atomic
def add_evidence(row: Row, *, by: User | None, version: DocumentVersion, start: int, end: int, reason: str = "") -> Row:
    """Tie a row to a sentence of a document (gắn minh chứng), from one offset of its text to another."""
    passage = mark_passage(version, start, end)
    attach_evidence(row, by=by, evidence=[(passage, "", passage.quote)], reason=reason)
    return row
