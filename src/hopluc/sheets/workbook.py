"""Write a grid as an Excel file: keys and derived columns protected, lists to choose from, days and numbers as such.

What is typed anywhere goes in as words, never as a formula or a link: a cell that begins with `=` stays what it says.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from hopluc.sheets.grid import KEY_LABEL, REASON_LABEL, Cell, Grid, Kind, Line, as_text
from hopluc.sheets.rows import Row

_ROOM = 200
"""How many empty rows below the last are open for new lines and have lists to choose from."""
_DIGITS = 15
"""As many as Excel keeps of a number; a longer one goes out as words."""
_EDGE = {"border": 1, "border_color": "#B8C4D0", "valign": "top", "text_wrap": True}


def write_workbook(grid: Grid, lines: Sequence[Line], *, heading: tuple[str, str] = ("", "")) -> bytes:
    """The grid with its lines, under a title and a note."""
    rows = [(grid.marked(line), line.cells) for line in lines]
    return _written(grid, rows, heading, reasons=())


def write_refused(grid: Grid, refused: Sequence[tuple[Row, str]], *, heading: tuple[str, str] = ("", "")) -> bytes:
    """The rows that did not go in as they were handed in, each with its reason beside it, to be mended and handed in again."""
    rows = [(row.key, tuple(words or "" for words in row.words)) for row, _reason in refused]
    return _written(grid, rows, heading, reasons=[reason for _row, reason in refused])


def _written(
    grid: Grid, rows: Sequence[tuple[str, tuple[Cell, ...]]], heading: tuple[str, str], reasons: Sequence[str]
) -> bytes:
    file = BytesIO()
    plain = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(file, plain) as book:
        sheet = book.add_worksheet(_sheet_name(grid.title))
        looks = _looks(book, grid)
        top = _head(book, sheet, grid, heading, reasons=bool(reasons))
        for place, (key, cells) in enumerate(rows, start=top):
            sheet.write_string(place, 0, key, looks["key"])
            for column, (look, cell) in enumerate(zip(grid.columns, cells, strict=True), start=1):
                _write(sheet, place, column, cell, looks[look.name])
            if reasons:
                sheet.write_string(place, len(grid.columns) + 1, reasons[place - top], looks["key"])
        _choices(book, sheet, grid, top, top + len(rows) + _ROOM)
        _protect(sheet, grid, top, len(rows))
    return file.getvalue()


def _sheet_name(title: str) -> str:
    return "".join(" " if letter in "[]:*?/\\" else letter for letter in title)[:31].strip("' ") or "Bảng"


def _looks(book: Any, grid: Grid) -> dict[str, Any]:
    """A format for each column, and one for what nobody edits."""
    looks = {
        "key": book.add_format({**_EDGE, "font_color": "#5A6B7B", "bg_color": "#EEF2F6", "font_size": 8, "text_wrap": False})
    }
    shown = {
        Kind.DAY: {"num_format": "dd/mm/yyyy"},
        Kind.NUMBER: {"num_format": "#,##0.######"},
        Kind.TEXT: {"num_format": "@"},
    }
    for column in grid.columns:
        closed = {"bg_color": "#EEF2F6", "font_color": "#5A6B7B"} if column.locked else {"locked": False}
        looks[column.name] = book.add_format({**_EDGE, **shown[column.kind], **closed})
    return looks


def _head(book: Any, sheet: Any, grid: Grid, heading: tuple[str, str], *, reasons: bool) -> int:
    """Title, note and labels; returns the row of the first line."""
    title, note = heading
    sheet.write_string(0, 0, title or grid.title, book.add_format({"bold": True, "font_size": 14}))
    sheet.write_string(1, 0, note, book.add_format({"italic": True, "font_color": "#5A6B7B"}))
    bold = book.add_format({**_EDGE, "bold": True, "bg_color": "#DCE6F0", "valign": "vcenter"})
    labels = [KEY_LABEL, *(column.label for column in grid.columns), *([REASON_LABEL] if reasons else [])]
    for place, label in enumerate(labels):
        sheet.write_string(2, place, label, bold)
    open_cells = book.add_format({"locked": False, "valign": "top", "text_wrap": True})
    sheet.set_column(0, 0, 9)
    for place, column in enumerate(grid.columns, start=1):
        sheet.set_column(place, place, column.width, None if column.locked else open_cells)
    if reasons:
        sheet.set_column(len(labels) - 1, len(labels) - 1, 60)
    sheet.freeze_panes(3, 2)
    sheet.repeat_rows(2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    return 3


def _write(sheet: Any, row: int, column: int, cell: Cell, look: Any) -> None:
    if isinstance(cell, date):
        sheet.write_datetime(row, column, cell, look)
    elif isinstance(cell, Decimal) and len(cell.normalize().as_tuple().digits) <= _DIGITS:
        sheet.write_number(row, column, float(cell), look)
    elif as_text(cell):
        sheet.write_string(row, column, as_text(cell), look)
    else:
        sheet.write_blank(row, column, None, look)


def _choices(book: Any, sheet: Any, grid: Grid, first: int, last: int) -> None:
    """Lists to choose from, kept on a sheet of their own: a list inside a cell's rule may be 255 letters long at most."""
    offered = [(place, column) for place, column in enumerate(grid.columns, start=1) if column.choices and not column.locked]
    if not offered:
        return
    lists = book.add_worksheet("Danh mục")
    lists.hide()
    for number, (place, column) in enumerate(offered):
        for line, choice in enumerate(column.choices):
            lists.write_string(line, number, choice)
        name = xl_col_to_name(number, col_abs=True)
        source = f"='Danh mục'!{name}$1:{name}${len(column.choices)}"
        told = {"error_title": column.label[:32], "error_message": "Đề nghị chọn trong danh sách của ô."}
        sheet.data_validation(first, place, last, place, {"validate": "list", "source": source, **told})


def _protect(sheet: Any, grid: Grid, top: int, rows: int) -> None:
    """Keys, headings and derived columns cannot be typed over; rows may be added, sorted and filtered. There is no password."""
    sheet.autofilter(top - 1, 0, top - 1 + max(rows, 1), len(grid.columns))
    allowed = (
        "format_columns",
        "format_rows",
        "insert_rows",
        "sort",
        "autofilter",
        "select_locked_cells",
        "select_unlocked_cells",
    )
    sheet.protect("", dict.fromkeys(allowed, True))
