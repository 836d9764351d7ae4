"""Days of an event (số ngày của sự kiện): so many days that an event is told to last, against the first and the last that it is told with."""

from collections.abc import Iterator
from datetime import date

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.counted import NUMBERS
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern, in_small

_EVENT = r"(?:sự kiện|hội chợ|triển lãm|lễ hội|tuần lễ|ngày hội|hội thảo|hội nghị|diễn đàn|chương trình|techfest|techmart|khóa (?:học|tập huấn|đào tạo)|lớp(?: học| tập huấn)?|hội thi|chuyến (?:đi|công tác|thăm))"
_SPAN = in_small(
    rf"\b{_EVENT}\b[^.;\n]{{0,120}}?\btừ (?:ngày )?(?P<first>\d{{1,2}})(?:/(?P<month>\d{{1,2}}))?(?:/\d{{4}})? ?(?:đến(?: hết)?|tới|-) ?(?:ngày )?(?P<last>\d{{1,2}})(?:/(?P<until>\d{{1,2}})| tháng (?P<later>\d{{1,2}}))(?:/| năm )?(?P<year>\d{{4}})?"
)
# "Từ ngày 13 đến ngày 18/5/2019, Đoàn công tác đã thăm và làm việc …".
_OPENING = in_small(
    r"từ (?:ngày )?(?P<first>\d{1,2})(?:/(?P<month>\d{1,2}))?(?:/\d{4})? ?(?:đến(?: hết)?|tới|-) ?(?:ngày )?(?P<last>\d{1,2})(?:/(?P<until>\d{1,2})| tháng (?P<later>\d{1,2}))(?:/| năm )?(?P<year>\d{4})?,[^.;\n]{4,160}?\b(?:thăm|làm việc|công tác|tập huấn|diễn ra|tổ chức)\b"
)
_SPANS = cues(" từ ", "(từ ", "Từ ngày ")
_LASTS = in_small(
    rf"\b(?:trong|sau|suốt|qua|kéo dài|trải qua) (?P<days>\d{{1,2}}|{'|'.join(NUMBERS)}) ngày (?:nêu trên|trên|diễn ra|tổ chức|{_EVENT}|làm việc|hoạt động|trưng bày|mở cửa)"
)
_LASTING = cues(" ngày nêu trên", " ngày trên"," ngày diễn ra", " ngày tổ chức", " ngày hội", " ngày triển lãm", " ngày sự kiện", " ngày làm việc", " ngày hoạt động", " ngày trưng bày", " ngày mở cửa", " ngày tập huấn", " ngày lễ")  # fmt: skip
_NO_YEAR = 2001  # any year without a leap day
_OTHER = in_small(r"\b(?:lần (?:thứ|trước)|năm trước|năm ngoái|dự kiến ban đầu|thay vì|trước đó|hai lần|mỗi)\b")

CASES = (
    (
        "period_conflict",
        "Tổ chức Tuần lễ Khoa học (từ ngày 21/11 đến ngày 27/11/2022).\n\nBổ sung kinh phí để tổ chức Tuần lễ trong {05|07} ngày nêu trên.",
    ),
    (
        "period_conflict",
        "Từ ngày 13 đến ngày 18/5/2019, Đoàn công tác của tỉnh đã thăm và làm việc tại Hokkaido.\n\nTrong {bảy|sáu} ngày làm việc, Đoàn đã thăm 4 viện.",
    ),
    (
        "period_conflict",
        "Hội chợ diễn ra từ ngày 26 đến ngày 30/9/2018 tại Vĩnh Hà. Ban Tổ chức dự kiến đón 20.000 lượt khách trong {4|5} ngày diễn ra hội chợ.",
    ),
    (
        "period_conflict",
        "Hội chợ diễn ra từ ngày 26 đến ngày 30/9/2018 tại Vĩnh Hà. {Đã có|Lần trước đón} 20.000 lượt khách trong ba ngày diễn ra hội chợ.",
    ),
)


def check_event_days(case: Case) -> Iterator[Record]:
    """The number of days of the one event of a document that is told with its first and last day, where they make another number."""
    found = [match for word in cued(case, _LASTING, Pattern(r" ngày")) if (match := _lasting(case, word.start()))]
    if not found:
        return
    spans = list(_spans(case))
    if len({length for length, _ in spans}) != 1:
        return
    length, passage = spans[0]
    for span, days in found:
        if days != length and not _OTHER.search(case.small, *case.sentence(span)):
            note = f"{quoted(case.words(span))}, trong khi {quoted(case.words(passage))} là {length} ngày."
            yield fault("period_conflict", note, [passage, span])


def _lasting(case: Case, at: int) -> tuple[Span, int] | None:
    """The words that give the days of an event, and how many; `at` is where its `ngày` stands."""
    match = _LASTS.search(case.small, max(0, at - 20), at + 40)
    if match is None:
        return None
    days = match["days"]
    return Span(*match.span()), int(days) if days.isdigit() else NUMBERS[days]


def _spans(case: Case) -> Iterator[tuple[int, Span]]:
    """How many days each event told with both ends has, and where it stands."""
    seen = set[Span]()
    for word in cued(case, _SPANS, Pattern(r"[ (]?[tT]ừ")):
        sentence = case.sentence(Span(word.start(), word.end()))
        if sentence in seen:
            continue
        seen.add(sentence)
        opening = _OPENING.match(case.small, *sentence)
        for match in (opening,) if opening else _SPAN.finditer(case.small, *sentence):
            until = int(match["until"] or match["later"])
            month, year = int(match["month"] or until), int(match["year"] or _NO_YEAR)
            try:
                first, last = date(year, month, int(match["first"])), date(year, until, int(match["last"]))
            except ValueError:
                continue
            if first <= last:
                yield (last - first).days + 1, Span(match.start("first"), match.end())
