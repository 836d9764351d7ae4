"""Organisations (cơ quan, đơn vị): the whole name as written, and the one official name it stands for."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

import ahocorasick

from hopluc.reading.cues import cues, ends
from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Fact, Found, Kind, Value
from hopluc.reading.mentions.organisation_cases import CASES
from hopluc.reading.mentions.organisation_old_cases import OLD_CASES
from hopluc.reading.naming import lexicon
from hopluc.reading.naming.anchor_ends import begins_name
from hopluc.reading.naming.defined_names import with_terms
from hopluc.reading.naming.held_posts import post_behind
from hopluc.reading.naming.initial_names import initials_of
from hopluc.reading.naming.letterhead_names import as_in_letterhead
from hopluc.reading.naming.names import LETTERHEAD_PLACE, Name, names_in
from hopluc.reading.naming.official_names import Names, place_in_doubt
from hopluc.reading.naming.open_names import opens_line
from hopluc.reading.naming.own_places import OwnPlaces
from hopluc.reading.naming.place_names import SaidPlace, View, places_said
from hopluc.reading.naming.successions import succession_of
from hopluc.reading.page.squeezed import Squeezed
from hopluc.reading.patterns import Pattern
from hopluc.vietnamese import small


@dataclass(frozen=True, slots=True)
class Organisation(Value):
    """An organisation by its canonical name: the shortest official Vietnamese name that is unique among the documents.

    A place is added for local bodies only; a unit carries its parent after a comma. None where it cannot be resolved. In the lines of
    the output a name that has ended tells its last day and the name of its heir, by the dated lists.
    """

    canonical: str | None
    kind: str | None = None

    def as_json(self) -> dict[str, Any]:
        passed = succession_of(self.canonical) if self.canonical else None
        if passed is None:
            return {"canonical": self.canonical}
        heir = {"successor": passed.heir} if passed.heir else {}
        return {"canonical": self.canonical, "until": passed.until.isoformat()} | heir

    def brief(self) -> str:
        return self.canonical or "-"


def find_organisations(document: Document, found: Found) -> Iterator[Fact]:  # noqa: ARG001  the first of the two party kinds
    """Every organisation the document names, with its canonical name as this document lets it be known."""
    squeezed = Squeezed(_unwrapped(document))
    plain = squeezed.text
    view = View(plain, document.small if plain is document.plain else small(plain))
    names = list(names_in(view))
    names = _with_bare_places(view, as_in_letterhead(view, names))
    resolver = Names(view, names)
    mentions = [
        (Span(name.start, name.end), official, name.anchor.kind or None)
        for name, official in zip(resolver.names, resolver.resolved, strict=True)
    ]
    mentions = with_terms(view, [*mentions, *_own_offices(plain, mentions)])
    mentions += _short_forms(view, mentions, resolver.given)
    mentions += _in_small_letters(view, mentions)
    text = document.text
    for read, official, kind in sorted(mentions, key=itemgetter(0)):
        span = squeezed.whole(read)
        if not (document.furniture and any(span.overlaps(part) for part in document.furniture)):
            yield Fact("organisation", span, text[span[0] : span[1]], Organisation(official, kind))


_OWN_OFFICE = Pattern(r"[ \t]*\n[ \t]*(VĂN PHÒNG)(?=[ \t]*(?:\n|\t| {3}))")
_OF_GOVERNMENT = ("Ủy ban nhân dân", "Hội đồng nhân dân", "Đoàn đại biểu Quốc hội")


def _own_offices(plain: str, mentions: list[tuple[Span, str, str | None]]) -> Iterator[tuple[Span, str, str | None]]:
    """The office that issues a paper for the body above it in the letterhead: `UBND TỈNH …` over `VĂN PHÒNG`."""
    for span, official, _ in mentions:
        office = _OWN_OFFICE.match(plain, span.end) if span.end < _HEAD and plain[span.start : span.end].isupper() else None
        if office is not None:
            joint = " " if official.startswith(_OF_GOVERNMENT) else ", "
            yield Span(*office.span(1)), f"Văn phòng{joint}{official}", "đơn vị"


_WRAPPED = Pattern(rf"\n(?=[{lexicon.SMALL}])")
_OPENS = r"(?:Ngày [0-9]|(?:Sáng|Chiều|Tối|Tại|Trong|Theo|Sau|Đồng|Các|Căn|Điều|Để|Với|Từ|Nhằm|Trên|Qua|Khi|Đây|Hội nghị|Về)\b)"  # a sentence
_LINE = Pattern(rf"\n(?<=[{lexicon.SMALL}]\n)(?=[{lexicon.CAPITAL}])(?!{_OPENS})")
_SLIPS = dict((  # a tone twice or on the wrong letter, a capital too many or too few: slips of the keyboard that offices often leave
    *(
        (f"{first} {rest}", f"{'Ủy' if first[0].isupper() else 'ủy'} {rest}")
        for first in ("Ủỷ", "ủỷ", "Uỹ", "uỹ", "Ũy", "Ụy", "Ưỷ", "Úy", "Ùy")
        for rest in ("ban", "viên")
    ),
    ("Ủy Ban ", "Ủy ban "), ("nhân đân", "nhân dân"), ("Nhân đân", "Nhân dân"), ("Việt nam", "Việt Nam"), ("Viện hàn lâm", "Viện Hàn lâm"),
    ("Viện Hàm lâm", "Viện Hàn lâm"), ("học và Công nghê ", "học và Công nghệ "), ("học và Cộng nghệ", "học và Công nghệ"), ("Nhật bản", "Nhật Bản"),
    ("Hàn quốc", "Hàn Quốc"), ("Trung quốc", "Trung Quốc"), ("Ban thường vụ ", "Ban Thường vụ "), ("Ban chấp hành ", "Ban Chấp hành "),
    ("Ủy ban kiểm tra ", "Ủy ban Kiểm tra "), ("Ban tuyên giáo ", "Ban Tuyên giáo "),
    *((f"Ban tổ chức {contest}", f"Ban Tổ chức {contest}") for contest in ("Hội ", "Cuộc ", "Giải ", "Lễ ", "Đại ")), ("đoàn ĐBQH", "Đoàn ĐBQH"), ("Đảng ủy khối ", "Đảng ủy Khối "),
    *((f"Trưởng đoàn {members}", f"Trưởng Đoàn {members}") for members in ("đại biểu Quốc hội", "Đại biểu Quốc hội")),
))  # fmt: skip
_SLIP_WORDS = cues(*_SLIPS)
_LETTERHEAD = Pattern(
    r"\n[ \t]*(?=(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|DÂN|NHÂN DÂN|BAN NHÂN|(?P<field>VÀ|KHOA HỌC|CÔNG NGHỆ|KỸ THUẬT|TIẾN BỘ|ĐO LƯỜNG|CHẤT LƯỢNG|NÔNG THÔN|ĐỔI MỚI|CHUYỂN GIAO))\b)"
)
_HEAD = 400  # characters in which a name's field may go on below its first words


def _unwrapped(document: Document) -> str:
    """The text, of the same length, with a space for each line break inside a sentence or a letterhead, and its slips put right.

    A break before a capital counts only in a text that is wrapped throughout: where many lines go on in lower case.
    """
    plain = document.plain
    for slip in dict.fromkeys(plain[start:end] for start, end in ends(document, _SLIP_WORDS)):  # seldom any
        plain = plain.replace(slip, _SLIPS[slip])
    joined, wrapped = _WRAPPED.subn(" ", plain)
    if wrapped > 4 and 4 * wrapped > plain.count("\n"):
        joined = _LINE.sub(" ", joined)
    return _LETTERHEAD.sub(_joined_letterhead, joined)


def _joined_letterhead(found: re.Match[str]) -> str:
    before = found.string[max(0, found.start() - 1) : found.start()]
    if found["field"] and found.start() > _HEAD:
        return found[0]
    return " " * len(found[0]) if before.isupper() else found[0]


def _with_bare_places(view: View, names: list[Name]) -> list[Name]:
    """Names of local bodies with a place right after them that is no known province but is named elsewhere in the document."""
    if not any(_may_be_placed(view, name) for name in names):
        return names
    learnt = {place.name: place.kind for _, place in places_said(view) if place.name and place.kind}
    learnt |= OwnPlaces(view, names).learnt
    unknown = {name: kind for name, kind in learnt.items() if name.casefold() not in lexicon.province_kinds()}
    placed = [_with_bare_place(view, name, unknown) for name in names]
    nexts = [*(name.start for name in names[1:]), len(view.plain)]
    return [one if one.end <= following else name for one, name, following in zip(placed, names, nexts, strict=True)]


def _with_bare_place(view: View, name: Name, learnt: dict[str, str]) -> Name:
    if not _may_be_placed(view, name):
        return name
    place = place_in_doubt(view, name.end, learnt) or _unheard_place(view, name)
    if place is None:
        return name
    said = SaidPlace(learnt.get(place[0]), place[0])
    if name.anchor.grammar == "tên":
        return name._replace(end=place[1], anchor=_local_of(view, name) or name.anchor, place=said)
    if name.inner is not None:
        return name._replace(end=place[1], inner=name.inner._replace(end=place[1], place=said))
    return name._replace(end=place[1], place=said)


_TWO_WORDS = Pattern(rf" ([{lexicon.CAPITAL}]\w+ [{lexicon.CAPITAL}][{lexicon.SMALL}]+)(?! [{lexicon.CAPITAL}])(?!\w)")


def _unheard_place(view: View, name: Name) -> tuple[str, int] | None:
    """The two words in capitals after a department that can be neither a person's name nor a field: `Sở KH&CN Bình An`."""
    if name.anchor.kind != "sở":
        return None
    if view.plain[name.start : name.end].isupper():  # `SỞ KHOA HỌC VÀ CÔNG NGHỆ TÂN LÂM` in the letterhead
        place = LETTERHEAD_PLACE.match(view.plain, name.end) if opens_line(view.plain, name.start) else None
        return (place[1].title(), place.end(1)) if place else None
    words = _TWO_WORDS.match(view.plain, name.end)
    if words is None:
        return None
    first = words[1].split(" ")[0]
    if first in lexicon.surnames() and post_behind(view.plain, name.start):
        return None
    if lexicon.surnames().get(first) or first in lexicon.title_words() or words[1].casefold() in lexicon.domain_words():
        return None
    return None if begins_name(view.plain, words.start(1)) else (words[1], words.end(1))


def _may_be_placed(view: View, name: Name) -> bool:
    """Whether a local body says no place, and a word in capitals comes right after it."""
    body = name.inner or name
    after = view.plain[name.end : name.end + 2]
    if after[:1] != " " or not after[1:].isupper() or body.place is not None:
        return False
    return body.anchor.grammar == "địa phương" or (name.anchor.grammar == "tên" and _local_of(view, name) is not None)


def _local_of(view: View, name: Name) -> lexicon.Anchor | None:
    """The local body that a national body's name may be too: `Kho bạc Nhà nước`."""
    anchors: tuple[lexicon.Anchor, ...] = lexicon.anchors().get(view.plain[name.start : name.end], (0, ()))[1]
    return next((anchor for anchor in anchors if anchor.grammar == "địa phương"), None)


_IN_BRACKETS = Pattern(
    r"(?: ?\(| - )(?:sau đây (?:viết|gọi)(?: chung| tắt)* là:? |(?:viết|gọi|tên)? ?tắt(?: là)?:? )?[\"“']?"
    r"([A-ZĐ][\wĐđ&.\-]{1,14}(?: [A-ZĐ]{2,8})?(?:(?<=[A-ZĐ]) [A-ZĐ][\w]+(?: [A-ZĐ][\w]+)?(?=\)))?)(?=[\"”']?[),;. ])"
)
_HERE = " tại Việt Nam ("
_GOES_ON_INSIDE = Pattern(r" ?\([^)]* \w")
_ENGLISH_FIRST = Pattern(
    r" ?\((?:[A-Z][\w&.']+(?: (?:of|for|and|the|in|de|[A-Z][\w&.'-]*)){1,10})(?: ?[-,–] ?| )([A-Z][A-Za-z]{2,10})\)"
)


def _short_forms(
    view: View, mentions: list[tuple[Span, str, str | None]], given: Mapping[str, str]
) -> list[tuple[Span, str, str | None]]:
    """Short forms that the document defines in brackets after a name or in a table, there and wherever they stand by themselves."""
    plain, taken = view.plain, sorted(span for span, _, _ in mentions)
    learnt: dict[str, tuple[str, str | None]] = {}
    for span, official, kind in mentions:
        if not plain.startswith((" (", "(", " - ", _HERE), span.end):
            continue
        end = span.end + len(_HERE) - 2 if plain.startswith(_HERE, span.end) else span.end
        short = _ENGLISH_FIRST.match(plain, end) or _IN_BRACKETS.match(plain, end)
        if short and plain.startswith(" - ", span.end) and plain[short.end() + 1 : short.end() + 2].isupper():
            continue  # the next body of a heading: `BỘ TÀI CHÍNH - BỘ NỘI VỤ`
        if short and _GOES_ON_INSIDE.fullmatch(plain, short.start(), min(len(plain), short.end() + 2)):
            continue  # more than a short form stands in the brackets: `(FPT chi nhánh Huế)`
        if short and _may_stand_for(short[1], view.plain[span.start : span.end]):
            learnt.setdefault(short[1], (official, kind))
    if given:
        whole = {plain[span.start : span.end].casefold(): (official, kind) for span, official, kind in mentions}
        learnt |= {short: whole[full.casefold()] for short, full in given.items() if full.casefold() in whole}
    return list(_found_alone(plain, learnt, taken))


_SMALL_HEADS = ("Viện ", "Trường ", "Học viện ", "Trung tâm ", "Cục ", "Bệnh viện ", "Cơ quan ")


def _in_small_letters(view: View, mentions: list[tuple[Span, str, str | None]]) -> list[tuple[Span, str, str | None]]:
    """Bodies that the document names, where their head stands in small letters: `viện Cơ khí`, `trường ĐHBK`."""
    small: dict[str, tuple[str, str | None]] = {}
    for span, official, kind in mentions:
        named = view.plain[span.start : span.end]
        if named.startswith(_SMALL_HEADS) and not named.isupper():
            small.setdefault(named[0].lower() + named[1:], (official, kind))
        for head, initials in (
            initials_of(official) if official.startswith(("Trường ", "Đại học ", "Viện ", "Học viện ")) else ()
        ):
            if len(initials) > 2:
                small.setdefault(f"{head.lower()} {initials}", (official, kind))
    written = {form: meaning for form, meaning in small.items() if form in view.plain}
    return list(_found_alone(view.plain, written, sorted(span for span, _, _ in mentions)))


def _found_alone(
    plain: str, written: Mapping[str, tuple[str, str | None]], taken: list[Span]
) -> Iterator[tuple[Span, str, str | None]]:
    """Where what is `written` stands by itself outside the spans `taken`, each with its meaning."""
    if not written:
        return iter(())
    automaton = ahocorasick.Automaton()
    for form, meaning in written.items():
        automaton.add_word(form, (len(form), *meaning))
    automaton.make_automaton()
    return _standing_alone(plain, automaton, taken)


def _may_stand_for(short: str, name: str) -> bool:
    """Whether `short` can be short for the whole name, and not for the field at its end: KH&CN after `Bộ Khoa học và …`."""
    if sum(letter.isupper() for letter in short) < 2 or short in lexicon.long_forms() or short in lexicon.title_words():
        return False
    if short.partition(" ")[2].casefold() in lexicon.country_names():
        return False  # `Đại học Leipzig (CHLB Đức)`
    initials = "".join(word[0] for word in name.upper().split() if word != "VÀ")
    letters = "".join(letter for letter in short.upper() if letter.isalpha())
    return initials == letters or not initials.endswith(letters)


def _standing_alone(
    plain: str, automaton: "ahocorasick.Automaton", taken: list[Span]
) -> Iterator[tuple[Span, str, str | None]]:
    place = 0
    for last, (length, official, kind) in automaton.iter_long(plain):
        span = Span(last - length + 1, last + 1)
        while place < len(taken) and taken[place].end <= span.start:
            place += 1
        edges = plain[span.start - 1 : span.start] + plain[span.end : span.end + 1]
        if not any(edge.isalnum() or edge == "&" for edge in edges) and not (
            place < len(taken) and taken[place].overlaps(span)
        ):
            yield span, official, kind


KIND = Kind("organisation", "cơ quan, tổ chức", find_organisations, (*CASES, *OLD_CASES))
