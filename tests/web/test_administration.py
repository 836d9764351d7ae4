"""The administrator's pages: accounts of one's own organisations opened, given new passwords, other roles, closed; members added."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

import factories
from hopluc.web.journal.models import JournalEntry
from hopluc.web.journal.queries import head, revealed, verify
from hopluc.web.people import actions, queries, rules
from hopluc.web.people.actions import note_succession
from hopluc.web.people.models import Membership, Organisation, User
from hopluc.web.people.passwords import LETTERS, one_time_password

Role = Membership.Role
ACCOUNTS = reverse("people:accounts")
ORGANISATIONS = reverse("people:organisations")
SHOWN = re.compile(r'<code class="secret">([^<]+)</code>')
NEW = {"name": "Lê Thị Mới", "username": "moi@vinhha.example", "role": "officer"}


@pytest.fixture
def desk(administrator, signed_in) -> Client:
    """The browser of the standing agency's administrator."""
    return signed_in(administrator)


@pytest.fixture
def entered(standing) -> Organisation:
    """A member the standing agency has entered."""
    return actions.add_member(standing, by=None, name="Sở Tài chính thành phố Vĩnh Hà")


def fresh(user: User) -> User:
    """The account as the next request sees it."""
    return User.objects.get(pk=user.pk)


def verbs_since(number: int) -> list[str]:
    return list(JournalEntry.objects.filter(number__gt=number).order_by("number").values_list("verb", flat=True))


def signs_in(user: User, password: str) -> bool:
    browser = Client()
    browser.post(reverse("sign_in"), {"username": user.username, "password": password})
    return "_auth_user_id" in browser.session


def everything_kept() -> str:
    """All rows of all tables."""
    rows = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608
            rows += cursor.fetchall()
    return repr(rows)


# Opening


def test_an_account_is_opened_and_its_password_shown_once(desk, standing, administrator):
    before = head()[0]

    answer = desk.post(reverse("people:open_account", args=[standing.pk]), NEW | {"organisation": standing.pk})

    (password,) = SHOWN.findall(answer.content.decode())
    opened = User.objects.get(username="moi@vinhha.example")
    assert (opened.name, opened.is_provisional, opened.memberships.get().role) == ("Lê Thị Mới", True, "officer")
    assert verbs_since(before) == ["open_account", "give_membership"]
    assert {entry.actor for entry in JournalEntry.objects.filter(number__gt=before)} == {administrator}
    assert signs_in(opened, password)
    assert password not in desk.get(opened.get_absolute_url()).content.decode()


def test_the_password_is_kept_nowhere_in_clear(desk, standing):
    answer = desk.post(reverse("people:open_account", args=[standing.pk]), NEW | {"organisation": standing.pk})

    (password,) = SHOWN.findall(answer.content.decode())
    kept = everything_kept()
    assert [word in kept for word in (NEW["username"], password)] == [True, False]
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_journal_of_an_opened_account_holds_name_and_address_as_commitments(desk, standing):
    desk.post(reverse("people:open_account", args=[standing.pk]), NEW | {"organisation": standing.pk})

    line = JournalEntry.objects.get(verb="open_account", object_id=str(User.objects.get(username=NEW["username"]).pk))
    assert [word for word in ("moi@", "Lê", "Mới") if word in line.after + line.object_label] == []
    assert (revealed(line)[1]["username"], verify().whole) == ("moi@vinhha.example", True)


@pytest.mark.parametrize("username", ["không phải", "ha", "12345", "ha@", "+84 91"])
def test_a_name_that_is_neither_mail_nor_phone_is_refused(username, desk, standing):
    said = NEW | {"organisation": standing.pk, "username": username}

    answer = desk.post(reverse("people:open_account", args=[standing.pk]), said)

    assert list(answer.context["form"].errors) == ["username"]
    assert User.objects.filter(name="Lê Thị Mới").count() == 0


@pytest.mark.parametrize(
    ("typed", "kept"), [("+84 912 345 678", "0912345678"), ("+1 202 555 0100", "+12025550100"), (" A@B.example", "a@b.example")]
)
def test_mail_and_phone_are_kept_in_one_form(typed, kept, desk, standing):
    desk.post(reverse("people:open_account", args=[standing.pk]), NEW | {"organisation": standing.pk, "username": typed})

    assert User.objects.get(name="Lê Thị Mới").username == kept


def test_a_name_in_use_is_refused_beside_its_field(desk, standing, officer):
    said = NEW | {"organisation": standing.pk, "username": officer.username.upper()}

    answer = desk.post(reverse("people:open_account", args=[standing.pk]), said)

    assert list(answer.context["form"].errors) == ["username"]
    assert answer.context["form"].errors["username"] == [
        "Thư điện tử hoặc số điện thoại này đã dùng cho một tài khoản khác. Đề nghị dùng tài khoản đó, hoặc ghi thư điện tử, số điện thoại khác."
    ]


def test_no_account_is_opened_in_an_organisation_one_does_not_administer(desk, standing, member):
    answer = desk.post(reverse("people:open_account", args=[standing.pk]), NEW | {"organisation": member.pk})

    assert list(answer.context["form"].errors) == ["organisation"]
    assert desk.get(reverse("people:open_account", args=[member.pk])).status_code == 404


def test_passwords_are_long_random_and_read_aloud_without_mistakes():
    given = {one_time_password() for _ in range(200)}

    assert len(given) == 200
    assert {len(password) for password in given} == {14}
    assert set("".join(given)) <= set(LETTERS) | {"-"}
    assert set("il01o") & set(LETTERS) == set()


# A new password


def test_a_new_password_ends_the_old_one_and_its_sessions(desk, officer, signed_in):
    at_work, before = signed_in(officer), head()[0]

    answer = desk.post(reverse("people:renew_password", args=[officer.pk]))

    (password,) = SHOWN.findall(answer.content.decode())
    assert [signs_in(officer, said) for said in (factories.PASSWORD, password)] == [False, True]
    assert at_work.get("/").status_code == 302
    assert fresh(officer).is_provisional is True
    assert verbs_since(before)[0] == "renew_password"


def test_a_new_password_is_taken_at_once_after_wrong_tries(desk, officer):
    for _ in range(6):
        signs_in(officer, "sai")

    (password,) = SHOWN.findall(desk.post(reverse("people:renew_password", args=[officer.pk])).content.decode())

    assert signs_in(officer, password)


def test_a_closed_account_gets_no_new_password(desk, officer, administrator):
    actions.close_account(officer, by=administrator)

    with pytest.raises(ValidationError, match="mở lại"):
        actions.renew_password(fresh(officer), by=administrator, password=one_time_password())
    assert desk.get(reverse("people:renew_password", args=[officer.pk])).status_code == 403


# The same form again


def send_twice(desk: Client, address: str, said: dict[str, object]) -> list[list[str]]:
    """The passwords shown when a form is sent and its answer is reloaded, then those of the same form on a new page."""
    pages = [desk.get(address).context["csrf_token"]] * 2 + [desk.get(address).context["csrf_token"]]
    return [SHOWN.findall(desk.post(address, said | {"csrfmiddlewaretoken": str(page)}).content.decode()) for page in pages]


def test_reloading_the_page_of_a_password_gives_no_other(desk, officer):
    before = head()[0]

    first, again, anew = send_twice(desk, reverse("people:renew_password", args=[officer.pk]), {})

    assert (len(first), again, len(anew), first == anew) == (1, [], 1, False)
    assert verbs_since(before).count("renew_password") == 2
    assert [signs_in(officer, said) for said in (*first, *anew)] == [False, True]


@pytest.mark.parametrize("name", ["open_account", "reopen_account"])
def test_reloading_tells_how_to_get_another_password(name, desk, officer, standing, administrator):
    actions.close_account(officer, by=administrator)
    address = reverse(f"people:{name}", args=[standing.pk if name == "open_account" else officer.pk])
    token = str(desk.get(address).context["csrf_token"])
    said = NEW | {"organisation": standing.pk, "reason": "Trở lại", "csrfmiddlewaretoken": token}
    (password,) = SHOWN.findall(desk.post(address, said).content.decode())
    before = head()

    answer = desk.post(address, said)

    page = answer.content.decode()
    assert (answer.status_code, SHOWN.findall(page), page.count("Mật khẩu đã hiện một lần và không hiện lại")) == (200, [], 1)
    assert (head(), signs_in(answer.context["account"], password)) == (before, True)


# Roles


def test_a_role_is_changed_at_once_and_the_line_says_from_what(desk, officer, standing):
    before = head()[0]

    answer = desk.post(
        reverse("people:change_role", args=[officer.memberships.get().pk]), {"role": "leader", "reason": "QĐ 12"}
    )

    line = JournalEntry.objects.get(number__gt=before)
    assert answer.url == officer.get_absolute_url()
    assert fresh(officer).standing == {standing.pk: frozenset({"leader"})}
    assert (line.verb, line.before, line.after, line.reason) == (
        "change_role",
        '{"role":"officer"}',
        '{"role":"leader"}',
        "QĐ 12",
    )


def test_an_administrator_does_not_change_the_own_role(desk, administrator):
    assert desk.get(reverse("people:change_role", args=[administrator.memberships.get().pk])).status_code == 403


def test_a_role_that_has_ended_is_not_changed(desk, officer):
    actions.end_membership(officer.memberships.get(), by=officer, until=timezone.localdate() - timedelta(days=1))

    assert desk.get(reverse("people:change_role", args=[officer.memberships.get().pk])).status_code == 403


def test_the_last_administrator_keeps_the_role(administrator):
    with pytest.raises(ValidationError, match="duy nhất"):
        actions.change_role(administrator.memberships.get(), by=None, role=Role.OFFICER)

    assert administrator.memberships.get().role == Role.ADMINISTRATOR


def test_one_of_two_administrators_may_become_an_officer(administrator, standing):
    factories.an_account(standing, Role.ADMINISTRATOR)

    changed = actions.change_role(administrator.memberships.get(), by=None, role=Role.OFFICER)

    assert changed.role == Role.OFFICER


# Closing and opening again


def test_a_closed_account_is_out_and_what_it_confirmed_stays(desk, officer, standing, signed_in):
    programme, at_work = factories.a_programme(standing, by=officer), signed_in(officer)
    lines = list(JournalEntry.objects.filter(actor=officer).values_list("hash", flat=True))

    answer = desk.post(reverse("people:close_account", args=[officer.pk]), {"reason": "Chuyển công tác"}, follow=True)

    assert answer.context["may_reopen"] is True
    assert (at_work.get("/").status_code, signs_in(officer, factories.PASSWORD)) == (302, False)
    assert list(JournalEntry.objects.filter(actor=officer).values_list("hash", flat=True)) == lines != []
    assert (type(programme).objects.filter(pk=programme.pk).exists(), verify().whole) == (True, True)


def test_an_administrator_does_not_close_the_own_account(desk, administrator, standing):
    factories.an_account(standing, Role.ADMINISTRATOR)

    assert desk.post(reverse("people:close_account", args=[administrator.pk]), {"reason": "x"}).status_code == 403
    with pytest.raises(ValidationError, match="không tự dừng"):
        actions.close_account(administrator, by=administrator)
    assert fresh(administrator).is_active is True


def test_two_administrators_who_close_each_other_leave_one(administrator, standing):
    other = factories.an_account(standing, Role.ADMINISTRATOR)
    actions.close_account(other, by=administrator)

    with pytest.raises(ValidationError, match="duy nhất"):
        actions.close_account(administrator, by=other)

    assert (fresh(administrator).is_active, fresh(other).is_active) == (True, False)


def test_the_heirs_administrator_counts(administrator, standing):
    former = factories.an_organisation("Ban Khoa học thành phố Vĩnh Hà")
    last = factories.an_account(former, Role.ADMINISTRATOR)
    with pytest.raises(ValidationError, match="duy nhất"):
        actions.close_account(last, by=None)

    note_succession(by=None, day=timezone.localdate(), predecessor=former, successor=standing, source="Nghị quyết thử nghiệm")

    assert actions.close_account(last, by=None).is_active is False


def test_a_closed_account_is_opened_again_with_a_new_password(desk, officer, administrator):
    actions.close_account(officer, by=administrator)
    before = head()[0]

    answer = desk.post(reverse("people:reopen_account", args=[officer.pk]), {"reason": "Trở lại"})

    (password,) = SHOWN.findall(answer.content.decode())
    assert [signs_in(officer, said) for said in (factories.PASSWORD, password)] == [False, True]
    assert verbs_since(before)[0] == "reopen_account"


def test_an_open_account_is_not_opened_again(desk, officer, administrator):
    assert desk.get(reverse("people:reopen_account", args=[officer.pk])).status_code == 403
    with pytest.raises(ValidationError):
        actions.reopen_account(officer, by=administrator, password=one_time_password())


# Whom one sees


def test_the_list_shows_name_role_state_and_last_sign_in_by_given_name(desk, officer, administrator, standing, stranger):
    factories.an_account(standing, name="Lê Bình An")
    signs_in(officer, factories.PASSWORD)

    answer = desk.get(ACCOUNTS)

    assert [account.name for account in answer.context["object_list"]] == ["Lê Bình An", officer.name, administrator.name]
    assert stranger not in answer.context["object_list"]
    page = answer.content.decode()
    assert (page.count("Chưa đăng nhập"), page.count("Chuyên viên")) == (1, 2)


def test_the_page_of_an_account_still_says_who_is_signed_in(desk, officer, administrator):
    answer = desk.get(officer.get_absolute_url())

    assert (answer.context["user"], answer.context["account"]) == (administrator, officer)
    assert f'<span class="wide">{administrator.name}</span>' in answer.content.decode()


def test_closed_accounts_stand_apart(desk, officer, administrator):
    actions.close_account(officer, by=administrator)

    shown = [[a.pk for a in desk.get(ACCOUNTS + asked).context["object_list"]] for asked in ("", "?tinh_trang=dung")]

    assert shown == [[administrator.pk], [officer.pk]]


def test_the_list_of_one_organisation(desk, officer, administrator, entered):
    there = factories.an_account(entered)

    shown = [
        {account.pk for account in desk.get(f"{ACCOUNTS}?co_quan={asked}").context["object_list"]}
        for asked in (entered.pk, "", "x", 10**12)
    ]

    assert shown == [{there.pk}, *[{administrator.pk, officer.pk, there.pk}] * 3]


def test_an_account_that_acts_elsewhere_too_is_not_the_administrators_alone(desk, officer, elsewhere, administrator):
    actions.give_membership(elsewhere, by=None, user=officer, role=Role.VIEWER)

    asked = ("people:renew_password", "people:close_account")
    assert [desk.get(reverse(name, args=[officer.pk])).status_code for name in asked] == [403, 403]
    assert desk.get(officer.get_absolute_url()).status_code == 200
    assert rules.can_close_account(fresh(administrator), fresh(officer)) is False


def test_the_administrator_of_another_province_sees_none_of_it(officer, standing, elsewhere, signed_in):
    desk = signed_in(factories.an_account(elsewhere, Role.ADMINISTRATOR))
    theirs = [
        officer.get_absolute_url(),
        *(reverse(f"people:{name}", args=[officer.pk]) for name in ("renew_password", "close_account", "reopen_account")),
        reverse("people:change_role", args=[officer.memberships.get().pk]),
        *(reverse(f"people:{name}", args=[standing.pk]) for name in ("open_account", "add_member")),
    ]

    assert [desk.get(address).status_code for address in theirs] == [404] * len(theirs)
    assert [account.pk for account in desk.get(ACCOUNTS).context["object_list"]] == [desk.get(ACCOUNTS).context["user"].pk]


def test_the_menu_leads_administrators_there_and_nobody_else(desk, officer, signed_in):
    labels = [[item["label"] for item in browser.get("/").context["menu"]] for browser in (desk, signed_in(officer))]

    assert [words.count("Quản trị") for words in labels] == [1, 0]


def test_no_visitor_is_given_any_row(standing):
    visitor = Client().get(reverse("sign_in")).wsgi_request.user
    asked = (
        queries.organisations_administered_by,
        queries.members_seen_by,
        queries.accounts_seen_by,
        queries.memberships_seen_by,
    )

    assert [query(visitor).count() for query in asked] == [0, 0, 0, 0]


# Members


def test_a_member_is_added_and_its_first_account_asked_for(desk, standing):
    said = {"name": "Sở Tài chính thành phố Vĩnh Hà", "kind": "agency"}

    answer = desk.post(reverse("people:add_member", args=[standing.pk]), said)

    added = Organisation.objects.get(owner=standing)
    assert (added.name, added.is_member) == ("Sở Tài chính thành phố Vĩnh Hà", True)
    assert answer.url == reverse("people:open_account", args=[added.pk])
    assert JournalEntry.objects.last().verb == "add_member"


def test_a_member_that_documents_have_named_stays_one_organisation(standing):
    named = actions.find_or_add_organisation(standing, by=None, name="Viện Hoá học Vĩnh Hà")

    added = actions.add_member(standing, by=None, name="Viện Hóa học Vĩnh Hà", kind="institute")

    assert (added.pk, added.is_member, added.kind) == (named.pk, True, "institute")
    assert actions.find_or_add_organisation(standing, by=None, name="Viện Hóa học Vĩnh Hà") == added


@pytest.mark.parametrize("name", ["Sở Tài chính thành phố Vĩnh Hà", "Sở Công Thương thành phố Vĩnh Hà"])
def test_a_member_there_already_or_with_a_place_of_its_own_is_refused(name, desk, standing, entered, member):
    answer = desk.post(reverse("people:add_member", args=[standing.pk]), {"name": name, "kind": "agency"})

    assert list(answer.context["form"].errors) == ["name"]


def test_an_account_of_a_member_sees_the_work_that_names_it(desk, standing, entered, signed_in):
    task = factories.a_task(factories.a_programme(standing), lead=entered)
    desk.post(reverse("people:open_account", args=[entered.pk]), NEW | {"organisation": entered.pk})
    opened = User.objects.get(username=NEW["username"])
    opened.is_provisional = False
    opened.save()

    assert signed_in(opened).get(task.get_absolute_url()).status_code == 200


def test_a_member_with_its_own_administrator_looks_after_itself(desk, entered, administrator, signed_in):
    before = desk.get(ORGANISATIONS).context
    own = factories.an_account(entered, Role.ADMINISTRATOR)

    after = desk.get(ORGANISATIONS).context

    assert [entered.pk in context["administered"] for context in (before, after)] == [True, False]
    assert entered in after["object_list"]
    assert desk.get(own.get_absolute_url()).status_code == 404
    assert signed_in(own).get(own.get_absolute_url()).status_code == 200
    assert signed_in(own).get(reverse("people:add_member", args=[entered.pk])).status_code == 200


def test_organisations_only_named_in_documents_are_not_listed(desk, standing, entered):
    actions.find_or_add_organisation(standing, by=None, name="Viện Hóa học Vĩnh Hà")

    assert [row.pk for row in desk.get(ORGANISATIONS).context["object_list"]] == [standing.pk, entered.pk]


def test_accounts_in_use_are_counted(desk, standing, entered, officer, administrator):
    closed, moved = factories.an_account(entered), factories.an_account(entered)
    actions.close_account(closed, by=administrator)
    actions.end_membership(moved.memberships.get(), by=administrator, until=timezone.localdate() - timedelta(days=1))
    factories.an_account(entered)

    counted = {row.pk: row.accounts for row in desk.get(ORGANISATIONS).context["object_list"]}

    assert counted == {standing.pk: 2, entered.pk: 1}


# The first of all


def opened_agency(name: str = "Sở Khoa học và Công nghệ tỉnh Tân Lâm", username: str = "quantri@tanlam.example") -> User:
    return actions.open_agency(agency=name, username=username, name="Phạm Văn Mẫu", password=one_time_password())


def test_an_agency_is_opened_with_its_administrator(db):
    account = opened_agency()

    (organisation,) = queries.organisations_led_by(account)
    assert (organisation.name, organisation.owner, organisation.kind) == (
        "Sở Khoa học và Công nghệ tỉnh Tân Lâm",
        None,
        "agency",
    )
    assert (account.is_provisional, verify().whole) == (True, True)


def test_a_body_of_the_gazetteer_is_opened_as_what_it_is(db):
    account = opened_agency("Bộ Khoa học và Công nghệ")

    (organisation,) = queries.members_seen_by(account)  # none of the bodies merged into it, which have no accounts
    assert (organisation.name, organisation.kind) == ("Bộ Khoa học và Công nghệ", "ministry")
    assert len(account.standing) > 1


def test_an_agency_with_an_administrator_is_not_opened_again(db):
    opened_agency()

    with pytest.raises(ValidationError, match="đã có quản trị"):
        opened_agency(username="khac@tanlam.example")

    assert User.objects.count() == 1


def test_a_second_agency_is_opened_beside_the_first(db):
    opened_agency()

    second = opened_agency("Sở Khoa học và Công nghệ thành phố Vĩnh Hà", "quantri@vinhha.example")

    assert [organisation.name for organisation in queries.organisations_led_by(second)] == [
        "Sở Khoa học và Công nghệ thành phố Vĩnh Hà"
    ]


def test_a_member_is_not_opened_as_an_agency(entered, standing):
    with pytest.raises(ValidationError, match=f"là đơn vị phối hợp của {standing}"):
        opened_agency(entered.name)


# Names and addresses


def test_an_administrator_corrects_a_name_and_an_address(desk, officer):
    before = head()[0]

    desk.post(
        reverse("people:correct_account", args=[officer.pk]),
        {"name": "Trần Thị Hà Mới", "username": "+84 912 000 333", "reason": "Đổi số điện thoại"},
    )

    (entry,) = JournalEntry.objects.filter(number__gt=before)
    assert (fresh(officer).name, fresh(officer).username) == ("Trần Thị Hà Mới", "0912000333")
    assert (entry.verb, entry.reason, revealed(entry)[0]["name"]) == ("correct_account", "Đổi số điện thoại", "Trần Thị Hà")
    assert signs_in(fresh(officer), factories.PASSWORD)


@pytest.mark.parametrize("username", ["khong phai dia chi", "taken"])
def test_no_address_and_anothers_address_are_refused(username, desk, officer, viewer):
    said = viewer.username if username == "taken" else username

    answer = desk.post(reverse("people:correct_account", args=[officer.pk]), {"name": "Trần Thị Hà", "username": said})

    assert (list(answer.context["form"].errors), fresh(officer).username) == (["username"], officer.username)


def test_ones_own_is_corrected_with_ones_password_only(officer, signed_in):
    address = reverse("correct_own_account", args=[officer.pk])
    said = {"name": "Trần Thị Hà", "username": "ha.moi@vinhha.example"}
    browser = signed_in(officer)

    wrong = browser.post(address, said | {"password": "khong phai mat khau"})
    kept = fresh(officer).username
    browser.post(address, said | {"password": factories.PASSWORD})

    assert (list(wrong.context["form"].errors), kept) == (["password"], officer.username)
    assert fresh(officer).username == "ha.moi@vinhha.example"
