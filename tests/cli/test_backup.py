"""hopluc backup and hopluc restore, on data folders of their own: the same comes back, whole or not at all, and nothing that may not."""

import gzip
import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

import forked
from hopluc.web.keeping import archive
from hopluc.web.keeping.archive import Manifest, part_of, read_manifest, unpack, write_archive
from hopluc.web.keeping.occupancy import held

HOUSE = Path(__file__).resolve().parents[2]
ORDINARY, MARK = "Năm 2026, các đơn vị đã tổ chức 15 lớp tập huấn cho nông dân.", "Bản đồ kho dự trữ thử nghiệm"
SECRET = f"MẬT\n\nBÁO CÁO\n\n{MARK}.\n"
BEGIN = """
from hopluc.web.commands import set_up, prepare
set_up()
from django.db import connection
from hopluc.web.store.tables import make_tables
if not connection.introspection.table_names():
    make_tables(connection)
prepare()
"""
WORK = f"""{BEGIN}
from django.core.files.base import ContentFile
from hopluc.web.intake import actions
from hopluc.web.jobs.worker import run_worker
from hopluc.web.people.actions import add_organisation
owner = add_organisation(None, by=None, name="Sở Khoa học và Công nghệ tỉnh Tân Lâm")
actions.take_in(owner, by=None, files=[ContentFile({ORDINARY!r}.encode(), "bao-cao.txt"), ContentFile({SECRET!r}.encode(), "kin.txt")])
run_worker(once=True)
actions.take_in(owner, by=None, files=[ContentFile({SECRET!r}.encode() * 2, "cho-doc.txt")])
from django.contrib.sessions.backends.db import SessionStore
SessionStore().create()
"""


def environment(home: Path) -> dict[str, str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("HOPLUC_", "DJANGO_"))}
    return clean | {"HOPLUC_HOME": str(home), "PYTHONPATH": "src"}


def script(home: Path, code: str) -> str:
    done = forked.python(code, cwd=HOUSE, env=environment(home))
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def hopluc(home: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    return forked.hopluc(*words, cwd=HOUSE, env=environment(home))


def hopluc_anew(home: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    """In a fresh interpreter, as from the shell."""
    command = [sys.executable, "-m", "hopluc", *map(str, words)]
    return subprocess.run(command, cwd=HOUSE, env=environment(home), capture_output=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("backup")


@pytest.fixture(scope="module")
def home(desk: Path) -> Path:
    """A site at work: a document read, one refused for its mark, one that waits unread, a session open."""
    made = desk / "home"
    script(made, WORK)
    return made


@pytest.fixture(scope="module")
def kept(home: Path, desk: Path) -> Path:
    """Its backup."""
    done = hopluc_anew(home, "backup", desk / "sao-luu.tar.gz")
    assert (done.returncode, done.stderr) == (0, "")
    return desk / "sao-luu.tar.gz"


def rows(database: Path, *tables: str) -> list[tuple[object, ...]]:
    """All rows of the tables, of all tables but the sessions where none is named."""
    opened = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        there = [name for (name,) in opened.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        asked = tables or [name for name in there if name != "django_session"]
        return [row for table in asked for row in opened.execute(f'SELECT * FROM "{table}"')]  # noqa: S608
    finally:
        opened.close()


def state(folder: Path) -> dict[str, str]:
    """The hash of every file under a folder, but for the database, whose rows tell more, and the mark of who works there."""
    paths = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(("in-use", "hopluc.sqlite3-")))
    files = {path: path.read_bytes() for path in paths if path.name != "hopluc.sqlite3"}
    return {path.relative_to(folder).as_posix(): hashlib.sha256(content).hexdigest() for path, content in files.items()}


def test_what_is_restored_is_what_was_there(home: Path, kept: Path, tmp_path: Path) -> None:
    there = tmp_path / "there"

    done = hopluc_anew(there, "restore", kept)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1].startswith("Nhật ký nguyên vẹn: ")
    assert rows(there / "hopluc.sqlite3") == rows(home / "hopluc.sqlite3") != []
    assert state(there / "documents") == state(home / "documents") != {}
    assert (there / "secret-key").read_text() == (home / "secret-key").read_text()
    assert [path.name for path in there.iterdir() if path.name.startswith(".")] == []


def test_a_restored_site_goes_on(kept: Path, tmp_path: Path) -> None:
    there = tmp_path / "there"
    hopluc(there, "restore", kept)

    goes_on = BEGIN + "from hopluc.web.people.actions import add_organisation\nadd_organisation(None, by=None, name='Sở Mới')\n"
    script(there, goes_on + "from hopluc.web.jobs.worker import run_worker\nrun_worker(once=True)")

    assert hopluc(there, "verify").returncode == 0
    assert [row for row in rows(there / "hopluc.sqlite3", "intake_upload") if "waiting" in row] == []


def test_open_sessions_are_not_in_a_backup(home: Path, kept: Path, tmp_path: Path) -> None:
    unpack(kept, tmp_path)

    counted = []
    for database in (home / "hopluc.sqlite3", tmp_path / archive.SQLITE):
        opened = sqlite3.connect(database)
        counted.append(opened.execute("SELECT count(*) FROM django_session").fetchone()[0])
        opened.close()
    assert counted == [1, 0]


def test_what_bears_a_mark_of_secrecy_is_not_in_a_backup(home: Path, kept: Path) -> None:
    """Neither what was refused, nor what still waits to be read, which the folder itself holds."""
    packed, waiting = gzip.decompress(kept.read_bytes()), [path.read_bytes() for path in (home / "incoming").iterdir()]

    assert [MARK.encode() in content for content in waiting] == [True]
    assert (ORDINARY.encode() in packed, MARK.encode() in packed) == (True, False)


def test_a_backup_says_what_it_holds(home: Path, kept: Path) -> None:
    manifest = read_manifest(kept)

    (lines,) = rows(home / "hopluc.sqlite3", "journal_journalhead")
    assert (manifest.database, manifest.missing, manifest.journal) == (archive.SQLITE, (), lines[1:])
    assert [part.name for part in manifest.documents] == [f"documents/{hashlib.sha256(ORDINARY.encode()).hexdigest()}"]
    assert "people.0001_initial" in manifest.migrations


def test_a_backup_is_not_written_over(home: Path, kept: Path) -> None:
    before = kept.read_bytes()

    refused = hopluc(home, "backup", kept)

    assert (refused.returncode, refused.stdout, kept.read_bytes() == before) == (1, "", True)
    assert "không ghi đè" in refused.stderr


def test_in_a_folder_a_backup_bears_its_day(home: Path, tmp_path: Path) -> None:
    assert hopluc(home, "backup", tmp_path).returncode == 0

    (made,) = tmp_path.iterdir()
    assert (made.name[:7], made.name[-7:], len(made.name)) == ("hopluc-", ".tar.gz", 29)
    assert made.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("asked", "missing"), [("khong-co/a", "khong-co"), ("khong-co/", "khong-co"), ("tep/a", "tep"), ("tep/", "tep")]
)
def test_a_folder_that_is_not_there_is_not_made(asked: str, missing: str, home: Path, tmp_path: Path) -> None:
    (tmp_path / "tep").write_text("")

    refused = hopluc(home, "backup", f"{tmp_path}/{asked}")

    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr.startswith(f'Chưa sao lưu được vào "{tmp_path}/{asked}" (không có thư mục "{tmp_path / missing}"; ')
    assert [path.name for path in tmp_path.iterdir()] == ["tep"]


def test_a_folder_named_with_its_stroke_is_a_folder(home: Path, tmp_path: Path) -> None:
    assert hopluc(home, "backup", f"{tmp_path}/").returncode == 0
    assert [path.name[:7] for path in tmp_path.iterdir()] == ["hopluc-"]


def test_a_document_that_is_gone_is_named_and_the_rest_kept(home: Path, tmp_path: Path) -> None:
    there = tmp_path / "there"
    shutil.copytree(home, there)
    (document,) = [path for path in (there / "documents").rglob("*") if path.is_file()]
    document.write_bytes(b"hong")

    done = hopluc(there, "backup", tmp_path / "a.tar.gz")
    restored = hopluc(tmp_path / "again", "restore", tmp_path / "a.tar.gz")

    assert (done.returncode, restored.returncode) == (1, 0)
    assert read_manifest(tmp_path / "a.tar.gz").missing == (document.name,)
    assert [document.name in said for said in (done.stderr, restored.stderr)] == [True, True]


def test_nothing_is_backed_up_where_nothing_is(tmp_path: Path) -> None:
    refused = hopluc(tmp_path / "new", "backup", tmp_path / "a.tar.gz")

    assert (refused.returncode, (tmp_path / "a.tar.gz").exists()) == (1, False)


def test_a_folder_that_holds_something_is_replaced_only_when_told(home: Path, kept: Path, tmp_path: Path) -> None:
    there = tmp_path / "there"
    script(
        there, BEGIN + "from hopluc.web.people.actions import add_organisation\nadd_organisation(None, by=None, name='Sở Cũ')"
    )
    old = rows(there / "hopluc.sqlite3")

    refused, unchanged = hopluc(there, "restore", kept), rows(there / "hopluc.sqlite3") == old
    told = hopluc(there, "restore", kept, "--replace")

    assert (refused.returncode, "--replace" in refused.stderr, unchanged) == (1, True, True)
    assert (told.returncode, rows(there / "hopluc.sqlite3")) == (0, rows(home / "hopluc.sqlite3"))
    (aside,) = there.glob("hopluc.sqlite3.*")
    assert (rows(aside), str(aside) in told.stdout) == (old, True)


def test_a_database_nobody_has_used_yet_is_no_hindrance(kept: Path, tmp_path: Path) -> None:
    there = tmp_path / "there"
    script(there, BEGIN)

    assert hopluc(there, "restore", kept).returncode == 0
    assert list(there.glob("hopluc.sqlite3.*")) == []


def test_a_broken_database_is_replaced_only_when_told_and_kept(home: Path, kept: Path, tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.mkdir()
    (there / "hopluc.sqlite3").write_bytes(b"khong con la co so du lieu" * 100)

    refused, told = hopluc(there, "restore", kept), hopluc(there, "restore", kept, "--replace")

    assert (refused.returncode, told.returncode) == (1, 0)
    assert rows(there / "hopluc.sqlite3") == rows(home / "hopluc.sqlite3")
    assert [path.read_bytes()[:9] for path in there.glob("hopluc.sqlite3.*")] == [b"khong con"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks the system for a hold")
def test_nothing_is_restored_under_a_site_at_work(kept: Path, tmp_path: Path) -> None:
    there = tmp_path / "there"

    with held(there):
        refused, beside = hopluc(there, "restore", kept), hopluc(there, "worker", "--once")
    with held(there, alone=True):
        waits = hopluc(there, "serve", "--port", "0")

    assert (refused.returncode, "trang đang chạy" in refused.stderr, (there / "hopluc.sqlite3").exists()) == (1, True, True)
    assert (waits.returncode, waits.stderr.startswith("Thư mục dữ liệu đang được khôi phục.")) == (1, True)
    assert "đang được khôi phục" not in beside.stderr
    assert hopluc(there, "restore", kept).returncode == 0


def broken(kept: Path) -> bytes:
    """The backup with a stretch in its middle gone to zeros, as on a worn disk."""
    whole = kept.read_bytes()
    return whole[: len(whole) // 2] + bytes(512) + whole[len(whole) // 2 + 512 :]


@pytest.mark.parametrize("spoil", [broken, lambda kept: kept.read_bytes()[:-400], lambda _: b"", lambda _: b"khong phai"])
def test_a_damaged_backup_is_refused_and_nothing_changed(
    spoil: Callable[[Path], bytes], home: Path, kept: Path, tmp_path: Path
) -> None:
    (tmp_path / "hong.tar.gz").write_bytes(spoil(kept))
    there = tmp_path / "there"
    shutil.copytree(home, there)
    before = state(there), rows(there / "hopluc.sqlite3")

    refused = hopluc(there, "restore", tmp_path / "hong.tar.gz", "--replace")

    assert (refused.returncode, refused.stdout, refused.stderr.count("\n")) == (1, "", 1)
    assert (state(there), rows(there / "hopluc.sqlite3")) == before


def packed_again(kept: Path, folder: Path, **said: object) -> Path:
    """The backup packed again, with the files of the folder as they now are and a manifest true of them."""
    manifest = read_manifest(kept)
    sources = {part.name: partial((folder / part.name).open, "rb") for part in manifest.parts}
    parts = tuple(part_of(name, source) for name, source in sources.items())  # type: ignore[arg-type]
    told = Manifest(**{**manifest.__dict__, "parts": parts, **said})  # type: ignore[arg-type]
    path = folder.with_suffix(".tar.gz")
    write_archive(path, told, sources)  # type: ignore[arg-type]
    return path


@pytest.mark.parametrize(
    ("sql", "status", "why"),
    [
        ("UPDATE journal_journalentry SET verb = 'khac' WHERE number = 1", 1, "nội dung đã bị sửa"),
        ("DELETE FROM journal_journalentry WHERE number = (SELECT max(number) FROM journal_journalentry)", 1, "cắt"),
        ("UPDATE people_organisation SET name = name", 0, ""),
    ],
)
def test_a_backup_whose_journal_was_altered_is_refused(sql: str, status: int, why: str, kept: Path, tmp_path: Path) -> None:
    folder, there = tmp_path / "unpacked", tmp_path / "there"
    folder.mkdir()
    unpack(kept, folder)
    database = sqlite3.connect(folder / archive.SQLITE)
    kinds = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE 'journal%'"
    triggers = database.execute(kinds).fetchall()
    for name, _ in triggers:
        database.execute(f"DROP TRIGGER {name}")
    database.execute(sql)
    for _, again in triggers:
        database.execute(again)
    database.commit()
    database.close()

    done = hopluc(there, "restore", packed_again(kept, folder))

    assert (done.returncode, why in done.stderr, (there / "hopluc.sqlite3").exists()) == (status, True, status == 0)
    assert (there / "documents").exists() is (status == 0)


def test_a_backup_by_a_later_version_is_refused(kept: Path, tmp_path: Path) -> None:
    folder = tmp_path / "unpacked"
    folder.mkdir()
    unpack(kept, folder)
    later = (*read_manifest(kept).migrations, "people.9999_later")

    refused = hopluc(tmp_path / "there", "restore", packed_again(kept, folder, migrations=later))

    assert (refused.returncode, "phiên bản mới hơn" in refused.stderr) == (1, True)


def test_a_backup_made_while_others_write_is_whole(home: Path, tmp_path: Path) -> None:
    there = tmp_path / "there"
    shutil.copytree(home, there)
    writing = BEGIN + "from hopluc.web.people.actions import add_organisation\nn = 0\nprint('viet', flush=True)\n"
    writing += "while True:\n    n += 1\n    add_organisation(None, by=None, name=f'Sở Thử {n}')\n"
    writer = subprocess.Popen([sys.executable, "-c", writing], cwd=HOUSE, env=environment(there), stdout=subprocess.PIPE)
    try:
        assert writer.stdout is not None
        writer.stdout.readline()
        done = [hopluc(there, "backup", tmp_path / f"{n}.tar.gz").returncode for n in range(2)]
        still = writer.poll()
    finally:
        writer.kill()
        writer.communicate()
    restored = [hopluc(tmp_path / f"again-{n}", "restore", tmp_path / f"{n}.tar.gz").returncode for n in range(2)]

    assert (done, restored, still) == ([0, 0], [0, 0], None)
    assert read_manifest(tmp_path / "0.tar.gz").journal < read_manifest(tmp_path / "1.tar.gz").journal


def test_what_a_killed_backup_left_goes_a_day_later(home: Path, tmp_path: Path) -> None:
    there = tmp_path / "there"
    shutil.copytree(home, there)
    for name, age in ((".backup-cu", 2), (".backup-moi", 0)):
        (there / name).mkdir()
        os.utime(there / name, (time.time() - age * 86_400,) * 2)

    hopluc(there, "backup", tmp_path / "a.tar.gz")

    assert [path.name for path in there.glob(".backup-*")] == [".backup-moi"]


def killed_at_each_change(kept: Path, home: Path, *how: str) -> dict[str, object]:
    command = [sys.executable, str(Path(__file__).with_name("kill_restore.py")), str(kept), str(home), *how]
    done = subprocess.run(command, cwd=HOUSE, env=environment(home), capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, object] = json.loads(done.stdout)
    return found


@pytest.fixture
def other(home: Path, tmp_path: Path) -> Path:
    """A data folder with other contents, over which the backup is restored."""
    there = tmp_path / "other"
    script(there, WORK.replace("Tân Lâm", "Vĩnh An").replace("15 lớp", "27 lớp"))
    return there


def test_killed_at_any_change_a_restore_leaves_the_old_or_the_new(kept: Path, other: Path) -> None:
    found = killed_at_each_change(kept, other)

    assert (found["half"], found["wrong"], found["differ"]) == ([], [], True)
    assert found["kills"] > found["old"] > 10


def test_without_its_one_step_a_killed_restore_would_be_found_half_done(kept: Path, other: Path) -> None:
    assert killed_at_each_change(kept, other, "without")["half"] != []
