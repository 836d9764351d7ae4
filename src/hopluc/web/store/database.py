"""Which database: SQLite inside the data folder, or PostgreSQL by one setting.

SQLite before 3.51.3 can corrupt a write-ahead log that several processes reset at once; there the rollback journal is used
instead. The `pysqlite3` wheel, where present, brings a newer SQLite than Python's own.
"""

import sqlite3
import sys
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.utils.dateparse import parse_date

SAFE_WAL = (3, 51, 3)
"""The first SQLite whose write-ahead log is safe under several processes."""

MEGABYTE = 1024 * 1024


def take_newer_sqlite() -> None:
    """Let Django's SQLite backend find `pysqlite3` under the name `sqlite3`, where that is newer."""
    try:
        import pysqlite3  # not on every platform
    except ImportError:
        return
    if pysqlite3.sqlite_version_info > sqlite3.sqlite_version_info:
        sys.modules["sqlite3"] = pysqlite3
        sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2


@lru_cache(maxsize=20_000)  # fifty years
def _day(said: bytes) -> date | None:
    return parse_date(said.decode())


def remember_days() -> None:
    """Read each day of SQLite's once, as Django reads it: a list of ten thousand rows holds but some hundred days."""
    sqlite_module().register_converter("date", _day)


def sqlite_module() -> Any:
    """The SQLite that Django uses, to open a database beside it: two libraries in one process must not meet in one file."""
    return sys.modules["sqlite3"]


def sqlite_version() -> tuple[int, ...]:
    """The version of the SQLite library that Django will use."""
    version: tuple[int, ...] = sys.modules["sqlite3"].sqlite_version_info
    return version


def journal_mode(version: tuple[int, ...]) -> str:
    """`WAL` where it is safe under several processes, else `DELETE` (the rollback journal)."""
    return "WAL" if version >= SAFE_WAL else "DELETE"


def sqlite_at(file: Path) -> dict[str, Any]:
    """Settings for one SQLite file: a write transaction takes its lock at the start, and a commit is on disk when confirmed."""
    pragmas = {
        "journal_mode": journal_mode(sqlite_version()),
        "synchronous": "FULL",
        "foreign_keys": "ON",
        "secure_delete": "ON",  # a name withdrawn is overwritten, not only unlinked
        "cache_size": -32_000,  # KiB
        "temp_store": "MEMORY",
        "journal_size_limit": 64 * MEGABYTE,
    }
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(file),
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": ";".join(f"PRAGMA {name}={value}" for name, value in pragmas.items()),
        },
    }


PLANNED_FOR = "-c jit=off -c random_page_cost=1.1"
"""How PostgreSQL is to plan our queries: tables of a department lie in memory or on a solid disk, where a look into an index costs little
more than the next row; and what compiles a long expression takes longer than the rows of it ever do.
"""


def database_at(url: str, home: Path) -> dict[str, Any]:
    """Settings for the database a URL names.

    An empty `url` is `hopluc.sqlite3` in `home`, which is made where it is not there; `sqlite:///FILE` another file; `postgresql://USER:PASSWORD@HOST:PORT/NAME?OPTION=…`
    a PostgreSQL server, where `host=FOLDER` among the options names a socket folder, and `options=` what its sessions are set to instead of
    PLANNED_FOR (nothing, before a pooler that takes no settings). Raises ValueError for any other.
    """
    parts = urlsplit(url)
    if not url:
        home.mkdir(parents=True, exist_ok=True)
        return sqlite_at(home / "hopluc.sqlite3")
    if parts.scheme == "sqlite":
        return sqlite_at(Path(unquote(parts.path)))
    if parts.scheme not in {"postgresql", "postgres"}:
        raise ValueError(f"HOPLUC_DATABASE_URL: {parts.scheme or url!r} không phải sqlite hay postgresql.")
    options = {"options": PLANNED_FOR} | dict(parse_qsl(parts.query, keep_blank_values=True))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }
