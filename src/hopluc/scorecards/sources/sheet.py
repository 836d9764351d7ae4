"""A table as it stands in a CSV or Excel file: rows with the line each stands on. Nothing is guessed about what a cell means."""

import csv
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from io import BytesIO
from pathlib import Path

from lxml import etree
from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from hopluc.errors import (
    BrokenFile,
    EmptyFile,
    EncryptedFile,
    LegacyEncoding,
    MissingFile,
    TooLarge,
    UnknownTable,
    WrongFigure,
)
from hopluc.spoilt import SPOILT
from hopluc.spread import refuse_vast
from hopluc.vietnamese import nfc

Cell = object
"""What a cell holds: text, a number, a truth or a day; empty text where it is empty."""
_MOST_BYTES = 200_000_000
_SPOILT = (*SPOILT, CalamineError, etree.LxmlError)
_SPREADSHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
MISSING = frozenset({"", "na", "n/a", "#n/a"})
"""What a cell says, in small letters, that holds no figure."""


_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+")
"""Where decimals have a comma: over a thousand as one writes in Vietnam, or a decimal as programs do."""
_QUOTED = re.compile(r'"[^"]*"|\\.')
"""Words within a format of Excel: a sign in them is only shown."""
_UNEVEN = "số ô không khớp số cột (số có dấu phẩy thập phân phải đặt trong ngoặc kép, hoặc ngăn các cột bằng dấu chấm phẩy)"


@dataclass(frozen=True)
class Row:
    """One row: the line it stands on, from 1, and its cells."""

    line: int
    cells: tuple[Cell, ...]

    def cell(self, place: int) -> Cell:
        """The cell at a place; empty past the end."""
        return self.cells[place] if place < len(self.cells) else ""


@dataclass(frozen=True)
class Sheet:
    """The rows of a file that are not empty. `comma` says that its decimals are written with a comma; `percents` are the cells, by
    line and place, that Excel shows as percentages: 0.2 as 20 %.
    """

    file: str
    rows: tuple[Row, ...]
    comma: bool = False
    percents: frozenset[tuple[int, int]] = frozenset()

    def refuse(self, line: int, key: object, reason: str) -> WrongFigure:
        """The error of one cell."""
        return WrongFigure(file=self.file, row=line, key=key, reason=reason)

    def number(self, cell: Cell, line: int, key: object) -> float | None:
        """The number a cell holds, None where it is empty. Raises WrongFigure for anything else: no text is taken for a number."""
        if isinstance(cell, str):
            return self._written(cell.strip(), line, key)
        if isinstance(cell, bool) or not isinstance(cell, int | float):
            raise self.refuse(line, key, f'"{cell}" không phải là số')
        return float(cell)

    def _written(self, text: str, line: int, key: object) -> float | None:
        if text.lower() in MISSING:
            return None
        if self.comma and _THOUSANDS.fullmatch(text):
            reason = (
                f'"{text}" có thể hiểu là hai số khác nhau; ghi số không có dấu ngăn hàng nghìn, phần thập phân sau dấu phẩy'
            )
            raise self.refuse(line, key, reason)
        plain = text.replace(",", ".") if self.comma and text.count(",") == 1 and "." not in text else text
        try:
            value = (
                float(plain)
                if plain.isascii() and "_" not in plain and not plain.lower().strip("+-").startswith(("i", "n"))
                else None
            )
        except ValueError:
            value = None
        if value is None:
            mark = "dấu phẩy thập phân, không dấu chấm" if self.comma else "dấu chấm thập phân, không dấu ngăn hàng nghìn"
            raise self.refuse(
                line, key, f'"{text}" không phải là số (số ghi với {mark}; chưa có số liệu thì để trống hoặc ghi NA)'
            )
        return value


def read_sheet(path: Path, name: str | None = None) -> Sheet:
    """The table in a CSV file (UTF-8; divided by commas, semicolons or tabs) or in a sheet of an .xlsx file, by default its first.

    A semicolon divides where decimals have a comma, as Excel saves in Vietnam. Raises UnreadableFile, and WrongFigure for a cell of Excel
    that holds an error or a formula never computed.
    """
    if not path.is_file():
        raise MissingFile(name=path.name or path)
    if path.stat().st_size == 0:
        raise EmptyFile(name=path.name)
    suffix = path.suffix.lower()
    if suffix not in (".csv", ".tsv", ".txt", ".xlsx"):
        raise UnknownTable(name=path.name, found=suffix or "không có đuôi tệp")
    sheet = _workbook(path, name) if suffix == ".xlsx" else _divided(path)
    if not sheet.rows:
        raise EmptyFile(name=path.name)
    return sheet


def _divided(path: Path) -> Sheet:
    try:
        text = nfc(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as mishap:
        raise LegacyEncoding(name=path.name, hint="") from mishap
    head = text.split("\n", 1)[0]
    divider = max(",;\t", key=head.count)
    reader = csv.reader(text.splitlines(keepends=True), delimiter=divider, strict=True)
    try:
        rows = tuple(Row(reader.line_num, tuple(cells)) for cells in reader if any(cell.strip() for cell in cells))
    except csv.Error as mishap:
        raise BrokenFile(name=path.name, reason=f"dòng {reader.line_num} không phải CSV") from mishap
    sheet = Sheet(path.name, rows, comma=divider == ";")
    _refuse_uneven(sheet)
    return sheet


def _refuse_uneven(sheet: Sheet) -> None:
    """Raise WrongFigure for a row that does not have the cells of the first: a comma too many would move every figure after it."""
    head = _filled(sheet.rows[0]) if sheet.rows else ()
    for row in sheet.rows:
        if len(row.cells) < len(head) or len(_filled(row)) > len(head):
            place = min(len(row.cells), len(head))
            key = head[place] if place < len(head) else f"thứ {place + 1}"
            raise sheet.refuse(row.line, key, _UNEVEN)


def _filled(row: Row) -> tuple[Cell, ...]:
    """The cells of a row without the empty ones at its end."""
    filled = [place for place, cell in enumerate(row.cells) if str(cell).strip()]
    return row.cells[: filled[-1] + 1]


def _workbook(path: Path, name: str | None) -> Sheet:
    data = path.read_bytes()
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            if sum(part.file_size for part in package.infolist()) > _MOST_BYTES:
                raise TooLarge(name=path.name, reason="nội dung giải nén quá lớn")
            refuse_vast(package, path.name)
        workbook = CalamineWorkbook.from_filelike(BytesIO(data))
        chosen = workbook.sheet_names[0] if name is None else name
        if chosen not in workbook.sheet_names:
            raise BrokenFile(name=path.name, reason=f'không có trang tính "{chosen}"')
        cells = workbook.get_sheet_by_name(chosen).to_python(skip_empty_area=False)
        percents = _percents(data, path.name, chosen)
    except PasswordError as mishap:
        raise EncryptedFile(name=path.name) from mishap
    except _SPOILT as mishap:
        raise BrokenFile(name=path.name, reason="không phải tệp .xlsx") from mishap
    rows = (Row(line, tuple(map(_normal, row))) for line, row in enumerate(cells, start=1))
    return Sheet(path.name, tuple(row for row in rows if any(str(cell).strip() for cell in row.cells)), percents=percents)


def _normal(cell: Cell) -> Cell:
    return nfc(cell) if isinstance(cell, str) else cell


def _percents(data: bytes, file: str, name: str) -> frozenset[tuple[int, int]]:
    """The cells with a number that is shown as a percentage. Raises WrongFigure for a cell with an error, or a formula without a value:
    both would read as empty.
    """
    found = set()
    with zipfile.ZipFile(BytesIO(data)) as package:
        styles = _percent_styles(package)
        for cell in _stored_cells(package, name):
            value = cell.findtext(f"{_SPREADSHEET}v")
            column, line = _place(cell.get("r", ""))
            if cell.get("t") == "e" and (value or "").lower() not in MISSING:
                raise WrongFigure(file=file, row=line, key=column, reason=f"ô có lỗi Excel {value or ''}")
            if cell.find(f"{_SPREADSHEET}f") is not None and value is None:
                raise WrongFigure(file=file, row=line, key=column, reason="công thức chưa được tính; mở bằng Excel, lưu lại")
            if value is not None and cell.get("t", "n") == "n" and (cell.get("s") or "0") in styles:
                found.add((line, reduce(lambda place, letter: 26 * place + ord(letter) - 64, column, 0) - 1))
    return frozenset(found)


_USUAL_PERCENTS = frozenset({"9", "10"})
"""The formats 0% and 0.00%, which a workbook need not spell out (ECMA-376, part 1, 18.8.30)."""


def _percent_styles(package: zipfile.ZipFile) -> frozenset[str]:
    """The styles of cells that show a number as a percentage."""
    if "xl/styles.xml" not in package.namelist():
        return frozenset()
    safe = etree.XMLParser(resolve_entities=False, no_network=True)
    book = etree.fromstring(package.read("xl/styles.xml"), safe)
    formats = book.iter(f"{_SPREADSHEET}numFmt")
    own = {one.get("numFmtId") for one in formats if "%" in _QUOTED.sub("", one.get("formatCode") or "")}
    styles = book.find(f"{_SPREADSHEET}cellXfs")
    used = [] if styles is None else [one.get("numFmtId") for one in styles]
    return frozenset(str(place) for place, one in enumerate(used) if one in own | _USUAL_PERCENTS)


def _stored_cells(package: zipfile.ZipFile, name: str) -> "Iterator[etree._Element]":
    safe = etree.XMLParser(resolve_entities=False, no_network=True)
    book = etree.fromstring(package.read("xl/workbook.xml"), safe)
    known = {sheet.get("name"): sheet.get(_RELATION) for sheet in book.iter(f"{_SPREADSHEET}sheet")}
    links = etree.fromstring(package.read("xl/_rels/workbook.xml.rels"), safe)
    target = {link.get("Id"): str(link.get("Target")) for link in links}[known[name]]
    part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    with package.open(part) as stored:
        for _, cell in etree.iterparse(stored, tag=f"{_SPREADSHEET}c", resolve_entities=False, no_network=True):
            yield cell
            cell.clear()


def _place(reference: str) -> tuple[str, int]:
    column = reference.rstrip("0123456789")
    return column, int(reference[len(column) :] or 0)
