"""Sums of instalments (cấp theo đợt): `đợt 1: 600 …; đợt 2: 480 …; đợt 3: 200 …`, against the total told before them."""

from collections.abc import Iterator
from decimal import Decimal

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.counted import NUMBERS, number_of
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, passed, quoted, shown
from hopluc.reading.document import Span
from hopluc.reading.facts import Fact, Record
from hopluc.reading.patterns import in_small

_TOLD = in_small(rf"(?<![\w.,/-])(?P<number>0?\d|{'|'.join(NUMBERS)}) (?P<noun>đợt|lần|kỳ)(?: [^\W\d_]+){{0,4}}:")
_STARTS = cues(" đợt", " lần", " kỳ")
_TOTAL = in_small(r"\b(?:tổng|giá trị hợp đồng|kinh phí|giá hợp đồng)\b[^.;\d]{0,50}$")
_BACK, _AHEAD, _MOST, _FEWEST = 420, 420, 9, 2
_FAR = Decimal("0.3")

CASES = (
    (
        "sum_mismatch",
        "Tổng kinh phí: 1.280 triệu đồng. Cấp làm 3 đợt: đợt 1: 600 triệu đồng ngay sau khi ký; đợt 2: 480 triệu đồng sau khi kiểm tra; đợt 3: {300|200} triệu đồng sau khi nghiệm thu.",
    ),
)


def check_instalment_sums(case: Case) -> Iterator[Record]:
    """Instalments, as many as are announced and each named by its number, that do not make the one total told before them."""
    if case.found.first("money", Span(0, len(case.plain))) is None:
        return
    for word in cued(case, _STARTS, in_small(r" [^\W\d_]+")):
        found = _TOLD.search(case.small, max(0, word.start() - 4), word.end() + 40)
        if found is None or not found.start() < word.start() <= found.start("noun"):
            continue
        number = number_of(found["number"])
        end = case.sentence(Span(found.start(), found.end())).end
        row = _row(case, Span(found.end(), min(end, found.end() + _AHEAD)), found["noun"], number)
        totals = [
            fact
            for fact in case.found.within("money", Span(max(0, found.start() - _BACK), found.start()))
            if _TOTAL.search(case.small, max(0, fact.span.start - 70), fact.span.start)
        ]
        if row and len({fact.value.amount for fact in totals}) == 1 and totals[0].value.currency == row[0].value.currency:
            yield from _judged(case, totals[0], row)


def _row(case: Case, words: Span, noun: str, number: int) -> list[Fact]:
    """The amounts behind `đợt 1`, `đợt 2` …, one for each; none where they are not as many."""
    amounts = list(case.found.within("money", words))
    if not _FEWEST <= number == len(amounts) <= _MOST or any(fact.value.amount is None for fact in amounts):
        return []
    starts = [words.start, *(fact.span.end for fact in amounts)]
    labels = (case.small[start : fact.span.start] for start, fact in zip(starts, amounts, strict=False))
    return amounts if all(f"{noun} {at}" in label for at, label in enumerate(labels, 1)) else []


def _judged(case: Case, total: Fact, row: list[Fact]) -> Iterator[Record]:
    sum_, whole = sum((Decimal(fact.value.amount) for fact in row), Decimal(0)), Decimal(total.value.amount)
    spans = [total.span, Span(row[0].span.start, row[-1].span.end)]
    if sum_ == whole:
        yield passed(f"Các đợt cộng lại được {shown(sum_)}, đúng bằng tổng.", spans)
    elif abs(sum_ - whole) <= _FAR * whole:
        yield fault("sum_mismatch", f"Các đợt cộng lại được {shown(sum_)}, tổng ghi {quoted(case.words(total.span))}.", spans)
