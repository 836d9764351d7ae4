"""Excel files (.xlsx): each sheet that is shown, as the officer sees it: a heading, the lines above the table, the table.

Hidden sheets, rows and columns are left out; a formula stands with the value it had when the file was saved.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from posixpath import dirname, join
from types import MappingProxyType

from lxml import etree

from hopluc.errors import ActiveContent, EmptyFile, NoText, StateSecret, TooLarge, UnknownFormat
from hopluc.reading.document import Document
from hopluc.reading.encodings import encoding_of_font
from hopluc.reading.patterns import Pattern
from hopluc.reading.sources.archive import Archive
from hopluc.reading.sources.draft import COLUMNS, Draft
from hopluc.reading.sources.fonts import Words, read_words
from hopluc.reading.sources.limits import CELLS
from hopluc.reading.sources.office import Package, S, link, part_path, s
from hopluc.reading.sources.secrecy import secrecy_mark
from hopluc.reading.sources.sheet_values import format_code, shown_number
from hopluc.reading.sources.sniff import XLSX

# The name that the program itself gives a sheet says nothing of what stands on it.
_NAMELESS = Pattern(r"(?:Sheet|Trang[ _]?tính|Trang) ?\d*", re.IGNORECASE)
_REFERENCE = Pattern(r"([A-Z]{1,3})([1-9]\d{0,6})")
_DDE = Pattern(r"(?:^|[=+,(\s'])[\w.]+\|.{0,200}?!")
_WIDE_ROW = 3
_NO_WORDS = Words("", "")

Row = dict[int, Words]
"""Words by column, from 0."""


@dataclass
class _Look:
    """The number formats and the fonts of a workbook's cell styles."""

    formats: list[str] = field(default_factory=list)
    encodings: list[str | None] = field(default_factory=list)

    @classmethod
    def read(cls, styles: etree._Element | None) -> "_Look":
        if styles is None:
            return cls()
        own = styles.iterfind("s:numFmts/s:numFmt", S)
        custom = {_whole(element.get("numFmtId")): element.get("formatCode", "")[:200] for element in own}
        named = [font.find("s:name", S) for font in styles.iterfind("s:fonts/s:font", S)]
        fonts = [encoding_of_font(name.get("val", "")) if name is not None else None for name in named]
        look = cls()
        for style in styles.iterfind("s:cellXfs/s:xf", S):
            look.formats.append(format_code(_whole(style.get("numFmtId")), custom))
            font = _whole(style.get("fontId"))
            look.encodings.append(fonts[font] if font < len(fonts) else None)
        return look

    def format(self, style: int) -> str:
        return self.formats[style] if style < len(self.formats) else "General"

    def encoding(self, style: int) -> str | None:
        return self.encodings[style] if style < len(self.encodings) else None


class WorkbookPackage(Package):
    """The parts of an Excel file. Making it refuses what is not Excel, and what fetches or runs."""

    def _main_part(self) -> str:
        main = super()._main_part()
        if main.endswith(".bin"):
            raise UnknownFormat(name=self.name, found="bảng tính Excel nhị phân .xlsb")
        return main

    def _part(self, path: str) -> etree._Element | None:
        root = super()._part(path)
        if root is not None:
            started = any(_DDE.search(formula.text or "") for formula in root.iter(s("f")))
            if started or next(root.iter(s("ddeLink"), s("oleLink")), None) is not None:
                raise ActiveContent(name=self.name, found="liên kết DDE")
        return root

    def read_all(self) -> tuple[list[tuple[str, etree._Element]], "_Cells", list[str]]:
        """The sheets that are shown, by name in order; what their cells refer to; and the names of hidden sheets."""
        for path in self._related("externalLink"):
            self._part(path)
        root = self._part(self.main)
        folder = dirname(self.main)
        paths = {
            relation.key: part_path(folder, relation.target) for relation in self._relations_in(self._relations_path(folder))
        }
        shown: list[tuple[str, etree._Element]] = []
        hidden: list[str] = []
        for sheet in root.iterfind("s:sheets/s:sheet", S) if root is not None else ():
            name = sheet.get("name", "")
            part = self._part(paths.get(sheet.get(link("id"), ""), ""))
            if sheet.get("state", "visible") != "visible":
                hidden.append(name)
            elif part is not None and part.tag == s("worksheet"):
                shown.append((name, part))
        strings, styles = self._first("sharedStrings"), self._first("styles")
        old_days = (
            root is not None and (days := root.find("s:workbookPr", S)) is not None and days.get("date1904") in {"1", "true"}
        )
        return shown, _Cells(_shared(strings), _Look.read(styles), bool(old_days)), hidden

    def _relations_path(self, folder: str) -> str:
        return join(folder, "_rels", self.main.rpartition("/")[2] + ".rels")

    def _first(self, kind: str) -> etree._Element | None:
        return next((part for path in self._related(kind) if (part := self._part(path)) is not None), None)


def _whole(value: str | None) -> int:
    return int(value) if value is not None and value.isdecimal() and len(value) < 8 else 0


def _pieces(text: etree._Element) -> Iterator[tuple[str, str | None]]:
    """The words of a string, piece by piece with its own font's encoding; "" stands for the cell's font."""
    for child in text:
        if child.tag == s("t"):
            yield child.text or "", ""
        elif child.tag == s("r"):
            font = child.find("s:rPr/s:rFont", S)
            yield child.findtext("s:t", "", S), encoding_of_font(font.get("val", "")) if font is not None else ""


def _shared(strings: etree._Element | None) -> list[list[tuple[str, str | None]]]:
    return [] if strings is None else [list(_pieces(text)) for text in strings.iterfind("s:si", S)]


@dataclass
class _Cells:
    """What the cells of a workbook show."""

    strings: list[list[tuple[str, str | None]]]
    look: _Look
    from_1904: bool

    def words(self, cell: etree._Element) -> Words:
        """The words a cell shows; none for an empty one and for an error."""
        style, kind = _whole(cell.get("s")), cell.get("t", "n")
        if kind == "inlineStr":
            text = cell.find("s:is", S)
            return self._read(list(_pieces(text)) if text is not None else [], style)
        value = cell.findtext("s:v", "", S)
        if kind == "s":
            place = _whole(value)
            return self._read(self.strings[place] if place < len(self.strings) else [], style)
        if kind == "n":
            value = self._number(value, style)
        elif kind == "b":
            value = {"1": "Đúng", "0": "Sai"}.get(value, "")
        elif kind == "d":
            value = _iso_date(value)
        elif kind == "e":
            value = ""
        return self._read([(value, "")], style).stripped()

    def _read(self, pieces: list[tuple[str, str | None]], style: int) -> Words:
        own = self.look.encoding(style)
        return read_words((text, own if encoding == "" else encoding) for text, encoding in pieces).stripped()

    def _number(self, value: str, style: int) -> str:
        try:
            number = float(value)
        except ValueError:
            return ""
        if not abs(number) < 1e300:
            return ""
        return shown_number(number, self.look.format(style), from_1904=self.from_1904)


def _iso_date(value: str) -> str:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return value
    return f"{moment:%d/%m/}{moment.year}"


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _hidden_columns(sheet: etree._Element) -> set[int]:
    hidden: set[int] = set()
    for columns in sheet.iterfind("s:cols/s:col", S):
        if columns.get("hidden") in {"1", "true"}:
            first, last = _whole(columns.get("min")), _whole(columns.get("max"))
            hidden.update(range(first - 1, min(last, 16_384)))
    return hidden


def _covered(sheet: etree._Element) -> set[tuple[int, int]]:
    """The places (row, column) under a merged cell, but for its first."""
    covered: set[tuple[int, int]] = set()
    for merged in sheet.iterfind("s:mergeCells/s:mergeCell", S):
        corners = [_REFERENCE.fullmatch(corner) for corner in merged.get("ref", "").split(":")]
        if len(corners) != 2 or corners[0] is None or corners[1] is None or len(covered) > CELLS:
            continue
        (left, top), (right, bottom) = ((_column(found[1]), int(found[2]) - 1) for found in corners if found)
        if (bottom - top + 1) * (right - left + 1) <= CELLS:
            covered |= {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)} - {(top, left)}
    return covered


def _rows(sheet: etree._Element, cells: _Cells, name: str) -> Iterator[tuple[int, Row]]:
    """The rows that are shown and say something, with their numbers from 0."""
    hidden, covered, at, seen = _hidden_columns(sheet), _covered(sheet), -1, 0
    for row in sheet.iterfind("s:sheetData/s:row", S):
        at = _whole(row.get("r")) - 1 if row.get("r") else at + 1
        if row.get("hidden") in {"1", "true"}:
            continue
        said, column = Row(), -1
        for cell in row.iterfind("s:c", S):
            reference = _REFERENCE.fullmatch(cell.get("r", ""))
            column = _column(reference[1]) if reference else column + 1
            seen += 1
            if seen > CELLS:
                raise TooLarge(name=name, reason=f"bảng tính nhiều hơn {CELLS // 1000} nghìn ô")
            if column not in hidden and (at, column) not in covered and (words := cells.words(cell)).text:
                said[column] = words
        if said:
            yield at, said


def _table_span(rows: list[tuple[int, Row]]) -> tuple[int, int]:
    """From which row to which the table goes: what stands above is its title, what stands below, after a gap, its signature."""
    wide = [place for place, (_, row) in enumerate(rows) if len(row) >= _WIDE_ROW]
    if not wide:
        pairs = [place for place, (_, row) in enumerate(rows) if len(row) > 1]
        return (pairs[0], len(rows)) if len(pairs) >= _WIDE_ROW else (len(rows), len(rows))
    end = wide[-1] + 1
    while end < len(rows) and rows[end][0] == rows[end - 1][0] + 1:
        end += 1
    return wide[0], end


def _write_sheet(draft: Draft, title: str, rows: list[tuple[int, Row]]) -> None:
    if title:
        draft.add_paragraph(title, heading=1)
    first, end = _table_span(rows)
    columns = sorted({column for _, row in rows[first:end] for column in row})[:COLUMNS]
    for place, (_, row) in enumerate(rows):
        if place == first:
            number = draft.start_table()
        if not first <= place < end:
            for words in row.values():
                draft.add_paragraph(words.text, written=words.written)
            continue
        for shown, column in enumerate(columns):
            words = row.get(column, _NO_WORDS)
            draft.add_cell(words.text, (number, place - first, shown), written=words.written)
        draft.end_row()


def document_of_workbook(archive: Archive, name: str) -> Document:
    """An .xlsx file as a Document. Raises an UnreadableFile for macros, links that fetch, a secrecy mark, or no text."""
    package = WorkbookPackage(archive, name)
    sheets, cells, hidden = package.read_all()
    draft = Draft(name)
    for title, sheet in sheets:
        if rows := list(_rows(sheet, cells, name)):
            before = draft.length
            _write_sheet(draft, "" if len(sheets) == 1 and _NAMELESS.fullmatch(title) else title, rows)
            if mark := secrecy_mark(draft.text[before:]):
                raise StateSecret(name=name, mark=mark)
    if not draft.length:
        raise NoText(name=name) if package.has_pictures else EmptyFile(name=name)
    properties = package.properties() | ({"hidden_sheets": ", ".join(hidden)} if hidden else {})
    return Document(name, draft.text, XLSX, tuple(draft.locators), properties=MappingProxyType(properties), origin=draft.origin)
