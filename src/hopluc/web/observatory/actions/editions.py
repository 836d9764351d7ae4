"""Open an edition with its units and series, say who supplies what, withdraw it, correct what was published."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hopluc.scorecards.definition import Column, Indicator
from hopluc.web.journal.actions import amend, enter, keep, record
from hopluc.web.observatory import queries, rules
from hopluc.web.observatory.models import Edition, Entry, Framework, Proof, Series, Unit
from hopluc.web.people.actions import find_or_add_organisation
from hopluc.web.people.models import Place, User

MOST_UNITS = 1_000
Row = TypeVar("Row", Unit, Series, Entry, Proof)


@dataclass(frozen=True)
class NewUnit:
    """A unit to be scored: its code, name, and its class by the code of each class of the definition."""

    code: str
    name: str
    classes: Mapping[str, str] = field(default_factory=dict)


@transaction.atomic
def open_edition(
    framework: Framework, *, by: User | None, year: int, units: Sequence[NewUnit], due_on: date | None = None, home: str = ""
) -> Edition:
    """Open an edition (mở kỳ chỉ số) of a framework for a year; `home` is the code of one's own unit. Who supplied a series in the
    edition before supplies it again. Raises ValidationError.
    """
    _refuse_units(units, home)
    title = _("%(name)s, năm %(year)s") % {"name": framework.name, "year": year}
    edition = Edition(owner=framework.owner, framework=framework, year=year, title=title[:400], due_on=due_on, opened_by=by)
    enter(edition, by=by, verb="open_edition", also={"units": [unit.code for unit in units], "home": home})
    places = _places_of(units)
    for order, unit in enumerate(units, start=1):
        row = Unit(edition=edition, order=order, code=unit.code, name=unit.name, classes=dict(unit.classes))
        row.place, row.is_home = places.get(unit.name), unit.code == home
        keep(row)
    _enter_series(edition)
    return edition


def _refuse_units(units: Sequence[NewUnit], home: str) -> None:
    codes = [unit.code for unit in units]
    if len(units) < 2 or len(units) > MOST_UNITS:
        raise ValidationError(_("Kỳ chỉ số cần từ 2 đến %(most)s đơn vị được đánh giá.") % {"most": MOST_UNITS})
    if twice := sorted({code for code in codes if codes.count(code) > 1}):
        raise ValidationError(_("Mã đơn vị dùng hai lần: %(codes)s.") % {"codes": ", ".join(twice)})
    if home and home not in codes:
        raise ValidationError(_("Không có đơn vị mã “%(code)s” trong danh sách.") % {"code": home})


def _places_of(units: Sequence[NewUnit]) -> dict[str, Place]:
    """The province each name is, as it stands today."""
    return {place.name: place for place in queries.provinces().filter(name__in=[unit.name for unit in units])}


def _enter_series(edition: Edition) -> None:
    definition = edition.definition
    before = queries.edition_before(edition.framework, edition.year)
    agencies = {row.code: row.agency for row in before.series.select_related("agency")} if before else {}
    columns: list[tuple[Series.Kind, Indicator | Column]] = [(Series.Kind.INDICATOR, one) for one in definition.indicators]
    columns += [(Series.Kind.DENOMINATOR, one) for one in definition.denominators]
    for order, (kind, one) in enumerate(columns, start=1):
        row = Series(edition=edition, order=order, kind=kind, code=one.code, name=one.name[:500], measure=one.unit[:100])
        row.agency = agencies.get(one.code)
        keep(row)


@transaction.atomic
def name_suppliers(edition: Edition, *, by: User | None, suppliers: Mapping[str, str]) -> Edition:
    """Say which agency supplies which series (giao cung cấp số liệu), by code; a code left out has none. Raises ValidationError."""
    edition = queries.held(edition)
    _refuse_fixed(edition)
    series = {row.code: row for row in edition.series.select_related("agency")}
    if unknown := sorted(suppliers.keys() - series.keys()):
        raise ValidationError(_("Không có chỉ số mã %(codes)s trong kỳ này.") % {"codes": ", ".join(unknown)})
    before = {code: row.agency.name for code, row in series.items() if row.agency}
    for code, row in series.items():
        name = " ".join(suppliers.get(code, "").split())
        agency = find_or_add_organisation(edition.owner, by=by, name=name[:300]) if name else None
        if row.agency_id != (agency.pk if agency else None):
            row.agency = agency
            row.save(update_fields=["agency"])
    after = {code: row.agency.name for code, row in series.items() if row.agency}
    record(by, "name_suppliers", edition, before={"suppliers": before}, after={"suppliers": after})
    return edition


def _refuse_fixed(edition: Edition) -> None:
    if not rules.is_open(edition):
        raise ValidationError(_("Kỳ này đã công bố nên được giữ nguyên. Đề nghị lập bản đính chính."))


@transaction.atomic
def withdraw_edition(edition: Edition, *, by: User, reason: str) -> Edition:
    """Withdraw an edition that was opened by mistake (rút kỳ chỉ số), before anything of it is published."""
    _refuse_fixed(queries.held(edition))
    return amend(edition, by=by, verb="withdraw_edition", changes={"withdrawn_at": timezone.now()}, reason=reason)


@transaction.atomic
def correct_edition(edition: Edition, *, by: User, reason: str) -> Edition:
    """Begin a correction (đính chính) of a published edition: a new edition with the same figures and evidence, which may change."""
    if not rules.can_correct(by, queries.held(edition)):
        raise ValidationError(_("Kỳ này chưa công bố, hoặc đã có bản đính chính đang lập."))
    made = Edition(owner=edition.owner, framework=edition.framework, year=edition.year, title=edition.title)
    made.due_on, made.number, made.corrects, made.reason, made.opened_by = (None, edition.number + 1, edition, reason, by)
    enter(made, by=by, verb="correct_edition", reason=reason)
    units = {row.pk: _copied(row, edition=made) for row in edition.units.all()}
    for series in edition.series.all():
        entries = list(series.entries.prefetch_related("proofs"))
        new_series = _copied(series, edition=made)
        for entry in entries:
            proofs = list(entry.proofs.all())
            new = _copied(entry, series=new_series, unit=units[entry.unit_id])
            for proof in proofs:
                _copied(proof, entry=new)
    return made


def _copied(row: Row, **links: object) -> Row:
    """The same row again, under other rows."""
    kept = {part.name: getattr(row, part.name) for part in row._meta.concrete_fields if not part.primary_key}
    copy = type(row)(**(kept | links))
    copy.save(force_insert=True)
    return copy
