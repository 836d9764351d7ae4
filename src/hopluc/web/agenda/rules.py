"""Who may have a colleague deal with an obligation."""

from typing import Any

from hopluc.web.people.queries import agency_of
from hopluc.web.people.rules import WRITERS
from hopluc.web.register.models import Activity, Commitment
from hopluc.web.register.rules import can_note_progress


def can_assign(user: Any, row: Activity | Commitment) -> bool:
    """An officer of an agency that owes or keeps it, to one of the same agency."""
    agency = agency_of(user)
    return agency is not None and user.acts_for(agency.pk, WRITERS) and can_note_progress(user, row)
