"""Parties (các bên): organisations and places named one after another as the sides of an agreement."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from hopluc.reading.document import Document, Span, words_end
from hopluc.reading.facts import Fact, Found
from hopluc.reading.naming import lexicon
from hopluc.reading.naming.place_names import known_place
from hopluc.reading.patterns import Pattern, matches_at
from hopluc.vietnamese import fold

_UPPER = "".join(chr(code) for code in [*range(0x41, 0x250), *range(0x1E00, 0x1F00)] if chr(code).isupper())
_WORD = rf"[{_UPPER}][\w'.]*"
_PLACE = Pattern(
    rf"(?:[Tt]hành phố|TP\.?|[Tt]ỉnh|[Qq]uận|[Hh]uyện|[Tt]hủ đô|[Bb]ang|[Vv]ùng) ?(?:{_WORD}[ -]?){{1,5}}"
    rf"(?:(?<= )- (?:{_WORD} ?|(?:hòa|quốc|bang) ){{1,4}}|\([^)]{{2,30}}\))?"
)
_PAIR = Pattern(  # `hai tỉnh Tân Lâm và Hòa Sơn`, `hai địa phương Tân Lâm - Vĩnh Hà`
    rf"[Hh]ai (?P<kind>tỉnh|thành phố|huyện|quận|địa phương) (?P<first>{_WORD}(?: {_WORD}){{0,2}})(?: và | - )(?P<second>{_WORD}(?: {_WORD}){{0,2}})"
)
_NAME = Pattern(rf"{_WORD}(?: (?:{_WORD}|và|&|-|\d+)){{0,8}}")
_LEAD = Pattern(
    r"\s*(?:(?:đại diện|lãnh đạo|đoàn (?:công tác|đại biểu|cán bộ)(?: của)?|bên|các bên|cả|hai bên là|với|gồm|là) )*",
    re.IGNORECASE,
)
_JOIN = Pattern(
    r"\s*(?:\([^)]{1,60}\)\s*)?(?:,\s*(?:và|với|cùng)\s+|,\s*|\s+và\s+(?:với\s+)?|\s+(?:đã\s+)?cùng(?:\s+với)?\s+|\s+với\s+|\s+-\s+|\s*&\s*)",
    re.IGNORECASE,
)
_AND = Pattern(r"\b(?:và|với|cùng)\b", re.IGNORECASE)
_AND_PERSON = Pattern(
    r"(?:và|với|cùng)\s+(?:(?:các )?đồng chí|ông|bà|ngài|đại diện|lãnh đạo|GS|PGS|TS|(?:Phó )?(?:Giám đốc|Viện trưởng|Hiệu trưởng|Chủ tịch|Tổng Giám đốc|Cục trưởng|Trưởng ban)|Bộ trưởng|Thứ trưởng)\b",
    re.IGNORECASE,
)
# Who looks on signs nothing: `dưới sự chứng kiến của lãnh đạo Bộ A, hai viện B và C đã ký`.
_WITNESS = Pattern(
    r"(?:chứng kiến|chủ trì|tham dự|tham gia|có mặt) của (?:(?:đồng chí|lãnh đạo|đại diện|đại diện lãnh đạo|các) )*$"
)
_WITNESS_REACH = 60
_ANDS = ("và ", "với ", "cùng ")
_SKIP = Pattern(r"\s*(?:\([^)]{1,60}\))?\s*")
# Bodies that go unnamed: `các sở, ban, ngành liên quan`.
MANY_BODIES = (
    r"\s?(?:[Cc]ác |[Nn]hững )(?i:bộ|sở|ngành|ban|cơ quan|đơn vị|địa phương|tổ chức|huyện|xã|phường|quận|doanh nghiệp|hội|đoàn thể)"
    r"(?:(?:, | và )(?:các )?(?i:bộ|sở|ban|ngành|cơ quan|đơn vị|địa phương|tổ chức|cá nhân|huyện|xã|phường|quận|thị xã|thành phố|doanh nghiệp|hội|đoàn thể|cơ quan ngang bộ)\b)*"
    r"(?: (?:có )?liên quan| chức năng| trực thuộc| chuyên môn| của tỉnh| của thành phố| trên địa bàn(?: tỉnh| thành phố)?)*"
)


class Party(NamedTuple):
    """A side of an agreement: its canonical name (as written where it cannot be resolved), the key two namings share, its words."""

    name: str
    key: str
    span: Span


def parties_after(document: Document, found: Found, start: int, end: int) -> tuple[Party, ...]:
    """The parties listed from `start` on: `A, B và C`; as far as the list goes without a break."""
    listed: list[Party] = []
    lead = _LEAD.match(document.plain, start, end)
    offset = lead.end() if lead else start
    pair = _PAIR.match(document.plain, offset, end)
    if pair is not None:
        return tuple(_of_pair(document, pair))
    while offset < end:
        party = _party_at(document, found, offset, end)
        if party is None:
            break
        if party.key not in {known.key for known in listed} and not (listed and _holds(party, listed[-1])):
            listed.append(party)
        join = _JOIN.match(document.plain, party.span.end, end)
        if join is None:
            break
        lead = _LEAD.match(document.plain, join.end(), end)
        offset = lead.end() if lead else join.end()
    return tuple(listed)


def _holds(party: Party, unit: Party) -> bool:
    """Whether a body is the parent that the other's name says: `Trường Đại học Công nghệ - Đại học Quốc gia Hà Nội`."""
    return unit.name.endswith(f", {party.name}")


def parties_before(document: Document, found: Found, start: int, end: int) -> tuple[Party, ...]:
    """The parties that stand right before `end`, as the subject of a verb: `A và B` of `A và B đã ký kết`."""
    listed: list[Party] = []
    stop = end
    named = list(_named(document, found, Span(start, end)))
    for party, before in zip(reversed(named), (*reversed(named[:-1]), None), strict=False):
        between = document.plain[party.span.end : stop]
        if listed and before and between.startswith(")") and document.plain[before.span.end : party.span.start].strip() == "(":
            continue  # `A (ABC) và B`: a short form, which the name before it has
        if listed and party.key == listed[-1].key and between.strip() == "(":
            listed[-1], stop = party, party.span.start
            continue
        if _WITNESS.search(document.plain, max(start, party.span.start - _WITNESS_REACH), party.span.start):
            break
        if listed:
            join = _JOIN.fullmatch(between) or (_JOIN.match(between) if len(between) < 24 and "tại" not in between else None)
        else:
            join = _SKIP.match(between)
            if len(between) > 40 or "." in between or ";" in between:
                break
        if join is None:
            break
        if listed and _holds(listed[-1], party):
            listed[-1] = party
        elif party.key not in {known.key for known in listed}:
            listed.append(party)
        stop = party.span.start
    listed.reverse()
    joined = any(_AND.search(document.plain, one.span.end, other.span.start) for one, other in pairwise(listed))
    return tuple(listed) if joined else tuple(listed[:1]) or ()


def delegates_before(document: Document, found: Found, start: int, end: int) -> tuple[Party, ...]:
    """The sides of those who sign for them: `ông A - Giám đốc Sở X và bà B - Hiệu trưởng Trường Y đã ký kết`."""
    sentence = document.plain[start:end]
    divides = [
        start + match.start() for match in matches_at(_ANDS, _AND_PERSON, sentence) if not sentence[match.start() - 1].isalnum()
    ]
    if not divides:
        return ()
    before = list(found.within("organisation", Span(start, divides[-1])))
    after = found.first("organisation", Span(divides[-1], end))
    return (party_of(_whose(document, before)), party_of(after)) if before and after else ()


def _whose(document: Document, named: Sequence[Fact]) -> Fact:
    """The body that the last of `named` is the parent of, else the last: `Giám đốc Bảo tàng A thuộc Viện B`."""
    place = len(named) - 1
    while place and document.plain[named[place - 1].span.end : named[place].span.start] in _OWNED:
        place -= 1
    return named[place]


_OWNED = (" thuộc ", " trực thuộc ", ", thuộc ")


def _named(document: Document, found: Found, span: Span) -> Iterator[Party]:
    """Organisations and, outside them, places named within `span`, in order."""
    parties = [party_of(fact) for fact in found.within("organisation", span)]
    for match in _PLACE.finditer(document.plain, span.start, span.end):
        place = Span(match.start(), words_end(document.plain, *match.span(), " -."))
        stands_at = document.plain.endswith(("tại ", "ở "), max(0, place.start - 4), place.start)  # where, not who
        if not stands_at and not any(party.span.overlaps(place) for party in parties):
            parties.append(_from_words(document, place))
    for pair in _PAIR.finditer(document.plain, span.start, span.end):
        parties += [
            place for place in _of_pair(document, pair) if not any(party.span.overlaps(place.span) for party in parties)
        ]
    return iter(sorted(parties, key=lambda party: party.span))


def _of_pair(document: Document, pair: re.Match[str]) -> Iterator[Party]:
    """The two places of `hai tỉnh A và B`."""
    for side in ("first", "second"):
        named = Span(*pair.span(side))
        words = f"{pair['kind'].capitalize()} {' '.join(document.quote(named).split())}".removeprefix("Địa phương ")
        yield Party(words, _key(words), named)


def _party_at(document: Document, found: Found, start: int, end: int) -> Party | None:
    """The organisation, place or other proper name that begins at `start`."""
    begun = [fact for fact in found.within("organisation", Span(start, end)) if fact.span.start <= start + 5]
    if begun:
        return party_of(max(begun, key=lambda fact: fact.span.end))
    place = _PLACE.match(document.plain, start, end)
    if place:
        return _from_words(
            document, Span(start, _one_place(document.plain, start, words_end(document.plain, *place.span(), " -.")))
        )
    country, country_end = known_place(document.plain, start)
    if country is not None and country_end <= end and country.casefold() in (*lexicon.country_names(), "việt nam"):
        return _from_words(document, Span(start, country_end))
    if country is not None and country_end <= end and (kind := lexicon.province_kinds().get(country.casefold())):
        return Party(f"{kind.capitalize()} {country}", _key(f"{kind} {country}"), Span(start, country_end))
    name = _NAME.match(document.plain, start, end)
    return _from_words(document, Span(start, start + len(name[0].removesuffix(" và")))) if name else None


def _one_place(plain: str, start: int, end: int) -> int:
    """Where the first of two places ends that a dash joins (`tỉnh Tân Lâm - Vĩnh Hà`); `end` where it is one with a dash in its name."""
    dash = plain.find(" - ", start, end)
    if dash < 0:
        return end
    first, second = plain[start:dash].split(" ", 1)[-1], plain[dash + 3 : end]
    listed = lexicon.province_names()
    both = first.casefold() in listed and second.casefold() in listed
    whole = any(f"{first}{joint}{second}".casefold() in listed for joint in (" - ", " "))
    return dash if both and not whole else end


def party_of(fact: Fact) -> Party:
    """The side that a named body is."""
    name = fact.value.canonical or " ".join(fact.quote.split())
    return Party(name, _key(name), fact.span)


def _from_words(document: Document, span: Span) -> Party:
    words = " ".join(document.quote(span).split())
    name = words[0].upper() + words[1:]
    return Party(name, _key(name), span)


@lru_cache(maxsize=4096)
def _key(name: str) -> str:
    """What two namings of one side share: a place and its People's Committee sign as one."""
    words = re.sub(r"\btp\.? ?", "thanh pho ", fold(name))
    words = re.sub(r"^(?:uy ban nhan dan|ubnd|lanh dao) ", "", words)
    return re.sub(r"\W+", " ", words.split(" (")[0].split(" - ")[0]).strip()
