"""One box over everything: with marks or without, whole words in any order, the phrase first, and only what one may see."""

import pytest
from django.urls import reverse

import factories
from hopluc.vietnamese import canonical, fold
from hopluc.web.documents.actions import Received, add_version
from hopluc.web.documents.snippets import ABOUT, snippet
from hopluc.web.people import actions as people
from hopluc.web.people.models import Organisation, User
from hopluc.web.register import actions
from hopluc.web.register.models import Programme
from hopluc.web.register.search import found_by, wanted


@pytest.fixture
def programme(standing: Organisation) -> Programme:
    return factories.a_programme(standing, "Chương trình hợp tác thành phố Vĩnh Hà")


def found(user: User, words: str) -> dict[str, list[str]]:
    return {group.label: ["".join(piece.text for piece in hit.title) for hit in group.hits] for group in found_by(user, words)}


@pytest.mark.parametrize("words", ["thỏa thuận", "thoả thuận", "thoa thuan", "THOẢ  THUẬN", "thuận thỏa"])
def test_words_are_found_however_they_are_typed(programme, officer, words):
    actions.sign_agreement(programme, by=None, title="Thoả thuận về nghề cá")
    factories.a_task(programme, title="Ký thỏa thuận với viện")

    assert found(officer, words) == {
        "Nhiệm vụ, hoạt động": ["Ký thỏa thuận với viện"],
        "Thỏa thuận hợp tác": ["Thoả thuận về nghề cá"],
    }


def test_the_phrase_itself_comes_first(programme, officer):
    for title in ("Nước mắm và xử lý thải", "Xử lý mùi, nước", "Công nghệ mới về xử lý nước thải dệt nhuộm"):
        factories.a_task(programme, title=title)

    assert found(officer, "xu ly nuoc") == {
        "Nhiệm vụ, hoạt động": [
            "Công nghệ mới về xử lý nước thải dệt nhuộm", "Xử lý mùi, nước", "Nước mắm và xử lý thải",
        ]
    }  # fmt: skip


def test_work_is_found_by_its_place_and_its_product(programme, officer):
    actions.note_event(programme, by=None, title="Hội nghị kết nối cung cầu", place_as_written="xã Đông Hưng")
    task = factories.a_task(programme, title="Xây dựng mô hình")
    actions.correct(task, by=officer, changes={"product": "Cơ sở dữ liệu giống lúa"})

    assert found(officer, "dong hung") == {"Nhiệm vụ, hoạt động": ["Hội nghị kết nối cung cầu"]}
    assert found(officer, "giong lua") == {"Nhiệm vụ, hoạt động": ["Xây dựng mô hình"]}


def test_a_word_is_not_found_within_another_but_a_last_one_may_be_its_beginning(programme, officer):
    factories.a_task(programme, title="Việc của Viện")
    factories.a_task(programme, title="Vi mạch")

    assert found(officer, "vi") == {"Nhiệm vụ, hoạt động": ["Vi mạch"]}
    assert found(officer, "vi mac") == {"Nhiệm vụ, hoạt động": ["Vi mạch"]}
    assert found(officer, "mac vi") == {}


def test_a_document_is_found_by_its_number_and_by_its_text(standing, officer):
    version = factories.a_version(
        standing, "Năm 2026 hỗ trợ\n37 doanh nghiệp đổi mới.", title="Báo cáo năm", number="12/BC-SKHCN"
    )

    (by_number,) = found_by(officer, "12/bc-skhcn")
    (by_text,) = found_by(officer, "ho tro 37 doanh nghiep")

    assert by_number.hits[0].row == by_text.hits[0].row == version.document
    assert [(piece.text, piece.hit) for piece in by_text.hits[0].stretch] == [
        ("Năm 2026 ", False), ("hỗ trợ 37 doanh nghiệp", True), (" đổi mới.", False),
    ]  # fmt: skip
    start = version.text.index("hỗ trợ")
    assert by_text.hits[0].address == f"/van-ban/{version.document_id}/?lan=1&den={start}-{start + 22}#doan"


def test_the_newest_text_of_a_document_is_searched(standing, officer):
    version = factories.a_version(standing, "Bản cũ nói về gốm sứ.")
    add_version(version.document, by=officer, file=Received.words("moi.txt", "Bản mới nói về vi sinh."))

    assert (found(officer, "gốm sứ"), list(found(officer, "vi sinh"))) == ({}, ["Văn bản"])


def test_all_kinds_are_found(programme, standing, officer):
    person = people.find_or_add_person(standing, by=None, name="Trần Văn Thử")
    body = actions.form_committee(programme, by=None, name="Ban Thử")
    actions.appoint(
        body, by=None, capacity="chair", title="Trưởng ban", person=person, post="Phó Chủ tịch", programme=programme
    )
    lead = factories.an_organisation("Sở Thử", owner=standing)
    factories.a_task(programme, lead=lead, title="Việc thử")
    actions.raise_petition(programme, by=None, text="Kiến nghị thử")
    factories.an_organisation("Sở Thử không có vai trò", owner=standing)

    assert found(officer, "thu") == {
        "Nhiệm vụ, hoạt động": ["Việc thử"],
        "Cam kết, kiến nghị, kết luận": ["Kiến nghị thử"],
        "Cơ quan, đơn vị": ["Sở Thử", "Ban Thử"],
        "Cá nhân": ["Trần Văn Thử"],
    }


def test_nobody_finds_what_is_not_theirs(programme, standing, stranger):
    factories.a_task(programme, title="Xử lý nước thải")
    factories.a_version(standing, "Xử lý nước thải.", title="Xử lý nước thải")

    assert found(stranger, "xử lý nước thải") == {}


@pytest.mark.parametrize("words", ["", "   ", "\0", "%", "_", "'; --", "\\", "[", "(", "*"])
def test_nothing_and_signs_alone_find_nothing_and_break_nothing(programme, officer, signed_in, words):
    factories.a_task(programme, title="Xử lý nước thải")

    assert found(officer, words) == {}
    if "\0" not in words:
        assert signed_in(officer).get(reverse("search"), {"q": words}).status_code == 200


def test_more_than_ten_words_are_not_looked_for():
    assert len(wanted("một hai ba bốn năm sáu bảy tám chín mười mười-một")) == 10


def test_the_page_marks_the_hits_and_escapes_the_rest(programme, officer, signed_in):
    factories.a_task(programme, title="Xử lý <b>nước</b> thải")

    shown = signed_in(officer).get(reverse("search"), {"q": "thai"}).content.decode()

    assert 'Xử lý &lt;b&gt;nước&lt;/b&gt; <mark class="hit">thải</mark>' in shown


def test_the_page_says_when_nothing_was_found(officer, signed_in):
    browser = signed_in(officer)

    assert "Không tìm thấy nội dung nào" in browser.get(reverse("search"), {"q": "zzz"}).content.decode()
    assert "Gõ một vài từ" in browser.get(reverse("search")).content.decode()


def test_a_group_says_when_there_is_more(programme, officer):
    for number in range(21):
        factories.a_task(programme, title=f"Khảo sát {number}")

    (group,) = found_by(officer, "khảo sát")

    assert (len(group.hits), group.more) == (20, True)


def test_a_stretch_is_cut_about_its_rarest_word():
    text = "chung và " * 60 + "riêng và " + "chung và " * 60

    stretch = snippet(text, fold(canonical(text)), ["chung", "rieng"])

    assert stretch is not None
    assert text[stretch.start : stretch.end] == "riêng"
    assert sum(len(piece.text) for piece in stretch.pieces) <= 2 * ABOUT + len("riêng")


def test_a_text_without_the_words_has_no_stretch():
    assert snippet("Văn bản", "van ban", ["khac"]) is None
