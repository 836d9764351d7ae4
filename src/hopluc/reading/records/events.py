"""Events (sự kiện): conferences, signings, fairs, delegations and courses, with their date and place."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import chain

from hopluc.reading.anchors import anchors
from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Found, Record, RecordKind
from hopluc.reading.page.clauses import sentence_with
from hopluc.reading.page.layout import layout
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.event.acts import acted
from hopluc.reading.records.event.cases import CASES
from hopluc.reading.records.event.frames import frame_of, framed
from hopluc.reading.records.event.meetings import is_cited, met, signed, signed_at
from hopluc.reading.records.event.names import HOLDS, JOURNEY, NEAR, Start, heads, name_from
from hopluc.reading.records.event.resumed import resumed
from hopluc.reading.records.event.times import time_of, trailing_year
from hopluc.reading.records.event.told_cases import TOLD_CASES
from hopluc.reading.records.event.turns import told as told_events
from hopluc.reading.records.event.value import LONGEST_EVIDENCE, PLANNED, Event, day_of, evidence, is_day, place_of, same_day
from hopluc.reading.records.event.years import dated, is_of_another_year
from hopluc.reading.records.figures import squeezed
from hopluc.reading.records.setting import Setting, setting_of
from hopluc.reading.records.task.rows import cells_of_tasks
from hopluc.reading.records.times_said import Time

_BETWEEN = Pattern(
    r"[^.;:\n]{0,12}?\s*(?P<words>giữa\s[^.;:(\n]{5,200}?)(?=\s(?:dưới|nhằm|cho thấy|đã|vào|tại|với sự|được|ngày)\b|,\s(?:ông|bà|đồng chí|anh|chị|PGS|TS|GS|ThS|nhiều|các|đại diện)\b|[.;:(\n]|$)"
)
_HELD = Pattern(r"\b(?:đã|thành công|vừa|(?<!sẽ )(?<!kiến )diễn ra)\b", re.IGNORECASE)
NEIGHBOURS, SAME_WORDS = 6, 0.75
ENOUGH_WORDS = 7
LISTED = 12  # `hội nghị, hội thảo …` names none
_AT = Pattern(r"\b(?:[Tt]ại|[Bb]ên lề|[Pp]hát biểu tại|khuôn khổ)\s$")
_PLANS = Pattern(r"\b(?:tổ chức|đăng cai)(?: \d+)?\s$", re.IGNORECASE)
_CAPTION = Pattern(
    r"\b(?:Ảnh|Hình|Trong ảnh|Chú thích)(?: \d+)?\s?[:.]\s*(?:Một |Toàn cảnh |Quang cảnh )?$|(?:^|\n)\s*(?:Toàn cảnh|Quang cảnh) (?:buổi )?$"
)
_CUT_OFF = Pattern(r"\s(?:giữa|với|của|về|và|cho|tại|do|trong|để|nhằm)$")  # `Lễ ký kết giữa`: the line breaks off
_AS_THEME = Pattern(r"\b(?:chủ đề|thông điệp|khẩu hiệu|tiêu đề):?\s?[“\"«‘']$")  # `với chủ đề “Techfest Tân Lâm - Sáng tạo”`
_HEAD_ALONE = 2
_OPENED = 40  # what a row is to hold is named behind few words: `Phối hợp với Sở A tổ chức Diễn đàn …`
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
    tasks = sorted(cells_of_tasks(layout(document)))
    for place, record in enumerate(events):
        if not _names_a_task(tasks, record) and not _is_told_better(
            record, events[max(0, place - NEIGHBOURS) : place + NEIGHBOURS + 1]
        ):
            yield record


def _names_a_task(cells: list[Span], record: Record) -> bool:
    """Whether an event is but said in the name of a task, not what the task is to hold: `… trình Quốc hội thông qua tại Kỳ họp thứ 9`."""
    named = record.evidence[0]
    place = bisect_left(cells, (named.start + 1, 0)) - 1
    return place >= 0 and cells[place].start + _OPENED < named.start < cells[place].end


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
    if _PARTY.match(record.value.name) and any(_holds_party(record, other) for other in neighbours):
        return True
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


# A delegation by who it is, not by what it did: `đoàn công tác tỉnh … đã có buổi làm việc với …` tells the meeting.
_PARTY = Pattern(r"[Đđ]oàn (?!.*\b(?:thăm|làm việc|khảo sát|tham quan|học tập|nghiên cứu)\b)")


def _holds_party(record: Record, other: Record) -> bool:
    """Whether another event of the same day, told behind a delegation in much the same words of evidence, is what it did."""
    return (
        other is not record
        and other.value.date == record.value.date
        and any(span.overlaps(own) for span in other.evidence for own in record.evidence)
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
    finder, forms = heads()
    for begin, word in anchors(finder, plain):
        if begin < last or is_cited(found, begin):
            continue
        start = Start(begin, begin + len(word), word, forms[word])
        name = name_from(document, start)
        if name is None:
            continue
        if plain[begin].islower() and _is_caption(document, name):
            last = name.end
            continue
        if _AS_THEME.search(plain, max(0, begin - NEAR), begin):
            continue
        if last >= 0 and begin - last <= 3 and "(" in plain[last:begin]:
            continue  # `Ngày hội … (Techfest …)`: another name of the event just read
        record = _event(document, found, setting, name, is_proper=not start.open or word[0].isupper())
        if record is not None:
            last = name.end
            yield record


def _event(document: Document, found: Found, setting: Setting, name: Span, *, is_proper: bool) -> Record | None:
    sentence = sentence_with(document, name)
    time = time_of(document, setting, name, sentence) or same_day(document, setting, sentence, name.start)
    place = place_of(document, name, sentence, time)
    frame = None
    if time is None or (not is_day(time) and name.contains(time.span)):
        frame = frame_of(document, setting, name)
        time, place = (frame.time, place or frame.place) if frame else (time, place)
    words = " ".join(document.quote(name).split()).strip(" ,;:.…-–—")
    words = words[:-1] if words.endswith(")") and "(" not in words else words
    if time is not None and is_of_another_year(words, time.period.start):  # the page's day, or another event's
        frame, time = None, trailing_year(document, name, sentence)
        place = place_of(document, name, Span(name.start, sentence.end), time)
    if _CUT_OFF.search(words) or _is_turning(document, name, time):
        return None
    stated = time is not None or place is not None
    direct = time is not None and 0 <= time.span.start - name.end < NEAR
    few = len(words.split())
    themed = is_proper and few > 1 and _THEMED.match(document.plain, name.end) is not None
    if (
        few < FEWEST_WORDS
        and not themed
        and ((few == 1 and not direct) or not (direct or (is_proper and stated)) or (few == 2 and words[0].islower()))
    ):
        return None
    held = time is not None and is_day(time) and _is_held(document, name)
    spoken_of = "“" in words or '"' in words or _is_planned_row(document, name) or _is_spoken_at(document, name, words)
    edition = _EDITION.search(words) is not None and _is_held(document, name)
    if not (is_proper or spoken_of or edition or (stated and (direct or held or place is not None))):
        return None
    if few <= _HEAD_ALONE and _is_cell(document, name):
        return None  # `Diễn đàn` in a column of products
    if time is None and _is_caption(document, name):
        return None
    if not stated and _PARTY.match(words):
        return None
    if not stated and re.search(r"\b(?:giữa các|hai bên|các bên)\b", words):
        return None
    told_to = max(name.end, *(part.end for part in (time and time.span, place) if part), name.end)
    words = _in_full(document, found, words, Span(told_to, sentence.end), sentence)
    date = dated(words, day_of(document, time)) if time else None
    value = Event(words, date, squeezed(document.quote(place)) if place else None, _status(document, name, sentence))
    said = (("date", frame.time.span),) if frame else ()
    return Record("event", value, evidence(name, time.span if time else None, place, frame.said if frame else None), parts=said)


_THEMED = Pattern(r"\s(?:năm nay|lần này)?\s?(?:có|với|mang) chủ đề\b")
# one of several: `tổ chức thành công cuộc thi … lần thứ II`
_EDITION = Pattern(
    r"\blần (?:thứ )?(?:[IVX]+|\d+|nhất|hai|ba)\b|^(?:phiên|kỳ) họp (?:chuyên đề )?(?:lần )?thứ \w+", re.IGNORECASE
)
_TURNING = Pattern(r"\b(?:trước|sau)\s$", re.IGNORECASE)


def _is_turning(document: Document, name: Span, time: Time | None) -> bool:
    """Whether another time is told by the event: `trước và sau Kỳ họp thứ 6`; not where its own day follows."""
    own = time is not None and time.span.start >= name.end - len("2026")
    return not own and _TURNING.search(document.plain, max(0, name.start - NEAR), name.start) is not None


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
        HOLDS.search(plain, max(0, name.start - NEAR), name.start) is not None
        or JOURNEY.fullmatch(plain, plain.find(" ", name.start + len("Đoàn ")), name.end) is not None
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
    edition = _EDITION.search(name)
    first = " ".join(re.sub(r"[^\w\s]", " ", name.lower()).split()[:6])
    return f"{first} {edition[0].lower()}" if edition else first


KIND = RecordKind("event", "sự kiện", find_events, (*CASES, *TOLD_CASES))
