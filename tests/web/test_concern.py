"""Lateness is told only to whom it concerns: who keeps the programme, who gave or asked, who owes. Others see how far it has come."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

import factories
from hopluc.web.people.actions import note_succession
from hopluc.web.people.models import Organisation
from hopluc.web.register import actions, lists, obligations
from hopluc.web.register.concern import ALL, concern_of
from hopluc.web.register.models import Activity, Commitment, Programme
from hopluc.web.register.states import Code
from hopluc.web.terms import Term

LATE = "Quá hạn"


@pytest.fixture
def programme(standing: Organisation, member: Organisation, elsewhere: Organisation) -> Programme:
    """A programme two other agencies have a part in."""
    programme = factories.a_programme(standing, "Chương trình hợp tác thành phố Vĩnh Hà")
    for body in (member, elsewhere):
        actions.appoint(programme, by=None, capacity="cooperating", organisation=body)
    return programme


@pytest.fixture
def late(programme: Programme, member: Organisation) -> Activity:
    return factories.a_task(programme, lead=member, due=timezone.localdate() - timedelta(3), title="Việc đã quá hạn")


def codes_of(row: Activity | Commitment, user: object) -> set[str]:
    """How a row stands for a user, as the page tells it and as the database derives it: one code when they agree."""
    on = timezone.localdate()
    concern = concern_of(user, on)
    work = isinstance(row, Activity)
    rows = lists.with_parts(Activity.objects.all()) if work else obligations.with_commitment_parts(Commitment.objects.all())
    told = obligations.state_of_obligation(rows.get(pk=row.pk), on, telling_late=concern.reaches(rows.get(pk=row.pk)))
    derived = (
        obligations.with_activity_code(Activity.objects.all(), on, concern.of_work())
        if work
        else obligations.with_commitment_code(Commitment.objects.all(), on, concern.of_commitments())
    )
    return {str(told.code), *(code for code in Code.values if derived.filter(pk=row.pk, code=code).exists())}


def test_late_work_is_late_for_the_keeper_and_the_lead_and_for_nobody_else(late, officer, colleague, stranger):
    assert [codes_of(late, user) for user in (officer, colleague, stranger)] == [{"overdue"}, {"overdue"}, {"not_started"}]


def test_others_are_told_what_was_last_said(late, stranger):
    actions.note_progress(late, by=None, on=date(2026, 1, 5), said="blocked")

    assert codes_of(late, stranger) == {"blocked"}


@pytest.mark.parametrize("capacity", ["standing", "approver"])
def test_lateness_concerns_who_keeps_or_approved_the_programme(late, programme, elsewhere, stranger, capacity):
    actions.appoint(programme, by=None, capacity=capacity, organisation=elsewhere)

    assert codes_of(late, stranger) == {"overdue"}


@pytest.mark.parametrize(("kind", "part"), [("petition", "recipient"), ("petition", "sender"), ("instruction", "recipient")])
def test_a_late_commitment_concerns_its_two_sides(programme, elsewhere, colleague, stranger, kind, part):
    due = Term.on(timezone.localdate() - timedelta(9))
    row = actions.add_commitment(
        programme, by=None, kind=kind, text="Bố trí quỹ đất", due=due, made_on=date(2026, 1, 1), **{part: elsewhere}
    )

    third = {"petition": {"unanswered"}, "instruction": {"not_started"}}[kind]
    assert [codes_of(row, user) for user in (stranger, colleague)] == [{"overdue"}, third]


def test_what_a_body_took_over_whole_concerns_it(late, member, elsewhere, stranger):
    note_succession(by=None, predecessor=member, successor=elsewhere, day=date(2025, 7, 1), source="Nghị quyết sắp xếp")

    assert codes_of(late, stranger) == {"overdue"}


def test_pages_tell_lateness_to_whom_it_concerns(late, programme, officer, stranger, signed_in):
    pages = [
        late.get_absolute_url(),
        f"{reverse('register:programme', args=[programme.pk])}?phan=nhiem-vu",
        f"{reverse('register:ledger')}?loai=viec",
        reverse("register:programmes"),
    ]
    shown = {user: [signed_in(user).get(page).content.decode() for page in pages] for user in (officer, stranger)}

    telling = {
        user: [LATE.lower() in page.lower().replace("việc đã quá hạn", "") for page in found] for user, found in shown.items()
    }
    assert telling == {officer: [True, True, True, True], stranger: [False, False, False, False]}


def test_who_sees_only_its_own_programmes_is_asked_nothing_more(late, officer):
    assert concern_of(officer, timezone.localdate()).everything
    assert ALL.reaches(late)
