"""Intake's verbs, one function each: used by page, command and job alike; one line in the journal."""

from hopluc.web.intake.actions.arriving import clear_incoming, note_source, read_on, read_upload, take_in
from hopluc.web.intake.actions.finding import READER, compare, join_programme, join_programmes, propose, read_again
from hopluc.web.intake.actions.settling import (
    Confirmed,
    Settled,
    add,
    confirm,
    confirm_certain,
    postpone_check,
    reopen,
    say_what_it_is_about,
    settle_check,
    skip,
    skip_rest,
)

__all__ = [
    "READER",
    "Confirmed",
    "Settled",
    "add",
    "clear_incoming",
    "compare",
    "confirm",
    "confirm_certain",
    "join_programme",
    "join_programmes",
    "note_source",
    "postpone_check",
    "propose",
    "read_again",
    "read_on",
    "read_upload",
    "reopen",
    "say_what_it_is_about",
    "settle_check",
    "skip",
    "skip_rest",
    "take_in",
]
