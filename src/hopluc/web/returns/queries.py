"""Rounds and returns a user may see, where each return stands, and what a new one is filled with."""

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import BigIntegerField, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from hopluc.web.documents.models import Document
from hopluc.web.intake.models import Finding, Upload
from hopluc.web.intake.queries import newest_version
from hopluc.web.journal.models import JournalEntry
from hopluc.web.measures.models import Observation
from hopluc.web.people.heirs import Today, standing_today
from hopluc.web.people.letterheads import governs, place_of
from hopluc.web.people.models import Inheritance, Organisation
from hopluc.web.people.queries import heirs_of, settled_heirs
from hopluc.web.people.rules import WRITERS
from hopluc.web.register.models import Programme, Role
from hopluc.web.register.queries import Asker, asker_of
from hopluc.web.returns.contents import content_of
from hopluc.web.returns.models import Pair, Paper, Return, ReturnLink, Round, Sentence, Step
from hopluc.web.store.prepared import Prepared

Verb = Step.Verb


def rounds_seen_by(user: Any) -> QuerySet[Round]:
    """The rounds of the user's organisations, and those in which one of them is asked."""
    if not user.is_authenticated:
        return Round.objects.none()
    own = list(user.standing)
    asked = Return.objects.filter(answered_by(own)).values("round")
    return Round.objects.filter(Q(owner__in=own) | Q(pk__in=asked), withdrawn_at=None).select_related("owner", "programme")


def rounds_open_alike(owner: Any, programme: Any, first: Any, last: Any) -> QuerySet[Round]:
    """The rounds an organisation has opened for this programme and these days."""
    return Round.objects.filter(owner=owner, programme=programme, period_first=first, period_last=last, withdrawn_at=None)


def returns_seen_by(user: Any) -> QuerySet[Return]:
    """The returns of the user's organisations, and those put to them, each with where it stands (`verb`, None where not begun)."""
    if not user.is_authenticated:
        return Return.objects.none()
    own = list(user.standing)
    seen = answered_by(own) | Q(round__owner__in=own)
    return with_verb(Return.objects.filter(seen, round__withdrawn_at=None)).select_related("round__owner", "agency")


def return_seen_by(user: Any, key: int) -> list[Return]:
    """The one of `returns_seen_by` a user that has this key, if there is, with its steps."""
    return _return_seen(asker_of(user), key) if user.is_authenticated else []


@Prepared
def _return_seen(asker: Asker, key: int) -> QuerySet[Return, Any]:
    return returns_seen_by(asker).filter(pk=key).prefetch_related("steps")


def answered_by(bodies: Iterable[int]) -> Q:
    """The returns one of these bodies answers for: it is asked, or an officer said that it takes over from who was."""
    own = list(bodies)
    return Q(agency__in=own) | Q(Exists(_taken_over().filter(successor__in=own)))


def _taken_over() -> QuerySet[Inheritance]:
    rounds = ContentType.objects.get_for_model(Round)
    said = Inheritance.objects.filter(content_type=rounds, withdrawn_at=None)
    return said.filter(object_id=OuterRef("round_id"), predecessor=OuterRef("agency_id"))


def with_verb(returns: QuerySet[Return]) -> QuerySet[Any]:
    """The returns, each with the last step's verb, way and time (`verb`, `way`, `at`), None where nothing was done yet; with when it
    was sent last (`sent_at`); and with the body that answers for it (`holder_id`).
    """
    last = Step.objects.filter(of_return=OuterRef("pk")).order_by("-pk")
    said: dict[str, Any] = {name: Subquery(last.values(name)[:1]) for name in ("verb", "way", "at")}
    said["sent_at"] = Subquery(last.filter(verb=Step.Verb.SENT).values("at")[:1])
    holder = Subquery(_taken_over().values("successor")[:1])
    said["holder_id"] = Coalesce(holder, F("agency"), output_field=BigIntegerField())
    return returns.annotate(**said)


def agencies_today(round_: Round, agencies: Iterable[int], on: date) -> dict[int, Today]:
    """By agency of a round that passed to another, who stands in its place on a day: certain, named for this round, or to be named."""
    return standing_today(agencies, on, settled_heirs([round_], on).get((Round, round_.pk)))


def today_of_return(row: Return) -> Today | None:
    """Who answers for a return in place of the agency asked: today, or on the day it was sent, once it is; None where it does itself."""
    sent = row.steps.filter(verb=Verb.SENT).order_by("pk").last() if last_is_out(row) else None
    on = timezone.localdate(sent.at) if sent is not None else timezone.localdate()
    return agencies_today(row.round, [row.agency_id], on).get(row.agency_id)


def last_is_out(row: Return) -> bool:
    """Has a return left the agency, and not come back to it."""
    last = last_step(row)
    return last is not None and last.verb in {Verb.SENT, Verb.RECEIVED}


def newest_returns(round_: Round) -> list[Any]:
    """The newest version of each agency's return in a round, in protocol order, with where it stands."""
    return newest_by_round([round_])[round_.pk]


def newest_by_round(rounds: Iterable[Round]) -> dict[int, list[Any]]:
    """The same of several rounds, by their keys, in one query."""
    known = {round_.pk: round_ for round_ in rounds}
    newest: dict[int, dict[int, Any]] = {key: {} for key in known}
    for found in with_verb(Return.objects.filter(round__in=known).order_by("number")).select_related("agency"):
        found.round = known[found.round_id]
        newest[found.round_id][found.agency_id] = found
    return {key: sorted(rows.values(), key=lambda row: (row.order, row.pk)) for key, rows in newest.items()}


def newest_of(round_: Round, agency: Organisation) -> Return:
    """The newest version of an agency's return in a round. Raises Return.DoesNotExist where it is not asked there."""
    rows = with_verb(round_.returns.filter(agency=agency)).select_related("round__owner", "agency")
    newest: Return = rows.latest("number")
    return newest


def locked(row: Return) -> Return:
    """The return as it now stands, held until the transaction ends."""
    return Return.objects.select_for_update(of=("self",)).select_related("round__owner", "agency").get(pk=row.pk)


def last_step(row: Return) -> Step | None:
    """What was done last with a return; None where nothing was."""
    return row.steps.order_by("pk").last()


def agencies_written_for(user: Any) -> QuerySet[Organisation]:
    """The organisations the user may write for."""
    held = [pk for pk, roles in user.standing.items() if not roles.isdisjoint(WRITERS)]
    return Organisation.objects.filter(pk__in=held)


def programmes_asked_about(user: Any) -> QuerySet[Programme]:
    """The programmes whose standing agency the user writes for."""
    return Programme.objects.filter(owner__in=agencies_written_for(user), withdrawn_at=None)


def last_round(owner: Organisation, programme: Programme | None, before: date) -> Round | None:
    """The newest round of the owner on the programme that ended by a day."""
    rounds = Round.objects.filter(owner=owner, programme=programme, period_last__lte=before, withdrawn_at=None)
    return rounds.order_by("period_last", "pk").last()


def round_of_days(round_: Round, first: date, last: date) -> Round | None:
    """The round of the same owner and programme over just these days."""
    same = Round.objects.filter(owner=round_.owner, programme=round_.programme, withdrawn_at=None)
    return same.filter(period_first=first, period_last=last).exclude(pk=round_.pk).order_by("pk").last()


def agencies_of_round(round_: Round) -> list[Organisation]:
    """The agencies asked in a round, in its order."""
    rows = round_.returns.filter(number=1).select_related("agency").order_by("order", "pk")
    return [row.agency for row in rows]


def agencies_asked(round_: Round) -> QuerySet[Organisation]:
    """The same, as rows to choose from."""
    return Organisation.objects.filter(pk__in=round_.returns.values("agency"))


def agencies_in(programme: Programme) -> list[Organisation]:
    """The organisations of the standing agency's own place that work in a programme, in the order its decision seats them, then as
    its tasks name them; who has wholly taken a body's place stands for it. Whom the agency itself reports to is not asked.
    """
    working = (Role.Capacity.STANDING, Role.Capacity.LEAD, Role.Capacity.COOPERATING, Role.Capacity.FOCAL_POINT)
    seats = Role.objects.filter(programme=programme, organisation__isnull=False).select_related("organisation")
    named = [seat.organisation for seat in seats.filter(person__isnull=False).order_by("object_id", "order", "pk")]
    named += [role.organisation for role in seats.filter(capacity__in=working).order_by("content_type", "object_id", "order")]
    bodies = [_heir(body) for body in dict.fromkeys(body for body in named if body is not None)]
    return [body for body in dict.fromkeys(bodies) if _is_asked_by(programme.owner, body)]


def _heir(body: Organisation) -> Organisation:
    """Who has wholly taken the place of a body by today; itself where nobody, or several."""
    heirs = heirs_of(body, timezone.localdate())
    return heirs[0].organisation if len(heirs) == 1 and heirs[0].certain else body


def _is_asked_by(owner: Organisation, body: Organisation) -> bool:
    kinds = {Organisation.Kind.COMMITTEE, Organisation.Kind.GROUP, Organisation.Kind.FOREIGN, Organisation.Kind.ENTERPRISE}
    if body.pk == owner.pk or body.kind in kinds or governs(body):
        return False
    return not place_of(owner) or place_of(owner) == place_of(body) or body.is_member


def members_of(owner: Organisation) -> list[Organisation]:
    """The member organisations of an agency."""
    return list(Organisation.objects.filter(owner=owner, is_member=True).order_by("pk"))


def received_before(round_: Round) -> dict[int, Return]:
    """By agency its last received return to the same owner on the same programme, of a period that began before this one."""
    returns = Return.objects.filter(round__owner=round_.owner, round__programme=round_.programme)
    returns = returns.filter(steps__verb=Verb.RECEIVED, round__period_first__lt=round_.period_first)
    return {row.agency_id: row for row in returns.order_by("round__period_last", "number", "pk")}


def figures_reported(
    agencies: Iterable[Organisation], owner: Organisation, stages: Iterable[str]
) -> dict[int, list[Observation]]:
    """By agency the figures in an owner's register that it reported, the newest period last."""
    rows = Observation.objects.filter(owner=owner, reported_by__in=agencies, stage__in=list(stages), withdrawn_at=None)
    found: dict[int, list[Observation]] = defaultdict(list)
    for row in rows.select_related("indicator").order_by("period_last", "pk"):
        assert row.reported_by_id is not None, "they are chosen by who reported them"
        found[row.reported_by_id].append(row)
    return found


def uploads_to_match(round_: Round) -> list[Upload]:
    """The files dropped on a round's page that are no return's paper yet: to be matched with an agency, or still to be read."""
    return uploads_by_round([round_])[round_.pk]


def uploads_by_round(rounds: Iterable[Round]) -> dict[int, list[Upload]]:
    """The same of several rounds, by their keys, in one query."""
    found: dict[int, list[Upload]] = {round_.pk: [] for round_ in rounds}
    used = Paper.objects.filter(document=OuterRef("document"), of_return__round=OuterRef("batch__round_link__round"))
    uploads = Upload.objects.filter(~Exists(used), batch__round_link__round__in=found)
    for upload in uploads.select_related("document__issuer", "batch__job", "batch__round_link__agency").order_by("pk"):
        found[upload.batch.round_link.round_id].append(upload)
    return found


def papers_by_agency(round_: Round) -> dict[int, list[Paper]]:
    """The papers of a round's returns, by the key of their agency."""
    found: dict[int, list[Paper]] = defaultdict(list)
    for paper in Paper.objects.filter(of_return__round=round_).select_related("document", "of_return").order_by("pk"):
        found[paper.of_return.agency_id].append(paper)
    return found


def last_asked(row: Return) -> Step | None:
    """The last time a return was asked to be completed."""
    return row.steps.filter(verb=Verb.ASKED).order_by("pk").last()


def uploads_dropped(round_: Round) -> QuerySet[Upload]:
    """The files dropped on a round's page."""
    return Upload.objects.filter(batch__round_link__round=round_)


def findings_in(document: Document) -> list[Finding]:
    """What was read in a document's newest version that a return may hold, in the order it is said."""
    kinds = (Finding.Kind.OBSERVATION, Finding.Kind.STATEMENT, Finding.Kind.TASK, Finding.Kind.PETITION)
    version = newest_version(document)
    rows = Finding.objects.filter(version=version, kind__in=kinds).exclude(
        state__in=(Finding.State.SKIPPED, Finding.State.GONE)
    )
    return list(rows.select_related("version").order_by("order", "pk")) if version else []


def link_with(sha256: str) -> ReturnLink | None:
    """The link of that hash that is neither revoked nor past its last day."""
    links = ReturnLink.objects.filter(sha256=sha256, revoked_at=None, expires_on__gte=timezone.localdate())
    return links.select_related("round__owner", "agency").filter(round__withdrawn_at=None).first()


def open_links(round_: Round, agency: Organisation) -> QuerySet[ReturnLink]:
    """The links to an agency's return that still open it."""
    return ReturnLink.objects.filter(round=round_, agency=agency, revoked_at=None, expires_on__gte=timezone.localdate())


def returns_received(round_: Round) -> list[Return]:
    """The newest received return of each agency, in protocol order."""
    received = Return.objects.filter(round=round_, steps__verb=Verb.RECEIVED).select_related("agency").order_by("number")
    newest = {row.agency_id: row for row in received}
    return sorted(newest.values(), key=lambda row: (row.order, row.pk))


def sentences_received(round_: Round) -> list[Sentence]:
    """The sentences of the newest received return of each agency, in protocol order."""
    rows = Sentence.objects.filter(of_return__in=returns_received(round_)).exclude(text="")
    return list(
        rows.select_related("of_return__agency", "part__strand", "passage__version__document", "placement__statement").order_by(
            "of_return__order", "of_return", "part__order", "order", "pk"
        )
    )


def placed_and_corrected(round_: Round) -> list[Sentence]:
    """The sentences that stand in the draft, and no longer in the newest received return of their agency."""
    now = sentences_received(round_)
    said = {(one.of_return.agency_id, one.kind, one.text) for one in now}
    rows = Sentence.objects.filter(
        of_return__round=round_, placement__statement__withdrawn_at=None, placement__statement__isnull=False
    )
    placed = rows.exclude(pk__in=[one.pk for one in now]).select_related("of_return__agency", "placement__statement")
    return [one for one in placed.order_by("pk") if (one.of_return.agency_id, one.kind, one.text) not in said]


def sentence_received(round_: Round, key: int) -> Sentence | None:
    """One of the sentences received in a round."""
    return next((one for one in sentences_received(round_) if one.pk == key), None)


def same_as(round_: Round, sentences: Iterable[Sentence]) -> list[Sentence]:
    """The sentences, and those that an officer said tell of one thing with one of them, however many steps apart."""
    known = {one.pk: one for one in sentences_received(round_)}
    same = list(Pair.objects.filter(round=round_, decision=Pair.Decision.SAME).values_list("first", "second"))
    together = {one.pk for one in sentences}
    while new := {key for pair in same if together & set(pair) for key in pair} - together:
        together |= new
    return [one for key, one in known.items() if key in together]


def pairs_decided(round_: Round) -> list[Pair]:
    """The pairs an officer has given a word on."""
    rows = Pair.objects.filter(round=round_).select_related("first__of_return__agency", "second__of_return__agency")
    return list(rows)


def is_there() -> bool:
    """Has the database rounds yet; one restored from an older backup has none before the site is next opened."""
    return Step._meta.db_table in connection.introspection.table_names()


def altered_returns() -> list[Return]:
    """The received returns that no longer say what they said when they were received, whoever may see them: for `hopluc verify`."""
    steps = Step.objects.filter(verb=Verb.RECEIVED).select_related("of_return__round").order_by("pk")
    altered = []
    for step in steps.iterator(chunk_size=500):
        line = JournalEntry.objects.filter(object_type=Step._meta.label_lower, object_id=str(step.pk)).first()
        if line is None or json.loads(line.after).get("content") != content_of(step.of_return).sha256():
            altered.append(step.of_return)
    return altered
