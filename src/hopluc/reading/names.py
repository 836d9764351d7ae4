"""Reading one organisation's name at its anchor: where it ends, the place it says, and what kind of name it is.

Official Vietnamese mixes cases inside names and puts no sign at their end, so a name is walked word by word: known phrases
(name_words.csv) in any case, other words only with a capital, joints (`và`, ` - `, `,`) only where a list of fields goes on.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from hopluc.reading import lexicon
from hopluc.reading.committee_names import committee_end
from hopluc.reading.lexicon import CAPITAL, OTHER, Anchor
from hopluc.reading.open_names import BARE, POST_BEFORE, Walk, opens_line
from hopluc.reading.patterns import Pattern
from hopluc.reading.place_names import MANY, OF_MANY, SaidPlace, View, known_place, may_be_person, place_after, place_name


class Name(NamedTuple):
    """A name as read: from `start` to `end`; `stem` ends before the place that belongs to it."""

    start: int
    end: int
    anchor: Anchor
    stem: int
    place: SaidPlace | None = None
    inner: "Name | None" = None


def names_in(view: View) -> Iterator[Name]:
    """Every name at an anchor, from left to right, none overlapping."""
    plain, reached = view.plain, 0
    for last, (length, anchors) in lexicon.anchors().iter_long(plain):
        start, end = last - length + 1, last + 1
        if start < reached or anchors[0].grammar == OTHER:
            continue
        if plain[start - 1 : start] in _FREE and plain[end : end + 1] in _FREE and not anchors[0].standing:
            names = _read_at(view, start, end, anchors)
        else:
            names = _read_at(view, *_settled(plain, start, end, anchors))
        for name in names:
            yield name
            reached = name.end


_FREE = frozenset(' \n\t,.;:()"')  # beside one of these a name is whole


def _settled(plain: str, start: int, end: int, anchors: tuple[Anchor, ...]) -> tuple[int, int, tuple[Anchor, ...]]:
    """The anchor as it is to be read: without `Thường trực` that belongs to a post, and shorter where it is cut short."""
    if plain.startswith("Thường trực ", start) and _POST_WITH_STANDING.search(plain, max(0, start - 12), start):
        start += len("Thường trực ")
        anchors = lexicon.anchors().get(plain[start:end], (0, ()))[1]
    if _is_cut(plain, start, end):
        end, anchors = _shorter(plain, start, end)
    return start, end, anchors


def _read_at(view: View, start: int, end: int, anchors: tuple[Anchor, ...]) -> Iterable[Name]:
    if not anchors:
        return ()
    if anchors[0].grammar == "kể":
        return _listed(view, end, anchors[0])
    if view.lower.startswith(("tổ chức ", " dân và "), max(0, start - 8)) and _OF_A_LAW.search(
        view.plain, max(0, start - 40), start
    ):
        return ()
    for anchor in anchors:
        name = _read(view, start, end, anchor)
        if name is not None:
            return (name,)
    shorter = _shorter(view.plain, start, end) if anchors[0].grammar in ("địa phương", "tên") else (end, ())
    return _read_at(view, start, *shorter) if shorter[1] else ()


_POST_WITH_STANDING = Pattern(r"(?:Bí thư|Chủ tịch|Ủy viên|Phó ban) $")
_OF_A_LAW = Pattern(r"Luật [Tt]ổ chức (?:(?:[Hh]ội đồng [Nn]hân dân|HĐND)(?:,| và) )?$")


def _shorter(plain: str, start: int, end: int) -> tuple[int, tuple[Anchor, ...]]:
    """The longest shorter anchor at `start` that is not cut short; without anchors where there is none."""
    automaton, words = lexicon.anchors(), plain[start:end].split(" ")
    for count in range(len(words) - 1, 0, -1):
        text = " ".join(words[:count])
        anchors = automaton.get(text, (0, ()))[1]
        if anchors and not _is_cut(plain, start, start + len(text)):
            return start + len(text), anchors
    return end, ()


def _listed(view: View, position: int, anchor: Anchor) -> Iterator[Name]:
    """Names that a list tells by their fields alone: `các Sở: Khoa học và Công nghệ, Tài chính`."""
    head = "Sở" if "ở" in anchor.name else "Bộ"
    while True:
        item = _longest_field(view.plain, position, head)
        if item is None:
            return
        start, end, known = item
        name = _read_local(view, start, end, known) if known.grammar == "địa phương" else Name(start, end, known, end)
        if name is None:
            return
        yield name
        joint = _LIST_JOINT.match(view.plain, name.end)
        if joint is None:
            return
        position = joint.end()


_LIST_JOINT = Pattern(r", ?| và |; ?")


def _longest_field(plain: str, position: int, head: str) -> tuple[int, int, Anchor] | None:
    start = position + (plain[position : position + 1] == " ")
    line = plain[start : start + 80].split("\n", maxsplit=1)[0]
    for stop in sorted({found.start() for found in _FIELD_END.finditer(line)} | {len(line)}, reverse=True):
        known = lexicon.known_names().get(lexicon.sameness(f"{head} {line[:stop]}"))
        if known is not None and line[:1].isupper():
            return start, start + stop, known
    return None


_FIELD_END = Pattern(r"[,;.:(]| và | \(| tỉnh| thành phố")


def _is_cut(plain: str, start: int, end: int) -> bool:
    """Whether the words go on to the left or right: inside a word, or inside a number such as 12/QĐ-UBND."""
    before, after = plain[max(0, start - 2) : start], plain[end : end + 2]
    if before[-1:].isalnum() or after[:1].isalnum():
        return True
    if end - start >= 8:
        return False
    return (before[-1:] in ("/", "-") and before[:1].isalnum()) or (after[:1] in ("/", "-") and after[1:].isupper())


def _read(view: View, start: int, end: int, anchor: Anchor) -> Name | None:
    return _READERS.get(anchor.grammar, _read_open)(view, start, end, anchor)


def _read_local(view: View, start: int, end: int, anchor: Anchor) -> Name | None:
    plain = view.plain
    if (plain[start].islower() and not plain.startswith(" ", end)) or OF_MANY.match(view.lower, end):
        return None
    if region := _REGION.match(plain, end):
        return Name(start, region.end(), anchor, end, SaidPlace("khu vực", region[1]))
    if anchor.pattern in ("sở", "không"):
        place, place_end = place_after(view, end)
        return Name(start, place_end, anchor, end, place)
    place, place_end = place_after(view, end)
    if place is not None and _is_person(view, start, place):
        place, place_end = SaidPlace(place.kind, None), end + 1 + len(place.kind or "")
    if place is None and anchor.pattern in _SELF_SAID:
        return _read_self_said(view, start, end, anchor)
    if place is None:
        return None if "nơi" in anchor.pattern or plain[start].islower() else Name(start, end, anchor, end)
    if place.name is None:
        if MANY.match(view.lower, place_end) or (
            place.kind in ("xã", "phường") and anchor.pattern != "đủ" and plain[start].islower()
        ):
            return None
        if anchor.pattern in _SELF_SAID:
            return Name(start, end, anchor, end)
    return Name(start, place_end, anchor, end, place)


_REGION = Pattern(r" khu vực ((?:[IVX]{1,5}|[0-9]{1,2})(?!\w))")  # of bodies that are one for several provinces


def _is_person(view: View, start: int, place: SaidPlace) -> bool:
    """Whether what follows is no place but who holds the post before: `Phó Chủ tịch UBND tỉnh Lê An`."""
    post = POST_BEFORE.search(view.plain, max(0, start - 24), start)
    return post is not None and may_be_person(view.plain, place, start)


_NATIONAL = Pattern(r" (?:[Qq]uốc gia|Trung ương|Việt Nam)(?!\w)")  # `Trung tâm Khuyến nông Quốc gia` is no province's


def _abroad(plain: str, end: int) -> int | None:
    """Where another country that is named right after ends: `Hiệp hội Doanh nghiệp Hàn Quốc`; None where none is."""
    country, stop = known_place(plain, end)
    abroad = country is not None and country != "Việt Nam" and country.casefold() in lexicon.country_names()
    return stop if abroad and plain[end : end + 1] == " " else None


def _read_local_or_own(view: View, start: int, end: int, anchor: Anchor) -> Name | None:
    """A local body, or a board that goes on with a name of its own: `Ban Quản lý Khu kinh tế Vân Hải`."""
    plain = view.plain
    if anchor.kind not in ("chính quyền", "sở") and (national := _NATIONAL.match(plain, end)):
        return Name(start, national.end(), Anchor("mở", anchor.name), national.end())
    if anchor.kind == "hội" and (abroad := _abroad(plain, end)):
        return Name(start, abroad, Anchor("mở", anchor.name), abroad)
    head = _head_of(plain, start, end) if anchor.kind == "ban" and plain[end : end + 1] == " " else None
    if head and plain[end + 1 : end + 2].isupper() and not plain[start:end].isupper() and place_after(view, end)[0] is None:
        longer = _read_open(view, start, *head)
        if longer is not None and longer.end > end and longer.anchor.grammar == "mở":
            return longer
    return _read_local(view, start, end, anchor)


_SELF_SAID = ("tỉnh", "thành phố", "huyện", "quận", "thị xã")  # patterns of names that say the kind of their place themselves


_LETTERHEAD_PLACE = Pattern(rf" ([{CAPITAL}]+ [{CAPITAL}]+(?: [{CAPITAL}]+)?)[ \t]*(?:\n|$)")


def _read_self_said(view: View, start: int, end: int, anchor: Anchor) -> Name:
    """`Tỉnh ủy Tân Lâm`, and `Tỉnh ủy` alone where a person's name comes next."""
    if view.plain[start:end].isupper():  # in a heading in capitals any word may come next, and known places are said already
        place = _LETTERHEAD_PLACE.match(view.plain, end) if opens_line(view.plain, start) else None
        return (
            Name(start, place.end(1), anchor, end, SaidPlace(None, place[1].title()))
            if place
            else Name(start, end, anchor, end)
        )
    name, name_end = place_name(view.plain, end, anchor.pattern)
    first = (name or "").split(" ")[0]
    if name is None or (lexicon.surnames().get(first) and POST_BEFORE.search(view.plain, max(0, start - 24), start)):
        return Name(start, end, anchor, end)
    return Name(start, name_end, anchor, end, SaidPlace(None, name))


def _read_known_or_region(view: View, start: int, end: int, anchor: Anchor) -> Name | None:
    """A known body, or its office for a region: `Kiểm toán Nhà nước khu vực VI`."""
    if region := _REGION.match(view.plain, end):
        return Name(start, region.end(), replace(anchor, name=f"{anchor.name}{region[0]}"), region.end())
    return _read_known(view, start, end, anchor)


def _read_known(view: View, start: int, end: int, anchor: Anchor) -> Name | None:
    if anchor.kind in ("trường", "viện", "đơn vị", "hội") and not anchor.short and _GOES_ON.match(view.plain, end):
        head = _head_of(view.plain, start, end)
        longer = _read_open(view, start, head[0], head[1]) if head else None
        if longer is not None and longer.end > end:
            return longer
    if anchor.kind == "bộ" and view.plain.startswith((" và ", ", "), end):
        abroad = _read_open(view, start, start + 2, Anchor("nước", "Bộ"))
        if abroad is not None and abroad.end > end and abroad.anchor.grammar == "nước":
            return abroad
    if anchor.kind in ("hội", "đoàn thể") and not anchor.short:
        place, place_end = place_after(view, end)
        if place is not None and place.kind is not None and not (place.name is None and MANY.match(view.lower, place_end)):
            return Name(start, place_end, replace(anchor, grammar="địa phương", pattern="đủ"), end, place)
    if anchor.kind in ("nhà nước", "bộ"):
        if anchor.name == "Chính phủ" and OF_MANY.match(view.lower, end):
            return None
        country, country_end = known_place(view.plain, end)
        if country is not None and country.casefold() in lexicon.country_names() and view.plain[end] == " ":
            return Name(start, country_end, replace(anchor, grammar="nước ngoài"), end)
    if anchor.kind == "doanh nghiệp" and view.plain[end : end + 1] == " " and view.plain[end + 1 : end + 2].isupper():
        head = (end, replace(anchor, grammar="công ty", lower=False)) if anchor.short else _head_of(view.plain, start, end)
        longer = _read_open(view, start, *head) if head else None
        if longer is not None and longer.end > end:
            return longer
    return Name(start, end, anchor, end)


_GOES_ON = Pattern(rf" (?:và )?[{CAPITAL}]")


def _head_of(plain: str, start: int, end: int) -> tuple[int, Anchor] | None:
    """The open head that the name at `start` begins with, and where it ends; the longest there is."""
    automaton, words = lexicon.anchors(), plain[start:end].split(" ")
    for count in range(min(4, len(words) - 1), 0, -1):
        text = " ".join(words[:count])
        for anchor in automaton.get(text, (0, ()))[1]:
            if anchor.grammar not in ("tên", "địa phương", OTHER):
                return start + len(text), anchor
    return None


def _read_committee(view: View, start: int, end: int, anchor: Anchor) -> Name | None:
    reached = committee_end(view.plain, end)
    if reached == end and anchor.name.casefold() not in BARE:
        return None
    return Name(start, reached, anchor, reached)


_HEAD = 400  # characters of a letterhead
_REST_IN_CAPITALS = Pattern(rf"(?: (?:-|[{CAPITAL}&,]+)){{1,9}}(?=[ \t]*(?:\n|\t| {{3}}))")
_NUMBER_BELOW = Pattern(r"[^\n]*\n(?:[^\n]{0,80}\n){0,4}?[ \t]*(?:Số|SỐ)\s?:")


def _letterhead_line(plain: str, start: int, end: int) -> int | None:
    """Where the line of a letterhead ends that names a school or an institute in capitals: with the document's number below it."""
    if start > _HEAD or plain[start:end] not in _IN_LETTERHEADS or not opens_line(plain, start):
        return None
    rest = _REST_IN_CAPITALS.match(plain, end)
    return rest.end() if rest and _NUMBER_BELOW.match(plain, rest.end()) else None


_IN_LETTERHEADS = frozenset(
    ("TRƯỜNG ĐẠI HỌC", "TRƯỜNG CAO ĐẲNG", "ĐẠI HỌC", "HỌC VIỆN", "VIỆN", "TRUNG TÂM", "BỆNH VIỆN", "TRƯỜNG")
)
_SIGNS_FOR = ("ĐẠI DIỆN ", "TM. ", "T/M ", "TL. ", "KT. ")


def _read_open(view: View, start: int, end: int, anchor: Anchor) -> Name | None:
    if view.plain[start].islower() and not (view.plain[end : end + 1] == " " and view.plain[end + 1 : end + 2].isupper()):
        return None
    walk = Walk(view, start, end, anchor)
    if walk.capitals and not (opens_line(view.plain, start) or view.plain.endswith(_SIGNS_FOR, 0, start)):
        return None
    if walk.capitals and (whole := _letterhead_line(view.plain, start, end)):
        return Name(start, whole, anchor, whole)
    walk.run()
    if not walk.parts:
        inner = _joined(view, end, anchor)
        if inner is not None:
            return Name(start, inner.end, anchor, end, inner=inner)
        bare = anchor.name.casefold() in BARE and view.plain[start].isupper()
        return Name(start, end, anchor, end) if bare else None
    walk.leave_person()
    walk.take_legal_end()
    for stop in (walk.end, walk.before_place()):
        written = lexicon.short_forms().sub(lambda short: lexicon.long_forms()[short[0]], view.plain[start:stop])
        known = lexicon.known_names().get(lexicon.sameness(written))
        if known is not None and (stop == walk.end or known.grammar == "địa phương"):
            return _read_local(view, start, stop, known) if known.grammar == "địa phương" else Name(start, stop, known, stop)
    return Name(start, walk.end, anchor, walk.stem, walk.place) if walk.is_name() else None


_JOINING = frozenset(
    (
        "Đảng ủy",
        "Đảng bộ",
        "Công đoàn",
        "Văn phòng",
        "Thanh tra",
        "Ban cán sự đảng",
        "Ban Cán sự đảng",
        "Ban Cán sự Đảng",
        "Đoàn Thanh niên",
        "Bộ Tư lệnh",
        "Chi nhánh",
    )
)


OWN_UNITS = ("Văn phòng", "Thanh tra", "Đảng ủy", "Công đoàn")  # `Thanh tra Sở`: of the department the document is about
_BARE_PARENT = Pattern(rf" (Sở|Bộ|SỞ|BỘ)(?=[,.;:()\n/]|$| - | (?![{CAPITAL}&]))")


def _joined(view: View, end: int, anchor: Anchor) -> Name | None:
    """The organisation named right after a head that takes another's name: `Đảng ủy Sở Khoa học và Công nghệ`."""
    if anchor.name not in _JOINING or not view.plain.startswith(" ", end):
        return None
    bare = _BARE_PARENT.match(view.plain, end) if anchor.name in OWN_UNITS else None
    if bare is not None:
        return Name(bare.start(1), bare.end(1), Anchor("cấp trên", bare[1].capitalize()), bare.end(1))
    for last, (length, anchors) in lexicon.anchors().iter_long(view.plain, end + 1, min(len(view.plain), end + 90)):
        if last - length != end:
            return None
        return next((name for each in anchors if (name := _read(view, end + 1, last + 1, each))), None)
    return None


_ENGLISH_BEFORE = Pattern(r"(?:(?:[A-Z][A-Za-z&.'-]*|of|for|and|the|de) ){1,7}$")
_ENGLISH_AFTER = Pattern(r"(?:,? (?:Ltd|Inc|Co)\b\.?| (?:of|for|and|the|in|de)(?= (?:the )?[A-Z])| [A-Z][A-Za-z&'-]+)*")


def _read_nothing(_view: View, _start: int, _end: int, _anchor: Anchor) -> Name | None:
    return None


def _read_english(view: View, start: int, end: int, anchor: Anchor) -> Name | None:
    """A name in English round one of its nouns: `University of Oulu`, `Sakura Technology Co., Ltd`."""
    plain = view.plain
    before = _ENGLISH_BEFORE.search(plain, max(0, start - 60), start)
    first = before.start() if before else start
    while first < start and not plain[first].isupper():
        first = plain.index(" ", first) + 1
    if first and plain[first - 1].isalnum():
        return None
    words = plain[first:start].split()
    while words and (lexicon.anchors().exists(words[0]) or words[0] in lexicon.title_words()):
        first += len(words.pop(0)) + 1
    after = _ENGLISH_AFTER.match(plain, end)
    last = after.end() if after else end
    return Name(first, last, anchor, last) if first < start or last > end else None


_READERS = {
    "địa phương": _read_local_or_own,
    "tên": _read_known_or_region,
    "ban chỉ đạo": _read_committee,
    "tiếng Anh": _read_english,
    OTHER: _read_nothing,
}
