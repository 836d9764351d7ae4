"""Cases of targets (chỉ tiêu): a text, and what is read from it; they are its tests and its line in the evaluation."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

CASES: tuple[tuple[str, tuple[Mapping[str, Any], ...]], ...] = (
    # What a year that ends is thought to come to is told among results; pages are aimed at by the thousand.
    (
        "Bắc Lĩnh, ngày 16 tháng 11 năm 2015\nBÁO CÁO\nB. KẾT QUẢ ĐẠT ĐƯỢC\nTỷ lệ lao động qua đào tạo năm 2015 ước đạt 57%.\nD. PHƯƠNG HƯỚNG\nNăm 2016 tỷ lệ lao động qua đào tạo ước đạt 60%.",
        ({"number": 60},),
    ),
    (
        "KẾ HOẠCH\nSố hóa hồ sơ năm 2026\nI. MỤC TIÊU\n- Hoàn thành số hóa 1,2 triệu trang hồ sơ đất đai.\n- Báo cáo dài 12 trang.",
        ({"number": 1_200_000, "unit": "trang"},),
    ),
    (
        "Đến năm 2022, tỉnh phấn đấu 100% tàu cá từ 15 m trở lên được gắn thiết bị giám sát; diện tích rừng đạt từ 15 ha trở lên.",
        ({"number": 100}, {"number": 15, "unit": "ha"}),
    ),
    # What each of those aimed at has is no target of its own.
    (
        "KẾ HOẠCH\nI. MỤC TIÊU\n- Đến năm 2030 có 20 doanh nghiệp có doanh thu trên 100 tỷ đồng.\n- Có thêm 10 sản phẩm đạt 4 sao trở lên.\n- Đến năm 2030 tỉnh có trên 40 trạm đo.",
        ({"number": 20, "unit": "doanh nghiệp"}, {"number": 10, "unit": "sản phẩm"}, {"number": 40}),
    ),
    # Whence a change starts is no target; a range is one.
    (
        "KẾ HOẠCH\nPhát triển nghề cá năm 2027\nI. MỤC TIÊU\n- Giảm tỷ lệ hao hụt từ 25% xuống còn 12%.\n- Nâng đội tàu từ 120 chiếc năm 2025 lên 180 chiếc.\n- Mở từ 3 đến 5 lớp thuyền trưởng.",
        ({"number": 12, "unit": "%"}, {"number": 180, "unit": "chiếc"}, {"min": 3, "max": 5}),
    ),
    # A count that only announces a list is none, nor are the copies of the paper.
    (
        (
            "THỎA THUẬN HỢP TÁC\nĐiều 1. Nội dung hợp tác\nHai bên sẽ hợp tác trên 3 lĩnh vực: vật liệu; đào tạo; chuyển đổi số.\nĐiều 2. Hiệu lực\n"
            "Thỏa thuận được lập thành 04 bản, mỗi bên giữ 02 bản."
        ),
        (),
    ),
    # Who says so is no part of it; the last `và` before a figure divides; the title's year is the limit.
    (
        (
            "KẾ HOẠCH\nPhát triển doanh nghiệp khoa học và công nghệ năm 2025\n\nI. MỤC TIÊU\n"
            "- Có ít nhất 40 doanh nghiệp khoa học và công nghệ và 15 doanh nghiệp khởi nghiệp sáng tạo.\n"
            "- Giám đốc Sở cho biết, tỉnh sẽ hỗ trợ 10 dự án khởi nghiệp."
        ),
        (
            {"text": "Có ít nhất 40 doanh nghiệp khoa học và công nghệ", "number": 40, "by": "2025"},
            {"text": "15 doanh nghiệp khởi nghiệp sáng tạo", "number": 15, "by": "2025"},
            {"text": "tỉnh sẽ hỗ trợ 10 dự án khởi nghiệp", "number": 10},
        ),
    ),
    ("Phấn đấu giải ngân đạt 95% kế hoạch vốn. Kinh phí giải ngân đạt 45% kế hoạch vốn.", ({"number": 95},)),
    # The months of a table's row are the row's own.
    (
        (
            "KẾ HOẠCH\nPhát triển hệ sinh thái khởi nghiệp của tỉnh\n\nI. MỤC TIÊU\n- Hỗ trợ 20 dự án khởi nghiệp.\nII. NHIỆM VỤ\n"
            "| TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian | Sản phẩm |\n| 1 | Khảo sát hệ sinh thái khởi nghiệp | Sở Công Thương | 3/2025 - 5/2025 | 300 phiếu khảo sát |\n"
        ),
        (
            {"text": "Hỗ trợ 20 dự án khởi nghiệp", "by": None, "period": None},
            {"text": "300 phiếu khảo sát", "number": 300},
        ),
    ),
    (
        "Thành phố đặt mục tiêu đến năm 2030 có 300 doanh nghiệp công nghệ, kinh tế số chiếm 35% GRDP.",
        (
            {"number": 300, "unit": "doanh nghiệp", "by": "2030"},
            {"text": "kinh tế số chiếm 35% GRDP", "number": 35, "unit": "%", "by": "2030"},
        ),
    ),
    (
        "Theo thỏa thuận, giai đoạn 2025 - 2028, hai bên sẽ đào tạo từ 500 đến 700 kỹ sư; hỗ trợ tối thiểu 10 nhóm nghiên cứu.",
        (
            {"min": 500, "max": 700, "unit": "kỹ sư", "by": "2028", "period": {"from": "2025", "to": "2028"}},
            {"text": "hỗ trợ tối thiểu 10 nhóm nghiên cứu", "by": "2028"},
        ),
    ),
    (
        "II. MỤC TIÊU ĐẾN NĂM 2030\n- Tỷ lệ đổi mới công nghệ đạt 20%.\n- Đào tạo 100 lượt cán bộ mỗi năm.\n",
        ({"number": 20, "unit": "%", "by": "2030"}, {"number": 100, "unit": "lượt cán bộ", "by": "mỗi năm"}),
    ),
    (
        "KẾ HOẠCH\nHợp tác khoa học và công nghệ giai đoạn 2026-2030\n\nIII. NHIỆM VỤ\n- Tổ chức 05 lớp tập huấn.\n",
        ({"text": "Tổ chức 05 lớp tập huấn", "number": 5, "by": "2030"},),
    ),
    (
        "Mục tiêu của chương trình là hoàn thành xây dựng trung tâm dữ liệu của tỉnh trước năm 2029.",
        ({"text": "hoàn thành xây dựng trung tâm dữ liệu của tỉnh trước năm 2029", "number": None, "by": "trước 2029"},),
    ),
    # What was reached, compared or only expected of an event is no target.
    ("Năm 2025 đã hỗ trợ 20 doanh nghiệp, đạt 105% kế hoạch.", ()),
    ("Số hồ sơ vượt mục tiêu đề ra 10%.", ()),
    ("Hằng năm đã hỗ trợ 15 doanh nghiệp tham gia hội chợ.", ()),
    ("Ngày 5/3/2026, Sở báo cáo: đến năm 2024, tỉnh có 35 doanh nghiệp.", ()),
    ("Hội thảo sẽ được tổ chức với khoảng 400 đại biểu.", ()),
    ("Mức chi không quá 30 triệu đồng một năm.", ()),
    (
        "II. PHƯƠNG HƯỚNG, NHIỆM VỤ\n- Hằng năm hỗ trợ 15 doanh nghiệp đổi mới công nghệ.\n",
        ({"number": 15, "by": "hằng năm"},),
    ),
    ("Phấn đấu hết quý III/2026 xây dựng xong 02 phòng thí nghiệm.", ({"number": 2, "by": "2026-Q3"},)),
    # The term a table gives in brackets beside a row's period.
    (
        (
            "\tTT\n\tNhiệm vụ\n\tCơ quan chủ trì\n\tThời gian\n\n\t1\n\tXây dựng đề án hợp tác\n\tSở Tài chính\n"
            "\t2026-2030\n\n(Đề án xong trong quý I)\n\n\t2\n\tKý kết thỏa thuận\n\tSở Tài chính\n\t2026-2030 (Ký kết trong tháng 3/2027)\n\n"
        ),
        ({"text": "Đề án xong trong quý I", "by": "2026-Q1"}, {"text": "Ký kết trong tháng 3/2027", "by": "2027-03"}),
    ),
    (  # A row whose only time is its deadline says no more than when the task is due.
        (
            "\tTT\n\tNhiệm vụ\n\tCơ quan chủ trì\n\tThời gian\n\n\t1\n\tXây dựng đề án hợp tác\n\tSở Tài chính\n"
            "\t(Xong đề án trong quý II năm 2026)\n\n\t2\n\tLập bản đồ công nghệ\n\tSở Tài chính\n\tXong bản đồ trong quý III năm 2026\n\n"
        ),
        (),
    ),
    (
        "THỎA THUẬN HỢP TÁC\ngiai đoạn 2022 - 2026\n\n- Mỗi năm triển khai 2 đến 3 nhiệm vụ nghiên cứu chung.\n- Trao đổi 15 chuyên gia.\n",
        ({"min": 2, "max": 3, "by": "mỗi năm"}, {"number": 15, "by": "2026"}),
    ),
    # What a body announces it will do is its task; what it will have is a target. Money is one only as a goal; a count beside a goal is none.
    (
        (
            "Viện Dược liệu sẽ khảo sát 15 xã trong tháng 5/2023. Trường sẽ có thêm 3 phòng thí nghiệm vào năm 2024. Công ty cam kết tài trợ 2 tỷ đồng. "
            "Đã hỗ trợ 25 doanh nghiệp, vượt mục tiêu 20 doanh nghiệp. Tỉnh đặt mục tiêu đến năm 2025 thu hút 300 tỷ đồng vốn đầu tư, đến nay mới đạt 40 tỷ đồng."
        ),
        (
            {"text": "Trường sẽ có thêm 3 phòng thí nghiệm vào năm 2024", "number": 3, "by": "2024"},
            {"number": 300000000000, "unit": "VND", "by": "2025"},
        ),
    ),
    # Later words of aim count more than what was reached before them; a share that is demanded; what bodies agreed on each year.
    (
        (
            "Hai bên đã chuyển giao 36 mô hình; ký Chương trình phối hợp giai đoạn 2016-2020 với mục tiêu 50 mô hình. "
            "Tỉnh ủy yêu cầu Sở Y tế tỉnh Tân Lâm lập bệnh án điện tử cho 100% trạm y tế trong năm 2022. Nghị quyết bảo đảm tối thiểu 1,5% chi ngân sách cho khoa học.\n\n"
            "Hai bên thông qua Chương trình hợp tác; mỗi năm chọn 10 - 15 doanh nghiệp thử nghiệm rô bốt."
        ),
        (
            {"number": 50, "unit": "mô hình", "by": "2020"},
            {"number": 100, "unit": "%", "by": "2022"},
            {"number": Decimal("1.5"), "unit": "%"},
            {"min": 10, "max": 15, "by": "mỗi năm"},
        ),
    ),
    # In a plan the parts on grounds, money and duties set no goals, nor do the rows of its tables but for what they are to bring.
    (
        (
            "KẾ HOẠCH\nPhát triển tài sản trí tuệ giai đoạn 2023-2027\n\nI. CĂN CỨ\nKết quả khảo sát 120 doanh nghiệp.\nII. MỤC TIÊU\n1. Hỗ trợ 25 sáng chế đăng ký quốc tế.\n"
            "III. KINH PHÍ\nNgân sách tỉnh chiếm 70%, doanh nghiệp 30%.\nIV. TỔ CHỨC THỰC HIỆN\nMỗi đơn vị cử 01 cán bộ đầu mối.\nBiểu 1. Phân bổ\n"
            "STT\tNội dung\tĐơn vị chủ trì\tThời gian\tSản phẩm\n1\tTập huấn cho 300 cán bộ huyện\tSở Công Thương\tQuý II/2023\t06 lớp\n"
        ),
        ({"number": 25, "unit": "sáng chế", "by": "2027"}, {"text": "06 lớp", "number": 6}),
    ),
    # What is, in the part on the present state, is no goal; shares of all, sums earned and forecasts are; norms and petitions are none.
    (
        (
            "KẾ HOẠCH\nPhát triển kinh tế số năm 2025\n\nI. HIỆN TRẠNG\nTỉnh có diện tích 2.300 km2, dân số 640.000 người.\nII. MỤC TIÊU\n"
            "- 95/95 xã có cáp quang;\n- Doanh thu kinh tế số đạt 3.000 tỷ đồng;\n- Mỗi lớp tối thiểu 25 học viên.\nIII. KIẾN NGHỊ\nĐề nghị Bộ cấp 12 chỉ tiêu nghiên cứu sinh.\n"
        ),
        (
            {"text": "95/95 xã có cáp quang", "numerator": 95, "denominator": 95, "by": "2025"},
            {"text": "Doanh thu kinh tế số đạt 3.000 tỷ đồng", "number": 3000000000000, "unit": "VND"},
        ),
    ),
    (
        "Đến nay trại có 12 ha. Dự kiến quý IV đạt 175 tấn. Hội chợ dự kiến có 150 gian hàng. Hai bên sẽ làm 3 việc: khảo sát; đào tạo; thử nghiệm.",
        ({"text": "Dự kiến quý IV đạt 175 tấn", "number": 175},),
    ),
    # What minutes conclude for the next year.
    (
        (
            "BIÊN BẢN\nPhiên họp thường kỳ\nThời gian: ngày 18 tháng 12 năm 2019\n\n1. Báo cáo\nNăm 2019 làm 20 đề tài.\n2. Kết luận của Chủ tọa\n"
            "Năm 2020 mở mới 6 đề tài; dành 5 tỷ đồng; trồng thêm 800 ha.\n"
        ),
        (
            {"text": "Năm 2020 mở mới 6 đề tài", "number": 6, "by": "2020"},
            {"text": "dành 5 tỷ đồng", "number": 5000000000},
            {"text": "trồng thêm 800 ha", "number": 800},
        ),
    ),
    (  # a year is no figure that a list goes on after
        "I. MỤC TIÊU\n1. Đến năm 2027: tổng chi cho khoa học và công nghệ đạt 1,5% GRDP; có từ 30 doanh nghiệp khoa học và công nghệ trở lên.\n",
        (
            {"text": "Đến năm 2027: tổng chi cho khoa học và công nghệ đạt 1,5% GRDP", "number": Decimal("1.5"), "by": "2027"},
            {"text": "có từ 30 doanh nghiệp khoa học và công nghệ trở lên", "number": 30},
        ),
    ),
    (  # a plan for a year; what is foreseen for one; what two sides will exchange; what is hoped for by a year
        (
            "Kế hoạch năm 2004: mở 25 lớp tập huấn; trồng mới 300 ha dâu. Dự kiến năm 2005, Sở hỗ trợ 45 doanh nghiệp đổi mới công nghệ. "
            "Hai bên sẽ trao đổi 100 sinh viên. Ông kỳ vọng tới năm 2008 doanh thu đạt 50 tỷ đồng. So với kế hoạch năm 2003: vượt 12 lớp."
        ),
        (
            {"number": 25, "unit": "lớp tập huấn", "by": "2004"},
            {"number": 300, "unit": "ha", "by": "2004"},
            {"number": 45, "by": "2005"},
            {"number": 100, "unit": "sinh viên"},
            {"number": 50_000_000_000, "by": "2008"},
        ),
    ),
    (  # how long something is to take at most; how long the work goes on is no aim
        "I. MỤC TIÊU\n1. Rút ngắn thời gian ùn tắc giờ cao điểm xuống còn 15 phút.\n2. Thời gian thực hiện 30 ngày.\n",
        ({"text": "Rút ngắn thời gian ùn tắc giờ cao điểm xuống còn 15 phút", "number": 15, "unit": "phút"},),
    ),
    (  # `khoa học và công nghệ` is one thing; a line that ends on `tỉnh` ends before a body; who is trained goes by the whole word
        (
            "KẾ HOẠCH\nPhát triển doanh nghiệp công nghệ giai đoạn 2027 - 2030\n\nI. MỤC TIÊU\n"
            "1. Có ít nhất 15 doanh nghiệp khoa học và công nghệ được cấp chứng nhận, đào tạo 60 kỹ thuật viên trên địa bàn toàn tỉnh\n"
            "Sở Nội vụ tỉnh Tân Lâm theo dõi.\n"
        ),
        (
            {
                "text": "Có ít nhất 15 doanh nghiệp khoa học và công nghệ được cấp chứng nhận",
                "number": 15,
                "unit": "doanh nghiệp",
            },
            {"text": "đào tạo 60 kỹ thuật viên trên địa bàn toàn tỉnh", "number": 60, "unit": "kỹ thuật viên"},
        ),
    ),
    (  # a table of goals: a column for each year, a row that sets the year for those below it; where things stand is no goal
        (
            "KẾ HOẠCH\nChuyển đổi số tỉnh Tân Lâm\nTân Lâm, ngày 05/3/2022\nII. CHỈ TIÊU\n"
            "| TT | Chỉ tiêu | Đơn vị | Hiện trạng 2021 | Mục tiêu đến năm 2025 |\n| --- | --- | --- | --- | --- |\n"
            "| 1 | Tỷ lệ hồ sơ trực tuyến | % | 25 | ≥ 70 |\n| 2 | Doanh nghiệp công nghệ số | doanh nghiệp | 12 | 40 - 50 |\n"
            "III. NHIỆM VỤ\n"
        ),
        (
            {"text": "Tỷ lệ hồ sơ trực tuyến", "number": 70, "unit": "%", "by": "2025"},
            {"text": "Doanh nghiệp công nghệ số", "min": 40, "max": 50, "unit": "doanh nghiệp", "by": "2025"},
        ),
    ),
    (
        (
            "DANH MỤC CHỈ TIÊU\n\nTT\tChỉ tiêu\tĐơn vị tính\tKết quả\tCơ quan theo dõi\nI\tĐến năm 2030\n"
            "1\tSố vườn ươm cà chua\tvườn\t12\tSở Y tế\n2\tTỷ lệ phủ sóng vùng cao (%)\t\t95\tSở Nội vụ\n"
        ),
        (
            {"text": "Số vườn ươm cà chua", "number": 12, "unit": "vườn", "by": "2030"},
            {"text": "Tỷ lệ phủ sóng vùng cao (%)", "number": 95, "unit": "%", "by": "2030"},
        ),
    ),
    (  # the year before a figure is the one it is due by; what is due later belongs to no term over by then
        "Đề án phát triển điện gió giai đoạn 2021 - 2025 đặt ra chỉ tiêu: đến năm 2025, điện gió đạt 20% sản lượng và đến năm 2030, điện gió đạt 30% sản lượng.",
        (
            {"number": 20, "by": "2025", "period": {"from": "2021", "to": "2025"}},
            {"number": 30, "by": "2030", "period": None},
        ),
    ),
    (  # a paragraph goes on with its goals; what was reached ends them
        "Chương trình đặt mục tiêu đến năm 2030 tỉnh có 20 vườn ươm. Tỷ lệ rừng trồng có chứng chỉ đạt từ 55% trở lên. Năm qua đã có 12% đạt chuẩn.",
        ({"number": 20, "unit": "vườn ươm"}, {"number": 55, "unit": "%"}),
    ),
    (  # a limit that opens a clause holds for what follows, one behind a figure for that figure; bare figures share their words
        (
            "Phấn đấu đến năm 2025: 40% vườn cà chua dùng phân hữu cơ và trên 90% đến năm 2030; 20% trạm bơm chạy điện gió. "
            "Năm 2025, tỷ trọng cây, con, rừng chiếm lần lượt là: 60%, 28%, 12%."
        ),
        (
            {"number": 40, "by": "2025"},
            {"number": 90, "by": "2030"},
            {"text": "20% trạm bơm chạy điện gió", "number": 20, "by": "2025"},
            {"number": 60, "by": "2025"},
            {"text": "Năm 2025, tỷ trọng cây, con, rừng chiếm lần lượt là: 60%, 28%", "number": 28},
            {"text": "Năm 2025, tỷ trọng cây, con, rừng chiếm lần lượt là: 60%, 28%, 12%", "number": 12},
        ),
    ),
    (  # goals go on over sentences and into the next paragraph, under the limit told first; one hectare and stars measure nothing
        (
            "Đến năm 2031, tỷ trọng muối sạch chiếm 22 - 23% sản lượng. Số hộ làm muối trải bạt tăng 50% so với năm 2020; trên 70% tổ hợp tác có lãi. "
            "Giá trị bình quân trên 1 ha đạt khoảng 130 triệu đồng.\nBên cạnh đó, đưa vào sản xuất được 1-2 giống tôm mới; 15 sản phẩm đạt 3 sao, 4 sao."
        ),
        (
            {"min": 22, "max": 23, "by": "2031"},
            {"number": 50, "by": "2031"},
            {"text": "trên 70% tổ hợp tác có lãi", "by": "2031"},
            {"number": 130_000_000, "by": "2031"},
            {"min": 1, "max": 2, "unit": "giống tôm", "by": "2031"},
        ),
    ),
    (  # how many goals there are is none of them; lists behind `đạt`, and what is kept stable
        (
            "Đại hội đề ra 24 chỉ tiêu, trong đó đến năm 2030 thu nhập đạt 136 triệu đồng; thu hút 15 triệu khách. "
            "Trong đó, giữ ổn định diện tích hàng năm: cây lúa từ 33-35 nghìn ha. Sản lượng trứng đạt 150 triệu quả trứng, 550 tấn sữa. "
            "Tổng vốn đầu tư toàn xã hội trên 75.000 tỷ đồng."
        ),
        (
            {"number": 136_000_000, "by": "2030"},
            {"number": 15_000_000, "by": "2030"},
            {"min": 33_000, "max": 35_000, "by": "2030"},
            {"number": 150_000_000, "by": "2030"},
            {"number": 550, "unit": "tấn", "by": "2030"},
            {"number": 75_000_000_000_000, "by": "2030"},
        ),
    ),
    (  # goals that were met, programmes with goals in their name and years that a figure is set against aim at nothing
        (
            "Nhiệm kỳ qua, tỉnh đã thực hiện đạt và vượt hầu hết các chỉ tiêu; trong đó, tốc độ tăng trưởng đạt 6,71%; thu nhập đạt 3.555 USD.\n"
            "Vốn bổ sung có mục tiêu thực hiện Chương trình mục tiêu trồng rừng là 14 tỷ đồng.\n"
            "Kế hoạch phấn đấu đạt 06/15 tiêu chí. Giá trị tăng thêm đạt 20.580 tỷ đồng (tăng 3,7% so với thực hiện năm 2021)."
        ),
        (
            {"numerator": 6, "denominator": 15, "unit": "tiêu chí"},
            {"number": 20_580_000_000_000, "by": None},
        ),
    ),
    (
        "Ban Chỉ đạo yêu cầu phân bổ ít nhất 3% tổng chi ngân sách cho trạm y tế.",
        ({"number": 3, "unit": "%"},),
    ),
    (  # the year right behind a figure is its own; a year in the name of a plan is no limit
        (
            "I. MỤC TIÊU\n1. Nâng chất lượng nước, góp phần thực hiện Chiến lược Nước sạch Việt Nam đến năm 2030.\n"
            "2. Tỷ lệ hộ dùng nước máy đạt 70% năm 2027; 90% năm 2031.\n"
        ),
        ({"number": 70, "by": "2027"}, {"number": 90, "by": "2031"}),
    ),
    (  # what a figure is set against says neither by when nor how often; how those counted stand is no goal
        (
            "KẾ HOẠCH\nPhòng, chống lũ năm 2028\nTân Lâm, ngày 26/02/2028\nI. MỤC TIÊU\n1. Giảm 5-10% số nhà ngập so với trung bình hàng năm giai đoạn 2011 - 2016.\n"
            "2. Có 13 trạm bơm phấn đấu sẽ hoàn thành; 02 trạm bơm đang thực hiện quá hạn.\n"
        ),
        ({"min": 5, "max": 10, "by": "2028", "period": None}, {"number": 13, "unit": "trạm bơm"}),
    ),
    (  # a table of goals one cell a line: figures, a range that is no heading, a goal told in words
        (
            "PHỤ LỤC\nDANH MỤC CHỈ TIÊU ĐẾN NĂM 2030\nTT\nChỉ tiêu\nĐơn vị\nKết quả\nCơ quan chủ trì theo dõi\n"
            "1\nTỷ lệ hộ dùng nước máy\n%\n≥ 80\nBộ Y tế\n2\nSố trạm bơm được xếp hạng trong vùng\nTrạm\n40 - 50\nBộ Xây dựng\n"
            "3\nTrình độ quản lý nguồn nước\nThứ bậc\nĐạt mức trung bình của khu vực\nBộ Xây dựng\n"
        ),
        (
            {"text": "Tỷ lệ hộ dùng nước máy", "number": 80, "unit": "%", "by": "2030"},
            {"text": "Số trạm bơm được xếp hạng trong vùng", "min": 40, "max": 50, "by": "2030"},
            {"text": "Trình độ quản lý nguồn nước: Đạt mức trung bình của khu vực", "number": None, "by": "2030"},
        ),
    ),
    (  # goals without a figure under a head that says by when; ages and ranks that a goal is about
        (
            "KẾ HOẠCH\nCấp nước\nI. MỤC TIÊU\n2. Mục tiêu cụ thể\na) Đến năm 2030:\n"
            "- Nâng cấp trạm bơm hiện có thành trung tâm cấp nước của vùng.\n- Tỷ lệ trẻ em dưới 5 tuổi được uống nước sạch đạt 90%.\n"
            "- Xây dựng mạng lưới trạm bơm 3 cấp cho các xã vùng cao.\n- Nâng cao nhận thức của người dân về nước sạch."
        ),
        ({"text": "Nâng cấp trạm bơm hiện có thành trung tâm cấp nước của vùng", "by": "2030"}, {"number": 90}),
    ),
    (  # what is grown every year; amounts behind a colon; to share with each other tells nobody anything
        (
            "Mục tiêu của tỉnh đến năm 2030, giữ các cây trồng hàng năm: lúa 5.000 ha. Sản lượng đến năm 2030 đạt: Thịt bò đạt 12.500 tấn; thịt lợn: 90.000 tấn. "
            "Phấn đấu các phần mềm chia sẻ thông tin với nhau đáp ứng 95% yêu cầu."
        ),
        (
            {"number": 5000, "by": "2030"},
            {"number": 12500},
            {"number": 90000, "text": "thịt lợn: 90.000 tấn"},
            {"number": 95, "text": "Phấn đấu các phần mềm chia sẻ thông tin với nhau đáp ứng 95% yêu cầu"},
        ),
    ),
    (  # goals that a page runs together behind their head in capitals; what a bracket counts is the same goal; nouns of one share
        (
            "CÁC CHỈ TIÊU CHỦ YẾU TRONG NHIỆM KỲ 2025-2030 I. Về nước sạch (3 chỉ tiêu) 1. Tỷ lệ hộ dùng nước máy đến năm 2030 đạt 80%. 2. Số trạm bơm xây mới thời kỳ 2026-2030: 40 trạm bơm. "
            "3. Tỷ lệ xã có trạm cấp nước năm 2030 đạt 50% (8 xã). 4. 100% quận, huyện, thị xã tổ chức quan trắc nước, trong đó 70% quận báo cáo hằng quý."
        ),
        (
            {"text": "Tỷ lệ hộ dùng nước máy đến năm 2030 đạt 80%", "number": 80, "by": "2030"},
            {"number": 40, "by": "2030"},
            {"number": 50, "by": "2030"},
            {"number": 100, "text": "100% quận, huyện, thị xã tổ chức quan trắc nước"},
            {"number": 70},
        ),
    ),
    (  # what only announces goals is no part of the first
        "Đề án có 20 chỉ tiêu phấn đấu đạt đến năm 2030; trong đó có một số chỉ tiêu quan trọng như: tỷ lệ hộ dùng nước máy đạt 80%; tỷ lệ thất thoát nước dưới 12%.",
        ({"text": "tỷ lệ hộ dùng nước máy đạt 80%", "by": "2030"}, {"number": 12}),
    ),
)
