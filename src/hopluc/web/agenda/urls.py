"""Addresses of Việc của tôi."""

from django.urls import path

from hopluc.web.agenda import views

app_name = "agenda"
urlpatterns = [
    path("viec-cua-toi/", views.mine, name="mine"),
    path("viec-cua-toi/lich/", views.renew_calendar, name="renew_calendar"),
    path("viec-cua-toi/cong-van/<int:pk>/word/", views.letter, name="letter"),
    path("lich/<str:key>.ics", views.show_calendar, name="calendar"),
    path("nhiem-vu/<int:pk>/phan-cong/", views.assign_activity, name="assign_activity"),
    path("cam-ket/<int:pk>/phan-cong/", views.assign_commitment, name="assign_commitment"),
    path("ban-giao/", views.hand_overs, name="hand_overs"),
    path("ban-giao/nguoi/<int:pk>/", views.hand_over, name="hand_over"),
    path("ban-giao/<int:pk>/", views.handed_over, name="handed_over"),
    path("ban-giao/<int:pk>/hoan-tac/", views.undo_hand_over, name="undo_hand_over"),
]
