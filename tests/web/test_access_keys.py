"""Keys for programs: told once, read only, what their holder may see and no more, until a day or until they are taken back."""

import io
import json
import re
import urllib.request
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

import factories
from hopluc.web.api import openapi
from hopluc.web.journal.models import JournalEntry
from hopluc.web.observatory import actions as observatory
from hopluc.web.people import access_keys, actions
from hopluc.web.people.models import AccessKey
from hopluc.web.people.tokens import MOST_A_MINUTE

PAGE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "read-by-program.md"
EDITIONS = reverse("api:editions")


@pytest.fixture
def clock(monkeypatch):
    class Clock:
        now = datetime(2026, 11, 23, 2, 0, 30, tzinfo=UTC)

    monkeypatch.setattr(timezone, "now", lambda: Clock.now)
    return Clock


def a_key(user, name="Bảng điều hành", days=90):
    return access_keys.make_key(user, by=user, name=name, days=days)


def read(words, address=EDITIONS, scheme="Bearer"):
    return Client().get(address, headers={"Authorization": f"{scheme} {words}"})


def test_a_key_is_made_with_ones_password_and_shown_once(officer, signed_in):
    browser = signed_in(officer)
    asked = {"name": "Bảng điều hành", "days": "90", "password": factories.PASSWORD}

    answer = browser.post(reverse("make_own_key", args=[officer.pk]), asked)

    words = answer.context["words"]
    assert words in answer.content.decode()
    assert read(words).status_code == 200
    assert words not in browser.get(reverse("own_account")).content.decode()
    key = AccessKey.objects.get()
    assert (key.user, key.until, key.hint) == (officer, timezone.localdate() + timedelta(days=90), words[:11])


def test_only_a_hash_is_kept_and_no_line_of_the_journal_holds_the_key(officer):
    _key, words = a_key(officer)

    kept = " ".join(str(value) for row in AccessKey.objects.values() for value in row.values())
    said = " ".join(str(value) for row in JournalEntry.objects.values() for value in row.values())
    assert [words[11:] in text for text in (kept, said)] == [False, False]
    assert [key.sha256 in said for key in AccessKey.objects.all()] == [False]


@pytest.mark.parametrize(
    "wrong", [{"password": "không phải"}, {"days": "7"}, {"days": "100000"}, {"name": ""}, {"password": ""}], ids=str
)
def test_a_key_is_not_made_of_what_is_wrong(wrong, officer, signed_in):
    asked = {"name": "Bảng", "days": "90", "password": factories.PASSWORD} | wrong

    answer = signed_in(officer).post(reverse("make_own_key", args=[officer.pk]), asked)

    assert (answer.status_code, AccessKey.objects.count()) == (200, 0)
    assert set(answer.context["form"].errors) == set(wrong)


@pytest.mark.parametrize(("tries", "made"), [(4, 1), (5, 0)])
def test_a_session_left_open_does_not_try_passwords_out(tries, made, officer, signed_in):
    browser, address = signed_in(officer), reverse("make_own_key", args=[officer.pk])
    asked = {"name": "Bảng", "days": "90"}
    for number in range(tries):
        browser.post(address, asked | {"password": f"đoán {number}"})

    browser.post(address, asked | {"password": factories.PASSWORD})

    assert AccessKey.objects.count() == made


def test_nor_where_the_password_is_changed(officer, signed_in):
    browser, new = signed_in(officer), "sông lặng chảy qua phố"
    said = {"new_password1": new, "new_password2": new}
    for number in range(5):
        browser.post(reverse("change_password"), said | {"old_password": f"đoán {number}"})

    answer = browser.post(reverse("change_password"), said | {"old_password": factories.PASSWORD})

    assert (answer.status_code, list(answer.context["form"].errors)) == (200, ["old_password"])


def test_the_same_form_sent_again_makes_no_second_key(officer, signed_in):
    browser, asked = signed_in(officer), {"name": "Bảng", "days": "90", "password": factories.PASSWORD}
    address = reverse("make_own_key", args=[officer.pk])

    browser.post(address, asked)
    again = browser.post(address, asked)

    assert (set(again.context["form"].errors), AccessKey.objects.count()) == ({"name"}, 1)


def test_an_account_has_so_many_keys_and_no_more(officer):
    keys = [a_key(officer, name=str(number))[0] for number in range(access_keys.MOST_KEYS)]

    with pytest.raises(ValidationError, match="tối đa 10 khóa"):
        a_key(officer, name="một nữa")
    access_keys.revoke_key(keys[0], by=officer)
    assert a_key(officer, name="một nữa")[0].pk


@pytest.fixture
def edition(standing, officer, member):
    return factories.filled(factories.an_index(standing, by=officer, suppliers={"patents": member.name}), by=officer)


def test_a_key_reads_what_its_holder_may_see_as_on_pages(edition, officer, viewer, colleague, stranger, signed_in):
    result = observatory.compute_edition(edition, by=officer, replicates=100)
    figures, series = reverse("api:figures", args=[edition.pk]), edition.series.get(code="patents")
    elsewhere = edition.series.exclude(code="patents").first()
    pages = {
        reverse("observatory:series", args=[series.pk]): lambda words: any(
            row["series"] == "patents" for row in read(words, figures).json().get("data", [])
        ),
        reverse("observatory:series", args=[elsewhere.pk]): lambda words: any(
            row["series"] == elsewhere.code for row in read(words, figures).json().get("data", [])
        ),
        reverse("observatory:result", args=[result.pk]): lambda words: (
            read(words, reverse("api:ranking", args=[result.pk])).status_code == 200
        ),
    }

    seen = {}
    for user in (officer, viewer, colleague, stranger):
        browser, (_key, words) = signed_in(user), a_key(user)
        seen[user] = [(browser.get(page).status_code == 200, by_key(words)) for page, by_key in pages.items()]

    assert seen == {
        officer: [(True, True)] * 3,
        viewer: [(True, True)] * 3,
        colleague: [(True, True), (False, False), (False, False)],
        stranger: [(False, False)] * 3,
    }


def test_a_key_opens_no_page_and_writes_nothing(officer):
    _key, words = a_key(officer)

    assert read(words, reverse("own_account")).status_code == 302
    assert read(words, reverse("observatory:indices")).status_code == 302
    assert Client().post(EDITIONS, headers={"Authorization": f"Bearer {words}"}).status_code == 405


def test_a_key_lasts_to_the_end_of_its_day(officer, clock):
    _key, words = a_key(officer, days=30)

    answers = []
    for days in (0, 30, 31):
        clock.now = datetime(2026, 11, 23, 2, 0, tzinfo=UTC) + timedelta(days=days)
        answers.append(read(words).status_code)

    assert answers == [200, 200, 401]


def test_who_has_no_key_in_use_is_told_how_to_show_one(officer, signed_in):
    key, words = a_key(officer)
    access_keys.revoke_key(key, by=officer)
    told = [read(words), read("hopluc_x"), read(""), read(words, scheme="Basic"), read("é" * 9)]

    assert {(answer.status_code, answer.headers["WWW-Authenticate"]) for answer in told} == {(401, "Bearer")}
    assert {answer.headers["Content-Type"] for answer in told} == {"application/problem+json"}


def test_a_key_that_is_shown_counts_and_not_the_session_beside_it(edition, officer, stranger, signed_in):
    _key, words = a_key(stranger)

    answer = signed_in(officer).get(EDITIONS, headers={"Authorization": f"Bearer {words}"})
    refused = signed_in(officer).get(EDITIONS, headers={"Authorization": "Bearer hopluc_no"})

    assert (answer.json()["data"], refused.status_code) == ([], 401)
    assert [row["id"] for row in signed_in(officer).get(EDITIONS).json()["data"]] == [edition.pk]


def test_requests_of_a_minute_are_counted_and_the_next_minute_begins_anew(officer, clock):
    key, words = a_key(officer)
    AccessKey.objects.filter(pk=key.pk).update(minute=clock.now.replace(second=0, microsecond=0), asked=MOST_A_MINUTE - 1)

    last, over = read(words), read(words)
    clock.now += timedelta(seconds=30)
    anew = read(words)

    assert (last.status_code, over.status_code, over.headers["Retry-After"], anew.status_code) == (200, 429, "30", 200)


def test_the_page_of_the_account_tells_the_last_use(officer, signed_in, clock):
    _key, words = a_key(officer)
    before = signed_in(officer).get(reverse("own_account")).content.decode()
    read(words)

    assert [("Chưa dùng" in page) for page in (before, signed_in(officer).get(reverse("own_account")).content.decode())] == [
        True,
        False,
    ]
    assert AccessKey.objects.get().used_at == clock.now


def test_a_key_is_taken_back_on_the_page(officer, colleague, signed_in):
    key, words = a_key(officer)
    address = reverse("revoke_own_key", args=[key.pk])

    assert signed_in(colleague).post(address).status_code == 404
    assert read(words).status_code == 200
    signed_in(officer).post(address)
    assert read(words).status_code == 401
    verbs = JournalEntry.objects.filter(actor=officer, verb__contains="access_key").order_by("number")
    assert [line.verb for line in verbs] == ["make_access_key", "revoke_access_key"]


def test_closing_an_account_or_renewing_its_password_ends_its_keys(officer, administrator, leader):
    (_one, of_officer), (_two, of_leader) = a_key(officer), a_key(leader)

    actions.close_account(officer, by=administrator, reason="Chuyển công tác")
    actions.renew_password(leader, by=administrator, password="một mật khẩu khác 2026")

    assert [read(words).status_code for words in (of_officer, of_leader)] == [401, 401]
    assert list(access_keys.own_access_keys(leader)) == []


def test_the_description_tells_of_the_key():
    said = openapi.described()

    assert said["components"]["securitySchemes"]["key"]["scheme"] == "bearer"
    assert said["security"] == [{"key": []}, {"session": []}]
    assert all("429" in path["get"]["responses"] for path in said["paths"].values())


def test_the_example_of_the_guide_reads_the_ranking(edition, officer, monkeypatch, capsys):
    observatory.compute_edition(edition, by=officer, replicates=100)
    _key, words = a_key(officer)
    monkeypatch.setenv("HOPLUC_SITE", "http://testserver")
    monkeypatch.setenv("HOPLUC_KEY", words)

    def over_the_client(request, timeout):
        answer = Client().get(request.full_url.removeprefix("http://testserver"), headers=dict(request.header_items()))
        assert (answer.status_code, timeout) == (200, 30)
        return io.BytesIO(answer.content)

    monkeypatch.setattr(urllib.request, "urlopen", over_the_client)
    (example,) = re.findall(r"^```python\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    exec(compile(example, str(PAGE), "exec"), {})  # noqa: S102 (the example of our own page)

    lines = capsys.readouterr().out.splitlines()
    ranking = json.loads(read(words, reverse("api:ranking", args=[edition.results.get().pk])).content)
    assert lines[0] == f"{edition} - {ranking['stamp']}"
    assert [line.split(" ")[0] for line in lines[1:]] == [str(row["rank"]) for row in ranking["data"]]
