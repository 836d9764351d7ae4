"""Who owes an obligation: those charged with it, those an officer has said take it over, else who promised it or whom it is put to."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet

from hopluc.web.people.models import Inheritance
from hopluc.web.register import queries
from hopluc.web.register.models import Activity, Commitment, Role
from hopluc.web.register.obligations import Obligation


def leads_of(noun: type[Obligation], on: date, bodies: Iterable[int] | None = None) -> QuerySet[Role]:
    """The parts of those that lead rows of this noun on a day; of these bodies alone, where they are given."""
    roles = leads_of_any((noun,), on)
    return roles if bodies is None else roles.filter(organisation__in=list(bodies))


def leads_of_any(nouns: Iterable[type[Obligation]], on: date) -> QuerySet[Role]:
    """The parts of those that lead rows of any of these nouns on a day."""
    kinds = [ContentType.objects.get_for_model(noun).pk for noun in nouns]
    leading = Role.objects.filter(queries.holding(on), content_type__in=kinds, capacity=Role.Capacity.LEAD)
    roles: QuerySet[Role] = leading.order_by()
    return roles


def settled_on(noun: type[Obligation], bodies: Sequence[int]) -> Q:
    """The obligations an officer has said one of these bodies takes over."""
    said = Inheritance.objects.filter(content_type=ContentType.objects.get_for_model(noun), withdrawn_at=None)
    return Q(pk__in=said.filter(successor__in=bodies).values("object_id"))


def led_by(bodies: Iterable[int], on: date) -> Q:
    """The work one of these bodies leads, or was settled to take over."""
    own = list(bodies)
    return Q(pk__in=leads_of(Activity, on, own).values("object_id")) | settled_on(Activity, own)


def owed_by(bodies: Iterable[int], on: date) -> Q:
    """The commitments one of these bodies owes: who is charged with it; else who promised it, or whom it is put to."""
    own = list(bodies)
    by_sender = Q(kind__in=Commitment.OWED_BY_SENDER) | Q(outcome__in=Commitment.GOING_ON)
    unnamed = ~Q(pk__in=leads_of(Commitment, on).values("object_id"))
    named = Q(pk__in=leads_of(Commitment, on, own).values("object_id"))
    return (
        settled_on(Commitment, own)
        | named
        | (unnamed & ((by_sender & Q(sender__in=own)) | (~by_sender & Q(recipient__in=own))))
    )
