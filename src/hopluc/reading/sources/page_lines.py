"""The lines of a pdf page: words on one baseline without a wide gap, with the box they stand in."""

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

from hopluc.reading.patterns import Pattern
from hopluc.reading.sources.ruled import Grid
from hopluc.vietnamese import nfc

_WORDS = Pattern(r"[^\s\u0000-\u001f\ufffe\uffff]+")
_WIDE_GAP = 1.5
_ASCENT, _DESCENT = 0.9, 0.2
_CONTROLS = Pattern("[\u0000-\u0008\u000b-\u001f\u00ad\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class PageLine:
    """Words that stand side by side on a page (a cell of a row is a line of its own), and their box in points.

    `cell` is (grid of the page, row, column) for words inside a ruled table.
    """

    text: str
    page: int
    left: float
    bottom: float
    right: float
    top: float
    cell: tuple[int, int, int] | None = None

    @property
    def height(self) -> float:
        """Height of the words, at least one point."""
        return max(1.0, self.top - self.bottom)


@dataclass(slots=True)
class _Word:
    text: str
    left: float
    bottom: float
    right: float
    top: float
    cell: tuple[int, int, int] | None


class _Letters:
    """Where the letters of a text page stand, by their place in its text."""

    def __init__(self, textpage: pypdfium2.PdfTextPage) -> None:
        self._page = textpage
        self._rect = raw.FS_RECTF()
        self._rect_at = ctypes.byref(self._rect)
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._x_at, self._y_at = ctypes.byref(self._x), ctypes.byref(self._y)

    def sides(self, place: int) -> tuple[float, float] | None:
        """Left and right."""
        index = raw.FPDFText_GetCharIndexFromTextIndex(self._page, place)
        if index < 0 or not raw.FPDFText_GetLooseCharBox(self._page, index, self._rect_at):
            return None
        return self._rect.left, self._rect.right

    def level(self, place: int) -> tuple[float, float]:
        """Bottom and top of the line, by the baseline and the size of the font: boxes differ from letter to letter.

        Where a page is drawn to another scale, the size is no measure and the box of the letter must do. Call `sides` first.
        """
        bottom, top = self._rect.bottom, self._rect.top
        index = raw.FPDFText_GetCharIndexFromTextIndex(self._page, place)
        size = raw.FPDFText_GetFontSize(self._page, index)
        if (
            not raw.FPDFText_GetCharOrigin(self._page, index, self._x_at, self._y_at)
            or not 0.3 < (top - bottom) / max(size, 0.1) < 2.5
        ):
            return bottom, top
        return self._y.value - _DESCENT * size, self._y.value + _ASCENT * size


def _words(text: str, letters: _Letters, grids: Sequence[Grid]) -> list[_Word]:
    words = []
    for found in _WORDS.finditer(text):
        last, first = letters.sides(found.end() - 1), letters.sides(found.start())
        if first is None or last is None:
            continue
        bottom, top = letters.level(found.start())
        left, right = min(first[0], last[0]), max(first[1], last[1])
        words.append(_Word(found[0], left, bottom, right, top, _cell(grids, (left + right) / 2, (bottom + top) / 2)))
    return words


def _cell(grids: Sequence[Grid], x: float, y: float) -> tuple[int, int, int] | None:
    for number, grid in enumerate(grids):
        if place := grid.cell_at(x, y):
            return number, *place
    return None


def _follows(word: _Word, before: _Word) -> bool:
    """Whether a word goes on the line of the one before it, an ordinary space away."""
    height = max(1.0, before.top - before.bottom)
    level = min(word.top, before.top) - max(word.bottom, before.bottom) > 0.4 * min(height, max(1.0, word.top - word.bottom))
    return word.cell == before.cell and level and -height < word.left - before.right < _WIDE_GAP * height


def lines_of(textpage: pypdfium2.PdfTextPage, number: int, grids: Sequence[Grid] = ()) -> list[PageLine]:
    """The lines of a page in the order the file draws them, which is the order of reading in what word processors write."""
    text = textpage.get_text_range()
    runs: list[list[_Word]] = []
    for word in _words(text, _Letters(textpage), grids):
        if runs and _follows(word, runs[-1][-1]):
            runs[-1].append(word)
        else:
            runs.append([word])
    return [_line(run, number) for run in runs]


def _line(run: list[_Word], number: int) -> PageLine:
    text = _CONTROLS.sub("", " ".join(word.text for word in run))
    return PageLine(
        nfc(text),
        number,
        min(word.left for word in run),
        min(word.bottom for word in run),
        max(word.right for word in run),
        max(word.top for word in run),
        run[0].cell,
    )
