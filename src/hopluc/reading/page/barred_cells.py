"""Cells that a bar ends (ô kết bằng dấu gạch đứng), as pages of law collections are saved: one cell on a line or several, its bar behind it or on a line of its own."""

from collections.abc import Iterator, Sequence

from hopluc.reading.document import Document
from hopluc.reading.page.lines import Line

_BAR = "|"
_MOST_LINES = 8  # of one cell
_FEWEST_CELLS = 6


def runs_of_cells(document: Document, known: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    """The cells of each stretch of lines in which every cell ends with its one bar, each cell as one line."""
    text = document.plain
    if _BAR not in text:
        return
    cells, pending = list[Line](), list[Line]()
    for line in known:
        bars = text.count(_BAR, line.start, line.end)
        if not bars:
            pending.append(line)
            if len(pending) > _MOST_LINES:
                yield from _whole(cells)
                cells, pending = [], pending[-1:]
        elif bars == 1 and text[line.end - 1] == _BAR:
            if line.end - line.start > 1:
                pending.append(line)
            if pending:
                cells.append(_cell(text, pending if cells else pending[-1:]))
            pending = []
        else:  # a row on one line
            yield from _whole(cells)
            cells, pending = [], []
    yield from _whole(cells)


def _whole(cells: list[Line]) -> Iterator[tuple[Line, ...]]:
    if len(cells) >= _FEWEST_CELLS:
        yield tuple(cells)


def _cell(text: str, parts: Sequence[Line]) -> Line:
    """The lines of a cell as one, without its bar."""
    start, end = parts[0].start, parts[-1].end
    while end > start and (text[end - 1] == _BAR or text[end - 1].isspace()):
        end -= 1
    return Line(start, end, start, None, None, 1, tab=False)
