"""A mishap as a page for a person, or as problem+json (RFC 9457) for a machine: what, where, what to do."""

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template import loader
from django.utils.deprecation import MiddlewareMixin
from django.utils.translation import gettext_lazy as _

from hopluc.errors import HopLucError, TooLarge, UnreadableFile, WrongUse

STATUS: tuple[tuple[type[HopLucError], int], ...] = (
    (TooLarge, HTTPStatus.REQUEST_ENTITY_TOO_LARGE),
    (UnreadableFile, HTTPStatus.UNPROCESSABLE_ENTITY),
    (WrongUse, HTTPStatus.BAD_REQUEST),
    (HopLucError, HTTPStatus.CONFLICT),
)
TITLES = {
    400: _("Nội dung gửi lên chưa hợp lệ"),
    401: _("Chưa đăng nhập"),
    403: _("Tài khoản chưa được giao quyền thực hiện việc này"),
    404: _("Không tìm thấy trang này"),
    409: _("Chưa thực hiện được"),
    413: _("Tệp vượt quá mức xử lý"),
    422: _("Tệp chưa đọc được"),
    429: _("Quá nhiều yêu cầu"),
    500: _("Hệ thống gặp sự cố"),
}
DETAILS = {
    400: _("Đề nghị quay lại trang trước, kiểm tra nội dung rồi gửi lại."),
    401: _(
        "Đề nghị đăng nhập bằng tài khoản của hệ thống rồi mở lại địa chỉ này; phần mềm gửi kèm khóa truy cập còn hạn, chưa thu hồi."
    ),
    403: _("Việc này thuộc quyền của cơ quan hoặc vai trò khác. Đề nghị liên hệ quản trị của cơ quan nếu cần được giao quyền."),
    404: _("Địa chỉ đã thay đổi, hoặc nội dung không thuộc phạm vi của tài khoản. Đề nghị tìm lại từ trình đơn."),
    429: _("Khóa truy cập đã dùng hết số yêu cầu của phút này. Đề nghị chờ sang phút sau (Retry-After) rồi gửi tiếp."),
    500: _("Nội dung đã lưu không bị ảnh hưởng. Đề nghị thử lại sau ít phút; nếu vẫn gặp, báo quản trị kèm thời điểm xảy ra."),
}
PAGES = (400, 403, 404, 500)
"""The mishaps that have a page of their own."""
DEAD_LINK = _(
    "Liên kết này đã hết hạn, đã được thu hồi hoặc chép chưa đủ. Đề nghị mở lại đúng liên kết đã nhận, hoặc liên hệ cơ quan gửi liên kết để nhận liên kết mới."
)
STALE_FORM = _(
    "Trang đã mở quá lâu hoặc phiên làm việc đã kết thúc, nên nội dung chưa được gửi. Đề nghị tải lại trang rồi gửi lại."
)


def _for_machine(request: HttpRequest) -> bool:
    accepted = request.headers.get("Accept", "")
    return request.path.startswith("/api/") or ("json" in accepted and "text/html" not in accepted)


def problem(request: HttpRequest, status: int, *, detail: Any = "", code: str = "about:blank") -> HttpResponse:
    """The answer for a mishap: a page, or problem+json for one who asks for JSON."""
    title, detail = str(TITLES.get(status, TITLES[500])), str(detail or DETAILS.get(status, ""))
    if _for_machine(request):
        body = {"type": code, "title": title, "status": int(status), "detail": detail}
        return JsonResponse(
            body, status=status, content_type="application/problem+json", json_dumps_params={"ensure_ascii": False}
        )
    return render(
        request, f"{status}.html" if status in PAGES else "problem.html", {"title": title, "detail": detail}, status=status
    )


def status_of(mishap: HopLucError) -> int:
    """The HTTP status a mishap is answered with."""
    return next(int(status) for kind, status in STATUS if isinstance(mishap, kind))


class ShowProblems(MiddlewareMixin):
    """A HopLucError that reaches the edge becomes a page that says what to do."""

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, HopLucError):
            return problem(request, status_of(exception), detail=exception, code=exception.code)
        return None


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return problem(request, 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return problem(request, 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return problem(request, 404)


def dead_link(request: HttpRequest) -> HttpResponse:
    """A private link that opens nothing, whether it never did, has lapsed or was revoked: its holder has no menu to look in."""
    return problem(request, 404, detail=DEAD_LINK)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form sent without a valid token: most often a page left open too long."""
    return problem(request, 403, detail=STALE_FORM)


def server_error(request: HttpRequest) -> HttpResponse:
    """The last answer: drawn without the request, so that what broke the page cannot break this one."""
    if _for_machine(request):
        return problem(request, 500)
    page = loader.get_template("500.html").render({"title": TITLES[500], "detail": DETAILS[500]})
    return HttpResponse(page, status=500)
