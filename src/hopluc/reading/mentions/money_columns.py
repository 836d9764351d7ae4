"""Sums in a column whose heading says their unit: `Kinh phí (triệu đồng)` over `3.400`."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from hopluc.errors import NotAnAmount
from hopluc.money import DONG, parse_number
from hopluc.reading.cues import cues, stands
from hopluc.reading.document import Document, Span
from hopluc.reading.layout import layout
from hopluc.reading.mentions.money_cells import CellSum
from hopluc.reading.patterns import Pattern
from hopluc.reading.tables import Table

_UNIT_ENDS = cues("đồng)", "Đồng)")
_UNIT = Pattern(r"\((?:ĐVT|[Đđ]ơn vị(?: tính)?)?:?\s?(?P<scale>[Tt]riệu|[Tt]ỷ|[Tt]ỉ|[Nn]ghìn|[Nn]gàn)? ?[Đđ]ồng\)")
_SCALES = {"triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9, "nghìn": 10**3, "ngàn": 10**3}
_NUMBER = Pattern(r"\d{1,3}(?:[.,]\d{3})*(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?")
_CELLS = Pattern(r"[\t\n|]+")


def column_sums(document: Document) -> Iterator[CellSum]:
    """Every bare number in a column of sums, in the order of tables and rows; fractions of a đồng are none."""
    plain = document.plain
    if not stands(document, _UNIT_ENDS, 0, len(plain)):
        return
    for table in layout(document).tables:
        if not table.rows:
            continue
        scales = _scales(document, table)
        for before, row in zip((None, *table.rows), table.rows, strict=False):
            for column, scale in scales.items():
                cell = row[column] or _shifted(before, row, column)
                if cell is not None and (said := _sum(plain, cell, scale)) is not None:
                    yield said


def _scales(document: Document, table: Table) -> dict[int, int]:
    """The scale of each column that its heading gives a unit of money."""
    first = min(cell.start for cell in table.rows[0] if cell is not None)
    headings = [words for words in _CELLS.split(document.plain[table.span.start : first]) if words.strip(" -:")]
    if len(headings) == len(table.columns):
        units = {column: _UNIT.search(heading) for column, heading in enumerate(headings)}
        return {column: _SCALES.get((unit["scale"] or "").lower(), 1) for column, unit in units.items() if unit}
    unit = _UNIT.search(document.plain, table.span.start, first)
    if unit is None or table.columns.count("budget") != 1:
        return {}
    return {table.columns.index("budget"): _SCALES.get((unit["scale"] or "").lower(), 1)}


def _shifted(before: Sequence[Span | None] | None, row: Sequence[Span | None], column: int) -> Span | None:
    """The last cell of a row that a line break in the row before cut in two, where the column is the last one."""
    if before is None or column != len(row) - 1:
        return None
    cells, above = ([cell for cell in cut if cell is not None] for cut in (row, before))
    return cells[-1] if len(cells) > 1 and len(cells) + len(above) == len(row) + 1 else None


def _sum(plain: str, cell: Span, scale: int) -> CellSum | None:
    written = _NUMBER.fullmatch(plain, cell.start, cell.end)
    if written is None:
        return None
    try:
        amount = parse_number(written[0]) * Decimal(scale)
    except NotAnAmount:
        return None
    return CellSum(cell, int(amount), DONG) if amount == int(amount) else None
