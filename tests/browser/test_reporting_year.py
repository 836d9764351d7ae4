"""The reporting year in a real Chromium: a round opened in three presses, a return filed by its link in ten interactions."""

from collections.abc import Callable
from typing import Any

from browser.conftest import OFFICER, faults, press, width_of

Look = Callable[..., Any]


class Counted:
    """A page whose interactions are counted: each press, each field filled."""

    def __init__(self, page: Any) -> None:
        self.page, self.count = page, 0

    def press(self, words: str) -> None:
        self.count += 1
        press(self.page, words)

    def fill(self, field: str, words: str) -> None:
        self.count += 1
        self.page.fill(field, words)


def a_link(look: Look) -> str:
    """The private link to the first return of the sample's round that nobody has sent, as the officer makes it.

    The tests of a run share one site: what an earlier one has sent is no longer filled in by its link.
    """
    page = look(OFFICER, "/ky-bao-cao/")
    press(page, "main table a >> nth=0")
    press(page, "main table tr:has(.mark:text-is('Chưa gửi')) a >> nth=0")
    page.click("summary:has-text('Liên kết riêng')")
    press(page, "text=Tạo liên kết và mã QR")
    assert page.locator("main figure svg").count() == 1
    assert [*faults(page), *page.evaluate("window.__broken"), *page.said] == []
    return str(page.input_value("#address"))


def test_a_round_opens_in_three_interactions(look: Look) -> None:
    counted = Counted(look(OFFICER, "/"))
    counted.press("nav.menu a:has-text('Kỳ báo cáo')")
    counted.press("text=Mở kỳ theo chế độ báo cáo")
    counted.press("main button:has-text('Mở kỳ báo cáo')")

    assert counted.count == 3
    assert "Đã mở kỳ báo cáo cho" in counted.page.inner_text("main .message")


def test_from_the_dashboard_to_the_sentence_a_value_rests_on_in_two_interactions(look: Look) -> None:
    counted = Counted(look(OFFICER, "/"))
    counted.press("main section:has(h2:text-is('Nhiệm vụ quá hạn')) li a >> nth=0")
    quote = str(counted.page.get_attribute("main a.source >> nth=0", "title"))
    counted.press("main a.source >> nth=0")

    assert counted.count == 2
    assert quote
    assert " ".join(counted.page.inner_text("#doan").split())[:80] == " ".join(quote.split())[:80]


def test_a_return_is_filed_from_its_link_to_sent_in_ten_interactions_on_a_phone(look: Look) -> None:
    path = "/" + a_link(look).split("/", 3)[3]
    page = look("", path, 360, 740)  # 1: the link
    counted = Counted(page)
    states = page.locator("main select")
    for place in range(min(3, states.count())):
        states.nth(place).select_option("in_progress")
        counted.count += 1
    counted.fill("main textarea >> nth=0", "Đã hoàn thành dự thảo, đang lấy ý kiến các đơn vị.")
    counted.fill("input[name=said_by]", "Bà Lê Thị Thử, Phó Giám đốc")
    counted.press("main button:has-text('Gửi báo cáo')")

    assert 1 + counted.count <= 10
    assert "Mã tra cứu: BC" in page.inner_text("main .message")
    assert page.inner_text("main .mark >> nth=0") == "Đã gửi, chờ tiếp nhận"


def test_the_page_of_a_link_is_accessible_narrow_and_whole_without_scripts(look: Look) -> None:
    path = "/" + a_link(look).split("/", 3)[3]
    page = look("", path, 360, 740)

    assert [*faults(page), *page.evaluate("window.__broken"), *page.said] == []
    assert width_of(page) <= 360
    assert look("", path, java_script_enabled=False).locator("main form").count() == 2  # its answers, and files
