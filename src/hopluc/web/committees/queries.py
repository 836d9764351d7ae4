"""The committees a user may see: seats, drafts of decisions, meetings with what was concluded there."""

from datetime import date
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from django.urls import reverse

from hopluc.web.committees.models import Consolidation, Meeting
from hopluc.web.documents.models import Document, Evidence
from hopluc.web.people.rules import WRITERS
from hopluc.web.register import ledger
from hopluc.web.register.ledger import Owed
from hopluc.web.register.models import Activity, Commitment, LegalBasis, Role, Vacancy
from hopluc.web.register.queries import programmes_seen_by, roles_seen_by, roles_toward


def committees_seen_by(user: Any) -> QuerySet[Role]:
    """The committees of the programmes a user sees."""
    rows = roles_seen_by(user).filter(capacity=Role.Capacity.COMMITTEE, organisation__isnull=False)
    return rows.filter(programme__in=programmes_seen_by(user)).select_related("programme", "organisation")


def consolidations_seen_by(user: Any) -> QuerySet[Consolidation]:
    """The drafts of decisions, and the signed ones, of the user's own agencies: a draft is its own until it is issued."""
    if not user.is_authenticated:
        return Consolidation.objects.none()
    rows = Consolidation.objects.filter(owner__in=list(user.standing), withdrawn_at=None)
    return rows.select_related("committee__organisation", "programme", "document", "owner")


def meetings_seen_by(user: Any) -> QuerySet[Meeting]:
    """The meetings of the committees of the programmes a user sees."""
    if not user.is_authenticated:
        return Meeting.objects.none()
    rows = Meeting.objects.filter(programme__in=programmes_seen_by(user), withdrawn_at=None)
    return rows.select_related("committee__organisation", "programme", "minutes")


def seats_of(committee: Role, on: date) -> list[Role]:
    """The seats of a committee on a day, in the order of the decision."""
    assert committee.organisation is not None, "a committee is a body"
    rows = roles_toward(committee.organisation, on=on).filter(programme=committee.programme_id)
    return list(rows.exclude(capacity=Role.Capacity.COMMITTEE).prefetch_related("vacancies").order_by("order", "pk"))


def founding_decision(committee: Role) -> str:
    """The number of the decision the committee stands in, as its evidence says; "" where none is known."""
    kind = ContentType.objects.get_for_model(Role)
    assert committee.organisation is not None, "a committee is a body"
    seats = roles_toward(committee.organisation).values_list("pk", flat=True)
    links = Evidence.objects.filter(content_type=kind, object_id__in=[committee.pk, *seats])
    documents = links.filter(passage__version__document__kind=Document.Kind.DECISION).order_by("pk")
    numbers = documents.values_list("passage__version__document__number", flat=True)
    return next((number for number in numbers if number), "")


def bases_of(committee: Role) -> list[str]:
    """What the programme rests on, as its documents cite it."""
    return list(LegalBasis.objects.filter(programme=committee.programme_id).order_by("order").values_list("text", flat=True))


def vacancies_awaiting(user: Any) -> QuerySet[Vacancy]:
    """The open vacancies in the committees of the agencies the user writes for."""
    writing = [pk for pk, roles in user.standing.items() if not roles.isdisjoint(WRITERS)]
    rows = Vacancy.objects.filter(owner__in=writing, filled_on=None, withdrawn_at=None, seat__programme__withdrawn_at=None)
    return rows.select_related("seat__programme", "seat__person", "seat__organisation").order_by("since", "pk")


def committee_of(seat: Role) -> Role | None:
    """The committee a seat is in, as a role of the seat's programme."""
    rows = Role.objects.filter(capacity=Role.Capacity.COMMITTEE, organisation=seat.object_id, programme=seat.programme_id)
    return rows.order_by("pk").first()


def concluded_at(user: Any, meeting: Meeting, on: date) -> list[Owed]:
    """What was concluded at a meeting, as lines of the ledger with how each stands: what an officer noted there, and what was read and
    confirmed in its minutes."""
    work = Q(pk__in=[])
    promises = Q(concluded_at=meeting)
    if meeting.minutes_id:
        promises |= Q(document=meeting.minutes_id) | Q(pk__in=_resting_on(meeting, Commitment))
        work = Q(pk__in=_resting_on(meeting, Activity))
    seen = ledger.ledger_seen_by(user, ledger.Chosen(), on)
    rows = [(0, pk) for pk in seen.work.filter(work).order_by("pk").values_list("pk", flat=True)]
    rows += [(1, pk) for pk in seen.commitments.filter(promises).distinct().order_by("pk").values_list("pk", flat=True)]
    return ledger.owed_rows(rows, on)


def _resting_on(meeting: Meeting, noun: type[Any]) -> list[int]:
    kind = ContentType.objects.get_for_model(noun)
    links = Evidence.objects.filter(content_type=kind, passage__version__document=meeting.minutes_id)
    return list(links.values_list("object_id", flat=True))


def address_of(seat: Role) -> str:
    """The page of the committee a seat is in; without one, of the programme."""
    committee = committee_of(seat)
    return reverse("committees:show", args=[committee.pk]) if committee else seat.get_absolute_url()
