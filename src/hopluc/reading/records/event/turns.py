"""Events without a name of their own: what was opened, by its verb; what comes next, by its turn; who travelled."""

import re
from collections.abc import Iterator

from hopluc.reading.cues import cued, cues
from hopluc.reading.document import Document, Span, words_begin
from hopluc.reading.facts import Found, Record
from hopluc.reading.page.clauses import sentence_with
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.event.meetings import is_cited
from hopluc.reading.records.event.value import (
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
from hopluc.reading.records.figures import squeezed
from hopluc.reading.records.setting import Setting
from hopluc.reading.records.times_said import Time

_OPENING = cues("khai trương", "khánh thành", "khởi công", "động thổ", "ra mắt", "khai giảng", "bế giảng")
_OPENED = Pattern(rf"(?:{'|'.join(_OPENING)})(?!\w)")
_NO_OPENING = Pattern(
    r"(?:lễ|buổi|ngày|việc|để|chuẩn bị|sau|trước|từ|khi|chưa|không|tiến độ|kế hoạch|hướng tới)\s$", re.IGNORECASE
)
# Behind the verb stands no object: what was opened stands before it.
_BARE = Pattern(r"\s*(?:[,.;:()]|$|(?:vào|ngày|từ|tại|ở|sáng|chiều|tối|trong|năm|tháng|đầu|cuối|và|đúng|nhân)\b)")
# `Lớp thứ hai sẽ mở ngày …`, `Kỳ kiểm tra sau dự kiến vào tháng …`, `Phiên họp thứ ba của Ban Chỉ đạo: tháng …`.
_TURNS = cues("Lớp", "Khóa", "Kỳ", "Đợt", "Phiên", "Vòng", "Cuộc", "Buổi", "Chuyến", "phiên", "kỳ họp", "cuộc họp")
_TURN = Pattern(
    rf"(?P<name>(?:{'|'.join(_TURNS)})(?: [^\W\d]+){{0,5}}? (?:(?<!như )sau|trước|tới|tiếp theo|kế tiếp|đầu tiên|thứ [\w]+|lần (?:thứ )?[\w]+)(?: của [^.;:,\n]{{3,80}}?)?)"
    r"\s?(?::|\(|,\s(?=ngày |vào ngày |sáng |chiều |thứ )|(?:,\s)?(?:dự kiến|sẽ|được|diễn ra|tổ chức|tiến hành|khai giảng|khai mạc|bắt đầu|mở|họp|vào)\b)[^.;:\n]{0,40}?$"
)
_TURN_REACH = 220
# `Đoàn Bộ A do … làm trưởng đoàn làm việc tại tỉnh ngày …`, `cử đoàn 7 người sang Israel học tập`.
_GROUP = cues("Đoàn", "đoàn")
_TRAVELS = Pattern(
    r"[Đđ]oàn\s(?!thể|viên|kết|thanh|phí|trường)[^.;:\n]{2,150}?\s(?:thăm|làm việc|khảo sát|sang|tham quan|học tập)\s(?!dẫn|như)"
)
_WHO = Pattern(r"\d|\b(?:dẫn đầu|trưởng đoàn|chuyên gia|cán bộ|nông dân|doanh nghiệp|nhà khoa học)\b")
_TRAILING = Pattern(r"\s(?:trong|vào|từ|đúng)$")
_CLAUSE = Pattern(r"[;:,]\s")
_AFTER, _BEFORE = 110, 40
_SUBJECT = 140


def told(document: Document, found: Found, setting: Setting) -> Iterator[Record]:
    """Openings, turns and journeys, each with its day; what is told without one is none."""
    plain = document.plain
    taken: list[Span] = []
    for match in cued(document, _GROUP, _TRAVELS):
        yield from _journey(document, found, setting, Span(*match.span()))
    for record in _turns(document, setting):
        taken += record.evidence
        yield record
    last: Span | None = None
    for match in cued(document, _OPENING, _OPENED):
        verb = Span(*match.span())
        if any(span.contains(verb) for span in taken) or not plain[verb.start - 1 : verb.start].isspace():
            continue
        if not _NO_OPENING.search(plain, max(0, verb.start - 12), verb.start):
            yield from _opening(document, found, setting, verb, last)
            last = verb


def _opening(document: Document, found: Found, setting: Setting, verb: Span, before: Span | None) -> Iterator[Record]:
    """The opening told by the verb at `verb`; `before` is the verb of opening told last, which may name what this one opens."""
    sentence = sentence_with(document, verb)
    time = _day(document, setting, sentence, verb)
    if time is None or is_cited(found, verb.start):
        return
    if not _BARE.match(document.plain, verb.end, sentence.end):
        following = document.plain.find(document.plain[verb.start : verb.end], verb.end, sentence.end)
        if following < 0:  # else it is told again, with the day it came to
            yield _record(document, _with_object(document, verb, sentence), time, sentence)
    elif (
        before is not None
        and sentence.contains(before)
        and document.plain.startswith(document.plain[slice(*verb)], before.start)
    ):
        yield _record(document, _with_object(document, before, sentence), time, sentence)
    else:
        plain, low = document.plain, max(sentence.start, verb.start - _SUBJECT)
        stops = [stop.end() for stop in _CLAUSE.finditer(plain, low, verb.start)]
        low = max([low, *stops, *([time.span.end] if time.span.end < verb.start else [])])
        yield _record(
            document,
            Span(words_begin(plain, low, verb.start, " ,-+*•"), verb.end),
            time,
            sentence,
        )


def _with_object(document: Document, verb: Span, sentence: Span) -> Span:
    stop = NAME_END.search(document.plain, verb.end, min(sentence.end, verb.end + LONGEST_NAME))
    end = stop.start() if stop else min(sentence.end, verb.end + LONGEST_NAME)
    return Span(verb.start, verb.start + len(_TRAILING.sub("", document.plain[verb.start : end])))


def _day(document: Document, setting: Setting, sentence: Span, about: Span) -> Time | None:
    """The day or month told right behind `about` in its clause, or at which its sentence opens."""
    stop = document.plain.find(";", about.end, sentence.end)
    end = min(sentence.end if stop < 0 else stop, about.end + _AFTER)
    behind = next((time for time in setting.times(Span(about.end, end)) if _is_told(time)), None)
    opening = setting.times(Span(sentence.start, min(about.start, sentence.start + _BEFORE)))
    told = behind or next((time for time in opening if _is_told(time)), None)
    return told or same_day(document, setting, sentence, about.start)


def _is_told(time: Time) -> bool:
    """Whether a time is a month or a day at which something was; a quarter is when works are to begin by their schedule."""
    return (
        is_day(time)
        and "Q" not in (time.period.start or "")
        and time.bound in (None, "từ")
        and time.period.start == time.period.end
    )


def _turns(document: Document, setting: Setting) -> Iterator[Record]:
    plain = document.plain
    for match in cued(document, _TURNS, _START):
        times = setting.times(Span(match.start(), min(len(plain), match.start() + _TURN_REACH)))
        time = next((time for time in times if is_day(time)), None)
        turn = _TURN.match(plain, match.start(), time.span.start) if time else None
        if time is not None and turn is not None:
            yield _record(document, Span(*turn.span("name")), time, sentence_with(document, Span(*match.span())))


_SESSION = Pattern(r"^Phiên (?=trước|sau|tới|tiếp|kế|đầu|thứ|lần)")
_START = Pattern(rf"(?:{'|'.join(_TURNS)})\s(?=[^\W\d])")


def _journey(document: Document, found: Found, setting: Setting, going: Span) -> Iterator[Record]:
    sentence = sentence_with(document, going)
    time = _day(document, setting, sentence, Span(going.start, going.end))
    if time is None or going.end > sentence.end or is_cited(found, going.start):
        return
    named = found.first("organisation", going)
    if named is None and not _WHO.search(document.plain, going.start, going.end):
        return  # `đoàn công tác đã đến khảo sát …`: a party told of before
    stop = NAME_END.search(document.plain, going.end, min(sentence.end, going.end + LONGEST_NAME))
    yield _record(document, Span(going.start, stop.start() if stop else sentence.end), time, sentence)


def _record(document: Document, name: Span, time: Time, sentence: Span) -> Record:
    place = place_of(document, Span(name.start, name.start + 1), sentence, time)
    planned = PLANNED.search(document.plain[sentence.start : time.span.start]) is not None
    where = squeezed(document.quote(place)) if place else None
    words = _SESSION.sub("Phiên họp ", squeezed(document.quote(name)))
    value = Event(words, day_of(document, time), where, "planned" if planned else "held")
    return Record("event", value, evidence(name, time.span, place))
