"""What the pages of a committee, a draft decision and a meeting show."""

from datetime import date
from typing import Any

from django.utils import timezone

from hopluc.web.committees import queries, rules
from hopluc.web.committees.decision import articles, members_after, replaced_bases
from hopluc.web.committees.models import Consolidation, Meeting
from hopluc.web.documents.queries import evidence_of
from hopluc.web.register.models import Role


def committee_page(user: Any, committee: Role) -> dict[str, Any]:
    """The committee's seats in the order of the decision, its drafts of decisions, its meetings."""
    on = timezone.localdate()
    seats = queries.seats_of(committee, on)
    return {
        "seats": [(seat, rules.can_note_vacancy(user, seat)) for seat in seats],
        "vacant": sum(seat.vacant for seat in seats),
        "former": _former(committee, seats),
        "may_write": rules.can_consolidate(user, committee),
        "drafts": queries.consolidations_seen_by(user).filter(committee=committee),
        "meetings": queries.meetings_seen_by(user).filter(committee=committee),
        "evidence": evidence_of([committee, *seats], user),
    }


def _former(committee: Role, seats: list[Role]) -> list[Role]:
    """Those who had a seat and have it no more."""
    held = {seat.pk for seat in seats}
    assert committee.organisation is not None, "a committee is a body"
    rows = Role.objects.filter(object_id=committee.organisation.pk, programme=committee.programme_id, until__isnull=False)
    rows = rows.filter(content_type=seats[0].content_type_id) if seats else rows.none()
    return list(rows.exclude(pk__in=held).select_related("person", "organisation").order_by("-until", "order"))


def consolidation_page(user: Any, draft: Consolidation) -> dict[str, Any]:
    """The draft decision as it will be printed, and how to go on."""
    return {
        "replaced": replaced_bases(draft.bases, timezone.localdate()) if draft.is_open else [],
        "articles": articles(draft) if draft.is_open else [],
        "members": members_after(draft) if draft.is_open else [],
        "successors": draft.successors.select_related("seat__person", "person", "organisation", "became"),
        "may_note": rules.can_note_signed(user, draft),
    }


def meeting_page(user: Any, meeting: Meeting) -> dict[str, Any]:
    """Who came, the minutes, and what was concluded with how each stands."""
    on: date = timezone.localdate()
    lines = queries.concluded_at(user, meeting, on)
    attendance = list(meeting.attendance.select_related("seat__person", "seat__organisation"))
    return {
        "lines": lines,
        "evidence": evidence_of([line.row for line in lines], user),
        "present": [one for one in attendance if one.present],
        "absent": [one for one in attendance if not one.present],
        "may_write": rules.can_change_meeting(user, meeting),
        "read": meeting.minutes is not None,
    }
