"""A grid that goes out as Excel and comes back: what nobody touched changes nothing, and each kind of change is told."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from hopluc.errors import ForeignSheet
from hopluc.reading import Document
from hopluc.reading.sources import Sandbox, open_source
from hopluc.reading.sources.secrecy import secrecy_mark
from hopluc.sheets import (
    Cell,
    Column,
    Grid,
    Kind,
    Line,
    Row,
    as_text,
    compare,
    read_rows,
    write_refused,
    write_workbook,
)

GRID = Grid(
    "tasks",
    "Nhiệm vụ",
    (
        Column("title", "Nội dung", 50, required=True),
        Column("strand", "Nội dung hợp tác", choices=("1 Đào tạo", "2 Chuyển giao công nghệ")),
        Column("due", "Thời hạn", kind=Kind.DAY),
        Column("money", "Kinh phí", kind=Kind.NUMBER),
        Column("indicator", "Chỉ tiêu", keeps=True),
        Column("state", "Tình hình", locked=True),
    ),
)
FIRST = Line("7", ("Xây dựng đề án", "1 Đào tạo", date(2026, 3, 5), Decimal("5132.5"), "", "Quá hạn"))
SECOND = Line("9", ("Tổ chức khảo sát", None, "quý III/2026", None, "Số đơn", "Chưa triển khai"))
LINES = (FIRST, SECOND)


def edited(*rows: tuple[str, ...]) -> list[Row]:
    """Rows as they come back: the key, then the words."""
    return [Row(number, row[0], row[1:]) for number, row in enumerate(rows, start=1)]


def as_written(line: Line, **changed: str) -> tuple[str, ...]:
    """A line as the file shows it, with some cells typed over."""
    words = {column.name: as_text(cell) for column, cell in zip(GRID.columns, line.cells, strict=True)}
    return (GRID.marked(line), *(words | changed).values())


def opened(data: bytes, sandbox: Sandbox | None = None) -> Document:
    return open_source(data, "bang.xlsx", sandbox)


def test_file_that_nobody_touched_changes_nothing() -> None:
    rows = read_rows(GRID, opened(write_workbook(GRID, LINES, heading=("NHIỆM VỤ", "Số liệu đến hôm nay"))))

    changes = compare(GRID, LINES, rows)

    assert changes.nothing_new
    assert (changes.untouched, changes.absent) == (2, 0)


letters = st.characters(codec="utf-8", exclude_categories=("C",), include_characters="\t\n")
words = st.text(letters, max_size=80).filter(lambda words: not secrecy_mark(words))  # a file with such a stamp is refused
cells: dict[Kind, Any] = {
    Kind.TEXT: words,
    Kind.DAY: st.one_of(st.dates(date(1930, 1, 1), date(2090, 1, 1)), words),
    Kind.NUMBER: st.one_of(st.none(), st.decimals(0, 10**11, places=3, allow_nan=False)),
}


@settings(max_examples=60)
@given(st.lists(st.tuples(words.filter(str.strip), *(cells[column.kind] for column in GRID.columns[1:])), max_size=5))
def test_whatever_is_written_comes_back_as_it_was(made: Sequence[tuple[Cell, ...]]) -> None:
    lines = [Line(str(number), line) for number, line in enumerate(made, start=1)]

    with Sandbox() as sandbox:
        document = opened(write_workbook(GRID, lines), sandbox)

    assert compare(GRID, lines, read_rows(GRID, document)).nothing_new


def test_cell_typed_over_is_a_change_with_both_words() -> None:
    rows = edited(as_written(FIRST, due="31/12/2026"), as_written(SECOND))

    (changed,) = compare(GRID, LINES, rows).changed

    assert changed.line == FIRST
    assert [(cell.column.name, cell.now, cell.edited) for cell in changed.cells] == [("due", "05/03/2026", "31/12/2026")]


def test_day_and_number_in_another_form_are_no_change() -> None:
    rows = edited(as_written(FIRST, due="5/3/2026", money="5132,50", strand="1 dao tao"))

    assert compare(GRID, LINES, rows).nothing_new


def test_cell_changed_in_the_register_meanwhile_is_no_change_of_the_file() -> None:
    since = replace(FIRST, cells=("Xây dựng đề án mới", *FIRST.cells[1:]))

    assert compare(GRID, (since, SECOND), edited(as_written(FIRST), as_written(SECOND))).nothing_new


def test_cell_changed_on_both_sides_is_a_conflict() -> None:
    since = replace(FIRST, cells=("Xây dựng đề án mới", *FIRST.cells[1:]))
    rows = edited(as_written(FIRST, title="Lập đề án", due="31/12/2026"))

    (conflict,) = compare(GRID, (since, SECOND), rows).conflicts

    assert [(cell.column.name, cell.now, cell.edited) for cell in conflict.cells] == [
        ("due", "05/03/2026", "31/12/2026"),
        ("title", "Xây dựng đề án mới", "Lập đề án"),
    ]


def test_same_change_on_both_sides_is_none() -> None:
    since = replace(FIRST, cells=("Lập đề án", *FIRST.cells[1:]))

    assert compare(GRID, (since, SECOND), edited(as_written(FIRST, title="Lập  đề án"))).nothing_new


def test_other_cell_of_a_line_changed_meanwhile_goes_in() -> None:
    since = replace(FIRST, cells=("Xây dựng đề án mới", *FIRST.cells[1:]))

    (changed,) = compare(GRID, (since, SECOND), edited(as_written(FIRST, due="31/12/2026"))).changed

    assert [cell.column.name for cell in changed.cells] == ["due"]


def test_row_without_a_key_is_a_new_line() -> None:
    changes = compare(GRID, LINES, edited(("", "Đón đoàn công tác", "", "12/2026", "", "", "")))

    (added,) = changes.added
    assert added.words(GRID) == {"title": "Đón đoàn công tác", "due": "12/2026"}
    assert changes.absent == 2


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (("", "", "1 Đào tạo", "", "", "", ""), "Dòng mới chưa có: Nội dung."),
        (
            ("", "Việc mới", "3 Thể thao", "", "", "", ""),
            'Cột "Nội dung hợp tác" không có lựa chọn "3 Thể thao". Đề nghị chọn trong danh sách của ô.',
        ),
        (
            as_written(FIRST, strand="3 Thể thao"),
            'Cột "Nội dung hợp tác" không có lựa chọn "3 Thể thao". Đề nghị chọn trong danh sách của ô.',
        ),
        (as_written(FIRST, title=""), 'Cột "Nội dung" không được để trống.'),
        (
            as_written(FIRST, state="Hoàn thành"),
            'Cột "Tình hình" không sửa được trong bảng này. Đề nghị giữ như cũ: Quá hạn.',
        ),
        (
            as_written(FIRST, indicator="Số bằng"),
            'Cột "Chỉ tiêu" không sửa được trong bảng này. Đề nghị giữ như cũ: để trống.',
        ),
        (
            ("7", "Xây dựng đề án", "", "", "", "", ""),
            "Mã dòng không thuộc bảng này hoặc nội dung đã rút khỏi sổ. Dòng mới đề nghị để trống mã dòng.",
        ),
        (
            as_written(replace(FIRST, key="8")),
            "Mã dòng không thuộc bảng này hoặc nội dung đã rút khỏi sổ. Dòng mới đề nghị để trống mã dòng.",
        ),
    ],
)
def test_row_that_cannot_go_in_says_why(row: tuple[str, ...], reason: str) -> None:
    changes = compare(GRID, LINES, edited(row))

    assert [refused.reason for refused in changes.refused] == [reason]
    assert not (changes.added)
    assert not (changes.changed)
    assert not (changes.conflicts)


def test_line_that_stands_twice_is_refused_the_second_time() -> None:
    changes = compare(GRID, LINES, edited(as_written(FIRST), as_written(FIRST, title="Khác")))

    assert [refused.row.number for refused in changes.refused] == [2]
    assert changes.untouched == 1


def test_rows_are_found_by_their_labels_in_any_order_and_a_lost_column_says_nothing() -> None:
    document = opened(
        _sheet(
            [["GHI CHÚ"], ["Thời hạn", "MÃ DÒNG", "nội dung"], ["", "", ""], ["6/3/2026", GRID.marked(FIRST), "Xây dựng đề án"]]
        )
    )

    (changed,) = compare(GRID, LINES, read_rows(GRID, document)).changed

    assert [(cell.column.name, cell.edited) for cell in changed.cells] == [("due", "6/3/2026")]


def test_file_of_another_kind_is_refused_with_what_to_do() -> None:
    document = opened(_sheet([["STT", "Nội dung"], ["1", "Việc"]]))

    with pytest.raises(ForeignSheet) as refusal:
        read_rows(GRID, document)

    assert str(refusal.value) == (
        'Tệp "bang.xlsx" không có dòng tiêu đề của bảng "Nhiệm vụ" (cột "Mã dòng" và tên các cột). '
        "Đề nghị tải bảng từ hệ thống, sửa trên tệp đó và giữ nguyên dòng tiêu đề."
    )


def test_refused_rows_come_back_with_their_reason_and_can_be_handed_in_again() -> None:
    rows = edited(as_written(FIRST, strand="3 Thể thao"), ("", "", "", "x", "", "", ""))
    refused = compare(GRID, LINES, rows).refused

    again = opened(write_refused(GRID, [(one.row, one.reason) for one in refused]))

    assert [row.key for row in read_rows(GRID, again)] == [GRID.marked(FIRST), ""]
    assert refused[0].reason in again.text
    assert [one.reason for one in compare(GRID, LINES, read_rows(GRID, again)).refused] == [one.reason for one in refused]


LURES = ("=CMD|'/C calc'!A0", "", "@SUM(1)", None, "http://vinhha.example", "+1")


def tags_of(book: bytes) -> set[str]:
    """The elements of a book's first sheet."""
    with ZipFile(BytesIO(book)) as package:
        sheet = ET.fromstring(package.read("xl/worksheets/sheet1.xml"))  # noqa: S314 (our own file)
    return {element.tag.rpartition("}")[2] for element in sheet.iter()}


def test_words_are_never_formulas_or_links() -> None:
    assert tags_of(write_workbook(GRID, [Line("1", LURES)])).isdisjoint({"f", "hyperlink"})


def test_a_writer_left_to_itself_would_make_formulas_and_links_of_them() -> None:
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        book.add_worksheet().write_row(0, 0, LURES)

    assert tags_of(file.getvalue()) >= {"f", "hyperlink"}


def test_keys_and_derived_columns_are_protected_and_lists_offered() -> None:
    with ZipFile(BytesIO(write_workbook(GRID, LINES))) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
        book = package.read("xl/workbook.xml").decode()

    assert "<sheetProtection" in sheet
    assert 'type="list"' in sheet
    assert 'name="Danh mục" sheetId="2" state="hidden"' in book


def test_number_too_long_for_excel_goes_out_whole_as_words() -> None:
    line = Line("1", ("Việc", "", None, Decimal("12345678901234567.5"), "", ""))

    assert "12.345.678.901.234.567,5" in opened(write_workbook(GRID, [line])).text


def _sheet(rows: list[list[str]]) -> bytes:
    """A workbook somebody else made."""
    import xlsxwriter  # here alone is a file written that is not the grid's

    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            for place, words in enumerate(row):
                sheet.write_string(number, place, words)
    return file.getvalue()
