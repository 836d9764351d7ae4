"""Addresses of reports."""

from django.urls import path

from hopluc.web.issuing import outline_pages, views

app_name = "issuing"
urlpatterns = [
    path("", views.drafts, name="drafts"),
    path("lap/", views.compose, name="compose"),
    path("de-cuong/soan/", outline_pages.WordOutline.as_view(), name="word_outline"),
    path("kien-nghi/word/", views.petitions_word, name="petitions_word"),
    path("<int:pk>/", views.draft, name="draft"),
    path("<int:pk>/word/", views.download, {"kind": "word"}, name="word"),
    path("<int:pk>/pdf/", views.download, {"kind": "pdf"}, name="pdf"),
]
