"""Running totals (cộng dồn trong câu): so much in each year, quarter or instalment, and what they are said to make together."""

import re
from collections.abc import Iterator
from decimal import Decimal

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, passed, quoted, shown
from hopluc.reading.checks.numbers import Term, counts, is_kin, masked
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_NUMBERS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6}
# "cả ba năm chi 12,5 tỷ đồng", "Cả năm giải ngân 700 triệu đồng", "hai đợt đã chuyển 100 triệu đồng".
_TOGETHER = Pattern(
    r"(?:ả|ổng(?: cộng| số)?|như vậy,?|hư vậy,?|ộng|ính chung) (?:cả )?(?:(?P<number>hai|ba|bốn|năm|sáu|[2-6]) )?(?P<of>năm|quý|đợt|lần|giai đoạn|vụ|tháng|lớp|khóa|huyện|xã|tỉnh|đơn vị|nguồn|bên|dự án|đề tài|nhóm|cấp)\b"
)
_STARTS = cues("ả ", "ổng ", "như vậy", "hư vậy", "ộng ", "ính chung ")
_MONTH = Pattern(r"\b[Tt]háng (?:[1-9]|1[0-2])\b(?![/.-]\d)")
_QUARTER_TOTAL = Pattern(r"[;,.]\s(?:cả |tính chung |như vậy,? )?quý (?:[1-4]|I{1,3}|IV)\b[^.;,\d]{0,30}$", re.IGNORECASE)
_QUARTER = Pattern(r"\b[Qq]uý (?:[1-4]|I{1,3}|IV)\b")
_HALF = Pattern(r"\b(?:6|sáu) tháng (?:đầu|cuối)\b", re.IGNORECASE)
_COMPARED = Pattern(r"\b(?:tăng|giảm|so với|kế hoạch|bình quân|mỗi|trong đó|vượt|còn lại|chiếm)\b")
_REACH, _CLOSE = 70, 40
_QUARTERS, _HALVES, _MONTHS = 4, 2, 3
_QUARTER_STARTS = cues("uý ")

CASES = (
    (
        "sum_mismatch",
        "Năm 2020 chi 3,2 tỷ đồng, năm 2021 chi 4,1 tỷ đồng, năm 2022 chi 5,2 tỷ đồng; cả ba năm chi {13,5|12,5} tỷ đồng.",
    ),
    (
        "sum_mismatch",
        "Quý I giải ngân 120 triệu đồng, quý II 180 triệu đồng, quý III 250 triệu đồng, quý IV 150 triệu đồng. Cả năm giải ngân {800|700} triệu đồng.",
    ),
    (
        "sum_mismatch",
        "Đợt một chuyển 40 triệu đồng, đợt hai chuyển 60 triệu đồng, như vậy hai đợt đã chuyển {110|100} triệu đồng.",
    ),
)


def check_running_totals(case: Case) -> Iterator[Record]:
    """Totals of several years, quarters or instalments, where just so many figures stand before them."""
    for found in cued(case, _STARTS, _TOGETHER):
        sentence = case.sentence(Span(*found.span()))
        place = case.layout.at(found.start())
        start = sentence.start
        if place is not None and found.start() - sentence.start <= len("Như vậy, c"):
            sentences = case.layout.sentences_of(place)
            at = next((at for at, known in enumerate(sentences) if known.end >= found.start()), 0)
            start = sentences[at - 1].start if at else start
        above = case.layout.blocks[place].body.start if place is not None else start
        parts = _of_quarters(case, Span(above, found.start() - 1)) or _kin(case, Span(start, found.start() - 1))
        totals = counts(case.plain[found.end() : min(sentence.end, found.end() + _REACH)], found.end())
        number = _number(case, found["number"], found["of"], Span(above, found.start()))
        if not totals or number is None or len(parts) != number or _COMPARED.search(case.plain, start, totals[0].span.start):
            continue
        total = totals[0]
        if all(is_kin(total, part) for part in parts):
            yield from _judged(case, parts, total)
    yield from _months(case)


def _judged(case: Case, parts: list[Term], total: Term) -> Iterator[Record]:
    if total.hedged or any(part.hedged for part in parts):
        return
    sum_ = sum((part.value for part in parts), Decimal(0))
    span = Span(parts[0].span.start, total.span.end)
    note = f"{' + '.join(shown(part.value) for part in parts)} = {shown(sum_)}"
    if sum_ == total.value:
        yield passed(f"{note}, đúng với văn bản ghi.", [span])
    elif Decimal("0.5") <= sum_ / total.value <= 2:
        yield fault("sum_mismatch", f"{note}, văn bản ghi {shown(total.value)}: {quoted(case.words(span))}.", [span])


def _months(case: Case) -> Iterator[Record]:
    """Three months one after another, and the quarter they are said to make."""
    for word in cued(case, _QUARTER_STARTS, Pattern(r"uý ")):
        sentence = case.sentence(Span(word.start(), word.end()))
        months = [found.end() for found in _MONTH.finditer(case.plain, sentence.start, word.start())]
        known = counts(case.plain[sentence.start : sentence.end], sentence.start)
        parts = [term for at in months if (term := next((one for one in known if 0 <= one.span.start - at <= _CLOSE), None))]
        total = next((term for term in known if term.span.start >= word.end()), None)
        if total is None or len(parts) != _MONTHS or not all(is_kin(total, part) for part in parts):
            continue
        if _QUARTER_TOTAL.search(case.plain, sentence.start, total.span.start):
            yield from _judged(case, parts, total)


def _kin(case: Case, span: Span) -> list[Term]:
    """The counts of a stretch, if they are of one kind."""
    known = counts(masked(case.plain[span.start : span.end]), span.start)
    parts = [term for term in known if not term.percent and not case.is_taken(term.span.start)]
    return parts if all(is_kin(parts[0], part) for part in parts) else []


def _of_quarters(case: Case, span: Span) -> list[Term]:
    """The first count behind each of four quarters; empty where there are not four."""
    quarters = [found.end() for found in _QUARTER.finditer(case.plain, *span)]
    if len(quarters) != _QUARTERS:
        return []
    known = counts(masked(case.plain[span.start : span.end]), span.start)
    behind = [next((term for term in known if 0 <= term.span.start - at <= _CLOSE), None) for at in quarters]
    parts = [term for term in behind if term is not None]
    return parts if len(parts) == _QUARTERS and all(is_kin(parts[0], part) for part in parts) else []


def _number(case: Case, said: str | None, of: str, before: Span) -> int | None:
    """How many parts a total is said to have."""
    if said:
        return _NUMBERS[said]
    if of != "năm":
        return None
    words = case.plain[before.start : before.end]
    if len(_QUARTER.findall(words)) == _QUARTERS:
        return _QUARTERS
    return _HALVES if len(_HALF.findall(words)) == _HALVES else None
