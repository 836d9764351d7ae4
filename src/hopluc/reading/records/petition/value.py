"""Petition: the value of one request (kiến nghị)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hopluc.reading.facts import Value


@dataclass(frozen=True, slots=True)
class Petition(Value):
    """One request. `sender` and `recipient` go by canonical name, as written where they cannot be resolved."""

    text: str
    sender: str | None = None
    recipient: str | None = None
    status: str | None = None

    def as_json(self) -> dict[str, Any]:
        renamed: Mapping[str, Any] = {"from": self.sender, "to": self.recipient}
        return {**renamed, "text": self.text, "status": self.status}
