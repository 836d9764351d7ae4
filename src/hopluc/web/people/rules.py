"""Who belongs where, and what follows: the predicates other rules are made of."""

from typing import Any

from hopluc.web.people.models import Membership, Organisation, User

WRITERS = frozenset({Membership.Role.OFFICER, Membership.Role.SECTION_HEAD, Membership.Role.LEADER})
DECIDERS = frozenset({Membership.Role.LEADER})
ADMINISTRATORS = frozenset({Membership.Role.ADMINISTRATOR})


def writes_for_owner(user: User, row: Any) -> bool:
    """May the user write what this row's owner owns."""
    return user.acts_for(row.owner_id, WRITERS)


def decides_for_owner(user: User, row: Any) -> bool:
    """May the user decide (agree, issue) for this row's owner."""
    return user.acts_for(row.owner_id, DECIDERS)


def writes_for_organisation(user: User, organisation: Organisation) -> bool:
    """May the user write in an organisation's name."""
    return user.acts_for(organisation.pk, WRITERS)


def administers_organisation(user: User, organisation: Organisation) -> bool:
    """May the user open and close accounts of an organisation."""
    return user.acts_for(organisation.pk, ADMINISTRATORS)


def is_self(user: User, account: User) -> bool:
    """Is the account the user's own."""
    return account.pk == user.pk
