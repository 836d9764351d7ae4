"""Ruled tables of a pdf page: the grids its drawn lines make, and the cell a point falls into."""

import ctypes
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2
from pypdfium2 import raw

from hopluc.reading.kept import kept

_NEAR = 3.0
_SHORTEST = 6.0
_MOST_SEGMENTS = 20_000
_MOST_LINES = 400

Stretch = tuple[float, float, float]
"""Where a line stands on one axis, and from where to where it runs on the other."""


@dataclass(frozen=True)
class Grid:
    """A table's rules: the places of its columns from the left and of its rows from the top, and the lines really drawn.

    A cell whose dividing line is not drawn is one with the cell above or to the left.
    """

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    verticals: tuple[Stretch, ...]
    horizontals: tuple[Stretch, ...]

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """(row, column) of the cell that holds a point, its upper left part where it is merged; None outside."""
        column = bisect_right(self.columns, x) - 1
        row = bisect_right([-place for place in self.rows], -y) - 1
        if not (0 <= column < len(self.columns) - 1 and 0 <= row < len(self.rows) - 1):
            return None
        return self.first_of(row, column)

    def first_of(self, row: int, column: int) -> tuple[int, int]:
        """The upper left part of the merged cell that (row, column) belongs to."""
        return self._firsts[row, column]

    @kept
    def _firsts(self) -> dict[tuple[int, int], tuple[int, int]]:
        firsts: dict[tuple[int, int], tuple[int, int]] = {}
        for row, (top, bottom) in enumerate(pairwise(self.rows)):
            for column, (left, right) in enumerate(pairwise(self.columns)):
                if row and not _drawn(self.horizontals, top, (left + right) / 2):
                    firsts[row, column] = firsts[row - 1, column]
                elif column and not _drawn(self.verticals, left, (top + bottom) / 2):
                    firsts[row, column] = firsts[row, column - 1]
                else:
                    firsts[row, column] = (row, column)
        return firsts

    def same_columns(self, other: "Grid") -> bool:
        """Whether two grids have their columns at the same places, as parts of one table on two pages do."""
        pairs = zip(self.columns, other.columns, strict=False)
        return len(self.columns) == len(other.columns) and all(abs(a - b) < _NEAR for a, b in pairs)


def _drawn(lines: Sequence[Stretch], place: float, across: float) -> bool:
    return any(abs(at - place) <= _NEAR and start - _NEAR <= across <= end + _NEAR for at, start, end in lines)


def _clusters(places: Iterable[float]) -> list[float]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    return found


def grids_of(page: pypdfium2.PdfPage) -> list[Grid]:
    """The ruled tables of a page, from the top: at least two columns each, and one row, which may be the rest of a row of the page before."""
    verticals, horizontals = list[Stretch](), list[Stretch]()
    for (x1, y1), (x2, y2) in _segments(page):
        if abs(x1 - x2) <= 1 and abs(y1 - y2) >= _SHORTEST:
            verticals.append(((x1 + x2) / 2, min(y1, y2), max(y1, y2)))
        elif abs(y1 - y2) <= 1 and abs(x1 - x2) >= _SHORTEST:
            horizontals.append(((y1 + y2) / 2, min(x1, x2), max(x1, x2)))
    return grids_of_strokes(verticals, horizontals)


def grids_of_strokes(verticals: Sequence[Stretch], horizontals: Sequence[Stretch]) -> list[Grid]:
    """The ruled tables that upright and level lines make, from the top; none where there are too many lines."""
    if not verticals or len(verticals) + len(horizontals) > _MOST_LINES * 10:
        return []
    return [grid for low, high in _regions(verticals) if (grid := _grid(verticals, horizontals, low, high))]


def _regions(verticals: Sequence[Stretch]) -> Iterator[tuple[float, float]]:
    """From where to where, from the top of the page, vertical lines run on one after another."""
    region: tuple[float, float] | None = None
    for _, low, high in sorted(verticals, key=lambda line: -line[2]):
        if region and high >= region[0] - _NEAR:
            region = (min(region[0], low), region[1])
            continue
        if region:
            yield region
        region = (low, high)
    if region:
        yield region


def _grid(verticals: Sequence[Stretch], horizontals: Sequence[Stretch], low: float, high: float) -> Grid | None:
    upright = tuple(line for line in verticals if line[1] >= low - _NEAR and line[2] <= high + _NEAR)
    level = tuple(line for line in horizontals if low - _NEAR <= line[0] <= high + _NEAR)
    columns, rows = _clusters(line[0] for line in upright), _clusters(line[0] for line in level)
    if not 3 <= len(columns) <= _MOST_LINES or not 2 <= len(rows) <= _MOST_LINES:
        return None
    return Grid(tuple(columns), tuple(reversed(rows)), upright, level)


Point = tuple[float, float]


def _segments(page: pypdfium2.PdfPage) -> Iterator[tuple[Point, Point]]:
    """The straight strokes of all paths on a page, in page coordinates; none past a sensible number."""
    count = 0
    x, y = ctypes.c_float(), ctypes.c_float()
    for path in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3):
        matrix = path.get_matrix()
        start: Point | None = None
        here: Point | None = None
        for place in range(raw.FPDFPath_CountSegments(path)):
            count += 1
            if count > _MOST_SEGMENTS:
                return
            segment = raw.FPDFPath_GetPathSegment(path, place)
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            there = matrix.on_point(x.value, y.value)
            kind = raw.FPDFPathSegment_GetType(segment)
            if kind == raw.FPDF_SEGMENT_LINETO and here is not None:
                yield here, there
            elif kind == raw.FPDF_SEGMENT_MOVETO:
                start = there
            here = there
            if raw.FPDFPathSegment_GetClose(segment) and start is not None:
                yield here, start
