"""Cases of observations (số liệu): a text, and what is read from it; they are its tests and its line in the evaluation."""

from collections.abc import Mapping
from typing import Any

from hopluc.reading.records.observation.subject_cases import SUBJECT_CASES

CASES: tuple[tuple[str, tuple[Mapping[str, Any], ...]], ...] = (
    (  # a year with a figure of its own; what those have whose share is told; a ratio; how far of what was granted
        (
            "Tỷ lệ hộ dùng nước sạch đạt 82% (năm 2024: 76%). Có 402 lượt sinh viên tham gia; 86% nhóm có sản phẩm. Năng suất cao gấp 1,5 lần giống cũ. "
            "Tổng vốn được giao 6 tỷ đồng, đã giải ngân 3 tỷ đồng, bằng 50% kế hoạch."
        ),
        (
            {"subject": "Tỷ lệ hộ dùng nước sạch", "number": 82, "period": None},
            {"subject": "Tỷ lệ hộ dùng nước sạch", "number": 76, "period": "2024"},
            {"subject": "lượt sinh viên tham gia", "number": 402},
            {"subject": "nhóm có sản phẩm", "number": 86},
            {"number": 1.5, "unit": "lần"},
            {"number": 6_000_000_000},
            {"subject": "giải ngân", "number": 3_000_000_000},
            {"subject": "giải ngân so với kế hoạch", "number": 50},
        ),
    ),
    (  # what stands before the colon is whose the figure is, with all its words; but for a figure of its own
        "- Vốn đối ứng của Trường và Viện: 3.440 triệu đồng;\n- Huy động của doanh nghiệp, người nuôi: 6.000 triệu đồng;\n- Trong đó, tạp chí trong nước: 63 bài.",
        (
            {"subject": "Vốn đối ứng của Trường và Viện", "number": 3_440_000_000},
            {"subject": "Huy động của doanh nghiệp, người nuôi", "number": 6_000_000_000},
            {"subject": "tạp chí trong nước bài", "number": 63},
        ),
    ),
    (  # what each of those meant has is no figure of all; what all have is
        "Sở hỗ trợ các doanh nghiệp có doanh thu trên 100 tỷ đồng. Các doanh nghiệp của tỉnh có tổng doanh thu trên 900 tỷ đồng.",
        ({"number": 900_000_000_000},),
    ),
    (  # other figures in the words that lead to one take no room; who is given a sum does not act
        "Thu nhập bình quân của mỗi hộ tăng từ 38 triệu đồng năm 2016 lên 95 triệu đồng năm 2020. Sở Y tế tỉnh Tân Lâm tài trợ Trạm Y tế xã Phú Lộc 40 triệu đồng.",
        (
            {"subject": "Thu nhập bình quân của mỗi hộ tăng", "number": 38_000_000, "period": "2016"},
            {"subject": "Thu nhập bình quân của mỗi hộ tăng", "number": 95_000_000, "period": "2020"},
            {"subject": "tài trợ Trạm Y tế xã Phú Lộc", "number": 40_000_000},
        ),
    ),
    (
        "Trong năm 2025, Sở đã quản lý 48 nhiệm vụ khoa học và công nghệ cấp thành phố với tổng kinh phí 35,6 tỷ đồng.",
        (
            {
                "subject": "quản lý nhiệm vụ khoa học và công nghệ cấp thành phố",
                "unit": "nhiệm vụ",
                "number": 48,
                "period": "2025",
            },
            {"subject": "tổng kinh phí nhiệm vụ khoa học và công nghệ cấp thành phố", "unit": "VND", "number": 35_600_000_000},
        ),
    ),
    (
        "Khảo sát tổng số 30 công nghệ (vật liệu mới: 18; tự động hóa: 12).",
        (
            {"subject": "Khảo sát công nghệ", "number": 30},
            {"subject": "Khảo sát công nghệ - vật liệu mới", "field": "vật liệu mới", "number": 18},
            {"subject": "Khảo sát công nghệ - tự động hóa", "field": "tự động hóa", "number": 12},
        ),
    ),
    (
        "Toàn tỉnh Tân Lâm có 156 doanh nghiệp, trong đó 42 doanh nghiệp thuộc lĩnh vực chế biến, 7 doanh nghiệp thuộc lĩnh vực cơ khí.",
        (
            {"number": 156, "field": None, "place": "Tân Lâm"},
            {"number": 42, "field": "chế biến"},
            {"number": 7, "field": "cơ khí"},
        ),
    ),
    (
        "Hiện có 5/9 bệnh viện dùng phần mềm quản lý. Tỷ lệ hồ sơ trực tuyến đạt 80%.",
        ({"numerator": 5, "denominator": 9, "unit": "bệnh viện"}, {"unit": "%", "number": 80}),
    ),
    (
        "BÁO CÁO\nKết quả thực hiện chương trình giai đoạn 2023 - 2025\n\n+ Năm 2024: Cử 09 lượt cán bộ đi học tập.\n+ Tổ chức 03 lớp.",
        ({"number": 9, "period": "2024"}, {"number": 3, "unit": "lớp"}),
    ),
    # Counts that only announce a list, name the parties, point back or hang on another figure say nothing of their own.
    ("Hợp tác gồm 8 nội dung: nghiên cứu; ứng dụng; đào tạo.", ()),
    ("Chương trình được 2 bên ký kết sau 3 năm chuẩn bị.", ()),
    ("Trong số 4 dự án được hỗ trợ, có 3 dự án triển khai tốt.", ({"number": 3, "subject": "dự án triển khai tốt"},)),
    ("Có 4 dự án của 4 doanh nghiệp nhận được hỗ trợ. Có 4 dự án của 4 doanh nghiệp.", ({"number": 4, "unit": "dự án"},)),
    ("Số lượt truy cập : 355925", ()),
    # Norms, targets and what is asked for are not yet so.
    ("Mức hỗ trợ tối đa 50% kinh phí nhưng không quá 200 triệu đồng một dự án.", ()),
    ("Phấn đấu đến năm 2030 có 300 doanh nghiệp khoa học và công nghệ.", ()),
    ("Kính đề nghị Bộ Tài chính bố trí 20 tỷ đồng cho chương trình.", ()),
    ("Các ủy viên (09): đại diện các sở, ngành.", ({"subject": "ủy viên", "number": 9},)),
    (
        "Tổng kinh phí 45 tỷ đồng, trong đó: ngân sách trung ương 20 tỷ đồng, ngân sách tỉnh 25 tỷ đồng.",
        (
            {"subject": "Tổng kinh phí", "number": 45_000_000_000},
            {"subject": "Tổng kinh phí - ngân sách trung ương", "number": 20_000_000_000},
            {"subject": "Tổng kinh phí - ngân sách tỉnh", "number": 25_000_000_000},
        ),
    ),
    (
        "6 tháng đầu năm 2025, tỉnh đã chi 420 tỷ đồng cho khoa học. 6 tháng cuối năm 2024 duyệt 8 nhiệm vụ. Quý I/2026 duyệt 5 nhiệm vụ.",
        (
            {"subject": "chi cho khoa học", "number": 420_000_000_000, "period": {"from": "2025-01", "to": "2025-06"}},
            {"number": 8, "period": {"from": "2024-07", "to": "2024-12"}},
            {"number": 5, "period": "2026-Q1"},
        ),
    ),
    (
        "Kinh phí giải ngân còn chậm, mới đạt 45% dự toán, tăng 12% so với cùng kỳ năm 2024.",
        (
            {"subject": "Kinh phí giải ngân còn chậm so với dự toán", "number": 45, "unit": "%", "period": None},
            {"subject": "Kinh phí giải ngân còn chậm tăng so với cùng kỳ", "number": 12, "period": None},
        ),
    ),
    (
        "Sau gần 3 năm (2023-2025) thực hiện, chương trình có kết quả. Đã cử 01 cán bộ học tập tại Nhật Bản; ước hỗ trợ 20 doanh nghiệp.",
        (
            {"number": 1, "place": "Nhật Bản", "period": {"from": "2023", "to": "2025"}, "stage": "actual"},
            {"number": 20, "stage": "estimate", "place": None},
        ),
    ),
    # A bare count is told with what its sentence says of it: what befell the counted, whose they are, at which event.
    (
        (
            "Có 18 cán bộ được cử đi đào tạo thạc sĩ, tiến sĩ tại Viện Dược liệu. Một số nhiệm vụ (02) chưa được triển khai đúng tiến độ. "
            "Trường Đại học Cần Thơ có 412 giảng viên. Cả nước hiện có 643 tổ chức nghiên cứu."
        ),
        (
            {"subject": "cán bộ được cử đi đào tạo thạc sĩ, tiến sĩ", "number": 18},
            {"subject": "nhiệm vụ chưa được triển khai đúng tiến độ", "number": 2},
            {"subject": "giảng viên của Trường Đại học Cần Thơ", "number": 412},
            {"subject": "tổ chức nghiên cứu", "number": 643},
        ),
    ),
    (
        (
            "Ngày 18/10/2023, Sở tổ chức Hội nghị kết nối cung cầu công nghệ tại Nhà văn hóa, thu hút 64 doanh nghiệp và có 35 cuộc kết nối.\n\n"
            "Techfest Tân Lâm 2024 diễn ra ngày 12/9/2024.\n\nSự kiện có 84 gian hàng, đón 2.030 lượt khách; ban tổ chức ghi nhận 57 cuộc kết nối giữa doanh nghiệp với trường."
        ),
        (
            {"subject": "doanh nghiệp tại Hội nghị kết nối cung cầu công nghệ", "number": 64},
            {"subject": "cuộc kết nối tại Hội nghị kết nối cung cầu công nghệ", "number": 35},
            {"subject": "gian hàng tại Techfest Tân Lâm 2024", "number": 84},
            {"subject": "lượt khách tại Techfest Tân Lâm 2024", "number": 2030},
            {"subject": "cuộc kết nối giữa doanh nghiệp với trường tại Techfest Tân Lâm 2024", "number": 57},
        ),
    ),
    # Parts by their own words, by `là`, by place; the partner is no part of the subject, nor are other figures.
    (
        "Sở phối hợp với các trường đại học đào tạo 185 kỹ sư, trong đó 120 kỹ sư vi mạch và 65 kỹ sư phần mềm, đạt 70% kế hoạch.",
        (
            {"subject": "đào tạo kỹ sư", "number": 185, "field": None},
            {"subject": "đào tạo kỹ sư - vi mạch", "number": 120, "field": "vi mạch"},
            {"subject": "đào tạo kỹ sư - phần mềm", "number": 65, "field": "phần mềm"},
            {"unit": "%", "number": 70},
        ),
    ),
    (
        "Toàn tỉnh có 900 người làm nghiên cứu. Trong đó, cán bộ nghiên cứu là 700 người; cán bộ kỹ thuật là 200 người.",
        (
            {"subject": "người làm nghiên cứu", "number": 900},
            {"subject": "người làm nghiên cứu - cán bộ nghiên cứu", "number": 700},
            {"subject": "người làm nghiên cứu - cán bộ kỹ thuật", "number": 200},
        ),
    ),
    (
        "Khảo sát 50 hộ. Trong đó, 30 hộ (20 hộ thuộc lĩnh vực nuôi trồng và 10 hộ thuộc lĩnh vực chế biến) ở khu vực nội thành; 20 hộ ở khu vực ngoại thành.",
        (
            {"subject": "Khảo sát hộ", "number": 50},
            {"subject": "Khảo sát hộ - khu vực nội thành", "number": 30, "place": "khu vực nội thành"},
            {"subject": "Khảo sát hộ - khu vực nội thành - nuôi trồng", "number": 20, "place": "khu vực nội thành"},
            {"subject": "Khảo sát hộ - khu vực nội thành - chế biến", "number": 10},
            {"subject": "Khảo sát hộ - khu vực ngoại thành", "number": 20, "place": "khu vực ngoại thành"},
        ),
    ),
    (
        (
            "Xây dựng 04 mô hình trồng rau sạch trên diện tích 120 ha. Mở 06 khóa bồi dưỡng ngắn hạn cho 240 học viên. Có 03 giải Nhất, mỗi giải 10 triệu đồng. "
            "Công ty hiện có 120 lao động và doanh thu 96 tỷ đồng. Tổng kinh phí đã sử dụng là 14,6 tỷ đồng."
        ),
        (
            {"subject": "Xây dựng mô hình trồng rau sạch", "number": 4},
            {"subject": "diện tích mô hình trồng rau sạch", "number": 120, "unit": "ha"},
            {"subject": "Mở khóa bồi dưỡng ngắn hạn", "number": 6},
            {"subject": "Mở khóa bồi dưỡng ngắn hạn cho học viên", "number": 240},
            {"subject": "giải Nhất", "number": 3},
            {"subject": "mỗi giải Nhất", "number": 10_000_000},
            {"number": 120, "unit": "lao động"},
            {"subject": "doanh thu", "number": 96_000_000_000},
            {"subject": "Tổng kinh phí đã sử dụng", "number": 14_600_000_000},
        ),
    ),
    # The title's time to come is not what a report tells of; what is told to be done is no figure yet.
    (
        (
            "BÁO CÁO\nKết quả hoạt động 6 tháng đầu năm, phương hướng 6 tháng cuối năm 2025\n\nI. KẾT QUẢ\nĐang quản lý 45 nhiệm vụ, trong đó: chuyển tiếp: 30; mở mới: 15.\n"
            "Giao Sở Tài chính tỉnh Tân Lâm xây dựng phương án giải phóng 23 ha đất."
        ),
        (
            {"number": 45, "period": {"from": "2025-01", "to": "2025-06"}},
            {"number": 30, "field": "chuyển tiếp"},
            {"number": 15, "field": "mở mới"},
        ),
    ),
    # In a plan what is not yet so is planned; ages of those who may take part and the size in a task's name are no figures.
    (
        (
            "KẾ HOẠCH\nPhát triển công nghệ năm 2026\n\nI. THỰC TRẠNG\nTổng vốn là 5 tỷ đồng.\nII. KINH PHÍ\nTổng kinh phí thực hiện: 3.200 triệu đồng. "
            "Tỉnh đã bố trí 800 triệu đồng."
        ),
        ({"stage": "actual"}, {"number": 3_200_000_000, "stage": "plan"}, {"number": 800_000_000, "stage": "actual"}),
    ),
    (
        "I. KẾT QUẢ\n1.1. Chế tạo máy sấy lúa tĩnh công suất 10 tấn\nĐã hoàn thành.\n1.2. Cuộc thi\nĐối tượng dự thi là thanh thiếu niên từ 6 đến 19 tuổi.",
        (),
    ),
    (
        "Khảo sát 66 lượt cơ sở sản xuất. Trong đó, 40 lượt cơ sở (22 cơ sở thuộc lĩnh vực cơ khí) ở phía Bắc.",
        (
            {"subject": "Khảo sát lượt cơ sở sản xuất", "number": 66},
            {"subject": "Khảo sát lượt cơ sở sản xuất - phía Bắc", "number": 40, "place": "phía Bắc"},
            {
                "subject": "Khảo sát lượt cơ sở sản xuất - phía Bắc - cơ khí",
                "number": 22,
                "field": "cơ khí",
                "place": "phía Bắc",
            },
        ),
    ),
    (  # `hiện` of `thực hiện` is no word for now
        "Kinh phí thực hiện là 12,5 tỷ đồng.",
        ({"subject": "Kinh phí thực hiện", "number": 12500000000, "unit": "VND"},),
    ),
    (  # a comma inside a number cuts no subject; where it was learnt is no part of what is counted
        (
            "Tỉnh đã bố trí 2,4 tỷ đồng cho khoa học, bằng 19,2% tổng kinh phí 12,5 tỷ đồng. "
            "Qua khảo sát, có 47 doanh nghiệp có nhu cầu đổi mới công nghệ. Khảo sát, tìm kiếm 20 cơ sở sản xuất."
        ),
        (
            {"subject": "bố trí cho khoa học", "number": 2_400_000_000},
            {"subject": "bố trí cho khoa học so với tổng kinh phí", "number": 19.2},
            {"subject": "tổng kinh phí", "number": 12_500_000_000},
            {"subject": "doanh nghiệp", "number": 47, "field": None},
            {"subject": "Khảo sát, tìm kiếm cơ sở sản xuất", "number": 20},
        ),
    ),
    (  # what is asked for is not yet so, but what was done on a request is
        (
            "Sở kiến nghị bổ sung 12 biên chế cho Trung tâm. Theo đề nghị của Sở, 8 đề tài được nghiệm thu. "
            "Sở đề nghị và đã được cấp 15 thiết bị."
        ),
        ({"number": 12, "stage": "plan"}, {"number": 8, "stage": "actual"}, {"number": 15, "stage": "actual"}),
    ),
    (  # what a decision grants is planned, what it settles is spent; how many sit on a body is no figure
        (
            "QUYẾT ĐỊNH:\nĐiều 1. Phê duyệt nhiệm vụ nghiên cứu giống lúa với các nội dung sau:\n1. Kinh phí thực hiện: 12,5 tỷ đồng.\n"
            "Điều 2. Phê duyệt quyết toán kinh phí năm trước: 3 tỷ đồng.\n"
            "Điều 3. Thành lập Ban Chỉ đạo. Ban Chỉ đạo gồm 04 thành viên. Hiệp hội có 40 thành viên."
        ),
        (
            {"number": 12_500_000_000, "stage": "plan"},
            {"number": 3_000_000_000, "stage": "actual"},
            {"number": 40, "unit": "thành viên"},
        ),
    ),
    (  # parts by year each have their own; what is told after them is no part
        "Trong ba năm, hai bên tổ chức 21 hội nghị, trong đó năm 2023: 5; năm 2024: 7; năm 2025: 9. Đã có 5 hội nghị được truyền hình.",
        (
            {"subject": "hai bên tổ chức hội nghị", "number": 21, "period": None},
            {"number": 5, "period": "2023"},
            {"number": 7, "period": "2024"},
            {"number": 9, "period": "2025"},
            {"subject": "hội nghị được truyền hình", "number": 5},
        ),
    ),
    (  # a sum after a measure is not of the measure; after parts, it is of their whole
        "Khai trương mô hình trồng nấm, quy mô 2.400 m2, tổng kinh phí 1,35 tỷ đồng. Hai bên triển khai 11 nhiệm vụ, trong đó có 7 đề tài và 4 dự án; tổng kinh phí 18,6 tỷ đồng.",
        (
            {"subject": "quy mô mô hình trồng nấm", "number": 2400},
            {"subject": "tổng kinh phí", "number": 1_350_000_000},
            {"number": 11},
            {"number": 7},
            {"number": 4},
            {"subject": "tổng kinh phí nhiệm vụ", "number": 18_600_000_000, "period": None},
        ),
    ),
    (  # a figure of today is not of the year told before it
        "Từ 12 hội năm 2022, đến nay Liên hiệp đã có 19 hội. Đề án đê biển đội vốn từ 320 tỷ lên gần 410 tỷ đồng.",
        (
            {"number": 12, "period": "2022"},
            {"number": 19, "period": None},
            {"subject": "Đề án đê biển đội vốn", "number": 320_000_000_000},
            {"subject": "Đề án đê biển đội vốn", "number": 410_000_000_000},
        ),
    ),
    (  # norms are no figures; the parts of a plan are planned, each in its own years
        (
            "NGHỊ QUYẾT\nVề hỗ trợ đổi mới công nghệ tỉnh Tân Lâm Khóa XVIII\nĐiều 2. Mức hỗ trợ\n1. Hỗ trợ 50% chi phí chuyển giao.\n2. Hỗ trợ 30 triệu đồng mỗi bằng.\n"
            "Điều 3. Kinh phí\nTổng kinh phí dự kiến 62 tỷ đồng, gồm: năm 2026: 10 tỷ đồng; năm 2027: 12 tỷ đồng; các năm 2028 - 2030: 40 tỷ đồng.\n"
        ),
        (
            {"number": 62_000_000_000, "period": None, "stage": "plan", "place": "Tân Lâm"},
            {"number": 10_000_000_000, "period": "2026", "stage": "plan"},
            {"number": 12_000_000_000, "period": "2027", "stage": "plan"},
            {"number": 40_000_000_000, "period": {"from": "2028", "to": "2030"}, "stage": "plan"},
        ),
    ),
    (  # who says it is not what it is of
        "Ông Tạ Minh Mẫu thông báo dự toán được giao 7,8 tỷ đồng.",
        ({"subject": "dự toán được giao", "number": 7_800_000_000},),
    ),
    (  # the sum of a task's row belongs to the task; that of a table of funds is a figure
        (
            "TT\tNội dung\tChủ trì\tThời hạn\tKinh phí (triệu đồng)\n1\tMua máy phân tích nước\tSở Y tế\t5/2025\t450 triệu đồng\n2\tViết sổ tay vận hành\tSở Nội vụ\t7/2025\t30 triệu đồng\n"
            "\nSở Y tế đã chi 120 triệu đồng."
        ),
        ({"number": 120_000_000, "stage": "actual"},),
    ),
    (  # parts told by how they stand; what befalls those counted ends before what came of it
        (
            "Đến nay tỉnh Tân Lâm đã triển khai 20 dự án, trong đó 12 dự án đã bàn giao, 8 dự án đang thực hiện. Có 9 quy trình được chuyển giao cho "
            "hợp tác xã, tạo việc làm cho khoảng 300 lao động."
        ),
        (
            {"subject": "triển khai dự án", "number": 20},
            {"subject": "triển khai dự án - đã bàn giao", "number": 12, "field": "đã bàn giao"},
            {"subject": "triển khai dự án - đang thực hiện", "number": 8, "field": "đang thực hiện"},
            {"subject": "quy trình được chuyển giao cho hợp tác xã", "number": 9},
            {"number": 300, "qualifier": "khoảng"},
        ),
    ),
    # `chế độ` is no estimate; the year a figure is compared with is not its own
    ("Đơn vị đã thanh toán sai chế độ 86 triệu đồng.", ({"number": 86_000_000, "qualifier": None},)),
    ("Doanh thu của làng năm 2018 đạt 93 tỷ đồng, gấp gần ba lần năm 2013.", ({"number": 93_000_000_000, "period": "2018"},)),
    # a central body is no place; what is under way is no goal, though the part before it strives
    (
        "Đã có 14 đơn vị thuộc Chính phủ báo cáo, phấn đấu sớm hoàn thành; 02 đơn vị đang triển khai chậm.",
        (
            {"number": 14, "unit": "đơn vị", "place": None, "stage": "actual"},
            {"number": 2, "unit": "đơn vị", "place": None, "stage": "actual"},
        ),
    ),
    *SUBJECT_CASES,
)
