"""What is checked of the database before the site starts: a SQLite whose log is safe, and a journal that refuses changes."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, Warning  # noqa: A004 — Django's own names
from django.db import connections

from hopluc.web.journal import triggers
from hopluc.web.store.database import SAFE_WAL, journal_mode, sqlite_version


def check_database(databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """W001: an old SQLite, so the slower rollback journal. E001: a migrated database whose journal could be rewritten."""
    found: list[CheckMessage] = []
    for alias in databases or ():
        connection = connections[alias]
        if connection.vendor == "sqlite":
            found += advice_on_sqlite(sqlite_version())
        if triggers.TABLE in connection.introspection.table_names() and not triggers.REFUSALS.present(connection):
            found.append(
                Error(
                    "Cơ sở dữ liệu không chặn việc sửa, xóa nhật ký. Khởi động lại bằng hopluc serve để nâng cấp cơ sở dữ liệu.",
                    id="hopluc.E001",
                )
            )
    return found


def advice_on_sqlite(version: tuple[int, ...]) -> list[CheckMessage]:
    """W001 for a SQLite whose write-ahead log is not safe under several processes."""
    if journal_mode(version) == "WAL":
        return []
    said, safe = (".".join(map(str, parts)) for parts in (version, SAFE_WAL))
    return [Warning(f"SQLite {said} < {safe}: dùng rollback journal thay cho WAL. Cài gói pysqlite3.", id="hopluc.W001")]
