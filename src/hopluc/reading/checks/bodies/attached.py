"""Annexes (văn bản kèm theo): the number and day that an annex gives the paper it goes with, against the paper's own head."""

import re
from collections.abc import Iterator

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.head import head
from hopluc.reading.patterns import Pattern

_ATTACHED = Pattern(r"[Kk]èm theo\s(?=[^)\n]{3,160}\bsố)")
_STARTS = cues("Kèm theo", "kèm theo")
_REACH = 200

CASES = (
    (
        "value_conflict",
        (
            "ỦY BAN NHÂN DÂN TỈNH TÂN LÂM\nSố: 64/KH-UBND\nTân Lâm, ngày 14 tháng 3 năm 2025\nKẾ HOẠCH\nPhát triển tài sản trí tuệ năm 2025\nI. MỤC TIÊU\nHỗ trợ doanh nghiệp.\n"
            "PHỤ LỤC\n(Kèm theo Kế hoạch số {46|64}/KH-UBND ngày 14 tháng 3 năm 2025 của UBND tỉnh)"
        ),
    ),
)


def check_attached(case: Case) -> Iterator[Record]:
    """Annexes that say they go with a paper of this kind and day, and give it another number than its head."""
    own = head(case.document)
    day = case.own_date
    if own.number is None or day is None or day.span is None:
        return
    number, _, code = own.number.partition("/")
    for found in cued(case, _STARTS, _ATTACHED):
        cited = next(iter(case.found.within("legal_reference", Span(found.end(), found.end() + _REACH))), None)
        if cited is None or cited.span.start > found.end() + 2 or cited.value.number is None:
            continue
        other, _, sign = re.sub(r"\s", "", cited.value.number).partition("/")
        same = sign.casefold() == re.sub(r"\s", "", code).casefold() and sign
        days = [fact.value.iso for fact in case.found.within("date", cited.span)]
        if same and other.lstrip("0") != number.lstrip("0") and days == [day.value.iso]:
            note = (
                f"Phụ lục ghi kèm theo {cited.value.doc_type} số {cited.value.number}, trong khi văn bản mang số {own.number}."
            )
            yield fault("value_conflict", note, [cited.span])
