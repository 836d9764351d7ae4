"""Files dropped together: each is read or refused by itself, with its message; the page tells how far it is."""

import os
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse

import factories
from hopluc.reading import Naming
from hopluc.web.documents import files
from hopluc.web.documents import queries as documents
from hopluc.web.documents.models import Document, DocumentVersion
from hopluc.web.intake import actions, incoming, queries
from hopluc.web.intake.models import Batch, Finding, Upload
from hopluc.web.jobs.actions import cancel
from hopluc.web.jobs.models import Job
from hopluc.web.jobs.worker import perform, run_worker
from hopluc.web.journal import queries as journal
from hopluc.web.register.models import Programme

PLAN = """KẾ HOẠCH
Triển khai Chương trình hợp tác nghiên cứu giống cây thành phố Vĩnh Hà giai đoạn 2026 - 2030

I. MỤC TIÊU
Đến năm 2030, có ít nhất 60 công nghệ được chuyển giao cho doanh nghiệp của thành phố.
Năm 2025, các đơn vị đã tổ chức 12 lớp tập huấn cho 450 lượt nông dân.
"""
REPORT = """BÁO CÁO
Kết quả thực hiện Chương trình hợp tác nghiên cứu giống cây thành phố Vĩnh Hà giai đoạn 2026 - 2030

Năm 2026, các đơn vị đã tổ chức 15 lớp tập huấn cho 500 lượt nông dân.
"""


@pytest.fixture
def browser(officer, signed_in) -> Client:
    return signed_in(officer)


@pytest.fixture
def folder(settings, tmp_path) -> Path:
    """A data folder of its own, for what waits to be read."""
    settings.HOME = tmp_path
    return tmp_path / "incoming"


def drop(browser: Client, owner, *given, **said):
    data = {"files": [factories.a_file(name, content) for name, content in given], "owner": owner.pk, **said}
    return browser.post(reverse("intake:take_in"), data)


def read_all() -> None:
    run_worker(once=True, work=perform)


def in_words(response) -> str:
    return " ".join(response.content.decode().split())


def test_good_files_are_read_though_others_are_not(browser, standing, folder):
    answer = drop(
        browser,
        standing,
        ("ke-hoach.txt", PLAN),
        ("rong.docx", b""),
        ("bao-cao.txt", REPORT),
        ("anh.png", b"\x89PNG\r\n\x1a\n\0"),
    )
    read_all()

    batch = Batch.objects.get()
    assert answer.url == batch.get_absolute_url()
    assert [(upload.name, upload.state) for upload in batch.uploads.all()] == [
        ("ke-hoach.txt", "read"),
        ("rong.docx", "refused"),
        ("bao-cao.txt", "read"),
        ("anh.png", "refused"),
    ]
    assert batch.job.result == {"read": 2, "refused": 2}
    assert list(folder.iterdir()) == []


def test_the_batch_tells_what_was_read_and_what_to_do_about_the_rest(browser, standing, folder):
    drop(browser, standing, ("ke-hoach.txt", PLAN), ("rong.docx", b""))
    read_all()

    page = in_words(browser.get(Batch.objects.get().get_absolute_url()))

    assert "Các tệp khác trong lần tải lên này đã được đọc (1/2 tệp)." in page
    assert "Tệp &quot;rong.docx&quot; không có nội dung. Đề nghị kiểm tra lại và tải lên đúng tệp." in page
    assert "Nếu tài liệu có dấu chỉ độ mật, đề nghị không tải lên hệ thống và liên hệ Văn thư cơ quan." in page
    assert "hx-trigger" not in page


def test_while_files_wait_the_page_asks_again_by_itself(browser, standing, folder):
    drop(browser, standing, ("ke-hoach.txt", PLAN))

    page = in_words(browser.get(Batch.objects.get().get_absolute_url()))

    assert 'hx-trigger="every 2s"' in page
    assert "Đã xử lý 0/1 tệp" in page


def test_a_file_that_came_before_is_known_and_not_asked_about_twice(browser, standing, folder):
    drop(browser, standing, ("ke-hoach.txt", PLAN))
    read_all()
    before = Finding.objects.count()

    drop(browser, standing, ("ban-sao.txt", PLAN))
    read_all()

    assert before > 0
    assert [upload.state for upload in Upload.objects.all()] == ["read", "known"]
    assert (Document.objects.count(), Finding.objects.count()) == (1, before)


def test_a_note_nothing_is_read_from_is_known_the_second_time_too(browser, standing, folder):
    for name in ("mot.txt", "hai.txt"):
        drop(browser, standing, (name, "Giấy mời họp."))
        read_all()

    assert [upload.state for upload in Upload.objects.all()] == ["read", "known"]
    assert Finding.objects.count() == 0


def test_files_dropped_for_a_programme_belong_to_it(browser, standing, folder):
    programme = factories.a_programme(standing)

    drop(browser, standing, ("tin.txt", PLAN), programme=programme.pk)
    read_all()

    assert set(Finding.objects.values_list("programme", flat=True)) == {programme.pk}
    assert list(programme.documents.values_list("title", flat=True)) == list(Document.objects.values_list("title", flat=True))


def test_a_document_joins_the_programme_it_names(browser, standing, folder):
    named = factories.a_programme(standing, "Chương trình hợp tác nghiên cứu giống cây thành phố Vĩnh Hà giai đoạn 2026 - 2030")
    factories.a_programme(standing, "Chương trình hợp tác đào tạo kỹ sư vi mạch tỉnh Tân Lâm")

    drop(browser, standing, ("ke-hoach.txt", PLAN))
    read_all()

    assert set(Finding.objects.values_list("programme", flat=True)) == {named.pk}


ELSEWHERE = (
    "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI VÂN\nSỞ KHOA HỌC VÀ CÔNG NGHỆ\nSố: 15/BC-SKHCN\n\nBÁO CÁO\nKết quả thực hiện Chương trình hợp tác "
    "khoa học và công nghệ giai đoạn 2024-2028\n\nThực hiện Quyết định số 512/QĐ-UBND phê duyệt Chương trình hợp tác khoa học và "
    "công nghệ giai đoạn 2024-2028, Sở Khoa học và Công nghệ thành phố Hải Vân báo cáo như sau:\nNăm 2025 đã mở 12 lớp tập huấn.\n"
)


def test_a_report_of_another_city_joins_no_programme_and_founds_its_own(browser, standing, officer, folder):
    title = "Chương trình hợp tác về khoa học, công nghệ và đổi mới sáng tạo thành phố Vĩnh Hà giai đoạn 2021 - 2030"
    ours = factories.a_programme(standing, title)
    drop(browser, standing, ("bao-cao.txt", ELSEWHERE))
    read_all()
    assert set(Finding.objects.values_list("programme", flat=True)) == {None}

    founded = actions.confirm(Finding.objects.get(kind="programme"), by=officer)

    assert (Programme.objects.count(), founded == ours) == (2, False)


def test_a_report_of_our_city_on_a_shorter_title_joins(browser, standing, folder):
    title = "Chương trình hợp tác về khoa học, công nghệ và đổi mới sáng tạo thành phố Vĩnh Hà giai đoạn 2021 - 2030"
    ours = factories.a_programme(standing, title)

    drop(browser, standing, ("bao-cao.txt", ELSEWHERE.replace("HẢI VÂN", "VĨNH HÀ").replace("Hải Vân", "Vĩnh Hà")))
    read_all()

    assert set(Finding.objects.values_list("programme", flat=True)) == {ours.pk}


def test_the_decision_a_programme_was_entered_with_tells_it_from_another(officer, standing):
    title = "Chương trình hợp tác khoa học và công nghệ với các viện nghiên cứu"
    said = {"title": title, "decision": "9/QĐ-UBND"}
    known = actions.confirm(factories.a_finding(factories.a_version(standing), "programme", said), by=officer)

    namings = [Naming.of(f"{title} trong vùng", decision=number) for number in ("9/QĐ-UBND", "8/QĐ-UBND")]

    assert [queries.programme_titled(standing.pk, [naming]) for naming in namings] == [known, None]


def test_once_a_programme_is_confirmed_what_came_with_it_joins_it(browser, standing, officer, folder):
    drop(browser, standing, ("ke-hoach.txt", PLAN), ("bao-cao.txt", REPORT))
    read_all()
    assert set(Finding.objects.values_list("programme", flat=True)) == {None}

    actions.confirm(Finding.objects.filter(kind="programme").first(), by=officer)
    read_all()

    assert Programme.objects.count() == 1
    assert set(Finding.objects.values_list("programme", flat=True)) == {Programme.objects.get().pk}


def test_a_programme_of_another_agency_is_not_offered(browser, standing, member, folder):
    theirs = factories.a_programme(member)
    theirs.roles.create(owner=member, programme=theirs, organisation=standing, capacity="member")

    answer = drop(browser, standing, ("ke-hoach.txt", PLAN), programme=theirs.pk)

    assert answer.status_code == 400
    assert Batch.objects.count() == 0


def test_a_file_past_the_limit_is_refused_at_once_and_none_of_it_kept(browser, standing, settings, folder):
    settings.MOST_UPLOAD_BYTES = 2**20
    drop(browser, standing, ("so.txt", b"1" * (2**20 + 1)), ("ke-hoach.txt", PLAN))

    large, good = Upload.objects.all()
    assert (large.state, large.problem, large.size, large.incoming) == ("refused", "too-large", 2**20 + 1, "")
    assert (
        large.message == 'Tệp "so.txt" vượt quá mức xử lý (tệp lớn hơn 1 MB). Đề nghị tách thành các tệp nhỏ hơn rồi tải lên.'
    )
    assert [path.stat().st_size for path in folder.iterdir()] == [good.size]


def test_a_file_of_just_the_limit_is_taken(browser, standing, settings, folder):
    settings.MOST_UPLOAD_BYTES = 2**20
    drop(browser, standing, ("so.txt", b"1" * 2**20))

    assert (Upload.objects.get().state, Upload.objects.get().size) == ("waiting", 2**20)
    assert [path.stat().st_size for path in folder.iterdir()] == [2**20]


def test_an_agency_keeps_so_much_and_no_more_and_the_others_are_read(browser, standing, settings, folder):
    settings.MOST_KEPT_BYTES = 2500
    drop(browser, standing, ("a.txt", b"1" * 1500))
    drop(browser, standing, ("b.txt", b"2" * 900), ("c.txt", b"3" * 900), ("d.txt", b"4" * 100))

    assert [(one.name, one.state, one.problem) for one in Upload.objects.all()] == [
        ("a.txt", "waiting", ""),
        ("b.txt", "waiting", ""),
        ("c.txt", "refused", "no-room"),
        ("d.txt", "waiting", ""),
    ]
    assert Upload.objects.get(name="c.txt").message == (
        'Chưa nhận tệp "c.txt": cơ quan đã lưu 0,0 GB trong mức 0,0 GB. Đề nghị báo quản trị hệ thống nâng mức lưu, rồi tải lại tệp này.'
    )
    assert sorted(path.stat().st_size for path in folder.iterdir()) == [100, 900, 1500]


def test_what_is_kept_counts_every_version_and_one_agency_does_not_fill_anothers(standing, member):
    factories.a_version(standing, "Kế hoạch của thành phố Vĩnh Hà.")
    factories.a_version(standing, "Báo cáo của thành phố Vĩnh Hà, năm 2026.")

    sizes = DocumentVersion.objects.values_list("size", flat=True)
    assert (documents.bytes_kept(standing.pk), documents.bytes_kept(member.pk)) == (sum(sizes), 0)
    assert len(sizes) == 2


def test_more_than_may_be_sent_together_is_refused_before_it_is_read(browser, standing, settings, folder):
    settings.MOST_TOGETHER_BYTES = 1000

    assert drop(browser, standing, ("so.txt", b"1" * 2000)).status_code == 400
    assert Batch.objects.count() == 0


def test_more_files_than_may_be_dropped_are_refused_by_the_form(browser, standing, folder):
    answer = drop(browser, standing, *((f"{n}.txt", b"1") for n in range(101)))

    assert answer.status_code == 400
    assert "Mỗi lần tải lên tối đa 100 tệp." in in_words(answer)
    assert Batch.objects.count() == 0


def test_no_file_chosen_is_said(browser, standing, folder):
    assert drop(browser, standing).status_code == 400
    with pytest.raises(ValidationError, match="Chưa chọn tệp nào"):
        actions.take_in(standing, by=None, files=[])


def test_what_a_failed_upload_put_aside_is_destroyed(standing, folder, monkeypatch):
    with pytest.raises(ValidationError):
        actions.take_in(standing, by=None, files=[ContentFile(b"mot", "a.txt"), ContentFile(b"hai", "")])

    assert (Batch.objects.count(), list(folder.iterdir())) == (0, [])


def test_a_stopped_batch_is_read_on(browser, standing, officer, folder):
    drop(browser, standing, ("ke-hoach.txt", PLAN))
    batch = Batch.objects.get()
    cancel(batch.job, by=officer)
    page = in_words(browser.get(batch.get_absolute_url()))
    assert "Việc đọc đã dừng, còn 1 tệp chờ đọc" in page

    browser.post(reverse("intake:read_on", args=[batch.pk]))
    read_all()

    assert [upload.state for upload in batch.uploads.all()] == ["read"]
    assert journal.verify().whole


def test_a_batch_that_is_being_read_is_not_read_on(browser, standing, folder):
    drop(browser, standing, ("ke-hoach.txt", PLAN))

    answer = browser.post(reverse("intake:read_on", args=[Batch.objects.get().pk]), follow=True)

    assert "không còn tệp nào chờ đọc" in in_words(answer)
    assert Job.objects.count() == 1


def test_a_file_whose_bytes_are_gone_is_refused_and_the_others_go_on(browser, standing, folder):
    drop(browser, standing, ("mot.txt", PLAN), ("hai.txt", REPORT))
    incoming.destroy(Upload.objects.first().incoming)

    read_all()

    assert [(upload.state, upload.problem) for upload in Upload.objects.all()] == [("refused", "unreadable-file"), ("read", "")]


def test_a_file_that_ended_the_reader_twice_is_refused_and_the_others_go_on(browser, standing, folder):
    drop(browser, standing, ("mot.txt", PLAN), ("hai.txt", REPORT))
    Upload.objects.filter(name="mot.txt").update(problem=Upload.BEGUN[-1])

    read_all()

    assert [(upload.state, upload.problem) for upload in Upload.objects.all()] == [("refused", "broken-file"), ("read", "")]


def test_bytes_left_behind_by_a_killed_process_are_destroyed_by_the_next(browser, standing, folder):
    drop(browser, standing, ("mot.txt", PLAN), ("hai.txt", REPORT))
    Upload.objects.filter(name="mot.txt").update(state="refused", problem="state-secret")
    assert len(list(folder.iterdir())) == 2

    read_all()

    assert list(folder.iterdir()) == []
    assert queries.incoming_names() == set()


def test_bytes_that_are_gone_already_do_not_stop_the_next(browser, standing, folder):
    drop(browser, standing, ("mot.txt", PLAN), ("hai.txt", REPORT))
    read_all()
    Upload.objects.update(incoming="da-mat")
    drop(browser, standing, ("ba.txt", f"{PLAN}Bản ba."))
    Job.objects.filter(kind="read_batch").update(state="queued")

    read_all()

    assert list(Upload.objects.values_list("state", "incoming")) == [("read", ""), ("read", ""), ("read", "")]
    assert set(Job.objects.values_list("state", flat=True)) == {"done"}


def test_the_bytes_of_a_waiting_file_are_never_cleared(browser, standing, folder):
    drop(browser, standing, ("mot.txt", PLAN))

    with pytest.raises(AssertionError):
        actions.clear_incoming(Upload.objects.get())
    assert len(list(folder.iterdir())) == 1


def test_bytes_that_no_upload_names_go_after_a_day(folder, db):
    old, new, known = (incoming.put([b"x"]) for _ in range(3))
    for name in (old, known):
        os.utime(folder / name, (0, 0))

    incoming.sweep({known})

    assert {path.name for path in folder.iterdir()} == {new, known}


def test_destroying_overwrites_what_stood_there(folder, tmp_path):
    name = incoming.put([b"tuyet ", b"doi", b"!" * 2**21])
    os.link(folder / name, tmp_path / "same-bytes")

    incoming.destroy(name)

    assert set((tmp_path / "same-bytes").read_bytes()) == {0}
    assert not (folder / name).exists()
    incoming.destroy(name)  # gone already is well


def test_a_read_file_is_kept_as_it_came(browser, standing, folder):
    drop(browser, standing, ("ke-hoach.txt", PLAN))
    read_all()

    with files.open_kept(Document.objects.get().versions.get().sha256) as kept:
        assert kept.read() == PLAN.encode()


def test_a_name_is_kept_in_nfc_without_its_folders(browser, standing, folder):
    drop(browser, standing, ("../../etc/Kê\u0301 hoa\u0323ch.txt", PLAN))

    assert Upload.objects.get().name == "Kế hoạch.txt"


@pytest.mark.parametrize(("page", "onward"), [("/viec/", "/viec/"), ("//khac.example/", ""), ("https://khac.example/", "")])
def test_upload_leads_on_to_the_page_it_is_needed_for(browser, standing, folder, page, onward):
    answer = drop(browser, standing, ("ke-hoach.txt", PLAN), tiep=page)
    read_all()

    shown = browser.get(answer.url)

    document = Document.objects.get()
    assert shown.context["onward"] == (f"{onward}?van-ban={document.pk}" if onward else "")
    assert ("Tiếp tục với văn bản vừa tải lên" in shown.content.decode()) == bool(onward)
