"""Who may lay a definition of the office's own over the shared one."""

from typing import Any

from hopluc.web.people.rules import ADMINISTRATORS, WRITERS

KEEPERS = WRITERS | ADMINISTRATORS


def can_change_definition(user: Any, row: Any) -> bool:
    """Officers, leaders and the administrator of the organisation whose own it is: save the next version, take an earlier one up again."""
    return bool(user.acts_for(row.owner_id, KEEPERS))


def can_end_definition(user: Any, row: Any) -> bool:
    """As long as it is not ended already."""
    return not row.ended and can_change_definition(user, row)
