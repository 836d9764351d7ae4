"""The steps of a return: up inside the agency, out of it, received or asked to be completed; a late correction as the next version.

Each takes the return's row for itself, looks again where it stands, and only then goes on: of many who receive it one does.
"""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hopluc.web.journal.actions import enter
from hopluc.web.people.models import User
from hopluc.web.returns import queries
from hopluc.web.returns.contents import content_of
from hopluc.web.returns.models import Return, Step
from hopluc.web.returns.rules import FROM, verb_of

Verb = Step.Verb


class NotNow(ValidationError):
    """A step that cannot be taken from where the return stands: somebody has gone on with it meanwhile."""


def held_for(row: Return, verb: str) -> Return:
    """The return as it now stands, held until the transaction ends. Raises NotNow where the step cannot be taken from there."""
    held = queries.locked(row)
    stands = verb_of(held)
    if stands not in FROM[Verb(verb)]:
        told = _(
            "Báo cáo hiện ở bước “%(stands)s” nên chưa thực hiện được việc này. Nội dung đã lưu được giữ nguyên; đề nghị tải lại trang."
        )
        raise NotNow(told % {"stands": Verb(stands).label if stands else _("Chưa gửi")})
    return held


def take_step(
    row: Return,
    verb: str,
    *,
    by: User | None,
    way: str = Step.Way.PAGE,
    said_by: str = "",
    note: str = "",
    answer_by: date | None = None,
    also: dict[str, Any] | None = None,
    at: datetime | None = None,
) -> Step:
    """Write that a step was taken with a return that is held, just now unless it is said when."""
    step = Step(
        of_return=row, verb=verb, way=way, at=at or timezone.now(), by=by, said_by=said_by, note=note, answer_by=answer_by
    )
    return enter(step, by=by, verb=f"return_{verb}", also=also)


@transaction.atomic
def put_up(row: Return, *, by: User, to: str, note: str = "") -> Step:
    """Put a return up inside the agency (trình): to the section's head (`to_section`) or the leader (`to_leader`)."""
    assert to in {Verb.TO_SECTION, Verb.TO_LEADER}, "up is to the head of the section or to the leader"
    return take_step(held_for(row, to), to, by=by, note=note)


@transaction.atomic
def hand_back(row: Return, *, by: User, note: str) -> Step:
    """Hand a return back inside the agency to be completed (chuyển lại)."""
    return take_step(held_for(row, Verb.BACK), Verb.BACK, by=by, note=note)


@transaction.atomic
def send(row: Return, *, by: User | None, way: str = Step.Way.PAGE, said_by: str = "", note: str = "") -> Step:
    """Send a return to the agency that asked (gửi báo cáo). Raises ValidationError where nothing is said to have arisen, and something told."""
    held = held_for(row, Verb.SENT)
    both = [str(part.part) for part in content_of(held).parts if part.contradicts_itself]
    if both:
        told = _(
            "Phần “%(parts)s” vừa có nội dung, vừa đánh dấu Không phát sinh. Đề nghị bỏ dấu hoặc xóa nội dung rồi gửi lại."
        )
        raise ValidationError(told % {"parts": "”, “".join(both)})
    late = timezone.localdate() > held.round.due_on
    return take_step(held, Verb.SENT, by=by, way=way, said_by=said_by, note=note, also={"late": late})


@transaction.atomic
def take_back(row: Return, *, by: User, note: str = "") -> Step:
    """Take back a return that was sent and is not received yet (rút bản gửi)."""
    return take_step(held_for(row, Verb.TAKEN_BACK), Verb.TAKEN_BACK, by=by, note=note)


@transaction.atomic
def ask_to_complete(row: Return, *, by: User, note: str, answer_by: date | None = None) -> Step:
    """Ask the agency to complete its return (đề nghị bổ sung, hoàn thiện), saying what; the rest is kept."""
    return take_step(held_for(row, Verb.ASKED), Verb.ASKED, by=by, note=note, answer_by=answer_by)
