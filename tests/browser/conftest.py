"""A real Chromium on the real product: the sample programme served by `hopluc serve`, one site for the whole run."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tools.site import Site, browser, chromium, kinds_of_pages, running, sign_in

OFFICER = "Chuyên viên"
ADMINISTRATOR = "Quản trị"
AXE = Path(__file__).parent / "vendor" / "axe-core-4.14.1" / "axe.min.js"
WATCH = "window.__broken = []; addEventListener('securitypolicyviolation', e => __broken.push(e.violatedDirective + ' ' + e.blockedURI));"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in item.path.parts:
            item.add_marker(pytest.mark.browser)
            if chromium() is None and os.environ.get("CI") != "true":
                item.add_marker(pytest.mark.skip(reason="Chromium is not installed"))


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    with running() as under_way:
        yield under_way


@pytest.fixture(scope="session")
def opened() -> Iterator[Any]:
    with browser() as under_way, pytest.MonkeyPatch.context() as patch:
        # Playwright keeps an event loop in this thread to the end of the run, and Django refuses its database beside one.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield under_way


@pytest.fixture(scope="session")
def kept(site: Site, opened: Any) -> dict[str, Any]:
    """What a browser keeps of each role's signing in, so that it is done once."""
    states = {}
    for role in site.passwords:
        context = opened.new_context()
        page = context.new_page()
        sign_in(page, site, role)
        states[role] = context.storage_state()
        context.close()
    return states


@pytest.fixture(scope="session")
def kinds(site: Site, opened: Any, kept: dict[str, Any]) -> dict[str, str]:
    """One address for each kind of page the officer's links lead to."""
    context = opened.new_context(storage_state=kept[OFFICER])
    found = kinds_of_pages(context.new_page(), site)
    context.close()
    return found


@pytest.fixture(scope="session")
def administrators_kinds(site: Site, opened: Any, kept: dict[str, Any]) -> dict[str, str]:
    """One address for each kind of page of the administrator's part."""
    context = opened.new_context(storage_state=kept[ADMINISTRATOR])
    found = kinds_of_pages(context.new_page(), site, within="/quan-tri/")
    context.close()
    return found


@pytest.fixture
def look(site: Site, opened: Any, kept: dict[str, Any]) -> Iterator[Callable[..., Any]]:
    """Open pages: `look(role, path, width, height, **context)`; a role of "" is a visitor."""
    contexts = []

    def open_page(role: str, path: str, width: int = 1366, height: int = 768, **more: Any) -> Any:
        context = opened.new_context(viewport={"width": width, "height": height}, storage_state=kept.get(role), **more)
        contexts.append(context)
        page = context.new_page()
        page.add_init_script(WATCH)
        page.said = []
        page.on("console", lambda message: page.said.append(message.text) if message.type in {"error", "warning"} else None)
        page.goto(site.address + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
