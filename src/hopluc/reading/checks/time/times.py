"""Times of day (giờ): stretches of hours that end before they begin, and sittings that close before they open."""

from collections.abc import Iterator

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

# "08h30 - 08h15", "từ 14 giờ 30 đến 13 giờ 45". The first digit goes first, so that the search skips to it.
_HOURS = Pattern(
    r"(?P<first>\d(?<![\d/.,:-]\d)\d?)(?:h|:| giờ )(?P<minute>\d{2})?(?: phút)?\s?(?:-|đến)\s?(?P<last>\d{1,2})(?:h|:| giờ ?)(?P<end>\d{2})?(?!\d|:\d)"
)
# "bắt đầu lúc 8 giờ 30, kết thúc lúc 7 giờ 45 cùng ngày".
_FROM_TO = Pattern(
    r"(?:ắt đầu|hai mạc|hai giảng)[^.;\d\n]{0,24} (?P<first>\d{1,2})(?:h|:| giờ ?)(?P<minute>\d{2})?(?:[^.;\d\n]{0,12}| (?:ngày )?\d{1,2}[/.-]\d{1,2}[/.-]\d{4},?(?: và)? )\b(?:kết thúc|bế mạc)[^.;\d\n]{0,20} (?P<last>\d{1,2})(?:h|:| giờ ?)(?P<end>\d{2})?(?!\d)"
)
_FROM_STARTS = cues("ắt đầu", "hai mạc", "hai giảng")
# "Bắt đầu lúc 14 giờ 00", and pages on "thông qua lúc 16 giờ 30 cùng ngày".
_OPENED = Pattern(
    r"(?:ắt đầu|hai mạc|ôm nay|hời gian[^\n.;:\d]{0,20}:)[^\n.;:\d]{0,20} (?P<first>\d{1,2})(?:h| giờ) ?(?P<minute>\d{2})?(?!\d)"
)
_CLOSED = Pattern(
    r"(?:ết thúc|ế mạc|ập xong|hông qua|oàn thành)[^.;\n\d]{0,30} (?:lúc|hồi) (?P<last>\d{1,2})(?:h| giờ ?)(?P<end>\d{2})?(?: phút)?,? (?:trong )?cùng ngày"
)
_CLOSED_STARTS = cues("ết thúc", "ế mạc", "ập xong", "hông qua", "oàn thành")
# "Sáng ngày 10/6/2019, lúc 15 giờ 00".
_PART_OF_DAY = Pattern(
    r"(?P<part>áng|hiều|ối) (?:ngày |thứ [^\W\d]+,? )?(?:ngày )?\(?\d{1,2}[/-]\d{1,2}(?:[/-]\d{4})?\)?,? (?:vào )?(?:lúc|hồi) (?P<first>\d{1,2})(?:h|:| giờ)"
)
_PARTS = {"áng": (0, 12), "hiều": (11, 19), "ối": (17, 24)}
_PART_STARTS = cues(
    "áng ngày ", "áng thứ", "hiều ngày ", "hiều thứ", "ối ngày ", "áng 1", "áng 2", "áng 3", "áng 0", "hiều 1", "hiều 2"
)
# Hours are told at the head of an agenda, an invitation, minutes.
_AGENDA = Pattern(r"\d(?:h|:| giờ)")
_TOP, _FAR = 2_500, 20_000
_DAY = 24
# "24h30", "8 giờ 75": no clock shows it.
_CLOCK = Pattern(r"(?:giờ|h) ?(?P<minute>\d{2})(?!\d|[.,/]\d)(?! ?(?:/|đến|-) ?\d{1,2}/)")
_CLOCK_STARTS = cues("giờ ", "h0", "h1", "h2", "h3", "h4", "h5", "h6", "h7", "h8", "h9")
_HOUR_BEFORE = Pattern(r"(?<![\d/.,:-])(?P<hour>\d{1,2}) ?$")
_HOUR = 60
# What ends before this hour has gone on over midnight.
_DAWN = 6

CASES = (
    (
        "period_conflict",
        "BIÊN BẢN\nBắt đầu lúc 14 giờ 00, ngày 17/11/2023.\nChủ tọa kết luận.\nBiên bản được thông qua lúc {13|16} giờ 30 cùng ngày.",
    ),
    ("period_conflict", "Hội thảo bắt đầu lúc 8 giờ 30, kết thúc lúc {7 giờ 45|11 giờ 45} cùng ngày."),
    ("period_conflict", "Cuộc họp bắt đầu lúc 14 giờ 00 ngày 22/4/2013 và kết thúc lúc {11|17} giờ 15 cùng ngày."),
    ("period_conflict", "Sáng ngày 10/6/2019, lúc {15|8} giờ 00, đoàn khảo sát thực địa."),
)


def check_times(case: Case) -> Iterator[Record]:
    """Every stretch of hours within a day."""
    yield from _impossible(case)
    yield from _in_words(case)
    yield from _sitting(case)
    if not _AGENDA.search(case.plain, 0, _TOP):
        return
    for found in _HOURS.finditer(case.plain, 0, _FAR):
        first, last = (int(found[name]) for name in ("first", "last"))
        begun, ended = (_HOUR * hour + int(found[minute] or 0) for hour, minute in ((first, "minute"), (last, "end")))
        if max(first, last) < _DAY and ended < begun and last >= _DAWN:
            span = Span(*found.span())
            yield fault("period_conflict", f"Giờ kết thúc trước giờ bắt đầu: {quoted(case.words(span))}.", [span])


def _in_words(case: Case) -> Iterator[Record]:
    """An end before its beginning, and an hour that is no part of its morning or afternoon."""
    for found in cued(case, _FROM_STARTS, _FROM_TO):
        begun, ended = (
            _HOUR * int(found[hour]) + int(found[minute] or 0) for hour, minute in (("first", "minute"), ("last", "end"))
        )
        if ended < begun and int(found["last"]) >= _DAWN:
            span = Span(found.start() - 1, found.end())
            yield fault("period_conflict", f"Giờ kết thúc trước giờ bắt đầu: {quoted(case.words(span))}.", [span])
    for found in cued(case, _PART_STARTS, _PART_OF_DAY):
        low, high = _PARTS[found["part"]]
        if not low <= int(found["first"]) <= high and int(found["first"]) > _DAWN:
            span = Span(found.start() - 1, found.end())
            yield fault("period_conflict", f"Giờ không thuộc buổi đã ghi: {quoted(case.words(span))}.", [span])


def _sitting(case: Case) -> Iterator[Record]:
    """Minutes that close, on the same day, before the hour they open with."""
    opened = _OPENED.search(case.plain, 0, _TOP)
    if opened is None:
        return
    begun = _HOUR * int(opened["first"]) + int(opened["minute"] or 0)
    for found in cued(case, _CLOSED_STARTS, _CLOSED):
        ended = _HOUR * int(found["last"]) + int(found["end"] or 0)
        if found.start() > opened.end() and _DAWN * _HOUR <= ended < begun:
            span = Span(found.start(), found.end())
            note = f"Giờ kết thúc trước giờ bắt đầu ({quoted(case.words(Span(*opened.span())))}): {quoted(case.words(span))}."
            yield fault("period_conflict", note, [Span(*opened.span()), span])


def _impossible(case: Case) -> Iterator[Record]:
    """Times that no clock shows: after midnight of the twenty-fourth hour, or with sixty minutes or more."""
    for found in cued(case, _CLOCK_STARTS, _CLOCK):
        hour = _HOUR_BEFORE.search(case.plain, max(0, found.start() - 4), found.start())
        if hour is None:
            continue
        minutes = int(found["minute"])
        if int(hour["hour"]) <= _DAY and (minutes >= _HOUR or (int(hour["hour"]) == _DAY and minutes)):
            span = Span(hour.start(), found.end())
            yield fault("impossible_date", f"Không có giờ này: {quoted(case.words(span))}.", [span])
