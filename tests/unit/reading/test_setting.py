"""Setting: which time holds for a figure, from near to far, and what holds for the whole document."""

import pytest

from hopluc.reading.document import Document, Span
from hopluc.reading.read import read
from hopluc.reading.records.homes import home_place

CLOSE = "Năm 2024, chương trình hỗ trợ 20 doanh nghiệp"


def periods(text: str) -> list[object]:
    return [record.as_json()["period"] for record in read(Document("x", text)).of("observation")]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Năm 2024, Sở hỗ trợ 20 doanh nghiệp.", "2024"),
        ("Sở hỗ trợ 20 doanh nghiệp năm 2024.", "2024"),
        ("Đến hết năm 2024, Sở hỗ trợ 20 doanh nghiệp. Họp ngày 5/1/2025.", "2024"),
        ("Sở hỗ trợ 20 doanh nghiệp theo Chương trình giai đoạn 2021-2025.", None),
        ("Sở hỗ trợ 20 doanh nghiệp và 5 nhiệm vụ năm 2024.", None),
        ("Sở hỗ trợ 20 doanh nghiệp, tăng so với năm 2023.", None),
        ("Ngày 5/4/2025, Sở hỗ trợ 20 doanh nghiệp.", "2025-04-05"),
        ("I. KẾT QUẢ NĂM 2024\n- Hỗ trợ 20 doanh nghiệp.\n", "2024"),
        ("BÁO CÁO\nKết quả hoạt động năm 2024\n\nSở hỗ trợ 20 doanh nghiệp.", "2024"),
        ("BÁO CÁO\nKết quả hoạt động của Sở\n\nSở hỗ trợ 20 doanh nghiệp.", None),
        ("Trong bài viết dài kể về kết quả của năm 2019, người viết nhớ lại.\n\nSở hỗ trợ 20 doanh nghiệp.", None),
    ],
)
def test_period_is_the_nearest_that_is_said(text: str, period: str | None) -> None:
    assert periods(text)[0] == period


def test_a_year_inside_a_legal_reference_is_no_time_of_a_figure() -> None:
    assert periods("Theo Quyết định số 12/QĐ-UBND ngày 05/4/2023, Sở hỗ trợ 20 doanh nghiệp.") == [None]


def test_the_document_is_quoted_where_it_says_the_number() -> None:
    reading = read(Document("x", CLOSE))

    parts = [dict(record.parts) for record in reading.of("observation")]

    assert parts == [{"number": Span(30, 45)}]


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("Chủ tịch UBND tỉnh Cao Nhật Tường phát biểu; tỉnh Hòa Khánh đón khách.", "Hòa Khánh"),
        ("UBND tỉnh Hòa Khánh và Sở Y tế tỉnh Hòa Khánh họp.", "Hòa Khánh"),
        ("Chủ tịch UBND tỉnh Cao Nhật Tường phát biểu.", None),
    ],
)
def test_who_holds_a_post_is_no_home(text: str, home: str | None) -> None:
    assert home_place(Document("a.txt", text)) == home
