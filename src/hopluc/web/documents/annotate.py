"""A document's text with what was read marked in place: paragraphs of segments, each segment with the findings it belongs to.

The cells of a table stand again in rows and columns, as in the paper.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from hopluc.reading import Document


@dataclass(frozen=True, slots=True)
class Mark:
    """A span to be marked: the id its mark bears, and how it looks (`""`, `settled` or `check`)."""

    start: int
    end: int
    id: str
    look: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text under the marks `over`. `ids` are those of them that begin here; `look` is the strongest look of all."""

    text: str
    over: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    look: str = ""

    @property
    def marked(self) -> bool:
        return bool(self.over)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the document. `page` is set where a page begins; `cell` is its table, row and column where it stands in one."""

    segments: tuple[Segment, ...]
    page: int | None = None
    heading: bool = False
    cell: tuple[int, int, int] | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its lines, and over how many columns it is drawn."""

    lines: tuple[Line, ...] = ()
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its first row where it heads every column, and the other rows.

    One of two columns is drawn without lines and heads nothing: it is the head of a letter, or its signatures, more often than not.
    """

    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    page: int | None = None

    @property
    def bare(self) -> bool:
        return sum(cell.columns for cell in self.rows[0]) == 2


_STRENGTH = {"settled": 0, "": 1, "check": 2}


def annotated(document: Document, marks: Sequence[Mark]) -> Iterator[Line]:
    """The lines of the document that hold any text, with the marks in place; marks may nest and overlap."""
    cuts = sorted({offset for mark in marks for offset in (mark.start, mark.end)})
    waiting, under = sorted(marks, key=lambda mark: mark.start)[::-1], list[Mark]()
    page, start = None, 0
    for text in document.text.splitlines(keepends=True):
        end = start + len(text)
        if text.strip():
            locator = document.locate(start + len(text) - len(text.lstrip()))
            turned = locator.page if locator and locator.page != page else None
            page = locator.page if locator else page
            while waiting and waiting[-1].start < end:
                under.append(waiting.pop())
            under = [mark for mark in under if mark.end > start]
            edges = [start, *cuts[bisect_right(cuts, start) : bisect_left(cuts, end)], end]
            segments = tuple(_segments(document.text, edges, under))
            yield Line(segments, turned, bool(locator and locator.heading), locator.cell if locator else None)
        start = end


def blocks(lines: Iterable[Line]) -> Iterator[Line | Grid]:
    """The lines, those of one table together as rows of cells; a table of one column is lines."""
    for table, group in groupby(lines, key=lambda line: line.cell and line.cell[0]):
        known = list(group)
        if table is None or all(line.cell and line.cell[2] == 0 for line in known):
            yield from known
        else:
            yield _grid(known)


def _grid(lines: Sequence[Line]) -> Grid:
    cells: dict[tuple[int, int], list[Line]] = {}
    for line in lines:
        if line.cell:
            cells.setdefault(line.cell[1:], []).append(line)
    width = 1 + max(column for _, column in cells)
    rows: list[tuple[Cell, ...]] = []
    for number, places in groupby(sorted(cells), key=lambda place: place[0]):
        if [column for _, column in places] == [0]:  # a heading over the whole table
            rows.append((Cell(tuple(cells[number, 0]), width),))
        else:
            rows.append(tuple(Cell(tuple(cells.get((number, column), ()))) for column in range(width)))
    first = rows[0]
    headed = len(rows) > 1 and len(first) == width > 2 and all(cell.lines for cell in first)
    return Grid(first if headed else (), tuple(rows[1:] if headed else rows), lines[0].page)


def _segments(text: str, edges: Sequence[int], marks: Sequence[Mark]) -> Iterator[Segment]:
    told: set[str] = set()
    for start, end in pairwise(edges):
        over = [mark for mark in marks if mark.start <= start and end <= mark.end]
        ids = tuple(mark.id for mark in over)
        look = max((mark.look for mark in over), key=lambda name: _STRENGTH[name], default="")
        piece = text[start:end].replace("\r", "").rstrip("\n")
        if piece:
            begun = tuple(mark.id for mark in over if mark.start >= edges[0] and mark.id not in told)
            told.update(ids)
            yield Segment(piece, ids, begun, look)
