"""The lines of a picture of a page, from the table of words that the recogniser gives (TSV): columns one after the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from statistics import median

from hopluc.reading.patterns import Pattern
from hopluc.reading.sources.page_lines import PageLine
from hopluc.reading.sources.repairs import repaired
from hopluc.reading.sources.ruled import Grid, Stretch
from hopluc.vietnamese import nfc

_CELLS = 12
_PAGE_LEVEL, _WORD_LEVEL = "1", "5"
_SURE = 60.0
_GAP, _WIDE_GAP = 0.6, 1.3
_GUTTER = 3.0
_LOW = Pattern(r"[gjpqyQ,;()/ạặậẹệịọộợụựỵẠẶẬẸỆỊỌỘỢỤỰỴ]")
_DESCENT, _ASCENT = 0.2, 0.9
_RULE = "|[]{}¦_"
_JUNK = Pattern(r"[\W_]*")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What was recognised on one picture: the table of words, the page's number, the dots per inch, the upright and level rules.

    `back` is the way from the points of the straight picture to those of the page as it came: a 3 by 3 matrix, row by row.
    """

    table: str
    page: int
    dpi: float
    strokes: tuple[list[Stretch], list[Stretch]] = field(default_factory=lambda: ([], []))
    back: tuple[float, ...] = (1, 0, 0, 0, 1, 0, 0, 0, 1)


@dataclass(frozen=True, slots=True)
class Seen:
    """A word as recognised and as repaired."""

    text: str
    written: str
    sure: bool


@dataclass(frozen=True, slots=True)
class SeenLine:
    """Words side by side, as a line of a page."""

    line: PageLine
    words: tuple[Seen, ...]


@dataclass(frozen=True, slots=True)
class _Word:
    seen: Seen
    row: tuple[str, ...]
    left: float
    bottom: float
    right: float
    top: float

    def cell(self, grids: Sequence[Grid]) -> tuple[int, int, int] | None:
        """(grid, row, column) of the table cell the word stands in."""
        for number, grid in enumerate(grids):
            if place := grid.cell_at((self.left + self.right) / 2, (self.bottom + self.top) / 2):
                return number, *place
        return None


def _words(sheet: Sheet) -> Iterator[_Word]:
    """The words with their boxes in points from the lower left corner; the rules of tables that were taken for letters left out."""
    height, point = 0.0, 72 / sheet.dpi
    for record in sheet.table.splitlines()[1:]:
        cells = record.split("\t")
        if len(cells) != _CELLS:
            continue
        if cells[0] == _PAGE_LEVEL:
            height = float(cells[9])
        written = nfc(cells[11]).strip().strip(_RULE)
        if cells[0] == _WORD_LEVEL and written:
            text = repaired(written)
            left, top, wide, tall = (float(side) for side in cells[6:10])
            seen = Seen(text, written, float(cells[10]) >= _SURE and text == written)
            bottom = height - top - tall
            yield _Word(seen, tuple(cells[1:5]), left * point, bottom * point, (left + wide) * point, (height - top) * point)


def counted_letters(table: str) -> tuple[int, int]:
    """How many of the letters recognised stand in words that are sure, and how many there are."""
    sure = total = 0
    for record in table.splitlines()[1:]:
        cells = record.split("\t")
        if len(cells) == _CELLS and cells[0] == _WORD_LEVEL:
            letters = sum(map(str.isalnum, cells[11]))
            total += letters
            sure += letters if float(cells[10]) >= _SURE else 0
    return sure, total


def lines_of_sheet(sheet: Sheet, grids: Sequence[Grid] = ()) -> list[SeenLine]:
    """The lines of a sheet in the order of reading: words far apart are lines of their own, columns side by side follow each other."""
    rows = [list(row) for _, row in groupby(_words(sheet), key=lambda word: word.row)]
    size = median([max(word.top for word in row) - min(word.bottom for word in row) for row in rows] or [1.0])
    fine, coarse = (
        [[_line(run, sheet.page, size, grids) for run in _split(row, gap, grids)] for row in rows] for gap in (_GAP, _WIDE_GAP)
    )
    return [line for line in _in_columns(fine, coarse) if not _JUNK.fullmatch(line.line.text)]


def _split(row: list[_Word], gap: float, grids: Sequence[Grid]) -> list[list[_Word]]:
    """The words of a row, parted where the space is wider than `gap` times their height, and where a rule stands between."""
    runs = [[row[0]]]
    tall = max(word.top - word.bottom for word in row)
    for word in row[1:]:
        before = runs[-1][-1]
        if word.left - before.right > gap * tall or word.cell(grids) != before.cell(grids):
            runs.append([])
        runs[-1].append(word)
    return runs


def _line(run: list[_Word], page: int, size: float, grids: Sequence[Grid]) -> SeenLine:
    """A line on its baseline, as high as the page's others: ink alone would make a line without tails look higher up."""
    words = tuple(word.seen for word in run)
    text = " ".join(word.text for word in words)
    low = min(word.bottom for word in run)
    bottom = low if _LOW.search(text) else low - _DESCENT * size
    place = (min(word.left for word in run), bottom, max(word.right for word in run), bottom + (_ASCENT + _DESCENT) * size)
    return SeenLine(PageLine(text, page, *place, run[0].cell(grids)), words)


def _in_columns(fine: list[list[SeenLine]], coarse: list[list[SeenLine]]) -> list[SeenLine]:
    """The lines, where two columns stand side by side (a letterhead, a signature) the left one before the right one.

    A narrow gap parts columns only where the row below has one at the same place; else it is a space of a justified line.
    """
    ordered: list[SeenLine] = []
    place = 0
    while place < len(fine):
        rows = fine
        end, middle = _region(fine, place)
        if sum(len(row) == 2 for row in fine[place:end]) < 2:
            rows = coarse
            end, middle = _region(coarse, place)
        region = [line for row in rows[place:end] for line in _side_by_side(row, middle)]
        ordered += [line for line in region if line.line.left < middle]
        ordered += [line for line in region if line.line.left >= middle]
        place = end
    return ordered


def _side_by_side(row: list[SeenLine], middle: float) -> list[SeenLine]:
    """A row of two columns with a line in each: what only a narrow gap parted on one side goes together again."""
    lines: list[SeenLine] = []
    for seen in row:
        before = lines[-1].line if lines else None
        line = seen.line
        if before is not None and _same_side(before, line, middle) and line.left - before.right < _WIDE_GAP * line.height:
            text = f"{before.text} {line.text}"
            place = (before.left, min(before.bottom, line.bottom), line.right, max(before.top, line.top))
            lines[-1] = SeenLine(PageLine(text, line.page, *place, line.cell), lines[-1].words + seen.words)
        else:
            lines.append(seen)
    return lines


def _same_side(before: PageLine, line: PageLine, middle: float) -> bool:
    return before.cell == line.cell and (before.left < middle) == (line.left < middle)


def _region(rows: list[list[SeenLine]], start: int) -> tuple[int, float]:
    """Where the two columns that begin at a row end, and the place between them; the row alone where there are no two."""
    if len(rows[start]) != 2 or _in_table(rows[start]):
        return start + 1, float("inf")
    left, right = rows[start][0].line.right, rows[start][1].line.left
    last, place = start, start
    while place < len(rows) and not _in_table(rows[place]):
        gutter = _gutter(rows[place], left, right)
        if gutter is None:
            return last + 1, (left + right) / 2
        left, right = gutter
        last = place if len(rows[place]) == 2 else last
        place += 1
    return place if place == len(rows) else last + 1, (left + right) / 2


def _in_table(row: list[SeenLine]) -> bool:
    return any(line.line.cell is not None for line in row)


def _gutter(row: list[SeenLine], left: float, right: float) -> tuple[float, float] | None:
    """The space between two columns that a further row leaves; None where it crosses it."""
    for line in (seen.line for seen in row):
        if line.left < left and line.right < right:
            left = max(left, line.right)
        elif line.left > left and line.right > right:
            right = min(right, line.left)
        else:
            return None
    return (left, right) if right - left > _GUTTER else None
