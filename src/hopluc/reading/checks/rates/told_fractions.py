"""Fractions in words (một nửa, hai phần ba): what a sentence calls such a part of a whole that is told elsewhere in the document."""

import re
from collections.abc import Iterator
from decimal import Decimal

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.claims import claim_of, figures
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted, shown
from hopluc.reading.checks.meaning import meaning
from hopluc.reading.checks.numbers import NUMBER, decimal, is_hedged
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_SHARES = {
    "một nửa": (1, 2),
    "một phần hai": (1, 2),
    "một phần ba": (1, 3),
    "một phần tư": (1, 4),
    "một phần năm": (1, 5),
    "hai phần ba": (2, 3),
    "ba phần tư": (3, 4),
}
_STARTS = cues("một nửa ", "một phần hai ", "một phần ba ", "một phần tư ", "một phần năm ", "hai phần ba ", "ba phần tư ")
_SAID = Pattern(rf"(?P<said>{'|'.join(_SHARES)}) (?P<of>[^.,;:()\d\n]{{6,60}}?)(?=[.,;:()\n]| có\b| đã\b| được\b|$)")
_PART = Pattern(
    rf"(?P<number>{NUMBER}) (?P<unit>[^\W\d_]+)(?: [^\W\d_]+){{0,4}},? (?:\(|tức |bằng |chiếm |là |tương đương |tức là )+(?:khoảng |gần |đúng )?$"
)
_BACK = 80
_FEWEST = 3
_LEEWAY = Decimal("0.08")
_STATE = Pattern(r"\b(?:còn|chỉ còn|năm trước|trước đây|kế hoạch|dự kiến|mục tiêu|phấn đấu|sẽ|tăng|thêm)\b")
_DROP = frozenset("tất cả số tổng toàn".split())

CASES = (
    (
        "sum_mismatch",
        "Hết năm 2018, cây thuốc toàn huyện phủ 510 ha, gấp 6 lần năm 2010.\n\nPhần trồng dưới tán là {340|255} ha, tức một nửa diện tích cây thuốc của huyện, người dân giữ rừng.",
    ),
    (
        "sum_mismatch",
        "Hết năm 2018, cây thuốc toàn huyện phủ 510 ha, gấp 6 lần năm 2010.\n\nPhần trồng dưới tán là 340 ha, tức {một nửa|hai phần ba} diện tích cây thuốc của huyện.",
    ),
    (
        "sum_mismatch",
        "Hết năm 2018, cây thuốc toàn huyện phủ 510 ha.\n\nPhần trồng dưới tán là 340 ha, tức một nửa diện tích {cây thuốc|đất rừng} của huyện.",
    ),
)


def check_told_fractions(case: Case) -> Iterator[Record]:
    """Each part called such a fraction of a whole where the one whole told elsewhere makes it another."""
    for found in cued(case, _STARTS, _SAID):
        sentence = case.sentence(Span(*found.span()))
        part = _PART.search(case.plain, max(sentence.start, found.start() - _BACK), found.start())
        of = meaning(found["of"]) - _DROP
        if part is None or len(of) < _FEWEST or is_hedged(case.plain, part.start("number")):
            continue
        value = decimal(part["number"])
        wholes = list(_wholes(case, (part["unit"], value), of, sentence))
        if len({whole for whole, _ in wholes}) != 1:
            continue
        whole, span = wholes[0]
        over, under = _SHARES[found["said"]]
        if abs(value / whole - Decimal(over) / under) > _LEEWAY:
            told = Span(part.start("number"), found.end())
            note = f"{shown(value)}/{shown(whole)} không phải là {found['said']}: {quoted(case.words(told))}."
            yield fault("sum_mismatch", note, [span, told])


def _wholes(case: Case, part: tuple[str, Decimal], of: frozenset[str], sentence: Span) -> Iterator[tuple[Decimal, Span]]:
    unit, value = part
    for fact, whole, name in figures(case):
        if name.split()[0].casefold() != unit.casefold() or whole <= value or sentence.overlaps(fact.span):
            continue
        clause = claim_of(case, fact, whole, name).clause
        words = case.plain[clause.start : clause.end]
        if of <= meaning(words) | {name.casefold()} and not _STATE.search(words) and not re.search(r"\d{4}/", words):
            yield whole, clause
