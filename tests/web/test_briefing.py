"""The leader's page: three decisions, thirty days, how all stands, agencies beside each other; fixed for a meeting it changes no more."""

import io
import json
from datetime import timedelta

import docx
import pypdfium2
import pytest
from django.urls import reverse
from django.utils import timezone

import factories
from hopluc.web.briefing.actions import fix_sheet
from hopluc.web.briefing.models import FixedSheet
from hopluc.web.briefing.queries import brief_of, files_of_sheets
from hopluc.web.documents.files import read_kept
from hopluc.web.intake.models import Finding
from hopluc.web.issuing.kept_pages import kept_page
from hopluc.web.journal.models import JournalEntry
from hopluc.web.keeping import wholeness
from hopluc.web.people.actions import give_membership
from hopluc.web.people.models import User
from hopluc.web.register import actions as register
from hopluc.web.returns import actions as returns
from hopluc.web.returns.models import Round
from statements import statements_of

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
    assert found.standings[0].words == "5 nhiệm vụ, trong đó hoàn thành 1, quá hạn 3, chưa triển khai 1"


def test_of_whom_it_does_not_concern_lateness_is_left_out_and_not_told_as_none(
    programme, colleague, standing, member, signed_in
):
    a_point(standing)

    found = brief_of(colleague, timezone.localdate())
    page = " ".join(signed_in(colleague).get(NOW).content.decode().split())

    assert [(one.agency, one.late) for one in found.agencies] == [(member, 0), (standing, None)]
    assert [one.words for one in found.standings if one.label == "" and "nhiệm vụ" in one.words] == [
        "5 nhiệm vụ, trong đó hoàn thành 1, chưa triển khai 4; số quá hạn của đơn vị khác ngoài phạm vi của tài khoản"
    ]
    assert [one for one in found.standings if one.label == "Điểm cần đối chiếu"] == []
    assert found.decisions == ()
    assert page.count("–: ngoài phạm vi của tài khoản.") == 1


def a_point(owner):
    """A point to check in a document of an agency."""
    told = {"identity": "x", "claim": "x", "value": {"explanation": "38 + 27 = 65."}, "spans": [[0, 7]], "reader": "1"}
    return Finding.objects.create(version=factories.a_version(owner), kind=Finding.CHECK, **told)


def test_points_to_check_are_told_to_who_keeps_all_and_of_ones_own_documents_to_others(
    programme, leader, colleague, member, standing
):
    a_point(standing)
    whole = brief_of(leader, timezone.localdate()).standings[-1]
    a_point(member)
    own = brief_of(colleague, timezone.localdate()).standings[-1]

    assert [(one.label, one.words) for one in (whole, own)] == [
        ("Điểm cần đối chiếu", "1"),
        ("Điểm cần đối chiếu", "1 trong văn bản của cơ quan"),
    ]


def test_what_is_fixed_by_a_member_leaves_out_what_it_may_not_know_in_all_three(programme, colleague, member):
    sheet = fix_sheet(member, by=colleague, title="Giao ban")

    word = docx.Document(io.BytesIO(read_kept(sheet.word)))
    rows = [[" ".join(cell.text.split()) for cell in row.cells] for row in word.tables[-1].rows]
    pdf = " ".join(pypdfium2.PdfDocument(read_kept(sheet.pdf))[0].get_textpage().get_text_range().split())

    assert rows[1:] == [[member.name, "2", "1", "0"], [rows[2][0], "3", "0", "–"]]
    assert [text.count("–: ngoài phạm vi của tài khoản.") for text in (pdf, read_kept(sheet.page).decode())] == [1, 1]


def test_a_viewer_is_shown_neither_decisions_nor_agencies_nor_what_was_fixed(programme, leader, viewer, standing, signed_in):
    fix_sheet(standing, by=leader, title="Họp giao ban tháng")

    pages = [signed_in(account).get(NOW).content.decode() for account in (viewer, leader)]

    for words in ("Cần cho ý kiến", "Kết quả của từng đơn vị", "đề nghị quyết định gia hạn", "Họp giao ban tháng"):
        assert [words in page for page in pages] == [False, True]


def test_a_duty_of_each_year_is_counted_alike_on_all_three_pages(programme, leader, standing, signed_in):
    today = timezone.localdate()
    factories.a_task(programme, lead=standing, title="Báo cáo hằng năm", yearly_from=today + timedelta(9))
    browser = signed_in(leader)

    numbers = {str(one.label): one.count for one in browser.get("/").context["numbers"]}
    listed = browser.get(reverse("register:ledger"), {"tinh_trang": "due_soon"}).context["object_list"]

    assert [line.title for line in brief_of(leader, today).soon] == ["Báo cáo hằng năm", "Việc sắp đến hạn"]
    assert (numbers["Đến hạn trong 30 ngày"], len(listed)) == (2, 2)


def test_where_a_round_is_open_an_agency_it_does_not_ask_is_said_to_be_outside_it(programme, leader, standing, member, officer):
    factories.a_round(programme, standing.name)

    sheet = fix_sheet(standing, by=leader, title="Họp")
    page = " ".join(read_kept(sheet.page).decode().split())

    assert [one.sent for one in brief_of(leader, timezone.localdate()).agencies] == [False, None]
    assert page.count("Không thuộc kỳ này") == 1


def test_the_page_costs_the_same_queries_however_much_there_is(programme, leader, member):
    asked = []
    for n in (1, 12):
        for number in range(n):
            factories.a_task(programme, lead=member, due=timezone.localdate() + timedelta(5), title=f"Việc {n}.{number}")
        asked.append(statements_of(lambda: brief_of(User.objects.get(pk=leader.pk), timezone.localdate())))

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
    told = "5 nhiệm vụ, trong đó hoàn thành 1, quá hạn 3, chưa triển khai 1."
    said = [" ".join(paragraph.text.split()) for paragraph in word.paragraphs]
    assert f"- {told}" in said
    assert told in " ".join(pdf[0].get_textpage().get_text_range().split())
    assert [told in page for page in (before, after)] == [True, True]
    assert "Việc giao sau khi chốt" in browser.get(NOW).content.decode()
    assert "Việc giao sau khi chốt" not in after


def test_a_full_page_is_one_sheet_of_a4(programme, leader, standing, officer):
    """Every title as long as two lines, more agencies than are listed, and of those left out how many."""
    today, many = (
        timezone.localdate(),
        "Xây dựng mô hình ứng dụng công nghệ xử lý nước thải cho các làng nghề trên địa bàn, " * 3,
    )
    for n in range(9):
        body = factories.an_organisation(f"Sở Khoa học và Công nghệ vùng {n} thành phố Vĩnh Hà", owner=standing)
        factories.a_task(programme, lead=body, due=today + timedelta(n), title=f"{many} {n}")
        factories.a_task(programme, lead=standing, due=today - timedelta(90 + n), title=f"{many} trễ {n}")
    a_vacancy(programme, officer)

    sheet = fix_sheet(standing, by=leader, title="Họp Ban Chỉ đạo quý IV")

    pdf = pypdfium2.PdfDocument(read_kept(sheet.pdf))
    assert len(pdf) == 1
    assert "Còn 03 đơn vị khác." in " ".join(pdf[0].get_textpage().get_text_range().split())


def test_a_title_is_whole_on_the_sheet_where_there_is_room_for_it(programme, leader, standing):
    title = "Xây dựng mô hình ứng dụng công nghệ xử lý nước thải cho các làng nghề, " * 3 + "có tổng kết"
    factories.a_task(programme, lead=standing, due=timezone.localdate() + timedelta(2), title=title)
    factories.a_round(programme, standing.name)

    word = docx.Document(io.BytesIO(read_kept(fix_sheet(standing, by=leader, title="Họp").word)))

    rows = [[cell.text for cell in row.cells][1:] for table in word.tables for row in table.rows]
    assert [row for row in rows if row[0] == title] == [[title, standing.name]]
    assert [row[-1] for row in rows].count("Hạn gửi báo cáo") == 1


def test_only_who_writes_for_an_agency_fixes_and_only_it_reads(programme, leader, viewer, stranger, signed_in, standing):
    refused = signed_in(viewer).post(NOW, {"title": "Họp"})
    sheet = fix_sheet(standing, by=leader, title="Họp")

    assert (refused.status_code, FixedSheet.objects.count()) == (403, 1)
    assert signed_in(leader).get(sheet.get_absolute_url()).status_code == 200
    assert [
        signed_in(account).get(reverse(f"briefing:{name}", args=[sheet.pk])).status_code
        for account in (viewer, stranger)
        for name in ("fixed", "word", "pdf")
    ] == [404] * 6


def test_what_is_fixed_for_an_agency_holds_nothing_of_another_one_belongs_to(programme, leader, standing, elsewhere):
    give_membership(elsewhere, by=None, user=leader, role="leader")
    other = factories.a_programme(elsewhere, "Chương trình của tỉnh khác")
    factories.a_task(other, lead=elsewhere, due=timezone.localdate() - timedelta(90), title="Việc của cơ quan khác")
    reader = User.objects.get(pk=leader.pk)

    page = kept_page(fix_sheet(standing, by=reader, title="Họp").page)

    assert brief_of(reader, timezone.localdate()).decisions[0].title == "Việc của cơ quan khác"
    assert ("Việc của cơ quan khác" in page, elsewhere.name in page) == (False, False)
    assert "Việc đã trễ 2" in page
    assert set(reader.standing) == {standing.pk, elsewhere.pk}


def test_words_of_what_is_fixed_are_never_markup(programme, leader, standing, signed_in):
    said, shown = "<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"
    factories.a_task(programme, lead=standing, due=timezone.localdate() - timedelta(90), title=f"Việc {said}")

    page = signed_in(leader).get(fix_sheet(standing, by=leader, title=f"Họp {said}").get_absolute_url()).content.decode()

    assert (f"Việc {shown}" in page, f"Họp {shown}" in page, said in page) == (True, True, False)


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
