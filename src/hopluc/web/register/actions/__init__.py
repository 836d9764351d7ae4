"""The register's verbs, one function each: used by page, command, job and address alike; one line in the journal."""

from hopluc.web.register.actions.budget import note_budget, set_budget_aim
from hopluc.web.register.actions.money import note_money
from hopluc.web.register.actions.petitions import Answered, answer_by_letter, charge_petition, note_arrival
from hopluc.web.register.actions.programmes import (
    add_strand,
    cite_legal_basis,
    correct_programme,
    found_programme,
    link_document,
    make_statement,
    withdraw_programme,
)
from hopluc.web.register.actions.promises import add_commitment, answer_petition, put_petition, raise_petition, sign_agreement
from hopluc.web.register.actions.roles import appoint, end_role, fill_seat, form_committee, note_vacancy, withdraw_vacancy
from hopluc.web.register.actions.rows import add_evidence, correct, withdraw
from hopluc.web.register.actions.telling import join_named, say_about
from hopluc.web.register.actions.work import assign_task, assign_task_to, carry_over, note_event, note_progress, set_answers

__all__ = [
    "Answered",
    "add_commitment",
    "add_evidence",
    "add_strand",
    "answer_by_letter",
    "answer_petition",
    "appoint",
    "assign_task",
    "assign_task_to",
    "carry_over",
    "charge_petition",
    "cite_legal_basis",
    "correct",
    "correct_programme",
    "end_role",
    "fill_seat",
    "form_committee",
    "found_programme",
    "join_named",
    "link_document",
    "make_statement",
    "note_arrival",
    "note_budget",
    "note_event",
    "note_money",
    "note_progress",
    "note_vacancy",
    "put_petition",
    "raise_petition",
    "say_about",
    "set_answers",
    "set_budget_aim",
    "sign_agreement",
    "withdraw",
    "withdraw_programme",
    "withdraw_vacancy",
]
