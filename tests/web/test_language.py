"""Two languages: the English catalogue is whole and compiled, and who chose English reads English on every page."""

import gettext
import os
import re
from datetime import date
from pathlib import Path

import django
import pytest
from django.template import defaultfilters, engines
from django.test import Client
from django.urls import reverse
from django.utils import translation
from tools import translate

import factories
from hopluc.web.issuing.actions import compose_review
from hopluc.web.journal.models import JournalEntry
from hopluc.web.pages import shortening

PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[a-z%]|\{\w*\}|</?\w+[^>]*>")
VIETNAMESE = re.compile(r"[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]")
WORDS_OF_A_PAGE = re.compile(r">([^<]+)<|(?:placeholder|aria-label|alt|title|data-label)=\"([^\"]+)\"")
NOT_OURS_TO_TRANSLATE = (
    "Hợp Lực",  # the name of the system
    "Tiếng Việt",  # the switch
    "Sở Khoa học và Công nghệ thành phố Vĩnh Hà",
    "Trần Thị Hà",
)
PAGES = (
    "home", "search", "change_password", "documents:list", "intake:take_in", "intake:note_source", "intake:checks",
    "issuing:drafts", "issuing:compose", "measures:indicators", "register:programmes", "register:ledger", "register:agreements",
    "register:petitions",
)  # fmt: skip
OF_A_PROGRAMME = ("register:programme", "register:correct_programme", "register:assign_task", "register:put_petition")
OF_A_TASK = (
    "register:activity", "register:note_progress", "register:carry_over", "register:add_activity_evidence",
    "register:correct_activity", "register:withdraw_activity",
)  # fmt: skip
OF_AN_ADMINISTRATOR = {
    "people:accounts": "", "people:organisations": "", "people:account": "account", "people:renew_password": "account",
    "people:close_account": "account", "people:change_role": "role", "people:open_account": "organisation",
    "people:add_member": "organisation",
}  # fmt: skip
catalogues = pytest.mark.parametrize("language", ["en", "vi"])


def catalogue(path: Path) -> dict[object, str]:
    """The entries of a compiled catalogue, without its header."""
    with path.open("rb") as file:
        entries: dict[object, str] = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    return {key: text for key, text in entries.items() if key}


def committed(language: str) -> Path:
    return translate.LOCALE / language / "LC_MESSAGES" / "django.mo"


@pytest.fixture
def programs_of_gettext() -> None:
    if not translate.has_gettext():
        assert os.environ.get("CI") != "true", "CI: gettext is missing"
        pytest.skip("NOT RUN: gettext is missing")


def left_in_vietnamese(page: str) -> list[str]:
    """The words of a page that are Vietnamese, names apart."""
    shown = (" ".join((text or said).split()) for text, said in WORDS_OF_A_PAGE.findall(page))
    for name in NOT_OURS_TO_TRANSLATE:
        shown = [words.replace(name, "") for words in shown]
    return [words for words in shown if VIETNAMESE.search(words)]


@pytest.fixture
def english(officer, signed_in) -> Client:
    """The browser of an officer who reads English."""
    officer.language = "en"
    officer.save()
    return signed_in(officer)


# The catalogues


@pytest.mark.usefixtures("programs_of_gettext")
def test_every_word_of_the_pages_has_its_english(tmp_path):
    found = tmp_path / "django.po"
    found.write_text(translate.merged(translate.extract()), encoding="utf-8")

    assert translate.unfinished(found) == ""
    assert found.read_text(encoding="utf-8") == translate.ENGLISH.read_text(encoding="utf-8")


@pytest.mark.usefixtures("programs_of_gettext")
def test_a_new_word_waits_for_its_english(tmp_path):
    (tmp_path / "page.html").write_text('{% load i18n %}{% translate "Chữ mới" %}', encoding="utf-8")
    found = tmp_path / "django.po"

    found.write_text(translate.merged(translate.extract(tmp_path)), encoding="utf-8")

    assert re.findall('^msgid "(.+)"', translate.unfinished(found), re.MULTILINE) == ["Chữ mới"]


@pytest.mark.usefixtures("programs_of_gettext")
@catalogues
def test_what_is_compiled_is_what_is_written(language, tmp_path):
    translate.compile_to(committed(language).with_suffix(".po"), tmp_path / "django.mo")

    assert catalogue(tmp_path / "django.mo") == catalogue(committed(language))


@catalogues
def test_a_translation_keeps_the_placeholders(language):
    def kept(key: object, text: str) -> bool:
        words = str(key[0] if isinstance(key, tuple) else key).rpartition("\x04")[2]
        return sorted(PLACEHOLDER.findall(words)) == sorted(PLACEHOLDER.findall(text))

    assert [key for key, text in catalogue(committed(language)).items() if not kept(key, text)] == []


def test_the_english_holds_no_vietnamese_but_names_of_money_and_decrees():
    found = {text for text in catalogue(committed("en")).values() if VIETNAMESE.search(re.sub(r"đồng|NĐ-CP", "", text))}

    assert found == set()


def test_our_vietnamese_is_of_words_django_says():
    said = "".join(
        (Path(django.__file__).parent / folder / "locale/en/LC_MESSAGES/django.po").read_text(encoding="utf-8")
        for folder in ("conf", "contrib/auth")
    )
    joined = said.replace('"\n"', "")
    keys = {str(key[0] if isinstance(key, tuple) else key).rpartition("\x04")[2] for key in catalogue(committed("vi"))}

    assert [key for key in keys if f'"{key}"' not in joined] == []


# What the pages say


@pytest.mark.parametrize("name", OF_AN_ADMINISTRATOR)
def test_an_administrators_page_is_english_for_one_who_chose_it(name, administrator, officer, standing, signed_in):
    administrator.language = "en"
    administrator.save()
    rows = {"account": officer.pk, "organisation": standing.pk, "role": officer.memberships.get().pk, "": None}
    given = rows[OF_AN_ADMINISTRATOR[name]]

    page = signed_in(administrator).get(reverse(name, args=[given] if given else [])).content.decode()

    assert [words for words in left_in_vietnamese(page) if words not in {officer.name, administrator.name}] == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_english_for_one_who_chose_it(name, english):
    answer = english.get(reverse(name))

    assert (answer.status_code, answer["Content-Language"], left_in_vietnamese(answer.content.decode())) == (200, "en", [])


@pytest.mark.parametrize("name", [*OF_A_PROGRAMME, *OF_A_TASK])
def test_a_page_of_the_register_is_english_around_its_content(name, english, standing):
    programme = factories.a_programme(standing, "Programme")
    row = programme if name in OF_A_PROGRAMME else factories.a_task(programme, title="Task")

    answer = english.get(reverse(name, args=[row.pk]))

    assert (answer.status_code, left_in_vietnamese(answer.content.decode())) == (200, [])


@pytest.mark.parametrize(
    "part", ["noi-dung", "so-lieu", "nhiem-vu", "hoat-dong", "thoa-thuan", "kien-nghi", "ban-chi-dao", "van-ban"]
)
def test_a_part_of_a_programme_is_english(part, english, standing):
    programme = factories.a_programme(standing, "Programme")

    answer = english.get(programme.get_absolute_url(), {"phan": part})

    assert (answer.status_code, left_in_vietnamese(answer.content.decode())) == (200, [])


def test_the_page_to_sign_in_and_its_refusal_are_english(db, client):
    client.post(reverse("set_language"), {"language": "en"})

    shown = client.post(reverse("sign_in"), {"username": "nobody@vinhha.example", "password": "wrong"}).content.decode()

    assert left_in_vietnamese(shown) == []


@pytest.mark.parametrize("address", ["/khong-co/", "/chuong-trinh/999999/"])
def test_a_mishap_is_told_in_english(address, english):
    answer = english.get(address)

    assert (answer.status_code, left_in_vietnamese(answer.content.decode())) == (404, [])


def test_vietnamese_left_on_a_page_would_be_seen(officer, signed_in):
    assert left_in_vietnamese(signed_in(officer).get("/").content.decode()) != []


@pytest.mark.parametrize("name", ["sign_in", "change_password"])
def test_a_form_left_empty_is_answered_in_vietnamese(name, officer, signed_in, client):
    browser = client if name == "sign_in" else signed_in(officer)

    shown = browser.post(reverse(name)).content.decode()

    assert ("Đề nghị điền nội dung này." in shown, "This field" in shown) == (True, False)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("ngan", "Mật khẩu quá ngắn. Mật khẩu cần ít nhất 10 ký tự."),
        ("1234567890", "Mật khẩu này quá phổ biến. Đề nghị chọn mật khẩu khác."),
    ],
)
def test_a_weak_password_is_told_in_vietnamese(given, said, officer, signed_in):
    form = {"old_password": factories.PASSWORD, "new_password1": given, "new_password2": given}

    answer = signed_in(officer).post(reverse("change_password"), form)

    assert said in answer.context["form"].errors["new_password2"]


# The switch


def test_the_switch_is_kept_in_the_account(officer, signed_in):
    signed_in(officer).post(reverse("set_language"), {"language": "en"})

    officer.refresh_from_db()
    assert (officer.language, JournalEntry.objects.order_by("-number")[0].verb) == ("en", "choose_language")
    assert signed_in(officer).get("/")["Content-Language"] == "en"


def test_the_switch_leads_back(english):
    english.post(reverse("set_language"), {"language": "vi"})

    answer = english.get("/")

    assert (answer["Content-Language"], "Tổng quan" in answer.content.decode()) == ("vi", True)


def test_the_next_user_of_the_browser_reads_their_own_language(officer, viewer, client):
    client.force_login(officer)
    client.post(reverse("set_language"), {"language": "en"})
    client.force_login(viewer)

    assert client.get("/")["Content-Language"] == "vi"


@pytest.mark.parametrize("wished", ["xx", "", "vi"])
def test_a_language_not_spoken_or_already_chosen_changes_no_account(wished, officer, signed_in):
    before = JournalEntry.objects.count()

    signed_in(officer).post(reverse("set_language"), {"language": wished})

    officer.refresh_from_db()
    assert (officer.language, JournalEntry.objects.count()) == ("vi", before)


# What stays Vietnamese


def test_a_report_is_vietnamese_whoever_makes_it(standing):
    programme = factories.a_programme(standing)
    drafts = []

    for language in ("vi", "en"):
        with translation.override(language):
            drafts.append(compose_review(programme, by=None, on=date(2026, 11, 22)))

    assert drafts[1].page == drafts[0].page


def test_the_journal_names_things_in_one_language(officer, signed_in):
    signed_in(officer).post(reverse("set_language"), {"language": "en"})
    signed_in(officer).post(reverse("set_language"), {"language": "vi"})

    assert [line.object_label for line in JournalEntry.objects.order_by("-number")[:2]] == [f"tài khoản {officer.pk}"] * 2


def test_the_words_of_a_document_are_marked_as_vietnamese_on_an_english_page(english, standing):
    version = factories.a_version(standing, "Giao Sở Công Thương chủ trì.")

    shown = english.get(version.document.get_absolute_url()).content.decode()

    assert re.findall(r'<html lang="(\w+)"|<div lang="(\w+)">\s*<p>Giao Sở', shown) == [("en", ""), ("", "vi")]


@pytest.mark.parametrize("most", [1, 2, 5, 6, 7, 20])
def test_text_is_cut_as_django_cuts_it(most):
    text = "Sở Công Thương"

    assert shortening.truncatechars(text, most) == defaultfilters.truncatechars(text, most)


def test_what_is_cut_on_a_page_is_no_markup():
    cut = engines["django"].from_string("{{ words|truncatechars:9 }}").render({"words": "<b>Sở</b> Công Thương"})

    assert cut == "&lt;b&gt;Sở&lt;/b…"
