"""Who somebody is at a provider."""

from dataclasses import dataclass

LEEWAY = 60
"""Seconds that a provider's clock may differ from ours."""


@dataclass(frozen=True)
class Identity:
    """What a checked token says: who, at which issuer, e-mail and phone where verified, and how and when they signed on there."""

    issuer: str
    subject: str
    email: str = ""
    phone: str = ""
    acr: str = ""
    amr: frozenset[str] = frozenset()
    at: int = 0


class SignOnRefused(Exception):
    """An answer of a provider that opens nothing; its text is for the log."""
