"""Born-digital pdf: paragraphs from lines, tables from rules, pages and boxes; scans and passwords told."""

import io
import re

import pypdfium2
import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from hopluc.errors import BrokenFile, EncryptedFile, NoText, StateSecret
from hopluc.reading.document import Document
from hopluc.reading.sources.pdf import document_of_pdf

PAGE = '#set page(width: 120mm, height: 100mm, margin: 15mm{page})\n#set text(size: 11pt, lang: "vi")\n#set par(justify: {justify})\n'
LONG = (
    "Thực hiện Quyết định số 1234/QĐ-UBND ngày 12/10/2023 của Ủy ban nhân dân thành phố Vĩnh Hà về việc phê duyệt Chương trình hợp "
    "tác giai đoạn 2024-2030, Sở Khoa học và Công nghệ đã phối hợp với các sở, ngành tổ chức 12 hội thảo, thu hút 1.250 lượt đại biểu."
)


def made(source: str, *, page: str = "", justify: str = "true") -> bytes:
    pdf = typst.compile((PAGE.format(page=page, justify=justify) + source).encode())
    assert isinstance(pdf, bytes)
    return pdf


def opened(source: str, **settings: str) -> Document:
    return document_of_pdf(made(source, **settings), "a.pdf")


@pytest.mark.parametrize("justify", ["true", "false"])
def test_a_paragraph_is_whole_whatever_its_lines(justify: str) -> None:
    document = opened(f"{LONG}\n\nĐoạn sau.", justify=justify)

    assert document.text == f"{LONG}\nĐoạn sau.\n"


def test_first_lines_may_be_indented() -> None:
    document = opened(f"#set par(first-line-indent: (amount: 1cm, all: true))\n{LONG}\n\n{LONG}\n\nCuối cùng.")

    assert document.text == f"{LONG}\n{LONG}\nCuối cùng.\n"


def test_every_line_has_its_page_and_box() -> None:
    document = opened(f"{LONG}\n#pagebreak()\nTrang hai.")

    assert [at.page for at in document.locators] == [1] * (len(document.locators) - 1) + [2]
    tops = [at.box[3] for at in document.locators if at.box and at.page == 1]
    assert tops == sorted(tops, reverse=True)
    assert document.quote(document.locators[-1].span) == "Trang hai."


def test_a_paragraph_goes_on_over_the_page() -> None:
    document = opened(f"#v(58mm)\n{LONG}")

    assert {at.page for at in document.locators} == {1, 2}
    assert {at.paragraph for at in document.locators} == {0}
    assert document.text == f"{LONG}\n"


def test_items_and_headings_stand_apart() -> None:
    items = [
        "I. MỤC TIÊU",
        "1. Mục tiêu chung",
        "a) Đào tạo nhân lực;",
        "b) Chuyển giao công nghệ.",
        "- Gạch đầu dòng",
        "Điều 5. Hiệu lực",
    ]

    source = "".join(f"#block(spacing: 0.65em)[#text({item!r})]\n" for item in items).replace("'", '"')

    assert opened(source).text.splitlines() == items


def test_head_and_signature_keep_their_lines() -> None:
    document = opened(
        "#grid(columns: (1fr, 1.6fr), align: center, [UBND TỈNH TÂN LÂM \\ SỞ CÔNG THƯƠNG], "
        "[#text(8pt)[CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM \\ Độc lập - Tự do - Hạnh phúc]])\n"
        "#align(center)[KẾ HOẠCH \\ Triển khai Chương trình]\n#align(right)[KT. GIÁM ĐỐC \\ PHÓ GIÁM ĐỐC]"
    )

    assert document.text.splitlines() == [
        "UBND TỈNH TÂN LÂM", "SỞ CÔNG THƯƠNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "KẾ HOẠCH", "Triển khai Chương trình", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC",
    ]  # fmt: skip


def test_a_number_broken_at_its_stroke_is_joined_without_a_space() -> None:
    document = opened("#set par(justify: false)\nTheo Quyết định số 1965/\\\nQĐ-UBND giai đoạn 2016-\\\n2020.")

    assert document.text.replace("\n", " ") == "Theo Quyết định số 1965/QĐ-UBND giai đoạn 2016-2020. "


def test_page_numbers_and_repeated_headers_are_left_out() -> None:
    source = "#pagebreak()\n".join(f"Nội dung của trang thứ {word}.\n" for word in ("nhất", "hai", "ba", "tư"))

    document = opened(source, page=', header: [Dự thảo kế hoạch], numbering: "1/1"')

    assert document.text.splitlines() == [f"Nội dung của trang thứ {word}." for word in ("nhất", "hai", "ba", "tư")]


def test_a_number_alone_that_is_no_page_number_stays() -> None:
    assert opened("Kết quả\n\n#v(55mm)\n97").text.splitlines() == ["Kết quả", "97"]


ROWS = [
    ("TT", "Nhiệm vụ", "Cơ quan chủ trì"),
    ("1", "Xây dựng Đề án đào tạo nhân lực công nghệ của thành phố", "Sở Khoa học và Công nghệ"),
    ("2", "Tổ chức chợ công nghệ", "Sở Công Thương"),
]


def table(rows: list[tuple[str, ...]], header: str = "") -> str:
    return f"#table(columns: (1cm, 1fr, 3cm), {header}" + ", ".join(f"[{cell}]" for row in rows for cell in row) + ")\n"


def grid(document: Document) -> dict[tuple[int, int, int], str]:
    cells: dict[tuple[int, int, int], str] = {}
    for at in document.locators:
        if at.cell:
            cells[at.cell] = f"{cells.get(at.cell, '')} {document.quote(at.span)}".strip()
    return cells


def test_a_ruled_table_gives_its_cells() -> None:
    document = opened(f"Trước bảng.\n\n{table(ROWS)}\nSau bảng.")

    assert grid(document) == {(0, row, column): words for row, cells in enumerate(ROWS) for column, words in enumerate(cells)}
    assert document.text == (
        "Trước bảng.\n" + "".join("".join(f"\t{cell}\n" for cell in row) + "\n" for row in ROWS) + "Sau bảng.\n"
    )


def test_merged_cells_stand_at_their_first_place() -> None:
    document = opened(
        "#table(columns: 3, table.cell(rowspan: 2)[TT], table.cell(colspan: 2)[Nhiệm vụ], [Tên], [Cơ quan], [1], [Đề án], [Sở])"
    )

    cells = grid(document)
    assert {place: words for place, words in cells.items() if words} == {
        (0, 0, 0): "TT", (0, 0, 1): "Nhiệm vụ", (0, 1, 1): "Tên", (0, 1, 2): "Cơ quan", (0, 2, 0): "1", (0, 2, 1): "Đề án", (0, 2, 2): "Sở",
    }  # fmt: skip


def test_a_table_goes_on_over_the_page_without_its_header_again() -> None:
    rows = [(str(number), f"Nhiệm vụ số {number}", "Sở Công Thương") for number in range(1, 15)]

    document = opened(table(rows, header="table.header([TT], [Nhiệm vụ], [Cơ quan]), "))

    cells = grid(document)
    assert {at.page for at in document.locators} == {1, 2}
    assert {place[0] for place in cells} == {0}
    assert [cells[0, row, 0] for row in range(15)] == ["TT", *(row[0] for row in rows)]


def test_a_frame_round_words_is_no_table() -> None:
    assert grid(opened("#rect[Kính gửi các sở, ngành]")) == {}


def test_where_pages_say_one_thing_it_is_no_header() -> None:
    assert (
        opened("#set page(height: 3cm)\nPhiếu trình\n#pagebreak()\nPhiếu trình\n#pagebreak()\nPhiếu trình").text.count("Phiếu")
        == 3
    )


def test_a_page_that_is_a_picture_is_a_scan_and_told() -> None:
    scan = pypdfium2.PdfDocument.new()
    for _ in range(2):
        page = scan.new_page(200, 200)
        bitmap = pypdfium2.PdfBitmap.new_native(8, 8, pypdfium2.raw.FPDFBitmap_BGR)
        image = pypdfium2.PdfImage.new(scan)
        image.set_bitmap(bitmap)
        image.set_matrix(pypdfium2.PdfMatrix().scale(200, 200))
        page.insert_obj(image)
        page.gen_content()
    alone, mixed = saved(scan), pypdfium2.PdfDocument(made(LONG))
    mixed.import_pages(scan, [0])

    with pytest.raises(NoText):
        document_of_pdf(alone, "a.pdf")
    assert document_of_pdf(saved(mixed), "a.pdf").properties["pages_without_text"] == "2"


def saved(pdf: pypdfium2.PdfDocument) -> bytes:
    file = io.BytesIO()
    pdf.save(file)
    return file.getvalue()


def test_a_stamp_at_the_head_is_a_secrecy_mark() -> None:
    for stamp in ("MẬT", "TUYỆT MẬT"):
        with pytest.raises(StateSecret):
            opened(f"#grid(columns: (1fr, 1fr), [{stamp}], [BÁO CÁO])\n\nNội dung.")


def test_the_word_in_a_text_is_no_secrecy_mark() -> None:
    assert opened("Công tác bảo mật và bí mật nhà nước.").text == "Công tác bảo mật và bí mật nhà nước.\n"


def test_damage_is_told() -> None:
    with pytest.raises(BrokenFile):
        document_of_pdf(b"%PDF-1.7\n" + b"x" * 300, "a.pdf")


def test_a_password_is_told() -> None:
    """A file whose user password is not the empty one: the check value in /U cannot match."""
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[]/Count 0>>",
        b"<</Filter/Standard/V 1/R 2/P -4/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">>>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(data))
        data += b"%d 0 obj%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    data += (
        b"xref\n0 4\n0000000000 65535 f \n%strailer<</Size 4/Root 1 0 R/Encrypt 3 0 R/ID[<00><00>]>>\nstartxref\n%d\n%%%%EOF"
        % (
            table,
            len(data),
        )
    )

    with pytest.raises(EncryptedFile):
        document_of_pdf(data, "a.pdf")


def test_a_row_broken_over_the_page_is_one_row() -> None:
    long = " ".join(["Nhiệm vụ có nội dung rất dài, mô tả đầy đủ các bước thực hiện"] * 12)

    document = opened(table([*ROWS, ("3", long, "Sở Nội vụ")]))

    cells = grid(document)
    assert {at.page for at in document.locators} == {1, 2, 3}
    assert (cells[0, 3, 0], cells[0, 3, 1], cells[0, 3, 2]) == ("3", long, "Sở Nội vụ")
    assert max(place[1] for place in cells) == 3


WORDS = st.lists(st.text(st.sampled_from("aáằệđơA"), min_size=1, max_size=9), min_size=1, max_size=40).map(" ".join)


@settings(max_examples=15, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=5))
def test_every_word_stands_at_its_locator(paragraphs: list[str]) -> None:
    document = opened("\n\n".join(f"#text({chr(34)}{words}{chr(34)})" for words in paragraphs))

    found = [document.quote(at.span) for at in document.locators]
    assert re.sub(r"\s", "", "".join(found)) == re.sub(r"\s", "", "".join(paragraphs))
    assert document.text.split() == " ".join(found).split()
