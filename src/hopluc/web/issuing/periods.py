"""Which years a review looks back on and which it plans: derived from the terms of the programme's tasks."""

from collections.abc import Iterable
from dataclasses import dataclass

from hopluc.web.register.models import Activity


@dataclass(frozen=True, slots=True)
class Periods:
    """First and last year looked back on, and planned; None where there is nothing of it."""

    past: tuple[int, int] | None
    plan: tuple[int, int] | None

    @property
    def past_words(self) -> str:
        return years_in_words(self.past)

    @property
    def plan_words(self) -> str:
        return years_in_words(self.plan)

    def is_planned(self, activity: Activity) -> bool:
        """Does the activity belong to the plan rather than to what is looked back on."""
        if self.plan is None:
            return False
        if activity.period_first is not None:
            return activity.period_first.year >= self.plan[0]
        return bool(activity.recurrence) and activity.carried_over_from_id is None


def years_in_words(years: tuple[int, int] | None) -> str:
    """`2021 - 2025`, `2025`, or nothing."""
    if years is None:
        return ""
    return str(years[0]) if years[0] == years[1] else f"{years[0]} - {years[1]}"


def periods_of(activities: Iterable[Activity]) -> Periods:
    """The split is the latest year a task begins in after another has ended; without one, all is looked back on."""
    terms = [(a.period_first.year, a.period_last.year) for a in activities if a.period_first and a.period_last]
    if not terms:
        return Periods(None, None)
    splits = [first for first, _last in terms if any(last < first for _first, last in terms)]
    if not splits:
        return Periods((min(first for first, _ in terms), max(last for _, last in terms)), None)
    split = _round_split(max(splits), terms)
    past = [term for term in terms if term[0] < split]
    plan = [term for term in terms if term[0] >= split]
    before = (min(first for first, _ in past), min(max(last for _, last in past), split - 1))
    return Periods(before, (split, max(last for _, last in plan)))


def _round_split(latest: int, terms: list[tuple[int, int]]) -> int:
    """The earliest year at or before `latest` from which on no task of before runs on: tasks of a plan begin in different years."""
    clean = [
        first for first, _last in terms if first <= latest and all(last < first or begin >= first for begin, last in terms)
    ]
    return min((first for first in clean if any(last < first for _begin, last in terms)), default=latest)
