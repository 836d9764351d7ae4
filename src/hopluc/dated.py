"""A value and the days it holds: what a law, a list or a name said on a given day, with its source."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol, TypeVar

from hopluc.errors import NotYetInForce


class HasDays(Protocol):
    """Anything that holds from its first day (since) to its last (until); None is open."""

    @property
    def since(self) -> date | None: ...

    @property
    def until(self) -> date | None: ...


def holds(thing: HasDays, day: date) -> bool:
    """Whether `thing` holds on `day`; both ends are included."""
    return (thing.since is None or thing.since <= day) and (thing.until is None or day <= thing.until)


Timed = TypeVar("Timed", bound=HasDays)


def held_on(things: Iterable[Timed], day: date) -> list[Timed]:
    """Those of `things` that hold on `day`, in their order."""
    return [thing for thing in things if holds(thing, day)]


@dataclass(frozen=True, slots=True)
class Dated:
    """A value, the days it holds (both ends included, None is open) and the paper that says so."""

    value: Any
    since: date | None
    source: str
    until: date | None = None


@dataclass(frozen=True)
class Parameter:
    """A value set by law that changes over time: each entry holds until the day before the next begins.

    `measure` is its unit in words, `checked_on` the day somebody last compared it with the law, `file` where it is kept.
    """

    name: str
    measure: str
    history: tuple[Dated, ...]
    checked_on: date | None = None
    file: str = ""

    def on(self, day: date) -> Dated:
        """What holds on `day`, with its source. Raises NotYetInForce before the first day and where an entry has ended."""
        begun = [entry for entry in self.history if entry.since is None or entry.since <= day]
        if not begun or not holds(begun[-1], day):
            first = self.history[0].since if self.history else None
            raise NotYetInForce(name=self.name, day=day, first=first or "-", file=self.file)
        return begun[-1]
