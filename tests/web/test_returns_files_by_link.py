"""Files sent by the private link of a return: read like all others, told with who sent them, and only while the link opens."""

import pytest
from django.test import Client
from django.urls import reverse

import factories
from hopluc.errors import StateSecret
from hopluc.web.intake.models import Upload
from hopluc.web.jobs.worker import perform, run_worker
from hopluc.web.people.models import Organisation, User
from hopluc.web.returns import actions, queries, rules
from hopluc.web.returns.actions.arriving import MOST_BY_LINK
from hopluc.web.returns.models import Return, Round, Step

WHO = "Ông Lê Văn Thử, Phó Giám đốc"


@pytest.fixture
def round_(standing: Organisation, member: Organisation) -> Round:
    return factories.a_round(factories.a_programme(standing), member.name, "Sở Tài chính thành phố Vĩnh Hà")


@pytest.fixture
def row(round_: Round, member: Organisation) -> Return:
    return queries.newest_of(round_, member)


@pytest.fixture
def token(row: Return, officer: User) -> str:
    return actions.make_link(row, by=officer).token


def sent_to(token: str, *names: str, content: bytes | str = "Báo cáo kết quả năm 2026.", said_by: str = WHO):
    files = [factories.a_file(name, content) for name in names]
    return Client().post(reverse("returns:files_by_link", args=[token]), {"files": files, "said_by": said_by}, follow=True)


def told(answer) -> list[str]:
    return [str(message) for message in answer.context["messages"]]


def test_a_file_waits_on_the_rounds_page_with_who_sent_it(row, round_, token, member, officer, signed_in):
    sent_to(token, "bao-cao.txt")
    run_worker(once=True, work=perform)

    page = signed_in(officer).get(round_.get_absolute_url())
    (waiting,) = page.context["waiting"]
    assert (waiting.row.state, waiting.agency, waiting.form.initial["agency"]) == ("read", member, member)
    assert f"{member} gửi: {WHO}" in page.content.decode()
    assert rules.verb_of(row) is None


def test_matched_it_is_the_agencys_return(row, round_, token, member, officer):
    sent_to(token, "bao-cao.txt")
    run_worker(once=True, work=perform)

    actions.match_paper(round_, by=officer, upload=Upload.objects.get(), agency=member)

    assert (rules.verb_of(row), row.papers.count()) == (Step.Verb.SENT, 1)


def test_a_hostile_file_is_refused(token):
    sent_to(token, "bao-cao.docx", content=b"\x7fELF\x02\x01\x01\0\0\0")
    run_worker(once=True, work=perform)

    upload = Upload.objects.get()
    assert (upload.state, upload.problem, upload.document) == ("refused", "unknown-format", None)


def test_a_file_larger_than_uploads_may_be_is_refused(token, settings):
    settings.MOST_UPLOAD_BYTES = 10

    sent_to(token, "bao-cao.txt")

    assert [(upload.state, upload.problem) for upload in Upload.objects.all()] == [("refused", "too-large")]


def test_so_many_files_and_no_more(token, round_, row):
    actions.send_files_by_link(
        round_.links.get(), files=[factories.a_file(f"{n}.txt", f"Tệp {n}") for n in range(MOST_BY_LINK)], said_by=WHO
    )

    answer = sent_to(token, "nua.txt")

    assert told(answer) == ["Mỗi đơn vị gửi tối đa 20 tệp trong một kỳ. Đề nghị gửi tệp khác qua hệ thống quản lý văn bản."]
    assert Upload.objects.count() == MOST_BY_LINK


def test_with_more_allowed_the_same_file_would_be_taken(token, round_, monkeypatch):
    monkeypatch.setattr("hopluc.web.returns.actions.arriving.MOST_BY_LINK", 1)
    sent_to(token, "mot.txt")
    refused = Upload.objects.count()
    monkeypatch.undo()

    sent_to(token, "nua.txt")

    assert (refused, Upload.objects.count()) == (1, 2)


def test_who_sends_names_oneself(token):
    assert len(told(sent_to(token, "bao-cao.txt", said_by=""))) == 1
    assert Upload.objects.count() == 0


def test_a_link_that_ended_takes_no_file(row, token, officer):
    actions.revoke_links(row, by=officer)

    assert sent_to(token, "bao-cao.txt").status_code == 404
    assert Upload.objects.count() == 0


def test_a_received_return_takes_no_file_and_the_page_asks_for_none(row, token, officer):
    page = Client().get(reverse("returns:by_link", args=[token]))
    factories.a_told(row, "Đã tổ chức hội thảo.")
    actions.send(row, by=None)
    copy = sent_to(token, "ban-ky.txt").status_code
    actions.receive(row, by=officer)

    assert (page.context["files"] is not None, copy, sent_to(token, "bao-cao.txt").status_code) == (True, 200, 403)
    assert Client().get(reverse("returns:by_link", args=[token])).context["files"] is None
    assert Upload.objects.count() == 1


def test_a_secret_is_refused_to_the_senders_face(token):
    answer = sent_to(token, "bao-cao.txt", content="TỐI MẬT\nBáo cáo kết quả năm 2026.")

    assert told(answer) == [str(StateSecret(name="…", mark="Tối mật"))]
    assert Upload.objects.count() == 0
    assert "Không tải lên tài liệu có dấu chỉ độ mật." in answer.content.decode()


def test_an_account_of_the_agency_sends_files_without_a_link(row, round_, member, officer, signed_in):
    writer = factories.an_account(member, name="Đỗ Văn Thử")
    browser, address = signed_in(writer), reverse("returns:send_files", args=[row.pk])
    page = browser.get(row.get_absolute_url()).content.decode()

    answer = browser.post(address, {"files": [factories.a_file("bao-cao.txt", "Báo cáo kết quả năm 2026.")]}, follow=True)
    run_worker(once=True, work=perform)

    (waiting,) = signed_in(officer).get(round_.get_absolute_url()).context["waiting"]
    assert f'action="{address}"' in page
    assert told(answer) == ["Đã nhận tệp. Cơ quan đề nghị báo cáo sẽ đọc và ghi nhận."]
    assert (waiting.agency, waiting.row.batch.round_link.said_by) == (member, "Đỗ Văn Thử")


def test_files_from_accounts_and_links_are_counted_together(row, token, member, signed_in):
    sent_to(token, *(f"bao-cao-{number}.txt" for number in range(MOST_BY_LINK)))
    browser = signed_in(factories.an_account(member))

    answer = browser.post(
        reverse("returns:send_files", args=[row.pk]), {"files": [factories.a_file("a.txt", "a")]}, follow=True
    )

    assert "tối đa 20 tệp" in told(answer)[0]
    assert Upload.objects.count() == MOST_BY_LINK
