"""Who keeps the training and the trips of a programme: officers of its standing agency; an agency its own needs and its own reports."""

from typing import Any

from hopluc.web.manpower.models import Delegation, Member, TrainingNeed
from hopluc.web.people.rules import WRITERS, writes_for_owner
from hopluc.web.register.models import Activity, Programme
from hopluc.web.register.rules import can_write

can_plan = can_write


def can_state_need(user: Any, programme: Programme) -> bool:
    """Whoever writes for an agency that sees the programme: for that agency; the standing agency for any."""
    return programme.withdrawn_at is None and any(not roles.isdisjoint(WRITERS) for roles in user.standing.values())


def can_change_need(user: Any, need: TrainingNeed) -> bool:
    """The standing agency, and the agency whose need it is."""
    return need.withdrawn_at is None and (writes_for_owner(user, need) or user.acts_for(need.agency_id, WRITERS))


def can_keep_course(user: Any, course: Activity) -> bool:
    """Of an activity that is a course."""
    return course.kind == Activity.Kind.COURSE and can_write(user, course)


def can_take_up(user: Any, activity: Activity) -> bool:
    """Of a delegation read from a document of which nothing more is kept yet."""
    is_trip = activity.kind == Activity.Kind.DELEGATION and not hasattr(activity, "delegation")
    return is_trip and can_write(user, activity)


def can_change(user: Any, trip: Delegation) -> bool:
    """The standing agency, until it is reported or called off."""
    return not trip.report_id and not trip.called_off_on and writes_for_owner(user, trip)


def can_approve(user: Any, trip: Delegation) -> bool:
    """Of one that is planned."""
    return trip.approved_on is None and can_change(user, trip)


def can_note_return(user: Any, trip: Delegation) -> bool:
    """The standing agency or the one that goes, of an approved trip, until it is reported."""
    if trip.approved_on is None or trip.called_off_on or trip.report_id:
        return False
    return writes_for_owner(user, trip) or user.acts_for(trip.agency_id, WRITERS)


def can_call_off(user: Any, trip: Delegation) -> bool:
    """Before it has come back."""
    return trip.returned_on is None and can_change(user, trip)


def can_file_report(user: Any, trip: Delegation) -> bool:
    """The standing agency or the one that went, once it is back."""
    return trip.returned_on is not None and can_note_return(user, trip)


def can_take_back_report(user: Any, trip: Delegation) -> bool:
    """Who may file one, of a trip that has one."""
    return bool(trip.report_id) and (writes_for_owner(user, trip) or user.acts_for(trip.agency_id, WRITERS))


def knows_members(user: Any, trip: Delegation) -> bool:
    """Does the user act in the office that entered the names."""
    return trip.owner_id in user.standing


can_name_member = can_change


def can_take_off_member(user: Any, member: Member) -> bool:
    """As who may name one."""
    return member.withdrawn_at is None and can_change(user, member.delegation)
