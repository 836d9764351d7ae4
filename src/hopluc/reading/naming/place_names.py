"""Places beside a name (địa danh): their kind and name, known or in capitals."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from hopluc.reading.naming import lexicon
from hopluc.reading.patterns import Pattern, matches_at


class View(NamedTuple):
    """The two same-length views of a text that names are read on."""

    plain: str
    lower: str


class SaidPlace(NamedTuple):
    """A place beside a name: its kind (tỉnh, thành phố, huyện …; None when unsaid) and its name (None when unsaid)."""

    kind: str | None
    name: str | None


def full_place(place: SaidPlace) -> str:
    """A place with its kind before it, where that is known: `tỉnh Tân Lâm`."""
    return f"{place.kind} {place.name}" if place.kind else place.name or ""


_KINDS = {
    "tp": "thành phố", "tp.": "thành phố", "t.p": "thành phố", "t.p.": "thành phố", "thành phố": "thành phố", "tỉnh": "tỉnh",
    "tx": "thị xã", "tx.": "thị xã", "thị xã": "thị xã", "huyện": "huyện", "quận": "quận", "phường": "phường", "xã": "xã",
    "đặc khu": "đặc khu", "thị trấn": "thị trấn", "miền": "miền",
}  # fmt: skip
_PROVINCES = ("tỉnh", "thành phố")
_HEAD = 6000  # characters at the beginning in which a document names its own place
_PLACE_KIND = Pattern(
    r" (t\.?p\.|tx\.|(?:tỉnh|thành phố|t\.?p|tx|thị xã|huyện|quận|phường|xã(?! hội)|đặc khu|thị trấn|miền(?! núi))(?!\w))"
)
_WORDS = Pattern(
    r" ?(\w[\w']*)(?:((?: - |-| )\w[\w']*))?(?:((?: - |-| )\w[\w']*))?(?:((?: - |-| )\w[\w']*))?(?:((?: - |-| )\w[\w']*))?"
)
COMMON_SURNAMES = frozenset("Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý".split())
_NO_PLACE = frozenset(
    "Đề Kế Chương Dự Báo Tờ Quyết Nghị Thông Công Phương Danh Chỉ Kết Hướng Biên Giấy Quy Hồ Văn Bộ Sở Ban Trung Chủ Phó Giám Đại Hội Đoàn Ủy Tổng Chuyên Lễ Ngày Tổ Đảng Sáng Chiều".split()
)
_GOES_ON_IN_CAPITALS = frozenset("VÀ CỦA VỀ GIAI NĂM TRÊN VỚI TRONG THEO".split())  # `PHỐI HỢP GIỮA ỦY BAN NHÂN DÂN TỈNH VÀ …`
MANY = Pattern(r"(?:,|/| và|, các) ?(?:tỉnh|thành phố|tp|quận|huyện|thị xã|xã|phường)(?!\w)(?! (?:[uủ][yỷ]|đoàn|đội)(?!\w))")
OF_MANY = Pattern(
    r" (?:của )?(?:các|một số|nhiều|hai|ba|\d+) (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|địa phương|sở|bộ|ngành|cấp|đơn vị|nước)(?!\w)"
)


def place_after(view: View, end: int) -> tuple[SaidPlace | None, int]:
    """The place said right after `end` (from the space on), and where it ends; (None, end) when none is."""
    said = _PLACE_KIND.match(view.lower, end)
    if said:
        kind = _KINDS[said[1]]
        name, name_end = place_name(view.plain, said.end(), kind)
        return SaidPlace(kind, name), name_end
    known, known_end = known_place(view.plain, end)
    if known is not None and known.casefold() in lexicon.province_kinds():
        return SaidPlace(None, known), known_end
    return None, end


def known_place(plain: str, position: int) -> tuple[str | None, int]:
    """The province, country or city whose name begins at `position` (a space before it is passed over)."""
    first = plain[position : position + 2]
    if not (first[:1].isupper() or (first[:1] == " " and first[1:].isupper())):
        return None, position
    for words, end in leading_words(plain, position, lexicon.place_lengths()):
        name = lexicon.place_names().get(words.casefold())
        if name is not None:
            return name, end
    return None, position


def leading_words(plain: str, position: int, lengths: Mapping[str, int] | None = None) -> Iterator[tuple[str, int]]:
    """The first five, four … words at `position` (a space before them is passed over), each with where it ends.

    `lengths` says for a first word in lower case how many words to begin with, none for a word it does not know.
    """
    words = _WORDS.match(plain, position)
    if words is None:
        return
    most = 5 if lengths is None else min(5, lengths.get(words[1].casefold(), 0))
    for count in range(most, 0, -1):
        if words[count] is not None:
            yield plain[words.start(1) : words.end(count)], words.end(count)


def place_name(plain: str, position: int, kind: str) -> tuple[str | None, int]:
    """The name after the word for its kind: a known one, else its words in capitals, without a person's name after it."""
    known, end = known_place(plain, position)
    if known is not None and not goes_on(plain, position, end):
        return known, end
    words = _WORDS.match(plain, position)
    if words is None or words[1] in _GOES_ON_IN_CAPITALS or _begins_body(plain, words.start(1)):
        return None, position
    if words[1].isdigit() and kind in ("quận", "phường"):
        return words[1], words.end(1)
    count = _length(plain, words, kind)
    if count is None:
        return None, position
    second = words[2] or ""
    if count == 1 and kind in _PROVINCES and second.startswith(" ") and second[1:].islower():
        written = f"{words[1]} {second[1:].capitalize()}"  # `Vĩnh hà` where the head of the document says `Vĩnh Hà`
        head = plain[:_HEAD]
        if written in head or written.upper() in head:
            return written, words.end(2)
        if words[1] in _NO_PLACE:
            return None, position  # `trình UBND thành phố Đề án …`
    name = plain[words.start(1) : words.end(count)] if count else ""
    return (_titled(name), words.end(count)) if name else (None, position)


_BODIES = Pattern(  # `UBND tỉnh Ban Thường vụ …` of a page whose headings run into its text
    r"(?:Ban (?:Thường vụ|Chấp hành|Chỉ đạo|Tổ chức|Tuyên giáo|Quản lý|Dân vận|Nội chính)|(?:Thường trực|Văn phòng|Ủy ban|Hội đồng|Mặt trận|Đoàn Đại biểu)\b|(?:UBND|HĐND|UBMTTQ)\b)"
)


def _begins_body(plain: str, start: int) -> bool:
    """Whether the first words of what could be a place are rather those of a body."""
    return plain.startswith(("Ban ", "Th", "V", "Ủy", "H", "M", "Đo", "U"), start) and _BODIES.match(plain, start) is not None


def _length(plain: str, words: re.Match[str], kind: str) -> int | None:
    """How many of the words name the place: those in capitals, up to a role or a person's name; None where they name a person."""
    surnames = lexicon.surnames()
    run = [(words[group] or "").strip(" -") for group in (1, 2, 3, 4)]
    count = next((place for place, word in enumerate(run) if not word[:1].isupper()), len(run))
    if 0 < count < len(run) and (words[count] or "").startswith(" - "):
        count -= 1  # `huyện Tân Hải - Ủy viên`: what a dash brings is a role
    then_person = (  # `Sở … tỉnh Hà Sơn Lê Thị Hoa`
        count == 4
        and run[2].title() in surnames
        and run[1].title() not in ("Văn", "Thị")
        and run[0].title() not in COMMON_SURNAMES
    )
    if count >= 3 and run[0].title() in surnames and kind in _PROVINCES and not then_person:
        return None
    count = next((place for place in range(2, count) if run[place].title() in surnames), count)
    return 2 if count == 4 or (count > 2 and plain[words.start(1) : words.end(count)].isupper()) else count


def goes_on(plain: str, start: int, end: int) -> bool:
    """Whether a country of one syllable is rather the first word of a Vietnamese place's name: `huyện Đức Thọ`."""
    word = plain[start:end].strip()
    if " " in word or len(word) > len("Pháp") or plain[end : end + 1] != " " or not plain[end + 1 : end + 2].isupper():
        return False
    return word.casefold() in lexicon.country_names() and not lexicon.is_foreign(word.title())


def _titled(name: str) -> str:
    return " ".join(word.capitalize() for word in name.split(" ")) if name.isupper() else name


def may_be_person(plain: str, place: SaidPlace, at: int) -> bool:
    """Whether an unknown province said near `at` but once, of two words that begin with a surname, may be who holds the post before."""
    name = place.name or ""
    if place.kind not in ("tỉnh", "thành phố") or " " not in name or name.casefold() in lexicon.place_names():
        return False
    if not lexicon.surnames().get(name.split(" ")[0]):
        return False
    near = plain.count(f"{place.kind} {name}", max(0, at - _HEAD), at + _HEAD)
    return near + plain.count(f"{place.kind.upper()} {name.upper()}", 0, _HEAD) <= 1


def is_person_name(name: str) -> bool:
    """Whether three words or more that begin with a sure surname, and are no known place, are rather a person."""
    words = name.split(" ")
    return len(words) > 2 and lexicon.surnames().get(words[0], False) and name.casefold() not in lexicon.place_names()


_OF_A_BODY = Pattern(r"(?:UBND|HĐND|nhân dân|Nhân dân) $")
_SAID_ALONE = Pattern(r"(?<!\w)(tỉnh|thành phố|tp\.?)(?= ?\w)")
_SAID_WORDS = ("tỉnh", "thành phố", "tp")


_LOWER_ALONE = Pattern(rf"(?<!\w)(?<!tác )(huyện|thị xã|quận|phường|xã|đặc khu) (?=[{lexicon.CAPITAL}])")


def lower_places_said(view: View) -> Iterator[tuple[int, SaidPlace]]:
    """Where a text names a district or a commune with its kind in small letters, in order."""
    for found in _LOWER_ALONE.finditer(view.plain):
        name, _ = place_name(view.plain, found.end(), found[1])
        if name is not None:
            yield found.start(), SaidPlace(found[1], name)


def places_said(view: View) -> Iterator[tuple[int, SaidPlace]]:
    """Where a text names a province or a city with its kind, in order."""
    for found in matches_at(_SAID_WORDS, _SAID_ALONE, view.lower):
        kind = _KINDS[found[1]]
        name, end = place_name(view.plain, found.end(), kind)
        in_heading = (
            name is not None and view.plain[found.end() : end].isupper() and name.casefold() not in lexicon.place_names()
        )
        if name is not None and not in_heading:
            said = SaidPlace(kind, name)
            if not (
                _OF_A_BODY.search(view.plain, max(0, found.start() - 9), found.start())
                and may_be_person(view.plain, said, found.start())
            ):
                yield found.start(), said
