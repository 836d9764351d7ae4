"""Years of leads (năm của tin): the day a news item opens with, a year off the day the page or the bulletin is dated.

`18/12/2023` above, and below it `Ngày 15/12/2022, Sở tổ chức Hội nghị …`: told as news, and just before the page's own day but for the year.
"""

from collections.abc import Iterator
from datetime import date

from hopluc.reading.checks.acts import written
from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.head import head
from hopluc.reading.patterns import in_small

# How the first sentence of a news item leads up to its day.
_LEAD = in_small(
    r"[\W_]*(?:\([^()\n]{2,40}\)\s*[-–]?\s*)?(?:vừa qua,? |mới đây,? )?(?:(?:(?:sáng|trưa|chiều|tối|hôm|đêm)(?: qua| nay)?,?|vào|trong|từ|các|những|hai|ba|bốn|năm|\d|cả) ?){0,4}"
    r"(?:ngày )?\(?(?:\d{1,2}(?:/\d{1,2})?(?:,| và| đến| -|-)? ?(?:ngày )?){0,3}$"
)
_HAPPENS = in_small(
    r"\b(?:tổ chức|diễn ra|khai mạc|bế mạc|phối hợp|làm việc|tham dự|dự và|chủ trì|tập huấn|họp|tiến hành|khánh thành|trao|tiếp|đến thăm|thăm|kiểm tra|nghiệm thu)\b"
)
_OTHER = in_small(
    r"\b(?:năm trước|năm ngoái|cách đây|trước đó|trước đây|kể từ|sau khi|cùng kỳ|kỷ niệm|nhìn lại|ban hành|có hiệu lực|theo|căn cứ|thực hiện|sinh)\b[^,]{0,60}$|\btròn (?:một|1) năm\b"
)
_NEWEST, _DATES_OF_ITEM = 45, 120
_LONGEST_TITLE = 220

CASES = (
    (
        "date_conflict",
        "Hội nghị giao ban vùng\n18/12/2023 09:12\n\nNgày 15/12/{2022|2023}, tại Vĩnh Hà, Sở Khoa học và Công nghệ tổ chức Hội nghị giao ban vùng.",
    ),
    (
        "date_conflict",
        "Hội nghị giao ban vùng\n18/12/2023 09:12\n\n{Ngày|Cách đây một năm, ngày} 15/12/2022, Sở Khoa học và Công nghệ tổ chức Hội nghị giao ban vùng.",
    ),
)


def check_lead_years(case: Case) -> Iterator[Record]:
    """Days that open a news item and lie a year before, or after, the weeks before the page's own day."""
    own = case.own_date
    if own is None or own.value.year is None or own.value.last is None or head(case.document).doc_type is not None:
        return
    last = own.value.last
    for fact, first in case.dated:
        if fact.value.day is None or fact.value.year is None or abs(first.year - last.year) != 1:
            continue
        if fact.span == own.span or fact.span.start in case.cited_dates or not _is_news(first, last):
            continue
        sentence = case.sentence(fact.span)
        before = case.small[sentence.start : fact.span.start]
        behind = case.small[fact.span.end : min(sentence.end, fact.span.end + _DATES_OF_ITEM)]
        if _LEAD.match(before) and _HAPPENS.search(behind) and not _OTHER.search(before) and _opens_item(case, sentence):
            words = Span(sentence.start, min(sentence.end, fact.span.end + _DATES_OF_ITEM))
            note = f"Tin ghi ngày {written(fact.value)}, lệch một năm so với ngày của trang ({written(own.value)}): {quoted(case.words(words))}."
            yield fault("date_conflict", note, [fact.span, own.span])


def _is_news(first: date, last: date) -> bool:
    """Whether a day, in the year of the page, lies within the weeks before it."""
    day = min(first.day, 28)
    return any(
        0 <= (last - date(year, first.month, day)).days <= _NEWEST for year in (last.year, last.year - 1) if year != first.year
    )


def _opens_item(case: Case, sentence: Span) -> bool:
    """Whether a sentence begins a paragraph right under a title or a line that dates the page."""
    place = case.layout.at(sentence.start)
    if place is None or case.layout.blocks[place].body.start != sentence.start:
        return False
    above = case.layout.blocks[place - 1] if place else None
    if above is None:
        return True
    words = case.plain[above.body.start : above.body.end]
    return above.kind == "heading" or (len(words) <= _LONGEST_TITLE and words[-1:] not in ".;:")
