"""Cases of posts won, held beside each other and given in place of others, as the news tells of them. Texts, and the memberships they tell."""

from collections.abc import Mapping
from typing import Any

TOLD_CASES: tuple[tuple[str, tuple[Mapping[str, Any], ...]], ...] = (
    (  # a list of members by their names alone, under a label that closes its paragraph
        "Trường Đại học Vĩnh Hà có Hội đồng quản trị. Danh sách các thành viên Hội đồng cố vấn gồm:\n1. GS Lò Văn Pún\n2. TS KTS Vi Thị Nụ",
        (
            {"person": "Lò Văn Pún", "role": "thành viên", "body": "Hội đồng cố vấn"},
            {"person": "Vi Thị Nụ", "role": "thành viên", "body": "Hội đồng cố vấn"},
        ),
    ),
    (  # recognised in a post; not recognised in one; a seat beside the post; two spaces in a name
        (
            "UBND tỉnh Tân Lâm công nhận Chủ tịch Hội đồng quản trị Trường Đại học Vĩnh Hà nhiệm kỳ 2016-2020 đối với ông Đỗ Bá Khiêm, không công nhận Hiệu trưởng đối với ông Tăng Bảo Quốc.\n"
            "Kiện toàn Ban Chỉ đạo chuyển đổi số tỉnh Tân Lâm, đồng chí Lò Văn Pún – Phó Chủ tịch UBND tỉnh Tân Lâm kiêm Phó trưởng ban thường trực và đồng chí Vi Thị Nụ – "
            "Giám đốc Sở  Thông tin và Truyền thông giữ chức vụ Phó Trưởng Ban Chỉ đạo."
        ),
        (
            {"person": "Đỗ Bá Khiêm", "position": "Chủ tịch Hội đồng quản trị Trường Đại học Vĩnh Hà"},
            {"person": "Lò Văn Pún", "position": "Phó Chủ tịch UBND tỉnh Tân Lâm", "role": "Phó trưởng ban thường trực"},
            {"person": "Vi Thị Nụ", "position": "Giám đốc Sở Thông tin và Truyền thông", "role": "Phó Trưởng Ban"},
        ),
    ),
    (  # who decides is not the one named next; moved to act as a minister, a new post behind `nay`; the central committee in short; a company's board
        (
            "Theo quyết định của Thủ tướng, ông Lò Văn Pún được bổ nhiệm giữ chức Chủ tịch Viện Dược liệu.\n"
            "Thủ tướng tiếp nhận, bổ nhiệm bà Vi Thị Nụ, Ủy viên Ban chấp hành T.Ư Đảng, Phó bí thư Tỉnh ủy Tân Lâm, giữ chức Thứ trưởng Bộ Y tế; "
            "bổ nhiệm ông Đỗ Bá Khiêm, Chủ tịch Viện Năng lượng nay giữ chức Chủ tịch Viện Cơ học Tân Lâm.\n"
            "Ông Tăng Bảo Quốc, Chủ tịch Hội đồng thành viên Tập đoàn VNPT phát biểu."
        ),
        (
            {"person": "Lò Văn Pún", "position": "Chủ tịch Viện Dược liệu"},
            {"person": "Vi Thị Nụ", "position": "Thứ trưởng Bộ Y tế", "organisation": "Bộ Y tế"},
            {"person": "Đỗ Bá Khiêm", "position": "Chủ tịch Viện Cơ học Tân Lâm"},
            {
                "person": "Tăng Bảo Quốc",
                "position": "Chủ tịch Hội đồng thành viên Tập đoàn VNPT",
                "organisation": "Tập đoàn Bưu chính Viễn thông Việt Nam",
            },
        ),
    ),
    (  # whose vice-rector: the school's, not the university's that it is part of
        "Trường Đại học Khoa học Tự nhiên, Đại học Quốc gia Hà Nội họp.\nTại phiên họp, bà Hứa Thị Thơm, Phó Hiệu trưởng phát biểu.",
        ({"person": "Hứa Thị Thơm", "organisation": "Trường Đại học Khoa học Tự nhiên, Đại học Quốc gia Hà Nội"},),
    ),
    (  # who wins a post; two who win one together; the term stands outside the post
        (
            "Tại đại hội, bà Lý Thị Mai tái đắc cử Chủ tịch Hội Nông dân tỉnh Tân Lâm. Ông Lò Văn Pún và ông Đỗ Bá Khiêm được bầu tái cử giữ chức Phó Chủ tịch Hội Nông dân tỉnh Tân Lâm lần thứ X.\n"
            "Chủ tịch Hội Chữ thập đỏ tỉnh Tân Lâm khóa IX Hứa Thị Thơm phát biểu."
        ),
        (
            {"person": "Lý Thị Mai", "position": "Chủ tịch Hội Nông dân tỉnh Tân Lâm"},
            {"person": "Lò Văn Pún", "position": "Phó Chủ tịch Hội Nông dân tỉnh Tân Lâm"},
            {"person": "Đỗ Bá Khiêm", "position": "Phó Chủ tịch Hội Nông dân tỉnh Tân Lâm"},
            {"person": "Hứa Thị Thơm", "position": "Chủ tịch Hội Chữ thập đỏ tỉnh Tân Lâm"},
        ),
    ),
    (  # two with their posts in one part; a post of the Party's central board names no committee
        "Theo quyết định thành lập Ban Chỉ đạo cải cách, ông Phạm Văn Cao, Trưởng Ban Tổ chức Trung ương và ông Vi Văn Kỳ, Phó Chủ tịch Quốc hội làm Phó Trưởng Ban Chỉ đạo.",
        (
            {
                "person": "Phạm Văn Cao",
                "position": "Trưởng Ban Tổ chức Trung ương",
                "role": "Phó Trưởng Ban",
                "body": "Ban Chỉ đạo cải cách",
            },
            {
                "person": "Vi Văn Kỳ",
                "position": "Phó Chủ tịch Quốc hội",
                "role": "Phó Trưởng Ban",
                "body": "Ban Chỉ đạo cải cách",
            },
        ),
    ),
    (  # in whose place one comes; a post of the next one named
        (
            "Cử Thứ trưởng Bộ Y tế Tăng Bảo Quốc làm Thành viên Ban Chỉ đạo phát triển vùng chè thay ông Dương Văn Cao.\n"
            "Dự họp có Chủ nhiệm Văn phòng Chính phủ Quách Đình Toại, Tổng Biên tập Báo Nhân dân Lâm Thị Nhài."
        ),
        (
            {"person": "Tăng Bảo Quốc", "role": "Thành viên", "body": "Ban Chỉ đạo phát triển vùng chè"},
            {"person": "Quách Đình Toại", "position": "Chủ nhiệm Văn phòng Chính phủ"},
            {"person": "Lâm Thị Nhài", "position": "Tổng Biên tập Báo Nhân dân"},
        ),
    ),
    (  # a council led by who sits at its head; who gives a day its name is no member
        "Ban Tổ chức lễ kỷ niệm 40 năm ngày Chủ tịch Hồ Chí Minh về thăm tỉnh họp.\nBà Vi Thị Nụ - Giám đốc sở KH&CN tỉnh Tân Lâm - Chủ tịch Hội đồng chủ trì cuộc họp.",
        (
            {
                "person": "Vi Thị Nụ",
                "role": "Chủ tịch",
                "body": "Hội đồng",
                "organisation": "Sở Khoa học và Công nghệ tỉnh Tân Lâm",
            },
        ),
    ),
    (  # approved in a post, told before the names; moved to one; who is released from one has none of it
        (
            "Thủ tướng phê chuẩn kết quả bầu chức vụ Phó Chủ tịch UBND tỉnh Tân Lâm nhiệm kỳ 2021 - 2026 đối với ông Lò Văn Pún, Giám đốc Sở Nội vụ và bà Vi Thị Nụ, Bí thư Huyện ủy, Chủ tịch HĐND huyện Sơn Đông; "
            "phê chuẩn miễn nhiệm chức vụ Chủ tịch UBND tỉnh Tân Lâm đối với ông Đỗ Bá Khiêm, Ủy viên Trung ương Đảng.\n"
            "Tỉnh ủy điều động bà Hứa Thị Thơm, Giám đốc Sở Y tế tỉnh Tân Lâm đến nhận công tác tại HĐND tỉnh, giữ chức vụ Phó Chủ tịch HĐND tỉnh Tân Lâm. "
            "Ông Tăng Bảo Quốc, Phó Giám đốc Sở Y tế tỉnh Tân Lâm được giao quyền Giám đốc Sở Y tế tỉnh Tân Lâm."
        ),
        (
            {
                "person": "Lò Văn Pún",
                "position": "Phó Chủ tịch UBND tỉnh Tân Lâm",
                "organisation": "Ủy ban nhân dân tỉnh Tân Lâm",
            },
            {"person": "Vi Thị Nụ", "position": "Phó Chủ tịch UBND tỉnh Tân Lâm"},
            {"person": "Đỗ Bá Khiêm", "position": "Ủy viên Trung ương Đảng", "organisation": None},
            {"person": "Hứa Thị Thơm", "position": "Phó Chủ tịch HĐND tỉnh Tân Lâm"},
            {"person": "Tăng Bảo Quốc", "position": "quyền Giám đốc Sở Y tế tỉnh Tân Lâm"},
        ),
    ),
    (  # a board of the Party's central is no committee; who leads a project, not the council that looks at it
        (
            "Tỉnh Tân Lâm lập Hội đồng tư vấn.\nBộ Chính trị phân công ông Dương Văn Cao, Bí thư Tỉnh ủy Tân Lâm giữ chức Phó trưởng Ban Kinh tế Trung ương.\n"
            "Hội đồng tư vấn họp về dự án do bà Vi Thị Nụ - Trưởng khoa Nông học Trường Đại học Vĩnh Hà làm chủ nhiệm đề tài.\n"
            "Dự án do Viện Dược liệu chủ trì, Chủ nhiệm dự án là ThS. Lò Văn Pún."
        ),
        (
            {
                "person": "Dương Văn Cao",
                "position": "Phó trưởng Ban Kinh tế Trung ương",
                "organisation": "Ban Kinh tế Trung ương",
                "role": None,
            },
            {"person": "Vi Thị Nụ", "role": None, "body": None},
            {"person": "Lò Văn Pún", "position": "Chủ nhiệm dự án", "role": None},
        ),
    ),
)
