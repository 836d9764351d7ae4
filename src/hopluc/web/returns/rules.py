"""Who may do what with rounds and returns. Between peers nobody approves: the standing agency receives, or asks to complete."""

from collections.abc import Iterable

from django.utils import timezone

from hopluc.web.journal.models import JournalEntry
from hopluc.web.people.models import Membership, User
from hopluc.web.people.rules import WRITERS, writes_for_organisation, writes_for_owner
from hopluc.web.returns.models import Return, ReturnLink, Round, Step

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

OUT = frozenset({Verb.SENT, Verb.ASKED, Verb.RECEIVED})
"""Where the agency that asked has it before it."""

OF_AGENCY = frozenset({Verb.BEGUN, Verb.TO_SECTION, Verb.TO_LEADER, Verb.BACK, Verb.SENT, Verb.TAKEN_BACK})
"""Steps that, taken on the page, an account of the agency itself took."""

can_open_round = writes_for_organisation


def can_run_round(user: User, round_: Round) -> bool:
    """Drop files, match them, urge, move the deadline, merge: officers and leaders of the agency that asks."""
    return round_.withdrawn_at is None and writes_for_owner(user, round_)


def verb_of(row: Return) -> str | None:
    """Where a return stands now: what was done with it last; None where nothing was."""
    last = max(row.steps.all(), key=lambda step: step.pk, default=None)  # fetched once, where a page asks many rules
    return last.verb if last else None


def is_of_agency(user: User, row: Return) -> bool:
    """Does the user belong to the agency whose return it is, or to the body that has taken it over."""
    return not row.bodies.isdisjoint(user.standing)


def acts_for_agency(user: User, row: Return, roles: Iterable[str]) -> bool:
    """Does the user hold one of these roles there."""
    return any(user.acts_for(body, roles) for body in row.bodies)


def is_begun_by_agency(row: Return) -> bool:
    """Has an account of the agency itself taken a step with it or written in it: from then on it is the agency's own until it is sent.

    An account that once was the agency's counts as its own, so that who leaves opens nothing to others.
    """
    if row.steps.filter(verb__in=OF_AGENCY, way=Step.Way.PAGE, by__isnull=False).exists():
        return True
    lines = JournalEntry.objects.filter(object_type=row._meta.label_lower, object_id=str(row.pk), verb="save_return")
    writers = User.objects.filter(pk__in=lines.values("actor"))
    return any(is_of_agency(one, row) or one.memberships.filter(organisation__in=row.bodies).exists() for one in writers)


def can_read_content(user: User, row: Return) -> bool:
    """Its own agency always; the agency that asked, once it was sent, or while it fills it in on the other's behalf."""
    if is_of_agency(user, row):
        return True
    first = row.steps.order_by("pk").first()
    sent = verb_of(row) in OUT
    on_behalf = first is not None and first.way == Step.Way.BEHALF and not is_begun_by_agency(row)
    return bool(row.owner_id in user.standing and (sent or first is None or on_behalf))


def can_fill(user: User, row: Return) -> bool:
    """Officers of the agency, as far as it has been put up: then its heads, then its leaders."""
    stands = verb_of(row)
    if stands not in UNSENT:
        return False
    who = LEADERS if stands == Verb.TO_LEADER else HEADS if stands == Verb.TO_SECTION else WRITERS
    return acts_for_agency(user, row, who)


def can_fill_on_behalf(user: User, row: Return) -> bool:
    """Officers of the agency that asked, with the source they have it from, until the agency itself begins."""
    return can_run_round(user, row.round) and verb_of(row) in UNSENT and can_read_content(user, row)


def can_put_up(user: User, row: Return) -> bool:
    """Put it up to the section's head or the agency's leader; a leader has nobody above to put it up to."""
    return can_fill(user, row) and verb_of(row) != Verb.TO_LEADER and not acts_for_agency(user, row, LEADERS)


def can_hand_back(user: User, row: Return) -> bool:
    """Hand it back inside the agency: whoever it was put up to."""
    return can_fill(user, row) and verb_of(row) in FROM[Verb.BACK]


def can_send(user: User, row: Return) -> bool:
    """Send it out of the agency: its leaders alone."""
    return verb_of(row) in FROM[Verb.SENT] and acts_for_agency(user, row, LEADERS)


def can_take_back(user: User, row: Return) -> bool:
    """Take back what was sent, until it is received: heads and leaders of the agency."""
    return verb_of(row) in FROM[Verb.TAKEN_BACK] and acts_for_agency(user, row, HEADS)


def can_decide(user: User, row: Return) -> bool:
    """Press for it to be received, whether or not a colleague was quicker: officers and leaders of the agency that asked."""
    return can_run_round(user, row.round)


def can_receive(user: User, row: Return) -> bool:
    """Receive it: officers and leaders of the agency that asked."""
    return verb_of(row) in FROM[Verb.RECEIVED] and can_run_round(user, row.round)


can_ask_to_complete = can_receive


def can_correct_late(user: User, row: Return) -> bool:
    """Begin a correction of what was received: the agency's own writers, or the agency that asked on its behalf."""
    return verb_of(row) == Verb.RECEIVED and (acts_for_agency(user, row, WRITERS) or can_run_round(user, row.round))


def can_make_link(user: User, row: Return) -> bool:
    """Make or revoke the private link: the agency that asked, and the agency's own writers."""
    return can_run_round(user, row.round) or acts_for_agency(user, row, WRITERS)


def is_link_of_agency(link: ReturnLink, row: Return) -> bool:
    """Was the link made by the agency whose return it opens: by one of its accounts on that day, or of who took its place."""
    maker = link.made_by
    if maker is None:
        return False
    held = set(maker.memberships.holding(timezone.localdate(link.made_at)).values_list("organisation", flat=True))
    own = not row.bodies.isdisjoint(held)
    return own or (is_of_agency(maker, row) and link.owner_id not in held)


def can_read_by_link(link: ReturnLink, row: Return) -> bool:
    """A link of the agency itself opens its return always; one of the agency that asked, until the agency begins from an account."""
    return verb_of(row) in OUT or is_link_of_agency(link, row) or not is_begun_by_agency(row)


def can_send_files_by_link(link: ReturnLink, row: Return) -> bool:
    """Send files by the link while it may be filled in by it, and the signed copy of what is sent and not received yet."""
    return can_fill_by_link(link, row) or verb_of(row) == Verb.SENT


def can_send_files(user: User, row: Return) -> bool:
    """Send files from an account of the agency: its writers, until the return is received."""
    return verb_of(row) in UNSENT | {Verb.SENT} and acts_for_agency(user, row, WRITERS)


def can_fill_by_link(link: ReturnLink, row: Return) -> bool:
    """Fill in and send by the link what is not put up inside the agency, nor, by another's link, begun in the agency's account."""
    return verb_of(row) in BY_LINK and (is_link_of_agency(link, row) or not is_begun_by_agency(row))
