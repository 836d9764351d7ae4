"""Setting (bối cảnh): the time and the place that hold where a figure or an event stands.

The nearest words win: the figure's own clause, the opening of its sentence, the head of its list or section, and last what the
document as a whole reports on. Nothing is guessed: where no words say it, there is none.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Fact, Found
from hopluc.reading.layout import layout
from hopluc.reading.mentions.periods import Period

UPPER = "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬBCDĐEÈẺẼÉẸÊỀỂỄẾỆFGHIÌỈĨÍỊJKLMNOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢPQRSTUÙỦŨÚỤƯỪỬỮỨỰVWXYỲỶỸÝỴZ"


class Time(NamedTuple):
    """A time as said somewhere: `period` with equal ends for a year, quarter, month or day.

    `bound` is the word that makes it a limit, not a time at which something was (`đến`, `trước`, `từ`, `tầm nhìn`); else None.
    """

    span: Span
    period: Period
    bound: str | None


_YEAR = re.compile(
    r"\b(?:(?P<quarter>[Qq]u[ýí] (?P<roman>IV|I{1,3}|[1-4]))(?:\s*[/-]\s*|,? năm )"
    r"|(?P<half>(?P<months>\d{1,2}) tháng (?P<part>đầu|cuối) năm )"
    r"|(?P<word>[Nn]ăm (?:học )?))(?P<year>(?:19|20)\d\d)\b(?![/\d])"
)
_BOUND = re.compile(
    r"\b(?P<word>tầm nhìn|định hướng|đến|tới|trước|sau|kể từ|từ|khóa|nhiệm kỳ)"
    r"(?: (?:đến|hết|cuối|đầu|giữa|ngày|tháng|năm|hết năm|cuối năm|đến năm)){0,2}\s$",
    re.IGNORECASE,
)
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}
_NAMED = re.compile(
    r"(?:Chương trình|Kế hoạch|Đề án|Chiến lược|Thỏa thuận|Nghị quyết|Quyết định|Dự án|Quy hoạch|Biên bản|chương trình|kế hoạch|thỏa thuận)"
    r"[^.;\n]{0,200}$"
)


def single(value: str) -> Period:
    """A year, quarter, month or day as a period with equal ends."""
    return Period(value, value)


def year_at(document: Document, span: Span) -> Time:
    """A bare year, said without the word `năm`, as a time."""
    return Time(span, single(document.quote(span)), None)


def years_said(document: Document) -> tuple[Time, ...]:
    """Every bare year, quarter and half-year of the document, in order."""
    return document.view(_find_years)


def _find_years(document: Document) -> tuple[Time, ...]:
    plain = document.plain
    found = []
    for match in _YEAR.finditer(plain):
        year = match["year"]
        if match["quarter"]:
            roman = match["roman"]
            period = single(f"{year}-Q{_ROMAN.get(roman) or roman}")
        elif match["half"]:
            months = int(match["months"])
            first, last = (1, months) if match["part"] == "đầu" else (13 - months, 12)
            period = Period(f"{year}-{first:02}", f"{year}-{last:02}") if 1 <= months <= 12 else single(year)
        else:
            period = single(year)
        found.append(Time(Span(*match.span()), period, _bound(plain, match.start())))
    return tuple(found)


def _bound(plain: str, start: int) -> str | None:
    found = _BOUND.search(plain, max(0, start - 24), start)
    return found["word"].lower() if found else None


class Setting:
    """The times and places of one document, looked up by offset."""

    def __init__(self, document: Document, found: Found) -> None:
        self.document = document
        self.found = found
        self._years = years_said(document)
        self._starts = [time.span.start for time in self._years]
        self._reported = _reported_period(document, found)
        days = [fact.value.first.year for fact in found.of("date") if fact.value.first is not None]
        self.latest_year: int | None = sorted(days)[int(len(days) * 0.9)] if days else None

    def is_past(self, time: Time) -> bool:
        """Whether a limit lies before the days the document itself tells of."""
        return self.latest_year is not None and int((time.period.end or "0")[:4]) <= self.latest_year

    def times(self, span: Span) -> Iterator[Time]:
        """The times said inside `span`, outside legal references, in order: years, periods and dates."""
        plain = self.document.plain
        cited = [fact.span for fact in self._cited(span)]
        exact = [*self._periods_within(span), *self._dates_within(span)]
        years = [time for time in self._years_within(span) if not any(time.span.overlaps(other.span) for other in exact)]
        for time in sorted([*exact, *years], key=lambda time: time.span):
            if not any(time.span.overlaps(other) for other in cited):
                yield time._replace(bound=_bound(plain, time.span.start))

    def _cited(self, span: Span) -> Iterator[Fact]:
        return self.found.within("legal_reference", Span(max(0, span.start - 300), span.end + 300))

    def _years_within(self, span: Span) -> Iterator[Time]:
        place = bisect_right(self._starts, span.start - 1)
        while place < len(self._years) and self._years[place].span.end <= span.end:
            yield self._years[place]
            place += 1

    def _periods_within(self, span: Span) -> Iterator[Time]:
        for fact in self.found.within("period", span):
            yield Time(fact.span, fact.value, bound=None)

    def _dates_within(self, span: Span) -> Iterator[Time]:
        for fact in self.found.within("date", span):
            yield Time(fact.span, single(fact.value.iso), bound=None)

    def period(self, figure: Span, clause: Span, sentence: Span, heads: tuple[Span, ...] = ()) -> Period | None:
        """The time that holds for the figure at `figure`, looked for from near to far; None where none is said."""
        near = self._in_clause(figure, clause)
        if near is not None:
            return near
        opening = self._opening(sentence, figure)
        if opening is not None:
            return opening
        for head in heads:
            for time in self.times(head):
                if not time.bound:
                    return time.period
        return self._reported

    def _in_clause(self, figure: Span, clause: Span) -> Period | None:
        after = next(self.found.within("quantity", Span(figure.end, clause.end)), None)
        for time in self.times(Span(figure.end, min(clause.end, figure.end + 160))):
            between = self.document.plain[figure.end : time.span.start]
            if after is not None and not after.value.duration and after.span.start < time.span.start:
                return None
            if not time.bound and not _NAMED.search(between):
                return time.period
        return None

    def _opening(self, sentence: Span, figure: Span) -> Period | None:
        """The time a sentence or list item opens with (`Năm 2014: …`, `Trong 3 năm 2013-2015, …`), or else the last before the figure."""
        plain = self.document.plain
        said = list(self.times(Span(sentence.start, figure.start)))
        for time in reversed(said):
            before = plain[sentence.start : time.span.start]
            if len(before) <= 30 and (not time.bound or before.lower().startswith(("đến", "tính", "tới"))):
                return time.period
            if not time.bound and not _NAMED.search(before):
                return time.period
        return None

    def place_beside(self, clause: Span, figure: Span) -> str | None:
        """The place named in the figure's clause, after it rather than before; None where none is."""
        plain = self.document.plain
        beside = _PLACE.search(plain, figure.end, clause.end) or _PLACE.search(plain, clause.start, figure.start)
        if beside is None:
            return None
        start, end = beside.span(beside.lastgroup or 0)
        return " ".join(self.document.text[start:end].split())


_WORD = rf"[{UPPER}][^\W\d_]*"
# What begins like a name of a body, paper or event is no place.
_NO_PLACE = r"(?!(?:Viện|Hội|Sở|Bộ|Trung tâm|Trường|Công|Ủy|Ban|Chương|Đề|Dự|Nghị|Quyết|Điều|Khoản|Mục|Phụ|Kế|Cục|Vụ|Tổng|Tập|Thông|Lễ|Luật|Văn)\b)"
_PROPER = rf"{_WORD}(?: (?:- )?{_WORD}){{0,5}}"
_PLACE = re.compile(
    rf"\b(?:tại|ở|trên địa bàn|thuộc|khắp)\s+"
    rf"(?P<name>(?:(?:các\s)?(?:thành phố|tỉnh|TP\.?|quận|huyện|xã|phường|khu vực|vùng)\s+)?{_NO_PLACE}{_PROPER})"
    r"|(?P<wide>(?:các tỉnh, thành(?: phố)? )?phía (?:Bắc|Nam|Đông|Tây)|cả nước|toàn quốc|toàn cầu|thế giới)"
)
_HOME = re.compile(rf"\b(?:thành phố|tỉnh|TP\.?|Thành phố|Tỉnh)\s(?P<name>{_WORD}(?:\s{_WORD}){{1,2}})")


def home_place(document: Document) -> str | None:
    """The province or city the document names most, as `thành phố …` or `tỉnh …`; None where it names none."""
    return document.view(_find_home)


def _find_home(document: Document) -> str | None:
    named = Counter(" ".join(match["name"].split()) for match in _HOME.finditer(document.plain, 0, 40_000))
    return named.most_common(1)[0][0] if named else None


_REVIEWED = re.compile(
    r"(?:sơ kết|tổng kết|kết quả|đánh giá|báo cáo|thực hiện|nhìn lại|tình hình|\d+ năm)\b[^.;\n]{0,160}$", re.IGNORECASE
)
OPENING = 4_000  # a report says in its title or first paragraphs what time it is about


def _reported_period(document: Document, found: Found) -> Period | None:
    """What the document as a whole reports on, as its opening says (`Báo cáo kết quả … năm 2024`, `Sau 3 năm (2013-2015)`)."""
    plain = document.plain
    window = Span(0, min(len(plain), OPENING))
    for fact in found.within("period", window):
        before = plain[max(0, fact.span.start - 40) : fact.span.start]
        if re.search(r"\d+ năm\b[^.;\n]{0,25}\(?\s*$", before):
            return fact.value if isinstance(fact.value, Period) else None
    for match in _YEAR.finditer(plain, 0, window.end):
        if not _bound(plain, match.start()) and _REVIEWED.search(plain, max(0, match.start() - 180), match.start()):
            head = plain[max(0, plain.rfind("\n", 0, match.start())) : match.start()]
            if len(head) < 160:
                times = [time for time in years_said(document) if time.span.start == match.start()]
                return times[0].period
    return None


def heads_of(document: Document, offset: int) -> tuple[Span, ...]:
    """What the words at `offset` stand under, nearest first: list items, the sentence that opens a list, headings."""
    place = layout(document).at(offset)
    return () if place is None else tuple(head.span for head in layout(document).above(place))
