"""Cases of tasks: texts, and the tasks they tell of."""

from collections.abc import Mapping
from typing import Any

CASES: tuple[tuple[str, tuple[Mapping[str, Any], ...]], ...] = (
    (  # a plan table one cell a line: a cell on two lines, co-operating bodies, a quarter, a term
        (
            "III. PHÂN CÔNG NHIỆM VỤ\nSTT\nNội dung công việc\nĐơn vị chủ trì\nĐơn vị phối hợp\nThời gian hoàn thành\n"
            "1\nXây dựng Đề án phát triển hệ sinh thái khởi nghiệp sáng tạo\nSở Khoa học và Công nghệ tỉnh Tân Lâm\nSở Tài chính\nQuý II/2025\n"
            "2\nTriển khai nền tảng truy xuất nguồn gốc nông sản\nchủ lực của tỉnh\nSở Công Thương\nSở Tài chính;\nHội Nông dân tỉnh\n2025-2027\n"
            "IV. TỔ CHỨC THỰC HIỆN"
        ),
        (
            {
                "title": "Xây dựng Đề án phát triển hệ sinh thái khởi nghiệp sáng tạo",
                "lead": "Sở Khoa học và Công nghệ tỉnh Tân Lâm",
                "cooperating": ["Sở Tài chính tỉnh Tân Lâm"],
                "period": "Quý II/2025",
                "number": "1",
            },
            {
                "title": "Triển khai nền tảng truy xuất nguồn gốc nông sản chủ lực của tỉnh",
                "lead": "Sở Công Thương tỉnh Tân Lâm",
                "cooperating": ["Sở Tài chính tỉnh Tân Lâm", "Hội Nông dân tỉnh Tân Lâm"],
                "period": {"from": "2025", "to": "2027"},
            },
        ),
    ),
    (  # a plan table written with tabs: an inner deadline, a row without a number, a task that recurs
        (
            "\tTT\n\tNhiệm vụ\n\tCơ quan chủ trì\n\tThời gian\n\n"
            "\t1\n\tLập Kế hoạch hợp tác với Trường Đại học Cần Thơ\n\tSở Khoa học và Công nghệ tỉnh Tân Lâm\n\t2021-2025\n\n(Xong trong quý II)\n\n"
            "\t\n\tKý kết Thỏa thuận hợp tác với Viện Dược liệu\n\tSở Y tế tỉnh Tân Lâm\n\t2021-2025\n\n"
            "\t2\n\tTổ chức các đoàn học tập kinh nghiệm ở nước ngoài\n\tSở Ngoại vụ tỉnh Tân Lâm\n\tHàng năm\n\n\nIV. Kinh phí\n"
        ),
        (
            {"title": "Lập Kế hoạch hợp tác với Trường Đại học Cần Thơ", "due": "Xong trong quý II", "number": "1"},
            {"title": "Ký kết Thỏa thuận hợp tác với Viện Dược liệu", "lead": "Sở Y tế tỉnh Tân Lâm", "number": None},
            {"title": "Tổ chức các đoàn học tập kinh nghiệm ở nước ngoài", "recurrence": "hàng năm", "period": "hàng năm"},
        ),
    ),
    (  # a report: numbered sections, one carried over
        (
            "2. Kết quả thực hiện các nhiệm vụ cụ thể giai đoạn 2018-2020\n"
            "2.1. Xây dựng Trung tâm đổi mới sáng tạo tỉnh\nĐã hoàn thành báo cáo tiền khả thi.\n"
            "2.2. Xây dựng và thực hiện Đề án sàn giao dịch công nghệ\nChuyển tiếp giai đoạn 2021-2025.\n"
            "3. Đánh giá chung"
        ),
        (
            {
                "title": "Xây dựng Trung tâm đổi mới sáng tạo tỉnh",
                "period": {"from": "2018", "to": "2020"},
                "status": "Đã hoàn thành báo cáo tiền khả thi",
                "section": "2.1",
            },
            {
                "title": "Xây dựng và thực hiện Đề án sàn giao dịch công nghệ",
                "carried_over": {"from": "2021", "to": "2025"},
                "section": "2.2",
            },
        ),
    ),
    (  # minutes: what bodies are told to do; an exhortation is no task
        (
            "Phó Chủ tịch Ủy ban nhân dân tỉnh Tân Lâm kết luận như sau:\n"
            "1. Giao Sở Khoa học và Công nghệ chủ trì, phối hợp với Sở Tài chính xây dựng Kế hoạch hợp tác với Viện Dược liệu, trình Ủy ban nhân dân tỉnh "
            "trước ngày 15/12/2025.\n"
            "2. Yêu cầu Sở Công Thương khảo sát nhu cầu công nghệ của doanh nghiệp, báo cáo kết quả trong quý I/2026.\n"
            "3. Các sở, ngành tăng cường phối hợp, nâng cao hiệu quả công tác."
        ),
        (
            {
                "lead": "Sở Khoa học và Công nghệ tỉnh Tân Lâm",
                "cooperating": ["Sở Tài chính tỉnh Tân Lâm"],
                "due": "trước ngày 15/12/2025",
                "status": "assigned",
            },
            {
                "title": "Khảo sát nhu cầu công nghệ của doanh nghiệp, báo cáo kết quả trong quý I/2026",
                "lead": "Sở Công Thương tỉnh Tân Lâm",
            },
        ),
    ),
    (  # an older decree: duties of named bodies; the closing article is none
        (
            "Điều 2.- Ủy ban Khoa học Nhà nước có trách nhiệm ban hành quy chế đăng ký hoạt động khoa học trong quý II năm 1992.\n"
            "Điều 3.- Bộ Tài chính chịu trách nhiệm thi hành Nghị định này."
        ),
        ({"lead": "Ủy ban Khoa học Nhà nước", "due": "trong quý II năm 1992", "section": "2"},),
    ),
    (  # a government plan: duties under a body's name; standing duties are none
        (
            "IV. TỔ CHỨC THỰC HIỆN\n1. Bộ Khoa học và Công nghệ\n"
            "a) Chủ trì, phối hợp với Bộ Tài chính xây dựng Thông tư hướng dẫn cơ chế tài chính, ban hành trong năm 2026.\n"
            "b) Theo dõi, đôn đốc việc thực hiện Kế hoạch.\n"
            "2. Bộ Công Thương: nghiên cứu, đề xuất danh mục công nghệ ưu tiên nhập khẩu; tăng cường công tác tuyên truyền."
        ),
        (
            {
                "title": "Xây dựng Thông tư hướng dẫn cơ chế tài chính, ban hành trong năm 2026",
                "lead": "Bộ Khoa học và Công nghệ",
                "cooperating": ["Bộ Tài chính"],
                "section": "1",
            },
            {"title": "Nghiên cứu, đề xuất danh mục công nghệ ưu tiên nhập khẩu", "lead": "Bộ Công Thương"},
        ),
    ),
    (  # a plan in prose: the lead on a line of its own, or in the same line
        (
            "1. Hoàn thiện cơ chế, chính sách\na) Xây dựng Nghị quyết hỗ trợ đổi mới công nghệ cho doanh nghiệp nhỏ và vừa.\n"
            "- Cơ quan chủ trì: Bộ Khoa học và Công nghệ.\n- Cơ quan phối hợp: Bộ Tư pháp, Bộ Tài chính.\n- Thời gian hoàn thành: Quý III/2026.\n"
            "b) Sửa đổi định mức chi cho nhiệm vụ khoa học và công nghệ. Đơn vị chủ trì: Bộ Tài chính. Thời gian: tháng 6/2026."
        ),
        (
            {
                "title": "Xây dựng Nghị quyết hỗ trợ đổi mới công nghệ cho doanh nghiệp nhỏ và vừa",
                "lead": "Bộ Khoa học và Công nghệ",
                "cooperating": ["Bộ Tư pháp", "Bộ Tài chính"],
                "due": "Quý III/2026",
            },
            {"title": "Sửa đổi định mức chi cho nhiệm vụ khoa học và công nghệ", "lead": "Bộ Tài chính", "due": "tháng 6/2026"},
        ),
    ),
    (  # a magazine: what was finished, done jointly, listed, and a named project; a hope and a fair are none
        (
            "Trong năm 2023, Sở Khoa học và Công nghệ tỉnh Tân Lâm đã hoàn thành hệ thống cơ sở dữ liệu chuyên gia của tỉnh. "
            "Phối hợp với Viện Dược liệu xây dựng bản đồ phân bố cây dược liệu trên địa bàn. "
            "Các đề tài đã nghiệm thu gồm: Nghiên cứu chế tạo máy sấy dược liệu quy mô nông hộ; Xây dựng mô hình nuôi cá lồng trên hồ thủy điện. "
            "Tỉnh mong muốn sớm hoàn thành khu công nghệ cao. Sở đã tổ chức thành công hội chợ công nghệ."
        ),
        (
            {
                "title": "Hoàn thành hệ thống cơ sở dữ liệu chuyên gia của tỉnh",
                "lead": "Sở Khoa học và Công nghệ tỉnh Tân Lâm",
                "status": "hoàn thành",
            },
            {"title": "Xây dựng bản đồ phân bố cây dược liệu trên địa bàn"},
            {"title": "Nghiên cứu chế tạo máy sấy dược liệu quy mô nông hộ"},
            {"title": "Xây dựng mô hình nuôi cá lồng trên hồ thủy điện"},
        ),
    ),
    (  # projects by quoted title, each with the body in brackets behind it; the sum spent
        (
            "Có 2 dự án được hỗ trợ, đó là: “Phát triển sơn sinh thái từ vỏ hàu” (Công ty Cổ phần Sơn Vĩnh Hà), “Sản xuất phân bón lá nano” "
            "(Công ty Cổ phần Nông nghiệp Tân Lâm).\n\n"
            "Sở Khoa học và Công nghệ tỉnh Tân Lâm đã triển khai 12 nhiệm vụ khoa học và công nghệ cấp tỉnh với tổng kinh phí 9.450 triệu đồng."
        ),
        (
            {"title": "Phát triển sơn sinh thái từ vỏ hàu", "lead": "Công ty Cổ phần Sơn Vĩnh Hà"},
            {"title": "Sản xuất phân bón lá nano", "lead": "Công ty Cổ phần Nông nghiệp Tân Lâm"},
            {"budget": 9450000000},
        ),
    ),
    (  # duties under the words that give them; a duty in a sentence of a decision
        (
            "Giao Sở Khoa học và Công nghệ tỉnh Tân Lâm:\n"
            "- Xây dựng cơ sở dữ liệu chuyên gia trước ngày 30/6/2025;\n- Tăng cường kiểm tra.\n"
            "Điều 4. Giám đốc Sở Công Thương tỉnh Tân Lâm có trách nhiệm khảo sát nhu cầu đổi mới công nghệ của các cụm công nghiệp."
        ),
        (
            {
                "title": "Xây dựng cơ sở dữ liệu chuyên gia trước ngày 30/6/2025",
                "lead": "Sở Khoa học và Công nghệ tỉnh Tân Lâm",
            },
            {"title": "Khảo sát nhu cầu đổi mới công nghệ của các cụm công nghiệp", "lead": "Sở Công Thương tỉnh Tân Lâm"},
        ),
    ),
    (  # a report: a list below its sentence, a pilot, a draft, a project by its quoted title
        (
            "Các đề tài đã thực hiện gồm:\n- Nghiên cứu chọn tạo giống lúa chịu mặn;\n- Xây dựng mô hình xử lý rác hữu cơ tại nguồn.\n"
            "Tỉnh đã triển khai thí điểm bệnh án điện tử tại Bệnh viện đa khoa tỉnh. "
            "Hai bên đang soạn thảo Kế hoạch đào tạo chuyên gia cho giai đoạn 2024-2028.\n"
            "Ngành triển khai hợp tác với đối tác Pháp trong dự án: “Quản lý tổng hợp vùng bờ biển” gồm 3 hợp phần."
        ),
        (
            {"title": "Nghiên cứu chọn tạo giống lúa chịu mặn"},
            {"title": "Xây dựng mô hình xử lý rác hữu cơ tại nguồn"},
            {"title": "Triển khai thí điểm bệnh án điện tử tại Bệnh viện đa khoa tỉnh"},
            {"period": {"from": "2024", "to": "2028"}},
            {"title": "Quản lý tổng hợp vùng bờ biển"},
        ),
    ),
    (  # the deadline after a semicolon belongs to its task; jointly with partners listed
        (
            "2. Bộ Khoa học và Công nghệ chủ trì, phối hợp với các địa phương xây dựng Đề án khu công nghệ cao; hoàn thành trong năm 2027.\n"
            "Phối hợp với Viện Dược liệu, tỉnh đã thực hiện các đề tài, gồm: Nghiên cứu bảo tồn sâm bản địa dưới tán rừng; "
            "Xây dựng quy trình nhân giống ba kích bằng nuôi cấy mô."
        ),
        (
            {"title": "Xây dựng Đề án khu công nghệ cao; hoàn thành trong năm 2027", "due": "trong năm 2027"},
            {"title": "Nghiên cứu bảo tồn sâm bản địa dưới tán rừng", "lead": "Viện Dược liệu"},
            {"title": "Xây dựng quy trình nhân giống ba kích bằng nuôi cấy mô", "lead": "Viện Dược liệu"},
        ),
    ),
    (  # minutes: who chairs leads no task; bodies with a verb and a day; a second body in one sentence
        (
            "BIÊN BẢN HỌP\nChủ trì: Bà Trần Thị Mai - Giám đốc Sở Khoa học và Công nghệ tỉnh Tân Lâm\nKết luận:\n"
            "- Sở Công Thương hoàn thiện danh mục nhu cầu công nghệ trước ngày 30/6/2025.\n"
            "- Sở Tài chính phối hợp chặt chẽ với các đơn vị.\n"
            "Cuộc họp giao Sở Khoa học và Công nghệ xây dựng quy chế khai thác dữ liệu; Sở Y tế khảo sát nhu cầu bệnh án điện tử."
        ),
        (
            {"title": "Hoàn thiện danh mục nhu cầu công nghệ trước ngày 30/6/2025", "lead": "Sở Công Thương tỉnh Tân Lâm"},
            {"title": "Xây dựng quy chế khai thác dữ liệu", "lead": "Sở Khoa học và Công nghệ tỉnh Tân Lâm"},
            {"title": "Khảo sát nhu cầu bệnh án điện tử", "lead": "Sở Y tế tỉnh Tân Lâm"},
        ),
    ),
    (  # a heading and its state below it, whatever it stands under; a name that ends openly does not take the state in
        (
            "2. Kết quả cụ thể\n2.1. Xây dựng cơ sở dữ liệu chuyên gia và công nghệ của thành phố\n"
            "Đã hoàn thành, đưa vào sử dụng từ tháng 6/2024.\n2.2. Đào tạo kỹ thuật viên vận hành máy sấy nông sản\nChưa thực hiện do thiếu kinh phí.\n"
            "2.3. Chế tạo thiết bị quan trắc nước thải\nTạm dừng, chuyển sang giai đoạn 2026-2030.\n3. Kinh phí"
        ),
        (
            {
                "title": "Xây dựng cơ sở dữ liệu chuyên gia và công nghệ của thành phố",
                "status": "Đã hoàn thành, đưa vào sử dụng từ tháng 6/2024",
            },
            {"title": "Đào tạo kỹ thuật viên vận hành máy sấy nông sản", "status": "Chưa thực hiện do thiếu kinh phí"},
            {
                "title": "Chế tạo thiết bị quan trắc nước thải",
                "status": "Tạm dừng, chuyển sang giai đoạn 2026-2030",
                "carried_over": {"from": "2026", "to": "2030"},
            },
        ),
    ),
    (  # a line that names the task before its colon and says after it how it stands
        (
            "2. Nhiệm vụ được giao\n- Nhiệm vụ khảo sát nhu cầu đổi mới công nghệ của doanh nghiệp: Sở Công Thương đã hoàn thành, được nghiệm thu tháng 11/2023.\n"
            "- Đề án đào tạo kỹ sư bán dẫn với các trường đại học: chưa triển khai, đề nghị chuyển tiếp sang giai đoạn 2026-2030.\n"
            "- Kinh phí hỗ trợ doanh nghiệp: chưa được phân bổ."
        ),
        (
            {
                "title": "Khảo sát nhu cầu đổi mới công nghệ của doanh nghiệp",
                "lead": "Sở Công Thương",
                "status": "đã hoàn thành, được nghiệm thu tháng 11/2023",
                "carried_over": None,
            },
            {
                "title": "Đề án đào tạo kỹ sư bán dẫn với các trường đại học",
                "status": "chưa triển khai, đề nghị chuyển tiếp sang giai đoạn 2026-2030",
                "carried_over": {"from": "2026", "to": "2030"},
            },
        ),
    ),
    (  # what is asked for has no state; what is counted alone is a figure; with a named partner it is a task
        (
            "I. KẾT QUẢ\n- Xây dựng 04 mô hình trồng rau thủy canh trên diện tích 20 ha tại các xã ven sông.\n- Đến nay đã hoàn thành 3/7 nhiệm vụ được phê duyệt trong năm.\n"
            "- Triển khai 05 nhiệm vụ nghiên cứu với Viện Dược liệu, tổng kinh phí 800 triệu đồng.\n"
            "II. KIẾN NGHỊ\n- Nhiệm vụ quan trắc môi trường nước của tỉnh: chưa triển khai, xin kéo dài."
        ),
        ({"title": "Triển khai 05 nhiệm vụ nghiên cứu với Viện Dược liệu", "budget": 800000000},),
    ),
    (  # who chairs a project is its lead and no part of its name; a title under its label
        (
            "Hội đồng vừa nghiệm thu đề tài “Tuyển chọn giống lúa chịu hạn cho vùng gò đồi” do Trường Đại học Cần Thơ chủ trì.\n\n"
            "PHỤ LỤC\n1. Tên nhiệm vụ: Nghiên cứu công nghệ sản xuất vật liệu cách nhiệt từ tro bay.\nPhương thức thực hiện: Tuyển chọn."
        ),
        (
            {"lead": "Trường Đại học Cần Thơ", "title": "Tuyển chọn giống lúa chịu hạn cho vùng gò đồi"},
            {"title": "Nghiên cứu công nghệ sản xuất vật liệu cách nhiệt từ tro bay", "status": "planned"},
        ),
    ),
    (  # what a field of work has brought is a figure, not a task; a named project with its state is one
        (
            "I. KẾT QUẢ\n- Hoàn thiện thể chế: Đã ban hành 3 nghị quyết.\n- Đào tạo nhân lực: đã hoàn thành 5 lớp cho 150 lượt cán bộ.\n"
            "- Dự án nông thôn miền núi: đang triển khai 3 dự án tại vùng cao.\n- Đề tài cấp tỉnh “Chọn tạo giống chè”: đã nghiệm thu, xếp loại xuất sắc."
        ),
        ({"title": "Đề tài cấp tỉnh “Chọn tạo giống chè”", "status": "đã nghiệm thu, xếp loại xuất sắc"},),
    ),
    (  # a project's name in quotes is no news of its end
        "Năm 2020, công ty được hỗ trợ kinh phí để thực hiện dự án “Hoàn thiện công nghệ sản xuất màng lọc nano quy mô công nghiệp”.",
        ({"title": "Hoàn thiện công nghệ sản xuất màng lọc nano quy mô công nghiệp", "status": "triển khai"},),
    ),
    # negative: a petition, an aim and a focal point are no tasks
    (
        (
            "Đề nghị Bộ Khoa học và Công nghệ hoàn thành hồ sơ công nhận khu công nghệ cao của tỉnh. Mục tiêu là hoàn thành chính quyền điện tử trước năm 2030. "
            "Hai bên giao cho Sở Khoa học và Công nghệ tỉnh Tân Lâm làm đầu mối thực hiện thỏa thuận."
        ),
        (),
    ),
    (  # what a report reports on is not the term of a task that is due after it, or that a plan only names; what it did before stays
        (
            "BÁO CÁO\nKết quả thực hiện chương trình phối hợp 9 tháng đầu năm 2025\n\nI. KẾT QUẢ THỰC HIỆN\n"
            "Sở Khoa học và Công nghệ tỉnh Tân Lâm đã hoàn thành xây dựng cơ sở dữ liệu chuyên gia.\n"
            "Giao Sở Tài chính tỉnh Tân Lâm chủ trì lập danh mục thiết bị dùng chung, hoàn thành trước ngày 15/8/2025.\n"
            "Giao Sở Công Thương tỉnh Tân Lâm chủ trì khảo sát nhu cầu công nghệ của các làng nghề, hoàn thành trong quý IV năm 2025.\n\n"
            "II. PHƯƠNG HƯỚNG, NHIỆM VỤ\n"
            "1. Giao Sở Nông nghiệp và Môi trường tỉnh Tân Lâm chủ trì xây dựng bản đồ số vùng trồng rau, hoàn thành trước ngày 30/6/2026.\n"
            "2. Giao Sở Y tế tỉnh Tân Lâm chủ trì nghiên cứu quy trình bào chế dược liệu bản địa.\n"
        ),
        (
            {"title": "Hoàn thành xây dựng cơ sở dữ liệu chuyên gia", "period": {"from": "2025-01", "to": "2025-09"}},
            {
                "lead": "Sở Tài chính tỉnh Tân Lâm",
                "period": "2025-08-15",
                "due": "trước ngày 15/8/2025",
            },
            {"lead": "Sở Công Thương tỉnh Tân Lâm", "period": "2025-Q4", "due": "trong quý IV năm 2025"},
            {"lead": "Sở Nông nghiệp và Môi trường tỉnh Tân Lâm", "period": "2026-06-30"},
            {"lead": "Sở Y tế tỉnh Tân Lâm", "period": None},
        ),
    ),
    (  # a Roman numeral counts the sections of a table, not its tasks
        (
            "STT\tNhiệm vụ\tCơ quan chủ trì\tThời gian\nII\tLập phần mềm quản lý chuyên gia\tSở Y tế tỉnh Tân Lâm\tQuý II/2026\n"
            "2.1\tKhảo sát nhu cầu công nghệ của doanh nghiệp\tSở Y tế tỉnh Tân Lâm\tQuý III/2026\n"
        ),
        (
            {"title": "Lập phần mềm quản lý chuyên gia", "number": None},
            {"title": "Khảo sát nhu cầu công nghệ của doanh nghiệp", "number": "2.1"},
        ),
    ),
    (  # a lead that says it is that of the row above
        "TT\tNội dung\tChủ trì\tThời hạn\n1\tMua máy phân tích nước\tSở Y tế\t5/2025\n2\tLắp đặt máy phân tích nước\tnt\t6/2025\n3\tViết sổ tay vận hành\tSở Nội vụ\t7/2025\n",
        ({"lead": "Sở Y tế"}, {"title": "Lắp đặt máy phân tích nước", "lead": "Sở Y tế"}, {"lead": "Sở Nội vụ"}),
    ),
    (  # the form of a project: who leads it stands some lines below its name; an aim is no task
        (
            "THUYẾT MINH DỰ ÁN\n1. Tên dự án: Ứng dụng công nghệ tưới nhỏ giọt cho vùng nho Ninh Khê\n2. Cơ quan chủ quản: Sở Nội vụ tỉnh Tân Lâm\n3. Cơ quan chủ trì: Trung tâm Khuyến nông tỉnh Tân Lâm\n"
            "4. Thời gian: 30 tháng, từ tháng 01/2016 đến tháng 6/2018\n5. Mục tiêu:\n- Xây dựng mô hình tưới nhỏ giọt 50 ha nho.\n"
        ),
        (
            {
                "title": "Ứng dụng công nghệ tưới nhỏ giọt cho vùng nho Ninh Khê",
                "lead": "Trung tâm Khuyến nông tỉnh Tân Lâm",
                "period": {"from": "2016-01", "to": "2018-06"},
            },
        ),
    ),
    (  # in a plan a peer is asked, not told; what is told besides; an aim told is none; the time a clause opens with
        (
            "KẾ HOẠCH\nNăm 2020\n\nIII. TỔ CHỨC THỰC HIỆN\n1. Đề nghị Sở Công Thương tỉnh Tân Lâm hỗ trợ hạ tầng kết nối; Công an tỉnh Tân Lâm chia sẻ dữ liệu camera.\n"
            "2. Sở Tài chính tỉnh Tân Lâm cấp phát kinh phí theo kế hoạch; năm 2020 cấp 1,2 tỷ đồng trước ngày 30/6/2020.\n"
            "3. Ông An cho biết Sở Nội vụ tỉnh Tân Lâm sẽ trình HĐND tỉnh nghị quyết về quỹ, đồng thời phối hợp với Đại học Huế mở trung tâm nghiên cứu.\n"
            "4. Ban Tổ chức phấn đấu thu hút trên 80 giải pháp dự thi.\n"
        ),
        (
            {"title": "Cấp phát kinh phí theo kế hoạch"},
            {"title": "Cấp 1,2 tỷ đồng trước ngày 30/6/2020", "lead": "Sở Tài chính tỉnh Tân Lâm"},
            {"title": "Trình HĐND tỉnh nghị quyết về quỹ"},
            {"title": "Mở trung tâm nghiên cứu", "cooperating": ["Đại học Huế"]},
        ),
    ),
    (  # chapters by letters above those by Roman numbers; a part on tasks of a chapter on results; a step done is no task done
        (
            "VIỆN CHÈ SÔNG VÂN\nSố: 4/BC-VC\nBÁO CÁO\nKết quả 6 tháng đầu năm 2017\n\nA. KẾT QUẢ ĐẠT ĐƯỢC\nI. Hoạt động sản xuất\n- Phối hợp với Viện Di truyền Nông nghiệp khảo nghiệm 6 dòng lan rừng.\n"
            "II. Nhiệm vụ khoa học\nĐề tài “Nhân giống sâm cau” hoàn thành bước 1.\nB. ĐỀ NGHỊ\n1. Kiến nghị UBND tỉnh sửa quyết định; giao Sở Tài chính hướng dẫn thanh toán."
        ),
        (
            {"title": "Khảo nghiệm 6 dòng lan rừng", "cooperating": ["Viện Di truyền Nông nghiệp"]},
            {"title": "Nhân giống sâm cau"},
        ),
    ),
    (  # bodies named together, each with its day; without one it is an exhortation
        "KẾ HOẠCH\nNăm 2018\n\nIII. TỔ CHỨC THỰC HIỆN\n1. UBND các huyện, thành phố xây dựng kế hoạch thực hiện trước ngày 30/4/2018.\n2. Các sở, ban, ngành tăng cường tuyên truyền.\n",
        (
            {
                "title": "Xây dựng kế hoạch thực hiện trước ngày 30/4/2018",
                "lead": "UBND các huyện, thành phố",
                "period": "2018-04-30",
            },
        ),
    ),
    (  # a deadline ends before what is done by it; who a unit belongs to is no further partner; to open a conference is no task
        (
            "KẾ HOẠCH\nNăm 2027\n\n1. Sở Y tế tỉnh Tân Lâm phối hợp với Cục Y tế dự phòng (Bộ Y tế) khảo sát nguồn nước, trước ngày 15/8 báo cáo kết quả.\n"
            "Sáng 18/9, Sở Y tế tỉnh Tân Lâm phối hợp với Viện Dược liệu (Bộ Y tế) khai mạc Hội nghị kết nối cung - cầu dược liệu."
        ),
        ({"lead": "Sở Y tế tỉnh Tân Lâm", "cooperating": ["Cục Y tế dự phòng, Bộ Y tế"], "due": "trước ngày 15/8"},),
    ),
    (  # who leads, and who helps, in the brackets that close the work
        (
            "KẾ HOẠCH\nCông tác năm 2026\n\nIII. NHIỆM VỤ\n1. Hoàn thành bản đồ số vùng trồng chè (Viện Dược liệu chủ trì, Sở Y tế phối hợp).\n"
            "2. Xây dựng vườn giống gốc cây sâm (giao Trường Đại học Cần Thơ chủ trì).\n3. Biên soạn sổ tay canh tác hữu cơ (chủ trì: Sở Nội vụ; phối hợp: Sở Tài chính)."
        ),
        (
            {"title": "Hoàn thành bản đồ số vùng trồng chè", "lead": "Viện Dược liệu", "cooperating": ["Sở Y tế"]},
            {"title": "Xây dựng vườn giống gốc cây sâm", "lead": "Trường Đại học Cần Thơ"},
            {"title": "Biên soạn sổ tay canh tác hữu cơ", "lead": "Sở Nội vụ", "cooperating": ["Sở Tài chính"]},
        ),
    ),
)
