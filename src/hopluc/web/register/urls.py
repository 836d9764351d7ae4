"""Addresses of the register."""

from django.urls import path

from hopluc.web.register import money_pages, telling_pages, views

app_name = "register"
urlpatterns = [
    path("chuong-trinh/", views.programmes, name="programmes"),
    path("chuong-trinh/<int:pk>/", views.programme, name="programme"),
    path("chuong-trinh/<int:pk>/sua/", views.correct_programme, name="correct_programme"),
    path("chuong-trinh/<int:pk>/rut/", views.withdraw_programme, name="withdraw_programme"),
    path("chuong-trinh/<int:pk>/them-nhiem-vu/", views.assign_task, name="assign_task"),
    path("chuong-trinh/<int:pk>/kinh-phi/", views.note_money, name="note_money"),
    path("chuong-trinh/<int:pk>/them-kien-nghi/", views.put_petition, name="put_petition"),
    path("kinh-phi/can-kiem-tra/", money_pages.money_points, name="money_points"),
    path("ngan-sach/<int:pk>/", money_pages.show_budget, name="budget"),
    path("ngan-sach/<int:pk>/ghi/", money_pages.note_budget, name="note_budget"),
    path("ngan-sach/<int:pk>/muc-tieu/", money_pages.set_budget_aim, name="set_budget_aim"),
    path("nhiem-vu/", views.ledger_page, name="ledger"),
    path("nhiem-vu/<int:pk>/", views.activity, name="activity"),
    path("nhiem-vu/<int:pk>/dien-bien/", views.note_progress, name="note_progress"),
    path("nhiem-vu/<int:pk>/chuyen-tiep/", views.carry_over, name="carry_over"),
    path("nhiem-vu/<int:pk>/minh-chung/", views.add_activity_evidence, name="add_activity_evidence"),
    path("nhiem-vu/<int:pk>/sua/", views.correct_activity, name="correct_activity"),
    path("nhiem-vu/<int:pk>/noi-ve/", telling_pages.say_about, name="say_about"),
    path("nhiem-vu/<int:pk>/tim-bao-cao/", telling_pages.likely, name="likely_tellings"),
    path("nhiem-vu/<int:pk>/rut/", views.withdraw_activity, name="withdraw_activity"),
    path("thoa-thuan/", views.agreements, name="agreements"),
    path("thoa-thuan/<int:pk>/", views.agreement, name="agreement"),
    path("thoa-thuan/<int:pk>/minh-chung/", views.add_agreement_evidence, name="add_agreement_evidence"),
    path("thoa-thuan/<int:pk>/sua/", views.correct_agreement, name="correct_agreement"),
    path("thoa-thuan/<int:pk>/rut/", views.withdraw_agreement, name="withdraw_agreement"),
    path("kien-nghi/", views.petitions, name="petitions"),
    path("kien-nghi/van-ban-tra-loi/", views.choose_letter, name="choose_letter"),
    path("kien-nghi/van-ban-tra-loi/<int:pk>/", views.answer_by_letter, name="answer_by_letter"),
    path("cam-ket/<int:pk>/", views.commitment, name="commitment"),
    path("cam-ket/<int:pk>/ngay-den/", views.note_arrival, name="note_arrival"),
    path("cam-ket/<int:pk>/don-vi/", views.charge_petition, name="charge_petition"),
    path("cam-ket/<int:pk>/tra-loi/", views.answer_petition, name="answer_petition"),
    path("cam-ket/<int:pk>/dien-bien/", views.note_commitment_progress, name="note_commitment_progress"),
    path("cam-ket/<int:pk>/minh-chung/", views.add_commitment_evidence, name="add_commitment_evidence"),
    path("cam-ket/<int:pk>/sua/", views.correct_commitment, name="correct_commitment"),
    path("cam-ket/<int:pk>/rut/", views.withdraw_commitment, name="withdraw_commitment"),
]
