"""How an activity or a petition stands on a day: derived from what is recorded, with the reason; never kept.

Kinds of evidence, strongest first: an answering document or a result; what was last said of progress; the due day.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.db import models
from django.db.models import (
    Case,
    CharField,
    Count,
    Exists,
    F,
    FilteredRelation,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hopluc.vietnamese import fold
from hopluc.web.register.models import Activity, Commitment, Progress, Role
from hopluc.web.register.yearly import closes_a_year_only, next_due
from hopluc.web.store.related import hung
from hopluc.web.store.written import Written, written
from hopluc.workdays import calendar


class Code(models.TextChoices):
    """The states of work and of petitions, as they are said on screen."""

    NOT_STARTED = "not_started", gettext_lazy("Chưa triển khai")
    STANDING = "standing", gettext_lazy("Thường xuyên")
    UNDATED = "undated", gettext_lazy("Chưa nêu thời hạn")
    IN_PROGRESS = "in_progress", gettext_lazy("Đang thực hiện")
    BLOCKED = "blocked", gettext_lazy("Vướng mắc")
    OVERDUE = "overdue", gettext_lazy("Quá hạn")
    DONE = "done", gettext_lazy("Hoàn thành")
    STOPPED = "stopped", gettext_lazy("Dừng thực hiện")
    CARRIED_OVER = "carried_over", gettext_lazy("Chuyển tiếp")
    UNANSWERED = "unanswered", gettext_lazy("Chưa trả lời")
    IN_HAND = "in_hand", gettext_lazy("Đang giải quyết")
    ANSWERED = "answered", gettext_lazy("Đã trả lời")


@dataclass(frozen=True, slots=True)
class State:
    """How something stands, why, and by how many working days it is late, or a petition waits (0 when it is not, or not one yet).

    `named`: what it waits for, where that says more than the name of its code.
    """

    code: Code
    reason: str
    late_days: int = 0
    named: str = ""

    @property
    def label(self) -> str:
        return self.named or str(self.code.label)

    @property
    def look(self) -> str:
        """The class of its mark on a page: `late`, `wait`, `good`, or plain."""
        return _LOOKS.get(self.code, "")


_LOOKS = {
    Code.OVERDUE: "late",
    Code.UNANSWERED: "late",
    Code.BLOCKED: "wait",
    Code.IN_HAND: "wait",
    Code.DONE: "good",
    Code.ANSWERED: "good",
}


def with_progress(activities: QuerySet[Activity], *, trips: bool = True) -> QuerySet[Activity]:
    """The rows with all that `state_of` looks at, fetched at once. `trips`: there may be delegations among them."""
    later = hung("carried_over_to", Activity.objects.filter(withdrawn_at=None).only(*_OF_WHAT_CAME_LATER))
    rows = activities.select_related("delegation") if trips else activities
    return rows.prefetch_related(with_what_was_said(), later)


_OF_WHAT_CAME_LATER = (
    "carried_over_from",
    "title",
    "withdrawn_at",
    "period_first",
    "period_last",
    "period_grain",
    "period_as_written",
)


def with_answers(petitions: QuerySet[Commitment]) -> QuerySet[Commitment]:
    """The rows with all that `state_of_petition` looks at, fetched at once."""
    answers = hung("answered_by", Commitment.objects.filter(withdrawn_at=None).order_by("made_on", "pk"))
    work = hung("activities_answering", Activity.objects.filter(withdrawn_at=None))
    return petitions.prefetch_related(with_what_was_said(), answers, work)


def with_what_was_said() -> Prefetch:
    """What was said of the progress of each row, in the order it was said."""
    said = Progress.objects.filter(withdrawn_at=None).select_related("waits_for_activity", "waits_for_commitment")
    said = said.only(*_PROGRESS, "waits_for_activity__title", "waits_for_commitment__text")
    return hung("progress", said.order_by("on", "pk"))


_PROGRESS = tuple(field.name for field in Progress._meta.concrete_fields)


def leads() -> Prefetch:
    """Who leads each activity or commitment, in their order."""
    leading = Role.objects.filter(capacity=Role.Capacity.LEAD).select_related("organisation", "person")
    return hung("roles", leading.order_by("order", "pk"))


def state_of(activity: Activity, on: date, *, telling_late: bool = True) -> State:
    """How an activity stands on a day. Late means: its last day is before that day, and nobody has said it is done.

    Lateness is told only to whom it concerns: without `telling_late`, what was last said is.
    """
    said, due = last_said(activity, on), last_day_of(activity, on)
    if said is not None and said.said in (Progress.Said.DONE, Progress.Said.STOPPED) and not closes_a_year_only(said, due):
        return State(Code(said.said), as_said(said))
    carried = [later for later in activity.carried_over_to.all() if later.withdrawn_at is None]
    if carried:
        return State(Code.CARRIED_OVER, _("Chuyển tiếp sang: %(title)s") % {"title": carried[0].period or carried[0].title})
    if _is_held(activity, said, on):
        return State(Code.DONE, _held(activity)) if not _is_kept_open(activity) else _awaiting_return(activity, said)
    if telling_late and due is not None and due < on:
        reason = _("Thời hạn %(day)s đã qua; chưa ghi nhận kết quả hoàn thành.") % {"day": due.strftime("%d/%m/%Y")}
        return State(Code.OVERDUE, f"{reason} {as_said(said)}".strip() if said else reason, worked_since(due, on))
    if said is not None and not closes_a_year_only(said, due):
        return State(Code(said.said), as_said(said))
    if activity.yearly_from is not None or (activity.recurrence and activity.due_last is None):
        return State(Code.STANDING, standing(said, due if activity.yearly_from is not None else None))
    if due is None and not (activity.period_first or activity.period_last):
        return State(Code.UNDATED, _("Văn bản chưa nêu thời hạn; chưa có diễn biến nào được ghi nhận."))
    return State(Code.NOT_STARTED, _("Chưa có diễn biến nào được ghi nhận."))


def worked_since(day: date, on: date) -> int:
    """How many working days have passed since a day: lateness is counted so everywhere."""
    return calendar().between(day, on)


def standing(said: Progress | None, due: date | None) -> str:
    """Why something is owed again and again: its next day, where it has one each year."""
    if due is None:
        return _("Thực hiện thường xuyên, không có hạn cuối.")
    told = _("Hằng năm; kỳ tới: %(day)s.") % {"day": due.strftime("%d/%m/%Y")}
    return f"{told} {as_said(said)}" if said else told


_HAPPENINGS = frozenset(
    {
        Activity.Kind.EVENT,
        Activity.Kind.EXHIBITION,
        Activity.Kind.CONTEST,
        Activity.Kind.CONNECTION,
        Activity.Kind.DELEGATION,
        Activity.Kind.COURSE,
        Activity.Kind.SURVEY,
        Activity.Kind.PUBLICATION,
        Activity.Kind.SIGNING,
    }
)
"""What takes place on its day and is not owed by it."""


def last_day_of(activity: Activity, on: date | None = None) -> date | None:
    """The day after which it is late: its due day; without one, the end of the period it is to be done in, once.

    A duty due each year is late after the day of the first year not done yet, as known on a day. One that comes again without a day
    is not late because the programme has ended, nor is an event whose day is past.
    """
    if activity.yearly_from is not None:
        return next_due(activity, activity.progress.all(), on)
    if activity.due_last is None and (activity.recurrence or activity.kind in _HAPPENINGS):
        return None
    return activity.due_last or activity.period_last


def _is_held(activity: Activity, said: Progress | None, on: date) -> bool:
    """Is it an event whose day is past, of which nothing else has been said since that day."""
    happened = activity.period_last or activity.period_first
    if activity.kind not in _HAPPENINGS or activity.due_last is not None or happened is None or happened >= on:
        return False
    return said is None or said.on <= happened


def _is_kept_open(activity: Activity) -> bool:
    """Is it a delegation that is kept, of which neither its return nor its report is noted: its day alone does not say that it went."""
    trip = getattr(activity, "delegation", None) if activity.kind == Activity.Kind.DELEGATION else None
    return trip is not None and trip.returned_on is None and trip.report_id is None


def _awaiting_return(activity: Activity, said: Progress | None) -> State:
    code = Code(said.said) if said else Code.NOT_STARTED
    reason = _("Thời gian chuyến đi đã qua (%(when)s); chưa ghi nhận đã đi.") % {"when": activity.period}
    return State(code, reason, named=_("Chờ ghi nhận đã đi"))


def _held(activity: Activity) -> str:
    day = activity.period_last or activity.period_first
    if day is not None and activity.period_first in (None, day):
        return _("Đã diễn ra ngày %(day)s.") % {"day": day.strftime("%d/%m/%Y")}
    return _("Đã diễn ra: %(when)s.") % {"when": activity.period}


def state_of_petition(petition: Commitment, on: date) -> State:
    """How a petition stands on a day: answered by a document, in hand by work or word, or unanswered for so many days."""
    answers = answers_by(petition, on)
    closing = [answer for answer in answers if answer.outcome not in Commitment.LEFT_OPEN]
    if closing:
        return State(Code.ANSWERED, _answered(closing[-1]))
    waiting = worked_since(petition.made_on, on) if petition.made_on else 0
    if answers:
        return State(Code.IN_HAND, _answered(answers[-1]), waiting)
    work = [activity for activity in petition.activities_answering.all() if activity.withdrawn_at is None]
    said = last_said(petition, on)
    if work:
        return State(Code.IN_HAND, _("Đã giao nhiệm vụ: %(title)s") % {"title": work[0].title}, waiting)
    if said is not None and said.said != Progress.Said.NOT_STARTED:
        return State(Code.IN_HAND, as_said(said) + " " + _("Chưa có văn bản trả lời."), waiting)
    return State(Code.UNANSWERED, _("Chưa có văn bản trả lời."), waiting)


def _answered(answer: Commitment) -> str:
    outcome = f"{answer.get_outcome_display()}. " if answer.outcome else ""
    return _("Trả lời: %(text)s") % {"text": outcome + answer.text}


def with_code(activities: QuerySet[Activity], on: date, telling_late: Q | None = None) -> QuerySet[Any]:
    """The rows with `code` and `last_day`, as `state_of` derives them, but by the database: to choose and count among many.

    `telling_late`: of which rows lateness is told; of all, where it is not given.
    """
    rows = activities.alias(told_last=told_last("activity", on), last_said=F("told_last__said"))
    told_to_all = _codes_of_work(on)
    if not telling_late:
        return rows.alias(last_day=told_to_all["last_day"], code=told_to_all["code"])
    late = When(Q(last_day__lt=on) & telling_late, then=Value(Code.OVERDUE.value))
    named = {name: told_to_all[name] for name in ("last_day", "before_late", "after_late")}
    return rows.alias(**named).alias(code=Coalesce("before_late", Case(late, output_field=CharField()), "after_late"))


@lru_cache(maxsize=4)
def _codes_of_work(on: date) -> dict[str, Any]:
    """What `with_code` puts on its rows on a day: the code told to all, and what it is where lateness is told to some."""
    later = Activity.objects.filter(carried_over_from=OuterRef("pk"), withdrawn_at=None)
    closed = (Progress.Said.DONE.value, Progress.Said.STOPPED.value)
    fulfilled = Q(period_last__isnull=False, period_last__lt=F("last_day"))
    a_year = Q(yearly_from__isnull=False, last_said=Progress.Said.DONE.value) & ~fulfilled
    kept = Activity.objects.filter(pk=OuterRef("pk"), delegation__isnull=False)
    kept_open = Q(kind=Activity.Kind.DELEGATION) & Exists(kept.filter(delegation__returned_on=None, delegation__report=None))
    unsaid = Q(last_said=None) | Q(last_said_on__lte=F("happened"))
    held = Q(kind__in=_HAPPENINGS, due_last=None, happened__lt=on) & unsaid & ~kept_open
    before_late = (
        When(Q(last_said__in=closed) & ~a_year, then=F("last_said")),
        When(Exists(later), then=Value(Code.CARRIED_OVER.value)),
        When(held, then=Value(Code.DONE.value)),
    )
    late = When(last_day__lt=on, then=Value(Code.OVERDUE.value))
    after_late = (
        When(Q(last_said__isnull=False) & ~a_year, then=F("last_said")),
        When(yearly_from__isnull=False, then=Value(Code.STANDING.value)),
        When(~Q(recurrence=Activity.Recurrence.ONCE), due_last=None, then=Value(Code.STANDING.value)),
        When(last_day=None, happened=None, then=Value(Code.UNDATED.value)),
    )
    rest, words = Value(Code.NOT_STARTED.value), CharField()
    rows = Activity.objects.alias(
        told_last=told_last("activity", on),
        last_said=F("told_last__said"),
        last_said_on=F("told_last__on"),
        last_day=_last_day_of_work(on),
        happened=Coalesce("period_last", "period_first"),
    )
    rows = rows.alias(**written(rows, "last_day")).alias(
        code=Case(*before_late, late, *after_late, default=rest, output_field=words),
        before_late=Case(*before_late, output_field=words),
        after_late=Case(*after_late, default=rest, output_field=words),
    )
    return written(rows, "last_day", "code", "before_late", "after_late")


def _last_day_of_work(on: date) -> Case:
    owed_once = Case(When(~Q(kind__in=_HAPPENINGS), recurrence=Activity.Recurrence.ONCE, then=F("period_last")))
    return Case(
        # Asked of yearly duties alone: it is dear.
        When(yearly_from__isnull=False, then=Coalesce(next_due_of("activity", on), "yearly_from")),
        When(due_last__isnull=False, then=F("due_last")),
        default=owed_once,
    )


def next_due_of(of: str, on: date) -> Subquery:
    """The day a yearly duty, an activity or a commitment (`of`), is due next, as its last closing by a day tells."""
    said = Progress.objects.filter(**{of: OuterRef("pk")}, withdrawn_at=None, on__lte=on)
    closings = said.filter(next_due_on__isnull=False)
    return Subquery(closings.order_by("-next_due_on").values("next_due_on")[:1])


def with_petition_code(petitions: QuerySet[Commitment], on: date) -> QuerySet[Any]:
    """The rows with `code`, as `state_of_petition` derives it, but by the database."""
    rows = petitions.alias(told_last=told_last("commitment", on), last_said=F("told_last__said"))
    return rows.alias(code=_code_of_petitions(on))


@lru_cache(maxsize=4)
def _code_of_petitions(on: date) -> Written:
    links = Commitment.answers.through.objects.filter(to_commitment=OuterRef("pk"), from_commitment__withdrawn_at=None)
    answers = links.filter(Q(from_commitment__made_on=None) | Q(from_commitment__made_on__lte=on))
    closing = answers.exclude(from_commitment__outcome__in=Commitment.LEFT_OPEN)
    work = Activity.answers.through.objects.filter(commitment=OuterRef("pk"), activity__withdrawn_at=None)
    spoken = Q(last_said__isnull=False) & ~Q(last_said=Progress.Said.NOT_STARTED.value)
    code = Case(
        When(Exists(closing), then=Value(Code.ANSWERED.value)),
        When(Exists(answers), then=Value(Code.IN_HAND.value)),
        When(Exists(work), then=Value(Code.IN_HAND.value)),
        When(spoken, then=Value(Code.IN_HAND.value)),
        default=Value(Code.UNANSWERED.value),
        output_field=CharField(),
    )
    rows = Commitment.objects.alias(told_last=told_last("commitment", on), last_said=F("told_last__said")).alias(code=code)
    found: Written = written(rows, "code")["code"]
    return found


def told_last(of: str, on: date) -> FilteredRelation:
    """What was last said by a day of each activity or commitment (`of`), joined to it: looked up once for each row, whatever asks it."""
    return FilteredRelation("progress", condition=Q(progress__pk=_last_told(of, on)))


@lru_cache(maxsize=8)
def _last_told(of: str, on: date) -> Written:
    said = Progress.objects.filter(**{of: OuterRef("pk")}, withdrawn_at=None, on__lte=on).order_by("-on", "-pk")
    told_of: QuerySet[Any] = {"activity": Activity.objects, "commitment": Commitment.objects}[of].all()
    found: Written = written(told_of.alias(told=Subquery(said.values("pk")[:1])), "told")["told"]
    return found


def counted_by_code(rows: QuerySet[Any], *by: str, **of_these: Q) -> QuerySet[Any, dict[str, Any]]:
    """How many rows (`n`) there are of each code (`found`), for each value of the columns `by`; rows as `with_code` gives them.

    `of_these`: how many of them a condition holds for, under its name: cheaper than a group for each answer.
    """
    numbers = {name: Count("pk", filter=which) for name, which in of_these.items()}
    of_each = rows.annotate(found=F("code")).order_by().values(*by, "found")
    found: QuerySet[Any, dict[str, Any]] = of_each.annotate(n=Count("pk"), **numbers)
    return found


def last_said(row: Activity | Commitment, on: date) -> Progress | None:
    """What was last said of how it stands, by a day: what is said after that day is not known yet."""
    said = [entry for entry in row.progress.all() if entry.on <= on and entry.withdrawn_at is None]
    return max(said, key=lambda entry: (entry.on, entry.pk), default=None)


def answers_by(petition: Commitment, on: date) -> list[Commitment]:
    """The answers given to a petition by a day, in order; one without a day counts as given."""
    return [a for a in petition.answered_by.all() if a.withdrawn_at is None and (a.made_on is None or a.made_on <= on)]


def says_more_than_a_state(text: str) -> bool:
    """Does a remark on progress say more than the state itself ("triển khai", "đã hoàn thành")."""
    return not frozenset(_WORDS.findall(fold(text))) <= _STATE_WORDS


_WORDS = re.compile(r"[a-z0-9]+")
_STATE_WORDS = frozenset("da dang chua duoc tiep tuc trien khai thuc hien hoan thanh buoc dau theo ke hoach".split())


def as_said(progress: Progress) -> str:
    """What was said, on which day, and what it waits for, in a sentence."""
    text = capfirst(progress.text) if says_more_than_a_state(progress.text) else ""
    if progress.waits_for is not None:
        text = _("Phụ thuộc: %(title)s. %(text)s") % {"title": progress.waits_for, "text": text}
    words = {"day": progress.on.strftime("%d/%m/%Y"), "said": progress.get_said_display(), "text": text}
    return (_("Ngày %(day)s: %(said)s. %(text)s") % words).strip()
