"""Pages of reports: composing a draft, the list, the draft itself, its files; who may, who may not, what the journal says."""

import io
from datetime import date, timedelta

import docx
import lxml.html
import pytest
from django.urls import reverse
from django.utils import timezone

import factories
from hopluc.web.documents.files import read_kept
from hopluc.web.documents.models import Evidence
from hopluc.web.intake.models import Finding
from hopluc.web.issuing import pages, queries
from hopluc.web.issuing.actions import compose_review
from hopluc.web.issuing.models import ReportDraft
from hopluc.web.issuing.sources import prefix_in_words, suffix_in_words
from hopluc.web.journal.models import JournalEntry
from hopluc.web.measures import actions as measures
from hopluc.web.measures.figures import Figure
from hopluc.web.people.letterheads import letterhead_of
from hopluc.web.register import actions as register
from hopluc.web.register.models import Programme
from hopluc.web.terms import Term

COMPOSE, DRAFTS = reverse("issuing:compose"), reverse("issuing:drafts")
TEXT = "Trong năm 2026, thành phố khảo sát 48 công nghệ xử lý nước thải."


@pytest.fixture
def programme(standing) -> Programme:
    return factories.a_programme(standing, "Chương trình hợp tác thử nghiệm")


@pytest.fixture
def figure(programme, standing):
    """48 technologies, with the passage that says so."""
    passage = factories.a_passage(factories.a_version(standing, TEXT), "khảo sát 48 công nghệ xử lý nước thải")
    indicator = measures.find_or_add_indicator(standing, by=None, name="khảo sát công nghệ xử lý nước thải", unit="công nghệ")
    evidence = [(passage, "", passage.quote)]
    return measures.record_observation(
        indicator, by=None, figure=Figure.exact(48), about=programme, evidence=evidence, period=Term.of("2026")
    )


@pytest.fixture
def draft(programme, figure, officer) -> ReportDraft:
    return compose_review(programme, by=officer, on=date(2026, 11, 22))


def test_an_officer_composes_a_draft_and_the_journal_says_so(programme, figure, officer, signed_in):
    answer = signed_in(officer).post(COMPOSE, {"programme": programme.pk, "on": "2026-11-20"})

    made = ReportDraft.objects.get()
    line = JournalEntry.objects.last()
    assert answer.url == made.get_absolute_url()
    assert (made.number, made.figures_on, made.made_by, made.figures, made.unsourced) == (1, date(2026, 11, 20), officer, 1, 0)
    assert (line.verb, line.actor_id) == ("compose_review", officer.pk)


def test_each_composition_is_the_next_draft(programme, draft, officer):
    again = compose_review(programme, by=officer, on=date(2026, 11, 22))

    assert (draft.number, again.number) == (1, 2)


@pytest.mark.parametrize("on", ["", "31/02/2026", "khong phai ngay"])
def test_a_day_that_is_none_is_refused(on, programme, officer, signed_in):
    answer = signed_in(officer).post(COMPOSE, {"programme": programme.pk, "on": on})

    assert (answer.status_code, ReportDraft.objects.count()) == (400, 0)


def test_figures_of_a_day_to_come_are_refused(programme, officer, signed_in):
    tomorrow = timezone.localdate() + timedelta(days=1)

    answer = signed_in(officer).post(COMPOSE, {"programme": programme.pk, "on": tomorrow.isoformat()})

    assert (answer.status_code, ReportDraft.objects.count()) == (400, 0)
    assert answer.context["form"].errors["on"] == ["Ngày của số liệu chưa đến. Đề nghị chọn ngày hôm nay hoặc một ngày đã qua."]


def test_a_programme_of_another_agency_cannot_be_chosen(programme, stranger, signed_in):
    answer = signed_in(stranger).post(COMPOSE, {"programme": programme.pk, "on": "2026-11-20"})

    assert (answer.status_code, ReportDraft.objects.count()) == (400, 0)


def test_a_viewer_reads_and_does_not_compose(programme, draft, viewer, signed_in):
    browser = signed_in(viewer)

    composed = browser.post(COMPOSE, {"programme": programme.pk, "on": "2026-11-20"})

    assert (composed.status_code, ReportDraft.objects.count()) == (403, 1)
    assert browser.get(draft.get_absolute_url()).context["may_compose"] is False
    assert browser.get(DRAFTS).context["may_compose"] is False


def test_an_agency_without_programmes_is_told_what_to_do(stranger, signed_in):
    page = signed_in(stranger).get(COMPOSE).content.decode()

    assert page.count("Đề nghị tải lên văn bản của chương trình") == 1


def test_the_list_shows_each_draft_with_its_figures_to_those_who_may_see_it(draft, officer, stranger, signed_in):
    own, other = signed_in(officer).get(DRAFTS), signed_in(stranger).get(DRAFTS)

    assert list(own.context["object_list"]) == [draft]
    assert list(other.context["object_list"]) == []
    assert other.content.decode().count("Chưa có dự thảo báo cáo nào.") == 1


def test_a_figure_on_the_page_leads_to_its_passage(draft, figure, officer, signed_in):
    passage = Evidence.objects.get(object_id=figure.pk, field="").passage
    page = signed_in(officer).get(draft.get_absolute_url()).content.decode()

    address = passage.get_absolute_url().replace("&", "&amp;")
    assert page.count(f'<a href="{address}">48 công nghệ</a>') == 1
    assert "<style" not in page
    assert 'style="' not in page


def test_text_of_a_document_is_never_markup_on_the_page(programme, standing, officer, signed_in):
    passage = factories.a_passage(
        factories.a_version(standing, "Đã <script>alert(1)</script> xong."), "<script>alert(1)</script>"
    )
    register.make_statement(
        programme, by=None, kind="result", text="Đã <script>alert(1)</script> xong", evidence=[(passage, "", passage.quote)]
    )
    made = compose_review(programme, by=officer, on=date(2026, 11, 22))

    page = signed_in(officer).get(made.get_absolute_url()).content.decode()

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


@pytest.mark.parametrize(("kind", "begins"), [("word", b"PK"), ("pdf", b"%PDF")])
def test_files_are_saved_and_never_opened_as_a_page(kind, begins, draft, officer, signed_in):
    answer = signed_in(officer).get(reverse(f"issuing:{kind}", args=[draft.pk]))

    ending = {"word": "docx", "pdf": "pdf"}[kind]
    assert b"".join(answer.streaming_content).startswith(begins)
    assert answer.headers["Content-Disposition"] == (
        f'attachment; filename="bao-cao-so-ket-chuong-trinh-hop-tac-thu-nghiem-du-thao-1.{ending}"'
    )
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_the_word_file_holds_the_figure(draft, officer, signed_in):
    answer = signed_in(officer).get(reverse("issuing:word", args=[draft.pk]))

    paragraphs = [p.text for p in docx.Document(io.BytesIO(b"".join(answer.streaming_content))).paragraphs]
    assert "- Khảo sát 48 công nghệ xử lý nước thải (năm 2026)." in paragraphs


@pytest.mark.parametrize(("subject", "told"), [("năng suất lúa tăng", True), ("tăng", False)])
def test_a_measure_of_which_nothing_says_what_is_measured_is_not_told(subject, told, programme, standing, officer):
    indicator = measures.find_or_add_indicator(standing, by=None, name=subject, unit="%")
    measures.record_observation(indicator, by=None, figure=Figure.exact(7), about=programme, period=Term.of("2026"))

    made = compose_review(programme, by=officer, on=date(2026, 11, 22))

    paragraphs = docx.Document(io.BytesIO(read_kept(made.word))).paragraphs
    assert any("7%" in paragraph.text for paragraph in paragraphs) is told


def test_before_it_goes_up_a_draft_says_what_is_to_be_seen_to(draft):
    assert [(point.look, point.words) for point in pages.points(draft)] == [
        ("good", "Thể thức theo Nghị định 30/2020/NĐ-CP; số, ngày ban hành do hệ thống quản lý văn bản cấp"),
        ("good", "1/1 số liệu có nguồn"),
        ("good", "Mọi nguồn đều là văn bản"),
        ("good", "Không còn điểm cần đối chiếu"),
    ]


def test_weak_sources_and_open_points_are_named(programme, standing, officer):
    passage = factories.a_passage(factories.a_call(standing, "Đã có 12 cơ sở tham gia."), "Đã có 12 cơ sở tham gia.")
    register.make_statement(
        programme, by=None, kind="result", text="Đã có 12 cơ sở tham gia", evidence=[(passage, "", passage.quote)]
    )
    Finding.objects.create(
        version=passage.version,
        programme=programme,
        kind=Finding.CHECK,
        identity="1",
        claim="1",
        value={},
        spans=[[0, 2]],
        reader="1",
    )
    made = compose_review(programme, by=officer, on=date(2026, 11, 22))

    assert [(point.look, point.words, point.address) for point in pages.points(made)][1:] == [
        ("wait", "Chưa có số liệu", ""),
        ("wait", "1 nguồn chưa có văn bản xác nhận", "#nguon"),
        ("wait", "1 điểm cần đối chiếu còn mở", "intake:checks"),
    ]


def test_the_outline_is_shown_as_it_is_printed(draft):
    titles = [part["title"] for part in pages.outline_of(draft)]

    assert titles[:3] == ["Mở đầu", "Căn cứ pháp lý", "Mục tiêu của Chương trình"]
    assert "Kế hoạch" in titles


def test_a_withdrawn_programme_is_composed_no_more(programme, officer):
    register.withdraw(programme, by=officer, reason="Nhập nhầm")

    assert list(queries.programmes_composed_by(officer)) == []


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("Sở Khoa học và Công nghệ tỉnh Tân Lâm", ("UBND tỉnh Tân Lâm", "Sở Khoa học và Công nghệ", "BC-SKHCN", "Tân Lâm")),
        ("Viện Nghiên cứu Thử nghiệm", ("", "Viện Nghiên cứu Thử nghiệm", "BC-VNCTN", "……")),
    ],
)
def test_a_letterhead_is_printed_without_the_place_of_a_local_body(name, head, db):
    printed = letterhead_of(factories.an_organisation(name))

    assert (printed.parent, printed.issuer, printed.symbol, printed.place) == head


def _word(draft: ReportDraft) -> docx.document.Document:
    return docx.Document(io.BytesIO(read_kept(draft.word)))


@pytest.mark.parametrize(("sent", "annexes"), [({}, 0), ({"annex": "on"}, 1)])
def test_the_files_end_with_the_list_of_sources_only_where_asked(sent, annexes, programme, figure, officer, signed_in):
    signed_in(officer).post(COMPOSE, {"programme": programme.pk, "on": "2026-11-20", **sent})

    assert [p.text for p in _word(ReportDraft.objects.get()).paragraphs].count("Phụ lục") == annexes


@pytest.mark.parametrize(
    ("spans", "state", "doubted"),
    [
        ([[0, 5], [30, 40]], "proposed", ["48 công nghệ"]),
        ([[30, 40]], "postponed", ["48 công nghệ"]),
        ([[30, 40]], "skipped", []),
        ([[0, 5]], "proposed", []),
    ],
)
def test_a_figure_is_doubted_while_an_open_point_touches_its_passage(spans, state, doubted, programme, figure, officer):
    version = Evidence.objects.get(object_id=figure.pk, field="").passage.version
    Finding.objects.create(
        version=version, programme=programme, kind=Finding.CHECK, identity="1", claim="1", value={}, spans=spans,
        reader="1", state=state,
    )  # fmt: skip

    made = compose_review(programme, by=officer, on=date(2026, 11, 22))
    page = lxml.html.fromstring(read_kept(made.page).decode())

    marked = [mark.getprevious().text for mark in page.find_class("doubted")]
    listed = [part.text_content().partition(": ")[2].partition(" (")[0] for part in page.find_class("cautions")]
    assert (marked, listed) == (doubted, doubted)
    assert sum("48 công nghệ [cần đối chiếu]" in p.text for p in _word(made).paragraphs) == len(doubted)


def test_the_words_about_a_quote_are_whole(standing):
    before, after = "nghiêncứukhoahọc " * 6, " pháttriểnbềnvững" * 6
    passage = factories.a_passage(factories.a_version(standing, f"{before}12 lớp{after}"), "12 lớp")

    ahead, behind = prefix_in_words(passage), suffix_in_words(passage)

    assert {*ahead.split()} == {"nghiêncứukhoahọc"} < {*passage.prefix.split()}
    assert {*behind.split()} == {"pháttriểnbềnvững"} < {*passage.suffix.split()}


def test_words_about_a_quote_that_begin_and_end_the_text_stay(standing):
    passage = factories.a_passage(factories.a_version(standing, "Sở đã tổ chức 12 lớp năm nay"), "12 lớp")

    assert (prefix_in_words(passage), suffix_in_words(passage)) == ("Sở đã tổ chức ", " năm nay")
