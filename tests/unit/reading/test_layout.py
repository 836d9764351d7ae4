"""The layout of a document: what its blocks are, what they stand under, and where sentences end."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from hopluc.reading.document import Document, Locator, Span
from hopluc.reading.page.layout import layout, section_of, sentences
from hopluc.reading.page.lines import lines
from hopluc.vietnamese import nfc

PLAN = """PHẦN II.

NHIỆM VỤ VÀ GIẢI PHÁP
GIAI ĐOẠN 2026 - 2030

I. Nhiệm vụ
1. Hợp tác trong nước
1.1. Nghiên cứu khoa học
Đẩy mạnh hợp tác với các viện, trường.
- Xây dựng phòng thí nghiệm:
+ Thiết bị;
+ Con người.
- Đào tạo.
1.2. Đào tạo
2. Hợp tác quốc tế
Mời chuyên gia.
II. Tổ chức thực hiện
Các sở phối hợp thực hiện.
"""


def document(text: str, **more: object) -> Document:
    return Document("a.txt", nfc(text), **more)  # type: ignore[arg-type]


def shape(text: str) -> list[tuple[str, str | None, int | None]]:
    return [(block.kind, block.number, block.parent) for block in layout(document(text)).blocks]


def headings_above(text: str, words: str) -> list[str]:
    made = document(text)
    return [" ".join(made.quote(block.body).split()) for block in section_of(made, made.text.index(words))]


def test_headings_paragraphs_and_items_nest() -> None:
    assert shape(PLAN) == [
        ("heading", "II", None),
        ("heading", None, 0),
        ("heading", "I", 1),
        ("heading", "1", 2),
        ("heading", "1.1", 3),
        ("paragraph", None, 4),
        ("item", None, 4),
        ("item", None, 6),
        ("item", None, 6),
        ("item", None, 4),
        ("heading", "1.2", 3),
        ("heading", "2", 2),
        ("paragraph", None, 11),
        ("heading", "II", 1),
        ("paragraph", None, 13),
    ]


def test_section_of_gives_the_headings_outermost_first() -> None:
    assert headings_above(PLAN, "Con người") == [
        "",
        "NHIỆM VỤ VÀ GIẢI PHÁP GIAI ĐOẠN 2026 - 2030",
        "Nhiệm vụ",
        "Hợp tác trong nước",
        "Nghiên cứu khoa học",
    ]


def test_section_of_a_heading_ends_with_itself() -> None:
    assert headings_above("I. Mục tiêu\nNâng cao năng lực.\n", "Mục tiêu") == ["Mục tiêu"]


def test_section_of_text_before_everything_is_empty() -> None:
    assert section_of(document("\n\nMột câu."), 0) == ()


def test_numbered_lines_side_by_side_are_a_list_under_the_sentence_that_opens_it() -> None:
    text = "Ban Chỉ đạo gồm các thành viên:\n1. Trưởng ban: A;\n2. Các ủy viên:\n- B;\n- C."

    assert shape(text) == [("paragraph", None, None), ("item", "1", 0), ("item", "2", 0), ("item", None, 2), ("item", None, 2)]


def test_letters_stand_under_numbers() -> None:
    text = "Điều 2. Sở có trách nhiệm:\n1. Việc thứ nhất, gồm:\na) một phần;\nb) phần kia;\n2. Việc thứ hai."

    assert shape(text) == [("heading", "2", None), ("heading", "1", 0), ("item", "a", 1), ("item", "b", 1), ("item", "2", 0)]


def test_a_numbered_item_closes_the_section_numbered_before_it() -> None:
    text = "IV. TỔ CHỨC\n1. Sở A\na) Lập kế hoạch.\nb) Báo cáo.\n2. Sở B: thẩm định dự toán; báo cáo kết quả;"

    assert shape(text)[-1] == ("item", "2", 0)


def test_a_wrapped_line_goes_on_with_the_one_before() -> None:
    text = (
        "Ủy ban nhân dân thành phố giao Sở Khoa học và Công nghệ chủ trì, phối hợp với\ncác sở, ngành lập kế hoạch.\nCâu khác."
    )

    assert [block.span for block in layout(document(text)).blocks] == [
        Span(0, text.index("\nCâu")),
        Span(text.index("Câu"), len(text)),
    ]


def test_a_page_break_inside_a_sentence_does_not_end_the_block() -> None:
    assert shape("một số lĩnh vực như đào tạo nguồn\n\n\n\nnhân lực chất lượng cao.") == [("paragraph", None, None)]


def test_a_short_line_apart_before_a_paragraph_is_a_title() -> None:
    text = "\n\nVườn ươm công nghệ mở cửa\n\nSáng nay, vườn ươm công nghệ của tỉnh đã mở cửa đón những doanh nghiệp đầu tiên đến làm việc."

    assert shape(text) == [("heading", None, None), ("paragraph", None, 0)]


def test_the_outline_of_the_source_makes_headings() -> None:
    text = "Mở đầu.\nChi tiết.\n"
    made = document(text, locators=(Locator(Span(0, 7), paragraph=0, heading=2), Locator(Span(8, 17), paragraph=1)))

    assert [(block.kind, block.level) for block in layout(made).blocks] == [("heading", 6), ("paragraph", None)]


def test_the_subject_mark_of_a_letter_is_no_roman_numeral() -> None:
    written = lines(document("V/v báo cáo kết quả phối hợp\nV/ Kiến nghị\nV. Tổ chức thực hiện\n"))

    assert [(line.style, line.number) for line in written] == [(None, None), ("roman", "V"), ("roman", "V")]


def test_counts_and_dates_are_no_markers() -> None:
    assert [
        line.style for line in lines(document("66 lượt đơn vị\n3.000 lao động\n16/9/2016\n5/9 bệnh viện\n-----\n1. Mục"))
    ] == [
        *[None] * 5,
        "first",
    ]


def test_furniture_has_no_lines() -> None:
    made = document("Trang chủ\nBài viết.", furniture=(Span(0, 9),))

    assert [line.span for line in lines(made)] == [Span(10, 19)]


def test_a_sentence_ends_behind_a_name_joined_by_a_sign() -> None:
    made = document("Sở đẩy mạnh ứng dụng KH&CN. Theo đó, sở mở phòng R&D. Có CN. Hà An dự.")

    assert [made.quote(span) for span in sentences(made, Span(0, len(made.text)))] == [
        "Sở đẩy mạnh ứng dụng KH&CN.",
        "Theo đó, sở mở phòng R&D.",
        "Có CN. Hà An dự.",
    ]


def test_sentences_end_at_stops_but_not_after_titles_and_initials() -> None:
    made = document("Dự lễ có PGS.TS. Hà An, TP. Vĩnh Hà. Tổng cộng 3.000 người! Ai cũng vui… Hết.\nĐoạn khác")

    assert [made.quote(span) for span in sentences(made, Span(0, len(made.text)))] == [
        "Dự lễ có PGS.TS. Hà An, TP. Vĩnh Hà.",
        "Tổng cộng 3.000 người!",
        "Ai cũng vui…",
        "Hết.",
        "Đoạn khác",
    ]


def test_a_sentence_ends_before_the_quotation_that_opens_the_next() -> None:
    made = document("Sở báo cáo. “Mục tiêu đã đạt.” Hết")

    assert [made.quote(span) for span in sentences(made, Span(0, len(made.text)))] == [
        "Sở báo cáo.",
        "“Mục tiêu đã đạt.”",
        "Hết",
    ]


def test_a_sentence_break_beyond_a_block_divides_nothing_in_it() -> None:
    made = Document("a.txt", "1. Một việc.\n2. Hai việc! Xong cả. \n")

    assert [made.quote(span) for span in sentences(made, Span(0, len(made.text)))] == ["Một việc.", "Hai việc!", "Xong cả."]


def test_sentence_at_gives_the_sentence_that_holds_an_offset() -> None:
    made = document("- Câu một. Câu hai.")

    assert made.quote(layout(made).sentence_at(made.text.index("hai"))) == "Câu hai."


def test_the_layout_is_made_once() -> None:
    made = document(PLAN)

    assert layout(made) is layout(made)


@given(
    st.lists(
        st.sampled_from(
            ["PHẦN I", "I. A", "1. Mục", "1.1. Mục con", "a) chữ", "- gạch;", "TT", "Nhiệm vụ", "1", "Câu.", "", "\t2024"]
        )
    )
)
def test_blocks_stand_in_order_and_under_earlier_ones(pieces: list[str]) -> None:
    blocks = layout(document("\n".join(pieces))).blocks

    assert all(before.span.end <= after.span.start for before, after in itertools.pairwise(blocks))
    assert all(block.parent is None or block.parent < place for place, block in enumerate(blocks))


def test_letters_before_roman_numbers_stand_above_them() -> None:
    text = "A. KẾT QUẢ\nI. Sản xuất\n- Nuôi cấy mô.\nB. KẾ HOẠCH\nI. Chỉ tiêu\n- Trồng rừng.\n"

    assert headings_above(text, "Trồng rừng") == ["KẾ HOẠCH", "Chỉ tiêu"]


def test_a_line_that_tells_of_a_chapter_is_no_heading() -> None:
    text = (
        "Luật gồm 3 chương.\nChương I về những quy định chung gồm 8 điều, từ Điều 1 đến Điều 8.\nChương II\nTỔ CHỨC THỰC HIỆN\n"
    )
    assert [text[slice(*block.span)] for block in layout(Document("t", text)).blocks if block.style == "chapter"][1:] == [
        "Chương II"
    ]
    assert [block.kind for block in layout(Document("t", text)).blocks if block.style == "chapter"] == ["item", "heading"]
