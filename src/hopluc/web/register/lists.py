"""The lists of the register: which rows a page asks for, how many there are of each state, and each row with its state."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hopluc.web.gate.edge import number_in
from hopluc.web.pages.asking import typed_day
from hopluc.web.pages.left import until_said
from hopluc.web.people.models import Organisation
from hopluc.web.people.queries import certain_heirs, inherited_by
from hopluc.web.register import queries, states
from hopluc.web.register.concern import ALL, Concern, concern_of
from hopluc.web.register.models import Activity, Agreement, Commitment, Programme, Role
from hopluc.web.register.queries import Asker
from hopluc.web.register.states import Code, State
from hopluc.web.store import memory
from hopluc.web.store.prepared import Prepared
from hopluc.web.store.related import hung

WORK = (Activity.Kind.ASSIGNED_TASK, Activity.Kind.RESEARCH, Activity.Kind.PROJECT)
"""Activities that are work given to someone; the others are happenings."""
HAPPENINGS = tuple(kind for kind in Activity.Kind if kind not in WORK)

SOON = "due_soon"
SOON_DAYS = 30
STILL_OPEN = (Code.NOT_STARTED.value, Code.IN_PROGRESS.value, Code.BLOCKED.value, Code.STANDING.value)
"""What may come due: a duty of each year stands all along, and its next day is as near as any other's."""
TASK_STATES: tuple[tuple[str, Any], ...] = (
    (Code.OVERDUE.value, Code.OVERDUE.label),
    (SOON, _("Sắp đến hạn")),
    (Code.NOT_STARTED.value, Code.NOT_STARTED.label),
    (Code.IN_PROGRESS.value, Code.IN_PROGRESS.label),
    (Code.BLOCKED.value, Code.BLOCKED.label),
    (Code.DONE.value, Code.DONE.label),
    (Code.CARRIED_OVER.value, Code.CARRIED_OVER.label),
    (Code.STOPPED.value, Code.STOPPED.label),
)
PETITION_STATES = tuple((code.value, code.label) for code in (Code.UNANSWERED, Code.IN_HAND, Code.ANSWERED))
ORDERS: Mapping[str, tuple[Any, ...]] = {
    "han": (F("last_day").asc(nulls_last=True), "pk"),
    "moi": ("-pk",),
    "so": ("programme", "order", "pk"),
}
ORDER_LABELS: Mapping[str, Any] = {"han": _("Thời hạn"), "moi": _("Mới ghi"), "so": _("Thứ tự trong văn bản")}
AGREEMENT_STATES: Mapping[str, Any] = {"da-ky": _("Đã ký"), "du-kien": _("Dự kiến ký"), "het-han": _("Đã hết thời hạn")}


@dataclass(frozen=True)
class ShownTask:
    """A task with its state and who leads it."""

    row: Activity
    state: State
    leads: tuple[Role, ...]

    @property
    def due(self) -> Any:
        """By when, in the document's words where it has them."""
        return self.row.due or self.row.period or self.row.recurrence_as_written


@dataclass(frozen=True)
class ShownPetition:
    """A petition with its state, and who has since taken the place of the one it was put to."""

    row: Commitment
    state: State
    heir: Organisation | None = None
    left: str = ""


def tasks_chosen(
    user: Any, chosen: Mapping[str, str], on: date, programmes: Iterable[int] | None = None, concern: Concern | None = None
) -> QuerySet[Any]:
    """The work a user sees, of the programme chosen (`chuong_trinh`), with its code.

    `programmes` are the keys of those the user sees, `concern` what concerns the user, where the caller has them.
    """
    known = concern_of(user, on) if concern is None else concern
    rows = work_seen_by(user, programmes)
    if (programme := number_in(chosen.get("chuong_trinh"))) is not None:
        rows = rows.filter(programme=programme)
    return states.with_code(rows, on, known.of_work())


def tasks_of(programme: Programme, on: date, concern: Concern) -> QuerySet[Any]:
    """The work of a programme that the user sees, with its code."""
    return states.with_code(programme.activities.filter(withdrawn_at=None, kind__in=WORK), on, concern.of_work())


def work_seen_by(user: Any, programmes: Iterable[int] | None) -> QuerySet[Activity]:
    """The work among `activities_seen_by`, asked for so that one index answers: by programme, and outside any only if there is."""
    known = queries.keys_of_programmes_seen_by(user) if programmes is None else programmes
    work = Activity.objects.filter(kind__in=WORK, withdrawn_at=None)
    inside, outside = Q(programme__in=list(known)), Q(programme=None, owner__in=list(user.standing))
    any_outside = user.work_outside if isinstance(user, Asker) else is_work_outside()
    assert any_outside is not None, "asked by one of whom it is not known"
    return work.filter(inside | outside) if any_outside else work.filter(inside)


def is_work_outside() -> bool:
    """Is there work outside any programme, whoever sees it."""
    return memory.recall("work outside any programme", lambda: bool(_first_outside()))


@Prepared
def _first_outside() -> QuerySet[Activity, Any]:
    return Activity.objects.filter(kind__in=WORK, withdrawn_at=None, programme=None).order_by().values_list("pk")[:1]


def asker_of_work(user: Any, programmes: Iterable[int] | None = None) -> Asker:
    """The user as one who asks what is `Prepared` of the work among what they see. `programmes`: those, where the caller has them."""
    known = queries.keys_of_programmes_seen_by(user) if programmes is None else programmes
    return Asker(user.pk, user.standing, tuple(known), work_outside=is_work_outside())


def in_state(tasks: QuerySet[Any], state: str, on: date) -> QuerySet[Any]:
    """The tasks of one state, or those due soon."""
    if state == SOON:
        return tasks.filter(due_soon(on), code__in=STILL_OPEN)
    if state == Code.OVERDUE:  # said twice: the day alone leaves few rows to work the state out for
        return tasks.filter(last_day__lt=on, code=state)
    return tasks.filter(code=state) if state in Code.values else tasks


def due_soon(on: date) -> Q:
    """What falls due from a day on, as soon as everyone is reminded of it."""
    return Q(last_day__range=(on, on + timedelta(SOON_DAYS)))


def task_counts(tasks: QuerySet[Activity], on: date) -> Counter[str]:
    """How many tasks there are of each state, and due soon; under "" how many in all."""
    return _counts(states.counted_by_code(tasks, soon=due_soon(on)))


def task_counts_by_programme(tasks: QuerySet[Any], on: date) -> dict[int | None, Counter[str]]:
    """The counts of `task_counts` for each programme (None: outside any), in one query."""
    return counts_by_programme(task_lines(tasks, on))


def task_lines(tasks: QuerySet[Any], on: date) -> QuerySet[Any, dict[str, Any]]:
    """How many tasks there are of each state and due soon, for each programme."""
    return states.counted_by_code(tasks, "programme", soon=due_soon(on))


def counts_by_programme(lines: Iterable[Mapping[str, Any]]) -> dict[int | None, Counter[str]]:
    """The counts for each programme that these lines tell of its tasks, or of its petitions."""
    found: dict[int | None, list[Mapping[str, Any]]] = defaultdict(list)
    for line in lines:
        found[line["programme"]].append(line)
    return {programme: _counts(own) for programme, own in found.items()}


def _counts(lines: Iterable[Mapping[str, Any]]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for line in lines:
        counts.update({line["found"]: line["n"], "": line["n"]})
        if line.get("soon") and line["found"] in STILL_OPEN:
            counts[SOON] += line["soon"]
    return counts


def with_parts(tasks: QuerySet[Activity], *, trips: bool = False) -> QuerySet[Activity]:
    """The tasks with all that a line of a list shows, fetched at once. `trips`: there may be delegations among them."""
    return states.with_progress(tasks.defer("search_key"), trips=trips).prefetch_related(states.leads())


def first_keys(tasks: QuerySet[Any], state: str, on: date, most: int) -> QuerySet[Any, int]:
    """The keys of the first tasks of a state by their day."""
    keys: QuerySet[Any, int] = in_state(tasks, state, on).order_by(*ORDERS["han"]).values_list("pk", flat=True)[:most]
    return keys


def first_tasks(keys: Mapping[str, Iterable[int]], on: date, concern: Concern) -> dict[str, list[ShownTask]]:
    """The tasks of these keys for each state, as `shown_tasks` gives them: fetched all at once."""
    rows = _tasks_shown(tuple(key for own in keys.values() for key in own))
    shown = {task.row.pk: task for task in shown_tasks(rows, on, concern)}
    return {state: [shown[key] for key in own if key in shown] for state, own in keys.items()}


@Prepared
def _tasks_shown(keys: tuple[int, ...]) -> QuerySet[Activity, Any]:
    return with_parts(Activity.objects.filter(pk__in=keys))


def shown_tasks(tasks: Iterable[Activity], on: date, concern: Concern = ALL) -> list[ShownTask]:
    """Each task with its state on a day; rows as `with_parts` gives them."""
    return [
        ShownTask(task, states.state_of(task, on, telling_late=concern.reaches(task)), tuple(task.roles.all()))
        for task in tasks
    ]


def day_asked(chosen: Mapping[str, str]) -> date:
    """The day a page shows things as they stood on (`tai_ngay`); today where none is named, or one that does not exist."""
    return typed_day(chosen.get("tai_ngay", "")) or timezone.localdate()


def petitions_chosen(user: Any, chosen: Mapping[str, str], on: date) -> QuerySet[Any]:
    """The petitions raised by a day that a user sees, of the programme chosen; with their code on that day."""
    rows = queries.petitions_seen_by(user).filter(_raised_by(on))
    if (programme := number_in(chosen.get("chuong_trinh"))) is not None:
        rows = rows.filter(programme=programme)
    if (recipient := number_in(chosen.get("gui_den"))) is not None:
        rows = rows.filter(recipient__in=inherited_by(recipient, on))
    return states.with_petition_code(rows, on)


def petitions_of(programme: Programme, on: date) -> QuerySet[Any]:
    """The petitions of a programme raised by a day; with their code on that day."""
    return states.with_petition_code(queries.petitions_of(programme).filter(_raised_by(on)), on)


def _raised_by(on: date) -> Q:
    return Q(made_on=None) | Q(made_on__lte=on)


def petition_counts(petitions: QuerySet[Commitment]) -> Counter[str]:
    """How many petitions there are of each state; under "" how many in all."""
    return sum(petition_counts_by_programme(petitions).values(), Counter())


def petition_counts_by_programme(petitions: QuerySet[Commitment]) -> dict[int | None, Counter[str]]:
    """The counts of `petition_counts` for each programme (None: outside any), in one query."""
    return counts_by_programme(states.counted_by_code(petitions, "programme"))


def with_petition_parts(petitions: QuerySet[Commitment]) -> QuerySet[Commitment]:
    """The petitions with all that a line of a list shows, fetched at once, those that wait longest first."""
    rows = petitions.select_related("programme", "sender", "recipient").order_by(F("made_on").asc(nulls_last=True), "pk")
    return states.with_answers(rows)


def shown_petitions(petitions: Iterable[Commitment], on: date, concern: Concern = ALL) -> list[ShownPetition]:
    """Each petition with its state on a day; rows as `with_petition_parts` gives them."""
    rows = list(petitions)
    heirs = certain_heirs({row.recipient_id for row in rows if row.recipient_id}, on)
    return [
        ShownPetition(row, states.state_of_petition(row, on), heirs.get(row.recipient_id or 0), time_left(row, on, concern))
        for row in rows
    ]


def time_left(petition: Commitment, on: date, concern: Concern = ALL) -> str:
    """What is left of a petition's time in working days; "" without a deadline, or where its lateness concerns others."""
    due = petition.due_last
    if due is None or (due < on and not concern.reaches(petition)):
        return ""
    return until_said(on, due)


def agreements_chosen(user: Any, chosen: Mapping[str, str], on: date) -> QuerySet[Agreement]:
    """The agreements a user sees, of the programme and the state chosen, with their parties."""
    rows = queries.agreements_seen_by(user)
    if (programme := number_in(chosen.get("chuong_trinh"))) is not None:
        rows = rows.filter(programme=programme)
    state = chosen.get("tinh_trang", "")
    if state == "da-ky":
        rows = rows.exclude(date_first=None)
    elif state == "du-kien":
        rows = rows.filter(date_first=None)
    elif state == "het-han":
        rows = rows.filter(period_last__lt=on)
    parties = Role.objects.filter(capacity=Role.Capacity.PARTY).select_related("organisation", "person")
    return rows.select_related("programme", "document").prefetch_related(hung("roles", parties.order_by("order", "pk")))


@dataclass(frozen=True)
class ShownProgramme:
    """A programme with how much there is of it."""

    row: Programme
    counts: Mapping[str, int]
    unanswered: int
    agreements: int
    standing: Organisation | None = None

    @property
    def tasks(self) -> int:
        """How many tasks there are in all."""
        return self.counts.get("", 0)


def shown_programmes(
    programmes: Iterable[Programme],
    on: date,
    tasks: Mapping[int | None, Counter[str]],
    petitions: Mapping[int | None, Counter[str]],
) -> list[ShownProgramme]:
    """Each programme with its counts: a few queries, however many programmes there are. `tasks`, `petitions`: those of each."""
    rows = list(programmes)
    agreed = Counter(Agreement.objects.filter(programme__in=rows, withdrawn_at=None).values_list("programme", flat=True))
    standing = queries.standing_agencies(rows, on)
    return [
        ShownProgramme(
            row,
            tasks.get(row.pk, Counter()),
            petitions.get(row.pk, Counter())[Code.UNANSWERED.value],
            agreed[row.pk],
            standing[row.pk],
        )
        for row in rows
    ]
