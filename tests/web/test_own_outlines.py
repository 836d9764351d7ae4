"""Outlines of an office's own: worded on a page or from a file, saved as dated versions, chosen when a report is composed."""

import io
from datetime import date, timedelta

import docx
import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from django.utils import timezone

import factories
from hopluc.errors import WrongDefinition
from hopluc.reporting.compose import BLOCKS
from hopluc.web.definitions import actions, queries, triggers
from hopluc.web.definitions.contents import content_of
from hopluc.web.definitions.models import OwnDefinition
from hopluc.web.documents.files import read_kept
from hopluc.web.issuing.actions import compose_review
from hopluc.web.issuing.block_names import BLOCK_NAMES, BY_HAND, proposed_blocks
from hopluc.web.issuing.models import ReportDraft
from hopluc.web.issuing.pages import file_of, outline_of
from hopluc.web.journal.models import JournalEntry
from hopluc.web.people.actions import give_membership

WORD, LIST, COMPOSE = (reverse(name) for name in ("issuing:word_outline", "definitions:list", "issuing:compose"))
DAY = date(2026, 11, 22)
ENCLOSED = """ĐỀ CƯƠNG BÁO CÁO
PHẦN I. KẾT QUẢ THỰC HIỆN
I. Công tác chỉ đạo, điều hành
II. Kết quả theo từng nội dung hợp tác
1. Tồn tại, hạn chế
PHẦN II
PHƯƠNG HƯỚNG NĂM {2027}
I. Kiến nghị, đề xuất
"""


@pytest.fixture
def programme(standing):
    return factories.a_programme(standing, "Chương trình hợp tác thử nghiệm")


def page_said(*titles, step="luu", levels=(2, 2, 2), blocks=("opening", "tasks", ""), **changes):
    """What the page sends: these parts, and what an outline says of itself."""
    said = {
        "buoc": step,
        "owner": OwnDefinition.objects.values_list("owner", flat=True).first() or "",
        "code": "mid-term-review",
        "name": "Sơ kết của Sở",
        "kind": "Báo cáo",
        "symbol": "BC",
        "summary": "Sơ kết giai đoạn {period} của {programme}",
        "recipients": "{parent} (để b/c);\nLưu: VT.",
        "since": "2026-01-01",
        "source": "Kết luận của lãnh đạo Sở ngày 05/01/2026",
        "muc-TOTAL_FORMS": len(titles),
        "muc-INITIAL_FORMS": len(titles),
    }
    for place, title in enumerate(titles):
        part = {
            "level": levels[place],
            "number": f"{place + 1}.",
            "title": title,
            "block": blocks[place],
            "missing": "(chưa có)",
        }
        said |= {f"muc-{place}-{name}": value for name, value in part.items()}
    return said | changes


def titles_in_word(draft):
    word = docx.Document(io.BytesIO(read_kept(draft.word)))
    return [p.text for p in word.paragraphs if p.style.name.startswith("Heading")]


def test_an_officer_saves_an_outline_and_the_journal_says_so(standing, officer, signed_in):
    said = page_said("Mở đầu", "Nhiệm vụ", "Nhận định", owner=standing.pk)

    answer = signed_in(officer).post(WORD, said)

    row, line = OwnDefinition.objects.get(), JournalEntry.objects.last()
    assert answer.url == row.get_absolute_url()
    assert (row.owner, row.code, row.number, row.name, row.since) == (
        standing,
        "mid-term-review",
        1,
        "Sơ kết của Sở",
        date(2026, 1, 1),
    )
    assert [(part.title, part.block) for part in content_of(row).parts] == [
        ("Mở đầu", "opening"),
        ("Nhiệm vụ", "tasks"),
        ("Nhận định", ""),
    ]
    assert (line.verb, line.actor_id, line.owner_id) == ("lay_definition", officer.pk, standing.pk)


def test_the_review_is_composed_by_the_outline_chosen_and_its_word_file_follows(standing, programme, officer, signed_in):
    own = factories.an_outline(standing, first="Đặt vấn đề")

    signed_in(officer).post(COMPOSE, {"programme": programme.pk, "on": "2026-11-22", "outline": own.pk})

    draft = ReportDraft.objects.get()
    assert draft.own_outline == own
    assert titles_in_word(draft) == ["I. ĐẶT VẤN ĐỀ", "II. SỐ LIỆU THEO LĨNH VỰC", "III. Ý KIẾN CỦA CƠ QUAN THƯỜNG TRỰC"]
    assert file_of(draft, "word")[1] == "de-cuong-thu-nghiem-chuong-trinh-hop-tac-thu-nghiem-du-thao-1.docx"


def test_the_shared_outline_can_still_be_chosen(standing, programme, officer, signed_in):
    factories.an_outline(standing)

    signed_in(officer).post(COMPOSE, {"programme": programme.pk, "on": "2026-11-22", "outline": "chung"})

    draft = ReportDraft.objects.get()
    assert (draft.own_outline, titles_in_word(draft)[1]) == (None, "I. CĂN CỨ PHÁP LÝ")


def test_the_offices_own_is_chosen_where_nothing_is_said_and_only_from_its_day(standing, programme, officer, signed_in):
    own = factories.an_outline(standing)
    factories.an_outline(standing, first="Sau này", since=timezone.localdate() + timedelta(days=1))
    browser = signed_in(officer)

    browser.post(COMPOSE, {"programme": programme.pk, "on": "2026-11-22"})

    choices = browser.get(COMPOSE).context["form"].fields["outline"].choices
    assert ReportDraft.objects.get().own_outline == own
    assert [key for key, _label in choices] == [str(own.pk), "chung"]


def test_a_draft_keeps_the_version_it_was_made_with(standing, programme, officer):
    first = factories.an_outline(standing, first="Cũ")
    draft = compose_review(programme, by=officer, on=DAY, own=first)

    factories.an_outline(standing, first="Mới")

    draft.refresh_from_db()
    assert next(part["title"] for part in outline_of(draft)) == "Cũ"
    assert [row.number for row in queries.in_force([standing.pk], "outline", DAY)] == [2]


def test_the_outline_of_another_office_cannot_be_chosen(standing, elsewhere, programme, officer, signed_in):
    theirs = factories.an_outline(elsewhere)

    answer = signed_in(officer).post(COMPOSE, {"programme": programme.pk, "on": "2026-11-22", "outline": theirs.pk})

    assert (answer.status_code, ReportDraft.objects.count()) == (400, 0)


def test_one_who_works_in_two_offices_does_not_compose_for_one_by_the_outline_of_the_other(
    standing, elsewhere, programme, officer, signed_in
):
    give_membership(elsewhere, by=None, user=officer, role="officer")
    theirs = factories.an_outline(elsewhere)

    answer = signed_in(officer).post(COMPOSE, {"programme": programme.pk, "on": "2026-11-22", "outline": theirs.pk})

    assert answer.context["form"].errors["outline"] == [
        "Đề cương này là của cơ quan khác. Đề nghị chọn đề cương của cơ quan thường trực chương trình."
    ]
    assert ReportDraft.objects.count() == 0


def test_a_member_of_the_office_sees_its_outline_and_a_stranger_does_not(standing, officer, stranger):
    member = factories.an_organisation("Trung tâm Thử nghiệm thành phố Vĩnh Hà", owner=standing)
    member.is_member = True
    member.save()
    inside = factories.an_account(member)
    own = factories.an_outline(standing)

    seen = [list(queries.definitions_seen_by(user)) for user in (officer, inside, stranger)]

    assert seen == [[own], [own], []]
    assert [queries.organisations_kept_by(user).contains(standing) for user in (officer, inside, stranger)] == [
        True,
        False,
        False,
    ]


def test_faults_are_told_beside_the_field_and_nothing_is_saved(standing, officer, signed_in):
    said = page_said("Mở đầu", "Kết quả {perod}", "", owner=standing.pk, levels=(2, 4, 2))

    answer = signed_in(officer).post(WORD, said)
    without = signed_in(officer).post(WORD, said | {"muc-2-title": "Nhận định"})

    assert (answer.status_code, without.status_code, OwnDefinition.objects.count()) == (400, 400, 0)
    assert answer.context["parts"].forms[2].errors["title"] == ["Chưa có tiêu đề. Đề nghị ghi tiêu đề hoặc bỏ mục này."]
    assert dict(without.context["parts"].forms[1].errors) == {
        "title": ["Không có ô trống {perod}; chỉ dùng {period}, {plan_period}, {programme}."],
        "level": ["Cấp 4 quá sâu (sau một mục cấp 2); chọn cấp 3 hoặc nhỏ hơn."],
    }


def test_trying_shows_the_report_and_saves_nothing(standing, programme, officer, signed_in):
    answer = signed_in(officer).post(
        WORD, page_said("Mở đầu", "Nhiệm vụ", "Nhận định", owner=standing.pk, step="xem", tried_on=programme.pk)
    )

    assert (answer.status_code, OwnDefinition.objects.count()) == (200, 0)
    assert [part["title"] for part in answer.context["headings"]] == ["Mở đầu", "Nhiệm vụ", "Nhận định"]
    assert "NHẬN ĐỊNH" in answer.context["report"]


@pytest.mark.parametrize(
    ("step", "titles"),
    [
        ("len:1", ["B", "A", "C"]),
        ("xuong:1", ["A", "C", "B"]),
        ("bo:0", ["B", "C"]),
        ("them:0", ["A", "", "B", "C"]),
        ("them", ["A", "B", "C", ""]),
        ("len:0", ["A", "B", "C"]),
        ("xuong:2", ["A", "B", "C"]),
        ("bo:9", ["A", "B", "C"]),
        ("bo:²", ["A", "B", "C"]),
    ],
)
def test_a_step_changes_the_order_on_the_page_alone(step, titles, standing, officer, signed_in):
    answer = signed_in(officer).post(WORD, page_said("A", "B", "C", owner=standing.pk, step=step))

    assert [form["title"].value() for form in answer.context["parts"]] == titles
    assert (answer.context["head"]["source"].value(), OwnDefinition.objects.count()) == (
        "Kết luận của lãnh đạo Sở ngày 05/01/2026",
        0,
    )


def test_the_headings_of_a_file_become_parts_with_blocks_proposed(standing, officer, signed_in):
    said = page_said("A", owner=standing.pk, step="tep", tep=factories.a_file("de-cuong.txt", ENCLOSED))

    answer = signed_in(officer).post(WORD, said)

    assert [
        tuple(form[name].value() for name in ("level", "number", "title", "block")) for form in answer.context["parts"]
    ] == [
        (1, "PHẦN I.", "KẾT QUẢ THỰC HIỆN", ""),
        (2, "I.", "Công tác chỉ đạo, điều hành", "committees"),
        (2, "II.", "Kết quả theo từng nội dung hợp tác", ""),
        (3, "1.", "Tồn tại, hạn chế", "shortcomings"),
        (1, "PHẦN II", "PHƯƠNG HƯỚNG NĂM (2027)", ""),
        (2, "I.", "Kiến nghị, đề xuất", "conclusion"),
    ]


def test_a_yaml_file_taken_down_and_changed_comes_back(standing, officer, signed_in):
    browser = signed_in(officer)
    shared = b"".join(
        browser.get(reverse("definitions:download_shared", args=["outline", "mid-term-review"])).streaming_content
    )
    changed = shared.decode().replace("Mở đầu", "Đặt vấn đề")

    answer = browser.post(WORD, page_said("A", owner=standing.pk, step="tep", tep=factories.a_file("a.yaml", changed)))

    assert (answer.status_code, answer.context["parts"].forms[0]["title"].value()) == (200, "Đặt vấn đề")
    assert len(answer.context["parts"].forms) == 17


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.yaml", "code: x\n", "Định nghĩa a.yaml, mục name: thiếu giá trị"),
        (
            "a.yaml",
            factories.OUTLINE.format(code="x", name="y", first="z").replace("opening", "hopes"),
            'không có khối nội dung "hopes"',
        ),
        ("a.txt", "Không có đề mục nào cả.", "Không thấy đề mục nào trong tệp “a.txt”."),
        ("a.exe", b"MZ\x00", 'Tệp "a.exe"'),
        ("a.yaml", b"\xff\xfe\xff", 'Tệp "a.yaml" không phải chữ Unicode'),
    ],
)
def test_a_wrong_file_is_told_and_the_page_stays_as_it_was(name, content, told, standing, officer, signed_in):
    answer = signed_in(officer).post(
        WORD, page_said("A", "B", owner=standing.pk, step="tep", tep=factories.a_file(name, content))
    )

    assert answer.status_code == 400
    assert told in answer.context["file_error"]
    assert [form["title"].value() for form in answer.context["parts"]] == ["A", "B"]


def test_a_new_outline_stands_beside_the_shared_one_and_its_name_is_its_own(standing, officer, signed_in):
    browser = signed_in(officer)
    said = page_said("Mở đầu", owner=standing.pk, code="", name="Báo cáo năm")

    first, again = browser.post(WORD, said), browser.post(WORD, said)

    assert (first.status_code, again.status_code) == (302, 400)
    assert [row.code for row in OwnDefinition.objects.all()] == ["bao-cao-nam"]
    assert again.context["head"].errors["name"] == [
        "Cơ quan đã có bản tên này. Đề nghị đặt tên khác, hoặc chọn bản ấy ở ô “Lưu thành”."
    ]


def test_an_earlier_version_is_taken_up_again_as_a_new_one(standing, officer, signed_in):
    first = factories.an_outline(standing, first="Cũ")
    factories.an_outline(standing, first="Mới")

    signed_in(officer).post(
        reverse("definitions:take_up_again", args=[first.pk]), {"since": "2026-11-01", "source": "Kết luận"}
    )

    newest = OwnDefinition.objects.order_by("number").last()
    assert (newest.number, newest.content, newest.since, newest.made_by) == (3, first.content, date(2026, 11, 1), officer)


def test_what_is_ended_is_offered_no_longer_and_the_shared_one_holds(standing, programme, officer, signed_in):
    own = factories.an_outline(standing)
    browser = signed_in(officer)

    browser.post(reverse("definitions:end", args=[own.pk]), {"since": "2026-11-01", "source": "Kết luận"})
    browser.post(COMPOSE, {"programme": programme.pk, "on": "2026-11-22"})

    ended = OwnDefinition.objects.order_by("number").last()
    assert (ended.number, ended.ended, JournalEntry.objects.filter(verb="end_definition").count()) == (2, True, 1)
    assert ReportDraft.objects.get().own_outline is None
    assert browser.get(reverse("definitions:end", args=[ended.pk])).status_code == 403
    assert browser.get(ended.get_absolute_url()).status_code == 200


def test_a_later_version_stands_in_place_of_all_before_it_from_its_day(standing):
    factories.an_outline(standing, first="Từ năm sau", since=date(2027, 1, 1))
    factories.an_outline(standing, first="Từ giữa năm", since=date(2026, 6, 1))

    held = [queries.in_force([standing.pk], "outline", day) for day in (date(2026, 5, 31), date(2026, 6, 1), date(2027, 2, 1))]

    assert [[row.number for row in rows] for rows in held] == [[], [2], [2]]


def test_the_very_same_again_is_refused(standing):
    factories.an_outline(standing)

    with pytest.raises(ValidationError, match="giống hệt bản 1"):
        factories.an_outline(standing)


def test_what_is_no_outline_is_not_saved(standing):
    wrong = actions.Worded("outline", "x", "Sai", "code: x\n")

    with pytest.raises(WrongDefinition):
        actions.lay_definition(standing, by=None, worded=wrong, since=DAY, source="Kết luận")


def test_a_version_is_never_changed_and_without_its_triggers_it_could_be(standing):
    row = factories.an_outline(standing)
    changed = OwnDefinition.objects.filter(pk=row.pk)

    with pytest.raises(DatabaseError), transaction.atomic():
        changed.update(content="")
    triggers.REFUSALS.drop(connection)
    assert changed.update(content="") == 1


def test_a_viewer_words_nothing_and_a_stranger_finds_nothing(standing, viewer, stranger, signed_in):
    own = factories.an_outline(standing)
    looking, strange = signed_in(viewer), signed_in(stranger)

    said = page_said("Mở đầu", owner=standing.pk)

    assert (looking.post(WORD, said).status_code, strange.post(WORD, said).status_code) == (403, 400)
    assert strange.get(WORD, {"tu": own.pk}).status_code == 404
    assert OwnDefinition.objects.count() == 1
    assert looking.get(LIST).context["may_keep"] is False


def test_every_block_has_its_word_and_a_heading_asks_for_one_once():
    assert set(BLOCK_NAMES) == {BY_HAND, *BLOCKS}
    assert proposed_blocks(["Căn cứ pháp lý", "Căn cứ thực tiễn", "Phụ lục"]) == ["legal_bases", "", ""]


@pytest.mark.parametrize("outlines", [1, 4])
def test_the_list_asks_the_database_as_often_however_many_there_are(
    outlines, standing, officer, signed_in, django_assert_max_num_queries
):
    for number in range(outlines):
        factories.an_outline(standing, code=f"de-cuong-{number}")
    browser = signed_in(officer)

    with django_assert_max_num_queries(16):
        page = browser.get(LIST)

    assert len(page.context["shelves"][0].own) == outlines
