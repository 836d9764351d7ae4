"""Legal references (viện dẫn văn bản): from the document-type word to the last of number, date and issuer."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Fact, Found, Kind, Value
from hopluc.reading.mentions import document_numbers as numbers
from hopluc.reading.mentions import own_papers
from hopluc.reading.mentions.act_relations import beside
from hopluc.reading.mentions.citation_cases import CASES
from hopluc.reading.mentions.citation_context import said_beside
from hopluc.reading.mentions.dates import date_at
from hopluc.reading.mentions.issuers import issuer_at
from hopluc.reading.mentions.law_names import law_at
from hopluc.reading.mentions.same_acts import named_act, same_acts
from hopluc.reading.patterns import Pattern, matches_at


@dataclass(frozen=True, slots=True)
class Citation(Value):
    """A legal or administrative document as named: what stands inside the span, each part None where it is not said.

    `doc_type` is lower case (`nghị quyết`); `number` as written (`08-NQ/TU`); `date` ISO; `issuer` as written.
    `context_date` and `context_issuer` are what the sentence says outside the span. `relation` is what is done to the act by the act
    `related` (`Quyết định này`, a reference as written); `provisions` the articles meant; `act` the fullest name the act has in the document.
    """

    doc_type: str | None
    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    context_date: str | None = None
    context_issuer: str | None = None
    relation: str | None = None
    related: str | None = None
    provisions: str | None = None
    act: str | None = None

    def as_json(self) -> dict[str, Any]:
        """The parts of the reference, said or not; what the words beside it add, where they do."""
        beside_it = ("relation", "related", "provisions", "act")
        return {
            name: value for name, value in super(Citation, self).as_json().items() if name not in beside_it or value is not None
        }

    def brief(self) -> str:
        return " | ".join(part or "-" for part in (self.doc_type, self.number, self.date, self.issuer))


@dataclass(slots=True)
class _Parts:
    """A reference while it is being read: where it ends so far and what was found of it."""

    doc_type: str | None
    end: int
    number: Span | None = None
    date: str | None = None
    issuer: Span | None = None
    named: bool = False
    blank: bool = False
    several: bool = False


_NUMBER_WORD = Pattern(r"[^\S\t]{1,3}(?:(?:số |Số )?(?:số|Số|SỐ|sô)\s?:?\s{0,3})?")
_DATE_WORD = Pattern(r"[^\S\t]{0,2},?[^\S\t]{0,3}(?:(?:công bố|ban hành|ký|thông qua)\s{1,2})?(?i:ngày):?\s{1,3}")
# `Nghị quyết 10/2016/NQ-HĐND tỉnh ngày …`
_LEVEL_DATE = Pattern(r"(?:(?<=UBND)|(?<=HĐND))\s(?:tỉnh|thành phố|huyện|xã),?\s(?:ký )?ngày\s{1,3}(?=[0-9])")
_TOLD = Pattern(r"\s(?:tuyên truyền|kỷ niệm|phát động|chỉ đạo|yêu cầu|tổ chức)\s")
_DAY_AT_ONCE = Pattern(r" {1,2}(?=[0-9]{1,2}(?:/[0-9]{1,2}/[0-9]{4}|\stháng\s[0-9]{1,2}\snăm\s[0-9]{4})(?![0-9]))")
_BLANK_DATE = Pattern(
    r"[^\S\t]{0,2},?[^\S\t]{0,3}(?i:ngày)[\s.…_]{1,20}(?:/[\s.…_0-9]{0,12}/\s?[0-9]{4}|tháng[\s.…_0-9]{1,14}năm[\s.…_]{0,8}(?:[0-9]{4})?)"
)
_YEAR = Pattern(r"\s{1,3}(?i:năm)\s{1,2}((?:19|20)[0-9]{2})(?![0-9/]|[^\S\n]?[-,]\s?[0-9]|\s(?:và|đến)\s(?:năm\s)?[0-9])")
_OF = Pattern(r"[^\S\t]{0,2},?[^\S\t]{1,3}(?i:của)\s{1,3}(?:(?:đồng chí)\s)?")
_OF_PARTY = Pattern(
    r" {1,2}(?=(?:Bộ Chính trị|Ban Bí thư|Hội nghị (?:lần thứ|Trung ương)|Ban Chấp hành Trung ương|BCH Trung ương)(?!\w))"
)
_OF_SEVERAL = Pattern(r"\s{1,2}(?=(?:Liên )?(?:Bộ|Sở|Ủy ban|UBND|Ban)\s)")  # `Thông tư liên tịch Bộ … và Bộ … số 1/2003/TTLT`
_BETWEEN = Pattern(r"\s{1,2}(?:giữa|do)\s{1,2}(?=(?:Liên )?(?:Bộ|Sở|Ủy ban|UBND|Ban)\s)")
_ORDINAL = r"(?:(?i:lần thứ)\s{1,2}(?:[IVXLC]{1,6}|[0-9]{1,2}|[^\W\d_]{2,5})|[IVXLC]{1,6})(?!\w)"
_CONGRESS = Pattern(
    rf"\s{{1,3}}(?:của\s)?((?i:đại hội)(?:\s{{1,2}}(?:[^\W\d_]|[-.])+){{0,14}}?\s{{1,2}}{_ORDINAL}"
    r"(?:\s{1,2}(?:của\s)?(?:Đảng Cộng sản Việt Nam|Đảng bộ (?:tỉnh|thành phố|huyện|quận)|Đảng)(?!\w))?)"
    r"(?P<term>,?\s{1,2}\(?(?i:nhiệm kỳ)\s{1,2}[0-9]{4}\s?-\s?[0-9]{4}\)?)?"
)
_PLENUM = Pattern(
    r"\s{1,3}(?:của\s)?((?i:trung ương|TW|T\.Ư)\s(?:[0-9]{1,2}|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười(?: một| hai)?),?\s\(?(?i:khóa)\s[IVXLC]{1,6}\)?)(?!\w)"
)
_MEETING = Pattern(r"\s{1,3}(?:của\s)?(?=(?i:hội nghị)\s(?i:lần thứ|trung ương))")
_NUMBER_WORDS = ("số", "Số", "SỐ")
_NUMBER_SCAN = Pattern(r"(?:số|Số|SỐ)\s?:?\s{1,3}[0-9]")
_LOWER_SCHEME = Pattern(r"đề án [0-9]{2,4}(?![0-9])")
_LOWER_LAW = Pattern(r"luật (?=[A-ZĐÂÊƠƯ])")
_LIST_GAP = Pattern(r"\s{0,2}(?:,|;|và|hoặc|&)\s{1,3}(?:số\s{1,2})?")
_NEXT_BARE = Pattern(r"\s{0,2}(?:,|và)\s{1,3}(?:số\s{1,2})?(?=[0-9])")
_SEVERAL = Pattern(r"(?i:các|những|[0-9]{1,2}|hai|ba|bốn|năm)\s$")
_NEW_CLAUSE = Pattern(
    r",[^\S\n](?!(?:của|phê duyệt|ban hành|về|quy định|hướng dẫn|sửa đổi|bổ sung|[vV]/[vV]|VỀ|CỦA|công nhận|thành lập)(?!\w))"
    r"|\s(?=(?:UBND|HĐND|Ủy ban|Hội đồng|Bộ|Sở|Chính phủ|Thủ tướng|Tỉnh ủy|Thành ủy|Ban|Chủ tịch)(?!\w))"
)
_DESCRIBED = Pattern(  # `Hợp đồng nguyên tắc số 05/HĐNT`
    r"(?: (?!(?:theo|của|tại|kèm|về|thực hiện|triển khai|trong|có|là|và|số|này|trên|ban hành|được)(?!\w))[a-zà-ỹđ]{1,7}){1,4}( số:? {1,2})(?=[0-9])"
)
_LOWER_WORD = Pattern(r"đề án")
_BY_SIGN = Pattern(r"N[QĐ](?<![\w/-]N[QĐ])(?:\s|-)?(?=[1-9][0-9]{1,2}(?!\w))")  # `NQ57`, as notes and slides have it
_TYPE_AND_COLON = Pattern(r"([^\W\d_]+(?:\s[^\W\d_]+){0,2}):\s{1,2}(?:(?:số|Số)\s:?)?$")
_SAME_TAIL = Pattern(r"(?:\s?[-/]\s?[A-ZĐ]{2,10}(?![\w/])){1,4}")  # `27/2015/TTLT/BKHCN - BTC`
_WITH_YEAR = Pattern(r"/(?:19|20)[0-9]{2}")
_BARE_YEAR = Pattern(r"\s((?:19|20)[0-9]{2})(?![0-9/]|\s?[-.,][0-9])")


def find_citations(document: Document, found: Found) -> Iterator[Fact]:
    """Every document the text refers to, in order, with what the words beside it say of it.

    The subject (`về …`), articles and clauses before the reference, a document's own number in its heading, anaphora
    (`Quyết định này`) and standards stay outside.
    """
    facts = list(_references(document, found))
    others = same_acts(named_act(found, fact) for fact in facts)
    for fact, said, act in zip(facts, beside(document.plain, [fact.span for fact in facts]), others, strict=True):
        if act is None and said.relation is None and said.provisions is None:
            yield fact
        else:
            value = replace(fact.value, relation=said.relation, related=said.by, provisions=said.provisions, act=act)
            yield replace(fact, value=value)


def _references(document: Document, found: Found) -> Iterator[Fact]:
    plain = document.plain
    last: tuple[Span, _Parts] | None = None
    passed = 0
    for start in sorted(_starts(plain)):
        passed = max(passed, own_papers.title_end(plain, start))
        if start < passed or (last is not None and start < last[0].end):
            continue
        for read, parts in _read_at(plain, start, last):
            _take_organisation(plain, found, parts)
            _take_date(plain, parts)  # `… của Bộ trưởng Bộ Công nghiệp nặng ban hành ngày …`
            span = Span(read.start, parts.end)
            yield _fact(document, found, span, parts)
            last = span, parts


def _starts(plain: str) -> set[int]:
    """Where a reference may begin: a kind of document, or a number that looks like one of a document."""
    starts = {word.start() for word in numbers.type_words().finditer(plain)}
    starts.update(number.start() for number in numbers.SIGNED_ANYWHERE.finditer(plain))
    starts.update(number.end() - 1 for number in matches_at(_NUMBER_WORDS, _NUMBER_SCAN, plain))
    starts.update(scheme.start() for scheme in _LOWER_SCHEME.finditer(plain))
    starts.update(law.start() for law in _LOWER_LAW.finditer(plain))
    starts.update(named.start() for named in _BY_SIGN.finditer(plain))
    return starts


def _read_at(plain: str, start: int, last: tuple[Span, _Parts] | None) -> Iterator[tuple[Span, _Parts]]:
    """The reference that begins at `start` or before the number there, and those listed after it."""
    parts: _Parts | None
    if plain[start].isdigit():
        start, parts = _around_number(plain, start, last)
    else:
        parts = _from_word(plain, start)
    if parts is None:
        return
    yield Span(start, parts.end), parts
    while parts.several and (gap := _NEXT_BARE.match(plain, parts.end)):
        number = numbers.BARE.match(plain, gap.end())
        if number is None or not numbers.CLOSED.match(plain, number.end()):
            return
        listed = _follow(plain, _Parts(parts.doc_type, number.end(), Span(*number.span()), several=True), alone=False)
        if listed is None:
            return
        parts = listed
        yield Span(number.start(), parts.end), parts


def _from_word(plain: str, start: int) -> _Parts | None:
    """A reference that begins with a kind of document."""
    law = law_at(plain, start)
    if law is not None:
        parts = _Parts(law[0], law[1], named=True)
        if year := _BARE_YEAR.match(plain, parts.end):
            parts.end, parts.date = year.end(), year[1]
        return _follow(plain, parts, alone=False)
    word = numbers.type_words().match(plain, start) or _LOWER_WORD.match(plain, start)
    if word is None and (short := _BY_SIGN.match(plain, start)):
        return _from_sign(plain, start, short.end())
    return None if word is None else _from_type(plain, start, word.end())


def _from_sign(plain: str, start: int, end: int) -> _Parts | None:
    """`NQ57`, `NĐ 13`: the sign of a kind in place of its name, with a number."""
    signed = numbers.SIGNED.match(plain, end)
    number = signed or numbers.BARE.match(plain, end)
    if number is None or not (signed or numbers.CLOSED.match(plain, number.end())):
        return None
    kind = numbers.types_by_sign()[plain[start : start + 2]].name
    return _follow(plain, _Parts(kind, number.end(), Span(*number.span())), alone=False)


def _from_type(plain: str, start: int, end: int) -> _Parts | None:
    doc_type = " ".join(plain[start:end].lower().split())
    parts = _Parts(doc_type, end, several=_SEVERAL.search(plain, max(0, start - 6), start) is not None)
    if doc_type.startswith("nghị quyết"):
        _name_meeting(plain, parts)
    between = _DESCRIBED.match(plain, end)
    if between and not numbers.may_follow_type(plain, between.end()) and numbers.SIGNED.match(plain, between.end()):
        parts.end = between.start(1)
    return _follow(plain, parts, alone=numbers.types_by_name()[doc_type].alone)


def _around_number(plain: str, start: int, last: tuple[Span, _Parts] | None) -> tuple[int, _Parts | None]:
    """A reference whose number is at `start`: with its kind in lower case before it, as one of a list, or on its own."""
    signed = numbers.SIGNED.match(plain, start)
    near = numbers.may_follow_type(plain, start)
    floor = max(last[0].end if last else 0, start - 48)
    if (signed is None and not near) or own_papers.has_label(plain, floor, start):
        return start, None
    word = numbers.type_before().search(plain, floor, start) if near else None
    if word is not None:
        return word.start(1), _from_type(plain, word.start(1), word.end(1))
    if signed is None:
        return start, None
    parts = _Parts(None, signed.end(), Span(*signed.span()))
    sign = numbers.types_by_sign().get(signed["sign"])
    if near and (short := numbers.short_type_before().search(plain, floor, start)):
        start, parts.doc_type = short.start(1), numbers.types_by_sign()[short[1]].name
    elif last is not None and last[1].number is not None and _LIST_GAP.fullmatch(plain, last[0].end, start):
        known = numbers.types_by_name().get(last[1].doc_type or "")
        parts.doc_type = known.name if known and (sign is None or sign.abbreviation == known.abbreviation) else None
    elif sign is not None and _is_listed_under(plain, floor, start, sign.name):
        parts.doc_type = sign.name
    elif (
        plain[start - 1 : start] in tuple("/-.,_:")
        or plain[start - 1 : start].isalnum()
        or not numbers.is_known_sign(signed[0])
    ):
        return start, None
    return start, _follow(plain, parts, alone=False)


def _is_listed_under(plain: str, floor: int, start: int, kind: str) -> bool:
    """Whether a list names the kind once before its numbers: `các Quyết định: số 12/QĐ-UBND; số 13/QĐ-UBND`."""
    listed = _TYPE_AND_COLON.search(plain, floor, start)
    return listed is not None and listed[1].lower().endswith(kind)


def _name_meeting(plain: str, parts: _Parts) -> None:
    """A resolution is known by its congress or plenum: `Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XVI, nhiệm kỳ 2015-2020`."""
    named = _CONGRESS.match(plain, parts.end) or _PLENUM.match(plain, parts.end)
    if named is not None:
        parts.issuer, parts.end, parts.named = Span(*named.span(1)), named.end(), True
    elif (before := _MEETING.match(plain, parts.end)) and (end := issuer_at(plain, before.end())):
        parts.issuer, parts.end, parts.named = Span(before.end(), end), end, True


def _follow(plain: str, parts: _Parts, *, alone: bool) -> _Parts | None:
    """`parts` with number, date and issuer as far as they follow without a break; None when nothing names a document."""
    while _take_number(plain, parts, alone=alone) or _take_date(plain, parts) or _take_issuer(plain, parts):
        pass
    known = parts.number is not None or parts.blank or parts.named
    return parts if known or (parts.date is not None and alone) else None


def _take_number(plain: str, parts: _Parts, *, alone: bool) -> bool:
    if parts.number is not None or parts.blank or (word := _NUMBER_WORD.match(plain, parts.end)) is None:
        return False
    said = "s" in word[0].casefold()
    first = not (parts.date or parts.issuer or parts.named)
    if own_papers.begins(plain, parts.end) or not (said or first or parts.named):
        return False
    place = word.end()
    number = numbers.SIGNED.match(plain, place) or numbers.LOWER_SIGNED.match(plain, place)
    if number is None and said:
        number = numbers.OLD_SIGNED.match(plain, place) or numbers.OLD_SPACED.match(plain, place)
    if number is None and first and (said or alone or parts.doc_type == "chương trình"):
        number = (numbers.WITH_YEAR.match(plain, place) if said or alone else None) or _bare(
            plain, place, said=said, parts=parts, alone=alone
        )
    if number is not None:
        joint = _SAME_TAIL.match(plain, number.end()) if "TTLT" in number[0] else None
        parts.number = Span(number.start(), joint.end() if joint else number.end())
        parts.end = parts.number.end
        parts.several = (parts.several or said) and number[0].isdecimal()
        return True
    if said and (blank := numbers.BLANK.match(plain, place)):
        parts.blank, parts.end = True, blank.end()
    return parts.blank


def _bare(plain: str, place: int, *, said: bool, parts: _Parts, alone: bool) -> re.Match[str] | None:
    """Figures alone, where `số`, a date or what comes after shows that they name a document and count nothing."""
    number = numbers.BARE.match(plain, place)
    if number is None or (not said and re.fullmatch("(?:19|20)[0-9]{2}", number[0])):
        return None
    day = _DATE_WORD.match(plain, number.end())
    if (day and date_at(plain, day.end())) or (said and _YEAR.match(plain, number.end())):
        return number
    enough = said or len(number[0]) >= 2
    if parts.doc_type == "đề án" and enough and not numbers.COUNTED.match(plain, number.end()):
        return number
    if parts.doc_type == "chương trình" and len(number[0]) >= 3 and not said:  # known by its number, as Chương trình 135
        return number if numbers.CLOSED.match(plain, number.end()) else None
    return number if enough and (alone or said) and numbers.CLOSED.match(plain, number.end()) else None


def _take_date(plain: str, parts: _Parts) -> bool:
    if parts.date is not None:
        return False
    word = _DATE_WORD.match(plain, parts.end)
    if word is None and parts.number is not None:
        word = _LEVEL_DATE.match(plain, parts.end) or _DAY_AT_ONCE.match(plain, parts.end)
    dated = date_at(plain, word.end()) if word else None
    if word and dated:
        if word[0].lstrip().startswith(",") and _NEW_CLAUSE.match(plain, dated[0]):
            return False
        parts.end, parts.date = dated[0], dated[1].iso
        return True
    if parts.number is None and not parts.named and not parts.blank:
        return False
    if blank := _BLANK_DATE.match(plain, parts.end):
        parts.end = blank.end()
        return True
    year = _YEAR.match(plain, parts.end) or (_BARE_YEAR.match(plain, parts.end) if _is_signed(plain, parts) else None)
    if year is not None:
        parts.end, parts.date = year.end(), year[1]
    return year is not None


def _is_signed(plain: str, parts: _Parts) -> bool:
    """Whether a number with a sign and without a year ends the reference so far: `Quyết định 130/QĐ-TTg 2021`."""
    if parts.number is None or parts.number.end != parts.end:
        return False
    number = plain[slice(*parts.number)]
    return "/" in number and not _WITH_YEAR.search(number)


def _take_issuer(plain: str, parts: _Parts) -> bool:
    if parts.issuer is not None:
        return False
    word = _OF.match(plain, parts.end) or _OF_PARTY.match(plain, parts.end)
    if word is None and "liên" in (parts.doc_type or ""):
        word = _OF_SEVERAL.match(plain, parts.end) or _BETWEEN.match(plain, parts.end)
    if word is None:
        return False
    number = plain[slice(*parts.number)] if parts.number else ""
    joint = "liên" in (parts.doc_type or "") or "LT" in number or "TTLB" in number
    end = issuer_at(plain, word.end(), joint=joint)
    if end is None:
        return False
    parts.issuer, parts.end = Span(word.end(), end), end
    return True


def _take_organisation(plain: str, found: Found, parts: _Parts) -> None:
    """An organisation read before, where it is the issuer or the issuer's name goes on in it."""
    if parts.issuer is None:
        word = _OF.match(plain, parts.end)
        begin, end = (word.end(), word.end()) if word else (0, 0)
    else:
        begin, end = parts.issuer
    if end and end >= parts.end:
        for fact in found.within("organisation", Span(begin, end + 160)):
            if fact.span.start == begin and parts.issuer and fact.span.end < end and _TOLD.match(plain, fact.span.end):
                parts.issuer, parts.end = fact.span, fact.span.end  # `… của Ban Tuyên giáo Trung ương tuyên truyền …`
                return
            if fact.span.start == begin or fact.span.start < end < fact.span.end:
                end = max(end, fact.span.end - len(" Về") * plain.endswith(" Về", end, fact.span.end))
    if end > max(begin, parts.end):
        parts.issuer, parts.end = Span(begin, end), end


def _fact(document: Document, found: Found, span: Span, parts: _Parts) -> Fact:
    number = "".join(map(str.strip, document.quote(parts.number).split("\n"))) if parts.number else None
    issuer = " ".join(document.quote(parts.issuer).split()) if parts.issuer else None
    day = next(
        (fact.value.iso for fact in found.within("date", span) if parts.date and fact.value.iso[4:] == parts.date[4:]), None
    )
    value = Citation(parts.doc_type, number, day or parts.date, issuer)
    if parts.date is None or parts.issuer is None:
        said_date, said_issuer = said_beside(document, found, span, parts.doc_type)
        value = replace(
            value,
            context_date=said_date if parts.date is None else None,
            context_issuer=said_issuer if parts.issuer is None else None,
        )
    return Fact("legal_reference", span, document.quote(span), value, certain=not parts.blank)


KIND = Kind("legal_reference", "viện dẫn văn bản", find_citations, CASES)
