"""The database itself refuses to change or delete what a colleague answered; only that it was taken over is noted once."""

from django.db.backends.base.base import BaseDatabaseWrapper

REFUSAL = "what was answered is never changed or deleted, and taken over once"
TABLE = "inquiries_proposal"
_CONTENT = " OR ".join(
    f"CAST(NEW.{column} AS text) IS DISTINCT FROM CAST(OLD.{column} AS text)"
    for column in ("item_id", "at", "figures", "text", "said")
)
_UPDATE = f"OLD.taken_at IS NOT NULL OR {_CONTENT}"
_SQLITE = {
    f"{TABLE}_no_update": f"BEFORE UPDATE ON {TABLE} WHEN {_UPDATE} BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END",
    f"{TABLE}_no_delete": f"BEFORE DELETE ON {TABLE} BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END",
}
_POSTGRESQL_FUNCTION = (
    "CREATE OR REPLACE FUNCTION inquiries_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
)
_POSTGRESQL = {
    f"{TABLE}_no_update": f"BEFORE UPDATE ON {TABLE} FOR EACH ROW WHEN ({_UPDATE}) EXECUTE FUNCTION inquiries_refuse()",
    f"{TABLE}_no_delete": f"BEFORE DELETE ON {TABLE} FOR EACH ROW EXECUTE FUNCTION inquiries_refuse()",
    f"{TABLE}_no_truncate": f"BEFORE TRUNCATE ON {TABLE} FOR EACH STATEMENT EXECUTE FUNCTION inquiries_refuse()",
}


def create(connection: BaseDatabaseWrapper) -> None:
    """Set the triggers, on either database."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_POSTGRESQL_FUNCTION)
        for name, body in _triggers(connection).items():
            cursor.execute(f"CREATE TRIGGER {name} {body}")


def drop(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away: to undo the migration, and for tests that show what they are for."""
    with connection.cursor() as cursor:
        for name in _triggers(connection):
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}" + (f" ON {TABLE}" if connection.vendor == "postgresql" else ""))


def _triggers(connection: BaseDatabaseWrapper) -> dict[str, str]:
    return _POSTGRESQL if connection.vendor == "postgresql" else _SQLITE
