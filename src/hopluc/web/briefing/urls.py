"""Addresses of the leader's page."""

from django.urls import path

from hopluc.web.briefing import views

app_name = "briefing"
urlpatterns = [
    path("", views.now, name="now"),
    path("da-chot/<int:pk>/", views.fixed, name="fixed"),
    path("da-chot/<int:pk>/trang.docx", views.download, {"kind": "docx"}, name="word"),
    path("da-chot/<int:pk>/trang.pdf", views.download, {"kind": "pdf"}, name="pdf"),
]
