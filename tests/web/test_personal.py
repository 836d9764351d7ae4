"""A person's data: what is kept and where, taken out, erased; the journal still verifies, and nothing of the person is left behind."""

import json
from io import BytesIO

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import CASCADE, PROTECT
from django.urls import reverse
from docx import Document as WordFile
from test_matrix import all_addresses, asked_for

import factories
from hopluc.cli import main
from hopluc.web.committees.actions import Named, draft_consolidation, withdraw_consolidation
from hopluc.web.following import actions as following
from hopluc.web.journal import queries as journal
from hopluc.web.journal.actions import record
from hopluc.web.journal.models import JournalEntry, PersonalValue
from hopluc.web.people.access_keys import make_key
from hopluc.web.people.actions import close_account, correct_account, find_or_add_person, reopen_account
from hopluc.web.people.models import Passkey, Person, User
from hopluc.web.people.passkeys import remove
from hopluc.web.personal import held
from hopluc.web.personal.actions import erase_account, erase_person
from hopluc.web.register import actions as register
from hopluc.web.register.models import Role

__all__ = ["asked_for"]
NAME, ADDRESS = "Ngô Thị Bạch Yến", "bach-yen@vinhha.example"
PERSON = "Đoàn Văn Canh"


@pytest.fixture
def officer(standing):
    """The one whose data are asked for: everything of `asked_for` is hers."""
    return factories.an_account(standing, name=NAME, username=ADDRESS)


@pytest.fixture
def named(standing):
    """A person in the register whom no decision names."""
    person = find_or_add_person(standing, by=None, name=PERSON, honorific="mr", title="Tiến sĩ")
    Person.objects.filter(pk=person.pk).update(email="canh@vien.example", phone="0912000111")
    return Person.objects.get(pk=person.pk)


@pytest.fixture
def closed(officer, administrator):
    return close_account(officer, by=administrator)


def places(subject):
    return {place.where: (place.number, bool(place.kept)) for place in held.held_of(subject)}


def cells_holding(*words):
    """Every column of every row of the database that holds one of these words."""
    found = set()
    for noun in apps.get_models():
        for row in noun._default_manager.values():
            found |= {
                f"{noun._meta.label_lower}.{name}" for name, value in row.items() if any(word in str(value) for word in words)
            }
    return found


def test_every_table_that_points_at_an_account_is_known_as_its_own_or_as_an_act():
    pointing = [relation for relation in held._pointing_at(User) if not relation.many_to_many]
    unknown = [
        relation.related_model._meta.label_lower
        for relation in pointing
        if relation.on_delete is CASCADE and relation.related_model._meta.label_lower not in held.OWN.keys() | held.STAYS
    ]

    assert unknown == []
    assert {relation.related_model._meta.label_lower for relation in pointing if relation.on_delete is PROTECT} > {
        "returns.step"
    }


def test_what_is_kept_of_an_account_is_told_place_by_place(officer, standing):
    make_key(officer, by=officer, name="Bảng điều hành", days=30)
    correct_account(officer, by=officer, name="Ngô Bạch Yến", username=ADDRESS)
    following.remark(factories.a_programme(standing), by=officer, text="Ý kiến")

    assert places(officer) == {
        "Tài khoản": (1, False),
        "Vai trò ở các cơ quan": (1, True),
        "Khóa truy cập cho phần mềm": (1, False),
        "Họ tên, tên đăng nhập, tên khóa từng ghi trong nhật ký": (3, False),
        "Việc đã làm, đang được giao": (1, True),
        "Dòng nhật ký ghi người này thực hiện": (3, True),
    }


def test_what_an_account_did_is_told_in_the_language_of_the_pages(officer, asked_for):
    all_addresses(asked_for)

    assert [name for name in held.acts_of(officer) if name.isascii()] == []


def test_one_takes_out_ones_own_data(signed_in, officer):
    browser = signed_in(officer)
    told = json.loads(b"".join(browser.get(reverse("personal:own_file", args=["json"])).streaming_content))
    paper = b"".join(browser.get(reverse("personal:own_file", args=["docx"])).streaming_content)

    assert told["places"][0] == {
        "where": "Tài khoản",
        "number": 1,
        "said": [f"Họ và tên: {NAME}", f"Tên đăng nhập: {ADDRESS}", "Ngôn ngữ: Tiếng Việt"],
        "kept": "",
    }
    words = [cell.text for table in WordFile(BytesIO(paper)).tables for row in table.rows for cell in row.cells]
    assert (NAME in browser.get(reverse("personal:own")).content.decode(), any(NAME in word for word in words)) == (True, True)


def test_an_administrator_erases_a_closed_account_writing_its_name_again(signed_in, administrator, closed):
    browser, page = signed_in(administrator), reverse("personal:erase_account", args=[closed.pk])

    wrong = browser.post(page, {"reason": "Đề nghị ngày 02/03/2027", "confirmed": "Ngô Thị Yến"})
    still = User.objects.get(pk=closed.pk).name
    right = browser.post(page, {"reason": "Đề nghị ngày 02/03/2027", "confirmed": " ngô thị  bạch yến "})

    assert (wrong.status_code, still, right.status_code) == (200, NAME, 302)
    erased = User.objects.get(pk=closed.pk)
    assert (erased.name, erased.username) == (f"Đã xóa dữ liệu {closed.pk}", f"xoa-{closed.pk}@xoa.invalid")
    assert (erased.is_erased, erased.has_usable_password(), journal.verify().whole) == (True, False, True)
    line = JournalEntry.objects.get(verb="erase_personal_data")
    assert (line.actor, line.reason, line.object_label) == (administrator, "Đề nghị ngày 02/03/2027", f"tài khoản {closed.pk}")


def test_of_one_who_did_all_there_is_to_do_nothing_is_left_when_erased(officer, administrator, asked_for):
    all_addresses(asked_for)
    before = cells_holding(NAME, ADDRESS)
    close_account(officer, by=administrator)

    erase_account(officer, by=administrator, confirmed=NAME, reason="Theo yêu cầu")

    assert (cells_holding(NAME, ADDRESS), journal.verify().whole) == (set(), True)
    assert before >= {"people.user.name", "people.user.username", "journal.personalvalue.value"}


def test_an_account_in_use_and_one_erased_are_not_erased(officer, administrator):
    with pytest.raises(ValidationError, match="dừng tài khoản trước"):
        erase_account(officer, by=administrator, confirmed=NAME, reason="x")
    close_account(officer, by=administrator)
    erased = erase_account(officer, by=administrator, confirmed=NAME, reason="x")
    with pytest.raises(ValidationError, match="đã xóa"):
        erase_account(erased, by=administrator, confirmed=erased.name, reason="x")
    with pytest.raises(ValidationError, match="đã xóa"):
        reopen_account(erased, by=administrator, password=factories.PASSWORD)


def test_a_key_taken_away_before_leaves_no_name_either(officer, administrator):

    key = Passkey.objects.create(user=officer, name="Điện thoại chị Yến", sha256="0" * 64, credential=b"")
    with transaction.atomic():
        record(officer, "register_passkey", key, after={"name": key.name})
    remove(key, by=officer)
    close_account(officer, by=administrator)

    erase_account(officer, by=administrator, confirmed=NAME, reason="x")

    assert list(PersonalValue.objects.filter(object_type="people.passkey")) == []


def test_a_person_no_decision_names_is_erased_whole(named, administrator):
    erase_person(named, by=administrator, confirmed=PERSON, reason="Theo yêu cầu")

    assert (cells_holding(PERSON, "0912000111", "canh@vien", "Tiến sĩ"), journal.verify().whole) == (set(), True)
    assert Person.objects.get(pk=named.pk).name == f"Đã xóa dữ liệu {named.pk}"


def test_the_name_in_a_decision_is_kept_and_told_so(named, standing, administrator):
    programme = factories.a_programme(standing)
    body = register.form_committee(programme, by=None, name="Ban Chỉ đạo thử nghiệm")
    register.appoint(body, by=None, programme=programme, capacity="member", person=named, post="Phó Giám đốc")
    assert (places(named)["Họ và tên"], places(named)["Vai trò"]) == ((1, True), (1, True))

    erase_person(named, by=administrator, confirmed=PERSON, reason="Theo yêu cầu")

    kept = Person.objects.get(pk=named.pk)
    assert (kept.name, kept.title, kept.email, kept.phone, kept.honorific) == (PERSON, "", "", "", "")
    assert cells_holding(PERSON) == {"people.person.name"}
    assert (Role.objects.get(person=named).post, journal.verify().whole) == ("Phó Giám đốc", True)


def test_a_draft_that_was_withdrawn_keeps_no_name(standing, officer, administrator):
    programme = factories.a_programme(standing)
    body = register.form_committee(programme, by=None, name="Ban Chỉ đạo thử nghiệm")
    seat = register.appoint(body, by=None, programme=programme, capacity="member", post="Phó Giám đốc")
    draft = draft_consolidation(
        programme.roles.get(capacity="committee"), by=officer, issuer="UBND", decided_by="Chủ tịch", bases="",
        successors=[Named(seat, PERSON)],
    )  # fmt: skip
    person = Person.objects.get(name=PERSON)
    assert held.is_named_officially(person)
    withdraw_consolidation(draft, by=officer, reason="Nhầm")

    erase_person(person, by=administrator, confirmed=PERSON, reason="Theo yêu cầu")

    assert cells_holding(PERSON) == set()


def test_only_the_administrator_of_the_office_reaches_a_person(signed_in, named, officer, leader, administrator, elsewhere):
    other = factories.an_account(elsewhere, "administrator")
    pages = [reverse(f"personal:{name}", args=[named.pk]) for name in ("person", "erase_person")]
    pages += [reverse("personal:person_file", args=[named.pk, "json"]), reverse("personal:account", args=[officer.pk])]

    got = {who.pk: [signed_in(who).get(page).status_code for page in pages] for who in (officer, leader, other, administrator)}

    assert got == {officer.pk: [404] * 4, leader.pk: [404] * 4, other.pk: [404] * 4, administrator.pk: [200] * 4}
    assert signed_in(other).post(pages[1], {"reason": "x", "confirmed": PERSON}).status_code == 404
    assert Person.objects.get(pk=named.pk).name == PERSON


def test_a_person_and_an_account_are_found_by_a_part_of_the_name(signed_in, administrator, named, officer):
    browser = signed_in(administrator)
    account, person = reverse("personal:account", args=[officer.pk]), reverse("personal:person", args=[named.pk])

    pages = [browser.get(reverse("personal:persons"), {"q": asked}).content.decode() for asked in ("bach yen", "doan van", "")]

    assert [(account in page, person in page) for page in pages] == [(True, False), (False, True), (False, True)]


def test_the_command_tells_writes_and_erases(named, tmp_path, capsys):
    given = ("person", "--id", str(named.pk))

    refused = (main([*given, "--erase", "--confirm", PERSON]), main([*given, "--erase", "--reason", "x", "--confirm", "Ai"]))
    said = capsys.readouterr().err
    done = main([*given, "--out", str(tmp_path), "--erase", "--reason", "Theo yêu cầu", "--confirm", PERSON])

    assert (refused, done, "--reason" in said, "chưa khớp" in said) == ((1, 1), 0, True, True)
    assert capsys.readouterr().out == f"Họ và tên (1): Đã xóa dữ liệu {named.pk} [xóa được]\n"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["du-lieu-ca-nhan.docx", "du-lieu-ca-nhan.json"]
    assert json.loads((tmp_path / "du-lieu-ca-nhan.json").read_bytes())["places"][0]["said"] == [PERSON]


def test_the_command_knows_an_account_by_its_name(closed, capsys):
    assert (main(["person", "--account", ADDRESS]), main(["person", "--account", "khong@vinhha.example"])) == (0, 1)
    told = capsys.readouterr()
    assert (f"Tên đăng nhập: {ADDRESS}" in told.out, told.err.startswith("Không có người này.")) == (True, True)
