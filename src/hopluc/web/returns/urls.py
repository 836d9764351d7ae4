"""Addresses of the reporting year."""

from django.urls import path

from hopluc.web.returns import own_pages
from hopluc.web.returns.views import filing, merging, rounds

app_name = "returns"
urlpatterns = [
    path("ky-bao-cao/", rounds.rounds, name="rounds"),
    path("ky-bao-cao/che-do/soan/", own_pages.WordRegime.as_view(), name="word_regime"),
    path("ky-bao-cao/de-cuong/soan/", own_pages.WordReturnOutline.as_view(), name="word_return_outline"),
    path("ky-bao-cao/mo/", rounds.open_round, name="open"),
    path("ky-bao-cao/mo/<int:document>/", rounds.open_round, name="open_from"),
    path("ky-bao-cao/<int:pk>/", rounds.round_, name="round"),
    path("ky-bao-cao/<int:pk>/han/", rounds.move_deadline, name="move_deadline"),
    path("ky-bao-cao/<int:pk>/rut/", rounds.withdraw_round, name="withdraw"),
    path("ky-bao-cao/<int:pk>/tep/", rounds.drop, name="drop"),
    path("ky-bao-cao/<int:pk>/tep/<int:upload>/", rounds.match, name="match"),
    path("ky-bao-cao/<int:pk>/cong-van/word/", rounds.letter, name="letter"),
    path("ky-bao-cao/<int:pk>/cong-van-tung-don-vi/", rounds.letters, name="letters"),
    path("ky-bao-cao/<int:pk>/don-doc/word/", rounds.urging, name="urging"),
    path("ky-bao-cao/<int:pk>/tong-hop/", merging.merge, name="merge"),
    path("ky-bao-cao/<int:pk>/tong-hop/<int:first>/<int:second>/", merging.decide, name="decide"),
    path("ky-bao-cao/<int:pk>/tong-hop/<int:sentence>/", merging.place, name="place"),
    path("bao-cao-don-vi/<int:pk>/", filing.show, name="show"),
    path("bao-cao-don-vi/<int:pk>/tep/", filing.send_files, name="send_files"),
    path("bao-cao-don-vi/<int:pk>/chuyen-lai/", filing.hand_back, name="hand_back"),
    path("bao-cao-don-vi/<int:pk>/rut/", filing.take_back, name="take_back"),
    path("bao-cao-don-vi/<int:pk>/bo-sung/", filing.ask_to_complete, name="ask_to_complete"),
    path("bao-cao-don-vi/<int:pk>/tiep-nhan/", filing.receive, name="receive"),
    path("bao-cao-don-vi/<int:pk>/dinh-chinh/", filing.correct_late, name="correct_late"),
    path("bao-cao-don-vi/<int:pk>/word/", filing.paper, name="paper"),
    path("bao-cao-don-vi/<int:pk>/sao-chep/", filing.copy_sheet, name="copy_sheet"),
    path("bao-cao-don-vi/<int:pk>/sao-chep.xlsx", filing.copy_workbook, name="copy_workbook"),
    path("bao-cao-don-vi/<int:pk>/lien-ket/", filing.make_link, name="make_link"),
    path("bao-cao-don-vi/<int:pk>/thu-hoi/", filing.revoke_links, name="revoke_links"),
    path("tra-loi/<str:token>/", filing.by_link, name="by_link"),
    path("tra-loi/<str:token>/tep/", filing.files_by_link, name="files_by_link"),
]
