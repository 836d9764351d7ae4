"""Cases of tasks in older decrees, plans and conclusions: texts, and the tasks they tell of."""

from collections.abc import Mapping
from typing import Any

PAPER_CASES: tuple[tuple[str, tuple[Mapping[str, Any], ...]], ...] = (
    (  # the row that adds up a table is no task; one that opens so is
        (
            "KẾ HOẠCH\nTT\nNội dung công việc\nĐơn vị chủ trì\nThời gian thực hiện\nKinh phí (triệu đồng)\n"
            "1\nLắp đặt mạng lưới cảnh báo sạt lở đất\nSở Y tế tỉnh Tân Lâm\n2023-2024\n5.200\n"
            "2\nTổng hợp số liệu sạt lở các năm\nSở Nội vụ tỉnh Tân Lâm\n2024-2025\n300\nTổng cộng\n5.500"
        ),
        ({"title": "Lắp đặt mạng lưới cảnh báo sạt lở đất"}, {"title": "Tổng hợp số liệu sạt lở các năm"}),
    ),
    (  # in a plan a peer is asked; a department is given
        (
            "KẾ HOẠCH\nTrồng rừng năm 2023\nIV. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế tỉnh Tân Lâm: Khảo sát nguồn nước tại 12 xã.\n"
            "2. Đề nghị Viện Hàn lâm Khoa học và Công nghệ Việt Nam: Cử chuyên gia lấy mẫu nước tại các xã."
        ),
        ({"title": "Khảo sát nguồn nước tại 12 xã", "lead": "Sở Y tế tỉnh Tân Lâm"},),
    ),
)
