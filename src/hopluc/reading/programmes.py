"""Which documents tell of one programme: readings gathered by the titles of the programmes they name."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from hopluc.reading.facts import Reading
from hopluc.reading.patterns import Pattern
from hopluc.vietnamese import canonical, fold

_WORDS = Pattern(r"[a-z0-9]+")
_EMPTY = frozenset("ve va cua cac trong tai giua voi den nam giai doan thanh pho tinh tp chuong trinh".split())
_YEARS = Pattern(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True)
class Gathering:
    """A programme by the title most of its documents give it, and the readings that tell of it. "" where no document names one."""

    title: str
    readings: tuple[Reading, ...]


def same_programme(one: str, other: str) -> bool:
    """Do two titles name one programme: most words of the shorter stand in the longer, and their years do not lie apart."""
    first, second = _telling(one), _telling(other)
    if not first or not second or _apart(one, other):
        return False
    shared = len(first & second)
    return shared / min(len(first), len(second)) >= 0.75 and shared / max(len(first), len(second)) >= 0.45


def gather(readings: Sequence[Reading]) -> tuple[Gathering, ...]:
    """The programmes the readings tell of, in the order they are first named. Documents that name none join the only one there is."""
    groups: list[_Group] = []
    loose: list[Reading] = []
    for reading in readings:
        named = [record.value.title for record in reading.of("programme")]
        group = next((group for group in groups if any(group.tells_of(title) for title in named)), None)
        if not named:
            loose.append(reading)
        elif group is None:
            groups.append(_Group(named, [reading]))
        else:
            group.titles += [title for title in named if group.tells_of(title)]
            group.readings.append(reading)
    if loose and len(groups) == 1:
        groups[0].readings += loose
    elif loose:
        groups.append(_Group([], loose))
    order = {id(reading): place for place, reading in enumerate(readings)}
    return tuple(
        Gathering(group.title, tuple(sorted(group.readings, key=lambda reading: order[id(reading)]))) for group in groups
    )


@dataclass
class _Group:
    titles: list[str]
    readings: list[Reading]

    def tells_of(self, title: str) -> bool:
        return any(same_programme(known, title) for known in self.titles)

    @property
    def title(self) -> str:
        """The title given most often, the longest of those given equally often."""
        counts = Counter(self.titles)
        return max(counts, key=lambda title: (counts[title], len(title)), default="")


def _apart(one: str, other: str) -> bool:
    years, others = ([int(year) for year in _YEARS.findall(title)] for title in (one, other))
    return bool(years and others) and (max(years) < min(others) or max(others) < min(years))


def _telling(title: str) -> frozenset[str]:
    return frozenset(_WORDS.findall(_YEARS.sub(" ", fold(canonical(title))))) - _EMPTY
