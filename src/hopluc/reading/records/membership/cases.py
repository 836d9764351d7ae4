"""Cases of memberships: texts, and who sits where in them."""

from collections.abc import Mapping
from typing import Any

_STEERING = "Ban Chỉ đạo chuyển đổi số thành phố Vĩnh Hà"

CASES: tuple[tuple[str, tuple[Mapping[str, Any], ...]], ...] = (
    (  # whose the unit is that somebody heads
        "Ông Trần Văn Nam, Trưởng khoa Cơ khí, báo cáo.\nTS. Lê Minh Duy, Trưởng bộ môn Giống của Viện Lâm sinh nhiệt đới, đề nghị xem lại.",
        (
            {"person": "Trần Văn Nam", "position": "Trưởng khoa Cơ khí", "organisation": None},
            {
                "person": "Lê Minh Duy",
                "position": "Trưởng bộ môn Giống của Viện Lâm sinh nhiệt đới",
                "organisation": "Viện Lâm sinh nhiệt đới",
            },
        ),
    ),
    (  # whose company it is that somebody heads
        "Tỉnh hỗ trợ Công ty TNHH Nam Sơn lắp máy. Bà Tưởng Thị Hà, Giám đốc Công ty, chia sẻ niềm vui.",
        ({"person": "Tưởng Thị Hà", "position": "Giám đốc Công ty", "organisation": "Công ty TNHH Nam Sơn"},),
    ),
    (  # whose post it is that is told by itself: of the kind of body that has such a post, not of its parent
        (
            "Cục Thủy lợi Tân Lâm họp. Bộ Nông Lâm (BNL) dự, Phó Cục trưởng Phan Viết Thành nói.\nPhía Viện Giống cây, Bộ Nông Lâm có ông Lê Văn Duy - Phó Viện trưởng, Trưởng đoàn cùng\n"
            "một số cán bộ."
        ),
        (
            {"person": "Phan Viết Thành", "organisation": "Cục Thủy lợi Tân Lâm"},
            {"person": "Lê Văn Duy", "position": "Phó Viện trưởng", "organisation": "Viện Giống cây", "role": "Trưởng đoàn"},
        ),
    ),
    (  # ministers, a post given to one who holds another, who leads and has no post of the lists, who is to chair a council
        (
            "Phó Thủ tướng Lê Văn Tâm tiếp đoàn do ông Jean Martin, thành viên một nghị viện làm Trưởng đoàn. Bộ trưởng Khoa học và Công nghệ Trần Ân dự.\n"
            "UBND tỉnh Tân Lâm điều động ông Vũ Trinh Quốc (sinh năm 1976), Chánh Văn phòng UBND tỉnh giữ chức Giám đốc Sở Y tế, thời hạn 5 năm.\n"
            "Hội đồng thẩm định giống lúa gồm 7 người, Cử nhân Bế Thị Thơm, Phó Giám đốc Sở Y tế làm Chủ tịch Hội đồng."
        ),
        (
            {"person": "Lê Văn Tâm", "organisation": "Chính phủ"},
            {"person": "Jean Martin", "position": "thành viên một nghị viện", "role": "Trưởng đoàn"},
            {"person": "Trần Ân", "organisation": "Bộ Khoa học và Công nghệ"},
            {"person": "Vũ Trinh Quốc", "position": "Giám đốc Sở Y tế", "organisation": "Sở Y tế tỉnh Tân Lâm"},
            {"person": "Bế Thị Thơm", "position": "Phó Giám đốc Sở Y tế", "role": "Chủ tịch Hội đồng"},
        ),
    ),
    (  # parts told by what opens a part of the sentence, with the body told behind the part, or before the name; where a post ends
        (
            "Ban Chỉ đạo chuyển đổi số tỉnh Tân Lâm do ông Đỗ Minh Tâm, Chủ tịch UBND tỉnh, làm Trưởng Ban Chỉ đạo; các Phó Trưởng Ban Chỉ đạo, gồm các đồng chí: Mai Xuân Liên, "
            "Phó Chủ tịch UBND tỉnh và Đỗ Hữu Quý, Giám đốc Sở Y tế.\n"
            "Giám đốc Sở Nội vụ Lã Viết Nghinh được giao làm Tổ trưởng Tổ kỹ thuật để lắp máy.\nBên cạnh Tổ phó là ông Vi Văn Kỳ còn nhiều người.\n"
            "Các Thành viên Thường trực của Ban gồm: Ông Lê Văn Mộc - Vụ trưởng, Giám đốc Trung tâm thông tin; ông Đỗ Bá Khiêm - Chánh Văn phòng."
        ),
        (
            {"person": "Đỗ Minh Tâm", "role": "Trưởng Ban", "body": "Ban Chỉ đạo chuyển đổi số tỉnh Tân Lâm"},
            {"person": "Mai Xuân Liên", "role": "Phó Trưởng Ban", "body": "Ban Chỉ đạo chuyển đổi số tỉnh Tân Lâm"},
            {"person": "Đỗ Hữu Quý", "role": "Phó Trưởng Ban", "position": "Giám đốc Sở Y tế"},
            {"person": "Lã Viết Nghinh", "role": "Tổ trưởng", "body": "Tổ kỹ thuật để lắp máy"},
            {"person": "Vi Văn Kỳ", "role": "Tổ phó"},
            {"person": "Lê Văn Mộc", "role": "Thành viên Thường trực", "position": "Vụ trưởng, Giám đốc Trung tâm thông tin"},
            {"person": "Đỗ Bá Khiêm", "role": "Thành viên Thường trực", "position": "Chánh Văn phòng"},
        ),
    ),
    (  # the seat in who organises a contest, a delegation told of before, an office with a name of its own
        (
            "Sáng nay, Ban Tổ chức Hội thi sáng tạo họp. Có đồng chí Nông Huy Đạt - Phó Chủ tịch Hội Nông dân tỉnh Tân Lâm, Phó Trưởng ban Hội thi; đồng chí Lê Văn Duyên, Phó Chánh Văn phòng Trung ương Đảng.\n"
            "Đoàn giám sát của HĐND tỉnh Tân Lâm tiến hành kiểm tra đê. Ông Phạm Quốc Dân - Giám đốc Sở Y tế làm Trưởng đoàn."
        ),
        (
            {"person": "Nông Huy Đạt", "position": "Phó Chủ tịch Hội Nông dân tỉnh Tân Lâm", "role": "Phó Trưởng ban"},
            {"person": "Lê Văn Duyên", "organisation": "Văn phòng Trung ương Đảng"},
            {"person": "Phạm Quốc Dân", "role": "Trưởng đoàn", "body": "Đoàn giám sát của HĐND tỉnh Tân Lâm"},
        ),
    ),
    (  # a post that several hold; one body of several; parts of a sentence that are none's label
        (
            "Cùng chủ trì hội nghị này còn có các Phó Thủ tướng: Lê Chí Đạm, Bùi Thanh Mạc; Trần Thị Hà, Ủy viên Ban Thường vụ Tỉnh ủy; Phó Chủ tịch Thường trực HĐND tỉnh; Trần Thị Nhãn, Giám đốc Sở Y tế.\n"
            "Học viện Nông nghiệp Tân Lâm họp. Ông Đỗ Xuân Thắng, Chủ tịch Hội đồng Lý luận Trung ương, Giám đốc Học viện, và bà Lê Thị Tám, Chủ tịch UBND tỉnh Tân Lâm, Bí thư Đảng ủy UBND tỉnh dự."
        ),
        (
            {"person": "Lê Chí Đạm", "position": "Phó Thủ tướng", "role": "cùng chủ trì hội nghị"},
            {"person": "Bùi Thanh Mạc", "position": "Phó Thủ tướng", "organisation": "Chính phủ"},
            {"person": "Trần Thị Hà", "position": "Ủy viên Ban Thường vụ Tỉnh ủy"},
            {"person": "Trần Thị Nhãn", "position": "Giám đốc Sở Y tế", "role": "cùng chủ trì hội nghị"},
            {"person": "Đỗ Xuân Thắng", "organisation": "Học viện Nông nghiệp Tân Lâm"},
            {"person": "Lê Thị Tám", "organisation": "Ủy ban nhân dân tỉnh Tân Lâm"},
        ),
    ),
    (  # members of a council by name and body alone, by a post before the name, after a count; who is chosen
        (
            "Thành lập Hội đồng thẩm định giống lúa do Bộ trưởng Bộ Y tế Lê Quân làm Chủ tịch.\n"
            "2 Phó Chủ tịch Hội đồng gồm: Tiến sĩ Vũ Quân, nguyên Thứ trưởng Bộ Y tế; Giáo sư, Viện sĩ Lê Văn Hiển, Viện Cơ học Tân Lâm.\n"
            "Ủy viên Hội đồng gồm: Thứ trưởng Bộ Nội vụ Hứa Văn Thạo, Thứ trưởng Bộ Tài chính Huỳnh Bá Nhượng, GS. Nguyễn Hữu Đường.\n"
            "Bà Trần Thị Phát được chọn là Chủ tịch hội đồng."
        ),
        (
            {"person": "Lê Quân", "role": "Chủ tịch", "body": "Hội đồng thẩm định giống lúa"},
            {"person": "Vũ Quân", "role": "Phó Chủ tịch Hội đồng", "body": "Hội đồng thẩm định giống lúa"},
            {"person": "Lê Văn Hiển", "role": "Phó Chủ tịch Hội đồng", "organisation": "Viện Cơ học Tân Lâm"},
            {"person": "Hứa Văn Thạo", "role": "Ủy viên", "position": "Thứ trưởng Bộ Nội vụ", "organisation": "Bộ Nội vụ"},
            {"person": "Huỳnh Bá Nhượng", "role": "Ủy viên", "position": "Thứ trưởng Bộ Tài chính"},
            {"person": "Nguyễn Hữu Đường", "role": "Ủy viên"},
            {"person": "Trần Thị Phát", "role": "Chủ tịch hội đồng"},
        ),
    ),
    (  # mayors and ambassadors have no body of the sentence; who signs is no member
        (
            "UBND tỉnh Tân Lâm đón ông Minamide Kenichi, Thị trưởng, và Đại sứ quán Ba Lan do ngài Jan Nowak, Đại sứ dẫn đầu.\n\nNgười lập biểu\nDiệp Thu Thơm\nGiám đốc\nKS. Trương Đình Hợp"
        ),
        (
            {"person": "Minamide Kenichi", "position": "Thị trưởng", "organisation": None},
            {"person": "Jan Nowak", "organisation": "Đại sứ quán Ba Lan"},
        ),
    ),
    (  # an agency with its parent behind it; who presides in the second half of a sentence
        (
            "Chủ trì hội nghị, Phó Chủ tịch UBND tỉnh Tân Lâm Hồ Quang Bút; đồng chủ trì, Giám đốc Sở Y tế Phạm Viết Tín.\n"
            "Ông Phạm Hồng Quý - Cục trưởng Cục Giống cây, Bộ Khoa học và Công nghệ dự."
        ),
        (
            {"person": "Hồ Quang Bút", "role": "chủ trì hội nghị"},
            {"person": "Phạm Viết Tín", "role": "đồng chủ trì"},
            {"person": "Phạm Hồng Quý", "organisation": "Cục Giống cây, Bộ Khoa học và Công nghệ"},
        ),
    ),
    (  # a standing council is part of the post, the seat in the council that is told of is none
        (
            "Sáng nay họp Hội đồng tư vấn chọn giống lúa.\nThành phần Hội đồng gồm có: ông Vũ Hải Bình - Giám đốc Sở Y tế tỉnh Tân Lâm, Phó Chủ tịch Hội đồng KH&CN tỉnh - Chủ tịch Hội đồng.\n"
            "Đến dự có bà Lê Thị Thơm, Phó Chủ tịch UBND tỉnh, Chủ tịch Hội đồng KH&CN tỉnh."
        ),
        (
            {
                "person": "Vũ Hải Bình",
                "position": "Giám đốc Sở Y tế tỉnh Tân Lâm, Phó Chủ tịch Hội đồng KH&CN tỉnh",
                "organisation": "Sở Y tế tỉnh Tân Lâm",
                "body": "Hội đồng tư vấn chọn giống lúa",
                "role": "Chủ tịch Hội đồng",
            },
            {
                "person": "Lê Thị Thơm",
                "position": "Phó Chủ tịch UBND tỉnh, Chủ tịch Hội đồng KH&CN tỉnh",
                "organisation": "Ủy ban nhân dân tỉnh Tân Lâm",
                "role": "đến dự",
            },
        ),
    ),
    (  # who keeps the minutes of a council
        "Thành lập Hội đồng khoa học do ông Bùi Thế Hoàn, Giám đốc Sở Y tế tỉnh Tân Lâm làm Tổng thư ký.",
        ({"person": "Bùi Thế Hoàn", "organisation": "Sở Y tế tỉnh Tân Lâm", "role": "Tổng thư ký"},),
    ),
    (  # the names of bodies whose ends look like a person's
        (
            "1. Ông Nguyễn Hữu An, Viện trưởng Viện Công nghệ Phương Bắc, Ủy viên;\n"
            "2. Bà Trần Thị Mai, Giám đốc Công ty cổ phần Phương Đông, Ủy viên."
        ),
        (
            {"person": "Nguyễn Hữu An", "position": "Viện trưởng Viện Công nghệ Phương Bắc", "role": "Ủy viên"},
            {"person": "Trần Thị Mai", "position": "Giám đốc Công ty cổ phần Phương Đông", "role": "Ủy viên"},
        ),
    ),
    (  # a decision: numbered rows that end in the role
        (
            "Điều 1. Thành lập Ban Chỉ đạo chuyển đổi số thành phố Vĩnh Hà, gồm các ông (bà) có tên sau:\n"
            "1. Ông Nguyễn Văn Bình, Chủ tịch Ủy ban nhân dân thành phố, Trưởng ban;\n"
            "2. Bà Trần Thị Mai, Giám đốc Sở Khoa học và Công nghệ, Phó Trưởng ban Thường trực;\n"
            "3. Ông Lê Quốc Hưng, Giám đốc Sở Tài chính, Ủy viên."
        ),
        (
            {
                "person": "Nguyễn Văn Bình",
                "position": "Chủ tịch Ủy ban nhân dân thành phố",
                "body": _STEERING,
                "role": "Trưởng ban",
            },
            {
                "person": "Trần Thị Mai",
                "position": "Giám đốc Sở Khoa học và Công nghệ",
                "body": _STEERING,
                "role": "Phó Trưởng ban Thường trực",
            },
            {"person": "Lê Quốc Hưng", "position": "Giám đốc Sở Tài chính", "body": _STEERING, "role": "Ủy viên"},
        ),
    ),
    (  # a report: roles as labels, members in a list under theirs
        (
            "Quyết định số 15/QĐ-SKHCN thành lập Tổ giúp việc Ban Chỉ đạo Chương trình biển xanh gồm các thành viên sau:\n"
            "1. Tổ trưởng: Bà Đặng Thu Trang, Trưởng phòng Kế hoạch, Sở Khoa học và Công nghệ tỉnh Tân Lâm.\n"
            "2. Các tổ viên (02):\n"
            "- Ông Phan Đình Lộc, Chuyên viên Sở Công Thương;\n"
            "- Bà Lương Thị Hiền - Phó Trưởng phòng Văn xã, Sở Tài chính."
        ),
        (
            {
                "person": "Đặng Thu Trang",
                "position": "Trưởng phòng Kế hoạch, Sở Khoa học và Công nghệ tỉnh Tân Lâm",
                "body": "Tổ giúp việc Ban Chỉ đạo Chương trình biển xanh",
                "role": "Tổ trưởng",
            },
            {"person": "Phan Đình Lộc", "position": "Chuyên viên Sở Công Thương", "role": "tổ viên"},
            {"person": "Lương Thị Hiền", "position": "Phó Trưởng phòng Văn xã, Sở Tài chính", "role": "tổ viên"},
        ),
    ),
    (  # a table written one cell a line
        (
            "Danh sách Hội đồng tư vấn tuyển chọn nhiệm vụ khoa học và công nghệ tỉnh Tân Lâm\n"
            "TT\nHọ và tên\nChức vụ, đơn vị công tác\nChức danh trong Hội đồng\n"
            "1\nPGS.TS. Vũ Minh Đức\nPhó Hiệu trưởng Trường Đại học Cần Thơ\nChủ tịch\n"
            "2\nTS. Đỗ Thị Hồng Nhung\nPhó Giám đốc Sở Khoa học và Công nghệ tỉnh Tân Lâm\nỦy viên, thư ký"
        ),
        (
            {
                "person": "Vũ Minh Đức",
                "position": "Phó Hiệu trưởng Trường Đại học Cần Thơ",
                "body": "Hội đồng tư vấn tuyển chọn nhiệm vụ khoa học và công nghệ tỉnh Tân Lâm",
                "role": "Chủ tịch",
            },
            {"person": "Đỗ Thị Hồng Nhung", "role": "Ủy viên, thư ký"},
        ),
    ),
    (  # a magazine: the head of a delegation, and a speaker named twice
        (
            "Đoàn công tác của Sở Khoa học và Công nghệ tỉnh Tân Lâm do ông Phạm Gia Khánh, Phó Giám đốc Sở làm trưởng đoàn đã tới thăm Viện Dược liệu. "
            "Ông Phạm Gia Khánh, Phó Giám đốc Sở đánh giá cao kết quả hợp tác."
        ),
        (
            {
                "person": "Phạm Gia Khánh",
                "position": "Phó Giám đốc Sở",
                "body": "Đoàn công tác của Sở Khoa học và Công nghệ tỉnh Tân Lâm",
                "role": "trưởng đoàn",
            },
        ),
    ),
    (  # a bulletin: those who attend
        "Dự hội nghị có đồng chí Ngô Đức Thịnh, Thứ trưởng Bộ Khoa học và Công nghệ; đồng chí Vũ Thị Hạnh, Phó Chủ tịch Ủy ban nhân dân tỉnh Tân Lâm.",
        (
            {"person": "Ngô Đức Thịnh", "position": "Thứ trưởng Bộ Khoa học và Công nghệ", "body": None, "role": "dự hội nghị"},
            {"person": "Vũ Thị Hạnh", "organisation": "Ủy ban nhân dân tỉnh Tân Lâm", "role": "dự hội nghị"},
        ),
    ),
    (  # an agreement: who stands for a side
        "BÊN B: TẬP ĐOÀN FPT\nĐại diện: Bà Lý Thị Thu Thảo, Chức vụ: Giám đốc vùng",
        ({"person": "Lý Thị Thu Thảo", "position": "Giám đốc vùng", "organisation": "Tập đoàn FPT", "role": "đại diện"},),
    ),
    (  # a bulletin: roles glued to posts, the committee named once; one listed under the role
        (
            "Theo đó, thành lập Ban Chỉ đạo cấp tỉnh về đổi mới sáng tạo gồm 9 thành viên: Ông Đỗ Quang Huy - Bí thư Tỉnh ủy làm Trưởng Ban Chỉ đạo; "
            "bà Mai Thanh Tâm - Phó Chủ tịch UBND tỉnh Tân Lâm, Phó Trưởng Ban Chỉ đạo. "
            "Thư ký gồm các ông: Lưu Đức Anh, Chánh Văn phòng UBND tỉnh Tân Lâm."
        ),
        (
            {"person": "Đỗ Quang Huy", "body": "Ban Chỉ đạo cấp tỉnh về đổi mới sáng tạo", "role": "Trưởng Ban"},
            {"person": "Mai Thanh Tâm", "body": "Ban Chỉ đạo cấp tỉnh về đổi mới sáng tạo", "role": "Phó Trưởng Ban"},
            {"person": "Lưu Đức Anh", "role": "Thư ký"},
        ),
    ),
    (  # a newspaper: the committee is named in the role
        "Bí thư Tỉnh ủy Đỗ Quang Huy làm Trưởng ban Chỉ đạo phòng, chống thiên tai tỉnh Tân Lâm.",
        ({"person": "Đỗ Quang Huy", "body": "Ban Chỉ đạo phòng", "role": "Trưởng ban"},),
    ),
    # negative: a name without a post, and the one who signs
    ("Theo tác giả Nguyễn Thị Lan, công nghệ này còn mới.\n\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nTrần Quốc Toản", ()),
    (  # minutes: the committee is named in the title; a role alone is one in it
        (
            "THÔNG BÁO\nKết luận tại cuộc họp Ban Chỉ đạo Chương trình hợp tác Tân Lâm\n\nChiều 12/8, đồng chí Đặng Thị Mẫu, Phó Chủ tịch UBND tỉnh Tân Lâm, Trưởng Ban Chỉ đạo "
            "đã chủ trì cuộc họp. Tham dự có đồng chí Hoàng Thị Thử, Giám đốc Sở Y tế tỉnh Tân Lâm, Phó Trưởng ban."
        ),
        (
            {"person": "Đặng Thị Mẫu", "body": "Ban Chỉ đạo Chương trình hợp tác Tân Lâm", "role": "Trưởng Ban"},
            {"person": "Hoàng Thị Thử", "body": "Ban Chỉ đạo Chương trình hợp tác Tân Lâm", "role": "Phó Trưởng ban"},
        ),
    ),
    (  # the unit that a post heads is the one the document names
        "Khoa Nông học, Trường Đại học Nông Lâm mở 14 lớp. Trường cử TS. Lê Thị Mẫu, Trưởng khoa Nông học, làm đầu mối.",
        ({"person": "Lê Thị Mẫu", "organisation": "Khoa Nông học, Trường Đại học Nông Lâm"},),
    ),
    (  # who holds a post is named before it: what follows is a place that begins like a surname; the committee's topic stands in quotes
        (
            'Điều 1. Nay thành lập Ban Chủ nhiệm chương trình "Cây thuốc miền núi" gồm các ông, bà có tên sau:\n'
            "1. KS. Hà Văn Mẫu, Giám đốc Sở Khoa học, Công nghệ và Môi trường tỉnh Hoàng Liên, Ủy viên.\n"
        ),
        (
            {
                "person": "Hà Văn Mẫu",
                "position": "Giám đốc Sở Khoa học, Công nghệ và Môi trường tỉnh Hoàng Liên",
                "body": 'Ban Chủ nhiệm chương trình "Cây thuốc miền núi"',
                "role": "Ủy viên",
            },
        ),
    ),
    (  # minutes: whether somebody presides or is absent is said behind the role
        (
            "BIÊN BẢN\nHọp Tổ giúp việc Ban Chỉ đạo hợp tác\nThành phần:\n- Ông Tạ Minh Mẫu, Phó Giám đốc Sở Y tế tỉnh Tân Lâm, Tổ trưởng - chủ trì;\n"
            "- Bà Ngô Thị Thử, chuyên viên Sở Tài chính tỉnh Tân Lâm, Tổ viên (vắng có lý do).\n"
        ),
        (
            {"person": "Tạ Minh Mẫu", "position": "Phó Giám đốc Sở Y tế tỉnh Tân Lâm", "role": "Tổ trưởng"},
            {"person": "Ngô Thị Thử", "position": "chuyên viên Sở Tài chính tỉnh Tân Lâm", "role": "Tổ viên"},
        ),
    ),
    (  # whom a congress gives a post, and others after them; a seat in a committee; a decision on something else
        (
            "HỘI LÀM VƯỜN TỈNH TÂN LÂM\nSố: 5/BC-HLV\nBÁO CÁO\nKết quả năm 2018\n\n"
            "Đại hội đã bầu ông Lương Văn Hòe giữ chức Chủ tịch nhiệm kỳ 2018-2023; các ông Đinh Quang Tụ, Phan Sỹ Điền làm Phó Chủ tịch.\n"
            "Hội bầu bà Mạc Thị Nhàn vì ông Lê An làm Giám đốc bận việc."
        ),
        (
            {"person": "Lương Văn Hòe", "position": "Chủ tịch", "organisation": "Hội Làm vườn tỉnh Tân Lâm"},
            {"person": "Đinh Quang Tụ", "position": "Phó Chủ tịch"},
            {"person": "Phan Sỹ Điền", "position": "Phó Chủ tịch"},
        ),
    ),
    (  # a bare head is the issuer's, and so is a division without its own name; an age between the name and the post
        (
            "SỞ CÔNG THƯƠNG TỈNH TÂN LÂM\nSố: 215/QĐ-SCT\nQUYẾT ĐỊNH\nVề việc thành lập Tổ công tác\n\nĐiều 1. Thành lập Tổ công tác gồm:\n"
            "1. Ông Đoàn Viết Sắc - Phó Giám đốc Sở - Tổ trưởng\n2. Bà Hứa Thị Thơm - Chuyên viên phòng Quản lý môi trường - Tổ viên\n"
            "Nghệ nhân Đỗ Bá Khiêm, 71 tuổi, Chủ nhiệm Hợp tác xã Gốm Thổ Sơn, góp ý."
        ),
        (
            {"person": "Đoàn Viết Sắc", "organisation": "Sở Công Thương tỉnh Tân Lâm", "role": "Tổ trưởng"},
            {"person": "Hứa Thị Thơm", "organisation": "Sở Công Thương tỉnh Tân Lâm"},
            {"person": "Đỗ Bá Khiêm", "position": "Chủ nhiệm Hợp tác xã Gốm Thổ Sơn"},
        ),
    ),
    (  # the deputy of a committee; a post whose body goes on behind `và`; who is talked with holds no post
        (
            "QUYẾT ĐỊNH\nVề việc thành lập Ban Điều phối\n\nĐiều 1. Thành lập Ban Điều phối gồm:\n- Ông Dương Văn Cao, Giám đốc Sở Khoa học và Công nghệ tỉnh Tân Lâm: Phó ban thường trực;\n"
            "Bổ nhiệm ông Vi Văn Kỳ giữ chức Phó Giám đốc Sở Khoa học và Công nghệ tỉnh Tân Lâm.\nChia sẻ với phóng viên, Giám đốc Sở Nội vụ tỉnh Tân Lâm Tăng Bảo Quốc nêu ý kiến."
        ),
        (
            {"person": "Dương Văn Cao", "role": "Phó ban thường trực", "body": "Ban Điều phối"},
            {"person": "Vi Văn Kỳ", "position": "Phó Giám đốc Sở Khoa học và Công nghệ tỉnh Tân Lâm"},
            {"person": "Tăng Bảo Quốc", "position": "Giám đốc Sở Nội vụ tỉnh Tân Lâm"},
        ),
    ),
    (  # a role told before a name that has a post behind it; a role behind several names; a team told with the part
        (
            "UBND tỉnh Tân Lâm thành lập Ban Chỉ đạo Phòng, chống dịch bệnh do chủng mới của vi rút. Theo đó, Trưởng Ban Chỉ đạo là đồng chí Cao Văn Hòa, Phó Chủ tịch UBND tỉnh. "
            "Các ông Trần Văn Tuân, Lê Ngọc Khanh làm Phó Trưởng Ban Chỉ đạo; bà Vi Thị Nụ, Giám đốc Sở Nội vụ làm Tổ trưởng Tổ an sinh xã hội."
        ),
        (
            {
                "person": "Cao Văn Hòa",
                "position": "Phó Chủ tịch UBND tỉnh",
                "role": "Trưởng Ban",
                "body": "Ban Chỉ đạo Phòng, chống dịch bệnh do chủng mới của vi rút",
            },
            {"person": "Trần Văn Tuân", "role": "Phó Trưởng Ban"},
            {"person": "Lê Ngọc Khanh", "role": "Phó Trưởng Ban"},
            {"person": "Vi Thị Nụ", "role": "Tổ trưởng", "body": "Tổ an sinh xã hội"},
        ),
    ),
    (  # posts that are held or given behind others, and those of several
        (
            "Sở Y tế tỉnh Tân Lâm có lãnh đạo mới: ông Trần Văn Đượm giữ chức Giám đốc Sở; các Phó Giám đốc gồm các ông: Lê Quốc Thuật, Phan Văn Xiêm.\n"
            "Bộ điều động ông Trần Bá Dục - Vụ trưởng Vụ Tổ chức cán bộ đến nhận công tác tại Cục Thông tin và bổ nhiệm giữ chức Cục trưởng Cục Thông tin."
        ),
        (
            {"person": "Trần Văn Đượm", "position": "Giám đốc Sở", "organisation": "Sở Y tế tỉnh Tân Lâm"},
            {"person": "Lê Quốc Thuật", "position": "Phó Giám đốc"},
            {"person": "Phan Văn Xiêm", "position": "Phó Giám đốc"},
            {"person": "Trần Bá Dục", "position": "Cục trưởng Cục Thông tin"},
        ),
    ),
    (  # who is given a post, told of them
        "Tháng 4/2017, bà Phàn Mùi Khé được bổ nhiệm làm Phó Giám đốc Sở Y tế tỉnh Tân Lâm thay ông Vũ Đình Trọng nghỉ hưu.",
        ({"person": "Phàn Mùi Khé", "position": "Phó Giám đốc Sở Y tế tỉnh Tân Lâm", "organisation": "Sở Y tế tỉnh Tân Lâm"},),
    ),
    (  # whose school it is was told before
        "Trường Đại học Nông Lâm, Đại học Huế đón tân sinh viên. Dự lễ có bà Hà Thị Lựu, Phó Hiệu trưởng nhà trường.",
        (
            {
                "person": "Hà Thị Lựu",
                "position": "Phó Hiệu trưởng nhà trường",
                "organisation": "Trường Đại học Nông Lâm, Đại học Huế",
            },
        ),
    ),
    (  # the part behind the last of two is both's; the office of a party committee is no committee to sit on
        (
            "Quyết định thành lập Ban Chỉ đạo Đề án chuyển đổi số nông thôn.\n\n"
            "Ông Phạm Văn Mẫu, Trưởng Ban Tổ chức Tỉnh ủy và bà Lê Thị Thử, Giám đốc Sở Nội vụ làm Phó Trưởng Ban Chỉ đạo."
        ),
        (
            {
                "person": "Phạm Văn Mẫu",
                "position": "Trưởng Ban Tổ chức Tỉnh ủy",
                "body": "Ban Chỉ đạo Đề án chuyển đổi số nông thôn",
                "role": "Phó Trưởng Ban",
            },
            {
                "person": "Lê Thị Thử",
                "position": "Giám đốc Sở Nội vụ",
                "body": "Ban Chỉ đạo Đề án chuyển đổi số nông thôn",
                "role": "Phó Trưởng Ban",
            },
        ),
    ),
)
