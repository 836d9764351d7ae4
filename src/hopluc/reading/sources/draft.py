"""The text of a source as it is put together: paragraphs and table cells a line each, every one with its locator.

One paragraph a line. A table cell is a line that starts with a tab, a row ends with an empty line, and so does a table:
the shape a table takes when it is copied out of a word processor, so that readers see one shape whatever the file was.
"""

from dataclasses import dataclass, field

from hopluc.errors import TooLarge
from hopluc.reading.document import Locator, Span
from hopluc.reading.origin import OffsetMap, Stretch
from hopluc.reading.sources.limits import TEXT_LENGTH
from hopluc.vietnamese import nfc

COLUMNS = 63
"""As many as a word processor allows; a file that claims more has the rest in the last one."""

Box = tuple[float, float, float, float]


_UNWRITABLE = str.maketrans({"\r": " ", "\ufeff": None})


def _clean(text: str) -> str:
    """Words in NFC, without space around and without what a text file would lose on its way: carriage returns, byte order marks."""
    return nfc(text.translate(_UNWRITABLE).strip())


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph with its own place, such as a line of a pdf page."""

    text: str
    page: int
    box: Box


@dataclass
class Draft:
    """Collects what a source says, in reading order. `name` is the file's, for the refusal of a text past all measure."""

    name: str
    parts: list[str] = field(default_factory=list)
    length: int = 0
    locators: list[Locator] = field(default_factory=list)
    furniture: list[Span] = field(default_factory=list)
    stretches: list[Stretch] = field(default_factory=list)
    paragraphs: int = 0
    tables: int = 0

    @property
    def text(self) -> str:
        """Everything collected so far."""
        return "".join(self.parts)

    def _write(self, text: str) -> Span:
        start = self.length
        self.parts.append(text)
        self.length += len(text)
        if self.length > TEXT_LENGTH:
            raise TooLarge(name=self.name, reason=f"phần chữ dài hơn {TEXT_LENGTH // 1_000_000} triệu ký tự")
        return Span(start, self.length)

    @property
    def origin(self) -> OffsetMap | None:
        """The way back to what was typed in an encoding before Unicode; None where nothing was."""
        return OffsetMap(tuple(self.stretches)) if self.stretches else None

    def _write_words(self, text: str, written: str | None) -> Span:
        """Words in Unicode; `written` is what the file has for them, where it has something else."""
        span = self._write(_clean(text))
        if written is not None and (typed := _clean(written)) != self.parts[-1]:
            self.stretches.append(Stretch(*span, typed))
        return span

    def add_paragraph(
        self, text: str, *, heading: int | None = None, furniture: bool = False, written: str | None = None
    ) -> None:
        """A paragraph on its own line; one without words is left out."""
        if not _clean(text):
            return
        span = self._write_words(text, written)
        self._write("\n")
        self.locators.append(Locator(span, paragraph=self.paragraphs, heading=heading))
        self.paragraphs += 1
        if furniture:
            self.furniture.append(span)

    def add_pieces(self, pieces: list[tuple[str, Piece]], cell: tuple[int, int, int] | None = None) -> None:
        """A paragraph or a cell made of lines: each with what stands between it and the one before, and its own locator."""
        if cell is not None:
            self._write("\t")
        for glue, piece in pieces:
            self._write(glue)
            span = self._write(piece.text)
            self.locators.append(Locator(span, paragraph=self.paragraphs, page=piece.page, box=piece.box, cell=cell))
        self._write("\n")
        self.paragraphs += 1

    def add_cell(self, text: str, cell: tuple[int, int, int], *, furniture: bool = False, written: str | None = None) -> None:
        """A table cell (table, row, column) on its own line after a tab; an empty one keeps its place."""
        cell = (*cell[:2], min(cell[2], COLUMNS - 1))
        self._write("\t")
        span = self._write_words(text, written)
        self._write("\n")
        self.locators.append(Locator(span, paragraph=self.paragraphs, cell=cell))
        self.paragraphs += 1
        if furniture and text:
            self.furniture.append(span)

    def end_row(self) -> None:
        """The empty line after a row of cells."""
        self._write("\n")

    def start_table(self) -> int:
        """The number of the next table of the document, from 0."""
        self.tables += 1
        return self.tables - 1
