"""The second step of signing in: no other page opens before it; its pages, where a device is set up, changed, and taken off."""

import logging
from collections.abc import Callable
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext_lazy as _

from hopluc.web.gate.edge import client_address
from hopluc.web.people import ceremonies, second_factor, throttle
from hopluc.web.people.ceremonies import PasskeyCopied, PasskeyRefused
from hopluc.web.people.models import SecondFactor, SignOn, User

logger = logging.getLogger(__name__)

PASSED = "second_factor"
"""Where a session notes which second step opened it."""
PROVIDER = "provider "
OPENED_BY = "opened_by_binding"
"""Where a session notes the binding to a provider that opened it: it lasts no longer than that."""
PROVED, PROOF_LASTS = "proved_at", 10 * 60
"""Where a session notes when its holder last said who it is, and for how many seconds that is enough to change what one signs in by."""
SALT = "device_salt"
BEFORE = ("second_step", "set_up_device", "register_passkey", "passkey_question", "prove", "sign_out", "set_language")
"""The addresses open to an account that has given its password only; and where a one-time password is changed, while it is one."""
NOT_RIGHT = _("Mã chưa đúng hoặc đã dùng. Đề nghị nhập mã mới nhất; sau nhiều lần chưa đúng, chờ 15 phút rồi thử lại.")
KEY_NOT_RIGHT = _("Khóa đăng nhập chưa được chấp nhận. Đề nghị thử lại, hoặc dùng cách khác.")
KEY_COPIED = _(
    "Bộ đếm của khóa này đi lùi, có thể khóa đã bị sao chép; khóa đã bị ngừng. Đề nghị dùng cách khác, gỡ khóa này rồi báo quản trị của cơ quan."
)


class Password(forms.Form):
    """The password, of one who has no second step."""

    password = forms.CharField(
        label=_("Mật khẩu đang dùng"),
        strip=False,
        max_length=1000,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password", "autofocus": True}),
    )


class Code(forms.Form):
    """The code of now, or a recovery code; or what a passkey answered."""

    answered = "code"
    """The field that a passkey's answer stands for."""
    answer = forms.CharField(required=False, max_length=ceremonies.LONGEST_ANSWER, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.data.get("answer"):
            self.fields[self.answered].required = False

    code = forms.CharField(
        label=_("Mã trên thiết bị, hoặc mã dự phòng"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autofocus": True, "autocapitalize": "none"}),
    )


class FirstCode(Code):
    """The code a device shows that is being set up: no key's answer stands for it."""

    answer = None  # type: ignore[assignment]  # so Django leaves a field of the parent out

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].required, self.fields["code"].label = True, _("Mã trên thiết bị")


class NextCode(Code):
    """The code of a device that is to stand for another, and a code of that one: a session left open takes no device of anyone's."""

    answered = "now"
    now = forms.CharField(
        label=_("Mã trên thiết bị đang dùng, hoặc mã dự phòng"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autocapitalize": "none"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = _("Mã trên thiết bị mới")


def ask_for_second_step(answer: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Lead an account that has a device, or needs one, to the second step: no other page opens before."""

    def asking(request: HttpRequest) -> HttpResponseBase:
        user: Any = request.user
        if user.is_authenticated and not _is_still_bound(request, user):
            logout(request)
            return redirect("sign_in")
        if not user.is_authenticated or has_passed(request, user) or _opens_before(request, user):
            return answer(request)
        step = reverse("second_step" if user.second_factor else "set_up_device")
        wanted = request.get_full_path() if request.method in ("GET", "HEAD") else "/"
        return redirect(f"{step}?{urlencode({'next': wanted})}")

    return asking


def _is_still_bound(request: HttpRequest, user: User) -> bool:
    """Is the binding there by which this session was opened; one opened otherwise needs none."""
    binding = request.session.get(OPENED_BY)
    return binding is None or user.sign_ons.filter(pk=binding).exists()


def _opens_before(request: HttpRequest, user: User) -> bool:
    """Who knows no more than the password must not change it; a one-time password opens nothing else, so that it is changed first."""
    names = (*BEFORE, "change_password") if user.is_provisional else BEFORE
    return request.path in {reverse(name) for name in names}


def has_passed(request: HttpRequest, user: User) -> bool:
    """Was the second step taken in this session, or is none needed."""
    passed = request.session.get(PASSED, "")
    if user.second_factor:
        return bool(passed == user.second_factor)
    return not second_factor.is_needed(user) or (passed.startswith(PROVIDER) and _is_bound(passed, user))


def _is_bound(passed: str, user: User) -> bool:
    return user.sign_ons.filter(pk=int(passed.removeprefix(PROVIDER))).exists()


def wanted(request: HttpRequest) -> str:
    """The page of this site that was asked for before the step, by its path."""
    said = request.POST.get("next") or request.GET.get("next") or "/"
    if not said.startswith("/"):  # `redirect` would look for a page of that name
        return "/"
    return said if url_has_allowed_host_and_scheme(said, {request.get_host()}, require_https=request.is_secure()) else "/"


@login_required
def second_step(request: HttpRequest) -> HttpResponse:
    """Give the code of one's device, or use a passkey."""
    user: Any = request.user
    if not user.second_factor or has_passed(request, user):
        return redirect(wanted(request))
    form = Code(request.POST or None)
    if form.is_valid() and _is_right(request, form):
        note_passed(request, user)
        return redirect(wanted(request))
    told = _(
        "Mở ứng dụng xác thực trên thiết bị đã thiết lập và nhập mã 6 chữ số đang hiện. Không có thiết bị: nhập một mã dự phòng."
    )
    return _asked(request, form, {"heading": _("Xác thực hai bước"), "told": told, "button": _("Tiếp tục"), "lost": True})


@login_required
def prove(request: HttpRequest) -> HttpResponse:
    """Say again who one is, before what one signs in by is changed: a session left open changes nothing of it."""
    user: Any = request.user
    if user.second_factor and not has_passed(request, user):
        return redirect("second_step")
    form: Code | Password = (Code if user.second_factor else Password)(request.POST or None)
    if form.is_valid() and (_is_right(request, form) if isinstance(form, Code) else _is_password(request, form)):
        note_proved(request)
        return redirect(wanted(request))
    told = _("Để thay đổi cách đăng nhập, đề nghị xác nhận lại.")
    if not user.second_factor and not user.has_usable_password():
        told = _("Tài khoản này không có mật khẩu: đề nghị đăng xuất, đăng nhập một lần lại, rồi làm tiếp trong 10 phút.")
    return _asked(request, form, {"heading": _("Xác nhận lại"), "told": told, "button": _("Tiếp tục")})


def to_prove(request: HttpRequest) -> HttpResponse:
    """Lead one who has not said so lately to do it, and back here."""
    return redirect(f"{reverse('prove')}?{urlencode({'next': request.get_full_path()})}")


def note_proved(request: HttpRequest) -> None:
    """Note in the session that its holder has just said who it is."""
    request.session[PROVED] = int(timezone.now().timestamp())


def proved_lately(request: HttpRequest) -> bool:
    """Has the holder said so some minutes ago at most."""
    at = int(request.session.get(PROVED, 0))
    return 0 <= int(timezone.now().timestamp()) - at <= PROOF_LASTS


def _is_right(request: HttpRequest, form: Code, field: str = "code") -> bool:
    """Is the code in the form right, or the key's answer; guessing codes is as slow as guessing passwords."""
    user: Any = request.user
    if form.cleaned_data.get("answer"):
        return _is_ours(request, form, user)
    if _tried(request, f"second step of {user.pk}", lambda: second_factor.accepts(user, form.cleaned_data[field])):
        return True
    form.add_error(field, NOT_RIGHT)
    return False


def _is_password(request: HttpRequest, form: Password) -> bool:
    user: Any = request.user
    if _tried(request, user.username, lambda: bool(user.check_password(form.cleaned_data["password"]))):
        return True
    form.add_error("password", _("Mật khẩu đang dùng chưa đúng."))
    return False


def _tried(request: HttpRequest, name: str, is_right: Callable[[], bool]) -> bool:
    address = client_address(request)
    if not throttle.is_throttled(name, address) and is_right():
        throttle.forget_failures(name, address)
        return True
    throttle.note_failure(name, address)
    return False


def _is_ours(request: HttpRequest, form: Code, user: User) -> bool:
    from hopluc.web.people import passkeys  # fido2 is loaded only where a key is used

    try:
        passkeys.prove(ceremonies.answered(request, "prove"), form.cleaned_data["answer"], of=user)
    except PasskeyRefused as refused:
        form.add_error(None, why(refused))
        return False
    return True


def why(refused: PasskeyRefused) -> Any:
    """What the holder of a key is told that was refused; the log is told more."""
    logger.warning("passkey refused: %s", refused)
    return KEY_COPIED if isinstance(refused, PasskeyCopied) else KEY_NOT_RIGHT


def note_passed(request: HttpRequest, user: User) -> None:
    """Note in a session of a new name that the second step was taken, with what the account has today."""
    request.session.cycle_key()
    request.session[PASSED] = user.second_factor
    note_proved(request)


def note_provider(request: HttpRequest, bound: SignOn) -> None:
    """Note in a session that a provider of sign-on took the second step; good as long as the account is bound to it."""
    request.session[PASSED] = bound.user.second_factor or f"{PROVIDER}{bound.pk}"


@login_required
def set_up_device(request: HttpRequest) -> HttpResponse:
    """Show what a device is to be told, take its first code (and one of the device before), then show the recovery codes, once."""
    user: Any = request.user
    if user.second_factor and not has_passed(request, user):
        return redirect("second_step")
    salt = request.session.setdefault(SALT, second_factor.new_salt())
    form = (NextCode if user.second_factor else FirstCode)(request.POST or None)
    if form.is_valid() and (not user.second_factor or _is_right(request, form, "now")):
        codes = second_factor.set_up(user, salt=salt, code=form.cleaned_data["code"])
        if codes is not None:
            del request.session[SALT]
            note_passed(request, user)
            return render(request, "people/recovery_codes.html", {"codes": codes, "next": wanted(request)})
        form.add_error("code", NOT_RIGHT)
    address = second_factor.address_of(salt, user)
    context = {
        "form": form,
        "picture": second_factor.picture_of(address),
        "secret": second_factor.in_groups(second_factor.secret_of(salt)),
        "needed": second_factor.is_needed(user),
        "before": SecondFactor.objects.filter(user=user).select_related("taken_off_by").first(),
        "next": wanted(request),
        "passkeys": _has_passkeys_here(request),
    }
    return render(request, "people/set_up_device.html", context, status=400 if form.errors else 200)


@login_required
def recovery_codes(request: HttpRequest) -> HttpResponse:
    """New recovery codes, by a code of the device or a passkey."""
    user: Any = request.user
    if not user.second_factor:
        raise PermissionDenied
    form = Code(request.POST or None)
    if form.is_valid() and _is_right(request, form):
        context = {"codes": second_factor.renew_codes(user), "next": reverse("own_account")}
        return render(request, "people/recovery_codes.html", context)
    heading, told = _("Cấp lại mã dự phòng"), _("Các mã dự phòng cũ hết dùng.")
    return _asked(request, form, {"heading": heading, "told": told, "button": heading, "back": reverse("own_account")})


@login_required
def take_off_device(request: HttpRequest) -> HttpResponse:
    """Do without a second step, where the site does not ask for one."""
    user: Any = request.user
    if not user.second_factor or second_factor.is_needed(user):
        raise PermissionDenied
    form = Code(request.POST or None)
    if form.is_valid() and _is_right(request, form):
        second_factor.take_off(user, by=user)
        messages.success(request, _("Đã thôi xác thực hai bước."))
        return redirect("own_account")
    heading = _("Thôi xác thực hai bước")
    told = _("Từ lần sau chỉ cần mật khẩu; các khóa đăng nhập đã đăng ký cũng bị gỡ.")
    return _asked(request, form, {"heading": heading, "told": told, "button": heading, "back": reverse("own_account")})


def _asked(request: HttpRequest, form: forms.Form, words: dict[str, Any]) -> HttpResponse:
    context = {"form": form, "next": wanted(request), "passkeys": _has_passkeys_here(request), **words}
    return render(request, "people/second_step.html", context, status=400 if form.errors else 200)


def _has_passkeys_here(request: HttpRequest) -> bool:
    user: Any = request.user
    return (
        bool(user.second_factor) and ceremonies.place_of(request) is not None and user.passkeys.filter(refused_at=None).exists()
    )


def told_of(user: User) -> dict[str, Any]:
    """What the page of an account tells of its second step."""
    device = SecondFactor.objects.filter(user=user).select_related("taken_off_by").first()
    return {
        "second_factor": bool(user.second_factor),
        "second_factor_needed": second_factor.is_needed(user),
        "second_factor_asked": settings.SECOND_FACTOR,
        "device": device is not None and bool(device.salt),
        "passkeys": user.passkeys.all(),
        "codes_left": second_factor.codes_left(user),
        "taken_off": device if device is not None and device.taken_off_at else None,
    }
