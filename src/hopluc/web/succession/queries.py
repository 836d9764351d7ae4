"""The acts of reorganisation that concern a user, and the obligations and open returns of bodies that passed to several: whose they are
now is a question for an officer, answered of one or of many at once, never by default.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from hopluc.succession import Line
from hopluc.web.people.models import Inheritance, Organisation, Succession
from hopluc.web.people.queries import line_of_bodies
from hopluc.web.people.rules import WRITERS
from hopluc.web.register import obligations, queries, states
from hopluc.web.register.models import Activity, Commitment, Role
from hopluc.web.register.obligations import Obligation
from hopluc.web.returns.models import Return, Round, Step
from hopluc.web.returns.queries import agencies_asked

MOST_QUESTIONS = 200
SLUGS: Mapping[type[Any], str] = {Activity: "nhiem-vu", Commitment: "cam-ket", Round: "ky-bao-cao"}


@dataclass(frozen=True)
class Question:
    """An open obligation, or an open round in which a body is asked: the body, and those among whom its heir is."""

    row: Obligation | Round
    predecessor: Organisation
    candidates: tuple[Organisation, ...]

    @property
    def slug(self) -> str:
        """How a page names the row: its kind and key."""
        return f"{SLUGS[type(self.row)]}-{self.row.pk}"

    @property
    def address(self) -> str:
        """Where its heir alone is named."""
        return reverse(f"succession:settle_{self.row._meta.model_name}", args=[self.row.pk, self.predecessor.pk])

    @property
    def title(self) -> str:
        if isinstance(self.row, Round):
            return _("Báo cáo trong kỳ: %(round)s") % {"round": self.row}
        return str(self.row)

    @property
    def due(self) -> date | None:
        return self.row.due_on if isinstance(self.row, Round) else obligations.last_day(self.row)


@dataclass(frozen=True)
class OfBody:
    """What is asked of one body that passed to several, the first due first."""

    predecessor: Organisation
    candidates: tuple[Organisation, ...]
    questions: tuple[Question, ...]


def questions_for(user: Any, on: date) -> list[Question]:
    """The open obligations of the user's own programmes, and the returns not yet received in its rounds, whose heir is not certain and not
    settled: those due first before the others.
    """
    line = line_of_bodies(on)
    uncertain = _uncertain(line, on)
    if not uncertain or not user.is_authenticated:
        return []
    settled = set(Inheritance.objects.filter(withdrawn_at=None).values_list("content_type", "object_id", "predecessor"))
    bodies = Organisation.objects.in_bulk({*uncertain, *(pk for heirs in uncertain.values() for pk in heirs)})
    found = []
    for row, predecessor in _owed(user, uncertain, on):
        key = (ContentType.objects.get_for_model(row).pk, row.pk, predecessor)
        closed = not isinstance(row, Round) and obligations.state_of_obligation(row, on).code in obligations.CLOSED
        if key not in settled and not closed:
            found.append(Question(row, bodies[predecessor], tuple(bodies[pk] for pk in uncertain[predecessor])))
    return sorted(found, key=lambda one: (one.due or date.max, one.row.pk))[:MOST_QUESTIONS]


def questions_to_settle(user: Any, on: date) -> list[Question]:
    """Of these questions, those the user answers: of what the agencies own that it writes for."""
    return [one for one in questions_for(user, on) if user.acts_for(one.row.owner_id, WRITERS)]


def by_body(questions: Iterable[Question]) -> list[OfBody]:
    """The questions of each body together: many are answered at once."""
    found: dict[int, list[Question]] = {}
    for one in questions:
        found.setdefault(one.predecessor.pk, []).append(one)
    return [OfBody(many[0].predecessor, many[0].candidates, tuple(many)) for many in found.values()]


def _uncertain(line: Line[int], on: date) -> dict[int, tuple[int, ...]]:
    """The bodies without a certain heir, and their candidates."""
    passed = Succession.objects.filter(predecessor__isnull=False, day__lte=on, withdrawn_at=None)
    heirs = {pk: line.heir(pk, on) for pk in set(passed.values_list("predecessor", flat=True)) if pk is not None}
    return {pk: heir.candidates for pk, heir in heirs.items() if heir.certain is None}


def _owed(user: Any, bodies: Iterable[int], on: date) -> Iterable[tuple[Obligation | Round, int]]:
    """What these bodies owe in programmes the user's organisations own, and in its rounds, each with the body."""
    own = list(user.standing)
    work = queries.activities_seen_by(user).filter(owner__in=own)
    leading = Role.objects.filter(
        queries.holding(on), capacity=Role.Capacity.LEAD, organisation__in=bodies, of_activity__in=work
    )
    led = {role.object_id: role.organisation_id for role in leading}
    for activity in states.with_progress(work.filter(pk__in=led)):
        yield activity, led[activity.pk] or 0
    promised = queries.commitments_seen_by(user).filter(owner__in=own)
    for commitment in obligations.with_commitment_parts(obligations.owed_commitments(promised)):
        debtor = commitment.debtor
        if debtor is not None and debtor.pk in bodies:
            yield commitment, debtor.pk
    asked = Return.objects.filter(round__owner__in=own, round__withdrawn_at=None, agency__in=bodies)
    received = asked.filter(steps__verb=Step.Verb.RECEIVED).values("pk")
    for row in asked.filter(number=1).exclude(pk__in=received).select_related("round").order_by("pk"):
        yield row.round, row.agency_id


def acts_concerning(user: Any) -> QuerySet[Succession]:
    """The successions of bodies that have a part in the user's own programmes, or that the user's organisations entered; newest first."""
    own = list(user.standing)
    parts = Role.objects.filter(owner__in=own).values("organisation")
    acts = Succession.objects.filter(predecessor__isnull=False, withdrawn_at=None)
    known = acts.filter(predecessor__in=parts) | acts.filter(predecessor__owner__in=own) | acts.filter(successor__in=own)
    return known.distinct().select_related("predecessor", "successor").order_by("-day", "pk")


def body(key: int) -> Organisation | None:
    """The body of this key."""
    return Organisation.objects.filter(pk=key).first()


def candidates_for(former: Organisation, on: date) -> QuerySet[Organisation]:
    """Those among whom the heir of a body is, on a day."""
    return Organisation.objects.filter(pk__in=line_of_bodies(on).heir(former.pk, on).candidates)


def bodies_owing(row: Obligation | Round) -> set[Organisation]:
    """The bodies that owe an obligation or are asked in a round, as they were."""
    if isinstance(row, Round):
        return set(agencies_asked(row))
    if isinstance(row, Commitment):
        return {row.debtor} if row.debtor is not None else set()
    leads = row.roles.filter(capacity=Role.Capacity.LEAD, organisation__isnull=False).select_related("organisation")
    return {role.organisation for role in leads if role.organisation is not None}
