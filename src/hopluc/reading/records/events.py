"""Events (sự kiện): conferences, signings, fairs, delegations and courses, with their date and place."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any, NamedTuple

from hopluc.reading.anchors import anchors, automaton
from hopluc.reading.clauses import sentence_with
from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Found, Record, RecordKind
from hopluc.reading.layout import layout
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.event import (
    LONGEST_EVIDENCE,
    LONGEST_NAME,
    NAME_END,
    PLANNED,
    Event,
    day_of,
    evidence,
    is_day,
    place_of,
    same_day,
)
from hopluc.reading.records.event_acts import acted
from hopluc.reading.records.event_cases import CASES
from hopluc.reading.records.event_frames import frame_of, framed
from hopluc.reading.records.event_meetings import is_cited, met, signed, signed_at
from hopluc.reading.records.event_resumed import resumed
from hopluc.reading.records.event_times import time_of, trailing_year
from hopluc.reading.records.event_told_cases import TOLD_CASES
from hopluc.reading.records.event_turns import told as told_events
from hopluc.reading.records.event_years import dated, is_of_another_year
from hopluc.reading.records.figures import squeezed
from hopluc.reading.records.setting import Setting, setting_of


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
        first, _, rest = row.head.partition(" ")
        if row.open and rest:
            forms[f"{first} {rest[0].upper()}{rest[1:]}"] = True  # `Lễ Tổng kết`
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
    r"(?:\b(?:các|những|nhiều|một số|hàng chục|hàng trăm|mỗi|từng|mọi|trung tâm hội chợ|trung tâm hội nghị|loạt|chuỗi|số lượng|hình thức|trung tâm|nhà|phòng|cung|hội trường|khu|ban tổ chức|của|như"
    r"|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|kết quả|công tác|cúp|cúp vàng|huy chương vàng|giải thưởng|thường xuyên|khuôn khổ các)|\d)\s(?<!\t)$",
    re.IGNORECASE,
)
# `Nghị quyết Đại hội … và Đại hội …`: the second congress is named for its resolution too.
_RESOLVED = Pattern(r"\b[Nn]ghị quyết (?:của )?(?:các )?(?:[Đđ]ại hội [^.;:\n]{0,130}?(?:,|và) )?$")
# After a head: a verb or a pointer, so that the head stands for an event named before.
_ANAPHORIC = Pattern(
    r"\s*(?:[.;:)]|,(?!\s(?:khảo sát|học tập|tham quan|trao đổi|công tác|triển lãm|hội thảo|làm việc)\b)|(?:đã|do|cũng|còn|là|này|đó|nói trên|trên|có|được|diễn ra|thu hút|nhằm|kết thúc|thống nhất|thảo luận|nghe|nhận|năm nay|năm trước|lần trước|thường xuyên|ghi nhận mức|sẽ|kết luận|ghi nhận"
    r"|thể hiện|vinh dự|hân hạnh|vui mừng|rất|tiến hành|nhất trí|tập trung|khẳng định|nhấn mạnh|chỉ rõ|cho rằng|dành|hướng tới|quy tụ|mang|góp phần|và(?! (?:trao|công bố|ra mắt|ký|khai mạc|bế mạc|tuyên dương|tôn vinh|vinh danh|phát động|triển lãm|đề ra|bàn)\b)|hoặc|cho|trong|để|bao gồm|gồm|tiếp tục|với sự|hằng năm|hàng năm|lần này|hôm nay|thứ|như sau)\b)"
)
_TURNING = Pattern(r"\b(?:trước|sau)\s$", re.IGNORECASE)
_ON_A_DAY = Pattern(r"\s(?:diễn ra|được tổ chức)\s(?:(?:vào|sáng|chiều|tối|ngày|từ)\s)*\d")  # `Lễ ký diễn ra ngày 5/6`
_TAKING_PART = Pattern(r"\b(?:tham gia|tham dự|do|của|cùng|thành viên|trưởng|dự)\s$", re.IGNORECASE)
# Whom a delegation is led by and where it goes: `đoàn công tác do ông … dẫn đầu đã thăm và làm việc với …`.
_JOURNEY = Pattern(
    r"(?!\s(?:đã|cũng|sẽ|đến|còn|có|tiếp tục)\b)(?:\s[^.;:\n]{0,140}?)?\s(?:thăm|làm việc|khảo sát|tham quan|học tập)(?:(?:,| và) (?:thăm|làm việc|khảo sát|tham quan|học tập|nghiên cứu|trao đổi)(?: kinh nghiệm)?)*"
    r"(?:\s(?!tại|ở|về|từ|vào|trong)[^.;:,\n]{2,110}?)?(?=\s(?:tại|ở|về|nhằm|để|từ|trong|vào)\b|[.;:,\n]|$)"
)
# What opens an event named as a common noun: `Ngày …, Sở tổ chức hội thảo về …`.
_HOLDS = Pattern(
    r"\b(?:tổ chức|khai mạc|bế mạc|chủ trì|đồng chủ trì|khai giảng|mở|đăng cai|dự|tham dự|chủ tọa|diễn ra|có)(?: thành công)?(?: (?:một|1|01))?\s$"
)
_QUOTED = Pattern(
    r"\s?(?:(?!(?:đã|sẽ|được|ghi nhận|nhằm|thu hút)\s)[^“”\"«.;\n]){0,60}?[“”\"«](?P<words>[^“”\"»\n]{5,220})[“”\"»]"
)
_BETWEEN = Pattern(
    r"[^.;:\n]{0,12}?\s*(?P<words>giữa\s[^.;:(\n]{5,200}?)(?=\s(?:dưới|nhằm|cho thấy|đã|vào|tại|với sự|được|ngày)\b|,\s(?:ông|bà|đồng chí|anh|chị|PGS|TS|GS|ThS|nhiều|các|đại diện)\b|[.;:(\n]|$)"
)
_HELD = Pattern(r"\b(?:đã|thành công|vừa|(?<!sẽ )(?<!kiến )diễn ra)\b", re.IGNORECASE)
_HELD_ONLY = ("tập huấn", "mít tinh")
NEIGHBOURS, SAME_WORDS = 6, 0.75
NEAR = 20
ENOUGH_WORDS = 7
LISTED = 12  # `hội nghị, hội thảo …` names none
_AT = Pattern(r"\b(?:[Tt]ại|[Bb]ên lề|[Pp]hát biểu tại|khuôn khổ)\s$")
_PLANS = Pattern(r"\b(?:tổ chức|đăng cai)(?: \d+)?\s$", re.IGNORECASE)
_CAPTION = Pattern(r"\b(?:Ảnh|Hình|Trong ảnh|Chú thích)(?: \d+)?\s?[:.]\s*(?:Một |Toàn cảnh |Quang cảnh )?$")
ENOUGH_OF_A_NAME = 25  # `Hội thảo với chủ đề “…”` needs its theme for a name; a fuller name does not
_CUT_OFF = Pattern(r"\s(?:giữa|với|của|về|và|cho|tại|do|trong|để|nhằm)$")  # `Lễ ký kết giữa`: the line breaks off
_AS_THEME = Pattern(r"\b(?:chủ đề|thông điệp|khẩu hiệu|tiêu đề):?\s?[“\"«‘']$")  # `với chủ đề “Techfest Tân Lâm - Sáng tạo”`
_THEME = Pattern(r"\s(?:với )?chủ đề\s")
_HEAD_ALONE = 2
FEWEST_WORDS = 4  # a head of two syllables and two more: less names nothing


def find_events(document: Document, found: Found) -> Iterator[Record]:
    """Each event once, where it is named first with a date, or first of all."""
    setting = setting_of(document, found)
    kept: dict[str, Record] = {}
    for record in chain(*(read(document, found, setting) for read in (_named, signed, signed_at, framed))):
        gist = _gist(record.value.name)
        before = kept.get(gist)
        if before is None or _is_finer(record.value.date, before.value.date):
            kept[gist] = record
        elif record.value.date not in (None, before.value.date) and not _is_finer(before.value.date, record.value.date):
            kept[f"{gist} {record.value.date}"] = record
    told = sorted(span for record in kept.values() for span in (*record.evidence, *(part for _, part in record.parts)))
    for record in chain(met(document, found, setting), told_events(document, found, setting)):
        if not any(_meets(told, own) for own in record.evidence):
            kept[_gist(record.value.name)] = record
    told = sorted(span for record in kept.values() for span in (*record.evidence, *(part for _, part in record.parts)))
    for record in acted(document, found, setting):
        if not any(_meets(told, own) for own in record.evidence):
            kept[f"{_gist(record.value.name)} {record.value.date}"] = record
    events = list(resumed(document, setting, sorted(kept.values(), key=lambda record: record.evidence[0])))
    for place, record in enumerate(events):
        if not _is_told_better(record, events[max(0, place - NEIGHBOURS) : place + NEIGHBOURS + 1]):
            yield record


def _meets(told: list[Span], own: Span) -> bool:
    """Whether one of `told`, which are in order, overlaps `own`."""
    low = bisect_left(told, (own.start - 2 * LONGEST_EVIDENCE, 0))
    return any(span.overlaps(own) for span in told[low : bisect_left(told, (own.end, 0))])


def _is_finer(day: str | None, than: str | None) -> bool:
    """Whether a date says the same as another and more: `2024-09-12` of `2024`, any of none."""
    if day is None or day == than:
        return False
    of_the_year = than is not None and than.startswith("--") and day[:1] != "-" and day.endswith(than[1:])
    return than is None or of_the_year or (len(than) < len(day) and day.startswith(than))


def _is_told_better(record: Record, neighbours: list[Record]) -> bool:
    """Whether an event without place and day, or with one from the text below, as a headline gives it, is told in full nearby."""
    if record.parts:
        return any(not other.parts and other.value.name[0].isupper() and _tells(other, record) for other in neighbours)
    slight = record.value.name[0].islower() or len(record.value.name.split()) < FEWEST_WORDS
    if slight and any(other.parts and _rests_on(record, other) for other in neighbours):
        return True  # `đoàn công tác do ông …` under `Đoàn công tác tỉnh thăm …`
    if len(record.value.date or "") > len("2024") or record.value.place is not None:
        return False
    words = set(record.value.name.lower().split())
    return any(
        other is not record
        and (_is_finer(other.value.date, record.value.date) or (record.value.date is None and other.value.place is not None))
        and len(words & set(other.value.name.lower().split())) >= SAME_WORDS * len(words)
        for other in neighbours
    )


def _tells(record: Record, headline: Record) -> bool:
    """Whether a record rests on the day that a headline borrows, and names much the same."""
    words = set(headline.value.name.lower().split())
    shared = len(words & set(record.value.name.lower().split()))
    same_head = record.value.name.lower().split()[:2] == headline.value.name.lower().split()[:2]
    return (same_head or shared * 2 >= len(words)) and _rests_on(record, headline)


def _rests_on(record: Record, headline: Record) -> bool:
    """Whether a record rests on the very day that a headline borrows."""
    return any(span.overlaps(headline.parts[0][1]) for span in record.evidence)


def _named(document: Document, found: Found, setting: Setting) -> Iterator[Record]:
    plain = document.plain
    last = -1
    finder, forms = _heads()
    for begin, word in anchors(finder, plain):
        if begin < last or is_cited(found, begin):
            continue
        start = Start(begin, begin + len(word), word, forms[word])
        name = _name(document, start)
        if name is None:
            continue
        if _AS_THEME.search(plain, max(0, begin - NEAR), begin):
            continue
        if last >= 0 and begin - last <= 3 and "(" in plain[last:begin]:
            continue  # `Ngày hội … (Techfest …)`: another name of the event just read
        record = _event(document, found, setting, name, is_proper=not start.open or word[0].isupper())
        if record is not None:
            last = name.end
            yield record


def _name(document: Document, head: Start) -> Span | None:
    """The event's name from its head on; None where the head is generic or stands for an event named before."""
    plain = document.plain
    if _GENERIC.search(plain, max(0, head.start - 20), head.start):
        return None
    if head.word in ("Đại hội", "đại hội") and _RESOLVED.search(plain, max(0, head.start - 160), head.start):
        return None
    if head.word.lower() in _HELD_ONLY and not _HOLDS.search(plain, max(0, head.start - NEAR), head.start):
        return None  # `được tập huấn`: the verb
    if head.word.startswith(("Đoàn", "đoàn")) and plain.endswith(("iữa ", " với "), 0, head.start):
        return None  # one side of a meeting
    if head.word[0].islower() and _TAKING_PART.search(plain, max(0, head.start - 12), head.start):
        return None
    limit = min(len(plain), head.end + LONGEST_NAME)
    quoted = _QUOTED.match(plain, head.end, limit)
    theme = _THEME.search(plain, head.end, quoted.start("words")) if quoted else None
    if quoted and (theme is None or theme.start() - head.start < ENOUGH_OF_A_NAME):
        return Span(head.start, quoted.end())
    journey = _JOURNEY.match(plain, head.end, limit) if head.word[0] in "Đđ" else None
    if journey:
        return Span(head.start, journey.end())
    if (
        head.open
        and _ANAPHORIC.match(plain, head.end)
        and not _hears(plain, head)
        and not (head.word.startswith("Lễ") and _ON_A_DAY.match(plain, head.end))
    ):
        return None
    stop = NAME_END.search(plain, head.end, limit)
    end = stop.start() if stop else limit if limit == len(plain) else plain.rfind(" ", head.end, limit)
    comma = -1 if head.open else plain.find(",", head.end, end)
    return Span(head.start, max(head.end, comma if comma > 0 else end))


_HEARS = Pattern(r"\snghe [^.;:\n]{10,}")  # `chủ trì cuộc họp nghe Sở A báo cáo …`: what the meeting was called for


def _hears(plain: str, head: Start) -> bool:
    """Whether a meeting somebody holds is named by whom it hears."""
    held = _HOLDS.search(plain, max(0, head.start - NEAR), head.start) is not None
    return held and _HEARS.match(plain, head.end) is not None


def _event(document: Document, found: Found, setting: Setting, name: Span, *, is_proper: bool) -> Record | None:
    sentence = sentence_with(document, name)
    time = time_of(document, setting, name, sentence) or same_day(document, setting, sentence, name.start)
    place = place_of(document, name, sentence, time)
    frame = None
    if time is None or (not is_day(time) and name.contains(time.span)):
        frame = frame_of(document, setting, name)
        time, place = (frame.time, place or frame.place) if frame else (time, place)
    words = " ".join(document.quote(name).split()).strip(" ,;:.-–—")
    words = words[:-1] if words.endswith(")") and "(" not in words else words
    if time is not None and is_of_another_year(words, time.period.start):  # the page's day, or another event's
        frame, time = None, trailing_year(document, name, sentence)
        place = place_of(document, name, Span(name.start, sentence.end), time)
    if _CUT_OFF.search(words):
        return None
    if _TURNING.search(document.plain, max(0, name.start - NEAR), name.start) and not (
        time and time.span.start >= name.end - len("2026")
    ):
        return None  # `trước và sau Kỳ họp thứ 6`: by what another time is told
    stated = time is not None or place is not None
    direct = time is not None and 0 <= time.span.start - name.end < NEAR
    few = len(words.split())
    if few == 1 and not direct:
        return None  # `Techfest`, of whatever year
    if few < FEWEST_WORDS and (not (direct or (is_proper and stated)) or (few == 2 and words[0].islower())):
        return None
    held = time is not None and is_day(time) and _is_held(document, name)
    spoken_of = "“" in words or '"' in words or _is_planned_row(document, name) or _is_spoken_at(document, name, words)
    if not (is_proper or spoken_of or (stated and (direct or held or place is not None))):
        return None
    if few <= _HEAD_ALONE and _is_cell(document, name):
        return None  # `Diễn đàn` in a column of products
    if time is None and _is_caption(document, name):
        return None
    if not stated and re.search(r"\b(?:giữa các|hai bên|các bên)\b", words):
        return None
    told_to = max(name.end, *(part.end for part in (time and time.span, place) if part), name.end)
    words = _in_full(document, found, words, Span(told_to, sentence.end), sentence)
    date = dated(words, day_of(document, time)) if time else None
    value = Event(words, date, squeezed(document.quote(place)) if place else None, _status(document, name, sentence))
    said = (("date", frame.time.span),) if frame else ()
    return Record("event", value, evidence(name, time.span if time else None, place, frame.said if frame else None), parts=said)


def _in_full(document: Document, found: Found, words: str, behind: Span, sentence: Span) -> str:
    """A name with whom the event was between, where that is told behind it, or where the name alone is too short."""
    parties = _BETWEEN.match(document.plain, *behind)
    if parties and "giữa" not in words:
        return f"{words} {squeezed(document.text[slice(*parties.span('words'))])}"
    short = len(words.split()) < FEWEST_WORDS and words[-1].isalpha()  # `Techfest 2025` needs no party
    return _with_parties(found, words, sentence) if short else words


def _is_held(document: Document, name: Span) -> bool:
    """Whether a verb before the name says that the event was held or attended, or the name itself tells of a journey."""
    plain = document.plain
    return (
        _HOLDS.search(plain, max(0, name.start - NEAR), name.start) is not None
        or _JOURNEY.fullmatch(plain, plain.find(" ", name.start + len("Đoàn ")), name.end) is not None
    )


def _is_planned_row(document: Document, name: Span) -> bool:
    """Whether the name stands in a row of a table behind a verb such as `Tổ chức`."""
    return _is_cell(document, name) and _PLANS.search(document.plain, max(0, name.start - NEAR), name.start) is not None


def _is_cell(document: Document, name: Span) -> bool:
    place = layout(document).at(name.start)
    return place is not None and layout(document).blocks[place].kind == "cell"


def _is_spoken_at(document: Document, name: Span, words: str) -> bool:
    """Whether something is said to have been told `tại` an event with a name of some length."""
    return (
        len(words.split()) >= ENOUGH_WORDS
        and "," not in words[:LISTED]
        and _AT.search(document.plain, max(0, name.start - NEAR), name.start) is not None
    )


def _is_caption(document: Document, name: Span) -> bool:
    """Whether a name opens the caption of a picture, which shows an event told elsewhere."""
    return _CAPTION.search(document.plain, max(0, name.start - NEAR), name.start) is not None


def _with_parties(found: Found, words: str, sentence: Span) -> str:
    """A bare `buổi làm việc` with the bodies its sentence names, which tell it from others."""
    named = dict.fromkeys(squeezed(fact.quote) for fact in found.within("organisation", sentence))
    return f"{words}: {', '.join(list(named)[:2])}" if named else words


def _status(document: Document, name: Span, sentence: Span) -> str | None:
    plain, start = document.plain, max(sentence.start, name.start - 120)
    held = [found.start() for found in _HELD.finditer(plain, start, name.start)]
    planned = [found.start() for found in PLANNED.finditer(plain, start, name.start)]
    if re.match(r"[^.;\n]{0,30}\b(?:sẽ|dự kiến)\b", plain[name.end : name.end + 45]):
        return "planned"
    if held or planned:
        return "planned" if max(planned, default=-1) > max(held, default=-1) else "held"
    return "held" if _HELD.search(plain, name.end, min(sentence.end, name.end + 60)) else None


def _gist(name: str) -> str:
    """What tells an event named again from another: its first words without marks of case."""
    return " ".join(re.sub(r"[^\w\s]", " ", name.lower()).split()[:6])


KIND = RecordKind("event", "sự kiện", find_events, (*CASES, *TOLD_CASES))
