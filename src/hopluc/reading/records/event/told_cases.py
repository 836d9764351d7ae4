"""More cases of events (sự kiện): the year in a name, themes, councils, the day of what holds another."""

from collections.abc import Mapping
from typing import Any

TOLD_CASES: tuple[tuple[str, tuple[Mapping[str, Any], ...]], ...] = (
    (  # the year of the name is that of the day; the theme in quotation marks is no other event; told again it is the same
        (
            "Sáng 31/10, tại Nhà văn hóa Sông Mây, UBND tỉnh Tân Lâm trao giải Ngày hội khởi nghiệp tỉnh Tân Lâm 2023 với chủ đề “Techfest Tân Lâm - Sáng tạo, khát vọng”.\n\n"
            "Toàn cảnh Ngày hội khởi nghiệp tỉnh Tân Lâm 2023."
        ),
        ({"name": "Ngày hội khởi nghiệp tỉnh Tân Lâm 2023", "date": "2023-10-31", "place": "Nhà văn hóa Sông Mây"},),
    ),
    (  # a yearly event named with its year is on no day of another; a review of a year may be
        "Techdemo Tân Lâm 2019\nNgày 12/4/2016, Sở mở lớp.\n\nNgày 10/01/2024, Sở tổ chức Hội nghị tổng kết công tác khoa học năm 2023.",
        (
            {"name": "Techdemo Tân Lâm 2019", "date": "2019"},
            {"name": "Hội nghị tổng kết công tác khoa học năm 2023", "date": "2024-01-10"},
        ),
    ),
    (  # the day right before `trong khuôn khổ` is that of the whole; where a signing was held, told first
        "Ngày 30/12/2024, tại Tân Lâm, trong khuôn khổ Hội nghị tổng kết công tác năm 2024, Sở Y tế ra mắt cổng dữ liệu.",
        ({"name": "Hội nghị tổng kết công tác năm 2024", "date": "2024-12-30", "place": "Tân Lâm"},),
    ),
    (
        "Tại trụ sở UBND tỉnh Tân Lâm, Viện Dược liệu và UBND tỉnh Tân Lâm tổ chức Lễ ký kết thỏa thuận hợp tác giai đoạn 2025-2030.",
        ({"place": "trụ sở UBND tỉnh Tân Lâm"},),
    ),
    # what an event told of before was honoured with names none
    ("Hội nghị vinh dự được đón tiếp lãnh đạo UBND tỉnh Tân Lâm ngày 12/4/2016.", ()),
    (  # a council that sits
        "Sáng ngày 31/12/2023, tại phòng họp số 2, Trường Đại học Nông nghiệp tổ chức hội đồng đánh giá, nghiệm thu nhiệm vụ khoa học cấp bộ.",
        ({"name": "hội đồng đánh giá, nghiệm thu nhiệm vụ khoa học cấp bộ", "date": "2023-12-31", "place": "phòng họp số 2"},),
    ),
    (  # a venue named after fairs; what brackets close; a paper is no place
        (
            "Sáng 15/11/2012, Hội chợ Nông nghiệp Tân Lâm 2012 khai mạc tại Trung tâm hội chợ triển lãm quốc tế Tân Lâm.\n\n"
            "Sau 4 ngày diễn ra phiên giao dịch (Techmart 2015), nhiều hợp đồng được ký.\n\nNgày 14/02/2019, Sở chủ trì cuộc họp triển khai nhiệm vụ tại Nghị quyết số 01 của Chính phủ."
        ),
        (
            {"name": "Hội chợ Nông nghiệp Tân Lâm 2012", "date": "2012-11-15"},
            {"name": "Techmart 2015"},
            {"date": "2019-02-14", "place": None},
        ),
    ),
    (  # the day of the page stands alone below the title; a head in capitals; where an envoy is posted
        (
            "Hội thảo phát triển giống lúa Tân Lâm\n\n15/11/2024\n\nChiều ngày 14/11/2024, tại Tân Lâm, Sở Y tế tổ chức Hội thảo phát triển giống lúa Tân Lâm.\n\n"
            "Ngày 25/11/2024, UBND tỉnh tổ chức Lễ Tổng kết phong trào sáng tạo Tân Lâm. Hội thi lần trước có 5 giải.\n\n"
            "Ngày 26/12/2024, Chủ tịch UBND tỉnh có buổi tiếp, làm việc với Đại sứ Nhật Bản tại Việt Nam."
        ),
        (
            {"name": "Hội thảo phát triển giống lúa Tân Lâm", "date": "2024-11-14"},
            {"name": "Lễ Tổng kết phong trào sáng tạo Tân Lâm", "date": "2024-11-25"},
            {"date": "2024-12-26", "place": None},
        ),
    ),
    (  # the page's day on the line above the text; the same day without its year; a session by its turn; what an event falls into
        (
            "Hội thảo quốc tế Tân Lâm học lần thứ 5\n\nThứ sáu, 17/12/2016 21:11\nChiều 16/12, tại thủ đô Viêng Chăn (Lào), Hội thảo quốc tế Tân Lâm học lần thứ 5 đã bế mạc.\n\n"
            "Ngày 24/7/2017, Bộ trưởng dự Kỳ họp lần thứ 2 Ủy ban hỗn hợp Tân Lâm. Hội thảo quốc tế giống lúa Tân Lâm chia ra 15 tiểu ban ngày 20/8/2017."
        ),
        (
            {"name": "Hội thảo quốc tế Tân Lâm học lần thứ 5", "date": "--12-16", "place": "thủ đô Viêng Chăn"},
            {"name": "Kỳ họp lần thứ 2 Ủy ban hỗn hợp Tân Lâm", "date": "2017-07-24"},
            {"name": "Hội thảo quốc tế giống lúa Tân Lâm"},
        ),
    ),
    (  # what a body holds, by what is done; a name goes over the comma behind its year; a session others are told by
        (
            "Sáng 12/4/2019, Sở Y tế tỉnh Tân Lâm tổ chức tổng kết hoạt động khoa học năm 2018 và triển khai phương hướng, nhiệm vụ năm 2019.\n\n"
            "Chiều ngày 15/5/2019, Sở Nội vụ tổ chức Hội nghị sơ kết công tác năm 2018, triển khai nhiệm vụ trọng tâm năm 2019. "
            "Ngày 02/6/2019, trước và sau Kỳ họp thứ 6 HĐND tỉnh Tân Lâm, Sở nhận được nhiều ý kiến."
        ),
        (
            {
                "name": "tổng kết hoạt động khoa học năm 2018 và triển khai phương hướng, nhiệm vụ năm 2019",
                "date": "2019-04-12",
            },
            {"name": "Hội nghị sơ kết công tác năm 2018, triển khai nhiệm vụ trọng tâm năm 2019", "date": "2019-05-15"},
        ),
    ),
    (  # who had a meeting; its form is no name; a place whose name goes on over `và`; what an event did is no name
        (
            "Ngày 13/4/2022, Giám đốc Sở có buổi làm việc với Viện Dược liệu. Ngày 16/6/2022, Trường Đại học Tân Lâm tổ chức Hội thảo giống lúa lần thứ 5 theo hình thức trực tuyến. "
            "Sáng 28/02/2020, Ban Pháp chế HĐND tỉnh Tân Lâm tiến hành giám sát việc quản lý, sử dụng quỹ tại Sở Khoa học và Công nghệ.\n\n"
            "Lễ tôn vinh đã ghi nhận thành quả của 48 “Nhà sáng chế của vùng cao” năm 2022."
        ),
        (
            {"name": "buổi làm việc với Viện Dược liệu", "date": "2022-04-13"},
            {"name": "Hội thảo giống lúa lần thứ 5", "date": "2022-06-16"},
            {"name": "giám sát việc quản lý, sử dụng quỹ", "date": "2020-02-28", "place": "Sở Khoa học và Công nghệ"},
        ),
    ),
    (  # the hour a page was put up is no day of an event, which the words `sự kiện` tell; an event of a resolution
        (
            "Techfest Tân Lâm 2025: Khởi nghiệp ra phố 05/11/2025 17:40\n\nĐây là cách làm của nhiều nước.\n\nNgày 5-11, Sở tổ chức họp báo giới thiệu Techfest Tân Lâm 2025. "
            "Sự kiện sẽ diễn ra từ ngày 21 đến 23-11 tại quảng trường Sông Mây.\n\nTuyên truyền nghị quyết Đại hội Đảng bộ tỉnh lần thứ XVII và Đại hội lần thứ XIII của Đảng."
        ),
        (
            {"name": "Techfest Tân Lâm 2025", "date": "2025-11-21", "place": "quảng trường Sông Mây", "status": "planned"},
            {"name": "họp báo giới thiệu Techfest Tân Lâm 2025", "date": "--11-05"},
        ),
    ),
    (  # where a meeting was is told before whom it names; a party that had a meeting is no event of its own, nor a visit that is under way
        (
            "Ngày 14/10/2019, tại thị xã Kim Bình (Tân Lâm), Giám đốc Sở Y tế tiếp đoàn Viện Dược liệu tại Sapporo.\n\n"
            "Ngày 31/3/2019, tại nhà khách Sông Mây, đoàn công tác xúc tiến thương mại tỉnh Tân Lâm đã có cuộc gặp gỡ với Tập đoàn Hoa Ban.\n\n"
            "Chiều 24/10/2019, tại Nhà khách tỉnh, Chủ tịch UBND tỉnh có buổi tiếp Đại sứ Nhật Bản đang có chuyến thăm và làm việc tại Việt Nam."
        ),
        (
            {"name": "Giám đốc Sở Y tế tiếp đoàn Viện Dược liệu", "date": "2019-10-14", "place": "thị xã Kim Bình"},
            {"name": "cuộc gặp gỡ với Tập đoàn Hoa Ban", "date": "2019-03-31", "place": "nhà khách Sông Mây"},
            {"name": "buổi tiếp Đại sứ Nhật Bản", "date": "2019-10-24", "place": "Nhà khách tỉnh"},
        ),
    ),
    (  # a meeting and its talks are one; whom a course teaches is no name of it
        (
            "Chiều 24/2/2020, Phó Chủ tịch UBND tỉnh Tân Lâm đã chủ trì buổi tiếp và làm việc với Viện Dược liệu.\n\n"
            "Lớp tập huấn hướng dẫn học viên cách trồng, chăm bón chuối."
        ),
        ({"name": "buổi tiếp và làm việc với Viện Dược liệu", "date": "2020-02-24"},),
    ),
    (  # what a meeting does with a paper is no name of it; one edition of many is an event; what is told there is of no day of it
        (
            "Hội nghị tập trung thảo luận, góp ý dự thảo “Quy chế tôn vinh trí thức tiêu biểu”.\n\n"
            "Tại Hội nghị Ban Chấp hành lần thứ 2, Hội cho biết trong năm 2016 đã tổ chức thành công cuộc thi Sáng tạo trẻ lần thứ III."
        ),
        (
            {"name": "Hội nghị Ban Chấp hành lần thứ 2", "date": None},
            {"name": "cuộc thi Sáng tạo trẻ lần thứ III", "date": "2016"},
        ),
    ),
    (  # an event known by its name alone ends where it is told what it has; a picture shows one told elsewhere; the years of a term are no day
        (
            "Techfest Tân Lâm năm nay có chủ đề “Sáng tạo”. Sự kiện diễn ra từ ngày 21/11/2025. Techfest Tân Lâm 2024 có nhiều đổi mới.\n\nToàn cảnh họp báo Techfest Tân Lâm chiều 5/11/2025.\n\n"
            "Sở Y tế đã tổ chức Hội nghị tổng kết chương trình phòng dịch, giai đoạn 2011 – 2015. Thường trực HĐND tỉnh vừa tổ chức Phiên họp thứ 31 xem xét nhiều nội dung."
        ),
        (
            {"name": "Techfest Tân Lâm", "date": "2025-11-21"},
            {"name": "Techfest Tân Lâm 2024", "date": "2024"},
            {"name": "Hội nghị tổng kết chương trình phòng dịch, giai đoạn 2011 – 2015", "date": None},
            {"name": "Phiên họp thứ 31 xem xét nhiều nội dung"},
        ),
    ),
    (  # the year a meeting looks back on is no day of it
        "Huyện ủy vừa tổ chức Hội nghị Ban Chấp hành lần thứ ba để đánh giá kết quả năm 2020.",
        ({"name": "Hội nghị Ban Chấp hành lần thứ ba", "date": None},),
    ),
    (  # what the name of a task but says is no event of its own; what a row is to hold is one
        (
            "TT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\n"
            "1\tHoàn thiện đề án phát triển công nghệ số trình HĐND tỉnh thông qua tại Kỳ họp thứ 9\tSở Nội vụ\t5/2026\n"
            "2\tTổ chức Hội nghị tổng kết chuyển đổi số\tSở Khoa học và Công nghệ\t12/2026\n"
        ),
        ({"name": "Hội nghị tổng kết chuyển đổi số"},),
    ),
    (  # a ceremony goes on over its comma; two editions of one contest are two; a headline's verbs are no name
        (
            "Hội thi Sáng tạo Kỹ thuật tỉnh Tân Lâm lần thứ XIV hội tụ trí tuệ.\n\n"
            "Tối 2/7/2020, tại Nhà hát Sông Mây, Sở Y tế đã tổ chức lễ tổng kết, trao giải Hội thi Sáng tạo kỹ thuật ngành y lần thứ 5. Hội thi Sáng tạo kỹ thuật ngành y lần thứ 6 sẽ diễn ra tại Vĩnh Hà."
        ),
        (
            {"name": "Hội thi Sáng tạo Kỹ thuật tỉnh Tân Lâm lần thứ XIV"},
            {
                "name": "lễ tổng kết, trao giải Hội thi Sáng tạo kỹ thuật ngành y lần thứ 5",
                "date": "2020-07-02",
                "place": "Nhà hát Sông Mây",
            },
            {"name": "Hội thi Sáng tạo kỹ thuật ngành y lần thứ 6", "place": "Vĩnh Hà", "status": "planned"},
        ),
    ),
    (  # a headline's place is none of what is told below it, nor is what somebody asked for there to come
        "Xây dựng khu công nghệ ở Tân Lâm cần có lộ trình\n(TLO) - Đó là đề nghị của ông Lê Văn Tám tại hội thảo khoa học “Định hướng xây dựng Khu Công nghệ”.",
        ({"name": "hội thảo khoa học “Định hướng xây dựng Khu Công nghệ”", "place": None, "status": None},),
    ),
)
