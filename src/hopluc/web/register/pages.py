"""What the page of one row shows: an activity, an agreement, a commitment or petition, each with what it rests on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Model, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hopluc.web.documents.models import Evidence
from hopluc.web.documents.queries import evidence_of
from hopluc.web.measures.queries import figures_about
from hopluc.web.measures.tables import figure_lines
from hopluc.web.people.heirs import Today, today_of
from hopluc.web.register import queries, rules, states
from hopluc.web.register.concern import Concern, concern_of
from hopluc.web.register.history import lines_about
from hopluc.web.register.joining import tellings_of, whole_passages
from hopluc.web.register.lists import WORK, time_left
from hopluc.web.register.models import Activity, Agreement, Commitment, Role
from hopluc.web.register.obligations import owed_commitments, state_of_obligation, with_commitment_parts
from hopluc.web.register.petition_desk import charged_with, similar_petitions
from hopluc.web.register.queries import Asker
from hopluc.web.store.prepared import Prepared

LONGEST_CHAIN = 12


@dataclass(frozen=True)
class Deed:
    """Something the user may do to a row: its address by name, and its label."""

    name: str
    label: Any
    first: bool = False


@dataclass(frozen=True)
class Step:
    """A row in a chain (what came before or after), with its state where it has one."""

    row: Model
    label: Any
    state: states.State | None = None
    current: bool = False


def activities_shown_to(user: Any) -> QuerySet[Activity]:
    """The activities a user sees, each with what its page tells of it."""
    return states.with_progress(queries.activities_seen_by(user).select_related("programme", "strand", "place", "parent"))


def activity_shown_to(user: Any, key: int) -> list[Activity]:
    """The one of these activities that has this key, if there is."""
    return _activity_of(queries.asker_of(user), key)


@Prepared
def _activity_of(asker: Asker, key: int) -> QuerySet[Activity, Any]:
    return activities_shown_to(asker).filter(pk=key)


def activity_page(user: Any, row: Activity) -> dict[str, Any]:
    """The page of a task or another activity, one of `activities_shown_to` the user."""
    on = timezone.localdate()
    progress = list(row.progress.all())
    roles = queries.roles_of(row)
    figures = figures_about(row)
    answered = _answered_by(row.pk)
    tellings = tellings_of(row)
    things = [one.thing for one in tellings]
    ground = _ground(user, row, [*progress, *roles, *figures, *answered, *things], told=[*progress, *figures, *tellings])
    return {
        "state": states.state_of(row, on, telling_late=concern_of(user, on).reaches(row)),
        "progress": list(reversed(progress)),
        "roles": roles,
        "heirs": _heirs(row, roles, on),
        "lines": figure_lines(figures),
        "chain": list(_carried(user, row, on)),
        "answered": answered,
        "parts": _parts_of(row.pk),
        "tellings": [(one, whole_passages(ground["evidence"].get(one.thing, []))) for one in tellings],
        "is_work": row.kind in WORK,
        "may_say": rules.can_say_about(user, row),
        "deeds": list(_deeds(user, row)),
        **ground,
    }


@Prepared
def _answered_by(activity: int) -> QuerySet[Commitment, Any]:
    return Commitment.objects.filter(activities_answering=activity, withdrawn_at=None)


@Prepared
def _parts_of(activity: int) -> QuerySet[Activity, Any]:
    return Activity.objects.filter(parent=activity, withdrawn_at=None)


def agreement_page(user: Any, agreement: Agreement) -> dict[str, Any]:
    """The page of an agreement: parties, term, contents, targets with how much is owed."""
    commitments = list(agreement.commitments.filter(withdrawn_at=None).prefetch_related("observations__indicator"))
    roles, figures = queries.roles_of(agreement), figures_about(agreement)
    owed = [figure for commitment in commitments for figure in commitment.observations.all() if figure.withdrawn_at is None]
    on = timezone.localdate()
    return {
        "today": on,
        "roles": roles,
        "heirs": _heirs(agreement, roles, on),
        "lines": figure_lines(figures),
        "contents": [row for row in commitments if row.kind == Commitment.Kind.OBLIGATION],
        "targets": [row for row in commitments if row.kind == Commitment.Kind.TARGET],
        "others": [row for row in commitments if row.kind not in (Commitment.Kind.OBLIGATION, Commitment.Kind.TARGET)],
        "deeds": list(_deeds(user, agreement)),
        **_ground(user, agreement, [*commitments, *roles, *figures, *owed]),
    }


def commitment_page(user: Any, commitment: Commitment) -> dict[str, Any]:
    """The page of a petition or another commitment: from whom, to whom, what was answered, what became of it."""
    on = timezone.localdate()
    row = states.with_answers(
        Commitment.objects.filter(pk=commitment.pk).select_related(
            "programme", "strand", "agreement", "document", "sender", "recipient"
        )
    ).get()
    progress, figures = list(row.progress.all()), figures_about(row)
    chain = list(_answers(user, row, on))
    owed = with_commitment_parts(owed_commitments(Commitment.objects.filter(pk=row.pk))).first()
    roles = queries.roles_of(row)
    concern = concern_of(user, on)
    return {
        "is_petition": row.kind == Commitment.Kind.PETITION,
        "sees_programme": row.programme is not None and queries.programmes_seen_by(user).contains(row.programme),
        **(_petition(user, row, concern) if row.kind == Commitment.Kind.PETITION else {}),
        "state": state_of_obligation(owed, on, telling_late=concern.reaches(owed)) if owed else None,
        "progress": list(reversed(progress)),
        "roles": roles,
        "heirs": _heirs(row, roles, on, row.recipient_id, row.sender_id),
        "lines": figure_lines(figures),
        "figures": figures,
        "chain": chain,
        "deeds": list(_deeds(user, row)),
        **_ground(user, row, [*progress, *figures, *(step.row for step in chain)], told=[*progress, *figures]),
    }


def _heirs(row: Model, roles: Iterable[Role], on: date, *parties: int | None) -> dict[int, Today]:
    """Who stands today in the place of the bodies a page names."""
    return today_of(row, [*(role.organisation_id for role in roles), *parties], on)


def _petition(user: Any, petition: Commitment, concern: Concern) -> dict[str, Any]:
    """What is shown of a petition alone: its time, who is charged with it, and how others were answered alike."""
    on = concern.on
    return {
        "left": time_left(petition, on, concern),
        "charged": charged_with([petition], on)[petition.pk],
        "similar": similar_petitions(user, petition, on),
    }


def _ground(user: Any, row: Model, rows: list[Model], told: Iterable[Model] = ()) -> dict[str, Any]:
    """What the page and all on it rest on, and what was done to the row and to what is `told` of it."""
    evidence = evidence_of([row, *rows], user)
    return {"evidence": evidence, "quotes": _once(evidence.get(row, [])), "history": lines_about(row, *told)}


def _once(links: list[Evidence]) -> list[Evidence]:
    """Each passage once, in the order it was tied."""
    return list({link.passage_id: link for link in links}.values())


def _carried(user: Any, activity: Activity, on: date) -> Iterator[Step]:
    """The chain the activity was carried over along, from the first period to the last, as far as the user may see it."""
    seen = states.with_progress(queries.activities_seen_by(user))
    before: list[Activity] = []
    earlier = activity.carried_over_from_id
    while earlier is not None and len(before) < LONGEST_CHAIN:
        row = seen.filter(pk=earlier).first()
        if row is None:
            break
        before.insert(0, row)
        earlier = row.carried_over_from_id
    after: list[Activity] = []
    last = activity
    while len(after) < LONGEST_CHAIN and last.carried_over_to.all():  # those the user may see or not, fetched with the row
        row = seen.filter(carried_over_from=last).first()
        if row is None:
            break
        after.append(row)
        last = row
    if before or after:
        concern = concern_of(user, on)
        for row in [*before, activity, *after]:
            state = states.state_of(row, on, telling_late=concern.reaches(row))
            yield Step(row, row.period or row.due or _("không rõ thời gian"), state, row == activity)


def _answers(user: Any, commitment: Commitment, on: date) -> Iterator[Step]:
    """Petition, conclusions that answer it, work given for either: each as far as the user may see it."""
    seen = queries.commitments_seen_by(user)
    asked = list(seen.filter(answered_by=commitment))
    given = list(seen.filter(answers=commitment).order_by("made_on", "pk"))
    work = states.with_progress(queries.activities_seen_by(user).filter(answers__in=[commitment, *given]).distinct())
    if not (asked or given or work):
        return
    for row in [*asked, commitment, *given]:
        yield Step(row, row.get_kind_display(), current=row == commitment)
    concern = concern_of(user, on)
    for task in work:
        yield Step(task, task.get_kind_display(), states.state_of(task, on, telling_late=concern.reaches(task)))


def _deeds(user: Any, row: Activity | Agreement | Commitment) -> Iterator[Deed]:
    """What the user may do to the row, the first one first."""
    if isinstance(row, Commitment) and rules.can_answer_petition(user, row):
        yield Deed("register:answer_petition", _("Gắn văn bản trả lời"), first=True)
    if isinstance(row, Activity) and rules.can_note_progress(user, row):
        yield Deed("register:note_progress", _("Cập nhật kết quả"), first=True)
    if isinstance(row, Commitment) and rules.can_note_progress(user, row):
        yield Deed("register:note_commitment_progress", _("Cập nhật tình hình"))
    if isinstance(row, Commitment) and rules.can_charge_petition(user, row):
        yield Deed("register:note_arrival", _("Ghi ngày đến"))
        yield Deed("register:charge_petition", _("Ghi đơn vị giải quyết"))
    noun = row._meta.model_name
    if not isinstance(row, Agreement) and rules.can_note_progress(user, row):
        yield Deed(f"agenda:assign_{noun}", _("Phân công xử lý"))
    if rules.can_write(user, row):
        if isinstance(row, Activity):
            yield Deed("register:carry_over", pgettext_lazy("act", "Chuyển tiếp"))
        yield Deed(f"register:add_{noun}_evidence", _("Gắn minh chứng"))
        yield Deed(f"register:correct_{noun}", _("Sửa"))
        yield Deed(f"register:withdraw_{noun}", _("Rút khỏi sổ"))
