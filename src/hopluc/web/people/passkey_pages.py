"""The pages of passkeys: registered and taken away on one's own account, used to sign in. The script passkey.js speaks with the browser."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from hopluc.web.people import actions, ceremonies, queries
from hopluc.web.people.ceremonies import LONGEST_ANSWER, PasskeyRefused
from hopluc.web.people.models import Passkey, User
from hopluc.web.people.second_step import has_passed, note_passed, proved_lately, to_prove, wanted, why
from hopluc.web.people.taking_away import TakeAway

NOT_HERE = _("Khóa đăng nhập chỉ dùng được khi mở trang qua HTTPS, tại địa chỉ đã khai báo của hệ thống.")
NOT_NOW = _("Đề nghị tải lại trang và xác nhận lại, rồi đăng ký khóa.")


class NewPasskey(forms.Form):
    """What its holder calls a key, and what the browser made."""

    name = forms.CharField(label=_("Tên khóa"), max_length=80, help_text=_("Để nhận ra khi cần gỡ: Điện thoại, Máy cơ quan."))
    answer = forms.CharField(
        max_length=LONGEST_ANSWER,
        widget=forms.HiddenInput,
        error_messages={
            "required": _("Trình duyệt chưa tạo khóa. Đề nghị bấm Tạo khóa và làm theo hướng dẫn của trình duyệt.")
        },
    )


def _may_register(request: HttpRequest, user: User) -> bool:
    """One who has taken the second step, if there is one, and has just said who it is."""
    return (not user.second_factor or has_passed(request, user)) and proved_lately(request)


@require_POST
def passkey_question(request: HttpRequest) -> HttpResponse:
    """The question a browser's key answers next, as JSON for the script; or why there is none."""
    user: Any = request.user
    purpose, place = request.POST.get("purpose", ""), ceremonies.place_of(request)
    if place is None:
        return JsonResponse({"told": str(NOT_HERE)}, status=409)
    if purpose == "register" and not (user.is_authenticated and _may_register(request, user)):
        return JsonResponse({"told": str(NOT_NOW)}, status=403)
    if purpose not in ("register", "prove", "sign_in") or (purpose == "prove") > user.is_authenticated:
        return JsonResponse({"told": str(NOT_NOW)}, status=403)
    options, ceremony = _question(user, purpose, place)
    ceremonies.remember(request, purpose, ceremony)
    return JsonResponse(options)


def _question(user: Any, purpose: str, place: ceremonies.Place) -> tuple[dict[str, Any], ceremonies.Ceremony]:
    from hopluc.web.people import passkeys  # fido2 is loaded only where a key is used

    if purpose == "register":
        return passkeys.ask_to_register(user, place)
    return passkeys.ask_to_prove(user if purpose == "prove" else None, place)


@login_required
def register_passkey(request: HttpRequest) -> HttpResponse:
    """Register a passkey on one's own account."""
    user: Any = request.user
    if user.second_factor and not has_passed(request, user):
        return redirect("second_step")
    if not proved_lately(request):
        return to_prove(request)
    form = NewPasskey(request.POST or None)
    if form.is_valid():
        from hopluc.web.people import passkeys  # fido2 is loaded only where a key is used

        try:
            ceremony = ceremonies.answered(request, "register")
            codes = passkeys.register(user, ceremony, form.cleaned_data["answer"], name=form.cleaned_data["name"])
        except PasskeyRefused as refused:
            form.add_error(None, why(refused))
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            return _registered(request, user, codes)
    context = {"form": form, "next": wanted(request), "here": ceremonies.place_of(request) is not None}
    return render(request, "people/register_passkey.html", context, status=400 if form.errors else 200)


def _registered(request: HttpRequest, user: User, codes: list[str] | None) -> HttpResponse:
    messages.success(request, _("Đã đăng ký khóa đăng nhập."))
    if codes is None:
        return redirect("own_account")
    note_passed(request, user)
    return render(request, "people/recovery_codes.html", {"codes": codes, "next": wanted(request)})


def _remove(key: Passkey, *, by: User) -> User:
    from hopluc.web.people import passkeys  # fido2 is loaded only where a key is used

    return passkeys.remove(key, by=by)


class RemovePasskey(TakeAway):
    """Take one of one's own keys away: this session goes on, the others are asked again."""

    def after(self, made: User) -> HttpResponse:
        note_passed(self.request, made)
        return super().after(made)


remove_passkey = RemovePasskey.as_view(
    rows=queries.own_passkeys,
    action=_remove,
    heading=_("Gỡ khóa đăng nhập"),
    told=_("Khóa này không đăng nhập được nữa; các phiên khác của tài khoản phải xác thực lại."),
    button=_("Gỡ khóa"),
    done=_("Đã gỡ khóa đăng nhập."),
)


@require_POST
def sign_in_by_passkey(request: HttpRequest) -> HttpResponse:
    """Open a session by a passkey alone: it is both steps."""
    from hopluc.web.people import passkeys  # fido2 is loaded only where a key is used

    try:
        key = passkeys.prove(ceremonies.answered(request, "sign_in"), request.POST.get("answer", ""), of=None)
    except PasskeyRefused as refused:
        messages.error(request, why(refused))
        return redirect(f"{reverse('sign_in')}?{urlencode({'next': wanted(request)})}")
    login(request, key.user, backend="django.contrib.auth.backends.ModelBackend")
    actions.note_sign_in(key.user)
    note_passed(request, key.user)
    return redirect(wanted(request))
