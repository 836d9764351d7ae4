"""What a leader has to know on one page: what to decide, the next thirty days, how all stands, each agency beside the others."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import connection
from django.db.models import Count, F, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from hopluc.web.agenda.queries import ESCALATED, owed_places
from hopluc.web.briefing.models import FixedSheet
from hopluc.web.committees.queries import address_of
from hopluc.web.consultation.queries import drafts_awaiting_word
from hopluc.web.documents.files import is_whole
from hopluc.web.intake.queries import checks_seen_by
from hopluc.web.journal.models import JournalEntry
from hopluc.web.pages.left import until_said
from hopluc.web.people.models import Organisation
from hopluc.web.people.rules import WRITERS
from hopluc.web.register import ledger, lists
from hopluc.web.register.concern import Concern, concern_of
from hopluc.web.register.ledger import WORK
from hopluc.web.register.models import Role, Vacancy
from hopluc.web.register.queries import agreements_seen_by
from hopluc.web.register.states import Code
from hopluc.web.returns.models import Return, Step
from hopluc.web.returns.queries import returns_seen_by
from hopluc.web.succession.queries import by_body, questions_to_settle
from hopluc.workdays import calendar

DECISIONS = 3
"""As many as one page asks a leader to decide."""
SOON, AGENCIES, ROUNDS = 6, 8, 2
URGED = 5
"""A round not everyone has answered is put before the leader so many working days before its day, and after it."""
_OUT = frozenset({Step.Verb.SENT, Step.Verb.RECEIVED})


@dataclass(frozen=True)
class Line:
    """Something to decide or to expect: what, why or of what kind, where it is, its day."""

    title: str
    why: str
    address: str
    day: date | None = None


@dataclass(frozen=True)
class Standing:
    """How one thing stands in all: its name, the figures in words, where its rows are."""

    label: str
    words: str
    address: str


@dataclass(frozen=True)
class Beside:
    """An agency beside others: the tasks it leads, those done, those late (None where that is not for the user to know), whether
    its last report was sent (None where it was asked for none)."""

    agency: Organisation
    tasks: int
    done: int
    late: int | None
    sent: bool | None = None
    own: bool = False


@dataclass(frozen=True)
class Brief:
    """The leader's page; of what is left out, how much."""

    on: date
    decisions: tuple[Line, ...]
    more_decisions: int
    soon: tuple[Line, ...]
    more_soon: int
    standings: tuple[Standing, ...]
    agencies: tuple[Beside, ...]
    more_agencies: int
    directs: bool = True

    @property
    def tells_reports(self) -> bool:
        """Is there a round whose reports are told of any of the agencies."""
        return any(one.sent is not None for one in self.agencies)

    @property
    def leaves_out(self) -> bool:
        """Is there an agency of which lateness is not told."""
        return any(one.late is None for one in self.agencies)


def brief_of(user: Any, on: date) -> Brief:
    """The page as the user may see it: a few queries, however much there is. What waits for a word and the agencies beside each
    other are for leaders and officers (`directs`)."""
    returns = list(_returns(user))
    concern = concern_of(user, on)
    tasks = lists.tasks_chosen(user, {}, on, concern=concern)
    directs = bool(_directed_by(user))
    decisions, soon = list(_decisions(user, on, returns)) if directs else [], _soon(user, on, returns, concern)
    near = sorted(soon[0], key=lambda line: line.day or on)
    agencies = _agencies(user, tasks, returns, concern) if directs else []
    return Brief(
        on=on,
        decisions=tuple(decisions[:DECISIONS]),
        more_decisions=max(0, len(decisions) - DECISIONS),
        soon=tuple(near[:SOON]),
        more_soon=soon[1] - len(near[:SOON]),
        standings=tuple(_standings(user, tasks, returns, concern)),
        agencies=tuple(agencies[:AGENCIES]),
        more_agencies=max(0, len(agencies) - AGENCIES),
        directs=directs,
    )


def _directed_by(user: Any) -> list[int]:
    """The agencies the user writes or decides for."""
    return [pk for pk in user.standing if user.acts_for(pk, WRITERS)]


def _returns(user: Any) -> Iterable[Any]:
    """The newest return of each agency in the rounds of the user's agencies and those they are asked in, each with where it stands."""
    newest: dict[tuple[int, int], Any] = {}
    for row in returns_seen_by(user).order_by("number"):
        newest[row.round_id, row.agency_id] = row
    return newest.values()


def _decisions(user: Any, on: date, returns: Iterable[Any]) -> Iterator[Line]:
    """What waits for the leader's word, what is most pressing first."""
    own = _directed_by(user)
    for draft in drafts_awaiting_word(own):
        why = _("Mọi ý kiến góp ý đã được tiếp thu, giải trình; chờ đồng ý trình ký.")
        yield Line(str(draft), why, reverse("consultation:draft", args=[draft.pk]))
    for row in returns:
        if not row.bodies.isdisjoint(own) and row.verb == Step.Verb.TO_LEADER:
            why = _("Trình lãnh đạo cơ quan duyệt để gửi; %(left)s.") % {"left": until_said(on, row.round.due_on)}
            yield Line(str(row.round), why, row.get_absolute_url(), row.round.due_on)
    yield from _rounds_to_urge(user, on, returns)
    late = [place for place in owed_places(user, own, on) if place.day < on]
    for line in ledger.owed_rows(late[: 4 * DECISIONS], on):
        if line.left is not None and line.left <= -ESCALATED:
            told = {"left": line.left_in_words}
            why = _("%(left)s; đề nghị quyết định gia hạn, bố trí nguồn lực hoặc báo cáo cấp trên.") % told
            yield Line(line.title, why, line.row.get_absolute_url(), line.day)
    questions = questions_to_settle(user, on)
    if questions:
        bodies = "; ".join(str(one.predecessor) for one in by_body(questions))
        why = _("%(n)s nội dung chưa xác định đơn vị kế thừa của: %(bodies)s.") % {"n": len(questions), "bodies": bodies}
        yield Line(_("Xác định đơn vị kế thừa"), why, reverse("succession:acts"))
    for vacancy in _vacancies(own):
        seat = vacancy.seat
        told = {"day": vacancy.since.strftime("%d/%m/%Y"), "why": str(vacancy.get_reason_display()).lower()}
        why = _("Khuyết từ ngày %(day)s (%(why)s); đề nghị quyết định người thay.") % told
        yield Line(
            f"{seat.title or seat.get_capacity_display()}: {seat.person or seat.post or seat.organisation}",
            why,
            address_of(seat),
        )


def _vacancies(own: list[int]) -> QuerySet[Vacancy]:
    rows = Vacancy.objects.filter(owner__in=own, filled_on=None, withdrawn_at=None, seat__programme__withdrawn_at=None)
    return rows.select_related("seat__person", "seat__organisation").order_by("since", "pk")


def _rounds_to_urge(user: Any, on: date, returns: Iterable[Any]) -> Iterator[Line]:
    for round_, rows in _by_round(user, returns):
        missing = sum(not _is_out(row) for row in rows)
        if missing and calendar().between(on, round_.due_on) <= URGED:
            told = {"n": missing, "all": len(rows), "left": until_said(on, round_.due_on)}
            why = _("%(n)s/%(all)s đơn vị chưa gửi, %(left)s; đề nghị quyết định đôn đốc.") % told
            yield Line(str(round_), why, round_.get_absolute_url(), round_.due_on)


def _by_round(user: Any, returns: Iterable[Any]) -> list[tuple[Any, list[Any]]]:
    """The rounds of the user's agencies not all of which is received, the newest deadline first, each with its returns."""
    rows: dict[Any, list[Any]] = defaultdict(list)
    for row in returns:
        if row.round.owner_id in user.standing:
            rows[row.round].append(row)
    open_ones = [(round_, some) for round_, some in rows.items() if any(row.verb != Step.Verb.RECEIVED for row in some)]
    return sorted(open_ones, key=lambda found: found[0].due_on, reverse=True)


def _is_out(row: Return) -> bool:
    return getattr(row, "verb", None) in _OUT or row.number > 1


def _soon(user: Any, on: date, returns: Iterable[Any], concern: Concern) -> tuple[list[Line], int]:
    """What comes due in thirty days, the first of each kind by its day, and how much in all."""
    until = on + timedelta(lists.SOON_DAYS)
    seen = ledger.ledger_seen_by(user, ledger.Chosen(), on, concern=concern)
    near = seen.in_state(lists.SOON)
    found = [
        Line(line.title, ", ".join(str(who) for who, _heir in line.who), line.row.get_absolute_url(), line.day)
        for line in ledger.owed_rows(list(near.keys()[:SOON]), on, concern)
    ]
    rounds = {row.round for row in returns if on <= row.round.due_on <= until and not _is_out(row)}
    found += [Line(str(round_), _("hạn gửi báo cáo"), round_.get_absolute_url(), round_.due_on) for round_ in rounds]
    ending = list(agreements_seen_by(user).filter(period_last__gte=on, period_last__lte=until, withdrawn_at=None)[:SOON])
    found += [Line(str(one), _("hết hạn thỏa thuận"), one.get_absolute_url(), one.period_last) for one in ending]
    counted = near.work.count() + near.commitments.count()
    return found, counted + len(rounds) + len(ending)


def _standings(user: Any, tasks: QuerySet[Any], returns: Iterable[Any], concern: Concern) -> Iterator[Standing]:
    on = concern.on
    told = _counted(lists.task_counts(tasks, on), _("%(n)s nhiệm vụ"))
    if not concern.everything:
        told += "; " + _("số quá hạn của đơn vị khác ngoài phạm vi của tài khoản")
    yield Standing("", told, f"{reverse('register:ledger')}?loai={WORK}")
    petitions = lists.petition_counts(lists.petitions_chosen(user, {}, on))
    yield Standing("", _counted(petitions, _("%(n)s kiến nghị")), reverse("register:petitions"))
    for round_, rows in _by_round(user, returns)[:ROUNDS]:
        told_of = {"n": sum(map(_is_out, rows)), "all": len(rows), "left": until_said(on, round_.due_on)}
        yield Standing(str(round_), _("%(n)s/%(all)s đơn vị đã gửi, %(left)s") % told_of, round_.get_absolute_url())
    yield from _checks(user, concern)


def _checks(user: Any, concern: Concern) -> Iterator[Standing]:
    """The points to check of the user's own documents; with programmes others keep, their points are not counted and not told as 0."""
    points = checks_seen_by(user).count()
    if concern.everything or points:
        own = "" if concern.everything else " " + _("trong văn bản của cơ quan")
        yield Standing(_("Điểm cần đối chiếu"), f"{points}{own}", reverse("intake:checks"))


TOLD_FIRST = (Code.DONE, Code.IN_PROGRESS, Code.OVERDUE, Code.BLOCKED, Code.ANSWERED, Code.IN_HAND)
"""What a leader asks for first: what is done, what is under way, what is late."""


def _counted(counts: Counter[str], noun: str) -> str:
    """`24 nhiệm vụ, trong đó hoàn thành 11, quá hạn 3`: how many in all, and of each state there is any of."""
    order = [*TOLD_FIRST, *(code for code in Code if code not in TOLD_FIRST)]
    states = ", ".join(f"{str(code.label).lower()} {counts[code.value]}" for code in order if counts[code.value])
    whole = noun % {"n": sum(counts[code.value] for code in Code)}
    return _("%(whole)s, trong đó %(states)s") % {"whole": whole, "states": states} if states else whole


def _agencies(user: Any, tasks: QuerySet[Any], returns: Iterable[Any], concern: Concern) -> list[Beside]:
    """The agencies that lead tasks the user sees, the user's own first, then those that lead most."""
    led = tasks.filter(roles__capacity=Role.Capacity.LEAD, roles__organisation__isnull=False)
    grouped = led.annotate(found=F("code"), body=F("roles__organisation")).order_by().values("body", "found")
    counts: dict[int, Counter[str]] = defaultdict(Counter)
    for line in grouped.annotate(n=Count("pk", distinct=True)):
        counts[line["body"]][line["found"]] += line["n"]
    others = led.annotate(body=F("roles__organisation")).order_by().values_list("body", flat=True).distinct()
    untold = set() if concern.everything else set(others.exclude(concern.of_work()))
    newest = next(iter(_by_round(user, returns)), (None, []))[1]
    sent = {row.agency_id: _is_out(row) for row in newest}
    found = [
        Beside(
            body,
            counts[pk].total(),
            counts[pk][Code.DONE.value],
            None if pk in untold else counts[pk][Code.OVERDUE.value],
            sent.get(pk),
            pk in user.standing,
        )
        for pk, body in Organisation.objects.in_bulk(list(counts)).items()
    ]
    return sorted(found, key=lambda one: (not one.own, -one.tasks, one.agency.name))


def sheets_seen_by(user: Any) -> QuerySet[FixedSheet]:
    """The figures fixed by the agencies the user is a leader or an officer of: they name who is late, one agency beside another."""
    if not user.is_authenticated:
        return FixedSheet.objects.none()
    return FixedSheet.objects.filter(owner__in=_directed_by(user)).select_related("owner", "made_by")


def files_of_sheets() -> set[str]:
    """The hashes of all files of what was fixed, whoever may see them: for the backup."""
    return {sha256 for row in FixedSheet.objects.values_list("word", "pdf", "page") for sha256 in row}


def is_there() -> bool:
    """Has the database these sheets yet; one restored from an older backup has none before the site is next opened."""
    return FixedSheet._meta.db_table in connection.introspection.table_names()


def altered_sheets() -> list[FixedSheet]:
    """What was fixed and is no longer as its line in the journal says, or whose files are not whole: for `hopluc verify`."""
    return [sheet for sheet in FixedSheet.objects.select_related("owner") if not _is_as_fixed(sheet)]


def _is_as_fixed(sheet: FixedSheet) -> bool:
    line = JournalEntry.objects.filter(
        object_type=FixedSheet._meta.label_lower, object_id=str(sheet.pk), verb="fix_sheet"
    ).first()
    said = json.loads(line.after) if line else {}
    names = ("word", "pdf", "page")
    return all(getattr(sheet, name) == said.get(name) and is_whole(getattr(sheet, name)) for name in names)
