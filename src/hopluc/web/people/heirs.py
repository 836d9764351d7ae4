"""Bodies as then and as inherited now: who stands in a body's place on a day, in general and for one obligation, to be told beside it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from hopluc.web.people.models import Organisation
from hopluc.web.people.queries import line_of_bodies, settled_heirs


@dataclass(frozen=True)
class Today:
    """Who stands in a body's place: its heir, certain or named by an officer; else those `among` whom one is to be named."""

    heir: Organisation | None = None
    among: tuple[Organisation, ...] = ()


def standing_today(
    bodies: Iterable[int | None], on: date, settled: Mapping[int, Organisation] | None = None
) -> dict[int, Today]:
    """By body that passed to another by a day, who stands in its place; one that goes on as it was is left out.

    `settled`: by body the heir an officer named for the obligation told of. A certain heir needs no naming, and goes before it.
    """
    line = line_of_bodies(on)
    found = {pk: line.heir(pk, on) for pk in bodies if pk is not None}
    passed = {pk: heir for pk, heir in found.items() if heir.certain != pk}
    rows = Organisation.objects.in_bulk({key for heir in passed.values() for key in heir.candidates}) if passed else {}
    said = settled or {}
    told = {}
    for pk, heir in passed.items():
        known = rows[heir.certain] if heir.certain is not None else said.get(pk)
        told[pk] = Today(known) if known is not None else Today(None, tuple(rows[key] for key in heir.candidates))
    return {pk: one for pk, one in told.items() if one.heir is None or one.heir.pk != pk}


def today_of(row: Any, bodies: Iterable[int | None], on: date) -> dict[int, Today]:
    """The same for the bodies that one row names, with what an officer said of that row."""
    named = list(bodies)
    if not standing_today(named, on):  # nobody passed to another: there is nothing to name an heir of
        return {}
    return standing_today(named, on, settled_heirs([row], on).get((type(row), row.pk)))


def body_today(body: Organisation, told: Mapping[int, Today]) -> Organisation:
    """Who is written to in place of a body: its heir, else itself."""
    known = told.get(body.pk)
    return known.heir if known is not None and known.heir is not None else body
