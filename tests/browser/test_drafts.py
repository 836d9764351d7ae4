"""What is typed and not sent is kept on the device, offered again, and gone once it is saved or its writer signs out."""

from typing import Any

from tools.site import Site, sign_in

from browser.conftest import OFFICER, faults, press
from browser.test_reporting_year import Look, a_link

WORDS = "Đã hoàn thành dự thảo, đang lấy ý kiến các đơn vị."
SAYS = "main textarea >> nth=0"
OFFER = "[data-draft-told]"


def drafts(page: Any) -> int:
    """How many drafts the device keeps, when what was typed last has had time to be kept."""
    page.wait_for_timeout(600)
    count: int = page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('hopluc-draft:')).length")
    return count


def test_a_draft_outlives_a_lost_page_and_is_gone_once_saved(look: Look) -> None:
    page = look("", "/" + a_link(look).split("/", 3)[3], 360, 740)
    before = page.input_value(SAYS)
    page.fill(SAYS, WORDS)
    assert drafts(page) == 1

    page.reload()
    assert page.input_value(SAYS) == before  # nothing is put in unasked
    assert page.locator(OFFER).is_visible()
    assert not page.locator("[data-draft-changed]").is_visible()
    assert faults(page) == []
    page.click("[data-draft-use]")
    assert (page.input_value(SAYS), page.locator(OFFER).is_visible()) == (WORDS, False)

    page.fill("input[name=said_by]", "Bà Lê Thị Thử, Phó Giám đốc")
    press(page, "main button:has-text('Lưu, làm tiếp sau')")
    assert (page.input_value(SAYS), page.locator(OFFER).is_visible(), drafts(page)) == (WORDS, False, 0)
    assert page.said == []


def test_a_draft_is_thrown_away_when_asked(look: Look) -> None:
    page = look("", "/" + a_link(look).split("/", 3)[3])
    page.fill(SAYS, "Nội dung thử.")
    assert drafts(page) == 1
    page.reload()
    page.click("[data-draft-drop]")

    assert (page.locator(OFFER).is_visible(), drafts(page)) == (False, 0)


def test_signing_out_leaves_no_draft_on_the_device(site: Site, opened: Any, kept: dict[str, Any]) -> None:
    page = opened.new_context().new_page()
    sign_in(page, site, OFFICER)  # a session of its own: the one that other tests share is not signed out
    page.goto(f"{site.address}/ky-bao-cao/")
    press(page, "main table a >> nth=0")
    press(page, "main table tr:has(.mark:text-is('Chưa gửi')) a >> nth=0")
    page.fill("form[data-draft] textarea >> nth=0", WORDS)
    assert drafts(page) == 1
    press(page, "text=Đăng xuất")

    assert drafts(page) == 0
    page.context.close()
