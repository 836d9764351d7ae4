"""Read the rows of a grid back from the Document a workbook was read into (its cells carry row and column)."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from hopluc.errors import ForeignSheet
from hopluc.reading import Document
from hopluc.sheets.grid import KEY_LABEL, Grid, column_by_label
from hopluc.vietnamese import fold


@dataclass(frozen=True)
class Row:
    """A row of an edited file: its number among those with words, what its key column says, its words by column.

    A column the file no longer has is None: nobody said anything of it.
    """

    number: int
    key: str
    words: tuple[str | None, ...]

    @property
    def said(self) -> str:
        """What the row says, on one line."""
        return " · ".join(words for words in self.words if words)


def read_rows(grid: Grid, document: Document) -> list[Row]:
    """The rows below the first heading of the grid that have words in them. Raises ForeignSheet where no heading is found."""
    tables = _cells_by_row(document)
    for rows in tables.values():
        for start, heading in rows.items():
            places = {place: column_by_label(grid.columns, words) for place, words in heading.items()}
            keys = [place for place, words in heading.items() if fold(" ".join(words.split())) == fold(KEY_LABEL)]
            if keys and any(column is not None for column in places.values()):
                of_column = {column: place for place, column in places.items() if column is not None}
                below = {number: row for number, row in rows.items() if number > start}
                return [
                    row for number, cells in below.items() if (row := _row(grid, number - start, cells, keys[0], of_column))
                ]
    raise ForeignSheet(name=document.name, title=grid.title)


def _cells_by_row(document: Document) -> dict[int, dict[int, dict[int, str]]]:
    """The words of each table's cells, by row and column."""
    tables: dict[int, dict[int, dict[int, str]]] = defaultdict(lambda: defaultdict(dict))
    for locator in document.locators:
        if locator.cell is not None:
            table, row, column = locator.cell
            tables[table][row][column] = document.text[locator.span.start : locator.span.end]
    return tables


def _row(grid: Grid, number: int, cells: Mapping[int, str], key: int, of_column: Mapping[int, int]) -> Row | None:
    words = tuple(cells.get(of_column[place], "").strip() if place in of_column else None for place in range(len(grid.columns)))
    said = cells.get(key, "").strip()
    return Row(number, said, words) if said or any(words) else None
