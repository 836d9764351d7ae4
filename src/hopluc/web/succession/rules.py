"""Who notes acts of reorganisation, takes back what was noted by mistake, and says whose an obligation is."""

from typing import Any

from hopluc.web.people.models import Organisation, Succession
from hopluc.web.people.rules import WRITERS, writes_for_organisation, writes_for_owner

can_reorganise = writes_for_organisation


def can_withdraw_succession(user: Any, act: Succession) -> bool:
    """An officer of the organisation that entered one of the two bodies; what comes with the tables is mended there."""
    entered = {body.owner_id for body in (act.predecessor, act.successor) if body is not None and body.owner_id is not None}
    return act.withdrawn_at is None and any(user.acts_for(owner, WRITERS) for owner in entered)


def can_settle_heir(user: Any, row: Any) -> bool:
    """An officer of the programme's standing agency."""
    return writes_for_owner(user, row)


def writes_anywhere(user: Any) -> list[Organisation]:
    """The organisations the user may note acts for."""
    return list(Organisation.objects.filter(pk__in=[pk for pk in user.standing if user.acts_for(pk, WRITERS)]))
