"""A document's own table of short forms."""

import pytest

from hopluc.reading.naming.abbreviation_tables import abbreviations_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "DANH MỤC CHỮ VIẾT TẮT\nSTT\tChữ viết tắt\tNghĩa đầy đủ\n1\tTTUD\tTrung tâm Ứng dụng\n2\tCGCN\tChuyển giao công nghệ\nI. MỞ ĐẦU\nABC: không",
            {"TTUD": "Trung tâm Ứng dụng", "CGCN": "Chuyển giao công nghệ"},
        ),
        ("Bảng các từ viết tắt\n- KHVN: Kế hoạch vùng;\n- HTX - Hợp tác xã.\n", {"KHVN": "Kế hoạch vùng", "HTX": "Hợp tác xã"}),
        ("Danh mục các ký hiệu, chữ viết tắt\n\nA.B = Điểm số\nB: một\n", {"A.B": "Điểm số"}),
        ("Sở viết tắt là SKH.\nABC: một hai ba", {}),
        ("Không có bảng nào.", {}),
    ],
)
def test_rows_of_a_table_of_short_forms_are_read_up_to_its_end(text, expected):
    assert dict(abbreviations_in(text)) == expected
