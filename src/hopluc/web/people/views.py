"""Sign in, sign out, change one's password, choose the language."""

from typing import Any

from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView, PasswordChangeView
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse_lazy
from django.views.i18n import set_language

from hopluc.web.people import actions, forms


class SignIn(LoginView):
    """Open a session (đăng nhập); a new one, whatever the visitor brought."""

    template_name = "people/sign_in.html"
    authentication_form = forms.SignIn
    redirect_authenticated_user = True

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        response = super().form_valid(form)
        actions.note_sign_in(form.get_user())
        return response


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


sign_in = SignIn.as_view()
sign_out = LogoutView.as_view()
change_password = ChangePassword.as_view()
