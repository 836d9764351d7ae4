"""A passkey in a real Chromium, whose device is a virtual one: registered, used to sign in, removed."""

from typing import Any

from tools.site import Site, sign_in

from browser.conftest import faults, press, watched

VIEWER = "Người xem"
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def test_a_passkey_is_registered_signs_in_and_is_removed(site: Site, opened: Any) -> None:
    here = Site(site.address.replace("127.0.0.1", "localhost"), site.passwords)
    context = opened.new_context()
    page = watched(context)
    device = context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    sign_in(page, here, VIEWER)

    page.goto(f"{here.address}/khoa-dang-nhap/")
    page.fill("input[name=name]", "Điện thoại")
    wrong = faults(page)
    press(page, "button[data-passkey=register]")
    codes = page.locator("code.secret").count()
    press(page, "form[action='/dang-xuat/'] button")
    press(page, "button[data-passkey=sign_in]")
    page.goto(f"{here.address}/tai-khoan/")
    wrong += faults(page)
    press(page, "a[href$='/go/']")
    press(page, "form.asking button[type=submit]")

    assert (codes, page.locator("a[href$='/go/']").count(), page.locator(".message").inner_text()) == (
        10,
        0,
        "Đã gỡ khóa đăng nhập.",
    )
    assert [*wrong, *page.evaluate("window.__broken"), *page.said] == []
    context.close()
