"""Restore a backup: all of it, or nothing changed.

It is unpacked and checked beside what is there, its journal walked; then its documents are put among those that are there (named by
their content, they disturb nothing), and last the database takes its place in one step. Killed at any moment, the site has its old
database or the new one, and the documents of either. On PostgreSQL that one step is a transaction.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from django.conf import settings
from django.db import DatabaseError, connection, connections
from django.db.migrations.loader import MigrationLoader

from hopluc.errors import CannotRestore, DamagedBackup
from hopluc.web.documents.files import keep_whole
from hopluc.web.journal import queries as journal
from hopluc.web.keeping import archive
from hopluc.web.keeping.archive import Manifest
from hopluc.web.keeping.backup import postgresql_words, run_tool
from hopluc.web.keeping.occupancy import InUse, held
from hopluc.web.store.database import sqlite_module

FOLDER = ".restore"
"""Where a backup is unpacked, in the data folder. What a killed restore left there goes with the next."""


@dataclass(frozen=True)
class Restored:
    """What was restored, and where the database that was there before is kept (None: there was none, or it is PostgreSQL's)."""

    manifest: Manifest
    before: Path | None


def restore(path: Path, *, at: datetime, replace: bool = False) -> Restored:
    """Restore a backup into the data folder and the database of the settings. Raises DamagedBackup or CannotRestore, nothing changed."""
    home = Path(settings.HOME)
    manifest = archive.read_manifest(path)
    _refuse_what_does_not_fit(manifest)
    try:
        with held(home, alone=True):
            holds = _holds_something()
            if holds and not replace:
                raise CannotRestore(
                    reason="thư mục dữ liệu hoặc cơ sở dữ liệu đã có nội dung",
                    remedy="chọn HOPLUC_HOME trống, hoặc thêm --replace nếu chắc chắn thay thế",
                )
            with _unpacked(path, home) as folder:
                before = _put_in_place(folder, manifest, path, at if holds else None)
                if any(part.name == archive.KEY for part in manifest.parts):
                    (folder / archive.KEY).replace(home / archive.KEY)
                return Restored(manifest, before)
    except InUse as taken:
        raise CannotRestore(reason="trang đang chạy trên thư mục dữ liệu này", remedy="dừng dịch vụ rồi chạy lại") from taken


def _refuse_what_does_not_fit(manifest: Manifest) -> None:
    wanted = {"sqlite": archive.SQLITE, "postgresql": archive.POSTGRESQL}[connection.vendor]
    if manifest.database != wanted:
        raise CannotRestore(
            reason=f"bản sao lưu chứa {manifest.database}, còn cấu hình dùng {connection.vendor}",
            remedy="đặt HOPLUC_DATABASE_URL cùng loại với nơi đã sao lưu",
        )
    disk = MigrationLoader(None, load=False)
    disk.load_disk()
    known = {f"{app}.{name}" for app, name in disk.disk_migrations}
    if not known.issuperset(manifest.migrations):
        raise CannotRestore(reason=archive.NEWER, remedy="cập nhật hệ thống rồi chạy lại")


def _holds_something() -> bool:
    """Has anything been done on this database: it has a line in its journal, or cannot be read at all."""
    if connection.vendor == "sqlite" and not _database_file().exists():
        return False
    try:
        return journal.is_there() and journal.head()[0] > 0
    except DatabaseError:
        return True
    finally:
        connections.close_all()


def _database_file() -> Path:
    return Path(connection.settings_dict["NAME"])


@contextmanager
def _unpacked(path: Path, home: Path) -> Iterator[Path]:
    folder = home / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700)
    try:
        archive.unpack(path, folder)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _put_in_place(folder: Path, manifest: Manifest, path: Path, aside: datetime | None) -> Path | None:
    """The documents, then the database; where the one that is there holds something, a copy of it is set `aside` first."""
    if connection.vendor == "postgresql":
        _put_documents(folder, manifest)
        _restore_postgresql(folder / manifest.database)
        return None
    new = _beside(folder / manifest.database)
    try:
        _verify_copy(new, manifest, folder, path)
        _put_documents(folder, manifest)
        before = _set_aside(_database_file(), aside)
        new.replace(_database_file())
        archive.sync_folder(new.parent)
    finally:
        new.unlink(missing_ok=True)
    return before


def _beside(copy: Path) -> Path:
    """The unpacked database beside the one it will replace, so that it can take its name in one step."""
    new = _database_file().with_name(f"{_database_file().name}.new")
    new.unlink(missing_ok=True)
    new.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(copy, new)
    return new


def _verify_copy(new: Path, manifest: Manifest, folder: Path, path: Path) -> None:
    """Walk the copy's journal with `hopluc verify`, in a process of its own, for this one has another database."""
    head = folder / "head.json"
    number, code = manifest.journal
    head.write_text(json.dumps({"number": number, "hash": code}), encoding="utf-8")
    environment = {**os.environ, "HOPLUC_HOME": str(folder), "HOPLUC_DATABASE_URL": f"sqlite://{quote(str(new))}"}
    command = [sys.executable, "-m", "hopluc", "verify", "--head", str(head)]
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)  # noqa: S603  our own
    if done.returncode:
        said = " ".join((done.stdout + done.stderr).split())
        raise DamagedBackup(path=path, reason=said[-300:].rstrip(".") or "nhật ký không kiểm tra được")
    _fold_log(new)


def _fold_log(database: Path) -> None:
    """One file of a database and its log. Raises sqlite3's errors: OperationalError where another process has it open."""
    opened = sqlite_module().connect(database, isolation_level=None, timeout=2)
    try:
        opened.execute("PRAGMA journal_mode = DELETE").fetchone()
    finally:
        opened.close()


def _put_documents(folder: Path, manifest: Manifest) -> None:
    for part in manifest.documents:
        keep_whole(folder / part.name, part.sha256)


def _set_aside(database: Path, at: datetime | None) -> Path | None:
    """Make one file of the database that is there, and with `at` a copy under another name; it keeps its place until it is replaced."""
    if not database.exists():
        return None
    try:
        _fold_log(database)
    except sqlite_module().OperationalError as busy:
        if "locked" in str(busy):
            raise CannotRestore(reason="một chương trình khác đang mở cơ sở dữ liệu", remedy="dừng chương trình đó") from busy
    except sqlite_module().DatabaseError:  # damaged, which is why it is replaced: its log goes with the copy
        pass
    before = database.with_name(f"{database.name}.{at:%Y%m%d-%H%M%S}") if at else None
    if before:
        draft = before.with_name(f"{before.name}.part")
        shutil.copy2(database, draft)
        draft.replace(before)
    for log in ("-wal", "-shm", "-journal"):
        left = database.with_name(database.name + log)
        if left.exists():
            left.replace(before.with_name(before.name + log)) if before else left.unlink()
    return before


def _restore_postgresql(dump: Path) -> None:
    said, environment = postgresql_words("pg_restore")
    whole = ["--clean", "--if-exists", "--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges"]
    connections.close_all()
    if failed := run_tool([said[0], *whole, *said[1:-1], f"--dbname={said[-1]}", str(dump)], environment):
        raise CannotRestore(reason=failed, remedy="khắc phục rồi chạy lại")
