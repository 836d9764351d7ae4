"""One question to a browser's passkeys at a time, remembered in its session: answered once, within some minutes, for what it was asked."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

KEPT = "passkey_question"
LASTS = 5 * 60
"""For how many seconds an answer is waited for."""
LONGEST_ANSWER = 20_000


class PasskeyRefused(Exception):
    """An answer that opens nothing; its text is for the log."""


class PasskeyCopied(PasskeyRefused):
    """The counter of a key went back: two devices hold it."""


@dataclass(frozen=True)
class Place:
    """Where the keys of this site are good: the domain they are made for, and the one address they may be used at."""

    domain: str
    origin: str


@dataclass(frozen=True)
class Ceremony:
    """One question to a browser: asked where, and what is remembered of it."""

    place: Place
    state: dict[str, Any]


def place_at(address: str) -> Place | None:
    """The place an address such as https://hopluc.vinhha.example is; None where browsers know no passkeys: without HTTPS, but for
    localhost, and under a bare IP address.

    >>> place_at("https://hopluc.vinhha.example/x").domain, place_at("http://localhost:8000").origin
    ('hopluc.vinhha.example', 'http://localhost:8000')
    >>> place_at("http://hopluc.vinhha.example"), place_at("https://10.0.0.7"), place_at("https://[::1]")
    (None, None, None)
    """
    parts = urlsplit(address)
    domain = parts.hostname or ""
    is_number = ":" in domain or domain.replace(".", "").isdigit()
    if not domain or is_number or (parts.scheme != "https" and domain != "localhost"):
        return None
    return Place(domain, f"{parts.scheme}://{parts.netloc.lower()}")


def place_of(request: HttpRequest) -> Place | None:
    """Where passkeys are good: the site's address of the settings; without it, localhost alone. None where they cannot be used."""
    if settings.SITE_ADDRESS:
        return place_at(settings.SITE_ADDRESS)
    place = place_at(request.build_absolute_uri("/"))
    return place if place is not None and place.domain == "localhost" else None


def remember(request: HttpRequest, purpose: str, ceremony: Ceremony) -> None:
    """Keep in the session that a browser was asked: to `register` a key, to `prove` who is signed in, or to `sign_in`."""
    request.session[KEPT] = {"purpose": purpose, "at": seconds_now(), "state": ceremony.state}
    user: Any = request.user
    if not user.is_authenticated:
        last_briefly(request, LASTS)


def last_briefly(request: HttpRequest, seconds: int) -> None:
    """A visitor's question is a session more: it lasts no longer than the answer is waited for, and those that are past go.

    Signing in, in whichever way, makes it last as long as any (see apps.py).
    """
    request.session.set_expiry(seconds)
    request.session.clear_expired()


def answered(request: HttpRequest, purpose: str) -> Ceremony:
    """The question that was asked, which is used up by this. Raises PasskeyRefused where none was, for another purpose, or too long ago."""
    asked, place = request.session.pop(KEPT, None), place_of(request)
    if asked is None or place is None or asked["purpose"] != purpose:
        raise PasskeyRefused("no such question")
    if not 0 <= seconds_now() - asked["at"] <= LASTS:
        raise PasskeyRefused("answered too late")
    return Ceremony(place, asked["state"])


def seconds_now() -> int:
    """The time of day as a session keeps it: whole seconds since 1970."""
    return int(timezone.now().timestamp())
