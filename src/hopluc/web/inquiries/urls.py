"""Addresses of inquiries."""

from django.urls import path

from hopluc.web.inquiries import views

app_name = "inquiries"
urlpatterns = [
    path("bao-cao-don-vi/<int:pk>/xin-so-lieu/", views.show, name="show"),
    path("bao-cao-don-vi/<int:pk>/xin-so-lieu/moi/", views.ask, name="ask"),
    path("xin-so-lieu/<int:pk>/lay-vao/", views.take_over, name="take_over"),
    path("xin-so-lieu/<int:pk>/lam-ro/", views.send_back, name="send_back"),
    path("xin-so-lieu/<int:pk>/thu-hoi/", views.revoke, name="revoke"),
    path("so-lieu/<str:token>/", views.by_link, name="by_link"),
]
