"""Addresses of figures."""

from django.urls import path

from hopluc.web.measures import views

app_name = "measures"
urlpatterns = [
    path("so-lieu/", views.indicators, name="indicators"),
    path("so-lieu/tong-hop/", views.sums, name="sums"),
    path("so-lieu/<int:pk>/", views.indicator, name="indicator"),
    path("so-lieu/gia-tri/<int:pk>/sua/", views.correct, name="correct"),
    path("so-lieu/gia-tri/<int:pk>/rut/", views.withdraw, name="withdraw"),
]
