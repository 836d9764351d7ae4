"""hopluc demo and hopluc serve, run as a person would, in a data folder that is not there yet."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

import forked
from sample_site import copy_sample

JOBS = 1  # the process beside the site that does its jobs
WAIT = 300  # seconds for a programme to do what it must; nothing waits that long unless it never will


def environment(home: Path) -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith(("HOPLUC_", "DJANGO_"))} | {
        "HOPLUC_HOME": str(home)
    }


def run(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return forked.hopluc(*arguments, env=environment(home))


def run_anew(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """In a fresh interpreter, as from the shell."""
    command = [sys.executable, "-m", "hopluc", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment(home), timeout=WAIT)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo") / "data"


@pytest.fixture(scope="module")
def told(home: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What the first demo says, in a fresh interpreter."""
    return copy_sample(tmp_path_factory, home).splitlines()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        port: int = found.getsockname()[1]
        return port


@pytest.fixture
def site(home: Path, told: list[str]) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """The site of the demo, open."""
    port = free_port()
    command = [sys.executable, "-m", "hopluc", "serve", "--port", str(port)]
    running = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment(home), start_new_session=True
    )
    assert running.stdout is not None
    assert running.stdout.readline() == f"Trang đã mở tại http://127.0.0.1:{port}/  (Ctrl+C để dừng)\n"
    yield running, port
    with contextlib.suppress(ProcessLookupError):
        os.killpg(running.pid, signal.SIGKILL)
    running.communicate(timeout=WAIT)


def answer(running: subprocess.Popen[str], port: int) -> bytes:
    """The sign-in page, once the site answers; the site itself is waited for, in case it ends instead."""
    while running.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/dang-nhap/") as page:
                body: bytes = page.read()
                return body
        except OSError:
            with contextlib.suppress(subprocess.TimeoutExpired):
                running.wait(timeout=0.1)
    raise AssertionError("the site ended before it answered")


def children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def test_demo_reads_confirms_reviews_and_gives_passwords(told: list[str]) -> None:
    accounts = [found for line in told if (found := re.fullmatch(r"  (\S+@vinhha\.example)  ([^:]+): ([a-z0-9-]{14})", line))]

    assert told[0] == "Đã đọc 12/12 văn bản mẫu."
    assert [account[2] for account in accounts] == [
        *("Chuyên viên", "Lãnh đạo", "Người xem", "Quản trị"),
        *("Chuyên viên, Sở Công Thương", "Lãnh đạo, Sở Công Thương", "Chuyên viên, Bộ Khoa học và Công nghệ"),
    ]
    assert [line.split(":")[0] for line in told if "dự thảo" in line] == ["Đã lập dự thảo báo cáo sơ kết"]


def test_a_second_demo_changes_nothing(home: Path, told: list[str]) -> None:
    before = run_anew(home, "verify").stdout

    again = run(home, "demo")

    assert (again.returncode, again.stdout.split(".")[0], again.stdout.count("@")) == (0, "Chương trình mẫu đã có sẵn", 7)
    assert run(home, "verify").stdout == before


def test_demo_is_refused_where_an_agency_works_already(tmp_path: Path) -> None:
    agency = (
        "--agency",
        "Sở Khoa học và Công nghệ tỉnh Tân Lâm",
        "--account",
        "quantri@tanlam.example",
        "--name",
        "Phạm Thị Mẫu",
    )
    run(tmp_path / "data", "open", *agency)
    before = run(tmp_path / "data", "verify").stdout

    refused = run(tmp_path / "data", "demo")

    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr.startswith("Thư mục dữ liệu này đã có cơ quan làm việc; ")
    assert "HOPLUC_HOME" in refused.stderr
    assert run(tmp_path / "data", "verify").stdout == before


def test_demo_without_its_documents_says_so(tmp_path: Path) -> None:
    refused = run(tmp_path / "data", "demo", "--samples", str(tmp_path / "khong-co"))

    assert refused.returncode == 1
    assert re.fullmatch(r"Không thấy thư mục văn bản mẫu .*khong-co\. Đề nghị chạy .*\n", refused.stderr)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_serve_answers_and_stops_with_its_worker(site: tuple[subprocess.Popen[str], int], number: signal.Signals) -> None:
    running, port = site
    page = answer(running, port)
    beside = children(running.pid)

    running.send_signal(number)
    _out, said = running.communicate(timeout=WAIT)

    assert b"csrfmiddlewaretoken" in page
    assert (running.returncode, said) == (0, "")
    assert [pid for pid in beside if Path(f"/proc/{pid}").exists()] == []
    assert len(beside) >= 2


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_serve_told_to_stop_while_its_pages_load_stops(site: tuple[subprocess.Popen[str], int]) -> None:
    running, _port = site
    while running.poll() is None and len(children(running.pid)) <= JOBS:
        with contextlib.suppress(subprocess.TimeoutExpired):
            running.wait(timeout=0.01)
    beside = children(running.pid)

    running.terminate()
    _out, said = running.communicate(timeout=WAIT)

    assert (running.returncode, said) == (0, "")
    assert [pid for pid in beside if Path(f"/proc/{pid}").exists()] == []


def test_serve_refuses_a_port_in_use_and_tries_no_other(home: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        refused = run_anew(home, "serve", "--port", str(port))

    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr == (
        f"Không mở được trang tại 127.0.0.1, cổng {port} (cổng đang được chương trình khác sử dụng). "
        "Đề nghị dừng chương trình đang dùng cổng này, hoặc chọn cổng khác bằng --port.\n"
    )


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (("--port", "70000"), "địa chỉ hoặc cổng không hợp lệ"),
        (("--address", "203.0.113.7", "--port", "8000"), "máy này không có địa chỉ đó"),
    ],
)
def test_serve_says_why_an_address_cannot_be_opened(home: Path, asked: tuple[str, ...], why: str) -> None:
    refused = run(home, "serve", *asked)

    assert refused.returncode == 1
    assert re.findall(r"\((.*)\)", refused.stderr) == [why]
