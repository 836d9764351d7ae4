"""Addresses of the pages of a whole."""

from django.urls import path

from hopluc.web.panorama import views

app_name = "panorama"
urlpatterns = [
    path("", views.whole, name="whole"),
    path("nhiem-vu/<slug:step>/", views.step, name="step"),
    path("dia-phuong/<int:pk>/", views.province, name="province"),
    path("don-vi/<int:pk>/", views.agency, name="agency"),
]
