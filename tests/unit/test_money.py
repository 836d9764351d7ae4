"""Money read and written: exact, in figures, in short and in words."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hopluc.errors import NotAnAmount
from hopluc.money import (
    SCALES,
    Sum,
    currencies,
    format_number,
    in_figures,
    in_scale,
    in_short,
    in_words,
    number_in_words,
    parse_dong,
    parse_money,
    parse_number,
)


@pytest.mark.parametrize(
    ("written", "amount", "currency"),
    [
        ("5.132 triệu đồng", 5_132_000_000, "VND"),
        ("119,7 tỷ", 119_700_000_000, "VND"),
        ("1,5 tỷ đồng", 1_500_000_000, "VND"),
        ("1,5 TỈ ĐỒNG", 1_500_000_000, "VND"),
        ("2.000.000.000 đồng", 2_000_000_000, "VND"),
        ("2.000.000.000đ", 2_000_000_000, "VND"),
        ("2\u00a0000\u00a0000 đồng", 2_000_000, "VND"),
        ("2,000,000 VNĐ", 2_000_000, "VND"),
        ("5132tr", 5_132_000_000, "VND"),
        ("10k đồng", 10_000, "VND"),
        ("2 tỷ 350 triệu đồng", 2_350_000_000, "VND"),
        ("1.200 nghìn tỷ đồng", 1_200_000_000_000_000, "VND"),
        ("950000", 950_000, "VND"),
        ("500 nghìn USD", 500_000, "USD"),
        ("3 triệu USD", 3_000_000, "USD"),
        ("USD 3 triệu", 3_000_000, "USD"),
        ("$10.000", 10_000, "USD"),
        ("1,2 triệu đô la Mỹ", 1_200_000, "USD"),
        ("10.000 EUR", 10_000, "EUR"),
        ("100 triệu yên Nhật", 100_000_000, "JPY"),
        ("năm tỷ một trăm ba mươi hai triệu đồng", 5_132_000_000, "VND"),
        ("Hai trăm linh năm nghìn đồng", 205_000, "VND"),
        ("hai trăm lẻ năm ngàn đồng", 205_000, "VND"),
        ("mười hai triệu", 12_000_000, "VND"),
        ("hai mốt nghìn", 21_000, "VND"),
        ("một trăm hai", 120, "VND"),
        ("một triệu rưỡi", 1_500_000, "VND"),
        ("tám trăm rưỡi nghìn", 850_000, "VND"),
        ("một nghìn chín", 1_900, "VND"),
        ("một nghìn tỷ", 10**12, "VND"),
        ("trừ năm triệu đồng", -5_000_000, "VND"),
    ],
)
def test_sum_is_read_exactly(written: str, amount: int, currency: str) -> None:
    assert parse_money(written) == Sum(amount, currency)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "đồng",
        "nhiều tiền",
        "5 đồng chí",
        "1,5 đồng",
        "10,50 USD",
        "1..2 triệu",
        "5 triệu 2 tỷ",
        "5-10 tỷ",
        "1.23.456 đồng",
        "9" * 60,
    ],
)
def test_what_is_no_whole_sum_is_refused(written: str) -> None:
    with pytest.raises(NotAnAmount):
        parse_money(written)


def test_refusal_says_how_to_write_it() -> None:
    with pytest.raises(NotAnAmount) as refusal:
        parse_money("năm chục ký")

    assert str(refusal.value) == (
        'Số tiền hoặc con số "năm chục ký" chưa đọc được. '
        "Đề nghị ghi như: 5.132 triệu đồng; 1,5 tỷ đồng; 2.000.000.000 đồng; 10.000 EUR."
    )


def test_dong_refuses_another_currency() -> None:
    with pytest.raises(NotAnAmount):
        parse_dong("10.000 EUR")


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1000", "1000"),
        ("1.200", "1200"),
        ("5,1", "5.1"),
        ("03", "3"),
        ("1.234.567,89", "1234567.89"),
        ("4.5", "4.5"),
        ("0.125", "0.125"),
        ("1,000,000", "1000000"),
        ("1,234.50", "1234.50"),
        ("12 300", "12300"),
    ],
)
def test_number_is_read_as_offices_write_it(written: str, value: str) -> None:
    assert parse_number(written) == Decimal(value)


@pytest.mark.parametrize("written", ["", "a", "1,2,3", "1.2.3", "-5", "9" * 60])
def test_what_is_no_number_is_refused(written: str) -> None:
    with pytest.raises(NotAnAmount):
        parse_number(written)


@pytest.mark.parametrize(
    ("amount", "short"),
    [
        (5_132_000_000, "5,13 tỷ đồng"),
        (119_700_000_000, "119,7 tỷ đồng"),
        (999_999_999, "1 tỷ đồng"),
        (1_500_000, "1,5 triệu đồng"),
        (950_000, "950.000 đồng"),
        (1_200_000_000_000, "1.200 tỷ đồng"),
        (0, "0 đồng"),
        (-2_350_000_000, "-2,35 tỷ đồng"),
    ],
)
def test_short_form_rounds_to_two_decimals(amount: int, short: str) -> None:
    assert in_short(amount) == short


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (5, "năm"),
        (10, "mười"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (55, "năm mươi lăm"),
        (101, "một trăm linh một"),
        (1_005_021, "một triệu không trăm linh năm nghìn không trăm hai mươi mốt"),
        (5_132_000_000, "năm tỷ một trăm ba mươi hai triệu"),
        (1_000_000_000_001, "một nghìn tỷ không trăm linh một"),
        (-3, "âm ba"),
    ],
)
def test_number_is_said_in_words(number: int, words: str) -> None:
    assert number_in_words(number) == words


def test_sum_prints_its_currency() -> None:
    assert [str(Sum(5_132_000_000)), str(Sum(10_000, "EUR"))] == ["5.132.000.000 đồng", "10.000 EUR"]


def test_every_currency_has_a_code_of_three_capitals() -> None:
    assert [word for word, code in currencies().items() if not (len(code) == 3 and code.isupper())] == []


AMOUNTS = st.integers(0, 10**24)


@given(AMOUNTS, st.sampled_from(sorted(set(currencies().values()))))
def test_figures_are_read_back(amount: int, currency: str) -> None:
    assert parse_money(in_figures(Sum(amount, currency))) == Sum(amount, currency)


@given(AMOUNTS, st.sampled_from(["tỷ", "triệu", "nghìn"]))
def test_scaled_figures_are_read_back(amount: int, scale: str) -> None:
    assert parse_dong(in_scale(amount, scale)) == amount


@given(AMOUNTS)
def test_words_are_read_back(amount: int) -> None:
    assert parse_dong(in_words(amount)) == amount


@given(st.integers(0, 10**12), st.integers(0, 999))
def test_numbers_are_read_back(whole: int, thousandths: int) -> None:
    value = Decimal(whole) + Decimal(thousandths) / 1000

    assert parse_number(format_number(value)) == value


@given(st.integers(10**6, 10**15))
def test_short_form_is_within_half_a_hundredth_of_its_scale(amount: int) -> None:
    short = in_short(amount)

    assert abs(parse_dong(short) - amount) * 200 <= SCALES[short.split()[1]]


SAID = re.compile(r"[^\W\d_]")


@pytest.mark.shared
def test_spoken_numbers_of_another_project_are_read() -> None:
    folder = Path(__file__).parents[2].parent / "shared" / "language" / "nemo-vi"
    if not folder.exists():
        pytest.skip("the reference corpus is absent")
    pairs = [line.split("~") for line in (folder / "itn" / "test_cases_cardinal.txt").read_text(encoding="utf-8").splitlines()]
    said = [
        (words, int(figures.replace(".", ""))) for words, figures in pairs if not SAID.search(figures) and " " not in figures
    ]

    assert len(said) > 100
    assert [(words, parse_money(words).amount) for words, _ in said] == said
