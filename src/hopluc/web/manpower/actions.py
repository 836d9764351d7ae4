"""Plan, approve, report trips; state needs, offer courses, note who was trained; note conferences and publications exchanged."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hopluc.vietnamese import nfc
from hopluc.web.documents.models import Document
from hopluc.web.journal.actions import amend, enter
from hopluc.web.manpower.models import Course, Delegation, Member, ReportTerm, TrainingNeed
from hopluc.web.manpower.queries import TRAINED, figures_about, figures_of, report_due
from hopluc.web.measures.actions import correct_observation, find_or_add_indicator, record_observation, withdraw_observation
from hopluc.web.measures.figures import Figure
from hopluc.web.measures.models import Observation
from hopluc.web.people.actions import find_or_add_organisation, find_or_add_person
from hopluc.web.people.models import Organisation, User
from hopluc.web.register import actions as register
from hopluc.web.register.models import Activity, Commitment, Programme, ProgrammeDocument, Progress
from hopluc.web.terms import Term

EXCHANGED = {
    Activity.Kind.EVENT: ("Đại biểu dự hội nghị, hội thảo", "lượt người"),
    Activity.Kind.PUBLICATION: ("Ấn phẩm trao đổi", "ấn phẩm"),
}
"""What is counted of a conference and of an exchange of publications: the name of its indicator, and its unit."""
COUNTED = EXCHANGED | {Activity.Kind.COURSE: TRAINED, Activity.Kind.DELEGATION: TRAINED}
"""The same of every kind of activity kept here."""


def state_need(programme: Programme, *, by: User | None, agency: Organisation, **said: Any) -> TrainingNeed:
    """State how many people an agency needs trained in a field in a year (ghi nhu cầu đào tạo)."""
    need = TrainingNeed(owner=programme.owner, programme=programme, agency=agency, **said)
    return enter(need, by=by, verb="state_need")


def correct_need(need: TrainingNeed, *, by: User, **changes: Any) -> TrainingNeed:
    """Correct a need (sửa nhu cầu)."""
    return amend(need, by=by, verb="correct_need", changes=changes)


def withdraw_need(need: TrainingNeed, *, by: User, reason: str) -> TrainingNeed:
    """Take a need back (rút nhu cầu)."""
    return amend(need, by=by, verb="withdraw_need", changes={"withdrawn_at": timezone.now()}, reason=reason)


@transaction.atomic
def offer_course(
    programme: Programme, *, by: User | None, title: str, held: Term, host: str = "", place: str = "", **details: Any
) -> Activity:
    """Enter a course (ghi khóa đào tạo): an activity of the register with its host and time; `details` as of `keep_course`."""
    hosts = [find_or_add_organisation(programme.owner, by=by, name=host)] if host else []
    course = register.note_event(
        programme, by=by, title=nfc(title), held=held, organisers=hosts, kind=Activity.Kind.COURSE, place_as_written=place
    )
    return keep_course(course, by=by, **details)


@transaction.atomic
def keep_course(
    course: Activity,
    *,
    by: User | None,
    field: str = "",
    level: str = "",
    places: Figure | None = None,
    targets: Iterable[Commitment] = (),
) -> Activity:
    """Say of a course its field, its level, how many places it offers, and towards which targets its people count (sửa khóa đào tạo)."""
    said = {"field": nfc(field), "level": level} if level else {"field": nfc(field)}
    known = Course.objects.filter(activity=course).first()
    if known is None:
        enter(Course(activity=course, **said), by=by, verb="keep_course")
    else:
        amend(known, by=by, verb="keep_course", changes=said)
    _count(course, by=by, figure=places, of=TRAINED, stage=Observation.Stage.PLAN, field=field)
    for figure in figures_about([course.pk], TRAINED).exclude(field=nfc(field)):
        correct_observation(figure, by=by, changes={"field": nfc(field)})
    chosen = sorted(target.pk for target in targets)
    kept = course.answers.exclude(kind=Commitment.Kind.TARGET)
    if sorted(course.answers.filter(kind=Commitment.Kind.TARGET).values_list("pk", flat=True)) != chosen:
        register.set_answers(course, by=by, answers=[*kept, *Commitment.objects.filter(pk__in=chosen)])
    return course


def note_trained(course: Activity, *, by: User | None, people: Figure) -> Activity:
    """Note how many people a course trained (ghi kết quả khóa). Raises ValidationError before it has begun."""
    if course.period_first and course.period_first > timezone.localdate():
        raise ValidationError({"people": _("Khóa đào tạo chưa bắt đầu. Đề nghị ghi kết quả sau khi tổ chức.")})
    known = Course.objects.filter(activity=course).first()
    _count(course, by=by, figure=people, of=TRAINED, stage=Observation.Stage.ACTUAL, field=known.field if known else "")
    return course


def _count(
    activity: Activity, *, by: User | None, figure: Figure | None, of: tuple[str, str], stage: str, field: str = ""
) -> None:
    """Keep one figure of a stage about an activity: record it, correct it, or take it out where none is told any more."""
    name, unit = of
    known = figures_of([activity.pk], of, stage).get(activity.pk)
    if figure is None:
        if known is not None and by is not None:
            withdraw_observation(known, by=by, reason=_("Không còn số liệu."))
    elif known is None:
        indicator = find_or_add_indicator(activity.owner, by=by, name=name, unit=unit)
        record_observation(
            indicator, by=by, figure=figure, about=activity, stage=stage, period=activity.period, field=nfc(field)
        )
    elif known.figure != figure or known.field != nfc(field):
        correct_observation(known, by=by, figure=figure, changes={"field": nfc(field)})


@transaction.atomic
def note_exchange(
    programme: Programme,
    *,
    by: User | None,
    kind: str,
    title: str,
    held: Term,
    host: str = "",
    place: str = "",
    quantity: Figure | None = None,
) -> Activity:
    """Note a conference or an exchange of publications (ghi hội nghị, hội thảo, trao đổi ấn phẩm), with how many there were."""
    hosts = [find_or_add_organisation(programme.owner, by=by, name=host)] if host else []
    made = register.note_event(
        programme, by=by, title=nfc(title), held=held, organisers=hosts, kind=kind, place_as_written=place
    )
    _count(made, by=by, figure=quantity, of=EXCHANGED[Activity.Kind(kind)], stage=Observation.Stage.ACTUAL)
    return made


@transaction.atomic
def set_report_term(programme: Programme, *, by: User, **said: Any) -> ReportTerm:
    """Set in how many days after its return a trip is reported (đặt hạn báo cáo); trips that still owe one follow it."""
    term = enter(ReportTerm(programme=programme, **said), by=by, verb="set_report_term")
    for trip in Delegation.objects.filter(activity__programme=programme, report=None).select_related("activity", "duty"):
        owe_report(trip, by=by)
    return term


@transaction.atomic
def plan_delegation(
    programme: Programme, *, by: User | None, title: str, held: Term, place: str = "", **details: Any
) -> Delegation:
    """Plan a delegation (lập kế hoạch đoàn công tác): an activity of the register, and what is a delegation's own."""
    activity = register.note_event(
        programme, by=by, title=nfc(title), held=held, kind=Activity.Kind.DELEGATION, place_as_written=place
    )
    return take_up_delegation(activity, by=by, **details)


def take_up_delegation(activity: Activity, *, by: User | None, agency: Organisation, **details: Any) -> Delegation:
    """Keep a delegation that was read in a document like one planned here (theo dõi đoàn công tác)."""
    return enter(Delegation(activity=activity, agency=agency, **details), by=by, verb="plan_delegation")


@transaction.atomic
def correct_delegation(trip: Delegation, *, by: User, title: str, held: Term, place: str = "", **changes: Any) -> Delegation:
    """Correct a delegation, its purpose, place and time among it (sửa đoàn công tác); what it owes follows."""
    named = trip.members.filter(withdrawn_at=None).count()
    if changes.get("people", trip.people) < named:
        raise ValidationError({"people": _("Đoàn đã ghi họ tên %d người. Đề nghị kiểm tra lại số thành viên.") % named})
    amend(trip, by=by, verb="correct_delegation", changes=changes)
    register.correct(trip.activity, by=by, changes={"title": nfc(title), "period": held, "place_as_written": place})
    return trip


@transaction.atomic
def approve_delegation(trip: Delegation, *, by: User, approved_on: date, approval: Document | None = None) -> Delegation:
    """Note that a delegation is approved (ghi nhận đã duyệt), by which paper; from then on its report is owed."""
    _refuse_to_come("approved_on", approved_on)
    trip = _as_it_stands(trip, "approved_on")
    amend(trip, by=by, verb="approve_delegation", changes={"approved_on": approved_on, "approval": approval})
    return owe_report(trip, by=by)


@transaction.atomic
def note_return(trip: Delegation, *, by: User, returned_on: date) -> Delegation:
    """Note the day a trip ended (ghi đã đi): its report is due from there."""
    _refuse_to_come("returned_on", returned_on)
    begun = trip.activity.period_first
    if begun and returned_on < begun:
        raise ValidationError({"returned_on": _("Ngày kết thúc trước ngày đi. Đề nghị kiểm tra lại hai ngày.")})
    amend(trip, by=by, verb="note_return", changes={"returned_on": returned_on})
    register.note_progress(trip.activity, by=by, on=returned_on, said=Progress.Said.DONE)
    return owe_report(trip, by=by)


@transaction.atomic
def call_off_delegation(trip: Delegation, *, by: User, reason: str) -> Delegation:
    """Note that a delegation will not go (không đi): nothing is owed of it any more."""
    today = timezone.localdate()
    amend(trip, by=by, verb="call_off_delegation", changes={"called_off_on": today}, reason=reason)
    register.note_progress(trip.activity, by=by, on=today, said=Progress.Said.STOPPED, text=nfc(reason))
    if trip.duty is not None:
        register.withdraw(trip.duty, by=by, reason=reason)
    return trip


def owe_report(trip: Delegation, *, by: User | None) -> Delegation:
    """Put the report of an approved trip among what its agency owes, or move its day, as the term in force on the return says.

    Nothing is owed of a trip that is not approved, is reported or called off, nor where no term or no day of return is known.
    """
    settled = trip.report_id or trip.called_off_on or trip.approved_on is None
    due = None if settled else report_due(trip)
    if due is None:
        return trip
    if trip.duty is not None:
        if trip.duty.due_last != due:
            register.correct(trip.duty, by=by, changes={"due": Term.on(due)})
        return trip
    programme = trip.activity.programme
    assert programme is not None, "a delegation is of a programme"
    duty = register.add_commitment(
        programme,
        by=by,
        kind=Commitment.Kind.OBLIGATION,
        text=f"Báo cáo kết quả chuyến công tác: {trip.activity.title}"[:2_000],
        sender=trip.agency,
        recipient=programme.owner if programme.owner_id != trip.agency_id else None,
        made_on=trip.approved_on,
        due=Term.on(due),
    )
    return amend(trip, by=by, verb="owe_report", changes={"duty": duty})


@transaction.atomic
def file_report(trip: Delegation, *, by: User, report: Document, reported_on: date) -> Delegation:
    """File the report of a trip (nộp báo cáo chuyến đi): it closes what is owed, and belongs to the programme's documents.

    Raises ValidationError for a day before the return or to come.
    """
    _refuse_to_come("reported_on", reported_on)
    if trip.returned_on is None or reported_on < trip.returned_on:
        raise ValidationError({"reported_on": _("Ngày nộp báo cáo trước ngày kết thúc chuyến đi. Đề nghị kiểm tra lại.")})
    trip = _as_it_stands(trip, "report_id")
    amend(trip, by=by, verb="file_report", changes={"report": report, "reported_on": reported_on})
    if trip.duty is not None:
        register.note_progress(trip.duty, by=by, on=reported_on, said=Progress.Said.DONE, text=str(report))
    programme = trip.activity.programme
    assert programme is not None, "a delegation is of a programme"
    register.link_document(programme, by=by, document=report, part=ProgrammeDocument.Part.REPORT)
    return trip


@transaction.atomic
def take_back_report(trip: Delegation, *, by: User, reason: str) -> Delegation:
    """Take a report back that was filed by mistake (rút báo cáo): it is owed again."""
    amend(trip, by=by, verb="take_back_report", changes={"report": None, "reported_on": None}, reason=reason)
    if trip.duty is not None:
        closing = trip.duty.progress.filter(said=Progress.Said.DONE, withdrawn_at=None).order_by("-on", "-pk").first()
        if closing is not None:
            register.withdraw(closing, by=by, reason=reason)
    return owe_report(trip, by=by)


@transaction.atomic
def name_member(trip: Delegation, *, by: User, name: str, honorific: str = "", post: str = "") -> Member:
    """Name who goes (ghi thành viên đoàn). Raises ValidationError where all are named already."""
    if trip.members.filter(withdrawn_at=None).count() >= trip.people:
        told = _("Đoàn có %d thành viên và đã ghi đủ họ tên. Đề nghị sửa số thành viên trước.")
        raise ValidationError({"name": told % trip.people})
    person = find_or_add_person(trip.activity.owner, by=by, name=nfc(name), honorific=honorific)
    return enter(Member(delegation=trip, person=person, post=nfc(post)), by=by, verb="name_member")


def take_off_member(member: Member, *, by: User, reason: str) -> Member:
    """Take a name off a delegation (rút thành viên)."""
    return amend(member, by=by, verb="take_off_member", changes={"withdrawn_at": timezone.now()}, reason=reason)


def follow_activity(row: Any, by: User | None) -> None:
    """What is kept of an activity here follows it in the register: moved with its time, withdrawn with it."""
    if not isinstance(row, Activity) or row.kind not in COUNTED:
        return
    for figure in figures_about([row.pk], COUNTED[Activity.Kind(row.kind)]):
        if row.withdrawn_at is not None:
            withdraw_observation(figure, by=by, reason=_("Hoạt động đã rút khỏi sổ theo dõi."))
        elif figure.period != row.period:
            correct_observation(figure, by=by, changes={"period": row.period})
    trip = Delegation.objects.filter(activity=row).select_related("duty", "activity").first()
    if trip is None:
        return
    if row.withdrawn_at is None:
        owe_report(trip, by=by)
    elif trip.duty is not None and trip.duty.withdrawn_at is None and not trip.report_id:
        register.withdraw(trip.duty, by=by, reason=_("Đoàn công tác đã rút khỏi sổ theo dõi."))


def _as_it_stands(trip: Delegation, unsaid: str) -> Delegation:
    """The trip as it is now, locked. Raises ValidationError where what is to be noted was noted meanwhile."""
    now = Delegation.objects.select_for_update(of=("self",)).get(pk=trip.pk)
    if getattr(now, unsaid) is not None:
        raise ValidationError(_("Đoàn công tác này vừa được cập nhật. Đề nghị tải lại trang."))
    return now


def _refuse_to_come(name: str, day: date) -> None:
    if day > timezone.localdate():
        raise ValidationError({name: _("Ngày này chưa đến. Đề nghị kiểm tra lại ngày.")})
