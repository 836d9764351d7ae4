"""What a blank form asks: which of its columns are to be filled, which rows, in what unit, of what time.

    sheet, *others = read_form(data, name)
    asked = asked_in(sheet)               # shown to an officer, who corrects it
    for item in items_of(sheet, asked):   # the rows, each under a key that stays where rows are put in between
        ...

A guess like that of a sheet that comes filled (`foreign`), but for the columns: those of a blank form hold nothing that tells them.
"""

import re
from collections import Counter
from dataclasses import dataclass

from hopluc.sheets.foreign import Holds, Layout, guess, level_of, number_and_name, stage_of
from hopluc.sheets.grid import Cell, as_text
from hopluc.sheets.package import FormSheet
from hopluc.sheets.units import parted
from hopluc.vietnamese import fold

MOST_HEADING = 12
"""As many rows a heading has at most, with all that stands over it on the sheet."""
_LEFT = re.compile(r"\b(?:ghi chu|ma so|so sanh|tang|giam|luy ke)\b|ty le|%")
_NUMBERING = re.compile(r"[A-C]|\d{1,2}(?:\s*=.*)?")
_IN_BRACKETS = re.compile(r"\(([^()]{1,40})\)")


@dataclass(frozen=True)
class AskedColumn:
    """A column of a form: its label, the last line of it, whether it may and is to be filled, its stage and time in words, its unit where the
    label says it."""

    label: str
    own: str
    may_fill: bool
    fills: bool
    stage: str = ""
    period: str = ""
    unit: str = ""


@dataclass(frozen=True)
class Asked:
    """First and last row of the heading (from 0), the column of the names, the columns; the unit and the time of the whole sheet."""

    first: int
    last: int
    name: int
    columns: tuple[AskedColumn, ...]
    layout: Layout
    unit: str = ""
    period: str = ""

    @property
    def signature(self) -> str:
        """What tells a form of the same make."""
        return self.layout.signature


@dataclass(frozen=True)
class Item:
    """A row that asks for figures: its place (from 0), the key it is known by, its number, its name, what it is part of, its unit."""

    row: int
    key: str
    number: str
    name: str
    whole: str
    unit: str


def asked_in(sheet: FormSheet, *, last: int | None = None, name: int | None = None) -> Asked | None:
    """What a sheet asks; None where it has no table. `last`, `name`: the heading's last row and the column of names, where they are known."""
    layout = guess(sheet.cells)
    body = last + 1 if last is not None else layout.last + 1
    if last is None and not layout.places(Holds.ORDER) and body >= len(sheet.cells):
        body = _below_the_widest(sheet)
    if body != layout.last + 1:
        layout = guess(sheet.cells, body)
    held = layout.places(Holds.NAME)
    if name is None and not held:
        return None
    chosen = held[0] if name is None else name
    columns = tuple(_column(sheet, layout, place, column.holds, name=chosen) for place, column in enumerate(layout.columns))
    return Asked(layout.first, layout.last, chosen, columns, layout, layout.unit, layout.period)


def _below_the_widest(sheet: FormSheet) -> int:
    """The first row below the one with most words, and below the row that numbers its columns."""
    filled = [sum(isinstance(cell, str) for cell in row) for row in sheet.cells[:MOST_HEADING]]
    body = filled.index(max(filled)) + 1 if filled else 0
    while body < len(sheet.cells) and _is_numbering(sheet.cells[body]):
        body += 1
    return body


def _is_numbering(row: tuple[Cell, ...]) -> bool:
    said = [as_text(cell).strip("() ") for cell in row if cell is not None]
    return len(said) >= 2 and all(_NUMBERING.fullmatch(words) for words in said)


def _column(sheet: FormSheet, layout: Layout, place: int, holds: Holds, *, name: int) -> AskedColumn:
    """A column to be filled has a label that is none of a number, a unit or a remark, and room below it."""
    guessed = layout.columns[place]
    said = fold(guessed.label)
    room = any(sheet.is_open((row, place), over_numbers=True) for row in range(layout.last + 1, len(sheet.cells)))
    may_fill = bool(said) and place != name and holds in (Holds.NOTHING, Holds.FIGURE, Holds.NAME) and room
    fills = may_fill and holds is not Holds.NAME and not _LEFT.search(said)
    unit = next((found for found in _IN_BRACKETS.findall(guessed.label) if parted(found)[1] in ("dong", "%")), "")
    stage, period = _stage_and_period(guessed.label, guessed.period or layout.period)
    return AskedColumn(guessed.label, _own(sheet, layout, place), may_fill, fills, stage, period, unit)


def _own(sheet: FormSheet, layout: Layout, place: int) -> str:
    """What the lowest line of the heading says that says anything of a column; not its number."""
    rows = [row for row in sheet.cells[layout.first : layout.last + 1] if not _is_numbering(row)]
    return next((said for row in reversed(rows) if (said := " ".join(as_text(row[place]).split()))), "")


_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def _stage_and_period(label: str, period: str) -> tuple[str, str]:
    """The stage a label names (what was done, where none), and the time: of `cùng kỳ`, a year before the sheet's."""
    said = fold(label)
    stage = stage_of(said)
    if re.search(r"cung ky|nam truoc", said) and not _YEAR.search(label):
        period = _YEAR.sub(lambda year: str(int(year[0]) - 1), period)
    return stage, period


def items_of(sheet: FormSheet, asked: Asked) -> list[Item]:
    """The rows with a name and room for a figure, down to the end of the table."""
    order, unit = (next(iter(asked.layout.places(holds)), None) for holds in (Holds.ORDER, Holds.UNIT))
    filled = [place for place, column in enumerate(asked.columns) if place not in (order, unit, asked.name) and column.label]
    found: list[Item] = []
    seen: Counter[str] = Counter()
    whole = ""
    for row in range(asked.last + 1, _end(sheet, asked, order, unit)):
        cells = sheet.cells[row]
        words = " ".join(as_text(cells[asked.name]).split())
        number, words = number_and_name(as_text(cells[order]).strip() if order is not None else "", words)
        part = level_of(number) == 3
        if words and any(sheet.is_open((row, place), over_numbers=True) for place in filled):
            key = fold(f"{whole} | {words}" if part else words)
            seen[key] += 1
            key = key if seen[key] == 1 else f"{key} #{seen[key]}"
            said = as_text(cells[unit]).strip() if unit is not None else ""
            found.append(Item(row, key, number, words, whole if part else "", said))
        whole = whole if part or not words else words
    return found


def _end(sheet: FormSheet, asked: Asked, order: int | None, unit: int | None) -> int:
    """The row after the table's last: an empty row ends it, where no row below is numbered, measured or reckoned."""
    telling = [place for place in (order, unit) if place is not None]
    last = asked.last
    for row in range(asked.last + 1, len(sheet.cells)):
        told = any(sheet.cells[row][place] is not None for place in telling)
        reckoned = any((row, place) in sheet.formulas for place in range(len(sheet.cells[row])))
        goes_on = last == row - 1 and any(cell is not None for cell in sheet.cells[row])
        last = row if told or reckoned or goes_on else last
    return last + 1
