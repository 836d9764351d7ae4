"""What the pages of an edition show: who supplies which series, how far it has come, where there are gaps."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from hopluc.scorecards.doubts import Doubt
from hopluc.web.observatory import queries, rules
from hopluc.web.observatory.models import Edition, Entry, Series, Unit

State = Entry.State
LOOKS = {State.MISSING: "", State.SENT: "wait", State.ASKED: "late", State.CHECKED: "good", State.ACCEPTED: "good"}


@dataclass(frozen=True)
class SeriesLine:
    """A series in the table of its edition: how many figures stand where, and how many are missing."""

    series: Series
    group: str
    counts: Mapping[str, int]
    gaps: int
    proofs: int
    units: int

    @property
    def known(self) -> int:
        return self.units - self.gaps


@dataclass(frozen=True)
class UnitLine:
    """A unit in the table of a series: its figure, last year's, what is odd about it."""

    unit: Unit
    entry: Entry | None
    before: float | None
    odd: tuple[Doubt, ...] = field(default=())

    @property
    def look(self) -> str:
        return LOOKS[State(self.entry.state)] if self.entry else ""

    @property
    def state(self) -> Any:
        return State(self.entry.state).label if self.entry else State.MISSING.label


def edition_page(user: Any, edition: Edition) -> dict[str, Any]:
    """The table of an edition: of the series the user sees."""
    whole = rules.sees_whole(user, edition)
    lines = series_lines(user, edition)
    total: Counter[str] = Counter()
    for line in lines:
        total.update(line.counts)
    return {
        "whole": whole,
        "lines": lines,
        "units": edition.units.all(),
        "figures": {
            "gaps": sum(line.gaps for line in lines),
            "asked": total[State.ASKED],
            "sent": total[State.SENT],
            "checked": total[State.CHECKED],
            "accepted": total[State.ACCEPTED],
        },
        "results": edition.results.select_related("computed_by", "reviewed_by", "published_by", "job") if whole else (),
        "may_hand_in": rules.can_hand_in(user, edition),
        "may_run": rules.can_run_edition(user, edition),
        "may_correct": rules.can_correct(user, edition),
        "may_note_official": rules.can_note_official(user, edition),
        "is_published": rules.is_published(edition),
    }


def series_lines(user: Any, edition: Edition) -> list[SeriesLine]:
    """A line for each series of an edition the user sees, in their order."""
    rows = queries.series_seen_by(user).filter(edition=edition).prefetch_related("entries__proofs")
    names = queries.group_codes(edition.definition)
    parents = {one.code: names[one.parent] for one in edition.definition.indicators}
    units = edition.units.count()
    return [_line(series, parents.get(series.code, ""), units) for series in rows]


def _line(series: Series, group: str, units: int) -> SeriesLine:
    entries = list(series.entries.all())
    counts = Counter(entry.state for entry in entries)
    gaps = units - sum(entry.value is not None for entry in entries)
    return SeriesLine(series, group, dict(counts), gaps, sum(bool(entry.proofs.all()) for entry in entries), units)


def series_page(user: Any, series: Series) -> dict[str, Any]:
    """The figures of a series, with last year's and what is odd."""
    entries, last = queries.entries_of(series), queries.last_year(series)
    values = {entry.unit.code: entry.value for entry in entries.values()}
    odd = queries.doubts_about(series, values)
    units = series.edition.units.all()
    definition = series.edition.definition
    return {
        "lines": [UnitLine(unit, entries.get(unit.pk), last.get(unit.code), odd.get(unit.code, ())) for unit in units],
        "indicator": next((one for one in definition.indicators if one.code == series.code), None),
        "may_enter": rules.can_enter(user, series),
        "may_check": rules.can_check(user, series),
        "whole": rules.sees_whole(user, series.edition),
    }
