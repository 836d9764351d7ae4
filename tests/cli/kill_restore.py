# ruff: noqa: E402 (the models are ready only once Django is set up)
"""Run by test_backup.py in a process of its own: `kill_restore.py BACKUP HOME [without]`.

Restores the backup over copies of the data folder HOME in a child that is killed (SIGKILL) before its n-th change of a file, for
n = 1, 2, 3 … until the child comes through; after each kill the database must be the old or the new one, whole, with all its
documents. With `without`, the new database is written over the old one instead of taking its place in one step: then some kill must
leave neither, and the first that does is enough. Prints JSON: how many kills, what was half done, and whether doing it again ended well.
"""

import hashlib
import json
import os
import shutil
import signal
import sqlite3
import sys
from pathlib import Path
from typing import Any

backup, original = Path(sys.argv[1]), Path(sys.argv[2])
home = original.with_name("home-under-way")
os.environ |= {"HOPLUC_HOME": str(home), "DJANGO_SETTINGS_MODULE": "hopluc.web.settings"}
os.environ.pop("HOPLUC_DATABASE_URL", None)
import django

django.setup()

from django.db.migrations.loader import MigrationLoader
from django.utils import timezone

from hopluc.web.keeping import restore

MigrationLoader(None, load=False).load_disk()  # once, for all the children
restore._verify_copy = lambda new, *_: restore._fold_log(new)  # a process of its own, told of elsewhere
FILE_EVENTS = {"os.remove", "os.rename", "os.link", "os.mkdir", "os.rmdir", "shutil.copyfile"}


class Killer:
    """Ends the process at the n-th change of a file under the data folder."""

    def __init__(self) -> None:
        self.left = 0
        sys.addaudithook(self._event)

    def step(self) -> None:
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def _event(self, event: str, args: tuple[Any, ...]) -> None:
        writing = event == "open" and isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR)
        if (event in FILE_EVENTS or writing) and str(args[0]).startswith(str(home)):
            self.step()


class WrittenOver(type(Path())):
    """A file that replaces another by being written over it."""

    def replace(self, target: Path) -> Path:
        content = self.read_bytes()
        with target.open("wb", buffering=0) as file:
            for start in range(0, len(content), 65_536):
                file.write(content[start : start + 65_536])
                KILLER.step()
        return target


def dump(folder: Path) -> str:
    """All that the database in a folder says, or what is wrong with it; and which of its documents are not there."""
    copy = folder.with_name("looked-at.sqlite3")
    for log in ("", "-wal", "-shm"):
        copy.with_name(copy.name + log).unlink(missing_ok=True)
        if (found := folder / f"hopluc.sqlite3{log}").exists():
            shutil.copy(found, copy.with_name(copy.name + log))
    database = sqlite3.connect(copy)
    try:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        rows = [database.execute(f'SELECT * FROM "{table}"').fetchall() for table in tables]  # noqa: S608
        rows.append(database.execute("PRAGMA integrity_check").fetchall())
        names = [name for (name,) in database.execute("SELECT sha256 FROM documents_documentversion")]
    except sqlite3.Error as broken:
        return f"half: {broken}"
    finally:
        database.close()
    kept = (folder / "documents" / name[:2] / name[2:4] / name for name in names)
    gone = [path.name for path in kept if not path.exists() or hashlib.sha256(path.read_bytes()).hexdigest() != path.name]
    return hashlib.sha256(f"{rows}{gone}".encode()).hexdigest() if not gone else f"half: {gone}"


def restored_in_child(last: int) -> bool:
    """Restore in a child that is killed at its `last` change (0: never). Was it killed."""
    child = os.fork()
    if child == 0:
        KILLER.left = last
        restore.restore(backup, at=timezone.now(), replace=True)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, "the child failed by itself"
    return os.WIFSIGNALED(status)


def begin_anew() -> None:
    shutil.rmtree(home, ignore_errors=True)
    shutil.copytree(original, home)


KILLER = Killer()
without = sys.argv[3:] == ["without"]
if without:
    beside = restore._beside
    restore._beside = lambda copy: WrittenOver(beside(copy))
begin_anew()
old = dump(home)
restored_in_child(0)
new = dump(home)
kills, killed, ended_old, half, wrong = 0, True, 0, [], []
while killed and not (without and half):
    begin_anew()
    killed = restored_in_child(kills + 1)
    kills += killed
    state = dump(home)
    ended_old += state == old
    if state not in {old, new}:
        half.append(f"after kill {kills}: {state}")
    restored_in_child(0)
    if dump(home) != new or [path.name for path in home.glob(".restore*")] or (home / "hopluc.sqlite3.new").exists():
        wrong.append(f"after kill {kills}")
said = {"kills": kills, "old": ended_old, "half": half, "wrong": wrong, "differ": old != new}
sys.stdout.write(json.dumps(said, ensure_ascii=False))
