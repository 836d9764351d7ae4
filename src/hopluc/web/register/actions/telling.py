"""Say whether what a paper tells is about a task."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from hopluc.web.journal.actions import amend, enter
from hopluc.web.measures.models import Observation
from hopluc.web.people.models import User
from hopluc.web.register.joining import belongs_to, named_task
from hopluc.web.register.models import Activity, Statement, Telling


@transaction.atomic
def say_about(
    activity: Activity, *, by: User | None, thing: Statement | Observation, is_about: bool, by_name: bool = False
) -> Telling:
    """Say that a statement or a figure tells of a task (gắn với nhiệm vụ), or that it does not: the last word holds.

    Raises ValidationError for what is of another programme, or withdrawn.
    """
    if thing.withdrawn_at is not None or activity.withdrawn_at is not None or not belongs_to(thing, activity):
        raise ValidationError(_("Nội dung này không thuộc chương trình của nhiệm vụ hoặc đã được rút. Đề nghị tải lại trang."))
    which = {"statement" if isinstance(thing, Statement) else "observation": thing}
    known = Telling.objects.select_for_update(of=("self",)).filter(activity=activity, **which).order_by("pk").first()
    if known is None:
        row = Telling(activity=activity, is_about=is_about, by_name=by_name, said_by=by, **which)
        return enter(row, by=by, verb="say_about")
    return amend(known, by=by, verb="say_about", changes={"is_about": is_about, "by_name": by_name, "said_by": by})


@transaction.atomic
def join_named(thing: Statement | Observation, *, by: User | None) -> Telling | None:
    """Join what is told to the one task whose whole title it holds; None where it names none, or an officer has spoken already."""
    found = named_task(thing)
    if found is None or thing.tellings.exists():
        return None
    return say_about(found, by=by, thing=thing, is_about=True, by_name=True)
