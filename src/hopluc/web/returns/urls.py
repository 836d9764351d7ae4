"""Addresses of the reporting year."""

from django.urls import path

from hopluc.web.returns import views

app_name = "returns"
urlpatterns = [
    path("ky-bao-cao/", views.rounds, name="rounds"),
    path("ky-bao-cao/mo/", views.open_round, name="open"),
    path("ky-bao-cao/mo/<int:document>/", views.open_round, name="open_from"),
    path("ky-bao-cao/<int:pk>/", views.round_, name="round"),
    path("ky-bao-cao/<int:pk>/han/", views.move_deadline, name="move_deadline"),
    path("ky-bao-cao/<int:pk>/rut/", views.withdraw_round, name="withdraw"),
    path("ky-bao-cao/<int:pk>/tep/", views.drop, name="drop"),
    path("ky-bao-cao/<int:pk>/tep/<int:upload>/", views.match, name="match"),
    path("ky-bao-cao/<int:pk>/cong-van/word/", views.letter, name="letter"),
    path("ky-bao-cao/<int:pk>/cong-van-tung-don-vi/", views.letters, name="letters"),
    path("ky-bao-cao/<int:pk>/don-doc/word/", views.urging, name="urging"),
    path("ky-bao-cao/<int:pk>/tong-hop/", views.merge, name="merge"),
    path("ky-bao-cao/<int:pk>/tong-hop/<int:first>/<int:second>/", views.decide, name="decide"),
    path("ky-bao-cao/<int:pk>/tong-hop/<int:sentence>/", views.place, name="place"),
    path("bao-cao-don-vi/<int:pk>/", views.show, name="show"),
    path("bao-cao-don-vi/<int:pk>/chuyen-lai/", views.hand_back, name="hand_back"),
    path("bao-cao-don-vi/<int:pk>/rut/", views.take_back, name="take_back"),
    path("bao-cao-don-vi/<int:pk>/bo-sung/", views.ask_to_complete, name="ask_to_complete"),
    path("bao-cao-don-vi/<int:pk>/tiep-nhan/", views.receive, name="receive"),
    path("bao-cao-don-vi/<int:pk>/dinh-chinh/", views.correct_late, name="correct_late"),
    path("bao-cao-don-vi/<int:pk>/word/", views.paper, name="paper"),
    path("bao-cao-don-vi/<int:pk>/lien-ket/", views.make_link, name="make_link"),
    path("bao-cao-don-vi/<int:pk>/thu-hoi/", views.revoke_links, name="revoke_links"),
    path("tra-loi/<str:token>/", views.by_link, name="by_link"),
]
