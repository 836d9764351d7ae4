"""What a document that asks for reports says: by when, of which period, of whom, under which outline. Read, then shown to be changed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from hopluc.reading import Document, Reading, Span
from hopluc.reading.head import head
from hopluc.reading.page.layout import layout
from hopluc.reading.page.lines import Line, lines
from hopluc.reading.patterns import Pattern

_ASKS = Pattern(
    r"(?:đề nghị|yêu cầu|giao)\b[^.\n]{0,400}\bbáo cáo\b|\bgửi báo cáo\b|\bbáo cáo\b[^.\n]{0,200}\bgửi về\b", re.IGNORECASE
)
_BY_WHEN = Pattern(r"\b(?:trước|chậm nhất|thời hạn|hạn gửi|hạn báo cáo|muộn nhất)\b", re.IGNORECASE)
_SENDING = Pattern(r"\b(?:gửi|báo cáo|nộp)\b", re.IGNORECASE)
_TO = Pattern(r"Kính gửi\b\s*:?", re.IGNORECASE)
_BODY = Pattern(r"(?:Căn cứ|Thực hiện|Để |Theo |Triển khai|Nhằm|Trong |Ngày |Tiếp theo|Phúc đáp|Sau khi)\b")
_OUTLINE = Pattern(r"\s*ĐỀ CƯƠNG\b")
_LIST = Pattern(r"\s*(?:PHỤ LỤC[^\n]{0,40})?DANH SÁCH\b[^\n]{0,60}(?:ĐƠN VỊ|CƠ QUAN|SỞ)")
_PERIODS = (
    ("half", re.compile(r"\b(?:0?6|sáu) tháng(?: đầu)? năm (?P<year>20\d\d)", re.IGNORECASE)),
    ("nine_months", re.compile(r"\b(?:0?9|chín) tháng(?: đầu)? năm (?P<year>20\d\d)", re.IGNORECASE)),
    ("quarter", re.compile(r"\bquý (?P<place>IV|I{1,3}|[1-4])(?:,? năm |\s*/\s*)(?P<year>20\d\d)", re.IGNORECASE)),
    ("month", re.compile(r"\bbáo cáo tháng (?P<place>\d{1,2})(?: năm |\s*/\s*)(?P<year>20\d\d)", re.IGNORECASE)),
    ("year", re.compile(r"\bnăm (?P<year>20\d\d)", re.IGNORECASE)),
)
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}
_RECURRING = re.compile(r"--(\d{2})-(\d{2})\Z")
_LONGEST_ADDRESS = 40


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of an outline, with its number as written."""

    number: str
    title: str


@dataclass(frozen=True, slots=True)
class Request:
    """What a document asks for: the day its answer is due (None where it names none), the bodies it is put to in its order, the
    headings of the outline it encloses, and the regime and period it speaks of (`regime` is "" where it names none).
    """

    due: date | None
    agencies: tuple[str, ...]
    outline: tuple[Heading, ...]
    regime: str = ""
    year: int | None = None
    place: int = 1


def speaks_of_reports(document: Document) -> bool:
    """May the document ask for reports: what is told without reading it."""
    return bool(_ASKS.search(document.plain))


def request_in(reading: Reading) -> Request | None:
    """What the document asks to be reported; None where it asks for no report, or does not say by when nor of whom."""
    text = reading.document.plain
    if not speaks_of_reports(reading.document):
        return None
    due, agencies = _due(reading), tuple(dict.fromkeys(_agencies(reading)))
    if due is None or (not agencies and not _TO.search(text)):
        return None
    regime, year, place = _period(reading)
    return Request(due, agencies, tuple(_outline(reading)), regime, year, place)


def _due(reading: Reading) -> date | None:
    """The latest of the days that sentences on sending name, of each its first: a second tells what is done with the reports."""
    document = reading.document
    named: dict[int, date] = {}
    for fact in reading.facts:
        if fact.kind != "date":
            continue
        sentence = _sentence_around(reading, fact.span)
        before = document.plain[sentence.start : fact.span.start]
        if _BY_WHEN.search(before) and _SENDING.search(document.plain[sentence.start : sentence.end]):
            day = _day(fact.value.iso, _own_date(reading))
            if day is not None:
                named.setdefault(sentence.start, day)
    return max(named.values(), default=None)


def _sentence_around(reading: Reading, span: Span) -> Span:
    line = Span(*_line_around(reading.document.plain, span))
    return next((found for found in layout(reading.document).sentences(line) if found.contains(span)), line)


def _line_around(text: str, span: Span) -> tuple[int, int]:
    end = text.find("\n", span.end)
    return text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end


def _day(iso: str, written_on: date | None) -> date | None:
    """The day; of one without a year, the first such day after the document's own."""
    try:
        return date.fromisoformat(iso)
    except ValueError:
        pass
    recurring = _RECURRING.match(iso)
    if recurring is None or written_on is None:
        return None
    month, day = int(recurring[1]), int(recurring[2])
    for year in (written_on.year, written_on.year + 1):
        try:
            falls = date(year, month, day)
        except ValueError:
            return None
        if falls >= written_on:
            return falls
    return None


def _own_date(reading: Reading) -> date | None:
    said = head(reading.document).date
    try:
        return date.fromisoformat(said) if said else None
    except ValueError:
        return None


def _agencies(reading: Reading) -> Iterator[str]:
    """The bodies under "Kính gửi", and those of a list of bodies that is enclosed, in their order."""
    blocks = [*_addressed(reading), *_listed(reading)]
    for block in blocks:
        for fact in reading.facts:
            if fact.kind == "organisation" and block.contains(fact.span) and fact.value.canonical:
                yield fact.value.canonical


def _addressed(reading: Reading) -> Iterator[Span]:
    document = reading.document
    found = _TO.search(document.plain)
    if found is None:
        return
    last = found.end()
    for line in _lines_from(reading, found.start())[:_LONGEST_ADDRESS]:
        words = document.plain[line.start : line.end].rstrip()
        if line.start > found.start() and _BODY.match(words):
            break
        last = line.end
        if words.endswith("."):  # the last of them ends the list (Decree 30/2020, Annex I, II.5)
            break
    yield Span(found.end(), last)


def _listed(reading: Reading) -> Iterator[Span]:
    text = reading.document.plain
    found = _LIST.search(text)
    if found is not None:
        other = _OUTLINE.search(text, found.end())
        yield Span(found.end(), other.start() if other else len(text))


def _lines_from(reading: Reading, start: int) -> list[Line]:
    return [line for line in lines(reading.document) if line.end > start]


def _outline(reading: Reading) -> Iterator[Heading]:
    """The numbered headings after the words "ĐỀ CƯƠNG", of the depth the first of them has or one more."""
    document = reading.document
    found = _OUTLINE.search(document.plain)
    if found is None:
        return
    listed = _LIST.search(document.plain, found.end())
    end = listed.start() if listed else len(document.plain)
    for block in layout(document).blocks:
        if found.end() <= block.span.start < end and block.number is not None and block.kind in {"heading", "item"}:
            title = " ".join(document.quote(block.body).split()).strip(" .:;")
            if title:
                yield Heading(document.quote(Span(block.span.start, block.body.start)).strip(), title[:300])


def _period(reading: Reading) -> tuple[str, int | None, int]:
    """The regime, the year and the place in it that the title names; where it names none, the first words that do."""
    said = [head(reading.document).title or "", reading.document.plain[:4000]]
    for words in said:
        for regime, pattern in _PERIODS:
            found = pattern.search(words)
            if found:
                place = found.groupdict().get("place") or "1"
                return regime, int(found["year"]), _ROMAN.get(place.upper()) or int(place)
    return "", None, 1
