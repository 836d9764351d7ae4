"""The history of one row: who changed what, when and why, field by field, and the papers that were tied to it then."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from hopluc.web.documents.models import Document, Evidence
from hopluc.web.documents.queries import documents_seen_by, evidence_for
from hopluc.web.journal.models import JournalEntry
from hopluc.web.journal.past import Change, changes_of
from hopluc.web.measures.models import Indicator, Observation
from hopluc.web.measures.queries import indicators_seen_by
from hopluc.web.past.words import Said, differences
from hopluc.web.people.models import Organisation
from hopluc.web.register import queries
from hopluc.web.register.history import VERBS
from hopluc.web.register.models import Activity, Agreement, Commitment, LegalBasis, Programme, Progress, Role, Statement, Strand

NOUNS: Mapping[str, type[models.Model]] = {
    "chuong-trinh": Programme,
    "noi-dung": Strand,
    "can-cu": LegalBasis,
    "noi-dung-bao-cao": Statement,
    "nhiem-vu": Activity,
    "dien-bien": Progress,
    "thoa-thuan": Agreement,
    "cam-ket": Commitment,
    "vai-tro": Role,
    "so-lieu": Observation,
    "chi-tieu": Indicator,
    "van-ban": Document,
}
SLUGS = {noun: slug for slug, noun in NOUNS.items()}


@dataclass(frozen=True)
class Line:
    """One thing done to a row: when, by whom, what and why; the fields it changed; the papers tied with it."""

    at: datetime
    by: Any
    done: Any
    reason: str
    fields: tuple[Said, ...]
    papers: tuple[Evidence, ...]


def rows_seen_by(user: Any, noun: type[models.Model]) -> models.QuerySet[Any]:
    """The rows of a class whose history a user may read: those seen today, and those withdrawn from a programme that is."""
    inside = models.Q(programme__in=queries.programmes_seen_by(user))
    if noun is Progress:
        of_work = models.Q(activity__in=rows_seen_by(user, Activity).order_by())
        return Progress.objects.filter(of_work | models.Q(commitment__in=rows_seen_by(user, Commitment).order_by()))
    doors: dict[type[models.Model], models.QuerySet[Any]] = {
        Programme: queries.programmes_seen_by(user),
        Strand: queries.strands_seen_by(user),
        LegalBasis: queries.legal_bases_seen_by(user),
        Role: queries.roles_seen_by(user),
        Observation: Observation.objects.filter(
            models.Q(owner__in=list(user.standing)) | queries.observations_of_programmes(user)
        ),
        Indicator: indicators_seen_by(user),
        Document: documents_seen_by(user),
    }
    if noun in doors:
        return doors[noun]
    withdrawable: dict[type[models.Model], tuple[models.QuerySet[Any], models.QuerySet[Any]]] = {
        Statement: (Statement.objects.all(), queries.statements_seen_by(user)),
        Activity: (Activity.objects.all(), queries.activities_seen_by(user)),
        Agreement: (Agreement.objects.all(), queries.agreements_seen_by(user)),
        Commitment: (Commitment.objects.all(), queries.commitments_seen_by(user)),
    }
    every, seen = withdrawable[noun]
    return every.filter(inside | models.Q(pk__in=seen.order_by().values("pk")))


def history_of(row: models.Model, user: Any) -> list[Line]:
    """All that was done to a row, newest first. The row is used up: fetch it for this."""
    noun = type(row)
    changes = list(changes_of(row))
    papers = _papers_by_line(changes, evidence_for(row, user))
    return [
        Line(
            change.entry.at,
            change.entry.actor or _("Hệ thống"),
            VERBS.get(change.entry.verb, change.entry.verb),
            change.entry.reason,
            (*differences(noun, change.before, change.after, user), *_beside(change.entry, user)),
            papers.get(change.entry.number, ()),
        )
        for change in changes
    ]


def _papers_by_line(changes: Iterable[Change], links: Iterable[Evidence]) -> dict[int, tuple[Evidence, ...]]:
    """Each paper once under the line it was tied with: the one that names its passage, else the last one before it was tied."""
    newest_first = [change.entry for change in changes]
    naming = {
        tied["passage_id"]: entry.number
        for entry in newest_first
        if entry.verb == "attach_evidence"
        for tied in json.loads(entry.after)["evidence"]
    }
    found: dict[int, tuple[Evidence, ...]] = {}
    for link in links:
        before = (entry.number for entry in newest_first if entry.at <= link.added_at)
        number = naming.get(link.passage_id) or next(before, None)
        told = found.get(number or 0, ())
        if number is not None and link.passage.version.document_id not in {one.passage.version.document_id for one in told}:
            found[number] = (*told, link)
    return found


def _beside(entry: JournalEntry, user: Any) -> Iterator[Said]:
    """What a line says beside its row's columns: who was charged, and which commitments it was tied to."""
    before, after = json.loads(entry.before), json.loads(entry.after)
    if "roles" in before or "roles" in after:
        yield Said(_("đơn vị"), _parties(before.get("roles", ())), _parties(after.get("roles", ())))
    if "answers" in before or "answers" in after:
        sides = [_commitments(side.get("answers", ()), user) for side in (before, after)]
        yield Said(_("trả lời, thực hiện"), sides[0], sides[1])


def _parties(roles: Iterable[tuple[str, int]]) -> str:
    known = Organisation.objects.in_bulk([body for _capacity, body in roles])
    return "; ".join(f"{Role.Capacity(capacity).label}: {known[body]}" for capacity, body in roles if body in known) or "–"


def _commitments(keys: Iterable[int], user: Any) -> str:
    return "; ".join(str(row) for row in rows_seen_by(user, Commitment).filter(pk__in=list(keys))) or "–"
