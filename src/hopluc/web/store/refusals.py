"""What the database itself refuses to write, whoever asks: the triggers of an app, said once and set on SQLite and PostgreSQL alike.

An app's `triggers.py` declares its refusals; its migrations, the making of tables (tables.py) and the tests set them and take them away.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations import RunPython

_ROWS = {"INSERT": ("NEW",), "UPDATE": ("OLD", "NEW"), "DELETE": ("OLD",)}
"""Of each way to write a row, the rows it knows; PostgreSQL wants the last one back."""


@dataclass(frozen=True)
class Refusal:
    """Writes of a table that the database refuses with these words: always, or where `when`, said of OLD and NEW, holds."""

    prefix: str
    table: str
    verbs: tuple[str, ...]
    words: str
    when: str = ""


@dataclass(frozen=True)
class Refusals:
    """The refusals of one app."""

    every: tuple[Refusal, ...]

    def step(self) -> RunPython:
        """The step of a migration that sets them, and takes them away where it is undone."""
        return RunPython(
            lambda _apps, editor: self.create(editor.connection), lambda _apps, editor: self.drop(editor.connection)
        )

    def create(self, connection: BaseDatabaseWrapper) -> None:
        """Set the triggers, on either database."""
        with connection.cursor() as cursor:
            for trigger in _triggers(self.every, connection):
                for statement in trigger.statements:
                    cursor.execute(statement)

    def drop(self, connection: BaseDatabaseWrapper) -> None:
        """Take the triggers away, as undoing the migration does, and tests that show what they are for."""
        with connection.cursor() as cursor:
            for trigger in _triggers(self.every, connection):
                of_table = f" ON {trigger.table}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {trigger.name}{of_table}")

    def present(self, connection: BaseDatabaseWrapper) -> bool:
        """Are all the triggers in place."""
        listing = (
            "SELECT tgname, tgrelid::regclass::text FROM pg_trigger WHERE tgenabled <> 'D'"
            if connection.vendor == "postgresql"
            else "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'"
        )
        with connection.cursor() as cursor:
            cursor.execute(listing)
            return {(trigger.name, trigger.table) for trigger in _triggers(self.every, connection)} <= set(cursor.fetchall())


def never(table: str, words: str, *, prefix: str = "") -> tuple[Refusal, Refusal]:
    """The refusals that let rows be added to a table and never changed or deleted."""
    prefix = prefix or f"{table}_no"
    return Refusal(prefix, table, ("UPDATE", "DELETE"), words), emptied(table, words, prefix=prefix)


def emptied(table: str, words: str, *, prefix: str = "") -> Refusal:
    """The refusal to empty a table at one stroke, which PostgreSQL alone can do."""
    return Refusal(prefix or f"{table}_no", table, ("TRUNCATE",), words)


def fixed_with(ways: Mapping[str, str], fixed: str, words: str) -> Iterator[Refusal]:
    """The refusals that fix the rows of several tables once what they belong to is fixed.

    `ways` says of each table how its `{row}` leads to the `{key}` of what it belongs to, `fixed` which of these keys are fixed.
    """
    for table, way in ways.items():
        for verb, rows in _ROWS.items():
            when = " OR ".join(fixed.format(key=way.format(row=row)) for row in rows)
            yield Refusal(f"{table}_fixed", table, (verb,), words, when)
        yield emptied(table, words)


def changed(columns: Iterable[str]) -> str:
    """The condition that a write changes one of these columns; as text, since PostgreSQL cannot compare JSON."""
    return " OR ".join(f"CAST(NEW.{column} AS text) IS DISTINCT FROM CAST(OLD.{column} AS text)" for column in columns)


@dataclass(frozen=True)
class _Trigger:
    name: str
    table: str
    statements: tuple[str, ...]


def _triggers(refusals: Iterable[Refusal], connection: BaseDatabaseWrapper) -> Iterator[_Trigger]:
    made = _of_postgresql if connection.vendor == "postgresql" else _of_sqlite
    for refusal in refusals:
        yield from made(refusal)


def _of_sqlite(refusal: Refusal) -> Iterator[_Trigger]:
    """A trigger each verb: SQLite knows no more in one, and cannot empty a table but row by row."""
    when = f"WHEN {refusal.when} " if refusal.when else ""
    for verb in refusal.verbs:
        if verb in _ROWS:
            name = f"{refusal.prefix}_{verb.lower()}"
            body = f"{when}BEGIN SELECT RAISE(ABORT, '{refusal.words}'); END"
            yield _Trigger(name, refusal.table, (f"CREATE TRIGGER {name} BEFORE {verb} ON {refusal.table} {body}",))


def _of_postgresql(refusal: Refusal) -> Iterator[_Trigger]:
    """One trigger, named after its first verb, with a function of its own: conditions of PostgreSQL's triggers hold no query."""
    first = refusal.verbs[0]
    name = f"{refusal.prefix}_{first.lower()}"
    body = f"RAISE EXCEPTION '{refusal.words}' USING ERRCODE = 'integrity_constraint_violation';"
    if refusal.when:
        body = f"IF {refusal.when} THEN {body} END IF; RETURN {_ROWS[first][-1]};"
    each = "ROW" if first in _ROWS else "STATEMENT"
    yield _Trigger(
        name,
        refusal.table,
        (
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} END $$",
            f"CREATE TRIGGER {name} BEFORE {' OR '.join(refusal.verbs)} ON {refusal.table} FOR EACH {each} EXECUTE FUNCTION {name}()",
        ),
    )
