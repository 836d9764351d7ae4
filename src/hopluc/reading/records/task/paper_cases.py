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
    (  # an old decree: what goes on behind a semicolon, whom it is done with, and what there is a plan for
        (
            "QUYẾT ĐỊNH\nĐiều 3. Trách nhiệm của các Bộ, ngành:\n"
            "a) Bộ Khoa học và Công nghệ chịu trách nhiệm về nội dung khoa học; chủ trì việc tuyển chọn các cơ quan thực hiện đề tài.\n"
            "b) Bộ Tài chính bảo đảm cấp đủ kinh phí; cùng Ngân hàng Nhà nước Việt Nam quy định chế độ cho vay ưu đãi, trình Chính phủ trong quý I năm 1995.\n"
            "c) Bộ Giáo dục và Đào tạo có kế hoạch cử sinh viên về thực tập tại vùng; xét giảm thời gian tập sự cho cán bộ tình nguyện."
        ),
        (
            {"title": "Tuyển chọn các cơ quan thực hiện đề tài", "lead": "Bộ Khoa học và Công nghệ"},
            {
                "title": "Quy định chế độ cho vay ưu đãi, trình Chính phủ trong quý I năm 1995",
                "lead": "Bộ Tài chính",
                "cooperating": ["Ngân hàng Nhà nước Việt Nam"],
            },
            {"title": "Cử sinh viên về thực tập tại vùng", "lead": "Bộ Giáo dục và Đào tạo"},
            {"title": "Xét giảm thời gian tập sự cho cán bộ tình nguyện", "lead": "Bộ Giáo dục và Đào tạo"},
        ),
    ),
    (  # under a body's name: all that an item tells, without the field it is told under and the words of manner
        (
            "QUYẾT ĐỊNH\nĐiều 4. Sở Y tế tỉnh Tân Lâm có trách nhiệm:\n"
            "1. Bố trí trụ sở cho trạm nghiên cứu; tổ chức cho dân vùng ngập di chuyển về nơi ở mới; nơi ở mới có điện.\n"
            "2. Quan trắc: lắp đặt trạm đo mặn dọc sông Lâm.\n"
            "3. Rà soát nguyên nhân chậm tiến độ; kiên quyết thu hồi kinh phí của nhiệm vụ không hoàn thành.\n"
            "4. Đóng góp kinh phí từ ngân sách địa phương."
        ),
        (
            {"title": "Bố trí trụ sở cho trạm nghiên cứu"},
            {"title": "Tổ chức cho dân vùng ngập di chuyển về nơi ở mới"},
            {"title": "Lắp đặt trạm đo mặn dọc sông Lâm"},
            {"title": "Rà soát nguyên nhân chậm tiến độ"},
            {"title": "Thu hồi kinh phí của nhiệm vụ không hoàn thành"},
            {"title": "Đóng góp kinh phí từ ngân sách địa phương"},
        ),
    ),
    (  # who helps goes unnamed; a leader who answers a request by giving work; a day alone behind the work, and a work of its own
        (
            "THÔNG BÁO\nKết luận của Chủ tịch Ủy ban nhân dân tỉnh Tân Lâm\n2. Nhiệm vụ thời gian tới\n"
            "- Ủy ban nhân dân huyện Phú Lộc phối hợp giải phóng mặt bằng, bàn giao trước ngày 15/01/2013.\n"
            "3. Về các kiến nghị\n"
            "- Đồng ý bổ sung kinh phí theo đề nghị của Viện Dược liệu; giao Sở Tài chính thẩm định, trình UBND tỉnh quyết định."
        ),
        (
            {"title": "Giải phóng mặt bằng, bàn giao trước ngày 15/01/2013", "lead": "Ủy ban nhân dân huyện Phú Lộc"},
            {"title": "Thẩm định, trình UBND tỉnh quyết định", "lead": "Sở Tài chính tỉnh Tân Lâm"},
        ),
    ),
    (  # a report's duties: a paper to be submitted is a work of its own, a day to finish by is not
        (
            "BÁO CÁO\nKết quả 6 tháng đầu năm 2019\nIII. NHIỆM VỤ 6 THÁNG CUỐI NĂM\n"
            "1. Sở Y tế tỉnh Tân Lâm rà soát các đề tài quá hạn; trình ban hành Quy chế chi tiêu trong tháng 8/2019.\n"
            "2. Sở Tài chính khảo sát giá thuê đất của 12 xã; hoàn thành trong tháng 9/2019."
        ),
        (
            {"title": "Rà soát các đề tài quá hạn"},
            {"title": "Trình ban hành Quy chế chi tiêu trong tháng 8/2019"},
            {"title": "Khảo sát giá thuê đất của 12 xã; hoàn thành trong tháng 9/2019"},
        ),
    ),
    (  # what a decision names is not yet done; how many were done tells of none of them
        (
            "QUYẾT ĐỊNH\nĐiều 1. Phê duyệt Chương trình với những nội dung chủ yếu sau:\n2. Nội dung:\n"
            "a) Nghiên cứu hoàn thiện quy trình sản xuất giống cua biển, ốc hương;\nb) Quy hoạch vùng nuôi an toàn."
        ),
        (),
    ),
    ("Kết quả: năm 2012 tỉnh triển khai 27 nhiệm vụ, đến nay hoàn thành 19 nhiệm vụ, đạt 70,4% kế hoạch.", ()),
    (  # how a project stands, by its title; who hosts it, behind who heads it
        (
            "II. KẾT QUẢ\n- Nhiệm vụ “Bản đồ ngập lụt số” mới đạt 35% khối lượng.\n"
            "- Ngày 12/8/2014, họp Hội đồng nghiệm thu đề tài “Chọn tạo giống mắc ca chịu hạn” do ThS. Trần Văn Tuyên làm chủ nhiệm, Viện Dược liệu chủ trì thực hiện."
        ),
        (
            {"title": "Bản đồ ngập lụt số", "status": "mới đạt 35% khối lượng"},
            {"title": "Chọn tạo giống mắc ca chịu hạn", "lead": "Viện Dược liệu"},
        ),
    ),
    (  # two that will sign a contract tell of an agreement; one that is to go on until the year's end, of a task
        (
            "Viện Dược liệu và Trường Đại học Cần Thơ sẽ ký hợp đồng bao tiêu sản phẩm trong 10 năm. "
            "Theo kế hoạch, từ nay đến cuối năm Viện Dược liệu sẽ nhân rộng mô hình ra toàn huyện."
        ),
        ({"title": "Nhân rộng mô hình ra toàn huyện", "lead": "Viện Dược liệu"},),
    ),
    (  # bodies named together, and their heads
        (
            "KẾ HOẠCH\nIV. TỔ CHỨC THỰC HIỆN\n"
            "1. Các sở, ban, ngành, UBND các huyện, thành phố: Xây dựng kế hoạch chi tiết gửi Sở Y tế tỉnh Tân Lâm trước ngày 15/5/2023.\n"
            "2. Thủ trưởng các sở, ban, ngành căn cứ chức năng, nhiệm vụ được giao, thực hiện nghiêm Kế hoạch này."
        ),
        ({"lead": "Các sở, ban, ngành, UBND các huyện, thành phố", "period": "2023-05-15"},),
    ),
    (  # the term of the programme to be drafted is not that of the work; a month alone in a cell; a day without its year
        (
            "BÁO CÁO\nII. PHÂN CÔNG\n- Sở Y tế tỉnh Tân Lâm: xây dựng dự thảo Chương trình hợp tác giai đoạn 2016-2020, trình UBND tỉnh trong quý I/2016.\n"
            "- Giao Sở Nội vụ tham mưu cơ chế đặt hàng, trình UBND tỉnh trước 30-11."
        ),
        ({"period": "2016-Q1"}, {"period": "--11-30"}),
    ),
    (
        "KẾ HOẠCH\nTT\tTên nhiệm vụ\tChủ trì\tThời gian hoàn thành\n1\tNâng cấp Trung tâm dữ liệu tỉnh\tSở Y tế tỉnh Tân Lâm\t12/2025\n2\tPhủ sóng khu công nghiệp\tSở Nội vụ\tQuý II/2026",
        ({"period": "2025-12"}, {"period": "Quý II/2026"}),
    ),
    (  # the heads of all departments, in a sentence whose second clause has the day; a general duty that comes back
        (
            "CHỈ THỊ\n1. Thủ trưởng các Sở, Ban, Ngành, Chủ tịch UBND các huyện, thị xã phải coi đây là nhiệm vụ thường xuyên; "
            "xây dựng kế hoạch 5 năm của đơn vị mình trước 30/6/2001.\n"
            "2. Sở Y tế tỉnh Tân Lâm theo dõi, đôn đốc việc thực hiện Chỉ thị này, định kỳ hàng quý báo cáo UBND tỉnh.\n3. Sở Nội vụ theo dõi, đôn đốc việc thực hiện Chỉ thị này."
        ),
        (
            {"title": "Xây dựng kế hoạch 5 năm của đơn vị mình trước 30/6/2001", "period": "2001-06-30"},
            {"lead": "Sở Y tế tỉnh Tân Lâm", "recurrence": "định kỳ hàng quý"},
        ),
    ),
    (  # bodies named together are told to; a part in the work is none; a year of the work's own goes before a day further down
        (
            "CHƯƠNG TRÌNH PHỐI HỢP\nIII. NỘI DUNG PHỐI HỢP\n2. Xây dựng mô hình trình diễn: trồng nấm, nuôi gà thả vườn, làm muối sạch.\n"
            "IV. TRÁCH NHIỆM\n1. Sở Y tế tỉnh Tân Lâm\n- Giao Sở Nội vụ làm đầu mối.\n- Biên soạn 05 bộ tài liệu hướng dẫn trong năm 2017.\n"
            "2. Yêu cầu Giám đốc các sở, Chủ tịch UBND các huyện, thị xã gửi đăng ký đề tài trước ngày 30/4/2018.\n"
            "3. Hai bên kiểm tra mô hình; sơ kết vào tháng 9/2019, tổng kết vào quý IV/2021."
        ),
        (
            {"title": "Biên soạn 05 bộ tài liệu hướng dẫn trong năm 2017", "period": "2017"},
            {"lead": "Giám đốc các sở, Chủ tịch UBND các huyện, thị xã", "period": "2018-04-30"},
        ),
    ),
    (  # the day behind a semicolon is that of the work given; another paper is another work
        "THÔNG BÁO\nKết luận cuộc họp\n1. Giao Sở Y tế tỉnh Tân Lâm xây dựng đề án Trung tâm y tế biển; trình UBND tỉnh trong tháng 3/2013.\n2. Giao Sở Nội vụ rà soát biên chế các trạm; trình dự thảo Nghị quyết trước ngày 15/4/2013.",
        (
            {"lead": "Sở Y tế tỉnh Tân Lâm", "period": "2013-03"},
            {"title": "Rà soát biên chế các trạm"},
            {"title": "Trình dự thảo Nghị quyết trước ngày 15/4/2013", "period": "2013-04-15"},
        ),
    ),
    (  # what a body is given to do stands behind what it is based on; what a paper is about is not done
        (
            "Công văn số 75/UBND-NV hoàn thiện đề án thành lập Quỹ giống cây trồng miền núi\n"
            "Giao Sở Tài chính tỉnh Tân Lâm trên cơ sở dự toán của Sở Y tế và đề xuất của các huyện, bố trí kinh phí đối ứng trước ngày 30/4/2018."
        ),
        ({"title": "Bố trí kinh phí đối ứng trước ngày 30/4/2018", "lead": "Sở Tài chính tỉnh Tân Lâm"},),
    ),
    (  # a leader's words go on over sentences; he tells ministers to have things done
        (
            "Về nhiệm vụ quý I, Thủ tướng nêu rõ các việc phải làm ngay. Bộ trưởng Bộ Y tế chỉ đạo xây dựng đề án trạm y tế nổi. "
            "Bộ Tài chính trình cơ chế mua thuyền cứu thương."
        ),
        (
            {"title": "Xây dựng đề án trạm y tế nổi", "lead": "Bộ Y tế", "status": "assigned"},
            {"title": "Trình cơ chế mua thuyền cứu thương", "lead": "Bộ Tài chính", "status": "assigned"},
        ),
    ),
    (  # what something serves, how far a share of the work is, and a name in a plan's name are no tasks
        (
            "Khoa học là động lực để phát triển sản xuất, hoàn thiện quan hệ mua bán giữa miền xuôi và miền ngược của cả vùng. "
            "Sở đã hoàn thành tiến độ 2/3 nhiệm vụ được giao trong sáu tháng đầu năm nay. "
            "Phê duyệt Kế hoạch triển khai thực hiện Đề án liên kết trồng dâu nuôi tằm ven sông Hạ với các nội dung sau. "
            "Nguồn vốn ấy dùng để triển khai thực hiện nhiệm vụ, phù hợp với khả năng của ngân sách."
        ),
        (),
    ),
    (  # a long text under a number opens with the task
        (
            "II. NHIỆM VỤ CỤ THỂ\n1. Xây dựng mạng lưới vườn ươm cà chua chịu mặn tại các xã ven biển, ưu tiên những nơi đã có trạm bơm và đường vào ruộng. "
            "Ba năm đầu làm ở những xã có nhiều hộ tham gia nhất trong vùng dự án."
        ),
        (
            {
                "title": "Xây dựng mạng lưới vườn ươm cà chua chịu mặn tại các xã ven biển, ưu tiên những nơi đã có trạm bơm và đường vào ruộng"
            },
        ),
    ),
    (  # what the same body is given goes on over sentences that open with a verb; what it holds to be so is no task
        (
            "Nhằm đẩy nhanh tiến độ, yêu cầu Sở Y tế tỉnh Tân Lâm rà soát các trạm bơm nước sạch. Lập danh sách hộ dùng nước giếng; báo cáo UBND tỉnh về số hộ ấy. "
            "Bà con đang chờ. Chính phủ đã đồng ý cho Bộ Xây dựng chủ trì xây dựng Đề án nhà chống lũ. Bộ Xây dựng nhận định, nhà nổi là hướng đi đúng."
        ),
        (
            {"title": "Rà soát các trạm bơm nước sạch", "lead": "Sở Y tế tỉnh Tân Lâm"},
            {"title": "Lập danh sách hộ dùng nước giếng", "lead": "Sở Y tế tỉnh Tân Lâm"},
            {"title": "Báo cáo UBND tỉnh về số hộ ấy", "lead": "Sở Y tế tỉnh Tân Lâm"},
            {"title": "Xây dựng Đề án nhà chống lũ", "lead": "Bộ Xây dựng", "status": "assigned"},
        ),
    ),
    (  # answers, notices and what opens them are no tasks; a quotation ends with its mark
        (
            "Sở Y tế tỉnh Tân Lâm xin phúc đáp như sau: Đoạn kênh qua xã thuộc dự án nâng cấp trạm bơm. Chủ tịch UBND tỉnh có ý kiến chỉ đạo:\n"
            "Văn phòng Chính phủ thông báo để Bộ Y tế, Bộ Xây dựng, Ủy ban nhân dân tỉnh Tân Lâm và các cơ quan liên quan biết, thực hiện. "
            "Thủ tướng chỉ đạo: “giao Bộ Y tế kiểm tra ngay nguồn nước giếng ở vùng ấy”."
        ),
        ({"title": "Kiểm tra ngay nguồn nước giếng ở vùng ấy", "lead": "Bộ Y tế"},),
    ),
    (  # what is meant in general, and the whole of a plan, are no tasks
        (
            "Kế hoạch xác định 07 nhiệm vụ và giải pháp trọng tâm đó là: Tổ chức lại sản xuất muối ở các xã ven biển; phát triển chế biến tôm theo chuỗi ngành hàng. "
            "Giao Sở Y tế tỉnh Tân Lâm triển khai thực hiện Kế hoạch này theo đúng quy định."
        ),
        (),
    ),
    (  # who acts for a body heads its duties; so do bodies named together
        (
            "UBND TỈNH TÂN LÂM\nSố: 12/CT-UBND\nCHỈ THỊ\nVề việc nâng cấp trạm bơm\n\nChủ tịch UBND tỉnh yêu cầu:\n"
            "1. Giám đốc Sở Tài chính:\n- Xây dựng phương án bố trí vốn cho 12 trạm bơm;\n- Thực hiện một số nội dung khác do UBND tỉnh giao.\n"
            "2. Chủ tịch UBND các huyện, thành phố:\n- Rà soát các trạm bơm hư hỏng, báo cáo Sở Xây dựng trước ngày 20/4/2022."
        ),
        (
            {"title": "Xây dựng phương án bố trí vốn cho 12 trạm bơm", "lead": "Sở Tài chính tỉnh Tân Lâm"},
            {"lead": "Chủ tịch UBND các huyện, thành phố", "period": "2022-04-20"},
        ),
    ),
    (  # what it is based on is no task, what it goes on to is; what is ready with others; what a body was asked to do
        (
            "Chủ tịch UBND tỉnh giao Sở Nội vụ tỉnh Tân Lâm trên cơ sở nội dung các huyện báo cáo; phân loại đơn xin việc của trạm bơm trước ngày 30/9/2021. "
            "Đồng thời, tổng hợp, báo cáo UBND tỉnh số đơn của 9 tháng đầu năm 2021.\n"
            "Thủ tướng giao Bộ Xây dựng chủ trì, cùng Bộ Y tế có phương án cấp nước theo quy hoạch.\n"
            "Bộ Y tế được giao nhiệm vụ cụ thể, bao gồm lập danh mục giếng nước cần đóng."
        ),
        (
            {"title": "Phân loại đơn xin việc của trạm bơm trước ngày 30/9/2021", "lead": "Sở Nội vụ tỉnh Tân Lâm"},
            {"title": "Tổng hợp, báo cáo UBND tỉnh số đơn của 9 tháng đầu năm 2021", "lead": "Sở Nội vụ tỉnh Tân Lâm"},
            {"title": "Có phương án cấp nước theo quy hoạch", "lead": "Bộ Xây dựng", "cooperating": ["Bộ Y tế"]},
            {"title": "Lập danh mục giếng nước cần đóng", "lead": "Bộ Y tế"},
        ),
    ),
    (  # a meeting that sums up a year is an event
        "Sở Y tế tỉnh Tân Lâm tổ chức tổng kết hoạt động các trạm bơm nước sạch năm 2010 và triển khai nhiệm vụ năm 2011.",
        (),
    ),
    (  # what a letter is about, terms of work and the work of a year are no tasks
        (
            "Số 402-CV/VP\nV/v xin ý kiến dự thảo Quy chế quản lý các trạm bơm nước sạch ở vùng ven biển.\n\n"
            "Nhiệm vụ theo Nghị quyết về nước sạch có thời hạn hoàn thành tháng 3 đã được giao.\n"
            "Cuộc họp bàn triển khai nhiệm vụ năm 2023 để trình kỳ họp thứ 12 của Hội đồng nhân dân tỉnh Tân Lâm sắp tới."
        ),
        (),
    ),
)
