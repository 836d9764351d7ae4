"""What stands on the pages of a whole: provinces, agencies, the funnel of tasks, sums by year."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from hopluc.web.measures.models import Indicator, Observation
from hopluc.web.measures.queries import agencies_that_reported, indicators_seen_by, observations_seen_by
from hopluc.web.measures.spans import Span
from hopluc.web.people.models import Organisation, Place, Succession
from hopluc.web.register import lists, states
from hopluc.web.register.models import Activity, Progress, Role
from hopluc.web.register.states import Code
from hopluc.web.returns.queries import returns_seen_by


class Step(models.TextChoices):
    """How far a task has come, from its assignment to its end; whoever has come to one has come to those before."""

    ASSIGNED = "giao", _("Được giao")
    BEGUN = "bat-dau", _("Đã bắt đầu")
    TOLD = "co-ket-qua", _("Có kết quả ghi nhận")
    DONE = "hoan-thanh", _("Hoàn thành")


@dataclass(frozen=True)
class Funnel:
    """How many tasks have come to each step, in order."""

    counts: tuple[tuple[Step, int], ...]

    @property
    def assigned(self) -> int:
        return self.counts[0][1]


def work_of(user: Any, on: date, agency: int | None = None) -> QuerySet[Any]:
    """The tasks a user sees, of those an agency leads where one is named, each with how far it has come (`begun`, `told`, `done`)."""
    rows = states.with_code(lists.work_seen_by(user, None), on)
    if agency is not None:
        led = Role.objects.filter(of_activity=OuterRef("pk"), organisation=agency, capacity=Role.Capacity.LEAD)
        rows = rows.filter(Exists(led))
    said = Progress.objects.filter(activity=OuterRef("pk"), withdrawn_at=None)
    begun = said.exclude(said=Progress.Said.NOT_STARTED)
    told = said.filter(said__in=(Progress.Said.IN_PROGRESS, Progress.Said.DONE)).exclude(text="")
    done = Q(code=Code.DONE)
    found: QuerySet[Any] = rows.alias(has_begun=Exists(begun), has_told=Exists(told)).annotate(
        done=_as_one(done), told=_as_one(done | Q(has_told=True)), begun=_as_one(done | Q(has_told=True) | Q(has_begun=True))
    )
    return found


def _as_one(when: Q) -> Any:
    return models.Case(models.When(when, then=models.Value(1)), default=models.Value(0))


_PASSED: dict[Step, Q] = {Step.ASSIGNED: Q(), Step.BEGUN: Q(begun=1), Step.TOLD: Q(told=1), Step.DONE: Q(done=1)}


def funnel_of(work: QuerySet[Any]) -> Funnel:
    """How many of these tasks have come to each step; in one query."""
    counted = work.order_by().aggregate(**{step.name: Count("pk", filter=passed) for step, passed in _PASSED.items()})
    return Funnel(tuple((step, counted[step.name]) for step in Step))


def at_step(work: QuerySet[Any], step: str) -> QuerySet[Activity]:
    """The tasks that have come to a step, in the order of their documents."""
    return work.filter(_PASSED[Step(step)]).order_by("programme", "order", "pk")


def provinces_today(user: Any) -> QuerySet[Place]:
    """The provinces of today, the same for everyone who has signed in; what is told of each is what the user may see."""
    rows = Place.objects.filter(kind=Place.Kind.PROVINCE, until=None)
    return rows if user.is_authenticated else rows.none()


def became(place: Place, on: date) -> list[Place]:
    """The provinces that have wholly become this one by a day."""
    steps = Succession.objects.filter(later_place=place, day__lte=on, withdrawn_at=None, scope=Succession.Scope.ALL)
    return [step.former_place for step in steps.select_related("former_place").order_by("pk") if step.former_place is not None]


def agencies_told(user: Any) -> QuerySet[Organisation]:
    """The agencies that have a page for a user: those its organisations entered, and those whose figures it may see."""
    if not user.is_authenticated:
        return Organisation.objects.none()
    entered = Organisation.objects.filter(owner__in=list(user.standing))
    return Organisation.objects.filter(Q(pk__in=agencies_that_reported(user).values("pk")) | Q(pk__in=entered.values("pk")))


def indicator_to_show(user: Any, chosen: int | None) -> Indicator | None:
    """The indicator asked for, else the one of the newest yearly figure the user sees."""
    if chosen is not None:
        return indicators_seen_by(user).filter(pk=chosen).first()
    yearly = observations_seen_by(user).filter(stage=Observation.Stage.ACTUAL, span=Span.YEAR)
    newest = yearly.exclude(indicator__aggregation__in=(Indicator.Aggregation.RATIO, Indicator.Aggregation.NONE))
    found = newest.order_by("-pk").first()
    return found.indicator if found else None


def indicators_to_choose(user: Any) -> Iterable[Indicator]:
    """What the map may show."""
    return indicators_seen_by(user).order_by("name")[:300]


def last_returns(user: Any, agency: Organisation) -> list[Any]:
    """The newest returns of an agency that the user sees."""
    return list(returns_seen_by(user).filter(agency=agency).select_related("round").order_by("-round__due_on", "-pk")[:5])
