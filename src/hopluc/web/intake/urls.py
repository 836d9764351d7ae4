"""Addresses of intake."""

from django.urls import path

from hopluc.web.intake import views

app_name = "intake"
urlpatterns = [
    path("van-ban/tai-len/", views.take_in, name="take_in"),
    path("van-ban/ghi-nhan/", views.note_source, name="note_source"),
    path("van-ban/lan/<int:pk>/", views.batch, name="batch"),
    path("van-ban/lan/<int:pk>/doc-tiep/", views.read_on, name="read_on"),
    path("van-ban/<int:pk>/xac-nhan/", views.confirm, name="confirm"),
    path("van-ban/<int:pk>/xac-nhan/chac-chan/", views.confirm_certain, name="confirm_certain"),
    path("van-ban/<int:pk>/xac-nhan/bo-qua/", views.leave_rest, name="leave_rest"),
    path("van-ban/<int:pk>/xac-nhan/them/<slug:kind>/", views.add, name="add"),
    path("van-ban/<int:pk>/chuong-trinh/", views.join, name="join"),
    path("doi-chieu/", views.checks, name="checks"),
    path("thong-tin/<int:pk>/dung/", views.right, name="right"),
    path("thong-tin/<int:pk>/bo-qua/", views.leave, name="leave"),
    path("thong-tin/<int:pk>/sua/", views.correct, name="correct"),
    path("thong-tin/<int:pk>/doi-chieu/", views.settle, name="settle"),
    path("thong-tin/<int:pk>/nhiem-vu/<int:activity>/", views.say_about, name="say_about"),
    path("thong-tin/<int:pk>/hoi-lai/", views.reopen, name="reopen"),
]
