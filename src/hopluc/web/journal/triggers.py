"""The database itself refuses to change or delete a line of the journal."""

from django.db.backends.base.base import BaseDatabaseWrapper

TABLE = "journal_journalentry"
REFUSAL = "journal lines are never changed or deleted"

_SQLITE = {
    "journal_no_update": f"BEFORE UPDATE ON {TABLE} BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END",
    "journal_no_delete": f"BEFORE DELETE ON {TABLE} BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END",
}
_POSTGRESQL_FUNCTION = (
    "CREATE OR REPLACE FUNCTION journal_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
)
_POSTGRESQL = {
    "journal_no_update": f"BEFORE UPDATE OR DELETE ON {TABLE} FOR EACH ROW EXECUTE FUNCTION journal_refuse()",
    "journal_no_truncate": f"BEFORE TRUNCATE ON {TABLE} FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse()",
}
_LISTED_BY_SQLITE = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s"
_LISTED_BY_POSTGRESQL = "SELECT tgname FROM pg_trigger WHERE tgrelid = (%s)::regclass AND tgenabled <> 'D'"


def create(connection: BaseDatabaseWrapper) -> None:
    """Set the triggers, on either database."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_POSTGRESQL_FUNCTION)
        for name, body in _triggers(connection).items():
            cursor.execute(f"CREATE TRIGGER {name} {body}")


def drop(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away: to undo the migration, and for tests that show what they are for."""
    on_table = f" ON {TABLE}" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        for name in _triggers(connection):
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on_table}")


def present(connection: BaseDatabaseWrapper) -> bool:
    """Are all the triggers in place."""
    listing = _LISTED_BY_POSTGRESQL if connection.vendor == "postgresql" else _LISTED_BY_SQLITE
    with connection.cursor() as cursor:
        cursor.execute(listing, [TABLE])
        return set(_triggers(connection)) <= {name for (name,) in cursor.fetchall()}


def _triggers(connection: BaseDatabaseWrapper) -> dict[str, str]:
    return _POSTGRESQL if connection.vendor == "postgresql" else _SQLITE
