"""What became of a body (cơ quan kế thừa): the last day it bore its name, and the name of what took its place, by the dated lists.

No day of reading is asked: a name that still holds has no end, and one that ended tells when and into what.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from hopluc import gazetteer
from hopluc.gazetteer import LocalOrganisation, NationalOrganisation, Place
from hopluc.reading.patterns import Pattern

Row = Place | NationalOrganisation | LocalOrganisation

_OF_A_PLACE = Pattern(r"(?P<body>.+?) (?P<place>(?:tỉnh|thành phố) .+)")


@dataclass(frozen=True, slots=True)
class Succession:
    """The last day of a name, and the official name of the heir (None where nothing took its place, or several did)."""

    until: date
    heir: str | None


@lru_cache(maxsize=4096)
def succession_of(canonical: str) -> Succession | None:
    """What became of the body of this canonical name; None where it still bears it, or the lists do not know it."""
    known = _bodies().get(canonical.casefold()) or _bodies().get(canonical.split(", ", maxsplit=1)[0].casefold())
    split = _OF_A_PLACE.fullmatch(canonical)
    body = _local().get(split["body"].casefold()) if split else None
    if split and body is not None:
        return _of_rows(body, _places().get(split["place"].casefold()), split["place"])
    return _of_rows(known, None, "") if known is not None else None


def _of_rows(body: Row, place: Place | None, place_name: str) -> Succession | None:
    ends = [row.until for row in (body, place) if row is not None and row.until is not None]
    if not ends:
        return None
    later, there = _heir(body), _heir(place) if place is not None else None
    if later is None or (place is not None and there is None):
        return Succession(min(ends), None)
    where = there.full_name if isinstance(there, Place) else place_name
    heir = f"{later.name} {where}" if where and isinstance(later, LocalOrganisation) else later.name
    return Succession(min(ends), heir)


def _heir(row: Row) -> Row | None:
    """The last of the row's successors; itself while it holds; None when nothing, or not one alone, took its place."""
    seen = {row.code}
    while row.until is not None:
        after = _by_code().get(row.successor or "")
        if after is None or after.code in seen:
            return None
        seen.add(after.code)
        row = after
    return row


@cache
def _by_code() -> dict[str, Row]:
    rows: list[Row] = [*gazetteer.places(), *gazetteer.organisations(), *gazetteer.local_organisations()]
    return {row.code: row for row in rows}


@cache
def _bodies() -> dict[str, NationalOrganisation]:
    return {row.name.casefold(): row for row in gazetteer.organisations()}


@cache
def _local() -> dict[str, LocalOrganisation]:
    return {row.name.casefold(): row for row in gazetteer.local_organisations()}


@cache
def _places() -> dict[str, Place]:
    """Provinces by their full names; of two rows of one name, the one that still holds."""
    rows = sorted(gazetteer.places(), key=lambda row: row.until is None)
    return {row.full_name.casefold(): row for row in rows}
