"""What an account and its agencies owe, what waits for its word, and whom it waits for; lateness only to whom it concerns."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from hopluc.web.agenda.models import Assignment, CalendarFeed, HandOver
from hopluc.web.committees.queries import address_of, vacancies_awaiting
from hopluc.web.consultation.models import Consultation
from hopluc.web.consultation.queries import waiting_for_answer, waiting_for_opinion, waiting_for_word
from hopluc.web.documents.queries import number_awaiting
from hopluc.web.inquiries.queries import answered_for
from hopluc.web.observatory.queries import series_to_supply
from hopluc.web.pages.left import until_said
from hopluc.web.people.models import Membership, Organisation, User
from hopluc.web.people.queries import agency_of
from hopluc.web.people.rules import WRITERS
from hopluc.web.register import ledger, lists
from hopluc.web.register.concern import ALL
from hopluc.web.register.ledger import NEVER, Ledger, Owed, Place
from hopluc.web.register.models import Vacancy
from hopluc.web.register.owing import led_by, owed_by
from hopluc.web.register.queries import Asker, asker_of
from hopluc.web.returns.models import Return, ReturnLink, Round, Step
from hopluc.web.returns.queries import answered_by, returns_seen_by
from hopluc.web.store.prepared import Prepared
from hopluc.web.succession.queries import by_body, questions_to_settle
from hopluc.workdays import calendar

SOON = 5
"""Due soon: in so many working days."""
ESCALATED = 10
"""So many working days past its day an obligation is put before the leader (báo cáo lãnh đạo)."""
MOST = 50
"""So many obligations that are late, and so many that are near, stand on the page; the ledger has them all."""
SHOWN = 5
"""Of what another body owes, so many."""
TO_REPORT = frozenset({Membership.Role.LEADER, Membership.Role.SECTION_HEAD})
_INSIDE = frozenset({Step.Verb.TO_SECTION, Step.Verb.TO_LEADER})
_UNSENT = frozenset({"", Step.Verb.BEGUN, Step.Verb.BACK, Step.Verb.TAKEN_BACK})


@dataclass(frozen=True)
class Asked:
    """Something that waits for this account's word, beside obligations: its title, where it is, by when, and what is left."""

    title: str
    address: str
    due: date | None = None
    left: str = ""


@dataclass(frozen=True)
class Waiting:
    """Another body that owes the user's agency something late or due soon: its obligations, and words to remind it with."""

    body: Organisation
    lines: tuple[Owed, ...]
    message: str

    @property
    def first(self) -> tuple[Owed, ...]:
        """What the page shows of it; the rest stands in the ledger."""
        return self.lines[:SHOWN]

    @property
    def more(self) -> int:
        return len(self.lines) - len(self.first)


@dataclass(frozen=True)
class Agenda:
    """Việc của tôi on a day: the first MOST of what is late and near, and how many there are in all."""

    on: date
    overdue: Sequence[Owed] = ()
    soon: Sequence[Owed] = ()
    late: int = 0
    near: int = 0
    later: int = 0
    undated: int = 0
    next_day: date | None = None
    to_complete: Sequence[Asked] = ()
    to_agree: Sequence[Asked] = ()
    to_send: Sequence[Asked] = ()
    to_receive: Sequence[Asked] = ()
    unanswered: Sequence[Asked] = ()
    to_comment: Sequence[Asked] = ()
    to_answer: Sequence[Asked] = ()
    to_supply: Sequence[Asked] = ()
    vacant: Sequence[Asked] = ()
    to_take_over: Sequence[Asked] = ()
    to_settle: Sequence[Asked] = ()
    to_confirm: int = 0
    waiting: Sequence[Waiting] = ()
    escalated: Sequence[Owed] = ()
    assigned: frozenset[tuple[int, int]] = field(default_factory=frozenset)

    @property
    def pressing(self) -> int:
        """How much is to be done by this account now."""
        asked = (self.to_complete, self.to_agree, self.to_comment, self.to_settle)
        return self.late + self.near + sum(map(len, asked))


def agenda_of(user: Any, on: date, *, own_only: bool = False) -> Agenda:
    """Everything the page shows. With `own_only`, of what the agency owes only what the account itself is charged with."""
    asker = lists.asker_of_work(user)
    mine = assigned_to(user, on)
    places = owed_places(user, user.standing, on)
    if own_only:
        places = [place for place in places if (place.noun, place.key) in mine]
    asked = list(_returns(user, on))
    return Agenda(
        on=on,
        **_of_obligations(user, places, on),
        to_complete=[found for verb, found in asked if verb == Step.Verb.ASKED],
        to_agree=[
            *(found for verb, found in asked if verb in (Step.Verb.TO_LEADER, Step.Verb.TO_SECTION)),
            *(Asked(str(draft), reverse("consultation:draft", args=[draft.pk])) for draft in waiting_for_word(user)),
        ],
        to_send=[found for verb, found in asked if verb in _UNSENT],
        to_comment=[_opinion(one.consultation, on) for one in _wait_for_opinion(asker)],
        to_answer=[_opinion(one, on) for one in _wait_for_answer(asker)],
        **_of_rounds(user, on),
        to_supply=_of_indices(user, on),
        vacant=[_seat(vacancy) for vacancy in _vacancies(asker)],
        to_take_over=[Asked(f"{one.asked}: {one.of_return.round}", one.get_absolute_url()) for one in answered_for(user)],
        to_settle=_heirs(user, on),
        to_confirm=sum(number_awaiting(asker)) if _writes(user) else 0,
        waiting=waiting_for(user, on),
        assigned=frozenset(mine),
    )


def _of_obligations(user: Any, places: list[Place], on: date) -> dict[str, Any]:
    """Of obligations by their day: those that are late, near and later, and the late ones an account that reports puts before the leader."""
    until = calendar().after(on, SOON)
    late = [place for place in places if place.day < on]
    soon = [place for place in places if on <= place.day <= until]
    later = [place for place in places if until < place.day < NEVER]
    overdue = ledger.owed_rows(late[:MOST], on)
    reports = not TO_REPORT.isdisjoint(frozenset().union(*user.standing.values()))
    return {
        "overdue": overdue,
        "soon": ledger.owed_rows(soon[:MOST], on),
        "late": len(late),
        "near": len(soon),
        "later": len(later),
        "undated": sum(place.day == NEVER for place in places),
        "next_day": later[0].day if later else None,
        "escalated": [line for line in overdue if reports and line.left is not None and line.left <= -ESCALATED],
    }


def _writes(user: Any) -> bool:
    return any(roles & WRITERS for roles in user.standing.values())


_wait_for_opinion = Prepared(waiting_for_opinion)
_wait_for_answer = Prepared(waiting_for_answer)
_vacancies = Prepared(vacancies_awaiting)


def owed_places(user: Any, bodies: Iterable[int], on: date) -> list[Place]:
    """What these bodies still owe, of what the user sees, by its day."""
    return ledger.still_owed(_places(lists.asker_of_work(user), tuple(bodies), on))


@Prepared
def _places(asker: Asker, bodies: tuple[int, ...], on: date) -> QuerySet[Any, Any]:
    seen = ledger.ledger_seen_by(asker, ledger.Chosen(), on, concern=ALL)
    return Ledger(seen.work.filter(led_by(bodies, on)), seen.commitments.filter(owed_by(bodies, on)), on).places()


def assigned_to(user: Any, on: date) -> set[tuple[int, int]]:
    """The obligations an account is charged with in its agency on a day, as (noun, key)."""
    return {(0, activity) if activity else (1, commitment) for activity, commitment in _assigned(user.pk, on)}


@Prepared
def _assigned(user: int, on: date) -> QuerySet[Assignment, Any]:
    held = Assignment.objects.filter(Q(until=None) | Q(until__gte=on), user=user)
    return held.values_list("activity", "commitment")


def colleagues_of(user: Any) -> QuerySet[User]:
    """The accounts in use in the agency the user acts in itself."""
    agency = agency_of(user)
    held = Membership.objects.holding(timezone.localdate()).filter(organisation=agency)
    return User.objects.filter(pk__in=held.values("user"), is_active=True).order_by("name")


def _returns(user: Any, on: date) -> Iterable[tuple[str, Asked]]:
    """The returns of the user's agencies that are not received yet, each with where it stands."""
    roles = frozenset().union(*user.standing.values()) if user.standing else frozenset()
    for row in _answered(asker_of(user)):
        verb = row.verb or ""
        if verb == Step.Verb.TO_LEADER and Membership.Role.LEADER not in roles:
            continue
        if verb == Step.Verb.TO_SECTION and Membership.Role.SECTION_HEAD not in roles:
            continue
        left = until_said(on, row.round.due_on)
        yield verb, Asked(_title_of(row), row.get_absolute_url(), row.round.due_on, left)


@Prepared
def _answered(asker: Asker) -> QuerySet[Any, Any]:
    return returns_seen_by(asker).filter(answered_by(asker.standing)).select_related("round", "agency")


@Prepared
def _standing_of_asked(asker: Asker) -> QuerySet[Any, Any]:
    ours: QuerySet[Any] = returns_seen_by(asker).filter(round__owner__in=list(asker.standing))
    return ours.order_by().values_list("pk", "round", "verb")


def _of_rounds(user: Any, on: date) -> dict[str, Any]:
    """Of the rounds the user's agencies opened: the returns that wait to be received, and the rounds not everyone has answered."""
    stand = _standing_of_asked(asker_of(user))
    sent = [key for key, _round, verb in stand if verb == Step.Verb.SENT]
    rows = Return.objects.filter(pk__in=sent).select_related("round", "agency") if sent else ()
    to_receive = [Asked(_title_of(row), row.get_absolute_url(), row.round.due_on) for row in rows]
    missing = Counter(key for _return, key, verb in stand if (verb or "") in _UNSENT | _INSIDE)
    unanswered = [
        Asked(
            _("%(round)s: còn %(n)s đơn vị chưa gửi") % {"round": round_, "n": missing[round_.pk]},
            round_.get_absolute_url(),
            round_.due_on,
            until_said(on, round_.due_on),
        )
        for round_ in Round.objects.filter(pk__in=missing)
    ]
    return {"to_receive": to_receive, "unanswered": unanswered}


def _opinion(row: Consultation, on: date) -> Asked:
    left = until_said(on, row.due_on)
    return Asked(str(row.draft), row.get_absolute_url(), row.due_on, left)


def _of_indices(user: Any, on: date) -> list[Asked]:
    """The editions of an index for which the user's agencies still owe figures, with how many indicators wait for some."""
    waiting = Counter(row.edition for row in series_to_supply(user))
    return [
        Asked(
            _("%(edition)s: còn %(n)s chỉ số cần số liệu") % {"edition": edition, "n": n},
            edition.get_absolute_url(),
            edition.due_on,
            until_said(on, edition.due_on) if edition.due_on else "",
        )
        for edition, n in waiting.items()
    ]


def _heirs(user: Any, on: date) -> list[Asked]:
    """The bodies that passed to several and still owe something, whose heir the user is to name: each with how much waits for that."""
    return [
        Asked(
            _("%(body)s: %(n)s nội dung") % {"body": one.predecessor, "n": len(one.questions)},
            reverse("succession:acts"),
            one.questions[0].due,
        )
        for one in by_body(questions_to_settle(user, on))
    ]


def _seat(vacancy: Vacancy) -> Asked:
    seat = vacancy.seat
    who = seat.person or seat.post or seat.organisation
    told = {"seat": seat.title or seat.get_capacity_display(), "who": who, "programme": seat.programme}
    return Asked(_("%(seat)s: %(who)s (%(programme)s)") % told, address_of(seat))


def _title_of(row: Return) -> str:
    return f"{row.round} ({row.agency})"


def waiting_for(user: Any, on: date) -> list[Waiting]:
    """The other bodies that owe the user's agencies something late or due soon, those that owe most first.

    It concerns the agencies whose programme it is, and who asked; nobody else is told who is late.
    """
    by_body: dict[Organisation, list[Owed]] = {}
    first = [Place(*line) for line in _owed_by_others(lists.asker_of_work(user), on, calendar().after(on, SOON))]
    for line in ledger.owed_briefly(first, on):
        for party, heir in line.who:
            if isinstance(party, Organisation) and party.pk not in user.standing:
                by_body.setdefault(heir or party, []).append(line)
    agency = agency_of(user)
    found = [Waiting(body, tuple(lines), message_to(body, lines, agency)) for body, lines in by_body.items()]
    return sorted(found, key=lambda one: -len(one.lines))


@Prepared
def _owed_by_others(asker: Asker, on: date, until: date) -> QuerySet[Any, Any]:
    own = list(asker.standing)
    seen = ledger.ledger_seen_by(asker, ledger.Chosen(), on, concern=ALL)
    ours = Q(owner__in=own)
    work = seen.work.filter(ours).exclude(led_by(own, on))
    promises = seen.commitments.filter(ours | Q(sender__in=own)).exclude(owed_by(own, on))
    return Ledger(work, promises, on).first_owed(until, 4 * MOST)


def waiting_of(user: Any, body: int, on: date) -> Waiting | None:
    """What one body owes the user's agencies; None where it owes nothing late or due soon."""
    return next((one for one in waiting_for(user, on) if one.body.pk == body), None)


def message_to(body: Organisation, lines: Sequence[Owed], agency: Organisation | None) -> str:
    """A text to copy into Zalo: what is owed and by when, polite between peers, blaming nobody."""
    told = [f"{number}. {line.title[:160]} (hạn: {line.due or '–'})" for number, line in enumerate(lines[:10], start=1)]
    more = [f"… và {len(lines) - 10:02} nội dung khác."] if len(lines) > 10 else []
    return "\n".join(
        [
            f"Kính gửi {body}.",
            f"{agency or ''} đề nghị quý cơ quan quan tâm, cho biết kết quả các nội dung sau:",
            *told,
            *more,
            "Trường hợp đã có văn bản, đề nghị thông tin số, ngày để cập nhật. Trân trọng cảm ơn.",
        ]
    )


def asked_about(thing: Any) -> Asked:
    """A document, return, round or link in somebody's hands, as a line of the page."""
    if isinstance(thing, Return):
        return Asked(_title_of(thing), thing.get_absolute_url(), thing.round.due_on)
    if isinstance(thing, ReturnLink):
        title = _("Liên kết đã gửi: %(round)s (%(agency)s)") % {"round": thing.round, "agency": thing.agency}
        return Asked(title, thing.round.get_absolute_url(), thing.expires_on)
    return Asked(str(thing), thing.get_absolute_url())


def assignments_moved(act: HandOver) -> list[Assignment]:
    """What the taker of a hand-over was charged with by it."""
    keys = [new for _old, new in act.moves.get("assignments", [])]
    return list(Assignment.objects.filter(pk__in=keys).select_related("activity", "commitment"))


def feed_with(sha256: str) -> CalendarFeed | None:
    """The calendar feed of that address, of an account in use."""
    return CalendarFeed.objects.filter(sha256=sha256, user__is_active=True).select_related("user").first()


def reminded_accounts(on: date) -> QuerySet[User]:
    """The accounts in use that are an e-mail address, act somewhere today and were not reminded today."""
    held = Membership.objects.holding(on).values("user")
    return User.objects.filter(pk__in=held, is_active=True, username__contains="@").exclude(reminders__on=on).order_by("pk")
