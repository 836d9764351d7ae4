"""Cases of events (sự kiện): a text, and what is read from it; they are its tests and its line in the evaluation."""

from collections.abc import Mapping
from typing import Any

CASES: tuple[tuple[str, tuple[Mapping[str, Any], ...]], ...] = (
    # A signing is an event where its place is told, else the agreement tells it.
    ("Ngày 06/5/2011, Sở Y tế tỉnh Tân Lâm và Viện Dược liệu đã ký kết Chương trình hợp tác về đào tạo.", ()),
    (
        "Ngày 06/5/2011, tại thành phố Vĩnh Hà, Sở Y tế tỉnh Tân Lâm và Viện Dược liệu đã ký kết Chương trình hợp tác về đào tạo.",
        ({"date": "2011-05-06", "place": "thành phố Vĩnh Hà"},),
    ),
    (
        "Ngày 24/6/2025, Sở đã tổ chức Hội nghị công bố chương trình hợp tác tại thành phố Vĩnh Hà.",
        (
            {
                "name": "Hội nghị công bố chương trình hợp tác",
                "date": "2025-06-24",
                "place": "thành phố Vĩnh Hà",
                "status": "held",
            },
        ),
    ),
    (
        "Ngày hội Khởi nghiệp tỉnh Tân Lâm (Techfest Tân Lâm 2025) diễn ra từ ngày 20 đến 22/9/2025.",
        ({"name": "Ngày hội Khởi nghiệp tỉnh Tân Lâm", "date": "2025-09-20"},),
    ),
    (
        (
            "Hỗ trợ doanh nghiệp tham gia các hội chợ (Chợ Công nghệ và Thiết bị vùng Đông Bắc tại Hạ Long năm 2024, "
            "Chợ Công nghệ và Thiết bị quốc tế tại Hà Nội 2025)."
        ),
        (
            {"name": "Chợ Công nghệ và Thiết bị vùng Đông Bắc", "date": "2024", "place": "Hạ Long"},
            {"name": "Chợ Công nghệ và Thiết bị quốc tế", "date": "2025", "place": "Hà Nội"},
        ),
    ),
    (
        "+ Năm 2024: Tổ chức Đoàn khảo sát kinh nghiệm xây dựng khu công nghệ cao tại Đà Nẵng.",
        ({"name": "Đoàn khảo sát kinh nghiệm xây dựng khu công nghệ cao", "date": "2024", "place": "Đà Nẵng"},),
    ),
    (
        "Chiều 20-12, UBND thành phố Vĩnh Hà tổ chức ký kết hợp tác chiến lược về chuyển đổi số.",
        ({"date": "--12-20", "status": "held"},),
    ),
    (
        "Sở đang chuẩn bị tổ chức Lễ ký kết Thỏa thuận hợp tác đào tạo nhân lực vào đầu tháng 01 năm 2026.",
        ({"name": "Lễ ký kết Thỏa thuận hợp tác đào tạo nhân lực", "date": "2026-01", "status": "planned"},),
    ),
    (
        'Viện phối hợp với tỉnh tổ chức Hội thảo khoa học "Nước sạch cho vùng cao, vùng xa" tại Tân Lâm.',
        ({"name": 'Hội thảo khoa học "Nước sạch cho vùng cao, vùng xa"', "place": "Tân Lâm"},),
    ),
    # The same event told again is one event.
    (
        "Hội nghị tổng kết chương trình phối hợp, ngày 29/3/2025. Ảnh: Hội nghị tổng kết chương trình phối hợp tổ chức ngày 29/3/2025.",
        ({"name": "Hội nghị tổng kết chương trình phối hợp", "date": "2025-03-29"},),
    ),
    # Plurals, pointers back and bodies' names are no events.
    ("Tổ chức các hội nghị, hội thảo khoa học; cử cán bộ dự nhiều lớp tập huấn.", ()),
    ("Tại hội nghị, các đại biểu đã thảo luận. Hội nghị đã thống nhất kế hoạch.", ()),
    ("Nghị quyết số 20-NQ/TW ngày 01/11/2012 của Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng.", ()),
    (
        "Sự kiện Lễ ký kết hợp tác ngày 29/5/2025 tại thành phố Vĩnh Hà giữa Khu công nghệ cao và Công ty Ánh Dương về đào tạo nhân lực.",
        (
            {
                "name": "Lễ ký kết hợp tác giữa Khu công nghệ cao và Công ty Ánh Dương về đào tạo nhân lực",
                "date": "2025-05-29",
                "place": "thành phố Vĩnh Hà",
            },
        ),
    ),
    (
        "Đối với Viện Hàn lâm Khoa học xã hội Việt Nam, tại buổi làm việc vào ngày 11/5/2025, hai bên đã thống nhất.",
        ({"name": "buổi làm việc: Viện Hàn lâm Khoa học xã hội Việt Nam", "date": "2025-05-11"},),
    ),
    (
        "Hội thảo quốc tế về vi mạch bán dẫn sẽ được tổ chức vào tháng 10/2026 trong khuôn khổ Techfest Vĩnh Hà 2026.",
        ({"date": "2026-10", "status": "planned"}, {"name": "Techfest Vĩnh Hà 2026", "date": "2026"}),
    ),
    (
        "Hội nghị giao ban Sở Khoa học và Công nghệ (KH&CN) toàn quốc năm 2025, ngày 9/4, tại Hà Nội.",
        (
            {
                "name": "Hội nghị giao ban Sở Khoa học và Công nghệ (KH&CN) toàn quốc năm 2025",
                "date": "2025-04-09",
                "place": "Hà Nội",
            },
        ),
    ),
    # A headline gives way to the sentence that tells the event in full.
    (
        "Hội nghị tổng kết chương trình hợp tác biển\n\nSáng 12/3/2026, Hội nghị tổng kết toàn diện chương trình hợp tác biển diễn ra.",
        ({"name": "Hội nghị tổng kết toàn diện chương trình hợp tác biển", "date": "2026-03-12"},),
    ),
    # A news title tells no event of its own; a finer day of the same event takes the place of its year.
    (
        (
            "Tân Lâm khép lại Techfest 2024 với nhiều kết nối\n\nTechfest Tân Lâm 2024 là hoạt động trong khuôn khổ Chương trình hợp tác về khoa học và công nghệ của tỉnh "
            "với các viện nghiên cứu ở trung ương, diễn ra ngày 12/9/2024 tại Trung tâm Triển lãm tỉnh Tân Lâm.\n\nSau Techfest Tân Lâm 2024, tỉnh hỗ trợ các dự án."
        ),
        ({"name": "Techfest Tân Lâm 2024", "date": "2024-09-12", "place": "Trung tâm Triển lãm tỉnh Tân Lâm"},),
    ),
    # A name ends at its year, at what was planned of it, and before the terms that follow.
    (
        "Tại Hội chợ Công nghệ quốc tế Hà Nội 2023, gian hàng của tỉnh đón 3.000 lượt khách.",
        ({"name": "Hội chợ Công nghệ quốc tế Hà Nội 2023", "date": "2023"},),
    ),
    (
        "Lễ tổng kết và trao giải dự kiến tổ chức vào tháng 9/2025 tại Nhà văn hóa tỉnh Tân Lâm.",
        ({"name": "Lễ tổng kết và trao giải", "date": "2025-09", "status": "planned"},),
    ),
    (
        "Ngày 20/4/2022, tỉnh Tân Lâm và Tập đoàn FPT đã tổ chức ký kết Thỏa thuận hợp tác về chuyển đổi số với các điều khoản sau:",
        ({"name": "tỉnh Tân Lâm và Tập đoàn FPT đã tổ chức ký kết Thỏa thuận hợp tác về chuyển đổi số", "date": "2022-04-20"},),
    ),
    (
        (
            "Từ ngày 20 đến 23/10/2022, Bộ Khoa học và Công nghệ tổ chức Chợ công nghệ và thiết bị vùng Tây Bắc 2022 (Techmart Tây Bắc 2022) với chủ đề “Nông sản bản địa”. "
            "Trong khuôn khổ Techmart, ban tổ chức đã mở 4 gian trưng bày."
        ),
        ({"name": "Chợ công nghệ và thiết bị vùng Tây Bắc 2022", "date": "2022-10-20"},),
    ),
    ("Liên hiệp hội thông báo thể lệ Cuộc thi như sau: thí sinh nộp bài trước ngày 30/6/2025.", ()),
    ("Lễ ký kết thỏa thuận hợp tác giữa các bên cho thấy nỗ lực chung.", ()),
    ("Đơn vị đã mở lớp tập huấn về sở hữu trí tuệ cho doanh nghiệp.", ()),
    ("Cán bộ tham gia đoàn công tác của thành phố tại Nhật Bản.", ()),
    # A heading names the event, the text below it gives day and place; the sentence tells it no second time.
    (
        (
            "1. Tiếp và làm việc với Đoàn Đại học Kyungpook (Hàn Quốc)\nSáng 14/3/2019, tại phòng họp A2, Hiệu trưởng đã tiếp đoàn do Viện KIST giới thiệu.\n\n"
            "2. Hội thảo khoa học quốc tế “Vật liệu tiên tiến”\nNgày 20/3/2019, Khoa Hóa tổ chức hội thảo tại Tân Lâm với 150 đại biểu.\n\n"
            "3. Ra mắt câu lạc bộ sáng chế trẻ\nCâu lạc bộ có 40 hội viên. Lễ ra mắt diễn ra chiều 2/4/2019.\n\n"
            "4. Đào tạo ngắn hạn\nTrường đã mở nhiều lớp bồi dưỡng cho doanh nghiệp trong năm 2019.\n"
        ),
        (
            {"name": "Tiếp và làm việc với Đoàn Đại học Kyungpook (Hàn Quốc)", "date": "2019-03-14"},
            {"name": "Hội thảo khoa học quốc tế “Vật liệu tiên tiến”", "date": "2019-03-20", "place": "Tân Lâm"},
            {"name": "Ra mắt câu lạc bộ sáng chế trẻ", "date": "2019-04-02"},
        ),
    ),
    # Minutes, invitations and programmes say when and where on lines of their own.
    (
        (
            "BIÊN BẢN HỌP\nTổ công tác liên ngành về chuyển đổi số\n\nThời gian: 14 giờ 00, ngày 22 tháng 7 năm 2021.\n"
            "Địa điểm: Phòng họp số 1, trụ sở Ủy ban nhân dân tỉnh Tân Lâm.\nI. THÀNH PHẦN\n"
        ),
        (
            {
                "name": "HỌP Tổ công tác liên ngành về chuyển đổi số",
                "date": "2021-07-22",
                "place": "Phòng họp số 1, trụ sở Ủy ban nhân dân tỉnh Tân Lâm",
            },
        ),
    ),
    (
        (
            "CHƯƠNG TRÌNH\nHỘI THẢO KẾT NỐI CUNG CẦU CÔNG NGHỆ\nThời gian: 18 - 19/5/2017\nĐịa điểm: Nhà văn hóa tỉnh Tân Lâm\n\n"
            "NGÀY THỨ NHẤT (18/5/2017)\n8h00 - 8h30: Đón tiếp đại biểu\n14h00 - 16h30: Tham quan nhà máy tre ép khối Bình An\n"
            "NGÀY THỨ HAI (19/5/2017)\n8h00 - 9h00: Lễ trao chứng nhận nhãn hiệu tập thể\n"
        ),
        (
            {"name": "HỘI THẢO KẾT NỐI CUNG CẦU CÔNG NGHỆ", "date": "2017-05-18", "place": "Nhà văn hóa tỉnh Tân Lâm"},
            {"name": "Tham quan nhà máy tre ép khối Bình An", "date": "2017-05-18"},
            {"name": "Lễ trao chứng nhận nhãn hiệu tập thể", "date": "2017-05-19"},
        ),
    ),
    # The row of a plan gives the day of the event that its task is to hold.
    (
        (
            "TT\tNhiệm vụ\tCơ quan chủ trì\tHoàn thành\n1\tTổ chức Diễn đàn đầu tư công nghệ xanh Vĩnh Hà\tSở Công Thương\t22/11/2024\n"
            "2\tLập cơ sở dữ liệu chuyên gia\tSở Nội vụ\t30/11/2024\n"
        ),
        ({"name": "Diễn đàn đầu tư công nghệ xanh Vĩnh Hà", "date": "2024-11-22"},),
    ),
    # Common nouns and verbs tell an event where the sentence opens with its day; a caption shows one told elsewhere.
    (
        (
            "Ngày 05/4/2019, Phó Hiệu trưởng chủ trì cuộc họp về tuyển sinh liên thông. "
            "Ngày 9/4/2019, Bộ trưởng Bộ Khoa học và Công nghệ đã thăm và làm việc với Tập đoàn Viettel. "
            "Từ ngày 10 đến 15/5/2020, đoàn công tác do bà Lê Thị Na dẫn đầu đã khảo sát và trao đổi với Đại học Vân Nam về giống lúa. "
            "Sở thường xuyên làm việc với Viện Dược liệu.\n\nẢnh: Đoàn công tác thăm vườn thuốc tại xã Hòa An.\n"
        ),
        (
            {"name": "cuộc họp về tuyển sinh liên thông", "date": "2019-04-05"},
            {
                "name": "Bộ trưởng Bộ Khoa học và Công nghệ đã thăm và làm việc với Tập đoàn Viettel",
                "date": "2019-04-09",
                "status": "held",
            },
            {
                "name": "đoàn công tác do bà Lê Thị Na dẫn đầu đã khảo sát và trao đổi với Đại học Vân Nam",
                "date": "2020-05-10",
            },
        ),
    ),
    # A hall's name holds no event; a news item that names its event in the heading tells it once.
    (
        "Chung kết Robot học đường\n12 đội vào vòng chung kết tổ chức ngày 05/6/2021 tại Cung Hội nghị Vĩnh Hà.",
        ({"name": "Chung kết Robot học đường", "date": "2021-06-05", "place": "Cung Hội nghị Vĩnh Hà"},),
    ),
    # A ceremony or journey with a day; what was said at an event with a name of some length; kinds of events listed are none.
    (
        (
            "Đoàn công tác gồm 12 cán bộ của 6 sở đã sang Nhật Bản học tập kinh nghiệm quản lý vườn ươm từ ngày 3 đến ngày 9/11/2019.\n\n"
            "Cuộc thi Robocon sinh viên Tân Lâm 2018 khởi động từ tháng 3, chung kết vào 20/5/2018 tại Nhà thi đấu tỉnh.\n\n"
            "Phát biểu tại hội nghị tổng kết năm năm thực hiện chương trình khởi nghiệp, ông đề nghị tiếp tục. Sở hạn chế các hội nghị, hội thảo chưa cần thiết.\n"
        ),
        (
            {
                "name": "Đoàn công tác gồm 12 cán bộ của 6 sở đã sang Nhật Bản học tập kinh nghiệm quản lý vườn ươm",
                "date": "2019-11-03",
            },
            {"name": "Cuộc thi Robocon sinh viên Tân Lâm 2018", "date": "2018-05-20", "place": "Nhà thi đấu tỉnh"},
            {"name": "hội nghị tổng kết năm năm thực hiện chương trình khởi nghiệp", "date": None},
        ),
    ),
    # A headline that names the kind of event its text names in full gives way to the text.
    (
        "Hội thảo chuyển đổi số nông nghiệp\nNgày 17/9/2020, Hội thảo “Nông nghiệp số: từ đồng đến bàn” diễn ra tại Vĩnh Hà.",
        ({"name": "Hội thảo “Nông nghiệp số: từ đồng đến bàn”", "date": "2020-09-17", "place": "Vĩnh Hà"},),
    ),
    # A signing told of the paper with its place, by two sides and where; minutes by their title; a prize named after a fair is none.
    (
        "Chương trình phối hợp hoạt động khoa học và công nghệ giữa Bộ Khoa học và Công nghệ và UBND tỉnh Tân Lâm được ký ngày 20/4/2006 tại thị xã Tân Lâm.",
        (
            {
                "name": "Ký Chương trình phối hợp hoạt động khoa học và công nghệ",
                "date": "2006-04-20",
                "place": "thị xã Tân Lâm",
            },
        ),
    ),
    (
        "Ngày 21/6/2012, tại trụ sở UBND tỉnh, Sở Y tế tỉnh Tân Lâm và Viện Dược liệu ký Biên bản ghi nhớ về cây thuốc. Sản phẩm nhận Cúp vàng Techmart Việt Nam năm 2012.",
        (
            {
                "name": "Sở Y tế tỉnh Tân Lâm và Viện Dược liệu ký Biên bản ghi nhớ về cây thuốc",
                "date": "2012-06-21",
                "place": "trụ sở UBND tỉnh",
            },
        ),
    ),
    (
        "BIÊN BẢN\nThẩm tra quyết toán kinh phí sự nghiệp năm 2015\n\nHôm nay, thứ Tư, ngày 20 tháng 4 năm 2016, tại phòng họp Sở Tài chính, các bên gồm có:\n",
        (
            {
                "name": "Thẩm tra quyết toán kinh phí sự nghiệp năm 2015",
                "date": "2016-04-20",
                "place": "phòng họp Sở Tài chính",
            },
        ),
    ),
    (
        "Chiều ngày 9/9/2024 đã diễn ra buổi làm việc giữa lãnh đạo tỉnh và Tập đoàn FPT về trung tâm dữ liệu tại Vĩnh Hà.",
        ({"date": "2024-09-09", "place": "Vĩnh Hà"},),
    ),
    # openings with their day, told once as it came; what comes next by its turn; who travelled; hopes and parties told of before are none
    (
        (
            "Ngày 21/5/2019, Công ty Cổ phần Cá Sông Trầm khánh thành trại giống tuần hoàn tại xã Phong Điền. Trạm quan trắc mặn Cửa Đông khởi công ngày 02/6/2019. "
            "Sở Y tế tỉnh Tân Lâm dự kiến khai trương sàn giao dịch dược liệu trong tháng 5/2019; do thiết bị về chậm, sàn đã khai trương ngày 15/8/2019."
        ),
        (
            {"name": "khánh thành trại giống tuần hoàn", "date": "2019-05-21", "place": "xã Phong Điền"},
            {"name": "Trạm quan trắc mặn Cửa Đông khởi công", "date": "2019-06-02"},
            {"name": "khai trương sàn giao dịch dược liệu", "date": "2019-08-15"},
        ),
    ),
    (
        "Lớp thứ hai sẽ mở ngày 09/7/2020 cho các hợp tác xã. Kỳ kiểm tra sau dự kiến vào tháng 4/2021.\n- Phiên họp thứ ba của Ban Chỉ đạo: tháng 10/2020;\n- Khóa học kéo dài hai tuần.",
        (
            {"name": "Lớp thứ hai", "date": "2020-07-09", "status": "planned"},
            {"name": "Kỳ kiểm tra sau", "date": "2021-04", "status": "planned"},
            {"name": "Phiên họp thứ ba của Ban Chỉ đạo", "date": "2020-10"},
        ),
    ),
    (
        (
            "Từ 05/6/2019 đến 12/6/2019, Sở Y tế tỉnh Tân Lâm cử đoàn 7 người sang Israel học tập về tưới nhỏ giọt. Hội thi Tin học trẻ lần thứ 4 khai mạc sáng 10/7/2019 tại Trường THPT Chuyên Tân Lâm. "
            "Chiều 15/7/2019, đoàn đã khảo sát khu ươm tạo. Nhà máy hoàn thành để kịp khánh thành."
        ),
        (
            {"name": "đoàn 7 người sang Israel học tập về tưới nhỏ giọt", "date": "2019-06-05"},
            {"name": "Hội thi Tin học trẻ lần thứ 4", "date": "2019-07-10", "place": "Trường THPT Chuyên Tân Lâm"},
        ),
    ),
    # a plan's row that holds an event behind its verb, with the year of its name; a row's place
    (
        "TT\tNhiệm vụ\tChủ trì\tThời hạn\tĐịa điểm\n1\tTổ chức cuộc thi Phụ nữ sáng tạo năm 2019\tHội Liên hiệp Phụ nữ tỉnh Tân Lâm\t\t\n2\tHội chợ công nghệ vùng cao\tSở Công Thương tỉnh Tân Lâm\t10/10/2019\tNhà thi đấu tỉnh\n",
        (
            {"name": "cuộc thi Phụ nữ sáng tạo năm 2019", "date": "2019"},
            {"name": "Hội chợ công nghệ vùng cao", "date": "2019-10-10", "place": "Nhà thi đấu tỉnh"},
        ),
    ),
    # A body that sat, a work a council accepted, things handed over as a ceremony, a signing with its place; schedules and bases are none.
    (
        (
            "Hội đồng Khoa học và Công nghệ tỉnh Tân Lâm họp ngày 12/3/2021 tại Vĩnh Hà; trước đó đã họp trù bị ngày 02/3/2021. "
            "Nhiệm vụ bản đồ đất được Hội đồng cấp tỉnh nghiệm thu ngày 20/12/2021. Dự án cá tầm dự kiến nghiệm thu ngày 30/6/2026."
        ),
        (
            {"name": "Hội đồng Khoa học và Công nghệ tỉnh Tân Lâm họp", "date": "2021-03-12", "place": "Vĩnh Hà"},
            {"name": "Hội đồng Khoa học và Công nghệ tỉnh Tân Lâm họp trù bị", "date": "2021-03-02"},
            {"name": "nghiệm thu Nhiệm vụ bản đồ đất", "date": "2021-12-20", "status": "held"},
        ),
    ),
    (
        (
            "Chiều 20/11/2018, Hội Khuyến học tỉnh Tân Lâm trao 120 suất học bổng cho học sinh nghèo. Hai bên ký bản ghi nhớ tại Tokyo ngày 03/4/2019. "
            "Trạm bơm khởi công quý I/2022. Căn cứ Thỏa thuận hợp tác giữa hai bên ký ngày 02/02/2019 tại Hà Nội."
        ),
        (
            {"name": "trao 120 suất học bổng cho học sinh nghèo", "date": "2018-11-20", "status": "held"},
            {"name": "ký bản ghi nhớ", "date": "2019-04-03", "place": "Tokyo"},
        ),
    ),
    # What comes by its turn in figures, or came before; a day with a name in the row of a plan; a bulleted title over its text.
    (
        "Phiên thứ 7 họp ngày 25/6/2021 ở thị xã Hòa Sơn. Phiên trước, ngày 12/3/2021, có 11 ủy viên dự.",
        (
            {"name": "Phiên họp thứ 7", "date": "2021-06-25", "place": "thị xã Hòa Sơn"},
            {"name": "Phiên họp trước", "date": "2021-03-12"},
        ),
    ),
    (
        "TT\tNội dung\tChủ trì\tThời gian\n1\tTổ chức Ngày Đổi mới sáng tạo tỉnh tại Nhà văn hóa lao động\tSở Nội vụ\t21/4/2025\n2\tXây dựng phần mềm quản lý\tSở Y tế\t30/6/2025\n",
        ({"name": "Ngày Đổi mới sáng tạo tỉnh", "date": "2025-04-21", "place": "Nhà văn hóa lao động"},),
    ),
    (
        "* Hội thảo giống lúa mới\nHội thảo do Sở Nông nghiệp chủ trì khai mạc ngày 20/8/2019 tại Nhà thi đấu Tân Lâm, có 90 đại biểu.\n",
        ({"name": "Hội thảo giống lúa mới", "date": "2019-08-20", "place": "Nhà thi đấu Tân Lâm"},),
    ),
    (  # a session by its turn in small letters; a review; papers signed somewhere; meetings with many; members of a list
        (
            "Ban Điều hành họp mỗi quý một lần; phiên thứ nhất họp ngày 5-11-1988 tại trụ sở Ban Khoa học Kỹ thuật Tỉnh.\n"
            "Văn phòng tham mưu tổ chức họp sơ kết giữa kỳ vào tháng 3/2027.\n"
            "Bản ghi nhớ với Viện Công nghệ Châu Á về đào tạo, ký tại Băng Cốc tháng 02/2008, còn hiệu lực.\n"
            "Ngày 20-3-1993, UBND tỉnh Tân Lâm sẽ họp với các viện, trường tại Câu lạc bộ Lao động.\n"
            "Ngày 21-3-1993, UBND tỉnh Tân Lâm họp với các viện, trường để bàn biện pháp."
        ),
        (
            {"name": "phiên thứ nhất", "date": "1988-11-05", "place": "trụ sở Ban Khoa học Kỹ thuật Tỉnh"},
            {"name": "họp sơ kết giữa kỳ", "date": "2027-03"},
            {"name": "Ký Bản ghi nhớ với Viện Công nghệ Châu Á về đào tạo", "date": "2008-02", "place": "Băng Cốc"},
            {"date": "1993-03-20", "place": "Câu lạc bộ Lao động", "status": "planned"},
        ),
    ),
    (  # the day a page was put up is not that of what it tells
        "Hội nghị giao ban hợp tác khoa học\nNgày đăng: 17/07/2019\n\nSáng 16/7/2019, tại hội trường tầng 2, Sở Nội vụ tổ chức hội nghị giao ban hợp tác khoa học.\n",
        ({"name": "Hội nghị giao ban hợp tác khoa học", "date": "2019-07-16"},),
    ),
    (  # where it took place ends before what was done there, and may be a numbered room
        "Bản ghi nhớ được hai bên ký ngày 19/5/2018 tại Nhà khách thành phố xác định bốn nội dung.",
        ({"date": "2018-05-19", "place": "Nhà khách thành phố"},),
    ),
    (  # a course named by its verb; what was opened stands before; the day told before; a place in small letters, and where it ends
        (
            "Ngày 12/4/2019, tại thị trấn Kim Bình, Sở Y tế tỉnh Tân Lâm tổ chức tập huấn nghiệp vụ đo lường cho 45 cán bộ. Chiều cùng ngày, đoàn đại biểu đi thăm vườn chè cổ thụ ở bản Phiêng Ban.\n"
            "Phòng thí nghiệm vi sinh được khánh thành ngày 19/8/2010.\n"
            "Cuối tháng 11/2018, Hội chợ Làng nghề Đông Bắc mở tại nhà thi đấu Phú Kiên đến hết tháng.\n"
            "Nhân kỷ niệm Ngày Khoa học và Công nghệ Việt Nam 18/5, Sở Nội vụ ra mắt câu lạc bộ."
        ),
        (
            {"name": "tập huấn nghiệp vụ đo lường cho 45 cán bộ", "date": "2019-04-12", "place": "thị trấn Kim Bình"},
            {"date": "2019-04-12", "place": "bản Phiêng Ban"},
            {"name": "Phòng thí nghiệm vi sinh được khánh thành", "date": "2010-08-19"},
            {"name": "Hội chợ Làng nghề Đông Bắc", "date": "2018-11", "place": "nhà thi đấu Phú Kiên"},
        ),
    ),
    (  # a meeting by whom it hears; a ceremony of signing once; the two sides of working minutes
        "Ngày 03/8/2021, tại trụ sở Ủy ban nhân dân tỉnh, Phó Chủ tịch đã chủ trì cuộc họp nghe Sở Xây dựng báo cáo tiến độ.\nSáng 5/8/2021, tại Hội trường tỉnh, UBND tỉnh Tân Lâm phối hợp Viện Năng lượng tổ chức Lễ ký kết thỏa thuận hợp tác đào tạo.",
        (
            {"name": "cuộc họp nghe Sở Xây dựng báo cáo tiến độ", "date": "2021-08-03", "place": "trụ sở Ủy ban nhân dân tỉnh"},
            {"name": "Lễ ký kết thỏa thuận hợp tác đào tạo", "date": "2021-08-05"},
        ),
    ),
    (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nBIÊN BẢN LÀM VIỆC\nGiữa Đoàn công tác Bộ Y tế và tỉnh Tân Lâm\n\nHôm nay, ngày 17 tháng 10 năm 2023, tại Hội trường UBND tỉnh Tân Lâm.\n",
        ({"name": "Làm việc giữa Đoàn công tác Bộ Y tế và tỉnh Tân Lâm", "date": "2023-10-17"},),
    ),
    (  # the day behind a semicolon is another's
        "Nội dung: Hội thảo đầu bờ về tưới nho; hội nghị tổng kết vào tháng 5/2018 tại thị trấn Phước Sơn.",
        ({"name": "Hội thảo đầu bờ về tưới nho", "date": None}, {"name": "hội nghị tổng kết", "date": "2018-05"}),
    ),
    (  # an envoy needs no body; what will take place is not held; the time at its end is no part of a name
        (
            "Ngày 20/8/2019, Bộ trưởng Bộ Y tế tiếp Đại sứ Cộng hòa Belarus.\nDự kiến ngày 5/12/2019, tại Nhà hát lớn tỉnh sẽ diễn ra đêm chung kết cuộc thi Tìm kiếm tài năng.\n"
            "Ngày 5/6/2024, Sở Y tế tổ chức hội thảo về chuyển đổi số y tế trong quý II."
        ),
        (
            {"name": "Bộ trưởng Bộ Y tế tiếp Đại sứ Cộng hòa Belarus", "date": "2019-08-20"},
            {"date": "2019-12-05", "status": "planned"},
            {"name": "hội thảo về chuyển đổi số y tế", "date": "2024-06-05"},
        ),
    ),
)
