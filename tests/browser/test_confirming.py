"""Confirming by key, beside the document, in a real Chromium."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect

from browser.conftest import OFFICER

Look = Callable[..., Any]


def a_document_with_open_findings(look: Look) -> Any:
    page = look(OFFICER, "/van-ban/")
    addresses = page.eval_on_selector_all("a[href*='/van-ban/']", "all => all.map(a => a.getAttribute('href'))")
    numbers = {part for address in addresses for part in address.split("/") if part.isdigit()}
    for number in sorted(numbers, key=int):
        page.goto(page.url.split("/van-ban/")[0] + f"/van-ban/{number}/xac-nhan/")
        if page.locator(".finding[data-open]:not(.check)").count() > 1:
            return page
    raise AssertionError("the sample leaves something open to be confirmed")


def test_keys_confirm_and_leave_out_without_leaving_the_page(look: Look) -> None:
    page = a_document_with_open_findings(look)
    address, before = page.url, page.locator(".finding[data-open]").count()

    page.locator(".finding[data-open]:not(.check) > p").first.click()
    with page.expect_response(lambda response: "/thong-tin/" in response.url):
        page.keyboard.press("b")

    expect(page.locator(".finding[data-open]")).to_have_count(before - 1)
    assert page.url.split("#")[0] == address


def test_the_passage_of_a_finding_is_marked_in_the_document(look: Look) -> None:
    page = a_document_with_open_findings(look)

    page.keyboard.press("j")
    marks = page.locator(".finding.current").first.get_attribute("data-passages")

    assert marks
    assert page.locator(f"#{marks.split()[0]}").count() == 1
