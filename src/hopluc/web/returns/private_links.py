"""A private link: an address with a secret in it, which opens one return, or lines of one, to whoever holds it, without an account."""

import secrets
from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeVar

from django.http import HttpRequest
from django.utils import timezone

from hopluc.web.gate.edge import client_address
from hopluc.web.people import throttle
from hopluc.web.people.tokens import hash_of
from hopluc.web.returns.models import Round

STILL_OPEN = timedelta(days=60)
"""How long after the deadline a link opens its return: what comes late is received too."""
_BYTES = 24
Opened = TypeVar("Opened")


def new_token() -> str:
    """The secret of a new link."""
    return secrets.token_urlsafe(_BYTES)


def last_day_in(round_: Round) -> date:
    """The last day of a link made today in a round."""
    return max(round_.due_on, timezone.localdate()) + STILL_OPEN


def opened_by(request: HttpRequest, token: str, *, kind: str, with_hash: Callable[[str], Opened | None]) -> Opened | None:
    """What the token of a link of this kind still opens; None for any other token, and for one who has tried too many of late."""
    address = client_address(request)
    tried = f"{kind} link {address}"
    if throttle.is_throttled(tried, address):
        return None
    found = with_hash(hash_of(token))
    if found is None:
        throttle.note_failure(tried, address)
    return found
