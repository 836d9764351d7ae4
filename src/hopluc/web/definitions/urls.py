"""Addresses of definitions."""

from django.urls import path

from hopluc.web.definitions import views

app_name = "definitions"
urlpatterns = [
    path("", views.definitions, name="list"),
    path("<int:pk>/", views.show, name="show"),
    path("<int:pk>/tep/", views.download, name="download"),
    path("<int:pk>/dung-lai/", views.take_up_again, name="take_up_again"),
    path("<int:pk>/thoi-dung/", views.end, name="end"),
    path("chung/<slug:kind>/<slug:code>/", views.download_shared, name="download_shared"),
]
