"""Word files (.docx): paragraphs, headings, numbering, tables and notes, as the page shows them."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from lxml import etree

from hopluc.errors import EmptyFile, NoText, StateSecret
from hopluc.reading.document import Document
from hopluc.reading.encodings import encoding_of_font
from hopluc.reading.patterns import Pattern
from hopluc.reading.sources.archive import Archive
from hopluc.reading.sources.draft import COLUMNS, Draft
from hopluc.reading.sources.fonts import Fonts, Words, read_words
from hopluc.reading.sources.numbering import Numbering
from hopluc.reading.sources.office import W, WordPackage, mc, w
from hopluc.reading.sources.secrecy import secrecy_mark
from hopluc.reading.sources.sniff import DOCX

_SKIPPED = frozenset(
    {w("del"), w("moveFrom"), w("instrText"), w("delText"), w("delInstrText"), w("rPr"), w("pPr"), w("comment"), mc("Fallback")}
)
_BOX = w("txbxContent")
_SIGNS = MappingProxyType({w("tab"): "\t", w("noBreakHyphen"): "\u2011"})
_SYMBOL_CODE = Pattern(r"[fF]0[0-9a-fA-F]{2}|(?:00)?[2-9a-fA-F][0-9a-fA-F]")
_BREAKS = frozenset({w("br"), w("cr")})
_PAGE_BREAKS = frozenset({"page", "column"})
_CONTENT = (w("p"), w("tbl"))
_THROUGH = frozenset({w("sdt"), w("sdtContent"), w("ins"), w("moveTo"), w("customXml"), w("smartTag")})


@dataclass
class _Reader:
    """One pass over the parts of a document, in the order a person reads them."""

    draft: Draft
    numbering: Numbering
    fonts: Fonts

    def read(self, story: etree._Element) -> None:
        """Every paragraph and table of a body, a note or a text box."""
        for block in _blocks(story):
            if block.tag == w("tbl"):
                self._read_table(block)
            else:
                words = self._paragraph(block)
                self.draft.add_paragraph(words.text, heading=self.numbering.heading(block), written=words.written)
                for box in _boxes(block):
                    self.read(box)

    def _paragraph(self, paragraph: etree._Element) -> Words:
        words = self.words(paragraph).stripped()
        label = self.numbering.label(paragraph)
        return Words.joined([Words(label, label), words], " ") if label and words.text else words

    def words(self, paragraph: etree._Element) -> Words:
        """The words of a paragraph, those in an old font in Unicode."""
        return read_words(_words(paragraph, self.fonts, paragraph, None))

    def _cell(self, cell: etree._Element) -> Iterator[Words]:
        for block in _blocks(cell):
            if block.tag == w("tbl"):
                for row in _rows(block):
                    for inner in _cells(row):
                        yield from self._cell(inner)
            else:
                yield self._paragraph(block)
                for box in _boxes(block):
                    yield from self._cell(box)

    def _read_table(self, table: etree._Element) -> None:
        number = self.draft.start_table()
        for row_number, row in enumerate(_rows(table)):
            column = _grid_number(row, "trPr/gridBefore")
            for cell in _cells(row):
                words = Words.joined((part for part in self._cell(cell) if part.text), "\n")
                text, written = words if not _continues(cell) else ("", "")
                self.draft.add_cell(text, (number, row_number, column), written=written)
                column += max(1, _grid_number(cell, "tcPr/gridSpan"))
            self.draft.end_row()


def document_of_word(data: bytes, name: str) -> Document:
    """A .docx file as a Document. Raises an UnreadableFile for a bomb, active content, a secrecy mark, or no text."""
    return document_of_archive(Archive(data, name), name)


def document_of_archive(archive: Archive, name: str) -> Document:
    """The same of a package already opened."""
    package = WordPackage(archive, name)
    body = package.body()
    draft = Draft(name)
    styles = package.styles()
    reader = _Reader(draft, Numbering(styles, package.numbers()), Fonts(styles, body))
    reader.read(body)
    for note in package.notes():
        reader.read(note)
    margins = [reader.words(paragraph).text for part in package.margins() for paragraph in part.iter(w("p"))]
    margins += [reader.words(paragraph).text for box in body.iter(_BOX) for paragraph in box.iter(w("p"))]
    text = draft.text
    if mark := secrecy_mark(text, margins):
        raise StateSecret(name=name, mark=mark)
    if not text.strip():
        raise NoText(name=name) if package.has_pictures else EmptyFile(name=name)
    properties = MappingProxyType(package.properties())
    return Document(name, text, DOCX, tuple(draft.locators), properties=properties, origin=draft.origin)


def _blocks(story: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs and tables right under `story`, seeing through content controls and tracked insertions."""
    for child in story:
        if child.tag in _CONTENT:
            yield child
        elif child.tag in _THROUGH:
            yield from _blocks(child)


def _under(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _THROUGH:
            yield from _under(child, tag)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    return (row for row in _under(table, w("tr")) if row.find("w:trPr/w:del", W) is None)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    return _under(row, w("tc"))


def _words(
    part: etree._Element, fonts: Fonts, paragraph: etree._Element, encoding: str | None
) -> Iterator[tuple[str, str | None]]:
    """The words of a paragraph without those of its text boxes, of deletions and of hidden runs, each piece with its encoding."""
    for child in part:
        tag = child.tag
        if tag == w("t"):
            yield child.text or "", encoding
        elif tag in _SIGNS:
            yield _SIGNS[tag], encoding
        elif tag in _BREAKS:
            yield "" if child.get(w("type")) in _PAGE_BREAKS else "\n", encoding
        elif tag == w("softHyphen") and encoding:
            yield "\u00ad", encoding  # Word's own way to keep the letter that is ư in TCVN3
        elif tag == w("sym"):
            yield _symbol(child)
        elif tag == w("r"):
            if not _hidden(child):
                yield from _words(child, fonts, paragraph, fonts.of_run(child, paragraph))
        elif tag not in _SKIPPED and tag != _BOX:
            yield from _words(child, fonts, paragraph, encoding)


def _symbol(symbol: etree._Element) -> tuple[str, str | None]:
    """A letter put in by its number in an old font; symbols of other fonts say nothing."""
    encoding, code = encoding_of_font(symbol.get(w("font"), "")), symbol.get(w("char"), "")
    if encoding is None or not _SYMBOL_CODE.fullmatch(code):
        return "", None
    return chr(int(code, 16) & 0xFF), encoding


def _hidden(run: etree._Element) -> bool:
    vanish = run.find("w:rPr/w:vanish", W)
    return vanish is not None and vanish.get(w("val")) not in {"0", "false"}


def _boxes(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The text boxes anchored in a paragraph, each once: what a newer Word draws, not the older fallback."""
    for child in paragraph:
        if child.tag == _BOX:
            yield child
        elif child.tag not in _SKIPPED:
            yield from _boxes(child)


def _continues(cell: etree._Element) -> bool:
    """Whether a cell is the lower part of one merged downwards, whose words stand above."""
    merge = cell.find("w:tcPr/w:vMerge", W)
    return merge is not None and merge.get(w("val"), "continue") == "continue"


def _grid_number(element: etree._Element, path: str) -> int:
    found = element.find("/".join(f"w:{step}" for step in path.split("/")), W)
    value = found.get(w("val"), "") if found is not None else ""
    return min(int(value), COLUMNS) if value.isdecimal() and len(value) < 5 else 0
