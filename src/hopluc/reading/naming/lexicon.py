"""The words organisation names are made of, ready for one search over a text. Built once, when first asked for.

Anchors are the whole names of the gazetteer and the first words of open names, each in the ways official texts write
them: as listed, in capitals, with a capital on every syllable, with only the first; with `và`, ` - ` or `&`; abbreviated.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

import ahocorasick

from hopluc import gazetteer
from hopluc.reading.patterns import Pattern
from hopluc.vietnamese import canonical, fold

CAPITAL = "A-ZÀ-ÖØ-ÞĂĐĨŨƠƯ" + "".join(chr(code) for code in range(0x1EA0, 0x1EFA, 2))  # inside [ ] of a pattern
SMALL = "a-zà-öø-ýăđĩũơư" + "".join(chr(code) for code in range(0x1EA1, 0x1EFA, 2))
OTHER = "không"  # the grammar of words that only look like the start of a name


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a name's beginning (or the whole of it) stands for.

    `grammar` is `tên` for a whole name, `địa phương` for a type of local body, else as the table of heads says.
    """

    grammar: str
    name: str
    kind: str = ""
    pattern: str = ""
    parent: str | None = None
    lower: bool = False
    short: bool = False
    standing: bool = False  # begins with `Thường trực`, which may belong to the post before it


@cache
def anchors() -> "ahocorasick.Automaton":
    """The automaton: a written form -> the anchors it may be, most specific first."""
    table: dict[str, tuple[Anchor, ...]] = {}
    entries = list(_entries())
    keys = canonical("\n".join(written for _, written in entries)).split("\n")  # at once, not twelve thousand times
    for (anchor, _), key in zip(entries, keys, strict=True):
        if anchor not in table.get(key, ()):
            table[key] = (*table.get(key, ()), anchor)
    automaton = ahocorasick.Automaton()
    for key, found in table.items():
        automaton.add_word(key, (len(key), found))
    automaton.make_automaton()
    return automaton


@cache
def known_names() -> dict[str, Anchor]:
    """Every whole name and alias, in one spelling (`sameness`) -> what it stands for."""
    names: dict[str, Anchor] = {}
    for anchor, written in _whole_names():
        names.setdefault(sameness(written), anchor)
    return names


@lru_cache(maxsize=8192)
def sameness(name: str) -> str:
    """One spelling for names that differ in case, tone placement, hyphens, commas and `và` only."""
    return " ".join(_JOINTS.sub(" ", _SAIGON.sub("thành phố hồ chí minh", canonical(name).casefold())).split())


_SAIGON = Pattern(r"(?<!\w)tp(?:\. ?| )?(?:hcm|hồ chí minh)(?!\w)", re.IGNORECASE)
_JOINTS = Pattern(r"\s*(?:[-&,]|\bvà\b)\s*|\s+")


_UNITS = ("Vụ ", "Cục ", "Ban ", "Viện ", "Văn phòng ", "Trung tâm ")  # named with their parent; other bodies stand alone


def _is_unit(name: str) -> bool:
    if name.startswith("Viện "):
        return False  # an institute is known by its own name, unless the document says whose it is
    return (name.startswith(_UNITS) and not name.casefold().startswith("trung tâm")) or (
        name.startswith("Trung tâm ") and not name.casefold().endswith("quốc gia")
    )


_OF_CENTRE = ("Trung ương", "TW", "T.Ư", "T.W", "TƯ")  # `Phó Chủ tịch T.Ư Hội Nông dân Việt Nam`


def _whole_names() -> Iterator[tuple[Anchor, str]]:
    names = {organisation.code: organisation.name for organisation in gazetteer.organisations()}
    for local in sorted(gazetteer.local_organisations(), key=lambda local: "nơi" not in local.pattern):
        anchor = Anchor("địa phương", local.name, local.kind, local.pattern, standing=local.name.startswith("Thường trực "))
        for written in (local.name, *local.aliases):
            yield anchor, written
    for known in gazetteer.organisations():
        parent = names[known.parent] if known.parent and _is_unit(known.name) else None
        for written in (known.name, *known.aliases):
            yield Anchor("tên", known.name, known.kind, parent=parent, short=" " not in written), written
            if known.kind == "hội" and written.startswith(("Hội ", "Liên hiệp ", "Liên minh ")):
                for centre in _OF_CENTRE:
                    yield Anchor("tên", known.name, known.kind), f"{centre} {written}"


def _entries() -> Iterator[tuple[Anchor, str]]:
    small = tuple(head.head + " " for head in gazetteer.heads() if head.lower)
    for anchor, written in _whole_names():
        for form in _spellings(written):
            yield anchor, form
            if form.startswith("Sở "):
                yield anchor, f"s{form[1:]}"
        if f"{written} ".startswith((*small, "Sở ", "Bộ ")):
            yield anchor, written[0].lower() + written[1:]
        if anchor.kind == "bộ" and written.startswith("Bộ "):
            yield anchor, written.lower()
    for place in (*province_names(), *country_names()):
        if " " in place:
            written = " ".join(word[:1].upper() + word[1:] for word in place.split(" "))
            yield Anchor(OTHER, place), written
            yield Anchor(OTHER, place), place.upper()
    for head in gazetteer.heads():
        anchor = Anchor(head.grammar, head.head, lower=head.lower)
        yield anchor, head.head
        yield anchor, head.head.upper()
        if head.lower:
            yield anchor, head.head[0].lower() + head.head[1:]
            yield anchor, head.head.lower()


@cache
def _inside() -> list[tuple[str, str]]:
    """Field names and the short forms that stand for them inside a name, longest first."""
    pairs = [(abbreviation.full, abbreviation.short) for abbreviation in gazetteer.abbreviations()]
    return sorted((pair for pair in pairs if " " in pair[0]), key=lambda pair: -len(pair[0]))


def _spellings(name: str) -> Iterable[str]:
    if " " not in name:
        return (name,)
    forms = {name}
    forms |= {name.replace(full, short) for full, short in _inside() if full in name}
    forms |= {form.replace(" và ", joint) for form in tuple(forms) for joint in (" - ", " & ", "-") if " và " in form}
    forms |= {form.replace("&", joint) for form in tuple(forms) if "&" in form and " & " not in form for joint in (" & ", "& ")}
    if "Liên hợp quốc" in name:
        forms |= {name.replace("Liên hợp quốc", other) for other in ("Liên Hợp Quốc", "Liên hiệp quốc", "Liên Hợp quốc")}
    if "Trung ương" in name and not name.startswith("Trung ương"):
        forms |= {form.replace("Trung ương", short) for form in tuple(forms) for short in _OF_CENTRE[1:]}
    if name.startswith("Ủy ban "):
        forms |= {f"UB {form[7:]}" for form in tuple(forms) if form.startswith("Ủy ban ")}
    if name.startswith(("Tổng cục ", "Chi cục ")):
        forms |= {form.replace(" cục ", " Cục ", 1) for form in tuple(forms)}
    if name.startswith("Trung tâm "):
        forms |= {"TT" + form[9:] for form in tuple(forms)}
    if name.endswith((" Quốc gia", " quốc gia")):
        forms |= {form[:-8] + other for form in tuple(forms) for other in ("Quốc gia", "quốc gia")}
    if " - " in name:
        forms |= {name.replace(" - ", "-"), name.replace(" - ", " và "), name.replace(" - ", " ")}
    return {written for form in forms for written in (form, form.upper(), *_cases(form))}


def _cases(form: str) -> tuple[str, ...]:
    words = form.split(" ")
    if any(word[1:] != word[1:].lower() for word in words):
        return ()
    every = " ".join(word if word == "và" else word[:1].upper() + word[1:] for word in words)
    rest = " ".join(word.lower() for word in words[1:])
    first = form if words[-1] == "Nam" or domain_words().get(rest, False) else f"{words[0]} {rest}"
    return (every, every.replace(" và ", " Và "), first)


@cache
def domain_words() -> dict[str, bool]:
    """Words names are made of, in lower case -> whether the word is a verb as well."""
    return {canonical(row.word).lower(): row.acts for row in gazetteer.name_words()}


@cache
def step() -> re.Pattern[str]:
    """One step through the rest of a name, on text in lower case: a joint, then a place word, a known phrase or any word."""
    phrases = sorted(domain_words(), key=lambda word: (-len(word), word))
    shorts = sorted(
        {row.short.lower() for row in gazetteer.abbreviations() if "." not in row.short}, key=lambda s: (-len(s), s)
    )
    return re.compile(
        r"(?P<joint> ?- ?| ?& ?| và |, ?| )(?:"
        r"(?P<place>t\.?p\.|tx\.|(?:tỉnh|thành phố|t\.?p|tx|thị xã|huyện|quận|phường|xã(?! hội)|đặc khu|thị trấn|miền(?! núi))(?!\w))"
        rf"|(?P<phrase>{_trie(phrases)}|{'|'.join(map(re.escape, shorts))})(?!\w)"
        r"|(?P<word>\w[\w.'+]*(?<![.])))"
    )


def field_follows(plain: str, lower: str, end: int) -> bool:
    """Whether a field goes on at `end`, behind a small syllable: `Trung tâm Khám phá khoa học`, `Viện Truyền thống và Phát triển`."""
    after = step().match(lower, end)
    if after is None or not after["phrase"]:
        return False
    acts, upper = domain_words().get(after["phrase"], True), plain[after.start("phrase")].isupper()
    return (after["joint"] == " " and not acts) or (after["joint"] == " và " and upper)


def _trie(words: Iterable[str]) -> str:
    """An alternation of words that tries each first letter once."""
    by_letter: dict[str, list[str]] = {}
    for word in words:
        by_letter.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in sorted(by_letter.items()))


@cache
def province_kinds() -> dict[str, str]:
    """A province's name in lower case -> its kind (the first it had, where it changed)."""
    kinds: dict[str, str] = {}
    for place in gazetteer.places():
        if place.kind != "vùng":
            for name in (place.name, *place.aliases):
                kinds.setdefault(canonical(name).casefold(), place.kind)
    return kinds


@cache
def province_names() -> dict[str, str]:
    """A province's name or alias in lower case -> the name as listed."""
    return {
        canonical(name).casefold(): place.name
        for place in gazetteer.places()
        if place.kind != "vùng"
        for name in (place.name, *place.aliases)
    }


@cache
def region_names() -> dict[str, str]:
    """A region's name or alias in lower case -> the name as listed."""
    return {
        canonical(name).casefold(): place.name
        for place in gazetteer.places()
        if place.kind == "vùng"
        for name in (place.name, *place.aliases)
    }


@cache
def country_names() -> dict[str, str]:
    """A country's or foreign city's name or alias in lower case -> the name as listed."""
    return {canonical(name).casefold(): row.name for row in gazetteer.foreign_places() for name in (row.name, *row.aliases)}


@cache
def place_names() -> dict[str, str]:
    """Any province, country, foreign city or region by its name or alias in lower case -> the name as listed."""
    return region_names() | country_names() | province_names()


@cache
def place_lengths() -> dict[str, int]:
    """The first word of a place's name in lower case -> how many words such a name may have."""
    lengths: dict[str, int] = {}
    for name in place_names():
        words = re.split(r" - |[ -]", name)
        lengths[words[0]] = max(lengths.get(words[0], 0), len(words))
    return lengths


@cache
def long_forms() -> dict[str, str]:
    """A short form inside names -> what it stands for."""
    return {canonical(row.short): row.full for row in gazetteer.abbreviations()}


@cache
def short_forms() -> re.Pattern[str]:
    """Any short form as a whole word, longest first."""
    shorts = sorted(long_forms(), key=lambda short: (-len(short), short))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, shorts)) + r")(?![\w&])")


@lru_cache(maxsize=8192)
def known_as(written: str) -> Anchor | None:
    """The whole name of the lists that is written so, its short forms written out or not; None where there is none."""
    spelt = _SAIGON.sub("thành phố Hồ Chí Minh", written)
    return known_names().get(sameness(short_forms().sub(lambda short: long_forms()[short[0]], spelt)))


@cache
def surnames() -> dict[str, bool]:
    """A surname -> whether it is certain."""
    return {canonical(row.surname): row.certain for row in gazetteer.surnames()}


@cache
def title_words() -> frozenset[str]:
    """First words of honorifics, titles and posts."""
    return frozenset(canonical(row.title).split(" ")[0].rstrip(".") for row in gazetteer.titles())


_SYLLABLE = Pattern(
    r"(?:b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x)?[aeiouy]{1,3}(?:c|ch|m|n|ng|nh|p|t)?", re.IGNORECASE
)


def is_foreign(word: str) -> bool:
    """Whether a word cannot be a Vietnamese syllable: `Kenji`, `SunTech`, `Chul`."""
    return len(word) > 2 and not (_SYLLABLE.fullmatch(fold(word)) and word[1:] in (word[1:].lower(), word[1:].upper()))


@cache
def posts() -> tuple[str, ...]:
    """Posts, longest first."""
    return tuple(
        sorted((canonical(row.title) for row in gazetteer.titles() if row.kind == "chức vụ"), key=lambda t: (-len(t), t))
    )
