"""Lists of sums (dự toán theo nội dung): lines with a label and a sum, without a total, against the total told elsewhere."""

from collections.abc import Iterator
from decimal import Decimal

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, passed, quoted, shown
from hopluc.reading.checks.grids import TOTAL, Grid, grids
from hopluc.reading.document import Span
from hopluc.reading.facts import Fact, Record
from hopluc.reading.patterns import Pattern

_OPENS = Pattern(
    r"\b(?:dự toán|phân bổ|cơ cấu|kinh phí|nguồn|khái toán|chi phí)\b[^\n]*\btổng (?:kinh phí|vốn|dự toán|mức|chi phí|số|giá trị)"
)
_TOTAL = Pattern(r"\b[Tt]ổng (?:kinh phí|vốn|dự toán|mức đầu tư|mức kinh phí|chi phí|giá trị)(?: [^\W\d_]+){0,6}?:?(?: là)? $")
_SCALES = (Decimal(1), Decimal(10) ** 3, Decimal(10) ** 6, Decimal(10) ** 9)
_FEWEST, _WIDTH = 3, 2
_ABOVE, _BACK = 220, 60
_FAR = Decimal("0.25")

CASES = (
    (
        "sum_mismatch",
        "4.1. Tổng kinh phí 1.500.000 EUR, hai bên cùng đóng góp.\n\nPHỤ LỤC\nDự toán theo nội dung (EUR), ứng với tổng kinh phí tại khoản 4.1:\nNghiên cứu\t210.000\nLắp đặt\t960.000\nĐào tạo\t{130.000|180.000}\nPhần mềm\t100.000\nDự phòng\t50.000",
    ),
)


def check_listed_sums(case: Case) -> Iterator[Record]:
    """Each list of sums that says it makes up the total of the document, against that total."""
    known = [grid for grid in grids(case) if _is_list(grid)]
    if not known:
        return
    totals = [fact for fact in case.found.of("money") if _is_total(case, fact)]
    for grid in known:
        start = grid.spans[0][0].start
        opening = case.plain[max(0, start - _ABOVE) : start].rstrip("\n").rpartition("\n")[2]
        if len({fact.value.amount for fact in totals}) == 1 and _OPENS.search(opening.casefold()):
            yield from _judged(case, grid, totals[0])


def _is_list(grid: Grid) -> bool:
    rows = range(len(grid.words))
    return (
        len(grid.words) >= _FEWEST
        and all(len(grid.words[row]) == _WIDTH and grid.figure(row, 1) is not None for row in rows)
        and not any(TOTAL.match(words[0]) for words in grid.words)
    )


def _is_total(case: Case, fact: Fact) -> bool:
    return (
        fact.value.amount is not None
        and _TOTAL.search(case.plain, max(0, fact.span.start - _BACK), fact.span.start) is not None
    )


def _judged(case: Case, grid: Grid, total: Fact) -> Iterator[Record]:
    sum_ = sum((grid.figure(row, 1) or Decimal(0) for row in range(len(grid.words))), Decimal(0))
    amount = Decimal(total.value.amount)
    scale = next((scale for scale in _SCALES if abs(sum_ * scale - amount) <= _FAR * amount), None)
    if scale is None:
        return
    evidence = [
        Span(max(0, total.span.start - len("Tổng kinh phí ")), total.span.end),
        Span(grid.spans[0][0].start, grid.spans[-1][-1].end),
    ]
    if sum_ * scale == amount:
        yield passed(f"Cộng các dòng được {shown(amount)}, bằng tổng đã nêu.", evidence)
    else:
        note = f"Cộng các dòng được {shown(sum_ * scale)}, nơi khác ghi {quoted(case.words(total.span))}."
        yield fault("sum_mismatch", note, evidence)
