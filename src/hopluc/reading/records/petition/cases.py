"""Cases of petitions (kiến nghị): a text, and what is read from it; they are its tests and its line in the evaluation."""

from collections.abc import Mapping
from typing import Any

CASES: tuple[tuple[str, tuple[Mapping[str, Any], ...]], ...] = (
    (  # who asks a peer goes on to give orders
        "Kết luận, Chủ tịch Ủy ban nhân dân tỉnh Tân Lâm đề nghị Trường Đại học Cần Thơ tập trung nghiên cứu con giống; giao Sở Y tế tham mưu cơ chế đặt hàng.",
        ({"to": "Trường Đại học Cần Thơ", "text": "tập trung nghiên cứu con giống"},),
    ),
    (
        "Kiến nghị Ủy ban nhân dân tỉnh Tân Lâm sửa đổi quy chế khen thưởng; giao Sở Y tế tham mưu cơ chế đặt hàng.",
        ({"text": "sửa đổi quy chế khen thưởng"}, {"text": "giao Sở Y tế tham mưu cơ chế đặt hàng"}),
    ),
    (
        "KẾ HOẠCH\nIV. TỔ CHỨC THỰC HIỆN\n4. Đề nghị Ủy ban MTTQ Việt Nam tỉnh Tân Lâm và các đoàn thể tuyên truyền, vận động nhân dân tham gia học chữ.",
        ({"text": "tuyên truyền, vận động nhân dân tham gia học chữ"},),
    ),
    (  # who hosts a project is asked; whom a sentence is about does not ask itself
        "Hội đồng xếp loại khá và đề nghị cơ quan chủ trì bổ sung phần hạch toán hiệu quả kinh tế.",
        ({"to": "cơ quan chủ trì", "text": "bổ sung phần hạch toán hiệu quả kinh tế"},),
    ),
    (
        "Ông Mai Văn Kỳ, Phó Giám đốc Sở Y tế tỉnh Tân Lâm, nói nhiều việc còn dang dở. Về phía Bộ Khoa học và Công nghệ, mong Bộ cho phép kéo dài dự án.",
        ({"from": "Sở Y tế tỉnh Tân Lâm", "to": "Bộ Khoa học và Công nghệ", "text": "cho phép kéo dài dự án"},),
    ),
    # Who is asked first is not who asks next; under `Kiến nghị` the body of the letterhead asks.
    (
        (
            "ỦY BAN NHÂN DÂN TỈNH TÂN LÂM\nSỞ CÔNG THƯƠNG\n\nBÁO CÁO\nKết quả năm 2025\n\nI. TỒN TẠI\n- Hoạt động đôn đốc của Ban Chỉ đạo chưa kịp thời.\n"
            "II. KIẾN NGHỊ\n- Kiến nghị Ủy ban nhân dân tỉnh Tân Lâm bố trí đủ vốn đối ứng; kiến nghị Bộ Công Thương kéo dài thời gian thực hiện dự án."
        ),
        (
            {"from": "Sở Công Thương tỉnh Tân Lâm", "to": "Ủy ban nhân dân tỉnh Tân Lâm", "text": "bố trí đủ vốn đối ứng"},
            {"from": "Sở Công Thương tỉnh Tân Lâm", "to": "Bộ Công Thương", "text": "kéo dài thời gian thực hiện dự án"},
        ),
    ),
    # A report along listed points is one request.
    (
        "Sở Khoa học và Công nghệ tỉnh Tân Lâm đề nghị các đơn vị báo cáo theo các nội dung sau:\n1. Kết quả thực hiện nhiệm vụ được giao.\n2. Khó khăn, vướng mắc.\n",
        (
            {
                "from": "Sở Khoa học và Công nghệ tỉnh Tân Lâm",
                "to": "các đơn vị",
                "text": "báo cáo theo các nội dung sau",
            },
        ),
    ),
    # In minutes, the one whose conclusion opens the list asks.
    (
        "Đồng chí Phạm Gia Khánh kết luận:\n1. Thống nhất gia hạn nhiệm vụ.\n2. Đề nghị Trường Đại học Cần Thơ cử cán bộ đầu mối.\n",
        ({"from": "Phạm Gia Khánh", "to": "Trường Đại học Cần Thơ", "text": "cử cán bộ đầu mối"},),
    ),
    (
        (
            "Để chương trình đạt hiệu quả, kính đề nghị UBND thành phố và các sở, ngành có liên quan:\n"
            "- Phê duyệt kế hoạch hoạt động năm 2026;\n- Bố trí đủ kinh phí cho các nhiệm vụ./.\n\nNơi nhận:\n- Lưu: VT."
        ),
        (
            {"text": "Phê duyệt kế hoạch hoạt động năm 2026", "to": "UBND thành phố và các sở, ngành có liên quan"},
            {"text": "Bố trí đủ kinh phí cho các nhiệm vụ", "to": "UBND thành phố và các sở, ngành có liên quan"},
        ),
    ),
    (
        (
            "Thành phố kiến nghị Bộ Tài chính: hỗ trợ xây dựng khu công nghệ cao; cho phép thí điểm cơ chế đặt hàng. "
            "Về các kiến nghị của thành phố, Bộ Tài chính thống nhất chủ trương."
        ),
        (
            {
                "text": "hỗ trợ xây dựng khu công nghệ cao",
                "to": "Bộ Tài chính",
                "status": "Về các kiến nghị của thành phố, Bộ Tài chính thống nhất chủ trương",
            },
            {"text": "cho phép thí điểm cơ chế đặt hàng", "to": "Bộ Tài chính"},
        ),
    ),
    (
        "Bộ đề nghị lãnh đạo tỉnh tiếp tục quan tâm đến khoa học. Trong đó, cố gắng bố trí kinh phí; tập trung đào tạo nhân lực.",
        (
            {"text": "cố gắng bố trí kinh phí", "to": "lãnh đạo tỉnh"},
            {"text": "tập trung đào tạo nhân lực", "to": "lãnh đạo tỉnh"},
        ),
    ),
    (
        (
            "III. ĐỀ XUẤT, KIẾN NGHỊ\n1. Đối với Bộ Tài chính\n- Sớm ban hành thông tư hướng dẫn cơ chế khoán.\n"
            "2. Đối với UBND tỉnh Tân Lâm\n- Bố trí quỹ đất cho khu thực nghiệm.\n"
        ),
        (
            {"text": "Sớm ban hành thông tư hướng dẫn cơ chế khoán", "to": "Bộ Tài chính"},
            {"text": "Bố trí quỹ đất cho khu thực nghiệm", "to": "Ủy ban nhân dân tỉnh Tân Lâm"},
        ),
    ),
    (
        "Đề nghị các sở, ngành phối hợp thực hiện; đồng thời đề nghị UBND tỉnh Tân Lâm bố trí kinh phí.",
        (
            {"text": "phối hợp thực hiện", "to": "các sở, ngành"},
            {"text": "bố trí kinh phí", "to": "Ủy ban nhân dân tỉnh Tân Lâm"},
        ),
    ),
    # The noun, a basis and one's own proposals ask nobody.
    ("Căn cứ đề nghị của Giám đốc Sở Tài chính tại Tờ trình số 12/TTr-STC.", ()),
    ("Xét đề nghị của Chủ tịch UBND huyện, Sở đã trình phê duyệt.", ()),
    ("Đề xuất 126 công nghệ có thể ứng dụng tại tỉnh.", ()),
    ("Hai bên đề xuất các giải pháp thúc đẩy chuyển giao công nghệ.", ()),
    (
        "IV. KIẾN NGHỊ\n- Đối với Bộ Tài chính: sớm ban hành thông tư hướng dẫn khoán chi.\n- Đề nghị hỗ trợ mua thiết bị đo lường.\n",
        (
            {"text": "sớm ban hành thông tư hướng dẫn khoán chi", "to": "Bộ Tài chính"},
            {"text": "Đề nghị hỗ trợ mua thiết bị đo lường", "to": None},
        ),
    ),
    (
        (
            "Ông Trần Minh Quân đề nghị Bộ Tài chính tiếp tục hỗ trợ, tập trung vào một số lĩnh vực như đào tạo nhân lực; xây dựng phòng thí nghiệm. "
            "Sở cũng đề nghị Bộ sớm phê duyệt quy hoạch."
        ),
        (
            {"text": "đào tạo nhân lực", "to": "Bộ Tài chính", "from": "Trần Minh Quân"},
            {"text": "xây dựng phòng thí nghiệm", "to": "Bộ Tài chính"},
            {"text": "sớm phê duyệt quy hoạch", "to": "Bộ Tài chính"},
        ),
    ),
    (
        "Sở Tài chính tỉnh Tân Lâm\n\nBÁO CÁO\n\nKính đề nghị các sở, ngành phối hợp thực hiện.",
        ({"from": "Sở Tài chính tỉnh Tân Lâm", "to": "các sở, ngành", "text": "phối hợp thực hiện"},),
    ),
    (
        (
            "UBND tỉnh Tân Lâm kiến nghị Bộ Tài chính:\n- Hỗ trợ xây dựng phòng thí nghiệm vi mạch dùng chung;\n- Công bố tiêu chuẩn vật liệu.\n\n"
            "Bộ Tài chính thống nhất hỗ trợ xây dựng phòng thí nghiệm vi mạch dùng chung, giao Vụ Đầu tư hướng dẫn."
        ),
        (
            {
                "text": "Hỗ trợ xây dựng phòng thí nghiệm vi mạch dùng chung",
                "status": "Bộ Tài chính thống nhất hỗ trợ xây dựng phòng thí nghiệm vi mạch dùng chung, giao Vụ Đầu tư hướng dẫn",
            },
            {"text": "Công bố tiêu chuẩn vật liệu", "status": None},
        ),
    ),
    # A request that is told of, with its answer; the noun with the act that carries it is none.
    (
        "UBND TỈNH TÂN LÂM\nSố: 15/TB-UBND\nTân Lâm, ngày 12 tháng 4 năm 2023\n\nTHÔNG BÁO\nKết luận cuộc họp\n\nKiến nghị của Sở Y tế tỉnh Tân Lâm về lắp đặt hệ thống xử lý nước thải: Đồng ý về chủ trương.",
        (
            {
                "from": "Sở Y tế tỉnh Tân Lâm",
                "to": "Ủy ban nhân dân tỉnh Tân Lâm",
                "text": "lắp đặt hệ thống xử lý nước thải",
                "status": "Đồng ý về chủ trương",
            },
        ),
    ),
    (
        "Xét kiến nghị của Sở Công Thương tỉnh Tân Lâm cho áp dụng thí điểm cơ chế khoán, UBND tỉnh đồng ý thực hiện từ năm 2024.",
        ({"from": "Sở Công Thương tỉnh Tân Lâm", "text": "cho áp dụng thí điểm cơ chế khoán"},),
    ),
    ("Theo đề nghị của Sở Tài chính tỉnh Tân Lâm tại Tờ trình số 12/TTr-STC về phân bổ kinh phí.", ()),
    # The addressees of a letter are asked, and ask nothing; nor does the formula a paper closes with.
    ("V/v đề xuất nội dung hợp tác\n\nKính gửi:\n- Bộ Khoa học và Công nghệ;\n- Bộ Tài chính.\n\nSở xin báo cáo như sau.", ()),
    ("Trong quá trình thực hiện, nếu có vướng mắc, đề nghị các đơn vị phản ánh về Sở để tổng hợp.", ()),
    # Requests to one body on one line; what it answers is no request.
    (
        "V. KIẾN NGHỊ\n1. Với Bộ Tài chính: ưu tiên vốn cho 3 dự án; hỗ trợ nâng cấp phòng kiểm nghiệm.\n2. Với Bộ Y tế: ban hành định mức.\n",
        (
            {"text": "ưu tiên vốn cho 3 dự án", "to": "Bộ Tài chính"},
            {"text": "hỗ trợ nâng cấp phòng kiểm nghiệm", "to": "Bộ Tài chính"},
            {"text": "ban hành định mức", "to": "Bộ Y tế"},
        ),
    ),
    (
        "Ông Trần Minh Quân đề nghị Bộ Tài chính công khai danh mục dự án; Bộ Tài chính trả lời: sẽ đăng trên mạng.",
        ({"text": "công khai danh mục dự án", "to": "Bộ Tài chính"},),
    ),
    # A heading that says who asks: the other of the two sides is asked. What is concluded or agreed to is no request.
    (
        (
            "BIÊN BẢN LÀM VIỆC\ngiữa UBND tỉnh Tân Lâm và Viện Dược liệu\n\n2. Kiến nghị của tỉnh\na) Cử 02 chuyên gia biệt phái trong 12 tháng;\n"
            "b) Đề nghị Viện Dược liệu giúp tỉnh xây dựng vườn giống.\n"
        ),
        (
            {"text": "Cử 02 chuyên gia biệt phái trong 12 tháng", "to": "Viện Dược liệu"},
            {"text": "giúp tỉnh xây dựng vườn giống", "to": "Viện Dược liệu"},
        ),
    ),
    (
        (
            "IV. KIẾN NGHỊ VÀ KẾT LUẬN\n1. Sở Y tế tỉnh Tân Lâm đề nghị Kho bạc Nhà nước tỉnh Tân Lâm rút ngắn thời gian kiểm soát chi; Kho bạc Nhà nước tỉnh Tân Lâm đồng ý.\n"
            "2. Sở Y tế tỉnh Tân Lâm hoàn thiện hồ sơ, gửi Sở Tài chính trước ngày 31/3/2026.\n"
        ),
        ({"text": "rút ngắn thời gian kiểm soát chi", "to": "Kho bạc Nhà nước tỉnh Tân Lâm"},),
    ),
    # A paragraph under the line that says whom it asks; one who asks two bodies; a paper that submits what is to be approved.
    (
        "IV. KIẾN NGHỊ\n1. Với UBND tỉnh Tân Lâm\n- Bố trí đủ 2% chi ngân sách cho khoa học.\n2. Với Bộ Y tế\nHướng dẫn cơ chế khoán chi đến sản phẩm cuối cùng.\n",
        (
            {"text": "Bố trí đủ 2% chi ngân sách cho khoa học", "to": "Ủy ban nhân dân tỉnh Tân Lâm"},
            {"text": "Hướng dẫn cơ chế khoán chi đến sản phẩm cuối cùng", "to": "Bộ Y tế"},
        ),
    ),
    (
        "Công ty CP Dược Tân Lâm đề nghị UBND tỉnh Tân Lâm miễn tiền thuê đất 5 năm và kiến nghị Sở Y tế tỉnh Tân Lâm hỗ trợ đăng ký sáng chế.",
        (
            {"text": "miễn tiền thuê đất 5 năm", "to": "Ủy ban nhân dân tỉnh Tân Lâm"},
            {"text": "hỗ trợ đăng ký sáng chế", "to": "Sở Y tế tỉnh Tân Lâm"},
        ),
    ),
    (
        "Sở Y tế tỉnh Tân Lâm kính trình UBND tỉnh Tân Lâm xem xét, phê duyệt Kế hoạch năm 2025.",
        ({"text": "xem xét, phê duyệt Kế hoạch năm 2025", "to": "Ủy ban nhân dân tỉnh Tân Lâm"},),
    ),
    # What voters ask and items of a letter that answers them, with the answer; what speakers ask in minutes; who asks before, who answers behind.
    (
        (
            "UBND HUYỆN TÂN PHÚ\nSố: 45/UBND-VP\nV/v trả lời kiến nghị của cử tri\n\n1) Cử tri xã Hòa An kiến nghị sớm sửa cầu tràn suối Đá.\n"
            "Trả lời: cầu dài 24 m; UBND huyện đã giao Phòng Kinh tế và Hạ tầng lập dự án.\n\n2) Kiến nghị lắp đèn đường thôn Bãi: đã lắp 42 bóng trong hai đợt.\n\n"
            "3) Về chợ trung tâm\nDiện tích chợ là 3 ha.\n"
        ),
        (
            {
                "from": "Cử tri xã Hòa An",
                "to": "Ủy ban nhân dân huyện Tân Phú",
                "text": "sớm sửa cầu tràn suối Đá",
                "status": "đã giao Phòng Kinh tế và Hạ tầng lập dự án",
            },
            {"from": "Cử tri", "text": "lắp đèn đường thôn Bãi", "status": "đã lắp 42 bóng trong hai đợt"},
        ),
    ),
    (
        "Sở Công nghiệp tỉnh Tân Lâm đề nghị miễn thu phí quản lý hợp đồng, Sở Tài chính tỉnh Tân Lâm chưa chấp thuận.",
        (
            {
                "from": "Sở Công nghiệp tỉnh Tân Lâm",
                "to": "Sở Tài chính tỉnh Tân Lâm",
                "text": "miễn thu phí quản lý hợp đồng",
                "status": "Sở Tài chính tỉnh Tân Lâm chưa chấp thuận",
            },
        ),
    ),
    (
        "2. Thảo luận\nBà Trần Thị Na, Phó Giám đốc Sở Tài chính tỉnh Tân Lâm: số liệu chưa khớp; đề nghị Sở Y tế tỉnh Tân Lâm mở thêm 4 trạm.\n",
        ({"from": "Sở Tài chính tỉnh Tân Lâm", "to": "Sở Y tế tỉnh Tân Lâm", "text": "mở thêm 4 trạm"},),
    ),
    (  # another body that is told something in the same breath is not asked
        'Tại hội nghị, bà Lê Thị Mẫu đề nghị Viện Hàn lâm Khoa học và Công nghệ Việt Nam tiếp tục cử chuyên gia giúp thành phố đo mặn, đồng thời giao Sở Tài chính tỉnh Tân Lâm bố trí vốn trước 30/4. "Chúng tôi sẽ làm", ông nói.',
        ({"to": "Viện Hàn lâm Khoa học và Công nghệ Việt Nam", "text": "tiếp tục cử chuyên gia giúp thành phố đo mặn"},),
    ),
    (  # a decimal comma ends no request
        "4. Về kiến nghị của Viện Sử học xin sử dụng khu đất 0,8 ha tại phường Bến Gỗ: thống nhất chủ trương.",
        ({"text": "sử dụng khu đất 0,8 ha tại phường Bến Gỗ", "status": "thống nhất chủ trương"},),
    ),
    # petitions counted ask for nothing
    ("Có 38/45 kiến nghị được Ủy ban nhân dân tỉnh Tân Lâm tiếp thu, đạt 84,4%.", ()),
    (  # items that each open with whom they ask; two asked in one sentence; whom the sentence opens with
        (
            "Để hoàn thành nhiệm vụ, Liên minh Hợp tác xã tỉnh Tân Lâm đề xuất:\n- Tỉnh ủy ban hành chỉ thị về đội ngũ trí thức;\n- Bộ Công Thương hỗ trợ tập huấn kỹ năng phản biện.\n"
            "Kiến nghị: Bệnh viện Đa khoa tỉnh đề nghị Sở Y tế bổ sung 15 điều dưỡng và UBND tỉnh cho sử dụng 900 triệu đồng kết dư.\n"
            "Đối với Viện Dược liệu, UBND tỉnh Tân Lâm đề nghị xem xét cử 02 nhà nghiên cứu thường trú.\n"
        ),
        (
            {
                "from": "Liên minh Hợp tác xã tỉnh Tân Lâm",
                "to": "Tỉnh ủy Tân Lâm",
                "text": "ban hành chỉ thị về đội ngũ trí thức",
            },
            {"to": "Bộ Công Thương", "text": "hỗ trợ tập huấn kỹ năng phản biện"},
            {"to": "Sở Y tế tỉnh Tân Lâm", "text": "bổ sung 15 điều dưỡng"},
            {"to": "Ủy ban nhân dân tỉnh Tân Lâm", "text": "cho sử dụng 900 triệu đồng kết dư"},
            {"from": "Ủy ban nhân dân tỉnh Tân Lâm", "to": "Viện Dược liệu", "text": "xem xét cử 02 nhà nghiên cứu thường trú"},
        ),
    ),
    (  # what was asked and who answers; a body that asks with `xin`; another body's request behind a semicolon; a committee is no people
        (
            "Riêng kiến nghị cấp trụ sở cho hội thành viên, UBND tỉnh Tân Lâm đã trả lời sẽ xem xét.\n"
            "Sở Y tế xin UBND tỉnh Tân Lâm cho lùi thời hạn bàn giao mặt bằng.\n"
            "Đề nghị Liên đoàn Lao động tỉnh Tân Lâm phát động phong trào sáng kiến; Bộ Tài chính sớm phân bổ vốn sự nghiệp.\n"
            "Ủy ban Nhân dân Tỉnh đề nghị Bộ Y tế cấp thêm 12.000 liều vắc xin."
        ),
        (
            {"to": "Ủy ban nhân dân tỉnh Tân Lâm", "text": "cấp trụ sở cho hội thành viên"},
            {"to": "Ủy ban nhân dân tỉnh Tân Lâm", "text": "cho lùi thời hạn bàn giao mặt bằng"},
            {"to": "Liên đoàn Lao động tỉnh Tân Lâm"},
            {"to": "Bộ Tài chính", "text": "sớm phân bổ vốn sự nghiệp"},
            {"to": "Bộ Y tế", "text": "cấp thêm 12.000 liều vắc xin"},
        ),
    ),
    (  # who speaks asks for the body whose they are; a quotation ends where it ends; what is sent in writing; whom an item asks
        (
            "Thành phần: Bà Nông Thị Lành, Chủ tịch Hội Phụ nữ tỉnh Tân Lâm; ông Lê Bá Thông, Giám đốc Viện Chăn nuôi.\n"
            "Ông Lê Bá Thông nêu kết quả năm qua. Ông đề nghị Bộ Y tế hỗ trợ 2 dự án.\n"
            "“Tôi đề nghị tỉnh khoanh vùng mỏ sét, đừng để bán đi hết”, bà Lành nói.\n"
            "Hiệp hội Gốm sứ Tân Lâm đã có văn bản gửi Sở Nội vụ tỉnh Tân Lâm kiến nghị cấp phép khai thác đất sét.\n"
            "Đề nghị UBND tỉnh Tân Lâm: Bố trí quỹ đất 5 ha; giảm tiền thuê đất."
        ),
        (
            {"from": "Viện Chăn nuôi", "to": "Bộ Y tế", "text": "hỗ trợ 2 dự án"},
            {"from": "Hội Liên hiệp Phụ nữ tỉnh Tân Lâm", "to": "tỉnh", "text": "khoanh vùng mỏ sét, đừng để bán đi hết"},
            {"from": "Hiệp hội Gốm sứ Tân Lâm", "to": "Sở Nội vụ tỉnh Tân Lâm", "text": "cấp phép khai thác đất sét"},
            {"to": "Ủy ban nhân dân tỉnh Tân Lâm", "text": "Bố trí quỹ đất 5 ha"},
            {"to": "Ủy ban nhân dân tỉnh Tân Lâm", "text": "giảm tiền thuê đất"},
        ),
    ),
    (  # a paper of the office asks for the committee whose office it is
        "ỦY BAN NHÂN DÂN TỈNH TÂN LÂM\nVĂN PHÒNG\nSố: 12/TB-VP\nTHÔNG BÁO\nKết luận cuộc họp\n\nĐề nghị Công ty Cổ phần Đông Á cam kết tiến độ bằng văn bản.",
        ({"from": "Ủy ban nhân dân tỉnh Tân Lâm", "to": "Công ty Cổ phần Đông Á"},),
    ),
    (  # several are asked at once; who says `tôi` speaks for himself
        "Đề nghị Sở Nội vụ, Sở Y tế và Hội Nông dân vận động hội viên tham gia. Giám đốc Sở Tài chính đề nghị hai bên sớm sửa quy chế; tôi đề nghị Viện Dược liệu cử cán bộ cùng làm.",
        (
            {"to": "Sở Nội vụ, Sở Y tế và Hội Nông dân", "text": "vận động hội viên tham gia"},
            {"from": "Sở Tài chính", "to": "hai bên", "text": "sớm sửa quy chế"},
            {"from": None, "to": "Viện Dược liệu", "text": "cử cán bộ cùng làm"},
        ),
    ),
    (  # a bare head that opens an item is asked; what is asked besides a complaint
        "SỞ Y TẾ TỈNH TÂN LÂM\nSố: 5/BC-SYT\nBÁO CÁO\nTình hình 6 tháng\n\nBộ Y tế đã khen.\nC. ĐỀ NGHỊ\n- Bộ bổ sung 350 triệu đồng sửa nhà lưới; cho phép tuyển 2 viên chức.\nII. Ý KIẾN\nBà Hà Lệ Thu, Giám đốc Công ty TNHH Gỗ Kim Bình, phản ánh thủ tục kéo dài và đề nghị tỉnh rút xuống còn 3 tháng.",
        (
            {"to": "Bộ Y tế", "text": "bổ sung 350 triệu đồng sửa nhà lưới"},
            {"to": "Bộ Y tế", "text": "cho phép tuyển 2 viên chức"},
            {"from": "Công ty TNHH Gỗ Kim Bình", "to": "tỉnh", "text": "rút xuống còn 3 tháng"},
        ),
    ),
    (  # what a body is given to propose is a task; whom a leader asks goes by its name alone
        (
            "Thủ tướng giao Bộ Y tế chủ trì báo cáo, đề xuất Chính phủ việc lập tổ công tác về nước mắm. "
            "Chủ tịch UBND tỉnh Tân Lâm đề nghị Sở Nội vụ - cơ quan thường trực của Hội đồng - tổng hợp ý kiến về mẫu đơn mới."
        ),
        ({"to": "Sở Nội vụ tỉnh Tân Lâm", "text": "tổng hợp ý kiến về mẫu đơn mới"},),
    ),
    (  # the same is asked for something else
        "Hội Nông dân tỉnh Tân Lâm đề nghị Sở Y tế công bố chất lượng nước giếng; đồng thời, đề nghị rà soát các trạm cấp nước.",
        (
            {"to": "Sở Y tế tỉnh Tân Lâm", "text": "công bố chất lượng nước giếng"},
            {"to": "Sở Y tế tỉnh Tân Lâm", "text": "rà soát các trạm cấp nước"},
        ),
    ),
    (  # voters by where they live; under a line that ends on a colon, with how it stands; as a list; whom they ask by what it is
        (
            "Cử tri xã Hạ Lưu, huyện Kim Bình đề nghị:\n\nXem xét mở đường gom hai bên bờ kênh.\n\nTình trạng: Đã được trả lời\n\nTRẢ LỜI:\nSở Y tế đã khảo sát.\n\n"
            "Cử tri ấp 3 đã kiến nghị với đại biểu HĐND tỉnh Tân Lâm một số vấn đề như: Hỗ trợ thuyền cho trạm y tế; nâng cấp trạm bơm.\n\n"
            "Cử tri phường Đông Hà phản ánh và đề nghị ngành chức năng xử lý xe chở cát."
        ),
        (
            {
                "from": "Cử tri xã Hạ Lưu, huyện Kim Bình",
                "text": "Xem xét mở đường gom hai bên bờ kênh",
                "status": "Đã được trả lời",
            },
            {"from": "Cử tri ấp 3", "to": "đại biểu HĐND tỉnh Tân Lâm", "text": "Hỗ trợ thuyền cho trạm y tế"},
            {"from": "Cử tri ấp 3", "text": "nâng cấp trạm bơm"},
            {"from": "Cử tri phường Đông Hà", "to": "ngành chức năng", "text": "xử lý xe chở cát"},
        ),
    ),
    (  # requests that are counted, what others are told to propose and by when it is to be reported ask for nothing
        (
            "UBND tỉnh Tân Lâm nhận 139 ý kiến, kiến nghị, trong đó có 7 ý kiến, kiến nghị liên quan đến Công ty TNHH Gỗ Kim Bình. "
            "UBND tỉnh đã chỉ đạo các sở tham mưu, đề xuất, kiến nghị Bộ Y tế xử lý. Các huyện lập danh sách, báo cáo đề xuất UBND tỉnh trước ngày 30/10/2020."
        ),
        (),
    ),
    (
        "Sở Y tế tỉnh Tân Lâm đề xuất chuyển 800 triệu đồng vốn dư cho trạm bơm nhưng UBND tỉnh không đồng ý.",
        (
            {
                "from": "Sở Y tế tỉnh Tân Lâm",
                "to": "Ủy ban nhân dân tỉnh Tân Lâm",
                "text": "chuyển 800 triệu đồng vốn dư cho trạm bơm",
            },
        ),
    ),
    (  # a paper with its number and day that is sent; a letter that asks whom it addresses
        (
            "Văn phòng UBND tỉnh Tân Lâm có văn bản số 15-CV/VP ngày 23 tháng 5 năm 2025 gửi Sở Y tế đề nghị cho ý kiến đối với mẫu đơn mới. "
            "Do thời gian gấp, trân trọng đề nghị Đồng chí dành thời gian đọc mẫu đơn."
        ),
        (
            {"to": "Sở Y tế tỉnh Tân Lâm", "text": "cho ý kiến đối với mẫu đơn mới"},
            {"to": "Đồng chí", "text": "dành thời gian đọc mẫu đơn"},
        ),
    ),
    (  # over a paper of the party stands its name, whoever asks
        "TỈNH ỦY TÂN LÂM\nVĂN PHÒNG\nSố 12-CV/VPTU\n\nĐẢNG CỘNG SẢN VIỆT NAM\nTân Lâm, ngày 25 tháng 5 năm 2025\n\nĐề nghị Sở Tài chính sớm bố trí kinh phí mua thiết bị.",
        ({"from": "Văn phòng, Tỉnh ủy Tân Lâm"},),
    ),
)
