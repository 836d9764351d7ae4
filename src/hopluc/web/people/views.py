"""Sign in, sign out, change one's password, choose the language; the administrator's pages of accounts and organisations."""

from hashlib import sha256
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView, PasswordChangeView, PasswordResetConfirmView
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from django.views.i18n import set_language

from hopluc.vietnamese import person_key
from hopluc.web.gate.edge import number_in
from hopluc.web.pages.asking import GiveReason, Nothing
from hopluc.web.pages.crud import Ask, List, Show, anyone_who_sees
from hopluc.web.people import actions, forms, queries, rules
from hopluc.web.people.ceremonies import place_of
from hopluc.web.people.invitations import invitation_to, mail_invitation, take_off_and_tell
from hopluc.web.people.models import User
from hopluc.web.people.passwords import one_time_password
from hopluc.web.people.second_step import note_proved, told_of
from hopluc.web.people.sign_on.pages import BY, told_of_sign_ons
from hopluc.web.people.sign_on.providers import known_providers

OWN_ACCOUNT = reverse_lazy("own_account")


class SignIn(LoginView):
    """Open a session (đăng nhập); a new one, whatever the visitor brought."""

    template_name = "people/sign_in.html"
    authentication_form = forms.SignIn
    redirect_authenticated_user = True

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        response = super().form_valid(form)
        actions.note_sign_in(form.get_user())
        note_proved(self.request)
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        providers = known_providers()
        told = {"passkeys": place_of(self.request) is not None, "providers": providers.values()}
        return super().get_context_data(**kwargs) | told | {"left": providers.get(self.request.GET.get("qua", ""))}


class SignOut(LogoutView):
    """Close the session (đăng xuất); one that a provider opened is told where to sign out there too."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        by = request.session.get(BY)
        answer = super().post(request, *args, **kwargs)
        return redirect(f"{reverse('sign_in')}?{urlencode({'qua': by})}") if by in known_providers() else answer


class ChangePassword(PasswordChangeView):
    """Change one's password (đổi mật khẩu): every other session of the account ends."""

    template_name = "people/change_password.html"
    form_class = forms.ChangePassword
    success_url = reverse_lazy("home")

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        actions.note_password_change(form.user)
        return response


def choose_language(request: HttpRequest) -> HttpResponseBase:
    """Read the pages in another language (chọn ngôn ngữ): this browser does from now on, and the account of one signed in."""
    wished = request.POST.get("language", "")
    if request.user.is_authenticated and wished in dict(settings.LANGUAGES) and wished != request.user.language:
        actions.choose_language(request.user, language=wished)
    return set_language(request)


class SetPassword(PasswordResetConfirmView):
    """Choose one's password by the link of an invitation: once, within some days, for an account in use."""

    template_name = "people/set_password.html"
    success_url = reverse_lazy("sign_in")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        more = {"providers": known_providers().values(), "invited": self.kwargs["uidb64"]}
        return super().get_context_data(**kwargs) | more

    def get_user(self, uidb64: str) -> Any:
        found = super().get_user(uidb64)
        return found if found is not None and found.is_active else None

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        actions.note_password_change(form.user)
        messages.success(self.request, _("Đã đặt mật khẩu. Đề nghị đăng nhập."))
        return response


@login_required
@require_safe
def own_account(request: HttpRequest) -> HttpResponse:
    """One's own account: who one is here, who stands in for one, whom one stands in for."""
    user: Any = request.user
    today = timezone.localdate()
    places = [
        {"row": place, "may_deputise": rules.can_deputise(user, place)}
        for place in queries.own_memberships(user)
        if place.holds(today)
    ]
    deputies = [
        {"row": place, "may_end": rules.can_end_deputy(user, place)}
        for place in queries.deputies_seen_by(user).filter(deputises=user.pk)
        if place.until is None or place.until >= today
    ]
    return render(
        request,
        "people/own_account.html",
        {
            "places": places,
            "deputies": deputies,
            "keys": queries.own_access_keys(user),
            "sign_ons": told_of_sign_ons(request),
            **told_of(user),
        },
    )


sign_in = SignIn.as_view()
set_password = SetPassword.as_view()
sign_out = SignOut.as_view()
change_password = ChangePassword.as_view()


class ForAdministrators(List):
    """A list that is there only for those who look after some organisation's accounts."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated and not rules.administers(request.user):
            raise Http404
        return super().dispatch(request, *args, **kwargs)


class Accounts(ForAdministrators):
    """The accounts of the user's organisations by given name, those in use or those closed; of all organisations or of one."""

    def get_queryset(self) -> Any:
        rows = super().get_queryset()
        self.organisation = self._organisation()
        if self.organisation:
            rows = rows.filter(memberships__organisation=self.organisation).distinct()
        self.closed = self.request.GET.get("tinh_trang") == "dung"
        accounts = sorted(rows, key=lambda account: person_key(account.name))
        self.counts = [sum(account.is_active is use for account in accounts) for use in (True, False)]
        return [account for account in accounts if account.is_active is not self.closed]

    def _organisation(self) -> Any:
        asked = number_in(self.request.GET.get("co_quan"))
        return queries.organisations_administered_by(self.request.user).filter(pk=asked).first() if asked else None

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        organisations = list(queries.organisations_administered_by(self.request.user))
        return context | {
            "organisation": self.organisation,
            "opened_in": self.organisation or organisations[0],
            "several": len(organisations) > 1,
            "closed": self.closed,
            "counts": self.counts,
        }


def beside_account(user: User, account: User) -> dict[str, Any]:
    """What the page of an account shows with it: its places the user administers, and what may be done."""
    today = timezone.localdate()
    places = [
        {
            "row": place,
            "holds": place.holds(today),
            "may_change": rules.can_change_role(user, place),
            "may_end": rules.can_end_place(user, place),
        }
        for place in queries.memberships_seen_by(user).filter(user=account)
    ]
    return {
        "places": places,
        "own": rules.is_self(user, account),
        "may_renew": rules.can_renew_password(user, account),
        "may_correct": rules.can_correct_account(user, account),
        "may_take_off": rules.can_take_off_device(user, account),
        "may_take_out": rules.can_look_after(user, account),
        "may_close": rules.can_close_account(user, account),
        "may_reopen": rules.can_reopen_account(user, account),
    }


def beside_organisations(request: HttpRequest) -> dict[str, Any]:
    """What the list of organisations shows with them: which the user administers, and those it may add members to."""
    user: Any = request.user
    return {"administered": user.administered, "own": queries.organisations_led_by(user)}


GIVEN, MOST_GIVEN = "passwords_given", 50
"""Where a session notes which forms have given a password to whom, and how many of the last it notes."""


class GivePassword(Ask):
    """Do what gives an account a new password, and show that once: in the answer itself, never in an address or a session.

    The same form sent again, as by reloading the answer, gives no other password: the one just read out would open nothing.
    """

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        holder = request.session.get(GIVEN, {}).get(self._form_sent()) if request.user.is_authenticated else None
        if holder is None:
            return super().dispatch(request, *args, **kwargs)
        account = get_object_or_404(queries.accounts_seen_by(request.user), pk=holder)
        return render(request, "people/password.html", {"account": account})

    def _form_sent(self) -> str:
        """Which form was sent: each page that is shown masks the token against forgery in another way."""
        return sha256(self.request.POST.get("csrfmiddlewaretoken", "").encode()).hexdigest()

    def said(self, form: Form) -> dict[str, Any]:
        self.password = one_time_password()
        return super().said(form) | {"password": self.password}

    def after(self, made: Any) -> HttpResponse:
        if "csrfmiddlewaretoken" in self.request.POST:
            given = self.request.session.get(GIVEN, {}) | {self._form_sent(): made.pk}
            self.request.session[GIVEN] = dict(list(given.items())[-MOST_GIVEN:])
        link = self.request.build_absolute_uri(invitation_to(made))
        told = {"account": made, "password": self.password, "link": link, "mailed": mail_invitation(made, link)}
        return render(self.request, "people/password.html", told)


class AddMember(Ask):
    """Add an organisation, then open its first account."""

    def after(self, made: Any) -> HttpResponse:
        return redirect("people:open_account", made.pk)


accounts = Accounts.as_view(rows=queries.accounts_seen_by, template_name="people/accounts.html")
account = Show.as_view(
    rows=queries.accounts_seen_by,
    rule=anyone_who_sees,
    beside=beside_account,
    context_object_name="account",  # else it would be named `user`, as the one who is signed in
    template_name="people/account.html",
)
organisations = ForAdministrators.as_view(
    rows=queries.members_told, beside=beside_organisations, template_name="people/organisations.html"
)
open_account = GivePassword.as_view(
    rows=queries.organisations_administered_by,
    rule=rules.can_open_account,
    form_class=forms.OpenAccount,
    action=lambda _object, *, by, password, organisation, **said: actions.open_account(
        organisation, by=by, password=password, one_time=True, **said
    ),
    heading=_("Mở tài khoản"),
    told=_("Hệ thống cấp mật khẩu dùng một lần; người dùng đổi mật khẩu khi đăng nhập lần đầu."),
    button=_("Mở tài khoản"),
    back=reverse_lazy("people:accounts"),
)
renew_password = GivePassword.as_view(
    rows=queries.accounts_seen_by,
    rule=rules.can_renew_password,
    form_class=Nothing,
    action=actions.renew_password,
    heading=_("Cấp lại mật khẩu"),
    told=_("Mật khẩu đang dùng hết hiệu lực ngay, các phiên đăng nhập kết thúc; hệ thống cấp mật khẩu dùng một lần."),
    button=_("Cấp lại mật khẩu"),
)
reopen_account = GivePassword.as_view(
    rows=queries.accounts_seen_by,
    rule=rules.can_reopen_account,
    form_class=GiveReason,
    action=actions.reopen_account,
    heading=_("Mở lại tài khoản"),
    told=_("Tài khoản dùng lại với vai trò như trước; hệ thống cấp mật khẩu dùng một lần."),
    button=_("Mở lại tài khoản"),
)


class CorrectAccount(Ask):
    """Correct a name or an address to sign in with; then back to the account, one's own where it is."""

    form_class = forms.CorrectAccount
    rule = staticmethod(rules.can_correct_account)
    action = staticmethod(actions.correct_account)
    heading = _("Sửa họ tên, tên đăng nhập")
    told = _("Những gì tài khoản đã ghi được giữ nguyên và mang tên mới; nhật ký giữ tên cũ. Vai trò không đổi.")
    done = _("Đã sửa tài khoản.")


correct_account = CorrectAccount.as_view(rows=queries.accounts_seen_by)
correct_own_account = CorrectAccount.as_view(rows=queries.own_account, to=OWN_ACCOUNT)
close_account = Ask.as_view(
    rows=queries.accounts_seen_by,
    rule=rules.can_close_account,
    form_class=GiveReason,
    action=actions.close_account,
    heading=_("Dừng tài khoản"),
    told=_("Tài khoản không đăng nhập được nữa. Những gì đã xác nhận, đã ghi được giữ nguyên, cùng tên người thực hiện."),
    button=_("Dừng tài khoản"),
    done=_("Đã dừng tài khoản; nội dung đã xác nhận, đã ghi được giữ nguyên."),
)
take_off_device = Ask.as_view(
    rows=queries.accounts_seen_by,
    rule=rules.can_take_off_device,
    form_class=GiveReason,
    action=take_off_and_tell,
    heading=_("Gỡ thiết bị xác thực hai bước"),
    told=_(
        "Dùng khi người dùng mất thiết bị: mã của thiết bị cũ, mã dự phòng và khóa đăng nhập đều hết dùng; người dùng được báo và thiết lập lại."
    ),
    button=_("Gỡ thiết bị"),
    done=_("Đã gỡ thiết bị; nhật ký ghi người gỡ, lý do. Người dùng được báo khi đăng nhập."),
)
change_role = Ask.as_view(
    rows=queries.memberships_seen_by,
    rule=rules.can_change_role,
    form_class=forms.ChangeRole,
    action=actions.change_role,
    heading=_("Đổi vai trò"),
    told=_("Vai trò mới có hiệu lực ngay; nội dung đã ghi với vai trò trước được giữ nguyên."),
    button=_("Đổi vai trò"),
    done=_("Đã đổi vai trò."),
)
give_place = Ask.as_view(
    rows=queries.organisations_administered_by,
    rule=rules.can_open_account,
    form_class=forms.GivePlace,
    action=actions.give_place,
    heading=_("Thêm vai trò cho tài khoản đã có"),
    told=_("Người đã có tài khoản ở cơ quan khác dùng cùng tài khoản đó; mỗi vai trò chỉ có hiệu lực ở cơ quan của vai trò."),
    button=_("Thêm vai trò"),
    done=_("Đã thêm vai trò."),
    back=reverse_lazy("people:organisations"),
)
end_place = Ask.as_view(
    rows=queries.memberships_seen_by,
    rule=rules.can_end_place,
    form_class=GiveReason,
    action=actions.end_place,
    heading=_("Thôi vai trò"),
    told=_("Vai trò hết hiệu lực ngay; tài khoản và những gì đã ghi được giữ nguyên."),
    button=_("Thôi vai trò"),
    done=_("Đã thôi vai trò."),
)


deputise = Ask.as_view(
    rows=queries.own_memberships,
    rule=rules.can_deputise,
    form_class=forms.Deputise,
    action=actions.deputise,
    heading=_("Ủy quyền khi vắng mặt"),
    told=_("Người được ủy quyền có vai trò này trong những ngày đã chọn, dưới tên của chính mình; nhật ký ghi ai ủy quyền."),
    button=_("Ủy quyền"),
    done=_("Đã ủy quyền."),
    to=OWN_ACCOUNT,
)
end_deputy = Ask.as_view(
    rows=queries.deputies_seen_by,
    rule=rules.can_end_deputy,
    form_class=Nothing,
    action=actions.end_deputy,
    heading=_("Thôi ủy quyền"),
    told=_("Việc ủy quyền hết hiệu lực ngay."),
    button=_("Thôi ủy quyền"),
    done=_("Đã thôi ủy quyền."),
    to=OWN_ACCOUNT,
)
add_member = AddMember.as_view(
    rows=queries.organisations_administered_by,
    rule=rules.can_add_member,
    form_class=forms.AddMember,
    action=actions.add_member,
    heading=_("Thêm đơn vị phối hợp"),
    told=_("Đơn vị thấy chương trình, nhiệm vụ mà văn bản nêu tên đơn vị. Bước sau là mở tài khoản đầu tiên của đơn vị."),
    button=_("Thêm đơn vị"),
    back=reverse_lazy("people:organisations"),
)
