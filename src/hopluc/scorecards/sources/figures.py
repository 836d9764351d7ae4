"""The figures of a definition out of a table: a row a unit (and year), a column an indicator, as in COINr's iData."""

import re
from dataclasses import dataclass

import numpy as np

from hopluc.scorecards.arrays import Floats
from hopluc.scorecards.data import Data
from hopluc.scorecards.definition import Definition, Indicator
from hopluc.scorecards.sources.sheet import Cell, Row, Sheet

UNIT, NAME, YEAR = "uCode", "uName", "Time"
"""What this package calls the three columns that are no figure, after COINr."""
_HEADS = {
    UNIT: ("ucode", "code", "mã", "mã đơn vị", "mã địa phương"),
    NAME: ("uname", "name", "tên", "tên đơn vị", "tên địa phương", "đơn vị", "địa phương"),
    YEAR: ("time", "year", "năm"),
}
_WITH_UNIT = re.compile(r"(?P<code>[^\[\]]+?)\s*\[(?P<unit>[^\[\]]*)\]")


@dataclass(frozen=True)
class _Head:
    """Where each column of a table stands, by its code."""

    line: int
    places: dict[str, int]


def read_figures(sheet: Sheet, definition: Definition) -> Data:
    """The figures of a table by a definition. Raises WrongFigure naming file, line and column; a missing figure stays missing.

    The first row names the columns: `uCode` (mã), `uName` (tên), `Time` (năm), and the code or the name of every indicator, denominator and
    class of units. A unit in square brackets after it must be the one of the definition.
    """
    head = _head(sheet, definition)
    body = sheet.rows[1:]
    if not body:
        raise sheet.refuse(head.line + 1, UNIT, "không có đơn vị nào")
    if UNIT not in head.places:
        raise sheet.refuse(head.line, UNIT, "thiếu cột mã đơn vị (uCode hoặc Mã)")
    for code, name in _named_columns(definition).items():
        if code not in head.places:
            raise sheet.refuse(head.line, code, f'thiếu cột "{name}"; chưa có số liệu thì thêm cột và để trống các ô')
    units = [_word(sheet, row, head, UNIT) for row in body]
    years = [_year(sheet, row, head) for row in body] if YEAR in head.places else []
    panel = len(set(years)) > 1
    _refuse_twice(sheet, body, units, years)
    return Data(
        tuple(units),
        tuple(one.code for one in definition.indicators),
        _columns(sheet, body, head, [_reader(one) for one in definition.indicators]),
        tuple(str(row.cell(head.places[NAME])).strip() for row in body) if NAME in head.places else tuple(units),
        {one.code: _columns(sheet, body, head, [_Reader(one.code)])[:, 0] for one in definition.denominators},
        {one.code: tuple(_class(row.cell(head.places[one.code])) for row in body) for one in definition.classes},
        tuple(years) if panel else (),
        sheet.file,
        tuple(row.line for row in body),
    )


@dataclass(frozen=True)
class _Reader:
    """How the cells of a column are read: the words that stand for points, and the least and greatest value it can take."""

    code: str
    words: tuple[tuple[str, float], ...] = ()
    low: float | None = None
    high: float | None = None
    unit: str = ""

    def value(self, sheet: Sheet, cell: Cell, line: int) -> float:
        if isinstance(cell, str) and (points := dict(self.words).get(cell.strip().lower())) is not None:
            return points
        found = sheet.number(cell, line, self.code)
        if found is None:
            return np.nan
        if not np.isfinite(found):
            raise sheet.refuse(line, self.code, "giá trị vô hạn")
        if self.words and found not in dict(self.words).values():
            raise sheet.refuse(line, self.code, f"{found:g} không phải một mức của thang: {', '.join(dict(self.words))}")
        if self.low is not None and found < self.low:
            raise sheet.refuse(
                line, self.code, f"{found:g} nhỏ hơn mức thấp nhất {self.low:g} {self.unit}; kiểm tra đơn vị tính".rstrip()
            )
        if self.high is not None and found > self.high:
            raise sheet.refuse(
                line, self.code, f"{found:g} lớn hơn mức cao nhất {self.high:g} {self.unit}; kiểm tra đơn vị tính".rstrip()
            )
        return found


def _reader(one: Indicator) -> _Reader:
    words = (
        tuple(((grade.word or "").lower(), grade.points) for grade in one.scale.grades) if one.scale.kind == "rubric" else ()
    )
    return _Reader(one.code, words, one.low, one.high, one.unit)


def _columns(sheet: Sheet, body: tuple[Row, ...], head: _Head, readers: list[_Reader]) -> Floats:
    for row in body if sheet.percents else ():
        for one in readers:
            if (row.line, head.places[one.code]) in sheet.percents:
                value = row.cell(head.places[one.code])
                told = f"ô có định dạng phần trăm: giữ {value} mà hiện gấp 100 lần; bỏ định dạng, ghi số theo đơn vị tính"
                raise sheet.refuse(row.line, one.code, told)
    cells = [[one.value(sheet, row.cell(head.places[one.code]), row.line) for one in readers] for row in body]
    return np.array(cells, dtype=float).reshape(len(body), len(readers))


def _head(sheet: Sheet, definition: Definition) -> _Head:
    first = sheet.rows[0]
    known: dict[str, str] = {word: code for code, words in _HEADS.items() for word in words}
    codes = _named_columns(definition)
    known |= {name.lower(): code for code, name in codes.items()}
    units = {one.code: one.unit for one in definition.indicators} | {one.code: one.unit for one in definition.denominators}
    places: dict[str, int] = {}
    for place, cell in enumerate(first.cells):
        written = str(cell).strip()
        if not written:
            continue
        parts = _WITH_UNIT.fullmatch(written)
        word = parts["code"] if parts else written
        code = word if word in codes else known.get(word.lower())
        if code is None:
            raise sheet.refuse(first.line, written, "định nghĩa không có cột này; bỏ cột, hoặc thêm vào định nghĩa")
        if code in places:
            raise sheet.refuse(first.line, written, "cột này có hai lần")
        if parts and parts["unit"].strip() != units.get(code, ""):
            raise sheet.refuse(first.line, written, f'đơn vị tính phải là "{units.get(code, "")}"')
        places[code] = place
    return _Head(first.line, places)


def _named_columns(definition: Definition) -> dict[str, str]:
    """The name of every column that the figures must have, by its code."""
    figures = {one.code: one.name for one in definition.indicators}
    return figures | {one.code: one.name for one in (*definition.denominators, *definition.classes)}


def _word(sheet: Sheet, row: Row, head: _Head, code: str) -> str:
    cell = row.cell(head.places[code])
    word = f"{cell:g}" if isinstance(cell, float) else str(cell).strip()
    if not word:
        raise sheet.refuse(row.line, code, "thiếu mã đơn vị")
    return word


def _class(cell: Cell) -> str:
    word = str(cell).strip()
    return "" if word in ("NA", "N/A") else word


def _year(sheet: Sheet, row: Row, head: _Head) -> int:
    found = sheet.number(row.cell(head.places[YEAR]), row.line, YEAR)
    if found is None or not found.is_integer():
        raise sheet.refuse(row.line, YEAR, "phải là một năm")
    return int(found)


def _refuse_twice(sheet: Sheet, body: tuple[Row, ...], units: list[str], years: list[int]) -> None:
    seen: dict[tuple[str, int], int] = {}
    for place, row in enumerate(body):
        one = (units[place], years[place] if years else 0)
        if one in seen:
            raise sheet.refuse(row.line, UNIT, f'mã "{units[place]}" đã có ở dòng {seen[one]}')
        seen[one] = row.line
