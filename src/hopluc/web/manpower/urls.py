"""Addresses of training and trips."""

from django.urls import path

from hopluc.web.manpower import views

app_name = "manpower"
urlpatterns = [
    path("chuong-trinh/<int:pk>/nhan-luc/", views.programme, name="programme"),
    path("chuong-trinh/<int:pk>/nhan-luc/bang.xlsx", views.download, name="download"),
    path("chuong-trinh/<int:pk>/nhan-luc/nhu-cau/", views.state_need, name="state_need"),
    path("chuong-trinh/<int:pk>/nhan-luc/khoa-dao-tao/", views.offer_course, name="offer_course"),
    path("chuong-trinh/<int:pk>/nhan-luc/doan-cong-tac/", views.plan_delegation, name="plan_delegation"),
    path("chuong-trinh/<int:pk>/nhan-luc/hoi-nghi-an-pham/", views.note_exchange, name="note_exchange"),
    path("chuong-trinh/<int:pk>/nhan-luc/han-bao-cao/", views.set_report_term, name="set_report_term"),
    path("nhu-cau-dao-tao/<int:pk>/sua/", views.correct_need, name="correct_need"),
    path("nhu-cau-dao-tao/<int:pk>/rut/", views.withdraw_need, name="withdraw_need"),
    path("nhiem-vu/<int:pk>/khoa-dao-tao/", views.keep_course, name="keep_course"),
    path("nhiem-vu/<int:pk>/da-dao-tao/", views.note_trained, name="note_trained"),
    path("nhiem-vu/<int:pk>/doan-cong-tac/", views.take_up_delegation, name="take_up_delegation"),
    path("doan-cong-tac/<int:pk>/", views.delegation, name="delegation"),
    path("doan-cong-tac/<int:pk>/sua/", views.correct_delegation, name="correct_delegation"),
    path("doan-cong-tac/<int:pk>/duyet/", views.approve_delegation, name="approve_delegation"),
    path("doan-cong-tac/<int:pk>/da-di/", views.note_return, name="note_return"),
    path("doan-cong-tac/<int:pk>/khong-di/", views.call_off_delegation, name="call_off_delegation"),
    path("doan-cong-tac/<int:pk>/bao-cao/", views.file_report, name="file_report"),
    path("doan-cong-tac/<int:pk>/rut-bao-cao/", views.take_back_report, name="take_back_report"),
    path("doan-cong-tac/<int:pk>/thanh-vien/", views.name_member, name="name_member"),
    path("doan-cong-tac/thanh-vien/<int:pk>/rut/", views.take_off_member, name="take_off_member"),
]
