"""Lists and the counts announced before them: the finer points."""

import pytest

from hopluc.reading import audit, read
from hopluc.reading.document import Document


def points(text: str) -> list[str]:
    return [record.value.subtype for record in audit([read(Document("1.docx", text))])[0].faults]


@pytest.mark.parametrize(
    "text",
    [
        "Điều 3: Trách nhiệm thi hành; hiệu lực; tổ chức thực hiện.",
        "Hoàn thành 12 nhiệm vụ thuộc các lĩnh vực: cơ khí; điện tử; môi trường.",
        "Chương trình có 5 nhóm giải pháp. Nội dung gồm: đào tạo; hợp tác quốc tế.",
        "Hồ sơ gồm 3 loại giấy tờ sau: đơn; bản sao; thuyết minh; tài liệu khác (nếu có).",
        "Thực hiện 2 nhiệm vụ trọng tâm sau:\nThứ nhất, rà soát.\nThứ hai, xây dựng.",
        "Trong 3 lĩnh vực (xem Phụ lục: đào tạo; nghiên cứu.",
        "Đã tiếp 5 đoàn của các nước: Lào, Nhật Bản, Hàn Quốc.",
        "Có ít nhất 5 nội dung: đào tạo; nghiên cứu.",
        "Hội nghị có đại biểu 12 tỉnh (Tân Lâm, các huyện biên giới).",
        "Từ năm 2021 đến nay, kỳ họp thứ 5 tỉnh (Tân Lâm, Hà Sơn) đã kết thúc.",
        "Đề án có 3 mục tiêu: đào tạo.",
        "Kế hoạch gồm 4 nội dung, 25 nhiệm vụ cụ thể và các phụ lục 1, 2 kèm theo danh mục: đào tạo; nghiên cứu.",
        "Phối hợp 5 đơn vị, trong số đó 3 đơn vị là các viện: Viện A; Viện B.",
        "Hội đồng gồm 09 thành viên: Chủ tịch Hội đồng; Phó Chủ tịch; 02 ủy viên phản biện; thư ký; các ủy viên.",
        "Hai bên hợp tác trên 5 nội dung gồm: Hợp tác đào tạo nghề; hợp tác cung cấp giống; hợp tác thử nghiệm; hợp tác xây dựng mô hình và hợp tác tiêu thụ.",
        "Tổ công tác gồm 3 thành viên:\n- Tổ trưởng: ông Trần Văn An;\n- Thành viên: ông Lê Văn Cường, bà Hoàng Thị Hoa.",
        "Tổ công tác gồm 5 thành viên:\n- Tổ trưởng: ông Trần Văn An;\n- Thành viên: ông Lê Văn Cường, bà Hoàng Thị Hoa.",
        "Ban Chỉ đạo gồm 10 thành viên: ông Phạm Văn An, Bí thư Tỉnh ủy, làm Trưởng ban. Các Phó Trưởng ban là ông Lê Văn Bình, bà Vi Thị Nụ.",
        "Ban có 4 ủy viên: ông Phạm Văn An; bà Vi Thị Nụ. Hai thành viên còn lại do các huyện cử.",
        "Sở Y tế có giám đốc mới. Sở này có 6 phó giám đốc. Sở Nội vụ cũng thế. Sở này có 9 phó giám đốc.",
    ],
)
def test_no_list_of_what_was_announced(text: str) -> None:
    assert points(text) == []


@pytest.mark.parametrize(
    ("text", "subtype"),
    [
        ("Thực hiện 4 nội dung:\na) Rà soát;\nb) Xây dựng;\nc) Tổ chức.\n\nKinh phí do ngân sách bảo đảm.", "count_mismatch"),
        ("Gồm 3 nội dung:\nd) Rà soát;\nđ) Xây dựng;\ne) Tổ chức.", None),
        ("Gồm 4 nội dung:\n- Đào tạo:\n+ Ngắn hạn;\n+ Dài hạn;\n- Nghiên cứu;\n- Chuyển giao.\n\nHết.", "count_mismatch"),
        ("Gồm 2 nhiệm vụ:\n1. Rà soát.\nViệc rà soát làm trong quý I.\n2. Xây dựng.\n5. Kinh phí", None),
        ("Công bố 3 giải pháp: “Máy cấy”, “Máy gặt”.", "count_mismatch"),
        ("Công bố 2 giải pháp: “Máy cấy”, “Máy gặt”.", None),
        ("Triển khai tại 5 tỉnh (Tân Lâm, Hà Sơn, …).", "incomplete_list"),
        ("Gồm 2 nội dung: đào tạo; nghiên cứu; ...", None),
        ("Có 3 đơn vị đăng ký: Công ty TP. Vĩnh Hà; Viện An; Viện Bình. Các đơn vị khác; chưa đăng ký.", None),
    ],
)
def test_lists_of_every_style(text: str, subtype: str | None) -> None:
    assert points(text) == ([subtype] if subtype else [])


_BREAKDOWN = "Tỉnh Tân Lâm có 120 doanh nghiệp, gồm 45 doanh nghiệp công nghệ thông tin, 30 doanh nghiệp nông nghiệp"


@pytest.mark.parametrize(
    ("ending", "subtypes"),
    [
        (" và một số doanh nghiệp khác.", []),
        (" và các doanh nghiệp thuộc lĩnh vực khác.", []),
        (", v.v.", []),
        ("…", []),
        ("...", []),
        (", còn lại là doanh nghiệp dịch vụ.", []),
        (".", ["sum_mismatch"]),
        (", còn lại 40 doanh nghiệp dịch vụ.", ["sum_mismatch"]),
        (". Tỉnh có một số trường và các doanh nghiệp khác.", ["sum_mismatch"]),
    ],
)
def test_breakdown_that_leaves_others_uncounted_is_no_fault(ending: str, subtypes: list[str]) -> None:
    assert points(_BREAKDOWN + ending) == subtypes


def test_breakdown_of_more_than_its_total_is_a_fault_whatever_others_there_are() -> None:
    text = "Tỉnh có 70 doanh nghiệp, gồm 45 doanh nghiệp công nghệ, 30 doanh nghiệp nông nghiệp và một số doanh nghiệp khác."
    assert points(text) == ["sum_mismatch"]


def test_an_index_is_no_sum_of_the_indices_it_is_made_of() -> None:
    text = "Năm 2030, chỉ số nước sạch của tỉnh đạt 0,684, trong đó các chỉ số thành phần gồm: Chỉ số nguồn nước là 0,812; Chỉ số cấp nước là 0,905; Chỉ số thoát nước là 0,431."
    assert points(text) == []


def test_a_rate_per_ten_thousand_is_no_part_of_a_whole() -> None:
    text = "Sở đặt chỉ tiêu số người có trình độ sau đại học đạt 10/10.000 người, trong đó trình độ tiến sĩ chiếm 10%."
    assert points(text) == []
