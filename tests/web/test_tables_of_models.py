"""The tables made straight from the models are those the migrations make."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import ConnectionHandler, OperationalError
from pytest_django import DjangoDbBlocker

from hopluc.web.commands import prepare
from hopluc.web.register.models import Progress
from hopluc.web.store.database import sqlite_at
from hopluc.web.store.tables import is_new, make_tables

Schema = dict[tuple[str, str], Any]
Brought = tuple[Schema, dict[str, int]]
only_a_file = pytest.mark.skipif(connection.vendor != "sqlite", reason="only a SQLite file is made from the models")


def parts(statement: str) -> list[str]:
    """A CREATE TABLE as its columns and constraints, in the order of their words: a column added later stands last, and says the same."""
    said, depth, words = [], 0, ""
    inside = statement[statement.index("(") + 1 : statement.rindex(")")]
    for letter in inside:
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if letter == "," and not depth:
            said.append(words)
            words = ""
        else:
            words += letter
    return sorted(" ".join(part.split()) for part in (*said, words))


def schema(of: BaseDatabaseWrapper) -> Schema:
    """Everything SQLite knows of a database: tables, indexes, triggers, each with what it says."""
    with of.cursor() as cursor:
        cursor.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {(kind, name): parts(sql) if kind == "table" else sql for kind, name, sql in cursor.fetchall()}


@contextmanager
def in_its_place(path: Path) -> Iterator[BaseDatabaseWrapper]:
    """A new file in the place of the tests' own database, as a command that makes one for itself has it."""
    site = connections["default"]
    connections["default"] = ConnectionHandler({"default": sqlite_at(path)})["default"]
    try:
        yield connections["default"]
    finally:
        connections["default"].close()
        connections["default"] = site


def held(of: BaseDatabaseWrapper) -> dict[str, int]:
    """How many rows each table holds."""
    with of.cursor() as cursor:
        return {name: cursor.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in of.introspection.table_names()}  # noqa: S608


@pytest.fixture(scope="module")
def brought(django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory) -> Brought:
    """What the migrations make of a new file."""
    with django_db_blocker.unblock(), in_its_place(tmp_path_factory.mktemp("migrated") / "migrated.sqlite3") as file:
        call_command("migrate", verbosity=0, interactive=False)
        return schema(file), held(file)


@pytest.fixture
def migrated(brought: Brought) -> Schema:
    return brought[0]


@pytest.fixture(scope="module")
def made_once(django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file made from the models."""
    path = tmp_path_factory.mktemp("made") / "made.sqlite3"
    with django_db_blocker.unblock(), in_its_place(path) as file:
        make_tables(file)
    return path


@pytest.fixture
def made(db: None, made_once: Path, tmp_path: Path) -> Iterator[BaseDatabaseWrapper]:
    """A file made from the models, of one's own."""
    with in_its_place(Path(shutil.copy(made_once, tmp_path))) as file:
        yield file


@only_a_file
def test_tables_made_from_the_models_are_those_of_the_migrations(made: BaseDatabaseWrapper, migrated: Schema) -> None:
    assert schema(made) == migrated


@only_a_file
def test_the_database_of_the_tests_is_one_of_the_migrations(db: None, migrated: Schema) -> None:
    assert schema(connection) == migrated


@only_a_file
@pytest.mark.parametrize(
    ("undoing", "missing"),
    [
        ("DROP TRIGGER journal_no_update", ("trigger", "journal_no_update")),
        ("DROP INDEX one_heir_of_an_obligation", ("index", "one_heir_of_an_obligation")),
        ("DROP TABLE returns_sentence", ("table", "returns_sentence")),
    ],
)
def test_a_thing_that_is_missing_is_seen(
    made: BaseDatabaseWrapper, migrated: Schema, undoing: str, missing: tuple[str, str]
) -> None:
    with made.cursor() as cursor:
        cursor.execute(undoing)

    assert missing in migrated.keys() - schema(made).keys()


@only_a_file
def test_a_constraint_that_is_missing_is_seen(
    made: BaseDatabaseWrapper, migrated: Schema, monkeypatch: pytest.MonkeyPatch
) -> None:
    (gone,) = [one for one in Progress._meta.constraints if one.name == "progress_waits_for_one_thing"]
    monkeypatch.setattr(Progress._meta, "constraints", [one for one in Progress._meta.constraints if one != gone])
    with made.schema_editor() as editor:
        editor.remove_constraint(Progress, gone)

    here = schema(made)
    assert [name for name in migrated if migrated[name] != here[name]] == [("table", "register_progress")]


@only_a_file
def test_tables_are_made_whole_or_not_at_all(db: None, tmp_path: Path) -> None:
    in_the_way = apps.get_models()[-1]._meta.db_table

    with in_its_place(tmp_path / "made.sqlite3") as file:
        file.cursor().execute(f"CREATE TABLE {in_the_way} (id integer)")
        with pytest.raises(OperationalError):
            make_tables(file)
        left = file.introspection.table_names()

    assert left == [in_the_way]


@only_a_file
def test_a_new_file_holds_the_rows_the_migrations_put_in(db: None, brought: Brought, tmp_path: Path) -> None:
    with in_its_place(tmp_path / "new.sqlite3") as file:
        prepare()
        rows = held(file)

    assert rows == brought[1]
    assert rows["django_content_type"] > 0


@only_a_file
def test_only_a_file_with_nothing_in_it_is_new(made: BaseDatabaseWrapper, tmp_path: Path) -> None:
    with in_its_place(tmp_path / "new.sqlite3") as file:
        new = is_new(file)

    assert (new, is_new(made)) == (True, False)


@only_a_file
def test_a_site_given_a_made_database_has_no_migration_left_to_do(made: BaseDatabaseWrapper) -> None:
    executor = MigrationExecutor(made)

    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []
