"""Sign agreements, add commitments, raise petitions and answer them."""

from collections.abc import Iterable
from datetime import date
from typing import TypedDict, Unpack

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hopluc.web.documents.actions import EvidenceOf
from hopluc.web.documents.models import Document
from hopluc.web.journal.actions import keep, record
from hopluc.web.measures.actions import find_or_add_indicator, record_observation
from hopluc.web.measures.figures import Figure
from hopluc.web.measures.models import Indicator, Observation
from hopluc.web.people.actions import find_or_add_organisation
from hopluc.web.people.models import Organisation, User
from hopluc.web.register.actions.roles import new_role
from hopluc.web.register.actions.rows import enter_with_evidence
from hopluc.web.register.models import Agreement, Commitment, Programme, Role, Strand
from hopluc.web.terms import Term


class AgreementDetails(TypedDict, total=False):
    """What may be said of an agreement beside its title and parties."""

    form: str
    date: Term | None
    planned: Term | None
    period: Term | None
    document: Document | None
    place_as_written: str


@transaction.atomic
def sign_agreement(
    programme: Programme,
    *,
    by: User | None,
    title: str,
    parties: Iterable[Organisation] = (),
    focal_points: Iterable[Organisation] = (),
    evidence: EvidenceOf = (),
    **details: Unpack[AgreementDetails],
) -> Agreement:
    """Enter an agreement (thỏa thuận hợp tác), signed (`date`) or announced (`planned`); its contents come by `add_commitment`."""
    agreement = Agreement(programme=programme, owner=programme.owner, title=title, **details)
    given = [(Role.Capacity.PARTY, party) for party in parties] + [(Role.Capacity.FOCAL_POINT, point) for point in focal_points]
    also = {"roles": [[capacity, organisation.pk] for capacity, organisation in given]}
    enter_with_evidence(agreement, by=by, verb="sign_agreement", evidence=evidence, also=also)
    for order, (capacity, organisation) in enumerate(given, start=1):
        role = new_role(agreement, capacity=capacity, organisation=organisation, order=order)
        keep(role)
    return agreement


class CommitmentDetails(TypedDict, total=False):
    """What may be said of a commitment beside its kind and text."""

    number: str
    strand: Strand | None
    agreement: Agreement | None
    document: Document | None
    sender: Organisation | None
    sender_as_written: str
    recipient: Organisation | None
    recipient_as_written: str
    made_on: date | None
    arrived_on: date | None
    arrived_number: str
    outcome: str
    due: Term | None
    period: Term | None
    yearly_from: date | None


@transaction.atomic
def add_commitment(
    programme: Programme,
    *,
    by: User | None,
    kind: str,
    text: str,
    figure: Figure | None = None,
    unit: str = "",
    indicator: Indicator | None = None,
    evidence: EvidenceOf = (),
    **details: Unpack[CommitmentDetails],
) -> Commitment:
    """Add a commitment (chỉ tiêu, nội dung cam kết, kết luận, chỉ đạo). How much is owed becomes a target observation about it.

    Without an `indicator` the figure's is the one named by the commitment's own text and unit.
    """
    commitment = Commitment(programme=programme, owner=programme.owner, kind=kind, text=text, **details)
    commitment.order = programme.commitments.count() + 1
    evidence = list(evidence)
    enter_with_evidence(commitment, by=by, verb="add_commitment", evidence=evidence)
    if figure is not None:
        counted = indicator or find_or_add_indicator(programme.owner, by=by, name=text[:500], unit=unit)
        record_observation(
            counted,
            by=by,
            figure=figure,
            about=commitment,
            stage=Observation.Stage.TARGET,
            period=commitment.due or commitment.period,
            evidence=[(passage, "figure", words) for passage, field, words in evidence if field == "figure"],
        )
    return commitment


def raise_petition(
    programme: Programme, *, by: User | None, text: str, evidence: EvidenceOf = (), **details: Unpack[CommitmentDetails]
) -> Commitment:
    """Enter a petition (kiến nghị, đề xuất), from `sender` to `recipient`."""
    return add_commitment(programme, by=by, kind=Commitment.Kind.PETITION, text=text, evidence=evidence, **details)


@transaction.atomic
def put_petition(
    programme: Programme,
    *,
    by: User | None,
    text: str,
    recipient: str,
    made_on: date | None = None,
    document: Document | None = None,
) -> Commitment:
    """Enter a petition of the standing agency to an organisation named as typed; one not known yet is entered."""
    asked = find_or_add_organisation(programme.owner, by=by, name=recipient)
    return raise_petition(
        programme, by=by, text=text, sender=programme.owner, recipient=asked, made_on=made_on, document=document
    )


@transaction.atomic
def answer_petition(
    petition: Commitment,
    *,
    by: User | None,
    text: str,
    made_on: date | None = None,
    document: Document | None = None,
    sender: Organisation | None = None,
    outcome: str = "",
    due: Term | None = None,
    evidence: EvidenceOf = (),
) -> Commitment:
    """Answer a petition (trả lời kiến nghị): the answer is a conclusion; that the petition is answered follows from it.

    `sender` is who answers; without it, the one the petition was put to. `outcome` says which of the five ways it answers, `due`
    by when it promises more. Returns the answer. Raises ValidationError for a day
    before the petition's own or after today, and for the paper the petition itself was put in.
    """
    _refuse_impossible(petition, made_on, document)
    answer = Commitment(
        programme_id=petition.programme_id,
        owner_id=petition.owner_id,
        strand_id=petition.strand_id,
        kind=Commitment.Kind.CONCLUSION,
        text=text,
        made_on=made_on,
        document=document,
        sender=sender or petition.recipient,
        recipient=petition.sender,
        outcome=outcome,
    )
    answer.due = due
    enter_with_evidence(answer, by=by, verb="add_commitment", evidence=evidence, also={"answers": [petition.pk]})
    answer.answers.add(petition)
    record(by, "answer_petition", petition, after={"answer": answer.pk})
    return answer


def _refuse_impossible(petition: Commitment, made_on: date | None, document: Document | None) -> None:
    """Nobody answers before being asked, nor in days to come, nor in the paper that asks."""
    if made_on and made_on > timezone.localdate():
        raise ValidationError({"made_on": _("Ngày trả lời không thể sau hôm nay. Đề nghị kiểm tra lại ngày.")})
    if made_on and petition.made_on and made_on < petition.made_on:
        told = _("Ngày trả lời không thể trước ngày kiến nghị (%(day)s). Đề nghị kiểm tra lại ngày.")
        raise ValidationError({"made_on": told % {"day": petition.made_on.strftime("%d/%m/%Y")}})
    if document is not None and document.pk == _put_in(petition):
        told = _("Đây là văn bản nêu kiến nghị. Đề nghị chọn văn bản trả lời, hoặc để trống nếu chưa có trong hệ thống.")
        raise ValidationError({"document": told})


def _put_in(petition: Commitment) -> int | None:
    """The key of the document a petition was put in: the one named, else the first that says it."""
    if petition.document_id:
        return petition.document_id
    first = petition.evidence.select_related("passage__version").order_by("pk").first()
    return first.passage.version.document_id if first else None
