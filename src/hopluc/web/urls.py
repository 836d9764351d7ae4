"""Every address of the site, on one page."""

from django.urls import URLPattern, URLResolver, include, path

from hopluc.web import overview
from hopluc.web.people import own_keys, passkey_pages, second_step
from hopluc.web.people import views as people
from hopluc.web.people.sign_on import pages as sign_on
from hopluc.web.register import views as register

handler400 = "hopluc.web.gate.problems.bad_request"
handler403 = "hopluc.web.gate.problems.forbidden"
handler404 = "hopluc.web.gate.problems.not_found"
handler500 = "hopluc.web.gate.problems.server_error"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", overview.home, name="home"),
    path("tim/", register.search, name="search"),
    path("dang-nhap/", people.sign_in, name="sign_in"),
    path("dang-xuat/", people.sign_out, name="sign_out"),
    path("mat-khau/", people.change_password, name="change_password"),
    path("mat-khau/dat/<uidb64>/<token>/", people.set_password, name="set_password"),
    path("dang-nhap/khoa-dang-nhap/", passkey_pages.sign_in_by_passkey, name="sign_in_by_passkey"),
    path("dang-nhap/qua/<slug:key>/", sign_on.sign_on, name="sign_on"),
    path("dang-nhap/qua/<slug:key>/ve/", sign_on.sign_on_back, name="sign_on_back"),
    path("dang-nhap/qua/<slug:key>/ra/", sign_on.sign_on_out, name="sign_on_out"),
    path("dang-nhap/qua/<slug:key>/loi-moi/<uidb64>/", sign_on.accept_by_sign_on, name="accept_by_sign_on"),
    path("tai-khoan/qua/<slug:key>/", sign_on.bind_sign_on, name="bind_sign_on"),
    path("tai-khoan/qua/<int:pk>/go/", sign_on.unbind_sign_on, name="unbind_sign_on"),
    path("xac-nhan-lai/", second_step.prove, name="prove"),
    path("khoa-dang-nhap/", passkey_pages.register_passkey, name="register_passkey"),
    path("khoa-dang-nhap/cau-hoi/", passkey_pages.passkey_question, name="passkey_question"),
    path("khoa-dang-nhap/<int:pk>/go/", passkey_pages.remove_passkey, name="remove_passkey"),
    path("hai-buoc/", second_step.second_step, name="second_step"),
    path("hai-buoc/thiet-bi/", second_step.set_up_device, name="set_up_device"),
    path("hai-buoc/ma-du-phong/", second_step.recovery_codes, name="recovery_codes"),
    path("hai-buoc/thoi/", second_step.take_off_device, name="take_off_device"),
    path("tai-khoan/", people.own_account, name="own_account"),
    path("tai-khoan/<int:pk>/sua/", people.correct_own_account, name="correct_own_account"),
    path("tai-khoan/<int:pk>/khoa/", own_keys.make_own_key, name="make_own_key"),
    path("tai-khoan/khoa/<int:pk>/thu-hoi/", own_keys.revoke_own_key, name="revoke_own_key"),
    path("uy-quyen/<int:pk>/", people.deputise, name="deputise"),
    path("uy-quyen/<int:pk>/thoi/", people.end_deputy, name="end_deputy"),
    path("ngon-ngu/", people.choose_language, name="set_language"),
    path("quan-tri/", include("hopluc.web.people.urls")),
    path("", include("hopluc.web.intake.urls")),
    path("van-ban/", include("hopluc.web.documents.urls")),
    path("", include("hopluc.web.returns.urls")),
    path("bao-cao/", include("hopluc.web.issuing.urls")),
    path("de-cuong-che-do/", include("hopluc.web.definitions.urls")),
    path("gop-y/", include("hopluc.web.consultation.urls")),
    path("ban-chi-dao/", include("hopluc.web.committees.urls")),
    path("sap-xep/", include("hopluc.web.succession.urls")),
    path("lanh-dao/", include("hopluc.web.briefing.urls")),
    path("toan-canh/", include("hopluc.web.panorama.urls")),
    path("viec/", include("hopluc.web.jobs.urls")),
    path("chi-so/", include("hopluc.web.observatory.urls")),
    path("api/v1/", include("hopluc.web.api.urls")),
    path("", include("hopluc.web.measures.urls")),
    path("", include("hopluc.web.agenda.urls")),
    path("", include("hopluc.web.register.urls")),
    path("", include("hopluc.web.manpower.urls")),
    path("", include("hopluc.web.inquiries.urls")),
    path("", include("hopluc.web.sheets.urls")),
    path("", include("hopluc.web.past.urls")),
    path("", include("hopluc.web.following.urls")),
    path("", include("hopluc.web.personal.urls")),
]
