"""Persons: the post as written beside the name, and names that are none."""

import pytest

from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Found
from hopluc.reading.mentions.organisations import find_organisations
from hopluc.reading.mentions.persons import Person, find_persons


def persons_in(text: str, furniture: tuple[Span, ...] = ()) -> list[Person]:
    document = Document("case", text, furniture=furniture)
    found = Found()
    found.add("organisation", find_organisations(document, found))
    return [fact.value for fact in find_persons(document, found)]


POSTS = (
    ("Ông Nguyễn Văn Minh, Phó Giám đốc Sở Tài chính tỉnh Tân Lâm, chủ trì.", "Phó Giám đốc Sở Tài chính tỉnh Tân Lâm"),
    ("- Bà Trần Thị Lan - Trưởng phòng Kế hoạch - Tài chính, Sở Y tế;", "Trưởng phòng Kế hoạch - Tài chính, Sở Y tế"),
    ("Ông Nguyễn Văn Minh, Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh dự.", "Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh"),
    ("Ông Nguyễn Văn Minh - Chức vụ: Giám đốc", "Giám đốc"),
    ("Ông Nguyễn Văn Minh hiện là Viện trưởng Viện Cơ học.", "Viện trưởng Viện Cơ học"),
    (
        "Ông Nguyễn Văn Minh, nguyên Thứ trưởng Bộ Y tế, nguyên Giám đốc Sở Y tế nói.",
        "nguyên Thứ trưởng Bộ Y tế, nguyên Giám đốc Sở Y tế",
    ),
    ("Ông Nguyễn Văn Minh, Phó Bí thư Thường trực Tỉnh ủy, dự.", "Phó Bí thư Thường trực Tỉnh ủy"),
    ("Ông Nguyễn Văn Minh - Giám đốc - Chủ tịch Hội đồng", "Giám đốc - Chủ tịch Hội đồng"),
    ("Ông Nguyễn Văn Minh, Đội trưởng trinh sát, Công an tỉnh.", "Đội trưởng trinh sát, Công an tỉnh"),
    ("Ông Nguyễn Văn Minh, Giám đốc và Chủ tịch cùng dự.", "Giám đốc"),
    ("Ông Nguyễn Văn Minh, Giám đốc Công ty dự.", "Giám đốc"),
    ("Ông Nguyễn Văn Minh, Giám đốc Công ty Trường Hải, Ủy viên.", "Giám đốc Công ty Trường Hải, Ủy viên"),
    ("Bộ trưởng Bộ Y tế Nguyễn Văn Minh nói.", "Bộ trưởng Bộ Y tế"),
    ("Ủy viên Bộ Chính trị, Chủ tịch Quốc hội Nguyễn Văn Minh dự.", "Ủy viên Bộ Chính trị, Chủ tịch Quốc hội"),
    ("Giám đốc, TS. Nguyễn Văn Minh nói.", "Giám đốc"),
    ("Theo Thủ tướng Nguyễn Văn Minh, cần làm sớm.", "Thủ tướng"),
    ("Thứ trưởng Bộ KH-CN Nguyễn Văn Minh dự.", "Thứ trưởng Bộ KH-CN"),
    ("Bộ trưởng Bộ Y tế (BYT) Nguyễn Văn Minh nói.", "Bộ trưởng Bộ Y tế"),
    ("Có Thủ tướng Chính phủ Nguyễn Văn Minh, Phó Thủ tướng Chính phủ Lê An dự.", "Thủ tướng Chính phủ"),
    ("Ông Nguyễn Văn Minh, Bí thư Đảng ủy, Giám đốc Sở Y tế, nói.", "Bí thư Đảng ủy, Giám đốc Sở Y tế"),
    (
        "Ông Nguyễn Văn Minh, Ủy viên BCH Đảng bộ Sở Y tế, Bí thư Chi bộ Chi cục Dân số dự.",
        "Ủy viên BCH Đảng bộ Sở Y tế, Bí thư Chi bộ Chi cục Dân số",
    ),
    ("Ông Nguyễn Văn Minh, Tỉnh ủy viên, Phó Chủ tịch HĐND tỉnh dự.", "Tỉnh ủy viên, Phó Chủ tịch HĐND tỉnh"),
    ("Ông Nguyễn Văn Minh, UVT.Ư Đảng, Bí thư Tỉnh ủy dự.", "UVT.Ư Đảng, Bí thư Tỉnh ủy"),
    ("Ông Nguyễn Văn Minh, Trưởng đoàn đại biểu Quốc hội tỉnh dự.", "Trưởng đoàn đại biểu Quốc hội tỉnh"),
    ("Bộ trưởng Khoa học và Công nghệ Nguyễn Văn Minh nói.", "Bộ trưởng Khoa học và Công nghệ"),
    ("Phó Trưởng Ban Tuyên giáo Tỉnh ủy Nguyễn Văn Minh nói.", "Phó Trưởng Ban Tuyên giáo Tỉnh ủy"),
    (
        "Ủy viên Bộ Chính trị, Bí thư Trung ương Đảng, Trưởng Ban Tổ chức Trung ương Nguyễn Văn Minh nói.",
        "Ủy viên Bộ Chính trị, Bí thư Trung ương Đảng, Trưởng Ban Tổ chức Trung ương",
    ),
    ("Ông Nguyễn Văn Minh, Đại sứ Nhật Bản tại Việt Nam, nói.", "Đại sứ Nhật Bản tại Việt Nam"),
    ("Ông Nguyễn Văn Minh, Vụ trưởng, Giám đốc Trung tâm thông tin; ông Lê An dự.", "Vụ trưởng, Giám đốc Trung tâm thông tin"),
    ("Phó Tổng TTCP Nguyễn Văn Minh là Trưởng ban Chỉ đạo.", "Phó Tổng TTCP"),
    ("TS. Nguyễn Văn Minh - Cán bộ phòng Quản lý khoa học, dự.", "Cán bộ phòng Quản lý khoa học"),
    (
        "Sáng nay, Ủy viên Trung ương Đảng, Phó Chủ tịch - Tổng Thư ký Hội Nông dân tỉnh Nguyễn Văn Minh nói.",
        "Ủy viên Trung ương Đảng, Phó Chủ tịch - Tổng Thư ký Hội Nông dân tỉnh",
    ),
    (
        "Ông Nguyễn Văn Minh, Phó Chủ tịch, kiêm Tổng thư ký Hội Nông dân tỉnh.",
        "Phó Chủ tịch, kiêm Tổng thư ký Hội Nông dân tỉnh",
    ),
    ("Đồng chí Nguyễn Văn Minh Chủ tịch Hội Nông dân tỉnh dự.", "Chủ tịch Hội Nông dân tỉnh"),
    ("Ông Nguyễn Văn Minh Quyền Viện trưởng Viện Cơ học dự.", "Quyền Viện trưởng Viện Cơ học"),
    ("Ông Nguyễn Văn Minh, Phó Trưởng ban Hội thi, dự.", "Phó Trưởng ban Hội thi"),
    (
        "Ngài Nguyễn Văn Minh - Đại biện lâm thời Cộng hoà Ba Lan tại Việt Nam dự.",
        "Đại biện lâm thời Cộng hoà Ba Lan tại Việt Nam",
    ),
    ("Tổng Thư ký Nguyễn Văn Minh, Trưởng phòng Kế hoạch Lê Quang Huy dự.", "Tổng Thư ký"),
    ("Ông Nguyễn Văn Minh, Trưởng phòng Quản lý khoa học dự họp.", "Trưởng phòng Quản lý khoa học"),
    ("Chủ tịch Hội Nông dân tỉnh (Hội Nông dân tỉnh - HND) Nguyễn Văn Minh nói.", "Chủ tịch Hội Nông dân tỉnh"),
    ("TỔNG BIÊN TẬP\n\n   PGS. TS. Nguyễn Văn Minh\n\nPHÓ TỔNG BIÊN TẬP\n", "TỔNG BIÊN TẬP"),
    (
        "Ngài Tanaka Ken, Đại sứ Nhật Bản tại Việt Nam. Cùng dự có ông Nguyễn Văn Minh - Thường vụ Tỉnh ủy - Chủ tịch UBND tỉnh.",
        "Thường vụ Tỉnh ủy - Chủ tịch UBND tỉnh",
    ),
    ("Ông Nguyễn Văn Minh, Phó Bí thư tỉnh ủy, Chủ tịch UBND tỉnh dự.", "Phó Bí thư tỉnh ủy, Chủ tịch UBND tỉnh"),
    ("Ông Nguyễn Văn Minh, Thị trưởng và Ông Lê An, Chủ tịch dự.", "Thị trưởng"),
    ("Ông Nguyễn Văn Minh, Bộ trưởng Chủ nhiệm Văn phòng Chính phủ, dự.", "Bộ trưởng Chủ nhiệm Văn phòng Chính phủ"),
    ("Ông Nguyễn Văn Minh, Phó Thống đốc tỉnh Tochigi, dự.", "Phó Thống đốc tỉnh Tochigi"),
    ("Người lập biểu\nNguyễn Văn Minh\nGiám đốc\nLê An", None),
    ("Chủ nhiệm Dự án là ThS. Nguyễn Văn Minh.", "Chủ nhiệm Dự án"),
    ("Trưởng ban là ông Nguyễn Văn Minh.", None),
    ("ThS. Nguyễn Văn Minh - Bí thư xã Tân Thới đồng chủ nhiệm.", "Bí thư xã Tân Thới"),
    ("Ông Nguyễn Văn Minh, Trưởng phòng Giống và các cán bộ dự.", "Trưởng phòng Giống"),
    (
        "Ông Nguyễn Văn Minh, Đại sứ đặc mệnh toàn quyền Việt Nam tại Liên bang Nga dự.",
        "Đại sứ đặc mệnh toàn quyền Việt Nam tại Liên bang Nga",
    ),
    ("Đồng chí Nguyễn Văn Minh-Thư ký Chi hội trình bày.", "Thư ký Chi hội"),
    (
        "Ông Nguyễn Văn Minh - Phó Chủ tịch Hội Nông dân tỉnh, Hội Phụ nữ tỉnh có ông Lê An dự.",
        "Phó Chủ tịch Hội Nông dân tỉnh",
    ),
    ("Ông Nguyễn Văn Minh, Chủ tịch Liên hiệp, dự.", "Chủ tịch Liên hiệp"),
    ("Ông Nguyễn Văn Minh, tân Chủ tịch UBND tỉnh, và cựu Giám đốc Lê An dự.", "tân Chủ tịch UBND tỉnh"),
    (
        "Ông Nguyễn Văn Minh, Trưởng ban Tuyên giáo thuộc Công đoàn Viên chức tỉnh nói.",
        "Trưởng ban Tuyên giáo thuộc Công đoàn Viên chức tỉnh",
    ),
    (
        "Ông Nguyễn Văn Minh, Chánh Văn phòng Điều phối Nông thôn mới tỉnh nói.",
        "Chánh Văn phòng Điều phối Nông thôn mới tỉnh",
    ),
    ("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\n(Đã ký)\n\nNguyễn Văn Minh\n", "PHÓ GIÁM ĐỐC"),
    ("THƯ KÝ\tCHỦ TỌA\n\tNguyễn Văn Minh", "CHỦ TỌA"),
    ("Nơi nhận:\nNguyễn Văn Minh\n", None),
    ("Ông Nguyễn Văn Minh nói với ông ấy.", None),
)


@pytest.mark.parametrize(("text", "position"), POSTS)
def test_the_post_is_read_as_it_stands_beside_the_name(text: str, position: str | None) -> None:
    found = persons_in(text)

    assert [person.position for person in found if person.name in ("Nguyễn Văn Minh", "Trần Thị Lan")] == [position]


def test_two_signatures_side_by_side_have_each_its_post() -> None:
    text = "CHỦ TỊCH\tGIÁM ĐỐC\nNguyễn Tấn Tài\tHứa Hải Quân\n"

    assert persons_in(text) == [Person("Nguyễn Tấn Tài", "CHỦ TỊCH"), Person("Hứa Hải Quân", "GIÁM ĐỐC")]


@pytest.mark.parametrize(
    "text",
    [
        "Anh Quốc và tỉnh Bà Rịa - Vũng Tàu ký kết.",
        "Ông Giám đốc và bà Chủ tịch dự; ông Sở trưởng vắng.",
        "Tuyến Hồ Tùng Mậu-Cầu Giấy",
        "Chủ tịch HĐQT Rynan có mặt; GS. TS, ông A.",
        "Ông 5 và bà Tân",
        "Tỉnh Bắc Giang.\nHà Nội - Hải Phòng\n",
        "Tin ngắn\nKhoa Học\n",
    ],
)
def test_what_only_looks_like_a_person_is_none(text: str) -> None:
    assert [person.name for person in persons_in(text) if person.name != "Tân"] == []


def test_a_foreign_name_after_a_post_is_a_person() -> None:
    assert persons_in("Chủ tịch Cho Dong Chul phát biểu; Giám đốc Techfest Việt Nam dự.")[0] == Person(
        "Cho Dong Chul", "Chủ tịch"
    )


def test_page_furniture_is_left_alone() -> None:
    assert persons_in("Ông Nguyễn Văn Minh", furniture=(Span(0, 20),)) == []
