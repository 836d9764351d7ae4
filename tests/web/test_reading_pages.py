"""The page of a document: its text, the passage asked for, its versions; and the list with what waits."""

import pytest
from django.urls import reverse

import factories
from hopluc.web.documents.actions import Received, add_version
from hopluc.web.intake.models import Finding

TEXT = "Năm 2026 hỗ trợ 37 doanh nghiệp.\nĐào tạo 240 học viên.\n"


def test_the_passage_asked_for_is_marked_over_lines(standing, viewer, signed_in):
    version = factories.a_version(standing, TEXT)
    passage = factories.a_passage(version, "37 doanh nghiệp.\nĐào tạo")

    shown = signed_in(viewer).get(passage.get_absolute_url()).content.decode()

    assert '<mark class="passage" id="doan">37 doanh nghiệp.</mark>' in shown
    assert '<mark class="passage">Đào tạo</mark> 240 học viên.' in shown


@pytest.mark.parametrize("place", ["", "5", "9-3", "x-y", "-4-9", "0-99999999999999", "1-2-3"])
def test_a_place_that_is_none_marks_nothing(standing, officer, signed_in, place):
    version = factories.a_version(standing, TEXT)

    response = signed_in(officer).get(version.document.get_absolute_url(), {"den": place})

    assert (response.status_code, b"<mark" in response.content) == (200, False)


def test_an_earlier_version_is_shown_where_it_is_asked_for(standing, officer, signed_in):
    version = factories.a_version(standing, "Bản đầu.")
    add_version(version.document, by=officer, file=Received.words("hai.txt", "Bản hai."))
    browser, address = signed_in(officer), version.document.get_absolute_url()

    assert "Bản hai." in browser.get(address).content.decode()
    assert "Bản đầu." in browser.get(address, {"lan": "1"}).content.decode()
    assert [browser.get(address, {"lan": number}).status_code for number in ("7", "99999999999")] == [404, 404]


def test_the_text_is_shown_as_text(standing, officer, signed_in):
    version = factories.a_version(standing, "<script>alert(1)</script> & hết")

    shown = signed_in(officer).get(version.document.get_absolute_url()).content.decode()

    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; hết" in shown


def test_a_note_of_a_call_says_who_told_it(standing, officer, signed_in):
    version = factories.a_call(standing, "Số đúng là 126.")

    shown = signed_in(officer).get(version.document.get_absolute_url()).content.decode()

    assert "Ông Lê Văn Thử" in shown
    assert "Chưa có văn bản xác nhận" in shown


@pytest.fixture
def two_documents(standing, member):
    """A report with something to confirm and to check, and a decision settled."""
    waiting = factories.a_version(standing, title="Báo cáo", kind="report")
    settled = factories.a_version(standing, title="Quyết định", kind="decision")
    for version, kind, state in (
        (waiting, "statement", "proposed"), (waiting, "task", "postponed"), (waiting, Finding.CHECK, "proposed"),
        (settled, "statement", "confirmed"),
    ):  # fmt: skip
        Finding.objects.create(version=version, kind=kind, identity=kind, claim=kind, value={}, state=state, reader="1")
    return waiting.document, settled.document


@pytest.mark.parametrize(
    ("chosen", "kinds"),
    [({}, ["decision", "report"]), ({"cho": "1"}, ["report"]), ({"loai": "decision"}, ["decision"]), ({"loai": "x"}, ["decision", "report"]),
     ({"loai": "law"}, [])],
)  # fmt: skip
def test_documents_are_chosen_by_kind_and_by_what_waits(two_documents, officer, signed_in, chosen, kinds):
    response = signed_in(officer).get(reverse("documents:list"), chosen)

    assert [document.kind for document in response.context["object_list"]] == kinds


def test_the_list_tells_how_much_waits_in_each(two_documents, officer, signed_in):
    rows = signed_in(officer).get(reverse("documents:list")).context["object_list"]

    assert [(row.kind, row.awaiting, row.checks) for row in rows] == [("decision", 0, 0), ("report", 2, 1)]
