"""What the page of a programme's training and trips shows, and that of one delegation."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, date
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hopluc.vietnamese import fold
from hopluc.web.documents.queries import documents_seen_by
from hopluc.web.gate.edge import number_in
from hopluc.web.manpower import queries, rules
from hopluc.web.manpower.models import Delegation
from hopluc.web.manpower.queries import Kept, trip_of
from hopluc.web.manpower.yearly import COURSES, NEEDS, SHOWN_AS, SLUGS, TRIPS, rows_of, year_of, year_table
from hopluc.web.measures.figures import Figure, total
from hopluc.web.pages.left import left_said
from hopluc.web.register.concern import concern_of
from hopluc.web.register.models import Activity, Programme, Role
from hopluc.web.register.pages import Deed
from hopluc.workdays import calendar

PER_PAGE = 50
TABS: tuple[tuple[str, Any], ...] = (
    (TRIPS, _("Đoàn công tác")),
    (COURSES, _("Khóa đào tạo")),
    (NEEDS, _("Nhu cầu đào tạo")),
    ("hoi-nghi", _("Hội nghị, hội thảo")),
    ("an-pham", _("Trao đổi ấn phẩm")),
)


@dataclass(frozen=True)
class TripLine:
    """A delegation as a line tells it: its activity, what is kept of it, and what is left of the time for its report."""

    row: Activity
    trip: Delegation | None
    left: int | None = None

    @property
    def left_in_words(self) -> str:
        return "" if self.left is None else left_said(self.left)


@dataclass(frozen=True)
class CourseLine:
    """A course with its host, its field, its places and the people trained."""

    row: Activity
    hosts: tuple[str, ...]
    places: Any
    trained: Any


@dataclass(frozen=True)
class FieldLine:
    """What is needed in a field of a year, what the courses offer in it and whom they trained."""

    field: str
    needed: int
    places: Figure
    trained: Figure


def programme_page(request: HttpRequest, programme: Programme) -> dict[str, Any]:
    """The table by year, the targets, and the rows of what is chosen (`?xem=`, `?nam=`)."""
    user, kept = request.user, queries.kept_of(programme)
    chosen = request.GET.get("xem", "")
    slug = chosen if chosen in SLUGS else TRIPS
    year = number_in(request.GET.get("nam"), most=MAXYEAR)
    shown = SHOWN_AS.get(slug, slug)
    page = Paginator(rows_of(kept, slug, year), PER_PAGE).get_page(request.GET.get("page"))
    on = timezone.localdate()
    return {
        "programme": programme,
        "table": year_table(kept),
        "targets": queries.targets_of_training(programme, kept.trained),
        "slug": slug,
        "shown": shown,
        "year": year,
        "tabs": TABS,
        "lines": list(_lines(user, shown, page.object_list, kept, on)),
        "fields": by_field(kept, year) if shown in (NEEDS, COURSES) and year else [],
        "terms": list(programme.report_terms.all()),
        "deeds": list(_deeds(user, programme)),
        "may_write": rules.can_plan(user, programme),
        "page_obj": page,
        "paginator": page.paginator,
        "is_paginated": page.has_other_pages(),
    }


def _deeds(user: Any, programme: Programme) -> Iterator[Deed]:
    if rules.can_plan(user, programme):
        yield Deed("manpower:plan_delegation", _("Thêm đoàn công tác"), first=True)
        yield Deed("manpower:offer_course", _("Thêm khóa đào tạo"))
    if rules.can_state_need(user, programme):
        yield Deed("manpower:state_need", _("Ghi nhu cầu đào tạo"))
    if rules.can_plan(user, programme):
        yield Deed("manpower:note_exchange", _("Ghi hội nghị, ấn phẩm"))


def _lines(user: Any, shown: str, rows: Iterable[Any], kept: Kept, on: date) -> Iterator[Any]:
    if shown == TRIPS:
        concern = concern_of(user, on, [kept.programme])
        for row in rows:
            trip = trip_of(row)
            reached = trip is not None and (trip.agency_id in user.standing or concern.everything or concern.reaches(row))
            yield TripLine(row, trip, left_of(trip, on) if trip and reached else None)
    elif shown == COURSES:
        for row in rows:
            hosts = tuple(
                str(role.organisation)
                for role in row.roles.all()
                if role.capacity == Role.Capacity.LEAD and role.organisation is not None
            )
            yield CourseLine(row, hosts, kept.places.get(row.pk), kept.trained.get(row.pk))
    elif shown == NEEDS:
        yield from ((need, rules.can_change_need(user, need)) for need in rows)
    else:
        yield from rows


def left_of(trip: Delegation, on: date) -> int | None:
    """How many working days are left for the report of a trip; None where none is owed."""
    if trip.report_id or trip.called_off_on or trip.duty is None or trip.duty.due_last is None:
        return None
    return calendar().between(on, trip.duty.due_last)


def by_field(kept: Kept, year: int | None) -> list[FieldLine]:
    """Needs against places and people trained, field by field of a year; a field by whichever words it was first given."""
    names: dict[str, str] = {}
    needed: dict[str, int] = defaultdict(int)
    courses: dict[str, list[int]] = defaultdict(list)
    for need in rows_of(kept, NEEDS, year):
        names.setdefault(need.field_key, need.field)
        needed[need.field_key] += need.people
    for course in rows_of(kept, COURSES, year):
        said = course.course.field if hasattr(course, "course") else ""
        names.setdefault(fold(said), said)
        courses[fold(said)].append(course.pk)
    return [
        FieldLine(names[key], needed[key], _sum(kept.places, courses[key]), _sum(kept.trained, courses[key]))
        for key in sorted(names)
    ]


def _sum(figures: Mapping[int, Any], keys: Iterable[int]) -> Figure:
    return total(figures[key].figure for key in keys if key in figures)[0]


def delegation_page(user: Any, trip: Delegation) -> dict[str, Any]:
    """A delegation with how far it has come, its report and its members; their names to the office that entered them."""
    on = timezone.localdate()
    members = list(queries.members_seen_by(user).filter(delegation=trip)) if rules.knows_members(user, trip) else []
    programme, back = trip.activity.programme, trip.returned_on or trip.activity.period_last
    concerned = trip.agency_id in user.standing or concern_of(user, on, [programme] if programme else None).reaches(
        trip.activity
    )
    left = left_of(trip, on) if concerned else None
    readable = documents_seen_by(user).filter(pk__in=[pk for pk in (trip.report_id, trip.approval_id) if pk])
    return {
        "members": members,
        "knows_members": rules.knows_members(user, trip),
        "term": queries.term_on(programme, trip.direction, back) if programme and back else None,
        "left": left,
        "left_in_words": "" if left is None else left_said(left),
        "readable": set(readable.values_list("pk", flat=True)),
        "year": year_of(trip.activity),
        "may_name": rules.can_name_member(user, trip),
        "deeds": list(_deeds_of(user, trip)),
    }


def _deeds_of(user: Any, trip: Delegation) -> Iterator[Deed]:
    allowed = (
        ("manpower:approve_delegation", _("Ghi nhận đã duyệt"), rules.can_approve),
        ("manpower:file_report", _("Nộp báo cáo chuyến đi"), rules.can_file_report),
        ("manpower:note_return", _("Ghi đã đi"), rules.can_note_return),
        ("manpower:correct_delegation", _("Sửa"), rules.can_change),
        ("manpower:call_off_delegation", _("Không đi"), rules.can_call_off),
        ("manpower:take_back_report", _("Rút báo cáo"), rules.can_take_back_report),
    )
    found = [(name, label) for name, label, rule in allowed if rule(user, trip)]
    yield from (Deed(name, label, first=place == 0) for place, (name, label) in enumerate(found))
