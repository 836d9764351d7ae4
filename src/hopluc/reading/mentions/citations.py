"""Legal references (viện dẫn văn bản): from the document-type word to the last of number, date and issuer."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Fact, Found, Kind, Value
from hopluc.reading.mentions import document_numbers as numbers
from hopluc.reading.mentions.dates import date_at
from hopluc.reading.mentions.issuers import issuer_at
from hopluc.reading.mentions.law_names import law_at
from hopluc.reading.patterns import Pattern


@dataclass(frozen=True, slots=True)
class Citation(Value):
    """A legal or administrative document as named: what stands inside the span, each part None where it is not said.

    `doc_type` is lower case (`nghị quyết`); `number` as written (`08-NQ/TU`); `date` ISO; `issuer` as written.
    `context_date` and `context_issuer` are what the sentence says outside the span.
    """

    doc_type: str | None
    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    context_date: str | None = None
    context_issuer: str | None = None

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


_NUMBER_WORD = Pattern(r"[^\S\t]{1,3}(?:(?:số|Số|SỐ|sô)\s?:?\s{0,3})?")
_SAYS_NUMBER = Pattern(r"\s{1,3}(?:số|Số|SỐ|sô)\s?:?\s{0,2}")
_DATE_WORD = Pattern(r"[^\S\t]{0,2},?[^\S\t]{0,3}(?:(?:công bố|ban hành|ký|thông qua)\s{1,2})?(?i:ngày):?\s{1,3}")
_BLANK_DATE = Pattern(
    r"[^\S\t]{0,2},?[^\S\t]{0,3}(?i:ngày)[\s.…_]{1,20}(?:/[\s.…_0-9]{0,12}/\s?[0-9]{4}|tháng[\s.…_0-9]{1,14}năm[\s.…_]{0,8}(?:[0-9]{4})?)"
)
_YEAR = Pattern(r"\s{1,3}(?i:năm)\s{1,2}((?:19|20)[0-9]{2})(?![0-9/]|\s?[-,]\s?[0-9]|\s(?:và|đến)\s(?:năm\s)?[0-9])")
_OF = Pattern(r"[^\S\t]{0,2},?[^\S\t]{1,3}(?i:của)\s{1,3}(?:(?:đồng chí)\s)?")
_OF_PARTY = Pattern(
    r" {1,2}(?=(?:Bộ Chính trị|Ban Bí thư|Hội nghị (?:lần thứ|Trung ương)|Ban Chấp hành Trung ương|BCH Trung ương)(?!\w))"
)
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
_NUMBER_SCAN = Pattern(r"(?:số|Số|SỐ)\s?:?\s{1,3}[0-9]")
_LOWER_SCHEME = Pattern(r"đề án [0-9]{2,4}(?![0-9])")
_LOWER_LAW = Pattern(r"luật (?=[A-ZĐÂÊƠƯ])")
_OWN_NUMBER = Pattern(r"(?:^|[\n\t|(])\s{0,40}(?:Số|SỐ)(?i:\s?/\s?ký hiệu| hiệu| ký hiệu)?\s{0,2}[:|]?\s{0,3}$")
_OWN_BREAK = Pattern(r"\s*\n\s*(?:Số|SỐ)")
_DESCRIBED = Pattern(  # `Hợp đồng nguyên tắc số 05/HĐNT`
    r"(?: (?!(?:theo|của|tại|kèm|về|thực hiện|triển khai|trong|có|là|và|số|này|trên|ban hành|được)(?!\w))[a-zà-ỹđ]{1,7}){1,4}( số:? {1,2})(?=[0-9])"
)
_LOWER_WORD = Pattern(r"đề án")
_BARE_YEAR = Pattern(r"\s((?:19|20)[0-9]{2})(?![0-9/]|\s?[-.,][0-9])")
_NAME_STARTS = Pattern(r"(?<!\w)(?=[A-ZĐỦ])")
_LIST_GAP = Pattern(r"\s{0,2}(?:,|;|và|hoặc|&)\s{1,3}(?:số\s{1,2})?")
_NEXT_BARE = Pattern(r"\s{0,2}(?:,|và)\s{1,3}(?:số\s{1,2})?(?=[0-9])")
_SEVERAL = Pattern(r"(?i:các|những|[0-9]{1,2}|hai|ba|bốn|năm)\s$")
_NEW_CLAUSE = Pattern(
    r",\s(?!(?:của|phê duyệt|ban hành|về|quy định|hướng dẫn|sửa đổi|bổ sung|v/v|công nhận|thành lập)(?!\w))"
    r"|\s(?=(?:UBND|HĐND|Ủy ban|Hội đồng|Bộ|Sở|Chính phủ|Thủ tướng|Tỉnh ủy|Thành ủy|Ban|Chủ tịch)(?!\w))"
)
_ISSUED = Pattern(
    r",?\s(?:(?:đã|cũng|cũng đã|vừa|tiếp tục|thống nhất)\s){0,2}(?:có|ban hành|ký ban hành|ký|ra|thông qua|công bố|phê duyệt tại|trình)\s{1,2}$"
)
_SENTENCE = Pattern(r"[.;!?]\s|\n")
_DAY_WORD = Pattern(r"(?i:ngày)\s{1,2}(?=[0-9])")


def find_citations(document: Document, found: Found) -> Iterator[Fact]:
    """Every document the text refers to, in order.

    The subject (`về …`), articles and clauses before the reference, a document's own number in its heading, anaphora
    (`Quyết định này`) and standards stay outside.
    """
    plain = document.plain
    last: tuple[Span, _Parts] | None = None
    for start in sorted(_starts(plain)):
        if last is not None and start < last[0].end:
            continue
        for read, parts in _read_at(plain, start, last):
            _take_organisation(plain, found, parts)
            span = Span(read.start, parts.end)
            yield _fact(document, found, span, parts)
            last = span, parts


def _starts(plain: str) -> set[int]:
    """Where a reference may begin: a kind of document, or a number that looks like one of a document."""
    starts = {word.start() for word in numbers.type_words().finditer(plain)}
    starts.update(number.start() for number in numbers.SIGNED_ANYWHERE.finditer(plain))
    starts.update(number.end() - 1 for number in _NUMBER_SCAN.finditer(plain))
    starts.update(scheme.start() for scheme in _LOWER_SCHEME.finditer(plain))
    starts.update(law.start() for law in _LOWER_LAW.finditer(plain))
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
    return None if word is None else _from_type(plain, start, word.end())


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
    if (signed is None and not near) or _OWN_NUMBER.search(plain, floor, start):
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
    elif (
        plain[start - 1 : start] in tuple("/-.,_:")
        or plain[start - 1 : start].isalnum()
        or not numbers.is_known_sign(signed[0])
    ):
        return start, None
    return start, _follow(plain, parts, alone=False)


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
    if _OWN_BREAK.match(plain, parts.end) or not (said or first or parts.named):
        return False
    place = word.end()
    number = numbers.SIGNED.match(plain, place) or numbers.LOWER_SIGNED.match(plain, place)
    if number is None and said:
        number = numbers.OLD_SIGNED.match(plain, place)
    if number is None and first and (said or alone or parts.doc_type == "chương trình"):
        number = (numbers.WITH_YEAR.match(plain, place) if said or alone else None) or _bare(
            plain, place, said=said, parts=parts, alone=alone
        )
    if number is not None:
        parts.number, parts.end = Span(*number.span()), number.end()
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
    if year := _YEAR.match(plain, parts.end):
        parts.end, parts.date = year.end(), year[1]
    return year is not None


def _take_issuer(plain: str, parts: _Parts) -> bool:
    if parts.issuer is not None:
        return False
    word = _OF.match(plain, parts.end) or _OF_PARTY.match(plain, parts.end)
    if word is None:
        return False
    number = plain[slice(*parts.number)] if parts.number else ""
    joint = "liên" in (parts.doc_type or "") or "LT" in number
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
            if fact.span.start == begin or fact.span.start < end < fact.span.end:
                end = max(end, fact.span.end)
    if end > max(begin, parts.end):
        parts.issuer, parts.end = Span(begin, end), end


def _fact(document: Document, found: Found, span: Span, parts: _Parts) -> Fact:
    number = document.quote(parts.number) if parts.number else None
    issuer = document.quote(parts.issuer) if parts.issuer else None
    value = Citation(parts.doc_type, number, parts.date, issuer)
    if parts.date is None or parts.issuer is None:
        said_date, said_issuer = _context(document, found, span)
        value = replace(
            value,
            context_date=said_date if parts.date is None else None,
            context_issuer=said_issuer if parts.issuer is None else None,
        )
    return Fact("legal_reference", span, document.quote(span), value, certain=not parts.blank)


def _context(document: Document, found: Found, span: Span) -> tuple[str | None, str | None]:
    """What the sentence says of date and issuer before the reference: `ngày 25/9/2026, UBND tỉnh có Quyết định số …`."""
    plain = document.plain
    begin = max(
        (end.end() for end in _SENTENCE.finditer(plain, max(0, span.start - 240), span.start)), default=max(0, span.start - 240)
    )
    issued = _ISSUED.search(plain, max(begin, span.start - 40), span.start)
    if issued is None:
        return None, None
    day = next(iter(_DAY_WORD.finditer(plain, begin, issued.start())), None)
    dated = date_at(plain, day.end()) if day else None
    return dated[1].iso if dated else None, _issuer_ending(document, found, Span(dated[0] if dated else begin, issued.start()))


def _issuer_ending(document: Document, found: Found, window: Span) -> str | None:
    """The issuer whose name ends where `window` does, with the post before it."""
    plain = document.plain
    for word in _NAME_STARTS.finditer(plain, window.start, window.end):
        if issuer_at(plain, word.start()) == window.end:
            return document.text[word.start() : window.end]
    named = [fact.span for fact in found.within("organisation", window) if fact.span.end == window.end]
    return document.quote(named[0]) if named else None


CASES = (
    "Thực hiện ⟦nghị quyết | 57-NQ/TW | 2024-12-22 | Bộ Chính trị: Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị⟧ về đột phá phát triển khoa học.",
    "Theo ⟦quyết định | 1131/QĐ-TTg | 2025-06-12 | Thủ tướng Chính phủ: Quyết định số 1131/QĐ-TTg ngày 12 tháng 6 năm 2025 của Thủ tướng Chính phủ⟧ ban hành Danh mục.",
    "Theo ⟦thông tư | 15 TC/HCVX | 1993-03-18 | Bộ Tài chính: Thông tư số 15 TC/HCVX ngày 18-3-1993 của Bộ Tài chính⟧, ⟦thông tư liên bộ | 12/TTLB | 1991-05-02 | Ủy ban Khoa học Nhà nước và Bộ Tài chính: Thông tư liên bộ số 12/TTLB ngày 2-5-1991 của Ủy ban Khoa học Nhà nước và Bộ Tài chính⟧ và ⟦công văn | - | - | -: Công văn số ..../KHTC⟧.",
    "Căn cứ ⟦nghị quyết | 12/2024/NQ-HĐND | 2024-07-10 | Hội đồng nhân dân thành phố Vĩnh Hà: Nghị quyết số 12/2024/NQ-HĐND ngày 10/7/2024 của Hội đồng nhân dân thành phố Vĩnh Hà⟧ quy định mức chi;",
    "Căn cứ ⟦luật | - | 2015-06-19 | -: Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015⟧; ⟦luật | 93/2025/QH15 | 2025-06-27 | Quốc hội: Luật Khoa học, công nghệ và đổi mới sáng tạo số 93/2025/QH15 ngày 27/6/2025 của Quốc hội⟧;",
    "Khoản 2 Điều 7 ⟦nghị định | 13/2019/NĐ-CP | - | -: Nghị định số 13/2019/NĐ-CP⟧, Điều 5 ⟦luật | - | 2017 | -: Luật Chuyển giao công nghệ năm 2017⟧, ⟦bộ luật | - | - | -: Bộ luật Dân sự⟧ và ⟦hiến pháp | - | 2013 | -: Hiến pháp năm 2013⟧.",
    "Các ⟦nghị định | 02/2019/NĐ-CP | - | -: Nghị định số 02/2019/NĐ-CP⟧, ⟦nghị định | 13/2019/NĐ-CP | - | -: 13/2019/NĐ-CP⟧ và ⟦nghị định | 76/2018/NĐ-CP | - | Chính phủ: 76/2018/NĐ-CP của Chính phủ⟧.",
    "Các ⟦nghị quyết | 57 | - | -: Nghị quyết số 57⟧, ⟦nghị quyết | 59 | - | -: 59⟧ và ⟦nghị quyết | 66 | - | Bộ Chính trị: 66 của Bộ Chính trị⟧; làm theo ⟦- | 57-NQ/TW | - | -: 57-NQ/TW⟧.",
    "⟦thông tư liên tịch | 27/2015/TTLT/BKHCN-BTC | 2015-12-30 | Bộ Khoa học và Công nghệ và Bộ Tài chính: Thông tư liên tịch số 27/2015/TTLT/BKHCN-BTC ngày 30/12/2015 của Bộ Khoa học và Công nghệ và Bộ Tài chính⟧; ⟦thông tư | 99/1998/TT- BTC | - | -: Thông tư số 99/1998/TT- BTC⟧; ⟦quyết định | 12/QÐ-UB | - | -: Quyết định 12/QÐ-UB⟧.",
    "Ngày 25/9/2026, UBND thành phố Vĩnh Hà đã ban hành ⟦quyết định | 1500/QĐ-UBND | - | -: Quyết định số 1500/QĐ-UBND⟧; theo ⟦nghị quyết | 20-NQ/TW | - | -: Nghị quyết số 20-NQ/TW⟧, ngày 15/1/2026, UBND thành phố họp.",
    "⟦nghị quyết | - | - | Đại hội Đảng bộ tỉnh lần thứ XVI: Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XVI, nhiệm kỳ 2015-2020⟧; ⟦nghị quyết | - | - | Đại hội XIII của Đảng: Nghị quyết Đại hội XIII của Đảng⟧; ⟦nghị quyết | - | - | Hội nghị Trung ương 6 (khóa XI): Nghị quyết Hội nghị Trung ương 6 (khóa XI)⟧.",
    "⟦nghị quyết | 20-NQ/TW | 2012-11-01 | Hội nghị lần thứ 6 của Ban Chấp hành Trung ương Đảng khóa XI: Nghị quyết số 20-NQ/TW, ngày 01/11/2012 của Hội nghị lần thứ 6 của Ban Chấp hành Trung ương Đảng khóa XI⟧ về phát triển.",
    "Văn phòng ⟦đề án | 844 | - | -: Đề án 844⟧; ⟦đề án | 06 | - | -: Đề án số 06⟧; thuộc ⟦đề án | 844 | - | -: đề án 844⟧; Đề án 1 triệu ha; ⟦chương trình | 592 | - | -: Chương trình 592⟧, Chương trình 1000 ngày vàng.",
    "⟦quyết định | - | - | UBND tỉnh Tân Lâm: Quyết định số      /QĐ-UBND ngày    /    /2026 của UBND tỉnh Tân Lâm⟧; ⟦kế hoạch | - | - | -: Kế hoạch số …/KH-UBND⟧.",
    "Số: 177/KH-UBND\tTân Lâm, ngày 30 tháng 9 năm 2024\nSố:\n40/2024/QĐ-UBND\nQuyết định này; Nghị quyết trên; Nghị định thư; Luật này; Luật sư; Trường Đại học Luật Vĩnh Hà.",
    "TCVN ISO 9001:2015, QCVN 01:2019/BKHCN; Kế hoạch 5 năm 2021-2025; Quyết định của Thủ tướng; đề tài KC.09.12/16-20; mã B2021-TDV-01; Quyết định 100 triệu đồng; Báo cáo 6 tháng.",
    "⟦công văn | 1234/BKHCN-XHTN | 2023-06-05 | Bộ Khoa học và Công nghệ: Công văn số 1234/BKHCN-XHTN ngày 5/6/2023 của Bộ Khoa học và Công nghệ⟧ về việc báo cáo; ⟦văn bản | 12/UBND-VX | - | -: văn bản số 12/UBND-VX⟧; ⟦thông báo | 12/TB-VPCP | - | -: Thông báo số 12/TB-VPCP⟧.",
    "THỰC HIỆN ⟦kế hoạch | 183-KH/TU | 2024-03-18 | BAN THƯỜNG VỤ TỈNH ỦY: KẾ HOẠCH SỐ 183-KH/TU NGÀY 18/3/2024 CỦA BAN THƯỜNG VỤ TỈNH ỦY⟧ THỰC HIỆN ⟦kết luận | 69-KL/TW | - | -: KẾT LUẬN SỐ 69-KL/TW⟧",
    "Thực hiện ⟦quyết định | 709/QĐ-TTg | 2024-07-23 | -: Quyết định số\n709/QĐ-TTg ngày 23/7/2024⟧; ⟦chương trình hành động | 31-CTr/TU | 2019-07-05 | Tỉnh ủy: Chương trình hành động số 31-CTr/TU ngày 05 tháng 7 năm 2019 của Tỉnh ủy⟧ thực hiện.",
    "⟦luật | - | 2019-11-22 | -: Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019⟧; ⟦luật | - | - | -: Luật Khoa học và Công nghệ⟧, ⟦luật | - | - | -: Luật Chất lượng sản phẩm, hàng hóa⟧.",
    "⟦quyết định | 45/QĐ-VHL | 2023-06-05 | Chủ tịch Viện Hàn lâm Khoa học và Công nghệ Việt Nam: quyết định 45/QĐ-VHL ngày 5/6/2023 của Chủ tịch Viện Hàn lâm Khoa học và Công nghệ Việt Nam⟧ phê duyệt; ⟦nghị định | 175-CP | 1994-04-29 | -: Nghị định số 175-CP ngày 29/4/1994⟧; ⟦quyết định | 363/TTg | 1996-05-30 | Thủ tướng Chính phủ: Quyết định số 363/TTg của Thủ tướng Chính phủ ngày 30/5/1996⟧.",
    "⟦quyết định | 12/QĐ-SKHCN | 2024-05-04 | Giám đốc Sở Khoa học và Công nghệ thành phố Vĩnh Hà: Quyết định số 12/QĐ-SKHCN ngày 4/5/2024 của Giám đốc Sở Khoa học và Công nghệ thành phố Vĩnh Hà⟧ về việc giao nhiệm vụ; ⟦quyết định | - | 2023-05-12 | Bộ trưởng Bộ Khoa học và Công nghệ: Quyết định ngày 12/5/2023 của Bộ trưởng Bộ Khoa học và Công nghệ⟧.",
)
KIND = Kind("legal_reference", "viện dẫn văn bản", find_citations, CASES)
