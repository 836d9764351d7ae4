"""The pages of sign-on: to a provider and back, bound to one's own account or to an invitation, and out again."""

import logging
import secrets
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import INTERNAL_RESET_SESSION_TOKEN
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.encoding import force_str
from django.utils.http import urlsafe_base64_decode
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from hopluc.web.people import actions, queries
from hopluc.web.people.ceremonies import last_briefly, seconds_now
from hopluc.web.people.models import SignOn
from hopluc.web.people.second_step import OPENED_BY, PROOF_LASTS, note_proved, note_provider, proved_lately, to_prove, wanted
from hopluc.web.people.sign_on import binding
from hopluc.web.people.sign_on.identity import LEEWAY, Identity, SignOnRefused
from hopluc.web.people.sign_on.providers import Provider, known_providers
from hopluc.web.people.taking_away import TakeAway

logger = logging.getLogger(__name__)

KEPT, LASTS = "sign_on", 10 * 60
"""Where a session keeps the one conversation under way, and for how many seconds."""
WORD = "bind_word"
"""Where a session keeps the word by which one's own page leads to a binding: a page of another site cannot know it."""
BY = "signed_on_by"
"""Where a session notes the provider that opened it."""
NOT_ANSWERING = _("Chưa kết nối được với %(provider)s. Đề nghị thử lại sau ít phút, hoặc đăng nhập bằng mật khẩu.")
NOT_ACCEPTED = _(
    "Đăng nhập qua %(provider)s chưa thành công hoặc đã quá 10 phút. Đề nghị thử lại; nếu vẫn gặp, báo quản trị kèm thời điểm xảy ra."
)
NOT_BOUND = _(
    "Tài khoản %(provider)s này chưa gắn với tài khoản đang dùng nào ở đây. Đề nghị đăng nhập bằng mật khẩu rồi gắn tại trang Tài khoản, "
    "hoặc mở liên kết mời và chọn %(provider)s; nếu chưa có tài khoản, đề nghị liên hệ quản trị của cơ quan."
)


def _provider(key: str) -> Provider:
    found = known_providers().get(key)
    if found is None:
        raise Http404
    return found


@require_safe
def sign_on(request: HttpRequest, key: str) -> HttpResponse:
    """Go to a provider to sign in."""
    provider = _provider(key)
    return redirect(wanted(request)) if request.user.is_authenticated else _begin(request, provider, "sign_in")


@require_safe
def accept_by_sign_on(request: HttpRequest, key: str, uidb64: str) -> HttpResponse:
    """Go to a provider to take up the invitation that is open in this browser."""
    provider = _provider(key)
    token = request.session.get(INTERNAL_RESET_SESSION_TOKEN)
    if not token:
        raise Http404
    return _begin(request, provider, "accept", invited=uidb64, token=token)


@login_required
@require_safe
def bind_sign_on(request: HttpRequest, key: str) -> HttpResponse:
    """Go to a provider to bind the account that is signed in, where one's own page led here: no other site binds an account of its own."""
    provider, word = _provider(key), request.session.get(WORD, "")
    if not word or not secrets.compare_digest(word.encode(), request.GET.get("tu", "").encode()):
        return redirect("own_account")
    if not proved_lately(request):
        return to_prove(request)
    return _begin(request, provider, "bind", user=request.user.pk)


def _begin(request: HttpRequest, provider: Provider, purpose: str, **more: Any) -> HttpResponse:
    from hopluc.web.people.sign_on.conversation import begin  # Authlib is loaded only where there is a provider

    try:
        address, kept = begin(provider, _back(request, provider))
    except SignOnRefused as refused:
        return _refused(request, provider, NOT_ANSWERING, refused)
    told = {"provider": provider.key, "purpose": purpose, "at": seconds_now(), "next": wanted(request)}
    request.session[KEPT] = {**told, **more, **kept}
    if not request.user.is_authenticated:
        last_briefly(request, LASTS)
    return redirect(address)


def _back(request: HttpRequest, provider: Provider) -> str:
    path = reverse("sign_on_back", args=[provider.key])
    return f"{settings.SITE_ADDRESS}{path}" if settings.SITE_ADDRESS else request.build_absolute_uri(path)


@require_safe
def sign_on_back(request: HttpRequest, key: str) -> HttpResponse:
    """Come back from a provider: the conversation is used up, whatever comes of it."""
    from hopluc.web.people.sign_on.conversation import finish  # Authlib is loaded only where there is a provider

    provider = _provider(key)
    try:
        kept = _conversation(request, provider)
        identity = finish(provider, _back(request, provider), kept, request.GET.dict())
    except SignOnRefused as refused:
        return _refused(request, provider, NOT_ACCEPTED, refused)
    try:
        if kept["purpose"] == "bind":
            return _bound(request, provider, identity, kept)
        if kept["purpose"] == "accept":
            account = get_object_or_404(queries.invited_account(_key_of(kept["invited"])))
            binding.accept_invitation(account, kept["token"], provider, identity)
    except ValidationError as refused:
        return _refused(request, provider, refused.messages[0], refused)
    return _signed_in(request, provider, identity, kept["next"])


def _conversation(request: HttpRequest, provider: Provider) -> dict[str, Any]:
    kept: dict[str, Any] | None = request.session.pop(KEPT, None)
    if kept is None or kept["provider"] != provider.key or not 0 <= seconds_now() - kept["at"] <= LASTS:
        raise SignOnRefused("no such conversation, or too long ago")
    return kept


def _key_of(uidb64: str) -> str:
    try:
        return force_str(urlsafe_base64_decode(uidb64))
    except ValueError:
        return ""


def _bound(request: HttpRequest, provider: Provider, identity: Identity, kept: dict[str, Any]) -> HttpResponse:
    user: Any = request.user
    if not user.is_authenticated or user.pk != kept["user"]:
        return _refused(request, provider, NOT_ACCEPTED, "another account is signed in")
    binding.bind(user, provider, identity)
    messages.success(request, _("Đã gắn tài khoản %(provider)s.") % {"provider": provider.name})
    return redirect("own_account")


def _signed_in(request: HttpRequest, provider: Provider, identity: Identity, wish: str) -> HttpResponse:
    bound = binding.use(identity)
    if bound is None:
        return _refused(request, provider, NOT_BOUND, "not bound, or closed")
    login(request, bound.user, backend="django.contrib.auth.backends.ModelBackend")
    actions.note_sign_in(bound.user)
    request.session[BY], request.session[OPENED_BY] = provider.key, bound.pk
    if binding.is_second_step(provider, identity):
        note_provider(request, bound)
    if -LEEWAY <= seconds_now() - identity.at <= PROOF_LASTS:
        note_proved(request)
    return redirect(wish)


def _refused(request: HttpRequest, provider: Provider, told: Any, why: object) -> HttpResponse:
    logger.warning("sign-on by %s refused: %s", provider.key, why)
    messages.error(request, told % {"provider": provider.name} if "%(provider)s" in str(told) else told)
    return redirect("own_account" if request.user.is_authenticated else "sign_in")


class Unbind(TakeAway):
    """Sign on by a provider no more: sessions that it opened end, but this one, whose holder has just said who it is."""

    def after(self, made: Any) -> HttpResponse:
        self.request.session.pop(OPENED_BY, None)
        return super().after(made)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"object": name_of(self.object)}


unbind_sign_on = Unbind.as_view(
    rows=queries.own_sign_ons,
    action=binding.unbind,
    heading=_("Gỡ tài khoản đăng nhập một lần"),
    told=_("Từ lần sau không đăng nhập được bằng tài khoản này; vẫn đăng nhập được bằng mật khẩu hoặc khóa đăng nhập."),
    button=_("Gỡ tài khoản đăng nhập một lần"),
    done=_("Đã gỡ tài khoản đăng nhập một lần."),
)


@require_safe
def sign_on_out(request: HttpRequest, key: str) -> HttpResponse:
    """Sign out at the provider too, after one has here."""
    from hopluc.web.people.sign_on.conversation import told_by  # Authlib is loaded only where there is a provider

    provider = _provider(key)
    try:
        address = told_by(provider).get("end_session_endpoint")
    except SignOnRefused as refused:
        return _refused(request, provider, NOT_ANSWERING, refused)
    if not address:
        told = _("%(provider)s không có trang đăng xuất riêng. Đề nghị đóng trình duyệt.")
        return _refused(request, provider, told, "no end_session_endpoint")
    home = settings.SITE_ADDRESS or request.build_absolute_uri("/").rstrip("/")
    asked = {"client_id": provider.client_id, "post_logout_redirect_uri": home + reverse("sign_in")}
    return redirect(f"{address}{'&' if '?' in address else '?'}{urlencode(asked)}")


def name_of(bound: SignOn) -> str:
    """What a provider is called, also one that is known no more."""
    found = known_providers().get(bound.provider)
    return found.name if found else bound.provider


def told_of_sign_ons(request: HttpRequest) -> list[dict[str, Any]]:
    """What one's own page tells of sign-on: what is bound, then which providers might be, with the word that leads there."""
    user: Any = request.user
    bound = list(user.sign_ons.all())
    taken = {one.issuer for one in bound}
    known = known_providers().values()
    free = [provider for provider in known if provider.issuer not in taken]
    word = request.session.setdefault(WORD, secrets.token_urlsafe(16)) if known else ""
    told: list[dict[str, Any]] = [{"name": name_of(one), "bound": one} for one in bound]
    return told + [{"name": one.name, "key": one.key, "word": word} for one in free]
