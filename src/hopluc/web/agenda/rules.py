"""Who may have a colleague deal with an obligation, and hand over all that one has open."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from hopluc.web.agenda.models import HandOver
from hopluc.web.people.models import Membership
from hopluc.web.people.queries import agency_of
from hopluc.web.people.rules import WRITERS, is_self
from hopluc.web.register.models import Activity, Commitment
from hopluc.web.register.rules import can_note_progress


def can_assign(user: Any, row: Activity | Commitment) -> bool:
    """An officer of an agency that owes or keeps it, to one of the same agency."""
    agency = agency_of(user)
    return agency is not None and user.acts_for(agency.pk, WRITERS) and can_note_progress(user, row)


UNDONE_WITHIN = timedelta(days=7)
HEADS = frozenset({Membership.Role.SECTION_HEAD, Membership.Role.LEADER})


def can_hand_over(user: Any, place: Membership) -> bool:
    """One's own, as long as it holds; another's: the organisation's administrator, section heads and leaders, also once it ended."""
    if place.deputises_id is not None:
        return False
    if is_self(user, place.user):
        return place.holds(timezone.localdate())
    return place.organisation_id in user.administered or user.acts_for(place.organisation_id, HEADS)


def can_undo_hand_over(user: Any, act: HandOver) -> bool:
    """Whoever did it, and the organisation's administrator, section heads and leaders; for some days."""
    fresh = act.undone_at is None and timezone.now() - act.at <= UNDONE_WITHIN
    return fresh and (act.by_id == user.pk or act.owner_id in user.administered or user.acts_for(act.owner_id, HEADS))
