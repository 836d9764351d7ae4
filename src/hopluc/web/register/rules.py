"""Who may do what in the register. Queries have already decided what is seen."""

from typing import Any

from hopluc.web.documents.models import Document
from hopluc.web.people.rules import WRITERS, writes_for_organisation, writes_for_owner
from hopluc.web.register.models import Activity, Commitment, Role

can_found_programme = writes_for_organisation
can_note_budget = writes_for_organisation


def can_write(user: Any, row: Any) -> bool:
    """An officer of the standing agency (the owner), as long as the row is not withdrawn."""
    return getattr(row, "withdrawn_at", None) is None and writes_for_owner(user, row)


can_change_programme = can_write
can_add_strand = can_write
can_assign_task = can_write
can_note_event = can_write
can_sign_agreement = can_write
can_put_petition = can_write
can_note_money = can_write
can_appoint = can_write
can_cite_legal_basis = can_write
can_make_statement = can_write
can_carry_over = can_write
can_end_role = can_write
can_withdraw = can_write
can_say_about = can_write


def can_note_progress(user: Any, row: Activity | Commitment) -> bool:
    """An officer of the owner, or of an organisation that leads or co-operates in the work, or owes the commitment."""
    if row.withdrawn_at is not None:
        return False
    if writes_for_owner(user, row):
        return True
    working = (Role.Capacity.LEAD, Role.Capacity.COOPERATING, Role.Capacity.FOCAL_POINT)
    if any(role.capacity in working and user.acts_for(role.organisation_id, WRITERS) for role in row.roles.all()):
        return True
    return isinstance(row, Commitment) and row.debtor is not None and user.acts_for(row.debtor.pk, WRITERS)


can_record_observation = can_note_progress


def can_answer_petition(user: Any, petition: Commitment) -> bool:
    """An officer of the one it is put to, or of the standing agency that files the answer received on paper."""
    if petition.kind != Commitment.Kind.PETITION or petition.withdrawn_at is not None:
        return False
    return user.acts_for(petition.recipient_id, WRITERS) or writes_for_owner(user, petition)


def can_charge_petition(user: Any, petition: Commitment) -> bool:
    """An officer of the one that put the petition or of the one it is put to: who keeps its arrival and who is charged with it."""
    return can_answer_petition(user, petition)


def can_file_letter(user: Any, letter: Document) -> bool:
    """An officer of the organisation that took the letter in."""
    return letter.withdrawn_at is None and writes_for_owner(user, letter)
