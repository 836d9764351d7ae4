"""The year that a date without one is meant in, with the words it comes from; lunar days."""

import pytest

from hopluc.reading import read
from hopluc.reading.document import Document
from hopluc.reading.mentions.dates import Day


def implied(text: str) -> list[tuple[str, int | None, str | None]]:
    facts = [fact for fact in read(Document("t", text), records=()).facts if fact.kind == "date"]
    told = [fact.value.implied for fact in facts]
    return [
        (fact.value.iso, by.year if by else None, text[slice(*by.source)] if by else None)
        for fact, by in zip(facts, told, strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Năm 2024 có hai đợt; ngày 10/7 khai mạc.", [("--07-10", 2024, "2024")]),
        ("Ông Lê An, sinh năm 1972, nhận việc từ ngày 16/1.", [("--01-16", None, None)]),
        ("Ngày 05/6/2024 họp; ngày 10/7 khai mạc.", [("2024-06-05", None, None), ("--07-10", 2024, "05/6/2024")]),
        (
            "Tân Lâm, ngày 05 tháng 6 năm 2024\n\nNgày 10/7, Sở tổ chức hội nghị.",
            [("2024-06-05", None, None), ("--07-10", 2024, "2024")],
        ),
        (
            "Theo Quyết định số 12/QĐ-UBND ngày 3/4/2019, ngày 10/7 Sở họp.",
            [("2019-04-03", None, None), ("--07-10", None, None)],
        ),
        ("Năm 2024, báo cáo trước ngày 15/12 hằng năm; dịp lễ 2/9.", [("--12-15", None, None), ("--09-02", None, None)]),
        ("Giai đoạn từ năm 2021-2025, ngày 10/7 họp.", [("--07-10", None, None)]),
        ("Ngày 10/7, Sở họp.", [("--07-10", None, None)]),
    ],
)
def test_a_date_without_a_year_tells_the_year_it_is_meant_in_and_where_that_is_said(text, expected):
    assert implied(text) == expected


def test_the_date_itself_stays_without_a_year():
    line = read(Document("t", "Năm 2024, ngày 10/7 khai mạc."), records=()).facts[0].as_json()

    assert line["value"] == {"date": "--07-10", "implied_year": 2024, "implied_by": [4, 8]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ngày 10/3 âm lịch", True),
        ("Ngày 10/3 (âm lịch)", True),
        ("Rằm tháng 7", True),
        ("23 tháng Chạp năm Giáp Thìn", True),
        ("mồng 2 tháng 9", False),
        ("ngày 10/3/2024", False),
    ],
)
def test_days_of_the_lunar_calendar_are_told_apart(text, expected):
    assert [fact.value.lunar for fact in read(Document("t", text), records=()).facts if fact.kind == "date"] == [expected]


def test_a_lunar_day_is_no_day_of_ours():
    assert Day(2024, 3, 10, lunar=True).first is None
