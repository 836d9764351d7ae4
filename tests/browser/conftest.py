"""A real Chromium on the real product: the sample programme served by `hopluc serve`, one site for the whole run."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from tools.site import Site, browser, chromium, kinds_of_pages, running, sign_in

from sample_site import copy_sample

PHONE, DESK = {"width": 360, "height": 740}, {"width": 1366, "height": 768}
OFFICER = "Chuyên viên"
ADMINISTRATOR = "Quản trị"
LONGEST_WAIT = 120_000  # ms, on a machine with much else to do; nothing waits that long unless it never will
AXE = Path(__file__).parent / "vendor" / "axe-core-4.14.1" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = "async tags => (await axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})).violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.target.join(' ')).join(' | '))"
WATCH = "window.__broken = []; addEventListener('securitypolicyviolation', e => __broken.push(e.violatedDirective + ' ' + e.blockedURI));"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in item.path.parts:
            item.add_marker(pytest.mark.browser)
            if chromium() is None and os.environ.get("CI") != "true":
                item.add_marker(pytest.mark.skip(reason="Chromium is not installed"))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with running(partial(copy_sample, tmp_path_factory)) as under_way:
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


@dataclass(frozen=True)
class Seen:
    """What one look at a page found: on a phone, then on a desk, then as it would be printed."""

    path: str
    source: str  # what the site answered, before any script
    wide: int  # px it takes on a phone of 360
    faults: list[str]
    broken: list[str]
    prints: tuple[bool, bool]  # its menu, its title
    # How its PDF begins; of the first kind of page in each part of the site, for it takes as long as all else.
    paper: bytes | None


def faults(page: Any) -> list[str]:
    """What axe finds wrong with the page as it stands."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(RUN, TAGS)
    return found


def width_of(page: Any) -> int:
    """How many px the page takes, what must be scrolled to included."""
    width: int = page.evaluate("document.documentElement.scrollWidth")
    return width


def press(page: Any, what: str) -> None:
    """Press what leads to another page, and wait until that is there."""
    with page.expect_navigation():
        page.click(what)


def see(site: Site, context: Any, within: str = "/") -> dict[str, Seen]:
    """One page of each kind that links lead to, loaded once as a phone and looked at in all ways."""
    page = watched(context)
    page.add_init_script(path=AXE)  # sent once, not to each page
    page.set_viewport_size(PHONE)
    found: dict[str, Seen] = {}
    parts: set[str] = set()
    for kind, path, answer in kinds_of_pages(page, site, within=within):
        source = answer.text()
        wide = width_of(page)
        page.set_viewport_size(DESK)
        wrong = faults(page)
        broken = [*page.evaluate("window.__broken"), *page.said]
        page.emulate_media(media="print")
        printed = page.locator(".menu").is_visible(), page.locator("h1").is_visible()
        part = kind.split("/")[1]
        paper = page.pdf(format="A4")[:5] if part not in parts else None
        parts.add(part)
        found[kind] = Seen(path, source, wide, wrong, broken, printed, paper)
        page.said.clear()
        page.emulate_media(media="screen")
        page.set_viewport_size(PHONE)
    context.close()
    return found


def watched(context: Any) -> Any:
    """A page that keeps what breaks the policy (`window.__broken`) and what its console says (`page.said`)."""
    page = context.new_page()
    page.add_init_script(WATCH)
    page.said = []
    page.on("console", lambda message: page.said.append(message.text) if message.type in {"error", "warning"} else None)
    return page


@pytest.fixture(scope="session")
def seen(site: Site, opened: Any, kept: dict[str, Any]) -> dict[str, Seen]:
    """Each kind of page the officer's links lead to."""
    return see(site, opened.new_context(storage_state=kept[OFFICER]))


@pytest.fixture(scope="session")
def seen_by_the_administrator(site: Site, opened: Any, kept: dict[str, Any]) -> dict[str, Seen]:
    """Each kind of page of the administrator's part."""
    return see(site, opened.new_context(storage_state=kept[ADMINISTRATOR]), within="/quan-tri/")


@pytest.fixture(scope="session")
def kinds(seen: dict[str, Seen]) -> dict[str, str]:
    """One address for each kind of page the officer's links lead to."""
    return {kind: page.path for kind, page in seen.items()}


@pytest.fixture
def look(site: Site, opened: Any, kept: dict[str, Any]) -> Iterator[Callable[..., Any]]:
    """Open pages: `look(role, path, width, height, **context)`; a role of "" is a visitor."""
    contexts = []

    def open_page(role: str, path: str, width: int = 1366, height: int = 768, **more: Any) -> Any:
        context = opened.new_context(viewport={"width": width, "height": height}, storage_state=kept.get(role), **more)
        context.set_default_timeout(LONGEST_WAIT)
        contexts.append(context)
        page = watched(context)
        page.goto(site.address + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
