"""The edge of the site: what every answer tells the browser, what no request may hold, and the language spoken."""

import re
from collections.abc import Callable, Iterator
from typing import IO

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import FileResponse, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_vary_headers

Answer = Callable[[HttpRequest], HttpResponseBase]

UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
"""C0 controls other than tab and line ends, and lone surrogates: no name or text of ours holds them, and files break on them."""


def guard_headers(answer: Answer) -> Answer:
    """Put the security policy on every answer, errors too; a view that sets a stricter one keeps its own."""

    def guarded(request: HttpRequest) -> HttpResponseBase:
        response = answer(request)
        response.headers.setdefault("Content-Security-Policy", settings.CONTENT_SECURITY_POLICY)
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("Referrer-Policy", "same-origin")
        response.headers.setdefault("Permissions-Policy", "camera=(self), geolocation=(), microphone=()")
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return guarded


def _words(request: HttpRequest) -> Iterator[str]:
    yield request.path
    for said in (request.GET, request.POST):
        for name, values in said.lists():
            yield name
            yield from (value for value in values if isinstance(value, str))
    for files in request.FILES.values():
        yield getattr(files, "name", "") or ""


def refuse_control_characters(answer: Answer) -> Answer:
    """Refuse a request whose address, fields or file names hold characters that are not text."""

    def refusing(request: HttpRequest) -> HttpResponseBase:
        if any(UNPRINTABLE.search(word) for word in _words(request)):
            raise BadRequest("Nội dung gửi lên có ký tự điều khiển không hợp lệ. Đề nghị xóa ký tự lạ rồi gửi lại.")
        return answer(request)

    return refusing


def speak_the_users_language(answer: Answer) -> Answer:
    """Vietnamese, unless another was chosen: by the account's holder, or by a visitor in this browser. Browsers are not asked."""
    spoken = {code for code, _ in settings.LANGUAGES}

    def speaking(request: HttpRequest) -> HttpResponseBase:
        wished = getattr(request.user, "language", "") or request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        with translation.override(wished if wished in spoken else settings.LANGUAGE_CODE):
            request.LANGUAGE_CODE = translation.get_language()
            response = answer(request)
            response.headers.setdefault("Content-Language", translation.get_language())
        patch_vary_headers(response, ("Cookie",))
        return response

    return speaking


BEFORE_OWN_PASSWORD = ("change_password", "sign_out", "set_language")
"""The addresses open to an account whose password is one-time."""


def ask_for_own_password(answer: Answer) -> Answer:
    """Lead an account that signed in with a one-time password to change it: no other page opens before."""

    def asking(request: HttpRequest) -> HttpResponseBase:
        one_time = getattr(request.user, "is_provisional", False)
        if one_time and request.path not in {reverse(name) for name in BEFORE_OWN_PASSWORD}:
            return redirect("change_password")
        return answer(request)

    return asking


SANDBOX = "default-src 'none'; sandbox"


def number_in(said: str | None, *, most: int = 10**18 - 1) -> int | None:
    """The whole number from 0 to `most` that an address or a field says; None where it says none. Superscripts and the digits of other
    scripts are none, which Python takes for digits.

    >>> [number_in(said) for said in ("07", "", "²", "-1", "9" * 30)], number_in("12345", most=9999)
    ([7, None, None, None, None], None)
    """
    if not said or not (said.isascii() and said.isdigit() and len(said) <= len(str(most))):
        return None
    number = int(said)
    return number if number <= most else None


def to_be_saved(file: IO[bytes], name: str) -> FileResponse:
    """A file that somebody else wrote or may send on: saved under its name, never opened by the browser as a page of this site."""
    response = FileResponse(file, as_attachment=True, filename=name, content_type="application/octet-stream")
    response.headers["Content-Security-Policy"] = SANDBOX
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    return response


def client_address(request: HttpRequest) -> str:
    """The visitor's address: what our own proxy says (its last entry) when we stand behind one, else the connection's."""
    if settings.BEHIND_PROXY and (told := request.headers.get("X-Forwarded-For")):
        return told.rsplit(",", 1)[-1].strip()
    return str(request.META.get("REMOTE_ADDR", ""))
