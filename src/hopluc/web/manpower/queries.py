"""Training and trips of the programmes a user sees, when a trip is to be reported, and how far a target of training has come."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet

from hopluc.vietnamese import fold
from hopluc.web.manpower.models import Delegation, Member, ReportTerm, TrainingNeed
from hopluc.web.measures.figures import Figure, total
from hopluc.web.measures.models import Observation
from hopluc.web.people.models import Organisation
from hopluc.web.people.rules import WRITERS
from hopluc.web.register.models import Activity, Commitment, Programme, Role
from hopluc.web.register.queries import activities_seen_by, programmes_seen_by
from hopluc.workdays import calendar

TRAINED = ("Người được đào tạo, bồi dưỡng", "người")
"""What is counted of a course: the name of the indicator and its unit. Planned: the places it offers; done: who was trained."""
_ABOUT_TRAINING = ("dao tao", "tap huan", "boi duong")


def needs_seen_by(user: Any) -> QuerySet[TrainingNeed]:
    """The needs stated in the programmes a user sees, but for what was taken back."""
    if not user.is_authenticated:
        return TrainingNeed.objects.none()
    rows = TrainingNeed.objects.filter(programme__in=programmes_seen_by(user), withdrawn_at=None)
    return rows.select_related("agency", "programme")


def delegations_seen_by(user: Any) -> QuerySet[Delegation]:
    """The delegations of the programmes a user sees, but for those whose activity was withdrawn."""
    if not user.is_authenticated:
        return Delegation.objects.none()
    rows = Delegation.objects.filter(
        activity__in=activities_seen_by(user).order_by(), activity__programme__in=programmes_seen_by(user)
    )
    return rows.select_related("activity__programme", "agency", "duty", "report", "approval")


def members_seen_by(user: Any) -> QuerySet[Member]:
    """The names in delegations, to the office that entered them."""
    if not user.is_authenticated:
        return Member.objects.none()
    rows = Member.objects.filter(delegation__in=delegations_seen_by(user).order_by(), withdrawn_at=None)
    return rows.filter(person__owner__in=list(user.standing)).select_related("person", "delegation__activity")


courses_seen_by = trips_read_seen_by = activities_seen_by


def agencies_of(user: Any, programme: Programme) -> QuerySet[Organisation]:
    """The agencies a user may state a need of: those the user writes for; of the standing agency, all with a part in the programme."""
    writing = [pk for pk, roles in user.standing.items() if not roles.isdisjoint(WRITERS)]
    found = Q(pk__in=writing)
    if programme.owner_id in writing:
        part = Role.objects.filter(programme=programme, organisation__isnull=False).exclude(capacity=Role.Capacity.COMMITTEE)
        found |= Q(pk__in=part.order_by().values("organisation"))
    return Organisation.objects.filter(found).order_by("name")


def figures_of(activities: Iterable[int], of: tuple[str, str], stage: str) -> dict[int, Observation]:
    """The figure of a stage kept about each of these activities, by the activity's key."""
    return {row.object_id or 0: row for row in figures_about(activities, of).filter(stage=stage)}


def figures_about(activities: Iterable[int], of: tuple[str, str]) -> QuerySet[Observation]:
    """All figures kept about these activities, planned and done, the earliest entered first."""
    name, unit = of
    rows = Observation.objects.filter(
        content_type=ContentType.objects.get_for_model(Activity),
        object_id__in=list(activities),
        indicator__search_key=fold(name),
        indicator__unit=unit,
        stage__in=(Observation.Stage.PLAN, Observation.Stage.ACTUAL),
        withdrawn_at=None,
    )
    return rows.select_related("indicator").order_by("pk")


def term_on(programme: Programme, direction: str, day: date) -> ReportTerm | None:
    """The term in which a trip that ends on a day is reported: its own kind's before that of all, then the newest; None for none."""
    rows = programme.report_terms.filter(since__lte=day, direction__in=("", direction))
    return max(rows, key=lambda term: (bool(term.direction), term.since, term.pk), default=None)


def report_due(trip: Delegation) -> date | None:
    """The day the report of a trip is due, from the day it ended, or is planned to end; None where that or the term is not known."""
    back, programme = trip.returned_on or trip.activity.period_last, trip.activity.programme
    term = term_on(programme, trip.direction, back) if back and programme else None
    if back is None or term is None:
        return None
    if term.counted == ReportTerm.Counted.WORKING:
        return calendar().after(back, term.days)
    return calendar().end_of_term(back + timedelta(term.days))


@dataclass(frozen=True)
class TargetOfTraining:
    """A target towards which people trained count: what is owed, what the courses come to, how far that is; what was told of it."""

    target: Commitment
    owed: Observation | None
    done: Figure
    courses: int
    told: Observation | None

    @property
    def share(self) -> Figure | None:
        """Done in percent of owed, an interval where either is one; None where either is not known."""
        found = self.done.percent_of(self.owed.figure) if self.owed else None
        return found if found is not None and found.known else None


def targets_of_training(programme: Programme, trained: dict[int, Observation]) -> list[TargetOfTraining]:
    """The programme's targets that are about training, by their words or because a course counts towards them."""
    rows = programme.commitments.filter(kind=Commitment.Kind.TARGET, withdrawn_at=None)
    rows = rows.prefetch_related("observations__indicator", "activities_answering")
    found = []
    for row in rows:
        courses = [
            one for one in row.activities_answering.all() if one.kind == Activity.Kind.COURSE and one.withdrawn_at is None
        ]
        if courses or any(words in row.search_key for words in _ABOUT_TRAINING):
            told = [one for one in row.observations.all() if one.withdrawn_at is None]
            done, _missing = total(trained[one.pk].figure for one in courses if one.pk in trained)
            found.append(
                TargetOfTraining(
                    row, _newest(told, Observation.Stage.TARGET), done, len(courses), _newest(told, Observation.Stage.ACTUAL)
                )
            )
    return found


def _newest(told: Iterable[Observation], stage: str) -> Observation | None:
    return max((one for one in told if one.stage == stage), key=lambda one: one.pk, default=None)


def targets_offered(programme: Programme) -> QuerySet[Commitment]:
    """The targets of a programme a course may count towards."""
    return programme.commitments.filter(kind=Commitment.Kind.TARGET, withdrawn_at=None)


@dataclass(frozen=True)
class Kept:
    """All that is kept of a programme's training and trips, fetched at once."""

    programme: Programme
    needs: list[TrainingNeed]
    courses: list[Activity]
    trips: list[Activity]
    exchanges: list[Activity]
    places: dict[int, Observation]
    trained: dict[int, Observation]


def kept_of(programme: Programme) -> Kept:
    """What is kept, the newest first; what was called off is among it."""
    kinds = Activity.Kind
    rows = programme.activities.filter(
        withdrawn_at=None, kind__in=(kinds.COURSE, kinds.DELEGATION, kinds.EVENT, kinds.PUBLICATION)
    ).select_related("course", "delegation__agency", "delegation__duty", "delegation__report")
    found = sorted(
        rows.prefetch_related("roles__organisation"), key=lambda row: (row.period_first or date.min, row.pk), reverse=True
    )
    courses = [row for row in found if row.kind == kinds.COURSE]
    keys = [row.pk for row in courses]
    needs = programme.training_needs.filter(withdrawn_at=None).select_related("agency")
    return Kept(
        programme,
        list(needs),
        courses,
        [row for row in found if row.kind == kinds.DELEGATION],
        [row for row in found if row.kind in (kinds.EVENT, kinds.PUBLICATION)],
        figures_of(keys, TRAINED, Observation.Stage.PLAN),
        figures_of(keys, TRAINED, Observation.Stage.ACTUAL),
    )


def trip_of(activity: Activity) -> Delegation | None:
    """What is kept of a delegation; None for one read from a document and no more."""
    return getattr(activity, "delegation", None)
