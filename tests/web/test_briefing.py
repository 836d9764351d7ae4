"""The leader's page: three decisions, thirty days, how all stands, agencies beside each other; fixed for a meeting it changes no more."""

import io
import json
from datetime import timedelta

import docx
import pypdfium2
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

import factories
from hopluc.web import wholeness
from hopluc.web.briefing.actions import fix_sheet
from hopluc.web.briefing.models import FixedSheet
from hopluc.web.briefing.queries import brief_of, files_of_sheets, page_of
from hopluc.web.documents.files import read_kept
from hopluc.web.journal.models import JournalEntry
from hopluc.web.people.actions import give_membership
from hopluc.web.people.models import User
from hopluc.web.register import actions as register
from hopluc.web.returns import actions as returns
from hopluc.web.returns.models import Round

NOW = reverse("briefing:now")


@pytest.fixture
def programme(standing, member):
    """Three late tasks and one due soon of two agencies, and a committee with a vacancy."""
    today = timezone.localdate()
    programme = factories.a_programme(standing, "Chương trình hợp tác thử nghiệm")
    register.appoint(programme, by=None, capacity="cooperating", organisation=member)
    for n in range(3):
        factories.a_task(programme, lead=standing, due=today - timedelta(40 + n), title=f"Việc đã trễ {n}")
    factories.a_task(programme, lead=member, due=today + timedelta(10), title="Việc sắp đến hạn")
    done = factories.a_task(programme, lead=member, title="Việc đã xong")
    register.note_progress(done, by=None, on=today, said="done")
    return programme


def a_vacancy(programme, officer):
    body = register.form_committee(programme, by=None, name="Ban Chỉ đạo thử nghiệm")
    seat = register.appoint(body, by=None, programme=programme, capacity="member", post="Phó Giám đốc Sở Tài chính")
    return register.note_vacancy(seat, by=officer, reason="retired", since=timezone.localdate() - timedelta(3))


def test_three_decisions_with_their_reasons_and_how_many_more(programme, officer, leader):
    a_vacancy(programme, officer)

    found = brief_of(leader, timezone.localdate())

    assert [one.title for one in found.decisions] == ["Việc đã trễ 2", "Việc đã trễ 1", "Việc đã trễ 0"]
    assert found.more_decisions == 1
    assert "ngày làm việc; đề nghị quyết định gia hạn" in found.decisions[0].why


def test_a_return_put_up_to_the_leader_and_a_round_not_all_have_answered_are_to_decide(
    programme, leader, standing, member, colleague
):
    round_ = factories.a_round(programme, standing.name, member.name)
    Round.objects.update(due_on=timezone.localdate() + timedelta(1))
    rows = {row.agency: row for row in round_.returns.all()}
    factories.a_told(rows[standing], "Đã tổ chức hai cuộc kết nối.")
    returns.put_up(rows[standing], by=leader, to="to_leader")

    found = brief_of(User.objects.get(pk=leader.pk), timezone.localdate())

    assert [one.address for one in found.decisions[:2]] == [rows[standing].get_absolute_url(), round_.get_absolute_url()]
    assert found.decisions[1].why.startswith("2/2 đơn vị chưa gửi")


def test_what_comes_due_and_how_each_agency_stands(programme, leader, standing, member):
    found = brief_of(leader, timezone.localdate())

    assert [(one.title, one.why) for one in found.soon] == [("Việc sắp đến hạn", member.name)]
    assert found.more_soon == 0
    assert [(one.agency, one.tasks, one.done, one.late, one.own) for one in found.agencies] == [
        (standing, 3, 0, 3, True),
        (member, 2, 1, 0, False),
    ]
    assert found.standings[0].words == "5: chưa triển khai 1, quá hạn 3, hoàn thành 1"


def test_of_whom_it_does_not_concern_lateness_is_not_told(programme, colleague, standing):
    found = brief_of(colleague, timezone.localdate())

    assert [(one.agency, one.late) for one in found.agencies if one.agency == standing] == [(standing, 0)]
    assert found.decisions == ()


def test_the_page_costs_the_same_queries_however_much_there_is(programme, leader, member):
    asked = []
    for n in (1, 12):
        for number in range(n):
            factories.a_task(programme, lead=member, due=timezone.localdate() + timedelta(5), title=f"Việc {n}.{number}")
        reader = User.objects.get(pk=leader.pk)
        with CaptureQueriesContext(connection) as captured:
            brief_of(reader, timezone.localdate())
        asked.append(len(captured))

    assert asked[0] == asked[1]


def test_what_is_fixed_says_the_same_on_the_page_in_word_and_in_pdf_and_changes_no_more(programme, leader, signed_in):
    browser = signed_in(leader)
    answer = browser.post(NOW, {"title": "Giao ban  tuần 48"})
    sheet = FixedSheet.objects.get()
    before = browser.get(sheet.get_absolute_url()).content.decode()

    factories.a_task(
        programme, lead=leader.memberships.get().organisation, due=timezone.localdate(), title="Việc giao sau khi chốt"
    )
    after = browser.get(sheet.get_absolute_url()).content.decode()
    word = docx.Document(io.BytesIO(b"".join(browser.get(reverse("briefing:word", args=[sheet.pk])).streaming_content)))
    pdf = pypdfium2.PdfDocument(b"".join(browser.get(reverse("briefing:pdf", args=[sheet.pk])).streaming_content))

    assert (answer.url, sheet.title) == (sheet.get_absolute_url(), "Giao ban tuần 48")
    told = "Nhiệm vụ: 5: chưa triển khai 1, quá hạn 3, hoàn thành 1."
    said = [" ".join(paragraph.text.split()) for paragraph in word.paragraphs]
    assert f"- {told}" in said
    assert told in " ".join(pdf[0].get_textpage().get_text_range().split())
    assert [told in page for page in (before, after)] == [True, True]
    assert "Việc giao sau khi chốt" in browser.get(NOW).content.decode()
    assert "Việc giao sau khi chốt" not in after


def test_a_full_page_is_one_sheet_of_a4(programme, leader, standing, officer):
    today, many = timezone.localdate(), "Xây dựng mô hình ứng dụng công nghệ xử lý nước thải cho các làng nghề trên địa bàn"
    for n in range(9):
        body = factories.an_organisation(f"Sở Khoa học và Công nghệ vùng {n} thành phố Vĩnh Hà", owner=standing)
        factories.a_task(programme, lead=body, due=today + timedelta(n), title=f"{many} {n}")
    a_vacancy(programme, officer)

    sheet = fix_sheet(standing, by=leader, title="Họp Ban Chỉ đạo quý IV")

    assert len(pypdfium2.PdfDocument(read_kept(sheet.pdf))) == 1


def test_only_who_writes_for_an_agency_fixes_and_only_it_reads(programme, leader, viewer, stranger, signed_in, standing):
    refused = signed_in(viewer).post(NOW, {"title": "Họp"})
    sheet = fix_sheet(standing, by=leader, title="Họp")

    assert (refused.status_code, FixedSheet.objects.count()) == (403, 1)
    assert signed_in(viewer).get(sheet.get_absolute_url()).status_code == 200
    assert [
        signed_in(stranger).get(reverse(f"briefing:{name}", args=[sheet.pk])).status_code for name in ("fixed", "word", "pdf")
    ] == [
        404,
        404,
        404,
    ]


def test_what_is_fixed_for_an_agency_holds_nothing_of_another_one_belongs_to(programme, leader, standing, elsewhere):
    give_membership(elsewhere, by=None, user=leader, role="leader")
    other = factories.a_programme(elsewhere, "Chương trình của tỉnh khác")
    factories.a_task(other, lead=elsewhere, due=timezone.localdate() - timedelta(90), title="Việc của cơ quan khác")
    reader = User.objects.get(pk=leader.pk)

    page = page_of(fix_sheet(standing, by=reader, title="Họp"))

    assert brief_of(reader, timezone.localdate()).decisions[0].title == "Việc của cơ quan khác"
    assert ("Việc của cơ quan khác" in page, elsewhere.name in page) == (False, False)
    assert "Việc đã trễ 2" in page
    assert set(reader.standing) == {standing.pk, elsewhere.pk}


@pytest.mark.parametrize("title", ["", "   "])
def test_a_meeting_has_a_name(title, programme, leader, signed_in):
    assert signed_in(leader).post(NOW, {"title": title}).status_code == 400
    assert FixedSheet.objects.count() == 0


@pytest.mark.parametrize("altered", [False, True])
def test_verify_finds_what_was_altered_after_it_was_fixed(altered, programme, leader, standing):
    sheet = fix_sheet(standing, by=leader, title="Họp")
    if altered:
        FixedSheet.objects.filter(pk=sheet.pk).update(pdf=sheet.word)

    line = JournalEntry.objects.get(verb="fix_sheet")

    assert json.loads(line.after)["pdf"] == sheet.pdf
    assert wholeness.faults() == (["Số liệu chốt cho cuộc họp bị thay đổi: Họp."] if altered else [])
    assert {sheet.word, sheet.page} <= files_of_sheets()
