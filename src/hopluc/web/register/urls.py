"""Addresses of the register."""

from django.urls import path

from hopluc.web.register import views

app_name = "register"
urlpatterns = [
    path("chuong-trinh/", views.programmes, name="programmes"),
    path("chuong-trinh/<int:pk>/", views.programme, name="programme"),
    path("nhiem-vu/<int:pk>/", views.activity, name="activity"),
    path("thoa-thuan/<int:pk>/", views.agreement, name="agreement"),
    path("cam-ket/<int:pk>/", views.commitment, name="commitment"),
]
