"""Scales (nghìn, triệu, tỷ): one amount of money told a thousand times too large or too small a second time."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, pairwise

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.claims import Claim, claim_of, figures
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.checks.meaning import meaning
from hopluc.reading.document import Span
from hopluc.reading.facts import Fact, Record
from hopluc.reading.patterns import Pattern

_PER = Pattern(r"\s?(?:/|mỗi\b|một\b|trên (?:người|ha|hộ)\b)")
_FACTORS = (10**3, 10**6)
# Words that say of any money what it is.
_EMPTY = frozenset("đồng triệu tỷ tỉ nghìn ngân sách vốn chi cấp dự đề nhiệm vụ phí mức hỗ trợ thực hiện".split())
_FEWEST_SHARED = 2
_MOST, _BEFORE = 12, 40
_LABEL = Pattern(
    r"\b([Tt]ổng (?:vốn|kinh phí|mức đầu tư|dự toán|giá trị)|[Kk]inh phí|[Vv]ốn đầu tư|[Dd]oanh thu)(?: là| của dự án| thực hiện|:)? $"
)


def check_scales(case: Case) -> Iterator[Record]:
    """Amounts with the same digits, one a thousand or a million times the other, in clauses that speak of the same."""
    by_digits: dict[str, list[tuple[Fact, Decimal, str]]] = defaultdict(list)
    for fact, value, unit in figures(case):
        if fact.kind == "money" and value > 0 and not _PER.match(case.plain, fact.span.end):
            by_digits[f"{value:f}".rstrip("0")].append((fact, value, unit))
    yield from _beside(case)
    for sums in by_digits.values():
        if len({value for _, value, _ in sums}) < 2:
            continue
        for first, second in combinations([claim_of(case, *told) for told in sums[:_MOST]], 2):
            less, more = sorted((first.value, second.value))
            if any(more == factor * less for factor in _FACTORS) and len(_words(case, first) & _words(case, second)) >= (
                1 if _is_one_label(case, first, second) else _FEWEST_SHARED
            ):
                one, two = (quoted(case.words(claim.clause)) for claim in (first, second))
                yield fault(
                    "unit_shift",
                    f"Cùng một khoản lệch nhau {more / less:,.0f} lần: {one} và {two}.".replace(",", "."),
                    [first.clause, second.clause],
                )


def _is_one_label(case: Case, first: Claim, second: Claim) -> bool:
    """Whether two amounts of at least two figures are called the same right before them: `tổng vốn 2,4 tỷ đồng`, `tổng vốn 2,4 triệu đồng`."""
    labels = [
        _LABEL.search(case.plain, max(0, claim.fact.span.start - _BEFORE), claim.fact.span.start) for claim in (first, second)
    ]
    one, other = labels
    long = sum(c.isdigit() for c in first.fact.quote) > 1
    return long and one is not None and other is not None and one[1].casefold() == other[1].casefold()


def _beside(case: Case) -> Iterator[Record]:
    """An amount and, in brackets right behind it, the same in another scale: `1 tỷ đồng (1.000 triệu đồng)`."""
    for first, second in pairwise(case.found.of("money")):
        between = case.plain[first.span.end : second.span.start]
        one, other = first.value.amount, second.value.amount
        if between.strip() != "(" or not one or not other or not case.plain.startswith(")", second.span.end):
            continue
        if one != other and max(one, other) in (factor * min(one, other) for factor in _FACTORS):
            span = Span(first.span.start, second.span.end + 1)
            yield fault("unit_shift", f"Hai cách ghi một số tiền lệch nhau nhiều bậc: {quoted(case.words(span))}.", [span])


def _words(case: Case, claim: Claim) -> frozenset[str]:
    """What a clause says of its money, near to it."""
    near = Span(max(claim.clause.start, claim.fact.span.start - 60), min(claim.clause.end, claim.fact.span.end + 60))
    return meaning(case.plain[near.start : near.end]) - _EMPTY
