"""Which province of today each unit of an edition is, or has become: by the names of units and the successions of the gazetteer."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Final

from hopluc.dated import held_on
from hopluc.gazetteer import Place, heir, places
from hopluc.vietnamese import canonical

BEFORE_MERGERS: Final = date(2025, 6, 30)
"""The last day of the 63 provinces (Resolution 202/2025/QH15 holds from 1 July 2025)."""
EARLIER: Final = (BEFORE_MERGERS, date(2024, 12, 31))
"""The days on which a former province is looked for: Thừa Thiên Huế ended with the year 2024."""
PROVINCES: Final = frozenset({"tỉnh", "thành phố"})


def provinces_of(names: Sequence[str], on: date) -> Mapping[str, Place]:
    """The province that each name stands for on a day, by name; a name of no province is left out.

    Names of before the mergers and of today overlap (a new province bears the name of one of its parts), so it is the whole list that
    tells of which days it is: of those on which more of its names were provinces.
    """
    now, former = _borne(names, on), _borne(names, *EARLIER)
    held = former if len(former) > len(now) else now
    found = {name: heir(code, on) for name, code in held.items()}
    return {name: place for name, place in found.items() if isinstance(place, Place)}


def are_former(names: Sequence[str], on: date) -> bool:
    """Are these provinces of before the mergers."""
    return len(_borne(names, *EARLIER)) > len(_borne(names, on))


def _borne(names: Sequence[str], *days: date) -> dict[str, str]:
    """The code of the one province that bore each name on the first of these days on which one did."""
    found: dict[str, str] = {}
    for day in days:
        known = _named(day)
        for name in names:
            codes = known.get(canonical(name).casefold(), frozenset())
            if len(codes) == 1:
                found.setdefault(name, *codes)
    return found


@cache
def _named(day: date) -> Mapping[str, frozenset[str]]:
    """The codes of the provinces that bore each name on a day."""
    found: dict[str, frozenset[str]] = {}
    for place in held_on(places(), day):
        if place.kind in PROVINCES:
            for name in {canonical(one).casefold() for one in (place.name, place.full_name, *place.aliases)}:
                found[name] = found.get(name, frozenset()) | {place.code}
    return found


def successors(former: Mapping[str, str], later: Mapping[str, str], on: date) -> Mapping[str, str]:
    """For each former unit the one that took its place, by code; `former` and `later` are names by code. Who has none is left out."""
    heirs = provinces_of(list(former.values()), on)
    places_now = provinces_of(list(later.values()), on)
    taken = {places_now[name].code: code for code, name in later.items() if name in places_now}
    return {code: taken[heirs[name].code] for code, name in former.items() if name in heirs and heirs[name].code in taken}
