"""The head of a document (phần đầu văn bản): the number, date, issuer, type and title it claims for itself.

The parts and their places follow Decree 30/2020/NĐ-CP on records work, annex I; the type names are those of its article 7 and of
the Law on promulgating legal documents.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hopluc.reading.document import Document, Span
from hopluc.reading.head_labels import LABELS, labelled
from hopluc.reading.incoming import arrival
from hopluc.reading.mentions.dates import Day, date_at
from hopluc.reading.mentions.document_numbers import types_by_sign
from hopluc.reading.naming.lexicon import SMALL
from hopluc.reading.page.layout import layout
from hopluc.reading.page.lines import Line, lines
from hopluc.reading.patterns import Pattern, in_small

_TYPES = (
    "nghị quyết|quyết định|chỉ thị|quy chế|quy định|thông cáo|thông báo|hướng dẫn|chương trình(?: phối hợp| hợp tác| hành động)?|kế hoạch(?: phối hợp)?|"
    "phương án|đề án|dự án|báo cáo|biên bản(?: ghi nhớ| họp| làm việc)?|tờ trình|hợp đồng|công văn|công điện|bản ghi nhớ|(?:bản )?thỏa thuận(?: hợp tác| khung)?|"
    "giấy mời|giấy ủy quyền|phiếu|thư công|nghị định|thông tư(?: liên tịch| liên bộ)?|thông tri|sắc lệnh|sắc luật|luật|pháp lệnh|lệnh|kết luận|hiệp định|quy trình|đề cương|nghị quyết liên tịch"
)
_TYPE = Pattern(rf"({_TYPES})(?:\s*:)?\s*$", re.IGNORECASE)
_TYPE_BEGINS = Pattern(rf"({_TYPES})\s+(?=\S)", re.IGNORECASE)
# What the search can skip to stands first.
_NUMBER = Pattern(r"Số(?<!\wSố)\s*:?[\s|]*(\d[\w.]*\s?[/-]\s?[\w./&+-]*[^\W\d_][\w./&+-]*)")
_DATE = in_small(r"\bngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})\b")
# Where no kind of paper is named, only a day beside the place of writing, or alone, is the paper's own.
_PLACED = Pattern(r"(?:^|[\n\t|]|\s{3}|[-_*]{3} ) *(?:[^\W\d_][^\n,|:;]{1,30},[ \n]{0,3})?$")
# `NGHỊ ĐỊNH` / `CỦA HỘI ĐỒNG BỘ TRƯỞNG SỐ 125/HĐBT NGÀY 29 THÁNG 7 NĂM 1982 VỀ VIỆC …`: a title that says everything itself.
_WHOLE = Pattern(
    r"(?:CỦA\s+(?P<issuer>[^\n]{3,120}?)\s+)?SỐ\s*:?\s*(?P<number>\d[\w./&-]*(?: [A-ZĐ]{1,4}(?=\s))?),?\s+NGÀY\s+"
    r"(?P<date>\d{1,2}\s+THÁNG\s+\d{1,2}\s+NĂM\s+\d{4}|\d{1,2}\s?[-/]\s?\d{1,2}\s?[-/]\s?\d{4})[\s,]*(?:(?:VỀ VIỆC|V/V)\s+)?"
)
_OF_BODY = Pattern(rf"CỦA\s+(?P<issuer>[^\n{SMALL}]{{3,120}}?)\s+(?=(?:VỀ|[Vv]ề)(?: VIỆC| việc)?\s)")
_DATELINE = Pattern(r"[^\W\d_][^\n,|:;]{1,30}, ngày [\d .…]{1,6}tháng")
_STAMPED = Pattern(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4},? (?:-|lúc)? ?\d{1,2}[:h]\d{2}")
# The line of a page that says when it was put up.
_POSTED = Pattern(r"(?:Thứ|Chủ nhật|Ngày)\s[^\n]{0,20}\d{1,2}[/.-]\d{1,2}[/.-]\d{4}")
_LETTER = Pattern(r"Kính gửi\s*:|KÍNH GỬI\s*:")
_BARE_BODY = Pattern(r"(?:ỦY BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|UBND|HĐND)$")
_MOTTO = Pattern(
    r"c[oộ]ng(?:\s+h[oòóa]+.*)?$|.*(?:xã hội chủ nghĩa việt nam|độc lập\s*-\s*tự do|việt nam dân chủ|đảng cộng sản)|(?:hội )?chủ nghĩa việt nam",
    re.IGNORECASE,
)
_BODY_WORDS = (
    "ủy ban|ubnd|hđnd|hội đồng|sở|bộ|ban(?! hành)|cục|tổng cục|chi cục|vụ|viện|trung tâm|trường|đại học|học viện|văn phòng|thủ tướng|chính phủ|quốc hội|"
    "công ty|tập đoàn|liên hiệp|hiệp hội|hội|tỉnh ủy|thành ủy|đảng ủy|đảng bộ|huyện ủy|quận ủy|thanh tra|quỹ|phòng|chủ tịch|bộ trưởng|giám đốc|tổ"
)
_BODY = Pattern(rf"(?:{_BODY_WORDS})\b", re.IGNORECASE)
_AUTHORITY = Pattern(
    r"(?:CHỦ TỊCH|GIÁM ĐỐC|BỘ TRƯỞNG|THỦ TƯỚNG|CHÍNH PHỦ|ỦY BAN|UỶ BAN|HỘI ĐỒNG|VIỆN TRƯỞNG|CỤC TRƯỞNG|HIỆU TRƯỞNG)\b"
)
# How a title goes, not a body's name.
_ACTS_ON = Pattern(r"(?:BAN HÀNH|VỀ VIỆC|VỀ|PHÊ DUYỆT|QUY ĐỊNH|SỬA ĐỔI|THÀNH LẬP|TRIỂN KHAI|THỰC HIỆN)\s")
_NEXT_LINE = Pattern(r"\s*\n\s*")
_OPENING = Pattern(
    r"căn cứ|chiểu\s|thi hành\s|quán triệt|kính gửi|thực hiện|hôm nay|để\s|nhằm|trong\s|theo\s|xét\s|ngày\s", re.IGNORECASE
)
# A title may begin like a text: `KẾ HOẠCH` / `Thực hiện Chương trình …`; a text cites a number or ends with a stop.
_TITLED = Pattern(r"(?:thực hiện|triển khai|trong)\s(?!.*\bsố \d)[^.:;]{10,}(?<![.:;,])$", re.IGNORECASE)
_SUBJECT = Pattern(r"(?:v/v|về việc)\s*:?\s*", re.IGNORECASE)
_SIGN = Pattern(r"[/-]\s?([^\W\d_]{2,4})(?=\s?[-/])")
_GAP = Pattern(r"\t+|\s*\|\s*| {4,}")
_ABOUT = Pattern(r"/(?<=[Vv]/)(?<!\w[Vv]/)[Vv]\s*:?\s*(.+)")
_MOST_LINES = 40
_MOST_BLOCKS = 12
_NEAR = 120
_BROKEN = frozenset({"ỦY", "HỘI", "THỦ", "CHÍNH", "CHỦ", "BAN", "VIỆN", "TRƯỜNG"})  # first words of a name broken over lines
_LONGEST_TITLE = 500
_SHORT_TITLE = 20


@dataclass(frozen=True, slots=True)
class Head:
    """What a document claims of itself, each part as written, None where it does not say.

    `number` is số/ký hiệu; `date` ISO; `issuer` the issuing body; `doc_type` in lower case; `title` the trích yếu, or the title
    of an article. `spans` gives where each part stands.
    """

    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    doc_type: str | None = None
    title: str | None = None
    spans: tuple[tuple[str, Span], ...] = ()


def head(document: Document) -> Head:
    """What `document` claims of itself at its beginning."""
    return document.view(_read)


def _read(document: Document) -> Head:
    first = _without_stamp(document, lines(document)[:_MOST_LINES])
    text = document.plain
    place = next((at for at, line in enumerate(first) if _type_of(text, line)), None)
    kind = _type_of(text, first[place]) if place is not None else None
    if any(text.startswith("Căn cứ", line.start) for line in first[:place]):
        place = None  # not the title but the `QUYẾT ĐỊNH:` under what the paper rests on
    above = first[: place if place is not None else 12]
    spans: dict[str, Span] = {}
    number = _find(_NUMBER, text, above)
    date = _find(_DATE, document.small, above)
    if date and place is None and not _PLACED.search(text, max(0, date.start() - 40), date.start()):
        date = None
    said = {"number": _words(document, number, spans, "number"), "issuer": _issuer(document, above, spans)}
    if date:
        said["date"] = Day(int(date[3]), int(date[2]), int(date[1])).iso
        spans["date"] = Span(*date.span())
    if place is not None:
        said["doc_type"] = kind
        said["title"] = _title(document, first, place, spans) or _page_title(document, above, said["number"], spans)
        _take_from_title(document, said, spans)
    else:
        said["issuer"] = (said["issuer"] or "").removeprefix(
            "CHỦ TỊCH "
        ) or None  # the authority, where no title stands before it
        said |= {"doc_type": kind} | _untyped(document, above, spans, number=said["number"])
    _take_from_labels(document, first, said, spans)
    return Head(spans=tuple(sorted(spans.items())), **said)


def _take_from_title(document: Document, said: dict[str, str | None], spans: dict[str, Span]) -> None:
    """Number, day and issuer that the title itself says, where the head says none; the title is then what comes after them."""
    span = spans.get("title")
    if span is None:
        return
    kind = _TYPE_BEGINS.match(document.plain, *span)
    begin = kind.end() if kind else span.start
    found = _WHOLE.match(document.plain, begin, span.end) or _OF_BODY.match(document.plain, begin, span.end)
    if found is None:
        return
    for name, written in found.groupdict().items():
        if written and said.get(name) is None:
            spans[name] = Span(*found.span(name))
            day = date_at(document.small, found.start("date")) if name == "date" else None
            said[name] = day[1].iso if day else " ".join(document.quote(spans[name]).split())
    again = f"CỦA {said['issuer']} "
    begin = found.end() + (len(again) if document.plain.startswith(again, found.end()) else 0)
    spans["title"] = Span(begin, span.end)
    said["title"] = " ".join(document.quote(spans["title"]).split()) or None
    if said["title"] is None:
        del spans["title"]


def _take_from_labels(document: Document, first: Sequence[Line], said: dict[str, str | None], spans: dict[str, Span]) -> None:
    """What labels of the page or the authority under the title say, where the head itself says less."""
    told = labelled(document, _TYPE)
    for name, (value, span) in told.items():
        if said.get(name) is None:
            said[name], spans[name] = value, span
    issuer = said["issuer"]
    if issuer is None or not _BARE_BODY.match(issuer):
        return
    for line in first:
        words = " ".join(document.quote(line.span).split())
        body = words.removeprefix("CHỦ TỊCH ")
        if words.isupper() and body.startswith(f"{issuer} ") and "|" not in words:
            said["issuer"], spans["issuer"] = body, line.span
            return
    if "issuer" in told:
        said["issuer"] = f"{issuer} {told['issuer'][0]}"


def _without_stamp(document: Document, first: Sequence[Line]) -> list[Line]:
    """The lines but for those of the stamp of arrival, with the office above it that took the document in."""
    stamped = arrival(document).spans
    if not stamped:
        return list(first)
    left = [line for line in first if not any(span.start < line.end and line.start < span.end for _, span in stamped)]
    bodies = [line for line in left if _BODY.match(document.plain, line.start)]
    office = max((line for line in left if line.end <= stamped[0][1].start), key=lambda line: line.end, default=None)
    return [line for line in left if line is not office or line not in bodies or len(bodies) < 2]


def _type_of(text: str, line: Line) -> str | None:
    """The type a line names: alone on it, or in capitals at the beginning of a title in capitals."""
    words = text[line.start : line.end]
    if line.style is not None or not words[:2].isupper():
        return None
    alone = _TYPE.match(words)
    if alone:
        return alone[1].lower()
    begins = _TYPE_BEGINS.match(words) if words.isupper() else None
    return begins[1].lower() if begins else None


def _find(pattern: Pattern, text: str, among: Sequence[Line]) -> re.Match[str] | None:
    return pattern.search(text, among[0].start, among[-1].end) if among else None


def _words(document: Document, found: re.Match[str] | None, spans: dict[str, Span], name: str) -> str | None:
    if found is None:
        return None
    spans[name] = Span(*found.span(1))
    return document.quote(spans[name]).strip(" .,;")


def _issuer(document: Document, above: Sequence[Line], spans: dict[str, Span]) -> str | None:
    """The issuing body: the last of the names in capitals at the top, a name that runs over two lines as one."""
    bodies: list[list[Span]] = []
    begun: int | None = None
    for line in above:
        for column in _columns(document, line):
            part = Span(column.start if begun is None else begun, column.end)
            words = " ".join(document.plain[part.start : part.end].split())
            begun = part.start if words in _BROKEN else None
            if (
                begun is not None
                or not words.isupper()
                or _MOTTO.match(words)
                or any(sign.isdigit() or sign in "/:" for sign in words)
            ):
                continue
            if _BODY.match(words) and not _goes_on(document, bodies):
                bodies.append([part])
            elif bodies and part.start - bodies[-1][-1].end < _NEAR and not _ACTS_ON.match(words):
                bodies[-1].append(part)
    if not bodies:
        return None
    spans["issuer"] = bodies[-1][0]
    return " ".join(" ".join(document.quote(part) for part in bodies[-1]).split())


def _goes_on(document: Document, bodies: list[list[Span]]) -> bool:
    """Whether the name before is unfinished, so that even `BAN …` goes on with it."""
    return bool(bodies) and document.quote(bodies[-1][-1]).endswith((" VÀ", ",", " CÁC"))


def _columns(document: Document, line: Line) -> list[Span]:
    """The parts of a line that tabs, bars or wide gaps divide: the two columns of a letterhead."""
    words = document.plain[line.start : line.end]
    if "\t" not in words and "|" not in words and "    " not in words:
        return [line.span]
    spans, start = [], line.start
    for gap in _GAP.finditer(words):
        spans.append(Span(start, line.start + gap.start()))
        start = line.start + gap.end()
    return [span for span in [*spans, Span(start, line.end)] if span.start < span.end]


def _title(document: Document, first: Sequence[Line], place: int, spans: dict[str, Span]) -> str | None:
    """The lines under the type, up to where the text begins; what follows the type on its own line is the title's beginning."""
    text, begun = document.plain, first[place]
    own = _TYPE.match(text, begun.start, begun.end)
    begins = _TYPE_BEGINS.match(text, begun.start, begun.end)
    start = begun.start if begins and not own else None
    end = begun.end
    for line in first[place + 1 :]:
        words = text[line.start : line.end]
        follows = line.gap <= 1 or start is None or (line.gap == 2 and words[:1].islower())
        if (
            not follows
            or line.style is not None
            or (
                _OPENING.match(words)
                and not (start is None and _TITLED.match(words))
                and not _is_of_caps(words, end - (start or end))
            )
            or _AUTHORITY.match(words)
            or _begins_text(words, text[slice(start or end, end)])
            or set(words) <= set("-_=* ")
        ):
            break
        start, end = line.start if start is None else start, line.end
        if end - start > _LONGEST_TITLE or words.endswith("."):
            break
    if start is None:
        return None
    subject = _SUBJECT.match(text, start, end)
    spans["title"] = Span(subject.end() if subject else start, end)
    return " ".join(document.quote(spans["title"]).split())


def _is_of_caps(words: str, begun: int) -> bool:
    """Whether a line is of a title in capitals, `begun` letters of which stand already: `… SỐ 182/HĐBT` / `NGÀY 27-10-1982 VỀ VIỆC …`."""
    return words.isupper() and not words.startswith("CĂN CỨ") and (begun > 0 or len(words) > _SHORT_TITLE)


def _page_title(document: Document, above: Sequence[Line], number: str | None, spans: dict[str, Span]) -> str | None:
    """The title that the page gives a paper above its letterhead, where the paper itself has none: `Nghị quyết 34/2025/NQ-HĐND quy định …`."""
    for line in above[:3]:
        if number and number in document.quote(line.span) and _looks_titled(document.plain, line):
            spans["title"] = line.span
            return " ".join(document.quote(line.span).split())
    return None


def _begins_text(words: str, title: str) -> bool:
    """Whether a line under a long title in capitals is not of it but a sentence of the text."""
    return len(title) > _SHORT_TITLE and title.isupper() and words[0].isupper() and words[1:2].islower()


def _untyped(document: Document, above: Sequence[Line], spans: dict[str, Span], *, number: str | None) -> dict[str, str | None]:
    """A letter (công văn) says its subject after V/v; an article has its first heading for a title."""
    about = _find(_ABOUT, document.plain, above)
    if about:
        spans["title"] = Span(*about.span(1))
        return {
            "doc_type": _kind_by_sign(number) if number else None,
            "title": " ".join(document.quote(spans["title"]).split()),
        }
    begun = [
        block.span
        for block in layout(document).blocks[:_MOST_BLOCKS]
        if block.kind == "heading" and block.number is None and not _is_of_letterhead(document.plain, block.span)
    ]
    span = begun[0] if begun else next((line.span for line in above if _looks_titled(document.plain, line)), None)
    if number and _LETTER.search(document.plain, 0, above[-1].end + _NEAR if above else 0):
        return {"doc_type": "công văn"}
    if span is None:
        return {}
    authority = next(
        (found for found in _NEXT_LINE.finditer(document.plain, *span) if _AUTHORITY.match(document.plain, found.end())), None
    )
    spans["title"] = span = Span(span.start, authority.start()) if authority else span
    return {"title": " ".join(document.quote(span).split())}


def _kind_by_sign(number: str) -> str:
    """What a paper is that says only what it is about: of the kind its number says (`12/QĐ-UBND`), else a letter."""
    sign = _SIGN.search(number)
    kind = types_by_sign().get(sign[1]) if sign else None
    return kind.name if kind else "công văn"


def _is_of_letterhead(text: str, span: Span) -> bool:
    """Whether a heading is a row of the letterhead: a body's name or the motto in capitals, cells, the place and day of writing."""
    words = text[slice(*span)]
    named = words.isupper() and bool(
        _BODY.match(words) or _MOTTO.match(words) or words.startswith(("QUYẾT NGHỊ", "QUYẾT ĐỊNH"))
    )
    return named or "|" in words or bool(_DATELINE.match(words) or _LETTER.match(words) or _STAMPED.search(words))


def _looks_titled(text: str, line: Line) -> bool:
    """Whether a line can be an article's title: neither short nor a sentence, and no counter or label."""
    words = text[line.start : line.end]
    fits = (
        25 <= len(words) <= 220
        and words[-1] not in ".;,:|"
        and not _STAMPED.search(words)
        and " : " not in words
        and line.style is None
    )
    return (
        fits
        and not words.startswith(LABELS)
        and not (_is_of_letterhead(text, line.span) or _MOTTO.match(words) or _POSTED.match(words))
    )
