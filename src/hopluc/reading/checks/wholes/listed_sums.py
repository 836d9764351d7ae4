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
_MONEY = Pattern(r"kinh phí|dự toán|số tiền|thành tiền|\bvốn\b")
# What says of a sum that it is that of all rows of a table.
_OF_ALL = Pattern(
    r"\btổng (?:kinh phí|dự toán|vốn|số tiền|cộng|số kinh phí)\b|\b(?:\d+|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|các) (?:nhiệm vụ|nội dung|hạng mục|dự án|hoạt động|đề tài)(?: nói| nêu| kể)? (?:trên|này|trong bảng)\b"
)
_REACH = 1_500
_SCALES = (Decimal(1), Decimal(10) ** 3, Decimal(10) ** 6, Decimal(10) ** 9)
_FEWEST, _WIDTH = 3, 2
_ABOVE, _BACK = 220, 60
_FAR = Decimal("0.25")

CASES = (
    (
        "sum_mismatch",
        "Năm\tDự toán (triệu đồng)\tThực hiện (triệu đồng)\n2021\t28.500\t26.505\n2022\t30.000\t28.200\n2023\t32.400\t29.808\n\nTrong ba năm, tổng kinh phí thực hiện là {85|84}.513 triệu đồng.",
    ),
    (
        "sum_mismatch",
        "4.1. Tổng kinh phí 1.500.000 EUR, hai bên cùng đóng góp.\n\nPHỤ LỤC\nDự toán theo nội dung (EUR), ứng với tổng kinh phí tại khoản 4.1:\nNghiên cứu\t210.000\nLắp đặt\t960.000\nĐào tạo\t{130.000|180.000}\nPhần mềm\t100.000\nDự phòng\t50.000",
    ),
    (
        "sum_mismatch",
        "TT\tNội dung\tKinh phí (triệu đồng)\n1\tMua ảnh vệ tinh\t620\n2\tXây dựng phần mềm\t940\n3\tTập huấn\t185\nTổ chức thực hiện\n1. Chi cục là đầu mối.\n2. Sở Tài chính bố trí {1,945|1,745} tỷ đồng cho ba nhiệm vụ trên.",
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


def check_column_sums(case: Case) -> Iterator[Record]:
    """The money of a table without a row of totals, against the sum that a sentence near it gives for its tasks."""
    known = [(grid, column) for grid in grids(case) for column in _money_columns(grid)]
    if not known:
        return
    facts = [fact for fact in case.found.of("money") if fact.value.amount is not None]
    for grid, column in known:
        figures = [grid.figure(row, column) for row in range(1, len(grid.words))]
        start, end = grid.spans[0][0].start, grid.spans[-1][-1].end
        told = [
            fact
            for fact in facts
            if not start <= fact.span.start < end
            and max(start - fact.span.end, fact.span.start - end) <= _REACH
            and _OF_ALL.search(case.small, *case.sentence(fact.span))
        ]
        if None not in figures and len({fact.value.amount for fact in told}) == 1:
            meant = _meant(case, grid, told[0], column)
            sum_ = sum((grid.figure(row, meant) or Decimal(0) for row in range(1, len(grid.words))), Decimal(0))
            yield from _compared(case, grid, told[0], sum_)


def _money_columns(grid: Grid) -> list[int]:
    """The one column of money of a table of three rows or more, none where a row gives totals."""
    columns = [column for column, header in enumerate(grid.words[0]) if _MONEY.search(header.casefold())]
    return columns if len(columns) == 1 and not grid.totals and len(grid.words) > _FEWEST else []


def _meant(case: Case, grid: Grid, total: Fact, column: int) -> int:
    """The column that a total is told of: the one whose header stands right before it, or that of money."""
    before = case.small[max(0, total.span.start - _ABOVE) : total.span.start]
    for at, header in enumerate(grid.words[0]):
        name = header.casefold().partition("(")[0].strip()
        whole = all(grid.figure(row, at) is not None for row in range(1, len(grid.words)))
        if at != column and whole and name and before.rstrip(" :").removesuffix(" là").endswith(f" {name}"):
            return at
    return column


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
    yield from _compared(
        case, grid, total, sum((grid.figure(row, 1) or Decimal(0) for row in range(len(grid.words))), Decimal(0))
    )


def _compared(case: Case, grid: Grid, total: Fact, sum_: Decimal) -> Iterator[Record]:
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
