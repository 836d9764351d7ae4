"""A form of others: what it asks is recognised; filled, it holds the numbers and is otherwise the file it was."""

import zipfile
from decimal import Decimal
from io import BytesIO

import pytest
import xlsxwriter

from hopluc.errors import BrokenFile, TooLarge
from hopluc.sheets import cells_of
from hopluc.sheets.asked import asked_in, items_of
from hopluc.sheets.package import fill_form, read_form, reference
from hopluc.sheets.units import in_unit


def a_form(title="Năm 2026"):
    """A form with a merged heading, I/1/- rows, a total by formula, a remark, a print set-up and a second sheet."""
    data = BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    sheet = book.add_worksheet("Biểu 01")
    money = book.add_format({"num_format": "#,##0.00", "border": 1})
    sheet.set_landscape()
    sheet.set_print_scale(77)
    sheet.write("A1", "BỘ KHOA HỌC VÀ CÔNG NGHỆ")
    sheet.write("A2", f"BIỂU SỐ LIỆU {title.upper()}")
    sheet.write("D3", "Đơn vị tính: triệu đồng")
    for place, words in (("A4:A5", "TT"), ("B4:B5", "Nội dung"), ("C4:C5", "ĐVT"), ("D4:E4", title), ("F4:F5", "Ghi chú")):
        sheet.merge_range(place, words)
    sheet.write("D5", "Kế hoạch")
    sheet.write("E5", "Thực hiện")
    rows = [("I", "Doanh nghiệp", "doanh nghiệp"), (1, "Doanh nghiệp được hỗ trợ", "doanh nghiệp")]
    rows += [("-", "Trong đó do nữ làm chủ", "doanh nghiệp"), ("II", "Kinh phí", "triệu đồng")]
    for at, row in enumerate(rows, start=5):
        for place, cell in enumerate(row):
            sheet.write(at, place, cell)
        for place in (3, 4):
            sheet.write_blank(at, place, None, money)
    sheet.write_formula("D6", "=SUM(D7:D8)", money, 0)
    sheet.write("E8", "x")
    sheet.write("B11", "NGƯỜI LẬP BIỂU")
    book.add_worksheet("Hướng dẫn").write("A1", "Ghi theo quý")
    book.close()
    return data.getvalue()


def test_form_is_recognised_though_it_is_blank():
    sheet = read_form(a_form(), "bieu.xlsx")[0]
    asked = asked_in(sheet)

    assert (asked.last, asked.name, asked.unit, asked.period) == (4, 1, "triệu đồng", "2026")
    assert [(c.label, c.stage, c.period) for c in asked.columns if c.fills] == [
        ("Năm 2026 Kế hoạch", "plan", "2026"),
        ("Năm 2026 Thực hiện", "actual", "2026"),
    ]
    assert [(item.row, item.number, item.name, item.whole, item.unit) for item in items_of(sheet, asked)] == [
        (5, "I", "Doanh nghiệp", "", "doanh nghiệp"),
        (6, "1", "Doanh nghiệp được hỗ trợ", "", "doanh nghiệp"),
        (7, "-", "Trong đó do nữ làm chủ", "Doanh nghiệp được hỗ trợ", "doanh nghiệp"),
        (8, "II", "Kinh phí", "", "triệu đồng"),
    ]


def test_only_empty_cells_are_open():
    sheet = read_form(a_form(), "bieu.xlsx")[0]

    assert [place for place in ((5, 3), (6, 3), (7, 4), (3, 4), (99, 99)) if sheet.is_open(place)] == [(6, 3)]


def test_filled_form_is_otherwise_the_file_it_was():
    data = a_form()
    sheet = read_form(data, "bieu.xlsx")[0]

    filled = fill_form(data, {sheet.part: {(6, 3): Decimal(37), (8, 4): Decimal("5132.50"), (5, 3): Decimal(1)}}, "bieu.xlsx")

    with zipfile.ZipFile(BytesIO(data)) as before, zipfile.ZipFile(BytesIO(filled)) as after:
        assert after.namelist() == before.namelist()
        changed = [name for name in before.namelist() if before.read(name) != after.read(name)]
        assert sorted(changed) == ["xl/workbook.xml", "xl/worksheets/sheet1.xml"]
        was, now = (package.read("xl/worksheets/sheet1.xml").decode() for package in (before, after))
        assert after.read("xl/workbook.xml").count(b'fullCalcOnLoad="1"') == 1
    for mark in ('<mergeCell ref="D4:E4"/>', "<f>SUM(D7:D8)</f>", 'scale="77"', 'orientation="landscape"'):
        assert (was.count(mark), now.count(mark)) == (1, 1)
    assert "<f>SUM(D7:D8)</f><v>" not in now  # what it came to last time is out
    cells = cells_of(filled, "bieu.xlsx")
    assert (cells[6][3], cells[8][4], cells[5][3], cells[7][3]) == (Decimal(37), Decimal("5132.5"), None, None)


def test_cell_that_the_sheet_does_not_write_is_put_in_its_place():
    data = BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    sheet = book.add_worksheet()
    sheet.write("A1", "Tên")
    sheet.write("D1", "Số")
    sheet.write("A4", "Dòng")
    book.close()
    part = read_form(data.getvalue(), "b.xlsx")[0].part

    filled = fill_form(data.getvalue(), {part: {(1, 1): Decimal(5), (3, 1): Decimal(7), (5, 0): Decimal(9)}}, "b.xlsx")

    assert [row[:2] for row in cells_of(filled, "b.xlsx")] == [
        ("Tên", None),
        (None, Decimal(5)),
        (None, None),
        ("Dòng", Decimal(7)),
        (None, None),
        (Decimal(9), None),
    ]


def test_package_that_declares_entities_is_refused():
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(a_form())) as package, zipfile.ZipFile(made, "w") as spoilt:
        for entry in package.infolist():
            said = package.read(entry.filename)
            if entry.filename == "xl/worksheets/sheet1.xml":
                said = said.replace(b"<worksheet", b'<!DOCTYPE w [<!ENTITY a "b">]><worksheet', 1)
            spoilt.writestr(entry, said)

    with pytest.raises(BrokenFile):
        read_form(made.getvalue(), "bieu.xlsx")


def with_sheet(said, data=None):
    """A workbook whose first sheet is this part."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data or a_form())) as package, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as other:
        for entry in package.infolist():
            other.writestr(entry, said if entry.filename == "xl/worksheets/sheet1.xml" else package.read(entry.filename))
    return made.getvalue()


def a_part(rows, after=""):
    return f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData>{after}</worksheet>'


TWO_ROWS = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="B2"><v>3</v></c></row>'


def test_blank_merge_past_the_cells_of_a_sheet_covers_those_it_has():
    wide = with_sheet(a_part(TWO_ROWS, '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'))

    assert read_form(wide, "b.xlsx")[0].covered == {(0, 1), (1, 0), (1, 1)}


@pytest.mark.parametrize(
    "merged",
    [
        pytest.param('<mergeCell ref="A1:AX3000"/>' * 20, id="more cells than a sheet has, again and again"),
        pytest.param('<mergeCell ref="XA1:XB1"/>' * 100_001, id="more ranges than a sheet can have"),
    ],
)
def test_merged_ranges_are_bounded_in_total(merged):
    rows = TWO_ROWS + '<row r="3000"><c r="AX3000"><v>1</v></c></row>'

    with pytest.raises(BrokenFile):
        read_form(with_sheet(a_part(rows, f"<mergeCells>{merged}</mergeCells>")), "b.xlsx")


def test_rows_and_cells_that_do_not_say_where_they_stand_are_filled_by_position():
    rows = "<row><c><v>1</v></c><c><f>A1</f><v>1</v></c><c><v>2</v></c></row><?note of a program?>"
    rows += '<row><c/><?note of a program?><c><v>4</v></c></row><row r="5"><c r="C5"><v>9</v></c><c><v>8</v></c></row>'
    data = with_sheet(a_part(rows))
    sheet = read_form(data, "b.xlsx")[0]
    wanted = {(0, 1): 70, (0, 2): 71, (1, 0): 72, (1, 3): 73, (3, 1): 74, (4, 1): 75, (4, 3): 76, (5, 0): 77}

    filled = fill_form(data, {sheet.part: {place: Decimal(number) for place, number in wanted.items()}}, "b.xlsx")

    assert sheet.formulas == {(0, 1)}
    assert [[None if cell is None else int(cell) for cell in row] for row in cells_of(filled, "b.xlsx")] == [
        [1, None, 71, None],
        [72, 4, None, 73],
        [None] * 4,
        [None, 74, None, None],
        [None, 75, 9, 76],
        [77, None, None, None],
    ]


def test_form_that_cannot_be_filled_is_refused_with_its_name():
    part = read_form(a_form(), "b.xlsx")[0].part

    with pytest.raises(BrokenFile) as refused:
        fill_form(with_sheet(b"<worksheet/>"), {part: {(0, 0): Decimal(1)}}, "b.xlsx")
    assert refused.value.details["name"] == "b.xlsx"


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        '<row r="1048576"><c><v>1</v></c><c r="XFD1048576"/><c><v>1</v></c></row>',
        '<row r="1048575"/><row><c/><c><v>1</v></c></row>',
        '<x:row xmlns:x="u" r="9"><x:c a=">" b=" r=\'A1\'" r = \'XFD1048576\' t="inlineStr"><x:is/></x:c></x:row>',
    ],
)
def test_sheet_that_reaches_too_far_is_refused_before_it_is_laid_out(rows):
    with pytest.raises(TooLarge):
        cells_of(with_sheet(a_part(rows)), "b.xlsx")


def test_formats_without_values_reach_nowhere():
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>'

    assert cells_of(with_sheet(a_part(rows)), "b.xlsx") == ((Decimal(1),),)


@pytest.mark.parametrize("other", ["content.xml", "xl/workbook.bin"])
def test_workbook_of_another_make_under_this_name_is_refused(other):
    data = BytesIO(a_form())
    with zipfile.ZipFile(data, "a") as package:
        package.writestr(other, b"<a/>")

    with pytest.raises(BrokenFile):
        cells_of(data.getvalue(), "b.xlsx")


def test_package_behind_other_bytes_is_refused():
    with pytest.raises(BrokenFile):
        cells_of(b"\xd0\xcf\x11\xe0" + a_form(), "b.xlsx")


def test_form_without_numbered_rows_begins_below_its_widest_row():
    data = BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    sheet = book.add_worksheet()
    for at, row in enumerate(
        (["BIỂU QUÝ III/2026"], ["Chỉ tiêu", "Kế hoạch", "Ước thực hiện"], ["A", "1", "2"], ["Số lượt tư vấn"], ["Số hồ sơ"])
    ):
        sheet.write_row(at, 0, row)
    book.close()
    form = read_form(data.getvalue(), "b.xlsx")[0]
    asked = asked_in(form)

    assert [(c.label, c.stage, c.period) for c in asked.columns if c.fills] == [
        ("Kế hoạch", "plan", "QUÝ III/2026"),
        ("Ước thực hiện", "estimate", "QUÝ III/2026"),
    ]
    assert [item.name for item in items_of(form, asked)] == ["Số lượt tư vấn", "Số hồ sơ"]


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("06 tháng đầu năm 2026", "06 tháng đầu năm 2026"),
        ("tháng 6/2026", "06/2026"),
        ("lập ngày 05 tháng 12 năm 2025", "2025"),
        ("giai đoạn 2026 - 2030", "2026 - 2030"),
    ],
)
def test_time_of_a_form_is_that_of_its_words(title, period):
    assert asked_in(read_form(a_form(title), "bieu.xlsx")[0]).period == period


def test_same_period_last_year_is_a_year_before():
    data = BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    sheet = book.add_worksheet()
    for at, row in enumerate((["BIỂU NĂM 2026"], ["TT", "Chỉ tiêu", "Cùng kỳ năm trước", "Lũy kế"], [1, "Số hồ sơ"])):
        sheet.write_row(at, 0, row)
    book.close()
    asked = asked_in(read_form(data.getvalue(), "b.xlsx")[0])

    assert [(c.label, c.period) for c in asked.columns if c.fills] == [("Cùng kỳ năm trước", "2025")]


def test_units_of_one_thing_are_told_in_each_other():
    assert in_unit(Decimal(5132500000), "đồng", "triệu đồng") == Decimal("5132.5")
    assert in_unit(Decimal(3), "nghìn người", "người") == 3000
    assert in_unit(Decimal(3), "%", "tỷ lệ") is None


def test_places_are_named_as_spreadsheets_name_them():
    assert [reference(place) for place in ((0, 0), (8, 25), (9, 26), (0, 701))] == ["A1", "Z9", "AA10", "ZZ1"]
