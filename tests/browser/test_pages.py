"""Every kind of page, in a real Chromium: accessible, whole under the strict policy, usable at 360 px, readable without scripts."""

from collections.abc import Callable
from typing import Any

import pytest

from browser.conftest import OFFICER, Seen, faults, press, width_of

Look = Callable[..., Any]
SHOWN_BY_SCRIPT = (
    '<link rel="stylesheet" href="/static/hopluc/site.css"><h1>Việc</h1><main hidden><p>Nội dung</p></main>'
    "<script>document.querySelector('main').hidden = false</script>"
)
OTHERS = ("Lãnh đạo", "Người xem", "Lãnh đạo, Sở Công Thương", "Chuyên viên, Bộ Khoa học và Công nghệ")


def test_the_officers_links_lead_to_the_kinds_of_pages_there_are(kinds: dict[str, str]) -> None:
    wanted = {
        "/",
        "/van-ban/",
        "/van-ban/tai-len/",
        "/van-ban/N/xac-nhan/",
        "/doi-chieu/",
        "/chuong-trinh/",
        "/chuong-trinh/N/",
        "/chi-so/",
        "/chi-so/ky/N/",
        "/chi-so/ket-qua/N/",
        "/chi-so/so-lieu/N/",
    }

    assert wanted - kinds.keys() == set()


def test_axe_finds_nothing_on_any_kind_of_page(seen: dict[str, Seen]) -> None:
    assert {kind: page.faults for kind, page in seen.items() if page.faults} == {}


@pytest.mark.parametrize("role", OTHERS)
def test_axe_finds_nothing_for_other_roles(role: str, look: Look) -> None:
    found = {path: faults(look(role, path)) for path in ("/", "/chuong-trinh/", "/van-ban/")}

    assert {path: what for path, what in found.items() if what} == {}


def test_axe_finds_nothing_for_a_visitor_and_on_a_problem(look: Look) -> None:
    assert [faults(look("", "/dang-nhap/")), faults(look(OFFICER, "/khong-co-trang-nay/"))] == [[], []]


def test_axe_would_find_a_fault(look: Look) -> None:
    page = look(OFFICER, "/")
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"/x.png\">')")

    assert [fault.split(":")[0] for fault in faults(page)] == ["image-alt"]


def test_no_page_breaks_the_content_security_policy_or_says_an_error(seen: dict[str, Seen]) -> None:
    assert {kind: page.broken for kind, page in seen.items() if page.broken} == {}


def test_a_breach_of_the_policy_would_be_seen(look: Look) -> None:
    page = look(OFFICER, "/")
    page.evaluate("document.body.setAttribute('style', 'color: red')")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">x</p>')")

    assert page.evaluate("window.__broken") != []


def test_no_page_is_wider_than_a_phone(seen: dict[str, Seen]) -> None:
    assert {kind: page.wide for kind, page in seen.items() if page.wide > 360} == {}


def test_a_page_too_wide_would_be_seen(look: Look) -> None:
    page = look(OFFICER, "/", 360, 740)
    page.evaluate("document.querySelector('h1').style.minWidth = '500px'")

    assert width_of(page) > 360


def is_bare(page: Any, source: str) -> bool:
    """Of what the site answers, laid out where no script runs: is there not one heading, or nothing to be read with it."""
    page.set_content(source)
    main = page.locator("main")
    return page.locator("h1").count() != 1 or not main.is_visible() or not main.inner_text().strip()


def test_every_page_is_read_without_scripts(seen: dict[str, Seen], look: Look) -> None:
    page = look(OFFICER, "/", java_script_enabled=False)

    found = {kind: is_bare(page, one.source) for kind, one in seen.items()}  # the site is not asked for each again

    assert [kind for kind, bare in found.items() if bare] == []


def test_a_page_that_scripts_alone_show_would_be_seen(look: Look) -> None:
    page = look(OFFICER, "/", java_script_enabled=False)

    assert is_bare(page, SHOWN_BY_SCRIPT)
    assert not is_bare(page, SHOWN_BY_SCRIPT.replace(" hidden>", ">"))


def test_every_page_prints_on_a4_without_its_menu(seen: dict[str, Seen]) -> None:
    assert {kind: page.prints for kind, page in seen.items() if page.prints != (False, True)} == {}
    assert {page.paper for page in seen.values()} == {b"%PDF-", None}


def test_every_link_and_field_is_reached_by_tab(look: Look) -> None:
    page = look(OFFICER, "/")
    reachable = page.locator("a[href]:visible, button:visible, input:visible").count()

    seen = set()
    for _ in range(reachable + 5):
        page.keyboard.press("Tab")
        seen.add(
            page.evaluate(
                "(() => { const e = document.activeElement; return e.tagName + (e.getAttribute('href') || e.name || e.textContent.trim()); })()"
            )
        )

    assert len(seen) >= min(reachable, 8)


def test_the_english_switch_changes_the_page_and_back(look: Look) -> None:
    page = look(OFFICER, "/")

    press(page, "button[name=language]")
    english = page.get_attribute("html", "lang")
    press(page, "button[name=language]")

    assert (english, page.get_attribute("html", "lang")) == ("en", "vi")


def test_a_day_is_chosen_from_the_calendar_beside_its_field(look: Look) -> None:
    page = look(OFFICER, "/kien-nghi/?tai_ngay=07/11/2026")
    opened = "window.__shown = []; HTMLInputElement.prototype.showPicker = function () { window.__shown.push(this.value); }; 0"
    page.evaluate(opened)
    page.click(".day > button")
    page.evaluate(
        "days => { days.value = '2026-12-31'; days.dispatchEvent(new Event('change')); }",
        page.query_selector(".day > [type=date]"),
    )

    assert (page.evaluate("window.__shown"), page.input_value("#tai_ngay")) == (["2026-11-07"], "31/12/2026")
