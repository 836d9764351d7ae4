"""Reports: the same words in Word, PDF and page, in the form of Decree 30/2020, each figure with its source."""

import io
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import lxml.html
import pypdfium2
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH

from hopluc.errors import WrongDefinition
from hopluc.reporting import (
    Letterhead,
    Report,
    Section,
    Signature,
    Source,
    compose,
    outline,
    to_html,
    to_pdf,
    to_word,
    with_doubts,
)
from hopluc.reporting.compose import BLOCKS
from hopluc.reporting.official import day_in_words, number_line, padded
from hopluc.reporting.outline import Outline, Part
from hopluc.reporting.report import Column, Paragraph, Run, Table, plain, shortened, sources_table
from hopluc.reporting.review import (
    Basis,
    Cited,
    Committee,
    Figure,
    Happening,
    Material,
    Member,
    Promise,
    Request,
    StrandResults,
    Work,
)

HEAD = Letterhead("UBND thành phố Vĩnh Hà", "Sở Khoa học và Công nghệ", "BC-SKHCN", "Vĩnh Hà")
SIGNED = Signature(("KT. Giám đốc", "Phó Giám đốc"), "Nguyễn Văn Mẫu")
SOURCES = (
    Source("1", "BC-SCT.docx", "đoạn 12", "khảo sát 94 công nghệ <mới> & tốt", "Trong kỳ đã ", " tại các tỉnh"),
    Source("2", "QD-15.pdf", "trang 1", "Quyết định số 15/QĐ-UBND"),
    Source("3", "ghi nhận trao đổi", "", "đã họp ngày 5/3", weaker=True),
)


def material(**changes: object) -> Material:
    known = {
        "programme": Cited("Chương trình hợp tác về khoa học và công nghệ thành phố Vĩnh Hà", ("2",)),
        "decision": Cited("Quyết định số 15/QĐ-UBND", ("2",)),
        "standing_agency": "Sở Khoa học và Công nghệ",
        "period": "2021 - 2025",
        "plan_period": "2026 - 2030",
        "on": date(2025, 12, 1),
    }
    return Material(**(known | changes))  # type: ignore[arg-type]


def composed(**changes: object) -> Report:
    return compose(outline("mid-term-review"), material(**changes), SOURCES, HEAD, SIGNED)


def texts(report: Report) -> list[str]:
    return [paragraph.text for paragraph in report.paragraphs()]


def section(report: Report, title: str) -> Section:
    found: list[Section] = []

    def walk(part: Section) -> None:
        if part.title == title:
            found.append(part)
        for block in part.blocks:
            if isinstance(block, Section):
                walk(block)

    for part in report.sections:
        walk(part)
    (one,) = found
    return one


FULL = {
    "bases": (Basis(Cited("Quyết định số 15/QĐ-UBND ngày 05/01/2021", ("2",))), Basis(Cited("Nghị quyết số 03-NQ/TU"))),
    "aims": (Cited("Nâng cao năng lực khoa học"),),
    "committees": (Committee("Ban Chỉ đạo", Cited("Quyết định số 16/QĐ-UBND"), (Member(Cited("Trần Thị Mẫu"), Cited("Phó Chủ tịch"), Cited("Trưởng ban")),)),),
    "strands": (
        StrandResults(
            Cited("Chuyển giao công nghệ"),
            (Figure("khảo sát ", Cited("94 công nghệ", ("1",), figure=True), " mới", "năm 2024", (("sinh học", Cited("50")), ("vật liệu", Cited("44")))),),
            (Happening(Cited("Hội nghị kết nối"), Cited("05/3/2024", ("3",)), Cited("Vĩnh Hà")),),
            (Cited("Đã mở sàn trao đổi."),),
        ),
    ),
    "tasks": (
        Work(Cited("Xây dựng Đề án"), Cited("Sở Khoa học và Công nghệ"), Cited("2021 - 2025"), "đã hoàn thành"),
        Work(Cited("Đào tạo ở nước ngoài"), Cited(""), Cited(""), "chưa triển khai", Cited("giai đoạn 2026 - 2030", ("1",))),
    ),
    "shortcomings": (Cited("Theo dõi chưa thường xuyên;"),),
    "targets": (Promise(Cited("Đào tạo 100 - 120 kỹ sư đến năm 2027")),),
    "plan_tasks": (Work(Cited("Triển khai thỏa thuận"), Cited("Sở Tài chính"), Cited("Hằng năm")),),
    "requests": (Request(Cited("Bộ Khoa học và Công nghệ"), Cited("Hỗ trợ phòng thí nghiệm")), Request(Cited("Bộ Khoa học và Công nghệ"), Cited("Sớm công bố tiêu chuẩn"), Cited("đã trả lời"))),
}  # fmt: skip


def test_a_figure_is_told_with_its_parts_and_carries_its_source() -> None:
    strand = section(composed(**FULL), "Chuyển giao công nghệ")

    figure = strand.blocks[0]

    assert figure.text == "Khảo sát 94 công nghệ mới (năm 2024), gồm: sinh học 50; vật liệu 44."
    assert [(run.text, run.sources) for run in figure.runs if run.sources] == [("94 công nghệ", ("1",))]


def test_a_task_carried_over_says_to_when_and_rests_on_a_passage() -> None:
    (paragraph,) = section(composed(**FULL), "Đào tạo ở nước ngoài").blocks

    assert paragraph.text == "Tình hình thực hiện: chưa triển khai, chuyển tiếp sang giai đoạn 2026 - 2030."
    assert paragraph.runs[2].sources == ("1",)


def test_petitions_are_gathered_by_recipient() -> None:
    said = [block.text for block in section(composed(**FULL), "Kết luận và kiến nghị").blocks]

    assert said == [
        "Trong giai đoạn 2021 - 2025, Chương trình có 02 nhiệm vụ cụ thể: 01 nhiệm vụ đã hoàn thành; 01 nhiệm vụ chưa triển khai. Có 01 nhiệm vụ được chuyển tiếp sang giai đoạn sau.",
        "Kính đề nghị Bộ Khoa học và Công nghệ:",
        "Hỗ trợ phòng thí nghiệm.",
        "Kiến nghị đã được Bộ Khoa học và Công nghệ trả lời:",
        "Sớm công bố tiêu chuẩn (ý kiến trả lời: đã trả lời).",
    ]


def test_a_part_without_material_says_what_is_missing() -> None:
    assert section(composed(), "Nguyên nhân").blocks[0].text == "(chưa có nhận xét; đề nghị bổ sung)"


def test_an_outline_that_names_an_unknown_block_is_refused() -> None:
    wrong = Outline("x", "x", "Báo cáo", "x", "BC", "x", (Part(1, "A", block="invented"),), ())

    with pytest.raises(WrongDefinition, match="invented"):
        compose(wrong, material(), SOURCES, HEAD, SIGNED)


def test_an_outline_that_does_not_exist_is_refused() -> None:
    with pytest.raises(WrongDefinition, match="nowhere"):
        outline("nowhere")


def test_counts_by_year_stand_after_the_strands_and_only_where_there_are_some() -> None:
    within = "Kết quả theo nội dung hợp tác"
    counted = [
        one.title
        for one in section(composed(**(FULL | {"yearly": (Cited("Năm 2024: 02 đoàn ra"),)})), within).blocks
        if isinstance(one, Section)
    ]
    uncounted = [one.title for one in section(composed(**FULL), within).blocks if isinstance(one, Section)]

    assert counted == [*uncounted, "Đào tạo nhân lực, đoàn công tác theo năm"]


def test_every_block_of_the_outline_is_known_and_every_block_is_used() -> None:
    assert {part.block for part in outline("mid-term-review").parts if part.block} == set(BLOCKS)


def test_word_and_pdf_and_page_carry_the_same_words() -> None:
    report = composed(**FULL)

    word = docx.Document(io.BytesIO(to_word(report, annex=False)))
    cells = [p.text for table in word.tables for row in table.rows for cell in row.cells for p in cell.paragraphs]
    in_word = " ".join(" ".join([*(p.text for p in word.paragraphs), *cells]).split())
    in_pdf = " ".join(" ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(to_pdf(report))).split())
    in_page = " ".join(lxml.html.fromstring(to_html(report)).text_content().split())
    # The PDF breaks lines inside words nowhere, so words compare; markers of lists stand apart.
    said = [" ".join(text.split()) for text in texts(report) if text]

    assert [text for text in said if text not in in_word] == []
    assert [text for text in said if text not in in_page] == []
    assert [text for text in said if text.replace(" ", "") not in in_pdf.replace(" ", "").replace("\ufffe", "")] == []


def test_every_link_of_the_page_resolves_to_its_quote() -> None:
    page = lxml.html.fromstring(to_html(composed(**FULL)))

    targets = {item.get("id"): item.findtext(".//mark") for item in page.iter("li")}
    links = [link.get("href").removeprefix("#") for link in page.iter("a")]

    assert links.count("nguon-1") == 2
    assert {link: targets.get(link) for link in links} == {f"nguon-{s.key}": s.quote for s in SOURCES}


def test_a_weaker_source_is_marked_on_the_page() -> None:
    page = lxml.html.fromstring(to_html(composed(**FULL)))

    assert [item.get("id") for item in page.iter("li") if item.find_class("weaker")] == ["nguon-3"]


def test_the_annex_lists_each_figure_with_its_quote() -> None:
    report = composed(**FULL)

    table = docx.Document(io.BytesIO(to_word(report))).tables[-1]
    rows = [[cell.text for cell in row.cells] for row in table.rows]

    assert rows[0] == ["TT", "Nội dung trong báo cáo", "Văn bản", "Đoạn trích"]
    assert ["94 công nghệ; giai đoạn 2026 - 2030", "BC-SCT.docx, đoạn 12", "“khảo sát 94 công nghệ <mới> & tốt”"] in [
        row[1:] for row in rows
    ]


def test_word_has_the_measures_of_the_decree() -> None:
    word = docx.Document(io.BytesIO(to_word(composed(**FULL))))
    page = word.sections[0]

    assert [round(side.mm) for side in (page.page_width, page.page_height)] == [210, 297]
    assert [round(side.mm) for side in (page.top_margin, page.bottom_margin, page.left_margin, page.right_margin)] == [
        20,
        20,
        30,
        15,
    ]
    assert page.different_first_page_header_footer is True
    assert page.header.paragraphs[0].alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert {word.styles[name].font.name for name in ("Normal", "Heading 1", "Heading 2", "Heading 3")} == {"Times New Roman"}
    assert word.styles["Normal"].font.size.pt == 14


def test_data_that_looks_like_markup_stays_text() -> None:
    sly = '</w:t></w:r></w:p><w:p>FORGED #panic("x") <script>alert(1)</script>'
    report = composed(shortcomings=(Cited(sly),))

    word = docx.Document(io.BytesIO(to_word(report)))
    page = lxml.html.fromstring(to_html(report))
    pdf = "".join(p.get_textpage().get_text_range() for p in pypdfium2.PdfDocument(to_pdf(report)))

    assert [p.text for p in word.paragraphs if "FORGED" in p.text] == [f"- {sly}."]
    assert list(page.iter("script")) == []
    assert "#panic" in pdf


def test_pdf_is_tagged_and_archival() -> None:
    pdf = to_pdf(composed(**FULL))

    assert b"/MarkInfo" in pdf or b"/StructTreeRoot" in pdf
    assert b"pdfaid:part" in pdf


def test_a_report_without_figures_has_no_annex_and_no_links() -> None:
    bare = Report(
        HEAD, "Báo cáo", "Tóm tắt", (plain("Căn cứ A."),), (), (), SIGNED, cautions=("Dự thảo",), closing=(plain("Hết."),)
    )

    page = lxml.html.fromstring(to_html(bare))

    assert list(page.iter("a")) == []
    assert len(docx.Document(io.BytesIO(to_word(bare))).tables) == 2
    assert page.find_class("cautions")[0].text_content() == "Dự thảo"
    assert len(pypdfium2.PdfDocument(to_pdf(bare))) == 1


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 1, 5), "ngày 05 tháng 01 năm 2026"),
        (date(2026, 6, 29), "ngày 29 tháng 6 năm 2026"),
        (date(2026, 12, 31), "ngày 31 tháng 12 năm 2026"),
        (None, "ngày {0} tháng {0} năm {0}".format("\u00a0" * 5)),
    ],
)
def test_days_are_padded_as_the_decree_says(day: date | None, said: str) -> None:
    assert day_in_words(day) == said


def test_a_number_not_yet_given_is_a_blank() -> None:
    assert (number_line(None, "BC-SKHCN"), number_line("05", "BC-SKHCN"), padded(7)) == (
        f"Số: {chr(160) * 5}/BC-SKHCN",
        "Số: 05/BC-SKHCN",
        "07",
    )


def test_only_one_to_nine_bear_a_nought() -> None:
    assert [padded(number) for number in (0, 1, 9, 10, 120)] == ["0", "01", "09", "10", "120"]


@pytest.mark.parametrize(("wide", "measures"), [(False, (210, 297)), (True, (297, 210))])
def test_a_wide_report_lies_on_its_long_side_in_word_and_in_pdf(*, wide: bool, measures: tuple[int, int]) -> None:
    report = replace(composed(**FULL), wide=wide)

    section = docx.Document(io.BytesIO(to_word(report))).sections[0]
    width, height = pypdfium2.PdfDocument(to_pdf(report))[0].get_size()

    assert (round(section.page_width.mm), round(section.page_height.mm)) == measures
    assert (round(width * 25.4 / 72), round(height * 25.4 / 72)) == measures


def test_a_dense_report_that_nobody_signs_is_set_small_and_has_no_block_for_a_signature() -> None:
    sheet = replace(composed(**FULL), dense=True, signature=Signature((), ""))

    made = docx.Document(io.BytesIO(to_word(sheet)))

    assert made.styles["Normal"].font.size.pt == 11.5
    assert "Nơi nhận:" not in [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    assert "Nơi nhận:" not in to_html(sheet)
    assert "Nơi nhận" not in "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(to_pdf(sheet)))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="a second judge, where LibreOffice is installed")
def test_libreoffice_opens_the_word_file_on_a4(tmp_path: Path) -> None:
    file = tmp_path / "review.docx"
    file.write_bytes(to_word(composed(**FULL)))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)],
        check=True,
        capture_output=True,
    )

    width, height = pypdfium2.PdfDocument(tmp_path / "review.pdf")[0].get_size()

    assert (round(width), round(height)) == (595, 842)


def test_the_opening_says_what_day_the_figures_are_of() -> None:
    (opening,) = [text for text in texts(composed()) if text.startswith("Thực hiện")]

    assert opening.endswith("như sau (số liệu tính đến ngày 01/12/2025):")


def test_a_single_year_is_a_year_and_no_period() -> None:
    report = composed(**FULL, period="2025", plan_period="2026")

    assert report.summary.startswith("Sơ kết tình hình thực hiện năm 2025 và kế hoạch năm 2026 của ")
    assert [part.title for part in report.sections] == [
        "Mở đầu", "Kết quả thực hiện năm 2025", "Kế hoạch năm 2026", "Kết luận và kiến nghị",
    ]  # fmt: skip
    assert section(report, "Kết luận và kiến nghị").blocks[0].text.startswith("Trong năm 2025, Chương trình có ")
    (opening,) = [text for text in texts(report) if text.startswith("Thực hiện")]
    assert opening.count("kết quả thực hiện năm 2025 và kế hoạch năm 2026 như sau") == 1


@pytest.mark.parametrize(
    ("parent", "first"),
    [
        ("UBND thành phố Vĩnh Hà", "Ủy ban nhân dân thành phố Vĩnh Hà (để b/c);"),
        ("Bộ Khoa học và Công nghệ", "Bộ Khoa học và Công nghệ (để b/c);"),
        ("", "Ủy ban nhân dân (để b/c);"),
    ],
)
def test_the_first_recipient_is_the_body_above_by_its_full_name(parent: str, first: str) -> None:
    head = Letterhead(parent, "Sở Khoa học và Công nghệ", "BC-SKHCN", "Vĩnh Hà")

    report = compose(outline("mid-term-review"), material(), SOURCES, head, SIGNED)

    assert report.recipients[0] == first


def a_report(*runs: Run, sources: tuple[Source, ...] = SOURCES) -> Report:
    """A report of one part that holds a paragraph, a table and a deeper part, each of the same runs."""
    said = Paragraph(runs)
    blocks = (said, Table((Column("Số liệu", 1),), ((said,),)), Section("1.", "Sâu hơn", 2, (said,)))
    return Report(HEAD, "Báo cáo", "Tóm tắt", (), (Section("I.", "Một phần", 1, blocks),), (), SIGNED, sources)


def test_a_doubted_figure_is_marked_wherever_it_stands_and_listed_once() -> None:
    report = a_report(Run("94 công nghệ", sources=("1",), figure=True), Run("đã họp", sources=("1",)))

    marked = with_doubts(report, frozenset({"1"}))
    page, word = lxml.html.fromstring(to_html(marked)), docx.Document(io.BytesIO(to_word(marked, annex=False)))

    assert [run.text for p in marked.paragraphs() for run in p.runs if run.doubted] == ["94 công nghệ"] * 3
    assert marked.cautions == ("Số liệu cần đối chiếu trước khi trình: 94 công nghệ (BC-SCT.docx, đoạn 12).",)
    assert [mark.text for mark in page.find_class("doubted")] == [" [cần đối chiếu]"] * 3
    pdf = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(to_pdf(marked, annex=False)))
    assert "".join(pdf.split()).count("94côngnghệ[cầnđốichiếu]") == 3
    assert [p.text for p in word.paragraphs if "đối chiếu" in p.text] == ["94 công nghệ [cần đối chiếu]đã họp"] * 2


def test_a_report_whose_figures_rest_on_other_passages_is_left_as_it_is() -> None:
    report = a_report(Run("94 công nghệ", sources=("1",), figure=True))

    assert with_doubts(report, frozenset({"2"})) is report


def test_a_passage_kept_twice_is_one_row_of_the_annex_and_both_links_lead_there() -> None:
    twin = Source("9", "BC-SCT.docx", "đoạn 12", SOURCES[0].quote)
    report = a_report(Run("94 công nghệ", sources=("1",)), Run("khảo sát", sources=("9",)), sources=(*SOURCES, twin))

    rows = [[cell.text for cell in row] for row in sources_table(report).rows]

    assert rows == [["1", "94 công nghệ; khảo sát", "BC-SCT.docx, đoạn 12", f"“{twin.quote}”"]]
    assert len(pypdfium2.PdfDocument(to_pdf(report))) == 2


def test_long_words_are_shortened_in_the_annex_at_whole_words() -> None:
    long = Source("1", "BC.docx", "đoạn 1", "khảo sát\n công nghệ " * 40)
    report = a_report(Run("mua sắm thiết bị " * 20, sources=("1",)), sources=(long,))

    ((_number, said, _place, quote),) = sources_table(report).rows

    assert said.text == ("mua sắm thiết bị " * 7).strip() + "…"
    assert (len(quote.text) <= 303, quote.text[-2:], quote.text.count("\n")) == (True, "…”", 0)


@pytest.mark.parametrize(
    ("text", "most", "kept"),
    [("khảo sát", 8, "khảo sát"), ("khảo sát, đo đạc", 9, "khảo sát…"), ("khảosátđođạc", 5, "khảos…")],
)
def test_words_are_shortened_to_whole_words_where_there_are_any(text: str, most: int, kept: str) -> None:
    assert shortened(text, most) == kept


def test_no_page_of_the_pdf_ends_with_a_heading() -> None:
    """A heading is pushed down the page line by line: it moves over with its first line, never stays alone."""
    for lines in range(12, 32):
        filler = tuple(plain(f"Dòng {n}.") for n in range(lines))
        parts = (Section("I.", "Trước", 1, filler), Section("II.", "Tiêu đề", 2, (plain("Câu đầu tiên."),)))
        report = Report(HEAD, "Báo cáo", "Tóm tắt", (), parts, (), SIGNED)

        pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(to_pdf(report))]

        assert [page.count("TIÊU ĐỀ") for page in pages] == [page.count("Câu đầu tiên.") for page in pages]


def test_the_title_of_a_part_stands_in_the_middle_of_the_pdf_text() -> None:
    report = Report(HEAD, "Báo cáo", "Tóm tắt", (), (Section("I.", "Giữa dòng", 1, (plain("Câu."),)),), (), SIGNED)

    page = pypdfium2.PdfDocument(to_pdf(report))[0]
    text = page.get_textpage()
    place, length = text.search("GIỮA DÒNG").get_next()
    left, right = text.get_charbox(place)[0], text.get_charbox(place + length - 1)[2]

    middle = (210 + 30 - 15) / 2 / 25.4 * 72  # of the text, between margins of 30 and 15 mm on 210 mm
    assert abs((left + right) / 2 - middle) < 3


def test_a_decision_names_who_decides_above_its_bases_in_word_pdf_and_page() -> None:
    decision = Report(
        letterhead=HEAD,
        kind="Quyết định",
        summary="Về việc kiện toàn",
        bases=(plain("Căn cứ Nghị quyết."),),
        sections=(),
        recipients=(),
        signature=SIGNED,
        opening=(plain("Điều 1."),),
        decided_by="Chủ tịch",
    )

    word = [paragraph.text for paragraph in docx.Document(io.BytesIO(to_word(decision))).paragraphs if paragraph.text]
    page = lxml.html.fromstring(to_html(decision)).text_content()
    pdf = pypdfium2.PdfDocument(to_pdf(decision))[0].get_textpage().get_text_range()

    said = ["CHỦ TỊCH", "Căn cứ Nghị quyết.", "QUYẾT ĐỊNH:", "Điều 1."]
    assert word[2:6] == said
    for text in (page, pdf):
        places = [text.index(words) for words in said]
        assert places == sorted(places)


def test_a_long_summary_is_cut_in_the_properties_of_the_word_file() -> None:
    report = composed(**FULL)
    long = replace(report, summary="y" * 400, letterhead=replace(report.letterhead, issuer="x" * 400))

    properties = docx.Document(io.BytesIO(to_word(long, annex=False))).core_properties

    assert (properties.title, properties.author) == (f"{report.kind} {'y' * 400}"[:255], "x" * 255)
