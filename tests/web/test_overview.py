"""Tổng quan and the menu: what each role is shown first, each number a link to its rows."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

import factories
from hopluc.web.intake.models import Finding
from hopluc.web.menu import menu_of
from hopluc.web.people.models import Organisation, User
from hopluc.web.register import actions
from hopluc.web.register.models import Programme
from hopluc.web.terms import Term
from hopluc.workdays import calendar


@pytest.fixture
def programme(standing: Organisation) -> Programme:
    """A programme with one task late, one due soon, one promise due soon, one petition, one point to check and one finding to confirm."""
    today = timezone.localdate()
    programme = factories.a_programme(standing, "Chương trình hợp tác thành phố Vĩnh Hà")
    factories.a_task(programme, due=today - timedelta(3), title="Việc đã quá hạn")
    factories.a_task(programme, due=today + timedelta(30), title="Việc sắp đến hạn")
    factories.a_task(programme, due=today + timedelta(31), title="Việc còn lâu")
    for days, text in ((30, "Bố trí phòng thí nghiệm"), (31, "Bố trí xưởng thử nghiệm")):
        due = Term.on(today + timedelta(days))
        actions.add_commitment(programme, by=None, kind="obligation", text=text, sender=standing, due=due)
    actions.raise_petition(programme, by=None, text="Bố trí quỹ đất", made_on=today - timedelta(100))
    for stage, amount in (("allotted", 5), ("disbursed", 6)):
        actions.note_money(programme, by=None, year=2026, stage=stage, amount=amount)
    version = factories.a_version(standing, title="Báo cáo chờ xem", number="9/BC")
    for kind, value in (
        ("statement", {"text": "Tiến độ chậm."}),
        (Finding.CHECK, {"explanation": "38 + 27 = 65, không phải 66."}),
    ):
        Finding.objects.create(
            version=version, programme=programme, kind=kind, identity=kind, claim=kind, value=value, spans=[[0, 7]], reader="1"
        )
    return programme


def test_the_numbers_are_those_of_their_lists(programme, officer, signed_in):
    browser = signed_in(officer)

    numbers = browser.get("/").context["numbers"]

    assert [(str(number.label), number.count) for number in numbers] == [
        ("Nhiệm vụ quá hạn", 1), ("Đến hạn trong 30 ngày", 2), ("Nhiệm vụ chưa triển khai", 2), ("Kiến nghị chưa trả lời", 1),
        ("Điểm cần đối chiếu", 1), ("Văn bản chờ xác nhận", 1),
        ("Kinh phí cần kiểm tra", 1),
    ]  # fmt: skip
    for number in numbers:
        assert len(browser.get(number.address).context["object_list"]) == number.count


def worked_since(days: int) -> int:
    """How many working days have passed in so many days up to today."""
    today = timezone.localdate()
    return calendar().between(today - timedelta(days), today)


def late_words(days: int) -> str:
    worked = worked_since(days)
    return f"Quá hạn {worked} ngày làm việc" if worked else "Quá hạn"


def waited_words(days: int) -> str:
    return f"{worked_since(days)} ngày làm việc"


def test_the_first_rows_of_each_list_are_shown(programme, officer, signed_in):
    shown = signed_in(officer).get("/").content.decode()

    told = ["Việc đã quá hạn", late_words(3), "Việc sắp đến hạn", "Việc còn lâu", "Bố trí phòng thí nghiệm", "Bố trí quỹ đất", waited_words(100),
            "38 + 27 = 65", "9/BC Báo cáo chờ xem", "Số liệu đến"]  # fmt: skip
    assert [words for words in told if words not in shown] == []
    assert "Bố trí xưởng thử nghiệm" not in shown


def test_one_who_has_nothing_yet_is_told_how_to_begin(officer, signed_in):
    assert "Tải lên quyết định phê duyệt chương trình" in signed_in(officer).get("/").content.decode()


def test_what_waits_for_the_standing_agency_does_not_wait_for_others(programme, member, colleague, signed_in):
    factories.a_task(programme, lead=member)
    actions.appoint(programme, by=None, capacity="cooperating", organisation=member)

    context = signed_in(colleague).get("/").context

    assert ([number.count for number in context["numbers"]], context["documents"]) == ([0, 2, 3, 1, 0, 0, 0], [])


def test_who_sees_a_petition_alone_is_shown_no_table_of_programmes(programme, officer, elsewhere, signed_in):
    actions.raise_petition(programme, by=None, text="Bố trí xưởng thử", recipient=elsewhere)

    asked = signed_in(factories.an_account(elsewhere)).get(reverse("home")).content.decode()

    assert ("Bố trí xưởng thử" in asked, "<table" in asked) == (True, False)
    assert "<table" in signed_in(officer).get(reverse("home")).content.decode()


def test_the_menu_is_as_long_as_the_role():
    officer, leader, viewer = (menu_of(frozenset(roles)) for roles in (("officer",), ("leader",), ("viewer",)))

    assert officer == (
        "home", "agenda:mine", "documents:list", "register:programmes", "register:ledger", "register:petitions",
        "register:agreements", "measures:indicators", "intake:checks", "returns:rounds", "issuing:drafts",
    )  # fmt: skip
    assert leader[0] == viewer[0] == "home"
    assert ("intake:checks" in leader, "intake:checks" in viewer) == (True, False)
    assert menu_of(frozenset({"leader", "officer"})) == officer
    assert menu_of(frozenset()) == viewer


@pytest.mark.parametrize(
    ("name", "current"),
    [
        ("home", "/"),
        ("register:ledger", "/nhiem-vu/?tinh_trang=open"),
        ("register:petitions", "/kien-nghi/"),
        ("intake:take_in", "/van-ban/"),
        ("briefing:now", "/"),
        ("panorama:whole", "/"),
        ("consultation:list", "/bao-cao/"),
        ("agenda:hand_overs", "/viec-cua-toi/"),
    ],
)
def test_the_menu_marks_where_one_is(officer, signed_in, name, current):
    items = signed_in(officer).get(reverse(name)).context["menu"]

    assert [item["address"] for item in items if item["current"]] == [current]


@pytest.mark.parametrize("page", ["commitment", "note_commitment_progress"])
@pytest.mark.parametrize(("kind", "current"), [("petition", "/kien-nghi/"), ("obligation", "/nhiem-vu/?tinh_trang=open")])
def test_the_menu_marks_the_list_that_a_commitment_stands_in(programme, officer, signed_in, page, kind, current):
    row = programme.commitments.filter(kind=kind).first()
    items = signed_in(officer).get(reverse(f"register:{page}", args=[row.pk])).context["menu"]

    assert [item["address"] for item in items if item["current"]] == [current]


def test_only_who_writes_is_offered_to_upload(programme, officer, viewer, signed_in):
    offered = ["Tải lên văn bản" in signed_in(user).get("/van-ban/").content.decode() for user in (officer, viewer)]

    assert offered == [True, False]


def test_an_account_without_a_place_is_shown_a_page_with_nothing_in_it(programme, signed_in):
    browser = signed_in(User.objects.create(username="chua_co_noi", name="Lê Thị Chờ"))

    page = browser.get("/")

    assert page.status_code == 200
    assert {number.count for number in page.context["numbers"]} == {0}
    assert [list(page.context[part]) for part in ("programmes", "documents", "petitions", "overdue")] == [[], [], [], []]
