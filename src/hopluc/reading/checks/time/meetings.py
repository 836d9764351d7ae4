"""Meetings (cuộc họp): the day a notice or minutes give the one meeting they are about, wherever they name it again."""

from collections.abc import Iterator

from hopluc.reading.checks.acts import agree, written
from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Fact, Record
from hopluc.reading.head import head
from hopluc.reading.patterns import Pattern

_TYPES = ("thông báo", "biên bản", "kết luận")
# "Ngày 13/4/2023, …, đồng chí … chủ trì buổi làm việc", "Thời gian: 8 giờ 30, ngày 21/3/2017", "Hôm nay, ngày 20/5/2021".
_HELD = Pattern(
    r"[^.;\n]{0,260}?\b(?:chủ trì|tổ chức|đã có|diễn ra|dự)\b[^.;\n]{0,60}?\b(?:cuộc họp|buổi làm việc|hội nghị|phiên họp|cuộc làm việc)\b"
)
_AT = Pattern(
    r"(?:Thời gian\s*:[^\n]{0,40}|[Hh]ôm nay,?\s+(?:vào )?(?:(?:lúc|hồi) \d{1,2} ?(?:giờ|h) ?(?:\d{2})?(?: phút)?,? )?(?:ngày )?)$"
)
_AGAIN = Pattern(
    r"\b(?:cuộc họp|buổi làm việc|buổi họp|phiên họp|cuộc làm việc)(?: nói trên| này)?,? (?:vào )?(?:sáng |chiều )?ngày $|\bkết thúc (?:vào|lúc|hồi)[^.;\n]{0,40}ngày $"
)
_FAR = 45
_REACH = 60


def check_meetings(case: Case) -> Iterator[Record]:
    """Days of the one meeting that differ; another meeting of the year before or after is another meeting."""
    kind = head(case.document).doc_type
    if kind is None or not kind.startswith(_TYPES):
        return
    days = [
        (fact, first)
        for fact, first in case.dated
        if fact.value.day and fact.value.year and fact.span.start not in case.cited_dates
    ]
    held = next((known for known in days if _is_held(case, known[0])), None)
    if held is None:
        return
    for fact, first in days:
        before = case.plain[max(0, fact.span.start - _REACH) : fact.span.start]
        apart = abs((first - held[1]).days)
        if fact is not held[0] and 0 < apart <= _FAR and _AGAIN.search(before) and not agree(fact.value, held[0].value):
            span = Span(max(0, fact.span.start - _REACH), fact.span.end)
            note = (
                f"Cuộc họp ghi ngày {written(held[0].value)}, chỗ khác ghi {written(fact.value)}: {quoted(case.words(span))}."
            )
            yield fault("date_conflict", note, [held[0].span, fact.span])
            return


def _is_held(case: Case, fact: Fact) -> bool:
    sentence = case.sentence(fact.span)
    opens = (
        fact.span.start - sentence.start <= len("Chiều ngày ")
        and _HELD.match(case.plain, fact.span.end, sentence.end) is not None
    )
    return opens or _AT.search(case.plain, max(0, fact.span.start - _REACH), fact.span.start) is not None
