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
BASIS_CASES: Cases = (
    (
        (
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;\n"
            "Căn cứ Quyết định số 749/QĐ-TTg ngày 03 tháng 6 năm 2020 của Thủ tướng Chính phủ phê duyệt Chương trình Chuyển đổi số quốc gia;\n"
            "Theo đề nghị của Giám đốc Sở Khoa học và Công nghệ,"
        ),
        (
            {"text": "Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015", "number": None, "date": "2015-06-19"},
            {"number": "749/QĐ-TTg", "date": "2020-06-03"},
        ),
    ),
    (
        "2. Căn cứ pháp lý:\n- Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học.\n- Tình hình thực tế của tỉnh.\n",
        (
            {
                "text": "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học",
                "number": "57-NQ/TW",
            },
        ),
    ),
    # The articles it rests on, and what became of it.
    (
        "Căn cứ điểm a khoản 2 Điều 5 Luật Sở hữu trí tuệ số 50/2005/QH11 đã được sửa đổi, bổ sung theo Luật số 36/2009/QH12 và Luật số 42/2019/QH14;\n",
        (
            {
                "number": "50/2005/QH11",
                "provisions": "điểm a khoản 2 Điều 5",
                "standing": "được sửa đổi, bổ sung bởi Luật số 36/2009/QH12; Luật số 42/2019/QH14",
            },
        ),
    ),
    # The clause that the bases lead to is none of them.
    (
        "Căn cứ Kế hoạch số 12/KH-UBND ngày 15/01/2024 của Ủy ban nhân dân tỉnh Tân Lâm giai đoạn 2024-2028; Sở Khoa học và Công nghệ báo cáo như sau:",
        ({"text": "Kế hoạch số 12/KH-UBND ngày 15/01/2024 của Ủy ban nhân dân tỉnh Tân Lâm giai đoạn 2024-2028"},),
    ),
    (
        "Căn cứ Quyết định số 15/QĐ-UBND ngày 20/02/2025 của Ủy ban nhân dân tỉnh Tân Lâm về sáng chế, sáng kiến, Sở Khoa học và Công nghệ báo cáo như sau:",
        ({"text": "Quyết định số 15/QĐ-UBND ngày 20/02/2025 của Ủy ban nhân dân tỉnh Tân Lâm về sáng chế, sáng kiến"},),
    ),
    ("Kết quả này là căn cứ để xây dựng Quyết định số 12/QĐ-UBND ngày 01/02/2024 của Ủy ban nhân dân tỉnh Tân Lâm.", ()),
)
