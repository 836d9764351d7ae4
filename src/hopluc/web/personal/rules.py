"""Who may see what is kept of a person, take it out and have it erased."""

from hopluc.web.people.models import Person, User
from hopluc.web.people.rules import can_look_after


def can_take_out(user: User, account: User) -> bool:
    """Whoever looks after the account, everywhere it acts."""
    return can_look_after(user, account)


def can_erase_account(user: User, account: User) -> bool:
    """Of an account that was closed and still bears a name."""
    return can_take_out(user, account) and not account.is_active and not account.is_erased


def can_erase_person(user: User, person: Person) -> bool:
    """Of a person one's own office entered; once, unless something was entered since."""
    return person.owner_id in user.administered
