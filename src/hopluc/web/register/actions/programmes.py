"""Found a programme and give it its strands, legal bases, documents and statements."""

from typing import Any, TypedDict, Unpack

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ForeignObjectRel
from django.utils.translation import gettext as _

from hopluc.web.documents.actions import EvidenceOf
from hopluc.web.documents.models import Document
from hopluc.web.journal.actions import enter
from hopluc.web.people.models import Organisation, User
from hopluc.web.register.actions.rows import correct, enter_with_evidence, withdraw
from hopluc.web.register.models import LegalBasis, Programme, ProgrammeDocument, Statement, Strand
from hopluc.web.terms import Term


@transaction.atomic
def found_programme(
    owner: Organisation,
    *,
    by: User | None,
    title: str,
    period: Term | None = None,
    short_title: str = "",
    evidence: EvidenceOf = (),
) -> Programme:
    """Enter a programme (lập chương trình) whose standing agency is `owner`."""
    programme = Programme(owner=owner, title=title, short_title=short_title)
    programme.period = period
    return enter_with_evidence(programme, by=by, verb="found_programme", evidence=evidence)


def correct_programme(programme: Programme, *, by: User, reason: str = "", **changes: Any) -> Programme:
    """Correct a programme's title or period (sửa thông tin chương trình)."""
    return correct(programme, by=by, changes=changes, reason=reason)


BELONGS = frozenset({"role", "programmedocument", "strand", "legalbasis", "batch", "finding"})
"""What a programme has from its own documents, and goes out of sight with it."""


@transaction.atomic
def withdraw_programme(programme: Programme, *, by: User, reason: str) -> Programme:
    """Take a programme entered by mistake out of the register (rút chương trình); its documents belong to none then.

    Raises ValidationError where work stands on it: tasks, agreements, petitions, figures, rounds, reports.
    """
    standing = [told for relation in programme._meta.related_objects if (told := _standing(programme, relation))]
    standing += [_("số liệu")] if programme.observations.filter(withdrawn_at=None).exists() else []
    if standing:
        told = _("Chương trình đang có: %(what)s. Đề nghị rút các nội dung đó trước; sai tên thì chọn Sửa.")
        raise ValidationError(told % {"what": ", ".join(map(str, standing))})
    return withdraw(programme, by=by, reason=reason)


def _standing(programme: Programme, relation: ForeignObjectRel) -> str:
    """What of one kind stands on a programme; "" where nothing does, or it goes with the programme."""
    kind = relation.related_model._meta
    if kind.model_name in BELONGS:
        return ""
    rows = getattr(programme, str(relation.get_accessor_name())).all()
    if any(field.name == "withdrawn_at" for field in kind.fields):
        rows = rows.filter(withdrawn_at=None)
    return str(kind.verbose_name) if rows.exists() else ""


@transaction.atomic
def add_strand(
    programme: Programme,
    *,
    by: User | None,
    title: str,
    number: str = "",
    parent: Strand | None = None,
    evidence: EvidenceOf = (),
) -> Strand:
    """Add a strand (thêm nội dung hợp tác) after those already there."""
    strand = Strand(programme=programme, title=title, number=number, parent=parent, order=programme.strands.count() + 1)
    return enter_with_evidence(strand, by=by, verb="add_strand", evidence=evidence)


@transaction.atomic
def cite_legal_basis(
    programme: Programme,
    *,
    by: User | None,
    text: str,
    number: str = "",
    date: Term | None = None,
    document: Document | None = None,
    evidence: EvidenceOf = (),
) -> LegalBasis:
    """Cite what a programme rests on (căn cứ), as written; `document` where we have the paper itself."""
    basis = LegalBasis(programme=programme, text=text, number=number, document=document)
    basis.date = date
    basis.order = programme.legal_bases.count() + 1
    return enter_with_evidence(basis, by=by, verb="cite_legal_basis", evidence=evidence)


@transaction.atomic
def link_document(
    programme: Programme, *, by: User | None, document: Document, part: str = ProgrammeDocument.Part.OTHER
) -> ProgrammeDocument:
    """Put a document among a programme's (gắn văn bản vào chương trình). Already there: the link as it is."""
    known = ProgrammeDocument.objects.filter(programme=programme, document=document).first()
    return known or enter(ProgrammeDocument(programme=programme, document=document, part=part), by=by, verb="link_document")


class StatementDetails(TypedDict, total=False):
    """What may be said of a statement beside its kind and text."""

    strand: Strand | None
    strand_as_written: str
    period: Term | None
    explains: Statement | None
    order: int


@transaction.atomic
def make_statement(
    programme: Programme,
    *,
    by: User | None,
    kind: str,
    text: str,
    evidence: EvidenceOf = (),
    owner: Organisation | None = None,
    **details: Unpack[StatementDetails],
) -> Statement:
    """Enter a typed item of narrative: aim, result, shortcoming, cause, plan, recommendation. `owner` is who says it."""
    statement = Statement(programme=programme, owner=owner or programme.owner, kind=kind, text=text, **details)
    return enter_with_evidence(statement, by=by, verb="make_statement", evidence=evidence)
