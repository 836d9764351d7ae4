"""Who may ask colleagues for lines of a return, and take over what they answer: those who may fill it in."""

from typing import Any

from hopluc.web.inquiries.models import Inquiry
from hopluc.web.people.rules import WRITERS
from hopluc.web.returns.models import Return
from hopluc.web.returns.rules import UNSENT, acts_for_agency, can_fill, is_of_agency, verb_of

can_see = is_of_agency


def can_ask(user: Any, row: Return) -> bool:
    """Officers of the agency, while the return is theirs to fill in."""
    return can_fill(user, row)


def can_take_over(user: Any, inquiry: Inquiry) -> bool:
    """Whoever may fill in the return now."""
    return can_fill(user, inquiry.of_return)


def can_send_back(user: Any, inquiry: Inquiry) -> bool:
    """The same, of one that was answered and whose link still stands."""
    return inquiry.has_answer and can_take_over(user, inquiry)


def can_revoke(user: Any, inquiry: Inquiry) -> bool:
    """Any officer of the agency, until it is revoked."""
    return inquiry.revoked_at is None and acts_for_agency(user, inquiry.of_return, WRITERS)


def takes_answers(inquiry: Inquiry) -> bool:
    """May it be answered by its link: as long as the return has not left the agency."""
    return verb_of(inquiry.of_return) in UNSENT
