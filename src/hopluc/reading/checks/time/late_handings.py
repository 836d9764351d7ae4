"""Handing in late (nộp sau hạn): the day after which nothing is taken, against the last day that the sentence before gives for it."""

import re
from collections.abc import Iterator
from itertools import pairwise

from hopluc.reading.checks.acts import written
from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

# "Hồ sơ nộp sau ngày", "Các đơn vị gửi báo cáo muộn hơn ngày".
_LATE = Pattern(
    r"\b(?:nộp|gửi|đến|nhận|đăng ký|tiếp nhận)\b[^.;,\d]{0,30} (?:sau|quá|muộn hơn|chậm hơn) (?:hạn |thời hạn )?(?:ngày )?$"
)
_LATE_STARTS = cues(" sau ngày ", " quá ngày ", " muộn hơn ngày ", " chậm hơn ngày ")
_WORD = Pattern(r" \w")
_REFUSED = Pattern(r"\b(?:không|bị|miễn|đều phải|coi như)\b")
_DUE = Pattern(
    r"\b(?:hạn|chậm nhất|muộn nhất|trước|đến|tới|hết)\b(?: (?:nộp|nhận|gửi|cuối|chót|đăng ký)[^.;,\d]{0,40})?(?: (?:là|vào|hết))*(?: ngày)? $",
    re.IGNORECASE,
)
_REACH = 70

CASES = (
    ("date_conflict", "Thời hạn nộp báo cáo là ngày 25/11/2022. Các đơn vị nộp sau ngày {15|25}/11/2022 bị nhắc nhở."),
    ("date_conflict", "Nhận hồ sơ từ ngày 01/3/2022 đến ngày 15/4/2022. Hồ sơ nộp sau ngày {25|15}/4/2022 không được xem xét."),
)


def check_late_handings(case: Case) -> Iterator[Record]:
    """Days after which nothing is taken that are not the last day told right before them."""
    for word in cued(case, _LATE_STARTS, _WORD):
        sentence = case.sentence(Span(word.start(), word.start() + 2))
        for due, late in pairwise(case.dated):
            fact, day = late
            if not sentence.contains(fact.span) or fact.value.day is None or due[0].value.day is None:
                continue
            before = case.plain[max(sentence.start, fact.span.start - _REACH) : fact.span.start]
            told = case.plain[max(0, due[0].span.start - _REACH) : due[0].span.start]
            near = due[0].span.end <= sentence.start and sentence.start - due[0].span.end < _REACH
            if near and day != due[1] and _LATE.search(before) and _DUE.search(told) and _REFUSED.search(case.plain, *sentence):
                note = f"Hạn là ngày {written(due[0].value)}, câu sau ghi {quoted(case.words(sentence))}."
                yield fault("date_conflict", note, [due[0].span, sentence])
