"""Which sentences of different agencies may tell of one thing, and why: the same event or work, told twice or counted twice.

Pairs of syllables weigh by how rare they are among what was told of that sort of act, so that the turns of phrase of every report
weigh little and what a thing is about weighs much. Another sort of act, another day, another place or another partner tells two things apart.
Figures that differ do not: they are why an officer should look.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise

from hopluc.load import load_rows
from hopluc.reading import Document, Span, read
from hopluc.reading.records.times_said import UPPER
from hopluc.vietnamese import canonical, fold, nfc

ENOUGH = (0.6, 0.45, 0.35, 0.3)
"""What share of the lighter sentence's weight must be shared, by how many of these are shared as well: a day, a name, a figure."""
_AS_IF = 20
"""As if so many more sentences had been told: of few, no term is rare."""
_FIRST = 12
"""How many of a sentence's rarest terms are looked up: what is one thing shares some of them."""
_SYLLABLE = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
_WORD = rf"[{UPPER}]\w*"
_GROUND = re.compile(rf"\b(?:phường|xã|đặc khu|thị trấn|thị xã|quận|huyện|tỉnh|thành phố)((?:\s{_WORD}){{1,5}})")
_PROPER = re.compile(rf"(?<=[\w,;] )({_WORD}(?:\s{_WORD}){{0,4}})")


@dataclass(frozen=True, slots=True)
class ActFamily:
    """Words that tell what sort of act was done (hội thảo, khảo sát), and the family they are of."""

    words: str
    family: str
    source: str


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence as it is compared: who told it, of what type, its terms, the sorts of act, days, figures, bodies and places."""

    key: int
    agency: int
    kind: str
    terms: frozenset[str]
    acts: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    figures: frozenset[tuple[str, str]] = frozenset()
    bodies: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Likely:
    """Two sentences that may tell of one thing: how alike they are (0 to 1), what they share, and whether their figures differ."""

    first: int
    second: int
    alike: float
    days: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    figures_differ: bool = False


@cache
def _acts() -> tuple[tuple[str, str], ...]:
    rows = load_rows("vocabulary/act_families.csv", ActFamily)
    return tuple((f" {row.words} ", row.family) for row in rows)


def told(key: int, agency: int, kind: str, text: str, own: Iterable[str] = ()) -> Told:
    """A sentence ready to be compared. `own` are names of the agency itself, which say nothing of what was done."""
    text = canonical(nfc(text))
    reading = read(Document("", text))
    days: set[str] = set()
    figures: set[tuple[str, str]] = set()
    bodies: dict[Span, str] = {}
    for fact in reading.facts:
        if fact.kind == "date" and len(fact.value.iso) >= len("--12-20"):
            days.add(fact.value.iso[-5:])
        elif fact.kind == "quantity" and fact.value.number is not None:
            figures.add((str(fact.value.number), fact.value.unit or ""))
        elif fact.kind == "organisation":
            bodies[fact.span] = fact.value.canonical or fact.quote
    mine = frozenset(own)
    places = {found[1].strip(): Span(*found.span()) for found in _GROUND.finditer(text)}
    taken = (*bodies, *places.values())
    proper = {found[1]: Span(*found.span(1)) for found in _PROPER.finditer(text)}
    places |= {name: span for name, span in proper.items() if not any(span.overlaps(known) for known in taken)}
    return Told(
        key,
        agency,
        kind,
        _terms(text, [*bodies, *places.values()]),
        frozenset(family for words, family in _acts() if words in _lower(text, bodies)),
        frozenset(days),
        frozenset(figures),
        frozenset(bodies.values()) - mine,
        frozenset(places) - mine,
    )


def _lower(text: str, bodies: Iterable[Span]) -> str:
    """The words in small letters with their marks (khóa học is no khoa học), one space apart; names of bodies left out."""
    for span in bodies:
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return f" {' '.join(_SYLLABLE.findall(text.lower()))} "


def _terms(text: str, names: Sequence[Span]) -> frozenset[str]:
    """The pairs of syllables side by side, across no sign, number or name."""
    runs: list[list[str]] = [[]]
    for found in _SYLLABLE.finditer(text):
        span = Span(*found.span())
        if not found[0].isalpha() or any(span.overlaps(name) for name in names):
            runs.append([])
        else:
            runs[-1].append(fold(found[0]))
    return frozenset(" ".join(pair) for run in runs for pair in pairwise(run))


def likely_pairs(sentences: Sequence[Told]) -> list[Likely]:
    """The pairs that may be one thing, the most alike first; a sentence of an agency is never paired with another of its own."""
    weights = Weights(sentences)
    found = [pair for one, other in _worth_comparing(sentences, weights) if (pair := _compared(one, other, weights))]
    return sorted(found, key=lambda pair: (-pair.alike, pair.first, pair.second))


class Weights:
    """How much a term tells of what was done, among the sentences of one sort of act: the rarer, the more."""

    def __init__(self, sentences: Sequence[Told]) -> None:
        self._often: dict[str, Counter[str]] = {"": Counter()}
        self._sentences: Counter[str] = Counter()
        for one in sentences:
            for act in ("", *one.acts):
                self._sentences[act] += 1
                self._often.setdefault(act, Counter()).update(one.terms)

    def of(self, term: str, act: str) -> float:
        """The weight of a term among the sentences of an act; "" is all of them."""
        return math.log((_AS_IF + self._sentences[act]) / max(1, self._often[act][term])) ** 2


def _worth_comparing(sentences: Sequence[Told], weights: Weights) -> Iterator[tuple[Told, Told]]:
    """The pairs of different agencies and one type that share a rare term: few of all."""
    holding: dict[str, list[int]] = {}
    for place, one in enumerate(sentences):
        act = min(one.acts, default="")
        for term in sorted(one.terms, key=lambda term: (-weights.of(term, act), term))[:_FIRST]:
            holding.setdefault(term, []).append(place)
    pairs = {pair for places in holding.values() for pair in combinations(places, 2)}
    for first, second in sorted(pairs):
        one, other = sentences[first], sentences[second]
        if one.agency != other.agency and one.kind == other.kind:
            yield one, other


def _compared(one: Told, other: Told, weights: Weights) -> Likely | None:
    if any(_tell_apart(one, other)):
        return None
    act = min(one.acts & other.acts, default="")
    whole = [sum(weights.of(term, act) for term in terms) for terms in (one.terms, other.terms, one.terms & other.terms)]
    share = whole[2] / min(whole[:2]) if min(whole[:2]) else 0.0
    days, names = one.days & other.days, (one.bodies | one.places) & (other.bodies | other.places)
    if share < ENOUGH[sum(map(bool, (days, names, one.figures & other.figures)))]:
        return None
    differ = bool(one.figures) and bool(other.figures) and one.figures != other.figures
    return Likely(one.key, other.key, round(share, 3), tuple(sorted(days)), tuple(sorted(names)), differ)


def _tell_apart(one: Told, other: Told) -> Iterator[bool]:
    """Of each of what both say: do they say another."""
    for mine, theirs in (
        (one.acts, other.acts),
        (one.days, other.days),
        (one.bodies, other.bodies),
        (one.places, other.places),
    ):
        yield bool(mine) and bool(theirs) and not mine & theirs
