"""Cases of goals that no heading heads: sentences and paragraphs that go on with goals told before, papers that a title alone heads."""

from collections.abc import Mapping
from typing import Any

RUN_CASES: tuple[tuple[str, tuple[Mapping[str, Any], ...]], ...] = (
    (  # the paragraphs below go on with the goals set above, and the year set last holds for them
        (
            "Nghị quyết đề ra mục tiêu phấn đấu tốc độ tăng sản lượng nước sạch bình quân đạt trên 8,0%/năm thời kỳ 2026-2030. Đến năm 2030, tổng sản lượng đạt khoảng 900 triệu m3.\n\n"
            "Tỷ trọng nước mặt đạt trên 60%, nước ngầm dưới 25%.\n\n"
            "Phát triển mạng lưới quan trắc ở châu Á. Phấn đấu ít nhất 8 trạm đạt chuẩn.\n\n"
            "100% hồ sơ được ký số ở mức độ 3, 4.\n"
        ),
        (
            {"number": 8, "period": {"from": "2026", "to": "2030"}, "by": "2030"},
            {"number": 900000000, "by": "2030"},
            {"number": 60, "by": "2030", "text": "Tỷ trọng nước mặt đạt trên 60%"},
            {"number": 25, "by": "2030"},
            {"number": 8, "unit": "trạm", "text": "Phấn đấu ít nhất 8 trạm đạt chuẩn"},
            {"number": 100, "text": "100% hồ sơ được ký số ở mức độ 3, 4"},
        ),
    ),
    (  # what was reached ends the run
        "Tỉnh đề ra mục tiêu tỷ lệ hộ dùng nước máy đạt 80% vào năm 2030.\n\nTỷ lệ thất thoát nước đã giảm còn 15%.\n\nTỷ lệ xã có trạm cấp nước đạt 40%.\n",
        ({"number": 80},),
    ),
    (  # a title alone heads the whole; the marks of its items belong to no goal
        (
            "Các chỉ tiêu chủ yếu đến năm 2030\n\nThứ Năm, 15-10-2026, 21:49\n\n"
            "Về cấp nước: (1) Tỷ lệ hộ dùng nước máy (xã, phường) từ 75,5 đến 80,0%. (2) Số trạm bơm/vạn dân đạt từ 3 đến 5 trạm; Vốn đầu tư phát triển toàn xã hội: từ 3,1 đến 3,2 nghìn tỷ đồng.\n"
        ),
        (
            {"min": 75.5, "max": 80, "by": "2030", "text": "Tỷ lệ hộ dùng nước máy (xã, phường) từ 75,5 đến 80,0%"},
            {"min": 3, "max": 5, "by": "2030"},
            {"min": 3100000000000, "max": 3200000000000, "by": "2030"},
        ),
    ),
)
