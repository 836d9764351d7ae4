"""Who keeps a committee: officers of the standing agency. Whoever sees the programme sees it."""

from typing import Any

from hopluc.web.committees.models import Consolidation, Meeting
from hopluc.web.people.rules import writes_for_owner
from hopluc.web.register.models import Role, Vacancy

can_consolidate = writes_for_owner
can_note_meeting = writes_for_owner


def can_note_vacancy(user: Any, seat: Role) -> bool:
    """In a seat that is held and of which nothing is noted yet."""
    return seat.until is None and seat.vacancy is None and writes_for_owner(user, seat)


def can_withdraw_vacancy(user: Any, vacancy: Vacancy) -> bool:
    """Until a decision has filled it."""
    return vacancy.is_open and writes_for_owner(user, vacancy)


def can_note_signed(user: Any, draft: Consolidation) -> bool:
    """As long as it is a draft."""
    return draft.is_open and writes_for_owner(user, draft)


def can_change_meeting(user: Any, meeting: Meeting) -> bool:
    """As long as it is not withdrawn."""
    return meeting.withdrawn_at is None and writes_for_owner(user, meeting)
