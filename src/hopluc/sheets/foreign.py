"""A sheet as an agency makes it, not taken from this site: which rows are its heading, what each column holds, which rows are totals.

    cells = cells_of(data, name)
    layout = guess(cells)                 # shown to an officer, who corrects it
    lines = lines_of(cells, layout)       # items to go in, groups, totals with what their parts come to

Everything taken is a guess to be looked at. A total is checked against its parts and never goes in; nothing is guessed about a number
that can be read in two ways (5,132): the layout says how, else the line says that it must be said.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum

from hopluc.sheets.cells import Cells
from hopluc.sheets.grid import Cell, as_text
from hopluc.vietnamese import fold


class Holds(Enum):
    """What a column holds."""

    ORDER = "tt"
    NAME = "ten"
    UNIT = "dvt"
    FIGURE = "so"
    NOTHING = "bo"


class Comma(Enum):
    """What a comma before three digits means: thousands or decimals; unsaid where the sheet itself does not tell."""

    THOUSANDS = "nghin"
    DECIMALS = "thap-phan"
    UNSAID = ""


@dataclass(frozen=True)
class ColumnGuess:
    """A column: its label, all lines of it; what it holds; of figures, their stage and the time they are of, in words."""

    label: str
    holds: Holds
    stage: str = ""
    period: str = ""


@dataclass(frozen=True)
class Layout:
    """First and last row of the heading (from 0), the columns, the unit and the time said over the table, what a comma means."""

    first: int
    last: int
    columns: tuple[ColumnGuess, ...]
    unit: str = ""
    period: str = ""
    comma: Comma = Comma.UNSAID

    @property
    def signature(self) -> str:
        """What tells a sheet of the same make: the labels of its columns without their years."""
        return "|".join(re.sub(r"\d+", "#", fold(column.label)) for column in self.columns)

    def places(self, holds: Holds) -> list[int]:
        """The columns that hold this."""
        return [place for place, column in enumerate(self.columns) if column.holds is holds]


class Is(Enum):
    """What a row below the heading is."""

    ITEM = "item"
    GROUP = "group"
    TOTAL = "total"


@dataclass(frozen=True)
class Check:
    """What a total says in a column, and what its parts come to."""

    column: int
    said: Decimal
    counted: Decimal

    @property
    def agrees(self) -> bool:
        return self.said == self.counted


@dataclass(frozen=True)
class Line:
    """A row below the heading: its number in the file (from 1), what it is, its level, name, unit and figures by column, as text.

    `part` is what of its whole it is (a line marked `-` under a numbered one); `checks` are those of a total.
    """

    row: int
    kind: Is
    level: int
    name: str
    unit: str
    figures: tuple[tuple[int, str], ...]
    part: str = ""
    checks: tuple[Check, ...] = ()


_ROMAN = re.compile(r"(?:[IVX]{1,5}|[A-ZĐ])[.)]?")
_ARABIC = re.compile(r"\d{1,3}(?:\.\d{1,3})*[.)]?")
_DASH = frozenset("-+*•–")
_TOTAL = re.compile(
    r"(?:tong (?:cong|so)|cong|tong)(?: (?:chung|toan (?:tinh|thanh pho|nganh)|cac muc))?\s*(?:\([^)]*\))?\s*:?"
)
_UNIT_SAID = re.compile(r"(?:đơn vị(?: tính)?|đvt|đv tính)\s*:\s*([^)\n;]{1,40})", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_STRETCH = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)(?!\d)")
_MONTHS = re.compile(r"\b(0?[369])\s+tháng(?:\s+đầu)?(?:\s+năm)?\s*[/-]?\s*((?:19|20)\d\d)(?!\d)", re.IGNORECASE)
_MONTH = re.compile(r"\btháng\s+(0?[1-9]|1[0-2])\s*(?:/|-|năm)\s*((?:19|20)\d\d)(?!\d)", re.IGNORECASE)
_OF_A_DAY = re.compile(r"ngày\s*[\d.…_]*\s*\Z", re.IGNORECASE)
_NUMBER = re.compile(r"-?\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?|-?\d+(?:[.,]\d+)?")
_EITHER = re.compile(r"-?[1-9]\d{0,2},\d{3}")
_POINTED = re.compile(r"-?(?:\d+\.(?:\d{1,2}|\d{4,})|(?:0|\d{4,})\.\d{3})")
_COMMA_PARTS = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_DOT_PARTS = re.compile(r"-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?")
_EMPTY = frozenset({"", "-", "–", "…", "..."})
_LABELS = (
    (re.compile(r"(?:so )?tt\b|stt\b|so thu tu"), Holds.ORDER),
    (re.compile(r"don vi tinh|dvt\b|dv tinh|don vi$"), Holds.UNIT),
    (re.compile(r"ghi chu|ty le|%|so sanh|tang|giam|ma so"), Holds.NOTHING),
)
_STAGES = (
    (re.compile(r"\buoc\b"), "estimate"),
    (re.compile(r"giai ngan"), "disbursed"),
    (re.compile(r"quyet toan"), "settled"),
    (re.compile(r"chuyen nguon"), "carried"),
    (re.compile(r"phan bo|\bgiao\b.*(?:du toan|von)|du toan (?:duoc )?giao"), "allotted"),
    (re.compile(r"du toan"), "budgeted"),
    (re.compile(r"ke hoach|\bkh\b|chi tieu giao"), "plan"),
    (re.compile(r"muc tieu"), "target"),
    (re.compile(r"hien trang|nam goc"), "baseline"),
)


def guess(cells: Cells, body: int | None = None) -> Layout:
    """What a sheet seems to be: always an answer, for an officer to look at. A sheet without any table has no column of figures.

    `body`: the first row below the heading, where it is known.
    """
    body = _first_of_body(cells) if body is None else body
    numbering = _is_numbering(cells[body - 1]) if body else False
    last = body - 1 if body else 0
    first = last - 1 if numbering and last else last
    while first > 0 and _is_heading(cells[first - 1]):
        first -= 1
    over = " ".join(as_text(cell) for row in cells[:first] for cell in row if cell is not None)
    labels = _labels(cells[first : (last if numbering else last + 1)])
    unit = _UNIT_SAID.search(over)
    period = _period(over)
    columns = tuple(_column(cells, place, label, body) for place, label in enumerate(labels))
    return Layout(
        first, last, _with_name(cells, columns, body), unit[1].strip() if unit else "", period, comma_of(cells[body:])
    )


def _first_of_body(cells: Cells) -> int:
    """The first row that holds a figure beside words, and is neither a row of column numbers nor of years."""
    for at, row in enumerate(cells):
        said = [cell for cell in row if cell is not None]
        words = [cell for cell in said if isinstance(cell, str) and not _is_number(cell)]
        figures = [cell for cell in said if _is_number(cell) and not _is_year(cell)]
        ordered = bool(said) and _is_order(as_text(said[0]))
        if words and not _is_numbering(row) and at and (ordered or figures) and _above_is_heading(cells, at):
            return at
    return len(cells)


def _above_is_heading(cells: Cells, at: int) -> bool:
    return any(sum(cell is not None for cell in row) >= 2 for row in cells[:at])


def _is_order(said: str) -> bool:
    return bool(_ROMAN.fullmatch(said) or _ARABIC.fullmatch(said)) and not _is_year(said)


def _is_numbering(row: Sequence[Cell]) -> bool:
    """Is it the row under the heading that numbers the columns: 1 2 3, (1) (2) (3), A B 1 2."""
    said = [as_text(cell).strip("() ") for cell in row if cell is not None]
    numbers = [int(words) for words in said if words.isdecimal()]
    plain = all(words.isdecimal() or re.fullmatch(r"[A-C]|\d+\s*=.*", words) for words in said)
    return (
        len(numbers) >= 2
        and plain
        and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
        and numbers[0] in (1, 2, 3)
    )


def _is_heading(row: Sequence[Cell]) -> bool:
    """May a row be one of the lines of the heading: words or years in two columns at least."""
    said = [cell for cell in row if cell is not None]
    return len(said) >= 2 and all(isinstance(cell, str) or _is_year(cell) for cell in said)


def _labels(rows: Sequence[Sequence[Cell]]) -> list[str]:
    """The label of each column, its lines joined; what a merged cell says holds for the columns to its right that say more below."""
    spread: list[list[str]] = []
    for at, row in enumerate(rows):
        said = [as_text(cell) for cell in row]
        for place in range(1, len(said)):
            below = any(as_text(lower[place]) for lower in rows[at + 1 :])
            same = all(line[place] == line[place - 1] for line in spread) if spread else True
            if not said[place] and below and same and said[place - 1]:
                said[place] = said[place - 1]
        spread.append(said)
    width = len(rows[0]) if rows else 0
    return [" ".join(dict.fromkeys(line[place] for line in spread if line[place])) for place in range(width)]


def _column(cells: Cells, place: int, label: str, body: int) -> ColumnGuess:
    said = fold(" ".join(label.split()))
    below = [row[place] for row in cells[body:] if as_text(row[place]) not in _EMPTY]
    for pattern, holds in _LABELS:
        if pattern.search(said):
            return ColumnGuess(label, holds)
    if below and sum(_is_number(cell) for cell in below) * 2 > len(below):
        return ColumnGuess(label, Holds.FIGURE if label else Holds.NOTHING, stage_of(said), _period(label))
    return ColumnGuess(label, Holds.NOTHING)


def stage_of(label: str) -> str:
    """The stage a folded label names; what was done, where it names none."""
    return next((stage for pattern, stage in _STAGES if pattern.search(label)), "actual")


def _with_name(cells: Cells, columns: tuple[ColumnGuess, ...], body: int) -> tuple[ColumnGuess, ...]:
    """The column with most words is that of the names; one of numbers before it that has no label orders the rows."""
    lengths = [
        sum(len(as_text(row[place])) for row in cells[body:]) if column.holds is Holds.NOTHING else 0
        for place, column in enumerate(columns)
    ]
    if not any(lengths):
        return columns
    name = lengths.index(max(lengths))
    return tuple(replace(column, holds=Holds.NAME) if place == name else column for place, column in enumerate(columns))


def _period(words: str) -> str:
    """The year, the stretch of years, the quarter, the first months or the month that words name; "" for none."""
    if found := _STRETCH.search(words):
        return f"{found[1]} - {found[2]}"
    quarter = re.search(r"quý\s+(?:IV|III|II|I|[1-4])\s*[/-]?\s*(?:năm\s*)?(?:19|20)\d\d", words, re.IGNORECASE)
    if quarter:
        return quarter[0]
    if months := _MONTHS.search(words):
        return f"{int(months[1]):02} tháng đầu năm {months[2]}"
    for month in _MONTH.finditer(words):
        if not _OF_A_DAY.search(words[: month.start()]):
            return f"{int(month[1]):02}/{month[2]}"
    year = _YEAR.search(words)
    return year[0] if year else ""


def comma_of(rows: Sequence[Sequence[Cell]]) -> Comma:
    """What a comma means, where the cells typed as words tell it: 5,1 and 1.234,5 are decimals, 1,234,567 and 1,234.5 thousands."""
    written = [cell for row in rows for cell in row if isinstance(cell, str) and _NUMBER.fullmatch(cell)]
    if any(re.search(r",\d{3},|,\d{3}\.\d", words) for words in written):
        return Comma.THOUSANDS
    if any(re.search(r",(?:\d{1,2}|\d{4,})$|\.\d{3},", words) for words in written):
        return Comma.DECIMALS
    if not any(_EITHER.fullmatch(words) for words in written):
        return Comma.DECIMALS
    return Comma.UNSAID


def _is_number(cell: Cell) -> bool:
    return isinstance(cell, Decimal) or (isinstance(cell, str) and bool(_NUMBER.fullmatch(cell)))


def _is_year(cell: Cell) -> bool:
    return bool(_YEAR.fullmatch(as_text(cell).removeprefix("Năm ").strip()))


def number_of(cell: Cell, comma: Comma) -> Decimal | None:
    """The number a cell holds; None for words, and for one that may be read in two ways."""
    if isinstance(cell, Decimal):
        return cell
    if not isinstance(cell, str) or not _NUMBER.fullmatch(cell):
        return None
    if _POINTED.fullmatch(cell):  # 5.1, 0.125: such a dot parts no thousands
        return Decimal(cell)
    if comma is Comma.THOUSANDS:
        return Decimal(cell.replace(",", "")) if _COMMA_PARTS.fullmatch(cell) else None
    if (comma is Comma.UNSAID and _EITHER.fullmatch(cell)) or not _DOT_PARTS.fullmatch(cell):
        return None
    return Decimal(cell.replace(".", "").replace(",", "."))


def lines_of(cells: Cells, layout: Layout) -> list[Line]:
    """The rows below the heading that say anything, each told for what it is."""
    lines = list(_read(cells, layout))
    subtotals = {at for at, line in enumerate(lines) if line.kind is Is.ITEM and line.level == 0 and _parts(lines, at)}
    told = [replace(line, kind=Is.TOTAL) if at in subtotals else line for at, line in enumerate(lines)]
    return [_checked(cells, layout, told, at) if line.kind is Is.TOTAL else line for at, line in enumerate(told)]


def _read(cells: Cells, layout: Layout) -> Iterator[Line]:
    order, name = (next(iter(layout.places(holds)), None) for holds in (Holds.ORDER, Holds.NAME))
    unit = next(iter(layout.places(Holds.UNIT)), None)
    if name is None:
        return
    whole = ""
    for at, row in enumerate(cells[layout.last + 1 :], start=layout.last + 2):
        words = " ".join(as_text(row[name]).split())
        figures = tuple(
            (place, _written(row[place], layout)) for place in layout.places(Holds.FIGURE) if as_text(row[place]) not in _EMPTY
        )
        number, words = number_and_name(as_text(row[order]).strip() if order is not None else "", words)
        if not words and not figures:
            continue
        said = as_text(row[unit]) if unit is not None else ""
        level = level_of(number)
        kind = Is.TOTAL if _TOTAL.fullmatch(fold(words)) and level != 3 else Is.ITEM if figures else Is.GROUP
        if kind is Is.ITEM and not words:
            kind, words = Is.TOTAL, "(dòng không có tên)"
        part = words if level == 3 and whole and kind is Is.ITEM else ""
        if level in (1, 2):
            whole = words
        elif level == 0 or kind is not Is.ITEM:
            whole = whole if level == 3 else ""
        yield Line(at, kind, level, whole if part else words, said or layout.unit, figures, part)


def number_and_name(number: str, words: str) -> tuple[str, str]:
    """A row's number and its name: a dash that begins the name numbers the row, where nothing else does."""
    return (words[0], words[1:].strip()) if words[:1] in _DASH and not number else (number, words)


def level_of(number: str) -> int:
    """How deep a row stands by its number: 0 for I, A; 1 for 1 and for none; 2 for 1.1; 3 for a dash."""
    if number in _DASH:
        return 3
    if _ROMAN.fullmatch(number):
        return 0
    return 2 if _ARABIC.fullmatch(number) and "." in number.rstrip(".") else 1


def _written(cell: Cell, layout: Layout) -> str:
    """A figure as the register reads it: thousands with dots, decimals with a comma; what is no plain number stays as it is."""
    found = number_of(cell, layout.comma)
    if found is None:
        return as_text(cell)
    whole, _, rest = f"{abs(found):f}".partition(".")
    rest = rest.rstrip("0")
    grouped = f"{int(whole):,}".replace(",", ".")
    # Three decimals would be taken for thousands by a reader, so a fourth is written.
    return f"{'-' if found < 0 else ''}{grouped}{',' + rest + ('0' if len(rest) == 3 else '') if rest else ''}"


def _parts(lines: Sequence[Line], at: int) -> list[Line]:
    """The items a row of level 0 stands over: those below it, down to the next of its level or a total."""
    found = []
    for line in lines[at + 1 :]:
        if line.level == 0 or line.kind is Is.TOTAL:
            break
        if line.kind is Is.ITEM and line.level in (1, 2) and not line.part:
            found.append(line)
    least = min((line.level for line in found), default=1)
    return [line for line in found if line.level == least]


def _summed(lines: Sequence[Line], at: int) -> list[Line]:
    """What a total adds up: of a row over others, those; of a row of totals, the highest rows of the table before or, at its head, after it."""
    if lines[at].level == 0 and not _TOTAL.fullmatch(fold(lines[at].name)):
        return _parts(lines, at)
    found, counted = [], False
    for line in lines[:at] or lines[at + 1 :]:
        if line.level == 0 and not _TOTAL.fullmatch(fold(line.name)):
            counted = bool(line.figures)
            found += [line] if counted else []
        elif line.kind is Is.ITEM and not line.part and line.level in (1, 2) and not counted:
            found.append(line)
    plain = [line for line in found if line.level < 2]
    return plain or found


def _checked(cells: Cells, layout: Layout, lines: Sequence[Line], at: int) -> Line:
    rows = [cells[line.row - 1] for line in _summed(lines, at)]
    checks = []
    for place, _said in lines[at].figures:
        total = number_of(cells[lines[at].row - 1][place], layout.comma)
        numbers = [found for row in rows if (found := number_of(row[place], layout.comma)) is not None]
        if total is not None and numbers:
            checks.append(Check(place, total, sum(numbers, Decimal(0))))
    return replace(lines[at], checks=tuple(checks))
