"""Columns of figures (bảng số liệu): total rows and total columns against what they add up."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, passed, quoted, shown
from hopluc.reading.checks.numbers import decimal
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_ROW_END = Pattern(r"\n[ \t]*(?=\n)")
_FIGURE = Pattern(r"(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)$")
_TOTAL = Pattern(
    r"(?:tổng(?: cộng| số| kinh phí| hợp)?|cộng|toàn (?:tỉnh|thành phố|ngành)|tổng số \(.*\))\s*:?$", re.IGNORECASE
)
_ORDINAL = Pattern(r"(?:s?tt|số tt|số thứ tự)\.?$", re.IGNORECASE)
_SHARE = Pattern(r"%|tỷ lệ|tỉ lệ|tỷ trọng|bình quân|tăng|giảm|năm$", re.IGNORECASE)
_GROUP = Pattern(r"(?:[IVX]{1,5}|[A-H])\.?$")
_FEWEST_ROWS = 2


@dataclass(frozen=True)
class Grid:
    """The cells of a table, row by row; `words` are the cells' texts, `spans` where they stand. The first row is its header."""

    words: tuple[tuple[str, ...], ...]
    spans: tuple[tuple[Span, ...], ...]

    def figure(self, row: int, column: int) -> Decimal | None:
        """The number in a cell; None where it holds none or more than a number."""
        cells = self.words[row]
        if column >= len(cells) or not _FIGURE.match(cells[column]):
            return None
        return decimal(cells[column])


def check_columns(case: Case) -> Iterator[Record]:
    """Total rows and total columns of every table of figures."""
    for grid in grids(case):
        yield from _total_rows(grid)
        yield from _total_columns(grid)


def grids(case: Case) -> Iterator[Grid]:
    """Every table with at least three rows of one width: cells a line each after a tab, or divided by tabs or bars on a line."""
    rows: list[list[Span]] = []
    for cells in _rows(case.plain):
        if rows and (not cells or len(cells) != len(rows[0])):
            yield from _grid(case.plain, rows)
            rows = []
        if len(cells) > 1:
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
            mark = "\t" if words.count("\t") > 1 and words.strip() else "|" if words.count("|") > 1 else None
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


def _summable(grid: Grid) -> list[int]:
    """The columns of figures that may be added: no numbering, shares or years."""
    columns = []
    for column, header in enumerate(grid.words[0]):
        figures = [grid.figure(row, column) for row in range(1, len(grid.words))]
        known = [figure for figure in figures if figure is not None]
        if len(known) > _FEWEST_ROWS - 1 and not _ORDINAL.match(header) and not _SHARE.search(header):
            columns.append(column)
    return columns


def _total_rows(grid: Grid) -> Iterator[Record]:
    """Rows named `Tổng`, `Cộng`: each column is the sum of the other rows, or of the numbered groups among them."""
    totals = [row for row in range(1, len(grid.words)) if any(_TOTAL.match(cell) for cell in grid.words[row][:3])]
    if len(totals) != 1 or totals[0] not in (1, len(grid.words) - 1):
        return
    total, rows = totals[0], [row for row in range(1, len(grid.words)) if row != totals[0]]
    verdicts = []
    for column in _summable(grid):
        said = grid.figure(total, column)
        ways = [_figures(grid, chosen, column) for chosen in _choices(grid, rows)]
        if said is not None and len(ways[0]) >= _FEWEST_ROWS:
            verdicts.append((column, said, next((way for way in ways if sum(way) == said), None), ways[0]))
    flat = len(_choices(grid, rows)) == 1
    most = sum(way is not None for _, _, way, _ in verdicts) * 2 >= len(verdicts)
    for column, said, way, figures in verdicts:
        note = f"Cột {quoted(grid.words[0][column])}: {' + '.join(shown(figure) for figure in way or figures)} = "
        evidence = [_line(grid, total)]
        if way is not None:
            yield passed(f"{note}{shown(said)}, đúng bằng dòng tổng.", evidence)
        elif (flat or most) and (most or _near(figures, said)):
            yield fault("sum_mismatch", f"{note}{shown(sum(figures, Decimal(0)))}, dòng tổng ghi {shown(said)}.", evidence)


def _figures(grid: Grid, rows: Sequence[int], column: int) -> list[Decimal]:
    return [figure for row in rows if (figure := grid.figure(row, column)) is not None]


def _choices(grid: Grid, rows: Sequence[int]) -> list[list[int]]:
    """The rows a total may add up: all of them, or only the groups (I, II, A, B), or only what stands under the groups."""
    groups = [row for row in rows if _GROUP.match(grid.words[row][0])]
    if not groups or len(groups) == len(rows):
        return [list(rows)]
    return [groups, [row for row in rows if row not in groups]]


def _near(figures: Sequence[Decimal], said: Decimal) -> bool:
    sum_ = sum(figures, Decimal(0))
    return said > 0 and Decimal("0.5") <= sum_ / said <= 2


def _line(grid: Grid, row: int) -> Span:
    return Span(grid.spans[row][0].start, grid.spans[row][-1].end)


def _total_columns(grid: Grid) -> Iterator[Record]:
    """A column named `Tổng`: each row's total is the sum of its other figures, where that holds for most rows."""
    totals = [column for column, header in enumerate(grid.words[0]) if _TOTAL.match(header)]
    others = [column for column in _summable(grid) if column not in totals]
    if len(totals) != 1 or len(others) < _FEWEST_ROWS:
        return
    verdicts = []
    for row in range(1, len(grid.words)):
        said = grid.figure(row, totals[0])
        figures = [figure for column in others if (figure := grid.figure(row, column)) is not None]
        if said is not None and len(figures) == len(others):
            verdicts.append((row, said, figures))
    right = sum(sum(figures) == said for _, said, figures in verdicts)
    if len(verdicts) < _FEWEST_ROWS or right * 2 < len(verdicts):
        return
    for row, said, figures in verdicts:
        arithmetic = f"{' + '.join(shown(figure) for figure in figures)} = {shown(sum(figures, Decimal(0)))}"
        label = quoted(next((cell for cell in grid.words[row] if cell and not _FIGURE.match(cell)), ""))
        if sum(figures) == said:
            yield passed(f"Dòng {label}: {arithmetic}, đúng bằng cột tổng.", [_line(grid, row)])
        else:
            yield fault("sum_mismatch", f"Dòng {label}: {arithmetic}, cột tổng ghi {shown(said)}.", [_line(grid, row)])
