"""Give and end roles; form committees."""

from datetime import date, timedelta
from typing import TypedDict, Unpack

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _

from hopluc.web.documents.actions import EvidenceOf
from hopluc.web.journal.actions import amend, enter
from hopluc.web.people.actions import find_or_add_organisation
from hopluc.web.people.models import Organisation, Person, User
from hopluc.web.register.actions.rows import enter_with_evidence
from hopluc.web.register.models import Programme, Role, Vacancy


class RoleDetails(TypedDict, total=False):
    """What may be said of a role beside its capacity: the party, the post, the words, the days."""

    organisation: Organisation | None
    person: Person | None
    post: str
    title: str
    order: int
    since: date | None
    until: date | None


@transaction.atomic
def appoint(
    toward: Model,
    *,
    by: User | None,
    capacity: str,
    programme: Programme | None = None,
    evidence: EvidenceOf = (),
    **details: Unpack[RoleDetails],
) -> Role:
    """Give a party a role (giao vai trò) toward a programme, an activity, an agreement, a committee.

    The programme is the object's own; for a committee's seat it is the one named, else the one the committee serves.
    """
    role = new_role(toward, capacity=capacity, programme=programme, **details)
    return enter_with_evidence(role, by=by, verb="appoint", evidence=evidence)


def new_role(toward: Model, *, capacity: str, programme: Programme | None = None, **details: Unpack[RoleDetails]) -> Role:
    """The role, not yet stored."""
    programme_id = programme.pk if programme else getattr(toward, "programme_id", None)
    owner_id = programme.owner_id if programme else getattr(toward, "owner_id", None)
    if programme_id is None and isinstance(toward, Organisation):
        serving = toward.roles.filter(capacity=Role.Capacity.COMMITTEE, programme__isnull=False).first()
        programme_id, owner_id = (serving.programme_id, serving.owner_id) if serving else (None, owner_id)
    details.setdefault("order", _next_order(toward))
    assert owner_id is not None, "a role belongs to the owner of what it is toward"
    return Role(toward=toward, capacity=capacity, programme_id=programme_id, owner_id=owner_id, **details)


def _next_order(toward: Model) -> int:
    probe = Role(toward=toward)
    return Role.objects.filter(content_type=probe.content_type, object_id=probe.object_id).count() + 1


def end_role(role: Role, *, by: User, until: date, reason: str = "") -> Role:
    """End a role after a day (thôi vai trò); consolidating a committee is ending some and giving others."""
    return amend(role, by=by, verb="end_role", changes={"until": until}, reason=reason)


@transaction.atomic
def note_vacancy(seat: Role, *, by: User, reason: str, since: date, note: str = "") -> Vacancy:
    """Note that the holder of a committee's seat leaves it (khuyết thành viên). Raises ValidationError where that is noted already."""
    if seat.vacancies.filter(filled_on=None, withdrawn_at=None).exists():
        raise ValidationError(_("Đã ghi khuyết ở vị trí này. Đề nghị tải lại trang."))
    return enter(Vacancy(owner=seat.owner, seat=seat, reason=reason, since=since, note=note), by=by, verb="note_vacancy")


def withdraw_vacancy(vacancy: Vacancy, *, by: User, reason: str) -> Vacancy:
    """Take back a vacancy noted by mistake (rút ghi nhận khuyết)."""
    return amend(vacancy, by=by, verb="withdraw_vacancy", changes={"withdrawn_at": timezone.now()}, reason=reason)


@transaction.atomic
def fill_seat(seat: Role, *, by: User, on: date, evidence: EvidenceOf = (), **successor: Unpack[RoleDetails]) -> Role | None:
    """End a seat before the day of a decision and close its vacancy; the successor, where one is told, has it from that day, at the
    same place in the order. Returns the new seat; None where nobody takes it."""
    if seat.until is None or seat.until >= on:
        end_role(seat, by=by, until=max(on - timedelta(1), seat.since) if seat.since else on - timedelta(1))
    for vacancy in seat.vacancies.filter(filled_on=None, withdrawn_at=None):
        amend(vacancy, by=by, verb="fill_vacancy", changes={"filled_on": on})
    if not successor:
        return None
    details: RoleDetails = {"title": seat.title, "order": seat.order, "since": on, **successor}
    committee = seat.toward
    assert committee is not None, "a seat is in a committee"
    return appoint(committee, by=by, capacity=seat.capacity, programme=seat.programme, evidence=evidence, **details)


@transaction.atomic
def form_committee(
    programme: Programme, *, by: User | None, name: str, title: str = "", evidence: EvidenceOf = ()
) -> Organisation:
    """Form a programme's committee or support team (thành lập Ban Chỉ đạo, tổ giúp việc); its seats are given by `appoint`."""
    committee = find_or_add_organisation(programme.owner, by=by, name=name, kind=Organisation.Kind.COMMITTEE)
    known = Role.objects.filter(programme=programme, organisation=committee, capacity=Role.Capacity.COMMITTEE).exists()
    if not known:
        role = new_role(programme, capacity=Role.Capacity.COMMITTEE, organisation=committee, title=title)
        enter_with_evidence(role, by=by, verb="form_committee", evidence=evidence)
    return committee
