"""Reading one organisation's name at its anchor: where it ends, the place it says, and what kind of name it is.

Official Vietnamese mixes cases inside names and puts no sign at their end, so a name is walked word by word: known phrases
(name_words.csv) in any case, other words only with a capital, joints (`và`, ` - `, `,`) only where a list of fields goes on.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from hopluc.reading.naming import lexicon
from hopluc.reading.naming.anchor_ends import fuller_at, settled, shorter_at
from hopluc.reading.naming.boards import BOARDS, bare_association, board_head, spelt
from hopluc.reading.naming.committee_names import committee_end
from hopluc.reading.naming.english_names import english_name
from hopluc.reading.naming.held_posts import after_surname, is_held, post_behind
from hopluc.reading.naming.letterhead_lines import letterhead_line, names_side, side_line
from hopluc.reading.naming.lexicon import CAPITAL, OTHER, Anchor
from hopluc.reading.naming.listed_names import JOINT, NO_DEPARTMENT, Field, field_at, fields_after
from hopluc.reading.naming.local_looks import REGION, is_no_body, zone_after
from hopluc.reading.naming.open_names import BARE, Walk, heads_paper, opens_line
from hopluc.reading.naming.place_names import (
    MANY,
    OF_MANY,
    SaidPlace,
    View,
    known_place,
    may_be_person,
    place_after,
    place_name,
)
from hopluc.reading.patterns import Pattern


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
        fuller = fuller_at(plain, start, end) if anchors[0].kind in _WITH_FIELDS else None
        if fuller is not None:
            names = _read_at(view, start, fuller[0], (fuller[1],))
        elif plain[start - 1 : start] in _FREE and plain[end : end + 1] in _FREE and not anchors[0].standing:
            names = _read_at(view, start, end, anchors)
        else:
            names = _read_at(view, *settled(plain, start, end, anchors))
        for name in names:
            yield name
            reached = name.end
            if name.anchor.kind in _LISTED and plain.startswith(_GOES_ON_WITH, reached) and anchors[0].grammar != "kể":
                for more in _fields_further(view, name):
                    yield more
                    reached = more.end


_LISTED = frozenset(("sở", "bộ"))
_WITH_FIELDS = frozenset(("sở", "bộ", "đơn vị", "đơn vị tỉnh"))
_GOES_ON_WITH = (", ", "; ")


def _fields_further(view: View, name: Name) -> Iterator[Name]:
    """The departments or ministries told by their fields alone right after one: `Sở Tài chính, Nội vụ`."""
    if name.place is not None or name.end != name.stem:
        return
    for field in fields_after(view.plain, name.end, name.anchor.kind):
        more = _read_field(view, field)
        if more is None:
            return
        yield more


_FREE = frozenset(' \n\t,.;:()"')  # beside one of these a name is whole


def _read_at(view: View, start: int, end: int, anchors: tuple[Anchor, ...]) -> Iterable[Name]:
    if not anchors:
        return ()
    if anchors[0].grammar == "kể":
        return _listed(view, end, anchors[0])
    if view.lower.startswith(("tổ chức ", " dân và ", "hđnd và "), max(0, start - 8)) and _OF_A_LAW.search(
        view.plain, max(0, start - 40), start
    ):
        return ()
    for anchor in anchors:
        name = _read(view, start, end, anchor)
        if name is not None:
            return (name,)
    shorter = shorter_at(view.plain, start, end) if anchors[0].grammar in ("địa phương", "tên") else (end, ())
    return _read_at(view, start, *shorter) if shorter[1] else ()


_OF_A_LAW = Pattern(r"Luật [Tt]ổ chức (?:(?:[Hh]ội đồng [Nn]hân dân|HĐND)(?:,| và) )?$")


def _listed(view: View, end: int, anchor: Anchor) -> Sequence[Name]:
    """Names that a list tells by their fields alone: `các Sở: Khoa học và Công nghệ, Tài chính`; without a colon two at least."""
    head, names, position = "sở" if "ở" in anchor.name else "bộ", list[Name](), end
    while (field := field_at(view.plain, position, head)) is not None:
        name = _read_field(view, field)
        if name is None:
            break
        names.append(name)
        joint = JOINT.match(view.plain, name.end)
        if joint is None:
            break
        position = joint.end()
        if head == "sở" and (beside := NO_DEPARTMENT.match(view.plain, position)):
            end = beside.end(1)
            names.extend(_read_at(view, position, end, lexicon.anchors().get(beside[1], (0, ()))[1]))
            position = beside.end()
    return names if len(names) > 1 or anchor.name.endswith(":") else ()


def _read_field(view: View, field: Field) -> Name | None:
    if field.anchor.grammar == "địa phương":
        return _read_local(view, field.start, field.end, field.anchor)
    return Name(field.start, field.end, field.anchor, field.end)


def _read(view: View, start: int, end: int, anchor: Anchor) -> Name | None:
    if " " not in anchor.name and after_surname(view.plain, start):  # `Lương Đài Trang`
        return None
    if anchor.name in _CHAMBERS and (abroad := _abroad(view.plain, end)):
        return Name(start, abroad, anchor, abroad)
    if spelt(anchor.name) in BOARDS and (board := _read_board(view, start, end, anchor)) is not None:
        return board
    return _READERS.get(anchor.grammar, _read_open)(view, start, end, anchor)


def _read_board(view: View, start: int, end: int, anchor: Anchor) -> Name | None:
    """A board with the party's branch or the association it leads: `Ban Chấp hành Hội Nông dân tỉnh`, `Ban Tổ chức Đảng ủy Khối …`."""
    head, position, bodies = board_head(view.plain, start, end, anchor)
    if bare := bare_association(view.plain, position, head):
        return Name(start, bare, Anchor("mở", view.plain[start:bare]), bare)
    if not view.plain.startswith(bodies, position):
        return None
    inner = _named_at(view, position)
    if inner is None or (inner.anchor.name == "Đảng bộ" and inner.anchor.grammar == "địa phương"):
        return None
    return Name(start, inner.end, Anchor("mở", head), end, inner=inner)


def _read_local(view: View, start: int, end: int, anchor: Anchor) -> Name | None:
    plain = view.plain
    if is_no_body(view, start, end, anchor):
        return None
    if zone := zone_after(plain, end, anchor):
        return Name(start, zone[1], anchor, end, zone[0])
    place, place_end = place_after(view, end)
    if anchor.pattern in ("sở", "không"):
        return Name(start, place_end, anchor, end, place)
    if place is not None and _is_person(view, start, place):
        place, place_end = SaidPlace(place.kind, None), end + 1 + len(place.kind or "")
    if place is None and anchor.pattern in _SELF_SAID:
        return _read_self_said(view, start, end, anchor)
    if place is None:
        return (
            None
            if "nơi" in anchor.pattern or (plain[start].islower() and anchor.kind != "sở")
            else Name(start, end, anchor, end)
        )
    if place.name is None:
        if MANY.match(view.lower, place_end) or (
            place.kind in ("xã", "phường") and anchor.pattern != "đủ" and plain[start].islower()
        ):
            return None
        if anchor.pattern in _SELF_SAID:
            return Name(start, end, anchor, end)
    return Name(start, place_end, anchor, end, place)


def _is_person(view: View, start: int, place: SaidPlace) -> bool:
    """Whether what follows is no place but who holds the post before: `Phó Chủ tịch UBND tỉnh Lê An`."""
    post = post_behind(view.plain, start)
    return post is not None and may_be_person(view.plain, place, start) and not is_held(view.plain, post.start())


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


LETTERHEAD_PLACE = Pattern(rf" ([{CAPITAL}]+ [{CAPITAL}]+(?: [{CAPITAL}]+)?)[ \t]*(?:\n|$)")


def _read_self_said(view: View, start: int, end: int, anchor: Anchor) -> Name:
    """`Tỉnh ủy Tân Lâm`, and `Tỉnh ủy` alone where a person's name comes next."""
    if view.plain[start:end].isupper():  # in a heading in capitals any word may come next, and known places are said already
        place = LETTERHEAD_PLACE.match(view.plain, end) if heads_paper(view.plain, start) else None
        return (
            Name(start, place.end(1), anchor, end, SaidPlace(None, place[1].title()))
            if place
            else Name(start, end, anchor, end)
        )
    name, name_end = place_name(view.plain, end, anchor.pattern)
    first = (name or "").split(" ")[0]
    if name is None or (lexicon.surnames().get(first) and post_behind(view.plain, start)):
        return Name(start, end, anchor, end)
    return Name(start, name_end, anchor, end, SaidPlace(None, name))


def _read_known_or_region(view: View, start: int, end: int, anchor: Anchor) -> Name | None:
    """A known body, or its office for a region: `Kiểm toán Nhà nước khu vực VI`."""
    if view.plain.startswith("Quốc Hội", start) and after_surname(view.plain, start):
        return None
    if region := REGION.match(view.plain, end):
        return Name(start, region.end(), replace(anchor, name=f"{anchor.name}{region[0]}"), region.end())
    return _read_known(view, start, end, anchor)


def _read_known(view: View, start: int, end: int, anchor: Anchor) -> Name | None:
    if anchor.kind in ("trường", "viện", "đơn vị", "hội") and not anchor.short and _GOES_ON.match(view.plain, end):
        head = _head_of(view.plain, start, end)
        longer = _read_open(view, start, head[0], head[1]) if head else None
        if longer is not None and longer.end > end:
            return longer
    if anchor.kind == "viện" and not anchor.short and (further := _known_further(view.plain, start, end)) is not None:
        return further
    if anchor.kind == "bộ" and view.plain[start] == "b" and not view.plain.endswith(_BEFORE_MINISTRY, 0, start):
        return None
    if anchor.kind in ("hội", "đoàn thể") and not anchor.short:
        place, place_end = place_after(view, end)
        if place is not None and place.kind is not None and not (place.name is None and MANY.match(view.lower, place_end)):
            return Name(start, place_end, replace(anchor, grammar="địa phương", pattern="đủ"), end, place)
    if anchor.kind in ("nhà nước", "bộ"):
        return _read_state(view, start, end, anchor)
    if anchor.kind == "doanh nghiệp":
        return _company_further(view, start, end, anchor) or Name(start, end, anchor, end)
    return Name(start, end, anchor, end)


def _read_state(view: View, start: int, end: int, anchor: Anchor) -> Name | None:
    """A body of the state, or another country's of the same name: `Bộ Khoa học, Công nghệ và Đổi mới Pháp`, `Chính phủ Lào`."""
    if anchor.name == "Chính phủ" and OF_MANY.match(view.lower, end):
        return None
    if anchor.kind == "bộ" and view.plain.startswith((" và ", ", "), end):
        abroad = _read_open(view, start, start + 2, Anchor("nước", "Bộ"))
        if abroad is not None and abroad.end > end and abroad.anchor.grammar == "nước":
            return abroad
    if republic := _REPUBLIC.match(view.plain, end):
        return Name(start, republic.end(), anchor, end)
    country, country_end = known_place(view.plain, end)
    if country is not None and country.casefold() in lexicon.country_names() and view.plain[end] == " ":
        own = country == "Việt Nam"
        return Name(start, country_end, anchor if own else replace(anchor, grammar="nước ngoài"), end)
    return Name(start, end, anchor, end)


_REPUBLIC = Pattern(r" (?i:(?:nước )?việt nam dân chủ cộng h(?:òa|oà))(?!\w)")


def _company_further(view: View, start: int, end: int, anchor: Anchor) -> Name | None:
    """A company whose name goes on after a known one's: `Samsung Electronics Việt Nam`."""
    if view.plain[end : end + 1] != " " or not view.plain[end + 1 : end + 2].isupper():
        return None
    own = (end, replace(anchor, grammar="công ty", lower=False))
    head = own if anchor.short else _head_of(view.plain, start, end) or own
    longer = _read_open(view, start, *head)
    return longer if longer is not None and longer.end > end else None


# `thứ trưởng bộ Y tế`, `nghị định của bộ Canh nông`; not `cán bộ y tế`, `toàn bộ Công an`
_BEFORE_MINISTRY = ("rưởng ", "của ", "thuộc ", "giữa ", "và ", "với ", "tại ", "từ ", "lập ", "do ", "cho ", "hai ")
_GOES_ON = Pattern(rf" (?:và )?[{CAPITAL}]")
_FURTHER = Pattern(r" \w+ \w+")


def _known_further(plain: str, start: int, end: int) -> Name | None:
    """The longer known name that goes on in small letters: `Viện Khoa học Vật liệu ứng dụng`."""
    words = _FURTHER.match(plain, end)
    known = lexicon.known_names().get(lexicon.sameness(plain[start : words.end()])) if words else None
    return Name(start, words.end(), known, words.end()) if words and known is not None else None


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


_CHAMBERS = ("Thượng viện", "Hạ viện", "Nghị viện")  # of another country, told right after
_SIGNS_FOR = ("ĐẠI DIỆN ", "TM. ", "T/M ", "TL. ", "KT. ")


def _read_open(view: View, start: int, end: int, anchor: Anchor) -> Name | None:
    if view.plain[start].islower() and not (view.plain[end : end + 1] == " " and view.plain[end + 1 : end + 2].isupper()):
        return None
    walk = Walk(view, start, end, anchor)
    plain = view.plain
    if walk.capitals and not (opens_line(plain, start) or plain.endswith(_SIGNS_FOR, 0, start) or names_side(plain, start)):
        return None
    if walk.capitals and (whole := letterhead_line(plain, start, end) or side_line(plain, start, end)):
        return Name(start, whole, anchor, whole)
    inner = _joined(view, end, anchor)
    if inner is None or not inner.anchor.short:
        walk.run()
    if not walk.parts:
        if inner is not None:
            return Name(start, inner.end, anchor, end, inner=inner)
        bare = anchor.name.casefold() in BARE and view.plain[start].isupper()
        return Name(start, end, anchor, end) if bare else None
    walk.leave_person()
    walk.take_legal_end()
    for stop in (walk.end, walk.before_place()):
        known = lexicon.known_as(view.plain[start:stop])
        if known is not None and (stop == walk.end or known.grammar == "địa phương"):
            if known.grammar == "địa phương":
                return _read_local(view, start, stop, known)
            return _known_further(view.plain, start, stop) or Name(start, stop, known, stop)
    return Name(start, walk.end, anchor, walk.stem, walk.place) if walk.is_name() else None


_JOINING = frozenset(
    "Đảng ủy|Đảng bộ|Chi bộ|Công đoàn|Văn phòng|Thanh tra|Ban cán sự đảng|Ban Cán sự đảng|Ban Cán sự Đảng|Đoàn Thanh niên|Bộ Tư lệnh|Chi nhánh".split(
        "|"
    )
)
OWN_UNITS = ("Văn phòng", "Thanh tra", "Đảng ủy", "Công đoàn")  # `Thanh tra Sở`: of the department the document is about
_BARE_PARENT = Pattern(rf" (Sở|Bộ|SỞ|BỘ)(?=[,.;:()\n\t/]|$| - | (?![{CAPITAL}&]))")


def _joined(view: View, end: int, anchor: Anchor) -> Name | None:
    """The organisation named right after a head that takes another's name: `Đảng ủy Sở Khoa học và Công nghệ`."""
    if anchor.name not in _JOINING or not view.plain.startswith(" ", end) or end + 1 >= len(view.plain):
        return None
    bare = _BARE_PARENT.match(view.plain, end) if anchor.name in OWN_UNITS else None
    if bare is not None:
        return Name(bare.start(1), bare.end(1), Anchor("cấp trên", bare[1].capitalize()), bare.end(1))
    return _named_at(view, end)


def _named_at(view: View, position: int) -> Name | None:
    """The organisation whose name begins behind the space at `position`."""
    for last, (length, anchors) in lexicon.anchors().iter_long(view.plain, position + 1, min(len(view.plain), position + 90)):
        if last - length != position:
            return None
        return next((name for each in anchors if (name := _read(view, position + 1, last + 1, each))), None)
    return None


def _read_nothing(_view: View, _start: int, _end: int, _anchor: Anchor) -> Name | None:
    return None


def _read_english(view: View, start: int, end: int, anchor: Anchor) -> Name | None:
    found = english_name(view.plain, start, end)
    return Name(*found, anchor, found[1]) if found else None


_READERS = {
    "địa phương": _read_local_or_own,
    "tên": _read_known_or_region,
    "ban chỉ đạo": _read_committee,
    "tiếng Anh": _read_english,
    OTHER: _read_nothing,
}
