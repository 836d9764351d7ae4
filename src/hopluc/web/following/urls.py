"""Addresses of notices, remarks and attachments."""

from django.urls import path

from hopluc.web.following import views

app_name = "following"
urlpatterns = [
    path("thong-bao/", views.inbox, name="inbox"),
    path("thong-bao/da-doc/", views.note_read, name="note_read"),
    path("theo-doi/<slug:noun>/<int:pk>/", views.follow, name="follow"),
    path("y-kien/<slug:noun>/<int:pk>/", views.remark, name="remark"),
    path("y-kien/<int:pk>/rut/", views.withdraw_remark, name="withdraw_remark"),
    path("dinh-kem/<slug:noun>/<int:pk>/", views.attach, name="attach"),
    path("dinh-kem/<int:pk>/ban-moi/", views.attach_version, name="attach_version"),
    path("dinh-kem/<int:pk>/rut/", views.withdraw_attachment, name="withdraw_attachment"),
    path("dinh-kem/<int:pk>/tep/<int:number>/", views.download, name="download"),
]
