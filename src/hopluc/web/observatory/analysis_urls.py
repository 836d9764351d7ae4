"""Addresses of the analysts' pages of a result."""

from django.urls import path

from hopluc.web.observatory.views import analysing, briefing, entering, looking_back, trends

urlpatterns = [
    path("ket-qua/<int:pk>/trong-so/", analysing.weights, name="weights"),
    path("ket-qua/<int:pk>/trong-so/tep/", analysing.weights_file, name="weights_file"),
    path("ket-qua/<int:pk>/tuong-quan/", analysing.correlations, name="correlations"),
    path("ket-qua/<int:pk>/tuong-quan/tep/", analysing.correlations_file, name="correlations_file"),
    path("ket-qua/<int:pk>/ban-do/", analysing.map_of_scores, name="score_map"),
    path("ket-qua/<int:pk>/ban-do/tep/", analysing.map_file, name="score_map_file"),
    path("ket-qua/<int:pk>/don-vi/<int:unit>/xu-the/", trends.trend, name="trend"),
    path("ket-qua/<int:pk>/don-vi/<int:unit>/xu-the/tep/", trends.trend_file, name="trend_file"),
    path("ket-qua/<int:pk>/nhin-lai/", looking_back.looking_back, name="look_back"),
    path("ket-qua/<int:pk>/nhin-lai/tep/", looking_back.looking_back_file, name="look_back_file"),
    path("ket-qua/<int:pk>/tom-tat/", briefing.brief, name="brief"),
    path("ky/<int:pk>/bang/chua-vao/", entering.refused_rows, name="refused_rows"),
]
