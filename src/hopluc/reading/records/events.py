"""Events (sự kiện): conferences, signings, fairs, delegations and courses, with their date and place."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from hopluc.reading.anchors import anchors, automaton
from hopluc.reading.clauses import sentence_with
from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Found, Record, RecordKind, Value
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.event_cases import CASES
from hopluc.reading.records.figures import squeezed
from hopluc.reading.records.parties import parties_before
from hopluc.reading.records.setting import UPPER, Setting, Time, setting_of, year_at


@dataclass(frozen=True, slots=True)
class Event(Value):
    """An event held or planned; `date` ISO with its grain, also `--12-20` or a bare year."""

    name: str
    date: str | None = None
    place: str | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """A word an event's name begins with. `open`: also a common noun, so that alone and in lower case it names nothing."""

    head: str
    kind: str
    open: bool
    source: str


@cache
def _heads() -> tuple[Any, Mapping[str, bool]]:
    """What finds the heads, and for each form of a head whether it is open."""
    # Read on first use: the loader brings a YAML parser, which importing the reader shall not pay for.
    from hopluc.load import load_rows

    forms: dict[str, bool] = {}
    for row in load_rows("vocabulary/event_heads.csv", Head):
        forms[row.head] = row.open
        if row.open:
            forms[row.head[0].lower() + row.head[1:]] = True
    return automaton(forms), forms


class Start(NamedTuple):
    """Where an event's name may begin: its head, and whether that is open."""

    start: int
    end: int
    word: str
    open: bool


# Before a head: words that make it a plural or a part of something else.
_GENERIC = Pattern(
    r"(?:\b(?:các|những|nhiều|một số|hàng chục|hàng trăm|mỗi|từng|mọi|loạt|chuỗi|số lượng|hình thức|trung tâm|nhà|phòng|ban tổ chức|của|như"
    r"|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|kết quả|công tác|thường xuyên|khuôn khổ các)|\d)\s$",
    re.IGNORECASE,
)
# After a head: a verb or a pointer, so that the head stands for an event named before.
_ANAPHORIC = Pattern(
    r"\s*(?:[.;:)]|,(?!\s(?:khảo sát|học tập|tham quan|trao đổi|công tác|triển lãm|hội thảo)\b)|(?:đã|do|cũng|còn|là|này|đó|nói trên|trên|có|được|diễn ra|thu hút|nhằm|kết thúc|thống nhất|thảo luận|nghe|sẽ|kết luận|ghi nhận"
    r"|thể hiện|mang|góp phần|và(?! (?:trao|công bố|ra mắt|ký|khai mạc|bế mạc|tuyên dương|tôn vinh|vinh danh|phát động|triển lãm)\b)|hoặc|cho|trong|để|bao gồm|gồm|tiếp tục|với sự|hằng năm|hàng năm|lần này|hôm nay|thứ|như sau)\b)"
)
_TAKING_PART = Pattern(r"\b(?:tham gia|tham dự|do|của|cùng|thành viên|trưởng|dự)\s$", re.IGNORECASE)
_NAME_END = Pattern(
    rf"\.(?!\d)|[;:\n]|(?<=\d\d\d\d),|\((?![A-ZĐ&]{{2,8}}\)\s[^\W\dA-ZĐ])|,(?=\s(?!(?:Công nghệ|CN|ĐMST|Đổi mới|Kỹ thuật)\b)[{UPPER}])"
    r"|,(?=\s(?:ngày|tại|với|do|nhằm|có|thu hút|đồng chí|ông|bà|vào|dưới|trong|sáng|chiều|từ|đã|được|sẽ|qua đó|chính thức|góp phần|tạo|thể hiện|đánh dấu|mở ra|thống nhất|các đại biểu|đại diện|lãnh đạo)\b)"
    r"|\s(?:vào (?:ngày|sáng|chiều|tối|đầu|cuối|giữa|tháng|năm|hồi|quý)|(?:vào )?(?:ngày|sáng|chiều|tối|hôm|tháng) \d+|tại|do|dưới sự|với sự|với quy mô"
    r"|với chủ đề|với hơn|với gần|với nhiều|với (?:các|những) (?:điều khoản|nội dung|hoạt động|nhiệm vụ)|với \d+|như sau|nhằm|có sự|được|đã|sẽ|dự kiến|diễn ra|thu hút|trong (?:các|hai|\d+)|kéo dài|quy tụ|là|cho thấy|cũng|để|từ ngày|ở)\b"
)
_QUOTED = Pattern(r"\s?[^“”\"«.;\n]{0,60}?[“”\"«](?P<words>[^“”\"»\n]{5,220})[“”\"»]")
_BETWEEN = Pattern(
    r"[^.;:\n]{0,12}?\s*(?P<words>giữa\s[^.;:(\n]{5,200}?)(?=\s(?:dưới|nhằm|cho thấy|đã|vào|tại|với sự|được|ngày)\b|[.;:(\n]|$)"
)
_PLACE = Pattern(
    rf"\b(?:tại|ở)\s+(?P<place>(?:(?:thành phố|tỉnh|TP\.?|quận|huyện|thị xã|phường|xã|trụ sở|hội trường|khách sạn|nước|bang|khu)\s+)?[{UPPER}]"
    r"[^,.;:()\n“”\"]{1,80}?)(?=\s*(?:[,;:()\n“”\"]|\.(?=\s|$)|$|\s(?:năm|ngày|vào|từ|với|dưới|do|giữa|nhằm|đã|sẽ|trong|và|để|có|được|thu hút|tổ chức|về|\d{4})\b))"
)
_TRAILING_YEAR = Pattern(r"(?:^|\s)((?:19|20)\d\d)\)?$")
_WITHIN = Pattern(r"(?:khuôn khổ|bên lề|hưởng ứng|nhân dịp)(?: của)?\s$")  # the day before these is another event's
# The verb a day or place so far after the name belongs to: `Techfest … là hoạt động của …, diễn ra ngày 12/9 tại …`.
_TAKES_PLACE = Pattern(
    r"\b(?:diễn ra|được tổ chức|khai mạc)(?:\s(?:vào|từ|trong|ngày|sáng|chiều|tối|hai|các|tại [^,.;\n]{3,80},))*\s$"
)
_ANOTHER = Pattern(rf",\s[{UPPER}]")
_PLANNED = Pattern(r"\b(?:sẽ|dự kiến|chuẩn bị|sắp|đăng cai|kế hoạch|đề nghị|đề xuất|phấn đấu|tiến tới)\b", re.IGNORECASE)
_HELD = Pattern(r"\b(?:đã|thành công|vừa|diễn ra)\b", re.IGNORECASE)
_SIGNED = Pattern(
    r"ký (?:kết )?(?i:thỏa thuận|hợp tác|biên bản|bản ghi nhớ|bản thỏa thuận|chương trình|hợp đồng|ghi nhớ|kế hoạch|quy chế)\b"
)
_SIGNING = Pattern(r"\b(?:đã|tổ chức|tiến hành|cùng|cùng nhau|chính thức)\s$")
NEIGHBOURS, SAME_WORDS = 6, 0.75
LONGEST_NAME = 220
ENOUGH_OF_A_NAME = 25  # `Hội thảo với chủ đề “…”` needs its theme for a name; a fuller name does not
_THEME = Pattern(r"\s(?:với )?chủ đề\s")
OPENS_WITH = 12  # `Sự kiện Techfest …`: how far into a sentence its subject may begin
LONGEST_EVIDENCE = 350
FEWEST_WORDS = 4  # a head of two syllables and two more: less names nothing


def find_events(document: Document, found: Found) -> Iterator[Record]:
    """Each event once, where it is named first with a date, or first of all."""
    setting = setting_of(document, found)
    kept: dict[str, Record] = {}
    for record in _named(document, found, setting):
        gist = _gist(record.value.name)
        before = kept.get(gist)
        if before is None or _is_finer(record.value.date, before.value.date):
            kept[gist] = record
        elif record.value.date not in (None, before.value.date) and not _is_finer(before.value.date, record.value.date):
            kept[f"{gist} {record.value.date}"] = record
    events = sorted(kept.values(), key=lambda record: record.evidence[0])
    for place, record in enumerate(events):
        if not _is_told_better(record, events[max(0, place - NEIGHBOURS) : place + NEIGHBOURS + 1]):
            yield record


def _is_finer(day: str | None, than: str | None) -> bool:
    """Whether a date says the same as another and more: `2024-09-12` of `2024`, any of none."""
    return day is not None and day != than and (than is None or (len(than) < len(day) and day.startswith(than)))


def _is_told_better(record: Record, neighbours: list[Record]) -> bool:
    """Whether an event without place and day, as a headline or caption gives it, is told in full nearby."""
    if len(record.value.date or "") > len("2024") or record.value.place is not None:
        return False
    words = set(record.value.name.lower().split())
    return any(
        other is not record
        and (_is_finer(other.value.date, record.value.date) or (record.value.date is None and other.value.place is not None))
        and len(words & set(other.value.name.lower().split())) >= SAME_WORDS * len(words)
        for other in neighbours
    )


def _named(document: Document, found: Found, setting: Setting) -> Iterator[Record]:
    plain = document.plain
    last = -1
    finder, forms = _heads()
    for begin, word in anchors(finder, plain):
        if begin < last or _is_cited(found, begin):
            continue
        start = Start(begin, begin + len(word), word, forms[word])
        name = _name(document, start)
        if name is None:
            continue
        if last >= 0 and begin - last <= 3 and "(" in plain[last:begin]:
            continue  # `Ngày hội … (Techfest …)`: another name of the event just read
        record = _event(document, found, setting, name, is_proper=not start.open or word[0].isupper())
        if record is not None:
            last = name.end
            yield record
    for match in _SIGNED.finditer(plain):
        record = _signing(document, found, setting, match)
        if record is not None:
            yield record


def _is_cited(found: Found, offset: int) -> bool:
    around = Span(max(0, offset - 300), offset + 300)
    return any(fact.span.start <= offset < fact.span.end for fact in found.within("legal_reference", around))


def _name(document: Document, head: Start) -> Span | None:
    """The event's name from its head on; None where the head is generic or stands for an event named before."""
    plain = document.plain
    if _GENERIC.search(plain, max(0, head.start - 16), head.start):
        return None
    if head.word[0].islower() and _TAKING_PART.search(plain, max(0, head.start - 12), head.start):
        return None
    limit = min(len(plain), head.end + LONGEST_NAME)
    quoted = _QUOTED.match(plain, head.end, limit)
    theme = _THEME.search(plain, head.end, quoted.start("words")) if quoted else None
    if quoted and (theme is None or theme.start() - head.start < ENOUGH_OF_A_NAME):
        return Span(head.start, quoted.end())
    if head.open and _ANAPHORIC.match(plain, head.end):
        return None
    stop = _NAME_END.search(plain, head.end, limit)
    end = stop.start() if stop else limit if limit == len(plain) else plain.rfind(" ", head.end, limit)
    comma = -1 if head.open else plain.find(",", head.end, end)
    return Span(head.start, max(head.end, comma if comma > 0 else end))


def _event(document: Document, found: Found, setting: Setting, name: Span, *, is_proper: bool) -> Record | None:
    sentence = sentence_with(document, name)
    time = _time(document, setting, name, sentence)
    place = _place(document, name, sentence, time)
    words = " ".join(document.quote(name).split()).strip(" ,;:.-")
    stated = time is not None or place is not None
    direct = time is not None and time.span.start >= name.end and time.span.start - name.end < 20
    if len(words.split()) < FEWEST_WORDS and not (direct or (is_proper and stated)):
        return None
    if not is_proper and not (stated and (direct or "“" in words or '"' in words or place is not None)):
        return None
    if not stated and re.search(r"\b(?:giữa các|hai bên|các bên)\b", words):
        return None
    parties = _BETWEEN.match(
        document.plain, max(name.end, *(part.end for part in (time and time.span, place) if part), name.end), sentence.end
    )
    if parties and "giữa" not in words:
        words = f"{words} {squeezed(document.text[slice(*parties.span('words'))])}"
    elif len(words.split()) < FEWEST_WORDS:
        words = _with_parties(found, words, sentence)
    date = time.period.start if time else None
    value = Event(words, date, squeezed(document.quote(place)) if place else None, _status(document, name, sentence))
    return Record("event", value, _evidence(name, time.span if time else None, place))


def _with_parties(found: Found, words: str, sentence: Span) -> str:
    """A bare `buổi làm việc` with the bodies its sentence names, which tell it from others."""
    named = dict.fromkeys(squeezed(fact.quote) for fact in found.within("organisation", sentence))
    return f"{words}: {', '.join(list(named)[:2])}" if named else words


def _time(document: Document, setting: Setting, name: Span, sentence: Span) -> Time | None:
    """The day or year of the event: after its name, before it in the sentence, or at the end of the name itself."""
    after = [
        time
        for time in setting.times(Span(name.end, min(max(sentence.end, name.end), name.end + 140)))
        if time.period.start == time.period.end and time.bound in (None, "từ")
    ]
    within = _WITHIN.search(document.plain, sentence.start, name.start)
    before = [
        time
        for time in setting.times(Span(sentence.start, sentence.start if within else max(sentence.start, name.start)))
        if time.period.start == time.period.end and time.bound in (None, "từ")
    ]
    told = _told_of(document, setting, name, sentence)
    if told is not None:
        return told
    days = [time for time in (*after[:2], *reversed(before)) if _is_day(time)]
    if days and (days[0] in before or _belongs(document.plain[name.end : days[0].span.start])):
        return days[0]
    own = _trailing_year(document, name, sentence)
    return own or next(iter(after), None) or (before[-1] if before else None)


def _told_of(document: Document, setting: Setting, name: Span, sentence: Span) -> Time | None:
    """The day that a sentence opening with the name gives with its own verb, however far on."""
    if name.start - sentence.start > OPENS_WITH:
        return None
    low = max(sentence.start, name.end)
    days = (time for time in setting.times(Span(low, max(low, sentence.end))) if _is_day(time) and time.bound in (None, "từ"))
    return next((day for day in days if _TAKES_PLACE.search(document.plain, low, day.span.start)), None)


def _belongs(gap: str) -> bool:
    """Whether a day so far after a name is the event's own: near, and nothing else named between but its place."""
    return len(gap) < 90 and (not _ANOTHER.search(gap) or "tại" in gap)


def _is_day(time: Time) -> bool:
    return len(time.period.start or "") >= 7


def _trailing_year(document: Document, name: Span, sentence: Span) -> Time | None:
    """A bare year that closes the name or stands after its place: `Techfest Vĩnh Hà 2026`, `tại Hà Nội 2015`."""
    from_place = _PLACE.match(document.plain, name.end + 1, sentence.end)
    end = from_place.end() if from_place else name.end
    bare = re.compile(r"\s*((?:19|20)\d\d)\b(?![/-])").match(document.plain, end, end + 6)
    if bare:
        span = Span(*bare.span(1))
    else:
        closing = _TRAILING_YEAR.search(document.plain[name.start : name.end])
        if closing is None:
            return None
        span = Span(name.start + closing.start(1), name.start + closing.end(1))
    return year_at(document, span)


def _place(document: Document, name: Span, sentence: Span, time: Time | None = None) -> Span | None:
    """The place after the name or the day told of it, else one the sentence opens with (`Ngày …, tại Hà Nội, …`)."""
    plain = document.plain
    found = _PLACE.search(plain, name.end, min(max(sentence.end, name.end), name.end + 120))
    if found is None and time is not None and time.span.start > name.end:
        found = _PLACE.search(plain, time.span.end, min(sentence.end, time.span.end + 60))
    if found is None:
        found = _PLACE.search(plain, sentence.start, min(name.start, sentence.start + 120))
    return Span(*found.span("place")) if found else None


def _status(document: Document, name: Span, sentence: Span) -> str | None:
    plain, start = document.plain, max(sentence.start, name.start - 120)
    held = [found.start() for found in _HELD.finditer(plain, start, name.start)]
    planned = [found.start() for found in _PLANNED.finditer(plain, start, name.start)]
    if re.match(r"[^.;\n]{0,30}\b(?:sẽ|dự kiến)\b", plain[name.end : name.end + 45]):
        return "planned"
    if held or planned:
        return "planned" if max(planned, default=-1) > max(held, default=-1) else "held"
    return "held" if _HELD.search(plain, name.end, min(sentence.end, name.end + 60)) else None


def _evidence(name: Span, *others: Span | None) -> tuple[Span, ...]:
    """One span over name, date and place where they stand together; else the name and what stands apart."""
    spans = sorted(span for span in (name, *others) if span is not None)
    whole = Span(spans[0].start, max(span.end for span in spans))
    if whole.end - whole.start <= LONGEST_EVIDENCE:
        return (whole,)
    return tuple(span for span in spans if span == name or not name.contains(span))


def _signing(document: Document, found: Found, setting: Setting, match: re.Match[str]) -> Record | None:
    """`Ngày …, A và B đã ký kết …`: a signing told by its verb, where the sentence gives its day."""
    if not _SIGNING.search(document.plain, max(0, match.start() - 12), match.start()):
        return None
    sentence = sentence_with(document, Span(*match.span()))
    days = [time for time in setting.times(Span(sentence.start, match.start())) if _is_day(time) and time.bound is None]
    if not days or days[-1].period.start != days[-1].period.end or _is_cited(found, match.start()):
        return None
    stop = _NAME_END.search(document.plain, match.end(), min(sentence.end, match.end() + LONGEST_NAME))
    signers = parties_before(document, found, days[-1].span.end, match.start())
    first = found.first("organisation", Span(days[-1].span.end, match.start()))
    begun = [party.span.start for party in signers] + ([first.span.start] if first else [])
    name = Span(min(begun, default=match.start()), stop.start() if stop else sentence.end)
    place = _place(document, name, sentence)
    status = "planned" if _PLANNED.search(document.plain[sentence.start : match.start()]) else "held"
    value = Event(
        squeezed(document.quote(name)), days[-1].period.start, squeezed(document.quote(place)) if place else None, status
    )
    return Record("event", value, _evidence(name, days[-1].span, place))


def _gist(name: str) -> str:
    """What tells an event named again from another: its first words without marks of case."""
    return " ".join(re.sub(r"[^\w\s]", " ", name.lower()).split()[:6])


KIND = RecordKind("event", "sự kiện", find_events, CASES)
