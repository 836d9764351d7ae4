"""What is odd about a figure: beside last year, beside the others, by its limits; and what is not."""

import pytest

from hopluc.scorecards.definition import Indicator
from hopluc.scorecards.doubts import doubts, refusal

SHARE = Indicator("share", "Tỷ lệ", "x", low=0.0, high=100.0, unit="%")


@pytest.mark.parametrize(
    ("value", "before", "codes"),
    [
        (412.0, 128.0, ["jump"]),
        (41.0, 128.0, ["jump"]),
        (1_500.0, 1.5, ["unit-slip"]),
        (0.55, 50.0, ["unit-slip"]),
        (5_132_000.0, 5.1, ["unit-slip"]),
        (0.0, 5.0, ["zero"]),
        (5.0, 0.0, ["zero"]),
        (-2.0, 3.0, ["sign"]),
        (130.0, 128.0, []),
        (128.0, 128.0, []),
        (0.0, 0.0, []),
        (7.0, None, []),
        (-2.4, -2.0, []),
    ],
)
def test_a_figure_is_held_against_last_year(value, before, codes):
    assert [one.code for one in doubts(value, before)] == codes


@pytest.mark.parametrize(
    ("value", "others", "codes"),
    [
        (3_000.0, [3.0, 4.0, 5.0, 6.0, 7.0], ["far-from-others"]),
        (0.05, [3.0, 4.0, 5.0, 6.0, 7.0], ["far-from-others"]),
        (60.0, [3.0, 4.0, 5.0, 6.0, 7.0], []),
        (3_000.0, [3.0, 4.0, 5.0, 6.0], []),
        (0.0, [3.0, 4.0, 5.0, 6.0, 7.0], []),
        (3_000.0, [0.0, 0.0, 0.0, 0.0, 0.0], []),
    ],
)
def test_a_figure_is_held_against_the_others_where_there_are_enough(value, others, codes):
    assert [one.code for one in doubts(value, None, others)] == codes


def test_words_tell_both_figures_and_the_factor():
    told = [one.text for one in doubts(500.0, 128.0, [3.0, 4.0, 5.0, 6.0, 7.0])]

    assert told == [
        "Năm trước 128: tăng 3,9 lần.",
        "Trung vị của các đơn vị khác là 5, số này gấp 100 lần; có thể nhầm đơn vị tính.",
    ]
    assert [one.text for one in doubts(0.1, 0.5, [3.0, 4.0, 5.0, 6.0, 7.0])] == [
        "Năm trước 0,5: giảm 5 lần.",
        "Trung vị của các đơn vị khác là 5, số này bằng 1/50.",
    ]


@pytest.mark.parametrize(
    ("one", "value", "told"),
    [
        (SHARE, 120.0, "Lớn hơn mức cao nhất 100 %; đề nghị kiểm tra đơn vị tính."),
        (SHARE, -1.0, "Nhỏ hơn mức thấp nhất 0 %; đề nghị kiểm tra đơn vị tính."),
        (SHARE, 100.0, ""),
        (None, 0.0, "Mẫu số phải lớn hơn 0."),
        (None, 5.0, ""),
        (Indicator("free", "Tự do", "x"), -1e18, ""),
    ],
)
def test_what_the_definition_says_cannot_be_is_refused(one, value, told):
    assert refusal(one, value) == told


def test_a_huge_figure_is_still_told():
    assert doubts(1e20, 1.0)[0].code == "jump"
