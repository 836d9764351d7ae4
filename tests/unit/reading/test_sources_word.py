"""Word files: paragraphs, headings, numbers, tables, notes, changes, text boxes."""

import io
import unicodedata
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from hypothesis import given, settings
from hypothesis import strategies as st

from hopluc.errors import ActiveContent, NoText, StateSecret, UnknownFormat
from hopluc.reading.document import Document
from hopluc.reading.sources.word import document_of_word

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BOX = (
    f'<w:p {W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:r><w:t>Trước hộp</w:t></w:r><w:r>'
    "<mc:AlternateContent><mc:Choice Requires='wps'><w:txbxContent><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:txbxContent>"
    "</mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:txbxContent></mc:Fallback>"
    "</mc:AlternateContent></w:r></w:p>"
)


def saved(make: Callable[[WordDocument], object]) -> bytes:
    document, file = docx.Document(), io.BytesIO()
    make(document)
    document.save(file)
    return file.getvalue()


def opened(make: Callable[[WordDocument], object]) -> Document:
    return document_of_word(saved(make), "a.docx")


def with_part(data: bytes, path: str, content: str, old: str = "") -> bytes:
    """The package with a part replaced, or with `old` in it replaced."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(packed, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name == path:
                part = part.replace(old.encode(), content.encode()) if old else content.encode()
            target.writestr(name, part)
        if path not in source.namelist():
            target.writestr(path, content)
    return packed.getvalue()


def put(document: WordDocument, xml: str) -> None:
    document.element.body.insert(0, parse_xml(xml))


def test_headings_have_their_level() -> None:
    def make(document: WordDocument) -> None:
        document.add_heading("I. MỤC TIÊU", 1)
        document.add_paragraph("Nội dung.")
        document.add_heading("1. Mục tiêu chung", 2)

    document = opened(make)

    assert document.text == "I. MỤC TIÊU\nNội dung.\n1. Mục tiêu chung\n"
    assert [at.heading for at in document.locators] == [1, None, 2]


def test_a_table_is_a_cell_a_line_and_merged_cells_keep_the_grid() -> None:
    def make(document: WordDocument) -> None:
        table = document.add_table(3, 3)
        for row in range(3):
            for column in range(3):
                table.cell(row, column).text = f"{row}{column}" if row + column else "TT"
        table.cell(1, 0).merge(table.cell(2, 0)).text = "gộp dọc"
        table.cell(2, 1).merge(table.cell(2, 2)).text = "gộp ngang"
        table.cell(1, 1).text = "dòng một\ndòng hai"
        document.add_paragraph("Sau bảng")

    document = opened(make)

    assert document.text == ("\tTT\n\t01\n\t02\n\n\tgộp dọc\n\tdòng một\ndòng hai\n\t12\n\n\t\n\tgộp ngang\n\nSau bảng\n")
    cells = {at.cell: document.quote(at.span) for at in document.locators}
    assert cells[0, 1, 1] == "dòng một\ndòng hai"
    assert cells[0, 2, 0] == ""
    assert cells[0, 2, 1] == "gộp ngang"
    assert (0, 2, 2) not in cells
    assert cells[None] == "Sau bảng"


def test_a_column_past_all_measure_stays_within_the_grid() -> None:
    def make(document: WordDocument) -> None:
        document.add_table(1, 2).cell(0, 1).text = "cuối"

    data = with_part(saved(make), "word/document.xml", '<w:tcPr><w:gridSpan w:val="9999"/>', old="<w:tcPr>")

    assert [at.cell for at in document_of_word(data, "a.docx").locators] == [(0, 0, 0), (0, 0, 62)]


def test_automatic_numbers_and_bullets_are_read() -> None:
    def make(document: WordDocument) -> None:
        for words, style in [("Một", "List Number"), ("Hai", "List Number"), ("Chấm", "List Bullet"), ("Ba", "List Number")]:
            document.add_paragraph(words, style=style)

    assert opened(make).text == "1. Một\n2. Hai\n- Chấm\n3. Ba\n"


def test_numbers_of_levels_letters_and_articles_are_as_the_page_shows_them() -> None:
    numbers = (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="7">'
        '<w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Điều %1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>'
        '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1.%3"/></w:lvl>'
        '<w:lvl w:ilvl="3"><w:start w:val="9"/><w:numFmt w:val="decimalZero"/><w:lvlText w:val="%4"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
        "</w:num></w:numbering>"
    )

    def make(document: WordDocument) -> None:
        for level, list_number in reversed([(0, 1), (1, 1), (1, 1), (2, 1), (3, 1), (0, 1), (1, 1), (0, 2), (0, 1)]):
            put(
                document,
                f'<w:p {W}><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_number}"/></w:numPr></w:pPr>'
                "<w:r><w:t>x</w:t></w:r></w:p>",
            )

    document = document_of_word(with_part(saved(make), "word/numbering.xml", numbers), "a.docx")

    labels = [line.removesuffix(" x") for line in document.text.splitlines()]
    assert labels == ["Điều 4.", "a)", "b)", "4.I", "09", "Điều 5.", "a)", "Điều 1.", "Điều 6."]


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ("<w:del><w:r><w:delText>cũ</w:delText></w:r></w:del><w:ins><w:r><w:t>mới</w:t></w:r></w:ins>", "mới"),
        ("<w:moveFrom><w:r><w:t>chuyển</w:t></w:r></w:moveFrom><w:r><w:t>ở lại</w:t></w:r>", "ở lại"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:t>hiện</w:t></w:r>", "hiện"),
        ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>hiện</w:t></w:r>', "hiện"),
        ("<w:r><w:t>QĐ</w:t><w:noBreakHyphen/><w:t>UBND</w:t></w:r>", "QĐ\u2011UBND"),
        ("<w:r><w:t>trên</w:t><w:br/><w:t>dưới</w:t></w:r>", "trên\ndưới"),
        ('<w:r><w:t>trang</w:t><w:br w:type="page"/><w:t>sau</w:t></w:r>', "trangsau"),
        ("<w:r><w:t>Nơi nhận:</w:t><w:tab/><w:t>CHỦ TỊCH</w:t></w:r>", "Nơi nhận:\tCHỦ TỊCH"),
        ("<w:sdt><w:sdtContent><w:r><w:t>trong ô nhập</w:t></w:r></w:sdtContent></w:sdt>", "trong ô nhập"),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>12</w:t></w:r>", "12"),
    ],
)
def test_a_paragraph_is_what_the_page_shows(runs: str, text: str) -> None:
    assert opened(lambda document: put(document, f"<w:p {W}>{runs}</w:p>")).text == f"{text}\n"


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    document = opened(lambda made: put(made, BOX.format(words="Trong hộp")))

    assert document.text == "Trước hộp\nTrong hộp\n"


def test_footnotes_come_at_the_end() -> None:
    data = saved(lambda document: document.add_paragraph("Thân bài"))
    notes = (
        f'<w:footnotes {W}><w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>kẻ</w:t></w:r></w:p></w:footnote>'
        '<w:footnote w:id="1"><w:p><w:r><w:t>Chú thích 1</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    link = '<Relationship Id="rN" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/>'
    data = with_part(
        with_part(data, "word/footnotes.xml", notes),
        "word/_rels/document.xml.rels",
        f"{link}</Relationships>",
        old="</Relationships>",
    )

    assert document_of_word(data, "a.docx").text == "Thân bài\nChú thích 1\n"


def test_a_picture_alone_is_a_scan() -> None:
    data = with_part(saved(lambda _: None), "word/media/image1.png", "x")

    with pytest.raises(NoText):
        document_of_word(data, "a.docx")


def test_a_strict_file_is_read_as_well() -> None:
    data = saved(lambda document: document.add_paragraph("Chặt chẽ"))
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    data = with_part(data, "word/document.xml", strict, old="http://schemas.openxmlformats.org/wordprocessingml/2006/main")

    assert document_of_word(data, "a.docx").text == "Chặt chẽ\n"


RELATION = '<Relationship Id="rX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"{mode}/></Relationships>'


def with_relation(kind: str, target: str, *, external: bool) -> bytes:
    mode = ' TargetMode="External"' if external else ""
    data = saved(lambda document: document.add_paragraph("Nội dung"))
    return with_part(
        data, "word/_rels/document.xml.rels", RELATION.format(kind=kind, target=target, mode=mode), old="</Relationships>"
    )


@pytest.mark.parametrize(
    ("kind", "target", "external"),
    [
        ("attachedTemplate", "https://example.org/t.dotm", True),
        ("attachedTemplate", "\\\\may-chu\\mau.dotm", True),
        ("attachedTemplate", "file://may-chu/mau.dotm", True),
        ("image", "http://example.org/a.png", True),
        ("oleObject", "embeddings/oleObject1.bin", False),
        ("oleObject", "file:///C:/a.xlsx", True),
        ("aFChunk", "chunk.html", False),
        ("frame", "http://example.org", True),
        ("control", "activeX/activeX1.xml", False),
    ],
)
def test_links_that_load_by_themselves_are_refused(kind: str, target: str, external: bool) -> None:
    with pytest.raises(ActiveContent):
        document_of_word(with_relation(kind, target, external=external), "a.docx")


@pytest.mark.parametrize(
    ("kind", "target", "external"),
    [
        ("hyperlink", "https://example.org", True),
        ("attachedTemplate", "file:///C:\\Mau\\cong-van.dotx", True),
        ("attachedTemplate", "Normal.dotm", True),
        ("image", "media/image1.png", False),
    ],
)
def test_links_that_wait_or_stay_inside_are_harmless(kind: str, target: str, external: bool) -> None:
    assert document_of_word(with_relation(kind, target, external=external), "a.docx").text == "Nội dung\n"


@pytest.mark.parametrize(
    ("path", "content", "old"),
    [
        ("[Content_Types].xml", "application/vnd.ms-word.document.macroEnabled.main+xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"),
        ("word/vbaProject.bin", "x", ""),
        ("word/activeX/activeX1.bin", "x", ""),
        ("word/document.xml", "<w:r><w:instrText>DDEAUTO c:\\\\cmd.exe</w:instrText></w:r></w:p>", "</w:p>"),
        ("word/document.xml", '<w:fldSimple w:instr=" DDE excel a b "/></w:p>', "</w:p>"),
        ("word/document.xml", "<w:r><w:instrText>DDE</w:instrText></w:r><w:r><w:instrText>AUTO x</w:instrText></w:r></w:p>", "</w:p>"),
    ],
)  # fmt: skip
def test_macros_and_commands_are_refused(path: str, content: str, old: str) -> None:
    data = saved(lambda document: document.add_paragraph("Nội dung"))

    with pytest.raises(ActiveContent):
        document_of_word(with_part(data, path, content, old), "a.docx")


def test_words_like_a_command_are_harmless() -> None:
    data = saved(lambda document: document.add_paragraph("Giao thức DDEAUTO và DDE là gì"))

    assert document_of_word(data, "a.docx").text == "Giao thức DDEAUTO và DDE là gì\n"


def test_other_packages_are_named() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("xl/workbook.xml", "<workbook/>")

    with pytest.raises(UnknownFormat) as refusal:
        document_of_word(packed.getvalue(), "a.docx")

    assert refusal.value.details["found"] == "bảng tính Excel"


def test_a_stamp_in_the_page_header_or_a_text_box_is_a_secrecy_mark() -> None:
    def header(document: WordDocument) -> None:
        document.add_paragraph("Nội dung")
        document.sections[0].header.paragraphs[0].text = "TỐI MẬT"

    def box(document: WordDocument) -> None:
        for number in range(60):
            document.add_paragraph(f"Đoạn {number}")
        document.element.body.append(parse_xml(BOX.format(words="MẬT")))

    for make in (header, box):
        with pytest.raises(StateSecret):
            opened(make)


def test_an_ordinary_page_header_is_no_secrecy_mark() -> None:
    def make(document: WordDocument) -> None:
        document.add_paragraph("Nội dung")
        document.sections[0].header.paragraphs[0].text = "DỰ THẢO"

    assert opened(make).text == "Nội dung\n"


WORDS = st.text(st.sampled_from("aáằệđỡ ơ\u0301\u0323\u00a0A1,.-/&<>\"'"), max_size=30)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.one_of(WORDS, st.lists(st.lists(WORDS, min_size=2, max_size=2), min_size=1, max_size=3)), min_size=1, max_size=6
    )
)
def test_every_word_stands_at_its_locator(blocks: list[str | list[list[str]]]) -> None:
    def make(document: WordDocument) -> None:
        document.add_paragraph("Đầu")
        for block in blocks:
            if isinstance(block, str):
                document.add_paragraph(block)
                continue
            table = document.add_table(len(block), 2)
            for row, cells in enumerate(block):
                for column, words in enumerate(cells):
                    table.cell(row, column).text = words

    document = opened(make)

    said = ["Đầu"]
    for block in blocks:
        said += [block] if isinstance(block, str) else [words for row in block for words in row]
    expected = [unicodedata.normalize("NFC", words.strip()) for words in said]
    found = [document.quote(at.span) for at in document.locators]
    assert list(filter(None, found)) == list(filter(None, expected))
    assert document.text.split() == " ".join(found).split()
