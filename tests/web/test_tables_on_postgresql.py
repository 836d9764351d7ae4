"""On PostgreSQL too the tables of a new database come from the models, and are those the migrations make."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.core.management import call_command
from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import ConnectionHandler
from pytest_django import DjangoDbBlocker

from hopluc.web.commands import prepare
from hopluc.web.store.tables import is_new

Schema = dict[tuple[str, str], str]
Brought = tuple[Schema, dict[str, int]]
pytestmark = pytest.mark.skipif(connection.vendor != "postgresql", reason="asks PostgreSQL of its catalogue")

ASKED = """
SELECT 'column', format('%s.%s', attrelid::regclass, attname),
    concat_ws(' ', format_type(atttypid, atttypmod), attnotnull, attidentity, pg_get_expr(adbin, adrelid))
  FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
  WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND attnum > 0 AND NOT attisdropped
UNION ALL SELECT 'constraint', format('%s.%s', conrelid::regclass, conname), pg_get_constraintdef(oid)
  FROM pg_constraint WHERE connamespace = 'public'::regnamespace
UNION ALL SELECT 'index', indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
UNION ALL SELECT 'trigger', format('%s.%s', tgrelid::regclass, tgname), pg_get_triggerdef(oid)
  FROM pg_trigger WHERE NOT tgisinternal
UNION ALL SELECT 'function', proname, pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
"""
OF_DJANGO = ("column", "auth_group_permissions.id")
"""Of a table nobody here writes in, Django's own migration makes the number of a row longer than its model says."""


def schema(of: BaseDatabaseWrapper) -> Schema:
    """Columns, constraints, indexes, triggers and functions of a database, each with what it says."""
    with of.cursor() as cursor:
        cursor.execute(ASKED)
        return {(kind, name): says for kind, name, says in cursor.fetchall() if (kind, name) != OF_DJANGO}


def held(of: BaseDatabaseWrapper) -> dict[str, int]:
    """How many rows each table holds."""
    counted = {}
    with of.cursor() as cursor:
        for name in of.introspection.table_names():
            cursor.execute(f'SELECT count(*) FROM "{name}"')  # noqa: S608
            counted[name] = cursor.fetchone()[0]
    return counted


@contextmanager
def a_new_database(name: str) -> Iterator[BaseDatabaseWrapper]:
    """A new database on the same server in the place of the tests' own, as a command that makes its tables has it."""
    own = connections["default"]
    told = {**own.settings_dict, "NAME": f"{own.settings_dict['NAME']}_{name}"}
    with own._nodb_cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{told["NAME"]}"')
    connections["default"] = ConnectionHandler({"default": told})["default"]
    try:
        yield connections["default"]
    finally:
        connections["default"].close()
        connections["default"] = own
        with own._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE "{told["NAME"]}"')


@pytest.fixture(scope="module")
def brought(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Brought:
    """What the migrations make of a new database."""
    with django_db_blocker.unblock(), a_new_database("migrated") as there:
        call_command("migrate", verbosity=0, interactive=False)
        return schema(there), held(there)


def test_a_new_database_is_made_as_its_migrations_would(db: None, brought: Brought) -> None:
    with a_new_database("made") as there:
        new = is_new(there)
        prepare()
        made, rows, still_new = schema(there), held(there), is_new(there)

    assert made == brought[0]
    assert rows == brought[1]
    assert (new, still_new, rows["django_content_type"] > 0) == (True, False, True)


def test_the_database_of_the_tests_is_one_of_the_migrations(db: None, brought: Brought) -> None:
    assert schema(connection) == brought[0]


@pytest.mark.parametrize(
    ("undoing", "missing"),
    [
        ("DROP TRIGGER journal_no_update ON journal_journalentry", ("trigger", "journal_journalentry.journal_no_update")),
        ("DROP INDEX one_heir_of_an_obligation", ("index", "one_heir_of_an_obligation")),
        ("ALTER TABLE returns_sentence DROP COLUMN text", ("column", "returns_sentence.text")),
        (
            "ALTER TABLE register_progress DROP CONSTRAINT progress_waits_for_one_thing",
            ("constraint", "register_progress.progress_waits_for_one_thing"),
        ),
    ],
)
def test_a_thing_that_is_missing_is_seen(db: None, brought: Brought, undoing: str, missing: tuple[str, str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(undoing)

    assert brought[0].keys() - schema(connection).keys() == {missing}
