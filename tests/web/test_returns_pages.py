"""Pages of the reporting year: opening a round in three presses, the truth of its page, filling a return, its private link, its papers."""

import io
import re
import threading
import zipfile
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import docx
import lxml.html
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

import factories
from hopluc.web.documents.models import Document
from hopluc.web.intake.models import Upload
from hopluc.web.jobs.worker import perform, run_worker
from hopluc.web.measures.figures import Figure
from hopluc.web.people.models import Membership, Organisation, User
from hopluc.web.people.tokens import hash_of
from hopluc.web.register.models import Programme
from hopluc.web.returns import actions, queries, rules
from hopluc.web.returns.actions.steps import take_step
from hopluc.web.returns.contents import content_of
from hopluc.web.returns.models import Return, Round, Step
from hopluc.web.returns.papers import qr_code
from hopluc.web.returns.prefill import NewLine, NewSentence
from hopluc.web.terms import Term

pytestmark = pytest.mark.django_db
OPEN, ROUNDS = reverse("returns:open"), reverse("returns:rounds")
LETTER = """ỦY BAN NHÂN DÂN	CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
THÀNH PHỐ VĨNH HÀ	Độc lập - Tự do - Hạnh phúc
SỞ KHOA HỌC VÀ CÔNG NGHỆ
Số: 2145/SKHCN-KHTC	Vĩnh Hà, ngày 24 tháng 11 năm 2026
V/v báo cáo kết quả thực hiện Chương trình hợp tác năm 2026

Kính gửi:
- Sở Tài chính;
- Sở Công Thương;
- Ủy ban nhân dân phường Hồng Lạc.

Thực hiện Chương trình hợp tác của thành phố, Sở Khoa học và Công nghệ đề nghị các cơ quan, đơn vị báo cáo kết quả thực hiện năm 2026 theo đề cương kèm theo.
Báo cáo gửi về Sở Khoa học và Công nghệ trước ngày 16/12/2026 để tổng hợp, trình Ủy ban nhân dân thành phố trước ngày 25/12/2026.

ĐỀ CƯƠNG BÁO CÁO
I. KẾT QUẢ THỰC HIỆN
1. Ứng dụng, chuyển giao công nghệ
2. Đào tạo nhân lực
II. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN
III. ĐỀ XUẤT, KIẾN NGHỊ
"""
PAPER = """ỦY BAN NHÂN DÂN	CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
THÀNH PHỐ VĨNH HÀ	Độc lập - Tự do - Hạnh phúc
SỞ CÔNG THƯƠNG
Số: 88/BC-SCT	Vĩnh Hà, ngày 10 tháng 12 năm 2026

BÁO CÁO
Kết quả thực hiện Chương trình hợp tác năm 2026

I. KẾT QUẢ THỰC HIỆN
- Trong năm 2026, Sở đã hỗ trợ 37 doanh nghiệp đổi mới công nghệ.

II. TỒN TẠI, HẠN CHẾ
- Việc giải ngân kinh phí còn chậm so với yêu cầu.
"""
OUTLINE = (actions.Heading("Kết quả thực hiện", "1."), actions.Heading("Tồn tại, hạn chế", "2."))


@pytest.fixture
def programme(standing: Organisation, member: Organisation) -> Programme:
    made = factories.a_programme(standing, "Chương trình hợp tác thử nghiệm")
    factories.a_task(made, lead=member)
    return made


@pytest.fixture
def round_(standing: Organisation, programme: Programme) -> Round:
    return actions.open_round(
        standing,
        by=None,
        title="Báo cáo năm 2026: Chương trình hợp tác thử nghiệm",
        period=Term(date(2025, 12, 15), date(2026, 12, 14)),
        due_on=date(2026, 12, 16),
        agencies=("Sở Công Thương thành phố Vĩnh Hà", "Sở Tài chính thành phố Vĩnh Hà"),
        outline=OUTLINE,
        programme=programme,
        regime="year",
    )


@pytest.fixture
def row(round_: Round, member: Organisation) -> Return:
    return queries.newest_of(round_, member)


def posted(page: str) -> dict[str, str]:
    """What a browser would send of a form as it stands."""
    form = max(lxml.html.fromstring(page).forms, key=lambda one: len(one.fields))
    return {name: value.removeprefix("\n") for name, value in form.fields.items() if value is not None}


# Opening


def test_a_round_for_twenty_agencies_opens_in_two_presses(standing, officer, signed_in):
    programme = factories.a_programme(standing)
    names = [f"Sở Thử nghiệm {number} thành phố Vĩnh Hà" for number in range(1, 21)]
    for name in names:
        factories.a_task(programme, lead=factories.an_organisation(name))
    browser = signed_in(officer)

    proposed = browser.get(OPEN).content.decode()
    opened = browser.post(OPEN, posted(proposed), follow=True)

    round_ = Round.objects.get()
    assert opened.redirect_chain == [(round_.get_absolute_url(), 302)]
    assert [row.agency.name for row in queries.newest_returns(round_)] == names
    assert (round_.period_last, round_.due_on, round_.regime) == (date(2026, 12, 14), date(2026, 12, 16), "year")


def test_who_would_open_a_round_again_is_told_of_the_one_there_is(standing, officer, signed_in):
    factories.a_task(factories.a_programme(standing), lead=factories.an_organisation("Sở Thử nghiệm thành phố Vĩnh Hà"))
    browser = signed_in(officer)
    first = browser.get(OPEN).content.decode()
    browser.post(OPEN, posted(first))

    again = browser.get(OPEN).content.decode()

    assert "Kỳ báo cáo này đã mở" not in first
    assert "Kỳ báo cáo này đã mở" in again
    assert Round.objects.get().get_absolute_url() in again


def test_a_letter_that_asks_opens_its_round(standing, officer, programme, signed_in):
    version = factories.a_version(standing, LETTER, kind=Document.Kind.LETTER, number="2145/SKHCN-KHTC")
    address = reverse("returns:open_from", args=[version.document_id])

    said = posted(signed_in(officer).get(address).content.decode())

    assert said["agencies"].split("\r\n" if "\r\n" in said["agencies"] else "\n") == [
        "Sở Tài chính thành phố Vĩnh Hà",
        "Sở Công Thương thành phố Vĩnh Hà",
        "Ủy ban nhân dân phường Hồng Lạc",
    ]
    assert said["outline"].splitlines() == [
        "1. Ứng dụng, chuyển giao công nghệ",
        "2. Đào tạo nhân lực",
        "II. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN",
        "Nguyên nhân",
        "III. ĐỀ XUẤT, KIẾN NGHỊ",
    ]
    assert (said["due_on"], said["first"], said["last"]) == ("16/12/2026", "15/12/2025", "14/12/2026")

    signed_in(officer).post(address, said)
    assert Round.objects.get().asked_in == version.document


def test_the_page_of_a_letter_that_asks_offers_its_round(standing, officer, signed_in):
    version = factories.a_version(standing, LETTER, kind=Document.Kind.LETTER)
    other = factories.a_version(
        standing, "Kính gửi: Sở Tài chính.\nSở đã nhận được công văn của quý cơ quan.", kind=Document.Kind.LETTER
    )

    def offered(document: Document) -> bool:
        page = signed_in(officer).get(reverse("intake:confirm", args=[document.pk])).content.decode()
        return reverse("returns:open_from", args=[document.pk]) in page

    assert (offered(version.document), offered(other.document)) == (True, False)


# The round's page


def test_the_page_counts_whatever_way_an_answer_came(round_, row, officer, signed_in):
    browser = signed_in(officer)
    page = browser.get(round_.get_absolute_url())
    assert (page.context["answered"], page.context["asked"]) == (0, 2)

    dropped = {"files": [factories.a_file("bao-cao.txt", PAPER)]}
    browser.post(reverse("returns:drop", args=[round_.pk]), dropped)
    run_worker(once=True, work=perform)
    page = browser.get(round_.get_absolute_url())
    assert page.context["answered"] == 1
    assert [(file.row.name, file.agency) for file in page.context["waiting"]] == [("bao-cao.txt", row.agency)]
    assert str(page.context["returns"][0].label) == "Đã có tệp, chờ xác nhận đơn vị"


def test_a_dropped_paper_is_the_return_once_a_person_says_whose(round_, row, officer, signed_in):
    browser = signed_in(officer)
    browser.post(reverse("returns:drop", args=[round_.pk]), {"files": [factories.a_file("bao-cao.txt", PAPER)]})
    run_worker(once=True, work=perform)
    upload = Upload.objects.get()

    browser.post(reverse("returns:match", args=[round_.pk, upload.pk]), {"agency": row.agency_id})

    content = content_of(row)
    assert rules.verb_of(row) == Step.Verb.SENT
    assert row.steps.get(verb="sent").way == Step.Way.PAPER
    assert [(one.kind, one.text) for one in content.sentences if one.activity is None] == [
        ("result", "Trong năm 2026, Sở đã hỗ trợ 37 doanh nghiệp đổi mới công nghệ"),
        ("shortcoming", "Việc giải ngân kinh phí còn chậm so với yêu cầu"),
    ]
    assert [(line.row.unit, line.actual.low, line.row.passage.version.document) for line in content.lines] == [
        ("doanh nghiệp", 37, upload.document)
    ]
    page = browser.get(round_.get_absolute_url())
    assert [paper.document.number for paper in page.context["returns"][0].papers] == ["88/BC-SCT"]
    assert page.context["waiting"] == []


def test_a_paper_is_matched_once(round_, row, officer, signed_in):
    browser = signed_in(officer)
    browser.post(reverse("returns:drop", args=[round_.pk]), {"files": [factories.a_file("bao-cao.txt", PAPER)]})
    run_worker(once=True, work=perform)
    address, said = reverse("returns:match", args=[round_.pk, Upload.objects.get().pk]), {"agency": row.agency_id}

    browser.post(address, said)
    again = browser.post(address, said, follow=True)

    assert [str(message) for message in again.context["messages"]][-1].startswith("Văn bản này đã gắn")
    assert row.papers.count() == 1


def test_a_correction_that_is_being_written_takes_no_answer_back(round_, row, officer, signed_in):
    actions.send(row, by=None)
    actions.receive(row, by=officer)
    actions.correct_late(row, by=officer, reason="Đính chính số liệu.")

    page = signed_in(officer).get(round_.get_absolute_url())

    assert (page.context["answered"], page.context["received"]) == (1, 1)
    assert str(page.context["returns"][0].label) == "Đã tiếp nhận, đang đính chính"
    assert [one.row.agency.name for one in page.context["missing"]] == ["Sở Tài chính thành phố Vĩnh Hà"]
    assert signed_in(officer).get(ROUNDS).context["rounds"][0][1].answered == 1


def test_a_member_sees_its_own_return_and_nothing_of_others(round_, row, colleague, signed_in):
    page = signed_in(colleague).get(round_.get_absolute_url()).content.decode()

    assert row.get_absolute_url() in page
    assert "Sở Tài chính" not in page


# One return


def test_a_return_is_filled_put_up_and_sent(round_, row, colleague, officer, signed_in):
    leader = factories.an_account(row.agency, Membership.Role.LEADER)
    part = round_.parts.first()
    said = posted(signed_in(colleague).get(row.get_absolute_url()).content.decode())
    said |= {
        f"p{part.pk}_name": "Công nghệ chuyển giao",
        f"p{part.pk}_unit": "công nghệ",
        f"p{part.pk}_actual": "1.200",
        "do": "to_leader",
    }
    signed_in(colleague).post(row.get_absolute_url(), said)
    assert rules.verb_of(row) == Step.Verb.TO_LEADER

    again = posted(signed_in(leader).get(row.get_absolute_url()).content.decode())
    sent = signed_in(leader).post(row.get_absolute_url(), again | {"do": "sent"}, follow=True)

    assert content_of(row).lines[0].actual == Figure.exact(Decimal(1200))
    assert "Mã tra cứu: BC26-SCT-01" in next(str(message) for message in sent.context["messages"])
    signed_in(officer).post(reverse("returns:receive", args=[row.pk]))
    assert rules.verb_of(row) == Step.Verb.RECEIVED


def test_an_officer_may_not_send_what_a_leader_sends(row, colleague, signed_in):
    said = posted(signed_in(colleague).get(row.get_absolute_url()).content.decode())

    refused = signed_in(colleague).post(row.get_absolute_url(), said | {"do": "sent"})

    assert (refused.status_code, row.steps.count()) == (403, 0)


def test_what_a_colleague_wrote_meanwhile_is_not_lost(row, colleague, signed_in):
    part = row.round.parts.first()
    mine = posted(signed_in(colleague).get(row.get_absolute_url()).content.decode())
    factories.a_told(row, "Đồng nghiệp đã ghi câu này.")
    mine |= {f"p{part.pk}_text": "Câu của trang này.", "do": "save"}

    refused = signed_in(colleague).post(row.get_absolute_url(), mine)
    assert refused.status_code == 400
    assert "Câu của trang này." in refused.content.decode()

    signed_in(colleague).post(row.get_absolute_url(), posted(refused.content.decode()) | {"do": "save"})
    assert [one.text for one in content_of(row).sentences if one.text] == ["Đồng nghiệp đã ghi câu này.", "Câu của trang này."]


@pytest.mark.parametrize(
    ("typed", "told"), [("5,132", "có thể hiểu là hai số"), ("năm mươi", "Chưa đọc được số"), ("20 - 10", "Số đầu lớn hơn")]
)
def test_a_figure_that_can_be_read_in_two_ways_or_in_none_is_asked_again(row, colleague, signed_in, typed, told):
    part = row.round.parts.first()
    said = {f"p{part.pk}_name": "Công nghệ chuyển giao", f"p{part.pk}_actual": typed, "do": "save"}

    refused = signed_in(colleague).post(row.get_absolute_url(), said)

    assert refused.status_code == 400
    assert told in refused.content.decode()
    assert row.figure_lines.count() == 0


def test_the_standing_agency_fills_in_on_behalf_with_its_source(row, officer, signed_in):
    browser = signed_in(officer)
    said = posted(browser.get(row.get_absolute_url()).content.decode()) | {"do": "sent"}
    assert browser.post(row.get_absolute_url(), said).status_code == 400

    browser.post(row.get_absolute_url(), said | {"source": "Bà Lê Thị Thử, Phòng Kế hoạch, qua điện thoại 9 giờ ngày 15/12"})

    assert [(step.way, step.said_by) for step in row.steps.filter(verb="sent")] == [
        ("behalf", "Bà Lê Thị Thử, Phòng Kế hoạch, qua điện thoại 9 giờ ngày 15/12")
    ]


# The private link


@pytest.fixture
def token(row: Return, officer: User) -> str:
    return actions.make_link(row, by=officer).token


def test_a_link_opens_its_return_without_an_account_and_sends_it(row, token):
    browser, address = Client(), reverse("returns:by_link", args=[token])
    said = posted(browser.get(address).content.decode())

    unnamed = browser.post(address, said | {"do": "sent", "said_by": ""})
    assert (unnamed.status_code, rules.verb_of(row)) == (400, None)
    sent = browser.post(address, said | {"do": "sent", "said_by": "Ông Lê Văn Thử, Phó Giám đốc"}, follow=True)

    assert (sent.status_code, rules.verb_of(row)) == (200, Step.Verb.SENT)
    step = row.steps.get(verb="sent")
    assert (step.way, step.by, step.said_by) == ("link", None, "Ông Lê Văn Thử, Phó Giám đốc")


def test_a_link_opens_nothing_else(row, round_, token):
    browser = Client()
    page = browser.get(reverse("returns:by_link", args=[token]))

    assert "Sở Tài chính" not in page.content.decode()
    assert (page.headers["Referrer-Policy"], page.headers["X-Robots-Tag"]) == ("same-origin", "noindex")
    others = (round_.get_absolute_url(), row.get_absolute_url(), reverse("returns:paper", args=[row.pk]))
    assert [browser.get(address).status_code for address in others] == [302, 302, 302]


def test_of_a_token_only_its_hash_is_kept(row, token):
    link = queries.open_links(row.round, row.agency).get()

    assert link.sha256 == hash_of(token)
    assert token not in repr({name: str(value) for name, value in vars(link).items()})


@pytest.mark.parametrize("how", ["revoked", "expired", "round withdrawn", "another"])
def test_a_link_that_no_longer_opens_is_not_there(row, officer, token, how):
    link = queries.open_links(row.round, row.agency).get()
    if how == "revoked":
        actions.revoke_links(row, by=officer)
    elif how == "expired":
        link.expires_on = timezone.localdate() - timedelta(days=1)
        link.save()
    elif how == "round withdrawn":
        actions.withdraw_round(row.round, by=officer, reason="Mở nhầm")
    asked = token[:-1] + ("a" if token[-1] != "a" else "b") if how == "another" else token

    answer = Client().get(reverse("returns:by_link", args=[asked]))
    assert answer.status_code == 404
    assert "liên hệ cơ quan gửi liên kết" in answer.content.decode()
    assert "trình đơn" not in answer.content.decode()


def test_guessing_links_is_stopped_even_for_a_right_one(token):
    browser = Client()
    for number in range(5):
        browser.get(reverse("returns:by_link", args=[f"doan-mo-{number}"]))

    assert browser.get(reverse("returns:by_link", args=[token])).status_code == 404
    assert Client(REMOTE_ADDR="10.9.8.7").get(reverse("returns:by_link", args=[token])).status_code == 200


def test_what_is_received_is_read_by_its_link_and_no_longer_filled_in(row, officer, token):
    actions.save_return(row, by=None, filled=actions.Filled())
    actions.send(row, by=None)
    actions.receive(row, by=officer)

    page = Client().get(reverse("returns:by_link", args=[token]))

    assert page.context["form"] is None
    assert Client().post(reverse("returns:by_link", args=[token]), {"do": "sent", "said_by": "Ông A"}).status_code == 200
    assert rules.verb_of(row) == Step.Verb.RECEIVED


def test_what_was_put_up_inside_the_agency_is_not_sent_by_the_link(row, colleague, token):
    actions.put_up(row, by=colleague, to=Step.Verb.TO_LEADER)
    address = reverse("returns:by_link", args=[token])

    assert Client().get(address).context["form"] is None
    Client().post(address, {"do": "sent", "said_by": "Ông Lê Văn Thử"})
    assert rules.verb_of(row) == Step.Verb.TO_LEADER


PREPARING = "Sở Công Thương thành phố Vĩnh Hà đang soạn báo cáo này trong tài khoản của mình."


def drafted(row: Return, by: User | None) -> None:
    """The return with a sentence, kept by an account or by a link."""
    part = content_of(row).parts[0].part
    way = Step.Way.PAGE if by else Step.Way.LINK
    said = actions.Filled(sentences=(NewSentence(part, part.kind, "Câu chưa gửi."),))
    actions.save_return(row, by=by, filled=said, way=way)


@pytest.mark.parametrize("begun_by_link", [False, True])
def test_a_link_of_who_asks_opens_no_draft_of_an_account(row, colleague, token, begun_by_link):
    address = reverse("returns:by_link", args=[token])
    if begun_by_link:
        actions.save_return(row, by=None, filled=actions.Filled(), way=Step.Way.LINK)
    before = posted(Client().get(address).content.decode())
    drafted(row, colleague)

    page = Client().get(address).content.decode()
    assert ("Câu chưa gửi." in page, PREPARING in page) == (False, True)
    refused = Client().post(address, before | {"do": "sent", "said_by": "Ông Lê Văn Thử"}).content.decode()
    assert ("Câu chưa gửi." in refused, PREPARING in refused) == (False, True)
    assert rules.verb_of(row) == Step.Verb.BEGUN

    actions.send(row, by=colleague)
    assert "Câu chưa gửi." in Client().get(address).content.decode()


def test_a_link_of_who_asks_opens_no_draft_after_its_writer_left(row, colleague, token):
    drafted(row, None)
    actions.save_return(row, by=colleague, filled=actions.Filled())
    colleague.memberships.update(until=timezone.localdate() - timedelta(1))

    assert PREPARING in Client().get(reverse("returns:by_link", args=[token])).content.decode()


def test_a_link_of_the_agency_itself_goes_on_with_the_draft_of_its_account(row, colleague):
    address = reverse("returns:by_link", args=[actions.make_link(row, by=colleague).token])
    drafted(row, colleague)

    said = posted(Client().get(address).content.decode())
    assert "Câu chưa gửi." in said.values()
    Client().post(address, said | {"do": "sent", "said_by": "Ông Lê Văn Thử, Phó Giám đốc"})
    assert rules.verb_of(row) == Step.Verb.SENT


def test_a_link_of_who_asks_goes_on_with_what_was_begun_by_link(row, token):
    drafted(row, None)

    assert "Câu chưa gửi." in posted(Client().get(reverse("returns:by_link", args=[token])).content.decode()).values()


def test_a_link_of_nobody_known_opens_no_draft_of_an_account(row, colleague):
    address = reverse("returns:by_link", args=[actions.make_link(row, by=None).token])
    drafted(row, colleague)

    assert PREPARING in Client().get(address).content.decode()


def test_who_fills_in_on_behalf_sees_no_more_once_the_agency_begins(row, officer, colleague):
    actions.save_return(row, by=officer, filled=actions.Filled(), way=Step.Way.BEHALF, said_by="Bà Thử", note="Bà Thử")
    assert rules.can_fill_on_behalf(officer, row)

    drafted(row, colleague)

    assert (rules.can_read_content(officer, row), rules.can_fill_on_behalf(officer, row)) == (False, False)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_save_at_once_the_later_is_asked_to_compare(row, colleague, signed_in):
    part = row.round.parts.first()
    browsers = [signed_in(colleague), signed_in(colleague)]
    mine = posted(browsers[0].get(row.get_absolute_url()).content.decode()) | {"do": "save"}
    begun, answers = threading.Barrier(2), []

    def save(browser: Client, text: str) -> None:
        begun.wait(30)
        answer = browser.post(row.get_absolute_url(), mine | {f"p{part.pk}_text": text})
        answers.append((answer.status_code, "Báo cáo vừa được sửa ở nơi khác" in answer.content.decode()))
        connection.close()

    writers = [threading.Thread(target=save, args=(one, f"Câu {at}.")) for at, one in enumerate(browsers)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    assert sorted(answers) == [(302, False), (400, True)]
    assert len([one for one in content_of(row).sentences if one.text]) == 1


def test_a_link_is_shown_once_with_its_code(row, officer, signed_in):
    page = signed_in(officer).post(reverse("returns:make_link", args=[row.pk])).content.decode()

    address = re.search(r'value="(http://testserver/tra-loi/[^"]+)"', page)
    assert address is not None
    assert Client().get(address[1]).status_code == 200
    assert page.count("<svg") == 2  # the mark of the house, and the code
    assert address[1] not in signed_in(officer).get(row.get_absolute_url()).content.decode()


# Papers


def words(paper: bytes) -> list[str]:
    """Every paragraph and cell of a Word file."""
    document = docx.Document(io.BytesIO(paper))
    cells = [cell.text for table in document.tables for line in table.rows for cell in line.cells]
    return [*(paragraph.text for paragraph in document.paragraphs), *cells]


def test_the_agencys_own_paper_bears_its_head_and_what_it_reports(row, colleague, signed_in):
    part = row.round.parts.first()
    figures = {"plan": Figure.exact(Decimal(40)), "actual": Figure.exact(Decimal(37))}
    line = NewLine(part, "Doanh nghiệp được hỗ trợ", "doanh nghiệp", figures=figures)
    actions.save_return(row, by=colleague, filled=actions.Filled(lines=(line,)))

    told = words(signed_in(colleague).get(reverse("returns:paper", args=[row.pk])).getvalue())

    assert {"SỞ CÔNG THƯƠNG", "BÁO CÁO", "Doanh nghiệp được hỗ trợ", "40", "37", "92,5 (theo thực hiện)"} <= {
        line for text in told for line in text.split("\n")
    }
    assert "(chưa có nội dung)" in told


def test_the_letter_that_asks_names_all_in_order_and_holds_no_link(round_, officer, signed_in):
    told = words(signed_in(officer).get(reverse("returns:letter", args=[round_.pk])).getvalue())

    addressed = [text for text in told if text.startswith("- Sở")]
    assert addressed == ["- Sở Công Thương thành phố Vĩnh Hà;", "- Sở Tài chính thành phố Vĩnh Hà."]
    assert "16/12/2026" in " ".join(told)
    assert "tra-loi" not in " ".join(told)
    assert "V/v báo cáo kết quả thực hiện Chương trình năm 2026" in "\n".join(told).split("\n")


def test_the_letter_to_each_agency_bears_its_own_code(round_, officer, signed_in):
    archive = zipfile.ZipFile(io.BytesIO(signed_in(officer).post(reverse("returns:letters", args=[round_.pk])).getvalue()))

    assert archive.namelist() == ["01-so-cong-thuong-thanh-pho-vinh-ha.docx", "02-so-tai-chinh-thanh-pho-vinh-ha.docx"]
    links = [text for name in archive.namelist() for text in words(archive.read(name)) if "/tra-loi/" in text]
    opened = [Client().get(link).context["object"].agency.name for link in links]
    assert opened == ["Sở Công Thương thành phố Vĩnh Hà", "Sở Tài chính thành phố Vĩnh Hà"]


def test_the_urging_letter_is_put_to_those_who_have_not_answered(round_, row, officer, signed_in):
    actions.send(row, by=None)

    told = words(signed_in(officer).get(reverse("returns:urging", args=[round_.pk])).getvalue())

    assert "Kính gửi: Sở Tài chính thành phố Vĩnh Hà." in told
    assert "01/02 cơ quan, đơn vị" in " ".join(told)
    assert "Sở Công Thương" not in " ".join(told)


def test_where_nobody_has_answered_the_letter_counts_no_noughts(round_, officer, signed_in):
    told = " ".join(words(signed_in(officer).get(reverse("returns:urging", args=[round_.pk])).getvalue()))

    assert "chưa nhận được báo cáo của các cơ quan, đơn vị. Để kịp tổng hợp" in told
    assert "/02 cơ quan" not in told


def test_what_is_copied_into_a_chat_names_nobody_and_no_figure(round_, officer, signed_in):
    said = signed_in(officer).get(round_.get_absolute_url()).context["message"]

    assert "Sở Tài chính" not in said
    assert "16/12/2026" in said


def test_a_round_without_returns_yet_says_how_to_begin(officer, signed_in):
    assert "Chưa có kỳ báo cáo nào đang mở" in signed_in(officer).get(ROUNDS).content.decode()


def test_a_list_of_many_rounds_asks_the_database_no_more_than_of_one(standing, officer, signed_in):
    browser = signed_in(officer)
    asked = []
    for year in (2024, 2025, 2026):
        factories.a_round(factories.a_programme(standing), year=year)
        with CaptureQueriesContext(connection) as made:
            told = browser.get(ROUNDS).context["rounds"]
        asked.append((len(told), len(made)))

    assert [number for number, _queries in asked] == [1, 2, 3]
    assert len({queries for _number, queries in asked}) == 1


def test_a_qr_code_is_a_drawing_that_holds_no_word_of_its_link():
    code = qr_code('https://vinhha.example/"><script>alert(1)</script>')

    assert (set(re.findall(r"<(\w+)", code)), "alert" in code) == ({"svg", "g", "path"}, False)


def test_report_sent_in_time_and_received_later_is_not_called_late(standing, officer, signed_in):
    round_ = factories.a_round(factories.a_programme(standing), year=timezone.localdate().year - 1)
    (row, *_others) = [factories.a_told(row, "Đã tổ chức.") for row in queries.newest_returns(round_)]
    due = timezone.make_aware(datetime.combine(round_.due_on, time(9)))
    take_step(row, Step.Verb.SENT, by=None, at=due)
    actions.receive(row, by=officer)
    actions.send(_others[0], by=None)

    page = signed_in(officer).get(round_.get_absolute_url())
    own = signed_in(officer).get(row.get_absolute_url())

    assert [one.sent_late for one in page.context["returns"]] == [False, True, False]
    assert (own.context["left"], page.context["left"] != "") == ("", True)


def test_round_that_all_have_answered_is_not_overdue(standing, officer, signed_in):
    round_ = factories.a_round(factories.a_programme(standing), "Sở Thử nghiệm thành phố Vĩnh Hà", year=2020)
    actions.send(factories.a_told(queries.newest_returns(round_)[0], "Đã tổ chức."), by=None)

    page = signed_in(officer).get(round_.get_absolute_url())

    assert (page.context["left"], "Nhắc đơn vị chưa gửi" in page.content.decode()) == ("", False)


# What an act is answered with


def test_who_receives_is_told_so_on_the_rounds_page(row, officer, signed_in):
    actions.send(row, by=None, way=Step.Way.LINK, said_by="Bà Lê Thị Thử")

    answer = signed_in(officer).post(reverse("returns:receive", args=[row.pk]), follow=True)

    assert answer.redirect_chain == [(row.round.get_absolute_url(), 302)]
    assert f"Đã tiếp nhận báo cáo của {row.agency}." in answer.content.decode()


def test_a_section_head_is_not_asked_to_put_it_up_to_the_section_head(row, member, signed_in):
    head = factories.an_account(member, "section_head")
    browser = signed_in(head)
    before = browser.get(row.get_absolute_url()).content.decode()

    actions.put_up(row, by=head, to=Step.Verb.TO_SECTION)
    after = browser.get(row.get_absolute_url()).content.decode()

    assert ['value="to_section"' in page for page in (before, after)] == [True, False]
    assert 'value="to_leader"' in after


def test_a_leader_is_asked_to_send_it_and_not_to_put_it_up_to_a_leader(row, member, signed_in):
    browser = signed_in(factories.an_account(member, "leader"))
    page = browser.get(row.get_absolute_url()).content.decode()
    answer = browser.post(row.get_absolute_url(), posted(page) | {"do": "to_leader"})

    assert [f'name="do" value="{step}"' in page for step in ("sent", "save", "to_section", "to_leader")] == [
        True,
        True,
        False,
        False,
    ]
    assert (answer.status_code, rules.verb_of(row)) == (403, None)


def test_the_title_of_a_return_has_no_colon_but_that_of_its_round(row):
    assert str(row) == f"{row.agency} – {row.round}"


def test_letters_name_the_programme_once_and_speak_of_no_code_they_lack(round_, officer, signed_in):
    browser = signed_in(officer)
    asking, urging = (
        " ".join(words(browser.get(reverse(f"returns:{name}", args=[round_.pk])).getvalue())) for name in ("letter", "urging")
    )

    for letter in (asking, urging):
        assert letter.count(str(round_.programme)) == 1
        assert f"Thực hiện {round_.programme} (sau đây gọi tắt là Chương trình), {round_.owner}" in letter
        assert "báo cáo kết quả thực hiện Chương trình năm 2026" in letter
    assert "mã QR" not in asking
