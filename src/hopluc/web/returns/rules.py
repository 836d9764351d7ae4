"""Who may do what with rounds and returns. Between peers nobody approves: the standing agency receives, or asks to complete."""

from hopluc.web.people.models import Membership, User
from hopluc.web.people.rules import WRITERS, writes_for_organisation, writes_for_owner
from hopluc.web.returns.models import Return, Round, Step

Verb = Step.Verb
HEADS = frozenset({Membership.Role.SECTION_HEAD, Membership.Role.LEADER})
LEADERS = frozenset({Membership.Role.LEADER})
UNSENT = frozenset({None, Verb.BEGUN, Verb.TO_SECTION, Verb.TO_LEADER, Verb.BACK, Verb.TAKEN_BACK, Verb.ASKED})
"""Where a return stands while it is still the agency's own to change; None: nothing was done yet."""
FROM = {
    Verb.BEGUN: UNSENT,
    Verb.TO_SECTION: UNSENT - {Verb.TO_SECTION, Verb.TO_LEADER},
    Verb.TO_LEADER: UNSENT - {Verb.TO_LEADER},
    Verb.BACK: frozenset({Verb.TO_SECTION, Verb.TO_LEADER}),
    Verb.SENT: UNSENT,
    Verb.TAKEN_BACK: frozenset({Verb.SENT}),
    Verb.ASKED: frozenset({Verb.SENT}),
    Verb.RECEIVED: frozenset({Verb.SENT}),
}
"""From where each step may be taken."""

BY_LINK = UNSENT - {Verb.TO_SECTION, Verb.TO_LEADER}
"""Where a private link may fill it in: what was put up inside the agency goes on there."""

can_open_round = writes_for_organisation


def can_run_round(user: User, round_: Round) -> bool:
    """Drop files, match them, urge, move the deadline, merge: officers and leaders of the agency that asks."""
    return round_.withdrawn_at is None and writes_for_owner(user, round_)


def verb_of(row: Return) -> str | None:
    """Where a return stands now: what was done with it last; None where nothing was."""
    last = row.steps.order_by("pk").last()
    return last.verb if last else None


def is_of_agency(user: User, row: Return) -> bool:
    """Does the user belong to the agency whose return it is."""
    return row.agency_id in user.standing


def can_read_content(user: User, row: Return) -> bool:
    """Its own agency always; the agency that asked, once it was sent, or while it fills it in on the other's behalf."""
    if is_of_agency(user, row):
        return True
    first = row.steps.order_by("pk").first()
    sent = verb_of(row) in {Verb.SENT, Verb.ASKED, Verb.RECEIVED}
    on_behalf = first is not None and first.way == Step.Way.BEHALF
    return bool(row.owner_id in user.standing and (sent or first is None or on_behalf))


def can_fill(user: User, row: Return) -> bool:
    """Officers of the agency, as far as it has been put up: then its heads, then its leaders."""
    stands = verb_of(row)
    if stands not in UNSENT:
        return False
    who = LEADERS if stands == Verb.TO_LEADER else HEADS if stands == Verb.TO_SECTION else WRITERS
    return user.acts_for(row.agency_id, who)


def can_fill_on_behalf(user: User, row: Return) -> bool:
    """Officers of the agency that asked, with the source they have it from, until the agency itself begins."""
    return can_run_round(user, row.round) and verb_of(row) in UNSENT and can_read_content(user, row)


def can_put_up(user: User, row: Return) -> bool:
    """Put it up to the section's head or the agency's leader."""
    return can_fill(user, row) and verb_of(row) != Verb.TO_LEADER


def can_hand_back(user: User, row: Return) -> bool:
    """Hand it back inside the agency: whoever it was put up to."""
    return can_fill(user, row) and verb_of(row) in FROM[Verb.BACK]


def can_send(user: User, row: Return) -> bool:
    """Send it out of the agency: its leaders alone."""
    return verb_of(row) in FROM[Verb.SENT] and user.acts_for(row.agency_id, LEADERS)


def can_take_back(user: User, row: Return) -> bool:
    """Take back what was sent, until it is received: heads and leaders of the agency."""
    return verb_of(row) in FROM[Verb.TAKEN_BACK] and user.acts_for(row.agency_id, HEADS)


def can_decide(user: User, row: Return) -> bool:
    """Press for it to be received, whether or not a colleague was quicker: officers and leaders of the agency that asked."""
    return can_run_round(user, row.round)


def can_receive(user: User, row: Return) -> bool:
    """Receive it: officers and leaders of the agency that asked."""
    return verb_of(row) in FROM[Verb.RECEIVED] and can_run_round(user, row.round)


can_ask_to_complete = can_receive


def can_correct_late(user: User, row: Return) -> bool:
    """Begin a correction of what was received: the agency's own writers, or the agency that asked on its behalf."""
    return verb_of(row) == Verb.RECEIVED and (user.acts_for(row.agency_id, WRITERS) or can_run_round(user, row.round))


def can_make_link(user: User, row: Return) -> bool:
    """Make or revoke the private link: the agency that asked, and the agency's own writers."""
    return can_run_round(user, row.round) or user.acts_for(row.agency_id, WRITERS)
