"""How any obligation stands on a day, work and commitments alike: derived from what is recorded, with the reason; never kept.

The same answer twice: `state_of_obligation` of one row for a page, `with_activity_code` and `with_commitment_code` by the database,
to choose and count among many.
"""

from datetime import date
from functools import lru_cache
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, CharField, DateField, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from hopluc.web.measures.models import Observation
from hopluc.web.register import states
from hopluc.web.register.models import Activity, Commitment, Progress
from hopluc.web.register.states import Code, State
from hopluc.web.register.yearly import closes_a_year_only, next_due
from hopluc.web.store.related import hung
from hopluc.web.store.written import written

CLOSED = frozenset({Code.DONE, Code.STOPPED, Code.ANSWERED, Code.CARRIED_OVER})
"""The states of what nobody owes any more."""
OPEN = tuple(code.value for code in Code if code not in CLOSED)
_SAID_CLOSED = (Progress.Said.DONE.value, Progress.Said.STOPPED.value)
Obligation = Activity | Commitment


def owed_commitments(rows: QuerySet[Commitment]) -> QuerySet[Commitment]:
    """Those that someone owes: an answer is owed only where it leaves what was asked to whoever answered, or sets a day."""
    answer = Commitment.answers.through.objects.filter(from_commitment=OuterRef("pk"))
    promised = Q(outcome__in=Commitment.GOING_ON) | Q(outcome="", due_last__isnull=False)
    return rows.filter(promised | ~Q(kind=Commitment.Kind.CONCLUSION) | ~Exists(answer))


def with_commitment_parts(rows: QuerySet[Commitment]) -> QuerySet[Commitment]:
    """The rows with all that `state_of_obligation` and a line of the ledger look at, fetched at once."""
    figures = Observation.objects.filter(withdrawn_at=None).select_related("indicator")
    fetched = states.with_answers(rows.select_related("sender", "recipient", "document").defer("search_key"))
    return fetched.prefetch_related(states.leads(), hung("observations", figures))


def last_day(row: Obligation, on: date | None = None) -> date | None:
    """The day after which it is late, of what is due each year as known on a day; None where there is none."""
    if isinstance(row, Activity):
        return states.last_day_of(row, on)
    if row.yearly_from is not None and row.kind != Commitment.Kind.PETITION:
        return next_due(row, row.progress.all(), on)
    return row.due_last if row.kind == Commitment.Kind.PETITION else row.due_last or row.period_last


def state_of_obligation(row: Obligation, on: date, *, telling_late: bool = True) -> State:
    """How an obligation stands on a day; rows as `states.with_progress` or `with_commitment_parts` gives them."""
    if isinstance(row, Activity):
        return states.state_of(row, on, telling_late=telling_late)
    if row.kind == Commitment.Kind.PETITION:
        return _state_of_petition(row, on, telling_late=telling_late)
    return _state_of_promise(row, on, telling_late=telling_late)


def _state_of_petition(petition: Commitment, on: date, *, telling_late: bool) -> State:
    state = states.state_of_petition(petition, on)
    if not telling_late or state.code == Code.ANSWERED or petition.due_last is None or petition.due_last >= on:
        return state
    return State(Code.OVERDUE, f"{_passed(petition.due_last)} {state.reason}", states.worked_since(petition.due_last, on))


def _state_of_promise(row: Commitment, on: date, *, telling_late: bool) -> State:
    """A target, an obligation, a conclusion, an instruction, a recommendation."""
    said, due = states.last_said(row, on), last_day(row, on)
    a_year = said is not None and closes_a_year_only(said, due)
    if said is not None and said.said in _SAID_CLOSED and not a_year:
        return State(Code(said.said), states.as_said(said))
    results = states.answers_by(row, on)
    if results:
        return State(Code.DONE, _("Kết quả: %(text)s") % {"text": results[-1].text})
    reached = _reached(row)
    if reached is not None:
        return State(Code.DONE, _("Đã đạt: %(figure)s.") % {"figure": reached.as_written or reached.figure})
    if telling_late and due is not None and due < on:
        more = states.as_said(said) if said else ""
        return State(Code.OVERDUE, f"{_passed(due)} {more}".strip(), states.worked_since(due, on))
    if said is not None and not a_year:
        return State(Code(said.said), states.as_said(said))
    return _not_yet(row, said, due)


def _not_yet(row: Commitment, said: Progress | None, due: date | None) -> State:
    """What is neither late nor told of: owed again next year, given as work, or not begun."""
    if row.yearly_from is not None:
        return State(Code.STANDING, states.standing(said, due))
    work = [activity for activity in row.activities_answering.all() if activity.withdrawn_at is None]
    if work:
        return State(Code.IN_PROGRESS, _("Đã giao nhiệm vụ: %(title)s") % {"title": work[0].title})
    if due is None:
        return State(Code.UNDATED, _("Văn bản chưa nêu thời hạn; chưa có diễn biến nào được ghi nhận."))
    return State(Code.NOT_STARTED, _("Chưa có diễn biến nào được ghi nhận."))


def _passed(due: date) -> str:
    return _("Thời hạn %(day)s đã qua; chưa ghi nhận kết quả.") % {"day": due.strftime("%d/%m/%Y")}


def _reached(row: Commitment) -> Observation | None:
    """The actual figure told of a target itself that comes up to it; an interval is reached at its lower end."""
    if row.kind != Commitment.Kind.TARGET:
        return None
    figures = list(row.observations.all())
    owed = [floor for one in figures if one.stage == Observation.Stage.TARGET and (floor := _floor(one)) is not None]
    done = [one for one in figures if one.stage == Observation.Stage.ACTUAL]
    return next((one for one in done if owed and (_floor(one) or 0) >= min(owed)), None)


def _floor(observation: Observation) -> Any:
    return observation.low if observation.low is not None else observation.dong_low


def with_activity_code(rows: QuerySet[Activity], on: date, telling_late: Q | None = None) -> QuerySet[Any]:
    """The activities with `code` and `last_day`, as `state_of_obligation` derives them."""
    return states.with_code(rows, on, telling_late)


def with_commitment_code(rows: QuerySet[Commitment], on: date, telling_late: Q | None = None) -> QuerySet[Any]:
    """The commitments with `code` and `last_day`, as `state_of_obligation` derives them, but by the database."""
    told = rows.alias(told_last=states.told_last("commitment", on), last_said=F("told_last__said"))
    told_to_all = _codes_of_commitments(on, ContentType.objects.get_for_model(Commitment).pk)
    if not telling_late:
        return told.alias(last_day=told_to_all["last_day"], code=told_to_all["code"])
    late = Q(last_day__lt=on) & telling_late
    late_petition, late_promise = (
        Case(When(which & late, then=Value(Code.OVERDUE.value)), output_field=CharField())
        for which in (Q(kind=Commitment.Kind.PETITION), ~Q(kind=Commitment.Kind.PETITION))
    )
    parts = ("last_day", "answered", "before_late", "after_late")
    named = told.alias(**{name: told_to_all[name] for name in parts})
    return named.alias(code=Coalesce("answered", late_petition, "before_late", late_promise, "after_late"))


@lru_cache(maxsize=4)
def _codes_of_commitments(on: date, about: int) -> dict[str, Any]:
    """What `with_commitment_code` puts on its rows on a day: the code told to all, and what it is where lateness is told to some.

    `about`: the key of the kind of content that commitments are.
    """
    petition, late = Q(kind=Commitment.Kind.PETITION), Q(last_day__lt=on)
    fulfilled = Q(period_last__isnull=False, period_last__lt=F("last_day"))
    a_year = Q(yearly_from__isnull=False, last_said=Progress.Said.DONE.value) & ~fulfilled
    said = Q(last_said__isnull=False)
    answers = Commitment.answers.through.objects.filter(to_commitment=OuterRef("pk"), from_commitment__withdrawn_at=None)
    given = answers.filter(Q(from_commitment__made_on=None) | Q(from_commitment__made_on__lte=on))
    closing = given.exclude(from_commitment__outcome__in=Commitment.LEFT_OPEN)
    work = Activity.answers.through.objects.filter(commitment=OuterRef("pk"), activity__withdrawn_at=None)
    spoken = said & ~Q(last_said=Progress.Said.NOT_STARTED.value)
    answered = (When(petition & Exists(closing), then=Value(Code.ANSWERED.value)),)
    overdue = Value(Code.OVERDUE.value)
    before_late = (
        When(petition & (Exists(given) | Exists(work) | spoken), then=Value(Code.IN_HAND.value)),
        When(petition, then=Value(Code.UNANSWERED.value)),
        When(Q(last_said__in=_SAID_CLOSED) & ~a_year, then=F("last_said")),
        When(Exists(given), then=Value(Code.DONE.value)),
        When(Q(kind=Commitment.Kind.TARGET) & Exists(_actual_that_reaches(about)), then=Value(Code.DONE.value)),
    )
    after_late = (
        When(said & ~a_year, then=F("last_said")),
        When(yearly_from__isnull=False, then=Value(Code.STANDING.value)),
        When(Exists(work), then=Value(Code.IN_PROGRESS.value)),
        When(last_day=None, then=Value(Code.UNDATED.value)),
    )
    rest, words = Value(Code.NOT_STARTED.value), CharField()
    told = {"told_last": states.told_last("commitment", on), "last_said": F("told_last__said")}
    rows = Commitment.objects.alias(**told, last_day=_last_day_of_commitments(on))
    in_turn = (*answered, When(petition & late, then=overdue), *before_late, When(late, then=overdue), *after_late)
    rows = rows.alias(**written(rows, "last_day")).alias(
        code=Case(*in_turn, default=rest, output_field=words),
        answered=Case(*answered, output_field=words),
        before_late=Case(*before_late, output_field=words),
        after_late=Case(*after_late, default=rest, output_field=words),
    )
    return written(rows, "last_day", "code", "answered", "before_late", "after_late")


def _last_day_of_commitments(on: date) -> Case:
    yearly = Coalesce(states.next_due_of("commitment", on), "yearly_from")  # asked of yearly duties alone: it is dear
    petition = When(kind=Commitment.Kind.PETITION, then=F("due_last"))
    once = Coalesce("due_last", "period_last")
    return Case(petition, When(yearly_from__isnull=False, then=yearly), default=once, output_field=DateField())


def _actual_that_reaches(about: int) -> QuerySet[Observation]:
    floor = Coalesce("low", "dong_low", output_field=Observation._meta.get_field("low"))
    figures = Observation.objects.filter(content_type=about, withdrawn_at=None).annotate(floor=floor)
    owed = figures.filter(object_id=OuterRef("object_id"), stage=Observation.Stage.TARGET, floor__isnull=False)
    least = Subquery(owed.order_by("floor").values("floor")[:1])
    return figures.filter(object_id=OuterRef("pk"), stage=Observation.Stage.ACTUAL, floor__gte=least)
