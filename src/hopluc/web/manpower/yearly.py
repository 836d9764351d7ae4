"""Training and trips by year: each number with the rows it counts. Nothing of it is kept."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from hopluc.web.manpower.models import Direction, TrainingNeed
from hopluc.web.manpower.queries import Kept, trip_of
from hopluc.web.measures.figures import Figure, total
from hopluc.web.register.models import Activity

MOST_YEARS = 12


@dataclass(frozen=True)
class Cell:
    """What was counted in a year: in words (`3/5`), and as the number a sheet holds; neither where there is nothing."""

    year: int | None
    said: str = ""
    number: Figure | None = None


@dataclass(frozen=True)
class YearLine:
    """One thing counted, by year: the name of its rows in the address, its label, its cells."""

    slug: str
    label: Any
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class YearTable:
    """The years there are, the newest first (None: no year is said), and what was counted in each."""

    years: tuple[int | None, ...]
    lines: tuple[YearLine, ...]


def year_of(row: Any) -> int | None:
    """The year a row is counted in: a need's own; of an activity the year it begins, else ends."""
    if isinstance(row, TrainingNeed):
        return row.year
    day = row.period_first or row.period_last
    return day.year if day else None


def rows_of(kept: Kept, slug: str, year: int | None = None) -> list[Any]:
    """The rows a number counts, of one year or of all."""
    return [row for row in _ROWS[slug](kept) if year is None or year_of(row) == year]


def year_table(kept: Kept) -> YearTable:
    """All that is counted, by year; delegations of no said direction only where there are some."""
    everything = [*kept.needs, *kept.courses, *kept.trips, *kept.exchanges]
    said = sorted({year for row in everything if (year := year_of(row)) is not None}, reverse=True)[:MOST_YEARS]
    unsaid: list[int | None] = [None] if any(year_of(row) is None for row in everything) else []
    years = (*said, *unsaid)
    lines = (YearLine(slug, label, tuple(_cell(kept, slug, year, count) for year in years)) for slug, label, count in _COUNTED)
    return YearTable(years, tuple(line for line in lines if line.slug != UNSAID or any(cell.said for cell in line.cells)))


Count = Callable[[Kept, list[Any]], tuple[str, Figure]]


def _cell(kept: Kept, slug: str, year: int | None, count: Count) -> Cell:
    rows = [row for row in _ROWS[slug](kept) if year_of(row) == year]
    return Cell(year, *count(kept, rows)) if rows else Cell(year)


def _number(count: int) -> Figure:
    return Figure.exact(Decimal(count))


def _how_many(kept: Kept, rows: list[Any]) -> tuple[str, Figure]:
    number = _number(len(rows))
    return str(number), number


def _needed(kept: Kept, rows: list[TrainingNeed]) -> tuple[str, Figure]:
    number = _number(sum(row.people for row in rows))
    return str(number), number


def _offered(kept: Kept, rows: list[Activity]) -> tuple[str, Figure]:
    number, _missing = total(kept.places[row.pk].figure for row in rows)
    return str(number), number


def _trained(kept: Kept, rows: list[Activity]) -> tuple[str, Figure]:
    number, _missing = total(kept.trained[row.pk].figure for row in rows)
    return str(number), number


def _trips(kept: Kept, rows: list[Activity]) -> tuple[str, Figure]:
    """How many there are; where some have not gone yet, how many have of them."""
    gone = sum(1 for row in rows if (trip := trip_of(row)) is None or trip.returned_on)
    return (f"{gone}/{len(rows)}" if gone < len(rows) else str(_number(gone))), _number(len(rows))


def _travellers(kept: Kept, rows: list[Activity]) -> tuple[str, Figure]:
    number = _number(sum(trip.people for row in rows if (trip := trip_of(row))))
    return str(number), number


def _reports(kept: Kept, rows: list[Activity]) -> tuple[str, Figure]:
    filed = sum(1 for row in rows if (trip := trip_of(row)) and trip.report_id)
    return f"{filed}/{len(rows)}", _number(filed)


def _going(direction: str) -> Callable[[Kept], list[Activity]]:
    def rows(kept: Kept) -> list[Activity]:
        trips = (row for row in kept.trips if (trip := trip_of(row)) and trip.direction == direction)
        return [row for row in trips if not row.delegation.called_off_on]

    return rows


def _of_kind(kind: str) -> Callable[[Kept], list[Activity]]:
    return lambda kept: [row for row in kept.exchanges if row.kind == kind]


UNSAID = "doan-chua-ro"
_ROWS: Mapping[str, Callable[[Kept], list[Any]]] = {
    "nhu-cau": lambda kept: kept.needs,
    "khoa-dao-tao": lambda kept: kept.courses,
    "cho-dao-tao": lambda kept: [row for row in kept.courses if row.pk in kept.places],
    "da-dao-tao": lambda kept: [row for row in kept.courses if row.pk in kept.trained],
    "doan": lambda kept: kept.trips,
    "doan-ra": _going(Direction.OUT),
    "doan-vao": _going(Direction.IN),
    "doan-trong-nuoc": _going(Direction.HOME),
    UNSAID: lambda kept: [row for row in kept.trips if trip_of(row) is None],
    "nguoi-di": lambda kept: [row for row in kept.trips if (trip := trip_of(row)) and trip.returned_on],
    "bao-cao": lambda kept: [row for row in kept.trips if (trip := trip_of(row)) and (trip.returned_on or trip.report_id)],
    "hoi-nghi": _of_kind(Activity.Kind.EVENT),
    "an-pham": _of_kind(Activity.Kind.PUBLICATION),
}
SLUGS = frozenset(_ROWS)
NEEDS, COURSES, TRIPS = "nhu-cau", "khoa-dao-tao", "doan"
SHOWN_AS: Mapping[str, str] = dict.fromkeys(
    ("doan-ra", "doan-vao", "doan-trong-nuoc", UNSAID, "nguoi-di", "bao-cao"), TRIPS
) | dict.fromkeys(("cho-dao-tao", "da-dao-tao"), COURSES)
"""As which table the rows of a number are shown, where that is not its own name."""
_COUNTED: tuple[tuple[str, Any, Count], ...] = (
    (NEEDS, _("Nhu cầu đào tạo (người)"), _needed),
    (COURSES, _("Khóa đào tạo, tập huấn"), _how_many),
    ("cho-dao-tao", _("Chỗ đào tạo (người)"), _offered),
    ("da-dao-tao", _("Đã đào tạo (người)"), _trained),
    ("doan-ra", _("Đoàn ra (đã đi/tổng số)"), _trips),
    ("doan-vao", _("Đoàn vào (đã đi/tổng số)"), _trips),
    ("doan-trong-nuoc", _("Đoàn trong nước (đã đi/tổng số)"), _trips),
    (UNSAID, _("Đoàn công tác chưa ghi đoàn ra hay đoàn vào"), _how_many),
    ("nguoi-di", _("Lượt người trong các đoàn đã đi"), _travellers),
    ("bao-cao", _("Báo cáo chuyến đi (đã nộp/đã đi)"), _reports),
    ("hoi-nghi", _("Hội nghị, hội thảo"), _how_many),
    ("an-pham", _("Trao đổi ấn phẩm"), _how_many),
)
