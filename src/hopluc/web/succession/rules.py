"""Who notes acts of reorganisation, takes back what was noted by mistake, and says whose an obligation is."""

from typing import Any

from hopluc.web.people.models import Succession
from hopluc.web.people.rules import WRITERS, writes_for_organisation, writes_for_owner

can_reorganise = writes_for_organisation


def can_withdraw_succession(user: Any, act: Succession) -> bool:
    """An officer of the body that passed on, or of the organisation that entered it; what comes with the tables is mended there."""
    body = act.predecessor
    return (
        act.withdrawn_at is None
        and body is not None
        and (user.acts_for(body.pk, WRITERS) or user.acts_for(body.owner_id, WRITERS))
    )


def can_settle_heir(user: Any, row: Any) -> bool:
    """An officer of the programme's standing agency."""
    return writes_for_owner(user, row)
