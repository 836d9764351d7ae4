"""Passkeys: registered by one who has just said who it is, used for both steps, and every answer refused that is not to this question."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

import factories
from hopluc.web.journal.models import JournalEntry
from hopluc.web.people import passkeys, second_factor
from hopluc.web.people.ceremonies import PasskeyRefused, Place
from hopluc.web.people.models import Passkey, RecoveryCode, SignOn, User
from soft_key import PRESENT, SYNCED, VERIFIED, SoftKey, deep

HOME, OWN, STEP, PROVE = reverse("home"), reverse("own_account"), reverse("second_step"), reverse("prove")
QUESTION, REGISTER, SIGN_IN = reverse("passkey_question"), reverse("register_passkey"), reverse("sign_in_by_passkey")
PLACE = Place("localhost", "http://localhost")


@pytest.fixture(autouse=True)
def _asked(settings: Any) -> None:
    settings.SECOND_FACTOR = True


def a_browser() -> Client:
    """A browser at the one address without HTTPS that knows passkeys."""
    return Client(SERVER_NAME="localhost")


def by_password(user: User) -> Client:
    browser = a_browser()
    browser.post(reverse("sign_in"), {"username": user.username, "password": factories.PASSWORD})
    return browser


def question(browser: Client, purpose: str) -> dict[str, Any]:
    said: dict[str, Any] = browser.post(QUESTION, {"purpose": purpose}).json()
    return said


def with_key(user: User, **of: Any) -> SoftKey:
    """A key of the account, registered as by its own page."""
    key = SoftKey(**of)
    options, ceremony = passkeys.ask_to_register(user, PLACE)
    passkeys.register(user, ceremony, key.make(plain(options)), name="Điện thoại")
    return key


def plain(options: Any) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(json.dumps(options))
    return said


def goes_to(answer: Any) -> str:
    return str(answer.headers.get("Location", "")).split("?")[0]


def signs_in(browser: Client, key: SoftKey, **lies: Any) -> bool:
    """Does the key open a session in this browser."""
    browser.post(SIGN_IN, {"answer": key.use(question(browser, "sign_in"), **lies)})
    return "_auth_user_id" in browser.session


def test_a_leader_registers_a_key_in_place_of_a_device_and_is_told_recovery_codes(leader):
    browser, key = by_password(leader), SoftKey()
    before = goes_to(browser.get(HOME))

    answer = browser.post(
        REGISTER, {"name": "Điện thoại", "answer": key.make(question(browser, "register")), "next": "/van-ban/"}
    )

    assert (before, len(answer.context["codes"]), answer.context["next"]) == (reverse("set_up_device"), 10, "/van-ban/")
    assert (browser.get(HOME).status_code, [row.name for row in leader.passkeys.all()]) == (200, ["Điện thoại"])
    assert JournalEntry.objects.filter(verb="register_passkey", actor=leader).count() == 1
    assert "Điện thoại" in browser.get(OWN).content.decode()


def test_a_second_key_makes_no_new_recovery_codes(leader):
    with_key(leader)
    kept = set(RecoveryCode.objects.values_list("sha256", flat=True))

    with_key(User.objects.get(pk=leader.pk))

    assert (leader.passkeys.count(), set(RecoveryCode.objects.values_list("sha256", flat=True))) == (2, kept)


def test_a_key_is_both_steps_of_signing_in(leader):
    key, browser = with_key(leader), a_browser()

    answer = browser.post(SIGN_IN, {"answer": key.use(question(browser, "sign_in")), "next": "/van-ban/"})

    assert (goes_to(answer), browser.get(HOME).status_code) == ("/van-ban/", 200)
    assert JournalEntry.objects.filter(verb="sign_in", actor=leader).count() == 1


def test_after_the_password_a_key_is_the_second_step(leader):
    key, browser = with_key(leader), by_password(leader)
    before = goes_to(browser.get(HOME))

    browser.post(STEP, {"answer": key.use(question(browser, "prove"))})

    assert (before, browser.get(HOME).status_code) == (STEP, 200)


def test_without_scripts_a_recovery_code_stands_for_the_key(leader):
    options, ceremony = passkeys.ask_to_register(leader, PLACE)
    codes = passkeys.register(leader, ceremony, SoftKey().make(plain(options)), name="Khóa")
    browser = by_password(leader)

    browser.post(STEP, {"code": codes[0]})

    assert browser.get(HOME).status_code == 200


LIES = {
    "another site": {"origin": "http://localhost.vinhha.example"},
    "another port": {"origin": "http://localhost:8000"},
    "another question": {"challenge": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"},
    "the other ceremony": {"type": "webauthn.other"},
    "a frame of another site": {"crossOrigin": True},
}
OTHERS = {
    "another domain": {"domain": "vinhha.example"},
    "no finger, face or PIN": {"flags": PRESENT},
    "nobody there": {"flags": VERIFIED},
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES.keys())
def test_a_lying_answer_opens_nothing_and_registers_nothing(lie, leader, officer):
    key, browser = with_key(leader), a_browser()
    options, ceremony = passkeys.ask_to_register(officer, PLACE)

    with pytest.raises(PasskeyRefused):
        passkeys.register(officer, ceremony, SoftKey().make(plain(options), **lie), name="Khóa")

    assert (signs_in(browser, key, **lie), officer.passkeys.count()) == (False, 0)
    assert signs_in(browser, key)  # the control: the same key, telling the truth


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS.keys())
def test_a_key_that_is_not_as_asked_opens_nothing_and_is_not_registered(other, leader, officer):
    key = with_key(leader)
    options, ceremony = passkeys.ask_to_register(officer, PLACE)

    with pytest.raises(PasskeyRefused):
        passkeys.register(officer, ceremony, SoftKey(**other).make(plain(options)), name="Khóa")
    right = dict(vars(key))
    vars(key).update(other)

    assert not signs_in(a_browser(), key)
    vars(key).update(right)
    assert signs_in(a_browser(), key)


def test_an_answer_is_good_once(leader):
    key, browser, thief = with_key(leader), a_browser(), a_browser()
    answer = key.use(question(browser, "sign_in"))
    browser.post(SIGN_IN, {"answer": answer})
    browser.post(reverse("sign_out"))

    browser.post(SIGN_IN, {"answer": answer})
    question(thief, "sign_in")
    thief.post(SIGN_IN, {"answer": answer})

    assert ["_auth_user_id" in one.session for one in (browser, thief)] == [False, False]


@pytest.mark.parametrize(("minutes", "opens"), [(4, True), (6, False)])
def test_an_answer_that_comes_late_opens_nothing(minutes, opens, leader, clock):
    key, browser = with_key(leader), a_browser()
    asked = question(browser, "sign_in")

    clock.now += timedelta(minutes=minutes)
    browser.post(SIGN_IN, {"answer": key.use(asked)})

    assert ("_auth_user_id" in browser.session) is opens


def test_a_question_is_answered_for_what_it_was_asked(leader):
    key, browser = with_key(leader), by_password(leader)

    browser.post(STEP, {"answer": key.use(question(browser, "sign_in"))})

    assert goes_to(browser.get(HOME)) == STEP


def test_anothers_key_is_no_second_step(leader, administrator):
    with_key(leader)
    theirs, browser = with_key(administrator), by_password(leader)

    browser.post(STEP, {"answer": theirs.use(question(browser, "prove"))})

    assert goes_to(browser.get(HOME)) == STEP


def test_a_key_nobody_registered_opens_nothing(leader):
    key = with_key(leader)

    assert not signs_in(a_browser(), SoftKey(handle=key.handle))
    assert not signs_in(a_browser(), SoftKey(handle=key.handle, identity=key.identity))  # its name, without its private half
    assert signs_in(a_browser(), key)


@pytest.mark.parametrize(("kept", "said", "opens"), [(5, 6, True), (5, 5, False), (5, 4, False), (5, 0, False), (0, 0, True)])
def test_a_counter_that_goes_back_ends_the_key(kept, said, opens, leader):
    key = with_key(leader, counter=kept)
    key.counter = said

    opened = signs_in(a_browser(), key)
    key.counter = 9
    again = signs_in(a_browser(), key)

    assert (opened, again, Passkey.objects.get().refused_at is None) == (opens, opens, opens)
    assert JournalEntry.objects.filter(verb="refuse_passkey").count() == (0 if opens else 1)


def test_a_closed_account_opens_by_no_key(leader):
    key = with_key(leader)
    User.objects.filter(pk=leader.pk).update(is_active=False)

    assert not signs_in(a_browser(), key)


ODD = ["", "{}", "[]", "null", "x" * 30_000, "[" * 19_000, '{"id": 1, "rawId": 1, "type": 1, "response": 1}']
ODD += [
    json.dumps({"id": "AA", "rawId": "AA", "type": "public-key", "response": response})
    for response in (
        {},
        {"clientDataJSON": "e30", "attestationObject": deep(9_000), "authenticatorData": "AAAA", "signature": "AA"},
        {"clientDataJSON": "W10", "attestationObject": "oA", "authenticatorData": "AAAA", "signature": "AA"},
        {"clientDataJSON": "é", "attestationObject": "é", "authenticatorData": "é", "signature": "é"},
    )
]


@pytest.mark.parametrize("answer", ODD, ids=range(len(ODD)))
def test_what_no_browser_says_is_refused_quietly(answer, leader, officer):
    _, ceremony = passkeys.ask_to_register(officer, PLACE)

    with pytest.raises(PasskeyRefused):
        passkeys.register(officer, ceremony, answer, name="Khóa")
    with pytest.raises(PasskeyRefused):
        passkeys.prove(ceremony, answer, of=None)


def test_a_key_is_registered_once_and_ten_at_most(leader):
    key = with_key(leader)
    options, ceremony = passkeys.ask_to_register(leader, PLACE)
    with pytest.raises(ValidationError, match="đã đăng ký"):
        passkeys.register(leader, ceremony, key.make(plain(options)), name="Khóa")
    for _ in range(passkeys.MOST - 1):
        with_key(leader)

    with pytest.raises(ValidationError, match="tối đa 10"):
        with_key(leader)


def test_a_session_left_open_registers_and_removes_nothing(leader, clock):
    key = with_key(leader)
    browser = a_browser()
    signs_in(browser, key)
    row = Passkey.objects.get()
    clock.now += timedelta(minutes=11)
    remove = reverse("remove_passkey", args=[row.pk])

    led = {
        goes_to(browser.get(REGISTER)),
        goes_to(browser.post(REGISTER)),
        goes_to(browser.get(remove)),
        goes_to(browser.post(remove)),
    }
    asked = browser.post(QUESTION, {"purpose": "register"}).status_code
    browser.post(PROVE, {"answer": key.use(question(browser, "prove"))})

    assert (led, asked, browser.get(REGISTER).status_code, Passkey.objects.count()) == ({PROVE}, 403, 200, 1)


def test_who_has_no_second_step_says_the_password_again(officer, clock):
    browser = by_password(officer)
    clock.now += timedelta(minutes=11)

    wrong = browser.post(PROVE, {"password": "khong phai"}).status_code
    still = goes_to(browser.get(REGISTER))
    browser.post(PROVE, {"password": factories.PASSWORD})

    assert (wrong, still, browser.get(REGISTER).status_code) == (400, PROVE, 200)


def test_with_the_password_alone_no_further_key_is_registered(leader):
    with_key(leader)
    browser = by_password(leader)

    assert (goes_to(browser.get(REGISTER)), goes_to(browser.post(REGISTER)), goes_to(browser.get(PROVE))) == (STEP, STEP, STEP)
    assert browser.post(QUESTION, {"purpose": "register"}).status_code == 403


def test_a_key_is_removed_and_other_sessions_are_asked_again(leader):
    key, other = with_key(leader), None
    other = with_key(User.objects.get(pk=leader.pk))
    here, elsewhere = a_browser(), a_browser()
    signs_in(here, key)
    signs_in(elsewhere, other)

    here.post(reverse("remove_passkey", args=[leader.passkeys.last().pk]))

    assert (here.get(HOME).status_code, goes_to(elsewhere.get(HOME)), signs_in(a_browser(), other)) == (200, STEP, False)
    assert JournalEntry.objects.filter(verb="remove_passkey", actor=leader).count() == 1


def test_the_only_second_step_of_a_leader_stays(leader):
    key, browser = with_key(leader), a_browser()
    signs_in(browser, key)

    answer = browser.post(reverse("remove_passkey", args=[leader.passkeys.get().pk]))

    assert ("cách xác thực hai bước duy nhất" in answer.content.decode(), leader.passkeys.count()) == (True, 1)


def test_a_refused_key_is_no_second_step_to_stay_with(leader):
    with_key(leader)
    Passkey.objects.update(refused_at=timezone.now())
    with_key(User.objects.get(pk=leader.pk))

    with pytest.raises(ValidationError, match="duy nhất"):
        passkeys.remove(leader.passkeys.get(refused_at=None), by=leader)


def test_an_officer_removes_the_last_key_and_signs_in_by_password_alone(officer):
    key, browser = with_key(officer), a_browser()
    signs_in(browser, key)

    browser.post(reverse("remove_passkey", args=[officer.passkeys.get().pk]))

    assert (by_password(officer).get(HOME).status_code, RecoveryCode.objects.count()) == (200, 0)


def test_the_only_way_in_stays(officer):
    key, browser = with_key(officer), a_browser()
    officer.refresh_from_db()
    officer.set_unusable_password()
    officer.save()
    signs_in(browser, key)

    answer = browser.post(reverse("remove_passkey", args=[officer.passkeys.get().pk]))

    assert ("cách đăng nhập duy nhất" in answer.content.decode(), officer.passkeys.count()) == (True, 1)


def test_with_another_way_in_the_key_is_removed(officer):
    key, browser = with_key(officer), a_browser()
    SignOn.objects.create(user=officer, provider="tinh", issuer="https://sso.example", subject="1")
    officer.refresh_from_db()
    officer.set_unusable_password()
    officer.save()
    signs_in(browser, key)

    browser.post(reverse("remove_passkey", args=[officer.passkeys.get().pk]))

    assert officer.passkeys.count() == 0


def test_a_visitors_question_is_kept_five_minutes_and_a_session_its_hours(leader, settings):
    key, browser = with_key(leader), a_browser()
    question(browser, "sign_in")
    visiting = browser.session.get_expiry_age()

    opened = signs_in(browser, key)

    assert (visiting, opened, browser.session.get_expiry_age()) == (5 * 60, True, settings.SESSION_COOKIE_AGE)


def test_nobody_removes_anothers_key(leader, administrator):
    with_key(leader)
    browser = a_browser()
    signs_in(browser, with_key(administrator))

    assert browser.post(reverse("remove_passkey", args=[leader.passkeys.get().pk])).status_code == 404


def test_what_an_administrator_takes_off_are_the_keys_too(leader):
    key = with_key(leader)

    second_factor.take_off(User.objects.get(pk=leader.pk), by=None)

    assert (signs_in(a_browser(), key), Passkey.objects.count()) == (False, 0)


def test_whether_a_key_is_synced_is_told(leader):
    with_key(leader, flags=PRESENT | VERIFIED | SYNCED)

    assert leader.passkeys.get().is_synced


@pytest.mark.parametrize(
    ("address", "host", "here"),
    [
        ("", "localhost", True),
        ("", "testserver", False),
        ("https://hopluc.vinhha.example", "testserver", True),
        ("http://hopluc.vinhha.example", "testserver", False),
        ("https://10.0.0.7", "testserver", False),
    ],
)
def test_keys_are_offered_only_where_browsers_know_them(address, host, here, leader, settings):
    settings.SITE_ADDRESS = address
    browser = Client(SERVER_NAME=host)
    offered = "passkey.js" in browser.get(reverse("sign_in")).content.decode()
    browser.post(reverse("sign_in"), {"username": leader.username, "password": factories.PASSWORD})

    page = browser.get(REGISTER).content.decode()

    assert (offered, "passkey.js" in page, "HOPLUC_SITE_ADDRESS" in page) == (here, here, not here)
    assert browser.post(QUESTION, {"purpose": "sign_in"}).status_code == (200 if here else 409)


def test_a_device_knows_nothing_of_who_holds_the_account(leader):
    options, _ = passkeys.ask_to_register(leader, PLACE)

    assert len(passkeys.handle_of(leader)) == 32
    assert plain(options)["publicKey"]["attestation"] == "none"
