"""The pages of one's keys for programs: make one, which is shown once, and take one back."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from hopluc.web.pages.asking import Nothing
from hopluc.web.pages.crud import Ask
from hopluc.web.people import queries, rules
from hopluc.web.people.access_keys import DAYS, make_key, revoke_key
from hopluc.web.people.forms import WithPassword
from hopluc.web.people.tokens import MOST_A_MINUTE


class MakeKey(WithPassword):
    """What the key is for, for how long, and one's password: a session left open makes no keys."""

    name = forms.CharField(
        label=_("Dùng cho"),
        max_length=100,
        help_text=_("Tên phần mềm hoặc máy đọc dữ liệu, như: bảng điều hành của sở."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    days = forms.TypedChoiceField(
        label=_("Thời hạn (ngày)"), choices=[(days, str(days)) for days in DAYS], coerce=int, initial=90
    )
    field_order = ("name", "days", "password")


class MakeOwnKey(Ask):
    """Make a key, and show it in the answer itself: never in an address or a session."""

    def after(self, made: Any) -> HttpResponse:
        key, words = made
        return render(self.request, "people/access_key.html", {"key": key, "words": words, "most": MOST_A_MINUTE})


class RevokeOwnKey(Ask):
    """Take a key back; then back to one's account."""

    def after(self, made: Any) -> HttpResponse:
        return redirect("own_account")


make_own_key = MakeOwnKey.as_view(
    rows=queries.own_account,
    rule=rules.is_self,
    form_class=MakeKey,
    action=make_key,
    heading=_("Tạo khóa truy cập cho phần mềm"),
    told=_(
        "Phần mềm có khóa đọc được dữ liệu tại /api/v1/ trong đúng phạm vi của tài khoản này: chỉ đọc, không mở trang nào, "
        "không ghi được gì. Ai có khóa thì đọc được; đề nghị mỗi phần mềm một khóa, hết dùng thì thu hồi."
    ),
    button=_("Tạo khóa"),
    back=reverse_lazy("own_account"),
)
revoke_own_key = RevokeOwnKey.as_view(
    rows=queries.own_access_keys,
    rule=rules.can_revoke_key,
    form_class=Nothing,
    action=revoke_key,
    heading=_("Thu hồi khóa truy cập"),
    told=_("Phần mềm đang dùng khóa này không đọc được dữ liệu nữa, ngay từ bây giờ."),
    button=_("Thu hồi"),
    done=_("Đã thu hồi khóa."),
    back=reverse_lazy("own_account"),
)
