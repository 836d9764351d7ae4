"""How lines are chained: canonical JSON, the hash of a line, the commitment to a personal value. No database here."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

GENESIS = "0" * 64
"""What the first line names as its predecessor."""


def _plain(value: object) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value.normalize(), "f") if value else "0"
    if hasattr(value, "pk"):
        return value.pk
    return str(value)


def canonical_json(value: object) -> str:
    """`value` as JSON in one form only: sorted keys, no spaces, letters as they are; a row as its primary key."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=_plain)


def commitment(salt: str, value: str) -> str:
    """SHA-256 over salt and value: says nothing of the value once the salt is gone."""
    return hashlib.sha256(f"{salt}\n{value}".encode()).hexdigest()


def line_hash(line: Mapping[str, object]) -> str:
    """SHA-256 over everything a line says, the hash of the line before it included."""
    return hashlib.sha256(canonical_json(dict(line)).encode()).hexdigest()
