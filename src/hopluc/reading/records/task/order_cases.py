"""Cases of tasks in conclusions, letters that give orders and tables as pages keep them: texts, and the tasks they tell of."""

from collections.abc import Mapping
from typing import Any

ORDER_CASES: tuple[tuple[str, tuple[Mapping[str, Any], ...]], ...] = (
    (  # a sentence that says no more than by when belongs to the task before it; so does handing it in
        (
            "Số: 45/VP-TH\nKính gửi: Sở Y tế.\nChủ tịch Ủy ban nhân dân tỉnh Tân Lâm có ý kiến như sau:\n"
            "1. Giao Sở Y tế chủ trì xây dựng danh mục giếng nước sạch. Hoàn thành trong tháng 8 năm 2026.\n"
            "2. Giao Sở Nội vụ rà soát số liệu các trạm bơm; trình UBND tỉnh xem xét, quyết định.\n"
            "3. Giao Sở Tài chính xác định giá nước cho vùng ven biển. Thời gian hoàn thành: Quý IV năm 2026.\n"
            "4. Thống nhất nội dung Đề án nước sạch tỉnh Tân Lâm đang trình phê duyệt."
        ),
        (
            {"title": "Xây dựng danh mục giếng nước sạch", "lead": "Sở Y tế tỉnh Tân Lâm", "period": "2026-08"},
            {"title": "Rà soát số liệu các trạm bơm", "lead": "Sở Nội vụ tỉnh Tân Lâm"},
            {"title": "Xác định giá nước cho vùng ven biển", "lead": "Sở Tài chính tỉnh Tân Lâm", "period": "2026-Q4"},
        ),
    ),
    (  # partners that go unnamed; who decides in the end is given nothing; a quarter spelled with i
        (
            "KẾ HOẠCH\nCấp nước năm 2026\nIII. TỔ CHỨC THỰC HIỆN\n"
            "1. Bộ Xây dựng chủ trì, phối hợp với các bộ, ngành, địa phương lập bản đồ nguồn nước để báo cáo Chính phủ xem xét, quyết định.\n"
            "2. Bộ Y tế tổng hợp mẫu nước trình Chính phủ trong quí 2 năm 2026."
        ),
        (
            {"title": "Lập bản đồ nguồn nước để báo cáo Chính phủ xem xét, quyết định", "lead": "Bộ Xây dựng"},
            {"title": "Tổng hợp mẫu nước trình Chính phủ trong quí 2 năm 2026", "lead": "Bộ Y tế", "period": "2026-Q2"},
        ),
    ),
    (  # a line that only says with whom heads what is to be done; whom a sentence is about is told what follows
        (
            "KẾ HOẠCH\nCấp nước năm 2026\nIII. PHÂN CÔNG\n"
            "1. Bộ Xây dựng chủ trì, phối hợp với các bộ, ngành và địa phương:\n- Lập bản đồ nguồn nước.\n- Phối hợp Bộ Y tế kiểm định 40 giếng nước.\n\n"
            "Đối với Bộ Y tế (BYT), Thủ tướng yêu cầu khẩn trương lấy mẫu nước của các trạm bơm vùng lũ."
        ),
        (
            {"title": "Lập bản đồ nguồn nước", "lead": "Bộ Xây dựng"},
            {"title": "Kiểm định 40 giếng nước", "lead": "Bộ Xây dựng"},
            {"title": "Lấy mẫu nước của các trạm bơm vùng lũ", "lead": "Bộ Y tế"},
        ),
    ),
    (  # bodies named together whom somebody tells to do something by a day
        (
            "CHỈ THỊ\nUBND tỉnh Tân Lâm yêu cầu thủ trưởng các sở, ngành, các địa phương khẩn trương lập danh sách giếng nước, gửi Sở Y tế trước ngày 30/3/2026.\n"
            "Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ có trách nhiệm rà soát quy trình cấp nước, hoàn thành trong năm 2026."
        ),
        (
            {
                "title": "Lập danh sách giếng nước, gửi Sở Y tế trước ngày 30/3/2026",
                "lead": "thủ trưởng các sở, ngành, các địa phương",
                "period": "2026-03-30",
            },
            {
                "title": "Rà soát quy trình cấp nước, hoàn thành trong năm 2026",
                "lead": "Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ",
                "period": "2026",
            },
        ),
    ),
    (  # a table whose cells end with a bar, one on a line or several; two bodies that lead side by side
        (
            "PHỤ LỤC\nTT |\nTên nhiệm vụ |\nCơ quan chủ trì |\nCơ quan phối hợp |\nThời gian |\n|\n"
            "1 |\nLập bản đồ nguồn nước của các xã vùng\nven biển và hải đảo |\nBộ Xây dựng, Bộ Y tế |\nCác địa phương |\n6/2026 |\n|\n"
            "2 |\nKiểm định mẫu nước các giếng khoan |\nBộ Y tế |\n9/2026 |\n"
        ),
        (
            {
                "title": "Lập bản đồ nguồn nước của các xã vùng ven biển và hải đảo",
                "lead": "Bộ Xây dựng; Bộ Y tế",
                "period": "2026-06",
            },
            {"title": "Kiểm định mẫu nước các giếng khoan", "lead": "Bộ Y tế", "period": "2026-09"},
        ),
    ),
    (  # the same with each bar on a line of its own
        (
            "PHỤ LỤC\nTT\n|\nTên nhiệm vụ\n|\nCơ quan chủ trì\n|\nThời gian\n|\n"
            "1\n|\nLập bản đồ nguồn nước của các xã vùng\nven biển\n|\nBộ Xây dựng\n|\n6/2026\n|\n2\n|\nKiểm định mẫu nước các giếng khoan\n|\nBộ Y tế\n|\n9/2026\n|\n"
        ),
        (
            {"title": "Lập bản đồ nguồn nước của các xã vùng ven biển", "lead": "Bộ Xây dựng", "period": "2026-06"},
            {"title": "Kiểm định mẫu nước các giếng khoan", "lead": "Bộ Y tế", "period": "2026-09"},
        ),
    ),
    (  # to ask with respect, and how a section on the direction of work reports, are no tasks still to be done
        (
            "Bộ Y tế trân trọng đề nghị Quý Cơ quan triển khai ngay việc lấy mẫu nước.\n\n"
            "1. Công tác chỉ đạo, điều hành\nTỉnh ủy Tân Lâm ban hành Đề án nước sạch nông thôn giai đoạn 2026-2030."
        ),
        ({"title": "Ban hành Đề án nước sạch nông thôn giai đoạn 2026-2030", "status": "hoàn thành"},),
    ),
    (  # a sentence behind says by when; to carry out says nothing; whom one works with may be written large, and how to
        (
            "Giao Sở Y tế chủ trì phối hợp với các đơn vị liên quan tổng hợp số giếng khoan. Yêu cầu hoàn thiện gửi Văn phòng UBND tỉnh trước ngày 18/6/2019. Yêu cầu Giám đốc Sở Y tế triển khai thực hiện.\n"
            "Giao Bộ Xây dựng chủ trì, phối hợp với các Bộ, ngành, địa phương chủ động lập bản đồ nguồn nước.\n"
        ),
        (
            {"title": "Tổng hợp số giếng khoan", "lead": "Sở Y tế", "period": "2019-06-18"},
            {"title": "Lập bản đồ nguồn nước", "lead": "Bộ Xây dựng"},
        ),
    ),
    (  # partners named behind those unnamed; what goes on below; what voters want of a body is no task told of it
        (
            "Ủy ban nhân dân tỉnh chỉ đạo Sở Xây dựng chủ trì, phối hợp với các cơ quan, đơn vị liên quan, Ủy ban nhân dân huyện Nam Sài tăng cường sửa chữa kênh thôn Hạ trong quý II/2026.\n\n"
            "Phó Thủ tướng giao Bộ Y tế xây dựng tiêu chí lựa chọn trạm nước cần sửa.\n\nTrên cơ sở đó rà soát, tổng hợp danh mục trạm nước, báo cáo Thủ tướng trong tháng 8/2026.\n\n"
            "Cử tri xã Tân Hòa đề nghị:\nSở Tài chính cấp kinh phí sửa trạm bơm thôn Hạ\n"
        ),
        (
            {"title": "Tăng cường sửa chữa kênh thôn Hạ trong quý II/2026", "lead": "Sở Xây dựng"},
            {"title": "Xây dựng tiêu chí lựa chọn trạm nước cần sửa", "lead": "Bộ Y tế"},
            {
                "title": "Rà soát, tổng hợp danh mục trạm nước, báo cáo Thủ tướng trong tháng 8/2026",
                "lead": "Bộ Y tế",
                "period": "2026-08",
            },
        ),
    ),
    (  # partners unnamed behind those named, whatever the end of the last name; to ask somebody in turn is the task given
        (
            "UBND tỉnh giao UBND huyện Nam Sài phối hợp với Sở Y tế, Ban Quản lý Khu công nghệ cao tỉnh và các sở, ngành liên quan đo mẫu nước các giếng khoan.\n"
            "UBND tỉnh đã giao Sở Xây dựng kiến nghị Bộ Xây dựng thẩm định thiết kế trạm bơm thôn Hạ.\n"
        ),
        (
            {"title": "Đo mẫu nước các giếng khoan", "lead": "Ủy ban nhân dân huyện Nam Sài"},
            {"title": "Kiến nghị Bộ Xây dựng thẩm định thiết kế trạm bơm thôn Hạ"},
        ),
    ),
    (  # a congress is an event, and to set goals is no task
        "Đảng bộ xã Tân Hòa tổ chức thành công Đại hội lần thứ XIII. Đảng bộ xã Tân Hòa xác định mục tiêu phát huy thế mạnh nguồn nước, xây dựng trạm bơm.\n",
        (),
    ),
    (  # to be given a part in a committee is no task
        "Chủ tịch HĐND tỉnh Tân Lâm làm Trưởng Ban Chỉ đạo; Sở Y tế làm thành viên. Giao Sở Tài chính bố trí kinh phí mua thiết bị.",
        ({"title": "Bố trí kinh phí mua thiết bị", "lead": "Sở Tài chính tỉnh Tân Lâm"},),
    ),
    (  # the letterhead of a page heads no duties: under it stands the page's title
        "SỞ KHOA HỌC VÀ CÔNG NGHỆ\nTỈNH TÂN LÂM\nTân Lâm ký kết thỏa thuận xây dựng chiến lược chuyển đổi số với Tập đoàn Sao Mai\nGiao Sở Y tế lập kế hoạch mua sắm thiết bị.",
        ({"title": "Lập kế hoạch mua sắm thiết bị"},),
    ),
    (  # thanks are no task
        "UBND xã Tân Hòa chân thành cảm ơn phản ánh của ông, bà và mong tiếp tục nhận được phản ánh về trạm bơm.\n",
        (),
    ),
    (  # a table one cell a line: headings and cells on two lines, terms with two ends, `Thực hiện` beside `Thời gian`, a list in a cell
        (
            "TT\n\nNội dung công tác\n\nĐơn vị\nchủ trì\n\nĐơn vị tham gia\n\nThời gian thực hiện\n\n1.\n\nThực hiện quy trình lấy mẫu nước theo Quy chế\n\nHội đồng\n\nlấy mẫu\n\nSở Y tế, Sở Xây dựng,\n\ncác sở khác\n\n"
            "Từ 28/7 đến 17h00, ngày 30/7/2027\n\n2.\n\nCông bố kết quả lấy mẫu nước\n\nHội đồng\n\nlấy mẫu\n\nSở Y tế\n\nTrước ngày 01/8/2027\n"
        ),
        (
            {"title": "Thực hiện quy trình lấy mẫu nước theo Quy chế", "lead": "Hội đồng lấy mẫu", "period": "2027-07-30"},
            {"title": "Công bố kết quả lấy mẫu nước", "lead": "Hội đồng lấy mẫu", "period": "2027-08-01"},
        ),
    ),
    (
        (
            "TT\n\nNội dung công việc\n\nThời gian\n\nThực hiện\n\n01\n\nPhát động tuần lễ nước sạch trong các trường\n\nTháng 07/2027\n\nSở Y tế\n\n02\n\n- Thành lập Tổ lấy mẫu\n\n- Ban hành biểu mẫu lấy mẫu\n\nTháng 08/2027\n\nSở Xây dựng\n"
        ),
        (
            {"title": "Phát động tuần lễ nước sạch trong các trường", "lead": "Sở Y tế", "period": "2027-07"},
            {"title": "Thành lập Tổ lấy mẫu", "lead": "Sở Xây dựng", "period": "2027-08"},
            {"title": "Ban hành biểu mẫu lấy mẫu", "lead": "Sở Xây dựng", "period": "2027-08"},
        ),
    ),
    (  # duties told one after another, in sentences and paragraphs that open with verbs; what only exhorts is none
        (
            "Bộ Xây dựng chủ trì, phối hợp với các cơ quan, địa phương chủ động chỉ đạo điều chỉnh quy hoạch cấp nước. Khẩn trương trình Chính phủ phương án bảo vệ nguồn nước vùng hạ du.\n\n"
            "Chủ động xây dựng bản đồ ngập của các xã ven biển; đẩy mạnh tuyên truyền về nước sạch.\n\nNước sạch là việc của mọi nhà.\n"
        ),
        (
            {"title": "Chỉ đạo điều chỉnh quy hoạch cấp nước", "lead": "Bộ Xây dựng", "status": "assigned"},
            {"title": "Trình Chính phủ phương án bảo vệ nguồn nước vùng hạ du", "lead": "Bộ Xây dựng"},
            {"title": "Xây dựng bản đồ ngập của các xã ven biển", "lead": "Bộ Xây dựng"},
        ),
    ),
    (  # what is urgent is no granting, and adult education no term
        "Giao Sở Y tế chủ trì, phối hợp các sở, ban, ngành có trách nhiệm để triển khai ngay các biện pháp cấp bách lấy mẫu nước ở trung tâm giáo dục thường xuyên.\n",
        ({"lead": "Sở Y tế", "period": None},),
    ),
    (  # a day with full stops; drafts that are only named are no work
        (
            "Ngày 9/5, UBND tỉnh Tân Lâm giao Giám đốc Sở Y tế lấy mẫu nước giếng, báo cáo UBND tỉnh trước ngày 25.5.2027. "
            "Trên cơ sở các tờ trình và dự thảo nghị quyết, các đại biểu thảo luận sôi nổi về nước sạch.\n"
        ),
        ({"lead": "Sở Y tế tỉnh Tân Lâm", "period": "2027-05-25"},),
    ),
    (  # what is told for the time from now on is still to be done
        "Từ nay đến năm 2030, Sở Y tế Tân Lâm nỗ lực hoàn thành việc lấy mẫu nước ở 40 trạm cấp nước.\n",
        ({"title": "Hoàn thành việc lấy mẫu nước ở 40 trạm cấp nước", "lead": "Sở Y tế Tân Lâm", "status": "assigned"},),
    ),
)
