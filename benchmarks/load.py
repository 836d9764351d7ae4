"""A mixed load on the site as it is served: so many requests a second, some of them writing, none waiting for the one before.

Used by benchmarks.register. A request's time counts from when it was due, so that a server that falls behind is seen to.
"""

import os
import random
import secrets
import signal
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from typing import Any
from urllib.parse import urlencode

RATE, WRITES, SECONDS = 50, 5, 30
WARM_UP, SERVERS, PATIENCE = 40, 2, 30
PAGES = (
    "/",
    "/nhiem-vu/",
    "/nhiem-vu/?tinh_trang=overdue",
    "/kien-nghi/",
    "/so-lieu/",
    "/viec-cua-toi/",
    "/tim/?q=phong+thi+nghiem",
)


@dataclass(frozen=True)
class Told:
    """Milliseconds from due to done, and how many requests failed."""

    middle: float
    p95: float
    errors: int


@dataclass(frozen=True)
class Door:
    """Where the site is, and who asks."""

    port: int
    session: str
    token: str

    def ask(self, method: str, path: str, form: dict[str, str] | None = None) -> int:
        """The status of an answer read to its end; 0 where there was none."""
        head = {"Cookie": f"sid={self.session}; csrf={self.token}", "Host": "localhost"}
        body = None
        if form is not None:
            body = urlencode(form | {"csrfmiddlewaretoken": self.token})
            head["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            line = HTTPConnection("127.0.0.1", self.port, timeout=30)
            line.request(method, path, body, head)
            answer = line.getresponse()
            answer.read()
        except (OSError, HTTPException):
            return 0
        line.close()
        return answer.status


def mixed(home: str, database: str, officer: Any, programme: Any) -> Told:
    """Serve the site of a data folder with `hopluc serve`, and load it."""
    from django.db import connections  # only once Django is set up
    from django.test import Client

    client = Client(SERVER_NAME="localhost")
    client.force_login(officer)
    tasks = list(programme.activities.values_list("pk", flat=True)[:500])
    connections.close_all()
    port = _free_port()
    environment = os.environ | {"HOPLUC_HOME": home, "HOPLUC_DATABASE_URL": database}
    server = subprocess.Popen(
        [sys.executable, "-m", "hopluc", "serve", "--port", str(port), "--workers", str(SERVERS)],
        env=environment,
        stdout=subprocess.DEVNULL,
    )
    try:
        door = Door(port, client.cookies["sid"].value, secrets.token_hex(16))
        _wait_for(door)
        return _run(door, [*PAGES, programme.get_absolute_url()], tasks)
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(30)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait_for(door: Door) -> None:
    until = time.monotonic() + 60
    while door.ask("GET", "/") != 200:
        if time.monotonic() > until:
            raise RuntimeError("the site did not open")
        time.sleep(0.3)


def _run(door: Door, pages: list[str], tasks: list[int]) -> Told:
    chance = random.Random(2026)  # noqa: S311 - the same load each time
    for n in range(WARM_UP):
        door.ask("GET", pages[n % len(pages)])
    with ThreadPoolExecutor(max_workers=64) as crowd:
        start = time.perf_counter() + 0.2
        waiting = []
        for n in range(RATE * SECONDS):
            due = start + n / RATE
            writes = n % (RATE // WRITES) == 0
            path = f"/nhiem-vu/{chance.choice(tasks)}/" if writes or n % 3 == 0 else chance.choice(pages)
            time.sleep(max(0.0, due - time.perf_counter()))
            waiting.append(crowd.submit(_timed, door, path, due, writes=writes))
        done = [one.result() for one in waiting]
    times = sorted(1000 * taken for taken, _well in done)
    return Told(times[len(times) // 2], times[int(0.95 * len(times))], sum(not well for _taken, well in done))


def _timed(door: Door, path: str, due: float, *, writes: bool) -> tuple[float, bool]:
    if time.perf_counter() - due > PATIENCE:  # the server has fallen so far behind that nobody waits any more
        return time.perf_counter() - due, False
    if writes:
        said = {"on": "2026-11-20", "said": "in_progress", "text": "Đang triển khai theo tiến độ."}
        well = door.ask("POST", f"{path}dien-bien/", said) == 302
    else:
        well = door.ask("GET", path) == 200
    return time.perf_counter() - due, well
