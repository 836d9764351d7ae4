"""Addresses of consultations."""

from django.urls import path

from hopluc.web.consultation import views

app_name = "consultation"
urlpatterns = [
    path("", views.consultations, name="list"),
    path("du-thao/<int:pk>/", views.draft, name="draft"),
    path("du-thao/<int:pk>/noi-bo/", views.ask_inside, name="ask_inside"),
    path("du-thao/<int:pk>/lien-nganh/", views.ask_agencies, name="ask_agencies"),
    path("du-thao/<int:pk>/trinh-ky/", views.put_up, name="put_up"),
    path("<int:pk>/", views.show, name="show"),
    path("<int:pk>/y-kien/", views.give, name="give"),
    path("<int:pk>/ghi-nhan/", views.note, name="note"),
    path("<int:pk>/thong-nhat/", views.agree, name="agree"),
    path("<int:pk>/ket-thuc/", views.close, name="close"),
    path("<int:pk>/bang-tong-hop/", views.table, name="table"),
    path("<int:pk>/word/", views.word, name="word"),
    path("<int:pk>/anh/", views.take_photographs, name="take_photographs"),
    path("anh/<int:pk>/", views.photographs, name="photographs"),
    path("anh/<int:pk>/<int:upload>/", views.picture, name="picture"),
    path("y-kien/<int:pk>/tra-loi/", views.answer, name="answer"),
    path("y-kien/<int:pk>/rut/", views.withdraw, name="withdraw"),
]
