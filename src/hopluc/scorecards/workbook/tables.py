"""Where the numbers of a workbook stand: tables of units by columns, one a sheet, and the parameters of every part."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

FIRST: Final = 4
"""The row of the first unit: above it the stamp, what the sheet is, codes and names."""
_LEFT: Final = 2
"""The columns of code and name come first."""


@dataclass(frozen=True)
class Cell:
    """A number, or none; with the formula that gives it, else a value: one to be changed (`given`), or one that no formula tells."""

    value: float | None
    formula: str = ""
    given: bool = False

    @property
    def is_fixed(self) -> bool:
        """Is it a number that nothing here gives and nobody changes."""
        return self.value is not None and not self.formula and not self.given


@dataclass(frozen=True)
class Table:
    """One sheet: a row a unit, a column a code. `told` says what stands there."""

    sheet: str
    told: str
    units: tuple[str, ...]
    codes: tuple[str, ...]
    cells: Sequence[Sequence[Cell]]

    def at(self, unit: str, code: str) -> str:
        """A cell as a formula on another sheet names it."""
        row, column = FIRST + self._rows[unit], _LEFT + self._columns[code]
        return f"'{self.sheet}'!{xl_rowcol_to_cell(row, column)}"

    def column(self, code: str) -> str:
        """All cells of a code."""
        letter = xl_col_to_name(_LEFT + self._columns[code], col_abs=True)
        return f"'{self.sheet}'!{letter}${FIRST + 1}:{letter}${FIRST + len(self.units)}"

    @cached_property
    def _rows(self) -> dict[str, int]:
        return {unit: row for row, unit in enumerate(self.units)}

    @cached_property
    def _columns(self) -> dict[str, int]:
        return {code: column for column, code in enumerate(self.codes)}

    @property
    def fixed(self) -> tuple[str, ...]:
        """The codes of the columns in which a number is neither a formula nor one to be changed."""
        return tuple(code for column, code in enumerate(self.codes) if any(row[column].is_fixed for row in self.cells))


@dataclass(frozen=True)
class Parameters:
    """The sheet of what every part is measured and weighed by: a row a code."""

    sheet: str
    rows: Mapping[str, Sequence[str | float | None]]

    HEADS = ("Mã", "Tên", "Thuộc", "Trọng số", "Chiều", "Cách tính", "Mốc thấp", "Mốc cao", "Mục tiêu", "Kéo lên", "Kéo xuống")
    CHANGED = frozenset({"Trọng số", "Mốc thấp", "Mốc cao", "Mục tiêu", "Kéo lên", "Kéo xuống"})

    def at(self, code: str, head: str) -> str:
        """The cell of a parameter as a formula names it."""
        place = xl_rowcol_to_cell(FIRST + self._rows[code], self.HEADS.index(head), row_abs=True, col_abs=True)
        return f"'{self.sheet}'!{place}"

    @cached_property
    def _rows(self) -> dict[str, int]:
        return {code: row for row, code in enumerate(self.rows)}

    def has(self, code: str, head: str) -> bool:
        """Is that parameter given."""
        return self.rows[code][self.HEADS.index(head)] is not None
