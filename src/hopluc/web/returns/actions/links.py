"""Private links to one return: made, used, revoked. The token is shown once; the hash of it is all that is kept."""

import secrets
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from hopluc.web.journal.actions import amend, enter
from hopluc.web.people.models import User
from hopluc.web.people.tokens import hash_of
from hopluc.web.returns import queries
from hopluc.web.returns.models import Return, ReturnLink

STILL_OPEN = timedelta(days=60)
"""How long after the deadline a link opens its return: what comes late is received too."""
_BYTES = 24


@dataclass(frozen=True)
class Made:
    """A link and its token, which is nowhere else."""

    link: ReturnLink
    token: str


def make_link(row: Return, *, by: User | None) -> Made:
    """Make a private link to an agency's return in its round (tạo liên kết riêng), whichever version is the newest."""
    token = secrets.token_urlsafe(_BYTES)
    last = max(row.round.due_on, timezone.localdate()) + STILL_OPEN
    link = ReturnLink(round=row.round, agency=row.agency, sha256=hash_of(token), made_by=by, expires_on=last)
    return Made(enter(link, by=by, verb="make_link"), token)


@transaction.atomic
def revoke_links(row: Return, *, by: User) -> int:
    """Revoke every link to an agency's return in a round (thu hồi liên kết). Returns how many still opened it."""
    links = list(queries.open_links(row.round, row.agency).select_for_update(of=("self",)))
    for link in links:
        amend(link, by=by, verb="revoke_link", changes={"revoked_at": timezone.now()})
    return len(links)


def note_use(link: ReturnLink) -> None:
    """Note that a link was used today; looking alone leaves no line."""
    ReturnLink.objects.filter(pk=link.pk).update(used_at=timezone.now())
