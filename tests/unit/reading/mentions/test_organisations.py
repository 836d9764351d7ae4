"""Organisations: the rarer ways a name goes on or ends, and what a short name stands for in its document."""

import pytest

from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Found, unmark
from hopluc.reading.mentions.organisations import find_organisations

NAMES = (
    # where the anchor itself is not what it looks like
    "Phó Bí thư Thường trực ⟦Tỉnh ủy Tân Lâm: Tỉnh ủy Tân Lâm⟧ dự.",
    "⟦Thường trực Tỉnh ủy Tân Lâm: Thường trực Tỉnh ủy Tân Lâm⟧ họp.",
    "⟦Trường ĐHCN: Trường ĐHCN⟧ mở lớp.",
    "Bộ trưởng các Bộ: Vận hành, Xuất khẩu.",
    "Giám đốc các Sở: Không có, Tài chính.",
    "Các sở: ⟦Sở Y tế tỉnh Tân Lâm: Y tế⟧ và ⟦Sở Tư pháp tỉnh Tân Lâm: Tư pháp tỉnh Tân Lâm⟧.",
    "Công văn 12/UBND-KT và 15/HĐND; -⟦Ủy ban nhân dân tỉnh Tân Lâm: UBND tỉnh Tân Lâm⟧.",
    # places
    "⟦Ủy ban nhân dân xã An Phú: UBND xã An Phú⟧ và UBND huyện, thị xã thực hiện; UBND tỉnh, thành phố theo dõi.",
    "⟦Ủy ban nhân dân quận 1: UBND quận 1⟧ và ⟦Ủy ban nhân dân phường 7: UBND phường 7⟧.",
    "⟦Ủy ban nhân dân huyện Thọ An: UBND huyện Thọ An⟧ họp; ⟦Ủy ban nhân dân huyện Thọ An: UBND huyện⟧ báo cáo.",
    "⟦Ủy ban nhân dân huyện: UBND huyện⟧ báo cáo.",
    "⟦Thành ủy thành phố Vĩnh Hà: Thành ủy thành phố Vĩnh Hà⟧ và ⟦Thành ủy Vĩnh Hà: Thành ủy⟧.",
    (
        "⟦Sở Y tế tỉnh Cao Bằng: Sở Y tế Cao Bằng⟧, ⟦Sở Y tế tỉnh Lai Châu: Sở Y tế tỉnh Lai Châu⟧; "
        "tại tỉnh Lai Châu ⟦Sở Tài chính tỉnh Lai Châu: Sở Tài chính⟧ chi."
    ),
    "Tỉnh Sơn La, tỉnh Sơn La: ⟦Ủy ban nhân dân tỉnh Sơn La: UBND tỉnh⟧ chỉ đạo.",
    "Ở Điện Biên, ⟦Sở Nội vụ tỉnh Điện Biên: Sở Nội vụ⟧ rà soát.",
    "⟦Sở Nội vụ tỉnh Tân Lâm: Sở Nội vụ tỉnh Tân Lâm⟧; sau đó ⟦Sở Y tế tỉnh Tân Lâm: Sở Y tế Tân Lâm⟧ họp.",
    "⟦Quỹ Bảo lãnh tín dụng tỉnh Tân Lâm: Quỹ Bảo lãnh tín dụng tỉnh⟧ do ⟦Ủy ban nhân dân tỉnh Tân Lâm: UBND tỉnh Tân Lâm⟧ lập.",
    "⟦Quỹ Bảo lãnh tín dụng tỉnh: Quỹ Bảo lãnh tín dụng tỉnh⟧ cho vay.",
    "Chủ tịch ⟦Ủy ban nhân dân tỉnh Tân Lâm: UBND tỉnh Tân Lâm⟧ Lê Văn Hòa; ⟦Ủy ban nhân dân tỉnh Tân Lâm: UBND tỉnh⟧ Trần Thị Mai Lan.",
    # bodies abroad
    "⟦Bộ Tài chính Nhật Bản: Bộ Tài chính Nhật Bản⟧ và ⟦Chính phủ: Chính phủ⟧ nước ta.",
    "⟦Tổ chức Bảo tồn Thiên nhiên Quốc tế: Tổ chức Bảo tồn Thiên nhiên Quốc tế⟧ (⟦Tổ chức Bảo tồn Thiên nhiên Quốc tế: IUCN⟧).",
    "⟦Viện Công nghệ thông tin Hàn Quốc: Viện Công nghệ thông tin Hàn Quốc⟧ cử người.",
    "MicroUniversity không phải tên; Dr ⟦Sakura University: Sakura University⟧ có mặt.",
    # where an open name ends
    "⟦Trường Cao đẳng Du lịch: Trường Cao đẳng Du lịch⟧ - TS Nam phụ trách; ⟦Viện Vật lý Tân Lâm: Viện Vật lý Tân Lâm⟧ - Nguyễn An.",
    (
        "⟦Trung tâm Việt Nam - Hàn Quốc: Trung tâm Việt Nam - Hàn Quốc⟧ và ⟦Trung tâm Nghiên cứu, tư vấn và chuyển giao công nghệ: "
        "Trung tâm Nghiên cứu, tư vấn và chuyển giao công nghệ⟧."
    ),
    "⟦Trường Đại học Tân Lâm: Trường Đại học Tân Lâm⟧ xây dựng chương trình; Hiệu trưởng ⟦Trường Đại học Bình Nguyên: Trường Đại học Bình Nguyên⟧ Lê Thị Hạnh.",
    "⟦Trường THPT Lê Quý Đôn: Trường THPT Lê Quý Đôn⟧ và ⟦Trung tâm Tin học: Trung tâm Tin học⟧ Nguyễn Thị Mai Lan.",
    "⟦Công ty TNHH Sakura Technology Co., Ltd: Công ty TNHH Sakura Technology Co., Ltd⟧ và ⟦Công ty Minh An: công ty Minh An⟧.",
    "⟦Tập đoàn Intel Tân Lâm: Tập đoàn Intel Tân Lâm⟧; trung tâm Hà Nội đông người; Công ty Cổ phần này.",
    "⟦Công ty Cổ phần Nam châm Bình Nguyên: Công ty Cổ phần Nam châm Bình Nguyên⟧ có 20 người.",
    "⟦Trung tâm Khuyến nông: TRUNG TÂM KHUYẾN NÔNG⟧ 2024",
    "⟦Quân khu 3: Quân khu 3⟧ và Trung tâm 2024; Phòng Kinh tế các huyện; Viện và Hội.",
    "⟦Hội Khoa học lịch sử: Hội Khoa học lịch sử⟧, Viện.",
    # units, parents and heads that take another's name
    "⟦Văn phòng, Bộ Tài chính: Văn phòng Bộ Tài chính⟧; Công đoàn họp",
    "⟦Viện Cơ học, Đại học Huế: Viện Cơ học⟧ - ⟦Đại học Huế: Đại học Huế⟧ chủ trì.",
    "⟦Phòng Tổng hợp, Sở Y tế tỉnh Tân Lâm: Phòng Tổng hợp⟧ giúp việc; ⟦Sở Y tế tỉnh Tân Lâm: Sở Y tế tỉnh Tân Lâm⟧ và ⟦Sở Y tế tỉnh Tân Lâm: Sở Y tế⟧ họp.",
    "⟦Phòng Tổng hợp: Phòng Tổng hợp⟧, ⟦Phòng Pháp chế: Phòng Pháp chế⟧ họp.",
    "⟦Ban Thường vụ Tỉnh ủy: BAN THƯỜNG VỤ TỈNH ỦY⟧ THỰC HIỆN KẾ HOẠCH",
    # committees
    "⟦Tổ giúp việc Ban Chỉ đạo Đề án 10 tỉnh Tân Lâm: Tổ giúp việc Ban Chỉ đạo Đề án⟧ của ⟦Ban Chỉ đạo Đề án 10 tỉnh Tân Lâm: Ban Chỉ đạo Đề án 10 tỉnh Tân Lâm⟧.",
    "⟦Ban Chỉ đạo: Ban Chỉ đạo⟧ tổ chức họp; Tiểu ban họp.",
    "Sau đó ⟦Ban Chỉ đạo Chương trình khoa học: Ban Chỉ đạo⟧ ra đời, tức ⟦Ban Chỉ đạo Chương trình khoa học: Ban Chỉ đạo Chương trình khoa học⟧ và",
    # short forms
    "⟦Bộ Khoa học và Công nghệ: Bộ Khoa học và Công nghệ⟧ (KH&CN); ⟦Viện Công nghệ sinh học Tân Lâm: Viện Công nghệ sinh học Tân Lâm⟧ (năm 2020).",
    "⟦Viện Hải dương An Phú: Viện Hải dương An Phú⟧ (⟦Viện Hải dương An Phú: VHD⟧) và VHD2, XVHD.",
    "⟦Trung tâm Chíp Vĩnh Hà: Trung tâm Chíp Vĩnh Hà⟧ (Vinh Ha Chip Centre - ⟦Trung tâm Chíp Vĩnh Hà: VHCC⟧) mở cửa.",
    # names a document defines, and words that only look defined
    "⟦Ủy ban nhân dân tỉnh Tân Lâm: UBND tỉnh Tân Lâm⟧ (Bên A) và ⟦Viện Sinh học Tân Lâm: Viện Sinh học Tân Lâm⟧ (Sinh học) họp; Bên A chi.",
    "⟦Hội đồng Sáng kiến tỉnh Tân Lâm: Hội đồng Sáng kiến tỉnh Tân Lâm⟧ và ⟦Hội đồng Khoa học tỉnh Tân Lâm: Hội đồng Khoa học tỉnh Tân Lâm⟧; Hội đồng họp.",
    "⟦Quỹ Khởi nghiệp Tân Lâm: Quỹ Khởi nghiệp Tân Lâm⟧ (sau đây gọi là ⟦Quỹ Khởi nghiệp Tân Lâm: Quỹ⟧) chi; các Quỹ khác, QuỹA, và ⟦Quỹ Khởi nghiệp Tân Lâm: Quỹ⟧ thu.",
    # the province a document is of
    "Hà Nội, ngày 3 tháng 8 năm 2025\n⟦Sở Y tế tỉnh Tân Lâm: Sở Y tế tỉnh Tân Lâm⟧ và ⟦Sở Nội vụ tỉnh Tân Lâm: Sở Nội vụ⟧ báo cáo.",
    "Nà Pha, ngày 3 tháng 8 năm 2025\n⟦Sở Y tế: Sở Y tế⟧ báo cáo.",
    "⟦Ủy ban nhân dân tỉnh Tân Lâm: UBND TỈNH⟧\nTân Lâm, ngày 3 tháng 8 năm 2025\n⟦Sở Y tế tỉnh Tân Lâm: Sở Y tế⟧ báo cáo.",
    "Giám đốc ⟦Sở Y tế: Sở Y tế⟧ Hòa Bá; ⟦Sở Y tế: Sở Y tế⟧ Trần Hà.",
    # units of the ministry or department at hand
    "⟦Văn phòng Sở: Văn phòng Sở⟧ họp; ⟦Thanh tra, Bộ Y tế: Thanh tra Bộ⟧ của ⟦Bộ Y tế: Bộ Y tế⟧.",
    "⟦Sở Y tế tỉnh Tân Lâm: Sở Y tế tỉnh Tân Lâm⟧ giao ⟦Sở Y tế tỉnh Hòa Sơn: Sở Y tế tỉnh Hòa Sơn⟧; giao ⟦Trung tâm Thiết kế: Trung tâm Thiết kế⟧.",
    "⟦Sở Y tế tỉnh Tân Lâm: Sở Y tế tỉnh Tân Lâm⟧:\nLời nói đầu\n- ⟦Ban Đào tạo: Ban Đào tạo⟧ dự.\n",
    "⟦Viện Ứng dụng Công nghệ, Bộ Khoa học và Công nghệ: Viện Ứng dụng Công nghệ⟧ thuộc ⟦Bộ Khoa học và Công nghệ: Bộ KH&CN⟧.",
    (
        "⟦Viện Khoa học và Công nghệ Tiên tiến Hàn Quốc: Viện Khoa học và Công nghệ Tiên tiến Hàn Quốc⟧ "
        "(⟦Viện Khoa học và Công nghệ Tiên tiến Hàn Quốc: KAIST⟧)."
    ),
    "⟦Chi cục Tiêu chuẩn Đo lường Chất lượng: Chi cục TĐC⟧ kiểm định; ⟦Tổ thư ký: Tổ thư ký⟧ ghi.",
)


@pytest.mark.parametrize("case", NAMES)
def test_names_are_found_where_they_stand(case: str) -> None:
    text, marked = unmark(case)

    found = [(fact.span, fact.value.brief()) for fact in find_organisations(Document("case", text), Found())]

    assert found == marked


def test_page_furniture_is_left_alone() -> None:
    text = "Bộ Tài chính\nBộ Y tế"

    found = find_organisations(Document("page", text, furniture=(Span(0, 12),)), Found())

    assert [fact.quote for fact in found] == ["Bộ Y tế"]


def test_lines_wrapped_throughout_are_read_as_one() -> None:
    lines = (
        "Kế hoạch do Viện Hàn lâm Khoa học và",
        "Công nghệ Việt Nam soạn, có ý kiến",
        "của các đơn vị, được gửi",
        "về trước khi họp,",
        "kèm theo",
        "dự thảo,",
    )
    text = "\n".join((*lines, "rồi trình", "và duyệt."))

    found = find_organisations(Document("wrapped", text), Found())

    assert [fact.value.canonical for fact in found] == ["Viện Hàn lâm Khoa học và Công nghệ Việt Nam"]


def test_a_letter_that_grows_in_lower_case_moves_no_span() -> None:
    text = "İzmir và Bộ Y tế"

    assert [fact.quote for fact in find_organisations(Document("case", text), Found())] == ["Bộ Y tế"]
