"""Who may take in documents and settle what was read in them."""

from typing import Any

from hopluc.web.people.rules import writes_for_owner


def can_settle(user: Any, row: Any) -> bool:
    """Settle a finding, or all of a document: an officer or leader of the organisation that owns the document."""
    return writes_for_owner(user, row)
