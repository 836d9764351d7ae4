"""Addresses of sheets."""

from django.urls import path

from hopluc.web.sheets import views

app_name = "sheets"
urlpatterns = [
    path("chuong-trinh/<int:pk>/bang-tinh/<slug:noun>.xlsx", views.download, name="download"),
    path("chuong-trinh/<int:pk>/bang-tinh/<slug:noun>/nhap-lai/", views.hand_in, name="hand_in"),
    path("chuong-trinh/<int:pk>/bang-tinh-cua-don-vi/", views.take_agency_sheet, name="take_agency_sheet"),
    path("bang-tinh-cua-don-vi/<int:pk>/", views.agency_sheet, name="agency_sheet"),
    path("bang-tinh/<int:pk>/", views.handed_in, name="handed_in"),
    path("bang-tinh/<int:pk>/dua-vao/", views.enter, name="enter"),
    path("bang-tinh/<int:pk>/chua-vao.xlsx", views.download_refused, name="download_refused"),
]
