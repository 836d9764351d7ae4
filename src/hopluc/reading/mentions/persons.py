"""Persons (họ tên): the name only, without title; the post as written beside it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

import ahocorasick

from hopluc import gazetteer
from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Fact, Found, Kind, Value
from hopluc.reading.mentions.bylines import bylines, holds_phrase, is_place
from hopluc.reading.mentions.envoys import after_bodies, after_country
from hopluc.reading.mentions.person_cases import CASES
from hopluc.reading.naming import lexicon
from hopluc.reading.naming.place_names import known_place
from hopluc.reading.naming.positions import FIELD_BEFORE, TITLE_BEFORE, Bodies, position_of, post_at, post_before
from hopluc.reading.patterns import Pattern
from hopluc.vietnamese import canonical


@dataclass(frozen=True, slots=True)
class Person(Value):
    """A person's name as written, one space between its words, and the position stated beside it (None where there is none)."""

    name: str
    position: str | None = None

    def brief(self) -> str:
        return self.name


_CAPITAL = f"[{lexicon.CAPITAL}]"
_SMALL = f"[{lexicon.SMALL}]"
_REST = Pattern(rf"(?: {{1,2}}{_CAPITAL}{_SMALL}*(?:'?{_SMALL}+)?(?![^\W\d_])){{1,4}}")
_LONG = Pattern(rf"(?:{_CAPITAL}{_SMALL}* ){{2,4}}{_CAPITAL}{_SMALL}*")  # an unsure surname needs more than a given name
_REST_CAPITALS = Pattern(rf"(?: {_CAPITAL}+(?![^\W\d_])){{1,4}}")
_GIVEN = rf"{_CAPITAL}[\w'’]+(?:-[\w'’]+)*"
_FOREIGN = Pattern(
    rf"{_GIVEN}(?: (?:{_CAPITAL}\.(?:{_CAPITAL}[\w'’-]+)?|{_GIVEN}|{_CAPITAL}(?= {_CAPITAL}{_SMALL})|{_CAPITAL}(?![\w.'’-])|van|de|von|bin|al|(?:thị|văn)(?= {_CAPITAL}))(?![\w])){{0,4}}"
)
_INITIALS = Pattern(rf"(?:{_CAPITAL}\. ?){{1,3}}{_CAPITAL}{_SMALL}+")
_WORD_AFTER = Pattern(rf" ({_SMALL}+)(?: ({_SMALL}+))?")
_NO_PERSON_AFTER = frozenset(
    "đường phố phường quận huyện xã tỉnh trấn tp tp. giải cung trường thpt thcs chuyên khu cầu quỹ lăng đảo sông núi hồ chợ ga đền chùa phủ làng"
    " thôn bản ấp cảng biển vịnh tại ở báo sở ngõ hẻm vùng ngày".split()
) | frozenset(
    (
        "thị xã", "giải thưởng", "quảng trường", "công viên", "tiểu học", "mầm non", "sân bay", "tư tưởng", "bảo tàng", "tạp chí", "đại lộ",
        "bệnh viện", "học bổng", "huân chương", "thành cổ", "nhà hát", "khách sạn", "thương hiệu", "công ty", "tập đoàn", "lễ hội",
        "hội trường", "đoàn tncs", "cộng sản", "lăng chủ tịch",
    )
)  # fmt: skip
_BEFORE = Pattern(r"[\n\t(,;]")
_OTHER_BEFORE = Pattern(rf"(?:{_CAPITAL}[^\W\d_]* |[\w]-|-)$")
_LINE_ALONE = Pattern(r"[ \t]*(?:\(.{0,20}\))?[ \t]*(?:\n|\t|$)")
_LABELLED = Pattern(
    r"(?<!\w)(?i:thư ký|chủ trì|chủ tọa|chủ nhiệm|điều hành|trưởng ban|trưởng đoàn|báo cáo viên|người (?:ký|lập|viết|trình bày|liên hệ|báo cáo)): ?$"
)
_CUE_BEFORE = Pattern(r"(?:[:;•+-]|\d[.)]|\n|\t|^) *$")


@cache
def _cues() -> "ahocorasick.Automaton":
    """Surnames, and what stands before a name: (length, what it is, whether it is certain)."""
    automaton = ahocorasick.Automaton()
    for surname, certain in lexicon.surnames().items():
        for written in {surname, surname.upper()}:
            automaton.add_word(written + " ", (len(written) + 1, "họ", certain))
    for row in gazetteer.titles():
        if row.kind in ("kính xưng", "học hàm", "cấp hàm"):
            title = canonical(row.title)
            for written in {title, title.upper()} if len(title) > 3 else {title}:
                dotted = " " not in title and not (title.islower() and len(title) > 3) and title not in ("Ông", "Bà")
                for space in (" ", ". ", ".") if dotted else (" ",):  # a stop after `chuyên gia` ends its sentence
                    automaton.add_word(written.rstrip(".") + space, (len(written.rstrip(".")) + len(space), "xưng hô", True))
    for middle in (" Văn ", " Thị "):
        automaton.add_word(middle, (len(middle), "đệm", True))
    for post in lexicon.posts():
        automaton.add_word(post + " ", (len(post) + 1, "chức vụ", True))
    automaton.make_automaton()
    return automaton


def find_persons(document: Document, found: Found) -> Iterator[Fact]:
    """Every person the document names, with the post as written beside the name."""
    plain, reached = document.plain, 0
    spans = [fact.span for fact in found.of("organisation")]
    shared: str | None = None
    bodies, organisations, ends = Bodies(spans), _Taken(spans), set[str]()
    abroad = list(after_bodies(plain, spans))
    yield from (_person(document, bodies, span) for span in abroad)
    if abroad:
        organisations = _Taken(sorted((*spans, *abroad)))
    for last, (length, what, certain) in _cues().iter_long(plain):
        start = last - length + 1
        if start < reached or not plain[last + 1 : last + 2].isupper():
            continue
        if what == "đệm":
            start = _first_word(plain, start)
        if start and (plain[start - 1].isalnum() or plain[start - 1] in "&-/"):
            continue
        cued = (start - 1 in bodies.start_of and (certain or _LONG.match(plain, start) is not None)) or (
            reached > 0 and _is_listed(plain, reached, start)
        )
        span = _read(plain, start, last + 1, what, certain=certain, after_body=cued)
        if span is None or span.start < reached or organisations.overlap(span):
            continue
        if not certain and not _titled(plain, start):
            ends = ends or _ends(plain, spans)
            if plain[span.start : span.end] in ends:
                continue
        if document.furniture and any(span.overlaps(part) for part in document.furniture):
            continue
        fact = _person(document, bodies, span)
        if fact.value.position is None and shared and _is_listed(plain, reached, _title_start(plain, span.start)):
            fact = replace(fact, value=replace(fact.value, position=shared))  # `các Thứ trưởng Lê An, Trần Bình`
        else:
            shared = _shared_post(plain, span, fact.value.position)
        reached = span.end
        yield fact
    for span in bylines(document, reached):
        yield Fact("person", span, document.quote(span), Person(document.quote(span)))


def _person(document: Document, bodies: Bodies, span: Span) -> Fact:
    position = position_of(document, bodies, span)
    return Fact("person", span, document.quote(span), Person(" ".join(document.quote(span).split()), position))


_OF_SEVERAL = ("các ", "Các ")


def _shared_post(plain: str, span: Span, position: str | None) -> str | None:
    """The post before a name where it is told of several: `các Phó Thủ tướng: Lê An, Trần Bình`; None where it is of one."""
    begin = plain.rfind(canonical(position), max(0, span.start - len(position) - 28), span.start) if position else -1
    return position if begin > 0 and plain.endswith(_OF_SEVERAL, 0, begin) else None


def _title_start(plain: str, start: int) -> int:
    title = TITLE_BEFORE.search(plain, max(0, start - 20), start)
    return title.start() if title else start


def _ends(plain: str, bodies: list[Span]) -> set[str]:
    """What the names of bodies end with, two to four words: `Giám đốc Phương Đông` names a company said in full elsewhere."""
    tails = (plain[body.start : body.end].split(" ")[-4:] for body in bodies)
    return {" ".join(tail[-count:]) for tail in tails for count in range(2, len(tail) + 1)}


_LIST_JOINT = Pattern(r", | và |; ")


def _is_listed(plain: str, reached: int, start: int) -> bool:
    """Whether only a joint parts what begins at `start` from the person before: `Tác giả: Lê An, Trần Bình`."""
    return _LIST_JOINT.fullmatch(plain, reached, start) is not None


class _Taken:
    """Spans in order, asked about from left to right."""

    def __init__(self, spans: list[Span]) -> None:
        self._spans, self._place = spans, 0

    def overlap(self, span: Span) -> bool:
        while self._place < len(self._spans) and self._spans[self._place].end <= span.start:
            self._place += 1
        return self._place < len(self._spans) and self._spans[self._place].overlaps(span)


def _read(plain: str, start: int, end: int, what: str, *, certain: bool, after_body: bool) -> Span | None:
    if what == "đệm":
        return _with_middle(plain, start)
    if what == "họ":
        return _with_surname(plain, start, end - 1, certain=certain, after_body=after_body)
    if known_place(plain, start)[0] is not None or plain.endswith("Hai ", 0, start):  # `khởi nghĩa Hai Bà Trưng`
        return None
    return (after_country(plain, end) if what == "chức vụ" else None) or _after_title(plain, end, what)


def _with_surname(plain: str, start: int, end: int, *, certain: bool, after_body: bool) -> Span | None:
    """A name that begins with a surname, where what stands around it lets it be a person's."""
    capitals = plain[start:end].isupper() and end - start > 1
    rest = (_REST_CAPITALS if capitals else _REST).match(plain, end)
    if rest is None or not (after_body or _may_begin(plain, start)) or (not certain and _begins_post(plain, start)):
        return None
    stop = _without_next_word(plain, start, rest.end(), capitals=capitals)
    words = plain[start:stop].split()
    if not 2 <= len(words) <= 5 or (plain[stop : stop + 1] == "-" and post_at(plain, stop + 1) is None):
        return None
    cued = after_body or _has_cue(plain, start, stop)
    text = plain[start:stop]
    if (is_place(text) and post_before(plain, start) is None) or (words[0] == "Đoàn" and is_place(text[5:])):
        return None  # `Đoàn Việt Nam` is no Mr Đoàn
    if capitals and not (certain and cued and (_stands_alone(plain, start, stop) or _titled(plain, start))):
        return None
    if holds_phrase(words[:2] if certain else words) and not _titled(plain, start):
        return None
    unsure = not certain and len(words) == 2 and not (after_body or _opens(plain, start))
    if unsure or (not cued and (not certain or len(words) < 3)):
        return None
    return Span(start, stop)


def _opens(plain: str, start: int) -> bool:
    """Whether a title, a post or the begin of a line or item lets a person begin at `start`."""
    return (
        _titled(plain, start)
        or post_before(plain, start) is not None
        or _CUE_BEFORE.search(plain, max(0, start - 4), start) is not None
    )


def _first_word(plain: str, end: int) -> int:
    """Where the word begins that ends at `end`."""
    return plain.rfind(" ", max(0, end - 12), end) + 1 if plain[end - 1 : end].isalpha() else end


_MIDDLE = Pattern(rf"{_CAPITAL}{_SMALL}{{1,6}} (?:Văn|Thị)(?: {_CAPITAL}{_SMALL}*){{1,2}}(?![^\W\d_])")


def _with_middle(plain: str, start: int) -> Span | None:
    """A name that `Văn` or `Thị` in its middle gives away, whatever the surname: `Mùi Văn Trọng`."""
    while plain[start : start + 1] in ("\n", "\t", "(", "“", '"'):
        start += 1
    name = _MIDDLE.match(plain, start)
    if name is None or (start and plain[start - 1].isalnum()) or not _may_begin(plain, start):
        return None
    words = name[0].split(" ")
    if words[0] in _NO_NAMES or words[0] in lexicon.title_words() or holds_phrase(words) or begins_organisation(plain, start):
        return None
    stop = _without_next_word(plain, start, name.end(), capitals=False)
    return Span(start, stop) if stop - start > len(words[0]) + 5 else None


def _may_begin(plain: str, start: int) -> bool:
    words = _BEFORE.split(plain[max(0, start - 24) : start])[-1].casefold().rstrip(' "“').split(" ")
    last = " ".join(words[-2:])
    names_something = (words[-1] in _NO_PERSON_AFTER and last != "nông thôn") or last in _NO_PERSON_AFTER
    return not names_something and not _goes_on_before(plain, start)


def _after_title(plain: str, position: int, what: str) -> Span | None:
    """Any name right after an honorific or academic title (a foreign one too), and initials after a short post."""
    initials = _INITIALS.match(plain, position)
    if initials is not None:
        return Span(*initials.span())
    further = _TITLES.match(plain, position)
    position = further.end() if further else position
    name = _FOREIGN.match(plain, position)
    if name is None:
        return None
    words = name[0].split(" ")
    if len(words) > 1 and name[0].isupper() and words[0].isalpha() and words[0].title() not in lexicon.surnames():
        return None  # a headline in capitals goes on after `NHÀ KHOA HỌC`
    if what == "chức vụ" and (
        len(words) < 2 or words[0].isupper() or not any(_is_abroad(words[0], word) and not word.isupper() for word in words)
    ):
        return None
    stop = _without_next_word(plain, position, name.end(), capitals=name[0].isupper())
    joint = plain.find("-", position, stop)
    if joint > 0 and post_at(plain, joint + 1) is not None:
        stop = joint  # `đồng chí Lê Bá An-Thư ký Chi hội`
    text = plain[position:stop]
    if not text or words[0] in _NO_NAMES or _begins_post(plain, position) or begins_organisation(plain, position):
        return None
    if words[0] in lexicon.surnames() and len(text.split(" ")) > 5:
        return None
    if is_place(text) or text.isdigit() or len(text) < 2 or (len(text) == 2 and what != "xưng hô"):
        return None
    called = len(text.split(" ")) > 1 or (_BY_ONE_WORD.search(plain, max(0, position - 14), position) is not None)
    return Span(position, stop) if called and (len(text.split(" ")) > 1 or _short_name_is_plausible(plain, stop)) else None


def _is_abroad(first: str, word: str) -> bool:
    """Whether a word of a name that begins with `first` is no Vietnamese one: `Kenji`, `Min-Ho`, but not `An-Thư` of `Lê Bá An-Thư ký`."""
    named = word.isalpha() or ("-" in word and word.replace("-", "").isalpha() and first not in lexicon.surnames())
    return named and lexicon.is_foreign(word)


_BY_ONE_WORD = Pattern(  # after `chuyên gia` and the like one word names nobody: `chuyên gia Việt kiều`
    r"(?<![\w])(?:[ÔôO]ng|[Bb]à|ÔNG|BÀ|[Đđ]ồng chí|[Đđ]\.?/?c|[Aa]nh|[Cc]hị|[Ee]m|[Cc]ô|[Cc]hú|[Bb]ác|[Cc]ụ|[Tt]hầy|[Nn]gài|Mr|Ms|Mrs|Dr|Prof|GS|PGS|TS|ThS|Ths|TSKH|VS|KS|BS|CN|[Ss][ĩỹ]|[Ss]ư|[Tt]á|[Tt]ướng|[Úú]y)[.:]? ?$"
)
_TITLES = Pattern(r"(?:(?:GS|PGS|TS|ThS|TSKH|VS|KS|BS|KTS|LS|DS|NGƯT|NGND|AHLĐ|TTND|TTƯT|CKI{1,2})[. ]+){1,4}")
_NO_NAMES = frozenset(
    "Trưởng Phó Giám Chủ Bí Viện Vụ Cục Bộ Thứ Tổng Sở Ban Hội Tổ GS TS PGS ThS KS BS CN Ủy Đại Thiếu Trung Thượng Chánh Hiệu Thư Nguyên Tiến Thạc Giáo Viện Chi Đồng Nhà".split()
)


def _short_name_is_plausible(plain: str, stop: int) -> bool:
    return plain[stop : stop + 1] in (",", " ", ".", ";", ":", "\n", "") or stop == len(plain)


def begins_organisation(plain: str, position: int) -> bool:
    """Whether a known head of an organisation's name stands at `position`."""
    end = plain.find(" ", position)
    word = plain[position : end if end > 0 else len(plain)]
    found = lexicon.anchors().get(word, (0, ()))[1]
    return any(anchor.grammar != lexicon.OTHER for anchor in found)


def _begins_post(plain: str, position: int) -> bool:
    return post_at(plain, position) is not None


def _goes_on_before(plain: str, start: int) -> bool:
    """Whether a word in capitals runs into the surname, so that it is the middle of something else."""
    before = _OTHER_BEFORE.search(plain, max(0, start - 12), start)
    if before is None:
        return False
    word = before[0].strip(" -")
    if word.isupper() and len(word) > 1 and not plain[start : start + 2].isupper():
        return False
    return post_before(plain, start) is None and not _titled(plain, start)


_ACTING = ("Quyền", "Nguyên", "Phó", "Tân")


def _without_next_word(plain: str, start: int, stop: int, *, capitals: bool) -> int:
    """Where the name ends when its last word in capitals begins the next phrase: `Trần Văn An Giám đốc`."""
    if capitals:
        return stop
    last = stop
    for _ in range(2):  # `ông Trần Văn An Quyền Viện trưởng`
        word, last = last, plain.rfind(" ", start, last)
        if plain[last + 1 : word] in _ACTING and " " in plain[start:last] and post_at(plain, last + 1) is not None:
            return last
    after = _WORD_AFTER.match(plain, stop)
    if after is None:
        return stop
    words = plain[start:stop].split(" ")
    for drop in (1, 2):
        if len(words) - drop < 2:
            break
        tail = " ".join(words[-drop:]) + f" {after[1]}"
        if tail in _post_words() or (" " in tail and tail.casefold() in lexicon.domain_words()):
            return stop - len(" ".join(words[-drop:])) - 1
    return stop


@cache
def _post_words() -> frozenset[str]:
    return frozenset(" ".join(post.split(" ")[:count]) for post in lexicon.posts() for count in (2, 3) if " " in post) | {
        "Bộ trưởng"
    }


def _titled(plain: str, start: int) -> bool:
    return TITLE_BEFORE.search(plain, max(0, start - 20), start) is not None


def _has_cue(plain: str, start: int, stop: int) -> bool:
    """Whether a title, a post or the lay-out says that a person is named here."""
    if _titled(plain, start) or post_before(plain, start) is not None:
        return True
    separator = _SEPARATOR.match(plain, stop)
    if separator and post_at(plain, separator.end()) is not None:
        return True
    if FIELD_BEFORE.search(plain, max(0, start - 70), start) or _LABELLED.search(plain, max(0, start - 24), start):
        return True
    return _CUE_BEFORE.search(plain, max(0, start - 4), start) is not None and _LINE_ALONE.match(plain, stop) is not None


def _stands_alone(plain: str, start: int, stop: int) -> bool:
    line = plain.rfind("\n", max(0, start - 80), start) + 1 or max(0, start - 80)
    return not plain[line:start].strip(" \t*_-") and _LINE_ALONE.match(plain, stop) is not None


_SEPARATOR = Pattern(r" ?(?:,|-|;)? ?[Cc]hức vụ:? ?| ?(?:,|-|:|\(|là) ?(?:(?:nguyên|hiện là|đồng chí) )?")

KIND = Kind("person", "người", find_persons, CASES)
