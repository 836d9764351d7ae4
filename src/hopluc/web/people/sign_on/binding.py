"""Which account somebody is who comes from a provider: bound once, by its holder, and by the subject alone from then on.

No account is made by signing on, and none is found by an e-mail address or a phone number but at the first binding: there they must be
verified, and be the name of the account that is signed in already or was invited.
"""

from django.contrib.auth.tokens import default_token_generator
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hopluc.web.journal.actions import record
from hopluc.web.people.models import SignOn, User, username_of
from hopluc.web.people.sign_on.identity import Identity
from hopluc.web.people.sign_on.providers import Provider


def use(identity: Identity) -> SignOn | None:
    """The binding of one who came back from a provider, noted as used; None where there is none, or its account is closed."""
    found = SignOn.objects.select_related("user").filter(issuer=identity.issuer, subject=identity.subject).first()
    if found is None or not found.user.is_active:
        return None
    found.used_at = timezone.now()
    found.save(update_fields=["used_at"])
    return found


def names(provider: Provider, identity: Identity, user: User) -> bool:
    """Do the verified claims that the provider is believed in name this account."""
    said = {"email": identity.email, "phone_number": identity.phone}
    return user.username in {username_of(said[claim]) for claim in provider.match if said[claim]}


@transaction.atomic
def bind(user: User, provider: Provider, identity: Identity) -> SignOn:
    """Bind the account that is signed in (gắn tài khoản đăng nhập một lần). Raises ValidationError where the provider names another, or one
    of the two is bound already.
    """
    if not provider.unmatched and not names(provider, identity, user):
        raise ValidationError(
            _(
                "%(provider)s chưa xác nhận thư điện tử hoặc số điện thoại trùng với tên đăng nhập của tài khoản này. "
                "Đề nghị dùng đúng tài khoản của mình, hoặc sửa tên đăng nhập trước."
            )
            % {"provider": provider.name}
        )
    return _bind(user, provider, identity)


@transaction.atomic
def accept_invitation(user: User, token: str, provider: Provider, identity: Identity) -> SignOn:
    """Take up an invitation by signing on, in place of choosing a password. Raises ValidationError for a link that is used or past, and where
    the provider does not name the account that was invited.
    """
    invited = User.objects.select_for_update().get(pk=user.pk)
    if not invited.is_active or not default_token_generator.check_token(invited, token):
        raise ValidationError(_("Liên kết này đã được dùng hoặc đã hết hạn. Đề nghị quản trị của cơ quan cấp lại mật khẩu."))
    if not names(provider, identity, invited):
        raise ValidationError(
            _(
                "%(provider)s chưa xác nhận thư điện tử hoặc số điện thoại được mời. Đề nghị dùng đúng tài khoản, hoặc đặt mật khẩu."
            )
            % {"provider": provider.name}
        )
    made = _bind(invited, provider, identity)
    invited.set_unusable_password()
    invited.is_provisional, invited.provisional_until = False, None
    invited.save(update_fields=["password", "is_provisional", "provisional_until"])
    return made


def _bind(user: User, provider: Provider, identity: Identity) -> SignOn:
    User.objects.select_for_update().get(pk=user.pk)
    if SignOn.objects.filter(issuer=identity.issuer, subject=identity.subject).exclude(user=user).exists():
        raise ValidationError(
            _("Tài khoản này của %(provider)s đã gắn với một tài khoản khác ở đây.") % {"provider": provider.name}
        )
    bound = SignOn.objects.filter(issuer=identity.issuer, user=user).first()
    if bound is not None:
        if bound.subject == identity.subject:
            return bound
        raise ValidationError(
            _("Tài khoản ở đây đã gắn với một tài khoản khác của %(provider)s. Đề nghị gỡ trước.") % {"provider": provider.name}
        )
    made = SignOn.objects.create(user=user, provider=provider.key, issuer=identity.issuer, subject=identity.subject)
    record(user, "bind_sign_on", made, after={"provider": provider.key, "subject": identity.subject})
    return made


@transaction.atomic
def unbind(bound: SignOn, *, by: User) -> None:
    """Sign on no more by a provider (gỡ tài khoản đăng nhập một lần). Raises ValidationError where the account has no password."""
    user = User.objects.select_for_update().get(pk=bound.user_id)
    others = user.sign_ons.exclude(pk=bound.pk).exists() or user.passkeys.filter(refused_at=None).exists()
    if not user.has_usable_password() and not others:
        raise ValidationError(
            _(
                "Tài khoản chưa có mật khẩu, gỡ thì không đăng nhập được nữa. Đề nghị quản trị của cơ quan cấp lại mật khẩu trước."
            )
        )
    _take_off(bound, by=by)


def unbind_all(user: User, *, by: User | None) -> None:
    """Take all of an account's names at providers off, as when its password is given anew: who had the old one may have bound them."""
    for bound in user.sign_ons.all():
        _take_off(bound, by=by)


def _take_off(bound: SignOn, *, by: User | None) -> None:
    record(by, "unbind_sign_on", bound, before={"provider": bound.provider, "subject": bound.subject})
    bound.delete()


def is_second_step(provider: Provider, identity: Identity) -> bool:
    """Was it signed on in a way that the settings take for a second step too."""
    return identity.acr in provider.acr or not provider.amr.isdisjoint(identity.amr)
