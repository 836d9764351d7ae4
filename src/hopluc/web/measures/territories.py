"""Of which territory a figure is: the place it names, else the province of the agency that keeps it, as that was when the period ended."""

from collections.abc import Hashable, Iterable
from datetime import date
from functools import cached_property
from typing import NamedTuple

from hopluc.succession import Line
from hopluc.vietnamese import fold
from hopluc.web.measures.spans import Days
from hopluc.web.people.letterheads import place_in
from hopluc.web.people.models import Organisation, Place
from hopluc.web.people.queries import line_of_places

Territory = Hashable
"""A place's key; a name where the place is in no list; None where nothing tells."""
_LOCAL_PARTS = (Place.Kind.COMMUNE, Place.Kind.DISTRICT)


class Known(NamedTuple):
    """What is asked of a place here: as a row of the model, hundreds of them cost more than the sums they are asked for."""

    pk: int
    code: str
    name: str
    kind: str
    within_id: int | None
    since: date | None
    until: date | None
    search_key: str


class Territories:
    """The places there are, and what has become of each by a day."""

    def __init__(self, on: date) -> None:
        self.on = on
        self._known: dict[tuple[int, int | None, date | None], Territory] = {}

    @cached_property
    def places(self) -> dict[int, Known]:
        return {row[0]: Known(*row) for row in Place.objects.order_by("pk").values_list(*Known._fields)}

    @cached_property
    def line(self) -> Line[Hashable]:
        """Which place passed to which by the day."""
        return line_of_places(self.on)

    @cached_property
    def _provinces_named(self) -> dict[str, list[Known]]:
        named: dict[str, list[Known]] = {}
        for place in self.places.values():
            if place.kind == Place.Kind.PROVINCE:
                named.setdefault(place.search_key, []).append(place)
        return named

    @cached_property
    def _owners(self) -> dict[int, tuple[str, int | None]]:
        """By organisation, its name and place."""
        rows = Organisation.objects.order_by().values_list("pk", "name", "place_id")
        return {pk: (name, place) for pk, name, place in rows}

    def of(self, owner: int, place: int | None, days: Days | None) -> Territory:
        """The territory of a figure: of a commune, its province."""
        ended = days[1] if days and place is None else None
        asked = owner, place, ended
        if asked not in self._known:
            self._known[asked] = self._province_of(place) if place is not None else self._of_owner(owner, ended or self.on)
        return self._known[asked]

    def _province_of(self, place: int) -> int:
        found = self.places[place]
        while found.kind in _LOCAL_PARTS and found.within_id is not None:
            found = self.places[found.within_id]
        return found.pk

    def _of_owner(self, owner: int, on: date) -> Territory:
        said, place = self._owners[owner]
        name = self.places[place].name if place else place_in(said)
        for found in self._provinces_named.get(fold(name), ()):
            if (found.since is None or found.since <= on) and (found.until is None or on <= found.until):
                return found.pk
        return name or None

    def become(self, place: int) -> list[int]:
        """A place and all that has wholly become a part of it by the day, with the communes of each."""
        whole = {pk for pk in self.line.predecessors() if self.line.heir(pk, self.on).certain == place} | {place}
        return [pk for pk in self.places if self._province_of(pk) in whole]

    def owners_in(self, place: int, owners: Iterable[int]) -> list[int]:
        """Those of these bodies whose province has become this place by the day."""
        return [owner for owner in owners if self.line.heir(self._of_owner(owner, self.on), self.on).certain == place]

    def name(self, territory: Territory) -> str:
        """How a territory is called; "" for one that nothing tells."""
        return self.places[territory].name if isinstance(territory, int) else str(territory or "")
