"""The verbs of the reporting year, one function each, one line in the journal."""

from hopluc.web.returns.actions.arriving import drop_files, match_paper, send_files, send_files_by_link
from hopluc.web.returns.actions.filling import ChangedMeanwhile, Filled, save_return
from hopluc.web.returns.actions.links import Made, make_link, note_use, revoke_links
from hopluc.web.returns.actions.merging import decide_pair, leave_aside, place_sentences
from hopluc.web.returns.actions.opening import Heading, kind_of_heading, move_deadline, open_round, withdraw_round
from hopluc.web.returns.actions.receiving import correct_late, receive
from hopluc.web.returns.actions.steps import NotNow, ask_to_complete, hand_back, put_up, send, take_back

__all__ = [
    "ChangedMeanwhile",
    "Filled",
    "Heading",
    "Made",
    "NotNow",
    "ask_to_complete",
    "correct_late",
    "decide_pair",
    "drop_files",
    "hand_back",
    "kind_of_heading",
    "leave_aside",
    "make_link",
    "match_paper",
    "move_deadline",
    "note_use",
    "open_round",
    "place_sentences",
    "put_up",
    "receive",
    "revoke_links",
    "save_return",
    "send",
    "send_files",
    "send_files_by_link",
    "take_back",
    "withdraw_round",
]
