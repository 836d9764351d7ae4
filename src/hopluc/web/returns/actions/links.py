"""Private links to one return: made, used, revoked. The token is shown once; the hash of it is all that is kept."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from hopluc.web.journal.actions import amend, enter
from hopluc.web.people.models import User
from hopluc.web.people.tokens import hash_of
from hopluc.web.returns import queries
from hopluc.web.returns.models import Return, ReturnLink
from hopluc.web.returns.private_links import last_day_in, new_token


@dataclass(frozen=True)
class Made:
    """A link and its token, which is nowhere else."""

    link: ReturnLink
    token: str


def make_link(row: Return, *, by: User | None) -> Made:
    """Make a private link to an agency's return in its round (tạo liên kết riêng), whichever version is the newest."""
    token, last = new_token(), last_day_in(row.round)
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
