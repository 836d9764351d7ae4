"""Who may say something beside the register, and take it back."""

from typing import Any

from hopluc.web.following.models import Attachment, Remark
from hopluc.web.people.queries import agency_of
from hopluc.web.people.rules import WRITERS, writes_for_owner


def can_say(user: Any, row: Any) -> bool:
    """An officer, section head or leader of any agency that sees the object; queries have decided that."""
    writes = {user.acts_for(pk, WRITERS) for pk in user.standing}
    if len(writes) < 2:
        return writes == {True}
    agency = agency_of(user)  # asked only of one who writes for some of several bodies
    return agency is not None and user.acts_for(agency.pk, WRITERS)


def can_withdraw(user: Any, said: Remark | Attachment) -> bool:
    """Whoever said it."""
    return said.by_id == user.pk and said.withdrawn_at is None


def can_attach_version(user: Any, attachment: Attachment) -> bool:
    """An officer of the agency that attached it."""
    return attachment.withdrawn_at is None and writes_for_owner(user, attachment)
