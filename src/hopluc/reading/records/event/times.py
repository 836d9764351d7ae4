"""Times of events (thời gian của sự kiện): the day or year that the sentence around an event's name gives it."""

import re

from hopluc.reading.document import Document, Span
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.event.value import PLACE, is_day
from hopluc.reading.records.setting import Setting
from hopluc.reading.records.times_said import UPPER, Time, year_at

_TRAILING_YEAR = Pattern(r"(?:^|(?<![-–])\s)((?:19|20)\d\d)\)?\s*$")
_WITHIN = Pattern(r"(?:khuôn khổ|bên lề|hưởng ứng|nhân dịp)(?: của)?\s$")  # the day before these is another event's
# `Ngày 30/12, tại Hà Nội, trong khuôn khổ Hội nghị …, Bộ công bố …`: the day of both.
_OF_THE_WHOLE = Pattern(r"[^,.;\n]{0,20}\b\d{1,2}[-/.]\d{1,2}[^,.;\n]{0,12},(?: tại [^,.;\n]{2,60},)? (?:trong )?")
_STAMPED = Pattern(r"(?:\s-|,)?\s\d{1,2}[:h]\d\d(?!\d)")  # `… 03/12/2025 17:40` behind a headline: when the page was put up
# The verb a day or place so far after the name belongs to: `Techfest … là hoạt động của …, diễn ra ngày 12/9 tại …`.
_TAKES_PLACE = Pattern(
    r"\b(?:diễn ra|được tổ chức|khai mạc)(?:\s(?:vào|từ|trong|ngày|sáng|chiều|tối|hai|các|tại [^,.;\n]{3,80},))*\s$"
)
# what follows is what was said there
_TOLD = Pattern(
    r"\b(?:cho biết|cho thấy|cho hay|báo cáo|thông tin|để|nhằm|đánh giá|kết quả|công tác|nhiệm vụ|kế hoạch|phương hướng)\b"
)
_ANOTHER = Pattern(rf",\s[{UPPER}]")
OPENS_WITH = 12  # `Sự kiện Techfest …`: how far into a sentence its subject may begin


def time_of(document: Document, setting: Setting, name: Span, sentence: Span) -> Time | None:
    """The day or year of the event: after its name, before it in the sentence, or at the end of the name itself."""
    stop = document.plain.find(";", name.end, max(sentence.end, name.end))
    limit = stop if stop >= 0 else max(sentence.end, name.end)
    after = [
        time
        for time in setting.times(Span(name.end, min(limit, name.end + 140)))
        if time.period.start == time.period.end
        and time.bound in (None, "từ")
        and not _STAMPED.match(document.plain, time.span.end)
        and not (not is_day(time) and _TOLD.search(document.plain, name.end, time.span.start))
    ]
    within = _WITHIN.search(document.plain, sentence.start, name.start)
    if within and "khuôn khổ" in within[0] and _OF_THE_WHOLE.fullmatch(document.plain, sentence.start, within.start()):
        within = None
    before = [
        time
        for time in setting.times(Span(sentence.start, sentence.start if within else max(sentence.start, name.start)))
        if time.period.start == time.period.end and time.bound in (None, "từ")
    ]
    told = _told_of(document, setting, name, sentence)
    if told is not None:
        return told
    days = [time for time in (*after[:2], *reversed(before)) if is_day(time)]
    if days and (days[0] in before or _belongs(document.plain[name.end : days[0].span.start])):
        return days[0]
    own = trailing_year(document, name, sentence)
    return own or next(iter(after), None) or (before[-1] if before else None)


def _told_of(document: Document, setting: Setting, name: Span, sentence: Span) -> Time | None:
    """The day that a sentence opening with the name gives with its own verb, however far on."""
    if name.start - sentence.start > OPENS_WITH:
        return None
    low = max(sentence.start, name.end)
    days = (time for time in setting.times(Span(low, max(low, sentence.end))) if is_day(time) and time.bound in (None, "từ"))
    return next((day for day in days if _TAKES_PLACE.search(document.plain, low, day.span.start)), None)


def _belongs(gap: str) -> bool:
    """Whether a day so far after a name is the event's own: near, and nothing else named between but its place."""
    return len(gap) < 90 and (not _ANOTHER.search(gap) or "tại" in gap)


def trailing_year(document: Document, name: Span, sentence: Span) -> Time | None:
    """A bare year that closes the name or stands after its place: `Techfest Vĩnh Hà 2026`, `tại Hà Nội 2015`."""
    from_place = PLACE.match(document.plain, name.end + 1, sentence.end)
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
