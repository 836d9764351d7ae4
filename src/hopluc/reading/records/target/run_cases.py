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
            "Các chỉ tiêu chủ yếu đến năm 2030\n\nThứ Ba, 20-10-2026, 08:15\n\n"
            "Về cấp nước: (1) Tỷ lệ hộ dùng nước máy (xã, phường) từ 75,5 đến 80,0%. (2) Số trạm bơm/vạn dân đạt từ 3 đến 5 trạm; Vốn đầu tư phát triển toàn xã hội: từ 2,4 đến 2,7 nghìn tỷ đồng.\n"
        ),
        (
            {"min": 75.5, "max": 80, "by": "2030", "text": "Tỷ lệ hộ dùng nước máy (xã, phường) từ 75,5 đến 80,0%"},
            {"min": 3, "max": 5, "by": "2030"},
            {"min": 2400000000000, "max": 2700000000000, "by": "2030"},
        ),
    ),
    (  # a list that a sentence opens as goals; shares that open a clause; a year behind `đến` alone
        (
            "Theo đó, Chương trình đề ra các mục tiêu cơ bản đến năm 2030 như sau:\n  • 80% hộ dùng nước máy;\n  • Tỷ lệ thất thoát nước dưới 12%.\n\n"
            "Mục tiêu đến 2035: tỉnh thuộc nhóm 10 địa phương dẫn đầu.\n\n"
            "Kế hoạch đặt mục tiêu đến 2035 đón khoảng 9 triệu lượt khách, 1,3 triệu buồng. 90% hồ sơ ở cấp tỉnh; 85% tại cấp huyện và 65% tại cấp xã được ký số.\n"
        ),
        (
            {"number": 80, "by": "2030"},
            {"number": 12, "by": "2030"},
            {"number": 10, "by": "2035"},
            {"number": 9000000, "by": "2035"},
            {"number": 1300000, "unit": "buồng", "by": "2035"},
            {"number": 90},
            {"number": 85, "text": "85% tại cấp huyện"},
            {"number": 65},
        ),
    ),
    (  # goals that were met are told, not set
        "Tỉnh đã hoàn thành các chỉ tiêu sau:\n- 80% hộ dùng nước máy;\n- 12 trạm bơm.\n",
        (),
    ),
    (  # what a plan holds is told behind its approval; what lies ahead, without the word for a goal
        (
            "Thủ tướng Chính phủ phê duyệt Chương trình nước sạch nông thôn.\n\nTheo đó, 80% hộ được cấp nước máy. 100% trạm bơm được kết nối.\n\n"
            "Đến năm 2040, ngành nước sẽ trở thành ngành dẫn đầu về tiết kiệm năng lượng.\n\n"
            "Mục tiêu tăng sản lượng trong thời kỳ từ 2031-2035 là 11,5%/năm.\nVào năm 2035, cả tỉnh đón 3-3,5 triệu lượt khách.\n"
        ),
        (
            {"number": 80, "unit": "%"},
            {"number": 100},
            {"by": "2040", "text": "Đến năm 2040, ngành nước sẽ trở thành ngành dẫn đầu về tiết kiệm năng lượng"},
            {"number": 11.5, "period": {"from": "2031", "to": "2035"}},
            {"min": 3000000, "max": 3500000, "by": "2035"},
        ),
    ),
    (  # what is to become of somebody within a year
        "Đề án có mục tiêu phát triển nguồn nước, đưa tỉnh trở thành nơi cấp nước sạch của cả vùng vào năm 2035.\n",
        ({"by": "2035"},),
    ),
    (  # goals that a congress passed, set for its term: fractions, shares of what is assigned, two shares beside a comma
        (
            "Đại hội đã biểu quyết thông qua 14 chỉ tiêu nhiệm kỳ 2025-2030. Cụ thể, tỷ lệ hộ dùng nước máy đạt 100%.\n\n"
            "Nhiệm kỳ 2025-2030, Đảng bộ xã Tân Hòa đề ra các chỉ tiêu, như: xây dựng 3/4 trạm bơm đạt chuẩn; thu phí nước đạt 100% chỉ tiêu trên giao; hộ dùng nước máy đạt 85% trở lên, tổ có bể chứa đạt 78% trở lên.\n\n"
            "Doanh nghiệp kỳ vọng được giảm phí trong gói hỗ trợ 9.000 tỷ đồng.\n"
        ),
        (
            {"number": 100, "text": "Cụ thể, tỷ lệ hộ dùng nước máy đạt 100%"},
            {"numerator": 3, "denominator": 4, "period": {"from": "2025", "to": "2030"}},
            {"number": 100},
            {"number": 85, "text": "hộ dùng nước máy đạt 85% trở lên", "by": "2030"},
            {"number": 78, "text": "tổ có bể chứa đạt 78% trở lên"},
        ),
    ),
    (  # who strives is no part of the goal
        "Hướng đến mục tiêu có 1 đến 2 trạm đạt chuẩn trong năm 2035, ngành nước nỗ lực phối hợp, hỗ trợ những trạm có thế mạnh.\n",
        ({"min": 1, "max": 2, "text": "Hướng đến mục tiêu có 1 đến 2 trạm đạt chuẩn trong năm 2035"},),
    ),
    (  # under a head of goals a share of what is assigned is one; what is measured against those counted too; what was missed is none
        (
            "CÁC CHỈ TIÊU CHỦ YẾU NĂM 2035:\n- Thu phí nước đạt 100% chỉ tiêu trở lên.\n- Tỷ lệ người dùng nước máy so với dân số 42%.\n\n"
            "Kết quả thực hiện: có 3/26 chỉ tiêu không đạt, đó là chỉ tiêu trạm bơm được kiểm định đủ 8 loại van.\n"
        ),
        ({"number": 100}, {"number": 42}),
    ),
    (  # lessons a day, ages, grades and the heads that a share counts are no goals; `Đối với …` goes on with those above
        (
            "Phấn đấu 95% trẻ em của lớp bơi được học 2 buổi/ngày; 85% học viên lớp cứu hộ (1.250 học viên) được cấp thẻ.\n"
            "Đối với lớp lớn, dạy thêm buổi chiều; 75% trẻ 3 đến dưới 6 tuổi biết bơi, 60% bể bơi đạt chuẩn mức độ 2; tỷ lệ hoàn thành cấp tiểu học đạt 99%.\n"
        ),
        ({"number": 95}, {"number": 85}, {"number": 75}, {"number": 60}, {"number": 99}),
    ),
)
