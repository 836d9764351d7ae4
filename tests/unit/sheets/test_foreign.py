"""Sheets as agencies make them: headings of several lines, I/1/- numbering, totals inside, 5.132 and 5,132. All made for these tests."""

from decimal import Decimal

import pytest

from hopluc.sheets.foreign import Check, Comma, Holds, Is, comma_of, guess, lines_of, number_of


def cells(*rows):
    """A sheet: None for an empty cell, ints as numbers."""
    width = max(len(row) for row in rows)
    return tuple(
        tuple(Decimal(str(cell)) if isinstance(cell, int | float) else cell for cell in (*row, *[None] * (width - len(row))))
        for row in rows
    )


THREE_LINES = cells(
    ["SỞ CÔNG THƯƠNG TỈNH TÂN LÂM"],
    ["BIỂU TỔNG HỢP KẾT QUẢ NĂM 2026"],
    [None, None, None, "(Đơn vị tính: triệu đồng)"],
    ["TT", "Nội dung", "ĐVT", "Năm 2025", None, "Năm 2026", None, "Ghi chú"],
    [None, None, None, "Kế hoạch", "Thực hiện", "Kế hoạch", "Ước thực hiện", None],
    ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)"],
    ["I", "Hỗ trợ doanh nghiệp", None, 30, 28, 40, 41, None],
    [1, "Tư vấn đổi mới công nghệ", "lượt", 20, 18, 25, 26, "đạt"],
    [None, "- Doanh nghiệp nhỏ", "lượt", None, 10, None, 12, None],
    [2, "Kết nối cung cầu", "lượt", 10, 10, 15, 15, None],
    ["II", "Đào tạo", None, None, None, None, None, None],
    [1, "Người được đào tạo", "người", 100, "1.120", 120, "5,132", None],
    [None, "Tổng cộng", None, 130, 1148, 160, None, None],
)


def test_heading_of_three_lines_is_found_and_joined():
    layout = guess(THREE_LINES)

    assert (layout.first, layout.last) == (3, 5)
    assert [column.label for column in layout.columns][3:7] == [
        "Năm 2025 Kế hoạch", "Năm 2025 Thực hiện", "Năm 2026 Kế hoạch", "Năm 2026 Ước thực hiện",
    ]  # fmt: skip


def test_columns_are_told_by_label_and_by_what_they_hold():
    layout = guess(THREE_LINES)

    assert [column.holds for column in layout.columns] == [
        Holds.ORDER, Holds.NAME, Holds.UNIT, Holds.FIGURE, Holds.FIGURE, Holds.FIGURE, Holds.FIGURE, Holds.NOTHING,
    ]  # fmt: skip
    assert [(column.stage, column.period) for column in layout.columns[3:7]] == [
        ("plan", "2025"), ("actual", "2025"), ("plan", "2026"), ("estimate", "2026"),
    ]  # fmt: skip


def test_unit_and_time_over_the_table_are_taken():
    layout = guess(THREE_LINES)

    assert (layout.unit, layout.period) == ("triệu đồng", "2026")


def test_a_row_over_its_parts_is_a_total_and_checked():
    lines = lines_of(THREE_LINES, guess(THREE_LINES))
    (subtotal,) = [line for line in lines if line.name == "Hỗ trợ doanh nghiệp"]

    assert subtotal.kind is Is.TOTAL
    assert [check.agrees for check in subtotal.checks] == [True, True, True, True]


def test_the_last_row_is_a_total_of_its_groups_and_of_lines_under_a_group_without_a_figure():
    lines = lines_of(THREE_LINES, guess(THREE_LINES))

    assert lines[-1].kind is Is.TOTAL
    assert [(check.said, check.agrees) for check in lines[-1].checks] == [(130, True), (1148, True), (160, True)]


def test_items_keep_their_names_units_and_figures():
    lines = [line for line in lines_of(THREE_LINES, guess(THREE_LINES)) if line.kind is Is.ITEM]

    assert [(line.name, line.part, line.unit) for line in lines] == [
        ("Tư vấn đổi mới công nghệ", "", "lượt"),
        ("Tư vấn đổi mới công nghệ", "Doanh nghiệp nhỏ", "lượt"),
        ("Kết nối cung cầu", "", "lượt"),
        ("Người được đào tạo", "", "người"),
    ]
    assert lines[1].figures == ((4, "10"), (6, "12"))


def test_a_group_has_no_figures_and_goes_nowhere():
    lines = lines_of(THREE_LINES, guess(THREE_LINES))

    assert [line.name for line in lines if line.kind is Is.GROUP] == ["Đào tạo"]


def test_a_comma_before_three_digits_is_not_guessed():
    layout = guess(THREE_LINES)
    trained = next(line for line in lines_of(THREE_LINES, layout) if line.name == "Người được đào tạo")

    assert layout.comma is Comma.UNSAID
    assert dict(trained.figures)[4] == "1.120"
    assert dict(trained.figures)[6] == "5,132"  # as it is: the register asks which


@pytest.mark.parametrize(
    ("written", "comma"),
    [
        (["5,132", "7,1"], Comma.DECIMALS), (["5,132", "1.200,5"], Comma.DECIMALS), (["5,132", "1,234,567"], Comma.THOUSANDS),
        (["5,132", "1,234.5"], Comma.THOUSANDS), (["5,132"], Comma.UNSAID), (["5.132"], Comma.DECIMALS),
    ],
)  # fmt: skip
def test_other_cells_tell_what_a_comma_means(written, comma):
    assert comma_of([written]) is comma


@pytest.mark.parametrize(
    ("cell", "comma", "number"),
    [
        ("5,132", Comma.THOUSANDS, 5132), ("5,132", Comma.DECIMALS, Decimal("5.132")), ("5,132", Comma.UNSAID, None),
        ("5.132", Comma.DECIMALS, 5132), (Decimal("5.132"), Comma.UNSAID, Decimal("5.132")), ("hàng chục", Comma.DECIMALS, None),
    ],
)  # fmt: skip
def test_numbers_as_cells_write_them(cell, comma, number):
    assert number_of(cell, comma) == number


@pytest.mark.parametrize("name", ["Tổng cộng", "TỔNG SỐ", "Cộng", "Cộng (I + II)", "Tổng:", "Tổng cộng các mục"])
def test_rows_of_totals_by_their_words(name):
    table = cells(["TT", "Chỉ tiêu", "Năm 2026"], [1, "Lớp tập huấn", 3], [2, "Hội thảo", 4], [None, name, 7])

    assert [line.kind for line in lines_of(table, guess(table))] == [Is.ITEM, Is.ITEM, Is.TOTAL]
    assert lines_of(table, guess(table))[-1].checks == (Check(2, Decimal(7), Decimal(7)),)


def test_an_indicator_that_begins_like_a_total_is_none():
    table = cells(["TT", "Chỉ tiêu", "Năm 2026"], [1, "Tổng số doanh nghiệp được hỗ trợ", 3], [2, "Hội thảo", 4])

    assert [line.kind for line in lines_of(table, guess(table))] == [Is.ITEM, Is.ITEM]


def test_a_total_at_the_head_is_checked_against_what_follows():
    table = cells(["TT", "Chỉ tiêu", "Năm 2026"], [None, "Tổng số", 8], [1, "Lớp tập huấn", 3], [2, "Hội thảo", 4])

    assert lines_of(table, guess(table))[0].checks == (Check(2, Decimal(8), Decimal(7)),)


def test_a_sheet_without_a_table_gives_no_line():
    words = cells(["Kính gửi Sở Khoa học và Công nghệ"], ["Đơn vị không phát sinh số liệu."])

    assert lines_of(words, guess(words)) == []


def test_an_empty_sheet_gives_no_line():
    assert lines_of((), guess(())) == []


def test_sheets_of_one_make_have_one_signature():
    next_year = tuple(
        tuple(cell.replace("2025", "2026") if isinstance(cell, str) else cell for cell in row) for row in THREE_LINES
    )

    assert guess(next_year).signature == guess(THREE_LINES).signature


@pytest.mark.parametrize(
    ("cell", "comma", "number"),
    [
        ("5.1", Comma.DECIMALS, Decimal("5.1")), ("12.5", Comma.UNSAID, Decimal("12.5")), ("-12.50", Comma.DECIMALS, Decimal("-12.50")),
        ("5.1", Comma.THOUSANDS, Decimal("5.1")), ("3.1416", Comma.DECIMALS, Decimal("3.1416")), ("0.125", Comma.DECIMALS, Decimal("0.125")),
        ("1234.567", Comma.DECIMALS, Decimal("1234.567")), ("1.234.567", Comma.DECIMALS, 1234567), ("1.234,5", Comma.DECIMALS, Decimal("1234.5")),
        ("1,234.5", Comma.THOUSANDS, Decimal("1234.5")), ("1,234.5", Comma.DECIMALS, None), ("1.234.567", Comma.THOUSANDS, None),
        ("5,1", Comma.THOUSANDS, None), ("1,234,567", Comma.DECIMALS, None),
    ],
)  # fmt: skip
def test_a_dot_that_parts_no_thousands_is_a_decimal_point(cell, comma, number):
    assert number_of(cell, comma) == number


def test_a_decimal_point_goes_in_as_a_comma():
    table = cells(["TT", "Chỉ tiêu", "Năm 2026"], [1, "Tỷ lệ giải ngân", "12.5"], [2, "Tỷ lệ hoàn thành", "5.1"])

    assert [line.figures for line in lines_of(table, guess(table))] == [((2, "12,5"),), ((2, "5,1"),)]
