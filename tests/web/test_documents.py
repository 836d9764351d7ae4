"""Documents: kept by content, claims corrected, passages marked, evidence tied, files given only to whom they concern."""

import hashlib

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import storages
from django.urls import reverse

import factories
from hopluc.web.documents import actions, files, queries, rules
from hopluc.web.documents.actions import Claims, Received
from hopluc.web.documents.models import Document, DocumentVersion, Evidence, Passage
from hopluc.web.journal.models import JournalEntry
from hopluc.web.terms import Term


def test_a_document_is_kept_with_its_claims_and_its_content(standing, officer):
    file = Received("Kế hoạch.docx", b"PK\x03\x04", "application/vnd.openxmlformats", "Nội dung kế hoạch.", reader="1")
    claims = Claims("Kế hoạch năm 2026", kind=Document.Kind.PLAN, number="45/KH-UBND", date=Term.of("2026-02-03", "03/02/2026"))

    version = actions.take_in_document(standing, by=officer, claims=claims, file=file)

    document = version.document
    assert (document.owner, document.number, document.date) == (standing, "45/KH-UBND", Term.of("2026-02-03", "03/02/2026"))
    with files.open_kept(version.sha256) as kept:
        assert kept.read() == b"PK\x03\x04"
    assert (version.number, version.size, version.added_by) == (1, 4, officer)
    assert JournalEntry.objects.last().verb == "take_in_document"


def test_the_same_content_again_is_the_version_already_there(standing):
    first = factories.a_version(standing, "Một nội dung.")

    again = factories.a_version(standing, "Một nội dung.", title="Tên khác")

    assert (again, Document.objects.count()) == (first, 1)


def test_the_same_content_at_another_organisation_is_its_own_document(standing, elsewhere):
    ours, theirs = factories.a_version(standing, "Một nội dung."), factories.a_version(elsewhere, "Một nội dung.")

    assert (ours.document.owner, theirs.document.owner) == (standing, elsewhere)
    assert ours.sha256 == theirs.sha256


def test_a_withdrawn_document_may_come_in_again(standing, officer):
    first = factories.a_version(standing, "Một nội dung.")
    actions.withdraw_document(first.document, by=officer, reason="Tải nhầm")

    again = factories.a_version(standing, "Một nội dung.")

    assert again.document != first.document
    assert list(queries.documents_seen_by(officer)) == [again.document]


def test_new_versions_follow_and_the_old_one_stays(standing, officer):
    first = factories.a_version(standing, "Bản đầu.")

    second = actions.add_version(first.document, by=officer, file=Received.words("b.txt", "Bản sau."), reason="Bản đã ký")
    same = actions.add_version(first.document, by=officer, file=Received.words("b.txt", "Bản sau."))

    assert [(v.number, v.text) for v in first.document.versions.all()] == [(1, "Bản đầu."), (2, "Bản sau.")]
    assert same == second
    assert JournalEntry.objects.last().reason == "Bản đã ký"


def test_words_are_kept_in_one_form(standing):
    version = factories.a_version(standing, "Hợp lực")

    assert version.text == "Hợp lực"


def test_correcting_what_is_noted_leaves_the_file(standing, officer):
    version = factories.a_version(standing)

    actions.correct_claims(version.document, by=officer, changes={"number": "12/QĐ-UBND", "date": Term.of("2026-01-05")})

    document = Document.objects.get()
    assert (document.number, document.date.first.isoformat(), document.versions.count()) == ("12/QĐ-UBND", "2026-01-05", 1)
    assert JournalEntry.objects.last().verb == "correct_claims"


def test_only_what_is_noted_can_be_corrected(standing, officer):
    version = factories.a_version(standing)

    with pytest.raises(AssertionError, match="owner"):
        actions.correct_claims(version.document, by=officer, changes={"owner": standing})


def test_a_source_without_paper_names_who_and_when(standing):
    with pytest.raises(ValidationError, match="người cung cấp"):
        factories.a_version(standing, source=Document.Source.CALL)


def test_a_source_without_paper_is_marked_weaker(standing):
    paper, call = factories.a_version(standing), factories.a_call(standing, "Đã hoàn thành 12 hồ sơ.")

    assert [version.document.weaker for version in (paper, call)] == [False, True]


def test_a_passage_keeps_its_words_and_those_about_it(standing):
    version = factories.a_version(standing, "Năm 2026 hỗ trợ 37 doanh nghiệp đổi mới công nghệ.")

    passage = factories.a_passage(version, "37 doanh nghiệp")

    assert (passage.quote, passage.prefix, passage.suffix) == ("37 doanh nghiệp", "Năm 2026 hỗ trợ ", " đổi mới công nghệ.")
    assert factories.a_passage(version, "37 doanh nghiệp") == passage
    assert passage.get_absolute_url() == f"/van-ban/{version.document_id}/?lan=1&den={passage.start}-{passage.end}#doan"


@pytest.mark.parametrize(("start", "end"), [(0, 0), (5, 4), (0, 999)])
def test_a_passage_lies_inside_the_text(standing, start, end):
    version = factories.a_version(standing, "Văn bản ngắn.")

    with pytest.raises(AssertionError, match="inside"):
        actions.mark_passage(version, start, end)

    assert Passage.objects.count() == 0


def test_evidence_ties_a_field_to_its_words_once(standing, officer):
    version = factories.a_version(standing, "Giao Viện A chủ trì.")
    programme = factories.a_programme(standing)
    evidence = [(factories.a_passage(version, "Viện A"), "title", "Viện A")]

    actions.attach_evidence(programme, by=officer, evidence=evidence)
    actions.attach_evidence(programme, by=officer, evidence=evidence)

    link = Evidence.objects.get()
    assert (link.about, link.field, link.as_written, link.weaker) == (programme, "title", "Viện A", False)
    assert list(queries.evidence_for(programme, officer)) == [link]
    assert JournalEntry.objects.last().verb == "attach_evidence"


def test_evidence_from_a_call_is_marked_weaker(standing, officer):
    call = factories.a_call(standing, "Đã hoàn thành.")
    actions.attach_evidence(standing, by=officer, evidence=[(factories.a_passage(call, "hoàn thành"), "", "")])

    assert queries.evidence_for(standing, officer).get().weaker is True


def test_evidence_in_a_document_one_may_not_see_is_not_shown(standing, officer, stranger):
    version = factories.a_version(standing, "Giao Viện A chủ trì.")
    actions.attach_evidence(standing, by=officer, evidence=[(factories.a_passage(version, "Viện A"), "", "")])

    assert [queries.evidence_for(standing, user).count() for user in (officer, stranger)] == [1, 0]
    assert [queries.evidence_of([standing], user)[standing] for user in (officer, stranger)] == [
        [queries.evidence_for(standing, officer).get()],
        [],
    ]


def test_who_may_correct_a_document(standing, officer, viewer, leader, stranger):
    document = factories.a_version(standing).document

    assert [rules.can_correct_document(user, document) for user in (officer, leader, viewer, stranger)] == [
        True,
        True,
        False,
        False,
    ]
    actions.withdraw_document(document, by=officer, reason="Tải nhầm")
    assert rules.can_correct_document(officer, document) is False


def test_the_file_is_given_as_a_download_in_a_sandbox(standing, officer, signed_in):
    version = factories.a_version(standing, "<script>alert(1)</script>")
    DocumentVersion.objects.filter(pk=version.pk).update(name='Báo cáo "quý I".html', media_type="text/html")

    answer = signed_in(officer).get(reverse("documents:download", args=[version.document_id, 1]))

    assert b"".join(answer.streaming_content) == b"<script>alert(1)</script>"
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"] == "attachment; filename*=utf-8''B%C3%A1o%20c%C3%A1o%20%22qu%C3%BD%20I%22.html"


def test_another_organisations_file_does_not_exist(standing, stranger, signed_in):
    version = factories.a_version(standing)

    answer = signed_in(stranger).get(reverse("documents:download", args=[version.document_id, 1]))

    assert answer.status_code == 404


def test_files_lie_outside_what_the_web_server_shows(settings):
    kept = storages["documents"].location

    assert [str(folder) for folder in (settings.STATIC_ROOT, settings.WEB) if str(kept).startswith(str(folder))] == []


def test_a_file_is_whole_or_absent(settings, tmp_path):
    sha256 = files.keep(b"noi dung")

    with files.open_kept(sha256) as kept:
        place = kept.name
    assert sha256 == hashlib.sha256(b"noi dung").hexdigest()
    assert place.endswith(f"{sha256[:2]}/{sha256[2:4]}/{sha256}")
    assert files.keep(b"noi dung") == sha256


def test_what_was_read_in_the_head_is_corrected_on_a_page(standing, officer, signed_in):
    version = factories.a_version(
        standing, "ĐẢNG ỦY\nBáo cáo", title="ĐẢNG ỦY", issuer=standing, issuer_as_written=standing.name
    )
    browser = signed_in(officer)
    address = reverse("documents:correct", args=[version.document_id])
    asked = browser.get(address).context["form"]
    said = {name: asked[name].value() or "" for name in asked.fields}

    unchanged = browser.post(address, said)
    said |= {
        "title": "Kết quả thực hiện",
        "kind": "report",
        "number": "12/BC-SCT",
        "day": "05/01/2026",
        "issuer_as_written": "Sở Công Thương",
    }
    answer = browser.post(address, said)

    document = Document.objects.get(pk=version.document_id)
    assert unchanged.context["form"].errors
    assert answer.url == document.get_absolute_url()
    assert (str(document), document.kind, str(document.date)) == ("12/BC-SCT Kết quả thực hiện", "report", "05/01/2026")
    assert (document.issued_by, document.issuer) == ("Sở Công Thương", None)
    assert JournalEntry.objects.last().verb == "correct_claims"


def test_a_document_taken_in_by_mistake_is_withdrawn_on_a_page(standing, officer, signed_in):
    version = factories.a_version(standing, "Tải nhầm.")
    browser = signed_in(officer)
    address = reverse("documents:withdraw", args=[version.document_id])

    without_reason = browser.post(address, {})
    answer = browser.post(address, {"reason": "Tải nhầm tệp"}, follow=True)

    assert without_reason.context["form"].errors
    assert "Đã rút văn bản" in answer.content.decode()
    assert list(queries.documents_seen_by(officer)) == []
    assert browser.get(version.document.get_absolute_url()).status_code == 404
