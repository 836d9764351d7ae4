"""Events told of again (sự kiện nhắc lại): `Sự kiện sẽ diễn ra từ ngày … tại …` gives its day and place to the event named before."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from hopluc.reading.cues import cued, cues
from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Record
from hopluc.reading.page.clauses import sentence_with
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.event.value import PLANNED, day_of, is_day, place_of
from hopluc.reading.records.event.years import dated, is_of_another_year
from hopluc.reading.records.figures import squeezed
from hopluc.reading.records.setting import Setting

_VERBS = cues("diễn ra ", "tổ chức ", "khai mạc ")
_ANY = ("sự kiện", "chương trình")  # these point back to an event of whatever kind
_RESUMED = Pattern(
    r"(?<!\w)(?P<word>sự kiện|chương trình|hội nghị|hội thảo|ngày hội|diễn đàn|triển lãm|hội chợ|cuộc thi|hội thi|tọa đàm|lễ hội|techfest|techmart)"
    r"(?: (?:này|năm nay|lần này))?(?: (?:sẽ|đã|dự kiến|được|chính thức|cũng))*\s$",
    re.IGNORECASE,
)
_FORWARD, _BACK, _LEAD = 70, 2_500, 60


def resumed(document: Document, setting: Setting, events: Sequence[Record]) -> Iterator[Record]:
    """`events`, in order, each that has no day with the one told of it later."""
    told = dict(enumerate(events))
    for verb in cued(document, _VERBS, _VERB) if events else ():
        word = _RESUMED.search(document.plain, max(0, verb.start() - _LEAD), verb.start())
        place = _pointed(told, word["word"].lower(), word.start()) if word else None
        if word is not None and place is not None:
            told[place] = _with_day(document, setting, told[place], Span(word.start(), verb.end()))
    yield from told.values()


_VERB = Pattern(r"(?:diễn ra|tổ chức|khai mạc)\s")


def _pointed(told: dict[int, Record], word: str, start: int) -> int | None:
    """Which of the events the word at `start` points back to: the last one without a day; None where it names one itself, or none is near."""
    if any(span.start <= start < span.end for record in told.values() for span in record.evidence):
        return None
    near = (place for place, record in reversed(told.items()) if start - _BACK < record.evidence[0].start < start)
    return next((place for place in near if _fits(told[place], word)), None)


def _fits(record: Record, word: str) -> bool:
    undated = record.value.date is None or len(record.value.date) == len("2026")
    return undated and (word in _ANY or word in record.value.name.lower())


def _with_day(document: Document, setting: Setting, event: Record, verb: Span) -> Record:
    sentence = sentence_with(document, verb)
    days = setting.times(Span(verb.end, min(sentence.end, verb.end + _FORWARD)))
    day = next((time for time in days if is_day(time) and time.bound in (None, "từ")), None)
    date = dated(event.value.name, day_of(document, day)) if day else None
    if day is None or date is None or is_of_another_year(event.value.name, date):
        return event
    where = place_of(document, verb, sentence, day)
    place = squeezed(document.quote(where)) if where else event.value.place
    status = "planned" if PLANNED.search(document.plain, verb.start, day.span.start) else event.value.status
    said = Span(verb.start, max(day.span.end, where.end if where else 0))
    return replace(
        event,
        value=replace(event.value, date=date, place=place, status=status),
        evidence=(*event.evidence[:2], said),
    )
