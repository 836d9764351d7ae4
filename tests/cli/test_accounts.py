"""hopluc open and hopluc password, run as a person would, in a data folder that is not there yet."""

import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

import forked

AGENCY = "Sở Khoa học và Công nghệ tỉnh Tân Lâm"
PASSWORD = re.compile(r"mật khẩu dùng một lần: ([a-z0-9-]{14})$", re.MULTILINE)


def environment(home: Path) -> dict[str, str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("HOPLUC_", "DJANGO_"))}
    return clean | {"HOPLUC_HOME": str(home)}


def run(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return forked.hopluc(*arguments, env=environment(home))


def run_anew(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """In a fresh interpreter, as from the shell."""
    command = [sys.executable, "-m", "hopluc", *arguments]
    return subprocess.run(command, capture_output=True, check=False, env=environment(home), encoding="utf-8")


def words(*, agency: str = AGENCY, account: str = "quantri@tanlam.example", name: str = "Phạm Thị Mẫu") -> tuple[str, ...]:
    return "open", "--agency", agency, "--account", account, "--name", name


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("open") / "data"


@pytest.fixture(scope="module")
def opened(home: Path) -> subprocess.CompletedProcess[str]:
    return run_anew(home, *words())


def accounts(home: Path) -> list[tuple[str, str, int]]:
    database = sqlite3.connect(home / "hopluc.sqlite3")
    rows = database.execute(
        "SELECT username, role, is_provisional FROM people_user u JOIN people_membership m ON m.user_id = u.id ORDER BY username"
    ).fetchall()
    database.close()
    return rows


def test_an_agency_is_opened_and_the_password_printed(home: Path, opened: subprocess.CompletedProcess[str]) -> None:
    first, second = opened.stdout.splitlines()

    assert (opened.returncode, opened.stderr, first) == (0, "", f"Đã mở {AGENCY}.")
    assert PASSWORD.sub("", second) == "Quản trị quantri@tanlam.example, "
    assert accounts(home) == [("quantri@tanlam.example", "administrator", 1)]


@pytest.mark.parametrize(
    ("given", "status", "said"),
    [
        ({"account": "khac@tanlam.example"}, 1, f"{AGENCY} đã có quản trị."),
        (
            {"agency": "Sở Tài chính tỉnh Tân Lâm"},
            1,
            "Thư điện tử hoặc số điện thoại này đã dùng cho một tài khoản khác. Đề nghị ",
        ),
        ({"agency": "Sở Tài chính tỉnh Tân Lâm", "account": "quantri"}, 1, "Tên đăng nhập là địa chỉ thư điện tử"),
        ({"agency": " "}, 2, "Tên cơ quan và họ tên quản trị không được để trống."),
        ({"name": "\t"}, 2, "Tên cơ quan và họ tên quản trị không được để trống."),
    ],
)
def test_what_cannot_be_opened_is_refused_in_one_line(home: Path, opened, given, status, said) -> None:
    refused = run(home, *words(**given))

    assert (refused.returncode, refused.stdout, refused.stderr.count("\n")) == (status, "", 1)
    assert refused.stderr.startswith(said)
    assert len(accounts(home)) == 1


def test_a_forgotten_password_is_replaced(home: Path, opened: subprocess.CompletedProcess[str]) -> None:
    first = PASSWORD.findall(opened.stdout)

    renewed = run_anew(home, "password", "--account", "QuanTri@TanLam.example")

    assert (renewed.returncode, renewed.stderr) == (0, "")
    assert PASSWORD.findall(renewed.stdout) != first


def test_an_unknown_account_gets_no_password(home: Path, opened: subprocess.CompletedProcess[str]) -> None:
    refused = run(home, "password", "--account", "khong-co@tanlam.example")

    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr == "Không có tài khoản khong-co@tanlam.example. Đề nghị kiểm tra lại tên đăng nhập.\n"


def test_a_journal_that_is_not_there_is_said(tmp_path: Path) -> None:
    refused = run(tmp_path / "data", "verify")

    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr.startswith("Cơ sở dữ liệu chưa có nhật ký nào.")
