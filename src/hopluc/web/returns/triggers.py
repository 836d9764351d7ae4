"""The database itself refuses to change a return once it is received, and to change or delete a step."""

from django.db.backends.base.base import BaseDatabaseWrapper

RECEIVED = "a received return is never changed: a correction is its next version"
APPENDED = "steps of a return are never changed or deleted"
STEPS = "returns_step"

_ITS_RETURN = {
    "returns_return": "{row}.id",
    "returns_figureline": "{row}.of_return_id",
    "returns_figurecell": "(SELECT of_return_id FROM returns_figureline WHERE id = {row}.line_id)",
    "returns_sentence": "{row}.of_return_id",
    "returns_nothingarose": "{row}.of_return_id",
}
"""Of each table that holds a return, how a row leads to its return."""
_ROWS = {"INSERT": ("NEW",), "UPDATE": ("OLD", "NEW"), "DELETE": ("OLD",)}


def _fixed(table: str, verb: str) -> str:
    """The condition under which a row may not be written: its return is received."""
    said = (_ITS_RETURN[table].format(row=row) for row in _ROWS[verb])
    return " OR ".join(f"EXISTS (SELECT 1 FROM {STEPS} WHERE verb = 'received' AND of_return_id = {key})" for key in said)  # noqa: S608  our own names


def _sqlite() -> dict[str, str]:
    made = {
        f"{table}_fixed_{verb.lower()}": f"CREATE TRIGGER {table}_fixed_{verb.lower()} BEFORE {verb} ON {table} "
        f"WHEN {_fixed(table, verb)} BEGIN SELECT RAISE(ABORT, '{RECEIVED}'); END"
        for table in _ITS_RETURN
        for verb in _ROWS
    }
    for verb in ("UPDATE", "DELETE"):
        name = f"{STEPS}_no_{verb.lower()}"
        made[name] = f"CREATE TRIGGER {name} BEFORE {verb} ON {STEPS} BEGIN SELECT RAISE(ABORT, '{APPENDED}'); END"
    return made


def _postgresql() -> dict[str, str]:
    made = {}
    for table in _ITS_RETURN:
        for verb in _ROWS:
            name = f"{table}_fixed_{verb.lower()}"
            made[name] = _refusing(
                name, f"IF {_fixed(table, verb)} THEN {_raise(RECEIVED)} END IF; RETURN {_ROWS[verb][-1]};"
            ) + (f" CREATE TRIGGER {name} BEFORE {verb} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()")
        name = f"{table}_no_truncate"
        made[name] = _refusing(name, _raise(RECEIVED)) + (
            f" CREATE TRIGGER {name} BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION {name}()"
        )
    for name, when in ((f"{STEPS}_no_update", "UPDATE OR DELETE"), (f"{STEPS}_no_truncate", "TRUNCATE")):
        each = "STATEMENT" if when == "TRUNCATE" else "ROW"
        made[name] = _refusing(name, _raise(APPENDED)) + (
            f" CREATE TRIGGER {name} BEFORE {when} ON {STEPS} FOR EACH {each} EXECUTE FUNCTION {name}()"
        )
    return made


def _raise(words: str) -> str:
    return f"RAISE EXCEPTION '{words}' USING ERRCODE = 'integrity_constraint_violation';"


def _refusing(name: str, body: str) -> str:
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
            table = STEPS if name.startswith(STEPS) else name.partition("_fixed_")[0].removesuffix("_no_truncate")
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
