"""What a review says by year of training and trips: counted from what is kept of them, nothing where nothing is kept."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from django.conf import settings
from django.utils import translation

from hopluc.reporting.official import padded
from hopluc.reporting.review import Cited
from hopluc.web.issuing.periods import Periods
from hopluc.web.manpower.models import Delegation, Direction
from hopluc.web.manpower.queries import Kept, kept_of, trip_of
from hopluc.web.manpower.yearly import year_of
from hopluc.web.measures.figures import total
from hopluc.web.register.models import Activity, Programme

_GONE = ((Direction.OUT, "đoàn ra"), (Direction.IN, "đoàn vào"), (Direction.HOME, "đoàn công tác trong nước"))
_SHARED = ((Activity.Kind.EVENT, "hội nghị, hội thảo"), (Activity.Kind.PUBLICATION, "lượt trao đổi ấn phẩm"))


def yearly_counts(programme: Programme, on: date, periods: Periods) -> tuple[Cited, ...]:
    """A sentence for each year looked back on in which a kept delegation had gone, or a course had trained people, by a day.

    Conferences and exchanges of publications of such a year are counted with them; by themselves they are told one by one elsewhere.
    """
    kept = kept_of(programme)
    back = [row for row in kept.trips if (trip := trip_of(row)) and trip.returned_on and trip.returned_on <= on]
    held = [row for row in kept.courses if row.pk in kept.trained and _is_past(row, on)]
    years: dict[int, list[Activity]] = defaultdict(list)
    for row in (*back, *held):
        year = year_of(row)
        if year is not None and not periods.is_planned(row):
            years[year].append(row)
    shared = [row for row in kept.exchanges if _is_past(row, on)]
    with translation.override(settings.LANGUAGE_CODE):
        return tuple(
            Cited(f"Năm {year}: {'; '.join(_counted(kept, rows, [row for row in shared if year_of(row) == year]))}")
            for year, rows in sorted(years.items())
        )


def _is_past(row: Activity, on: date) -> bool:
    day = row.period_last or row.period_first
    return day is not None and day <= on


def _counted(kept: Kept, rows: Iterable[Activity], shared: Iterable[Activity]) -> Iterator[str]:
    rows, shared = list(rows), list(shared)
    trips: list[Delegation] = [trip for row in rows if (trip := trip_of(row))]
    for direction, name in _GONE:
        of_kind = [trip for trip in trips if trip.direction == direction]
        if of_kind:
            yield f"{padded(len(of_kind))} {name} ({padded(sum(trip.people for trip in of_kind))} lượt người)"
    courses = [row for row in rows if row.pk in kept.trained]
    if courses:
        people, _missing = total(kept.trained[row.pk].figure for row in courses)
        yield f"{padded(len(courses))} khóa đào tạo, tập huấn ({people} người được đào tạo)"
    for kind, name in _SHARED:
        number = sum(row.kind == kind for row in shared)
        if number:
            yield f"{padded(number)} {name}"
