"""The second step of signing in: no other page opens before it; its pages, where a device is set up, changed, and taken off."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext_lazy as _

from hopluc.web.edge import client_address
from hopluc.web.people import second_factor, throttle
from hopluc.web.people.models import SecondFactor, User

PASSED = "second_factor"
"""Where a session notes which device opened it."""
SALT = "device_salt"
BEFORE = ("second_step", "set_up_device", "sign_out", "set_language")
"""The addresses open to an account that has given its password only; and where a one-time password is changed, while it is one."""
NOT_RIGHT = _("Mã chưa đúng hoặc đã dùng. Đề nghị nhập mã mới nhất; sau nhiều lần chưa đúng, chờ 15 phút rồi thử lại.")


class Code(forms.Form):
    """The code of now, or a recovery code."""

    code = forms.CharField(
        label=_("Mã trên thiết bị, hoặc mã dự phòng"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autofocus": True, "autocapitalize": "none"}),
    )


class FirstCode(Code):
    """The code a device shows that is being set up."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = _("Mã trên thiết bị")


class NextCode(FirstCode):
    """The code of a device that is to stand for another, and a code of that one: a session left open takes no device of anyone's."""

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
        if not user.is_authenticated or _has_passed(request, user) or _opens_before(request, user):
            return answer(request)
        step = reverse("second_step" if user.second_factor else "set_up_device")
        wanted = request.get_full_path() if request.method in ("GET", "HEAD") else "/"
        return redirect(f"{step}?{urlencode({'next': wanted})}")

    return asking


def _opens_before(request: HttpRequest, user: User) -> bool:
    """Who knows no more than the password must not change it; a one-time password opens nothing else, so that it is changed first."""
    names = (*BEFORE, "change_password") if user.is_provisional else BEFORE
    return request.path in {reverse(name) for name in names}


def _has_passed(request: HttpRequest, user: User) -> bool:
    if user.second_factor:
        return request.session.get(PASSED) == user.second_factor
    return not second_factor.is_needed(user)


def _wanted(request: HttpRequest) -> str:
    said = request.POST.get("next") or request.GET.get("next") or "/"
    return said if url_has_allowed_host_and_scheme(said, {request.get_host()}, require_https=request.is_secure()) else "/"


@login_required
def second_step(request: HttpRequest) -> HttpResponse:
    """Give the code of one's device."""
    user: Any = request.user
    if not user.second_factor or _has_passed(request, user):
        return redirect(_wanted(request))
    form = Code(request.POST or None)
    if form.is_valid() and _is_right(request, form):
        _note_passed(request, user)
        return redirect(_wanted(request))
    context = {"form": form, "next": _wanted(request)}
    return render(request, "people/second_step.html", context, status=400 if form.errors else 200)


def _is_right(request: HttpRequest, form: Code, field: str = "code") -> bool:
    """Is the code in the form right; guessing is as slow as that of passwords."""
    user: Any = request.user
    name, address = f"second step of {user.pk}", client_address(request)
    if not throttle.is_throttled(name, address) and second_factor.accepts(user, form.cleaned_data[field]):
        throttle.forget_failures(name, address)
        return True
    throttle.note_failure(name, address)
    form.add_error(field, NOT_RIGHT)
    return False


def _note_passed(request: HttpRequest, user: User) -> None:
    request.session.cycle_key()
    request.session[PASSED] = user.second_factor


@login_required
def set_up_device(request: HttpRequest) -> HttpResponse:
    """Show what a device is to be told, take its first code (and one of the device before), then show the recovery codes, once."""
    user: Any = request.user
    if user.second_factor and not _has_passed(request, user):
        return redirect("second_step")
    salt = request.session.setdefault(SALT, second_factor.new_salt())
    form = (NextCode if user.second_factor else FirstCode)(request.POST or None)
    if form.is_valid() and (not user.second_factor or _is_right(request, form, "now")):
        codes = second_factor.set_up(user, salt=salt, code=form.cleaned_data["code"])
        if codes is not None:
            del request.session[SALT]
            _note_passed(request, user)
            return render(request, "people/recovery_codes.html", {"codes": codes, "next": _wanted(request)})
        form.add_error("code", NOT_RIGHT)
    address = second_factor.address_of(salt, user)
    context = {
        "form": form,
        "picture": second_factor.picture_of(address),
        "secret": second_factor.in_groups(second_factor.secret_of(salt)),
        "needed": second_factor.is_needed(user),
        "before": SecondFactor.objects.filter(user=user).select_related("taken_off_by").first(),
        "next": _wanted(request),
    }
    return render(request, "people/set_up_device.html", context, status=400 if form.errors else 200)


@login_required
def recovery_codes(request: HttpRequest) -> HttpResponse:
    """New recovery codes, by a code of the device."""
    user: Any = request.user
    if not user.second_factor:
        raise PermissionDenied
    form = Code(request.POST or None)
    if form.is_valid() and _is_right(request, form):
        context = {"codes": second_factor.renew_codes(user), "next": reverse("own_account")}
        return render(request, "people/recovery_codes.html", context)
    heading, told = _("Cấp lại mã dự phòng"), _("Các mã dự phòng cũ hết dùng.")
    return _asked(request, form, {"heading": heading, "told": told, "button": heading})


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
    heading, told = _("Thôi xác thực hai bước"), _("Từ lần sau chỉ cần mật khẩu.")
    return _asked(request, form, {"heading": heading, "told": told, "button": heading})


def _asked(request: HttpRequest, form: Code, words: dict[str, Any]) -> HttpResponse:
    context = {"form": form, "object": request.user, "back": reverse("own_account"), **words}
    return render(request, "ask.html", context, status=400 if form.errors else 200)


def told_of(user: User) -> dict[str, Any]:
    """What the page of an account tells of its second step."""
    return {
        "second_factor": bool(user.second_factor),
        "second_factor_needed": second_factor.is_needed(user),
        "second_factor_asked": settings.SECOND_FACTOR,
        "codes_left": second_factor.codes_left(user),
        "taken_off": SecondFactor.objects.filter(user=user).exclude(taken_off_at=None).select_related("taken_off_by").first(),
    }
