"""Who belongs where, and what follows: the predicates other rules are made of."""

from typing import Any

from django.utils import timezone

from hopluc.web.people.models import AccessKey, Membership, Organisation, User

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


def administers(user: User) -> bool:
    """Does the user look after the accounts of any organisation."""
    return bool(user.administered)


def administers_organisation(user: User, organisation: Organisation) -> bool:
    """May the user open and close accounts of an organisation: its own administrator, or its owner's where it has none."""
    return organisation.pk in user.administered


can_open_account = administers_organisation


def can_add_member(user: User, organisation: Organisation) -> bool:
    """May the user have further organisations work on the site beside this one."""
    return user.acts_for(organisation.pk, ADMINISTRATORS)


def can_look_after(user: User, account: User) -> bool:
    """Is the account another's, and everywhere it acts today administered by the user."""
    today = timezone.localdate()
    places = [place.organisation_id for place in account.memberships.all() if place.holds(today)]
    return not is_self(user, account) and user.administered.issuperset(places)


def can_close_account(user: User, account: User) -> bool:
    """An account that is open."""
    return account.is_active and can_look_after(user, account)


can_renew_password = can_close_account


def can_take_off_device(user: User, account: User) -> bool:
    """Of an account in use that one looks after and that has a device."""
    return bool(account.second_factor) and can_close_account(user, account)


def can_correct_account(user: User, account: User) -> bool:
    """One's own; another's by whoever looks after it."""
    return account.is_active and (is_self(user, account) or can_look_after(user, account))


def can_reopen_account(user: User, account: User) -> bool:
    """An account that was closed and still bears a name."""
    return not account.is_active and not account.is_erased and can_look_after(user, account)


def can_change_role(user: User, membership: Membership) -> bool:
    """Another's role in an organisation the user administers, while it holds it."""
    today = timezone.localdate()
    return membership.holds(today) and membership.organisation_id in user.administered and not is_self(user, membership.user)


def can_end_place(user: User, membership: Membership) -> bool:
    """The same, and not a deputy's place: that is the one's who gave it."""
    return membership.deputises_id is None and can_change_role(user, membership)


def can_deputise(user: User, membership: Membership) -> bool:
    """One's own role today, unless one holds it for another, it is the administrator's, or it only looks."""
    kept = (Membership.Role.ADMINISTRATOR, Membership.Role.VIEWER)
    lent = membership.deputises_id is not None or membership.role in kept
    return is_self(user, membership.user) and not lent and membership.holds(timezone.localdate())


def can_end_deputy(user: User, membership: Membership) -> bool:
    """The one who gave it, or the organisation's administrator; as long as it lasts."""
    lasts = membership.deputises_id is not None and (membership.until is None or membership.until >= timezone.localdate())
    return lasts and (membership.deputises_id == user.pk or membership.organisation_id in user.administered)


def is_self(user: User, account: User) -> bool:
    """Is the account the user's own."""
    return account.pk == user.pk


def can_revoke_key(user: User, key: AccessKey) -> bool:
    """One's own, until it is taken back."""
    return is_self(user, key.user) and key.revoked_at is None
