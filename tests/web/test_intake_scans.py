"""Scans on the site: photographs taken together, what the machine put right is told, stamps of arrival, words pasted in an old encoding."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

import factories
from hopluc.reading.encodings import TCVN3, decoded_letters
from hopluc.reading.sources.scanner import scanner
from hopluc.reading.sources.sniff import BUNDLE
from hopluc.web.documents.models import Document, DocumentVersion
from hopluc.web.documents.versions import document_of
from hopluc.web.intake.models import Batch, Finding, Upload
from hopluc.web.jobs.worker import perform, run_worker
from sources import printed

FIRST = "Căn cứ Quyết định số 15/QĐ-UBND ngày 05/3/2024 của thành phố Vĩnh Hà."
SECOND = "Sở Khoa học và Công nghệ hoàn thành trước ngày 30/6/2024."

can_scan = pytest.mark.skipif(scanner() is None, reason="tesseract with its Vietnamese data is not installed")


@pytest.fixture
def browser(officer, signed_in) -> Client:
    return signed_in(officer)


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.HOME = tmp_path


def drop(browser: Client, owner, *given, **said):
    data = {"files": [factories.a_file(name, content) for name, content in given], "owner": owner.pk, **said}
    return browser.post(reverse("intake:take_in"), data)


def in_words(response) -> str:
    return " ".join(response.content.decode().split())


@can_scan
def test_photographs_together_become_one_document(browser, standing):
    drop(browser, standing, ("trang 1.png", printed(FIRST, "png")), ("trang 2.png", printed(SECOND, "png")), together="on")
    run_worker(once=True, work=perform)

    version = DocumentVersion.objects.get()
    page = in_words(browser.get(reverse("intake:confirm", args=[version.document_id])))
    assert (version.name, version.media_type) == ("trang 1 và 1 ảnh khác.zip", BUNDLE)
    assert version.text == f"{FIRST}\n{SECOND}\n"
    assert "Trang 1-2 là bản chụp, phần chữ do máy nhận dạng; đề nghị đối chiếu với bản gốc." in page
    assert 'class="pagemark" lang="vi">trang 2<' in page


def test_only_pictures_are_put_together(browser, standing):
    answer = drop(browser, standing, ("a.png", printed(FIRST, "png")), ("b.txt", FIRST), together="on")

    assert answer.status_code == 400
    assert "tệp “b.txt” không phải ảnh. Đề nghị bỏ tệp này, hoặc bỏ dấu chọn ghép." in in_words(answer)
    assert Batch.objects.count() == 0


def test_pictures_together_are_no_more_than_one_file_may_be(browser, standing, settings):
    picture = printed(FIRST, "png")
    settings.MOST_UPLOAD_BYTES = len(picture) + 10

    answer = drop(browser, standing, ("a.png", picture), ("b.png", picture), together="on")

    assert answer.status_code == 400
    assert "Các ảnh ghép lại lớn hơn" in in_words(answer)


def test_without_the_mark_each_file_is_a_document(browser, standing):
    drop(browser, standing, ("a.txt", FIRST), ("b.txt", SECOND))

    assert [upload.name for upload in Upload.objects.all()] == ["a.txt", "b.txt"]


def test_what_the_machine_put_right_is_told_beside_the_finding(browser, standing):
    version = factories.a_version(standing, FIRST)
    start = version.text.index("15/QĐ")
    version.written, version.doubtful = [[start, start + 10, "I5/QÐ-UBND"]], [[start, start + 10]]
    version.properties = {"recognised_pages": "1"}
    version.save()
    finding = Finding.objects.create(
        version=version,
        kind="legal_basis",
        identity="a",
        claim="a",
        value={"number": "15/QĐ-UBND"},
        spans=[[0, len(FIRST)]],
        certain=False,
        reader="thử",
    )

    page = in_words(browser.get(finding.get_absolute_url()))

    assert "Máy nhận dạng là “I5/QÐ-UBND”, đã sửa thành “15/QĐ-UBND” theo mẫu số, ký hiệu văn bản." in page
    assert document_of(version).original(document_of(version).doubtful[0]) == "I5/QÐ-UBND"


def test_the_stamp_of_arrival_is_kept_with_the_document(browser, standing):
    text = "SỞ CÔNG THƯƠNG\nSố: 145/SCT-KH\nTân Lâm, ngày 02 tháng 3 năm 2024\nĐẾN\nSố: 1274\nNgày: 05/3/2024\nBÁO CÁO\nKết quả thực hiện\n"
    drop(browser, standing, ("bao-cao.txt", text))
    run_worker(once=True, work=perform)

    document = Document.objects.get()
    assert (document.number, document.incoming_number, document.incoming_on) == ("145/SCT-KH", "1274", dt.date(2024, 3, 5))


def test_a_note_pasted_in_an_old_encoding_is_read_in_unicode_and_kept_as_typed(browser, standing):
    said = "Đồng chí phó chủ tịch yêu cầu hoàn thành kế hoạch trước ngày 30/6/2024, báo cáo tiến độ hằng tháng."
    letters = {decoded_letters(chr(code), TCVN3): chr(code) for code in range(0xA1, 0xFF)}
    typed = "".join(letters.get(letter, letter) for letter in said)

    browser.post(
        reverse("intake:note_source"),
        {
            "owner": standing.pk,
            "source": "call",
            "told_by": "Nguyễn Thị Mẫu",
            "told_at": "2024-03-05T08:00",
            "title": "Đôn đốc kế hoạch",
            "text": typed,
        },
    )

    version = DocumentVersion.objects.get()
    assert (version.text, document_of(version).original((0, len(said)))) == (said, typed)
