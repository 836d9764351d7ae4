"""The administrator's pages in a real Chromium: accessible, whole under the strict policy, usable at 360 px and without scripts."""

from collections.abc import Callable
from typing import Any

from browser.conftest import ADMINISTRATOR, Seen, faults, press, width_of

Look = Callable[..., Any]
ON_THE_PHONE = "0912 000 222"


def test_the_administrators_links_lead_to_the_kinds_of_pages_there_are(
    seen_by_the_administrator: dict[str, Seen],
) -> None:
    assert seen_by_the_administrator.keys() == {
        "/quan-tri/",
        "/quan-tri/co-quan/",
        "/quan-tri/co-quan/N/don-vi/",
        "/quan-tri/co-quan/N/tai-khoan/",
        "/quan-tri/co-quan/N/vai-tro/",
        "/quan-tri/du-lieu-ca-nhan/",
        "/quan-tri/du-lieu-ca-nhan/ca-nhan/N/",
        "/quan-tri/du-lieu-ca-nhan/ca-nhan/N/xoa/",
        "/quan-tri/du-lieu-ca-nhan/tai-khoan/N/",
        "/quan-tri/tai-khoan/N/",
        "/quan-tri/tai-khoan/N/dung/",
        "/quan-tri/tai-khoan/N/mat-khau/",
        "/quan-tri/tai-khoan/N/sua/",
        "/quan-tri/vai-tro/N/",
        "/quan-tri/vai-tro/N/thoi/",
    }


def test_axe_finds_nothing_on_them_and_the_policy_holds(seen_by_the_administrator: dict[str, Seen]) -> None:
    found = {kind: [*page.faults, *page.broken] for kind, page in seen_by_the_administrator.items()}

    assert {kind: what for kind, what in found.items() if what} == {}


def test_none_is_wider_than_a_phone(seen_by_the_administrator: dict[str, Seen]) -> None:
    assert {kind: page.wide for kind, page in seen_by_the_administrator.items() if page.wide > 360} == {}


def test_an_account_is_opened_given_a_password_and_closed_without_scripts_on_a_phone(
    seen_by_the_administrator: dict[str, Seen], look: Look
) -> None:
    page = look(ADMINISTRATOR, "/quan-tri/", 360, 740, java_script_enabled=False)
    press(page, "text=Mở tài khoản")
    page.fill("input[name=name]", "Đỗ Thị Thử")
    page.fill("input[name=username]", ON_THE_PHONE)
    press(page, "main [type=submit]")
    first = page.inner_text("code.secret")

    press(page, "main a:has-text('Đỗ Thị Thử')")
    press(page, "text=Cấp lại mật khẩu")
    press(page, "main [type=submit]")
    second = page.inner_text("code.secret")

    press(page, "main a:has-text('Đỗ Thị Thử')")
    press(page, "text=Dừng tài khoản")
    page.fill("[name=reason]", "Chuyển công tác")
    press(page, "main [type=submit]")

    assert (len(first), len(second), first == second) == (14, 14, False)
    assert page.inner_text("main .mark >> nth=0") == "Đã dừng"
    assert page.locator("text=Mở lại tài khoản").count() == 1


def test_the_page_that_shows_a_password_is_accessible_and_as_narrow_as_a_phone(
    look: Look, seen_by_the_administrator: dict[str, Seen]
) -> None:
    page = look(ADMINISTRATOR, seen_by_the_administrator["/quan-tri/co-quan/N/tai-khoan/"].path, 360, 740)
    page.fill("input[name=name]", "Hồ Văn Thử")
    page.fill("input[name=username]", "ho@vinhha.example")
    press(page, "main [type=submit]")

    assert page.locator("code.secret").count() == 1
    assert faults(page) == []
    assert width_of(page) <= 360
