"""Back up the site while it runs: its database at one moment, the documents that rests on, the secret key, in one archive.

What waits unread in the incoming folder is not in it, so neither is a file that will be refused for its secrecy mark; nor are open
sessions, which a copy must not give away.
"""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import IO

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection
from django.db.backends.postgresql.client import DatabaseClient
from django.db.migrations.recorder import MigrationRecorder

from hopluc import __version__
from hopluc.errors import CannotBackUp
from hopluc.web.briefing.queries import files_of_sheets
from hopluc.web.documents.files import open_kept
from hopluc.web.documents.queries import files_of_documents
from hopluc.web.following.queries import files_of_attachments
from hopluc.web.issuing.queries import files_of_drafts
from hopluc.web.journal import queries as journal
from hopluc.web.keeping import archive
from hopluc.web.keeping.archive import Manifest, Part, Source, part_of, write_archive
from hopluc.web.store.database import sqlite_module

FORGOTTEN = 24 * 60 * 60
"""Seconds after which a folder of ours in the data folder is one whose process was killed."""
PREFIX = ".backup-"


@dataclass(frozen=True)
class Backup:
    """A backup that was made: where, and what it holds."""

    path: Path
    manifest: Manifest


def back_up(target: str, *, at: datetime) -> Backup:
    """Back up into a file, or into a new file in a folder that is there. Raises CannotBackUp; nothing is then left behind."""
    path = _file_for(target, at)
    if path.exists():
        raise CannotBackUp(path=path, reason="tệp này đã có; lệnh không ghi đè")
    if not journal.is_there():
        raise CannotBackUp(path=path, reason="cơ sở dữ liệu chưa có gì để sao lưu")
    with _folder_of_ours() as folder:
        head = journal.head()  # before the copy: it must stand in the copy too
        name, copy = _copy_database(folder, path)
        sources: dict[str, Source] = {name: partial(_open, copy)}
        key = Path(settings.HOME) / archive.KEY
        if key.exists():
            sources[archive.KEY] = partial(_open, key)
        parts = [part_of(part, source) for part, source in sources.items()]
        # After the copy: every document it knows was on disk before the database knew of it.
        documents, missing = _documents(sources)
        applied = sorted(f"{app}.{step}" for app, step in MigrationRecorder(connection).applied_migrations())
        manifest = Manifest(__version__, at.isoformat(), name, tuple(applied), head, tuple(missing), tuple(parts + documents))
        write_archive(path, manifest, sources)
    return Backup(path, manifest)


def _file_for(target: str, at: datetime) -> Path:
    """The file to write. A folder is never made: where the disk for backups is not mounted, the copy would be on this one."""
    path = Path(target)
    folder = path if path.is_dir() or target.endswith(("/", os.sep)) else path.parent
    if not folder.is_dir():
        reason = f'không có thư mục "{folder}"; nếu đó là ổ đĩa sao lưu thì ổ chưa được gắn, nếu chưa có thì tạo trước'
        raise CannotBackUp(path=target, reason=reason)
    return folder / f"hopluc-{at:%Y%m%d-%H%M%S}.tar.gz" if folder == path else path


def _open(path: Path) -> IO[bytes]:
    return path.open("rb")


@contextmanager
def _folder_of_ours() -> Iterator[Path]:
    """A folder for the copy of the database, in the data folder, for no other eyes; what a killed process left there goes."""
    home = Path(settings.HOME)
    for left in home.glob(f"{PREFIX}*"):
        if time.time() - left.stat().st_mtime > FORGOTTEN:
            shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=PREFIX, dir=home) as folder:
        yield Path(folder)


def _documents(sources: dict[str, Source]) -> tuple[list[Part], list[str]]:
    """The kept files as parts, their sources noted; and the hashes of those that are gone or no longer what they were."""
    parts, missing = [], []
    for sha256 in sorted(files_of_documents() | files_of_drafts() | files_of_attachments() | files_of_sheets()):
        name = f"{archive.DOCUMENTS}/{sha256}"
        try:
            part = part_of(name, partial(open_kept, sha256))
        except OSError:
            missing.append(sha256)
            continue
        if part.sha256 == sha256:
            parts.append(part)
            sources[name] = partial(open_kept, sha256)
        else:
            missing.append(sha256)
    return parts, missing


def _copy_database(folder: Path, target: Path) -> tuple[str, Path]:
    copies: dict[str, Callable[[Path, Path], None]] = {"sqlite": _copy_sqlite, "postgresql": _dump_postgresql}
    name = {"sqlite": archive.SQLITE, "postgresql": archive.POSTGRESQL}[connection.vendor]
    copies[connection.vendor](folder / name, target)
    return name, folder / name


def _copy_sqlite(copy: Path, target: Path) -> None:
    """The database as it stands at one moment, while others go on writing; in one file, without sessions and without what was deleted."""
    sqlite3 = sqlite_module()
    connection.ensure_connection()
    into = sqlite3.connect(copy, isolation_level=None)
    try:
        connection.connection.backup(into)
        into.execute("PRAGMA journal_mode = DELETE")
        into.execute(f'DELETE FROM "{Session._meta.db_table}"')  # noqa: S608  a name of Django's
        into.execute("VACUUM")
        (whole,) = into.execute("PRAGMA integrity_check").fetchone()
    except sqlite3.Error as error:
        raise CannotBackUp(path=target, reason=f"SQLite: {error}") from error
    finally:
        into.close()
    if whole != "ok":
        raise CannotBackUp(path=target, reason=f"cơ sở dữ liệu bị hỏng: {whole}")


def _dump_postgresql(copy: Path, target: Path) -> None:
    said, environment = postgresql_words("pg_dump")
    table = f'--exclude-table-data="{Session._meta.db_table}"'
    done = run_tool([said[0], "--format=custom", f"--file={copy}", table, *said[1:]], environment)
    if done:
        raise CannotBackUp(path=target, reason=done)


def postgresql_words(program: str) -> tuple[list[str], dict[str, str]]:
    """A PostgreSQL program with where the database is, its name last, and the environment that holds the password."""
    said, environment = DatabaseClient.settings_to_cmd_args_env(connection.settings_dict, [])
    return [program, *said[1:]], {**os.environ, **(environment or {})}


def run_tool(command: list[str], environment: dict[str, str]) -> str:
    """Run a program; why it failed, or nothing."""
    if shutil.which(command[0]) is None:
        return f"máy này không có {command[0]}; cần bộ công cụ PostgreSQL cùng phiên bản với máy chủ"
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603  words of our own
    return " ".join(done.stderr.split())[-500:] or f"{command[0]} dừng với mã {done.returncode}" if done.returncode else ""
