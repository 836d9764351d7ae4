"""The petition desk's verbs: note when a petition arrived, charge bodies with it, file one letter as the answer to many."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hopluc.web.documents.actions import mark_passage
from hopluc.web.documents.models import Document
from hopluc.web.documents.queries import version_shown
from hopluc.web.journal.actions import amend, enter, record
from hopluc.web.people.actions import find_or_add_organisation
from hopluc.web.people.models import Organisation, User
from hopluc.web.register.actions.promises import answer_petition
from hopluc.web.register.actions.roles import new_role
from hopluc.web.register.models import Commitment, Role
from hopluc.web.register.queries import roles_toward
from hopluc.web.terms import Term
from hopluc.workdays import calendar


@dataclass(frozen=True)
class Answered:
    """How one letter answers one petition; `stretch` is where in the letter it says so."""

    petition: Commitment
    text: str
    outcome: str = ""
    due: Term | None = None
    stretch: tuple[int, int] | None = None


@transaction.atomic
def note_arrival(
    petition: Commitment, *, by: User | None, arrived_on: date, arrived_number: str = "", days: int | None = None
) -> Commitment:
    """Note when a petition arrived where it was put (ngày đến, số đến), and by when it is to be answered: so many working days after.

    Raises ValidationError for a day before the petition was sent or after today.
    """
    if arrived_on > timezone.localdate():
        raise ValidationError({"arrived_on": _("Ngày đến không thể sau hôm nay. Đề nghị kiểm tra lại ngày.")})
    if petition.made_on and arrived_on < petition.made_on:
        told = _("Ngày đến không thể trước ngày gửi (%(day)s). Đề nghị kiểm tra lại ngày.")
        raise ValidationError({"arrived_on": told % {"day": petition.made_on.strftime("%d/%m/%Y")}})
    changes: dict[str, object] = {"arrived_on": arrived_on, "arrived_number": arrived_number}
    if days is not None:
        words = f"{days:02} ngày làm việc từ ngày đến {arrived_on:%d/%m/%Y}"
        changes["due"] = Term.on(calendar().after(arrived_on, days), words)
    return amend(petition, by=by, verb="note_arrival", changes=changes)


@transaction.atomic
def charge_petition(
    petition: Commitment, *, by: User | None, lead: str, cooperating: Iterable[str] = (), since: date | None = None
) -> Commitment:
    """Say which body is charged with a petition and which co-operate (đơn vị chủ trì, phối hợp giải quyết), by their names.

    Those charged before are so no longer from the day before on; the names stay, whatever becomes of the bodies.
    """
    day = since or timezone.localdate()
    wanted = [(Role.Capacity.LEAD, _body(petition, lead, by))]
    wanted += [(Role.Capacity.COOPERATING, _body(petition, name, by)) for name in cooperating]
    before = [role for role in roles_toward(petition) if role.until is None and role.capacity in {w[0] for w in wanted}]
    kept = {(role.capacity, role.organisation_id) for role in before} & {(capacity, body.pk) for capacity, body in wanted}
    for role in before:
        if (role.capacity, role.organisation_id) not in kept:
            amend(role, by=by, verb="end_role", changes={"until": max(day - timedelta(1), role.since or date.min)})
    for order, (capacity, body) in enumerate(wanted, start=1):
        if (capacity, body.pk) not in kept:
            role = new_role(petition, capacity=capacity, organisation=body, since=since, order=order)
            enter(role, by=by, verb="appoint")
    record(
        by,
        "charge_petition",
        petition,
        before={"roles": [[role.capacity, role.organisation_id] for role in before]},
        after={"roles": [[str(capacity), body.pk] for capacity, body in wanted]},
    )
    return petition


def _body(petition: Commitment, name: str, by: User | None) -> Organisation:
    return find_or_add_organisation(petition.owner, by=by, name=name)


@transaction.atomic
def answer_by_letter(letter: Document, *, by: User | None, made_on: date | None, answers: Sequence[Answered]) -> Document:
    """File one letter as the answer to petitions (gắn một văn bản trả lời với nhiều kiến nghị), all of them or none.

    Each petition gets its own answer, in one of the five ways, resting on its own part of the letter. Who answers is the letter's
    issuer where it is known, else the one the petition was put to.
    """
    if not answers:
        raise ValidationError(_("Chưa chọn kiến nghị nào. Đề nghị chọn kết quả trả lời cho ít nhất một kiến nghị."))
    version = version_shown(letter)
    for given in answers:
        passage = mark_passage(version, *given.stretch) if version is not None and given.stretch else None
        answer_petition(
            given.petition,
            by=by,
            text=given.text,
            made_on=made_on,
            document=letter,
            sender=letter.issuer,
            outcome=given.outcome,
            due=given.due,
            evidence=[(passage, "", passage.quote)] if passage else [],
        )
    return letter
