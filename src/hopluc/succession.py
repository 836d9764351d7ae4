"""Who stands in the place of whom on a day (sắp xếp tổ chức bộ máy, đơn vị hành chính), told from the acts that merged, split, renamed or
moved functions; and sums seen by three territories.

Nothing is ever rewritten: a commitment stays with the body that made it, and its heir is asked for by day. Bodies and places are keys
of any kind that can be hashed and sorted.

>>> line = Line([Step(date(2025, 3, 1), "Sở A", "Sở C"), Step(date(2025, 3, 1), "Sở B", "Sở C")])
>>> line.heir("Sở A", date(2025, 2, 28)), line.heir("Sở A", date(2025, 3, 1))
(Heir(certain='Sở A', candidates=('Sở A',)), Heir(certain='Sở C', candidates=('Sở C',)))
"""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, Protocol, Self, TypeVar


class Addable(Protocol):
    """What can be added to its like: a number, a figure that may be an interval."""

    def __add__(self, other: Any, /) -> Self: ...


Body = TypeVar("Body", bound=Hashable)
Value = TypeVar("Value", bound=Addable)


@dataclass(frozen=True)
class Step(Generic[Body]):
    """On a day one body passed to another: wholly, or only by a function or a part of its territory."""

    day: date
    predecessor: Body
    successor: Body
    whole: bool = True


@dataclass(frozen=True)
class Heir(Generic[Body]):
    """Who stands in a body's place: the one it is certain to be, else None and the candidates among whom a person decides.

    A body nobody has followed is its own heir. `candidates` is never empty.
    """

    certain: Body | None
    candidates: tuple[Body, ...]


class Line(Generic[Body]):
    """The successions there are, asked by day. `lasting` are the bodies that go on after passing a part of themselves to others."""

    def __init__(self, steps: Iterable[Step[Body]], lasting: Collection[Body] = ()) -> None:
        self._steps: dict[Body, list[Step[Body]]] = defaultdict(list)
        for step in steps:
            self._steps[step.predecessor].append(step)
        self._lasting = frozenset(lasting)

    def heir(self, body: Body, on: date) -> Heir[Body]:
        """Who stands in a body's place on a day, through every step of its line, each taken on or after the day it was come to.

        Certain is the one heir to which whole steps alone lead. A line that comes back to where it has been ends there.
        """
        ends: dict[Body, bool] = {}
        waiting: list[tuple[Body, bool, date]] = [(body, True, date.min)]
        walked = {body}
        while waiting:
            at, certain, since = waiting.pop()
            steps = [step for step in self._steps.get(at, ()) if since <= step.day <= on]
            if not steps or (at in self._lasting and not any(step.whole for step in steps)):
                ends[at] = certain and not steps
            for successor in {step.successor for step in steps}:
                taken = [step for step in steps if step.successor == successor]
                wholly = certain and all(step.whole for step in taken)
                if successor in ends:
                    ends[successor] = ends[successor] and wholly
                elif successor not in walked:
                    walked.add(successor)
                    waiting.append((successor, wholly, min(step.day for step in taken)))
        candidates = tuple(sorted(ends, key=repr)) or (body,)
        sole = candidates[0] if len(candidates) == 1 and ends.get(candidates[0], True) else None
        return Heir(sole, candidates)

    def reached(self, body: Body, on: date) -> frozenset[Body]:
        """A body and all that have stood in its place, wholly or in part, at any time until a day.

        >>> line = Line([Step(date(2025, 3, 1), "A", "B"), Step(date(2026, 3, 1), "B", "C"), Step(date(2024, 3, 1), "B", "D")])
        >>> sorted(line.reached("A", date(2026, 3, 1)))
        ['A', 'B', 'C']
        """
        found, waiting = {body}, [(body, date.min)]
        while waiting:
            at, since = waiting.pop()
            new = [step for step in self._steps.get(at, ()) if since <= step.day <= on and step.successor not in found]
            found |= {step.successor for step in new}
            waiting += [(step.successor, step.day) for step in new]
        return frozenset(found)

    def predecessors(self) -> frozenset[Body]:
        """The bodies that passed to another, wholly or in part."""
        return frozenset(self._steps)


@dataclass(frozen=True)
class Views(Generic[Body, Value]):
    """One sum, seen three ways: by the territories that reported, by those that stand today, and what no single one of them is owed.

    Always `sum(as_reported) == sum(by_successor) + unassigned`: nothing is lost and nothing counted twice.
    """

    as_reported: dict[Body, Value]
    by_successor: dict[Body, Value]
    unassigned: dict[Body, Value]


def views(
    values: Mapping[Body, Value], line: Line[Body], on: date, decided: Mapping[Body, Body] | None = None
) -> Views[Body, Value]:
    """Values of bodies or places as they reported, added up by who stands in their place on a day.

    What passed to several, or in part, is unassigned, under the name that reported it, unless a person has `decided` whose it is.
    """
    by_successor: dict[Body, Value] = {}
    unassigned: dict[Body, Value] = {}
    for body, value in values.items():
        heir = line.heir(body, on)
        certain = heir.certain
        if certain is None and decided and decided.get(body) in heir.candidates:
            certain = decided[body]
        if certain is None:
            unassigned[body] = value
        else:
            by_successor[certain] = by_successor[certain] + value if certain in by_successor else value
    return Views(dict(values), by_successor, unassigned)
