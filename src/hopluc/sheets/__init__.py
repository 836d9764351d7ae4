"""Grids that go out as Excel files and come back edited (bảng tính): write one, read one, and say what was changed in it.

    data = write_workbook(grid, lines, heading=("Nhiệm vụ", "Số liệu đến 17 giờ 00 ngày 24/11/2026"))
    rows = read_rows(grid, document)                  # the Document a workbook was read into
    changes = compare(grid, lines_as_they_are_now, rows)

Each line carries, in the column `Mã dòng`, its key and a mark of every cell as it stood when the file was written. So the three
states of a cell (then, now, as edited) are told apart without keeping anything: what nobody touched changes nothing, and what was
changed on both sides is a conflict for a person to settle.
"""

from hopluc.sheets.cells import Cells, cells_of
from hopluc.sheets.changes import Added, Changed, Changes, Conflict, Refused, Touched, compare
from hopluc.sheets.grid import Cell, Column, Grid, Kind, Line, as_text
from hopluc.sheets.rows import Row, read_rows
from hopluc.sheets.workbook import write_refused, write_workbook

__all__ = [
    "Added",
    "Cell",
    "Cells",
    "Changed",
    "Changes",
    "Column",
    "Conflict",
    "Grid",
    "Kind",
    "Line",
    "Refused",
    "Row",
    "Touched",
    "as_text",
    "cells_of",
    "compare",
    "read_rows",
    "write_refused",
    "write_workbook",
]
