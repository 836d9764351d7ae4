"""What a grid is: its columns, its lines, and the marks by which a line remembers how it stood when it was written."""

import base64
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from hopluc.money import format_number
from hopluc.vietnamese import fold, nfc

Cell = str | Decimal | date | None
KEY_LABEL = "Mã dòng"
REASON_LABEL = "Lý do chưa đưa vào"
MARK_LENGTH = 4
_NUMBER = re.compile(r"-?\d{1,3}(?:\.\d{3})*(?:,\d+)?|-?\d+(?:,\d+)?")
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


class Kind(Enum):
    """What a column holds; a number or day may also be words, where nothing better is known."""

    TEXT = "text"
    NUMBER = "number"
    DAY = "day"


@dataclass(frozen=True)
class Column:
    """A column: its machine name, the label people see, how wide (characters), what it may hold.

    `locked`: shown, not to be changed. `choices`: the words it may hold, none for any. `keeps`: changed in new lines only.
    """

    name: str
    label: str
    width: int = 20
    kind: Kind = Kind.TEXT
    choices: tuple[str, ...] = ()
    locked: bool = False
    keeps: bool = False
    required: bool = False

    def canonical(self, cell: Cell) -> str:
        """The cell as text that is equal where two cells say the same: spaces evened, days and numbers in one form."""
        words = " ".join(nfc(as_text(cell)).split())
        if self.kind is Kind.NUMBER and _NUMBER.fullmatch(words):
            number = Decimal(words.replace(".", "").replace(",", "."))
            return format(number.normalize() if number else Decimal(0), "f")
        if self.kind is Kind.DAY and (found := _DAY.fullmatch(words)):
            return f"{found[1].zfill(2)}/{found[2].zfill(2)}/{found[3]}"
        if self.choices:
            return self.chosen(words) or words
        return words

    def chosen(self, words: str) -> str | None:
        """The choice these words mean, however it is typed; None where none."""
        return next((choice for choice in self.choices if fold(choice) == fold(words)), None)

    def mark(self, cell: Cell) -> str:
        """Four letters that tell one content of a cell from another."""
        digest = hashlib.sha256(f"{self.name}\0{self.canonical(cell)}".encode()).digest()
        return base64.urlsafe_b64encode(digest)[:MARK_LENGTH].decode()


@dataclass(frozen=True)
class Grid:
    """A table of one noun: its machine name, its title, its columns."""

    name: str
    title: str
    columns: tuple[Column, ...]

    def marked(self, line: "Line") -> str:
        """What the key column of a line says: the key, a dot, a mark of each cell."""
        return f"{line.key}.{''.join(column.mark(cell) for column, cell in zip(self.columns, line.cells, strict=True))}"

    def marks_in(self, written: str) -> tuple[str, tuple[str, ...]] | None:
        """The key and the marks a key column says; None where it says neither."""
        key, dot, marks = written.strip().rpartition(".")
        if not key or not dot or len(marks) != MARK_LENGTH * len(self.columns):
            return None
        return key, tuple(marks[start : start + MARK_LENGTH] for start in range(0, len(marks), MARK_LENGTH))


@dataclass(frozen=True)
class Line:
    """A line of a grid as the register has it: its key, and its cells in the order of the columns."""

    key: str
    cells: tuple[Cell, ...]


def as_text(cell: Cell) -> str:
    """A cell as an officer reads it: 05/01/2026; 1.200; 5,13.

    >>> as_text(date(2026, 1, 5)), as_text(Decimal("5132.50")), as_text(None)
    ('05/01/2026', '5.132,5', '')
    """
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.strftime("%d/%m/%Y")
    if isinstance(cell, Decimal):
        return format_number(cell)
    return cell


def column_by_label(columns: Sequence[Column], label: str) -> int | None:
    """The place of the column a heading names; None where it names none."""
    wanted = fold(" ".join(label.split()))
    return next((place for place, column in enumerate(columns) if fold(column.label) == wanted), None)
