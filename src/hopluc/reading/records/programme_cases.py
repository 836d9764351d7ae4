"""Cases of programmes, strands and legal bases: texts, and what is read of a programme in them."""

from collections.abc import Mapping
from typing import Any

Cases = tuple[tuple[str, tuple[Mapping[str, Any], ...]], ...]

_BLUE = "Chương trình phát triển kinh tế biển xanh thành phố Vĩnh Hà đến năm 2030"

PROGRAMME_CASES: Cases = (
    (  # what a report says first that it carries out, though named once
        (
            "BÁO CÁO\nKết quả hợp tác trong nông nghiệp năm 2024\n\n"
            "Thực hiện Chương trình hợp tác khoa học và công nghệ tỉnh Tân Lâm giai đoạn 2021-2025, Sở Nông nghiệp báo cáo như sau:"
        ),
        ({"title": "Chương trình hợp tác khoa học và công nghệ tỉnh Tân Lâm giai đoạn 2021-2025"},),
    ),
    (  # a title ends with its years: what a page says behind them is not of it
        (
            "Quyết định phê duyệt Chương trình khoa học và công nghệ phục vụ kinh tế biển tỉnh Tân Lâm giai đoạn 2021-2025 Số hiệu 34/QĐ-UBND\n\n"
            "QUYẾT ĐỊNH\nVề việc phê duyệt Chương trình khoa học và công nghệ phục vụ kinh tế biển tỉnh Tân Lâm giai đoạn 2021-2025\n"
        ),
        ({"title": "Chương trình khoa học và công nghệ phục vụ kinh tế biển tỉnh Tân Lâm giai đoạn 2021-2025"},),
    ),
    (  # a plan whose title begins like a text
        (
            "KẾ HOẠCH\nThực hiện Chương trình hợp tác khoa học và công nghệ tỉnh Tân Lâm giai đoạn 2026-2030\n\n"
            "Thực hiện Quyết định số 12/QĐ-UBND ngày 12/8/2025, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:"
        ),
        ({"title": "Chương trình hợp tác khoa học và công nghệ tỉnh Tân Lâm giai đoạn 2026-2030"},),
    ),
    (
        (
            "BÁO CÁO\nKết quả thực hiện Chương trình phát triển kinh tế biển xanh thành phố Vĩnh Hà đến năm 2030\n\n"
            "Ngày 25/9/2023, Ủy ban nhân dân thành phố có Quyết định số 1750/QĐ-UBND phê duyệt "
            "Chương trình phát triển kinh tế biển xanh thành phố Vĩnh Hà đến năm 2030 với mục tiêu: “Đưa công nghệ vào nuôi biển và du lịch.”"
        ),
        ({"title": _BLUE, "decision": "1750/QĐ-UBND", "aims": ["Đưa công nghệ vào nuôi biển và du lịch."]},),
    ),
    (
        (
            "QUYẾT ĐỊNH\nVề việc phê duyệt Chương trình hợp tác khoa học và công nghệ tỉnh Tân Lâm giai đoạn 2021-2025\n\n"
            "Điều 1. Phê duyệt Chương trình hợp tác khoa học và công nghệ tỉnh Tân Lâm giai đoạn 2021-2025 với các nội dung sau:\n"
            "I. MỤC TIÊU\n- Thu hút chuyên gia giỏi về làm việc tại tỉnh.\n- Mỗi năm chuyển giao ít nhất hai công nghệ mới.\n"
        ),
        (
            {
                "title": "Chương trình hợp tác khoa học và công nghệ tỉnh Tân Lâm giai đoạn 2021-2025",
                "period": {"from": "2021", "to": "2025"},
                "aims": ["Thu hút chuyên gia giỏi về làm việc tại tỉnh.", "Mỗi năm chuyển giao ít nhất hai công nghệ mới."],
            },
        ),
    ),
    (
        (
            "Lãnh đạo Bộ đánh giá Chương trình phối hợp hoạt động khoa học, công nghệ và đổi mới sáng tạo (KH, CN & ĐMST) giữa Bộ Khoa học và Công nghệ và "
            "tỉnh Tân Lâm giai đoạn 2022-2025. Chương trình phối hợp đã có kết quả bước đầu. Chương trình phối hợp này được nhân rộng."
        ),
        (
            {
                "title": "Chương trình phối hợp hoạt động khoa học, công nghệ và đổi mới sáng tạo (KH, CN & ĐMST) giữa Bộ Khoa học và Công nghệ và "
                "tỉnh Tân Lâm giai đoạn 2022-2025",
                "decision": None,
                "period": {"from": "2022", "to": "2025"},
            },
        ),
    ),
    ("Chương trình văn nghệ do các trường biểu diễn. Chương trình này kéo dài một giờ.", ()),
)
STRAND_CASES: Cases = (
    (
        (
            "II. NỘI DUNG HỢP TÁC\n1. Hợp tác về nghiên cứu khoa học\nHai bên cùng nghiên cứu giống mới.\n2. Hợp tác về đào tạo nhân lực\n"
            "Hai bên mở lớp sau đại học.\n3. Hợp tác về thông tin khoa học\nHai bên trao đổi cơ sở dữ liệu.\n4. Tổ chức thực hiện\nSở làm đầu mối.\n"
        ),
        (
            {"title": "Hợp tác về nghiên cứu khoa học", "number": "1"},
            {"title": "Hợp tác về đào tạo nhân lực", "number": "2"},
            {"title": "Hợp tác về thông tin khoa học", "number": "3"},
        ),
    ),
    ("I. Mục tiêu\nNâng cao năng lực.\nII. Kinh phí\nNgân sách thành phố.\nIII. Kiến nghị\nTăng kinh phí.\n", ()),
)
