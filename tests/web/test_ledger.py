"""The ledger: all obligations in one list; the database derives what a page tells; who owes, to whom, and who has taken their place."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import product

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone, translation

import factories
from hopluc.web.measures.figures import Figure
from hopluc.web.measures.models import Observation
from hopluc.web.people.models import Organisation, Succession, User
from hopluc.web.people.queries import certain_heirs, inherited_by
from hopluc.web.register import actions, concern, ledger, obligations
from hopluc.web.register.models import Commitment, Programme
from hopluc.web.terms import Term
from hopluc.workdays import calendar

TODAY = date(2026, 11, 24)


@pytest.fixture
def programme(standing: Organisation) -> Programme:
    return factories.a_programme(standing, "Chương trình hợp tác thành phố Vĩnh Hà")


def promise(programme: Programme, kind: str, **details: object) -> Commitment:
    return actions.add_commitment(programme, by=None, kind=kind, text="Bố trí kinh phí cho phòng thí nghiệm", **details)


def told_and_derived(row: Commitment, on: date) -> tuple[str, str]:
    told = obligations.state_of_obligation(
        obligations.with_commitment_parts(Commitment.objects.filter(pk=row.pk)).get(), on
    ).code
    rows = obligations.with_commitment_code(Commitment.objects.all(), on)
    return told, next(code for code in obligations.Code.values if rows.filter(pk=row.pk, code=code).exists())


def a_commitment(programme: Programme, kind: str, due: date | None, said: str, work: bool, answer: str | None) -> Commitment:
    row = promise(programme, kind, due=Term.on(due) if due else None, made_on=date(2026, 1, 1))
    if said:
        actions.note_progress(row, by=None, on=date(2026, 2, 1), said=said)
    if work:
        actions.set_answers(factories.a_task(programme), by=None, answers=[row])
    if answer is not None:
        reply = promise(programme, "conclusion", made_on=date(2026, 6, 1), outcome=answer)
        actions.set_answers(reply, by=None, answers=[row])
    return row


@pytest.mark.parametrize("kind", ["petition", "obligation", "instruction"])
def test_the_database_derives_how_a_commitment_stands(programme, kind):
    days, words = (None, date(2026, 9, 23), date(2027, 1, 1)), ("", "not_started", "in_progress", "blocked", "done")
    cases = product(days, words, (False, True), (None, "", "in_hand", "passed_on"))
    made = {a_commitment(programme, kind, *case).pk: case for case in cases}

    for on in (date(2026, 5, 1), TODAY):
        rows = obligations.with_commitment_parts(Commitment.objects.filter(pk__in=made))
        told = {made[row.pk]: str(obligations.state_of_obligation(row, on).code) for row in rows}
        derived = {
            made[row.pk]: str(code)
            for code in obligations.Code.values
            for row in obligations.with_commitment_code(Commitment.objects.filter(pk__in=made), on).filter(code=code)
        }
        assert told == derived
        assert len(told) == 120


@pytest.mark.parametrize(
    ("kind", "days", "expected"),
    [
        ("petition", None, "unanswered"),
        ("petition", -1, "overdue"),
        ("petition", 1, "unanswered"),
        ("obligation", None, "undated"),
        ("obligation", -1, "overdue"),
        ("obligation", 1, "not_started"),
    ],
)
def test_what_is_promised_is_late_after_its_day(programme, kind, days, expected):
    due = Term.on(TODAY + timedelta(days)) if days is not None else None

    assert told_and_derived(promise(programme, kind, due=due), TODAY) == (expected, expected)


@pytest.mark.parametrize(("done", "expected"), [(999, "not_started"), (1000, "done"), (1200, "done")])
def test_a_target_is_reached_at_the_lower_end_of_its_interval(programme, done, expected):
    row = promise(programme, "target", due=Term.of("2027"), figure=Figure.between(Decimal(1000), Decimal(1200)), unit="người")
    factories.an_observation(row, Figure.exact(Decimal(done)), stage=Observation.Stage.ACTUAL)

    assert told_and_derived(row, TODAY) == (expected, expected)


def test_a_standing_duty_is_not_said_to_be_not_begun(programme):
    duty = factories.a_task(programme, recurrence="regular", recurrence_as_written="thường xuyên")
    yearly = factories.a_task(programme, recurrence="yearly", due=date(2026, 12, 20))
    undated = factories.a_task(programme)

    lines = {line.row: str(line.state.code) for line in shown(programme)}

    assert lines == {yearly: "not_started", duty: "standing", undated: "undated"}


def shown(programme: Programme, on: date = TODAY, **chosen: str) -> list[ledger.Owed]:
    officer = programme.owner.memberships.first() or factories.an_account(programme.owner).memberships.get()
    rows = ledger.ledger_seen_by(officer.user, ledger.Chosen.of(chosen), on)
    return ledger.owed_rows(list(rows.keys()), on)


def test_one_list_holds_work_targets_petitions_and_promises_by_their_day(programme, member):
    asked = promise(programme, "petition", recipient=member, due=Term.on(date(2026, 3, 1)))
    owed = promise(programme, "obligation", sender=member, due=Term.on(date(2026, 2, 1)))
    task = factories.a_task(programme, lead=member, due=date(2026, 12, 1))
    counted = promise(programme, "target")

    lines = shown(programme)

    assert [line.row for line in lines] == [owed, asked, task, counted]
    assert [line.debtors for line in lines] == [(member,), (member,), (member,), ()]
    assert [line.left_in_words for line in lines][2:] == ["còn 05 ngày làm việc", ""]


def test_an_answer_that_closes_a_petition_is_owed_by_nobody(programme, member):
    asked = promise(programme, "petition", recipient=member, made_on=date(2026, 1, 1))
    closed = actions.answer_petition(asked, by=None, text="Đã bố trí.", made_on=date(2026, 2, 1), outcome="resolved")
    other = promise(programme, "petition", recipient=member, made_on=date(2026, 1, 1))
    promised = actions.answer_petition(other, by=None, text="Sẽ bố trí năm 2027.", made_on=date(2026, 2, 1), outcome="planned")

    lines = {line.row: line for line in shown(programme)}

    assert closed not in lines
    assert lines[promised].debtors == (member,)
    assert {line.row: str(line.state.code) for line in lines.values()} == {
        asked: "answered", other: "in_hand", promised: "undated"
    }  # fmt: skip


def test_what_a_body_owed_its_heir_owes(programme):
    before, after = factories.an_organisation("Sở Thử nghiệm cũ"), factories.an_organisation("Sở Thử nghiệm mới")
    partly = factories.an_organisation("Sở Thử nghiệm một phần")
    Succession.objects.create(day=date(2025, 3, 1), source="Nghị quyết", predecessor=before, successor=after)
    Succession.objects.create(day=date(2025, 3, 1), source="Nghị quyết", predecessor=partly, successor=after, scope="function")
    task = factories.a_task(programme, lead=before)
    asked = promise(programme, "petition", recipient=before)
    factories.a_task(programme, lead=partly)

    lines = shown(programme, don_vi=str(after.pk))

    assert {line.row for line in lines} == {task, asked}
    assert [line.who for line in lines] == [[(before, after)], [(before, after)]]
    assert inherited_by(after.pk, date(2025, 2, 28)) == {after.pk}


def test_a_body_that_passed_to_two_has_no_certain_heir(db):
    before, one, two = (factories.an_organisation() for _ in range(3))
    for heir in (one, two):
        Succession.objects.create(day=date(2025, 3, 1), source="Nghị quyết", predecessor=before, successor=heir)

    assert certain_heirs([before.pk], TODAY) == {}


def test_the_heir_is_the_last_in_the_line(db):
    first, second, third = (factories.an_organisation() for _ in range(3))
    for day, before, after in ((date(2025, 3, 1), first, second), (date(2025, 7, 1), second, third)):
        Succession.objects.create(day=day, source="Nghị quyết", predecessor=before, successor=after)

    assert certain_heirs([first.pk], TODAY) == {first.pk: third}
    assert certain_heirs([first.pk], date(2025, 3, 1)) == {first.pk: second}


def test_what_waits_for_something_else_says_so(programme, officer):
    other = factories.a_task(programme, title="Phê duyệt Đề án ươm tạo")
    task = factories.a_task(programme)
    actions.note_progress(
        task, by=officer, on=date(2026, 11, 1), said="blocked", text="Chưa có kinh phí.", waits_for_activity=other
    )

    (line,) = (line for line in shown(programme) if line.row == task)

    assert str(line.state.code) == "blocked"
    assert line.state.reason == "Ngày 01/11/2026: Vướng mắc. Phụ thuộc: Phê duyệt Đề án ươm tạo. Chưa có kinh phí."


def test_nothing_waits_for_itself(programme):
    task = factories.a_task(programme)

    with pytest.raises(ValidationError):
        actions.note_progress(task, by=None, on=date(2026, 11, 1), said="blocked", waits_for_activity=task)


def test_the_page_tells_each_line_with_its_working_days(programme, member, officer, signed_in):
    factories.a_task(programme, lead=member, due=timezone.localdate(), title="Lập kế hoạch vi mạch")
    promise(programme, "petition", recipient=member)

    response = signed_in(officer).get(reverse("register:ledger"), {"don_vi": str(member.pk)})

    page = response.content.decode()
    told = ["Lập kế hoạch vi mạch", "hạn hôm nay", "Kiến nghị, đề xuất", "Sở Công Thương thành phố Vĩnh Hà"]
    assert [words for words in told if words not in page] == []
    assert (response.context["total"], list(response.context["debtors"])) == (2, [member])


def test_the_ledger_of_another_province_is_not_seen(programme, stranger: User):
    factories.a_task(programme)
    promise(programme, "petition")

    rows = ledger.ledger_seen_by(stranger, ledger.Chosen(), TODAY)

    assert (list(rows.keys()), ledger.counts_seen_by(stranger, ledger.Chosen(), TODAY, (), concern.ALL)) == ([], {})


def test_a_body_beyond_the_first_thousand_can_be_chosen(programme, officer, signed_in):
    member = Organisation(pk=1621, name="Sở Thử nghiệm thứ 1.621", kind=Organisation.Kind.AGENCY)
    member.save()
    promise(programme, "obligation", sender=member)
    browser = signed_in(officer)

    assert '<option value="1621">' in browser.get(reverse("register:ledger")).content.decode()
    assert len(browser.get(reverse("register:ledger"), {"don_vi": "1621"}).context["lines"]) == 1


@pytest.mark.parametrize(
    ("language", "told"),
    [("vi", ["còn 05 ngày làm việc", "còn 1.060 ngày làm việc"]), ("en", ["5 working days left", "1,060 working days left"])],
)
def test_what_is_left_is_told_in_the_language_of_the_page(programme, language, told):
    for days in (5, 1060):
        factories.a_task(programme, due=calendar().after(TODAY, days))

    with translation.override(language):
        assert [line.left_in_words for line in shown(programme)] == told
