"""Addresses of documents."""

from django.urls import path

from hopluc.web.documents import views

app_name = "documents"
urlpatterns = [
    path("", views.listing, name="list"),
    path("<int:pk>/", views.show, name="show"),
    path("<int:pk>/sua/", views.correct, name="correct"),
    path("<int:pk>/rut/", views.withdraw, name="withdraw"),
    path("<int:pk>/tep/<int:number>/", views.download, name="download"),
]
