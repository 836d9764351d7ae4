"""The database itself refuses to change or delete what a colleague answered; only that it was taken over is noted once."""

from hopluc.web.store.refusals import Refusal, Refusals, changed, emptied

TABLE = "inquiries_proposal"
WORDS = "what was answered is never changed or deleted, and taken over once"
_ANSWERED = changed(("item_id", "at", "figures", "text", "said"))
REFUSALS = Refusals(
    (
        Refusal(f"{TABLE}_no", TABLE, ("UPDATE",), WORDS, f"OLD.taken_at IS NOT NULL OR {_ANSWERED}"),
        Refusal(f"{TABLE}_no", TABLE, ("DELETE",), WORDS),
        emptied(TABLE, WORDS),
    )
)
