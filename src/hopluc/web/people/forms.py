"""Signing in, and changing one's password."""

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from hopluc.web.edge import client_address
from hopluc.web.people import throttle

REFUSED = _(
    "Tên đăng nhập hoặc mật khẩu chưa đúng, hoặc tài khoản tạm thời không nhận đăng nhập. Đề nghị kiểm tra lại; "
    "sau nhiều lần chưa đúng, chờ 15 phút rồi thử lại, hoặc liên hệ quản trị của cơ quan."
)


class SignIn(AuthenticationForm):
    """Name and password. One answer for a wrong name, a wrong password, a closed account and too many tries."""

    username = forms.CharField(
        label=_("Thư điện tử hoặc số điện thoại"),
        max_length=150,
        widget=forms.TextInput(attrs={"autofocus": True, "autocomplete": "username", "autocapitalize": "none"}),
    )
    password = forms.CharField(
        label=_("Mật khẩu"),
        strip=False,
        max_length=1000,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    error_messages = {"invalid_login": REFUSED, "inactive": REFUSED}  # noqa: RUF012, as Django declares it

    def clean(self) -> dict[str, Any]:
        assert self.request is not None
        username, address = self.cleaned_data.get("username", ""), client_address(self.request)
        if throttle.is_throttled(username, address):
            raise ValidationError(REFUSED, code="invalid_login")
        try:
            cleaned = super().clean()
        except ValidationError:
            throttle.note_failure(username, address)
            raise
        throttle.forget_failures(username, address)
        return cleaned


class ChangePassword(PasswordChangeForm):
    """The old password and a new one, which is another: a one-time password is not kept by typing it again."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("new_password1") and cleaned.get("new_password1") == cleaned.get("old_password"):
            self.add_error("new_password1", _("Mật khẩu mới trùng với mật khẩu đang dùng. Đề nghị chọn mật khẩu khác."))
        return cleaned
