"""Cases of what voters ask, and of what answers them below."""

from collections.abc import Mapping
from typing import Any

VOTER_CASES: tuple[tuple[str, tuple[Mapping[str, Any], ...]], ...] = (
    (  # what voters are said to want rightly is no request again; who is given the work answers before how things stand
        (
            "Cử tri xã Tân Hòa, huyện Nam Sài đề nghị:\n\nĐầu tư trạm bơm thôn Hạ.\n\nTRẢ LỜI:\n\nÝ kiến cử tri đề nghị đầu tư trạm bơm là cần thiết. Trạm cũ đã được nạo vét 0,6 km kênh.\n\n"
            "Tiếp thu kiến nghị của cử tri, Ủy ban nhân dân tỉnh giao Ủy ban nhân dân huyện Nam Sài khảo sát vị trí đặt trạm.\n"
        ),
        (
            {
                "from": "Cử tri xã Tân Hòa, huyện Nam Sài",
                "text": "Đầu tư trạm bơm thôn Hạ",
                "status": "giao Ủy ban nhân dân huyện Nam Sài khảo sát vị trí đặt trạm",
            },
        ),
    ),
    (  # a page titled as answers needs no label for them; whom voters ask may go unnamed; who replies may say so
        (
            "Trả lời kiến nghị cử tri tại kỳ họp thứ 2\n\nTrạm bơm thôn Hạ đã cũ. Cử tri xã Tân Hòa đề nghị tỉnh quan tâm thay máy bơm.\n19/09/2026\n\nUBND tỉnh đã chỉ đạo Sở Y tế lấy mẫu nước.\n"
        ),
        (
            {
                "from": "Cử tri xã Tân Hòa",
                "to": "tỉnh",
                "text": "quan tâm thay máy bơm",
                "status": "đã chỉ đạo Sở Y tế lấy mẫu nước",
            },
        ),
    ),
    (
        (
            "Cử tri phường Tân Lập đề nghị:\nSở Xây dựng kiểm tra cống thoát nước\nSở Xây dựng xin phúc đáp như sau: Sở đang lập hồ sơ thay cống.\n"
            "Hội Nông dân tỉnh đề nghị UBND các huyện căn cứ các tiêu chí, rà soát trạm bơm.\n"
        ),
        (
            {
                "from": "Cử tri phường Tân Lập",
                "to": "Sở Xây dựng",
                "text": "kiểm tra cống thoát nước",
                "status": "đang lập hồ sơ thay cống",
            },
            {"to": "UBND các huyện", "text": "căn cứ các tiêu chí, rà soát trạm bơm"},
        ),
    ),
    (  # the name of an answer tells what was asked, in quotation marks that may close with the sign that opens
        (
            "Trả lời ý kiến cử tri\n\n1. Trả lời ý kiến, kiến nghị của cử tri xã Tân Hòa, huyện Nam Sài đề nghị: “Đầu tư đập thôn Hạ; nạo vét kênh thôn Thượng“\n"
            "2. Trả lời kiến nghị của cử tri xã Phú Lộc, huyện Nam Sài đề nghị nâng cấp trạm bơm thôn Chợ\n"
            "Xét đề nghị của Sở Xây dựng về tình hình cấp phép, UBND tỉnh giao Sở Xây dựng báo cáo.\n"
        ),
        (
            {"from": "cử tri xã Tân Hòa, huyện Nam Sài", "text": "Đầu tư đập thôn Hạ; nạo vét kênh thôn Thượng"},
            {"from": "cử tri xã Phú Lộc, huyện Nam Sài", "text": "nâng cấp trạm bơm thôn Chợ"},
        ),
    ),
    (  # people who ask behind the words on where
        (
            "Tại hội nghị, nhân dân 7 phường kiến nghị sửa chữa trạm bơm thôn Hạ. Bên cạnh đó, người dân kiến nghị nạo vét kênh. Ngoài ra, cử tri cũng đề nghị thành phố phân cấp cho phường quản lý giếng.\n"
        ),
        (
            {"from": "nhân dân 7 phường", "text": "sửa chữa trạm bơm thôn Hạ"},
            {"from": "người dân", "text": "nạo vét kênh"},
            {"from": "cử tri", "to": "thành phố", "text": "phân cấp cho phường quản lý giếng"},
        ),
    ),
    (  # who asks without a name is no body named before
        (
            "Hội nghị nghe 11 nội dung do UBND tỉnh Tân Lâm trình. Tuy nhiên, các đại biểu cũng đề nghị UBND tỉnh làm rõ giá nước. "
            "Các doanh nghiệp nhỏ và vừa đề nghị Chính phủ giảm thuế tài nguyên nước. Chủ tịch HĐND tỉnh đề nghị Ủy ban MTTQ các cấp tuyên truyền về nước sạch.\n"
        ),
        (
            {"from": "các đại biểu", "text": "làm rõ giá nước"},
            {"from": "Các doanh nghiệp nhỏ và vừa", "to": "Chính phủ", "text": "giảm thuế tài nguyên nước"},
            {"to": "Ủy ban MTTQ các cấp", "text": "tuyên truyền về nước sạch"},
        ),
    ),
)
