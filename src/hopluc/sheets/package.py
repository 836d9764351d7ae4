"""A form somebody else made (biểu mẫu), as the workbook it is: read with its formulas and merged cells, and given back with numbers put in.

What is filled in is the value of single cells. Every other part of the package goes back byte for byte; in a sheet that is filled its
formats, merged cells, formulas and print set-up stand as they were. The results that formulas showed last time are taken out, and the
program that opens the file is told to work them out again.
"""

import re
import zipfile
from bisect import bisect, insort
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from itertools import groupby, product
from posixpath import join, normpath

from lxml import etree

from hopluc.errors import BrokenFile
from hopluc.sheets.cells import Cells, sheets_of
from hopluc.spoilt import SPOILT

Place = tuple[int, int]
"""Row and column of a cell, both from 0."""
_BOOK = "xl/workbook.xml"
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_MARKED_UP = re.compile(rb"<!DOCTYPE|<!ENTITY")
_MOST_RANGES, _MOST_COVERED = 100_000, 2_000_000
"""As many merged ranges as a sheet may have, and as many of its own cells under them in all: several times what a sheet holds."""
_SPOILT = (*SPOILT, etree.LxmlError)
_AFTER_CALC = frozenset(
    {"oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing", "fileRecoveryPr"}
    | {"webPublishObjects", "extLst"}
)
"""What stands after the settings of calculation in a workbook's part (ECMA-376, CT_Workbook)."""


@dataclass(frozen=True)
class FormSheet:
    """A sheet of a form: its title, the part of the package it is, its cells, those that hold a formula, those under a merged one."""

    title: str
    part: str
    cells: Cells
    formulas: frozenset[Place]
    covered: frozenset[Place]

    def is_open(self, place: Place, *, over_numbers: bool = False) -> bool:
        """May a number go in here: an empty cell, or one of a number where these are to be replaced; never words or a formula."""
        row, column = place
        if place in self.formulas or place in self.covered or not self._holds(place):
            return False
        cell = self.cells[row][column]
        return cell is None or (over_numbers and isinstance(cell, Decimal))

    def _holds(self, place: Place) -> bool:
        return 0 <= place[0] < len(self.cells) and 0 <= place[1] < len(self.cells[place[0]])


def read_form(data: bytes, name: str) -> tuple[FormSheet, ...]:
    """The sheets of a form that hold anything, in their order. Raises BrokenFile, TooLarge."""
    found = sheets_of(data, name)
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            parts = _parts(package)
            told = ((title, parts[title], cells) for title, cells in found if title in parts and any(map(any, cells)))
            return tuple(FormSheet(title, part, cells, *_marks(package.read(part), cells)) for title, part, cells in told)
    except _SPOILT as mishap:
        raise BrokenFile(name=name, reason="bảng trong tệp không đọc được") from mishap


def fill_form(data: bytes, numbers: Mapping[str, Mapping[Place, Decimal]], name: str) -> bytes:
    """The workbook with these numbers in the cells of its parts, as numbers; a cell that holds a formula is left as it is.

    Raises BrokenFile.
    """
    made = BytesIO()
    try:
        with zipfile.ZipFile(BytesIO(data)) as package, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as filled:
            sheets = frozenset(_parts(package).values())
            for entry in package.infolist():
                said = package.read(entry.filename)
                if entry.filename in sheets and (numbers.get(entry.filename) or b"<f" in said or b":f" in said):
                    said = _with_numbers(said, numbers.get(entry.filename, {}))
                elif entry.filename == _BOOK:
                    said = _worked_out_anew(said)
                filled.writestr(entry, said, entry.compress_type)
    except _SPOILT as mishap:
        raise BrokenFile(name=name, reason="bảng trong tệp không điền được") from mishap
    return made.getvalue()


def reference(place: Place) -> str:
    """A place as a spreadsheet names it.

    >>> reference((11, 27))
    'AB12'
    """
    row, column = place
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"


def _place(said: str) -> Place:
    found = _REFERENCE.fullmatch(said)
    if found is None:
        raise ValueError(said)
    column = 0
    for letter in found[1]:
        column = 26 * column + ord(letter) - 64
    return int(found[2]) - 1, column - 1


def _tree(said: bytes) -> etree._Element:
    """A part as a tree. A part that declares entities is none of a spreadsheet's: ValueError."""
    if _MARKED_UP.search(said):
        raise ValueError("a document type")
    return etree.fromstring(
        said, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True)
    )


def _written(tree: etree._Element) -> bytes:
    return etree.tostring(tree.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)


def _parts(package: zipfile.ZipFile) -> dict[str, str]:
    """The part of each sheet's title."""
    links = _tree(package.read("xl/_rels/workbook.xml.rels"))
    targets = {link.get("Id"): normpath(join("/xl", str(link.get("Target")))).lstrip("/") for link in links}
    sheets = _tree(package.read(_BOOK)).iterfind("{*}sheets/{*}sheet")
    found = {str(sheet.get("name")): targets.get(sheet.get(_REL) or _strict_id(sheet), "") for sheet in sheets}
    return {title: part for title, part in found.items() if part in package.namelist()}


def _strict_id(sheet: etree._Element) -> str | None:
    """The link of a sheet in a workbook of the strict kind, whose names stand in another namespace."""
    return next((str(value) for name, value in sheet.attrib.items() if str(name).endswith("}id")), None)


def _marks(said: bytes, cells: Cells) -> tuple[frozenset[Place], frozenset[Place]]:
    """The cells of a sheet that hold a formula, and those that a merged cell covers; of ranges, the cells that the sheet has."""
    tree = _tree(said)
    placed = ((place, cell.find("{*}f")) for place, cell in _cells(tree.find("{*}sheetData")))
    formulas = {place: formula for place, formula in placed if formula is not None}
    arrays = (str(one.get("ref")) for one in formulas.values() if one.get("t") == "array")
    merged = (str(one.get("ref")) for one in tree.iterfind("{*}mergeCells/{*}mergeCell"))
    return frozenset(formulas).union(_stretches(arrays, cells)), frozenset(_stretches(merged, cells, first=False))


def _stretches(refs: Iterable[str], cells: Cells, *, first: bool = True) -> Iterator[Place]:
    """The cells of the sheet that stand in ranges, with or without the first corner of each. Raises ValueError for too many."""
    left_over = _MOST_COVERED
    for count, ref in enumerate(refs):
        rows, columns = _stretch(ref, cells)
        left_over -= len(rows) * len(columns)
        if count >= _MOST_RANGES or left_over < 0:
            raise ValueError(ref)
        corner = None if first else _place(ref.partition(":")[0])
        yield from (place for place in product(rows, columns) if place != corner)


def _stretch(ref: str, cells: Cells) -> tuple[range, range]:
    """The rows and columns of a range, those that the sheet has: a blank range may go on to the last cell a spreadsheet can have."""
    first, _, last = ref.partition(":")
    (top, left), (bottom, right) = _place(first), _place(last or first)
    width = len(cells[0]) if cells else 0
    return range(top, min(bottom + 1, len(cells))), range(left, min(right + 1, width))


def _rows(data: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """The rows of a sheet with their numbers from 0; one that does not say its number follows the one before it."""
    number = -1
    for row in data.iterfind("{*}row"):
        number = int(row.get("r") or number + 2) - 1
        yield number, row


def _row_cells(number: int, row: etree._Element) -> Iterator[tuple[Place, etree._Element]]:
    """The cells of a row with their places; one that does not say its place follows the one before it."""
    place = number, -1
    for cell in row.iterfind("{*}c"):
        said = cell.get("r")
        place = _place(said) if said else (number, place[1] + 1)
        yield place, cell


def _cells(data: etree._Element | None) -> Iterator[tuple[Place, etree._Element]]:
    """The cells a sheet writes, with their places."""
    for number, row in () if data is None else _rows(data):
        yield from _row_cells(number, row)


def _formula(cell: etree._Element) -> etree._Element | None:
    return cell.find("{*}f")


def _with_numbers(said: bytes, numbers: Mapping[Place, Decimal]) -> bytes:
    tree = _tree(said)
    data = tree.find("{*}sheetData")
    if data is None:
        raise ValueError("a sheet without cells")
    for _, cell in _cells(data):
        if _formula(cell) is not None:
            _forget(cell)
    rows = _Children(data, "row", dict(_rows(data)))
    for row_number, places in groupby(sorted(numbers), key=lambda place: place[0]):
        row = rows.at(row_number, str(row_number + 1))
        cells = _Children(row, "c", {place[1]: cell for place, cell in _row_cells(row_number, row)})
        for place in places:
            cell = cells.at(place[1], reference(place))
            if _formula(cell) is None:
                _put(cell, numbers[place])
    return _written(tree)


def _forget(cell: etree._Element) -> None:
    """Take out what a formula came to last time."""
    for value in cell.findall("{*}v"):
        cell.remove(value)
    _untype(cell)


def _untype(cell: etree._Element) -> None:
    if "t" in cell.attrib:
        del cell.attrib["t"]


def _put(cell: etree._Element, number: Decimal) -> None:
    for child in list(cell):
        if _local(child) in {"v", "is"}:
            cell.remove(child)
    _untype(cell)
    value = etree.Element(_named(cell, "v"))
    value.text = format(number.normalize() if number else Decimal(0), "f")
    cell.insert(0, value)


def _named(beside: etree._Element, name: str) -> str:
    space = etree.QName(beside).namespace
    return f"{{{space}}}{name}" if space else name


class _Children:
    """The rows of a sheet or the cells of a row, by where they stand; one that is not written is put in its place."""

    def __init__(self, parent: etree._Element, name: str, known: dict[int, etree._Element]) -> None:
        self._parent, self._name, self._known = parent, name, known
        self._order = sorted(known)

    def at(self, wanted: int, said: str) -> etree._Element:
        """The child that stands there, else a new one that says it does."""
        if wanted in self._known:
            return self._known[wanted]
        made = etree.Element(_named(self._parent, self._name), r=said)
        after = bisect(self._order, wanted)
        if after < len(self._order):
            self._known[self._order[after]].addprevious(made)
        elif self._order:
            self._known[self._order[-1]].addnext(made)
        else:
            self._parent.insert(0, made)
        self._known[wanted] = made
        insort(self._order, wanted)
        return made


def _worked_out_anew(said: bytes) -> bytes:
    """The workbook's own part, telling the program that opens it to work out all formulas."""
    tree = _tree(said)
    settings = tree.find("{*}calcPr")
    if settings is None:
        settings = etree.Element(_named(tree, "calcPr"))
        after = next((at for at, child in enumerate(tree) if _local(child) in _AFTER_CALC), len(tree))
        tree.insert(after, settings)
    settings.set("fullCalcOnLoad", "1")
    return _written(tree)


def _local(child: etree._Element) -> str:
    return etree.QName(child).localname if isinstance(child.tag, str) else ""
