"""The tables made straight from the models are those the migrations make."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import ConnectionHandler

from hopluc.web.database import sqlite_at
from hopluc.web.register.models import Progress
from hopluc.web.tables import make_tables

Schema = dict[tuple[str, str], Any]
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


@pytest.fixture
def migrated(db: None) -> Schema:
    """What the migrations made: the tests' own database."""
    return schema(connection)


@pytest.fixture
def made(migrated: Schema, tmp_path: Path) -> Iterator[BaseDatabaseWrapper]:
    """A file made from the models, in the place of the tests' own database, as a command that makes one for itself has it."""
    site = connections["default"]
    connections["default"] = ConnectionHandler({"default": sqlite_at(tmp_path / "made.sqlite3")})["default"]
    make_tables(connections["default"])
    yield connections["default"]
    connections["default"].close()
    connections["default"] = site


@only_a_file
def test_tables_made_from_the_models_are_those_of_the_migrations(made: BaseDatabaseWrapper, migrated: Schema) -> None:
    assert schema(made) == migrated


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
def test_a_site_given_a_made_database_has_no_migration_left_to_do(made: BaseDatabaseWrapper) -> None:
    executor = MigrationExecutor(made)

    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []
