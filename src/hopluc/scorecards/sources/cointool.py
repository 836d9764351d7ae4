"""A definition and its figures out of the workbook of the JRC's COIN Tool (2019): sheets `Database` and `Framework`.

In `Database` the indicators stand in columns from E on: goalposts, direction and weight in rows 7 to 10, the groups above each in rows 11 to 14,
its name and code in rows 15 and 16, the figures from row 17 on, names and codes of units in columns B and C. `Framework` lists every
group with its name, weight and code from row 4 on.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from hopluc.scorecards.data import Data
from hopluc.scorecards.definition import Definition, Goalposts, Group, Indicator
from hopluc.scorecards.soundness import refuse_unsound
from hopluc.scorecards.sources.sheet import Row, Sheet, read_sheet

_HIGH, _LOW, _DIRECTION, _WEIGHT, _TOP, _LEVELS, _NAME, _CODE, _FIRST = 7, 8, 9, 10, 11, (14, 13, 12, 11), 15, 16, 17
_FROM = 4
"""The place of column E."""
_LABEL = "Dimension/indicator"
"""What heads the names in `Framework`."""
_GROUP, _SHARE, _TITLE = 2, 4, 7
"""The places of the columns C (code), E (weight) and H (name) in `Framework`."""


@dataclass(frozen=True)
class _Grid:
    """A sheet by row and column as Excel counts them."""

    sheet: Sheet
    rows: dict[int, Row]

    def text(self, line: int, place: int) -> str:
        return str(self.rows[line].cell(place)).strip() if line in self.rows else ""

    def number(self, line: int, place: int, key: str) -> float | None:
        return self.sheet.number(self.rows[line].cell(place), line, key) if line in self.rows else None


def read_coin_tool(path: Path) -> tuple[Definition, Data]:
    """The definition and the figures of a COIN Tool workbook, as an example normalised from 0 to 100. Raises UnreadableFile, WrongFigure, WrongDefinition."""
    database = _grid(read_sheet(path, "Database"))
    framework = _grid(read_sheet(path, "Framework"))
    width = max((len(row.cells) for row in database.rows.values()), default=0)
    places = [place for place in range(_FROM, width) if _is_used(database, place)]
    if not places:
        raise database.sheet.refuse(_CODE, "E", "không có chỉ số nào ở dòng này")
    lines = [line for line in sorted(database.rows) if line >= _FIRST and database.text(line, 2)]
    levels = _used_levels(database, places)
    indicators = tuple(_indicator(database, place, levels) for place in places)
    definition = Definition(
        path.stem,
        "-",
        path.stem,
        "example",
        f"COIN Tool, {path.name}",
        _groups(database, framework, places, levels),
        indicators,
        file=path.name,
    )
    refuse_unsound(definition)
    return definition, _figures(database, definition, places, lines)


def _grid(sheet: Sheet) -> _Grid:
    return _Grid(sheet, {row.line: row for row in sheet.rows})


def _is_used(database: _Grid, place: int) -> bool:
    figures = (database.text(line, place) for line in database.rows if line >= _FIRST)
    return bool(database.text(_CODE, place)) and any(text and text.lower() != "n/a" for text in figures)


def _used_levels(database: _Grid, places: list[int]) -> list[int]:
    """The rows of groups from the lowest up; one with the same group everywhere is a level not used, but for the index itself."""
    return [line for line in _LEVELS if line == _TOP or len({database.text(line, place) for place in places}) > 1]


def _indicator(database: _Grid, place: int, levels: list[int]) -> Indicator:
    code = database.text(_CODE, place)
    low, high = database.number(_LOW, place, code), database.number(_HIGH, place, code)
    direction = database.number(_DIRECTION, place, code)
    if direction not in (1, -1):
        raise database.sheet.refuse(_DIRECTION, code, "chiều phải là 1 hoặc -1")
    weight = database.number(_WEIGHT, place, code)
    if weight is None:
        raise database.sheet.refuse(_WEIGHT, code, "thiếu trọng số")
    return Indicator(
        code,
        database.text(_NAME, place) or code,
        database.text(levels[0], place),
        int(direction),
        weight,
        goalposts=Goalposts(low, high) if low is not None and high is not None and low < high else None,
    )


def _groups(database: _Grid, framework: _Grid, places: list[int], levels: list[int]) -> tuple[Group, ...]:
    named = _named(framework)
    found: dict[str, Group] = {}
    for line, above in zip(levels, [*levels[1:], None], strict=True):
        for place in places:
            code = database.text(line, place)
            parent = database.text(above, place) if above is not None else None
            if code in found and found[code].parent != parent:
                raise database.sheet.refuse(line, code, f'nhóm này thuộc cả "{found[code].parent}" và "{parent}"')
            name, weight = named.get(code, (code, 1.0))
            found.setdefault(code, Group(code, name, parent, weight))
    return tuple(found.values())


def _named(framework: _Grid) -> dict[str, tuple[str, float]]:
    """The name and the weight of each group by its code."""
    head = next((row for row in framework.rows.values() if _LABEL in row.cells), None)
    if head is None:
        raise framework.sheet.refuse(4, _LABEL, "trang Framework thiếu cột này")
    named = {}
    for line in framework.rows:
        code, name = framework.text(line, _GROUP), framework.text(line, _TITLE)
        if line > head.line and code and name not in ("", "--"):
            weight = framework.number(line, _SHARE, code)
            named[code] = (name, 1.0 if weight is None else weight)
    return named


def _figures(database: _Grid, definition: Definition, places: list[int], lines: list[int]) -> Data:
    codes = tuple(one.code for one in definition.indicators)
    cells = [[database.number(line, place, code) for place, code in zip(places, codes, strict=True)] for line in lines]
    values = np.array([[np.nan if cell is None else cell for cell in row] for row in cells], dtype=float)
    units = tuple(database.text(line, 2) for line in lines)
    for place, unit in enumerate(units):
        if unit in units[:place]:
            raise database.sheet.refuse(lines[place], "C", f'mã "{unit}" dùng hai lần')
    names = tuple(database.text(line, 1) or unit for line, unit in zip(lines, units, strict=True))
    return Data(units, codes, values.reshape(len(units), len(codes)), names, file=database.sheet.file, lines=tuple(lines))
