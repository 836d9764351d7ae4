"""The database itself refuses to change or delete a line of the journal."""

from hopluc.web.store.refusals import Refusals, never

TABLE = "journal_journalentry"
REFUSALS = Refusals(never(TABLE, "journal lines are never changed or deleted", prefix="journal_no"))
