"""Excel files: what each sheet shows, as the officer sees it; what starts something is refused."""

from pathlib import Path

import pytest

from hopluc.errors import ActiveContent, BrokenFile, EmptyFile, NoText, StateSecret, TooLarge, UnknownFormat, UnreadableFile
from hopluc.reading.document import Document, Span
from hopluc.reading.sources import open_source
from hopluc.reading.sources.archive import Archive
from hopluc.reading.sources.packages import document_of_package
from hopluc.reading.sources.sheet_values import format_code, shown_number
from hopluc.reading.sources.workbook import document_of_workbook
from sources import MAIN, OFFICE, TYPES, relations, row, text, value, workbook


def opened(rows: str, **parts: str) -> Document:
    return document_of_package(workbook(rows, **parts), "a.xlsx")


TABLE = (
    row(1, text("A1", "PHỤ LỤC NHIỆM VỤ"))
    + row(3, text("A3", "TT"), value("B3", "0", 0, "s"), text("C3", "Chủ trì"), text("D3", "Hạn"), text("E3", "Kinh phí"))
    + row(
        4, value("A4", "1"), text("B4", "Xây sàn"), value("C4", "1", 0, "s"), value("D4", "45356", 1), value("E4", "5132000", 2)
    )
    + row(5, value("A5", "2"), text("B5", "Ẩn đi"), text("C5", "Sở"), hidden=True)
    + row(6, value("A6", "3"), value("B6", "2", 4, "s"), text("D6", "2025"), value("E6", "0.125", 3))
    + row(9, text("D9", "GIÁM ĐỐC"))
)


def test_a_sheet_is_a_heading_its_title_a_table_and_what_stands_below() -> None:
    document = opened(TABLE)

    assert document.text == (
        "Kế hoạch\nPHỤ LỤC NHIỆM VỤ\n"
        "\tTT\n\tNhiệm vụ\n\tChủ trì\n\tHạn\n\tKinh phí\n\n"
        "\t1\n\tXây sàn\n\tSở Tài chính\n\t05/03/2024\n\t5.132.000\n\n"
        "\t3\n\tĐề án\n\t\n\t2025\n\t12,50%\n\n"
        "GIÁM ĐỐC\n"
    )
    assert document.locators[0].heading == 1
    assert [at.cell for at in document.locators][2:8] == [(0, 0, 0), (0, 0, 1), (0, 0, 2), (0, 0, 3), (0, 0, 4), (0, 1, 0)]
    place = document.text.index("Đề án")
    assert document.original(Span(place, place + 5)) == "§Ò ¸n"
    assert dict(document.properties) == {"hidden_sheets": "Nháp"}


def test_hidden_columns_and_what_lies_under_merged_cells_are_left_out() -> None:
    rows = row(1, *(text(f"{column}1", column) for column in "ABCDE")) + row(
        2, text("A2", "dưới"), *(text(f"{c}2", c) for c in "BCD")
    )
    document = opened(
        rows,
        before='<cols><col min="3" max="3" hidden="1"/></cols>',
        after='<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="A1"/><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    )

    assert document.text == "Kế hoạch\n\tA\n\tB\n\tD\n\tE\n\n\t\n\tB\n\tD\n\t\n\n"


def test_a_sheet_without_a_table_is_lines() -> None:
    assert opened(row(1, text("A1", "Một")) + row(2, text("A2", "Hai"), text("B2", "Ba"))).text == "Kế hoạch\nMột\nHai\nBa\n"


def test_three_rows_of_two_cells_are_a_table() -> None:
    rows = "".join(row(number, text(f"A{number}", "Chỉ tiêu"), value(f"B{number}", str(number))) for number in (1, 2, 3))

    assert opened(rows).text == "Kế hoạch\n" + "".join(f"\tChỉ tiêu\n\t{number}\n\n" for number in (1, 2, 3))


def test_cells_without_their_place_follow_each_other() -> None:
    cells = "".join(f'<c t="inlineStr"><is><t>{words}</t></is></c>' for words in ("một", "hai", "ba"))

    assert opened(f"<row>{cells}</row>").text == "Kế hoạch\n\tmột\n\thai\n\tba\n\n"


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (value("A1", "1", 0, "b"), "Đúng"),
        (value("A1", "2024-03-05T00:00:00", 0, "d"), "05/03/2024"),
        (value("A1", "mai", 0, "d"), "mai"),
        (value("A1", "kết quả", 0, "str"), "kết quả"),
        ('<c r="A1"><f>SUM(B1:B9)</f><v>66</v></c>', "66"),
        (value("A1", "45356.5", 1), "05/03/2024"),
        (value("A1", "7", 99), "7"),
    ],
)
def test_a_cell_shows_its_value(cell: str, shown: str) -> None:
    assert opened(row(1, cell)).text == f"Kế hoạch\n{shown}\n"


@pytest.mark.parametrize(
    "cell",
    [
        value("A1", "#REF!", 0, "e"),
        value("A1", "nan"),
        value("A1", "1e999"),
        value("A1", "chữ"),
        value("A1", "77", 0, "s"),
        '<c r="A1" t="inlineStr"/>',
    ],
)
def test_a_cell_without_a_value_says_nothing(cell: str) -> None:
    with pytest.raises(EmptyFile):
        opened(row(1, cell))


@pytest.mark.parametrize(
    ("number", "code", "shown"),
    [
        (5132000, "General", "5132000"),
        (2024, "General", "2024"),
        (0.1 + 0.2, "General", "0,3"),
        (5132000, "#,##0", "5.132.000"),
        (-1234.5, "#,##0.00", "-1.234,50"),
        (1234.5, "#,##0.##", "1.234,5"),
        (1234, "#,##0.##", "1.234"),
        (5, "0.0", "5,0"),
        (1500, '#,##0" triệu đồng"', "1.500"),
        (1500, "_(* #,##0_);_(* (#,##0);_(@_)", "1.500"),
        (0.5, "0%", "50%"),
        (45356, "dd/mm/yyyy", "05/03/2024"),
        (45356, "[$-42A]d mmmm yyyy", "05/03/2024"),
        (45356, "mm/yyyy", "03/2024"),
        (45356, "yyyy", "2024"),
        (45356.75, "dd/mm/yyyy hh:mm", "05/03/2024 18:00"),
        (0.75, "hh:mm", "18:00"),
        (45356, "ss", "45356"),
        (-1, "dd/mm/yyyy", "-1"),
        (7, "@", "7"),
    ],
)
def test_numbers_are_shown_in_their_format(number: float, code: str, shown: str) -> None:
    assert shown_number(number, code) == shown


def test_days_may_be_counted_from_1904() -> None:
    document = opened(row(1, value("A1", "43894", 1)), days='<workbookPr date1904="1"/>')

    assert document.text == "Kế hoạch\n05/03/2024\n"


def test_a_format_is_the_files_own_before_the_standards() -> None:
    assert [format_code(4, {}), format_code(4, {4: "0"}), format_code(999, {})] == ["#,##0.00", "0", "General"]


def test_a_workbook_without_styles_or_strings_is_read() -> None:
    parts = {"xl/_rels/workbook.xml.rels": relations(("rId1", "worksheet", "worksheets/sheet1.xml"))}

    assert opened(row(1, value("A1", "45356", 1)), **parts).text == "Kế hoạch\n45356\n"


def test_the_strict_dialect_is_read() -> None:
    strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    sheet = f'<worksheet xmlns="{strict}"><sheetData>{row(1, text("A1", "Một"))}</sheetData></worksheet>'

    assert opened("", **{"xl/worksheets/sheet1.xml": sheet}).text == "Kế hoạch\nMột\n"


OUTSIDE = '<Relationship Id="x" Type="{0}/{1}" Target="{2}" TargetMode="External"/>'
SAID = row(1, text("A1", "Một"))


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (workbook(""), EmptyFile),
        (workbook("", **{"xl/media/image1.png": "x"}), NoText),
        (workbook(SAID, state='state="veryHidden"'), EmptyFile),
        (workbook(row(1, text("A1", "TUYỆT MẬT"))), StateSecret),
        (workbook(SAID, **{"xl/vbaProject.bin": "x"}), ActiveContent),
        (workbook(SAID, **{"xl/macrosheets/sheet1.xml": "x"}), ActiveContent),
        (workbook(SAID, **{"[Content_Types].xml": TYPES.replace("/>", "><!--macroEnabled--></Types>")}), ActiveContent),
        (workbook('<row r="1"><c r="A1"><f>cmd|\' /C calc\'!A0</f><v>1</v></c></row>'), ActiveContent),
        (workbook(SAID, **{"xl/_rels/x.rels": relations(("a", "connections", "connections.xml"))}), ActiveContent),
        (workbook(SAID, **{"xl/_rels/x.rels": relations(("a", "oleObject", "x.bin"))}), ActiveContent),
        (
            workbook(SAID, **{"xl/_rels/x.rels": relations(outside=OUTSIDE.format(OFFICE, "image", "http://x.vn/a"))}),
            ActiveContent,
        ),
        (
            workbook(
                SAID, **{"xl/_rels/x.rels": relations(outside=OUTSIDE.format(OFFICE, "externalLinkPath", "http://x.vn/a"))}
            ),
            ActiveContent,
        ),
        (
            workbook(
                SAID,
                **{
                    "xl/_rels/workbook.xml.rels": relations(("a", "externalLink", "l.xml")),
                    "xl/l.xml": f'<externalLink xmlns="{MAIN}"><ddeLink/></externalLink>',
                },
            ),
            ActiveContent,
        ),
        (workbook(SAID, **{"xl/worksheets/sheet1.xml": "<!DOCTYPE x><worksheet/>"}), ActiveContent),
        (workbook(SAID, **{"xl/worksheets/sheet1.xml": "<worksheet"}), BrokenFile),
        (workbook(SAID, **{"_rels/.rels": relations(("a", "officeDocument", "xl/none.xml"))}), BrokenFile),
        (
            workbook(SAID, **{"_rels/.rels": relations(("a", "officeDocument", "xl/workbook.bin")), "xl/workbook.bin": "x"}),
            UnknownFormat,
        ),
        (workbook("<row>" + "<c/>" * 500_001 + "</row>"), TooLarge),
    ],
)
def test_what_is_no_plain_workbook_is_refused(data: bytes, kind: type[UnreadableFile]) -> None:
    with pytest.raises(UnreadableFile) as refusal:
        document_of_package(data, "a.xlsx")

    assert type(refusal.value) is kind


@pytest.mark.parametrize(("kind", "target"), [("externalLinkPath", "file:///C:/so lieu.xlsx"), ("hyperlink", "http://x.vn")])
def test_a_link_that_fetches_nothing_is_harmless(kind: str, target: str) -> None:
    parts = {"xl/_rels/x.rels": relations(outside=OUTSIDE.format(OFFICE, kind, target))}

    assert opened(SAID, **parts).text == "Kế hoạch\nMột\n"


def test_a_workbook_is_read_in_the_sandbox_and_its_extension_compared(tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.xls"
    path.write_bytes(workbook(TABLE))

    document = open_source(path)

    assert (document.media.rpartition(".")[2], document.properties["extension"]) == ("sheet", ".xls")
    assert document.text == document_of_workbook(Archive(workbook(TABLE), "a"), "a").text


@pytest.mark.parametrize(("name", "heads"), [("Sheet1", False), ("Trang tính1", False), ("Nhiệm vụ 2026", True)])
def test_the_name_a_program_gives_the_only_sheet_is_no_heading(name: str, heads: bool) -> None:
    document = opened(SAID, name=name)

    assert document.text.startswith(f"{name}\n") is heads
