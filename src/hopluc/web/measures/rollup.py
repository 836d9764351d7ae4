"""Figures added up by period, agency, field and territory, asked of the database each time: nothing that is added up is ever kept.

One index holds all a sum reads, in the order it is grouped in; one statement answers for all indicators of a rule. Three things are
never added: figures of different spans (a year and its quarters), the parts of a whole that is itself given, and rates.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import compress, repeat
from operator import lt, not_
from typing import Any, NamedTuple

from hopluc.succession import Views, views
from hopluc.web.measures.figures import Figure
from hopluc.web.measures.groups import ORDER, Asked, Groups, Seen
from hopluc.web.measures.models import Indicator
from hopluc.web.measures.spans import Days, Span, year_of
from hopluc.web.measures.sums import Parts
from hopluc.web.measures.territories import Territories, Territory
from hopluc.web.store import memory

__all__ = ["Asked", "Key", "RolledUp", "Ruled", "left_out", "roll_up"]
Aggregation = Indicator.Aggregation


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


def roll_up(user: Any, asked: Asked, territories: Territories) -> RolledUp:
    """The figures a user may see, added up as asked; places, and what has become of them, as `territories` knows them."""
    with memory.reading():
        return _rolled_up(user, asked, territories)


def left_out(user: Any, asked: Asked, territories: Territories) -> Counter[str]:
    """How many figures the same question leaves out because their span is another one, by span."""
    counted: Counter[str] = Counter()
    for span, number in Seen(user, asked, territories).beside():
        counted[span] += number
    return counted


def _rolled_up(user: Any, asked: Asked, territories: Territories) -> RolledUp:
    told = RolledUp(_rules(asked))
    seen, rules = Seen(user, asked, territories), told.rules
    at_last = _told_at_last(rules, asked)
    greatest = Aggregation.MAX in rules.values()
    others = None if asked.indicators is None else asked.indicators - at_last
    added = list(seen.groups(_by(asked), others, greatest=greatest)) if others != frozenset() else []
    newest = list(seen.groups(_by(asked) | _WHERE_AND_WHEN, at_last, greatest=False)) if at_last else []
    mixed = frozenset() if asked.by_field else _given_both_ways([*added, *newest])
    added, newest = [some.without(mixed | at_last) for some in added], [some.without(mixed) for some in newest]
    if mixed:
        wholes = [_wholes(some, told) for some in seen.groups(ORDER, mixed, greatest=greatest)]
        added += [some.without(at_last) for some in wholes]
        newest += [some.without(mixed - at_last) for some in wholes]
    for some in [*added, *_of_newest_period(newest, asked, territories)]:
        _add(told, some, asked, territories)
    return told


def _rules(asked: Asked) -> Mapping[int, str]:
    rows = Indicator.objects.all() if asked.indicators is None else Indicator.objects.filter(pk__in=asked.indicators)
    return dict(rows.order_by().values_list("pk", "aggregation"))


def _told_at_last(rules: Mapping[int, str], asked: Asked) -> frozenset[int]:
    """The indicators of which the last period alone is told, where periods are not told apart."""
    return frozenset() if _by_period(asked) else frozenset(pk for pk, rule in rules.items() if rule == Aggregation.LAST)


_WHERE_AND_WHEN = {"owner_id", "place_id", "period_last", "period_first"}
"""What tells the territory of a group as it then was, and the newest period of each."""


def _by(asked: Asked) -> set[str]:
    """What the database must tell groups apart by: agencies with their fields, as its indexes have them."""
    by = {"indicator_id"}
    by |= {"period_last", "period_first"} if _by_period(asked) else set()
    by |= {"field"} if asked.by_field or asked.by_agency else set()
    by |= {"owner_id", "reported_by_id"} if asked.by_agency else set()
    return by | ({"owner_id", "place_id"} if asked.by_territory else set())


def _by_period(asked: Asked) -> bool:
    """Are the periods told apart: as asked, and always where they may overlap."""
    return asked.by_period or not Span(asked.span).adds_over_time


def _given_both_ways(groups: Iterable[Groups]) -> frozenset[int]:
    """The indicators that have both figures of a whole and of its parts."""
    whole: set[int] = set()
    part: set[int] = set()
    for some in groups:
        indicators = list(some.column("indicator_id"))
        if "field" in some.by:
            fields = list(some.column("field"))
            whole.update(compress(indicators, map(not_, fields)))
            part.update(compress(indicators, fields))
        else:
            whole.update(compress(indicators, some.column("wholes")))
            part.update(compress(indicators, map(lt, some.column("wholes"), some.column("rows"))))
    return frozenset(whole & part)


def _wholes(groups: Groups, told: RolledUp) -> Groups:
    """Of groups told apart by all there is, those that are a whole, and parts whose whole is not given by the same agency for the same
    time.
    """
    every = list(zip(groups.rows, groups.parts(told.rules), strict=True))
    given = {_whole_of(row) for row, parts in every if not _field(row) and parts.given}
    beside = [parts.rows for row, parts in every if _field(row) and _whole_of(row) in given]
    told.beside_their_whole += sum(beside)
    return groups.of([row for row in groups.rows if not _field(row) or _whole_of(row) not in given])


def _field(row: tuple[Any, ...]) -> str:
    said: str = row[ORDER.index("field")]
    return said


def _whole_of(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """What a part and its whole have in common; the owner reports where no other did."""
    owner, place, indicator, last, first, _part, agency = row[: len(ORDER)]
    return owner, agency or owner, place, indicator, last, first


def _keys(groups: Groups, asked: Asked, territories: Territories, *, by_territory: bool) -> Iterator[Key]:
    """What the sum is of that each group falls to."""
    column = groups.column
    days: Iterable[Days | None] = repeat(None)
    if "period_last" in groups.by:
        days = list(zip(column("period_first"), column("period_last"), strict=True))
    periods: Iterable[Days | None] = days if _by_period(asked) else repeat(None)
    if _by_period(asked) and asked.span == Span.YEAR:
        periods = map(cache(year_of), days)
    agencies: Iterable[int | None] = repeat(None)
    if asked.by_agency:
        agencies = (agency or owner for agency, owner in zip(column("reported_by_id"), column("owner_id"), strict=True))
    fields = column("field") if asked.by_field else repeat(None)
    places: Iterable[Territory] = repeat(None)
    if by_territory:
        places = map(cache(territories.of), column("owner_id"), column("place_id"), days)
    return map(_AS_KEY, zip(column("indicator_id"), periods, agencies, fields, places, strict=False))


_AS_KEY = partial(tuple.__new__, Key)
"""As `Key._make`, without a step of Python's for each of hundreds of thousands."""


def _add(told: RolledUp, groups: Groups, asked: Asked, territories: Territories) -> None:
    """Groups added up as asked, by the rule of each indicator."""
    if not groups.rows:
        return
    keys = list(_keys(groups, asked, territories, by_territory=asked.by_territory))
    fresh = dict(zip(keys, groups.parts(told.rules), strict=True))
    if len(fresh) == len(keys) and told.parts.keys().isdisjoint(fresh):
        told.parts.update(fresh)
        return
    for key, parts in zip(keys, groups.parts(told.rules), strict=True):
        _join(told, key, parts)


def _of_newest_period(every: list[Groups], asked: Asked, territories: Territories) -> Iterator[Groups]:
    """Of groups by place and period, those of the newest period of each territory."""
    newest: dict[Key, Any] = {}
    timed = [(some, _keys_and_ends(some, asked, territories)) for some in every if some.rows]
    for _some, keys_and_ends in timed:
        for key, end in keys_and_ends:
            if key not in newest or end > newest[key]:
                newest[key] = end
    for some, keys_and_ends in timed:
        yield some.of([row for row, (key, end) in zip(some.rows, keys_and_ends, strict=True) if newest[key] == end])


def _keys_and_ends(groups: Groups, asked: Asked, territories: Territories) -> list[tuple[Key, Any]]:
    """Of what, and of which territory, each group is, and the last and the first day of its period."""
    ends = zip(groups.column("period_last"), groups.column("period_first"), strict=True)
    return list(zip(_keys(groups, asked, territories, by_territory=True), ends, strict=True))


def _join(told: RolledUp, key: Key, parts: Parts) -> None:
    known = told.parts.get(key)
    told.parts[key] = parts if known is None else known.with_(parts, told.rules[key.indicator])
