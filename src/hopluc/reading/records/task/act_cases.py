"""Cases of tasks told by a clause of their own: a body and its verb. Texts, and the tasks they tell of."""

from collections.abc import Mapping
from typing import Any

ACT_CASES: tuple[tuple[str, tuple[Mapping[str, Any], ...]], ...] = (
    (  # a decision: what bodies are to do, with a day or without; who carries the act out does no task
        (
            "QUYẾT ĐỊNH\nVề việc kiện toàn Tổ công tác liên ngành\n\nĐiều 2. Giám đốc Sở Khoa học và Công nghệ tỉnh Tân Lâm ban hành quy chế làm việc của Tổ công tác "
            "trước ngày 15/3/2012. Sở Nội vụ cử cán bộ thường trực giúp việc.\nĐiều 3. Giám đốc Sở Nội vụ và Giám đốc Sở Tài chính chịu trách nhiệm thi hành Quyết định này."
        ),
        (
            {
                "title": "Ban hành quy chế làm việc của Tổ công tác trước ngày 15/3/2012",
                "lead": "Sở Khoa học và Công nghệ tỉnh Tân Lâm",
                "due": "trước ngày 15/3/2012",
                "section": "2",
            },
            {"title": "Cử cán bộ thường trực giúp việc", "lead": "Sở Nội vụ tỉnh Tân Lâm"},
        ),
    ),
    (  # a circular of the nineties: each clause has a subject of its own; unnamed bodies and the act itself give none
        (
            "THÔNG TƯ\nHướng dẫn nhập khẩu thiết bị khoa học\n\n3. Bộ Khoa học, Công nghệ và Môi trường thẩm định nội dung khoa học của các dự án; "
            "Bộ Tài chính thông báo hạn mức kinh phí trong vòng 20 ngày.\n4. Các cơ quan chủ trì nộp báo cáo trước ngày 15 tháng 12 hàng năm.\n"
            "5. Bộ Thương mại có trách nhiệm cấp giấy phép nhập khẩu cho thiết bị đã được duyệt.\n6. Bộ Tài chính hướng dẫn thi hành Thông tư này."
        ),
        (
            {"title": "Thẩm định nội dung khoa học của các dự án", "lead": "Bộ Khoa học, Công nghệ và Môi trường"},
            {
                "title": "Thông báo hạn mức kinh phí trong vòng 20 ngày",
                "lead": "Bộ Tài chính",
                "due": "trong vòng 20 ngày",
            },
            {"title": "Cấp giấy phép nhập khẩu cho thiết bị đã được duyệt", "lead": "Bộ Thương mại"},
        ),
    ),
    (  # news: what was made, by whom and with whom; what is granted, held or praised is none
        (
            "Trường Đại học Thủy lợi vừa chế tạo robot lặn khảo sát chân đập hồ Suối Trầm; Trung tâm Ứng dụng tiến bộ khoa học và công nghệ tỉnh Tân Lâm chuyển giao quy trình "
            "nuôi ong lấy mật cho Hội Nông dân tỉnh. Viện Dược liệu và Trường Đại học Y Dược Thái Bình cùng nghiên cứu cao chiết lá khôi tía. "
            "Sở Khoa học và Công nghệ tỉnh Tân Lâm đã cấp 45 giấy phép. Sở Y tế đã xây dựng 12 mô hình phòng bệnh. Sở Công Thương đã tổ chức hội chợ vùng cao. "
            "Ủy ban nhân dân tỉnh Tân Lâm đánh giá cao kết quả đạt được."
        ),
        (
            {
                "title": "Chế tạo robot lặn khảo sát chân đập hồ Suối Trầm",
                "lead": "Trường Đại học Thủy lợi",
                "status": "hoàn thành",
            },
            {
                "title": "Chuyển giao quy trình nuôi ong lấy mật cho Hội Nông dân tỉnh",
                "lead": "Trung tâm Ứng dụng tiến bộ khoa học và công nghệ tỉnh Tân Lâm",
            },
            {
                "title": "Nghiên cứu cao chiết lá khôi tía",
                "lead": "Viện Dược liệu",
                "cooperating": ["Trường Đại học Y Dược Thái Bình"],
            },
            {"title": "Xây dựng 12 mô hình phòng bệnh", "lead": "Sở Y tế tỉnh Tân Lâm"},
        ),
    ),
    (  # conclusions: a subject holds for the clauses behind it; a report, a standing duty and a wish before them are none
        (
            "THÔNG BÁO\nKết luận của Chủ tịch Ủy ban nhân dân tỉnh Tân Lâm\n\n1. Đánh giá chung\nSở Khoa học và Công nghệ đã chủ động kết nối với các viện.\n"
            "2. Nhiệm vụ trong thời gian tới\na) Sở Y tế chủ trì, phối hợp với Viện Dược liệu lập danh lục cây thuốc bản địa, xong trước ngày 30/11/2022; "
            "chuyển dữ liệu cho Sở Khoa học và Công nghệ.\nb) Ủy ban nhân dân huyện Pắc Nặm bố trí quỹ đất cho vườn giống gốc.\n"
            "c) Công an tỉnh theo dõi, kiểm tra việc thực hiện kết luận này.\nd) Báo Tân Lâm tuyên truyền sâu rộng chủ trương của tỉnh."
        ),
        (
            {
                "title": "Lập danh lục cây thuốc bản địa, xong trước ngày 30/11/2022",
                "lead": "Sở Y tế tỉnh Tân Lâm",
                "cooperating": ["Viện Dược liệu"],
            },
            {"title": "Chuyển dữ liệu cho Sở Khoa học và Công nghệ", "lead": "Sở Y tế tỉnh Tân Lâm"},
            {"title": "Bố trí quỹ đất cho vườn giống gốc", "lead": "Ủy ban nhân dân huyện Pắc Nặm"},
        ),
    ),
    (  # what is announced for a time is a task, also behind who says so; a promise without a time is a term of the agreement told
        (
            "Ông Lê Văn Tám, Giám đốc Công ty Cổ phần Thép Vĩnh Hà, cho biết: sang quý I/2027, Công ty Cổ phần Thép Vĩnh Hà sẽ khởi công nhà máy tái chế xỉ thép. "
            "Trường Đại học Cần Thơ mong muốn mở rộng hợp tác.\n\nHai bên đã ký kết thỏa thuận hợp tác. Theo đó, Tập đoàn FPT sẽ cung cấp nền tảng học trực tuyến."
        ),
        ({"title": "Khởi công nhà máy tái chế xỉ thép", "lead": "Công ty Cổ phần Thép Vĩnh Hà"},),
    ),
    (  # projects by who carries them out and how they stand; a book and projects unnamed are none
        (
            "Đề tài “Đánh giá tiềm năng điện gió vùng núi cao” do Viện Dược liệu chủ trì, thực hiện trong giai đoạn 2019-2022, đã được nghiệm thu. "
            "Tiếp tục thực hiện Dự án “Lưới điện thông minh cho đảo xa” do Quỹ Năng lượng xanh tài trợ. "
            "Sách “Thổ nhưỡng miền núi” do Nhà xuất bản Khoa học Tự nhiên và Công nghệ ấn hành. Nhiều đề tài do các viện thực hiện chưa được ứng dụng."
        ),
        (
            {
                "title": "Đánh giá tiềm năng điện gió vùng núi cao",
                "lead": "Viện Dược liệu",
                "period": {"from": "2019", "to": "2022"},
                "status": "đã được nghiệm thu",
            },
            {"title": "Tiếp tục thực hiện Dự án “Lưới điện thông minh cho đảo xa”"},
        ),
    ),
    (  # petitions and what is asked for are no tasks, whoever is named
        (
            "IV. KIẾN NGHỊ\n- Bộ Tài chính sớm ban hành hướng dẫn cơ chế khoán chi.\n- Bộ Khoa học và Công nghệ hỗ trợ tỉnh xây dựng trung tâm dữ liệu.\n"
        ),
        (),
    ),
    (  # an annex: the lead in brackets; items under a body's name with a verb of their own and a day; a heading in capitals is none
        (
            "PHỤ LỤC\nDANH MỤC NHIỆM VỤ\n\nI. HOÀN THIỆN THỂ CHẾ\n1. Xây dựng Luật Dữ liệu mở (Bộ Công an chủ trì, hoàn thành trong quý IV năm 2025).\n"
            "2. Bộ Khoa học và Công nghệ:\na) Bắc cầu dữ liệu tới mọi khu công nghiệp trước năm 2027;\nb) Hình thành mạng lưới tính toán hiệu năng cao;\n"
            "c) Thường xuyên nâng cao chất lượng dịch vụ.\n"
        ),
        (
            {"title": "Xây dựng Luật Dữ liệu mở", "lead": "Bộ Công an", "due": "trong quý IV năm 2025"},
            {"title": "Bắc cầu dữ liệu tới mọi khu công nghiệp trước năm 2027", "lead": "Bộ Khoa học và Công nghệ"},
            {"title": "Hình thành mạng lưới tính toán hiệu năng cao", "lead": "Bộ Khoa học và Công nghệ"},
        ),
    ),
    (  # an agreement: what each side is bound to do, by the body that the side is; good will and shared aims are none
        (
            "THỎA THUẬN HỢP TÁC\ngiai đoạn 2024-2029\n\nBên A: Ủy ban nhân dân tỉnh Tân Lâm, do Phó Chủ tịch làm đại diện.\nBên B: Trường Đại học Bách khoa Hà Nội.\n\n"
            "Điều 3. Trách nhiệm của Bên A\n1. Bố trí mặt bằng xây dựng xưởng thực nghiệm trước ngày 30/9/2024.\n2. Tạo điều kiện thuận lợi cho cán bộ của Bên B.\n"
            "Điều 4. Trách nhiệm của Bên B\n1. Cử 05 chuyên gia thường trú tại tỉnh trong hai năm đầu.\n"
        ),
        (
            {
                "title": "Bố trí mặt bằng xây dựng xưởng thực nghiệm trước ngày 30/9/2024",
                "lead": "Ủy ban nhân dân tỉnh Tân Lâm",
                "due": "trước ngày 30/9/2024",
            },
            {"title": "Cử 05 chuyên gia thường trú tại tỉnh trong hai năm đầu", "lead": "Trường Đại học Bách khoa Hà Nội"},
        ),
    ),
    (  # a contract that calls its sides so in brackets; a line that opens with the side and its verb
        (
            "Sở Khoa học và Công nghệ tỉnh Tân Lâm (sau đây gọi là Bên A) và Viện Dược liệu (Bên B) thống nhất:\n"
            "- Bên A cung cấp bản đồ vùng trồng cây thuốc của tỉnh.\n- Bên B có trách nhiệm bàn giao quy trình chiết xuất trước ngày 15/5/2021.\n- Hai bên giữ bí mật kết quả."
        ),
        (
            {
                "title": "Cung cấp bản đồ vùng trồng cây thuốc của tỉnh",
                "lead": "Sở Khoa học và Công nghệ tỉnh Tân Lâm",
            },
            {"title": "Bàn giao quy trình chiết xuất trước ngày 15/5/2021", "lead": "Viện Dược liệu"},
        ),
    ),
    (  # a plan's table written with tabs: empty cells at the head of a row keep its columns, and the lead above holds on
        (
            "TT\tNội dung công việc\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời gian\n1\tLập bản đồ xói lở bờ sông\tViện Dầu khí Việt Nam\tSở Công Thương\t2022 - 2023\n"
            "\tQuan trắc san hô bằng thiết bị lặn\t\tSở Nội vụ\t30/11/2023\n2\tSố hóa hồ sơ sáng kiến\t\t\tQuý III/2023\n"
        ),
        (
            {"title": "Lập bản đồ xói lở bờ sông", "lead": "Viện Dầu khí Việt Nam", "number": "1"},
            {"title": "Quan trắc san hô bằng thiết bị lặn", "lead": "Viện Dầu khí Việt Nam", "due": "30/11/2023"},
            {"title": "Số hóa hồ sơ sáng kiến", "lead": None, "number": "2"},
        ),
    ),
    (  # a bulletin: titles in a list, each with who led it; a line that names a project and how it stands; sums of papers are none
        (
            "Hội đồng nghiệm thu: “Chế tạo phao đo mặn giá rẻ” do Trường Đại học Cần Thơ chủ trì, xếp loại khá; “Bảo tồn giống ngao hai cùi” do Viện Dược liệu thực hiện.\n\n"
            "- Nhiệm vụ theo Nghị định thư với Italia về phục chế tàu gỗ cổ đang chờ phê duyệt.\n- Đề tài các cấp của tỉnh chưa được giao.\n"
            "- Trường Đại học Cần Thơ công bố 215 bài báo quốc tế."
        ),
        (
            {"title": "Chế tạo phao đo mặn giá rẻ", "lead": "Trường Đại học Cần Thơ"},
            {"title": "Bảo tồn giống ngao hai cùi", "lead": "Viện Dược liệu"},
            {"title": "Nhiệm vụ theo Nghị định thư với Italia về phục chế tàu gỗ cổ"},
        ),
    ),
    (  # regulations: duties under `Trách nhiệm của …` or under several bodies; leads in bare brackets; a verb the list lacks
        (
            "QUYẾT ĐỊNH\nBan hành Quy chế phối hợp tỉnh Tân Lâm\n\nĐiều 3. Trách nhiệm của Sở Khoa học và Công nghệ\n1. Cập nhật kết quả nghiên cứu lên Cổng thông tin.\n"
            "2. Phối hợp với Sở Tài chính thẩm định kinh phí.\nĐiều 4. Sở Y tế, Sở Nội vụ\n1. Đề xuất đặt hàng các nhiệm vụ thuộc lĩnh vực phụ trách.\n"
            "Điều 5. Yêu cầu Sở Công Thương khắc phục lỗi hệ thống.\nĐiều 6. Việc cần làm\n- Số hóa hồ sơ sáng kiến (Sở Nội vụ);\n- Kiểm tra việc thực hiện (nếu cần).\n"
        ),
        (
            {"title": "Cập nhật kết quả nghiên cứu lên Cổng thông tin", "lead": "Sở Khoa học và Công nghệ tỉnh Tân Lâm"},
            {
                "title": "Thẩm định kinh phí",
                "lead": "Sở Khoa học và Công nghệ tỉnh Tân Lâm",
                "cooperating": ["Sở Tài chính tỉnh Tân Lâm"],
            },
            {"title": "Đề xuất đặt hàng các nhiệm vụ thuộc lĩnh vực phụ trách", "lead": "Sở Y tế tỉnh Tân Lâm"},
            {"title": "Khắc phục lỗi hệ thống", "lead": "Sở Công Thương tỉnh Tân Lâm"},
            {"title": "Số hóa hồ sơ sáng kiến", "lead": "Sở Nội vụ tỉnh Tân Lâm"},
        ),
    ),
    (  # a report: any verb of doing tells a task, its figures or none; a unit and its parent; who takes part, thinks, earns or is late does none
        (
            "BÁO CÁO\nKết quả hợp tác năm 2018\n\nII. KẾT QUẢ\n- Viện Dược liệu ghép 1.500 gốc cam sành sạch bệnh. Trung tâm Ứng dụng tiến bộ khoa học và công nghệ thuộc Sở Khoa học và Công nghệ tỉnh Tân Lâm "
            "dựng 03 nhà lưới ươm giống. Ngay sau hội nghị, Ủy ban nhân dân huyện Pắc Nặm di dời trạm bơm cũ.\n- Trường Đại học Thủy lợi thực hiện đề tài cảnh báo lũ quét bằng cảm biến. "
            "Viện Dược liệu tháng 9/2018 hoàn tất việc lắp máy sấy.\n- Trường Đại học Thủy lợi nhận Cúp vàng. Hội Nông dân tỉnh Tân Lâm bán 47 tấn cam qua sàn. Sở Công Thương tỉnh Tân Lâm chậm duyệt dự án sấy chè. "
            "Viện Dược liệu hướng dẫn nhiều hộ trồng cây thuốc. Viện Dược liệu công bố 12 bài báo."
        ),
        (
            {"title": "Ghép 1.500 gốc cam sành sạch bệnh", "lead": "Viện Dược liệu", "status": "hoàn thành"},
            {
                "title": "Dựng 03 nhà lưới ươm giống",
                "lead": "Trung tâm Ứng dụng tiến bộ khoa học và công nghệ, Sở Khoa học và Công nghệ tỉnh Tân Lâm",
            },
            {"title": "Di dời trạm bơm cũ", "lead": "Ủy ban nhân dân huyện Pắc Nặm"},
            {"title": "Đề tài cảnh báo lũ quét bằng cảm biến", "lead": "Trường Đại học Thủy lợi"},
            {"title": "Hoàn tất việc lắp máy sấy", "lead": "Viện Dược liệu"},
        ),
    ),
    (  # a bare head that acts is the body of that kind named last; with nobody named before, or in a compound, it is none
        "Chi cục Thủy sản tỉnh Tân Lâm kiểm định 640 lồng cá. Đầu năm 2013 Chi cục sẽ mở đợt kiểm tra thức ăn ở 26 chợ. Viện trưởng mong dân đồng lòng. Nhà trường đã lắp đèn năng lượng mặt trời.",
        (
            {"title": "Kiểm định 640 lồng cá", "lead": "Chi cục Thủy sản tỉnh Tân Lâm"},
            {"title": "Mở đợt kiểm tra thức ăn ở 26 chợ", "lead": "Chi cục Thủy sản tỉnh Tân Lâm"},
        ),
    ),
    (  # the same without words of time; what goes on with a name, and the lines of a letterhead, are none
        (
            "SỞ Y TẾ\nTỈNH TÂN LÂM\nTân Lâm, ngày 20 tháng 12 năm 2018\nBÁO CÁO\nHoạt động năm 2018\n\nNăm 2015, Viện Dược liệu về với bản. Năm 2016, Viện dựng nhà lưới đầu tiên trên đất bạc màu. "
            "Ngày 01/3/2017, Sở rà soát 45 trạm y tế. Viện trợ không hoàn lại đạt 36% vốn. Trường Đại học Thủy lợi có 300 sinh viên."
        ),
        (
            {"title": "Dựng nhà lưới đầu tiên trên đất bạc màu", "lead": "Viện Dược liệu"},
            {"title": "Rà soát 45 trạm y tế", "lead": "Sở Y tế tỉnh Tân Lâm"},
        ),
    ),
    (  # conclusions: a body ordered or addressed before a colon; what stands behind a standing duty; figures make a general verb finite
        (
            "THÔNG BÁO\nKết luận của Chủ tịch Ủy ban nhân dân tỉnh Tân Lâm\n\n1. Yêu cầu Sở Khoa học và Công nghệ:\n- Hoàn chỉnh đề án, trình Ủy ban nhân dân tỉnh trước ngày 31/3/2022.\n- Làm rõ phần vốn đối ứng của 03 huyện.\n"
            "2. Đối với Sở Kế hoạch và Đầu tư: tham mưu phân bổ 15 tỷ đồng cho khu ươm tạo.\n3. Sở Y tế là cơ quan thường trực; soạn quy chế phối hợp trước ngày 30/4/2022.\n"
            "4. Giao Ủy ban nhân dân huyện Pắc Nặm chủ trì, phối hợp với Sở Tài nguyên và Môi trường kiểm đếm, chi trả xong trong tháng 5/2022.\n5. Đề nghị Tỉnh ủy chỉ đạo các cấp ủy quán triệt nghị quyết.\n6. Sở Nội vụ tăng cường kỷ luật công vụ."
        ),
        (
            {
                "title": "Hoàn chỉnh đề án, trình Ủy ban nhân dân tỉnh trước ngày 31/3/2022",
                "lead": "Sở Khoa học và Công nghệ tỉnh Tân Lâm",
            },
            {"title": "Làm rõ phần vốn đối ứng của 03 huyện", "lead": "Sở Khoa học và Công nghệ tỉnh Tân Lâm"},
            {"title": "Tham mưu phân bổ 15 tỷ đồng cho khu ươm tạo", "lead": "Sở Kế hoạch và Đầu tư tỉnh Tân Lâm"},
            {"title": "Soạn quy chế phối hợp trước ngày 30/4/2022", "lead": "Sở Y tế tỉnh Tân Lâm", "period": "2022-04-30"},
            {
                "title": "Kiểm đếm, chi trả xong trong tháng 5/2022",
                "lead": "Ủy ban nhân dân huyện Pắc Nặm",
                "cooperating": ["Sở Tài nguyên và Môi trường tỉnh Tân Lâm"],
            },
        ),
    ),
    (  # a decision on a board: its tasks and powers; grounds are none
        "QUYẾT ĐỊNH\nVề việc thành lập Ban Điều hành Chương trình tài sản trí tuệ tỉnh Tân Lâm\n\nĐiều 2. Ban Điều hành có nhiệm vụ, quyền hạn sau đây:\n1. Xây dựng kế hoạch hoạt động của Chương trình;\n2. Xét chọn danh mục dự án đưa vào Chương trình.\n",
        (
            {"title": "Xây dựng kế hoạch hoạt động của Chương trình"},
            {"title": "Xét chọn danh mục dự án đưa vào Chương trình"},
        ),
    ),
    (  # plan tables: the body first and its cell merged, other words for task and term; a fair's row without a verb is none
        (
            "Đơn vị\tĐầu việc\tHạn chót\nSở Y tế tỉnh Tân Lâm\tLập danh mục thiết bị cần hiệu chuẩn\t15/3/2022\n\tGửi mẫu so sánh liên phòng\t30/4/2022\n"
            "Sở Công Thương tỉnh Tân Lâm\tHội chợ công nghệ vùng cao\t10/10/2022\n"
        ),
        (
            {"title": "Lập danh mục thiết bị cần hiệu chuẩn", "lead": "Sở Y tế tỉnh Tân Lâm", "period": "2022-03-15"},
            {"title": "Gửi mẫu so sánh liên phòng", "lead": "Sở Y tế tỉnh Tân Lâm", "period": "2022-04-30"},
        ),
    ),
    (  # one cell a line under a title, with rows that only head a part
        (
            "PHỤ LỤC\nDanh mục nhiệm vụ triển khai Chương trình\n\nSố TT\nTên nhiệm vụ\nCơ quan chủ trì\nThời gian hoàn thành\nI\nLĩnh vực nông nghiệp\n1\nKhảo nghiệm giống ngô chịu hạn tại vùng đá\nViện Dược liệu\nTháng 12/2020\n"
            "II\nLĩnh vực công nghiệp\n2\nĐổi mới dây chuyền chế biến chè\nTrường Đại học Thủy lợi\nQuý III/2020\n"
        ),
        (
            {
                "title": "Khảo nghiệm giống ngô chịu hạn tại vùng đá",
                "lead": "Viện Dược liệu",
                "period": "2020-12",
                "number": "1",
            },
            {
                "title": "Đổi mới dây chuyền chế biến chè",
                "lead": "Trường Đại học Thủy lợi",
                "period": "Quý III/2020",
                "number": "2",
            },
        ),
    ),
    (  # a colon behind one body or several announces duties, whatever the verb; or people, sums and places, which are none
        (
            "II. PHÂN CÔNG\n1. Tổng cục Tiêu chuẩn Đo lường Chất lượng: hài hòa 120 tiêu chuẩn với các nước ASEAN.\n"
            "2. Viện Dầu khí Việt Nam, Viện Dược liệu: đề xuất danh mục thiết bị dùng chung.\n"
            "- Sở Tài chính: ông Trần Văn Bảy làm tổ trưởng;\n- Sở Công Thương: kinh phí phân bổ đợt hai;\n- Sở Y tế: tầng ba nhà điều hành."
        ),
        (
            {"title": "Hài hòa 120 tiêu chuẩn với các nước ASEAN", "lead": "Tổng cục Tiêu chuẩn Đo lường Chất lượng"},
            {"title": "Đề xuất danh mục thiết bị dùng chung", "lead": "Viện Dầu khí Việt Nam"},
        ),
    ),
    (  # the subject with its short form and its owner; a body that stands by before its tasks; one above that is asked; a quoted title
        (
            "KẾ HOẠCH\nNăm 2026\n\nI. PHÂN CÔNG\n- Sở Nội vụ tỉnh Tân Lâm làm thường trực; soạn quy chế làm việc của Tổ công tác trước ngày 31/3/2026.\n"
            "- Viện Công nghệ môi trường (Viện CNMT) thuộc Viện Khoa học và Công nghệ Việt Nam xây dựng trạm xử lý nước thải làng nghề Nà Pha.\n"
            "- Đề nghị Tỉnh ủy chỉ đạo các cấp ủy quán triệt trong quý II/2026.\n"
            '- Viện Cây lương thực chủ trì đề tài "Phục tráng giống lúa nếp địa phương", thực hiện 2026-2028.\n'
        ),
        (
            {
                "title": "Soạn quy chế làm việc của Tổ công tác trước ngày 31/3/2026",
                "lead": "Sở Nội vụ tỉnh Tân Lâm",
                "period": "2026-03-31",
            },
            {
                "title": "Xây dựng trạm xử lý nước thải làng nghề Nà Pha",
                "lead": "Viện Công nghệ môi trường, Viện Khoa học và Công nghệ Việt Nam",
            },
            {"title": "Phục tráng giống lúa nếp địa phương", "lead": "Viện Cây lương thực"},
        ),
    ),
    (  # bases of a decision are no duties of the body over them
        "ỦY BAN NHÂN DÂN TỈNH TÂN LÂM\n- Căn cứ Luật Tổ chức chính quyền địa phương;\n- Xét Tờ trình của Giám đốc Sở Nội vụ về việc kiện toàn tổ chức bộ máy,",
        (),
    ),
    # What voters ask in an item of a letter that answers them is no task.
    (
        "UBND HUYỆN TÂN PHÚ\nSố: 45/UBND-VP\nV/v trả lời kiến nghị của cử tri\n\n1) Cử tri xã Hòa An kiến nghị sớm sửa cầu tràn suối Đá.\nTrả lời: cầu dài 24 m.\n",
        (),
    ),
    (  # what another does belongs to another task; words that lead to a subject whose verb has a tense; who works for a body
        (
            "Viện Hóa học các hợp chất thiên nhiên phân tích thành phần tinh dầu, còn Trường Đại học Nông Lâm xây dựng bản đồ vùng quế. "
            "Không dừng ở đó, Cục Sở hữu trí tuệ đã soạn thảo quy chế quản lý chỉ dẫn địa lý Nậm Lùng. "
            "Nhóm nghiên cứu của Trường Đại học Tân Lâm đã khảo sát vùng trồng chè cổ ở Sín Pao.\n"
            "Ông Dự cho biết Sở Khoa học và Công nghệ đang soạn bộ quy chế kiểm soát chất lượng, dự kiến trình trong tháng 11/2022."
        ),
        (
            {"title": "Phân tích thành phần tinh dầu", "lead": "Viện Hóa học các hợp chất thiên nhiên"},
            {"title": "Xây dựng bản đồ vùng quế"},
            {"title": "Soạn thảo quy chế quản lý chỉ dẫn địa lý Nậm Lùng"},
            {"title": "Khảo sát vùng trồng chè cổ ở Sín Pao", "lead": "Trường Đại học Tân Lâm"},
            {"title": "Soạn bộ quy chế kiểm soát chất lượng, dự kiến trình trong tháng 11/2022"},
        ),
    ),
    (  # the second task of one order; a part in the work before the task; to follow up (theo dõi) is no word of grounds (theo …)
        (
            "KẾ HOẠCH\nPhối hợp năm 2021\n\nIV. TỔ CHỨC THỰC HIỆN\n1. Yêu cầu Tập đoàn VNPT lắp đặt đường truyền tại 14 điểm du lịch; bàn giao mã nguồn bản đồ sau khi nghiệm thu.\n"
            "2. Sở Nội vụ là cơ quan thường trực, có trách nhiệm:\na) Theo dõi tiến độ, tổng hợp kết quả báo cáo UBND tỉnh trước ngày 15/12 hằng năm;\n"
            "b) Là đầu mối, chủ động làm việc với Viện Dược liệu thống nhất kế hoạch hợp tác giai đoạn 2024-2026.\n"
        ),
        (
            {"title": "Lắp đặt đường truyền tại 14 điểm du lịch", "lead": "Tập đoàn Bưu chính Viễn thông Việt Nam"},
            {"title": "Bàn giao mã nguồn bản đồ sau khi nghiệm thu", "lead": "Tập đoàn Bưu chính Viễn thông Việt Nam"},
            {"title": "Theo dõi tiến độ, tổng hợp kết quả báo cáo UBND tỉnh trước ngày 15/12 hằng năm"},
            {"title": "Làm việc với Viện Dược liệu thống nhất kế hoạch hợp tác giai đoạn 2024-2026", "lead": "Sở Nội vụ"},
        ),
    ),
    (  # what a body made, item by item in its own report; how a project stands is no duty
        (
            "BỘ CÔNG THƯƠNG\nVIỆN NGHIÊN CỨU CƠ KHÍ\nSố: 12/BC-VCK\nHà Nội, ngày 20 tháng 12 năm 2012\nBÁO CÁO\nKết quả hợp tác năm 2012\n\n"
            "2. Kết quả nghiên cứu\n2.1. Hoàn thiện quy trình sản xuất van bi đạt độ kín cấp A.\n2.2. Chủ trì biên soạn bộ tiêu chuẩn ngành về cẩu trục giàn.\n"
            "2.3. Xây dựng các mô hình sấy nông sản quy mô hộ gia đình.\n2.4. Dự án phục tráng giống bưởi đỏ do Viện Nghiên cứu Rau quả chủ trì đã nghiệm thu tháng 12/2011.\n"
        ),
        (
            {"title": "Hoàn thiện quy trình sản xuất van bi đạt độ kín cấp A", "lead": "Viện nghiên cứu cơ khí"},
            {"title": "Biên soạn bộ tiêu chuẩn ngành về cẩu trục giàn", "lead": "Viện nghiên cứu cơ khí"},
        ),
    ),
    (  # rows without a number or without all cells; a heading merged over the rows of a table; a closing formula
        (
            "KẾ HOẠCH\nNăm 2026\n\nTT\tNhiệm vụ\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời hạn\n1\tChọn tạo giống lúa chịu mặn\tViện Cây lương thực\tSở Y tế\t30/6/2026\n"
            "\tĐiều tra loài ngoại lai xâm hại vùng cửa sông\nNhóm nhân lực\n2\tMở rộng phòng thực hành vi mạch\tTrường Đại học Tân Lâm\t\t31/12/2026\n\n"
            "Văn phòng UBND tỉnh Tân Lâm thông báo để các đơn vị biết, thực hiện."
        ),
        (
            {"title": "Chọn tạo giống lúa chịu mặn", "lead": "Viện Cây lương thực"},
            {"title": "Điều tra loài ngoại lai xâm hại vùng cửa sông", "lead": "Viện Cây lương thực"},
            {"title": "Mở rộng phòng thực hành vi mạch", "lead": "Trường Đại học Tân Lâm"},
        ),
    ),
    (  # an article that speaks of requests is no heading of them; a promise; a saying about this month
        (
            "QUYẾT ĐỊNH\nĐiều 9. Sở Tài chính soạn quy chế chi tiêu nội bộ; tổng hợp kiến nghị của các ngành trình UBND tỉnh vào quý IV năm 1997.\n"
            "Điều 10. Sở Lao động hứa mua thêm 10 máy tiện trước 31/12/1998. Ông Phát cho biết tháng này Sở Công Thương sẽ kiểm tra 14 cụm công nghiệp."
        ),
        (
            {"title": "Soạn quy chế chi tiêu nội bộ", "lead": "Sở Tài chính"},
            {"title": "Tổng hợp kiến nghị của các ngành trình UBND tỉnh vào quý IV năm 1997", "lead": "Sở Tài chính"},
            {"lead": "Sở Lao động", "period": "1998-12-31"},
            {"title": "Kiểm tra 14 cụm công nghiệp", "lead": "Sở Công Thương"},
        ),
    ),
    (  # who only keeps in touch has no task; how often it comes back; bodies joined with those that go unnamed; no work: who joins a model
        (
            "Kết luận: Giao Văn phòng UBND tỉnh Tân Lâm làm đầu mối, Sở Nội vụ tỉnh Tân Lâm chuẩn bị hồ sơ trình Chủ tịch trong tháng 5 năm 2020.\n"
            "Định kỳ 6 tháng, Chi cục Thủy sản báo cáo kết quả kiểm tra tàu cá.\nGiao Sở Y tế tỉnh Tân Lâm làm đầu mối, hằng quý tổng hợp, báo cáo UBND tỉnh.\n"
            "Sở Tài chính tỉnh Tân Lâm và các cơ quan liên quan đã xây dựng bảng giá dịch vụ mới cho 6 huyện.\nHội Nông dân tỉnh Tân Lâm tham gia mô hình trồng nấm."
        ),
        (
            {"title": "Chuẩn bị hồ sơ trình Chủ tịch trong tháng 5 năm 2020", "lead": "Sở Nội vụ tỉnh Tân Lâm"},
            {"title": "Báo cáo kết quả kiểm tra tàu cá", "recurrence": "định kỳ 6 tháng"},
            {"title": "Tổng hợp, báo cáo UBND tỉnh", "lead": "Sở Y tế tỉnh Tân Lâm", "recurrence": "hằng quý"},
            {"title": "Xây dựng bảng giá dịch vụ mới cho 6 huyện", "lead": "Sở Tài chính tỉnh Tân Lâm"},
        ),
    ),
)
