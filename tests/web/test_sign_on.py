"""Sign-on by a provider: bound once by the holder of an account, opened by a checked token alone, and never an account made."""

import re
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlsafe_base64_encode
from joserfc.jwk import ECKey

import factories
from hopluc.errors import WrongDefinition
from hopluc.web.journal.models import JournalEntry
from hopluc.web.people import actions
from hopluc.web.people.actions import open_account
from hopluc.web.people.invitations import invitation_to
from hopluc.web.people.models import SignOn, User
from hopluc.web.people.sign_on.checks import check_providers
from hopluc.web.people.sign_on.providers import known_providers
from provider import CLIENT, SECRET, Provider, certificate, secret_key, serving

HOME, OWN, IN = reverse("home"), reverse("own_account"), reverse("sign_in")
GO, BIND, OUT = (reverse(name, args=["tinh"]) for name in ("sign_on", "bind_sign_on", "sign_on_out"))
PHONE = "0912345678"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Provider, Path]]:
    file = certificate(tmp_path_factory.mktemp("provider"))
    with serving(file) as provider:
        yield provider, file


@pytest.fixture
def provider(served: tuple[Provider, Path], settings: Any, tmp_path: Path) -> Provider:
    provider, _file = served
    provider.forget()
    cache.clear()
    settings.SIGN_ON = str(declared(served, tmp_path))
    return provider


def declared(served: tuple[Provider, Path], folder: Path) -> Path:
    """The file of providers that an operator writes."""
    provider, file = served
    path = folder / "sign-on.yaml"
    path.write_text(
        f"- key: tinh\n  name: Trang cán bộ tỉnh\n  issuer: {provider.issuer}\n  client_id: {CLIENT}\n  client_secret: {SECRET}\n"
        f'  networks: ["127.0.0.0/8"]\n  ca_file: {file}\n',
        encoding="utf-8",
    )
    return path


def declared_also(settings: Any, more: str) -> str:
    """The same file with lines more."""
    path = Path(settings.SIGN_ON)
    path.with_name("more.yaml").write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    return str(path.with_name("more.yaml"))


def by_password(user: User) -> Client:
    browser = Client()
    browser.post(IN, {"username": user.username, "password": factories.PASSWORD})
    return browser


def to_bind(browser: Client) -> str:
    """Where one's own page leads to bind the account, as long as it is not bound."""
    browser.get(OWN)
    return f"{BIND}?tu={browser.session['bind_word']}"


def verified(user: User) -> dict[str, Any]:
    return {"email": user.username, "email_verified": True}


def bound(user: User, provider: Provider, **claims: Any) -> User:
    """The account, bound by its holder."""
    browser = by_password(user)
    browser.get(provider.sign_on(browser.get(to_bind(browser))["Location"], **{**verified(user), **claims}))
    assert user.sign_ons.count() == 1
    return user


def signs_in(provider: Provider, **claims: Any) -> bool:
    """Does signing on open a session in a new browser."""
    browser = Client()
    browser.get(provider.sign_on(browser.get(GO)["Location"], **claims))
    return "_auth_user_id" in browser.session


def test_one_who_is_signed_in_binds_the_account_and_signs_on_by_it(officer, provider):
    bound(officer, provider)
    browser = Client()

    answer = browser.get(provider.sign_on(browser.get(GO, {"next": "/van-ban/"})["Location"]))

    assert (answer["Location"], browser.get(HOME).status_code) == ("/van-ban/", 200)
    assert list(JournalEntry.objects.filter(actor=officer).values_list("verb", flat=True)) == [
        "sign_in",
        "bind_sign_on",
        "sign_in",
    ]
    assert "can-bo-1" not in str(list(JournalEntry.objects.values("before", "after")))


LIES: dict[str, dict[str, Any]] = {
    "for another site": {"aud": "another"},
    "for two sites, by another": {"aud": [CLIENT, "another"], "azp": "another"},
    "of another issuer": {"iss": "https://elsewhere.example"},
    "past": {"exp": int(time.time()) - 3600},
    "without an end": {"exp": None},
    "of another conversation": {"nonce": "another"},
    "of no conversation": {"nonce": None},
    "of nobody": {"sub": None},
    "of an empty subject": {"sub": ""},
    "with another access token": {"at_hash": "AAAAAAAAAAAAAAAAAAAAAA"},
    "not yet": {"nbf": int(time.time()) + 3600},
    "for ever": {"exp": float("inf")},
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES.keys())
def test_a_token_that_is_not_as_it_must_be_opens_nothing(lie, officer, provider):
    bound(officer, provider)

    assert not signs_in(provider, **lie)
    assert signs_in(provider)  # the control: the same token without the lie


@pytest.mark.parametrize(
    ("header", "signed_by"),
    [
        ({"alg": "none"}, None),
        ({"alg": "HS256"}, secret_key()),
        ({}, ECKey.generate_key("P-256", {"kid": "one"})),
        ({"kid": "two"}, ECKey.generate_key("P-256", {"kid": "two"})),
    ],
    ids=["by nobody", "by the secret both know", "by another key of that name", "by a key unknown"],
)
def test_a_token_that_the_provider_did_not_sign_opens_nothing(header, signed_by, officer, provider):
    bound(officer, provider)
    provider.header, provider.signed_by = header, signed_by

    assert not signs_in(provider)
    provider.forget()
    assert signs_in(provider)


def test_an_answer_to_no_question_of_this_browser_opens_nothing(officer, provider):
    bound(officer, provider)
    mine, theirs = Client(), Client()
    back = provider.sign_on(mine.get(GO)["Location"])

    theirs.get(back)  # in a browser that asked nothing
    theirs.get(GO)
    theirs.get(back)  # in one that asked another time
    opened = ["_auth_user_id" in theirs.session]
    mine.get(back)
    mine.post(reverse("sign_out"))
    mine.get(back)  # a second time

    assert [*opened, "_auth_user_id" in mine.session] == [False, False]


@pytest.mark.parametrize("more", ["&iss=https%3A%2F%2Felsewhere.example", "&error=access_denied"])
def test_an_answer_of_another_provider_or_a_refusal_opens_nothing(more, officer, provider):
    bound(officer, provider)
    browser = Client()

    browser.get(provider.sign_on(browser.get(GO)["Location"]) + more)

    assert "_auth_user_id" not in browser.session


def test_a_code_taken_by_another_is_of_no_use_without_the_verifier(officer, provider):
    bound(officer, provider)
    victim, thief = Client(), Client()
    stolen = provider.sign_on(victim.get(GO)["Location"])
    state = thief.get(GO)["Location"].split("state=")[1].split("&")[0]

    thief.get(stolen.split("&state=")[0] + f"&state={state}")

    assert "_auth_user_id" not in thief.session


@pytest.mark.parametrize(("minutes", "opens"), [(9, True), (11, False)])
def test_a_conversation_lasts_ten_minutes(minutes, opens, officer, provider, monkeypatch):
    bound(officer, provider)
    browser, now = Client(), timezone.now
    back = provider.sign_on(browser.get(GO)["Location"], exp=int(time.time()) + 3600)

    monkeypatch.setattr(timezone, "now", lambda: now() + timedelta(minutes=minutes))
    browser.get(back)

    assert ("_auth_user_id" in browser.session) is opens


def test_no_account_is_made_or_found_by_an_address(officer, provider):
    count = User.objects.count()

    assert not signs_in(provider, **verified(officer))
    assert (User.objects.count(), SignOn.objects.count()) == (count, 0)


CLAIMS = [
    ({}, False),
    ({"email": "ha@vinhha.example"}, False),
    ({"email": "ha@vinhha.example", "email_verified": "true"}, False),
    ({"email": "other@vinhha.example", "email_verified": True}, False),
    ({"email": "HA@VinhHa.example", "email_verified": True}, True),
    ({"phone_number": "+84912345678", "phone_number_verified": True}, False),
]


@pytest.mark.parametrize(("claims", "binds"), CLAIMS)
def test_the_first_binding_asks_for_a_verified_claim_that_names_the_account(claims, binds, standing, provider):
    browser = by_password(factories.an_account(standing, username="ha@vinhha.example"))

    browser.get(provider.sign_on(browser.get(to_bind(browser))["Location"], **claims))

    assert SignOn.objects.exists() is binds


def test_a_verified_phone_number_names_an_account_of_that_number(standing, provider):
    user = factories.an_account(standing, username=PHONE)

    bound(user, provider, email=None, phone_number="+84 912 345 678", phone_number_verified=True)


def test_where_the_settings_say_so_an_account_is_bound_that_no_claim_names(officer, provider, settings):
    settings.SIGN_ON = declared_also(settings, "  unmatched: true\n")

    bound(officer, provider, email=None)


def test_a_subject_is_of_one_account_and_an_account_of_one_subject(officer, second, provider):
    bound(officer, provider)
    browser, again = by_password(second), by_password(officer)

    browser.get(provider.sign_on(browser.get(to_bind(browser))["Location"], **verified(second)))
    again.get(provider.sign_on(again.get(to_bind(again))["Location"], sub="can-bo-2", **verified(officer)))

    assert list(SignOn.objects.values_list("user", "subject")) == [(officer.pk, "can-bo-1")]


def test_the_address_counts_no_more_after_the_binding(officer, second, provider):
    bound(officer, provider)
    browser = Client()

    browser.get(provider.sign_on(browser.get(GO)["Location"], **verified(second)))

    assert browser.session["_auth_user_id"] == str(officer.pk)


def test_a_session_left_open_binds_and_unbinds_nothing(officer, provider, monkeypatch):
    browser = by_password(bound(officer, provider))
    now = timezone.now
    monkeypatch.setattr(timezone, "now", lambda: now() + timedelta(minutes=11))
    remove = reverse("unbind_sign_on", args=[SignOn.objects.get().pk])

    led = {browser.get(at)["Location"].split("?")[0] for at in (to_bind(browser), remove)} | {
        browser.post(remove)["Location"].split("?")[0]
    }

    assert (led, SignOn.objects.count()) == ({reverse("prove")}, 1)


def test_who_begins_a_binding_ends_it(officer, second, provider):
    browser = by_password(officer)
    back = provider.sign_on(browser.get(to_bind(browser))["Location"], **verified(officer))
    kept = browser.session["sign_on"]
    browser.post(reverse("sign_out"))
    browser.post(IN, {"username": second.username, "password": factories.PASSWORD})
    session = browser.session
    session["sign_on"] = kept
    session.save()

    browser.get(back)

    assert SignOn.objects.count() == 0


@pytest.mark.parametrize("word", ["", "?tu=", "?tu=another"])
def test_a_page_of_another_site_begins_no_binding(word, officer, provider, settings):
    settings.SIGN_ON = declared_also(settings, "  unmatched: true\n")
    browser = by_password(officer)
    led = [browser.get(BIND + word)["Location"]]
    (own,) = re.findall(f'href="({BIND}[^"]*)"', browser.get(OWN).content.decode())

    led.append(browser.get(BIND + word)["Location"])

    assert (led, "sign_on" in browser.session, own) == ([OWN, OWN], False, to_bind(browser))
    assert browser.get(own)["Location"].startswith(provider.issuer)  # the control: by one's own page


@pytest.mark.parametrize("give", [actions.renew_password, actions.reopen_account])
def test_with_a_password_given_anew_no_account_bound_before_opens_it(give, officer, administrator, provider):
    bound(officer, provider)
    assert signs_in(provider)  # the control: before
    User.objects.filter(pk=officer.pk).update(is_active=give is actions.renew_password)

    give(User.objects.get(pk=officer.pk), by=administrator, password="một mật khẩu khác 2026")

    assert (signs_in(provider), JournalEntry.objects.filter(verb="unbind_sign_on").count()) == (False, 1)


def invited(standing: Any) -> User:
    return open_account(
        standing, by=None, username=PHONE, name="Lê Thị Thử", password="mot lan dung thoi", role="officer", one_time=True
    )


@pytest.mark.parametrize(("number", "opens"), [("+84912345678", True), ("+84900000000", False)])
def test_an_invitation_is_taken_up_by_signing_on_in_place_of_a_password(number, opens, standing, provider):
    user, browser = invited(standing), Client()
    page = browser.get(invitation_to(user), follow=True)
    go = reverse("accept_by_sign_on", args=["tinh", page.context["invited"]])
    shown = go in page.content.decode()

    browser.get(provider.sign_on(browser.get(go)["Location"], phone_number=number, phone_number_verified=True))

    user.refresh_from_db()
    assert (shown, browser.get(HOME).status_code == 200, user.is_provisional, user.has_usable_password()) == (
        True,
        opens,
        not opens,
        not opens,
    )


def test_an_invitation_is_taken_up_once(standing, provider):
    user, browser, other = invited(standing), Client(), Client()
    number = {"phone_number": PHONE, "phone_number_verified": True}
    backs = []
    for one, subject in ((browser, "can-bo-1"), (other, "can-bo-2")):
        key = one.get(invitation_to(user), follow=True).context["invited"]
        backs.append(
            provider.sign_on(one.get(reverse("accept_by_sign_on", args=["tinh", key]))["Location"], sub=subject, **number)
        )

    browser.get(backs[0])
    other.get(backs[1])

    assert ("_auth_user_id" in other.session, SignOn.objects.get().subject) == (False, "can-bo-1")


def test_without_an_open_invitation_none_is_taken_up(standing, provider):
    user = invited(standing)

    assert Client().get(reverse("accept_by_sign_on", args=["tinh", "MQ"])).status_code == 404
    assert not user.sign_ons.exists()


@pytest.mark.parametrize("key", ["!", "9" * 30, "9" * 5000, "²"])
def test_an_invitation_of_no_account_is_not_found(key, standing, provider):
    browser = Client()
    browser.get(invitation_to(invited(standing)), follow=True)
    go = reverse("accept_by_sign_on", args=["tinh", urlsafe_base64_encode(key.encode())])

    assert browser.get(provider.sign_on(browser.get(go)["Location"])).status_code == 404


@pytest.mark.parametrize(
    ("more", "claims", "passes"),
    [
        ("", {"acr": "2", "amr": ["otp"]}, False),
        ('  acr: ["2"]\n', {"acr": "2"}, True),
        ('  acr: ["2"]\n', {"acr": "1"}, False),
        ('  acr: ["2"]\n', {}, False),
        ("  amr: [otp, hwk]\n", {"amr": ["pwd", "otp"]}, True),
        ("  amr: [otp, hwk]\n", {"amr": ["pwd"]}, False),
    ],
)
def test_a_provider_takes_the_second_step_where_the_settings_say_so(more, claims, passes, leader, provider, settings):
    bound(leader, provider)
    settings.SECOND_FACTOR = True
    settings.SIGN_ON = declared_also(settings, more)
    browser = Client()

    browser.get(provider.sign_on(browser.get(GO)["Location"], **claims))

    assert browser.get(HOME).status_code == (200 if passes else 302)
    SignOn.objects.all().delete()
    assert browser.get(HOME).status_code == 302


def test_a_closed_account_opens_by_no_provider(officer, provider):
    bound(officer, provider)
    User.objects.filter(pk=officer.pk).update(is_active=False)

    assert not signs_in(provider)


def test_a_binding_is_taken_off(officer, provider):
    browser = by_password(bound(officer, provider))

    browser.post(reverse("unbind_sign_on", args=[officer.sign_ons.get().pk]))

    assert (signs_in(provider), JournalEntry.objects.filter(verb="unbind_sign_on").count()) == (False, 1)


def test_the_only_way_in_stays(officer, provider):
    browser = Client()
    bound(officer, provider)
    officer.set_unusable_password()
    officer.save()
    browser.get(provider.sign_on(browser.get(GO)["Location"], auth_time=int(time.time())))

    answer = browser.post(reverse("unbind_sign_on", args=[officer.sign_ons.get().pk]))

    assert ("chưa có mật khẩu" in answer.content.decode(), officer.sign_ons.count()) == (True, 1)


@pytest.mark.parametrize(("ago", "proved"), [(60, True), (-30, True), (-600, False), (3600, False), (None, False)])
def test_only_one_who_has_just_signed_on_may_change_how_to_sign_in(ago, proved, officer, provider):
    bound(officer, provider)
    browser = Client()
    at = None if ago is None else int(time.time()) - ago

    browser.get(provider.sign_on(browser.get(GO)["Location"], auth_time=at))

    assert (browser.get(reverse("register_passkey")).status_code == 200) is proved


def test_signing_on_at_no_time_that_can_be_is_signing_on_long_ago(officer, provider):
    bound(officer, provider)
    browser = Client()

    browser.get(provider.sign_on(browser.get(GO)["Location"], auth_time=float("inf")))

    assert (browser.get(HOME).status_code, browser.get(reverse("register_passkey")).status_code) == (200, 302)


def test_the_providers_keys_are_remembered_and_asked_again_for_a_key_that_is_new(officer, provider):
    bound(officer, provider)
    provider.asked.clear()
    with_known = signs_in(provider), provider.asked.count("/keys")
    provider.key = provider.signed_by = ECKey.generate_key("P-256", {"kid": "two", "use": "sig"})
    provider.header = {"kid": "two"}

    with_new = signs_in(provider), provider.asked.count("/keys")
    provider.signed_by, provider.header = ECKey.generate_key("P-256", {"kid": "three", "use": "sig"}), {"kid": "three"}
    with_strange = [(signs_in(provider), provider.asked.count("/keys")) for _ in range(2)]

    assert (with_known, with_new, with_strange) == ((True, 0), (True, 1), [(False, 1)] * 2)


def test_sessions_a_provider_opened_end_with_the_binding(officer, provider):
    own, elsewhere = by_password(bound(officer, provider)), Client()
    elsewhere.get(provider.sign_on(elsewhere.get(GO)["Location"]))
    before = elsewhere.get(HOME).status_code

    own.post(reverse("unbind_sign_on", args=[officer.sign_ons.get().pk]))

    assert (before, elsewhere.get(HOME)["Location"].split("?")[0], own.get(HOME).status_code) == (200, IN, 200)
    assert "_auth_user_id" not in elsewhere.session


def test_one_who_unbinds_where_the_provider_opened_goes_on_there(officer, provider):
    bound(officer, provider)
    browser = Client()
    browser.get(provider.sign_on(browser.get(GO)["Location"], auth_time=int(time.time())))

    browser.post(reverse("unbind_sign_on", args=[officer.sign_ons.get().pk]))

    assert (officer.sign_ons.count(), browser.get(HOME).status_code) == (0, 200)


def test_a_visitors_conversation_is_kept_some_minutes_and_a_session_its_hours(officer, provider, settings):
    bound(officer, provider)
    browser = Client()
    address = browser.get(GO)["Location"]
    visiting = browser.session.get_expiry_age()

    browser.get(provider.sign_on(address))

    assert (visiting, browser.session.get_expiry_age()) == (10 * 60, settings.SESSION_COOKIE_AGE)


def test_signing_out_leads_to_the_providers_own(officer, provider):
    bound(officer, provider)
    browser = Client()
    browser.get(provider.sign_on(browser.get(GO)["Location"]))

    page = browser.post(reverse("sign_out"), follow=True).content.decode()

    assert OUT in page
    assert browser.get(OUT)["Location"].startswith(f"{provider.issuer}/out?client_id={CLIENT}&post_logout_redirect_uri=http")


TOLD: list[dict[str, Any]] = [
    {"issuer": "https://elsewhere.example"},
    {"authorization_endpoint": "http://127.0.0.1/authorize"},
    {"token_endpoint": None},
    {"jwks_uri": "javascript:x"},
]


@pytest.mark.parametrize("told", TOLD, ids=[next(iter(one)) for one in TOLD])
def test_a_provider_that_tells_wrong_of_itself_is_not_gone_to(told, db, provider):
    provider.told = told
    browser = Client()

    answer = browser.get(GO, follow=True)

    assert (answer.redirect_chain, "Chưa kết nối được với Trang cán bộ tỉnh" in answer.content.decode()) == ([(IN, 302)], True)


@pytest.mark.parametrize("path", ["/.well-known/openid-configuration", "/token", "/keys"])
@pytest.mark.parametrize("said", [(200, {}, b"[]"), (200, {}, b"no json"), (500, {}, b"{}"), (302, {"Location": "/x"}, b"")])
def test_a_provider_that_answers_wrong_opens_nothing(path, said, officer, provider):
    bound(officer, provider)
    browser = Client()
    back = provider.sign_on(browser.get(GO)["Location"])
    provider.says[path] = said
    cache.clear()

    browser.get(back)

    assert "_auth_user_id" not in browser.session
    assert "/x" not in provider.asked


def test_a_visitors_clicks_are_not_a_request_each(db, provider):
    provider.asked.clear()

    goes = {Client().get(GO)["Location"].split("?")[0] for _ in range(3)}

    assert (goes, provider.asked) == ({f"{provider.issuer}/authorize"}, ["/.well-known/openid-configuration"])


def test_a_provider_that_is_down_is_not_asked_for_each_click(db, provider):
    path = "/.well-known/openid-configuration"
    provider.says[path] = (503, {}, b"")
    provider.asked.clear()

    led = [Client().get(GO)["Location"] for _ in range(3)]
    asked = list(provider.asked)
    provider.forget()
    cache.clear()  # the control: as after some seconds

    assert (led, asked) == ([IN] * 3, [path])
    assert Client().get(GO)["Location"].startswith(provider.issuer)


def test_a_provider_inside_is_asked_only_where_the_settings_name_its_network(db, provider, settings, tmp_path):
    path = Path(settings.SIGN_ON)
    (tmp_path / "public.yaml").write_text(
        path.read_text(encoding="utf-8").replace("127.0.0.0/8", "10.0.0.0/8"), encoding="utf-8"
    )
    provider.asked.clear()
    settings.SIGN_ON = str(tmp_path / "public.yaml")  # nothing is remembered yet

    assert Client().get(GO)["Location"] == IN
    assert provider.asked == []


def test_without_a_provider_nothing_of_it_is_there(officer, client):
    assert (client.get(GO).status_code, "qua/" in client.get(IN).content.decode()) == (404, False)
    assert "Đăng nhập một lần" not in by_password(officer).get(OWN).content.decode()


FIRST = "- key: tinh\n  name: Tỉnh\n  issuer: https://sso.tanlam.example\n  client_id: x\n"
WRONG = {
    "no list": "key: tinh\n",
    "no secret": FIRST,
    "no such part": FIRST + "  client_secret: y\n  scopes: [openid]\n",
    "not https": FIRST.replace("https", "http") + "  client_secret: y\n",
    "no openid": FIRST + "  client_secret: y\n  scope: email\n",
    "a claim unknown": FIRST + "  client_secret: y\n  match: [name]\n",
    "no list of claims": FIRST + "  client_secret: y\n  match: email\n",
    "no network": FIRST + '  client_secret: y\n  networks: ["inside"]\n',
    "a key unfit for addresses": FIRST.replace("tinh", "Tỉnh") + "  client_secret: y\n",
    "twice": (FIRST + "  client_secret: y\n") * 2,
    "no secret file": FIRST + "  client_secret_file: khong-co\n",
    "no YAML": "- [",
}


@pytest.mark.parametrize("told", WRONG.values(), ids=WRONG.keys())
def test_a_file_of_providers_that_cannot_be_used_is_refused_before_the_site_starts(told, settings, tmp_path):
    path = tmp_path / "sign-on.yaml"
    path.write_text(told, encoding="utf-8")
    settings.SIGN_ON = str(path)

    with pytest.raises(WrongDefinition, match=r"sign-on\.yaml"):
        known_providers()
    assert [found.id for found in check_providers()] == ["hopluc.E002"]


def test_a_secret_may_stand_in_a_file_of_its_own(settings, tmp_path):
    (tmp_path / "secret").write_text("y\n", encoding="utf-8")
    path = tmp_path / "sign-on.yaml"
    path.write_text(f"{FIRST}  client_secret_file: {tmp_path / 'secret'}\n", encoding="utf-8")
    settings.SIGN_ON = str(path)

    assert (known_providers()["tinh"].client_secret, check_providers()) == ("y", [])
