"""The edge: what every answer tells the browser, what no request may hold, which language is spoken, and what a mishap looks like."""

from datetime import date
from decimal import Decimal

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import BadRequest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format, number_format

from hopluc.errors import BrokenFile, HopLucError, NotYetInForce, TooLarge, WrongUse
from hopluc.web.gate import edge, problems

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}


def policy_of(response: HttpResponse) -> dict[str, str | None]:
    return {name: response.headers.get(name) for name in HEADERS}


def unguarded(response: HttpResponse) -> dict[str, str | None]:
    return {name: said for name, said in policy_of(response).items() if said != HEADERS[name] and name != "Cache-Control"}


@pytest.mark.parametrize("address", ["/dang-nhap/", "/khong-co/", "/", "/dang-xuat/", "/tim/?q=%00"])
def test_every_answer_carries_the_policy_errors_too(db, client, address):
    assert unguarded(client.get(address)) == {}


def test_a_page_of_a_signed_in_user_is_not_kept_by_caches(officer, signed_in):
    assert policy_of(signed_in(officer).get("/")) == HEADERS


def test_an_answer_with_a_policy_of_its_own_keeps_it(rf):
    own = HttpResponse(headers={"Content-Security-Policy": "default-src 'none'; sandbox"})

    assert edge.guard_headers(lambda request: own)(rf.get("/"))["Content-Security-Policy"] == "default-src 'none'; sandbox"


@pytest.mark.parametrize("code", [0x00, 0x08, 0x1B, 0x7F, 0xD800, 0xDFFF])
@pytest.mark.parametrize("where", ["get", "get name", "post", "post name"])
def test_control_characters_and_lone_surrogates_are_refused(rf, code, where):
    character = chr(code)
    request = rf.get("/")
    said = request.GET.copy()
    if "name" in where:
        said.appendlist(f"tên{character}", "x")
    else:
        said["tên"] = f"x{character}"
    setattr(request, where.split()[0].upper(), said)

    with pytest.raises(BadRequest):
        edge.refuse_control_characters(lambda request: HttpResponse())(request)


def test_text_on_several_lines_passes(rf):
    request = rf.post("/", {"text": "Dòng một\r\nDòng hai\tcột"})

    assert edge.refuse_control_characters(lambda request: HttpResponse("ok"))(request).content == b"ok"


def test_a_file_name_with_a_control_character_is_refused(rf):
    request = rf.get("/")
    file = SimpleUploadedFile("a.txt", b"")
    file._name = "a\x00.txt"
    request.FILES["file"] = file

    with pytest.raises(BadRequest):
        edge.refuse_control_characters(lambda request: HttpResponse())(request)


def test_a_refused_request_gets_a_page_that_says_what_to_do(db, client):
    answer = client.get("/tim/", {"q": "a\x00b"})

    assert answer.status_code == 400
    assert "Nội dung gửi lên chưa hợp lệ" in answer.content.decode()


def test_vietnamese_is_spoken_whatever_the_browser_asks(db, client):
    answer = client.get("/dang-nhap/", headers={"Accept-Language": "en"})

    assert answer["Content-Language"] == "vi"


def test_the_button_changes_the_language(db, client):
    client.post(reverse("set_language"), {"language": "en"})

    assert client.get("/dang-nhap/")["Content-Language"] == "en"


def test_the_profiles_language_is_spoken(officer, signed_in):
    officer.language = "en"
    officer.save()

    assert signed_in(officer).get("/")["Content-Language"] == "en"


def test_a_language_we_do_not_speak_is_vietnamese(db, client):
    client.cookies["language"] = "xx"

    assert client.get("/dang-nhap/")["Content-Language"] == "vi"


def test_numbers_and_dates_are_written_as_in_vietnam(settings):
    with translation.override("vi"):
        assert number_format(9783450555) == "9.783.450.555"
        assert number_format(Decimal("5.13")) == "5,13"
        assert date_format(date(2026, 1, 5)) == "05/01/2026"


# Mishaps


def test_an_unknown_page_says_what_to_do(db, client):
    answer = client.get("/khong-co/")

    assert (answer.status_code, "Không tìm thấy trang này" in answer.content.decode()) == (404, True)


def test_a_machine_gets_a_problem(db, client):
    answer = client.get("/khong-co/", headers={"Accept": "application/json"})

    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
    assert answer.json() == {
        "type": "about:blank",
        "title": "Không tìm thấy trang này",
        "status": 404,
        "detail": "Địa chỉ đã thay đổi, hoặc nội dung không thuộc phạm vi của tài khoản. Đề nghị tìm lại từ trình đơn.",
    }


@pytest.mark.parametrize(
    ("mishap", "status"),
    [
        (BrokenFile(name="a.docx", reason="thiếu phần"), 422),
        (TooLarge(name="a.docx", reason="200 MB"), 413),
        (WrongUse(detail="Thiếu tham số."), 400),
        (NotYetInForce(name="Thời hạn", day="1/1/2000", first="1/1/2020", file="x.yaml"), 409),
    ],
)
def test_a_mishap_is_a_problem_with_its_code(rf, mishap, status):
    answer = problems.ShowProblems(lambda request: HttpResponse()).process_exception(rf.get("/api/x"), mishap)

    assert (answer.status_code, problems.status_of(mishap)) == (status, status)
    assert mishap.code in answer.content.decode()


def test_a_mishap_is_a_page_for_a_person(db, rf):
    request = rf.get("/")
    request.user = AnonymousUser()

    answer = problems.ShowProblems(lambda request: HttpResponse()).process_exception(
        request, BrokenFile(name="a.docx", reason="x")
    )

    assert (answer.status_code, "bị hỏng nên không đọc được" in answer.content.decode()) == (422, True)


def test_a_programming_mistake_is_not_taken_for_a_mishap(rf):
    assert problems.ShowProblems(lambda request: HttpResponse()).process_exception(rf.get("/"), ValueError()) is None
    assert isinstance(WrongUse(detail=""), HopLucError)


def test_a_fall_of_the_site_is_a_page_without_a_trace(rf):
    answer = problems.server_error(rf.get("/"))

    assert answer.status_code == 500
    assert ("Hệ thống gặp sự cố" in answer.content.decode(), "Traceback" in answer.content.decode()) == (True, False)
    assert problems.server_error(rf.get("/api/x"))["Content-Type"] == "application/problem+json"


def test_a_form_left_open_too_long_says_to_load_again(db, officer):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(officer)

    answer = browser.post(reverse("sign_out"))

    assert (answer.status_code, "Đề nghị tải lại trang" in answer.content.decode()) == (403, True)
