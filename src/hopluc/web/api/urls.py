"""Addresses of what programs read. What stands under a version is only added to; what would break a reader takes a new version."""

from django.urls import path

from hopluc.web.api import views

app_name = "api"
urlpatterns = [
    path("", views.root, name="root"),
    path("openapi.json", views.openapi, name="openapi"),
    path("editions/", views.editions, name="editions"),
    path("editions/<int:pk>/", views.edition, name="edition"),
    path("editions/<int:pk>/figures/", views.figures, name="figures"),
    path("results/<int:pk>/", views.result, name="result"),
    path("results/<int:pk>/ranking/", views.ranking, name="ranking"),
    path("results/<int:pk>/scores/", views.scores, name="scores"),
]
