"""Addresses of reorganisations."""

from django.urls import path

from hopluc.web.succession import views

app_name = "succession"
urlpatterns = [
    path("", views.acts, name="acts"),
    path("ghi/<int:pk>/", views.reorganise, name="reorganise"),
    path("<int:pk>/rut/", views.withdraw, name="withdraw"),
    path("xac-dinh/nhiem-vu/<int:pk>/<int:former>/", views.settle_activity, name="settle_activity"),
    path("xac-dinh/cam-ket/<int:pk>/<int:former>/", views.settle_commitment, name="settle_commitment"),
    path("xac-dinh/ky-bao-cao/<int:pk>/<int:former>/", views.settle_round, name="settle_round"),
    path("xac-dinh/don-vi/<int:former>/", views.settle_many, name="settle_many"),
]
