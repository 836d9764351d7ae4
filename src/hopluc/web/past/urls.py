"""Addresses of the past."""

from django.urls import path, re_path

from hopluc.web.past import views

app_name = "past"
urlpatterns = [
    path("lich-su/<slug:noun>/<int:pk>/", views.history, name="history"),
    path("chuong-trinh/<int:pk>/lich-su/", views.programme_history, name="programme_history"),
    path("chuong-trinh/<int:pk>/nhu-ngay/", views.programme, name="programme"),
    path("chuong-trinh/<int:pk>/so-sanh/", views.compare, name="compare"),
    re_path(r"^chuong-trinh/(?P<pk>[0-9]+)/so-sanh/bang\.(?P<kind>docx|csv)$", views.download, name="download"),
]
