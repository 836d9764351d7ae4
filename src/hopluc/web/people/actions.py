"""Open and close accounts, enter organisations and persons, note successions. (The gazetteer comes in by gazetteer.py.)"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.contrib.auth.password_validation import validate_password
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _

from hopluc.vietnamese import canonical, nfc, slug
from hopluc.web.journal.actions import amend, enter, record
from hopluc.web.people import queries, throttle
from hopluc.web.people.gazetteer import load_gazetteer
from hopluc.web.people.models import (
    Inheritance,
    Membership,
    Organisation,
    OrganisationName,
    Person,
    Succession,
    User,
    username_of,
)

ONE_TIME_FOR = timedelta(days=7)
"""For how long a one-time password and a link of invitation wait for their holder."""
LONGEST_DEPUTY = timedelta(days=90)


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
    user = User(username=username, name=name, is_provisional=one_time, provisional_until=_lapses(by) if one_time else None)
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


def give_place(
    organisation: Organisation, *, by: User | None, username: str, role: str, until: date | None = None
) -> Membership:
    """Give an account that is there already a place in a further organisation (thêm vai trò). Raises ValidationError for an unknown
    name, a closed account, and a role it has there.
    """
    user = User.objects.filter(username=username_of(username)).first()
    if user is None or not user.is_active:
        told = _("Chưa có tài khoản đang dùng với tên này. Đề nghị kiểm tra lại, hoặc mở tài khoản mới.")
        raise ValidationError({"username": told})
    if user.memberships.holding(timezone.localdate()).filter(organisation=organisation, role=role, deputises=None).exists():
        raise ValidationError({"role": _("Tài khoản này đang có vai trò đó ở cơ quan đã chọn.")})
    return give_membership(organisation, by=by, user=user, role=role, since=timezone.localdate(), until=until)


@transaction.atomic
def end_place(membership: Membership, *, by: User, reason: str = "") -> Membership:
    """End an account's place in an organisation at once (thôi vai trò). Raises ValidationError where the organisation would be left
    without an administrator.
    """
    if membership.role == Membership.Role.ADMINISTRATOR:
        _keep_administered([membership.organisation], membership.user)
    return end_membership(membership, by=by, until=timezone.localdate() - timedelta(days=1), reason=reason)


@transaction.atomic
def deputise(membership: Membership, *, by: User, deputy: User, since: date, until: date) -> Membership:
    """Have a colleague act in one's role for some days (ủy quyền khi vắng mặt). Raises ValidationError for days gone or turned round,
    for one who is no colleague, and for one who has the role already.
    """
    if until < since or until < timezone.localdate():
        raise ValidationError({"until": _("Ngày cuối trước ngày đầu hoặc đã qua. Đề nghị kiểm tra lại hai ngày.")})
    if until - since > LONGEST_DEPUTY:
        raise ValidationError({"until": _("Mỗi lần ủy quyền tối đa 90 ngày. Đề nghị chọn lại ngày cuối.")})
    held = deputy.memberships.holding(timezone.localdate()).filter(organisation=membership.organisation, deputises=None)
    if deputy.pk == by.pk or not deputy.is_active or not held.exists():
        raise ValidationError({"deputy": _("Đề nghị chọn một người khác đang có tài khoản ở cùng cơ quan.")})
    if held.filter(role=membership.role).exists():
        raise ValidationError({"deputy": _("Người này đã có vai trò đó, không cần ủy quyền.")})
    acting = Membership(
        user=deputy, organisation=membership.organisation, role=membership.role, since=since, until=until, deputises=by
    )
    return enter(acting, by=by, verb="deputise")


def end_deputy(membership: Membership, *, by: User) -> Membership:
    """Take a role back from one's deputy at once (thôi ủy quyền)."""
    return end_membership(membership, by=by, until=timezone.localdate() - timedelta(days=1))


@transaction.atomic
def change_role(membership: Membership, *, by: User | None, role: str, reason: str = "") -> Membership:
    """Change what an account acts as in an organisation (đổi vai trò), at once. Raises ValidationError where the organisation
    would be left without an administrator.
    """
    if membership.role == Membership.Role.ADMINISTRATOR and role != membership.role:
        _keep_administered([membership.organisation], membership.user)
    return amend(membership, by=by, verb="change_role", changes={"role": role}, reason=reason)


@transaction.atomic
def renew_password(user: User, *, by: User | None, password: str) -> User:
    """Give an account a new one-time password (cấp lại mật khẩu): the old one opens nothing more, and open sessions end."""
    if not user.is_active:
        raise ValidationError(_("Tài khoản đã dừng. Đề nghị mở lại tài khoản: khi đó hệ thống cấp mật khẩu mới."))
    return _with_password(user, by=by, verb="renew_password", password=password)


@transaction.atomic
def correct_account(user: User, *, by: User | None, name: str, username: str, reason: str = "") -> User:
    """Correct an account's name and the address it signs in with (sửa tài khoản). Open sessions go on; what it did stays under it.

    Links of invitation to the old address end. Raises ValidationError for an address that is none, or another's.
    """
    changes: dict[str, object] = {"name": name, "username": username_of(username)}
    return amend(user, by=by, verb="correct_account", changes=changes, reason=reason)


@transaction.atomic
def close_account(user: User, *, by: User | None, reason: str = "") -> User:
    """Close an account (dừng tài khoản): it can no longer sign in, and open sessions end; all it did stays under its name.

    Raises ValidationError for one's own account, and where an organisation would be left without an administrator.
    """
    if by is not None and by.pk == user.pk:
        raise ValidationError(_("Tài khoản đang dùng không tự dừng được. Đề nghị nhờ một quản trị khác."))
    today = timezone.localdate()
    places = user.memberships.holding(today).filter(role=Membership.Role.ADMINISTRATOR).select_related("organisation")
    _keep_administered([place.organisation for place in places], user)
    return amend(user, by=by, verb="close_account", changes={"is_active": False}, reason=reason)


@transaction.atomic
def reopen_account(user: User, *, by: User | None, password: str, reason: str = "") -> User:
    """Open an account again that was closed (mở lại tài khoản), with a new one-time password."""
    if user.is_active:
        raise ValidationError(_("Tài khoản đang dùng, không cần mở lại."))
    return _with_password(user, by=by, verb="reopen_account", password=password, reason=reason)


def _with_password(user: User, *, by: User | None, verb: str, password: str, reason: str = "") -> User:
    validate_password(password, user)
    user.set_password(password)
    throttle.forget_account(user.username)
    changes = {"is_active": True, "is_provisional": True, "provisional_until": _lapses(by)}
    return amend(user, by=by, verb=verb, changes=changes, reason=reason)


def _lapses(by: User | None) -> datetime | None:
    """Until when a one-time password opens anything; one given on the machine itself has no end."""
    return timezone.now() + ONE_TIME_FOR if by is not None else None


def _keep_administered(organisations: list[Organisation], account: User) -> None:
    """Refuse to leave an organisation without an administrator. Two who would close each other wait for one another here."""
    keys = [organisation.pk for organisation in organisations]
    for organisation in Organisation.objects.select_for_update().filter(pk__in=keys).order_by("pk"):
        if not queries.is_administered_without(organisation, account, timezone.localdate()):
            raise ValidationError(
                _("Đây là quản trị duy nhất của %(organisation)s. Đề nghị giao vai trò quản trị cho một tài khoản khác trước.")
                % {"organisation": organisation}
            )


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


def find_or_add_organisation(
    owner: Organisation, *, by: User | None, name: str, kind: str = Organisation.Kind.OTHER, aliases: tuple[str, ...] = ()
) -> Organisation:
    """The organisation of this name that the owner already sees, else a new one entered for the owner."""
    return known_organisation(owner, name) or add_organisation(owner, by=by, name=name, kind=kind, aliases=aliases)


def known_organisation(owner: Organisation, name: str) -> Organisation | None:
    """The organisation of this name that the owner already sees; None for none."""
    known = queries.organisations_named(name, owner=owner).first()
    return known or Organisation.objects.filter(owner=owner, key=key_of(name)[:300]).first()


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
    """Note that a body passed to another by an act (sắp xếp tổ chức bộ máy). Raises ValidationError for a body passing to itself."""
    if predecessor == successor:
        raise ValidationError({"successor": _("Đơn vị kế thừa trùng với đơn vị trước sắp xếp. Đề nghị kiểm tra lại.")})
    succession = Succession(day=day, predecessor=predecessor, successor=successor, scope=scope, detail=detail, source=source)
    return enter(succession, by=by, verb="note_succession")


@transaction.atomic
def reorganise(
    owner: Organisation,
    *,
    by: User,
    day: date,
    predecessors: Iterable[str],
    successors: Iterable[str],
    source: str,
    scope: str = Succession.Scope.ALL,
    detail: str = "",
) -> list[Succession]:
    """Note one act that passed some bodies to others (ghi nhận sắp xếp), each named as typed: several to one is a merger, one to one a
    renaming or a transfer, one to several a split, of which each takes a part.

    Raises ValidationError where several pass to several (which passed to which is not said), and for a body that is not the
    user's to pass on.
    """
    before = [find_or_add_organisation(owner, by=by, name=name) for name in predecessors]
    after = [find_or_add_organisation(owner, by=by, name=name) for name in successors]
    if len(after) == 1:  # a body named on both sides goes on: the others pass to it
        before = [body for body in before if body != after[0]] or before
    if not before or not after or (len(before) > 1 and len(after) > 1):
        told = _("Mỗi lần ghi nhiều đơn vị vào một, hoặc một đơn vị thành nhiều. Đề nghị ghi từng nhóm.")
        raise ValidationError({"successors": told})
    for body in before:
        if not _may_be_passed_on(body, owner, by):
            told = _(
                "%(body)s dùng hệ thống hoặc nằm trong danh mục chung: chính cơ quan đó, hoặc danh mục, ghi nhận việc sắp xếp của mình."
            )
            raise ValidationError({"predecessors": told % {"body": body}})
    part = Succession.Scope.FUNCTION if len(after) > 1 and scope == Succession.Scope.ALL else scope
    pairs = [(old, new) for old in before for new in after]
    return [
        note_succession(by=by, day=day, predecessor=old, successor=new, source=source, scope=part, detail=detail)
        for old, new in pairs
    ]


def _may_be_passed_on(body: Organisation, owner: Organisation, by: User) -> bool:
    """Who follows a body also sees and does what it did: so only the body itself says so, or for a body without accounts, the
    organisation that entered it.
    """
    if by.acts_for(body.pk, (Membership.Role.OFFICER, Membership.Role.SECTION_HEAD, Membership.Role.LEADER)):
        return True
    return body.owner_id == owner.pk and not body.memberships.exists()


def withdraw_succession(succession: Succession, *, by: User, reason: str) -> Succession:
    """Take back a succession noted by mistake (rút ghi nhận sắp xếp): every heir is again who it was without it."""
    return amend(succession, by=by, verb="withdraw_succession", changes={"withdrawn_at": timezone.now()}, reason=reason)


@transaction.atomic
def settle_heir(
    row: Model, *, by: User, predecessor: Organisation, successor: Organisation, source: str, owner: Organisation
) -> Inheritance:
    """Say which of several heirs takes over one obligation (xác định đơn vị kế thừa); what was said before is withdrawn.

    Raises ValidationError for a body that is no candidate.
    """
    today = timezone.localdate()
    if successor.pk not in queries.line_of_bodies(today).heir(predecessor.pk, today).candidates:
        told = _("%(body)s không nằm trong các đơn vị kế thừa của %(former)s. Đề nghị chọn lại.")
        raise ValidationError({"successor": told % {"body": successor, "former": predecessor}})
    kind = ContentType.objects.get_for_model(row)
    for said in Inheritance.objects.filter(content_type=kind, object_id=row.pk, predecessor=predecessor, withdrawn_at=None):
        amend(said, by=by, verb="withdraw_heir", changes={"withdrawn_at": timezone.now()}, reason=source)
    settled = Inheritance(owner=owner, row=row, predecessor=predecessor, successor=successor, source=source)
    return enter(settled, by=by, verb="settle_heir")


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
        user.is_provisional, user.provisional_until = False, None
        user.save(update_fields=["is_provisional", "provisional_until"])
    record(user, "change_password", user)
