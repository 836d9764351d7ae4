"""Which documents tell of one programme: readings gathered by the titles of the programmes they name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hopluc.reading.facts import Reading
from hopluc.vietnamese import canonical, fold

_WORDS = re.compile(r"[a-z0-9]+")
_EMPTY = frozenset("ve va cua cac trong tai giua voi den nam giai doan thanh pho tinh tp chuong trinh".split())
_YEARS = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True)
class Gathering:
    """A programme by its fullest title, and the readings that tell of it. The title is "" where no document names one."""

    title: str
    readings: tuple[Reading, ...]


def same_programme(one: str, other: str) -> bool:
    """Do two titles name one programme: most words of the shorter stand in the longer, and their years do not contradict."""
    first, second = _telling(one), _telling(other)
    if not first or not second:
        return False
    shared = len(first & second)
    years, other_years = set(_YEARS.findall(one)), set(_YEARS.findall(other))
    if years and other_years and not years & other_years:
        return False
    return shared / min(len(first), len(second)) >= 0.75 and shared / max(len(first), len(second)) >= 0.45


def gather(readings: Sequence[Reading]) -> tuple[Gathering, ...]:
    """The programmes the readings tell of, in the order they are first named. Documents that name none join the only one there is."""
    titles: list[str] = []
    members: list[list[Reading]] = []
    loose: list[Reading] = []
    for reading in readings:
        named = [record.value.title for record in reading.of("programme")]
        place = next((i for i, title in enumerate(titles) if any(same_programme(title, name) for name in named)), None)
        if not named:
            loose.append(reading)
        elif place is None:
            titles.append(max(named, key=len))
            members.append([reading])
        else:
            titles[place] = max([titles[place], *(name for name in named if same_programme(titles[place], name))], key=len)
            members[place].append(reading)
    if loose and len(titles) == 1:
        members[0] += loose
    elif loose:
        titles.append("")
        members.append(loose)
    order = {id(reading): place for place, reading in enumerate(readings)}
    return tuple(
        Gathering(title, tuple(sorted(group, key=lambda reading: order[id(reading)])))
        for title, group in zip(titles, members, strict=True)
    )


def _telling(title: str) -> frozenset[str]:
    return frozenset(_WORDS.findall(fold(canonical(title)))) - _EMPTY
