"""The database itself refuses to change a return once it is received, and to change or delete a step."""

from hopluc.web.store.refusals import Refusals, fixed_with, never

_ITS_RETURN = {
    "returns_return": "{row}.id",
    "returns_figureline": "{row}.of_return_id",
    "returns_figurecell": "(SELECT of_return_id FROM returns_figureline WHERE id = {row}.line_id)",
    "returns_sentence": "{row}.of_return_id",
    "returns_nothingarose": "{row}.of_return_id",
}
_RECEIVED = "EXISTS (SELECT 1 FROM returns_step WHERE verb = 'received' AND of_return_id = {key})"
REFUSALS = Refusals(
    (
        *fixed_with(_ITS_RETURN, _RECEIVED, "a received return is never changed: a correction is its next version"),
        *never("returns_step", "steps of a return are never changed or deleted"),
    )
)
