"""The site's clock, which a test of sign-in sets."""

from datetime import UTC, datetime


class Clock:
    """The moment it is, until the test says another."""

    now = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
