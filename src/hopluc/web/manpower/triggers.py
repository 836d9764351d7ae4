"""The database itself refuses to change a trip while its report is filed: the report is taken back first."""

from django.db.backends.base.base import BaseDatabaseWrapper

REFUSAL = "a trip that has been reported is changed only after its report is taken back"
TABLE = "manpower_delegation"
COLUMNS = ("activity_id", "direction", "agency_id", "people", "approved_on", "returned_on", "report_id", "reported_on")
_CHANGED = " OR ".join(f"NEW.{column} IS DISTINCT FROM OLD.{column}" for column in COLUMNS)
_UPDATE = f"OLD.report_id IS NOT NULL AND NEW.report_id IS NOT NULL AND ({_CHANGED})"
_DELETE = "OLD.report_id IS NOT NULL"
_SQLITE = {
    f"{TABLE}_fixed_{verb.lower()}": f"BEFORE {verb} ON {TABLE} WHEN {when} BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    for verb, when in (("UPDATE", _UPDATE), ("DELETE", _DELETE))
}
_POSTGRESQL_FUNCTION = (
    "CREATE OR REPLACE FUNCTION manpower_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
)
_POSTGRESQL = {
    f"{TABLE}_fixed_{verb.lower()}": f"BEFORE {verb} ON {TABLE} FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION manpower_refuse()"
    for verb, when in (("UPDATE", _UPDATE), ("DELETE", _DELETE))
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
