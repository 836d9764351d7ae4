"""The product as its users run it, for the browser tests and the pictures: demo and serve in a private folder, and a Chromium to look with."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
ACCOUNT = re.compile(r"^\s+(?P<name>\S+@\S+)\s+(?P<role>[^:]+): (?P<password>\S+)$", re.MULTILINE)
NEW_PASSWORD = "Vĩnh Hà mùa thu 2026"  # noqa: S105  of accounts that live as long as one run
LONGEST_START = 300  # seconds, on a machine with much else to do


@dataclass(frozen=True)
class Site:
    """A site under way: its address, and the one-time password of each sample account by the name of its role."""

    address: str
    passwords: dict[str, tuple[str, str]]


def chromium() -> str | None:
    """The system's Chromium, or None."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def demo(home: Path) -> str:
    """Run `hopluc demo` in a folder; what it says."""
    command = [sys.executable, "-m", "hopluc", "demo"]
    return subprocess.run(command, env=_environment(home), check=True, capture_output=True, text=True).stdout


def _environment(home: Path) -> dict[str, str]:
    """That of a command of the site run from the shell: no settings but the product's own."""
    ours = ("HOPLUC_", "DJANGO_", "PYTEST_")
    return {name: value for name, value in os.environ.items() if not name.startswith(ours)} | {"HOPLUC_HOME": str(home)}


@contextmanager
def running(make: Callable[[Path], str] = demo) -> Iterator[Site]:
    """The sample programme on a site of its own, until the block ends; `make` sets it up in a folder, and says what demo says."""
    with tempfile.TemporaryDirectory(prefix="hopluc-site-") as folder:
        home = Path(folder) / "home"
        told, environment, hopluc = make(home), _environment(home), [sys.executable, "-m", "hopluc"]
        port = free_port()
        server = subprocess.Popen([*hopluc, "serve", "--port", str(port)], env=environment, start_new_session=True)
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(f"{address}/dang-nhap/")
            yield Site(address, {found["role"]: (found["name"], found["password"]) for found in ACCOUNT.finditer(told)})
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            try:
                server.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(server.pid, signal.SIGKILL)
                server.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(address: str) -> None:
    """Until the address answers; RuntimeError when it does not within `LONGEST_START` seconds of waiting and trying."""
    last = time.monotonic() + LONGEST_START
    while time.monotonic() < last:
        try:
            urllib.request.urlopen(address, timeout=LONGEST_START).close()  # noqa: S310  our own server
        except OSError:  # refused, reset, or slow to say its first word
            time.sleep(0.2)
        else:
            return
    raise RuntimeError(address)


@contextmanager
def browser() -> Iterator[Any]:
    """A headless Chromium."""
    from playwright.sync_api import sync_playwright  # only where a browser is wanted

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium(), args=list(QUIET))
        try:
            yield opened
        finally:
            opened.close()


def sign_in(page: Any, site: Site, role: str) -> None:
    """Sign in as the sample account of a role; the one-time password is changed on the way, once."""
    name, password = site.passwords[role]
    for word in (NEW_PASSWORD, password):
        page.goto(f"{site.address}/dang-nhap/")
        page.fill("input[name=username]", name)
        page.fill("input[name=password]", word)
        page.click("main [type=submit]")
        if "/dang-nhap/" not in page.url:
            break
    if "/mat-khau/" in page.url:
        page.fill("input[name=old_password]", password)
        page.fill("input[name=new_password1]", NEW_PASSWORD)
        page.fill("input[name=new_password2]", NEW_PASSWORD)
        page.click("main [type=submit]")
    page.goto(f"{site.address}/")


def kinds_of_pages(page: Any, site: Site, most: int = 200, within: str = "/") -> Iterator[tuple[str, str, Any]]:
    """Each kind of page that links lead to from the first of a part of the site, with the one address at which the page then stands
    and the site's answer: digits in an address do not make another kind.
    """
    found: set[str] = set()
    waiting = [within]
    while waiting and len(found) < most:
        path = waiting.pop(0)
        kind = re.sub(r"\d+", "N", path.split("?")[0])
        if kind in found or any(word in path for word in ("/tep/", "/dang-xuat", "/word", "/pdf", "/api/")):
            continue
        found.add(kind)
        answer = _page(page, site.address + path)
        if answer is None:
            continue
        links = page.eval_on_selector_all("main a[href], nav a[href]", "all => all.map(a => a.getAttribute('href'))")
        waiting += [link.split("#")[0] for link in links if link.startswith(within)]
        yield kind, path, answer


def _page(page: Any, address: str) -> Any:
    """Open an address; the site's answer, or None for one that gives a file to be saved, which is no page."""
    from playwright.sync_api import Error  # only where a browser is wanted

    try:
        return page.goto(address)
    except Error as mishap:
        if "Download is starting" not in mishap.message:
            raise
        return None
