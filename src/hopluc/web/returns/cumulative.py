"""Cumulative figures of returns (lũy kế): worked out from the received returns of the periods before, never kept.

The periods are those that follow one another without a gap up to the round's own; of each the newest received version counts, so a
correction moves the sum. A period without a figure is told, never taken for zero; rates are not added. A line is found again by its part,
or by its name and unit where no other line has them; where that leaves two, the period is lacking.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.db.models import Prefetch, QuerySet

from hopluc.regimes import same_period_before
from hopluc.web.measures.figures import Figure, total, whole_period
from hopluc.web.measures.models import RATES, Indicator
from hopluc.web.returns.contents import Content, Line, content_of
from hopluc.web.returns.counted import Key, keys_of, told_once
from hopluc.web.returns.models import FigureCell, FigureLine, NothingArose, Return, Round, Stage, Step
from hopluc.web.returns.running import Cumulated, Running
from hopluc.web.store.prepared import Prepared

_NOT_ADDED = frozenset(Indicator.Aggregation.values) - {Indicator.Aggregation.SUM.value, Indicator.Aggregation.COUNT.value}


@dataclass(frozen=True)
class Earlier:
    """A received return of another period: its days, and its figures by what tells their lines apart."""

    first: date
    last: date
    figures: Mapping[Key, Figure]

    def figure(self, keys: Iterable[Key]) -> Figure:
        """The figure of the line known by these keys, by the surest of them; not reported where there is none."""
        return next((self.figures[key] for key in keys if key in self.figures), Figure.not_reported())


def content_with_running(row: Return) -> Content:
    """What a return holds, each line with what it comes to over the periods before."""
    content = content_of(row)
    tell_running([content])
    return content


def tell_running(contents: Iterable[Content]) -> None:
    """Tell each line of returns of one round what it comes to over the periods before: three queries, however many there are."""
    contents = list(contents)
    if not contents:
        return
    round_ = contents[0].row.round
    earlier = _earlier(round_, [content.row.agency_id for content in contents])
    for content in contents:
        told = earlier[content.row.agency_id]
        own = _own_keys(content)
        for part in content.parts:
            part.lines = [replace(line, running=_running(line, own[line.row.pk], round_, told)) for line in part.lines]


def _own_keys(content: Content) -> dict[int, list[Key]]:
    """By line the keys that no other line of the return has."""
    own: dict[int, list[Key]] = defaultdict(list)
    for key, line in told_once((_keys(line.row), line.row.pk) for line in content.lines).items():
        own[line].append(key)
    return own


def _running(line: Line, keys: list[Key], round_: Round, told: list[Earlier]) -> Running | None:
    if round_.period_first is None or round_.period_last is None:
        return None
    days = same_period_before(round_.period_first, round_.period_last)
    before = next((one.figure(keys) for one in told if (one.first, one.last) == days), Figure.not_reported())
    year = _cumulated(line, keys, told, (date(round_.period_last.year, 1, 1), round_.period_first))
    begun = round_.programme.period_first if round_.programme else None
    programme = _cumulated(line, keys, told, (begun, round_.period_first)) if begun else None
    return Running(year, programme, before)


def _cumulated(line: Line, keys: list[Key], told: list[Earlier], days: tuple[date, date]) -> Cumulated:
    """The sum over the periods that reach back from the line's own to the start, as far as they were received. `days`: the start, and the
    first day of the line's own period."""
    start, first = days
    figures, periods = [line.done], 1
    while first > start:
        before = [one for one in told if one.last == first - timedelta(days=1)]
        if not before:
            figures.append(Figure.not_reported())  # from here back nobody told
            break
        chosen = _reaching(before, start)
        figures.append(chosen.figure(keys))
        first, periods = chosen.first, periods + 1
    if not _is_added(line.row) and len(figures) > 1:
        return Cumulated(Figure.not_reported(), periods, added=False)
    figure, lacking = total(figures)
    return Cumulated(figure, periods, lacking)


def _reaching(before: list[Earlier], start: date) -> Earlier:
    """The longest of the periods that begins no sooner than the start; where each does, the one that goes least beyond it."""
    within = [one for one in before if one.first >= start]
    return min(within, key=lambda one: one.first) if within else max(before, key=lambda one: one.first)


def _is_added(row: FigureLine) -> bool:
    rule = row.indicator.aggregation if row.indicator else Indicator.Aggregation.SUM.value
    return row.unit.lower() not in RATES and rule not in _NOT_ADDED


def _keys(row: FigureLine) -> tuple[Key, ...]:
    return keys_of(row.part, row.name, row.unit)


def _earlier(round_: Round, agencies: list[int]) -> dict[int, list[Earlier]]:
    """By agency the newest received version of its return in every other round of the same owner and programme that ended before."""
    if round_.period_first is None:
        return defaultdict(list)
    rows = _received_before(tuple(agencies), round_.owner_id, round_.programme_id, round_.period_first)
    newest = {(row.agency_id, row.round_id): row for row in rows}
    figures = _figures([row.pk for row in newest.values()])
    found: dict[int, list[Earlier]] = defaultdict(list)
    for row in newest.values():
        first, last = row.round.period_first, row.round.period_last
        if first and last:
            found[row.agency_id].append(Earlier(first, last, figures[row.pk]))
    return found


@Prepared
def _received_before(agencies: tuple[int, ...], owner: int, programme: int | None, first: date) -> QuerySet[Return, Any]:
    rows = Return.objects.filter(
        agency__in=agencies,
        round__owner=owner,
        round__programme=programme,
        round__withdrawn_at=None,
        round__period_first__isnull=False,
        round__period_last__lt=first,
        steps__verb=Step.Verb.RECEIVED,
    )
    return rows.select_related("round").order_by("number")


def _figures(rows: list[int]) -> dict[int, dict[Key, Figure]]:
    """By return what its lines come to, by what tells them apart: nothing where it said that nothing arose under their part."""
    nothing = set(NothingArose.objects.filter(of_return__in=rows).values_list("of_return", "part"))
    cells = Prefetch("cells", FigureCell.objects.filter(stage__in=(Stage.ACTUAL, Stage.ESTIMATE)))
    found: dict[int, list[tuple[tuple[Key, ...], Figure]]] = defaultdict(list)
    for line in FigureLine.objects.filter(of_return__in=rows).select_related("part").prefetch_related(cells):
        given = {cell.stage: cell.figure for cell in line.cells.all()}
        unsaid = Figure.zero() if (line.of_return_id, line.part_id) in nothing else Figure.not_reported()
        figure = whole_period(given.get(Stage.ACTUAL, unsaid), given.get(Stage.ESTIMATE, Figure.not_reported()))
        found[line.of_return_id].append((_keys(line), figure))
    return {row: told_once(found[row]) for row in rows}
