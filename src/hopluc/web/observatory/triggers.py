"""The database itself refuses to change an edition once a result of it is published: its units, series, figures, evidence and results."""

from django.db.backends.base.base import BaseDatabaseWrapper

PUBLISHED = "a published edition is never changed: a correction is an edition of its own"
RESULTS = "observatory_result"

_ITS_EDITION = {
    "observatory_edition": "{row}.id",
    "observatory_unit": "{row}.edition_id",
    "observatory_series": "{row}.edition_id",
    "observatory_result": "{row}.edition_id",
    "observatory_entry": "(SELECT edition_id FROM observatory_series WHERE id = {row}.series_id)",
    "observatory_proof": "(SELECT edition_id FROM observatory_series WHERE id = "
    "(SELECT series_id FROM observatory_entry WHERE id = {row}.entry_id))",
}
"""Of each table that belongs to an edition, how a row leads to it."""
_ROWS = {"INSERT": ("NEW",), "UPDATE": ("OLD", "NEW"), "DELETE": ("OLD",)}


def _fixed(table: str, verb: str) -> str:
    """The condition under which a row may not be written: a result of its edition is published."""
    said = (_ITS_EDITION[table].format(row=row) for row in _ROWS[verb])
    return " OR ".join(
        f"EXISTS (SELECT 1 FROM {RESULTS} AS fixed WHERE fixed.published_at IS NOT NULL AND fixed.edition_id = {key})"  # noqa: S608  our own names
        for key in said
    )


def _sqlite() -> dict[str, str]:
    return {
        f"{table}_fixed_{verb.lower()}": f"CREATE TRIGGER {table}_fixed_{verb.lower()} BEFORE {verb} ON {table} "
        f"WHEN {_fixed(table, verb)} BEGIN SELECT RAISE(ABORT, '{PUBLISHED}'); END"
        for table in _ITS_EDITION
        for verb in _ROWS
    }


def _postgresql() -> dict[str, str]:
    made = {}
    refuse = f"RAISE EXCEPTION '{PUBLISHED}' USING ERRCODE = 'integrity_constraint_violation';"
    for table in _ITS_EDITION:
        for verb in _ROWS:
            name = f"{table}_fixed_{verb.lower()}"
            body = f"IF {_fixed(table, verb)} THEN {refuse} END IF; RETURN {_ROWS[verb][-1]};"
            made[name] = _function(name, body) + (
                f" CREATE TRIGGER {name} BEFORE {verb} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"
            )
        name = f"{table}_no_truncate"
        made[name] = _function(name, refuse) + (
            f" CREATE TRIGGER {name} BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION {name}()"
        )
    return made


def _function(name: str, body: str) -> str:
    return f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} END $$;"


def _triggers(connection: BaseDatabaseWrapper) -> dict[str, str]:
    return _postgresql() if connection.vendor == "postgresql" else _sqlite()


def create(connection: BaseDatabaseWrapper) -> None:
    """Set the triggers, on either database."""
    with connection.cursor() as cursor:
        for statement in _triggers(connection).values():
            cursor.execute(statement)


def drop(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away: to undo the migration, and for tests that show what they are for."""
    with connection.cursor() as cursor:
        for name in _triggers(connection):
            table = name.partition("_fixed_")[0].removesuffix("_no_truncate")
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}" + (f" ON {table}" if connection.vendor == "postgresql" else ""))


def present(connection: BaseDatabaseWrapper) -> bool:
    """Are all the triggers in place."""
    listing = (
        "SELECT tgname FROM pg_trigger WHERE tgenabled <> 'D'"
        if connection.vendor == "postgresql"
        else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )
    with connection.cursor() as cursor:
        cursor.execute(listing)
        return set(_triggers(connection)) <= {name for (name,) in cursor.fetchall()}
