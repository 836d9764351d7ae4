"""The database itself refuses to change an edition once a result of it is published: its units, series, figures, evidence and results."""

from hopluc.web.store.refusals import Refusals, fixed_with

_ITS_EDITION = {
    "observatory_edition": "{row}.id",
    "observatory_unit": "{row}.edition_id",
    "observatory_series": "{row}.edition_id",
    "observatory_result": "{row}.edition_id",
    "observatory_entry": "(SELECT edition_id FROM observatory_series WHERE id = {row}.series_id)",
    "observatory_proof": "(SELECT edition_id FROM observatory_series WHERE id = "
    "(SELECT series_id FROM observatory_entry WHERE id = {row}.entry_id))",
}
_PUBLISHED = (
    "EXISTS (SELECT 1 FROM observatory_result AS fixed WHERE fixed.published_at IS NOT NULL AND fixed.edition_id = {key})"
)
WORDS = "a published edition is never changed: a correction is an edition of its own"
REFUSALS = Refusals(tuple(fixed_with(_ITS_EDITION, _PUBLISHED, WORDS)))
