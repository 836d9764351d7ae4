"""Open and close accounts, give and end their places in organisations, note that they signed in."""

from datetime import date, datetime, timedelta

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hopluc.web.journal.actions import amend, enter, record
from hopluc.web.people import queries, throttle
from hopluc.web.people.access_keys import revoke_all
from hopluc.web.people.models import Membership, Organisation, User, username_of
from hopluc.web.people.sign_on.binding import unbind_all

ONE_TIME_FOR = timedelta(days=7)
"""For how long a one-time password and a link of invitation wait for their holder."""
LONGEST_DEPUTY = timedelta(days=90)


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
    if user.is_erased:
        raise ValidationError(_("Dữ liệu của tài khoản này đã xóa. Đề nghị mở tài khoản mới."))
    return _with_password(user, by=by, verb="reopen_account", password=password, reason=reason)


def _with_password(user: User, *, by: User | None, verb: str, password: str, reason: str = "") -> User:
    validate_password(password, user)
    user.set_password(password)
    throttle.forget_account(user.username)
    revoke_all(user, by=by)
    unbind_all(user, by=by)
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
