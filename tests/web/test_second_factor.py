"""Signing in in two steps: asked of leaders and administrators, codes good once, a lost device taken off, no page before the code."""

from datetime import timedelta
from typing import Any

import pyotp
import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from test_matrix import TABLE, asked_for  # noqa: F401  every address there is

import factories
from clock import Clock
from hopluc.web.journal.models import JournalEntry
from hopluc.web.people import second_factor, throttle
from hopluc.web.people.actions import deputise
from hopluc.web.people.models import RecoveryCode, SecondFactor, User
from hopluc.web.people.second_step import BEFORE

STEP, SET_UP, HOME = reverse("second_step"), reverse("set_up_device"), reverse("home")


@pytest.fixture(autouse=True)
def _asked(settings: Any) -> None:
    settings.SECOND_FACTOR = True


def device_of(user: User) -> pyotp.TOTP:
    """The device in the holder's hand, as it was told by the QR code."""
    return pyotp.TOTP(second_factor.secret_of(SecondFactor.objects.get(user=user).salt))


def code_of(user: User, clock: Clock) -> str:
    return device_of(user).at(clock.now)


def with_device(user: User, clock: Clock) -> list[str]:
    """Set a device up; returns the recovery codes."""
    salt = second_factor.new_salt()
    codes = second_factor.set_up(user, salt=salt, code=pyotp.TOTP(second_factor.secret_of(salt)).at(clock.now))
    assert codes is not None
    clock.now += timedelta(minutes=5)
    return codes


def by_password(user: User) -> Client:
    """A browser in which the password was given, and nothing else."""
    browser = Client()
    browser.post(reverse("sign_in"), {"username": user.username, "password": factories.PASSWORD})
    assert "_auth_user_id" in browser.session
    return browser


def goes_to(answer: Any) -> str:
    return str(answer.headers.get("Location", "")).split("?")[0]


@pytest.mark.parametrize("has_device", [True, False])
def test_with_the_password_alone_a_leader_reaches_no_page(has_device, clock, leader, asked_for):  # noqa: F811
    if has_device:
        with_device(leader, clock)
    browser = Client()
    browser.force_login(leader)
    addresses = {
        name: reverse(name, args=asked_for[row.row]) for name, row in TABLE.items() if name not in {*BEFORE, "sign_in"}
    }

    reached = {name: {goes_to(browser.get(at)), goes_to(browser.post(at))} for name, at in addresses.items()}

    assert {name for name, went in reached.items() if went != {STEP if has_device else SET_UP}} == set()
    assert len(reached) > 100


def test_the_control_without_the_demand_pages_open(settings, leader):
    settings.SECOND_FACTOR = False

    assert by_password(leader).get(HOME).status_code == 200


@pytest.mark.parametrize(("role", "asked"), [("leader", SET_UP), ("administrator", SET_UP), ("officer", ""), ("viewer", "")])
def test_leaders_and_administrators_are_asked_and_others_are_not(role, asked, standing):
    assert goes_to(by_password(factories.an_account(standing, role)).get(HOME)) == asked


def test_who_stands_in_for_a_leader_is_asked_too(leader, officer, clock):
    deputise(leader.memberships.get(), by=leader, deputy=officer, since=clock.now.date(), until=clock.now.date())

    assert goes_to(by_password(officer).get(HOME)) == SET_UP


def test_a_device_is_set_up_by_its_first_code(leader, clock):
    browser = by_password(leader)
    page = browser.get(SET_UP, {"next": "/van-ban/"})
    device = pyotp.TOTP(page.context["secret"].replace(" ", ""))

    answer = browser.post(SET_UP, {"code": device.at(clock.now), "next": "/van-ban/"})

    assert (len(answer.context["codes"]), answer.context["next"]) == (10, "/van-ban/")
    assert browser.get(HOME).status_code == 200
    assert JournalEntry.objects.filter(verb="set_up_second_factor", actor=leader).count() == 1


def test_a_wrong_first_code_sets_nothing_up(leader, clock):
    browser = by_password(leader)
    browser.get(SET_UP)

    assert browser.post(SET_UP, {"code": "000000"}).status_code == 400
    assert (User.objects.get(pk=leader.pk).second_factor, goes_to(browser.get(HOME))) == ("", SET_UP)


def test_the_qr_code_says_what_the_text_says(leader):
    browser = by_password(leader)
    page = browser.get(SET_UP)

    secret, salt = page.context["secret"], browser.session["device_salt"]
    assert second_factor.address_of(salt, leader).split("secret=")[1].split("&")[0] == secret.replace(" ", "")
    assert [len(group) for group in secret.split(" ")] == [4] * 8
    assert page.context["picture"].startswith("data:image/png;base64,")
    assert secret in page.content.decode()


def test_the_codes_are_those_of_the_standard(leader):
    """RFC 6238, appendix B, for SHA-1: the last six digits at those seconds."""
    device = pyotp.TOTP("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")

    assert [device.at(at) for at in (59, 1111111109, 1234567890)] == ["287082", "081804", "005924"]


def test_the_right_code_opens_what_was_wanted(leader, clock):
    with_device(leader, clock)
    browser = by_password(leader)

    answer = browser.post(STEP, {"code": code_of(leader, clock), "next": "/van-ban/"})

    assert (goes_to(answer), browser.get(HOME).status_code) == ("/van-ban/", 200)


@pytest.mark.parametrize("wanted", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:x", "khong-co"])
def test_it_leads_to_no_other_site_and_breaks_on_no_name(wanted, leader, clock):
    with_device(leader, clock)

    answer = by_password(leader).post(STEP, {"code": code_of(leader, clock), "next": wanted})

    assert goes_to(answer) == "/"


def test_a_code_opens_once(leader, clock):
    with_device(leader, clock)
    code = code_of(leader, clock)
    by_password(leader).post(STEP, {"code": code})

    again = by_password(leader)

    assert (again.post(STEP, {"code": code}).status_code, goes_to(again.get(HOME))) == (400, STEP)


@pytest.mark.parametrize(("seconds", "status"), [(-30, 302), (0, 302), (30, 302), (90, 400), (-90, 400)])
def test_a_clock_may_be_half_a_minute_off(seconds, status, leader, clock):
    with_device(leader, clock)
    code = device_of(leader).at(clock.now + timedelta(seconds=seconds))

    assert by_password(leader).post(STEP, {"code": code}).status_code == status


def test_after_five_wrong_codes_the_right_one_waits(leader, clock):
    with_device(leader, clock)
    browser = by_password(leader)
    for _ in range(throttle.MOST_FOR_ACCOUNT_AND_ADDRESS):
        browser.post(STEP, {"code": "000000"})

    refused = browser.post(STEP, {"code": code_of(leader, clock)}).status_code
    clock.now += throttle.WINDOW + timedelta(minutes=1)

    assert (refused, browser.post(STEP, {"code": code_of(leader, clock)}).status_code) == (400, 302)


def test_a_recovery_code_stands_for_the_device_once(leader, clock):
    code = with_device(leader, clock)[0]
    first, second = by_password(leader), by_password(leader)

    opened = first.post(STEP, {"code": code.upper().replace("-", " ")}).status_code
    again = second.post(STEP, {"code": code}).status_code

    assert (opened, again, second_factor.codes_left(leader)) == (302, 400, 9)
    assert JournalEntry.objects.filter(verb="use_recovery_code").count() == 1


def test_new_recovery_codes_end_the_old_ones(leader, clock):
    old = with_device(leader, clock)
    browser = by_password(leader)
    browser.post(STEP, {"code": old[0]})

    new = browser.post(reverse("recovery_codes"), {"code": code_of(leader, clock)}).context["codes"]

    assert (second_factor.accepts(leader, old[1]), second_factor.accepts(leader, new[0])) == (False, True)


def test_anothers_code_opens_nothing(leader, administrator, clock):
    with_device(leader, clock)
    codes = with_device(administrator, clock)

    answers = [by_password(leader).post(STEP, {"code": code}).status_code for code in (code_of(administrator, clock), codes[0])]

    assert answers == [400, 400]


def test_neither_secret_nor_codes_are_kept(leader, clock):
    codes = with_device(leader, clock)
    secret = second_factor.secret_of(SecondFactor.objects.get(user=leader).salt)

    kept = (
        repr(list(SecondFactor.objects.values()))
        + repr(list(RecoveryCode.objects.values()))
        + repr(list(User.objects.values()))
    )
    assert [word for word in (secret, *codes, *(code.replace("-", "") for code in codes)) if word in kept] == []


def test_under_another_key_of_the_site_the_salt_says_nothing(leader, clock, settings):
    with_device(leader, clock)
    code, key = code_of(leader, clock), settings.SECRET_KEY

    settings.SECRET_KEY = "another key of fifty letters, as long as such a key should be"
    alone = second_factor.accepts(leader, code)
    settings.SECRET_KEY_FALLBACKS = [key]

    assert (alone, second_factor.accepts(leader, code)) == (False, True)


def test_an_administrator_takes_a_lost_device_off_and_its_holder_is_told(leader, administrator, clock, settings):
    settings.EMAIL_HOST = "mail.vinhha.example"
    with_device(leader, clock)
    open_session = by_password(leader)
    open_session.post(STEP, {"code": code_of(leader, clock)})
    with_device(administrator, clock)
    desk = by_password(administrator)
    desk.post(STEP, {"code": code_of(administrator, clock)})

    desk.post(reverse("people:take_off_device", args=[leader.pk]), {"reason": "Mất điện thoại"})

    entry = JournalEntry.objects.get(verb="take_off_second_factor")
    assert (entry.actor, entry.reason, entry.object_id) == (administrator, "Mất điện thoại", str(leader.pk))
    assert [(letter.to, "Mất điện thoại" in letter.body) for letter in mail.outbox] == [([leader.username], True)]
    assert goes_to(open_session.get(HOME)) == SET_UP
    assert administrator.name in open_session.get(SET_UP).content.decode()


def test_a_device_of_before_opens_nothing_after_it_was_taken_off(leader, clock):
    codes = with_device(leader, clock)
    code = code_of(leader, clock)

    second_factor.take_off(leader, by=None)

    assert [second_factor.accepts(User.objects.get(pk=leader.pk), one) for one in (code, codes[0])] == [False, False]


def test_another_agencys_administrator_takes_nothing_off(leader, elsewhere, clock):
    with_device(leader, clock)
    other = factories.an_account(elsewhere, "administrator")
    codes = with_device(other, clock)
    desk = by_password(other)
    desk.post(STEP, {"code": codes[0]})

    assert desk.post(reverse("people:take_off_device", args=[leader.pk]), {"reason": "thử"}).status_code == 404
    assert User.objects.get(pk=leader.pk).second_factor != ""


def test_an_officer_may_have_one_and_do_without_again(officer, clock):
    codes = with_device(officer, clock)
    browser = by_password(officer)
    asked = goes_to(browser.get(HOME))
    browser.post(STEP, {"code": codes[0]})

    browser.post(reverse("take_off_device"), {"code": codes[1]})

    assert (asked, goes_to(by_password(officer).get(HOME))) == (STEP, "")


def test_a_leader_may_not_do_without(leader, clock):
    codes = with_device(leader, clock)
    browser = by_password(leader)
    browser.post(STEP, {"code": codes[0]})

    assert browser.post(reverse("take_off_device"), {"code": codes[1]}).status_code == 403


def test_with_the_password_alone_no_other_device_is_set_up(leader, clock):
    with_device(leader, clock)
    browser = by_password(leader)

    assert (goes_to(browser.get(SET_UP)), goes_to(browser.post(SET_UP, {"code": "000000"}))) == (STEP, STEP)


def test_another_device_ends_the_sessions_of_the_first(leader, clock):
    with_device(leader, clock)
    browser = by_password(leader)
    browser.post(STEP, {"code": code_of(leader, clock)})

    with_device(leader, clock)

    assert goes_to(browser.get(HOME)) == STEP


NEW = {"old_password": factories.PASSWORD, "new_password1": "sông lặng chảy qua", "new_password2": "sông lặng chảy qua"}


@pytest.mark.parametrize(("one_time", "changed"), [(False, False), (True, True)])
def test_before_the_second_step_only_a_one_time_password_is_changed(one_time, changed, leader, clock):
    with_device(leader, clock)
    User.objects.filter(pk=leader.pk).update(is_provisional=one_time)

    by_password(leader).post(reverse("change_password"), NEW)

    assert User.objects.get(pk=leader.pk).check_password(NEW["new_password1"]) is changed


@pytest.mark.parametrize(("now", "taken"), [("", False), ("000000", False), ("the device's", True), ("a recovery code", True)])
def test_another_device_is_taken_by_a_code_of_the_one_before(now, taken, leader, clock):
    codes = with_device(leader, clock)
    before = SecondFactor.objects.get(user=leader).salt
    browser = by_password(leader)
    browser.post(STEP, {"code": code_of(leader, clock)})
    clock.now += timedelta(minutes=5)
    device = pyotp.TOTP(browser.get(SET_UP).context["secret"].replace(" ", ""))
    said = {"the device's": code_of(leader, clock), "a recovery code": codes[0]}.get(now, now)

    browser.post(SET_UP, {"code": device.at(clock.now), "now": said})

    assert (SecondFactor.objects.get(user=leader).salt != before) is taken
