"""Addresses of a person's data."""

from django.urls import path, re_path

from hopluc.web.personal import views

app_name = "personal"
_DATA = "quan-tri/du-lieu-ca-nhan/"
urlpatterns = [
    path(_DATA, views.persons, name="persons"),
    path(f"{_DATA}tai-khoan/<int:pk>/", views.account, name="account"),
    re_path(rf"^{_DATA}tai-khoan/(?P<pk>[0-9]+)/tep\.(?P<kind>json|docx)$", views.account_file, name="account_file"),
    path(f"{_DATA}tai-khoan/<int:pk>/xoa/", views.erase_account, name="erase_account"),
    path(f"{_DATA}ca-nhan/<int:pk>/", views.person, name="person"),
    re_path(rf"^{_DATA}ca-nhan/(?P<pk>[0-9]+)/tep\.(?P<kind>json|docx)$", views.person_file, name="person_file"),
    path(f"{_DATA}ca-nhan/<int:pk>/xoa/", views.erase_person, name="erase_person"),
    path("tai-khoan/du-lieu/", views.own, name="own"),
    re_path(r"^tai-khoan/du-lieu/tep\.(?P<kind>json|docx)$", views.own_file, name="own_file"),
]
