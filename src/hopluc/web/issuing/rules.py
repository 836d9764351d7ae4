"""Who may compose a report."""

from typing import Any

from hopluc.web.people.rules import writes_for_owner


def can_compose_review(user: Any, programme: Any) -> bool:
    """An officer or leader of the programme's standing agency, as long as the programme is not withdrawn."""
    return programme.withdrawn_at is None and writes_for_owner(user, programme)
