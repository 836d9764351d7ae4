"""Shares of the paper's own total (phần trăm tổng kinh phí): `520 triệu đồng, bằng 35,9% tổng kinh phí`, the total told pages before."""

from collections.abc import Iterator
from decimal import Decimal

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, passed, quoted, shown
from hopluc.reading.checks.numbers import Term
from hopluc.reading.checks.ranges import range_of
from hopluc.reading.checks.sentences import Sentence, paragraphs
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern, in_small

_TIED = in_small(r"(?:,| \(|;)? ?(?:bằng|chiếm|tương đương|tương ứng)(?: với)?(?: tỷ lệ| khoảng)? $")
_OF_TOTAL = Pattern(
    r" (?:của )?(?:tổng (?:kinh phí|mức đầu tư|vốn đầu tư|vốn|dự toán|chi phí|kinh phí đề tài|kinh phí dự án))\b(?! (?:ngân sách|năm|đối ứng|vay|hỗ trợ))"
)
_TOTAL = in_small(r"\btổng (?:kinh phí|mức đầu tư|vốn đầu tư|vốn|dự toán|chi phí)\b[^.;\d]{0,70}$")
_FAR, _LEAD = 6_000, 100
_HUNDRED = Decimal(100)

CASES = (
    (
        "sum_mismatch",
        "Tổng kinh phí thực hiện đề tài là 1.450 triệu đồng.\n\nII. GIẢI TRÌNH\n1. Công lao động: 520 triệu đồng, bằng {39,5|35,9}% tổng kinh phí.",
    ),
)


def check_shares_of_total(case: Case) -> Iterator[Record]:
    """Shares of `tổng kinh phí` that the amount before them is not, where the paper tells one such total in another sentence."""
    if "% tổng " not in case.plain and "% của tổng " not in case.plain:
        return
    totals = [term for term in _totals(case) if not term.hedged]
    if len({term.value for term in totals}) != 1:
        return
    for paragraph in paragraphs(case):
        for sentence in paragraph.sentences:
            if "% " in sentence.words and not any(sentence.span.contains(total.span) for total in totals):
                yield from _judged(case, sentence, totals[0])


def _totals(case: Case) -> Iterator[Term]:
    """The amounts of money that are told as the total."""
    for paragraph in paragraphs(case):
        for sentence in paragraph.sentences:
            for term in sentence.terms:
                start = max(sentence.span.start, term.span.start - _LEAD)
                if term.is_money and _TOTAL.search(case.small, start, term.span.start):
                    yield term


def _judged(case: Case, sentence: Sentence, total: Term) -> Iterator[Record]:
    for place in range(1, len(sentence.terms)):
        part, share = sentence.terms[place - 1], sentence.terms[place]
        tied = share.percent and part.is_money and _TIED.fullmatch(sentence.before(place).lower())
        if not tied or not _OF_TOTAL.match(case.plain, share.span.end) or abs(part.span.start - total.span.start) > _FAR:
            continue
        if part.hedged or share.hedged or part.currency != total.currency or not 0 < part.value <= total.value:
            continue
        said = range_of(f"{share.value:f}".replace(".", ","), percent=True).or_cut_off()
        exact = _HUNDRED * part.value / total.value
        span = Span(part.span.start, share.span.end)
        note = f"{shown(part.value)}/{shown(total.value)} = {shown(round(exact, 2))}%"
        if said.low <= exact <= said.high:
            yield passed(f"{note}, đúng với văn bản ghi.", [total.span, span])
        else:
            yield fault(
                "sum_mismatch", f"{note}, văn bản ghi {shown(share.value)}%: {quoted(case.words(span))}.", [total.span, span]
            )
