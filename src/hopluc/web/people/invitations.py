"""Invitations: a link by which the holder of an account chooses its password, shown to the administrator and sent where mail is set up."""

from smtplib import SMTPException

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import send_mail
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext as _

from hopluc.web.people.models import User
from hopluc.web.people.second_factor import take_off


def invitation_to(account: User) -> str:
    """The address at which an account's password is chosen: good once, for PASSWORD_RESET_TIMEOUT, until another password is given."""
    key = urlsafe_base64_encode(force_bytes(account.pk))
    return reverse("set_password", args=[key, default_token_generator.make_token(account)])


def mail_invitation(account: User, link: str) -> bool:
    """Send the link to an account that is an e-mail address. Was it sent: not where mail is not set up, or fails."""
    text = _(
        "Kính gửi %(name)s.\n\n"
        "Tài khoản sử dụng hệ thống theo dõi chương trình hợp tác khoa học và công nghệ đã được mở. "
        "Đề nghị đặt mật khẩu tại liên kết dưới đây trong %(days)s ngày:\n\n%(link)s\n\n"
        "Tên đăng nhập: %(username)s.\n\nTrân trọng."
    ) % {"name": account.name, "days": settings.PASSWORD_RESET_TIMEOUT // 86_400, "link": link, "username": account.username}
    return _mail(account, text)


def take_off_and_tell(account: User, *, by: User, reason: str) -> User:
    """Take a lost device off an account, and tell its holder: by mail where that is set up; at the next sign-in in any case."""
    take_off(account, by=by, reason=reason)
    text = _(
        "Kính gửi %(name)s.\n\n"
        "%(by)s đã gỡ thiết bị xác thực hai bước của tài khoản %(username)s. Lý do: %(reason)s\n\n"
        "Nếu không đề nghị việc này, đề nghị đổi mật khẩu và báo ngay cho quản trị của cơ quan.\n\nTrân trọng."
    ) % {"name": account.name, "by": by.name, "username": account.username, "reason": reason}
    _mail(account, text)
    return account


def _mail(account: User, text: str) -> bool:
    if not settings.EMAIL_HOST or "@" not in account.username:
        return False
    try:
        return bool(send_mail(_("Tài khoản Hợp Lực"), text, None, [account.username]))
    except (SMTPException, OSError):
        return False
