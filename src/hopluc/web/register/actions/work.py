"""Assign tasks, note events and progress, carry over what was not done."""

from collections.abc import Iterable
from datetime import date
from typing import TypedDict, Unpack

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hopluc.web.documents.actions import EvidenceOf, tie_evidence
from hopluc.web.journal.actions import keep, record
from hopluc.web.people.actions import find_or_add_organisation
from hopluc.web.people.models import Organisation, Place, User
from hopluc.web.register.actions.roles import new_role
from hopluc.web.register.actions.rows import enter_with_evidence
from hopluc.web.register.models import Activity, Commitment, Programme, Progress, Role, Strand
from hopluc.web.register.yearly import next_due, year_after
from hopluc.web.terms import Term


class ActivityDetails(TypedDict, total=False):
    """What may be said of an activity beside its title."""

    kind: str
    number: str
    product: str
    strand: Strand | None
    parent: Activity | None
    period: Term | None
    due: Term | None
    recurrence: str
    recurrence_as_written: str
    yearly_from: date | None
    place: Place | None
    place_as_written: str
    carried_over_from: Activity | None


class TypedTask(ActivityDetails):
    """A task as typed on a page: its title and its details."""

    title: str


@transaction.atomic
def assign_task(
    programme: Programme,
    *,
    by: User | None,
    title: str,
    lead: Organisation | None = None,
    cooperating: Iterable[Organisation] = (),
    evidence: EvidenceOf = (),
    **details: Unpack[ActivityDetails],
) -> Activity:
    """Enter an assigned task or other work (giao nhiệm vụ), who leads it and who co-operates."""
    activity = Activity(programme=programme, owner=programme.owner, title=title, **details)
    activity.order = programme.activities.count() + 1
    parties = [(Role.Capacity.LEAD, lead)] if lead else []
    parties += [(Role.Capacity.COOPERATING, organisation) for organisation in cooperating]
    also = {"roles": [[capacity, organisation.pk] for capacity, organisation in parties]}
    enter_with_evidence(activity, by=by, verb="assign_task", evidence=evidence, also=also)
    _give_roles(activity, parties)
    return activity


@transaction.atomic
def assign_task_to(
    programme: Programme, *, by: User | None, lead: str, cooperating: Iterable[str], **details: Unpack[TypedTask]
) -> Activity:
    """Assign a task to organisations by their names as typed; one not known yet is entered (giao nhiệm vụ)."""
    found = [find_or_add_organisation(programme.owner, by=by, name=name) for name in cooperating]
    leading = find_or_add_organisation(programme.owner, by=by, name=lead) if lead else None
    return assign_task(programme, by=by, lead=leading, cooperating=found, **details)


@transaction.atomic
def note_event(
    programme: Programme,
    *,
    by: User | None,
    title: str,
    held: Term | None = None,
    organisers: Iterable[Organisation] = (),
    evidence: EvidenceOf = (),
    **details: Unpack[ActivityDetails],
) -> Activity:
    """Note an event (ghi nhận sự kiện) held or planned: a conference, a signing, a fair, a delegation, a course."""
    details.setdefault("kind", Activity.Kind.EVENT)
    details["period"] = held
    event = Activity(programme=programme, owner=programme.owner, title=title, **details)
    event.order = programme.activities.count() + 1
    parties = [(Role.Capacity.LEAD, organisation) for organisation in organisers]
    also = {"roles": [[capacity, organisation.pk] for capacity, organisation in parties]}
    enter_with_evidence(event, by=by, verb="note_event", evidence=evidence, also=also)
    _give_roles(event, parties)
    return event


def _give_roles(activity: Activity, parties: list[tuple[Role.Capacity, Organisation]]) -> None:
    for order, (capacity, organisation) in enumerate(parties, start=1):
        role = new_role(activity, capacity=capacity, organisation=organisation, order=order)
        keep(role)


class ProgressDetails(TypedDict, total=False):
    """What may be said of progress beside how it stands: what happened, and what it cannot go on without."""

    text: str
    waits_for_activity: Activity | None
    waits_for_commitment: Commitment | None


@transaction.atomic
def note_progress(
    row: Activity | Commitment,
    *,
    by: User | None,
    on: date,
    said: str,
    evidence: EvidenceOf = (),
    **details: Unpack[ProgressDetails],
) -> Progress:
    """Note how an activity or commitment stands on a day (cập nhật diễn biến), as a document or an officer says it.

    Raises ValidationError for a day to come: what is not yet cannot be noted; and for what waits for itself.
    """
    if on > timezone.localdate():
        raise ValidationError({"on": _("Ngày ghi nhận không thể sau hôm nay. Đề nghị kiểm tra lại ngày.")})
    field = "activity" if isinstance(row, Activity) else "commitment"
    progress = Progress(owner_id=row.owner_id, on=on, said=said, **{field: row}, **details)
    if said == Progress.Said.DONE and row.yearly_from is not None:
        progress.closes_on = next_due(row, row.progress.all())
        assert progress.closes_on is not None, "a yearly duty has a next day"
        progress.next_due_on = year_after(progress.closes_on, row.yearly_from)
    return enter_with_evidence(progress, by=by, verb="note_progress", evidence=evidence)


@transaction.atomic
def carry_over(
    activity: Activity, *, by: User | None, period: Term, title: str = "", reason: str = "", evidence: EvidenceOf = ()
) -> Activity:
    """Carry an activity over into another period (chuyển tiếp), with the parties it has; the old one stays as it was."""
    later = Activity(
        programme_id=activity.programme_id,
        owner_id=activity.owner_id,
        strand_id=activity.strand_id,
        kind=activity.kind,
        number=activity.number,
        title=title or activity.title,
        product=activity.product,
        recurrence=activity.recurrence,
        recurrence_as_written=activity.recurrence_as_written,
        order=activity.order,
        carried_over_from=activity,
    )
    later.period = period
    enter_with_evidence(later, by=by, verb="carry_over", evidence=evidence, also={"reason": reason})
    parties = [
        (Role.Capacity(role.capacity), role.organisation)
        for role in activity.roles.select_related("organisation").order_by("order")
        if role.organisation is not None and role.until is None
    ]
    _give_roles(later, parties)
    return later


@transaction.atomic
def set_answers(
    row: Activity | Commitment, *, by: User | None, answers: Iterable[Commitment], evidence: EvidenceOf = ()
) -> Activity | Commitment:
    """Say which commitments an activity or a conclusion answers (gắn với kiến nghị, kết luận)."""
    before = sorted(row.answers.values_list("pk", flat=True))
    row.answers.set(answers)
    tie_evidence(row, by=by, evidence=evidence)
    after = sorted(row.answers.values_list("pk", flat=True))
    record(by, "set_answers", row, before={"answers": before}, after={"answers": after})
    return row
