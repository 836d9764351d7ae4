"""Columns with telling heads (cột có tên rõ): price times number, done over planned, this year less last year, quarters in a year.

What the heads of the columns say they are is enough to know their arithmetic, however few the rows.
"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, quoted, shown
from hopluc.reading.checks.grids import Grid, grids, number_of
from hopluc.reading.checks.ranges import Range
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_PRICE = Pattern(r"(?:đơn giá|mức (?:chi|hỗ trợ|thưởng)|định mức|giá)\b", re.IGNORECASE)
_COUNT = Pattern(r"(?:số (?:lượng|người|suất|buổi|ngày|lớp|hộ|cái|bộ)|khối lượng|sl)\b", re.IGNORECASE)
_PRODUCT = Pattern(r"(?:thành tiền|tổng tiền|tổng chi|kinh phí)\b", re.IGNORECASE)
_PLAN = Pattern(r"(?:kế hoạch|chỉ tiêu (?:giao|kế hoạch)|dự toán|kh\b|giao|được giao|mục tiêu)", re.IGNORECASE)
_DONE = Pattern(r"(?:thực hiện|kết quả|quyết toán|th\b|đã (?:chi|thực hiện)|giải ngân)", re.IGNORECASE)
_RATE = Pattern(r"(?:tỷ lệ|tỉ lệ|%|đạt|mức độ)", re.IGNORECASE)
_CHANGE = Pattern(r"(?:chênh lệch|so sánh|tăng|giảm|mức tăng|tốc độ)", re.IGNORECASE)
_YEAR = Pattern(r"(?:năm |cả năm )?((?:19|20)\d\d)(?:\s?\(.{1,20}\))?$", re.IGNORECASE)
_BEFORE, _AFTER = (
    Pattern(r"(?:đầu (?:năm|kỳ)|trước|năm trước|kỳ trước)\b", re.IGNORECASE),
    Pattern(r"(?:cuối (?:năm|kỳ)|sau|năm nay|kỳ này)\b", re.IGNORECASE),
)
_QUARTER = Pattern(r"quý (?:[1-4]|I{1,3}|IV)\b", re.IGNORECASE)
_WHOLE = Pattern(r"(?:cả năm|tổng (?:\d|cả|các|hai|ba|bốn|năm|cộng)|tổng số|tổng|cộng|cả giai đoạn)\b", re.IGNORECASE)
_PERCENT = Pattern(r"%|phần trăm")
_QUARTERS = 4
_HUNDRED = Decimal(100)
# A result so many times off belongs to other units.
_FAR = 5

Way = Callable[[list[Decimal]], Decimal]

CASES = (
    (
        "sum_mismatch",
        "Thiết bị\tSố lượng\tĐơn giá (triệu đồng)\tThành tiền (triệu đồng)\nMáy đo pH\t4\t12\t48\nTủ sấy\t3\t25\t{85|75}\n",
    ),
    ("sum_mismatch", "Chỉ tiêu\tKế hoạch\tThực hiện\tTỷ lệ đạt (%)\nSố lớp\t20\t18\t90\nSố mô hình\t10\t8\t{90|80}\n"),
    ("sum_mismatch", "Chỉ tiêu\tNăm 2020\tNăm 2021\tTăng (%)\nSố đơn\t80\t100\t{35|25}\nSố bằng\t40\t50\t25\n"),
    ("sum_mismatch", "Nội dung\tĐầu năm\tCuối năm\tChênh lệch\nDoanh nghiệp\t14\t19\t{6|5}\nTổ chức\t30\t33\t3\n"),
    (
        "sum_mismatch",
        "Chỉ tiêu\tQuý I\tQuý II\tQuý III\tQuý IV\tCả năm\nSố lớp\t3\t4\t5\t4\t{17|16}\nHọc viên\t90\t120\t150\t120\t480\n",
    ),
)


def check_headed_columns(case: Case) -> Iterator[Record]:
    """Rows whose figure is not what the heads of its column and of the others make it."""
    for grid in grids(case):
        heads = grid.words[0]
        for result, columns, way, sign in _relations(heads):
            yield from _judged(grid, result, columns, (way, sign))


def _relations(heads: tuple[str, ...]) -> Iterator[tuple[int, list[int], Way, str]]:
    """A result column, the columns it is worked out from, how, and how that is written."""
    price, count, product = (_only(heads, pattern) for pattern in (_PRICE, _COUNT, _PRODUCT))
    if price is not None and count is not None and product is not None:
        yield product, [count, price], lambda known: known[0] * known[1], "×"
    plan, done, rate = _only(heads, _PLAN), _only(heads, _DONE), _only(heads, _RATE)
    if plan is not None and done is not None and rate is not None and rate > max(plan, done):
        yield rate, [done, plan], lambda known: _HUNDRED * known[0] / known[1], "/"
    yield from _changes(heads)
    quarters = [column for column, head in enumerate(heads) if _QUARTER.match(head)]
    years = [column for column, head in enumerate(heads) if _YEAR.match(head)]
    whole = _only(heads, _WHOLE)
    for columns in (quarters if len(quarters) == _QUARTERS else [], years if len(years) > 1 else []):
        beside = bool(columns) and columns == list(range(columns[0], columns[-1] + 1))
        if whole is not None and beside and whole in (columns[0] - 1, columns[-1] + 1):
            yield whole, columns, lambda known: sum(known, Decimal(0)), "+"


def _changes(heads: tuple[str, ...]) -> Iterator[tuple[int, list[int], Way, str]]:
    years = [column for column, head in enumerate(heads) if _YEAR.match(head)]
    told = [_only(heads, pattern) for pattern in (_BEFORE, _AFTER)]
    ends = years if len(years) == 2 else [column for column in told if column is not None]
    change = _only(heads, _CHANGE)
    if len(ends) != 2 or change is None or change < max(ends):
        return
    if len(years) == 2 and heads[years[0]] > heads[years[1]]:
        ends = ends[::-1]
    if _PERCENT.search(heads[change]):
        yield change, ends, lambda known: _HUNDRED * (known[1] - known[0]) / known[0], "%"
    else:
        yield change, ends, lambda known: known[1] - known[0], "-"


def _only(heads: tuple[str, ...], pattern: Pattern) -> int | None:
    found = [column for column, head in enumerate(heads) if pattern.match(head)]
    return found[0] if len(found) == 1 else None


def _judged(grid: Grid, result: int, columns: list[int], how: tuple[Way, str]) -> Iterator[Record]:
    verdicts = []
    way, sign = how
    for row in range(1, len(grid.words)):
        said = _signed(grid, row, result)
        known = [figure for column in columns if (figure := grid.figure(row, column)) is not None]
        if said is None or len(known) < len(columns) or not all(known):
            continue
        verdicts.append((row, said, way(known)))
    wrong = [(row, said, expected) for row, said, expected in verdicts if not _fits(said, expected, sign)]
    if not verdicts or 2 * len(wrong) > len(verdicts):
        return
    for row, said, expected in wrong:
        if expected and 1 <= max(abs(said / expected), abs(expected / said) if said else _FAR) < _FAR:
            names = f" {sign} ".join(quoted(grid.words[0][column]) for column in columns)
            note = f"Dòng {quoted(grid.label(row))}, cột {quoted(grid.words[0][result])} ghi {shown(said)}; theo {names} là {shown(round(expected, 2))}."
            yield fault("sum_mismatch", note, [grid.line(row)])


def _signed(grid: Grid, row: int, column: int) -> Decimal | None:
    """The number in a cell, with a sign before it or without."""
    figure = grid.figure(row, column)
    cells = grid.words[row]
    if figure is None and column < len(cells) and cells[column][:1] in "+-":
        figure = number_of(cells[column][1:].strip())
        return -figure if figure is not None and cells[column][0] == "-" else figure
    return figure


def _fits(said: Decimal, expected: Decimal, sign: str) -> bool:
    if sign in "×+":
        return said == expected or abs(said - expected) < Decimal("0.51").scaleb(min(0, int(said.as_tuple().exponent)))
    if sign == "-":
        return said in (expected, abs(expected))
    half = Decimal("0.5").scaleb(min(0, int(said.as_tuple().exponent)))
    told = Range(said, said - half, said + half).or_cut_off()
    return (
        told.low <= expected <= told.high
        or told.low <= abs(expected) <= told.high
        or told.low <= expected + _HUNDRED <= told.high
    )
