"""What was changed in an edited grid: lines added, cells changed, cells changed on both sides, rows that cannot go in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hopluc.sheets.grid import Cell, Column, Grid, Line, as_text
from hopluc.sheets.rows import Row


@dataclass(frozen=True)
class Touched:
    """A cell somebody changed: the column, its words now in the register, its words in the file."""

    column: Column
    now: str
    edited: str


@dataclass(frozen=True)
class Added:
    """A row without a key: a line that is new."""

    row: Row

    def words(self, grid: Grid) -> dict[str, str]:
        """What the row says, by column name; empty cells left out."""
        return {column.name: words for column, words in zip(grid.columns, self.row.words, strict=True) if words}


@dataclass(frozen=True)
class Changed:
    """A line with the cells that were changed in the file alone."""

    row: Row
    line: Line
    cells: tuple[Touched, ...]


@dataclass(frozen=True)
class Conflict:
    """A line with cells changed in the file and, since it was written, in the register too. Nothing of it goes in by itself."""

    row: Row
    line: Line
    cells: tuple[Touched, ...]


@dataclass(frozen=True)
class Refused:
    """A row that cannot go in, and why, in words for the officer."""

    row: Row
    reason: str


@dataclass(frozen=True)
class Changes:
    """All that an edited file says against the register: `untouched` lines say nothing new, `absent` ones are not in the file."""

    added: tuple[Added, ...]
    changed: tuple[Changed, ...]
    conflicts: tuple[Conflict, ...]
    refused: tuple[Refused, ...]
    untouched: int
    absent: int

    @property
    def nothing_new(self) -> bool:
        return not (self.added or self.changed or self.conflicts or self.refused)


Told = Added | Changed | Conflict | Refused | None


def compare(grid: Grid, lines: Sequence[Line], rows: Sequence[Row]) -> Changes:
    """Set an edited file's rows against the lines as they are now. A line left out of the file is left as it is."""
    known = {line.key: line for line in lines}
    seen: set[str] = set()
    told = [_told(grid, known, seen, row) for row in rows]
    return Changes(
        tuple(one for one in told if isinstance(one, Added)),
        tuple(one for one in told if isinstance(one, Changed)),
        tuple(one for one in told if isinstance(one, Conflict)),
        tuple(one for one in told if isinstance(one, Refused)),
        untouched=sum(one is None for one in told),
        absent=len(known.keys() - seen),
    )


def _told(grid: Grid, known: Mapping[str, Line], seen: set[str], row: Row) -> Told:
    """What one row says; None where it says nothing new."""
    if not row.key:
        missing = _missing(grid, row)
        return Refused(row, missing) if missing else _allowed(grid, row) or Added(row)
    found = grid.marks_in(row.key)
    line = known.get(found[0]) if found else None
    if found is None or line is None:
        return Refused(row, "Mã dòng không thuộc bảng này hoặc nội dung đã rút khỏi sổ. Dòng mới đề nghị để trống mã dòng.")
    if line.key in seen:
        return Refused(row, "Mã dòng này đã có ở một dòng phía trên. Dòng mới đề nghị để trống mã dòng.")
    seen.add(line.key)
    return _against(grid, row, line, found[1])


def _against(grid: Grid, row: Row, line: Line, marks: Sequence[str]) -> Told:
    touched: list[Touched] = []
    clash: list[Touched] = []
    for column, mark, words, cell in zip(grid.columns, marks, row.words, line.cells, strict=True):
        if words is None or column.mark(words) == mark or column.canonical(words) == column.canonical(cell):
            continue
        one = Touched(column, as_text(cell), words)
        (clash if column.mark(cell) != mark else touched).append(one)
    if not touched and not clash:
        return None
    for one in (*touched, *clash):
        if one.column.locked or one.column.keeps:
            return Refused(
                row, f'Cột "{one.column.label}" không sửa được trong bảng này. Đề nghị giữ như cũ: {one.now or "để trống"}.'
            )
        if refusal := _refusal(one.column, one.edited):
            return Refused(row, refusal)
    return Conflict(row, line, (*touched, *clash)) if clash else Changed(row, line, tuple(touched))


def _missing(grid: Grid, row: Row) -> str:
    labels = [column.label for column, words in zip(grid.columns, row.words, strict=True) if column.required and not words]
    return f"Dòng mới chưa có: {', '.join(labels)}." if labels else ""


def _allowed(grid: Grid, row: Row) -> Refused | None:
    for column, words in zip(grid.columns, row.words, strict=True):
        if words and not column.locked and (refusal := _refusal(column, words)):
            return Refused(row, refusal)
    return None


def _refusal(column: Column, words: Cell) -> str:
    """Why these words cannot stand in the column; nothing where they can."""
    said = as_text(words)
    if column.required and not said:
        return f'Cột "{column.label}" không được để trống.'
    if said and column.choices and column.chosen(said) is None:
        return f'Cột "{column.label}" không có lựa chọn "{said[:60]}". Đề nghị chọn trong danh sách của ô.'
    return ""
