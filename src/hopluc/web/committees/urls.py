"""Addresses of committees."""

from django.urls import path

from hopluc.web.committees import views

app_name = "committees"
urlpatterns = [
    path("<int:pk>/", views.show, name="show"),
    path("<int:pk>/kien-toan/", views.consolidate, name="consolidate"),
    path("<int:pk>/hop/", views.note_meeting, name="note_meeting"),
    path("thanh-vien/<int:pk>/khuyet/", views.note_vacancy, name="note_vacancy"),
    path("khuyet/<int:pk>/rut/", views.withdraw_vacancy, name="withdraw_vacancy"),
    path("quyet-dinh/<int:pk>/", views.consolidation, name="consolidation"),
    path("quyet-dinh/<int:pk>/word/", views.word, name="word"),
    path("quyet-dinh/<int:pk>/da-ky/", views.note_signed, name="note_signed"),
    path("quyet-dinh/<int:pk>/rut/", views.withdraw_consolidation, name="withdraw_consolidation"),
    path("cuoc-hop/<int:pk>/", views.meeting, name="meeting"),
    path("cuoc-hop/<int:pk>/sua/", views.correct_meeting, name="correct_meeting"),
    path("cuoc-hop/<int:pk>/rut/", views.withdraw_meeting, name="withdraw_meeting"),
    path("cuoc-hop/<int:pk>/ket-luan/", views.note_conclusion, name="note_conclusion"),
]
