"""The database itself refuses to change a trip while its report is filed: the report is taken back first."""

from hopluc.web.store.refusals import Refusal, Refusals, changed

TABLE = "manpower_delegation"
WORDS = "a trip that has been reported is changed only after its report is taken back"
_TRIP = changed(("activity_id", "direction", "agency_id", "people", "approved_on", "returned_on", "report_id", "reported_on"))
REFUSALS = Refusals(
    (
        Refusal(
            f"{TABLE}_fixed",
            TABLE,
            ("UPDATE",),
            WORDS,
            f"OLD.report_id IS NOT NULL AND NEW.report_id IS NOT NULL AND ({_TRIP})",
        ),
        Refusal(f"{TABLE}_fixed", TABLE, ("DELETE",), WORDS, "OLD.report_id IS NOT NULL"),
    )
)
