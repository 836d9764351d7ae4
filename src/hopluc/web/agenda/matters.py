"""All that one person has open in an agency (việc đang xử lý): what they are charged with, what they began, for whom they stand in.

A document, a return, a round or a link belongs to the agency; it is in the hands of whoever began it, or was last handed it.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Exists, Model, OuterRef, Q, QuerySet
from django.utils import timezone

from hopluc.web.agenda.models import Assignment, HandedItem, HandOver
from hopluc.web.consultation.models import Asked, Comment, Consultation
from hopluc.web.documents.models import Document
from hopluc.web.intake.models import Finding
from hopluc.web.people.models import Membership, Organisation, User
from hopluc.web.people.queries import inherited_by
from hopluc.web.returns.models import Return, ReturnLink, Round, Step
from hopluc.web.returns.queries import answered_by, with_verb
from hopluc.web.store.prepared import Prepared

_DONE_WITH = (Step.Verb.SENT, Step.Verb.RECEIVED)


@dataclass(frozen=True)
class Matters:
    """What a person has open in an agency, by its kind."""

    assignments: tuple[Assignment, ...] = ()
    documents: tuple[Any, ...] = ()
    returns: tuple[Any, ...] = ()
    rounds: tuple[Round, ...] = ()
    links: tuple[ReturnLink, ...] = ()
    consultations: tuple[Consultation, ...] = ()
    opinions: tuple[Asked, ...] = ()
    standing_in: tuple[Membership, ...] = ()
    deputies: tuple[Membership, ...] = ()

    @property
    def items(self) -> tuple[Model, ...]:
        """What belongs to the agency and is only in this person's hands."""
        return (*self.documents, *self.returns, *self.rounds, *self.links, *self.consultations)

    @property
    def to_confirm(self) -> int:
        """How many facts read in the documents wait for a word."""
        return sum(document.awaiting for document in self.documents)

    @property
    def to_check(self) -> int:
        """How many points to check in them are open."""
        return sum(document.checks for document in self.documents)

    def __len__(self) -> int:
        return len(self.assignments) + len(self.items) + len(self.opinions) + len(self.standing_in)


def matters_of(person: User, agency: Organisation) -> Matters:
    """Everything the person has open in the agency today."""
    today = timezone.localdate()
    held = Assignment.objects.filter(Q(until=None) | Q(until__gte=today), user=person, owner=agency)
    lent = Membership.objects.filter(Q(until=None) | Q(until__gte=today), organisation=agency)
    lent = lent.exclude(deputises=None).select_related("user", "deputises")
    return Matters(
        assignments=tuple(held.select_related("activity", "commitment").order_by("pk")),
        documents=tuple(_waiting(Document.objects.filter(pk__in=_in_hand(person, agency, Document)))),
        returns=tuple(_unsent(Return.objects.filter(pk__in=_in_hand(person, agency, Return)))),
        rounds=tuple(_unfinished(Round.objects.filter(pk__in=_in_hand(person, agency, Round)))),
        links=tuple(_open(ReturnLink.objects.filter(pk__in=_in_hand(person, agency, ReturnLink)))),
        consultations=tuple(
            Consultation.objects.filter(pk__in=_in_hand(person, agency, Consultation), closed_at=None).select_related("draft")
        ),
        opinions=tuple(opinions_of(person, agency)),
        standing_in=tuple(lent.filter(user=person)),
        deputies=tuple(lent.filter(deputises=person)),
    )


def opinions_of(person: User, agency: Organisation) -> QuerySet[Asked]:
    """Where the person is asked inside the agency and has said nothing yet, also once the place there has ended."""
    said = Comment.objects.filter(asked=OuterRef("pk"), withdrawn_at=None)
    asked = Asked.objects.filter(~Exists(said), user=person, organisation=agency, agreed_at=None, consultation__closed_at=None)
    return asked.select_related("consultation__draft").order_by("pk")


def handed_to(user: Any) -> list[Model]:
    """What was handed over to the account and is still open."""
    given = _given_to(user.pk)
    agencies = {item.hand_over.owner for item in given}
    items = {(item.content_type_id, item.object_id) for item in given}
    in_hand = (thing for agency in agencies for thing in matters_of(user, agency).items)
    return [thing for thing in in_hand if (ContentType.objects.get_for_model(thing).pk, thing.pk) in items]


@Prepared
def _given_to(taker: int) -> QuerySet[HandedItem, Any]:
    given = HandedItem.objects.filter(hand_over__taker=taker, hand_over__undone_at=None)
    return given.select_related("hand_over__owner")


def hand_overs_seen_by(user: Any) -> QuerySet[HandOver]:
    """The hand-overs of the agencies the user acts in or administers."""
    if not user.is_authenticated:
        return HandOver.objects.none()
    rows = HandOver.objects.filter(Q(owner__in=list(user.standing)) | Q(owner__in=user.administered))
    return rows.select_related("owner", "giver", "taker", "by")


def places_seen_by(user: Any) -> QuerySet[Membership]:
    """The places in the agencies the user acts in or administers, each held in one's own right."""
    if not user.is_authenticated:
        return Membership.objects.none()
    rows = Membership.objects.filter(Q(organisation__in=list(user.standing)) | Q(organisation__in=user.administered))
    return rows.filter(deputises=None).select_related("user", "organisation")


def _in_hand(person: User, agency: Organisation, noun: type[Model]) -> set[int]:
    """What the person began, with what was handed to them since, without what they handed on: in the order it was done."""
    held = set(_begun(person, agency)[noun])
    kind = ContentType.objects.get_for_model(noun)
    moved = HandedItem.objects.filter(content_type=kind, hand_over__owner=agency, hand_over__undone_at=None)
    moved = moved.filter(Q(hand_over__giver=person) | Q(hand_over__taker=person)).order_by("hand_over_id")
    for key, taker in moved.values_list("object_id", "hand_over__taker"):
        (held.add if taker == person.pk else held.discard)(key)
    return held


def _begun(person: User, agency: Organisation) -> dict[type[Model], Iterable[int]]:
    held = Return.objects.filter(answered_by(inherited_by(agency.pk, timezone.localdate()))).order_by()
    returns = Step.objects.filter(by=person, of_return__in=held).values_list("of_return", flat=True)
    links = ReturnLink.objects.filter(Q(agency=agency) | Q(round__owner=agency), made_by=person)
    return {
        Document: Document.objects.filter(owner=agency, versions__added_by=person).values_list("pk", flat=True),
        Return: returns,
        Round: Round.objects.filter(owner=agency, opened_by=person).values_list("pk", flat=True),
        ReturnLink: links.values_list("pk", flat=True),
        Consultation: Consultation.objects.filter(owner=agency, opened_by=person).values_list("pk", flat=True),
    }


def _waiting(documents: QuerySet[Document]) -> QuerySet[Any]:
    """Those in which something waits for an officer's word, with how much (`awaiting`) and how many points to check (`checks`)."""
    open_ = Q(versions__findings__state__in=Finding.OPEN)
    check = Q(versions__findings__kind=Finding.CHECK)
    counted = documents.filter(withdrawn_at=None).annotate(
        awaiting=Count("versions__findings", filter=open_ & ~check), checks=Count("versions__findings", filter=open_ & check)
    )
    return counted.filter(Q(awaiting__gt=0) | Q(checks__gt=0)).order_by("pk")


def _unsent(returns: QuerySet[Return]) -> QuerySet[Any]:
    rows: QuerySet[Any] = with_verb(returns.filter(round__withdrawn_at=None)).exclude(verb__in=_DONE_WITH)
    return rows.select_related("round", "agency").order_by("pk")


def _unfinished(rounds: QuerySet[Round]) -> QuerySet[Round]:
    received = Step.objects.filter(of_return=OuterRef("pk"), verb=Step.Verb.RECEIVED)
    waiting = Return.objects.filter(~Exists(received), round=OuterRef("pk"), number=1)
    return rounds.filter(Exists(waiting), withdrawn_at=None).order_by("pk")


def _open(links: QuerySet[ReturnLink]) -> QuerySet[ReturnLink]:
    still = links.filter(revoked_at=None, expires_on__gte=timezone.localdate(), round__withdrawn_at=None)
    return still.select_related("round", "agency").order_by("pk")


def kinds_of(things: Collection[Model]) -> dict[str, int]:
    """How many things there are of each kind, for the journal."""
    names = [str(thing._meta.model_name) for thing in things]
    return {name: names.count(name) for name in dict.fromkeys(names)}
