"""What is kept of a secret address or key: never the token itself, which is told once; and how often a key may ask."""

import hashlib
from typing import Final

MOST_A_MINUTE: Final = 120
"""The requests of one key within a minute of the clock."""


def hash_of(token: str) -> str:
    """The SHA-256 of a token. It holds 192 random bits or more, so that its plain hash cannot be tried out."""
    return hashlib.sha256(token.encode()).hexdigest()
