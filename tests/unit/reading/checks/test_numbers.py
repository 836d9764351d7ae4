"""The terms a text falls into."""

from decimal import Decimal

import pytest

from hopluc.reading.checks.numbers import decimal, head, last_count, terms


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("12 đơn vị miền Bắc, 7 đơn vị miền Nam", [12, 7]),
        ("12 đơn vị tại các tỉnh, thành phố và 7 đơn vị ở nước ngoài", [12, 7]),
        ("có 3 tiến sĩ, còn lại 5 thạc sĩ", [3, 5]),
        ("Miền Bắc: 12; miền Nam: 7", [12, 7]),
        ("nam 120, nữ 80", [120, 80]),
        ("năm 2023: 120; năm 2024: 150", [120, 150]),
        ("vốn trung ương 7,5 tỷ đồng; vốn địa phương 500 triệu đồng", [7_500_000_000, 500_000_000]),
        ("trung ương: 1.200; địa phương: 300", [1200, 300]),
    ],
)
def test_text_that_falls_into_terms(text: str, values: list[int]) -> None:
    assert [term.value for term in terms(text, 0)] == [Decimal(value) for value in values]


@pytest.mark.parametrize(
    "text",
    [
        "Điều 5, Điều 7",
        "năm 2014, năm 2015",
        "đào tạo nhân lực; nghiên cứu chung",
        "12 đơn vị miền Bắc; các đơn vị khác",
        "thời gian: 3 năm; gia hạn: 2 năm",
        "3 tháng đầu năm, 6 tháng cuối năm",
        "một nhãn rất dài có đến bảy chữ 12, nhãn khác 5",
    ],
)
def test_text_that_does_not(text: str) -> None:
    found = terms(text, 0)

    assert found == [] or len(found) == 1


def test_a_term_stands_where_its_number_and_noun_do():
    (first, second) = terms("12 lượt đơn vị miền Bắc, 7 đơn vị miền Nam", 100)

    assert (first.span, second.span) == ((100, 114), (125, 133))


def test_what_stands_in_brackets_belongs_to_the_term_before_it():
    assert [term.value for term in terms("38 lượt (12 lượt, 26 lượt) phía Bắc; 28 lượt phía Nam", 0)] == [38, 28]


@pytest.mark.parametrize(
    ("unit", "noun"),
    [
        ("lượt đơn vị", "đơn vị"),
        ("người Việt Nam", "người"),
        ("công nghệ/tiến bộ", "công nghệ"),
        ("lượt", "lượt"),
        (None, None),
    ],
)
def test_units_are_compared_by_their_noun(unit: str | None, noun: str | None) -> None:
    assert head(unit) == noun


def test_numbers_that_name_something_are_not_counted():
    assert last_count("Hội nghị lần thứ 6", 0) is None
    assert last_count("theo thống kê [1]", 0) is None
    assert last_count("tổng số 66 lượt đơn vị", 0) is not None


def test_points_divide_thousands_and_commas_decimals():
    assert (decimal("1.200"), decimal("12,5")) == (Decimal(1200), Decimal("12.5"))
