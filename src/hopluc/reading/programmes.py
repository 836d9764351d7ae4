"""Which documents tell of one programme: readings gathered by the titles, places, decisions and periods of the programmes they name."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from hopluc.reading.facts import Reading
from hopluc.reading.head import head
from hopluc.reading.naming.place_names import View, places_said
from hopluc.reading.patterns import YEAR, Pattern
from hopluc.vietnamese import canonical, fold

_WORDS = Pattern(r"[a-z0-9]+")
_EMPTY = frozenset("ve va cua cac trong tai giua voi den nam giai doan thanh pho tinh tp chuong trinh".split())
_PERIOD = Pattern(r"giai doan (?:tu )?(?:nam )?((?:19|20)\d\d) ?(?:[-÷]|den(?: nam)?) ?((?:19|20)\d\d)\b")


@dataclass(frozen=True)
class Naming:
    """A programme as somebody names it: its title, the provinces and cities it is of, and the decision that approves it.

    `places` are the title's own; where it names none, those of the document or the agency that names the programme.
    """

    title: str
    places: frozenset[str] = frozenset()
    decision: str = ""

    @classmethod
    def of(cls, title: str, *, of_place: Iterable[str] = (), decision: str | None = None) -> "Naming":
        """The naming by a document or an agency of `of_place` (names as `places_in` gives them)."""
        return cls(title, places_in(title) or frozenset(of_place), fold(decision or ""))


@dataclass(frozen=True)
class Gathering:
    """A programme by the title most of its documents give it, and the readings that tell of it. "" where no document names one.

    `namings` is how they name it.
    """

    title: str
    readings: tuple[Reading, ...]
    namings: tuple[Naming, ...] = ()


def places_in(words: str) -> frozenset[str]:
    """The provinces and cities that words name with their kind (`tỉnh …`, `thành phố …`), without marks or case."""
    plain = canonical(words).replace("Giai đoạn", "giai đoạn")  # a capital there would go on with the name before
    return frozenset(fold(place.name) for _, place in places_said(View(plain, plain.lower())) if place.name)


def places_of(reading: Reading) -> frozenset[str]:
    """The provinces and cities a document is of: those of the bodies in its letterhead, else the one of most bodies it names."""
    bodies = [fact for fact in reading.facts if fact.kind == "organisation" and fact.value.canonical]
    top = head(reading.document)
    title = dict(top.spans).get("title")
    if top.issuer and title:
        above = (places_in(fact.value.canonical) for fact in bodies if fact.span.start < title.start)
        if issuing := frozenset[str]().union(*above):
            return issuing
    counts = Counter(place for fact in bodies for place in places_in(fact.value.canonical))
    place, most = counts.most_common(1)[0] if counts else ("", 0)
    return frozenset({place}) if place and 3 * most >= 2 * counts.total() else frozenset()


def namings_in(reading: Reading) -> tuple[Naming, ...]:
    """The programmes a document names, each with the evidence that tells it from others of nearly the same title."""
    own = places_of(reading)
    said = [record.value for record in reading.of("programme")]
    return tuple(Naming.of(value.title, of_place=own, decision=value.decision) for value in said)


def same_programme(one: Naming, other: Naming) -> bool:
    """Do two namings mean one programme: titles of nearly the same words, and neither places, decisions nor years that differ.

    A decision that differs says nothing between the same words about the same place: a plan or a change is approved as well.
    """
    if not _same_words(one.title, other.title) or _years_apart(one.title, other.title):
        return False
    if _differ(one.places, other.places) and not (one.decision and one.decision == other.decision):
        return False
    alike = bool(one.places & other.places) and _telling(one.title) == _telling(other.title)
    return alike or not one.decision or not other.decision or one.decision == other.decision


def gather(readings: Sequence[Reading]) -> tuple[Gathering, ...]:
    """The programmes the readings tell of, in the order they are first named.

    A document that names none joins the only one there is, or the only one of its own place, unless its place says otherwise. Those
    that join none stand last, by their places: what two provinces write is no one programme.
    """
    groups: list[_Group] = []
    loose: list[Reading] = []
    for reading in readings:
        named = namings_in(reading)
        group = next((group for group in groups if any(group.tells_of(naming) for naming in named)), None)
        if not named:
            loose.append(reading)
        elif group is None:
            groups.append(_Group(list(named), [reading]))
        else:
            group.namings += [naming for naming in named if group.tells_of(naming)]
            group.readings.append(reading)
    unjoined: list[tuple[frozenset[str], _Group]] = []
    for reading in loose:
        own = places_of(reading)
        home = _only_home(groups, own) or next((group for places, group in unjoined if places & own or places == own), None)
        if home is None:
            home = _Group()
            unjoined.append((own, home))
        home.readings.append(reading)
    order = {id(reading): place for place, reading in enumerate(readings)}
    return tuple(
        Gathering(
            group.title,
            tuple(sorted(group.readings, key=lambda reading: order[id(reading)])),
            tuple(replace(naming, places=naming.places or group.places) for naming in group.namings),
        )
        for group in (*groups, *(group for _places, group in unjoined))
    )


@dataclass
class _Group:
    namings: list[Naming] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)

    def tells_of(self, naming: Naming) -> bool:
        """Whether one of its namings means the same, and its places are not others: one that names no place joins no two."""
        decided = bool(naming.decision) and any(known.decision == naming.decision for known in self.namings)
        if _differ(self.places, naming.places) and not decided:
            return False
        return any(same_programme(known, naming) for known in self.namings)

    @property
    def places(self) -> frozenset[str]:
        return frozenset[str]().union(*(naming.places for naming in self.namings))

    @property
    def title(self) -> str:
        """The title given most often, the longest of those given equally often."""
        counts = Counter(naming.title for naming in self.namings)
        return max(counts, key=lambda title: (counts[title], len(title)), default="")


def _only_home(groups: Sequence[_Group], own: frozenset[str]) -> _Group | None:
    """The group a document of these places joins that names no programme."""
    if len(groups) == 1:
        return None if _differ(groups[0].places, own) else groups[0]
    near = [group for group in groups if group.places & own]
    return near[0] if len(near) == 1 else None


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both are said and have nothing in common."""
    return bool(one and other) and not one & other


def _same_words(one: str, other: str) -> bool:
    """Whether most words of the shorter title stand in the longer."""
    first, second = _telling(one), _telling(other)
    if not first or not second:
        return False
    shared = len(first & second)
    return shared / min(len(first), len(second)) >= 0.75 and shared / max(len(first), len(second)) >= 0.45


def _years_apart(one: str, other: str) -> bool:
    """Whether the years two titles name lie apart, or both state a period and neither contains the other."""
    years, others = ([int(year) for year in YEAR.findall(title)] for title in (one, other))
    if years and others and (max(years) < min(others) or max(others) < min(years)):
        return True
    first, second = (_PERIOD.search(" ".join(fold(canonical(title)).split())) for title in (one, other))
    if first is None or second is None:
        return False
    (begins, ends), (starts, stops) = first.groups(), second.groups()
    return not ((begins <= starts and stops <= ends) or (starts <= begins and ends <= stops))


def _telling(title: str) -> frozenset[str]:
    return frozenset(_WORDS.findall(YEAR.sub(" ", fold(canonical(title))))) - _EMPTY
