"""A programme and its register as they stood at the end of a day: what was entered by then, and how each obligation stood by what was
known then. Derived from the rows of today and the journal; nothing is stored.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q, QuerySet
from django.utils import timezone

from hopluc.web.journal.models import JournalEntry
from hopluc.web.journal.past import as_of
from hopluc.web.measures.models import Observation
from hopluc.web.register.concern import ALL, Concern
from hopluc.web.register.ledger import NEVER, Owed, told
from hopluc.web.register.lists import WORK
from hopluc.web.register.models import Activity, Agreement, Commitment, LegalBasis, Programme, Progress, Role, Statement, Strand
from hopluc.web.register.obligations import last_day
from hopluc.web.store.related import hang


def end_of(day: date) -> datetime:
    """The first instant after a day, where the office is."""
    return timezone.make_aware(datetime.combine(day + timedelta(1), time.min))


def parts_of(*programmes: Programme) -> dict[type[Model], QuerySet[Any]]:
    """All rows that belong to these programmes, withdrawn ones too, by their class."""
    whole, within = Programme.objects.filter(pk__in=[one.pk for one in programmes]), Q(programme__in=programmes)
    work = Activity.objects.filter(within)
    promises = Commitment.objects.filter(within)
    agreements = Agreement.objects.filter(within)
    strands = Strand.objects.filter(within)
    of_work, of_promises = Q(activity__in=work.order_by()), Q(commitment__in=promises.order_by())
    about = _about(Programme, whole)
    for noun, rows in ((Strand, strands), (Activity, work), (Agreement, agreements), (Commitment, promises)):
        about |= _about(noun, rows)
    return {
        Programme: whole,
        Strand: strands,
        LegalBasis: LegalBasis.objects.filter(within).select_related("document"),
        Statement: Statement.objects.filter(within),
        Agreement: agreements,
        Activity: work.select_related("strand"),
        Commitment: promises.select_related("sender", "recipient", "document"),
        Role: Role.objects.filter(within).select_related("organisation", "person"),
        Progress: Progress.objects.filter(of_work | of_promises),
        Observation: Observation.objects.filter(about).select_related("indicator"),
    }


def _about(noun: type[Model], rows: QuerySet[Any]) -> Q:
    return Q(content_type=ContentType.objects.get_for_model(noun), object_id__in=rows.order_by().values("pk"))


@dataclass(frozen=True)
class Stood:
    """A programme with all that belonged to it at the end of `day`; what was withdrawn by then is not among it."""

    day: date
    programme: Programme
    rows: Mapping[type[Model], Sequence[Any]]
    concern: Concern = ALL

    def of(self, noun: type[Any]) -> list[Any]:
        """The rows of a class, in the order of the register."""
        return sorted(self.rows[noun], key=_turn)

    @cached_property
    def ledger(self) -> list[Owed]:
        """Every obligation with how it stood on the day, those due first at the head."""
        work = [row for row in self.of(Activity) if row.kind in WORK]
        owed = [row for row in self.of(Commitment) if _is_owed(row)]
        lines = told([*work, *owed], self.day, self.concern)
        return sorted(lines, key=lambda line: (last_day(line.row) or NEVER, isinstance(line.row, Commitment), line.row.pk))

    @cached_property
    def counts(self) -> Counter[str]:
        """How many obligations there were of each state; under "" how many in all."""
        counts = Counter({str(code): n for code, n in Counter(line.state.code for line in self.ledger).items()})
        counts[""] = len(self.ledger)
        return counts


def stood(programme: Programme, day: date, concern: Concern = ALL) -> Stood | None:
    """The programme at the end of a day; None when it was not in the register yet. `concern`: whom lateness is told to."""
    at = end_of(day)
    found = {noun: as_of(rows, at) for noun, rows in parts_of(programme).items()}
    if not found[Programme]:
        return None
    found[Role] = _of_what_was_there(found[Role], found)
    _join(found, at)
    seen = {noun: [row for row in rows if getattr(row, "withdrawn_at", None) is None] for noun, rows in found.items()}
    return Stood(day, found[Programme][0], seen, concern)


def _of_what_was_there(roles: Iterable[Role], found: Mapping[type[Model], Sequence[Any]]) -> list[Role]:
    """The roles toward what there was: one entered together with its object has no line of its own."""
    nouns = {ContentType.objects.get_for_model(noun).pk: noun for noun in found}
    there = {(noun, row.pk) for noun, rows in found.items() for row in rows}
    toward = ((role, nouns.get(role.content_type_id)) for role in roles)
    return [role for role, noun in toward if noun is None or (noun, role.object_id) in there]


def _join(found: Mapping[type[Model], Sequence[Any]], at: datetime) -> None:
    """Give each row what hangs on it, as a query would fetch it, so that its state is derived as that of any row."""
    work = {row.pk: row for row in found[Activity]}
    promises = {row.pk: row for row in found[Commitment]}
    for said in found[Progress]:
        said.waits_for_activity = work.get(said.waits_for_activity_id)
        said.waits_for_commitment = promises.get(said.waits_for_commitment_id)
    done, answered = _answers(Activity, work, at), _answers(Commitment, promises, at)
    answers = {key: [promises[to] for to in answered.get(key, ()) if to in promises] for key in promises}
    given, begun = _turned(answered, promises), _turned(done, work)
    for noun, rows, column in ((Activity, work, "activity_id"), (Commitment, promises, "commitment_id")):
        progress, roles = _by(found[Progress], column), _toward(noun, found[Role])
        for key, row in rows.items():
            hang(row, progress=progress[key], roles=roles[key])
    later, figures = _by(found[Activity], "carried_over_from_id"), _toward(Commitment, found[Observation])
    for key, row in work.items():
        hang(row, carried_over_to=later[key])
    for key, row in promises.items():
        hang(
            row,
            observations=[figure for figure in figures[key] if figure.withdrawn_at is None],
            answers=answers[key],
            answered_by=_given(given[key]),
            activities_answering=begun[key],
        )


def _by(rows: Iterable[Any], column: str) -> dict[int | None, list[Any]]:
    grouped: dict[int | None, list[Any]] = defaultdict(list)
    for row in rows:
        grouped[getattr(row, column)].append(row)
    return grouped


def _toward(noun: type[Model], rows: Iterable[Any]) -> dict[int | None, list[Any]]:
    kind = ContentType.objects.get_for_model(noun).pk
    return _by((row for row in sorted(rows, key=_turn) if row.content_type_id == kind), "object_id")


def _turn(row: Any) -> tuple[int, int]:
    return getattr(row, "order", 0), row.pk


def _given(answers: Iterable[Commitment]) -> list[Commitment]:
    """Answers in the order they were given, those without a day first, as the database sorts them."""
    kept = [answer for answer in answers if answer.withdrawn_at is None]
    return sorted(kept, key=lambda answer: (answer.made_on or date.min, answer.pk))


def _turned(links: Mapping[int, set[int]], rows: Mapping[int, Any]) -> dict[int, list[Any]]:
    """By what is answered, the rows that answer it."""
    found: dict[int, list[Any]] = defaultdict(list)
    for one in sorted(links.keys() & rows.keys()):
        for other in links[one]:
            found[other].append(rows[one])
    return found


def _answers(noun: type[Any], rows: Iterable[int], at: datetime) -> dict[int, set[int]]:
    """Which commitments each row answered: as linked today, but where the links were set since, as they were before."""
    keys = list(rows)
    ours, theirs = ("activity_id", "commitment_id") if noun is Activity else ("from_commitment_id", "to_commitment_id")
    links: dict[int, set[int]] = defaultdict(set)
    for one, other in noun.answers.through.objects.filter(**{f"{ours}__in": keys}).values_list(ours, theirs):
        links[one].add(other)
    since = JournalEntry.objects.filter(object_type=noun._meta.label_lower, verb="set_answers", at__gte=at)
    for entry in since.filter(object_id__in=[str(key) for key in keys]).order_by("-number"):
        links[int(entry.object_id)] = set(json.loads(entry.before).get("answers", []))
    return links


def _is_owed(row: Commitment) -> bool:
    """As `owed_commitments` asks of the rows of today: an answer is owed only where it promises more, or sets a day."""
    promised = row.outcome in Commitment.GOING_ON or (not row.outcome and row.due_last is not None)
    return promised or row.kind != Commitment.Kind.CONCLUSION or not row.answers.all()
