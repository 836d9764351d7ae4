"""Open accounts, enter organisations and persons, note successions. (The gazetteer comes in by gazetteer.py.)"""

from datetime import date

from django.contrib.auth.password_validation import validate_password
from django.db import transaction

from hopluc.vietnamese import canonical, nfc, slug
from hopluc.web.journal.actions import amend, enter, record
from hopluc.web.people import queries
from hopluc.web.people.models import Membership, Organisation, OrganisationName, Person, Succession, User


def key_of(name: str) -> str:
    """The key a name gives an organisation."""
    return slug(canonical(nfc(name)))


@transaction.atomic
def open_account(
    organisation: Organisation,
    *,
    by: User | None,
    username: str,
    name: str,
    password: str,
    role: str,
    since: date | None = None,
    one_time: bool = False,
) -> User:
    """Open an account (mở tài khoản) with a place in an organisation. Raises ValidationError for a weak password or a name in use.

    With `one_time` the password opens no page but the one where it is changed.
    """
    user = User(username=username, name=name, is_provisional=one_time)
    validate_password(password, user)
    user.set_password(password)
    enter(user, by=by, verb="open_account")
    give_membership(organisation, by=by, user=user, role=role, since=since)
    return user


def give_membership(
    organisation: Organisation, *, by: User | None, user: User, role: str, since: date | None = None, until: date | None = None
) -> Membership:
    """Give an account a place in an organisation (giao vai trò)."""
    membership = Membership(user=user, organisation=organisation, role=role, since=since, until=until)
    return enter(membership, by=by, verb="give_membership")


def end_membership(membership: Membership, *, by: User, until: date, reason: str = "") -> Membership:
    """End an account's place in an organisation after a day (thôi vai trò); it takes effect at once."""
    return amend(membership, by=by, verb="end_membership", changes={"until": until}, reason=reason)


def close_account(user: User, *, by: User | None, reason: str = "") -> User:
    """Close an account (dừng tài khoản): it can no longer sign in, and open sessions end."""
    return amend(user, by=by, verb="close_account", changes={"is_active": False}, reason=reason)


def choose_language(user: User, *, language: str) -> User:
    """Keep in an account the language its holder reads the pages in (chọn ngôn ngữ). Raises ValidationError for one not spoken."""
    return amend(user, by=user, verb="choose_language", changes={"language": language})


@transaction.atomic
def add_organisation(
    owner: Organisation | None,
    *,
    by: User | None,
    name: str,
    kind: str = Organisation.Kind.OTHER,
    parent: Organisation | None = None,
    aliases: tuple[str, ...] = (),
) -> Organisation:
    """Enter an organisation (thêm cơ quan, đơn vị) with its other names. Raises ValidationError when the key is taken."""
    organisation = Organisation(owner=owner, key=key_of(name)[:300], name=name, kind=kind, parent=parent)
    enter(organisation, by=by, verb="add_organisation", also={"aliases": aliases})
    _name_also(organisation, aliases)
    return organisation


def find_or_add_organisation(
    owner: Organisation, *, by: User | None, name: str, kind: str = Organisation.Kind.OTHER, aliases: tuple[str, ...] = ()
) -> Organisation:
    """The organisation of this name that the owner already sees, else a new one entered for the owner."""
    known = queries.organisations_named(name, owner=owner).first()
    known = known or Organisation.objects.filter(owner=owner, key=key_of(name)[:300]).first()
    return known or add_organisation(owner, by=by, name=name, kind=kind, aliases=aliases)


def find_or_add_person(owner: Organisation, *, by: User | None, name: str, honorific: str = "", title: str = "") -> Person:
    """The one person of this name the owner has entered, else a new one. Two of one name are told apart by an officer."""
    new = Person(owner=owner, name=name, honorific=honorific, title=title)
    new.clean()
    known = list(Person.objects.filter(owner=owner, search_key=new.search_key, name=name)[:2])
    return known[0] if len(known) == 1 else enter(new, by=by, verb="add_person")


def note_succession(
    *,
    by: User | None,
    day: date,
    predecessor: Organisation,
    successor: Organisation,
    source: str,
    scope: str = Succession.Scope.ALL,
    detail: str = "",
) -> Succession:
    """Note that a body passed to another by an act (sắp xếp tổ chức bộ máy)."""
    succession = Succession(day=day, predecessor=predecessor, successor=successor, scope=scope, detail=detail, source=source)
    return enter(succession, by=by, verb="note_succession")


def _name_also(organisation: Organisation, aliases: tuple[str, ...]) -> None:
    for alias in aliases:
        other = OrganisationName(organisation=organisation, name=alias)
        other.clean()
        OrganisationName.objects.get_or_create(
            organisation=organisation, name=alias, since=None, defaults={"search_key": other.search_key}
        )


@transaction.atomic
def note_sign_in(user: User) -> None:
    """Note that an account signed in (đăng nhập)."""
    record(user, "sign_in", user)


@transaction.atomic
def note_password_change(user: User) -> None:
    """Note that an account's password was changed (đổi mật khẩu); never what to. It is its holder's own from now on."""
    if user.is_provisional:
        user.is_provisional = False
        user.save(update_fields=["is_provisional"])
    record(user, "change_password", user)
