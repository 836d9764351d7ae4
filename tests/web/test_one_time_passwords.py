"""A one-time password opens no page but the one where it is changed."""

import pytest
from django.urls import reverse

import factories
from hopluc.web.journal.models import JournalEntry
from hopluc.web.people import actions
from hopluc.web.people.models import Membership, User

CHANGE = reverse("change_password")
NEW = "mot mat khau khac cung dai"


@pytest.fixture
def newcomer(standing) -> User:
    """An officer whose password was given by another."""
    return actions.open_account(
        standing,
        by=None,
        username="moi@vinhha.example",
        name="Lê Thị Thử",
        password=factories.PASSWORD,
        role=Membership.Role.OFFICER,
        one_time=True,
    )


def change(browser, old: str, new: str):
    return browser.post(CHANGE, {"old_password": old, "new_password1": new, "new_password2": new})


@pytest.mark.parametrize("name", ["home", "search", "register:programmes", "documents:list"])
def test_every_page_leads_to_the_change_of_password(name, newcomer, signed_in):
    answer = signed_in(newcomer).get(reverse(name))

    assert (answer.status_code, answer.url) == (302, CHANGE)


def test_an_account_with_a_password_of_its_own_is_led_nowhere(officer, signed_in):
    assert signed_in(officer).get(reverse("home")).status_code == 200


def test_nothing_is_done_by_sending_a_form_either(newcomer, standing, signed_in):
    programme = factories.a_programme(standing)
    before = JournalEntry.objects.count()

    answer = signed_in(newcomer).post(reverse("issuing:compose"), {"programme": programme.pk, "on": "2026-11-22"})

    assert (answer.url, JournalEntry.objects.count()) == (CHANGE, before)


def test_the_page_of_the_change_says_why_one_is_there(newcomer, officer, signed_in):
    said = "Mật khẩu hiện tại chỉ dùng một lần"

    pages = [signed_in(user).get(CHANGE).content.decode() for user in (newcomer, officer)]

    assert [page.count(said) for page in pages] == [1, 0]


def test_signing_out_and_the_language_stay_open(newcomer, signed_in):
    assert signed_in(newcomer).post(reverse("set_language"), {"language": "en"}).url == "/"
    assert signed_in(newcomer).post(reverse("sign_out")).url == reverse("sign_in")


def test_changing_the_password_opens_the_site(newcomer, signed_in):
    browser = signed_in(newcomer)

    answer = change(browser, factories.PASSWORD, NEW)

    newcomer.refresh_from_db()
    assert (answer.url, newcomer.is_provisional, newcomer.check_password(NEW)) == ("/", False, True)
    assert browser.get(reverse("home")).status_code == 200
    assert JournalEntry.objects.last().verb == "change_password"


def test_the_one_time_password_itself_is_no_new_one(newcomer, signed_in):
    browser = signed_in(newcomer)

    answer = change(browser, factories.PASSWORD, factories.PASSWORD)

    newcomer.refresh_from_db()
    assert (answer.status_code, newcomer.is_provisional) == (200, True)
    assert "Mật khẩu mới trùng với mật khẩu đang dùng" in answer.content.decode()


def test_a_wrong_old_password_changes_nothing(newcomer, signed_in):
    change(signed_in(newcomer), "khong phai mat khau", NEW)

    newcomer.refresh_from_db()
    assert (newcomer.is_provisional, newcomer.check_password(factories.PASSWORD)) == (True, True)
