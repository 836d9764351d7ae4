"""Signing in, changing one's password; what an administrator types about accounts and organisations."""

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hopluc.web.gate.edge import client_address
from hopluc.web.pages.asking import Day, offer_persons
from hopluc.web.pages.crud import AskForm
from hopluc.web.people import throttle
from hopluc.web.people.models import Membership, Organisation, User
from hopluc.web.people.queries import colleagues_of, organisations_administered_by

REFUSED = _(
    "Tên đăng nhập hoặc mật khẩu chưa đúng, hoặc tài khoản tạm thời không nhận đăng nhập. Đề nghị kiểm tra lại; "
    "sau nhiều lần chưa đúng, chờ 15 phút rồi thử lại, hoặc liên hệ quản trị của cơ quan."
)


NOT_PASSWORD = _("Mật khẩu đang dùng chưa đúng. Đề nghị nhập lại; sau nhiều lần chưa đúng, chờ 15 phút rồi thử lại.")


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

    def confirm_login_allowed(self, user: Any) -> None:
        """Also refuse a one-time password that was not used in time; said only to one who knows it."""
        super().confirm_login_allowed(user)
        if throttle.has_lapsed(user):
            raise ValidationError(_("Mật khẩu dùng một lần này đã hết hạn. Đề nghị quản trị của cơ quan cấp lại mật khẩu."))

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

    def clean_old_password(self) -> str:
        old: str = self.cleaned_data["old_password"]
        if not throttle.is_password(self.user, old):
            raise ValidationError(NOT_PASSWORD, code="password_incorrect")
        return old

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("new_password1") and cleaned.get("new_password1") == cleaned.get("old_password"):
            self.add_error("new_password1", _("Mật khẩu mới trùng với mật khẩu đang dùng. Đề nghị chọn mật khẩu khác."))
        return cleaned


ROLES = _(
    "Người xem: chỉ xem. Chuyên viên, lãnh đạo phòng: xem, ghi. Lãnh đạo: xem, ghi, quyết định. Quản trị: mở, dừng tài khoản; không ghi vào sổ."
)


class OpenAccount(AskForm):
    """Whose account, where, and as what."""

    organisation = forms.ModelChoiceField(Organisation.objects.none(), label=_("Cơ quan, đơn vị"), empty_label=None)
    name = forms.CharField(label=_("Họ và tên"), max_length=200)
    username = forms.CharField(
        label=_("Thư điện tử hoặc số điện thoại"),
        max_length=150,
        help_text=_("Dùng làm tên đăng nhập."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
    )
    role = forms.ChoiceField(
        label=_("Vai trò"), choices=Membership.Role.choices, initial=Membership.Role.OFFICER, help_text=ROLES
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = organisations_administered_by(self.user)  # type: ignore[attr-defined]
        self.fields["organisation"].initial = self.given


class WithPassword(AskForm):
    """A form that asks for one's own password too."""

    password = forms.CharField(
        label=_("Mật khẩu đang dùng"),
        strip=False,
        max_length=1000,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        password = cleaned.pop("password", None)
        if "password" in self.fields and not throttle.is_password(self.user, password or ""):
            self.add_error("password", NOT_PASSWORD)
        return cleaned


class CorrectAccount(WithPassword):
    """The name and the address to sign in with; of one's own account, one's password too."""

    field_order = ("name", "username", "reason", "password")

    name = forms.CharField(label=_("Họ và tên"), max_length=200)
    username = forms.CharField(
        label=_("Thư điện tử hoặc số điện thoại"),
        max_length=150,
        help_text=_("Dùng làm tên đăng nhập từ lần sau."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
    )
    reason = forms.CharField(label=_("Căn cứ, lý do"), max_length=2_000, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].initial, self.fields["username"].initial = self.given.name, self.given.username
        if self.given.pk != self.user.pk:
            del self.fields["password"]


class ChangeRole(AskForm):
    """As what from now on, and why."""

    role = forms.ChoiceField(label=_("Vai trò"), choices=Membership.Role.choices, help_text=ROLES)
    reason = forms.CharField(label=_("Căn cứ, lý do"), required=False, max_length=2_000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].initial = self.given.role


class GivePlace(AskForm):
    """Whose account, as what, until when."""

    username = forms.CharField(
        label=_("Tên đăng nhập của tài khoản đã có"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
    )
    role = forms.ChoiceField(
        label=_("Vai trò"), choices=Membership.Role.choices, initial=Membership.Role.OFFICER, help_text=ROLES
    )
    until = Day(label=_("Đến hết ngày (để trống nếu không có hạn)"), required=False)


class Deputise(AskForm):
    """Who stands in, from which day to which."""

    deputy = forms.ModelChoiceField(User.objects.none(), label=_("Người được ủy quyền"), empty_label=None)
    since = Day(label=_("Từ ngày"))
    until = Day(label=_("Đến hết ngày"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["deputy"].label_from_instance = lambda account: account.name  # type: ignore[attr-defined]
        offer_persons(self.fields["deputy"], colleagues_of(self.given))
        self.fields["since"].initial = timezone.localdate()


class AddMember(AskForm):
    """Which organisation, of what kind."""

    KINDS = (
        Organisation.Kind.AGENCY, Organisation.Kind.UNIT, Organisation.Kind.AUTHORITY, Organisation.Kind.MINISTRY,
        Organisation.Kind.PARTY, Organisation.Kind.ACADEMY, Organisation.Kind.INSTITUTE, Organisation.Kind.UNIVERSITY,
        Organisation.Kind.ENTERPRISE, Organisation.Kind.SOCIETY, Organisation.Kind.OTHER,
    )  # fmt: skip
    name = forms.CharField(
        label=_("Tên đầy đủ"),
        max_length=300,
        help_text=_("Như trong văn bản, có tên địa phương: Sở Công Thương thành phố Vĩnh Hà."),
    )
    kind = forms.ChoiceField(label=_("Loại"), choices=[(kind.value, kind.label) for kind in KINDS])
