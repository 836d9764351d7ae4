"""Persons (họ tên): the name only, without title; the post as written beside it."""

from dataclasses import dataclass

from hopluc.reading.facts import Value


@dataclass(frozen=True, slots=True)
class Person(Value):
    """A person's name as written and the position stated beside it (None where there is none)."""

    name: str
    position: str | None = None

    def brief(self) -> str:
        return self.name
