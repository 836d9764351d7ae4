"""What is kept of a secret address: never the token itself, which is told once."""

import hashlib


def hash_of(token: str) -> str:
    """The SHA-256 of a token. It holds 192 random bits or more, so that its plain hash cannot be tried out."""
    return hashlib.sha256(token.encode()).hexdigest()
