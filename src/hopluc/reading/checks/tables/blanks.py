"""Blanks (chỗ để trống): the one row of a table without a deadline or a lead, and the one line of a heading block with nothing behind its label."""

import re
from collections.abc import Iterator

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.checks.grids import ORDINAL, Grid, grids
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.page.tables import Table
from hopluc.reading.patterns import Pattern

_TIME = Pattern(r"(?:thời hạn|thời gian|thời điểm|hạn hoàn thành|hoàn thành|tiến độ|ngày hoàn thành)\b", re.IGNORECASE)
_LEAD = Pattern(r"(?:(?:cơ quan|đơn vị|người|bộ phận)\s)?(?:chủ trì|chịu trách nhiệm|phụ trách|thực hiện)\b", re.IGNORECASE)
_LABELS = (
    r"Thời gian|Địa điểm|Thành phần|Chủ trì|Thư ký|Cơ quan chủ trì|Đơn vị chủ trì|Người chủ trì|Kinh phí|Tổng kinh phí|Thời gian thực hiện|Đại diện|"
    r"Thời gian hoàn thành|Thời hạn hoàn thành|Tiến độ|Cơ quan phối hợp|Chức vụ|Địa chỉ|Điện thoại|Mã số thuế|Thời hạn|Sản phẩm|Mục tiêu|Nội dung"
)
_NOTHING = Pattern(r":[ \t]*(?:\.{3,60}|…{1,20})?[ \t]*\n[ \t]*")
_LABEL = Pattern(rf"(?:^|(?<=\n))[ \t]*(?:[-+•*]\s)?(?P<label>{_LABELS})[ \t]*$")
_NEXT = Pattern(rf"(?:[-+•*]\s)?(?:{_LABELS})[ \t]*:")
_LONGEST_LABEL = 40
# What stands in the first cell of a row that heads a group.
_GROUP = Pattern(r"(?:[IVX]{1,5}|[A-H])\.?$")
_FEWEST_ROWS = 4
_MOST_BLANKS = 2


def check_blanks(case: Case) -> Iterator[Record]:
    """Fields that one row or one line leaves empty where all others are filled; a form to fill in is none."""
    for grid in grids(case):
        for column, header in enumerate(grid.words[0]):
            if _TIME.match(header) or _LEAD.match(header):
                yield from _blank_cell(case, grid, column, alone=_TIME.match(header) is None)
    yield from _flat_rows(case)
    found = list(_empty_labels(case.plain, case.forms))
    for span in found if len(found) <= _MOST_BLANKS else ():
        yield fault("missing_field", f"Mục {quoted(case.words(span))} để trống.", [span])


def _flat_rows(case: Case) -> Iterator[Record]:
    """The one row without its time in a table written a cell a line, where every row has its number and its task."""
    for table in case.layout.tables:
        if "\t" in case.plain[table.span.start : table.span.end] or "|" in case.plain[table.span.start : table.span.end]:
            continue
        rows = [row for row in table.rows if _is_row(case, table, row)]
        blank = [row for row in rows if "time" in table.columns and table.cell(row, "time") is None]
        groups = sum(_heads_group(case, table.cell(row, "number")) for row in table.rows)
        if len(blank) == 1 and len(rows) + groups == len(table.rows) and len(rows) >= _FEWEST_ROWS:
            cells = [cell for cell in blank[0] if cell]
            span = Span(cells[0].start, cells[-1].end)
            yield fault("missing_field", f"Dòng {quoted(case.words(span))} không ghi thời gian.", [span])


def _is_row(case: Case, table: Table, row: tuple[Span | None, ...]) -> bool:
    """Whether a row has its number and its task, and heads no group."""
    number = table.cell(row, "number")
    return number is not None and table.cell(row, "task") is not None and not _heads_group(case, number)


def _heads_group(case: Case, number: Span | None) -> bool:
    return number is not None and _GROUP.fullmatch(case.plain, number.start, number.end) is not None


def _empty_labels(plain: str, end: int) -> Iterator[Span]:
    """Labels with nothing behind them before a line that begins with another label."""
    for nothing in _NOTHING.finditer(plain, 0, end):
        if _NEXT.match(plain, nothing.end()):
            start = max(0, nothing.start() - _LONGEST_LABEL)
            label = _LABEL.search(plain[start : nothing.start()])
            if label:
                yield Span(start + label.start("label"), start + label.end("label"))


def _blank_cell(case: Case, grid: Grid, column: int, *, alone: bool) -> Iterator[Record]:
    """The one row without this cell; with `alone`, only in tables whose every row has its running number, where no cells are merged."""
    serial = next((at for at, words in enumerate(grid.words[0]) if ORDINAL.match(words)), None)
    rows = [
        row
        for row in range(1, len(grid.words))
        if row not in grid.totals
        and not _GROUP.match(grid.words[row][0])
        and sum(map(bool, grid.words[row])) > 1 + (serial is not None)
    ]
    blank = [row for row in rows if not grid.words[row][column]]
    if len(rows) < _FEWEST_ROWS or len(blank) != 1:
        return
    numbered = serial is not None and all(grid.words[row][serial] for row in rows)
    if not alone or numbered:
        note = f"Cột {quoted(grid.words[0][column])} để trống ở dòng {quoted(case.words(grid.line(blank[0])))}."
        yield fault("missing_field", note, [grid.line(blank[0])])
