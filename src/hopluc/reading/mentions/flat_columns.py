"""Sums under the headings of a table of figures that stands one cell a line: `Năm / Thu (tỷ đồng) / Chi (tỷ đồng) / 2019 / 12,5 / 11`.

Such a table is known by its period: the lines under the headings come in rows of as many lines, and under each heading with a
unit of money there is a number, row after row.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from hopluc.reading.cues import cues, places
from hopluc.reading.document import Document, Span
from hopluc.reading.mentions.money_cells import ABOVE, BARE, HEADING, HOLDS_MONEY, YEAR, CellSum, said_in, unit_of
from hopluc.reading.page.lines import Line, lines
from hopluc.reading.patterns import Pattern

_ENDS = cues("đồng)\n", "đồng\n", "đ)\n", "VNĐ)\n", "VND)\n", "USD)\n")
_NOTHING = Pattern(r"[-–—…x]+|\.{2,}|0")
_NUMBERS = Pattern(r"(?:S?TT|Stt|Số TT|Số thứ tự)\.?")
_ROW = Pattern(r"(?:\d{1,3}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|[A-H])[.)]?")
_LONGEST_HEADING, _MOST_COLUMNS, _FEWEST_ROWS, _TRIED = 60, 12, 2, 20
_MOST_FAILED = 200  # headings under which no table is found: such a text is no table, and trying is dear
_Holds = Callable[[str, Line], bool]


class _Shape(NamedTuple):
    """Where the headings begin (a place among the lines), how many there are, and how many rows follow."""

    start: int
    width: int
    rows: int


def flat_sums(document: Document) -> Iterator[CellSum]:
    """Every bare number under a heading with a unit of money, in tables one cell a line, row by row.

    Where the unit stands in the line above the table (`ĐVT: triệu đồng`), the headings that speak of money and the years have it.
    """
    starts = set(places(document, _ENDS))
    if not starts:
        return
    plain, known = document.plain, lines(document)
    seen, failed = -1, 0
    for place, line in enumerate(known):
        if failed == _MOST_FAILED:
            return
        if place <= seen or starts.isdisjoint(range(max(line.start, line.end - 5), line.end)):
            continue
        above = ABOVE.search(plain, line.start, line.end)
        back = range(place, max(-1, place - _MOST_COLUMNS), -1)
        shape = _shape(plain, known, back, place, _with_unit) or (
            above and _shape(plain, known, (place + 1,), place + 1, _of_money)
        )
        if not shape:
            failed += 1
            continue
        seen = shape.start + shape.width * (shape.rows + 1) - 1
        for column, heading in enumerate(known[shape.start : shape.start + shape.width]):
            said = HEADING.search(plain, heading.start, heading.end) or (above if _of_money(plain, heading) else None)
            if said is not None:
                cells = [known[shape.start + shape.width * (row + 1) + column] for row in range(shape.rows)]
                yield from said_in(plain, [_span(cell) for cell in cells if _is_number(plain, cell)], unit_of(said))


def _with_unit(plain: str, heading: Line) -> bool:
    return HEADING.search(plain, heading.start, heading.end) is not None


def _of_money(plain: str, heading: Line) -> bool:
    return HOLDS_MONEY.match(plain, heading.start, heading.end) is not None


def _span(line: Line) -> Span:
    return Span(line.start, line.end)


def _is_number(plain: str, line: Line) -> bool:
    return BARE.fullmatch(plain, line.start, line.end) is not None


def _shape(plain: str, known: Sequence[Line], starts: Iterable[int], place: int, holds: _Holds) -> _Shape | None:
    """The shape with most rows that begins at one of `starts` and has the line at `place` among its headings; None where no two rows fit.

    `holds` says which headings are of sums.
    """
    shapes = (
        _Shape(start, width, rows)
        for start in starts
        if _are_headings(plain, known[start : place + 1])
        for width in range(max(2, place - start + 1), _MOST_COLUMNS + 1)
        if _are_headings(plain, known[place : start + width])
        if (rows := _rows(plain, known, start, width, holds, _TRIED)) >= _FEWEST_ROWS
        if not _counts(plain, known, _Shape(start, width, rows), holds)
    )
    best = max(shapes, key=lambda shape: (shape.rows * shape.width, shape.width, -shape.start), default=None)
    return best and best._replace(rows=_rows(plain, known, best.start, best.width, holds, len(known)))


def _counts(plain: str, known: Sequence[Line], shape: _Shape, holds: _Holds) -> bool:
    """Whether a column taken for sums holds the numbers of the rows: empty cells, which leave no line, have moved it."""
    headings = enumerate(known[shape.start : shape.start + shape.width])
    numbers, first = [str(row + 1) for row in range(shape.rows)], shape.start + shape.width
    return any(
        [plain[cell.start : cell.end] for cell in known[first + column : first + shape.width * shape.rows : shape.width]]
        == numbers
        for column, heading in headings
        if holds(plain, heading)
    )


def _are_headings(plain: str, some: Sequence[Line]) -> bool:
    return all(
        line.end - line.start <= _LONGEST_HEADING
        and (not _is_number(plain, line) or YEAR.fullmatch(plain, line.start, line.end) is not None)
        for line in some
    )


def _rows(plain: str, known: Sequence[Line], start: int, width: int, holds: _Holds, most: int) -> int:
    """How many rows of `width` lines follow the headings with a number, or nothing, in each column of sums."""
    columns = [column for column, heading in enumerate(known[start : start + width]) if holds(plain, heading)]
    rows, numbered = 0, start < len(known) and _NUMBERS.fullmatch(plain, known[start].start, known[start].end) is not None
    while columns and rows < most and (first := start + width * (rows + 1)) + width <= len(known):
        cells = known[first : first + width]
        if numbered and not _ROW.fullmatch(plain, cells[0].start, cells[0].end):
            break  # an empty cell, which leaves no line, has moved the row
        if not all(_fits(plain, cells[column]) for column in columns) or any(_with_unit(plain, cell) for cell in cells):
            break
        rows += 1
    return rows


def _fits(plain: str, cell: Line) -> bool:
    if YEAR.fullmatch(plain, cell.start, cell.end):
        return False
    return _is_number(plain, cell) or _NOTHING.fullmatch(plain, cell.start, cell.end) is not None
