"""Sums in a column whose heading says their unit: `Kinh phí (triệu đồng)` over `3.400`."""

from collections.abc import Iterator, Sequence

from hopluc.reading.document import Document, Span
from hopluc.reading.mentions.money_cells import BARE, BRACKETED, CellSum, Unit, said_in, unit_of
from hopluc.reading.page.layout import layout
from hopluc.reading.page.tables import Table
from hopluc.reading.patterns import Pattern

_CELLS = Pattern(r"[\t\n|]+")


def column_sums(document: Document) -> Iterator[CellSum]:
    """Every bare number in a column of sums, in the order of tables and rows; fractions of a whole unit are none."""
    plain = document.plain
    if not BRACKETED.search(plain):  # most texts have no such heading, and laying tables out is dear
        return
    for table in layout(document).tables:
        if not table.rows:
            continue
        units = _units(document, table)
        for before, row in zip((None, *table.rows), table.rows, strict=False):
            for column, unit in units.items():
                cell = row[column] or _shifted(before, row, column)
                if cell is not None and BARE.fullmatch(plain, cell.start, cell.end):
                    yield from said_in(plain, [cell], unit)


def _units(document: Document, table: Table) -> dict[int, Unit]:
    """The unit of each column that its heading gives a unit of money."""
    first = min(cell.start for cell in table.rows[0] if cell is not None)
    headings = [words for words in _CELLS.split(document.plain[table.span.start : first]) if words.strip(" -:")]
    if len(headings) == len(table.columns):
        said = {column: BRACKETED.search(heading) for column, heading in enumerate(headings)}
        return {column: unit_of(unit) for column, unit in said.items() if unit}
    only = BRACKETED.search(document.plain, table.span.start, first)
    if only is None or table.columns.count("budget") != 1:
        return {}
    return {table.columns.index("budget"): unit_of(only)}


def _shifted(before: Sequence[Span | None] | None, row: Sequence[Span | None], column: int) -> Span | None:
    """The last cell of a row that a line break in the row before cut in two, where the column is the last one."""
    if before is None or column != len(row) - 1:
        return None
    cells, above = ([cell for cell in cut if cell is not None] for cut in (row, before))
    return cells[-1] if len(cells) > 1 and len(cells) + len(above) == len(row) + 1 else None
