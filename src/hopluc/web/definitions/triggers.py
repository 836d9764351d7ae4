"""The database itself refuses to change or delete a version of a definition: reports name the one they were made with."""

from hopluc.web.store.refusals import Refusals, never

REFUSALS = Refusals(
    never("definitions_owndefinition", "a version of a definition is never changed: another wording is the next")
)
