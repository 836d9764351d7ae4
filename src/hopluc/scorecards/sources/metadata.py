"""A definition out of COINr's table of metadata (iMeta): a row an indicator, aggregate, group of units or denominator."""

from dataclasses import replace

from hopluc.scorecards.definition import Column, Definition, Denominate, Goalposts, Group, Indicator, Steps
from hopluc.scorecards.soundness import refuse_unsound
from hopluc.scorecards.sources.sheet import MISSING, Row, Sheet

_NEEDED = ("iCode", "Type")
_TYPES = ("Indicator", "Aggregate", "Group", "Denominator", "Other")


def read_metadata(sheet: Sheet, code: str) -> Definition:
    """The definition an iMeta table describes, as an example, with COINr's default steps. Raises WrongFigure or WrongDefinition.

    Read are iCode, iName, Direction, Weight, Unit, Target, Denominator, Parent, Type, goalpost_lower and goalpost_upper. The level is not:
    it follows from the parents. A row of type Other is no part of the index.
    """
    head = {str(cell).strip(): place for place, cell in enumerate(sheet.rows[0].cells)}
    for column in _NEEDED:
        if column not in head:
            raise sheet.refuse(sheet.rows[0].line, column, "bảng iMeta thiếu cột này")
    table = _Table(sheet, head)
    rows: dict[str, list[Row]] = {kind: [] for kind in _TYPES}
    for row in sheet.rows[1:]:
        kind = table.text(row, "Type")
        if kind not in rows:
            raise sheet.refuse(row.line, "Type", f'không có loại "{kind}"; chọn một trong: {", ".join(_TYPES)}')
        rows[kind].append(row)
    made = Definition(
        code,
        "-",
        code,
        "example",
        f"bảng iMeta {sheet.file}",
        tuple(map(table.group, rows["Aggregate"])),
        tuple(map(table.indicator, rows["Indicator"])),
        denominators=tuple(map(table.column, rows["Denominator"])),
        classes=tuple(map(table.column, rows["Group"])),
        file=sheet.file,
    )
    divided = any(one.denominator for one in made.indicators)
    made = replace(made, steps=Steps(denominate=Denominate())) if divided else made
    refuse_unsound(made)
    return made


class _Table:
    """The cells of an iMeta table by the name of their column."""

    def __init__(self, sheet: Sheet, head: dict[str, int]) -> None:
        self.sheet, self.head = sheet, head

    def text(self, row: Row, name: str) -> str:
        """The words of a cell; empty where it is missing."""
        word = str(row.cell(self.head[name])).strip() if name in self.head else ""
        return "" if word.lower() in MISSING else word

    def number(self, row: Row, name: str, otherwise: float) -> float:
        """The number in a cell."""
        found = self.sheet.number(row.cell(self.head[name]), row.line, name) if name in self.head else None
        return otherwise if found is None else found

    def column(self, row: Row) -> Column:
        """A denominator or class of units."""
        return Column(self._code(row), self._name(row), self.text(row, "Unit"))

    def group(self, row: Row) -> Group:
        """An aggregate."""
        return Group(self._code(row), self._name(row), self.text(row, "Parent") or None, self.number(row, "Weight", 1.0))

    def indicator(self, row: Row) -> Indicator:
        """An indicator."""
        target, lower, upper = (self.number(row, name, float("nan")) for name in ("Target", "goalpost_lower", "goalpost_upper"))
        direction = self.number(row, "Direction", 1.0)
        if direction not in (1, -1):
            raise self.sheet.refuse(row.line, "Direction", "phải là 1 hoặc -1")
        if not (parent := self.text(row, "Parent")):
            raise self.sheet.refuse(row.line, "Parent", "chỉ số không thuộc nhóm nào")
        return Indicator(
            self._code(row),
            self._name(row),
            parent,
            int(direction),
            self.number(row, "Weight", 1.0),
            self.text(row, "Unit"),
            self.text(row, "Denominator") or None,
            target=None if target != target else target,  # noqa: PLR0124 (NaN is what differs from itself)
            goalposts=None if lower != lower or upper != upper else Goalposts(lower, upper),  # noqa: PLR0124
        )

    def _code(self, row: Row) -> str:
        if not (code := self.text(row, "iCode")):
            raise self.sheet.refuse(row.line, "iCode", "thiếu mã")
        return code

    def _name(self, row: Row) -> str:
        return self.text(row, "iName") or self._code(row)
