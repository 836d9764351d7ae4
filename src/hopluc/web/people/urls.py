"""Addresses of the administrator's pages."""

from django.urls import path

from hopluc.web.people import views

app_name = "people"
urlpatterns = [
    path("", views.accounts, name="accounts"),
    path("tai-khoan/<int:pk>/", views.account, name="account"),
    path("tai-khoan/<int:pk>/mat-khau/", views.renew_password, name="renew_password"),
    path("tai-khoan/<int:pk>/sua/", views.correct_account, name="correct_account"),
    path("tai-khoan/<int:pk>/thiet-bi/", views.take_off_device, name="take_off_device"),
    path("tai-khoan/<int:pk>/dung/", views.close_account, name="close_account"),
    path("tai-khoan/<int:pk>/mo-lai/", views.reopen_account, name="reopen_account"),
    path("vai-tro/<int:pk>/", views.change_role, name="change_role"),
    path("vai-tro/<int:pk>/thoi/", views.end_place, name="end_place"),
    path("co-quan/<int:pk>/vai-tro/", views.give_place, name="give_place"),
    path("co-quan/", views.organisations, name="organisations"),
    path("co-quan/<int:pk>/tai-khoan/", views.open_account, name="open_account"),
    path("co-quan/<int:pk>/don-vi/", views.add_member, name="add_member"),
]
