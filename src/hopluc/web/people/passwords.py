"""One-time passwords: what an administrator reads out to the holder of an account, who changes it at the first sign-in."""

import secrets

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without those that are taken for each other on paper and over the telephone: i, l, o, 0, 1."""
GROUPS, GROUP = 3, 4


def one_time_password() -> str:
    """Twelve random letters and digits (59 bits) in groups of four."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(GROUP)) for _ in range(GROUPS))
