"""The petition desk (bàn kiến nghị): one answering letter for many petitions, who is charged, and how others were answered alike.

It works when the one that is asked never signs in: the letter that came by post or through the office's document system is enough.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet

from hopluc.web.documents.models import Document
from hopluc.web.documents.queries import version_shown
from hopluc.web.people.models import Organisation
from hopluc.web.people.queries import certain_heirs
from hopluc.web.people.rules import WRITERS
from hopluc.web.register import queries, states
from hopluc.web.register.models import Commitment, Role
from hopluc.web.register.resembling import Resemblance, resembling
from hopluc.web.register.states import Code, State

MOST_COMPARED = 2_000
MOST_PARAGRAPHS = 8
ANSWERS_IT = 0.2
"""How much a paragraph of a letter must share with a petition to be offered as its answer."""
_ITEM = re.compile(
    r"(?:\d{1,2}|[IVX]{1,5}|[a-zđ])[.)]\s|(?:Về|Đối với) (?:kiến nghị|đề xuất|nội dung|đề nghị)|Kiến nghị \d", re.IGNORECASE
)
_GREETING = re.compile(r"^[ \t]*Kính gửi\b[^\n]*(?:\n[ \t]*[-+•][^\n]*)*", re.IGNORECASE | re.MULTILINE)
_FOOT = re.compile(r"^[ \t]*Nơi nhận\b", re.IGNORECASE | re.MULTILINE)
_END = re.compile(r"(?:Nơi nhận|Trân trọng|Trên đây là)", re.IGNORECASE)


@dataclass(frozen=True)
class Similar:
    """Another petition that asks nearly the same, how alike it is and by which words, and how it was answered."""

    row: Commitment
    alike: Resemblance
    state: State
    answers: tuple[Commitment, ...]
    seen: bool


@dataclass(frozen=True)
class Stretch:
    """The part of a letter that answers a petition, as offered: from where to where, and how much it shares with the petition."""

    start: int
    end: int
    text: str
    alike: Resemblance


@dataclass(frozen=True)
class Charged:
    """A body charged with a petition, and who has since taken its place."""

    role: Role
    heir: Organisation | None


def open_petitions(user: Any, on: date, letter: Document | None = None) -> list[Commitment]:
    """The petitions still open that the user may file an answer to, those put to the letter's issuer first, then the oldest."""
    writing = [pk for pk, roles in user.standing.items() if roles & WRITERS]
    rows = queries.petitions_seen_by(user).filter(Q(owner__in=writing) | Q(recipient__in=writing))
    rows = states.with_petition_code(rows, on).exclude(code=Code.ANSWERED)
    found = list(rows.select_related("recipient", "sender", "programme").order_by("made_on", "pk")[:MOST_COMPARED])
    if letter is not None and letter.issuer_id is not None:
        found.sort(key=lambda row: row.recipient_id != letter.issuer_id)
    return found


def answers_offered(letter: Document, petitions: Sequence[Commitment]) -> dict[int, Stretch]:
    """For each petition the part of the letter that seems to answer it; a petition the letter says nothing of is left out."""
    version = version_shown(letter)
    if version is None:
        return {}
    paragraphs = list(_paragraphs(version.text))
    texts = {place: version.text[start:end] for place, (start, end) in enumerate(paragraphs)}
    offered: dict[int, Stretch] = {}
    for petition in petitions:
        best = resembling(petition.text, texts, floor=ANSWERS_IT, most=1)
        if best:
            start, end = _whole_answer(version.text, paragraphs, best[0].key)
            offered[petition.pk] = Stretch(start, end, version.text[start:end].strip(), best[0])
    return offered


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The paragraphs of a letter's own words: what stands above and in "Kính gửi", and below "Nơi nhận", answers nothing."""
    greeting, foot = _GREETING.search(text), _FOOT.search(text)
    start = greeting.end() if greeting else 0
    end = foot.start() if foot and foot.start() > start else len(text)
    for found in re.compile(r"[^\n]+").finditer(text, start, end):
        if found[0].strip():
            yield found.span()


def _whole_answer(text: str, paragraphs: Sequence[tuple[int, int]], place: int) -> tuple[int, int]:
    """From the paragraph that takes the petition up to the one before the next item."""
    start, end = paragraphs[place]
    for following in paragraphs[place + 1 : place + MOST_PARAGRAPHS]:
        said = text[slice(*following)].strip()
        if _ITEM.match(said) or _END.match(said):
            break
        end = following[1]
    return start, end


def similar_petitions(user: Any, petition: Commitment, on: date) -> list[Similar]:
    """Petitions that ask nearly the same, of this place and of others: those the user sees, and those in public documents."""
    seen = queries.petitions_seen_by(user)
    told = Commitment.objects.filter(
        kind=Commitment.Kind.PETITION, withdrawn_at=None, document__circulation=Document.Circulation.PUBLIC
    )
    rows: QuerySet[Commitment] = Commitment.objects.filter(Q(pk__in=seen.values("pk")) | Q(pk__in=told.values("pk")))
    texts = dict(rows.exclude(pk=petition.pk).order_by("-pk").values_list("pk", "text")[:MOST_COMPARED])
    alike = {one.key: one for one in resembling(petition.text, texts)}
    found = {row.pk: row for row in states.with_answers(rows.filter(pk__in=list(alike)).select_related("sender", "recipient"))}
    visible = set(seen.filter(pk__in=list(alike)).values_list("pk", flat=True))
    return [_similar(found[key], one, on, seen=key in visible) for key, one in alike.items() if key in found]


def _similar(row: Commitment, alike: Resemblance, on: date, *, seen: bool) -> Similar:
    public = Document.Circulation.PUBLIC
    answers = states.answers_by(row, on)
    told = tuple(a for a in answers if seen or (a.document is not None and a.document.circulation == public))
    return Similar(row, alike, states.state_of_petition(row, on), told, seen)


def charged_with(petitions: Sequence[Commitment], on: date) -> dict[int, list[Charged]]:
    """Who is charged with each petition and who co-operates, in order, each with who stands in its place on a day."""
    roles = Role.objects.filter(
        queries.holding(on),
        content_type=ContentType.objects.get_for_model(Commitment),
        object_id__in=[petition.pk for petition in petitions],
        capacity__in=(Role.Capacity.LEAD, Role.Capacity.COOPERATING),
    )
    found = list(roles.select_related("organisation", "person").order_by("order", "pk"))
    heirs = certain_heirs({role.organisation_id for role in found if role.organisation_id}, on)
    charged: dict[int, list[Charged]] = {petition.pk: [] for petition in petitions}
    for role in found:
        charged[role.object_id].append(Charged(role, heirs.get(role.organisation_id or 0)))
    return charged


def recipients_of(programmes: QuerySet[Any]) -> QuerySet[Organisation]:
    """The bodies that petitions of these programmes are put to."""
    asked = Commitment.objects.filter(kind=Commitment.Kind.PETITION, programme__in=programmes, withdrawn_at=None)
    return Organisation.objects.filter(pk__in=asked.order_by().values("recipient").distinct()).only("name")
