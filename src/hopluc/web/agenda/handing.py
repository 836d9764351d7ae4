"""Hand over all that a person has open in an agency to a successor, in one act; and undo it."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hopluc.web.agenda.actions import assign
from hopluc.web.agenda.matters import Matters, kinds_of, matters_of, opinions_of
from hopluc.web.agenda.models import Assignment, HandedItem, HandOver
from hopluc.web.agenda.rules import UNDONE_WITHIN
from hopluc.web.journal.actions import amend, enter
from hopluc.web.people.actions import close_account, end_membership, end_place
from hopluc.web.people.models import Membership, User

Moves = dict[str, list[list[int | None]]]


@transaction.atomic
def hand_over(place: Membership, *, by: User, taker: User, then: str = HandOver.Then.KEPT, reason: str = "") -> HandOver:
    """Hand over all a person has open in the organisation of a place to a colleague (bàn giao), all of it or nothing.

    What they are charged with is the colleague's from now on, and so are the places in which they stand in for others; what is in
    their hands waits in the colleague's Việc của tôi. `then` keeps the account, ends this place, or closes the account. Raises
    ValidationError where that would leave the organisation without an administrator.
    """
    giver, agency = place.user, place.organisation
    found = matters_of(giver, agency)
    act = HandOver(owner=agency, giver=giver, taker=taker, by=by, then=then, reason=reason)
    act.moves = {
        "assignments": _reassign(found, by=by, taker=taker),
        "opinions": _ask_instead(found, by=by, taker=taker),
        "places": _stand_in(found, by=by, taker=taker),
        "deputies": _end_deputies(found, by=by) if then != HandOver.Then.KEPT else [],
    }
    enter(act, by=by, verb="hand_over", reason=reason, also={"items": kinds_of(found.items)})
    HandedItem.objects.bulk_create(HandedItem(hand_over=act, thing=thing) for thing in found.items)
    if then == HandOver.Then.PLACE_ENDED:
        end_place(place, by=by, reason=reason)
    elif then == HandOver.Then.ACCOUNT_CLOSED:
        close_account(giver, by=by, reason=reason)
    return act


def _reassign(found: Matters, *, by: User, taker: User) -> list[list[int | None]]:
    moved: list[list[int | None]] = []
    for held in found.assignments:
        row = held.activity or held.commitment
        assert row is not None, "an assignment is of one thing"
        moved.append([held.pk, assign(row, by=by, user=taker, agency=held.owner).pk])
    return moved


def _ask_instead(found: Matters, *, by: User, taker: User) -> list[list[int | None]]:
    """The opinions the person was asked for are asked of the colleague, but where the colleague is asked already."""
    moved: list[list[int | None]] = []
    for asked in found.opinions:
        if not asked.consultation.asked.filter(user=taker).exists():
            amend(asked, by=by, verb="ask_instead", changes={"user": taker})
            moved.append([asked.pk, asked.pk])
    return moved


def _stand_in(found: Matters, *, by: User, taker: User) -> list[list[int | None]]:
    """The places held for others go on in the colleague, but not for oneself and not in a role the colleague has."""
    today = timezone.localdate()
    moved: list[list[int | None]] = []
    for lent in found.standing_in:
        end = lent.until
        end_membership(lent, by=by, until=today - timedelta(1))
        has = taker.memberships.holding(today).filter(organisation=lent.organisation, role=lent.role).exists()
        new = None
        if lent.deputises_id != taker.pk and not has:
            since = max(today, lent.since) if lent.since else today
            new = Membership(
                user=taker, organisation=lent.organisation, role=lent.role, since=since, until=end, deputises=lent.deputises
            )
            enter(new, by=by, verb="deputise")
        moved.append([lent.pk, new.pk if new else None])
    return moved


def _end_deputies(found: Matters, *, by: User) -> list[list[int | None]]:
    yesterday = timezone.localdate() - timedelta(1)
    for lent in found.deputies:
        end_membership(lent, by=by, until=yesterday)
    return [[lent.pk, None] for lent in found.deputies]


@transaction.atomic
def undo_hand_over(act: HandOver, *, by: User, reason: str = "") -> HandOver:
    """Give back what a hand-over moved, where nothing else has become of it since (hoàn tác bàn giao).

    The account comes back by its own page, with a new password. Raises ValidationError while it is closed or has no place in the
    agency, and after some days.
    """
    locked = HandOver.objects.select_for_update(of=("self",)).get(pk=act.pk)
    if locked.undone_at is not None or timezone.now() - locked.at > UNDONE_WITHIN:
        raise ValidationError(_("Bàn giao này đã hoàn tác hoặc đã quá 07 ngày. Đề nghị bàn giao lại theo chiều ngược."))
    if not User.objects.get(pk=locked.giver_id).is_active:
        raise ValidationError(_("Tài khoản của bên giao đã dừng. Đề nghị mở lại tài khoản trước, rồi hoàn tác."))
    today = timezone.localdate()
    if not locked.giver.memberships.holding(today).filter(organisation=locked.owner_id, deputises=None).exists():
        raise ValidationError(_("Bên giao không còn vai trò ở cơ quan. Đề nghị thêm lại vai trò trước, rồi hoàn tác."))
    yesterday = today - timedelta(1)
    for old, new in locked.moves.get("assignments", []):
        held = Assignment.objects.filter(pk=new, until=None).first()
        if held is not None:
            amend(held, by=by, verb="end_assignment", changes={"until": yesterday})
            amend(Assignment.objects.get(pk=old), by=by, verb="assign", changes={"until": None})
    _ask_again(locked, by=by)
    for _lent, new in locked.moves.get("places", []):
        place = Membership.objects.filter(pk=new).first()
        if place is not None and place.holds(today):
            end_membership(place, by=by, until=yesterday)
    amend(locked, by=by, verb="undo_hand_over", changes={"undone_at": timezone.now()}, reason=reason)
    return locked


def _ask_again(act: HandOver, *, by: User) -> None:
    """Ask the giver again for the opinions the taker has not given yet."""
    keys = [new for _old, new in act.moves.get("opinions", [])]
    for asked in opinions_of(act.taker, act.owner).filter(pk__in=keys):
        amend(asked, by=by, verb="ask_instead", changes={"user": act.giver})
