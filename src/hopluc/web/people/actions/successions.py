"""Note that bodies passed to others (sắp xếp tổ chức bộ máy), and who takes over what they had to do."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _

from hopluc.web.journal.actions import amend, enter
from hopluc.web.people import queries
from hopluc.web.people.actions.organisations import find_or_add_organisation
from hopluc.web.people.models import Inheritance, Membership, Organisation, Succession, User


def note_succession(
    *,
    by: User | None,
    day: date,
    predecessor: Organisation,
    successor: Organisation,
    source: str,
    scope: str = Succession.Scope.ALL,
    detail: str = "",
) -> Succession:
    """Note that a body passed to another by an act (sắp xếp tổ chức bộ máy). Raises ValidationError for a body passing to itself."""
    if predecessor == successor:
        raise ValidationError({"successor": _("Đơn vị kế thừa trùng với đơn vị trước sắp xếp. Đề nghị kiểm tra lại.")})
    succession = Succession(day=day, predecessor=predecessor, successor=successor, scope=scope, detail=detail, source=source)
    return enter(succession, by=by, verb="note_succession")


@transaction.atomic
def reorganise(
    owner: Organisation,
    *,
    by: User,
    day: date,
    predecessors: Iterable[str],
    successors: Iterable[str],
    source: str,
    scope: str = Succession.Scope.ALL,
    detail: str = "",
) -> list[Succession]:
    """Note one act that passed some bodies to others (ghi nhận sắp xếp), each named as typed: several to one is a merger, one to one a
    renaming or a transfer, one to several a split, of which each takes a part.

    Raises ValidationError where several pass to several (which passed to which is not said), and for a body that is not the
    user's to pass on.
    """
    before = [find_or_add_organisation(owner, by=by, name=name) for name in predecessors]
    after = [find_or_add_organisation(owner, by=by, name=name) for name in successors]
    if len(after) == 1:  # a body named on both sides goes on: the others pass to it
        before = [body for body in before if body != after[0]] or before
    if not before or not after or (len(before) > 1 and len(after) > 1):
        told = _("Mỗi lần ghi nhiều đơn vị vào một, hoặc một đơn vị thành nhiều. Đề nghị ghi từng nhóm.")
        raise ValidationError({"successors": told})
    for body in before:
        if not _may_be_passed_on(body, owner, by):
            told = _(
                "%(body)s dùng hệ thống hoặc nằm trong danh mục chung: chính cơ quan đó, hoặc danh mục, ghi nhận việc sắp xếp của mình."
            )
            raise ValidationError({"predecessors": told % {"body": body}})
    part = Succession.Scope.FUNCTION if len(after) > 1 and scope == Succession.Scope.ALL else scope
    pairs = [(old, new) for old in before for new in after]
    return [
        note_succession(by=by, day=day, predecessor=old, successor=new, source=source, scope=part, detail=detail)
        for old, new in pairs
    ]


def _may_be_passed_on(body: Organisation, owner: Organisation, by: User) -> bool:
    """Who follows a body also sees and does what it did: so only the body itself says so, or for a body without accounts, the
    organisation that entered it.
    """
    if by.acts_for(body.pk, (Membership.Role.OFFICER, Membership.Role.SECTION_HEAD, Membership.Role.LEADER)):
        return True
    return body.owner_id == owner.pk and not body.memberships.exists()


@transaction.atomic
def withdraw_succession(succession: Succession, *, by: User, reason: str) -> Succession:
    """Take back a succession noted by mistake (rút ghi nhận sắp xếp): every heir is again who it was without it, and what was said of
    single obligations because of it holds no more.
    """
    amend(succession, by=by, verb="withdraw_succession", changes={"withdrawn_at": timezone.now()}, reason=reason)
    today = timezone.localdate()
    line = queries.line_of_bodies(today)
    for said in Inheritance.objects.filter(withdrawn_at=None).order_by("pk"):
        gone = said.predecessor_id not in line.predecessors()
        if gone or said.successor_id not in line.reached(said.predecessor_id, today):
            amend(said, by=by, verb="withdraw_heir", changes={"withdrawn_at": timezone.now()}, reason=reason)
    return succession


@transaction.atomic
def settle_heir(
    row: Model, *, by: User, predecessor: Organisation, successor: Organisation, source: str, owner: Organisation
) -> Inheritance:
    """Say which of several heirs takes over one obligation (xác định đơn vị kế thừa); what was said before is withdrawn.

    Raises ValidationError for a body that is no candidate.
    """
    today = timezone.localdate()
    if successor.pk not in queries.line_of_bodies(today).heir(predecessor.pk, today).candidates:
        told = _("%(body)s không nằm trong các đơn vị kế thừa của %(former)s. Đề nghị chọn lại.")
        raise ValidationError({"successor": told % {"body": successor, "former": predecessor}})
    kind = ContentType.objects.get_for_model(row)
    for said in Inheritance.objects.filter(content_type=kind, object_id=row.pk, predecessor=predecessor, withdrawn_at=None):
        amend(said, by=by, verb="withdraw_heir", changes={"withdrawn_at": timezone.now()}, reason=source)
    settled = Inheritance(owner=owner, row=row, predecessor=predecessor, successor=successor, source=source)
    return enter(settled, by=by, verb="settle_heir")


@transaction.atomic
def settle_heirs(
    rows: Iterable[Any], *, by: User, predecessor: Organisation, successor: Organisation, source: str
) -> list[Inheritance]:
    """Say of many obligations at once who takes them over, all of them or none. Raises ValidationError for a body that is no candidate."""
    return [
        settle_heir(row, by=by, predecessor=predecessor, successor=successor, source=source, owner=row.owner) for row in rows
    ]
