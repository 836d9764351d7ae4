"""Inquiries of the user's own agencies, what they wait for, and what stands as proposed."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from hopluc.web.inquiries.models import Inquiry, Item, Proposal
from hopluc.web.people.rules import WRITERS
from hopluc.web.returns.models import Return
from hopluc.web.returns.queries import answered_by, returns_seen_by
from hopluc.web.returns.rules import UNSENT
from hopluc.web.store.prepared import Prepared


def returns_of_own(user: Any) -> QuerySet[Return]:
    """The returns of the user's own agencies: what is asked inside an agency is its own."""
    rows = returns_seen_by(user)
    return rows.filter(answered_by(user.standing)) if user.is_authenticated else rows


def _answered_by(bodies: Iterable[int]) -> QuerySet[Return]:
    return Return.objects.filter(answered_by(bodies)).order_by()


def inquiries_seen_by(user: Any) -> QuerySet[Inquiry]:
    """The inquiries about the returns of the user's own agencies."""
    if not user.is_authenticated:
        return Inquiry.objects.none()
    rows = Inquiry.objects.filter(of_return__in=_answered_by(user.standing), of_return__round__withdrawn_at=None)
    return rows.select_related("of_return__round__owner", "of_return__agency", "made_by")


def inquiries_of(row: Return) -> list[Inquiry]:
    """The inquiries about a return with their items and proposals, the newest first: a few queries, however many."""
    proposals = Prefetch("proposals", Proposal.objects.select_related("taken_by").order_by("-pk"))
    items = Item.objects.select_related("part", "line", "sentence__activity").prefetch_related(proposals, "line__cells")
    rows = list(row.inquiries.select_related("made_by").prefetch_related(Prefetch("items", items)))
    for one in rows:
        one.of_return = row  # whose it is and where it stands is asked once, not for each
    return rows


def inquiry_with(sha256: str) -> Inquiry | None:
    """The inquiry whose link has that hash and still opens."""
    rows = Inquiry.objects.filter(sha256=sha256, revoked_at=None, expires_on__gte=timezone.localdate())
    rows = rows.filter(of_return__round__withdrawn_at=None)
    return rows.select_related("of_return__round__owner", "of_return__agency").first()


def locked(inquiry: Inquiry) -> Inquiry:
    """The inquiry as it now stands, held until the transaction ends."""
    return (
        Inquiry.objects.select_for_update(of=("self",))
        .select_related("of_return__round", "of_return__agency")
        .get(pk=inquiry.pk)
    )


def proposed(item: Item, inquiry: Inquiry) -> Proposal | None:
    """What stands as proposed for an item: the newest answer, unless it was taken over or sent back."""
    newest = max(item.proposals.all(), key=lambda one: one.pk, default=None)
    if newest is None or newest.taken_at is not None:
        return None
    return newest if inquiry.sent_back_at is None or newest.at > inquiry.sent_back_at else None


def pending_of(inquiry: Inquiry) -> list[Proposal]:
    """What of an inquiry waits to be taken over."""
    found = (proposed(item, inquiry) for item in inquiry.items.all())
    return [one for one in found if one is not None]


def pending_for(rows: Iterable[Inquiry]) -> dict[tuple[str, int], list[tuple[Inquiry, Proposal]]]:
    """What waits to be taken over, by the line or sentence it is for."""
    found: dict[tuple[str, int], list[tuple[Inquiry, Proposal]]] = {}
    for inquiry in rows:
        for item in inquiry.items.all():
            one = proposed(item, inquiry)
            key = item.line_id or item.sentence_id
            if one is not None and key is not None:
                found.setdefault((item.kind, key), []).append((inquiry, one))
    return found


def answered_for(user: Any) -> list[Inquiry]:
    """The answers that wait to be taken over by the user: of returns the user's agencies may still fill in."""
    writing = tuple(pk for pk, roles in user.standing.items() if not roles.isdisjoint(WRITERS))
    return [one for one in _with_answers(writing) if _unsent(one) and pending_of(one)]


@Prepared
def _with_answers(bodies: tuple[int, ...]) -> QuerySet[Inquiry, Any]:
    rows = Inquiry.objects.filter(
        of_return__in=_answered_by(bodies), of_return__round__withdrawn_at=None, answered_at__isnull=False
    )
    rows = rows.filter(Q(items__proposals__taken_at=None, items__proposals__isnull=False)).distinct()
    newest = rows.select_related("of_return__round", "of_return__agency").prefetch_related(
        "items__proposals", "of_return__steps"
    )
    return newest.order_by("answered_at")


def _unsent(inquiry: Inquiry) -> bool:
    last = max(inquiry.of_return.steps.all(), key=lambda step: step.pk, default=None)
    return (last.verb if last else None) in UNSENT
