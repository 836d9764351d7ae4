"""Accounts: signing in, the brake on guessing, sessions, memberships; organisations, their names and heirs."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

import factories
from hopluc.web.journal.models import JournalEntry
from hopluc.web.people import actions, queries, rules
from hopluc.web.people.actions import note_succession
from hopluc.web.people.forms import REFUSED
from hopluc.web.people.gazetteer import load_gazetteer
from hopluc.web.people.models import (
    Membership,
    Organisation,
    OrganisationName,
    Person,
    Place,
    SignInFailure,
    Succession,
    User,
    username_of,
)

SIGN_IN = reverse("sign_in")


def sign_in(client: Client, username: str, password: str = factories.PASSWORD, **extra: str):
    return client.post(SIGN_IN, {"username": username, "password": password}, **extra)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Ha@VinhHa.example", "ha@vinhha.example"),
        ("0912 345 678", "0912345678"),
        ("+84 912.345.678", "0912345678"),
        ("+840912345678", "0912345678"),
        ("", ""),
    ],
)
def test_an_accounts_name_has_one_form(typed, name):
    assert username_of(typed) == name


def test_one_signs_in_by_mail_or_phone_however_it_is_typed(standing, client):
    factories.an_account(standing, username="0912345678")

    answer = sign_in(client, "+84 912 345 678")

    assert (answer.status_code, answer.url) == (302, "/")
    assert JournalEntry.objects.last().verb == "sign_in"


def test_wrong_password_unknown_account_and_closed_account_get_the_same_answer(standing, client):
    known, closed = factories.an_account(standing), factories.an_account(standing)
    actions.close_account(closed, by=None)

    answers = [
        sign_in(client, known.username, "sai"),
        sign_in(client, "khong-co@vinhha.example", "sai"),
        sign_in(client, closed.username),
    ]

    assert [(answer.status_code, answer.context["form"].non_field_errors()) for answer in answers] == [(200, [REFUSED])] * 3


def test_after_five_wrong_tries_not_even_the_right_password_is_looked_at(standing, client):
    user = factories.an_account(standing)
    for _ in range(5):
        sign_in(client, user.username, "sai")

    answer = sign_in(client, user.username)

    assert answer.context["form"].non_field_errors() == [REFUSED]
    assert "_auth_user_id" not in client.session


def test_four_wrong_tries_do_not_shut_the_account(standing, client):
    user = factories.an_account(standing)
    for _ in range(4):
        sign_in(client, user.username, "sai")

    answer = sign_in(client, user.username)

    assert answer.status_code == 302
    assert SignInFailure.objects.count() == 0


def test_tries_of_another_address_do_not_shut_out_the_owner(standing, client):
    user = factories.an_account(standing)
    for _ in range(5):
        sign_in(client, user.username, "sai", REMOTE_ADDR="203.0.113.7")

    assert sign_in(client, user.username).status_code == 302


def test_old_failures_no_longer_count(standing, client):
    user = factories.an_account(standing)
    for _ in range(5):
        sign_in(client, user.username, "sai")
    SignInFailure.objects.update(at=timezone.now() - timedelta(minutes=16))

    assert sign_in(client, user.username).status_code == 302


def test_a_password_sprayed_over_many_accounts_is_braked_by_address(standing, client):
    user = factories.an_account(standing)
    for number in range(100):
        sign_in(client, f"khong-co-{number}@vinhha.example", "sai")

    assert sign_in(client, user.username).status_code == 200


def test_failures_are_kept_without_name_or_address(standing, client):
    sign_in(client, "khong-co@vinhha.example", "sai")

    kept = SignInFailure.objects.get()
    assert (len(kept.account), len(kept.address)) == (64, 64)


def test_a_forged_proxy_header_is_not_believed(standing, client, settings):
    user = factories.an_account(standing)
    for number in range(5):
        sign_in(client, user.username, "sai", HTTP_X_FORWARDED_FOR=f"203.0.113.{number}")

    assert sign_in(client, user.username).status_code == 200


def test_behind_our_proxy_its_own_entry_counts(standing, client, settings):
    settings.BEHIND_PROXY = True
    user = factories.an_account(standing)
    for _ in range(5):
        sign_in(client, user.username, "sai", HTTP_X_FORWARDED_FOR="198.51.100.1, 203.0.113.9")

    assert sign_in(client, user.username, HTTP_X_FORWARDED_FOR="203.0.113.10").status_code == 302
    assert sign_in(Client(), user.username, HTTP_X_FORWARDED_FOR="203.0.113.9").status_code == 200


def test_signing_in_does_not_lead_off_the_site(standing, client):
    user = factories.an_account(standing)

    answer = client.post(
        SIGN_IN, {"username": user.username, "password": factories.PASSWORD, "next": "https://elsewhere.example/"}
    )

    assert answer.url == "/"


def test_signing_in_begins_a_new_session(standing, client):
    user = factories.an_account(standing)
    client.session["left"] = "behind"
    client.session.save()
    before = client.session.session_key

    sign_in(client, user.username)

    assert client.session.session_key != before


def test_changing_the_password_ends_the_other_sessions(standing):
    user = factories.an_account(standing)
    here, there = Client(), Client()
    sign_in(here, user.username)
    sign_in(there, user.username)
    fresh = "mot mat khau khac han"

    here.post(
        reverse("change_password"),
        {"old_password": factories.PASSWORD, "new_password1": fresh, "new_password2": fresh},
    )

    assert here.get("/").status_code == 200
    assert there.get("/").status_code == 302
    assert JournalEntry.objects.last().verb == "change_password"
    assert fresh not in JournalEntry.objects.last().after


def test_signing_out_ends_the_session(officer, signed_in):
    browser = signed_in(officer)

    browser.post(reverse("sign_out"))

    assert browser.get("/").status_code == 302


def test_a_closed_account_is_out_at_once(officer, signed_in):
    browser = signed_in(officer)
    assert browser.get("/").status_code == 200

    actions.close_account(officer, by=None, reason="Chuyển công tác")

    assert browser.get("/").status_code == 302


def test_a_weak_password_opens_no_account(standing):
    with pytest.raises(ValidationError):
        actions.open_account(standing, by=None, username="a@vinhha.example", name="A", password="12345678", role="officer")

    assert User.objects.count() == 0


def test_a_name_in_use_opens_no_second_account(standing):
    factories.an_account(standing, username="ha@vinhha.example")

    with pytest.raises(ValidationError):
        factories.an_account(standing, username="HA@vinhha.example")


def test_the_journal_of_an_account_names_nobody_and_keeps_no_password(standing):
    factories.an_account(standing, username="ha@vinhha.example", name="Trần Thị Hà")

    line = JournalEntry.objects.get(verb="open_account")
    assert [word for word in ("vinhha", "Trần", "password", "md5") if word in line.after + line.object_label] == []


def test_a_membership_holds_from_its_first_to_its_last_day(standing, officer):
    today = timezone.localdate()
    membership = officer.memberships.get()

    actions.end_membership(membership, by=officer, until=today)
    assert User.objects.get(pk=officer.pk).standing == {standing.pk: frozenset({"officer"})}

    actions.end_membership(membership, by=officer, until=today - timedelta(days=1))
    assert User.objects.get(pk=officer.pk).standing == {}


def test_roles_say_what_an_account_may(standing, officer, viewer, leader, elsewhere):
    boss = factories.an_account(standing, Membership.Role.ADMINISTRATOR)

    assert [rules.writes_for_organisation(user, standing) for user in (officer, viewer, leader, boss)] == [
        True,
        False,
        True,
        False,
    ]
    assert [rules.decides_for_owner(user, factories.a_programme(standing)) for user in (officer, leader)] == [False, True]
    assert [rules.administers_organisation(user, standing) for user in (leader, boss)] == [False, True]
    assert rules.writes_for_organisation(officer, elsewhere) is False
    assert [rules.is_self(user, officer) for user in (officer, viewer)] == [True, False]


def test_the_heir_of_a_merged_body_acts_in_its_place(standing, colleague, member):
    former = factories.an_organisation("Sở Kế hoạch thành phố Vĩnh Hà")
    note_succession(by=None, day=date(2025, 7, 1), predecessor=former, successor=member, source="Nghị quyết thử nghiệm")

    assert set(User.objects.get(pk=colleague.pk).standing) == {former.pk, member.pk}


def test_part_of_a_body_gives_no_standing_in_it(colleague, member):
    former = factories.an_organisation("Sở Thông tin thành phố Vĩnh Hà")
    note_succession(
        by=None,
        day=date(2025, 3, 1),
        predecessor=former,
        successor=member,
        source="Nghị quyết thử nghiệm",
        scope=Succession.Scope.FUNCTION,
        detail="Quản lý báo chí",
    )

    assert set(User.objects.get(pk=colleague.pk).standing) == {member.pk}


def test_heirs_are_found_by_date_through_every_step(db):
    first, second, third = (factories.an_organisation(f"Ban Thử nghiệm {n} thành phố Vĩnh Hà") for n in "ABC")
    for day, old, new, scope in [
        (date(2020, 1, 1), first, second, Succession.Scope.ALL),
        (date(2025, 1, 1), second, third, Succession.Scope.FUNCTION),
    ]:
        note_succession(by=None, day=day, predecessor=old, successor=new, source="Quyết định thử nghiệm", scope=scope)

    assert queries.heirs_of(first, date(2019, 12, 31)) == []
    assert [(heir.organisation, heir.certain) for heir in queries.heirs_of(first, date(2024, 12, 31))] == [(second, True)]
    assert [(heir.organisation, heir.certain) for heir in queries.heirs_of(first, date(2025, 1, 1))] == [
        (second, False),
        (third, False),
    ]


def test_heirs_going_in_a_circle_end(db):
    first, second = (factories.an_organisation(f"Ban Thử nghiệm {n} thành phố Vĩnh Hà") for n in "AB")
    for old, new in ((first, second), (second, first)):
        note_succession(by=None, day=date(2020, 1, 1), predecessor=old, successor=new, source="Quyết định thử nghiệm")

    assert queries.heirs_of(first, date(2026, 1, 1)) == []


def test_a_succession_of_unlike_things_is_refused(standing, db):
    place = Place.objects.create(code="vinh-ha", name="Vĩnh Hà", kind="province", search_key="vinh ha")

    with pytest.raises(ValidationError):
        Succession(day=date(2025, 7, 1), source="x", predecessor=standing, later_place=place).full_clean()


def test_an_organisation_is_found_by_any_of_its_names_with_or_without_marks(standing):
    ours = actions.find_or_add_organisation(standing, by=None, name="Viện Ứng dụng Công nghệ Vĩnh Hà", aliases=("VUC",))

    found = [
        list(queries.organisations_named(name, owner=standing))
        for name in ("vien ung dung cong nghe vinh ha", "VUC", "Viện khác")
    ]

    assert found == [[ours], [ours], []]


def test_an_organisation_one_has_entered_is_not_found_by_another(standing, elsewhere):
    actions.find_or_add_organisation(standing, by=None, name="Viện Ứng dụng Công nghệ Vĩnh Hà")

    assert list(queries.organisations_named("Viện Ứng dụng Công nghệ Vĩnh Hà", owner=elsewhere)) == []


def test_the_same_organisation_and_person_are_entered_once(standing):
    organisations = {
        actions.find_or_add_organisation(standing, by=None, name=name).pk
        for name in ("Viện Hóa học Vĩnh Hà", "Viện hoá học Vĩnh Hà")
    }
    persons = {actions.find_or_add_person(standing, by=None, name="Lê Văn Thử").pk for _ in range(2)}

    assert (len(organisations), len(persons)) == (1, 1)


def test_two_persons_of_one_name_are_not_taken_for_each_other(standing):
    for _ in range(2):
        Person.objects.create(owner=standing, name="Lê Văn Thử", search_key="le van thu")

    actions.find_or_add_person(standing, by=None, name="Lê Văn Thử")

    assert Person.objects.count() == 3


def test_a_name_holds_for_its_days(standing):
    OrganisationName.objects.create(
        organisation=standing, name="Ban Khoa học Vĩnh Hà", kind="official", until=date(1993, 9, 30), search_key="x"
    )

    assert standing.name_on(date(1990, 1, 1)) == "Ban Khoa học Vĩnh Hà"
    assert standing.name_on(date(2000, 1, 1)) == "Sở Khoa học và Công nghệ thành phố Vĩnh Hà"


def test_who_sees_which_organisations_and_persons(standing, officer, stranger):
    ours = actions.find_or_add_organisation(standing, by=None, name="Viện Riêng Vĩnh Hà")
    person = actions.find_or_add_person(standing, by=None, name="Lê Văn Thử")

    assert (ours in queries.organisations_seen_by(officer), ours in queries.organisations_seen_by(stranger)) == (True, False)
    assert (person in queries.persons_seen_by(officer), person in queries.persons_seen_by(stranger)) == (True, False)
    assert standing in queries.organisations_of(officer)
    assert queries.own_account(officer).get() == officer


def test_the_gazetteer_comes_in_once(db):
    new = load_gazetteer(by=None)
    lines = JournalEntry.objects.filter(verb="load_gazetteer").count()

    assert new == Place.objects.count() + Organisation.objects.filter(owner=None).count()
    assert load_gazetteer(by=None) == 0
    assert lines == JournalEntry.objects.filter(verb="load_gazetteer").count() == 1


def test_the_gazetteer_tells_who_followed_whom(db):
    load_gazetteer(by=None)
    ministry = queries.organisations_named("Bộ Kế hoạch và Đầu tư").get()

    heirs = queries.heirs_of(ministry, date(2026, 1, 1))

    assert [heir.organisation.name for heir in heirs] == ["Bộ Tài chính"]
    assert queries.places_named("ha giang", on=date(2024, 1, 1)).get().passed_to.get().later_place.name == "Tuyên Quang"
    assert queries.places_named("Hà Giang", on=date(2026, 1, 1)).count() == 0
    assert queries.places_named("Hà Giang").count() == 1


def test_a_body_named_without_its_province_is_the_one_of_the_agencys_own(standing):
    finance = actions.add_organisation(standing, by=None, name="Sở Tài chính thành phố Vĩnh Hà")

    found = {
        name: actions.known_organisation(standing, name)
        for name in ("Sở Tài chính", "sở khoa học và công nghệ", "Sở Nội vụ", "Sở Tài chính tỉnh Tân Lâm")
    }

    assert found == {
        "Sở Tài chính": finance,
        "sở khoa học và công nghệ": standing,
        "Sở Nội vụ": None,
        "Sở Tài chính tỉnh Tân Lâm": None,
    }


def test_a_name_that_is_known_as_it_stands_comes_before_one_of_the_province(standing):
    actions.add_organisation(standing, by=None, name="Trung tâm Khuyến công thành phố Vĩnh Hà")
    bare = actions.add_organisation(standing, by=None, name="Trung tâm Khuyến công")

    assert actions.known_organisation(standing, "Trung tâm Khuyến công") == bare
