"""The lines of a pdf page: words on one baseline without a wide gap, with the box they stand in."""

import ctypes
import re
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

from hopluc.vietnamese import nfc

_WORDS = re.compile(r"[^\s\u0000-\u001f\ufffe\uffff]+")
_WIDE_GAP = 1.5
_CONTROLS = re.compile("[\u0000-\u0008\u000b-\u001f\u00ad\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class PageLine:
    """Words that stand side by side on a page (a cell of a row is a line of its own), and their box in points."""

    text: str
    page: int
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """Height of the words, at least one point."""
        return max(1.0, self.top - self.bottom)

    def beside(self, other: "PageLine") -> bool:
        """Whether the two stand on one baseline."""
        return self.page == other.page and min(self.top, other.top) - max(self.bottom, other.bottom) > 0.5 * min(
            self.height, other.height
        )


@dataclass(slots=True)
class _Word:
    text: str
    left: float
    bottom: float
    right: float
    top: float


class _Boxes:
    """The boxes of characters of a text page, by their place in its text."""

    def __init__(self, textpage: pypdfium2.PdfTextPage) -> None:
        self._page = textpage
        self._rect = raw.FS_RECTF()
        self._ref = ctypes.byref(self._rect)

    def of(self, place: int) -> tuple[float, float, float, float] | None:
        """(left, bottom, right, top), by the font's height rather than the letter's."""
        index = raw.FPDFText_GetCharIndexFromTextIndex(self._page, place)
        if index < 0 or not raw.FPDFText_GetLooseCharBox(self._page, index, self._ref):
            return None
        rect = self._rect
        return rect.left, rect.bottom, rect.right, rect.top


def _words(text: str, boxes: _Boxes) -> list[_Word]:
    words = []
    for found in _WORDS.finditer(text):
        first, last = boxes.of(found.start()), boxes.of(found.end() - 1)
        if first is None or last is None:
            continue
        bottom, top = min(first[1], last[1]), max(first[3], last[3])
        words.append(_Word(found[0], min(first[0], last[0]), bottom, max(first[2], last[2]), top))
    return words


def _follows(word: _Word, before: _Word) -> bool:
    """Whether a word goes on the line of the one before it, an ordinary space away."""
    height = max(1.0, before.top - before.bottom)
    level = min(word.top, before.top) - max(word.bottom, before.bottom) > 0.4 * min(height, max(1.0, word.top - word.bottom))
    return level and -height < word.left - before.right < _WIDE_GAP * height


def lines_of(textpage: pypdfium2.PdfTextPage, number: int) -> list[PageLine]:
    """The lines of a page in the order the file draws them, which is the order of reading in what word processors write."""
    text = textpage.get_text_range()
    runs: list[list[_Word]] = []
    for word in _words(text, _Boxes(textpage)):
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
    )
