"""The cells of a workbook's sheets: numbers as numbers, days as days, words as they are written."""

import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

from python_calamine import CalamineError, CalamineWorkbook

from hopluc.errors import BrokenFile, TooLarge
from hopluc.sheets.grid import Cell
from hopluc.spoilt import SPOILT
from hopluc.spread import refuse_vast
from hopluc.vietnamese import nfc

MOST_BYTES = 100_000_000
MOST_ROWS, MOST_COLUMNS = 5_000, 60
_SPOILT = (*SPOILT, CalamineError)

Cells = tuple[tuple[Cell, ...], ...]


def cells_of(data: bytes, name: str) -> Cells:
    """The cells of the first sheet that has any, rows from the top, every row as long as the longest.

    Raises BrokenFile, and TooLarge past MOST_ROWS, MOST_COLUMNS.
    """
    book = _opened(data, name)
    sheets = (_rows_of(book, title, name) for title in book.sheet_names)
    return _squared(next((rows for rows in sheets if any(any(row) for row in rows)), []), name)


def sheets_of(data: bytes, name: str) -> list[tuple[str, Cells]]:
    """Each sheet's title and cells, in the order of the workbook. Raises as `cells_of` does."""
    book = _opened(data, name)
    return [(title, _squared(_rows_of(book, title, name), name)) for title in book.sheet_names]


def _opened(data: bytes, name: str) -> CalamineWorkbook:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            if sum(part.file_size for part in package.infolist()) > MOST_BYTES:
                raise TooLarge(name=name, reason=f"{MOST_BYTES // 1_000_000} MB sau khi giải nén")
            refuse_vast(package, name)
        return CalamineWorkbook.from_filelike(BytesIO(data))
    except _SPOILT as mishap:
        raise BrokenFile(name=name, reason="gói tệp không mở được") from mishap


def _rows_of(book: CalamineWorkbook, title: str, name: str) -> Sequence[Sequence[object]]:
    try:
        return book.get_sheet_by_name(title).to_python(skip_empty_area=False)
    except _SPOILT as mishap:
        raise BrokenFile(name=name, reason="gói tệp không mở được") from mishap


def _squared(rows: Sequence[Sequence[object]], name: str) -> Cells:
    width = max((len(row) for row in rows), default=0)
    if len(rows) > MOST_ROWS or width > MOST_COLUMNS:
        raise TooLarge(name=name, reason=f"{MOST_ROWS} dòng, {MOST_COLUMNS} cột")
    return tuple(tuple(_cell(value) for value in (*row, *[""] * (width - len(row)))) for row in rows)


def _cell(value: object) -> Cell:
    if isinstance(value, bool):
        return "x" if value else None
    if isinstance(value, int | float):
        return Decimal(str(value)) if value != int(value) else Decimal(int(value))
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    said = nfc(str(value)).strip()
    return said or None
