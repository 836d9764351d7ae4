"""Events (sự kiện): conferences, signings, fairs, delegations and courses, with their date and place."""

from dataclasses import dataclass

from hopluc.reading.facts import Value


@dataclass(frozen=True, slots=True)
class Event(Value):
    """An event held or planned; `date` ISO with its grain, also `--12-20` or a bare year."""

    name: str
    date: str | None = None
    place: str | None = None
    status: str | None = None
