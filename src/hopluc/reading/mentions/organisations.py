"""Organisations (cơ quan, đơn vị): the whole name as written, and the one official name it stands for."""

from dataclasses import dataclass
from typing import Any

from hopluc.reading.facts import Value


@dataclass(frozen=True, slots=True)
class Organisation(Value):
    """An organisation by its canonical name: the shortest official Vietnamese name that is unique among the documents.

    A place is added for local bodies only; a unit carries its parent after a comma. None where it cannot be resolved.
    """

    canonical: str | None
    kind: str | None = None

    def as_json(self) -> dict[str, Any]:
        return {"canonical": self.canonical}

    def brief(self) -> str:
        return self.canonical or "-"
