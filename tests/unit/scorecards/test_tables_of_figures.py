"""Figures and definitions out of CSV and Excel: read as they stand, and refused with file, line and column where they are wrong."""

import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import xlsxwriter

from hopluc.errors import (
    BrokenFile,
    CannotScore,
    EmptyFile,
    LegacyEncoding,
    MissingFile,
    TooLarge,
    UnknownTable,
    WrongDefinition,
    WrongFigure,
)
from hopluc.scorecards import Data, Definition, score
from hopluc.scorecards.definition import Column, Denominate, Goalposts, Grade, Group, Indicator, Scale, Steps
from hopluc.scorecards.sources import read_coin_tool, read_figures, read_metadata, read_sheet, sheet
from hopluc.scorecards.written import as_ranking, as_tables, in_full

RUBRIC = Scale("rubric", (Grade(1, word="đỏ"), Grade(3, word="xanh")))
INDEX = Definition(
    "m",
    "1",
    "M",
    "example",
    "m",
    (Group("I", "Chung"),),
    (
        Indicator("A", "Chỉ số A", "I", unit="%", low=0, high=100),
        Indicator("B", "Chỉ số B", "I", scale=RUBRIC),
    ),
    denominators=(Column("D", "Dân số", "người"),),
    classes=(Column("V", "Vùng"),),
)
GOOD = "uCode,uName,A,B,D,V\nvh,Vĩnh Hà,12.5,đỏ,1000,Bắc\ntl,Tân Lâm,NA,Xanh,2000,NA\n"


def read(folder: Path, text: str, name: str = "so-lieu.csv") -> Data:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return read_figures(read_sheet(file), INDEX)


def refusal(folder: Path, text: str) -> tuple[object, object, object]:
    with pytest.raises(WrongFigure) as refused:
        read(folder, text)
    assert refused.value.details["file"] == "so-lieu.csv"
    return refused.value.details["row"], refused.value.details["key"], refused.value.details["reason"]


def test_a_table_is_read_with_names_denominators_and_classes(tmp_path: Path) -> None:
    found = read(tmp_path, GOOD)

    assert (found.units, found.names, found.codes) == (("vh", "tl"), ("Vĩnh Hà", "Tân Lâm"), ("A", "B"))
    assert np.array_equal(found.values, [[12.5, 1], [np.nan, 3]], equal_nan=True)
    assert list(found.denominators["D"]) == [1000, 2000]
    assert (found.classes["V"], found.years, found.lines) == (("Bắc", ""), (), (2, 3))


def test_columns_may_bear_names_units_and_vietnamese_heads(tmp_path: Path) -> None:
    found = read(tmp_path, "Mã;Địa phương;Chỉ số A [%];chỉ số b;Dân số [người];Vùng;\nvh;Vĩnh Hà;12,5;1;1000;Bắc;\n;;;;;;\n")

    assert (found.units, found.values.tolist()) == (("vh",), [[12.5, 1.0]])


def test_one_year_is_no_panel_and_two_are(tmp_path: Path) -> None:
    head, row = "uCode,Time,A,B,D,V\n", "vh,{},1,1,1,x\n"

    assert read(tmp_path, head + row.format(2024)).years == ()
    assert read(tmp_path, head + row.format(2023) + row.format(2024)).years == (2023, 2024)


@pytest.mark.parametrize(
    ("old", "new", "row", "key", "reason"),
    [
        ("12.5", "mười hai", 2, "A", '"mười hai" không phải là số (số ghi với dấu chấm thập phân, không dấu ngăn hàng nghìn; chưa có số liệu thì để trống hoặc ghi NA)'),
        ("12.5", '"12,5"', 2, "A", '"12,5" không phải là số (số ghi với dấu chấm thập phân, không dấu ngăn hàng nghìn; chưa có số liệu thì để trống hoặc ghi NA)'),
        ("12.5", "-", 2, "A", '"-" không phải là số (số ghi với dấu chấm thập phân, không dấu ngăn hàng nghìn; chưa có số liệu thì để trống hoặc ghi NA)'),
        ("12.5", "inf", 2, "A", '"inf" không phải là số (số ghi với dấu chấm thập phân, không dấu ngăn hàng nghìn; chưa có số liệu thì để trống hoặc ghi NA)'),
        ("12.5", "nan", 2, "A", '"nan" không phải là số (số ghi với dấu chấm thập phân, không dấu ngăn hàng nghìn; chưa có số liệu thì để trống hoặc ghi NA)'),
        ("12.5", "1e999", 2, "A", "giá trị vô hạn"),
        ("12.5", "1_2", 2, "A", '"1_2" không phải là số (số ghi với dấu chấm thập phân, không dấu ngăn hàng nghìn; chưa có số liệu thì để trống hoặc ghi NA)'),
        ("12.5", "1250", 2, "A", "1250 lớn hơn mức cao nhất 100 %; kiểm tra đơn vị tính"),
        ("12.5", "-1", 2, "A", "-1 nhỏ hơn mức thấp nhất 0 %; kiểm tra đơn vị tính"),
        ("đỏ", "tím", 2, "B", '"tím" không phải là số (số ghi với dấu chấm thập phân, không dấu ngăn hàng nghìn; chưa có số liệu thì để trống hoặc ghi NA)'),
        ("đỏ", "2", 2, "B", "2 không phải một mức của thang: đỏ, xanh"),
        ("tl,Tân", "vh,Tân", 3, "uCode", 'mã "vh" đã có ở dòng 2'),
        ("tl,Tân", ",Tân", 3, "uCode", "thiếu mã đơn vị"),
        ("uCode,", "id,", 1, "id", "định nghĩa không có cột này; bỏ cột, hoặc thêm vào định nghĩa"),
        ("uCode,uName,A,", "uCode,uCode,A,", 1, "uCode", "cột này có hai lần"),
        ("uName,A,", "uName,A [người],", 1, "A [người]", 'đơn vị tính phải là "%"'),
        ("uName,A,B", "uName,B,Time", 1, "A", 'thiếu cột "Chỉ số A"; chưa có số liệu thì thêm cột và để trống các ô'),
        ("uCode,uName", "uName,Time", 1, "uCode", "thiếu cột mã đơn vị (uCode hoặc Mã)"),
        ("uCode,uName", "uCode,Time", 2, "Time", '"Vĩnh Hà" không phải là số (số ghi với dấu chấm thập phân, không dấu ngăn hàng nghìn; chưa có số liệu thì để trống hoặc ghi NA)'),
    ],
)  # fmt: skip
def test_a_wrong_cell_is_refused_with_line_and_column(
    tmp_path: Path, old: str, new: str, row: int, key: str, reason: str
) -> None:
    assert old in GOOD
    assert refusal(tmp_path, GOOD.replace(old, new, 1)) == (row, key, reason)


@pytest.mark.parametrize(
    ("old", "new", "row", "key"),
    [
        ("12.5", "12,5", 2, "thứ 7"),
        (",1000,Bắc", ",1000", 2, "V"),
        (",Xanh,2000,NA", "", 3, "B"),
        ("NA\n", "NA,,thừa\n", 3, "thứ 7"),
    ],
)
def test_a_row_of_more_or_fewer_cells_than_the_head_is_refused(tmp_path: Path, old: str, new: str, row: int, key: str) -> None:
    reason = "số ô không khớp số cột (số có dấu phẩy thập phân phải đặt trong ngoặc kép, hoặc ngăn các cột bằng dấu chấm phẩy)"

    assert refusal(tmp_path, new.join(GOOD.rsplit(old, 1))) == (row, key, reason)


def test_empty_cells_at_the_end_of_a_row_are_no_cells_too_many(tmp_path: Path) -> None:
    plain = read(tmp_path, GOOD)
    longer = read(tmp_path, GOOD.replace("NA\n", "NA,, \n"))

    assert np.array_equal(longer.values, plain.values, equal_nan=True)
    assert longer.classes == plain.classes


def test_a_table_without_units_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, GOOD.split("\n", maxsplit=1)[0] + "\n") == (2, "uCode", "không có đơn vị nào")


def test_a_year_must_be_whole(tmp_path: Path) -> None:
    assert refusal(tmp_path, "uCode,Time,A,B,D,V\nvh,,1,1,1,x\n") == (2, "Time", "phải là một năm")


def test_the_message_says_file_line_column_and_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(WrongFigure) as refused:
        read(tmp_path, GOOD.replace("12.5", "1250"))

    assert str(refused.value) == (
        "Số liệu so-lieu.csv, dòng 2, cột A: 1250 lớn hơn mức cao nhất 100 %; kiểm tra đơn vị tính. Đề nghị sửa ô này rồi chạy lại."
    )


# Files


def workbook(file: Path, rows: list[list[object]], name: str = "Số liệu") -> Path:
    with xlsxwriter.Workbook(file) as book:
        page = book.add_worksheet(name)
        for line, row in enumerate(rows):
            for place, cell in enumerate(row):
                if isinstance(cell, tuple):
                    page.write_formula(line, place, *cell)
                else:
                    page.write(line, place, cell)
    return file


HEAD = ["uCode", "A", "B", "D", "V"]


def test_an_excel_table_is_read_like_a_csv(tmp_path: Path) -> None:
    file = workbook(tmp_path / "a.xlsx", [HEAD, ["vh", ("=10+2.5", None, 12.5), "đỏ", 1000, "Bắc"], [1, "", "", "", ""]])

    found = read_figures(read_sheet(file), INDEX)
    assert found.units == ("vh", "1")
    assert np.array_equal(found.values, [[12.5, 1], [np.nan, np.nan]], equal_nan=True)


def test_truth_and_errors_in_excel_are_no_figures(tmp_path: Path) -> None:
    for cell, key, reason in (
        (True, "A", '"True" không phải là số'),
        (("=1/0", None, "#DIV/0!"), "B", "ô có lỗi Excel #DIV/0!"),
    ):
        file = workbook(tmp_path / "a.xlsx", [HEAD, ["vh", cell, "đỏ", 1000, "Bắc"]])
        with pytest.raises(WrongFigure) as refused:
            read_figures(read_sheet(file), INDEX)
        assert (refused.value.details["row"], refused.value.details["key"], refused.value.details["reason"]) == (2, key, reason)


def test_a_formula_never_computed_is_refused_and_not_missing(tmp_path: Path) -> None:
    whole = workbook(tmp_path / "a.xlsx", [HEAD, ["vh", ("=1+1", None, 2), "đỏ", 1000, "Bắc"]])
    bare = tmp_path / "b.xlsx"
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(bare, "w") as target:
        for part in source.namelist():
            target.writestr(part, source.read(part).replace(b"<f>1+1</f><v>2</v>", b"<f>1+1</f>"))

    with pytest.raises(WrongFigure) as refused:
        read_sheet(bare)
    assert refused.value.details["reason"] == "công thức chưa được tính; mở bằng Excel, lưu lại"
    assert read_sheet(whole).rows[1].cells[1] == 2.0


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.csv", b"", EmptyFile),
        ("a.csv", b"\n\n", EmptyFile),
        ("a.csv", "Mã,Tên\n".encode("utf-16"), LegacyEncoding),
        ("a.csv", b'a,b\n"x,1\n', BrokenFile),
        ("a.xls", b"x", UnknownTable),
        ("a.xlsx", b"not a workbook", BrokenFile),
        ("a", b"x", UnknownTable),
    ],
)
def test_a_file_that_is_no_table_is_refused_by_name(tmp_path: Path, name: str, content: bytes, kind: type[Exception]) -> None:
    (tmp_path / name).write_bytes(content)

    with pytest.raises(kind) as refused:
        read_sheet(tmp_path / name)
    assert refused.value.details["name"] == name  # type: ignore[attr-defined]


def test_a_file_that_is_not_there_and_a_sheet_that_is_not_there_are_refused(tmp_path: Path) -> None:
    with pytest.raises(MissingFile):
        read_sheet(tmp_path / "a.csv")
    with pytest.raises(BrokenFile) as refused:
        read_sheet(workbook(tmp_path / "a.xlsx", [HEAD]), "Database")
    assert refused.value.details["reason"] == 'không có trang tính "Database"'


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"])
def test_a_workbook_without_one_of_its_parts_is_refused(tmp_path: Path, part: str) -> None:
    whole, spoilt = workbook(tmp_path / "a.xlsx", [HEAD]), tmp_path / "b.xlsx"
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(spoilt, "w") as target:
        for name in source.namelist():
            if name != part:
                target.writestr(name, source.read(name))

    with pytest.raises(BrokenFile) as refused:
        read_sheet(spoilt)
    assert refused.value.details["reason"] == "không phải tệp .xlsx"


def test_a_workbook_past_its_bounds_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = workbook(tmp_path / "a.xlsx", [HEAD])
    monkeypatch.setattr(sheet, "_MOST_BYTES", 100)

    with pytest.raises(TooLarge):
        read_sheet(file)


def test_a_sheet_with_a_value_in_its_last_cell_is_refused_before_it_is_laid_out(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(file) as book:
        page = book.add_worksheet()
        page.write("A1", "uCode")
        page.write("XFD1048576", 1)

    with pytest.raises(TooLarge):
        read_sheet(file)


# COINr's metadata


META = (
    "Level,iCode,iName,Direction,Weight,Unit,Target,Denominator,Parent,Type,goalpost_lower,goalpost_upper\n"
    "1,A,Chỉ số A,1,2,%,80,D,I,Indicator,0,100\n"
    "1,B,Chỉ số B,-1,1,ngày,NA,NA,I,Indicator,NA,NA\n"
    "2,I,Chung,1,1,Score,NA,NA,NA,Aggregate,NA,NA\n"
    "NA,D,Dân số,NA,NA,người,NA,NA,NA,Denominator,NA,NA\n"
    "NA,V,Vùng,NA,NA,NA,NA,NA,NA,Group,NA,NA\n"
    "NA,X,Ghi chú,NA,NA,NA,NA,NA,NA,Other,NA,NA\n"
)


def metadata(folder: Path, text: str) -> Definition:
    (folder / "imeta.csv").write_text(text, encoding="utf-8")
    return read_metadata(read_sheet(folder / "imeta.csv"), "m")


def test_a_metadata_table_is_a_definition(tmp_path: Path) -> None:
    made = metadata(tmp_path, META)

    assert made.indicators == (
        Indicator("A", "Chỉ số A", "I", 1, 2, "%", "D", target=80, goalposts=Goalposts(0, 100)),
        Indicator("B", "Chỉ số B", "I", -1, 1, "ngày"),
    )
    assert made.groups == (Group("I", "Chung"),)
    assert (made.denominators, made.classes) == ((Column("D", "Dân số", "người"),), (Column("V", "Vùng"),))
    assert made.steps.denominate is not None


@pytest.mark.parametrize(
    ("old", "new", "row", "key"),
    [
        ("Chỉ số A,1,2", "Chỉ số A,0,2", 2, "Direction"),
        ("Chỉ số A,1,2", "Chỉ số A,1,hai", 2, "Weight"),
        ("D,I,Indicator", "D,NA,Indicator", 2, "Parent"),
        ("I,Indicator,0", "I,Thing,0", 2, "Type"),
        ("1,B,", "1,NA,", 3, "iCode"),
        ("iCode,", "Code,", 1, "iCode"),
    ],
)
def test_a_wrong_cell_of_metadata_is_refused(tmp_path: Path, old: str, new: str, row: int, key: str) -> None:
    assert old in META
    with pytest.raises(WrongFigure) as refused:
        metadata(tmp_path, META.replace(old, new, 1))

    assert (refused.value.details["row"], refused.value.details["key"]) == (row, key)


def test_metadata_with_a_missing_parent_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WrongDefinition) as refused:
        metadata(tmp_path, META.replace("D,I,Indicator", "D,K,Indicator"))

    assert refused.value.details == {"file": "imeta.csv", "key": "A.parent", "reason": 'không có nhóm "K"'}


# The COIN Tool


USUAL = {"direction": 1, "weight": 0.5, "codes": ["ind.01", "ind.02"], "last": "ak", "label": "Dimension/indicator"}


def coin_tool(file: Path, **given: object) -> Path:
    cells_of = USUAL | given
    with xlsxwriter.Workbook(file) as book:
        page = book.add_worksheet("Database")
        for line, cells in (
            (7, [100, 50]), (8, [0, 10]), (9, [1, cells_of["direction"]]), (10, [0.5, cells_of["weight"]]), (11, ["Index", "Index"]), (12, ["si.01", "si.01"]),
            (13, ["p.01", "p.02"]), (14, ["sp.01", "sp.02"]), (15, ["Mức A", "Mức B"]), (16, cells_of["codes"]),
            (17, [80, 20]), (18, ["n/a", 30]), (19, [10, 40]),
        ):  # fmt: skip
            page.write_row(line - 1, 4, cells)
        page.write_row(15, 6, ["ind.03"])
        for line, (name, code) in enumerate([("Vĩnh Hà", "vh"), ("Tân Lâm", "tl"), ("An Khê", cells_of["last"])], start=16):
            page.write_row(line, 1, [name, code])
        frame = book.add_worksheet("Framework")
        frame.write_row(3, 2, ["Code", "", "Weight", "", "", cells_of["label"]])
        groups = [
            ("sp.01", 1, "Nhóm 1"),
            ("sp.02", 1, "Nhóm 2"),
            ("p.01", 0.7, "Trụ cột 1"),
            ("p.02", 0.3, "Trụ cột 2"),
            ("p.03", 1, "--"),
            ("Index", 1, "Chỉ số"),
        ]
        for line, (code, weight, name) in enumerate(groups, start=4):
            frame.write_row(line, 2, [code, "", weight, "", "", name])
    return file


def test_a_coin_tool_workbook_is_a_definition_with_its_figures(tmp_path: Path) -> None:
    made, data = read_coin_tool(coin_tool(tmp_path / "tool.xlsx"))

    assert made.indicators == (
        Indicator("ind.01", "Mức A", "sp.01", weight=0.5, goalposts=Goalposts(0, 100)),
        Indicator("ind.02", "Mức B", "sp.02", weight=0.5, goalposts=Goalposts(10, 50)),
    )
    assert made.groups == (
        Group("sp.01", "Nhóm 1", "p.01"), Group("sp.02", "Nhóm 2", "p.02"),
        Group("p.01", "Trụ cột 1", "Index", 0.7), Group("p.02", "Trụ cột 2", "Index", 0.3), Group("Index", "Chỉ số"),
    )  # fmt: skip
    assert (data.units, data.names, data.lines) == (("vh", "tl", "ak"), ("Vĩnh Hà", "Tân Lâm", "An Khê"), (17, 18, 19))
    assert np.array_equal(data.values, [[80, 20], [np.nan, 30], [10, 40]], equal_nan=True)
    assert score(made, data).of("Index") == pytest.approx([70, 50, 30])


def test_a_wrong_direction_in_a_coin_tool_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WrongFigure) as refused:
        read_coin_tool(coin_tool(tmp_path / "tool.xlsx", direction=5))

    assert (refused.value.details["row"], refused.value.details["key"]) == (9, "ind.02")


@pytest.mark.parametrize(
    ("given", "row", "key"),
    [
        ({"weight": "n/a"}, 10, "ind.02"),
        ({"last": "vh"}, 19, "C"),
        ({"label": "Indicator"}, 4, "Dimension/indicator"),
        ({"codes": ["", ""]}, 16, "E"),
    ],
)
def test_what_a_coin_tool_lacks_is_refused(tmp_path: Path, given: dict[str, object], row: int, key: str) -> None:
    with pytest.raises(WrongFigure) as refused:
        read_coin_tool(coin_tool(tmp_path / "tool.xlsx", **given))

    assert (refused.value.details["row"], refused.value.details["key"]) == (row, key)


def test_a_group_below_two_groups_in_a_coin_tool_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "tool.xlsx"
    with xlsxwriter.Workbook(file) as book:
        page = book.add_worksheet("Database")
        for line, cells in ((9, [1, 1, 1]), (10, [1, 1, 1]), (11, ["Index"] * 3), (12, ["si.01", "si.02", "si.02"]),
                            (13, ["p.01", "p.01", "p.02"]), (14, ["sp.01"] * 3), (16, ["a", "b", "c"]), (17, [1, 2, 3])):  # fmt: skip
            page.write_row(line - 1, 4, cells)
        page.write_row(16, 1, ["Vĩnh Hà", "vh"])
        book.add_worksheet("Framework").write_row(3, 2, ["Code", "", "Weight", "", "", "Dimension/indicator"])

    with pytest.raises(WrongFigure) as refused:
        read_coin_tool(file)
    assert refused.value.details["reason"] == 'nhóm này thuộc cả "si.01" và "si.02"'


# Out again


def test_steps_go_out_as_tables_of_full_precision(tmp_path: Path) -> None:
    index = replace(INDEX, indicators=(INDEX.indicators[0],), denominators=(), classes=())
    found = score(index, Data(("tl", "vh", "ak"), ("A",), np.array([[np.nan], [0.1], [0.4]]), ("Tân Lâm", "Vĩnh Hà", "An Khê")))
    tables = dict(as_tables(found))

    assert sorted(tables) == [
        "aggregated.csv", "denominated.csv", "imputed.csv", "normalised.csv", "ranks.csv", "remarks.csv", "screened.csv", "treated.csv", "weights.csv",
    ]  # fmt: skip
    assert tables["denominated.csv"] == "uCode,A\nak,0.40000000000000002\ntl,NA\nvh,0.10000000000000001\n"
    assert tables["ranks.csv"] == "uCode,A,I\nak,1,1\ntl,NA,NA\nvh,2,2\n"
    assert tables["weights.csv"] == "iCode,Level,Weight,EffWeight\nA,1,1,1\nI,2,1,1\n"
    assert tables["remarks.csv"].splitlines() == [
        "step,code,key,text",
        '-,internal-estimate,m 1,"Ước tính nội bộ, không phải kết quả do Bộ công bố"',
        'raw,no-figures,tl,"tl: không có số liệu nào, nên không có điểm."',
    ]
    assert as_ranking(found) == (
        " Hạng  Mã             Điểm  Tên\n    1  ak           100.00  An Khê\n    2  vh             0.00  Vĩnh Hà\n    -  tl                -  Tân Lâm"
    )


def test_a_panel_goes_out_by_unit_and_year_and_ranks_its_last_year() -> None:
    index = replace(INDEX, indicators=(INDEX.indicators[0],), denominators=(), classes=())
    found = score(index, Data(("b", "a", "b", "a"), ("A",), np.array([[1.0], [2], [4], [3]]), years=(2023, 2023, 2024, 2024)))

    assert dict(as_tables(found))["ranks.csv"] == "uCode,Time,A,I\na,2023,1,1\na,2024,2,2\nb,2023,2,2\nb,2024,1,1\n"
    assert [line.split()[1] for line in as_ranking(found).splitlines()[1:]] == ["b", "a"]


def test_an_index_of_several_tops_ranks_nobody() -> None:
    index = replace(
        INDEX, groups=(Group("I", "I"), Group("J", "J")), indicators=(Indicator("A", "A", "I"), Indicator("B", "B", "J"))
    )
    found = score(replace(index, denominators=(), classes=()), Data(("b", "a"), ("A", "B"), np.array([[1.0, 5], [2, 3]])))

    assert as_ranking(found).splitlines() == [
        "Mã                I        J  Tên",
        "b              0.00   100.00  b",
        "a            100.00     0.00  a",
    ]


def test_ranks_within_classes_and_growth_over_years_go_out_too(tmp_path: Path) -> None:
    index = Definition(
        "x", "1", "x", "example", "-", (Group("I", "I"),), (Indicator("A", "A", "I"),), classes=(Column("vung", "Vùng"),)
    )
    table = "uCode,Time,vung,A\na,2023,N,4\na,2025,N,9\nb,2023,N,2\nb,2025,N,\nc,2023,S,3\nc,2025,,6\n"
    (tmp_path / "x.csv").write_text(table, encoding="utf-8")

    tables = dict(as_tables(score(index, read_figures(read_sheet(tmp_path / "x.csv"), index))))

    assert tables["class-ranks.csv"].splitlines() == [
        "Class,Among,uCode,Time,A,I",
        "vung,N,a,2023,1,1",
        "vung,N,a,2025,1,1",
        "vung,N,b,2023,2,2",
        "vung,N,b,2025,NA,NA",
        "vung,S,c,2023,1,1",
    ]
    growth = {tuple(line.split(",")[:2]): line.split(",")[2] for line in tables["growth.csv"].splitlines()}
    assert growth == {
        ("uCode", "Stage"): "A",
        ("a", "raw"): "0.5",
        ("a", "aggregated"): "0",
        ("b", "raw"): "NA",
        ("b", "aggregated"): "NA",
        ("c", "raw"): in_full(2**0.5 - 1),
        ("c", "aggregated"): "-1",
    }


@pytest.mark.parametrize("shown", ["0%", "0.0%", "#,##0.00%;[Red]-0%"])
def test_a_cell_that_excel_shows_as_a_percentage_is_not_taken_for_its_hundredth(shown: str, tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "x.xlsx") as book:
        page = book.add_worksheet()
        page.write_row(0, 0, ["uCode", "uName", "A", "B", "D", "V"])
        page.write_row(1, 0, ["vh", "Vĩnh Hà", 12, 1, 1000, "Bắc"], book.add_format({"num_format": '0.0" %"'}))
        page.write_row(2, 0, ["tl", "Tân Lâm", 0.2, 1, 1000, "Bắc"])
        page.write(2, 2, 0.2, book.add_format({"num_format": shown}))

    with pytest.raises(WrongFigure) as refused:
        read_figures(read_sheet(tmp_path / "x.xlsx"), INDEX)

    assert [refused.value.details[name] for name in ("file", "row", "key")] == ["x.xlsx", 3, "A"]
    assert refused.value.details["reason"].startswith("ô có định dạng phần trăm: giữ 0.2")


@pytest.mark.parametrize(("written", "value"), [("12,5", 12.5), ("12.5", 12.5), ("1.234", None), ("-1.234.567", None)])
def test_where_decimals_have_a_comma_a_point_before_three_digits_is_either(
    written: str, value: float | None, tmp_path: Path
) -> None:
    text = f"uCode;uName;A;B;D;V\nvh;Vĩnh Hà;;1;{written};Bắc\n"

    if value is not None:
        assert read(tmp_path, text).denominators["D"].tolist() == [value]
        return
    with pytest.raises(WrongFigure) as refused:
        read(tmp_path, text)
    assert (refused.value.details["row"], refused.value.details["key"]) == (2, "D")
    assert "hai số khác nhau" in refused.value.details["reason"]


def test_what_is_told_of_figures_names_their_file_and_row(tmp_path: Path) -> None:
    text = "uCode,uName,A,B,D,V\nvh,Vĩnh Hà,12,1,10,Bắc\ntl,Tân Lâm,12,3,10,Bắc\nmg,Mường Giang,,,10,Bắc\n"

    remarks = {remark.code: remark.text for remark in score(INDEX, read(tmp_path, text)).remarks}

    assert remarks["no-figures"].startswith("so-lieu.csv, dòng 4: mg: ")
    assert remarks["constant"].startswith("so-lieu.csv, cột A: ")


@pytest.mark.parametrize(
    ("weights", "told"),
    [
        ((0.5, 0.6), "cộng lại là 1.1"),
        ((60, 45), "cộng lại là 105"),
        ((0.4, 0.6), ""),
        ((60, 40), ""),
        ((1, 2), ""),
        ((1, 0.5), ""),
    ],
)
def test_weights_that_look_like_shares_and_do_not_add_up_are_told(weights: tuple[float, float], told: str) -> None:
    parts = tuple(Indicator(code, code, "I", weight=weight) for code, weight in zip("AB", weights, strict=True))
    index = Definition("x", "1", "x", "example", "-", (Group("I", "I"),), parts)

    remarks = [one.text for one in score(index, Data(("a", "b"), ("A", "B"), np.array([[1.0, 2.0], [2.0, 1.0]]))).remarks]

    assert [told in text for text in remarks] == ([True] if told else [])


def test_a_year_without_end_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WrongFigure) as refused:
        read(tmp_path, "uCode,Time,A,B,D,V\nvh,1e999,1,1,10,Bắc\n")

    assert (refused.value.details["row"], refused.value.details["key"]) == (2, "Time")


def test_a_denominator_that_makes_a_figure_infinite_is_refused(tmp_path: Path) -> None:
    index = replace(INDEX, indicators=(replace(INDEX.indicators[0], denominator="D"),), steps=Steps(denominate=Denominate()))

    with pytest.raises(CannotScore) as refused:
        score(index, Data(("vh", "tl"), ("A",), np.array([[1.0], [2.0]]), denominators={"D": np.array([1e-320, 1.0])}))

    assert refused.value.details["key"] == "A"
    assert refused.value.details["reason"].startswith("vh: D = ")
