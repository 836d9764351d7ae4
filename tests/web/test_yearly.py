"""Duties due each year: the next day is derived, a year's fulfilment closes that year alone; page and database say the same."""

from datetime import date

import pytest
from django.db.models import F
from django.urls import reverse
from django.utils import timezone

import factories
from hopluc.web.agenda.queries import agenda_of
from hopluc.web.intake.actions import confirm
from hopluc.web.people.models import Organisation
from hopluc.web.register import actions as register
from hopluc.web.register import obligations, states
from hopluc.web.register.models import Activity, Commitment, Progress
from hopluc.web.register.yearly import first_due, year_after
from hopluc.web.terms import Term

FIRST = date(2024, 12, 15)


@pytest.fixture
def duty(standing: Organisation, member: Organisation) -> Activity:
    """Due by 15 December of each year from 2024 to 2026."""
    programme = factories.a_programme(standing)
    register.appoint(programme, by=None, capacity="cooperating", organisation=member)
    return factories.a_task(
        programme, lead=member, title="Báo cáo kết quả", yearly_from=FIRST, period=Term.between("2024", "2026")
    )


def stands(duty: Activity, on: date) -> tuple[str, date | None]:
    """How it stands on a day, and what is due next; the database must say the same."""
    row = states.with_progress(Activity.objects.filter(pk=duty.pk)).get()
    said = (states.state_of(row, on).code.value, states.last_day_of(row, on))
    rows = states.with_code(Activity.objects.filter(pk=duty.pk), on).annotate(found=F("code"), day=F("last_day"))
    assert rows.values_list("found", "day").get() == said
    return said


def done(duty: Activity, on: date) -> Progress:
    return register.note_progress(duty, by=None, on=on, said="done", text="Đã gửi báo cáo.")


def test_the_first_years_day_is_due_and_is_late_after_it(duty):
    assert stands(duty, date(2024, 12, 1)) == ("standing", FIRST)
    assert stands(duty, date(2024, 12, 15)) == ("standing", FIRST)
    assert stands(duty, date(2024, 12, 16)) == ("overdue", FIRST)


def test_done_closes_that_year_and_the_next_is_due(duty):
    closing = done(duty, date(2024, 12, 10))

    assert (closing.closes_on, closing.next_due_on) == (FIRST, date(2025, 12, 15))
    assert stands(duty, date(2024, 12, 9)) == ("standing", FIRST)
    assert stands(duty, date(2024, 12, 20)) == ("standing", date(2025, 12, 15))
    assert stands(duty, date(2025, 12, 16)) == ("overdue", date(2025, 12, 15))


def test_what_was_late_is_closed_first(duty):
    done(duty, date(2026, 1, 5))

    assert stands(duty, date(2026, 1, 6)) == ("overdue", date(2025, 12, 15))


def test_what_is_said_meanwhile_holds_until_the_day(duty):
    done(duty, date(2024, 12, 10))
    register.note_progress(duty, by=None, on=date(2025, 11, 1), said="in_progress")

    assert stands(duty, date(2025, 11, 2)) == ("in_progress", date(2025, 12, 15))
    assert stands(duty, date(2025, 12, 16)) == ("overdue", date(2025, 12, 15))


def test_the_last_year_of_its_period_closes_the_duty(duty):
    for day in (date(2024, 12, 10), date(2025, 12, 10), date(2026, 11, 20)):
        done(duty, day)

    assert stands(duty, date(2026, 11, 21)) == ("done", date(2027, 12, 15))


def test_a_duty_that_is_stopped_is_owed_no_more(duty):
    register.note_progress(duty, by=None, on=date(2024, 12, 1), said="stopped")

    assert stands(duty, date(2025, 1, 1)) == ("stopped", FIRST)


def test_a_closing_that_is_withdrawn_closes_nothing(duty):
    register.withdraw(done(duty, date(2024, 12, 10)), by=None, reason="Ghi nhầm")

    assert stands(duty, date(2024, 12, 20)) == ("overdue", FIRST)


def test_work_done_once_is_closed_once_and_for_all(duty):
    once = factories.a_task(duty.programme, due=date(2024, 12, 15))

    closing = done(once, date(2024, 12, 10))

    assert (closing.closes_on, closing.next_due_on, stands(once, date(2026, 1, 1))[0]) == (None, None, "done")


def test_the_agenda_and_the_ledger_tell_the_next_day(duty, colleague, signed_in):
    done(duty, date(2024, 12, 10))
    done(duty, date(2025, 12, 10))

    (soon,) = agenda_of(colleague, date(2026, 12, 10)).soon
    (late,) = agenda_of(colleague, date(2026, 12, 20)).overdue

    assert (soon.row, soon.day, late.row, late.state.late_days) == (duty, date(2026, 12, 15), duty, 3)
    assert [line.day for line in signed_in(colleague).get(reverse("register:ledger")).context["lines"]] == [date(2026, 12, 15)]


@pytest.fixture
def promise(duty: Activity, member: Organisation) -> Commitment:
    """Owed by 15 December of each year from 2024 to 2026."""
    return register.add_commitment(
        duty.programme,
        by=None,
        kind="obligation",
        text="Cử chuyên gia sang làm việc",
        sender=member,
        yearly_from=FIRST,
        period=Term.between("2024", "2026"),
    )


def promise_stands(promise: Commitment, on: date) -> tuple[str, date | None]:
    """How it stands on a day, and what is due next; the database must say the same."""
    row = obligations.with_commitment_parts(Commitment.objects.filter(pk=promise.pk)).get()
    said = (obligations.state_of_obligation(row, on).code.value, obligations.last_day(row, on))
    rows = obligations.with_commitment_code(Commitment.objects.filter(pk=promise.pk), on)
    assert rows.annotate(found=F("code"), day=F("last_day")).values_list("found", "day").get() == said
    return said


def test_a_promise_of_each_year_is_closed_year_by_year(promise):
    before = [promise_stands(promise, day) for day in (date(2024, 12, 1), date(2024, 12, 16))]
    closing = register.note_progress(promise, by=None, on=date(2024, 12, 20), said="done")
    after = [promise_stands(promise, day) for day in (date(2024, 12, 21), date(2025, 12, 16))]
    for day in (date(2025, 12, 10), date(2026, 11, 20)):
        register.note_progress(promise, by=None, on=day, said="done")

    assert before == [("standing", FIRST), ("overdue", FIRST)]
    assert (closing.closes_on, closing.next_due_on) == (FIRST, date(2025, 12, 15))
    assert after == [("standing", date(2025, 12, 15)), ("overdue", date(2025, 12, 15))]
    assert promise_stands(promise, date(2026, 11, 21)) == ("done", date(2027, 12, 15))


def test_a_promise_of_each_year_that_is_under_way_or_stopped_is_told_so(promise):
    register.note_progress(promise, by=None, on=date(2024, 11, 1), said="in_progress")
    assert promise_stands(promise, date(2024, 11, 2)) == ("in_progress", FIRST)

    register.note_progress(promise, by=None, on=date(2024, 12, 1), said="stopped")
    assert promise_stands(promise, date(2025, 12, 1)) == ("stopped", FIRST)


def test_a_promise_made_once_is_closed_once(promise):
    register.correct(promise, by=None, changes={"yearly_from": None, "due": Term.on(FIRST)})
    closing = register.note_progress(promise, by=None, on=FIRST, said="done")

    assert (closing.next_due_on, promise_stands(promise, date(2026, 1, 1))) == (None, ("done", FIRST))


def test_the_agenda_tells_the_next_day_of_a_promise(promise, duty, colleague):
    register.withdraw(duty, by=None, reason="Không thuộc phép thử này")
    for day in (date(2024, 12, 10), date(2025, 12, 10)):
        register.note_progress(promise, by=None, on=day, said="done")

    (soon,) = agenda_of(colleague, date(2026, 12, 10)).soon

    assert (soon.row, soon.day, soon.state.code.value) == (promise, date(2026, 12, 15), "standing")


@pytest.mark.parametrize(
    ("content", "months"),
    [("Trao đổi thông tin trước ngày 30/11 hằng năm", (11, 30)), ("Trao đổi thông tin hằng năm", None)],
)
def test_a_content_read_in_an_agreement_is_owed_each_year(content, months, standing, officer):
    programme = factories.a_programme(standing)
    value = {"title": "Thỏa thuận hợp tác", "parties": ["Sở Mẫu", "Viện Mẫu"], "contents": [content]}
    finding = factories.a_finding(
        factories.a_version(standing, f"Hai bên: {content}."), "agreement", value, programme=programme
    )

    confirm(finding, by=officer)

    today = timezone.localdate()
    expected = None
    if months:
        this_year = date(today.year, *months)
        expected = this_year if this_year >= today else date(today.year + 1, *months)
    assert [one.yearly_from for one in Commitment.objects.filter(kind="obligation")] == [expected]


def test_an_officer_says_that_a_promise_is_owed_each_year(promise, officer, signed_in):
    address = reverse("register:correct_commitment", args=[promise.pk])
    form = signed_in(officer).get(address).context["form"]
    sent = {name: form[name].value() or "" for name in form.fields} | {"yearly_from": "2026-12-01", "reason": "Theo thỏa thuận"}

    signed_in(officer).post(address, sent)

    promise.refresh_from_db()
    assert promise.yearly_from == date(2026, 12, 1)
    assert "Hằng năm, từ 01/12/2026" in signed_in(officer).get(promise.get_absolute_url()).content.decode()


def test_an_officer_says_that_work_is_due_each_year(standing, officer, signed_in):
    task = factories.a_task(factories.a_programme(standing))
    address = reverse("register:correct_activity", args=[task.pk])
    form = signed_in(officer).get(address).context["form"]
    sent = {name: form[name].value() or "" for name in form.fields} | {"yearly_from": "2026-12-15", "reason": "Theo quy chế"}

    signed_in(officer).post(address, sent)

    task.refresh_from_db()
    assert (task.yearly_from, task.recurrence) == (date(2026, 12, 15), "yearly")


@pytest.mark.parametrize(
    ("due", "months"),
    [("trước ngày 15/12 hằng năm", (12, 15)), ("trước ngày 31 tháng 3 hàng năm", (3, 31)), ("hàng năm", None)],
)
def test_a_duty_read_in_a_paper_is_due_from_the_day_it_was_taken_in(due, months, standing, officer):
    programme = factories.a_programme(standing)
    text = f"Sở Tài chính báo cáo kết quả {due}."
    value = {"title": "Báo cáo kết quả", "due": due, "recurrence": "hằng năm"}
    finding = factories.a_finding(factories.a_version(standing, text), "task", value, programme=programme)

    confirm(finding, by=officer)
    made = Activity.objects.get()

    today = timezone.localdate()
    expected = None
    if months:
        this_year = date(today.year, *months)
        expected = this_year if this_year >= today else date(today.year + 1, *months)
    assert (made.recurrence, made.yearly_from) == ("yearly", expected)


def words(text: str) -> Term:
    return Term(None, None, "", text)


@pytest.mark.parametrize(
    ("due", "period", "found"),
    [
        (words("trước ngày 15/12 hằng năm"), None, date(2026, 12, 15)),
        (words("trước ngày 10/01 hằng năm"), None, date(2027, 1, 10)),
        (words("trước ngày 10/01 hằng năm"), Term.between("2028", "2030"), date(2028, 1, 10)),
        (words("trước ngày 15/12 hằng năm"), Term.between("2021", "2025"), None),
        (words("29/02 hằng năm"), None, date(2027, 2, 28)),
        (words("31/6 hằng năm"), None, None),
        (words("15/12/2026"), None, None),
        (Term.on(date(2026, 12, 15)), None, None),
        (None, None, None),
    ],
)
def test_the_first_day_follows_from_words_period_and_the_day_it_is_kept_from(due, period, found):
    assert first_due(due, period, date(2026, 6, 1)) == found


def test_the_last_of_february_comes_back_in_a_leap_year():
    assert year_after(date(2027, 2, 28), date(2024, 2, 29)) == date(2028, 2, 29)
