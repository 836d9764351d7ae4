"""Việc của tôi: what one owes and for whom one waits; letters and reminders; a private calendar; lateness to whom it concerns."""

import html
import io
import re
from datetime import UTC, date, datetime, timedelta

import docx
import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone, translation

import factories
from hopluc.web.agenda import actions, queries
from hopluc.web.agenda.feed import calendar_of
from hopluc.web.agenda.models import Assignment, Reminder
from hopluc.web.agenda.words import reminder_body
from hopluc.web.jobs.kinds import run_of
from hopluc.web.journal.models import JournalEntry
from hopluc.web.people.actions import close_account
from hopluc.web.people.models import Membership, Organisation, User
from hopluc.web.register import actions as register
from hopluc.web.register import ledger
from hopluc.web.register.models import Programme
from hopluc.web.returns.actions import send
from hopluc.workdays import calendar
from statements import statements_of

TODAY = date(2026, 11, 24)


@pytest.fixture
def programme(standing: Organisation, member: Organisation) -> Programme:
    programme = factories.a_programme(standing, "Chương trình hợp tác thành phố Vĩnh Hà")
    register.appoint(programme, by=None, capacity="cooperating", organisation=member)
    return programme


def titles(lines) -> list[str]:
    return [line.title for line in lines]


def test_one_sees_what_the_agency_owes_by_how_near_it_is(programme, member, colleague):
    for title, due in (
        ("Việc đã muộn", date(2026, 11, 1)),
        ("Việc tuần này", date(2026, 11, 30)),
        ("Việc tháng sau", date(2026, 12, 30)),
    ):
        factories.a_task(programme, lead=member, due=due, title=title)
    factories.a_task(programme, lead=member, title="Việc không hạn")
    factories.a_task(programme, lead=programme.owner, due=date(2026, 11, 1), title="Việc của cơ quan khác")

    found = queries.agenda_of(colleague, TODAY)

    assert (titles(found.overdue), titles(found.soon)) == (["Việc đã muộn"], ["Việc tuần này"])
    assert (found.later, found.undated, found.next_day, found.pressing) == (1, 1, date(2026, 12, 30), 2)


def test_what_one_waits_for_is_told_as_the_ledger_tells_it_in_as_many_statements_however_much(programme, member, officer):
    asked = []
    for n in (1, 9):
        for number in range(n):
            factories.a_task(programme, lead=member, due=date(2026, 11, 1 + number), title=f"Việc {n}.{number}")
            duty = factories.a_task(programme, lead=member, title=f"Hằng năm {n}.{number}", yearly_from=date(2026, 11, 27))
            register.note_progress(duty, by=officer, on=date(2026, 11, 2), said="in_progress")
        asked.append(statements_of(lambda: queries.waiting_for(User.objects.get(pk=officer.pk), TODAY)))
    closed = factories.a_task(programme, lead=member, due=date(2026, 11, 2))
    register.note_progress(closed, by=officer, on=date(2026, 11, 3), said="done")

    (waiting,) = queries.waiting_for(User.objects.get(pk=officer.pk), TODAY)
    told = ledger.owed_rows(list(ledger.ledger_seen_by(officer, ledger.Chosen(), TODAY).keys()), TODAY)

    assert asked[0] == asked[1]
    assert [(line.title, line.state.code, line.left_in_words, line.day, line.who) for line in waiting.lines] == [
        (line.title, line.state.code, line.left_in_words, line.day, line.who) for line in told if line.row != closed
    ]
    assert len(waiting.lines) == 20


def test_of_very_much_the_first_is_shown_and_all_is_counted(programme, member, colleague, signed_in):
    for _ in range(queries.MOST + 2):
        factories.a_task(programme, lead=member, due=date(2026, 1, 5))

    found = queries.agenda_of(colleague, TODAY)
    shown = signed_in(colleague).get(reverse("agenda:mine")).content.decode()

    assert (len(found.overdue), found.late, found.pressing) == (queries.MOST, queries.MOST + 2, queries.MOST + 2)
    assert f"Quá hạn ({queries.MOST + 2})" in shown
    assert f"Xem tất cả ({queries.MOST + 2})</a>" in shown
    assert f"… và {queries.MOST + 2 - 15} nội dung khác." in reminder_body(colleague, found)


def test_of_what_another_body_owes_the_first_is_shown_and_the_ledger_has_the_rest(programme, member, officer, signed_in):
    for number in range(queries.SHOWN + 2):
        factories.a_task(programme, lead=member, due=date(2026, 11, 1 + number), title=f"Việc số {number}")

    page = signed_in(officer).get(reverse("agenda:mine"))
    (address,) = re.findall(r'href="([^"]+)">và 2 nội dung khác</a>', page.content.decode())
    rest = signed_in(officer).get(html.unescape(address)).content.decode()

    shown = [number for number in range(queries.SHOWN + 2) if f"Việc số {number}</a>" in page.content.decode()]
    assert (shown, f"Sở Công Thương thành phố Vĩnh Hà ({queries.SHOWN + 2})" in page.content.decode()) == (
        [0, 1, 2, 3, 4],
        True,
    )
    assert all(f"Việc số {number}" in rest for number in range(queries.SHOWN + 2))


def test_lateness_of_another_is_told_only_to_whom_it_concerns(programme, member, officer, colleague, elsewhere):
    late = factories.a_task(programme, lead=member, due=date(2026, 11, 1), title="Việc đã muộn")
    third = factories.an_account(factories.an_organisation("Sở Nội vụ thành phố Vĩnh Hà"))
    register.appoint(programme, by=None, capacity="cooperating", organisation=third.memberships.get().organisation)

    waits = {user: queries.waiting_for(user, TODAY) for user in (officer, colleague, third)}

    assert [(one.body, [line.row for line in one.lines]) for one in waits[officer]] == [(member, [late])]
    assert (waits[colleague], waits[third]) == ([], [])


def test_who_asked_waits_for_the_answer(programme, member, colleague):
    ministry = factories.an_organisation("Bộ Thử nghiệm")
    asked = register.raise_petition(
        programme, by=None, text="Bố trí quỹ đất", sender=member, recipient=ministry, due=factories.Term.on(date(2026, 11, 1))
    )

    (waiting,) = queries.waiting_for(colleague, TODAY)

    assert (waiting.body, [line.row for line in waiting.lines]) == (ministry, [asked])
    assert waiting.message.splitlines()[0] == "Kính gửi Bộ Thử nghiệm."
    assert waiting.message.splitlines()[2] == "1. Bố trí quỹ đất (hạn: 01/11/2026)"


@pytest.mark.parametrize(("role", "told"), [("leader", ["Muộn lâu"]), ("section_head", ["Muộn lâu"]), ("officer", [])])
def test_what_is_long_past_its_day_is_put_before_the_leader(programme, member, role, told):
    user = factories.an_account(member, role)
    factories.a_task(programme, lead=member, due=calendar().after(date(2026, 10, 1), 0), title="Muộn lâu")
    factories.a_task(programme, lead=member, due=date(2026, 11, 20), title="Mới muộn")

    assert titles(queries.agenda_of(user, TODAY).escalated) == told


def test_a_colleague_is_charged_with_an_obligation_and_another_takes_over(programme, member, colleague, signed_in):
    task = factories.a_task(programme, lead=member, due=date(2026, 11, 1))
    other = factories.an_account(member)
    address = reverse("agenda:assign_activity", args=[task.pk])

    signed_in(colleague).post(address, {"user": str(colleague.pk)})
    signed_in(colleague).post(address, {"user": str(other.pk)})

    assert [len(queries.agenda_of(user, TODAY, own_only=True).overdue) for user in (colleague, other)] == [0, 1]
    assert [row.user for row in Assignment.objects.filter(until=None)] == [other]
    assert JournalEntry.objects.filter(verb="assign").count() == 2
    ended = JournalEntry.objects.get(verb="end_assignment")
    first = Assignment.objects.exclude(until=None).get()
    assert (ended.object_id, ended.actor, ended.before) == (str(first.pk), colleague, '{"until":null}')
    assert ended.after == f'{{"until":"{first.until}"}}'


def test_nobody_of_another_agency_is_charged(programme, member, officer, colleague, signed_in):
    task = factories.a_task(programme, lead=member)

    answer = signed_in(colleague).post(reverse("agenda:assign_activity", args=[task.pk]), {"user": str(officer.pk)})

    assert (list(answer.context["form"].errors), Assignment.objects.count()) == (["user"], 0)


def test_the_page_shows_it_all_and_the_words_to_copy(programme, member, officer, signed_in):
    today = timezone.localdate()
    factories.a_task(programme, lead=programme.owner, due=today, title="Việc hôm nay của Sở")
    factories.a_task(programme, lead=member, due=today - timedelta(30), title="Khảo sát làng nghề")

    page = signed_in(officer).get(reverse("agenda:mine")).content.decode()

    told = [
        "Việc hôm nay của Sở",
        "hạn hôm nay",
        "Khảo sát làng nghề",
        "Kính gửi Sở Công Thương thành phố Vĩnh Hà.",
        "Dự thảo công văn",
    ]
    assert [words for words in told if words not in page] == []


def test_one_who_owes_nothing_is_told_what_comes_next(programme, officer, signed_in):
    due = timezone.localdate() + timedelta(60)
    factories.a_task(programme, lead=programme.owner, due=due)

    page = signed_in(officer).get(reverse("agenda:mine")).content.decode()

    assert f"Không có việc đến hạn trong 05 ngày làm việc tới. Việc kế tiếp: {due:%d/%m/%Y}." in page


def test_the_urging_letter_names_the_late_only_as_addressee(programme, member, officer, signed_in):
    version = factories.a_version(programme.owner, "Giao Sở Công Thương khảo sát.", number="12/KH-UBND", kind="plan")
    task = factories.a_task(programme, lead=member, due=timezone.localdate() - timedelta(9), title="Khảo sát làng nghề")
    register.add_evidence(task, by=officer, version=version, start=0, end=10)

    sent = signed_in(officer).get(reverse("agenda:letter", args=[member.pk]))

    document = docx.Document(io.BytesIO(b"".join(sent.streaming_content)))
    words = "\n".join(
        [paragraph.text for paragraph in document.paragraphs]
        + [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    )
    assert "Thực hiện Kế hoạch số 12/KH-UBND, Sở Khoa học và Công nghệ thành phố Vĩnh Hà trân trọng đề nghị" in words
    assert words.count("Sở Công Thương thành phố Vĩnh Hà") == 1
    assert "quá hạn" not in words.lower()


# Reminders


def test_a_message_is_vietnamese_whatever_the_language_of_the_page(programme, member, colleague):
    factories.a_task(programme, lead=member, due=date(2026, 11, 1), title="Khảo sát làng nghề")

    with translation.override("en"):
        letter = reminder_body(colleague, queries.agenda_of(colleague, TODAY))

    assert "quá 17 ngày làm việc" in letter


def test_each_is_reminded_once_a_day_of_what_presses(programme, member, colleague, officer):
    factories.a_task(programme, lead=member, due=date(2026, 11, 1), title="Khảo sát làng nghề")

    sent = [actions.remind(TODAY, address="https://vinhha.example/viec-cua-toi/") for _ in range(2)]

    (letter,) = mail.outbox
    assert (sent, letter.to) == ([1, 0], [colleague.username])
    assert letter.subject == "Nhiệm vụ đến hạn: 01 nội dung cần xử lý (ngày 24/11/2026)"
    assert "- Khảo sát làng nghề (hạn: 01/11/2026; quá 17 ngày làm việc)" in letter.body.splitlines()
    assert "Chi tiết: https://vinhha.example/viec-cua-toi/" in letter.body.splitlines()
    assert actions.remind(TODAY + timedelta(1)) == 1


def test_one_without_an_address_or_with_a_closed_account_is_not_written_to(programme, member, colleague):
    factories.an_account(member, username="0912345678")
    factories.a_task(programme, lead=member, due=date(2026, 11, 1))
    close_account(colleague, by=None)

    assert (actions.remind(TODAY), Reminder.objects.count()) == (0, 0)


def test_a_letter_that_could_not_be_sent_goes_with_the_next_run(programme, member, colleague, settings):
    factories.a_task(programme, lead=member, due=date(2026, 11, 1))
    told: list[str] = []
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", 9, False
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    failed = actions.remind(TODAY, tell=told.append)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

    assert (failed, len(told), actions.remind(TODAY)) == (0, 1, 1)


def test_reminders_are_also_a_job(programme, member, colleague):
    factories.a_task(programme, lead=member, due=date(2026, 11, 1))

    class Told:
        def progress(self, percent: int, message: str = "") -> None:
            """The job tells how far it is."""

    assert run_of("remind")(Told(), on="2026-11-24") == {"sent": 1}


# The calendar


def test_the_calendar_is_behind_a_private_address_that_can_be_renewed(programme, officer, signed_in, client):
    factories.a_task(programme, lead=programme.owner, due=date(2027, 3, 1), title="Lập đề án, giai đoạn 1")
    browser = signed_in(officer)

    first, second = (browser.post(reverse("agenda:renew_calendar")).context["feed"] for _ in range(2))

    shown = client.get(second)
    assert (client.get(first).status_code, shown.headers["Content-Type"]) == (404, "text/calendar; charset=utf-8")
    lines = shown.content.decode().replace("\r\n ", "").split("\r\n")
    assert [line for line in lines if line.startswith(("DTSTART", "SUMMARY"))] == [
        "DTSTART;VALUE=DATE:20270301", "SUMMARY:Hạn: Lập đề án\\, giai đoạn 1",
    ]  # fmt: skip


def test_the_calendar_of_a_closed_account_is_closed(programme, officer, signed_in, client):
    address = signed_in(officer).post(reverse("agenda:renew_calendar")).context["feed"]
    close_account(officer, by=None)

    assert client.get(address).status_code == 404


def test_a_long_line_of_the_calendar_is_folded_between_letters(programme):
    task = factories.a_task(programme, due=date(2027, 3, 1), title="Xây dựng cơ sở dữ liệu công nghệ; " * 5)
    lines = ledger.owed_rows([(0, task.pk)], TODAY)

    made = calendar_of(lines, name="Việc", stamp=datetime(2026, 11, 24, 1, tzinfo=UTC), site="vinhha.example")

    assert max(len(line.encode()) for line in made.split("\r\n")) <= 75
    assert "SUMMARY:Hạn: " + "Xây dựng cơ sở dữ liệu công nghệ\\; " * 3 in made.replace("\r\n ", "")


def test_the_agenda_of_a_stranger_is_empty(programme, member, stranger: User):
    factories.a_task(programme, lead=member, due=date(2026, 11, 1))

    found = queries.agenda_of(stranger, TODAY)

    assert (found.pressing, found.waiting, found.later) == (0, [], 0)
    assert Membership.objects.filter(user=stranger).count() == 1


def test_who_opened_a_round_sees_what_waits_to_be_received_and_who_is_missing(programme, member, officer, colleague):
    round_ = factories.a_round(programme, member.name, "Sở Y tế thành phố Vĩnh Hà")
    before = queries.agenda_of(officer, TODAY)
    row = round_.returns.get(agency=member)
    send(row, by=factories.an_account(member, "leader"))

    after = queries.agenda_of(officer, TODAY)

    assert ([one.title for one in before.unanswered], before.to_receive) == ([f"{round_}: còn 2 đơn vị chưa gửi"], [])
    assert [one.title for one in after.unanswered] == [f"{round_}: còn 1 đơn vị chưa gửi"]
    assert [one.address for one in after.to_receive] == [row.get_absolute_url()]
    assert queries.agenda_of(colleague, TODAY).to_receive == []
