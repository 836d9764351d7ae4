"""Addresses of the analysts' pages of a result."""

from django.urls import path

from hopluc.web.observatory.views import analysing

urlpatterns = [
    path("ket-qua/<int:pk>/trong-so/", analysing.weights, name="weights"),
    path("ket-qua/<int:pk>/trong-so/tep/", analysing.weights_file, name="weights_file"),
    path("ket-qua/<int:pk>/tuong-quan/", analysing.correlations, name="correlations"),
    path("ket-qua/<int:pk>/tuong-quan/tep/", analysing.correlations_file, name="correlations_file"),
]
