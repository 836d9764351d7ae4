"""The administrator's pages in a real Chromium: accessible, whole under the strict policy, usable at 360 px and without scripts."""

from collections.abc import Callable
from typing import Any

from browser.conftest import ADMINISTRATOR
from browser.test_pages import faults

Look = Callable[..., Any]
ON_THE_PHONE = "0912 000 222"


def test_the_administrators_links_lead_to_the_kinds_of_pages_there_are(administrators_kinds: dict[str, str]) -> None:
    assert administrators_kinds.keys() == {
        "/quan-tri/",
        "/quan-tri/co-quan/",
        "/quan-tri/co-quan/N/don-vi/",
        "/quan-tri/co-quan/N/tai-khoan/",
        "/quan-tri/co-quan/N/vai-tro/",
        "/quan-tri/tai-khoan/N/",
        "/quan-tri/tai-khoan/N/dung/",
        "/quan-tri/tai-khoan/N/mat-khau/",
        "/quan-tri/tai-khoan/N/sua/",
        "/quan-tri/vai-tro/N/",
        "/quan-tri/vai-tro/N/thoi/",
    }


def test_axe_finds_nothing_on_them_and_the_policy_holds(administrators_kinds: dict[str, str], look: Look) -> None:
    found = {}
    for kind, path in administrators_kinds.items():
        page = look(ADMINISTRATOR, path)
        found[kind] = [*faults(page), *page.evaluate("window.__broken"), *page.said]

    assert {kind: what for kind, what in found.items() if what} == {}


def test_none_is_wider_than_a_phone(administrators_kinds: dict[str, str], look: Look) -> None:
    widths = {
        kind: look(ADMINISTRATOR, path, 360, 740).evaluate("document.documentElement.scrollWidth")
        for kind, path in administrators_kinds.items()
    }

    assert {kind: width for kind, width in widths.items() if width > 360} == {}


def test_an_account_is_opened_given_a_password_and_closed_without_scripts_on_a_phone(
    administrators_kinds: dict[str, str], look: Look
) -> None:
    page = look(ADMINISTRATOR, "/quan-tri/", 360, 740, java_script_enabled=False)
    page.click("text=Mở tài khoản")
    page.fill("input[name=name]", "Đỗ Thị Thử")
    page.fill("input[name=username]", ON_THE_PHONE)
    page.click("main [type=submit]")
    first = page.inner_text("code.secret")

    page.click("main a:has-text('Đỗ Thị Thử')")
    page.click("text=Cấp lại mật khẩu")
    page.click("main [type=submit]")
    second = page.inner_text("code.secret")

    page.click("main a:has-text('Đỗ Thị Thử')")
    page.click("text=Dừng tài khoản")
    page.fill("input[name=reason]", "Chuyển công tác")
    page.click("main [type=submit]")

    assert (len(first), len(second), first == second) == (14, 14, False)
    assert page.inner_text("main .mark >> nth=0") == "Đã dừng"
    assert page.locator("text=Mở lại tài khoản").count() == 1


def test_the_page_that_shows_a_password_is_accessible_and_as_narrow_as_a_phone(
    look: Look, administrators_kinds: dict[str, str]
) -> None:
    page = look(ADMINISTRATOR, administrators_kinds["/quan-tri/co-quan/N/tai-khoan/"], 360, 740)
    page.fill("input[name=name]", "Hồ Văn Thử")
    page.fill("input[name=username]", "ho@vinhha.example")
    page.click("main [type=submit]")

    assert page.locator("code.secret").count() == 1
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
