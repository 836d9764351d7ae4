"""Grids (bảng số liệu): the cells of a table row by row, as checks of its figures need them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.numbers import SCALES, decimal
from hopluc.reading.document import Span
from hopluc.reading.kept import kept
from hopluc.reading.page.lines import lines
from hopluc.reading.patterns import Pattern

FIGURE = Pattern(
    r"(?P<number>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)\s?(?P<unit>%|(?:(?P<scale>nghìn|ngàn|triệu|tỷ|tỉ)\b ?)?(?:[^\W\d_]{1,10} ?){0,3})$"
)
# The words that head the column of running numbers.
ORDINAL = Pattern(r"(?:s?tt|số tt|số thứ tự)\.?$", re.IGNORECASE)
TOTAL = Pattern(r"(?:tổng(?: cộng| số| kinh phí| hợp)?|cộng|toàn (?:tỉnh|thành phố|ngành)|tổng số \(.*\))\s*:?$", re.IGNORECASE)
_SERIAL = Pattern(r"\d{1,3}[.)]?$")
_FEWEST_ROWS = 2
_FEWEST_CELLS = 2
_MOST_COLUMNS = 10
_LONGEST_HEADER = 60
_LONGEST_ORDINAL = 12


@dataclass(frozen=True)
class Grid:
    """The cells of a table, row by row; `words` are the cells' texts, `spans` where they stand. The first row is its header.

    `stacked` where each cell has a line of its own and no mark.
    """

    words: tuple[tuple[str, ...], ...]
    spans: tuple[tuple[Span, ...], ...]
    stacked: bool = False

    def figure(self, row: int, column: int) -> Decimal | None:
        """The number in a cell, with its unit or without; None where it holds none or more than a number."""
        cells = self.words[row]
        return number_of(cells[column]) if column < len(cells) else None

    def line(self, row: int) -> Span:
        """Where a row stands."""
        return Span(self.spans[row][0].start, self.spans[row][-1].end)

    def label(self, row: int) -> str:
        """The first words of a row that are no figure."""
        return next((cell for cell in self.words[row] if cell and not FIGURE.match(cell)), "")

    @kept
    def totals(self) -> list[int]:
        """The rows that give totals."""
        return [row for row in range(1, len(self.words)) if any(TOTAL.match(cell) for cell in self.words[row][:3])]


def number_of(words: str) -> Decimal | None:
    """The number that the words of a cell are, with its unit or without; None where they are none or more than a number."""
    found = FIGURE.match(words)
    return decimal(found["number"]).scaleb(SCALES.get(found["scale"] or "", 0)) if found else None


def grids(case: Case) -> list[Grid]:
    """Every table with at least three rows: its cells divided by tabs or bars, or a line each."""
    return case.view(_grids)


def _grids(case: Case) -> list[Grid]:
    return sorted([*_of_one_width(case), *_stacked(case), *_labelled(case)], key=lambda grid: grid.spans[0][0])


def _of_one_width(case: Case) -> Iterator[Grid]:
    """Tables with rows of one width: cells a line each after a tab, or divided by tabs or bars on a line."""
    rows: list[list[Span]] = []
    for cells in _rows(case.plain):
        short = 0 < len(cells) < len(rows[0]) if rows else len(cells) < _FEWEST_CELLS
        if rows and (not cells or len(cells) > len(rows[0])):
            yield from _grid(case.plain, rows)
            rows = []
        if rows and short:
            rows.append([*cells, *[Span(cells[-1].end, cells[-1].end)] * (len(rows[0]) - len(cells))])
        elif len(cells) >= _FEWEST_CELLS:
            rows.append(cells)
    yield from _grid(case.plain, rows)


def _rows(plain: str) -> Iterator[list[Span]]:
    """The rows in order; an empty list where the text between them is no row."""
    place, cells = 0, list[Span]()
    if "\t" not in plain and "|" not in plain:
        return
    for words in plain.split("\n"):
        start, place = place, place + len(words) + 1
        mark = None
        if "\t" in words or "|" in words:
            mark = "\t" if words.strip("\t ").count("\t") and words.strip() else "|" if words.count("|") > 1 else None
        if mark is None and words.startswith("\t"):
            cells.append(Span(start + 1, start + len(words)))
            continue
        if cells:
            yield cells
            cells = []
        if mark:
            yield _divided(words, start, mark)
        elif words.strip():
            yield []
    if cells:
        yield cells


def _divided(words: str, start: int, mark: str) -> list[Span]:
    spans = []
    for part in words.split(mark):
        spans.append(Span(start, start + len(part)))
        start += len(part) + 1
    edges = (0, len(spans) - 1) if mark == "|" else ()
    return [
        span
        for at, span in enumerate(spans)
        if at not in edges or words[span.start - spans[0].start :][: span.end - span.start].strip()
    ]


def _grid(plain: str, rows: Sequence[list[Span]]) -> Iterator[Grid]:
    kept = [row for row in rows if any(plain[cell.start : cell.end].strip(" -:|") for cell in row)]
    if len(kept) > _FEWEST_ROWS:
        words = tuple(tuple(plain[cell.start : cell.end].strip() for cell in row) for row in kept)
        yield Grid(words, tuple(tuple(row) for row in kept))


def _stacked(case: Case) -> Iterator[Grid]:
    """Tables with a cell a line and no mark between them, where each row begins with its running number."""
    plain = case.plain
    known = [line for line in lines(case.document) if not line.tab]
    if not any(line.end - line.start <= _LONGEST_ORDINAL and ORDINAL.match(plain, line.start, line.end) for line in known):
        return
    words = [plain[line.start : line.end] for line in known]
    for place, header in enumerate(words):
        if len(header) > _LONGEST_ORDINAL or not ORDINAL.match(header):
            continue
        first = next((at for at in range(place + 2, min(place + _MOST_COLUMNS, len(words))) if _SERIAL.match(words[at])), None)
        if first is None or any(len(word) > _LONGEST_HEADER for word in words[place:first]):
            continue
        width, rows, at = first - place, [list(range(place, first))], first
        while at + width <= len(words) and _SERIAL.match(words[at]):
            rows.append(list(range(at, at + width)))
            at += width
        spans = [[known[cell].span for cell in row] for row in rows]
        spans += [_aligned([line.span for line in known[at : at + width]], spans[-1], plain)] if at < len(words) else []
        yield from (replace(grid, stacked=True) for grid in _grid(plain, [row for row in spans if row]))


def _labelled(case: Case) -> Iterator[Grid]:
    """Tables with a cell a line whose rows begin with a label and hold figures alone: no running number tells where they begin."""
    plain = case.plain
    known = [line.span for line in lines(case.document) if not line.tab]
    figured = [
        line.end - line.start <= _LONGEST_ORDINAL and FIGURE.match(plain, line.start, line.end) is not None for line in known
    ]
    at = 0
    while at < len(known):
        width = _figures_from(figured, at)
        if width < _FEWEST_CELLS:
            at += max(1, width)
            continue
        first, rows = at - 1, list[list[Span]]()
        while first >= 0 and at < len(known) and _figures_from(figured, at) == width and _is_label(plain, known[at - 1]):
            rows.append(known[at - 1 : at + width])
            at += width + 1
        header = known[max(0, first - width - 1) : first]
        if len(rows) > _FEWEST_ROWS and len(header) == width + 1 and all(_is_label(plain, cell) for cell in header):
            yield from (replace(grid, stacked=True) for grid in _grid(plain, [header, *rows]))
        at += not rows


def _figures_from(figured: Sequence[bool], at: int) -> int:
    """How many lines with a figure alone follow each other from a line on, no more than a row has."""
    width = 0
    while at + width < len(figured) and figured[at + width] and width < _MOST_COLUMNS:
        width += 1
    return width


def _is_label(plain: str, cell: Span) -> bool:
    return (
        cell.end - cell.start <= _LONGEST_HEADER
        and not _SERIAL.match(plain, cell.start, cell.end)
        and plain[cell.end - 1] not in ".;:"
    )


def _aligned(spans: Sequence[Span], above: Sequence[Span], plain: str) -> list[Span]:
    """A last row `Tổng` whose empty cells left no line: its figures under the last figures of the row above; empty if it is none."""
    if not spans or not TOTAL.match(plain[spans[0].start : spans[0].end]):
        return []
    figures = []
    for span in spans[1:]:
        if not FIGURE.match(plain[span.start : span.end]):
            break
        figures.append(span)
    columns = [at for at, cell in enumerate(above) if at and FIGURE.match(plain[cell.start : cell.end])]
    if not figures or len(figures) > len(columns):
        return []
    row = [Span(spans[0].end, spans[0].end)] * len(above)
    row[0] = spans[0]
    for column, span in zip(columns[-len(figures) :], figures, strict=True):
        row[column] = span
    return row
