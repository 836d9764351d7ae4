"""Lines broken in the middle of sentences are put together for every reader; what stands one a line stays so."""

import textwrap

import pytest

from hopluc.reading import read
from hopluc.reading.broken_lines import rejoined
from hopluc.reading.document import Document

DECISION = """ỦY BAN NHÂN DÂN
TỈNH MƯỜNG THANH

QUYẾT ĐỊNH
Về việc phê duyệt Chương trình ứng dụng tiến bộ kỹ thuật vào chăn nuôi giai đoạn 2022 - 2025
Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019;
Căn cứ Nghị định số 13/2019/NĐ-CP ngày 01 tháng 02 năm 2019 của Chính phủ về doanh nghiệp khoa học và công nghệ;
Căn cứ Quyết định số 12/QĐ-UBND ngày 15/01/2021 của Ủy ban nhân dân tỉnh Mường Thanh ban hành kế hoạch nghiên cứu khoa học và phát triển công nghệ hằng năm;
Theo đề nghị của Giám đốc Sở Khoa học và Công nghệ tại Tờ trình số 89/TTr-SKHCN ngày 13 tháng 8 năm 2021.
QUYẾT ĐỊNH:
Điều 1. Phê duyệt Chương trình ứng dụng tiến bộ kỹ thuật vào chăn nuôi trên địa bàn tỉnh Mường Thanh giai đoạn 2022 - 2025 với các nội dung sau:
1. Mục tiêu
a) Chuyển giao 12 quy trình kỹ thuật cho hộ chăn nuôi ở các huyện Nậm Lúa, Pa Khoang và Mường Nhé vào năm 2025.
b) Tập huấn 1.500 lượt nông dân, trong đó có ít nhất 600 lượt phụ nữ, và cấp giấy chứng nhận cho người đạt yêu cầu.
2. Phân công thực hiện
a) Giao Sở Khoa học và Công nghệ chủ trì, phối hợp với Sở Nông nghiệp và Phát triển nông thôn xây dựng kế hoạch chi tiết trước ngày 30/11/2021.
b) Giao Sở Tài chính bố trí kinh phí 2.400 triệu đồng từ ngân sách tỉnh cho năm 2022.
Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày 10 tháng 10 năm 2021.
"""


def _records(text: str) -> list[tuple[str, object]]:
    return [(record.kind, record.value) for record in read(Document("quyet-dinh.txt", text)).records]


def _quotes(text: str) -> list[tuple[str, str, object]]:
    return [(fact.kind, " ".join(fact.quote.split()), fact.value) for fact in read(Document("quyet-dinh.txt", text)).facts]


@pytest.mark.parametrize("width", [48, 60, 72, 80, 96])
def test_a_paper_is_read_alike_whatever_the_width_of_its_lines(width: int) -> None:
    broken = "\n".join("\n".join(textwrap.wrap(line, width, break_on_hyphens=False)) for line in DECISION.split("\n"))
    assert _records(broken) == _records(DECISION)
    assert _quotes(broken) == _quotes(DECISION)


def test_a_line_ending_before_its_number_goes_on_even_alone() -> None:
    text = "Căn cứ Luật Khoa học và công nghệ ngày\n18 tháng 6 năm 2013;\nCăn cứ Quyết định số\n7-QĐ/TU ngày 02/3/2020 của Tỉnh ủy;"
    (first, second) = [value for kind, value in _records(text) if kind == "legal_basis"]
    assert (first.date, second.number) == ("2013-06-18", "7-QĐ/TU")  # type: ignore[attr-defined]


STANDING = {
    "items without stops": "Kết quả:\n- Khảo sát nhu cầu công nghệ của các hợp tác xã chè trong tỉnh\n- Tập huấn cho cán bộ khuyến nông cấp xã về giống mới",
    "headings": "I. MỤC TIÊU\n1. Mục tiêu chung\nNâng cao năng suất chè.\n2. Mục tiêu cụ thể\nTrồng mới 120 ha chè.",
    "cells": "TT\nNhiệm vụ\nCơ quan chủ trì\nThời gian\n1\nXây dựng cơ sở dữ liệu về giống cây trồng\nSở Nông nghiệp\nQuý II\n2\nKhảo sát\nSở Công Thương\n2024",
    "units in cells": "Đào tạo cán bộ quản lý khoa học cho các huyện miền núi\nngười\n120\nTập huấn về sở hữu trí tuệ cho các doanh nghiệp nhỏ\nlớp\n14",
    "a year in a header": "Chỉ tiêu\nThực hiện năm\n2023\nKế hoạch năm\n2024",
    "an address": "Sở Khoa học và Công nghệ tỉnh Mường Thanh\nSố 5, đường Hoa Ban\nĐiện thoại: 0215 000 000",
    "labels": "chủ đề: Chuyển giao công nghệ sau thu hoạch cho đồng bào\nngày: 12/5/2024\nnơi gửi: Văn phòng",
    "an agenda": (
        "Lúc chín giờ đại biểu thảo luận về kỹ thuật nuôi ong và chế biến\nmật ong ở các xã vùng cao của tỉnh, có chuyên gia của viện dự và\ntrả lời.\n"
        "08h00 - 08h30: Đón tiếp đại biểu, giới thiệu các hợp tác xã của tỉnh Mường\n08h30 - 09h00: Phát biểu khai mạc"
    ),
    "a page's counter": "Trang chủ » Phóng sự » Chuyện cuối năm\n28-12-2025 | 1.204 lượt xem",
}


@pytest.mark.parametrize("text", STANDING.values(), ids=STANDING.keys())
def test_what_stands_one_a_line_stays(text: str) -> None:
    assert rejoined(text).split("\n")[-2:] == text.split("\n")[-2:]
    assert "08h00" in text or rejoined(text) == text


def test_a_list_in_brackets_goes_on_over_its_labels() -> None:
    text = (
        "Khảo sát, tìm kiếm 209 giống cây mới cho đồng bào các xã (Giống lúa\nnếp: 94; Giống lúa\ntẻ: 25; Giống ngô\nlai: 20; Giống đậu: 70) và chọn\n"
        "ba giống để trồng thử."
    )
    assert "\n" not in rejoined(text)


def test_the_view_keeps_its_length_over_other_line_ends() -> None:
    text = "Sở Khoa học và Công nghệ phối hợp với các huyện \r\n  tổ chức tập huấn cho nông dân về kỹ thuật bảo quản\r\nnông sản sau thu hoạch.\r\nKết thúc."
    assert len(rejoined(text)) == len(text)
    assert rejoined(text).count("\n") == 1


def test_a_name_heard_elsewhere_goes_on_over_a_break() -> None:
    text = (
        "Sở Khoa học và Công nghệ tỉnh Mường Thanh phối hợp với các huyện\n"
        "tổ chức tập huấn cho cán bộ khuyến nông về kỹ thuật bảo quản\n"
        "nông sản sau thu hoạch.\n"
        "Ủy ban nhân dân tỉnh Mường\n"
        "Thanh giao kinh phí.\n"
    )
    assert "tỉnh Mường Thanh giao" in rejoined(text)
