"""Cases of agreements named in lists, in rows of plans and without their sides beside them. Texts, and the agreements they tell of."""

from collections.abc import Mapping
from typing import Any

LIST_CASES: tuple[tuple[str, tuple[Mapping[str, Any], ...]], ...] = (
    # papers of one form in a list, each by its partner; a term told further on; a row of a plan; what is still to be signed
    (
        (
            "SỞ Y TẾ TỈNH TÂN LÂM\nBÁO CÁO\nKết quả hợp tác năm 2018\n\nSở Y tế đã ký 02 biên bản ghi nhớ: với Trường Đại học Cần Thơ (ngày 12/6/2015) về nuôi cấy mô; với Viện Dược liệu (ngày 03/9/2015) về cây thuốc. "
            "Các bên họp: với nhau mỗi quý một lần."
        ),
        (
            {
                "title": "Biên bản ghi nhớ với Trường Đại học Cần Thơ (ngày 12/6/2015) về nuôi cấy mô",
                "parties": ["Sở Y tế tỉnh Tân Lâm", "Trường Đại học Cần Thơ"],
                "signed": "2015-06-12",
            },
            {
                "title": "Biên bản ghi nhớ với Viện Dược liệu (ngày 03/9/2015) về cây thuốc",
                "parties": ["Sở Y tế tỉnh Tân Lâm", "Viện Dược liệu"],
                "signed": "2015-09-03",
            },
        ),
    ),
    (
        (
            "SỞ Y TẾ TỈNH TÂN LÂM\nBÁO CÁO\nKết quả hợp tác năm 2018\n\n1. Thỏa thuận hợp tác với Viện Dược liệu, ký ngày 15/4/2011, thời hạn 5 năm (2011-2015).\n"
            "2. Chương trình phối hợp giữa Sở và Liên minh Hợp tác xã tỉnh giai đoạn 2019-2021 đang được thực hiện.\n"
            "3. Ký lại Thỏa thuận hợp tác với Trường Đại học Cần Thơ giai đoạn 2019-2023, hoàn thành trước ngày 30/6/2019."
        ),
        (
            {
                "parties": ["Sở Y tế tỉnh Tân Lâm", "Viện Dược liệu"],
                "signed": "2011-04-15",
                "period": {"from": "2011", "to": "2015"},
            },
            {
                "parties": ["Sở Y tế tỉnh Tân Lâm", "Liên minh Hợp tác xã tỉnh Tân Lâm"],
                "period": {"from": "2019", "to": "2021"},
            },
            {
                "parties": ["Sở Y tế tỉnh Tân Lâm", "Trường Đại học Cần Thơ"],
                "signed": None,
                "period": {"from": "2019", "to": "2023"},
                "status": "planned",
            },
        ),
    ),
    (
        (
            "TT\tNội dung\tĐơn vị chủ trì\tThời gian\n1\tKý biên bản ghi nhớ với Viện Dược liệu về giống sâm\tSở Y tế tỉnh Tân Lâm\t30/9/2021\n"
            "2\tLắp đặt 05 trạm quan trắc mặn\tViện Địa lý\t30/9/2021\n"
        ),
        (
            {
                "title": "Biên bản ghi nhớ với Viện Dược liệu về giống sâm",
                "parties": ["Sở Y tế tỉnh Tân Lâm", "Viện Dược liệu"],
                "signed": None,
                "status": "planned",
            },
        ),
    ),
    # renewed, handed over, granted, promised
    (
        "Viện Hải sản và Trường Đại học Cần Thơ đã gia hạn Biên bản ghi nhớ về đào tạo giai đoạn 2021-2025.",
        (
            {
                "title": "Biên bản ghi nhớ về đào tạo giai đoạn 2021-2025 giữa Viện Hải sản và Trường Đại học Cần Thơ",
                "parties": ["Viện Hải sản", "Trường Đại học Cần Thơ"],
                "status": "signed",
            },
        ),
    ),
    (
        "Tại hội nghị, UBND tỉnh Tân Lâm và Viện Dược liệu đã trao thỏa thuận hợp tác về cây thuốc.",
        (
            {
                "title": "Thỏa thuận hợp tác về cây thuốc giữa UBND tỉnh Tân Lâm và Viện Dược liệu",
                "parties": ["Ủy ban nhân dân tỉnh Tân Lâm", "Viện Dược liệu"],
            },
        ),
    ),
    (
        "Công ty cổ phần Phần mềm Hòa An được Viện Dược liệu ký hợp đồng tài trợ.",
        ({"parties": ["Công ty cổ phần Phần mềm Hòa An", "Viện Dược liệu"], "form": "hợp đồng tài trợ"},),
    ),
    (
        "Trung tâm Khuyến nông tỉnh Tân Lâm và Sở Y tế tỉnh Tân Lâm ký cam kết tiêu thụ 200 tấn rau mỗi năm.",
        ({"parties": ["Trung tâm Khuyến nông tỉnh Tân Lâm", "Sở Y tế tỉnh Tân Lâm"], "form": "cam kết tiêu thụ"},),
    ),
)
