"""What the database adds up: its statements, and the groups it tells.

SQLite reads the index of sums in its own order and adds as it goes; what it is asked in another order it sorts first, which costs more than
all the adding. PostgreSQL adds in any order.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from itertools import repeat
from typing import Any, NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Case, Count, F, IntegerField, Max, Min, Q, QuerySet, Sum, Value, When
from django.db.models.functions import Coalesce
from django.db.models.lookups import In

from hopluc.web.measures import queries
from hopluc.web.measures.models import Indicator, Observation
from hopluc.web.measures.spans import Span
from hopluc.web.measures.sums import Parts
from hopluc.web.measures.territories import Territories

ORDER = ("owner_id", "place_id", "indicator_id", "period_last", "period_first", "field", "reported_by_id")
"""By what groups are told apart, in the order of the index of sums; the other has fields and agencies before periods."""


@dataclass(frozen=True)
class Asked:
    """Which figures are to be added up, and by what they are told apart. None stands for all.

    `agencies` are those that reported (the owner, where no other did); `territory` is a place with all that has become a part of it
    by the day asked. With `by_territory` each territory is told as it was when it reported.
    """

    stage: str = Observation.Stage.ACTUAL
    span: str = Span.YEAR
    indicators: frozenset[int] | None = None
    agencies: frozenset[int] | None = None
    territory: int | None = None
    first_year: int | None = None
    last_year: int | None = None
    by_period: bool = False
    by_agency: bool = False
    by_field: bool = False
    by_territory: bool = False


@dataclass(frozen=True)
class Groups:
    """Groups as the database tells them, a row each: by what they are told apart (some of `ORDER`), then what is told of each."""

    by: tuple[str, ...]
    told: tuple[str, ...]
    rows: list[tuple[Any, ...]]

    @cached_property
    def _columns(self) -> Mapping[str, tuple[Any, ...]]:
        return dict(zip((*self.by, *self.told), zip(*self.rows, strict=True), strict=True))

    def column(self, name: str) -> Iterable[Any]:
        """One thing told of each group; None without end where it is not."""
        return self._columns.get(name) or repeat(None)

    def parts(self, rules: Mapping[int, str]) -> Iterator[Parts]:
        """What each group comes to by the rule of its indicator."""
        columns = dict(self._columns)
        if "greatest_low" in columns:
            greatest = [rules[pk] == Indicator.Aggregation.MAX for pk in columns["indicator_id"]]
            for end in ("low", "high"):
                both = zip(greatest, columns[f"greatest_{end}"], columns[end], strict=True)
                columns[end] = tuple(most if is_greatest else added for is_greatest, most, added in both)
        return map(_AS_PARTS, zip(*(columns[name] for name in Parts._fields), strict=True))

    def without(self, indicators: Collection[int]) -> "Groups":
        """The groups of other indicators."""
        at = self.by.index("indicator_id")
        return self.of([row for row in self.rows if row[at] not in indicators]) if indicators else self

    def of(self, rows: list[tuple[Any, ...]]) -> "Groups":
        """Some of these groups."""
        return Groups(self.by, self.told, rows)


_AS_PARTS = partial(tuple.__new__, Parts)
"""As `Parts._make`, without a step of Python's for each of hundreds of thousands."""


class Leg(NamedTuple):
    """The rows of one way into the index of sums; whether they are of one owner and one place."""

    rows: QuerySet[Observation]
    one_place: bool = False


class Seen:
    """The figures a user may see among those asked for, of any indicator, in the database."""

    def __init__(self, user: Any, asked: Asked, territories: Territories) -> None:
        self.user, self.asked, self.territories = user, asked, territories
        self.owners = queries.owners_seen_by(user)

    def groups(self, by: Collection[str], indicators: Collection[int] | None, *, greatest: bool) -> Iterator[Groups]:
        """Those of these indicators (None: of all) by what they are told apart: in one statement for each way into the index.

        `greatest` tells the greatest of each group besides.
        """
        by = tuple(name for name in ORDER if name in by)
        sums = _SUMS | ({} if "field" in by else _WHOLES) | (_GREATEST if greatest else {})
        for leg in self._legs(indicators):
            if rows := _fetched(leg.rows, by, by if leg.one_place else _in_order(by), sums):
                yield Groups(by, tuple(sums), rows)

    def beside(self) -> Iterator[tuple[str, int]]:
        """How many there are of each other span."""
        some = self.asked.indicators
        rows = self._in([span for span in Span.values if span != self.asked.span])
        rows = rows if some is None else rows.filter(_among(some))
        legs = [rows.filter(owner__in=self.owners)]
        if self.asked.territory is not None:
            local = self.territories.owners_in(self.asked.territory, self.owners)
            legs = [legs[0].filter(place__in=self._places), rows.filter(owner__in=local, place=None)]
        for leg in legs:
            yield from leg.order_by().values_list("span").annotate(n=Count("pk"))

    def _in(self, spans: list[str]) -> QuerySet[Observation]:
        asked = self.asked
        rows = Observation.objects.filter(withdrawn_at=None, stage=asked.stage, span__in=spans)
        if self.owners - set(self.user.standing):
            # Said as one value, or SQLite would look each door up in another index and read the rows themselves.
            seen = Case(When(queries.seen_observations(self.user), then=Value(1)), default=Value(0))
            rows = rows.alias(seen=seen).filter(seen=1)
        if asked.agencies is not None:
            bodies = sorted(asked.agencies)
            rows = rows.filter(Q(reported_by__in=bodies) | Q(reported_by=None, owner__in=bodies))
        if asked.first_year is not None:
            rows = rows.filter(period_last__gte=date(asked.first_year, 1, 1))
        if asked.last_year is not None:
            rows = rows.filter(period_last__lte=date(asked.last_year, 12, 31))
        return rows

    @cached_property
    def _rows(self) -> QuerySet[Observation]:
        return self._in([self.asked.span])

    @cached_property
    def _places(self) -> set[int]:
        """The places of the territory asked for."""
        return set(self.territories.become(self.asked.territory)) if self.asked.territory is not None else set()

    def _legs(self, indicators: Collection[int] | None) -> Iterator[Leg]:
        """The rows by the ways the index is entered: by owner; for a territory or for some indicators, by the places they are of."""
        if self.asked.territory is None and indicators is None:
            yield Leg(self._rows.filter(owner__in=sorted(self.owners)))
            return
        placed, local = self._keepers
        rows, keepers, places = self._rows, {owner for owner, _place in placed}, {place for _owner, place in placed}
        if indicators is not None:
            looked_up = len(keepers) * len(places) * len(indicators) <= MOST_LOOKED_UP
            rows = rows.filter(indicator__in=sorted(indicators)) if looked_up else rows.filter(_among(indicators))
        if places:
            of_places = rows.filter(owner__in=sorted(keepers), place__in=sorted(places))
            yield Leg(of_places, len(keepers) == len(places) == 1)
        if local:
            yield Leg(rows.filter(owner__in=sorted(local), place=None), len(local) == 1)

    @cached_property
    def _keepers(self) -> tuple[list[tuple[int, int]], list[int]]:
        """Who keeps figures of which place, and who keeps any without a place, of those asked for."""
        kept = _places_kept(self.asked, self.owners)
        placed = [(owner, place) for owner, place in kept if place is not None]
        local = [owner for owner, place in kept if place is None]
        if self.asked.territory is None:
            return placed, local
        of_territory = [(owner, place) for owner, place in placed if place in self._places]
        return of_territory, self.territories.owners_in(self.asked.territory, local)


MOST_LOOKED_UP = 200_000
"""How often SQLite looks into the index for an owner, a place and an indicator before reading on through all it has is as quick."""


def _among(indicators: Collection[int]) -> Q:
    """The figures of these indicators, which SQLite must not look up by indicator: it would, where they are few, and read the rows of every
    territory for them, ten times what the territory's part of the index holds.
    """
    said = F("indicator_id") + 0 if connection.vendor == "sqlite" else F("indicator_id")
    return Q(In(said, sorted(indicators)))


def _places_kept(asked: Asked, owners: set[int]) -> list[tuple[int, int | None]]:
    """Of which places each of these owners keeps figures of a stage and span, None for some without a place: one look into the index
    for each, not a reading of it.
    """
    if not owners:
        return []
    told, bodies = (asked.stage, asked.span), sorted(owners)
    with connection.cursor() as cursor:
        cursor.execute(_PLACES_KEPT.format(bodies=", ".join(["%s"] * len(bodies))), [*told, *bodies, *told, *bodies, *told])
        kept: list[tuple[int, int | None]] = cursor.fetchall()
    return kept


_FIGURES = "FROM measures_observation figure WHERE figure.stage = %s AND figure.span = %s AND figure.owner_id"
_BODIES = "FROM people_organisation body WHERE body.id IN ({bodies})"
_PLACES_KEPT = f"""
WITH RECURSIVE kept (owner, place) AS (
    SELECT body.id, (SELECT MIN(figure.place_id) {_FIGURES} = body.id) {_BODIES}
    UNION ALL
    SELECT owner, (SELECT MIN(figure.place_id) {_FIGURES} = kept.owner AND figure.place_id > kept.place) FROM kept WHERE place IS NOT NULL
)
SELECT owner, place FROM kept WHERE place IS NOT NULL
UNION ALL
SELECT body.id, NULL {_BODIES} AND EXISTS (SELECT 1 {_FIGURES} = body.id AND figure.place_id IS NULL)
"""  # noqa: S608 - words of this file


def _fetched(
    rows: QuerySet[Observation], by: tuple[str, ...], finer: tuple[str, ...], sums: Mapping[str, Any]
) -> list[tuple[Any, ...]]:
    """The groups as the database has them: Django would make a Decimal of every number, which costs more than all the adding."""
    named = {f"sum_{name}": added for name, added in sums.items()}
    try:
        sql, given = rows.order_by().values_list(*finer).annotate(**named).query.sql_with_params()
    except EmptyResultSet:  # a filter that nothing can pass
        return []
    with connection.cursor() as cursor:
        cursor.execute(sql if finer == by else _added_again(sql, by, sums), given)
        told: list[tuple[Any, ...]] = cursor.fetchall()
    return told


def _in_order(by: tuple[str, ...]) -> tuple[str, ...]:
    """What SQLite groups by at first, so as to read on in the order of an index: with the owner and the place before what is asked for."""
    if connection.vendor != "sqlite":
        return by
    order = ORDER if "period_last" in by else tuple(name for name in ORDER if name not in ("period_last", "period_first"))
    return order[: order.index(by[-1]) + 1]


def _added_again(sql: str, by: tuple[str, ...], sums: Mapping[str, Any]) -> str:
    """The statement that adds those finer groups, few beside the rows, to what is asked for."""
    added = ", ".join(f"{'SUM' if one.function == 'COUNT' else one.function}(sum_{name})" for name, one in sums.items())
    return f"SELECT {', '.join(by)}, {added} FROM ({sql}) GROUP BY {', '.join(by)}"  # noqa: S608 - names of this file


_LOW = Coalesce("low", "dong_low", output_field=IntegerField())
_HIGH = Coalesce("high", "dong_high", output_field=IntegerField())
_NO_LOW, _NO_HIGH, _IS_RATIO = Q(low=None) & Q(dong_low=None), Q(high=None) & Q(dong_high=None), Q(denominator__isnull=False)
_SUMS = {
    "rows": Count("*"),
    "missing": Count("pk", filter=_NO_LOW & _NO_HIGH),
    "without_low": Count("pk", filter=_NO_LOW),
    "without_high": Count("pk", filter=_NO_HIGH),
    "low": Sum(_LOW),
    "high": Sum(_HIGH),
    "least": Min("form"),
    "numerator": Max("numerator", filter=_IS_RATIO, output_field=IntegerField()),
    "denominator": Max("denominator", filter=_IS_RATIO, output_field=IntegerField()),
}
"""What the database tells of a group, as `Parts` have it; as whole numbers, so that nothing is cast: they come as they are.

What is rare is counted where it is: a row that has both its ends costs a look at them. A figure without either is not reported, as
the table's constraints hold.
"""
_GREATEST = {"greatest_low": Max(_LOW), "greatest_high": Max(_HIGH)}
"""What it tells besides, where an indicator's greatest figure is told."""
_WHOLES = {"wholes": Count("pk", filter=Q(field=""))}
"""How many of a group are of a whole, where its parts are not told apart."""
