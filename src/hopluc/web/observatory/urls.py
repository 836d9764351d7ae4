"""Addresses of the room of indices."""

from django.urls import include, path

from hopluc.web.observatory.views import editions, entering, explaining, frameworks, profiles, results, taking_out

app_name = "observatory"
urlpatterns = [
    path("", frameworks.indices, name="indices"),
    path("", include("hopluc.web.observatory.analysis_urls")),
    path("khung/them/", frameworks.add_framework, name="add_framework"),
    path("khung/<int:pk>/", frameworks.framework, name="framework"),
    path("khung/<int:pk>/tep/", frameworks.download_framework, name="download_framework"),
    path("khung/<int:pk>/mo-ky/", frameworks.open_edition, name="open_edition"),
    path("ky/<int:pk>/", editions.edition, name="edition"),
    path("ky/<int:pk>/co-quan/", editions.suppliers, name="suppliers"),
    path("ky/<int:pk>/rut/", editions.withdraw, name="withdraw"),
    path("ky/<int:pk>/dinh-chinh/", editions.correct, name="correct"),
    path("ky/<int:pk>/cong-bo/", editions.official, name="official"),
    path("ky/<int:pk>/tep/", entering.download, name="download"),
    path("ky/<int:pk>/minh-chung/", taking_out.evidence_pack, name="evidence_pack"),
    path("ky/<int:pk>/bang-chep/", taking_out.copy_sheet, name="copy_sheet"),
    path("ky/<int:pk>/bang/nhap/", entering.hand_in, name="hand_in"),
    path("ky/<int:pk>/tinh/", results.compute, name="compute"),
    path("so-lieu/<int:pk>/", entering.series, name="series"),
    path("so-lieu/<int:pk>/nhap/", entering.enter_figures, name="enter_figures"),
    path("so-lieu/<int:pk>/dan/", entering.paste, name="paste"),
    path("so-lieu/<int:pk>/kiem-tra/", entering.check, name="check"),
    path("so-lieu/<int:pk>/bo-sung/", entering.ask, name="ask"),
    path("so-lieu/<int:pk>/chap-nhan/", entering.accept, name="accept"),
    path("minh-chung/<int:pk>/gan/", entering.attach, name="attach"),
    path("minh-chung/<int:pk>/go/", entering.detach, name="detach"),
    path("ket-qua/<int:pk>/", results.result, name="result"),
    path("ket-qua/<int:pk>/tep/", results.ranking_file, name="ranking_file"),
    path("ket-qua/<int:pk>/bang-tinh/", results.workbook, name="workbook"),
    path("ket-qua/<int:pk>/don-vi/<int:unit>/", explaining.profile, name="profile"),
    path("ket-qua/<int:pk>/don-vi/<int:unit>/tep/", explaining.profile_file, name="profile_file"),
    path("ket-qua/<int:pk>/don-vi/<int:unit>/ho-so/<str:language>/", profiles.profile_paper, name="profile_paper"),
    path("ket-qua/<int:pk>/ho-so/", profiles.ask_for_profiles, name="ask_for_profiles"),
    path("bo-ho-so/<int:pk>/", profiles.profile_set, name="profile_set"),
    path("bo-ho-so/<int:pk>/tep/", profiles.profile_set_file, name="profile_set_file"),
    path("ket-qua/<int:pk>/don-vi/<int:unit>/gia-dinh/", explaining.what_if, name="what_if"),
    path("ket-qua/<int:pk>/so-sanh/", explaining.comparison, name="comparison"),
    path("ket-qua/<int:pk>/so-sanh/<int:first>/<int:second>/tep/", explaining.comparison_file, name="comparison_file"),
    path("ket-qua/<int:pk>/soat-xet/", results.review, name="review"),
    path("ket-qua/<int:pk>/chot/", results.publish, name="publish"),
]
