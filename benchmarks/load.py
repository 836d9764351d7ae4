"""A mixed load on the site as it is served: so many requests a second, some of them writing, none waiting for the one before.

Used by benchmarks.register. A request's time counts from when it was due, so that a server that falls behind is seen to. What is asked
is what an office asks on the day its returns come in: mostly pages, each of another row, and acts that are entered in the journal.
"""

import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

RATE, WRITES, SECONDS = 50, 5, 30
SERVERS, PATIENCE = 2, 30
WARM_UP = 700
"""Requests before the clock runs, one after another: each process has then made each page some twenty times, as on any working day."""
TOKEN = "a" * 32
READ = {
    "task": 8, "ledger": 6, "programme": 5, "return": 5, "home": 4, "mine": 4, "document": 4, "petitions": 3, "search": 3, "api": 3,
    "figures": 2, "round": 1, "sums": 1, "reading": 1,
}  # fmt: skip
"""What is read, and how often among fifty pages."""
WRITTEN = {"progress": 2, "draft": 2, "settled": 1}
"""What is written, and how often among five acts: a task's progress, a draft of a return, a fact that was read and is settled."""
TASKS_TOLD = 80
TEXT = "\n".join(
    ["KẾ HOẠCH", "Thực hiện chương trình hợp tác về khoa học và công nghệ của thành phố Vĩnh Hà", ""]
    + [
        f"{n}. Giao Sở Công Thương thành phố Vĩnh Hà chủ trì xây dựng mô hình ứng dụng công nghệ số {n}, hoàn thành trước ngày "
        f"{1 + n % 28}/{1 + n % 12}/2027; kinh phí {n + 10} triệu đồng."
        for n in range(1, TASKS_TOLD + 1)
    ]
)


@dataclass(frozen=True)
class Told:
    """Milliseconds from due to done, how many requests failed, the middle milliseconds of each kind, and what the server's processes
    and our own took of the CPU for one request.
    """

    middle: float
    p95: float
    errors: int
    kinds: dict[str, float]
    server_cpu: float
    own_cpu: float


@dataclass(frozen=True)
class Asking:
    """One request: of what kind, the words on the wire, and the status it is to have."""

    kind: str
    words: bytes
    status: int = 200


@dataclass(frozen=True)
class Done:
    """A request answered or given up: of what kind, after how many seconds, and whether well."""

    kind: str
    seconds: float
    well: bool


@dataclass(frozen=True)
class Door:
    """Where the site is, and who asks."""

    port: int
    session: str

    def page(self, kind: str, path: str) -> Asking:
        return Asking(kind, self._words("GET", path))

    def act(self, kind: str, path: str, form: dict[str, str]) -> Asking:
        body = urlencode(form | {"csrfmiddlewaretoken": TOKEN}).encode()
        return Asking(kind, self._words("POST", path, body), 302)

    def _words(self, method: str, path: str, body: bytes = b"") -> bytes:
        head = (
            f"{method} {path} HTTP/1.1\r\nHost: localhost\r\nCookie: sid={self.session}; csrf={TOKEN}\r\nConnection: close\r\n"
        )
        told = f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n" if body else ""
        return f"{head}{told}\r\n".encode() + body

    def ask(self, asking: Asking) -> bool:
        """Was it answered to the end with the status it is to have."""
        begun, length = b"", 0
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=30) as line:
                line.sendall(asking.words)
                while some := line.recv(65536):
                    begun, length = begun or some, length + len(some)
        except OSError:
            return False
        return length > 0 and begun.split(b" ", 2)[1] == str(asking.status).encode()


def mixed(home: str, database: str, officer: Any, programme: Any) -> Told:
    """Serve the site of a data folder with `hopluc serve`, and load it."""
    from django.db import connections  # only once Django is set up
    from django.test import Client

    client = Client(SERVER_NAME="localhost")
    client.force_login(officer)
    acts = _acts(programme, _a_document(officer, programme))
    paths = _pages(officer, programme)
    connections.close_all()
    port = _free_port()
    environment = os.environ | {"HOPLUC_HOME": home, "HOPLUC_DATABASE_URL": database}
    server = subprocess.Popen(
        [sys.executable, "-m", "hopluc", "serve", "--port", str(port), "--workers", str(SERVERS)],
        env=environment,
        stdout=subprocess.DEVNULL,
    )
    try:
        door = Door(port, client.cookies["sid"].value)
        _wait_for(door)
        return _run(door, paths, acts, server.pid)
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(30)


def _a_document(officer: Any, programme: Any) -> Any:
    """A version of a document that was read, with facts that wait for an officer's word."""
    from hopluc.web.documents.actions import Claims, Received, take_in_document  # models are ready only now
    from hopluc.web.intake.actions.finding import read_again

    claims = Claims(title="Kế hoạch thực hiện chương trình hợp tác")
    version = take_in_document(programme.owner, by=officer, claims=claims, file=Received.words("ke-hoach.txt", TEXT))
    read_again(version, by=officer)
    return version


def _pages(officer: Any, programme: Any) -> dict[str, list[str]]:
    """The addresses of each kind of page: where a kind has rows, those of many of them."""
    from hopluc.web.documents.queries import documents_seen_by  # models are ready only now
    from hopluc.web.returns.models import Return

    page = programme.get_absolute_url()
    documents = [row.get_absolute_url() for row in documents_seen_by(officer)]
    returns = Return.objects.filter(round__programme=programme).order_by("pk")
    return {
        "task": [row.get_absolute_url() for row in programme.activities.all()[:500]],
        "ledger": ["/nhiem-vu/", "/nhiem-vu/?tinh_trang=overdue", "/nhiem-vu/?page=3"],
        "programme": [page, f"{page}?phan=nhiem-vu", f"{page}?phan=noi-dung"],
        "return": [row.get_absolute_url() for row in returns[:200]],
        "home": ["/"],
        "mine": ["/viec-cua-toi/"],
        "document": documents,
        "petitions": ["/kien-nghi/"],
        "search": [
            f"/tim/?{urlencode({'q': words})}" for words in ("phòng thí nghiệm", "mo hinh cong nghe", "Sở số 4", "kế hoạch")
        ],
        "api": ["/api/v1/", "/api/v1/editions/", "/api/v1/openapi.json"],
        "figures": ["/so-lieu/"],
        "round": [row.round.get_absolute_url() for row in returns[:1]],
        "sums": ["/so-lieu/tong-hop/"],
        "reading": [f"{address}xac-nhan/" for address in documents],
    }


def _acts(programme: Any, version: Any) -> dict[str, list[tuple[str, dict[str, str]]]]:
    """What is written of each kind, and where: drafts and facts are each settled once."""
    from hopluc.web.returns.models import Return  # models are ready only now

    said = {"on": "2026-11-20", "said": "in_progress", "text": "Đang triển khai theo tiến độ."}
    draft = {"do": "save", "source": "Điện thoại của văn phòng sở", "p1_text": "Đã hoàn thành 03 mô hình ứng dụng công nghệ."}
    returns = Return.objects.filter(round__programme=programme).order_by("-pk")
    first = {row.pk: f"p{row.round.parts.order_by('order', 'pk')[0].pk}_text" for row in returns[: WRITES * SECONDS]}
    return {
        "progress": [(f"{row.get_absolute_url()}dien-bien/", said) for row in programme.activities.all()[:500]],
        "draft": [(f"/bao-cao-don-vi/{pk}/", draft | {name: draft["p1_text"]}) for pk, name in first.items()],
        "settled": [
            (f"/thong-tin/{pk}/bo-qua/", {}) for pk in version.findings.filter(state="proposed").values_list("pk", flat=True)
        ],
    }


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait_for(door: Door) -> None:
    until = time.monotonic() + 60
    while not door.ask(door.page("home", "/")):
        if time.monotonic() > until:
            raise RuntimeError("the site did not open")
        time.sleep(0.3)


def _askings(door: Door, paths: dict[str, list[str]], acts: dict[str, list[tuple[str, dict[str, str]]]]) -> Iterator[Asking]:
    """What is asked, one after another: every tenth writes."""
    chance = random.Random(2026)  # noqa: S311 - the same load each time
    turns = {kind: cycle(chance.sample(known, len(known))) for kind, known in paths.items()}
    writes = {kind: iter(chance.sample(known, len(known))) for kind, known in acts.items()}
    for n in range(RATE * SECONDS):
        if n % (RATE // WRITES) == 0:
            (kind,) = chance.choices(list(WRITTEN), list(WRITTEN.values()))
            yield door.act(kind, *next(writes[kind]))
        else:
            (kind,) = chance.choices(list(READ), list(READ.values()))
            yield door.page(kind, next(turns[kind]))


def _run(door: Door, paths: dict[str, list[str]], acts: dict[str, list[tuple[str, dict[str, str]]]], server: int) -> Told:
    for kind, known in paths.items():
        for n in range(WARM_UP // len(paths)):
            door.ask(door.page(kind, known[n % len(known)]))
    askings = list(_askings(door, paths, acts))
    own, served = time.process_time(), _cpu_under(server)
    with ThreadPoolExecutor(max_workers=64) as crowd:
        start = time.perf_counter() + 0.2
        waiting = []
        for n, asking in enumerate(askings):
            due = start + n / RATE
            time.sleep(max(0.0, due - time.perf_counter()))
            waiting.append(crowd.submit(_timed, door, asking, due))
        done = [one.result() for one in waiting]
    own, served = time.process_time() - own, _cpu_under(server) - served
    times = sorted(1000 * one.seconds for one in done)
    kinds = {kind: [1000 * one.seconds for one in done if one.kind == kind] for kind in (*paths, *acts)}
    return Told(
        times[len(times) // 2],
        times[int(0.95 * len(times))],
        sum(not one.well for one in done),
        {kind: sorted(known)[len(known) // 2] for kind, known in kinds.items() if known},
        1000 * served / len(done),
        1000 * own / len(done),
    )


def _timed(door: Door, asking: Asking, due: float) -> Done:
    late = time.perf_counter() - due
    well = late <= PATIENCE and door.ask(asking)  # where the server has fallen so far behind, nobody waits any more
    return Done(asking.kind, time.perf_counter() - due, well)


def _cpu_under(pid: int) -> float:
    """The seconds of CPU that a process and those it has started have taken so far."""
    known: dict[int, tuple[int, float]] = {}
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            told = file.read_text().rpartition(")")[2].split()
        except OSError:  # gone meanwhile
            continue
        known[int(file.parent.name)] = int(told[1]), sum(map(int, told[11:13])) / os.sysconf("SC_CLK_TCK")
    family = {pid}
    while more := {one for one, (parent, _cpu) in known.items() if parent in family} - family:
        family |= more
    return sum(known[one][1] for one in family if one in known)
