"""Every kind of page, in a real Chromium: accessible, whole under the strict policy, usable at 360 px, readable without scripts."""

from collections.abc import Callable
from typing import Any

import pytest

from browser.conftest import AXE, OFFICER

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = "async tags => (await axe.run(document, {runOnly: {type: 'tag', values: tags}})).violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.target.join(' ')).join(' | '))"
Look = Callable[..., Any]
OTHERS = ("Lãnh đạo", "Người xem")


def faults(page: Any) -> list[str]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(RUN, TAGS)
    return found


def test_the_officers_links_lead_to_the_kinds_of_pages_there_are(kinds: dict[str, str]) -> None:
    wanted = {
        "/",
        "/van-ban/",
        "/van-ban/tai-len/",
        "/van-ban/N/xac-nhan/",
        "/doi-chieu/",
        "/chuong-trinh/",
        "/chuong-trinh/N/",
    }

    assert wanted - kinds.keys() == set()


def test_axe_finds_nothing_on_any_kind_of_page(kinds: dict[str, str], look: Look) -> None:
    found = {kind: faults(look(OFFICER, path)) for kind, path in kinds.items()}

    assert {kind: what for kind, what in found.items() if what} == {}


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


def test_no_page_breaks_the_content_security_policy_or_says_an_error(kinds: dict[str, str], look: Look) -> None:
    said = {}
    for kind, path in kinds.items():
        page = look(OFFICER, path)
        said[kind] = [*page.evaluate("window.__broken"), *page.said]

    assert {kind: what for kind, what in said.items() if what} == {}


def test_a_breach_of_the_policy_would_be_seen(look: Look) -> None:
    page = look(OFFICER, "/")
    page.evaluate("document.body.setAttribute('style', 'color: red')")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">x</p>')")

    assert page.evaluate("window.__broken") != []


def test_no_page_is_wider_than_a_phone(kinds: dict[str, str], look: Look) -> None:
    wide = {}
    for kind, path in kinds.items():
        page = look(OFFICER, path, 360, 740)
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 360:
            wide[kind] = width

    assert wide == {}


def test_every_page_is_read_without_scripts(kinds: dict[str, str], look: Look) -> None:
    bare = {}
    for kind, path in kinds.items():
        page = look(OFFICER, path, java_script_enabled=False)
        if page.locator("h1").count() != 1 or not page.locator("main").inner_text().strip():
            bare[kind] = page.locator("h1").count()

    assert bare == {}


def test_every_page_prints_on_a4(kinds: dict[str, str], look: Look) -> None:
    for path in kinds.values():
        page = look(OFFICER, path)
        page.emulate_media(media="print")

        assert not page.locator(".menu").is_visible()
        assert page.locator("h1").is_visible()
        assert page.pdf(format="A4")[:5] == b"%PDF-"


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

    page.click("button[name=language]")
    english = page.get_attribute("html", "lang")
    page.click("button[name=language]")

    assert (english, page.get_attribute("html", "lang")) == ("en", "vi")
