"""Setting (bối cảnh): the time and the place that hold where a figure or an event stands.

The nearest words win: the figure's own clause, the opening of its sentence, the head of its list or section, and last what the
document as a whole reports on. Nothing is guessed: where no words say it, there is none.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Found
from hopluc.reading.head import head
from hopluc.reading.mentions.periods import Period
from hopluc.reading.page.layout import layout
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.implied_times import implied_times
from hopluc.reading.records.times_said import UPPER, Time, bound_of_day, bound_of_term, single, years_said

LIMITS = ("đến", "tới", "trước")
_DIGIT = Pattern(r"\d")
_NAMED = Pattern(
    r"(?:Chương trình|Kế hoạch|Đề án|Chiến lược|Thỏa thuận|Nghị quyết|Quyết định|Dự án|Quy hoạch|Biên bản|chương trình|kế hoạch|thỏa thuận)"
    r"[^.;\n]{0,200}$"
)


def setting_of(document: Document, found: Found) -> "Setting":
    """The times and places of the document, gathered once."""
    return found.view(document, Setting)


def _times(document: Document, found: Found) -> list[Time]:
    """Years, periods and dates in order, without those inside a legal reference or inside one another."""
    plain = document.plain
    said = [Time(fact.span, fact.value, bound_of_term(plain, fact.span.start, fact.value)) for fact in found.of("period")]
    said += [Time(fact.span, single(fact.value.iso), bound_of_day(plain, fact.span.start)) for fact in found.of("date")]
    exact = sorted(time.span for time in said)
    said += [time for time in years_said(document) if not _meets(exact, time.span)]
    cited = [fact.span for fact in found.of("legal_reference")]
    return sorted((time for time in said if not _meets(cited, time.span)), key=lambda time: time.span)


def _meets(spans: list[Span], span: Span) -> bool:
    """Whether one of `spans`, which are in order and apart, overlaps `span`."""
    place = bisect_left(spans, (span.end, span.end))
    return place > 0 and spans[place - 1].overlaps(span)


def _inside(times: Sequence[Time], span: Span) -> Iterator[Time]:
    """Those of `times`, which are in order, that stand wholly inside `span`."""
    place = bisect_left(times, span.start, key=_begins)
    while place < len(times) and times[place].span.start < span.end:
        if times[place].span.end <= span.end:
            yield times[place]
        place += 1


def _begins(time: Time) -> int:
    return time.span.start


class Setting:
    """The times and places of one document, looked up by offset."""

    def __init__(self, document: Document, found: Found) -> None:
        self.document = document
        self._times = _times(document, found)
        self.reported_period = _reported_period(document, found)
        taken = [time.span for time in self._times]
        implied = (each for each in implied_times(document, self._times, self.reported_period) if not _meets(taken, each.span))
        self._of_figures = sorted([*self._times, *implied], key=lambda time: time.span)
        self.planned_period = _planned_period(document, found)
        days = sorted(fact.value.first.year for fact in found.of("date") if fact.value.first is not None)
        days = days or sorted(int(str(time.period.end)[:4]) for time in years_said(document) if time.bound is None)[:1]
        # The ninth decile: a slip such as `2031` in a paper of 2026 shall not make every limit before it past.
        self.latest_year: int | None = days[int(len(days) * 0.9)] if days else None

    def is_past(self, time: Time) -> bool:
        """Whether a limit lies before the days the document itself tells of."""
        return self.latest_year is not None and int((time.period.end or "0")[:4]) <= self.latest_year

    def times(self, span: Span) -> Iterator[Time]:
        """The times said inside `span`, outside legal references, in order: years, periods and dates."""
        return _inside(self._times, span)

    def period(
        self, figure: Span, clause: Span, sentence: Span, heads: tuple[Span, ...] = (), told: Period | None = None
    ) -> Period | None:
        """The time that holds for the figure at `figure`, looked for from near to far; `told` is that of what its sentence goes on from.

        None where none is said.
        """
        same = _SAME_TIME_OF.match(self.document.plain, clause.start, figure.start)
        near = single(same[1]) if same else self._in_clause(figure, clause)
        if near is not None:
            return near
        opening = self._opening(sentence, figure)
        if opening is not None or told is not None:
            return opening or told
        if (above := self._paragraph(sentence)) is not None:
            return above
        return self.period_above(heads) or self.reported_period

    def period_above(self, heads: tuple[Span, ...]) -> Period | None:
        """The time that the nearest head says; None where none does. A day above is one on which something was told, not of which."""
        said = (time for head in heads for time in _inside(self._of_figures, head) if time.bound is None)
        return next((time.period for time in said if not _is_exact(time)), None)

    def limit_above(self, heads: tuple[Span, ...]) -> str | None:
        """The limit that the nearest head says (`Mục tiêu đến năm 2030`); None where none does."""
        limits = (time for head in heads for time in self.times(head) if time.bound in LIMITS)
        return next((time.period.end for time in limits), None)

    def _in_clause(self, figure: Span, clause: Span) -> Period | None:
        """The time after the figure in its clause, before any other number."""
        for time in _inside(self._of_figures, Span(figure.end, min(clause.end, figure.end + 160))):
            between = self.document.plain[figure.end : time.span.start]
            if _DIGIT.search(between) or _FALLS_INTO.search(between) or _MOST_OF_ALL.search(between):
                return None  # of a part, not of the whole; or of all those among which it is the most
            if _HELD_AGAINST.search(between):
                return None
            if _LABELS.match(self.document.plain, time.span.end, clause.end):
                return None  # `đạt 82% (năm 2024: 76%)`: the year of the figure behind it
            if (time.bound is None or between == " của cùng kỳ ") and not _NAMED.search(between):
                return time.period
        return None

    def _opening(self, sentence: Span, figure: Span) -> Period | None:
        """The time a sentence or list item opens with (`Năm 2014: …`, `Trong 3 năm 2013-2015, …`), or else the last before the figure."""
        plain = self.document.plain
        said = list(_inside(self._of_figures, Span(sentence.start, figure.start)))
        for time in reversed(said):
            if _SINCE.search(plain, time.span.end, figure.start):
                return None
            before = plain[sentence.start : time.span.start]
            if _is_exact(time) and _REPORTS.search(plain, time.span.end, figure.start):
                continue  # `công bố sáng 29/7 cho thấy …`: when it was said
            if (len(before) <= 30 and time.bound is None) or (time.bound and _UP_TO.fullmatch(_BEFORE_IT.split(before)[-1])):
                return time.period
            if time.bound is None and not _NAMED.search(before):
                return time.period
        return None

    def _paragraph(self, sentence: Span) -> Period | None:
        """The time that the paragraph of a sentence opens with, which holds for what follows: `Năm 2021, …`; no day, on which something was told."""
        place = layout(self.document).at(sentence.start)
        block = layout(self.document).blocks[place] if place is not None else None
        if block is None or block.kind != "paragraph" or block.body.start == sentence.start:
            return None
        opening = Span(block.body.start, min(block.body.end, block.body.start + _OPENING))
        first = next(_inside(self._of_figures, opening), None)
        if first is None or first.bound is not None or _is_exact(first):
            return None
        before = self.document.plain[block.body.start : first.span.start].strip().lower()
        return first.period if before in _OPENS_WITH and self.document.plain.startswith(",", first.span.end) else None

    def place_beside(self, clause: Span, figure: Span) -> str | None:
        """The place named in the figure's clause, after it rather than before; None where none is."""
        plain = self.document.plain
        beside = _PLACE.search(plain, figure.end, min(clause.end, figure.end + BESIDE)) or _PLACE.search(
            plain, max(clause.start, figure.start - BESIDE), figure.start
        )
        if (
            beside is None
            or _OF_ALL.search(plain, max(clause.start, beside.start() - 32), beside.start())
            or (beside.start() > figure.end and _ABOVE_ALL.search(plain, max(figure.end, beside.start() - 24), beside.start()))
        ):
            return None
        start, end = beside.span(beside.lastgroup or 0)
        return " ".join(self.document.text[start:end].split())


def _is_exact(time: Time) -> bool:
    """Whether a time is one day."""
    return len((time.period.start or "").lstrip("-")) in _DAY_LENGTHS


_DAY_LENGTHS = (len("2026-01-01"), len("01-01"))
# `đứng thứ 43 toàn quốc`, `5/63 tỉnh, thành phố trong cả nước`: among whom one ranks, not where it is.
_OF_ALL = Pattern(
    r"\b(?:thứ \w+|hạng \d+|dẫn đầu|đứng đầu|hàng đầu|(?:cao|thấp|nhiều|lớn) nhất|tỉnh, thành(?: phố)?|so với|bình quân(?: chung)?|trung bình(?: chung)?)\s(?:của |trong )?$"
)
# `…, đặc biệt là tại Hà Nội`: not there alone.
_ABOVE_ALL = Pattern(r"\b(?:đặc biệt|nhất là|trong đó có|điển hình|tiêu biểu)(?: là)? $")
_LABELS = Pattern(r"(?:\s?:|\s(?:là|đạt|chỉ|tăng|giảm))\s(?:(?:là|đạt|chỉ|được|khoảng|gần|hơn|trên)\s)*\d")
_FALLS_INTO = Pattern(r"[Tt]rong (?:số )?đó\b|\bgồm\b")
_BEFORE_IT = Pattern(r"[,:;] ")
_OPENING = 40
_OPENS_WITH = ("", "trong", "giai đoạn", "trong giai đoạn", "tính chung", "trong tháng", "nhiệm kỳ", "trong nhiệm kỳ")
_UP_TO = Pattern(
    r"(?:(?:[Tt]heo )?(?:[Ss]ố liệu )?(?:[Tt]ính (?:chung )?)?)?(?:[Đđ]ến|[Tt]ới)(?: (?:hết|cuối|đầu|thời điểm|nay|ngày|tháng|quý|năm|học kỳ|hết năm|hết tháng))*\s?",
)
_HELD_AGAINST = Pattern(r"\bso với [^,;]{6,}$")
_MOST_OF_ALL = Pattern(r"\b(?:cao|thấp|lớn|nhỏ|nhiều|ít|tốt|dài|nhanh|chậm|mạnh) nhất\b")
_REPORTS = Pattern(r"\b(?:cho thấy|cho biết|cho hay|thông báo)\b")
_SAME_TIME_OF = Pattern(r"cùng kỳ năm ((?:19|20)\d\d)\s", re.IGNORECASE)
_SINCE = Pattern(r"\b(?:đến nay|hiện nay|hiện đã|đến thời điểm này)\b")  # what follows is of the day of the paper

PROPER_WORD = rf"[{UPPER}][^\W\d_]*"
# What begins like a name of a body, paper or event is no place.
NO_PLACE = r"(?!(?:Trung ương|Chính phủ|Khóa|Kỳ|Nhiệm kỳ|Đảng|Đại hội|Quốc hội|Phiên|Viện|Hội|Sở|Bộ|Trung tâm|Trường|Công|Ủy|Ban|Chương|Đề|Dự|Nghị|Quyết|Điều|Khoản|Mục|Phụ|Kế|Cục|Vụ|Tổng|Tập|Thông|Lễ|Luật|Văn|Hợp tác|Nhà (?:văn|máy|hát|thi|khách|trường|nước)|Ngân hàng|Bệnh viện|Học viện|Khoa|Phòng|Liên (?:đoàn|hiệp|minh|hợp)|Tòa|Xí nghiệp|Nông trường|Lâm trường|Tập|Tạp chí|Báo|Kỷ yếu|Ngày|Diễn đàn)\b)"
_PROPER = rf"{PROPER_WORD}(?: (?:- )?{PROPER_WORD}){{0,5}}"
# The first letter goes first, so that the search skips to it.
_PLACE = Pattern(
    rf"[ckptTởỞ](?:(?<!\w[ktTởỞ])(?:(?<=[tT])(?:ại|rên địa bàn|huộc)|(?<=[ởỞ])|(?<=k)hắp)\s+"
    rf"(?P<name>(?:(?:các\s)?(?:thành phố|tỉnh|TP\.?|quận|huyện|xã|phường|khu vực|vùng)\s+)?{NO_PLACE}{_PROPER})"
    r"|(?<!\w[tở])(?:(?<=t)(?:ại|rên|huộc)|(?<=ở))\s+(?P<zone>(?:các\s)?(?:khu vực|vùng|địa bàn|xã|huyện)\s(?:nội thành|ngoại thành|nội đô|ngoại ô|nông thôn|thành thị|đô thị|miền núi|vùng cao|vùng sâu|ven biển|hải đảo|biên giới|đồng bằng|trung du|ven sông|ven đô|miền Bắc|miền Nam|miền Trung))"
    r"|(?<=c)(?:ác tỉnh, thành(?: phố)? phía (?:Bắc|Nam|Đông|Tây)|ả nước)|(?<=p)hía (?:Bắc|Nam|Đông|Tây)|(?<=t)(?:oàn quốc|oàn cầu|(?<!hàng đầu trên t)(?<!hàng đầu t)(?<!tiên tiến trên t)(?<!uy tín trên t)hế giới))"
)
BESIDE = 600  # how far from a figure its place may stand
_PLAN_TITLE = Pattern(
    r"^\s*(?:(?:KẾ HOẠCH|CHƯƠNG TRÌNH (?:HÀNH ĐỘNG|PHỐI HỢP)|CHIẾN LƯỢC|ĐỀ ÁN|(?:BẢN )?THỎA THUẬN|BIÊN BẢN GHI NHỚ)\b|(?:Kế hoạch|Thỏa thuận hợp tác)\s*$)",
    re.MULTILINE,
)
TITLED = 1_500  # where the title of a plan stands


def is_plan(document: Document) -> bool:
    """Whether the document is a plan, a programme or an agreement, which tells of what is to come."""
    return document.view(_is_titled_plan)


def _is_titled_plan(document: Document) -> bool:
    return _PLAN_TITLE.search(document.plain, 0, TITLED) is not None


def _planned_period(document: Document, found: Found) -> Period | None:
    """The term a plan opens with: its title's years, else those said first outside tables, since a row's months are its own."""
    title = dict(head(document).spans).get("title", Span(0, 0))
    named: list[Period] = [fact.value for fact in found.within("period", title)]
    named += [time.period for time in years_said(document) if title.contains(time.span) and time.bound in (None, *LIMITS)]
    if named:
        return named[0]
    inside = [table.span for table in layout(document).tables]
    said = (fact for fact in found.within("period", Span(0, OPENING)) if not any(span.contains(fact.span) for span in inside))
    terms: Iterator[Period] = (fact.value for fact in said if len(fact.value.start or "") == len("2026"))
    return next(terms, None)


_REVIEWED = Pattern(
    r"(?:sơ kết|tổng kết|kết quả|đánh giá|báo cáo|thống kê|thực hiện|nhìn lại|tình hình|\d+ năm)\b[^.;\n]{0,160}$",
    re.IGNORECASE,
)
# What a report's title says of the time to come is not what it reports on.
_AHEAD = Pattern(r"\b(?:phương hướng|nhiệm vụ trọng tâm|kế hoạch|nhiệm vụ)\s", re.IGNORECASE)
_FIRST_MONTHS = Pattern(r"\b(\d{1,2}) tháng đầu năm\b", re.IGNORECASE)
_COUNTED_YEARS = Pattern(r"\d+ năm\b[^.;\n]{0,25}\(?\s*$")
LONGEST_TITLE = 300
OPENING = 4_000  # a report says in its title or first paragraphs what time it is about


def _reported_period(document: Document, found: Found) -> Period | None:
    """What the document as a whole reports on, as its opening says (`Báo cáo kết quả … năm 2026`, `Sau 3 năm (2023-2025)`)."""
    plain = document.plain
    articles = [block.span.start for block in layout(document).blocks if block.kind == "heading" and block.style is None]
    for fact in found.within("period", Span(0, OPENING)):
        if bisect_left(articles, fact.span.start) > 1:
            break  # in a bulletin each piece of news has its own years
        if _COUNTED_YEARS.search(plain, max(0, fact.span.start - 40), fact.span.start):
            period: Period = fact.value
            return period
    days = list(found.within("date", Span(0, OPENING)))
    cited = [*(fact.span for fact in days), *(fact.span for fact in found.within("legal_reference", Span(0, OPENING)))]
    months = [Time(fact.span, single(fact.value.iso), None) for fact in days if fact.value.day is None and fact.value.year]
    said = sorted([*years_said(document), *months], key=_begins) if months else years_said(document)
    for time in said:
        start = time.span.start
        if start > OPENING:
            return None
        if any(span.overlaps(time.span) and span != time.span for span in cited):
            continue
        line = _title_line(document, start)
        if line is None or time.bound is not None or not _REVIEWED.search(plain, line, start):
            continue
        ahead = _AHEAD.search(plain, line, start)
        if ahead is None:
            return time.period
        counted = _FIRST_MONTHS.search(plain, line, ahead.start())
        if counted and 1 <= int(counted[1]) <= 12:
            year = (time.period.end or "")[:4]
            return Period(f"{year}-01", f"{year}-{int(counted[1]):02}")
    return None


def _title_line(document: Document, offset: int) -> int | None:
    """Where the heading or title that holds `offset` begins; None where a sentence of prose holds it."""
    parts = layout(document)
    place = parts.at(offset)
    if place is None:
        return None
    block = parts.blocks[place]
    stopped = document.plain[block.span.end - 1] in ".;" and ";" in document.plain[block.span.start : block.span.end]
    prose = document.plain[block.span.end - 1] in ".;:" or block.span.end - block.span.start > LONGEST_TITLE
    return block.span.start if (block.kind == "heading" and not stopped) or not prose else None


def heads_of(document: Document, offset: int) -> tuple[Span, ...]:
    """What the words at `offset` stand under, nearest first: list items, the sentence that opens a list, headings."""
    return layout(document).heads_of(offset)
