"""Who may do what with a document."""

from typing import Any

from hopluc.web.people.rules import writes_for_owner


def can_correct_document(user: Any, document: Any) -> bool:
    """An officer of the organisation that owns it, as long as it is not withdrawn."""
    return document.withdrawn_at is None and writes_for_owner(user, document)


can_add_version = can_correct_document
can_withdraw_document = can_correct_document
