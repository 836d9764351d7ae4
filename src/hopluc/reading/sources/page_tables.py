"""Tables of a pdf put together from the lines in their cells, over the end of a page where they go on."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from hopluc.reading.sources.page_lines import PageLine
from hopluc.reading.sources.ruled import Grid


@dataclass(slots=True)
class PageTable:
    """A table: rows of cells, each the lines it holds. A column that a cell above or to the left covers is absent or empty."""

    grid: Grid
    rows: list[dict[int, list[PageLine]]] = field(default_factory=list)

    def words(self, row: int) -> list[str]:
        """The words of a row, cell by cell."""
        return [" ".join(line.text for line in lines) for lines in self.rows[row].values()]


def table_of(grid: Grid, lines: Sequence[PageLine]) -> PageTable:
    """The table whose cells hold these lines."""
    table = PageTable(grid)
    for row in range(len(grid.rows) - 1):
        columns = range(len(grid.columns) - 1)
        # A cell merged downwards keeps an empty place in its lower rows; one merged to the right has a single place.
        table.rows.append({column: [] for column in columns if grid.first_of(row, column)[1] == column})
    for line in lines:
        if line.cell is not None:
            _, row, column = line.cell
            table.rows[row].setdefault(column, []).append(line)
    table.rows = [row for row in table.rows if any(row.values())]
    return table


def joined(table: PageTable, after: PageTable) -> PageTable | None:
    """One table of two that follow each other on two pages; None where the second is another table.

    A header row that is repeated is left out; a first row without its first cell goes on the last row before it.
    """
    if not table.grid.same_columns(after.grid) or not table.rows or not after.rows:
        return None
    rows = after.rows[1:] if after.words(0) == table.words(0) else after.rows
    if rows and not rows[0].get(0) and rows[0].keys() == table.rows[-1].keys():
        last = {column: table.rows[-1][column] + rows[0][column] for column in rows[0]}
        return PageTable(after.grid, [*table.rows[:-1], last, *rows[1:]])
    return PageTable(after.grid, [*table.rows, *rows])
