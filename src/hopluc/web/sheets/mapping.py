"""How a form of others is to be filled: of each sheet its heading, its columns and its rows, as proposed, remembered and put right."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from hopluc.sheets.asked import Asked, AskedColumn, Item, asked_in, items_of
from hopluc.sheets.package import FormSheet
from hopluc.web.sheets.sources import Sources

MOST_ITEMS = 400
"""As many rows of a sheet are filled: a page asks of each of them where its figures come from."""


@dataclass(frozen=True)
class ColumnSaid:
    """What a column takes: whether it is filled; its own code where the rows do not tell ("" otherwise), stage and time."""

    fills: bool
    code: str = ""
    stage: str = "actual"
    period: str = ""


@dataclass(frozen=True)
class SheetSaid:
    """How a sheet is filled: its heading's last row and column of names (from 0), its unit, whether numbers in it are replaced,
    its columns, and by the key of each row its code."""

    last: int
    name: int
    unit: str
    over_numbers: bool
    columns: tuple[ColumnSaid, ...]
    rows: dict[str, str]

    def kept(self) -> dict[str, Any]:
        """As it is kept."""
        return asdict(self)

    @classmethod
    def of(cls, kept: dict[str, Any]) -> "SheetSaid":
        """As it was kept."""
        return cls(**(kept | {"columns": tuple(ColumnSaid(**column) for column in kept["columns"])}))

    def asked(self, sheet: FormSheet) -> Asked | None:
        """What the sheet asks, by what was said of its heading."""
        return asked_in(sheet, last=self.last, name=self.name)


def proposed(sheet: FormSheet, sources: Sources) -> SheetSaid | None:
    """What a sheet seems to ask, as far as its labels name what the register has; None where it has no table."""
    asked = asked_in(sheet)
    if asked is None:
        return None
    columns = tuple(_column(column, sources) for column in asked.columns)
    return SheetSaid(asked.last, asked.name, asked.unit, over_numbers=False, columns=columns, rows=_rows(sheet, asked, sources))


def _column(column: AskedColumn, sources: Sources) -> ColumnSaid:
    named = (sources.named(column.own) or sources.named(column.label)) if column.fills else ""
    return ColumnSaid(column.fills, named, column.stage, column.period)


def _rows(sheet: FormSheet, asked: Asked, sources: Sources) -> dict[str, str]:
    return {item.key: sources.named(item.name, item.whole) for item in items(sheet, asked)}


def items(sheet: FormSheet, asked: Asked) -> list[Item]:
    """The rows that are filled."""
    return items_of(sheet, asked)[:MOST_ITEMS]


def as_before(said: SheetSaid, known: SheetSaid) -> SheetSaid:
    """What is proposed, with what was settled before of a form of the same make; times and the heading are those of the new one."""
    columns = tuple(
        replace(old, period=one.period or old.period) for one, old in zip(said.columns, known.columns, strict=False)
    )
    rows = {key: known.rows.get(key, code) for key, code in said.rows.items()}
    return replace(
        said,
        columns=columns + said.columns[len(columns) :],
        rows=rows,
        unit=said.unit or known.unit,
        over_numbers=known.over_numbers,
    )


def read_anew(sheet: FormSheet, said: SheetSaid, sources: Sources) -> SheetSaid:
    """What was said of a sheet, for the rows it has by the heading said: those not told of yet as they are named."""
    asked = said.asked(sheet)
    found = _rows(sheet, asked, sources) if asked else {}
    return replace(said, rows={key: said.rows.get(key, code) for key, code in found.items()})


def signature_of(sheets: Sequence[FormSheet]) -> str:
    """What tells a form of the same make: the headings of its sheets, without years."""
    return "\n".join(asked.signature if (asked := asked_in(sheet)) else "" for sheet in sheets)
