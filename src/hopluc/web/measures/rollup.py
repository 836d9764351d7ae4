"""Figures added up by period, agency, field and territory, asked of the database each time: nothing that is added up is ever kept.

One index holds all a sum reads, in the order it is grouped in; one statement answers for all indicators of a rule. Three things are
never added: figures of different spans (a year and its quarters), the parts of a whole that is itself given, and rates.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Case, Count, F, IntegerField, Max, Min, Q, QuerySet, Sum, Value, When
from django.db.models.functions import Coalesce
from django.db.models.lookups import In

from hopluc.succession import Views, views
from hopluc.web import memory
from hopluc.web.measures import queries
from hopluc.web.measures.figures import Figure, Form
from hopluc.web.measures.models import Indicator, Observation
from hopluc.web.measures.spans import Days, Span, year_of
from hopluc.web.measures.sums import GREATEST, Parts
from hopluc.web.measures.territories import Territories, Territory

Aggregation = Indicator.Aggregation


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


class Key(NamedTuple):
    """What one sum is of; None where it is of all of them."""

    indicator: int
    period: Days | None = None
    agency: int | None = None
    field: str | None = None
    territory: Territory | None = None


@dataclass
class RolledUp:
    """The sums, each with its parts; how many parts of a breakdown were left out because their whole is given."""

    rules: Mapping[int, str]
    parts: dict[Key, Parts] = field(default_factory=dict)
    beside_their_whole: int = 0

    def figure(self, key: Key) -> Figure:
        """What one sum comes to."""
        return self.parts[key].figure(self.rules[key.indicator])

    def three_views(self, territories: Territories) -> dict[Key, Views[Territory, "Ruled"]]:
        """For each sum but for its territory: by the territories that reported, by those of the day, and what falls to no single one."""
        apart: dict[Key, dict[Territory, Ruled]] = defaultdict(dict)
        for key, parts in self.parts.items():
            apart[key._replace(territory=None)][key.territory] = Ruled(parts, self.rules[key.indicator])
        return {key: views(values, territories.line, territories.on) for key, values in apart.items()}


@dataclass(frozen=True)
class Ruled:
    """Parts with the rule by which they are joined."""

    parts: Parts
    rule: str

    def __add__(self, other: "Ruled") -> "Ruled":
        return Ruled(self.parts.with_(other.parts, self.rule), self.rule)

    @property
    def figure(self) -> Figure:
        return self.parts.figure(self.rule)


class Group(NamedTuple):
    """One group as the database gives it: a period, agency or field only where it was grouped by; how many are wholes."""

    owner: int
    place: int | None
    indicator: int
    days: Days | None
    agency: int | None
    field: str | None
    wholes: int
    parts: Parts


def roll_up(user: Any, asked: Asked, territories: Territories) -> RolledUp:
    """The figures a user may see, added up as asked; places, and what has become of them, as `territories` knows them."""
    with memory.reading():
        return _rolled_up(user, asked, territories)


def _rolled_up(user: Any, asked: Asked, territories: Territories) -> RolledUp:
    rules = _rules(asked)
    if asked.by_field:
        return added_up(_groups(user, asked, rules, territories), asked, rules, territories)
    groups = list(_groups(user, asked, rules, territories))
    mixed = _given_both_ways(groups)
    told = added_up((group for group in groups if group.indicator not in mixed), asked, rules, territories)
    if mixed:
        exactly = replace(asked, indicators=frozenset(mixed), by_field=True, by_period=True, by_agency=True)
        kept = list(_wholes(_groups(user, exactly, rules, territories), told))
        told.parts |= added_up(kept, asked, rules, territories).parts
    return told


def left_out(user: Any, asked: Asked, territories: Territories) -> Counter[str]:
    """How many figures the same question leaves out because their span is another one, by span."""
    others = [span for span in Span.values if span != asked.span]
    counted: Counter[str] = Counter()
    owners = queries.owners_seen_by(user)
    for leg in _legs(_seen(user, asked, others, owners), asked, territories, owners):
        counted.update(dict(leg.order_by().values_list("span").annotate(n=Count("pk"))))
    return counted


def _rules(asked: Asked) -> Mapping[int, str]:
    rows = Indicator.objects.all() if asked.indicators is None else Indicator.objects.filter(pk__in=asked.indicators)
    return dict(rows.order_by().values_list("pk", "aggregation"))


def _given_both_ways(groups: Iterable[Group]) -> set[int]:
    """The indicators that have both figures of a whole and of its parts."""
    whole, part = set(), set()
    for group in groups:
        if group.wholes:
            whole.add(group.indicator)
        if group.wholes < group.parts.rows:
            part.add(group.indicator)
    return whole & part


def _wholes(groups: Iterable[Group], told: RolledUp) -> Iterator[Group]:
    """Of groups by period and field, those that are a whole, and parts whose whole is not given by the same agency for the same time."""
    rows = list(groups)
    given = {_whole_of(group) for group in rows if not group.field and group.parts.given}
    for group in rows:
        if group.field and _whole_of(group) in given:
            told.beside_their_whole += group.parts.rows
        else:
            yield group._replace(field=None)


def _whole_of(group: Group) -> tuple[Any, ...]:
    """What a part and its whole have in common; the owner reports where no other did."""
    return group.owner, group.agency or group.owner, group.place, group.indicator, group.days


def added_up(groups: Iterable[Group], asked: Asked, rules: Mapping[int, str], territories: Territories) -> RolledUp:
    """Groups of figures added up as asked, by the rule of each indicator."""
    told = RolledUp(rules)
    by_period, last = _by_period(asked), Aggregation.LAST.value
    told_as: dict[Days | None, Days | None] = {}
    newest: dict[Key, dict[Any, Parts]] = defaultdict(dict)
    by_agency, by_territory, sums = asked.by_agency, asked.by_territory, told.parts
    for (
        owner,
        place,
        indicator,
        days,
        reported_by,
        of_field,
        _wholes,
        parts,
    ) in groups:  # hundreds of thousands: no step too many
        rule = rules[indicator]
        agency = (reported_by or owner) if by_agency else None
        at_last = rule == last and not by_period and days is not None
        territory = territories.of(owner, place, days) if by_territory or at_last else None
        if at_last:
            _join(newest[Key(indicator, None, agency, of_field, territory)], days, parts, rule)
            continue
        if by_period and days not in told_as:
            told_as[days] = year_of(days) if days and asked.span == Span.YEAR else days
        key = Key(indicator, told_as[days] if by_period else None, agency, of_field, territory)
        known = sums.get(key)
        sums[key] = parts if known is None else known.with_(parts, rule)
    for key, periods in newest.items():
        whole = key if asked.by_territory else key._replace(territory=None)
        _join(told.parts, whole, periods[max(periods, key=_by_end)], last)
    return told


def _by_period(asked: Asked) -> bool:
    """Are the periods told apart: as asked, and always where they may overlap."""
    return asked.by_period or not Span(asked.span).adds_over_time


def _by_end(days: Days) -> tuple[Any, Any]:
    return days[1], days[0]


def _join(sums: dict[Any, Parts], key: Any, parts: Parts, rule: str) -> None:
    known = sums.get(key)
    sums[key] = known.with_(parts, rule) if known else parts


def _groups(user: Any, asked: Asked, rules: Mapping[int, str], territories: Territories) -> Iterator[Group]:
    """What the database groups: in one statement, and one more for indicators told at their last period where none else is told by it."""
    owners = queries.owners_seen_by(user)
    rows = _seen(user, asked, [asked.span], owners)
    at_last = [pk for pk, rule in rules.items() if rule == Aggregation.LAST] if not _by_period(asked) else []
    apart = [(rows.exclude(indicator__in=at_last), False), (rows.filter(_counting(at_last, asked)), True)]
    for some, by_days in apart if at_last else [(rows, _by_period(asked))]:
        for leg in _legs(some, asked, territories, owners):
            yield from _fetched(leg, asked, by_days, rules)


def _seen(user: Any, asked: Asked, spans: list[str], owners: set[int]) -> QuerySet[Observation]:
    """The figures asked for among those the user sees, which are those of these owners."""
    rows = Observation.objects.filter(withdrawn_at=None, stage=asked.stage, span__in=spans)
    if owners - set(user.standing):
        # Said as one value, or SQLite would look each door up in another index and read the rows themselves.
        rows = rows.alias(seen=Case(When(queries.seen_observations(user), then=Value(1)), default=Value(0))).filter(seen=1)
    if asked.indicators is not None:
        rows = rows.filter(_counting(sorted(asked.indicators), asked))
    if asked.agencies is not None:
        bodies = sorted(asked.agencies)
        rows = rows.filter(Q(reported_by__in=bodies) | Q(reported_by=None, owner__in=bodies))
    if asked.first_year is not None:
        rows = rows.filter(period_last__gte=date(asked.first_year, 1, 1))
    if asked.last_year is not None:
        rows = rows.filter(period_last__lte=date(asked.last_year, 12, 31))
    return rows


def _counting(indicators: list[int], asked: Asked) -> Q:
    """The figures of these indicators. In a territory SQLite must not look them up by indicator: it would, where they are few, and read
    the rows of every territory for them, ten times what the territory's part of the index holds.
    """
    if asked.territory is None or connection.vendor != "sqlite":
        return Q(indicator__in=indicators)
    return Q(In(F("indicator_id") + 0, indicators))


def _legs(
    rows: QuerySet[Observation], asked: Asked, territories: Territories, owners: set[int]
) -> Iterator[QuerySet[Observation]]:
    """The rows by the ways the index is entered: of the owners; for a territory, of its places, and of its owners without a place."""
    if asked.territory is None:
        yield rows.filter(owner__in=sorted(owners))
        return
    yield rows.filter(owner__in=sorted(owners), place__in=territories.become(asked.territory))
    if local := territories.owners_in(asked.territory, owners):
        yield rows.filter(owner__in=local, place=None)


def _fetched(rows: QuerySet[Observation], asked: Asked, by_days: bool, rules: Mapping[int, str]) -> Iterator[Group]:
    """The groups as the database has them: Django would make a Decimal of every number, which costs more than all the adding."""
    names = ["owner_id", "place_id", "indicator_id", *(["period_last", "period_first"] if by_days else [])]
    names += [*(["reported_by_id"] if asked.by_agency else []), *(["field"] if asked.by_field else [])]
    try:
        sums = _SUMS if asked.by_field else _SUMS | _WHOLES
        sql, given = rows.order_by().values_list(*names).annotate(**sums).query.sql_with_params()
    except EmptyResultSet:  # a filter that nothing can pass
        return
    at_agency = 3 + 2 * by_days
    at_field = at_agency + asked.by_agency
    at_sums = at_field + asked.by_field
    greatest = frozenset(pk for pk, rule in rules.items() if rule in GREATEST)
    by_agency, by_field = asked.by_agency, asked.by_field
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        for row in cursor.fetchall():
            n, missing, lows, highs, low, high, top_low, top_high, least, above, below, *wholes = row[at_sums:]
            if row[2] in greatest:
                low, high = top_low, top_high
            yield Group(
                row[0],
                row[1],
                row[2],
                (row[4], row[3]) if by_days else None,
                row[at_agency] if by_agency else None,
                row[at_field] if by_field else None,
                wholes[0] if wholes else 0,
                Parts(n, missing, lows, highs, low or 0, high or 0, least == _ABOUT, least == _ZERO, above, below),
            )


_LOW = Coalesce("low", "dong_low", output_field=IntegerField())
_HIGH = Coalesce("high", "dong_high", output_field=IntegerField())
_SUMS = {
    "sum_rows": Count("form"),
    "sum_missing": Count("form", filter=Q(form=Form.NOT_REPORTED)),
    "sum_lows": Count(_LOW),
    "sum_highs": Count(_HIGH),
    "sum_low": Sum(_LOW),
    "sum_high": Sum(_HIGH),
    "sum_greatest_low": Max(_LOW),
    "sum_greatest_high": Max(_HIGH),
    "sum_least": Min("form"),
    "sum_numerator": Max("numerator", output_field=IntegerField()),
    "sum_denominator": Max("denominator", output_field=IntegerField()),
}
"""What the database adds of a group, in the order `_fetched` takes it; as whole numbers, so that nothing is cast: they come as they are."""

_WHOLES = {"sum_wholes": Count("form", filter=Q(field=""))}
"""How many of a group are of a whole, where its parts are not told apart."""

_ABOUT, _ZERO = Form.ABOUT.value, Form.ZERO.value
"""The first and the last form in the order of letters: where one form of a group is rough the least is, and where the least is zero all
are.
"""
