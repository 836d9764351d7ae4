"""Who fixes figures for a meeting."""

from typing import Any

from hopluc.web.people.queries import agency_of
from hopluc.web.people.rules import WRITERS


def can_fix(user: Any) -> bool:
    """Officers and leaders, for their own agency."""
    agency = agency_of(user)
    return agency is not None and bool(user.acts_for(agency.pk, WRITERS))
