"""The figures of an edition as an Excel table: out, and back edited; a line a series and unit."""

from collections.abc import Iterable
from decimal import Decimal

from hopluc.sheets import Cell, Column, Grid, Kind, Line
from hopluc.web.observatory.models import Edition, Entry, Series, Unit

GRID = Grid(
    "figures",
    "Số liệu bộ chỉ số",
    (
        Column("code", "Mã", 10, locked=True),
        Column("name", "Chỉ số thành phần", 40, locked=True),
        Column("measure", "Đơn vị tính", 14, locked=True),
        Column("unit", "Đơn vị", 24, locked=True),
        Column("value", "Số liệu", 14, Kind.NUMBER),
        Column("year", "Năm số liệu", 10),
        Column("source", "Nguồn, trang", 36),
        Column("note", "Ghi chú", 24),
        Column("confirmed", "Lý do số liệu đúng", 30),
        Column("state", "Tình trạng", 16, locked=True),
        Column("wanted", "Nội dung đề nghị bổ sung", 30, locked=True),
    ),
)
COPY = Grid(
    "copy",
    "Bảng chép số liệu",
    (
        Column("code", "Mã", 12, locked=True),
        Column("name", "Chỉ số thành phần", 44, locked=True),
        Column("measure", "Đơn vị tính", 16, locked=True),
        Column("value", "Số liệu", 16, Kind.NUMBER, locked=True),
        Column("year", "Năm số liệu", 12, locked=True),
        Column("source", "Nguồn, trang", 44, locked=True),
        Column("state", "Tình trạng", 18, locked=True),
    ),
)
"""The figures of one unit, to be copied field by field into another system; never taken back in."""
GIVEN = ("value", "year", "source", "note", "confirmed")
"""The columns that somebody fills in."""


def lines_of(edition: Edition, series: Iterable[Series]) -> list[Line]:
    """A line for each of these series and each unit of the edition."""
    units = list(edition.units.all())
    found = []
    for row in series:
        entries = {entry.unit_id: entry for entry in row.entries.all()}
        found += [_line(row, unit, entries.get(unit.pk)) for unit in units]
    return found


def copied_lines(unit: Unit, series: Iterable[Series]) -> list[Line]:
    """A line for each of these series with the figure of one unit; empty where there is none."""
    found = []
    for row in series:
        entry = next((entry for entry in row.entries.all() if entry.unit_id == unit.pk), None)
        given: tuple[Cell, ...] = (None, "", "", str(Entry.State.MISSING.label))
        if entry is not None:
            given = (_number(entry), str(entry.year or ""), entry.source, str(Entry.State(entry.state).label))
        found.append(Line(f"{row.pk}-{unit.pk}", (row.code, row.name, row.measure, *given)))
    return found


def key_in(key: str) -> tuple[int, int]:
    """The keys of series and unit that a line's key says."""
    series, _, unit = key.partition("-")
    return int(series), int(unit)


def _line(series: Series, unit: Unit, entry: Entry | None) -> Line:
    told: tuple[Cell, ...] = (series.code, series.name, series.measure, unit.name)
    if entry is None:
        return Line(f"{series.pk}-{unit.pk}", (*told, None, "", "", "", "", str(Entry.State.MISSING.label), ""))
    state = str(Entry.State(entry.state).label)
    given: tuple[Cell, ...] = (_number(entry), str(entry.year or ""), entry.source, entry.note, entry.confirmed)
    return Line(f"{series.pk}-{unit.pk}", (*told, *given, state, entry.wanted))


def _number(entry: Entry) -> Cell:
    """The figure as a number of Excel; of a rubric its word."""
    if entry.value is None:
        return None
    said = entry.as_written
    return said if said[:1].isalpha() and said.casefold() != "không phát sinh" else Decimal(repr(entry.value))
