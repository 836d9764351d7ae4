"""The ledger (sổ theo dõi nhiệm vụ): every obligation a user sees, work and commitments in one list: who owes what to whom by when."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from django.db.models import DateField, F, IntegerField, Q, QuerySet, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from hopluc.vietnamese import canonical, fold, nfc
from hopluc.web.gate.edge import number_in
from hopluc.web.pages.left import just_over_said, left_said
from hopluc.web.people.models import Organisation
from hopluc.web.people.queries import certain_heirs, inherited_by, settled_heirs
from hopluc.web.register import lists, obligations, queries, states
from hopluc.web.register.concern import ALL, Concern, concern_of
from hopluc.web.register.models import Activity, Commitment, Role
from hopluc.web.register.obligations import Obligation
from hopluc.web.register.owing import leads_of_any, led_by, owed_by
from hopluc.web.register.queries import Asker
from hopluc.web.register.states import Code, State
from hopluc.web.store.prepared import Prepared
from hopluc.workdays import calendar

SOON, SOON_DAYS = lists.SOON, lists.SOON_DAYS
OWED = "open"
STATES: tuple[tuple[str, Any], ...] = (
    (OWED, _("Còn phải làm")),
    (Code.OVERDUE.value, Code.OVERDUE.label),
    (SOON, _("Sắp đến hạn")),
    *((code.value, code.label) for code in Code if code != Code.OVERDUE),
)
WORK = "viec"
KINDS: Mapping[str, Any] = {WORK: _("Nhiệm vụ được giao")} | {str(kind): kind.label for kind in Commitment.Kind}
NEVER = date.max
_ACTIVITY, _COMMITMENT = 0, 1
ORDERS: Mapping[str, tuple[str, ...]] = {
    "han": ("day", "noun", "key"),
    "moi": ("-key", "noun"),
    "so": ("programme", "noun", "turn", "key"),
}


@dataclass(frozen=True)
class Owed:
    """An obligation as a line of the ledger tells it: how it stands, who owes it and to whom, and what is left of its time."""

    row: Obligation
    state: State
    left: int | None = None
    debtors: tuple[Any, ...] = ()
    creditor: Any = None
    heirs: Mapping[int, Organisation] = field(default_factory=dict)

    @property
    def is_work(self) -> bool:
        return isinstance(self.row, Activity)

    @property
    def title(self) -> str:
        return self.row.title if isinstance(self.row, Activity) else self.row.text

    @property
    def due(self) -> Any:
        """By when, in the document's words where it has them."""
        often = self.row.recurrence_as_written if isinstance(self.row, Activity) else ""
        return self.row.due or self.row.period or often

    @property
    def day(self) -> date | None:
        return obligations.last_day(self.row)

    @property
    def left_in_words(self) -> str:
        """What is left of its time in working days; "" for what is closed or has no day."""
        untold = self.left is not None and self.left < 0 and self.state.code != Code.OVERDUE
        if self.left is None or untold or self.state.code in obligations.CLOSED:
            return ""
        just_over = self.left == 0 and self.state.code == Code.OVERDUE  # on days off after its day
        return just_over_said() if just_over else left_said(self.left)

    @property
    def who(self) -> list[tuple[Any, Organisation | None]]:
        """Each who owes it, as written or as known, with who stands in their place today."""
        return [(party, self.heirs.get(getattr(party, "pk", 0) or 0)) for party in self.debtors]

    @property
    def carried_from(self) -> int | None:
        """The key of the work of an earlier period it was carried over from."""
        return self.row.carried_over_from_id if isinstance(self.row, Activity) else None


@dataclass(frozen=True)
class Chosen:
    """What of the ledger a page asks for: kind, programme, who owes it, words in it, from what a page's address says."""

    kind: str = ""
    programme: int | None = None
    debtor: int | None = None
    words: tuple[str, ...] = ()

    @classmethod
    def of(cls, said: Mapping[str, str]) -> "Chosen":
        kind = said.get("loai", "")
        words = fold(canonical(nfc(said.get("tu", "")[:200].replace("\0", "")))).split()
        return cls(
            kind if kind in KINDS else "", number_in(said.get("chuong_trinh")), number_in(said.get("don_vi")), tuple(words[:10])
        )


class Place(NamedTuple):
    """Where an obligation stands in the ledger: its noun, key, last day (NEVER where there is none), and its state."""

    noun: int
    key: int
    day: date
    programme: int | None
    turn: int
    code: str

    @property
    def last_day(self) -> date | None:
        return None if self.day == NEVER else self.day


@dataclass(frozen=True)
class Ledger:
    """The obligations chosen, as two querysets with their codes on a day: work, and commitments."""

    work: QuerySet[Any]
    commitments: QuerySet[Any]
    on: date

    def counted(self) -> tuple[QuerySet[Any, dict[str, Any]], QuerySet[Any, dict[str, Any]]]:
        """How many there are of each state, and due soon: of work, and of commitments."""
        near = lists.due_soon(self.on)
        return states.counted_by_code(self.work, near=near), states.counted_by_code(self.commitments, near=near)

    def in_state(self, state: str) -> "Ledger":
        """Those of one state, still owed, or due soon."""
        if state == OWED:
            chosen = Q(code__in=obligations.OPEN)
        elif state == SOON:
            chosen = lists.due_soon(self.on) & Q(code__in=obligations.OPEN)
        elif state == Code.OVERDUE:  # said twice: the day alone leaves few rows to work the state out for
            chosen = Q(last_day__lt=self.on, code=state)
        else:
            chosen = Q(code=state) if state in Code.values else Q()
        return Ledger(self.work.filter(chosen), self.commitments.filter(chosen), self.on)

    def still_owed(self) -> list["Place"]:
        """Those nobody has closed yet, by their day: for what one agency owes, all of it in one query."""
        return still_owed(self.places())

    def first_owed(self, until: date, most: int) -> QuerySet[Any]:
        """The first of those nobody has closed yet whose day is by `until`, by their day: chosen by the database, for among many."""
        due = Q(last_day__lte=until, code__in=obligations.OPEN)
        return Ledger(self.work.filter(due), self.commitments.filter(due), self.on).places()[:most]

    def places(self) -> QuerySet[Any]:
        """Where each obligation stands, closed or not, by its day."""
        work, promises = _as_keys(self.work, _ACTIVITY, with_code=True), _as_keys(self.commitments, _COMMITMENT, with_code=True)
        ordered: QuerySet[Any] = work.union(promises, all=True).order_by(*ORDERS["han"])
        return ordered

    def keys(self, order: str = "han") -> QuerySet[Any]:
        """The rows as (noun, key) in the order chosen: what a page is cut from."""
        both = _as_keys(self.work, _ACTIVITY).union(_as_keys(self.commitments, _COMMITMENT), all=True)
        ordered: QuerySet[Any] = both.order_by(*ORDERS.get(order, ORDERS["han"]))
        return ordered


def still_owed(places: Iterable[tuple[Any, ...]]) -> list[Place]:
    """Those of these places of obligations that nobody has closed yet."""
    return [place for place in (Place(*line) for line in places) if place.code in obligations.OPEN]


def counts_seen_by(user: Any, chosen: Chosen, on: date, programmes: Iterable[int], concern: Concern) -> Counter[str]:
    """How many obligations of those chosen there are of each state, still owed and due soon; under "" how many in all."""
    asked = lists.asker_of_work(user, programmes), chosen, on, concern.for_statements
    plain = chosen.debtor is not None or chosen.words  # what these ask is looked up, or never asked again
    work, promises = (told.build if plain else told for told in (_work_counted, _commitments_counted))
    counts: Counter[str] = Counter()
    for line in (*work(*asked), *promises(*asked)):
        counts[line["found"]] += line["n"]
        counts[""] += line["n"]
        if line["found"] in obligations.OPEN:
            counts[OWED] += line["n"]
            counts[SOON] += line["near"]
    return counts


@Prepared
def _work_counted(asker: Asker, chosen: Chosen, on: date, concern: Concern) -> QuerySet[Any, Any]:
    return ledger_seen_by(asker, chosen, on, asker.programmes, concern).counted()[0]


@Prepared
def _commitments_counted(asker: Asker, chosen: Chosen, on: date, concern: Concern) -> QuerySet[Any, Any]:
    return ledger_seen_by(asker, chosen, on, asker.programmes, concern).counted()[1]


def _as_keys(rows: QuerySet[Any], noun: int, *, with_code: bool = False) -> QuerySet[Any]:
    day = Coalesce(F("last_day"), Value(NEVER), output_field=DateField())
    kept: QuerySet[Any] = rows.annotate(noun=Value(noun, IntegerField()), key=F("pk"), day=day, turn=F("order")).order_by()
    columns = ("noun", "key", "day", "programme", "turn")
    return kept.annotate(stands=F("code")).values_list(*columns, "stands") if with_code else kept.values_list(*columns)


def ledger_seen_by(
    user: Any, chosen: Chosen, on: date, programmes: Iterable[int] | None = None, concern: Concern | None = None
) -> Ledger:
    """The obligations a user sees and the page asks for, as they stand on a day. `programmes`, `concern`: the user's, where known."""
    known = concern_of(user, on) if concern is None else concern
    seen = queries.commitments_seen_by(user) if programmes is None else _commitments_in(user, programmes)
    work, promises = lists.work_seen_by(user, programmes), obligations.owed_commitments(seen)
    if chosen.kind == WORK:
        promises = promises.none()
    elif chosen.kind:
        work, promises = work.none(), promises.filter(kind=chosen.kind)
    if chosen.programme is not None:
        work, promises = work.filter(programme=chosen.programme), promises.filter(programme=chosen.programme)
    if chosen.debtor is not None:
        bodies = inherited_by(chosen.debtor, on)
        work, promises = work.filter(led_by(bodies, on)), promises.filter(owed_by(bodies, on))
    for word in chosen.words:
        work, promises = work.filter(search_key__contains=word), promises.filter(search_key__contains=word)
    with_work = obligations.with_activity_code(work, on, known.of_work())
    return Ledger(with_work, obligations.with_commitment_code(promises, on, known.of_commitments()), on)


def _commitments_in(user: Any, programmes: Iterable[int]) -> QuerySet[Commitment]:
    own = list(user.standing)
    seen = Q(programme__in=list(programmes)) | Q(owner__in=own) | Q(sender__in=own) | Q(recipient__in=own)
    return Commitment.objects.filter(seen, withdrawn_at=None)


def debtors_in(programmes: Iterable[int], on: date) -> QuerySet[Organisation]:
    """The organisations that owe something in programmes the caller has shown that the user sees."""
    inside = list(programmes)
    leading = leads_of_any((Activity, Commitment), on).filter(programme__in=inside)
    promises = Commitment.objects.filter(programme__in=inside, withdrawn_at=None).order_by()
    by_sender = Q(kind__in=Commitment.OWED_BY_SENDER) | Q(outcome__in=Commitment.GOING_ON)
    parties = (
        leading.values("organisation"),
        promises.filter(by_sender).values("sender"),
        promises.exclude(by_sender).values("recipient"),
    )
    either = Q(pk__in=parties[0].distinct()) | Q(pk__in=parties[1].distinct()) | Q(pk__in=parties[2].distinct())
    return Organisation.objects.filter(either).only("name")


def owed_rows(keys: Sequence[tuple[Any, ...]], on: date, concern: Concern = ALL) -> list[Owed]:
    """The lines of those rows, in the order of the keys, with all they show; a few queries, however many there are."""
    found = _found(keys, _work_shown, _commitments_shown)
    return told(found.values(), on, concern)


def owed_briefly(places: Sequence[Place], on: date) -> list[Owed]:
    """The lines of those rows with what a short list shows of each: title, day and who; the day and how it stands as the database told
    them, without the reason.
    """
    found = _found(places, _work_in_brief, _commitments_in_brief)
    there = [(found[place.noun, place.key], place) for place in places if (place.noun, place.key) in found]
    return _lines([(row, State(Code(place.code), ""), place.last_day) for row, place in there], on)


@Prepared
def _work_shown(keys: tuple[int, ...]) -> QuerySet[Activity, Any]:
    return lists.with_parts(Activity.objects.filter(pk__in=keys)).select_related("programme")


@Prepared
def _commitments_shown(keys: tuple[int, ...]) -> QuerySet[Commitment, Any]:
    return obligations.with_commitment_parts(Commitment.objects.filter(pk__in=keys)).select_related("programme")


@Prepared
def _work_in_brief(keys: tuple[int, ...]) -> QuerySet[Activity, Any]:
    return Activity.objects.filter(pk__in=keys).defer("search_key").prefetch_related(states.leads())


@Prepared
def _commitments_in_brief(keys: tuple[int, ...]) -> QuerySet[Commitment, Any]:
    rows = Commitment.objects.filter(pk__in=keys).defer("search_key").select_related("sender", "recipient")
    return rows.prefetch_related(states.leads())


def _found(keys: Sequence[tuple[Any, ...]], work: Prepared, promises: Prepared) -> dict[tuple[int, int], Obligation]:
    """The rows of the keys that are there, in the order of the keys."""
    wanted: dict[int, list[int]] = defaultdict(list)
    for noun, key, *_rest in keys:
        wanted[noun].append(key)
    rows = {_ACTIVITY: work, _COMMITMENT: promises}
    found = {(noun, row.pk): row for noun, own in wanted.items() for row in rows[noun](tuple(own))}
    return {(noun, key): found[noun, key] for noun, key, *_rest in keys if (noun, key) in found}


def told(rows: Iterable[Obligation], on: date, concern: Concern = ALL) -> list[Owed]:
    """Each obligation as a line of the ledger; rows with their parts, as `owed_rows` fetches them."""
    state_of, day_of = obligations.state_of_obligation, obligations.last_day
    return _lines([(row, state_of(row, on, telling_late=concern.reaches(row)), day_of(row)) for row in rows], on)


def _lines(rows: Sequence[tuple[Obligation, State, date | None]], on: date) -> list[Owed]:
    """The lines of obligations of which it is known how they stand, and their last day."""
    parties = {row: debtors_of(row, on) for row, _state, _due in rows}
    bodies = {party.pk for found in parties.values() for party in found if isinstance(party, Organisation)}
    certain, settled, days = certain_heirs(bodies, on), settled_heirs(parties, on), calendar()
    lines = []
    for row, state, due in rows:
        heirs = settled.get((type(row), row.pk), {}) | certain
        left = days.between(on, due) if due else None
        lines.append(Owed(row, state, left, parties[row], creditor_of(row), heirs))
    return lines


def debtors_of(row: Obligation, on: date) -> tuple[Any, ...]:
    """Who owes it: those charged with it; else who promised it, or whom it is put to, known or only as written."""
    leading = (role for role in row.roles.all() if role.capacity == Role.Capacity.LEAD and role.holds(on))
    leads = tuple(role.organisation or role.person or role.post for role in leading)
    if leads or isinstance(row, Activity):
        return leads
    party, written = row.recipient, row.recipient_as_written
    if row.owed_by_sender:
        party, written = row.sender, row.sender_as_written
    return (party or written,) if party or written else ()


def creditor_of(row: Obligation) -> Any:
    """To whom it is owed: the other side of a commitment; of work its document tells."""
    if isinstance(row, Activity):
        return None
    if row.owed_by_sender:
        return row.recipient or row.recipient_as_written or None
    return row.sender or row.sender_as_written or None
