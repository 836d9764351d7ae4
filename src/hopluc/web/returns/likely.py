"""Which sentences of different agencies may tell of one thing, and why: the same event or work, told twice or counted twice.

Words weigh by how rare they are among all that was told. A day, a place or a partner that differs tells two things apart; figures
that differ do not: they are why an officer should look.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from hopluc.reading import Document, read
from hopluc.vietnamese import nfc
from hopluc.web.intake.likeness import words

ENOUGH, ENOUGH_WITH_A_SIGN = 0.62, 0.42
"""What share of the rarer sentence's weight must be shared; less where a day, a figure or a name is shared as well."""
FEWEST_WORDS = 4
_FILLERS = frozenset(
    "da dang to chuc phoi hop thuc hien trien khai nam thang ngay quy so voi viec hoan thanh tiep tuc tham gia thanh pho tinh nguoi luot".split()
)


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence as it is compared: who told it, of what type, its telling words, its days, figures and names."""

    key: int
    agency: int
    kind: str
    text: str
    words: frozenset[str]
    days: frozenset[str] = frozenset()
    figures: frozenset[tuple[str, str]] = frozenset()
    names: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Likely:
    """Two sentences that may tell of one thing: how alike they are (0 to 1), what they share, and whether their figures differ."""

    first: int
    second: int
    alike: float
    days: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    figures_differ: bool = False


def told(key: int, agency: int, kind: str, text: str, own: Iterable[str] = ()) -> Told:
    """A sentence ready to be compared. `own` are names of the agency itself, which say nothing of what was done."""
    reading = read(Document("", nfc(text)))
    days: set[str] = set()
    figures: set[tuple[str, str]] = set()
    names: set[str] = set()
    for fact in reading.facts:
        if fact.kind == "date" and len(fact.value.iso) >= len("--12-20"):
            days.add(fact.value.iso[-5:])
        elif fact.kind == "quantity" and fact.value.number is not None:
            figures.add((str(fact.value.number), fact.value.unit or ""))
        elif fact.kind == "organisation":
            names.add(fact.value.canonical or fact.quote)
    said = words(text) - _FILLERS
    return Told(
        key,
        agency,
        kind,
        text,
        frozenset(word for word in said if not word.isdigit()),
        frozenset(days),
        frozenset(figures),
        frozenset(names) - frozenset(own),
    )


def likely_pairs(sentences: Sequence[Told]) -> list[Likely]:
    """The pairs that may be one thing, the most alike first; a sentence of an agency is never paired with another of its own."""
    weight = _weights(sentences)
    found = [pair for one, other in _worth_comparing(sentences, weight) if (pair := _compared(one, other, weight))]
    return sorted(found, key=lambda pair: (-pair.alike, pair.first, pair.second))


def _weights(sentences: Sequence[Told]) -> dict[str, float]:
    seen = Counter(word for one in sentences for word in one.words)
    return {word: math.log((1 + len(sentences)) / often) for word, often in seen.items()}


def _worth_comparing(sentences: Sequence[Told], weight: dict[str, float]) -> Iterator[tuple[Told, Told]]:
    """The pairs of different agencies and one type that share a rare word: few of all."""
    holding: dict[str, list[int]] = {}
    for place, one in enumerate(sentences):
        for word in sorted(one.words, key=lambda word: -weight[word])[: 3 * FEWEST_WORDS]:
            holding.setdefault(word, []).append(place)
    pairs = {pair for places in holding.values() for pair in combinations(places, 2)}
    for first, second in sorted(pairs):
        one, other = sentences[first], sentences[second]
        if one.agency != other.agency and one.kind == other.kind:
            yield one, other


def _compared(one: Told, other: Told, weight: dict[str, float]) -> Likely | None:
    shared = one.words & other.words
    if len(shared) < FEWEST_WORDS or (one.days and other.days and not one.days & other.days):
        return None
    if one.names and other.names and not one.names & other.names:
        return None
    lighter = min(sum(weight[word] for word in side.words) for side in (one, other))
    share = sum(weight[word] for word in shared) / lighter if lighter else 0.0
    days, names = one.days & other.days, one.names & other.names
    signs = bool(days) + bool(names) + bool(one.figures & other.figures)
    if share < (ENOUGH_WITH_A_SIGN if signs else ENOUGH):
        return None
    differ = bool(one.figures) and bool(other.figures) and one.figures != other.figures
    return Likely(one.key, other.key, round(share, 3), tuple(sorted(days)), tuple(sorted(names)), differ)
