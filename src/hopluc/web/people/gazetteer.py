"""Bring the shared places and organisations of definitions/gazetteer into the database, with who followed whom."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any, TypeVar

from django.db import transaction

from hopluc import gazetteer
from hopluc.load import load_rows
from hopluc.web.journal.actions import enter, record
from hopluc.web.people.models import Organisation, OrganisationName, Place, Succession, User

PLACE_KINDS = {
    "tỉnh": Place.Kind.PROVINCE,
    "thành phố": Place.Kind.PROVINCE,
    "vùng": Place.Kind.REGION,
    "quốc gia": Place.Kind.COUNTRY,
}
ORGANISATION_KINDS = {
    "nhà nước": Organisation.Kind.MINISTRY,
    "bộ": Organisation.Kind.MINISTRY,
    "đảng": Organisation.Kind.PARTY,
    "đơn vị": Organisation.Kind.UNIT,
    "viện": Organisation.Kind.INSTITUTE,
    "trường": Organisation.Kind.UNIVERSITY,
    "doanh nghiệp": Organisation.Kind.ENTERPRISE,
    "hội": Organisation.Kind.SOCIETY,
    "quốc tế": Organisation.Kind.FOREIGN,
}


Passing = TypeVar("Passing", gazetteer.Place, gazetteer.NationalOrganisation)


@transaction.atomic
def load_gazetteer(*, by: User | None) -> int:
    """Bring in what is new; what is there stays as it is. Returns how many rows are new. Raises WrongDefinition."""
    places = load_rows("gazetteer/places.csv", gazetteer.Place)
    organisations = load_rows("gazetteer/organisations.csv", gazetteer.NationalOrganisation)
    new_places = _places(places)
    new_organisations = _organisations(organisations)
    new = len(new_places) + len(new_organisations)
    if new:
        _successions([row for row in places if row.code in new_places], Place, "former_place", "later_place")
        _successions([row for row in organisations if row.code in new_organisations], Organisation, "predecessor", "successor")
        record(
            by, "load_gazetteer", (Place.objects.first() or Organisation.objects.filter(owner=None).get()), after={"new": new}
        )
    return new


@transaction.atomic
def add_province(code: str, name: str, *, by: User | None, source: str) -> Place:
    """A province that the gazetteer does not have, with where it is named; the one of this code, where there is one."""
    known = Place.objects.filter(code=code, kind=Place.Kind.PROVINCE).first()
    return known or enter(Place(code=code, name=name, kind=Place.Kind.PROVINCE, source=source), by=by, verb="add_province")


def _places(rows: Iterable[gazetteer.Place]) -> set[str]:
    known = set(Place.objects.values_list("code", flat=True))
    fresh = [
        Place(
            code=row.code,
            name=row.name,
            official_code=row.official_code or "",
            kind=PLACE_KINDS.get(row.kind, Place.Kind.REGION),
            since=row.since,
            until=row.until,
            source=row.source,
        )
        for row in rows
        if row.code not in known
    ]
    for place in fresh:
        place.clean()
    Place.objects.bulk_create(fresh)
    return {place.code for place in fresh}


def _organisations(rows: Sequence[gazetteer.NationalOrganisation]) -> set[str]:
    known = set(Organisation.objects.filter(owner=None).values_list("key", flat=True))
    fresh = [
        Organisation(
            key=row.code,
            name=row.name,
            kind=ORGANISATION_KINDS.get(row.kind, Organisation.Kind.OTHER),
            since=row.since,
            until=row.until,
            source=row.source,
        )
        for row in rows
        if row.code not in known
    ]
    for organisation in fresh:
        organisation.clean()
    Organisation.objects.bulk_create(fresh)
    stored = Organisation.objects.filter(owner=None).in_bulk(field_name="pk")
    by_key = {organisation.key: organisation for organisation in stored.values()}
    new = {organisation.key for organisation in fresh}
    _parents([row for row in rows if row.code in new], by_key)
    _aliases([row for row in rows if row.code in new], by_key)
    return new


def _parents(rows: Iterable[gazetteer.NationalOrganisation], by_key: dict[str, Organisation]) -> None:
    units = [by_key[row.code] for row in rows if row.parent and row.parent in by_key]
    parents = {row.code: row.parent for row in rows if row.parent}
    for unit in units:
        unit.parent = by_key[parents[unit.key]]
    Organisation.objects.bulk_update(units, ["parent"])


def _aliases(rows: Iterable[gazetteer.NationalOrganisation], by_key: dict[str, Organisation]) -> None:
    names = [
        OrganisationName(organisation=by_key[row.code], name=alias) for row in rows for alias in dict.fromkeys(row.aliases)
    ]
    for name in names:
        name.clean()
    OrganisationName.objects.bulk_create(names, ignore_conflicts=True)


def _successions(rows: Iterable[Passing], noun: type[Any], before: str, after: str) -> None:
    """One succession a pair. A body with several successors passes only in part to each."""
    shared = noun.objects.filter(owner=None) if noun is Organisation else noun.objects.all()
    known = {getattr(row, "key", None) or row.code: row for row in shared}
    pairs = [(row, row.until, heirs) for row in rows if row.until and (heirs := (row.successor or "").split("|")) != [""]]
    Succession.objects.bulk_create(
        Succession(
            day=until + timedelta(days=1),
            scope=Succession.Scope.ALL if len(heirs) == 1 else Succession.Scope.FUNCTION,
            source=row.source,
            **{before: known[row.code], after: known[heir.strip()]},
        )
        for row, until, heirs in pairs
        for heir in heirs
        if heir.strip() in known
    )
