"""Names of places and organisations (danh mục địa danh, cơ quan), as they were on a given day.

The rows live in definitions/gazetteer/*.csv; nothing here knows a name. Names change: a row holds from `since` to `until`
(both included, empty is open) and points to its `successor`. `official_code` is the code of the statistical list, which
passed from one province to another in 2025, so it is no key without a day.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache

from hopluc.dated import held_on, holds
from hopluc.load import load_rows
from hopluc.vietnamese import canonical


@dataclass(frozen=True, slots=True)
class Place:
    """A province, a centrally-run city or a region (tỉnh, thành phố, vùng)."""

    code: str
    name: str
    kind: str
    source: str
    aliases: tuple[str, ...] = ()
    official_code: str | None = None
    since: date | None = None
    until: date | None = None
    successor: str | None = None

    @property
    def full_name(self) -> str:
        """`tỉnh Lâm Đồng`; a region goes by its name alone."""
        return self.name if self.kind == "vùng" else f"{self.kind} {self.name}"


@dataclass(frozen=True, slots=True)
class ForeignPlace:
    """A country, or a city abroad with its country as `parent` (quốc gia, thành phố nước ngoài)."""

    code: str
    name: str
    kind: str
    source: str
    aliases: tuple[str, ...] = ()
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class NationalOrganisation:
    """An organisation known by its own name; a unit has its `parent`."""

    code: str
    name: str
    kind: str
    source: str
    aliases: tuple[str, ...] = ()
    parent: str | None = None
    since: date | None = None
    until: date | None = None
    successor: str | None = None


@dataclass(frozen=True, slots=True)
class LocalOrganisation:
    """A type of organisation that every place has (UBND, Sở …).

    `pattern` says how its full name takes the place: `đủ` (tỉnh Lâm Đồng), `gọn` (Lâm Đồng), `chỉ nơi` and `gọn nơi` the
    same but no organisation at all unless the place or its kind is said, `tỉnh` or `thành phố` and so on where the name
    holds the kind already (Tỉnh ủy Lâm Đồng), `sở` a unit of the department that is named without place, `không` none.
    """

    code: str
    name: str
    kind: str
    pattern: str
    source: str
    aliases: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    successor: str | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """The first words of a name (Trung tâm, Viện, Công ty …), how the rest is read, and whether they may be in lower case."""

    head: str
    grammar: str
    lower: bool
    source: str


@dataclass(frozen=True, slots=True)
class NameWord:
    """A word that names are made of. One that `acts` is also a verb, and ends a name when it follows a noun in lower case."""

    word: str
    acts: bool
    source: str


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form inside names: KH&CN for Khoa học và Công nghệ."""

    short: str
    full: str
    source: str


@dataclass(frozen=True, slots=True)
class Surname:
    """A surname; one that is not `certain` is an ordinary word too and needs a cue beside it."""

    surname: str
    certain: bool
    source: str


@dataclass(frozen=True, slots=True)
class Title:
    """What stands before a name: kính xưng, học hàm, cấp hàm; or a post (chức vụ)."""

    title: str
    kind: str
    source: str


@dataclass(frozen=True, slots=True)
class ProvinceTile:
    """Where a province stands on the map of squares, from the north-west corner; or a group of islands of that province."""

    province: str
    column: int
    row: int
    source: str
    islands: str = ""


@cache
def province_tiles() -> tuple[ProvinceTile, ...]:
    """The map of squares: the 34 provinces of today roughly where they lie, with Hoàng Sa and Trường Sa."""
    return load_rows("gazetteer/province_tiles.csv", ProvinceTile)


@cache
def places() -> tuple[Place, ...]:
    """Every province and region, past ones too."""
    return load_rows("gazetteer/places.csv", Place)


@cache
def foreign_places() -> tuple[ForeignPlace, ...]:
    """Countries and cities abroad by their Vietnamese names."""
    return load_rows("gazetteer/countries.csv", ForeignPlace)


@cache
def organisations() -> tuple[NationalOrganisation, ...]:
    """Organisations with a name of their own, past ones too."""
    return load_rows("gazetteer/organisations.csv", NationalOrganisation)


@cache
def local_organisations() -> tuple[LocalOrganisation, ...]:
    """Types of local organisations, past ones too."""
    return load_rows("gazetteer/local_bodies.csv", LocalOrganisation)


@cache
def heads() -> tuple[Head, ...]:
    """First words of organisation names."""
    return load_rows("gazetteer/heads.csv", Head)


@cache
def name_words() -> tuple[NameWord, ...]:
    """Words organisation names are made of."""
    return load_rows("gazetteer/name_words.csv", NameWord)


@cache
def abbreviations() -> tuple[Abbreviation, ...]:
    """Short forms inside names."""
    return load_rows("gazetteer/abbreviations.csv", Abbreviation)


@cache
def surnames() -> tuple[Surname, ...]:
    """Surnames of the peoples of Vietnam."""
    return load_rows("gazetteer/surnames.csv", Surname)


@cache
def titles() -> tuple[Title, ...]:
    """Honorifics, academic and military titles, posts."""
    return load_rows("gazetteer/titles.csv", Title)


def places_named(name: str, day: date) -> list[Place]:
    """The places that bore `name` (or an alias) on `day`, whatever the placement of the tone mark."""
    wanted = canonical(name).casefold()
    return [place for place in held_on(places(), day) if wanted in _names(place)]


def _names(place: Place) -> set[str]:
    return {canonical(name).casefold() for name in (place.name, place.full_name, *place.aliases)}


def heir(code: str, day: date) -> Place | NationalOrganisation | LocalOrganisation | None:
    """What `code` had become by `day`, along its successors; itself while it holds; None when nothing took its place."""
    known = _by_code()
    thing = known[code]
    while not holds(thing, day):
        if thing.successor is None or (thing.since is not None and day < thing.since):
            return None
        thing = known[thing.successor]
    return thing


@cache
def _by_code() -> dict[str, Place | NationalOrganisation | LocalOrganisation]:
    things: list[Place | NationalOrganisation | LocalOrganisation] = [*places(), *organisations(), *local_organisations()]
    return {thing.code: thing for thing in things}
