"""Addresses of sheets."""

from django.urls import path

from hopluc.web.sheets import asked_pages, views

app_name = "sheets"
urlpatterns = [
    path("chuong-trinh/<int:pk>/bang-tinh/<slug:noun>.xlsx", views.download, name="download"),
    path("chuong-trinh/<int:pk>/bang-tinh/<slug:noun>/nhap-lai/", views.hand_in, name="hand_in"),
    path("chuong-trinh/<int:pk>/bang-tinh-cua-don-vi/", views.take_agency_sheet, name="take_agency_sheet"),
    path("bang-tinh-cua-don-vi/<int:pk>/", views.agency_sheet, name="agency_sheet"),
    path("bang-tinh/<int:pk>/", views.handed_in, name="handed_in"),
    path("bang-tinh/<int:pk>/dua-vao/", views.enter, name="enter"),
    path("bang-tinh/<int:pk>/chua-vao.xlsx", views.download_refused, name="download_refused"),
    path("chuong-trinh/<int:pk>/bieu-mau/", asked_pages.take, name="take_asked_form"),
    path("bieu-mau/<int:pk>/", asked_pages.asked_form, name="asked_form"),
    path("bieu-mau/<int:pk>/da-dien.xlsx", asked_pages.download, name="download_filled"),
]
