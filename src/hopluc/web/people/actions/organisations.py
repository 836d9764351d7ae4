"""Enter organisations and persons, open the site for an agency. (The gazetteer comes in by gazetteer.py.)"""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hopluc.vietnamese import canonical, nfc, slug
from hopluc.web.journal.actions import amend, enter
from hopluc.web.people import queries
from hopluc.web.people.actions.accounts import open_account
from hopluc.web.people.gazetteer import load_gazetteer
from hopluc.web.people.letterheads import province_in, province_of
from hopluc.web.people.models import Membership, Organisation, OrganisationName, Person, User


def key_of(name: str) -> str:
    """The key a name gives an organisation."""
    return slug(canonical(nfc(name)))


@transaction.atomic
def open_agency(*, agency: str, username: str, name: str, password: str) -> User:
    """Open the site for an agency with its first administrator (mở cơ quan): the first of an installation, or a further one.

    Raises ValidationError where the agency has an administrator, is a member of another, or the account's name is refused.
    """
    load_gazetteer(by=None)
    member = queries.members_named(agency).first()
    if member is not None:
        raise ValidationError(
            _("%(agency)s là đơn vị phối hợp của %(owner)s. Đề nghị quản trị của %(owner)s mở tài khoản trên trang.")
            % {"agency": member, "owner": member.owner}
        )
    known = queries.organisations_named(agency).first()
    if known is not None and queries.is_administered_without(known, None, timezone.localdate()):
        raise ValidationError(
            _(
                "%(agency)s đã có quản trị. Đề nghị quản trị đó mở thêm tài khoản trên trang; nếu quên mật khẩu, dùng hopluc password."
            )
            % {"agency": known}
        )
    organisation = known or add_organisation(None, by=None, name=agency, kind=Organisation.Kind.AGENCY)
    role = Membership.Role.ADMINISTRATOR
    return open_account(organisation, by=None, username=username, name=name, password=password, role=role, one_time=True)


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


def _name_also(organisation: Organisation, aliases: tuple[str, ...]) -> None:
    for alias in aliases:
        other = OrganisationName(organisation=organisation, name=alias)
        other.clean()
        OrganisationName.objects.get_or_create(
            organisation=organisation, name=alias, since=None, defaults={"search_key": other.search_key}
        )


@transaction.atomic
def add_member(owner: Organisation, *, by: User | None, name: str, kind: str = Organisation.Kind.AGENCY) -> Organisation:
    """Have another organisation work on the site beside its owner (thêm đơn vị phối hợp): the one documents have named already,
    else a new one. Raises ValidationError for one that is there already, or that has its own place on the site.
    """
    named = queries.organisations_named(name, owner=owner)
    known = named.filter(owner=owner).first() or Organisation.objects.filter(owner=owner, key=key_of(name)[:300]).first()
    known = known or named.first()
    if known is None:
        return enter(
            Organisation(owner=owner, key=key_of(name)[:300], name=name, kind=kind, is_member=True), by=by, verb="add_member"
        )
    if known.owner_id != owner.pk:
        raise ValidationError(
            {
                "name": _("%(name)s có trong danh mục chung của hệ thống. Đề nghị liên hệ người vận hành máy chủ.")
                % {"name": known}
            }
        )
    if known.is_member:
        raise ValidationError({"name": _("%(name)s đã có trong danh sách.") % {"name": known}})
    return amend(known, by=by, verb="add_member", changes={"is_member": True, "kind": kind})


def find_or_add_organisation(
    owner: Organisation, *, by: User | None, name: str, kind: str = Organisation.Kind.OTHER, aliases: tuple[str, ...] = ()
) -> Organisation:
    """The organisation of this name that the owner already sees, else a new one entered for the owner."""
    return known_organisation(owner, name) or add_organisation(owner, by=by, name=name, kind=kind, aliases=aliases)


def known_organisation(owner: Organisation, name: str) -> Organisation | None:
    """The organisation of this name that the owner already sees; None for none.

    A name that tells no place of its own is that of the owner's province, where a body of the owner's province is known by it:
    offices of one province name each other so.
    """
    known = queries.organisations_named(name, owner=owner).first()
    known = known or Organisation.objects.filter(owner=owner, key=key_of(name)[:300]).first()
    of_province = province_of(owner) if known is None and not province_in(name) else ""
    return queries.organisations_named(f"{name} {of_province}", owner=owner).first() if of_province else known


def find_or_add_person(owner: Organisation, *, by: User | None, name: str, honorific: str = "", title: str = "") -> Person:
    """The one person of this name the owner has entered, else a new one. Two of one name are told apart by an officer."""
    new = Person(owner=owner, name=name, honorific=honorific, title=title)
    new.clean()
    known = list(Person.objects.filter(owner=owner, search_key=new.search_key, name=name)[:2])
    return known[0] if len(known) == 1 else enter(new, by=by, verb="add_person")
