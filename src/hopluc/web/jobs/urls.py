"""Addresses of jobs."""

from django.urls import path

from hopluc.web.jobs import views

app_name = "jobs"
urlpatterns = [
    path("<int:pk>/", views.show, name="show"),
    path("<int:pk>/dung/", views.cancel, name="cancel"),
]
