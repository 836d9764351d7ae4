"""One question to a browser's passkeys at a time, remembered in its session: answered once, within some minutes, for what it was asked."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from hopluc.web.people import passkeys
from hopluc.web.people.passkeys import Ceremony, PasskeyRefused, Place

KEPT = "passkey_question"
LASTS = 5 * 60
"""For how many seconds an answer is waited for."""


def place_of(request: HttpRequest) -> Place | None:
    """Where passkeys are good: the site's address of the settings; without it, localhost alone. None where they cannot be used."""
    if settings.SITE_ADDRESS:
        return passkeys.place_at(settings.SITE_ADDRESS)
    place = passkeys.place_at(request.build_absolute_uri("/"))
    return place if place is not None and place.domain == "localhost" else None


def ask(request: HttpRequest, purpose: str, place: Place) -> dict[str, Any]:
    """Ask a browser for a key: to `register` one, to `prove` who is signed in, or to `sign_in`. Returns what the script is told."""
    user: Any = request.user
    if purpose == "register":
        options, ceremony = passkeys.ask_to_register(user, place)
    else:
        options, ceremony = passkeys.ask_to_prove(user if purpose == "prove" else None, place)
    request.session[KEPT] = {"purpose": purpose, "at": _now(), "state": ceremony.state}
    if not user.is_authenticated:
        request.session.clear_expired()  # a visitor's question is a session more
    return options


def answered(request: HttpRequest, purpose: str) -> Ceremony:
    """The question that was asked, which is used up by this. Raises PasskeyRefused where none was, for another purpose, or too long ago."""
    asked, place = request.session.pop(KEPT, None), place_of(request)
    if asked is None or place is None or asked["purpose"] != purpose:
        raise PasskeyRefused("no such question")
    if not 0 <= _now() - asked["at"] <= LASTS:
        raise PasskeyRefused("answered too late")
    return Ceremony(place, asked["state"])


def _now() -> int:
    return int(timezone.now().timestamp())
