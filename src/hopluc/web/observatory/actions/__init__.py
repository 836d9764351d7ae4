"""The verbs of the room of indices, one function each, one line in the journal."""

from hopluc.web.observatory.actions.checking import ask_for_more, check_figures, note_accepted
from hopluc.web.observatory.actions.computing import (
    COMPUTE,
    Announced,
    carry_out,
    compute_edition,
    note_official,
    publish_result,
    review_result,
)
from hopluc.web.observatory.actions.editions import NewUnit, correct_edition, name_suppliers, open_edition, withdraw_edition
from hopluc.web.observatory.actions.entering import Given, Odd, attach_proof, detach_proof, enter_figures, mark_of
from hopluc.web.observatory.actions.frameworks import add_framework, read_framework, shipped
from hopluc.web.observatory.actions.profiles import PROFILES, ask_for_profiles, make_profiles, profile_name
from hopluc.web.observatory.actions.sheets import TakenIn, hand_in_figures

__all__ = [
    "COMPUTE",
    "PROFILES",
    "Announced",
    "Given",
    "NewUnit",
    "Odd",
    "TakenIn",
    "add_framework",
    "ask_for_more",
    "ask_for_profiles",
    "attach_proof",
    "carry_out",
    "check_figures",
    "compute_edition",
    "correct_edition",
    "detach_proof",
    "enter_figures",
    "hand_in_figures",
    "make_profiles",
    "mark_of",
    "name_suppliers",
    "note_accepted",
    "note_official",
    "open_edition",
    "profile_name",
    "publish_result",
    "read_framework",
    "review_result",
    "shipped",
    "withdraw_edition",
]
