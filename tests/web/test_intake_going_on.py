"""From one document to the next: what waits in a batch, where to go on, a document of which nothing belongs in the register."""

from dataclasses import replace
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

import factories
from hopluc.reading import Document as Source
from hopluc.reading import read
from hopluc.web.documents.models import Document, DocumentVersion
from hopluc.web.intake import actions, queries
from hopluc.web.intake.models import Batch, Finding, Upload
from hopluc.web.intake.proposals import proposals
from hopluc.web.register.actions import withdraw
from hopluc.web.register.models import Activity
from hopluc.web.terms import Term

SLOW = {"text": "Tiến độ còn chậm", "statement_type": "shortcoming"}


@pytest.fixture
def browser(officer, signed_in) -> Client:
    return signed_in(officer)


def a_document(owner, title: str, *, waiting: int = 1, batch: Batch | None = None) -> Document:
    version = factories.a_version(owner, f"{title}. Tiến độ còn chậm.", title=title)
    for _ in range(waiting):
        factories.a_finding(version, "statement", SLOW, "Tiến độ còn chậm")
    if batch is not None:
        Upload.objects.create(batch=batch, name=f"{title}.docx", size=1, state=Upload.State.READ, document=version.document)
    return version.document


@pytest.fixture
def batch(standing, officer) -> Batch:
    return Batch.objects.create(owner=standing, added_by=officer)


def newest(document: Document) -> DocumentVersion:
    version = queries.newest_version(document)
    assert version is not None
    return version


def confirming(document: Document) -> str:
    return reverse("intake:confirm", args=[document.pk])


def in_words(answer) -> str:
    return " ".join(answer.content.decode().split())


def test_the_batch_is_gone_through_in_its_order_before_anything_else(standing, officer, batch):
    before = a_document(standing, "Văn bản đã có")
    first, settled, second = (
        a_document(standing, name, waiting=waiting, batch=batch)
        for name, waiting in (("Báo cáo một", 1), ("Tin không có gì", 0), ("Báo cáo hai", 2))
    )
    later = a_document(standing, "Văn bản đến sau")

    assert queries.next_waiting(officer, first) == (second, 3)
    assert queries.next_waiting(officer, second) == (first, 3)
    assert queries.next_waiting(officer, settled) == (second, 4)
    assert queries.next_waiting(officer, later) == (before, 3)


def test_the_page_leads_on_and_the_last_one_says_it_is_done(browser, standing, officer, batch):
    first, second = (a_document(standing, name, batch=batch) for name in ("Báo cáo một", "Báo cáo hai"))

    page = in_words(browser.get(confirming(first)))
    actions.skip_rest(newest(first), by=officer)
    last = in_words(browser.get(confirming(second)))

    assert f'data-next href="{confirming(second)}"' in page
    assert "Văn bản kế tiếp (còn 1)" in page
    assert "data-next" not in last


def test_all_that_waits_in_a_document_is_left_out_in_one_press_but_the_points_to_check(browser, standing):
    document = a_document(standing, "Tin không thuộc chương trình", waiting=2)
    check = factories.a_finding(newest(document), Finding.CHECK, {"explanation": "38 + 27 = 65"}, "Tiến độ")

    answer = browser.post(reverse("intake:leave_rest", args=[document.pk]), follow=True)

    states = list(newest(document).findings.exclude(pk=check.pk).values_list("state", flat=True))
    page = in_words(answer)
    assert states == [Finding.State.SKIPPED] * 2
    assert Finding.objects.get(pk=check.pk).state == Finding.State.PROPOSED
    assert "Đã bỏ qua 2 mục" in page
    assert "Đọc được 3 thông tin: đã xử lý hết, 1 điểm cần đối chiếu" in page
    assert page.count("Xem lại") == 2
    assert reverse("intake:leave_rest", args=[document.pk]) not in page


def test_a_document_of_no_programme_is_joined_beside_its_findings(browser, standing):
    programme = factories.a_programme(standing, "Chương trình hợp tác về khoa học và công nghệ thành phố Vĩnh Hà")
    document = a_document(standing, "Báo cáo chưa rõ chương trình")

    before = in_words(browser.get(confirming(document)))
    joined = browser.post(reverse("intake:join", args=[document.pk]), {"programme": programme.pk})
    after = in_words(browser.get(joined.url))

    assert f'<option value="{programme.pk}">{programme}</option>' in before
    assert joined.url == confirming(document)
    assert f'<option value="{programme.pk}">' not in after


def test_the_batch_says_how_much_waits_in_each_document_and_where_to_begin(browser, standing, batch):
    a_document(standing, "Tin không có gì", waiting=0, batch=batch)
    report = a_document(standing, "Báo cáo một", waiting=2, batch=batch)
    actions.join_programme(report.pk, factories.a_programme(standing, "Chương trình hợp tác thử"), by=None)
    a_document(standing, "Báo cáo hai", batch=batch)

    page = in_words(browser.get(batch.get_absolute_url()))

    assert f'href="{confirming(report)}">Xác nhận lần lượt (2 văn bản)' in page
    assert "2 chờ xác nhận" in page
    assert "1 chờ xác nhận" in page
    assert page.count("Đã xem hết") == 1
    assert page.count("Chương trình hợp tác thử") == 1
    assert page.count("Chưa gắn với chương trình") == 2


def test_a_document_of_no_kind_is_not_called_other(browser, standing):
    document = a_document(standing, "Ghi chép buổi họp")

    pages = [in_words(browser.get(address)) for address in (confirming(document), document.get_absolute_url())]

    assert document.kind == Document.Kind.OTHER
    assert all("<p>Khác" not in page for page in pages)


# --- what the reader did not name

HELD = "Sở Công Thương chủ trì, tổ chức 12 lớp\ntập huấn trong năm 2026."


@pytest.fixture
def unnamed(standing) -> DocumentVersion:
    version = factories.a_version(standing, f"Kế hoạch năm 2026.\n{HELD}", title="Kế hoạch năm 2026")
    actions.join_programme(version.document_id, factories.a_programme(standing), by=None)
    return version


def test_what_the_reader_did_not_name_is_added_with_its_sentence(browser, unnamed):
    address = reverse("intake:add", args=[unnamed.document_id, "task"])
    quote = "tổ chức 12 lớp tập huấn trong năm 2026"

    asked = in_words(browser.get(address, {"cau": quote}))
    answer = browser.post(address, {"quote": quote, "title": "Tổ chức 12 lớp tập huấn", "lead": "Sở Công Thương"}, follow=True)

    task = Activity.objects.get()
    (finding,) = unnamed.findings.all()
    assert quote in asked
    assert (str(task), [link.passage.quote for link in task.evidence.all()]) == (
        "Tổ chức 12 lớp tập huấn",
        ["tổ chức 12 lớp\ntập huấn trong năm 2026"],
    )
    assert (finding.state, finding.entered, finding.reader) == (Finding.State.CONFIRMED, task, "officer")
    assert "Đã thêm vào sổ" in in_words(answer)


def test_what_is_added_names_words_of_the_document_and_what_it_is(browser, unnamed):
    address = reverse("intake:add", args=[unnamed.document_id, "task"])

    elsewhere = browser.post(address, {"quote": "Sở Tài chính bố trí kinh phí", "title": "Bố trí kinh phí"})
    nameless = browser.post(address, {"quote": "tổ chức 12 lớp"})

    assert list(elsewhere.context["form"].errors) == ["quote"]
    assert list(nameless.context["form"].errors) == ["title"]
    assert (Activity.objects.count(), unnamed.findings.count()) == (0, 0)


def test_the_very_same_is_not_added_twice(browser, unnamed):
    address = reverse("intake:add", args=[unnamed.document_id, "event"])
    said = {"quote": "tổ chức 12 lớp tập huấn", "name": "Tập huấn"}

    browser.post(address, said)
    again = browser.post(address, said)

    assert "Văn bản đã có đúng thông tin này" in in_words(again)
    assert unnamed.findings.count() == 1


def test_a_document_of_no_programme_is_offered_a_programme_to_be_added(browser, standing):
    document = a_document(standing, "Quyết định phê duyệt chương trình")

    page = in_words(browser.get(confirming(document)))
    browser.post(
        reverse("intake:add", args=[document.pk, "programme"]),
        {
            "quote": "Quyết định phê duyệt chương trình",
            "title": "Chương trình hợp tác về khoa học và công nghệ giai đoạn 2026 - 2030",
        },
    )

    assert reverse("intake:add", args=[document.pk, "programme"]) in page
    assert reverse("intake:add", args=[document.pk, "task"]) not in page
    assert [programme.title for programme in queries.programmes_of_document(document)] == [
        "Chương trình hợp tác về khoa học và công nghệ giai đoạn 2026 - 2030"
    ]


def test_only_what_has_a_place_in_the_register_is_added(browser, unnamed):
    assert browser.get(reverse("intake:add", args=[unnamed.document_id, "inconsistency"])).status_code == 404


# --- a programme entered by mistake


def test_a_programme_entered_by_mistake_is_withdrawn_and_what_waits_for_it_belongs_to_none(browser, standing):
    programme = factories.a_programme(standing, "Chương trình của địa phương khác")
    document = a_document(standing, "Quyết định của địa phương khác")
    actions.join_programme(document.pk, programme, by=None)

    answer = browser.post(reverse("register:withdraw_programme", args=[programme.pk]), {"reason": "Nhầm"}, follow=True)

    assert "Chương trình của địa phương khác" not in in_words(answer)
    assert [finding.programme for finding in newest(document).findings.all()] == [None]
    assert queries.programmes_of_document(document) == []


def test_a_programme_that_work_stands_on_is_not_withdrawn(browser, standing, officer):
    programme = factories.a_programme(standing, "Chương trình hợp tác thử")
    task = factories.a_task(programme)
    address = reverse("register:withdraw_programme", args=[programme.pk])

    refused = browser.post(address, {"reason": "Nhầm"})
    withdraw(task, by=officer, reason="Nhầm")
    done = browser.post(address, {"reason": "Nhầm"})

    assert "Chương trình đang có: nhiệm vụ, hoạt động" in in_words(refused)
    assert done.url == reverse("register:programmes")


def test_nothing_is_offered_to_be_confirmed_at_once_before_its_programme_is_known(browser, standing):
    document = a_document(standing, "Báo cáo chưa rõ chương trình")
    of_its_own = a_document(standing, "Quyết định phê duyệt chương trình")
    factories.a_finding(newest(of_its_own), "programme", {"title": "Chương trình hợp tác thử"}, "Quyết định")
    (waiting,) = newest(document).findings.all()

    page = in_words(browser.get(confirming(document)))
    headers = {"HX-Request": "true", "HX-Current-URL": f"http://testserver{confirming(document)}"}
    refused = in_words(browser.post(reverse("intake:right", args=[waiting.pk]), headers=headers))
    told = in_words(browser.get(confirming(of_its_own)))

    at_once = [reverse("intake:confirm_certain", args=[one.pk]) for one in (document, of_its_own)]
    assert "Đề nghị chọn chương trình cho văn bản trước" in refused
    assert [at_once[0] in page, at_once[0] in refused, at_once[1] in told] == [False, False, True]


def test_a_paper_that_came_in_twice_says_so(browser, standing, elsewhere):
    said = {"title": "Kế hoạch dữ liệu", "number": "200/KH-UBND", "date": Term.on(date(2024, 5, 13))}
    first, again = (factories.a_version(standing, text, **said).document for text in ("Bản Word.", "Bản PDF."))
    factories.a_version(elsewhere, "Của nơi khác.", **said)
    other_day = factories.a_version(standing, "Năm sau.", **{**said, "date": Term.on(date(2025, 5, 13))}).document

    pages = {one: in_words(browser.get(confirming(one))) for one in (first, again, other_day)}

    told = "Cùng số, cùng ngày với văn bản đã có"
    assert [told in page for page in pages.values()] == [True, True, False]
    assert f'href="{confirming(first)}">200/KH-UBND Kế hoạch dữ liệu' in pages[again]
    assert reverse("documents:withdraw", args=[again.pk]) in pages[again]


# --- what is asked at all


def test_who_is_told_with_a_post_alone_is_not_asked_about_and_a_part_in_no_body_is_to_be_looked_at():
    text = (
        "Ông Trần Văn Mẫu, Giám đốc Sở Công Thương thành phố Vĩnh Hà phát biểu.\n\n"
        "Thành lập Ban Chỉ đạo chuyển đổi số thành phố Vĩnh Hà gồm:\n1. Trưởng ban: Bà Lê Thị Thử - Phó Chủ tịch UBND thành phố Vĩnh Hà;\n"
    )
    reading = read(Source("a.txt", text))
    nowhere = replace(
        reading, records=tuple(replace(one, value=replace(one.value, body=None)) for one in reading.of("membership"))
    )

    asked, unsure = proposals(reading, "0"), proposals(nowhere, "0")

    assert {one.value.person for one in reading.of("membership")} == {"Trần Văn Mẫu", "Lê Thị Thử"}
    assert [(one.value["person"], one.certain) for one in asked if one.kind == "membership"] == [("Lê Thị Thử", True)]
    assert [(one.value["person"], one.certain) for one in unsure] == [("Lê Thị Thử", False)]
