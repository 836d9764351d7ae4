"""Tables, terms of agreements, claims and shape: the finer points."""

import pytest

from hopluc.reading import audit, read
from hopluc.reading.document import Document, Locator, Span


def points(text: str) -> list[str]:
    return [record.value.subtype for record in audit([read(Document("1.docx", text))])[0].faults]


@pytest.mark.parametrize(
    ("text", "subtypes"),
    [
        ("|Huyện|Lớp|\n|---|---|\n|An Phú|3|\n|Bình Minh|2|\n|Tổng|6|\n", ["sum_mismatch"]),
        ("|Huyện|Lớp|\n|---|---|\n|An Phú|3|\n|Bình Minh|2|\n|Tổng|5|\n", []),
        ("TT\tNội dung\tVốn\nI\tĐào tạo\t5\n1\tNgắn hạn\t2\n2\tDài hạn\t3\nII\tNghiên cứu\t4\nTổng cộng\t\t9\n", []),
        ("TT\tNội dung\tVốn\nI\tĐào tạo\t5\n1\tNgắn hạn\t2\n2\tDài hạn\t3\nII\tNghiên cứu\t4\nTổng cộng\t\t5\n", []),
        ("Năm\tSố lớp\n2021\t3\n2022\t4\nTổng số\t7\n", []),
        ("Chỉ tiêu\tTỷ lệ (%)\nA\t30\nB\t40\nTổng\t60\n", []),
        ("Huyện\tNam\tNữ\tTổng\nAn Phú\t3\t5\t9\nBình Minh\t2\t4\t7\nChâu Sơn\t4\t4\t9\n", []),
        ("Huyện\tNam\tNữ\tTổng\nAn Phú\t3\t5\t8\n", []),
        ("Một dòng\tvới tab\nvà chữ thường\n", []),
    ],
)
def test_tables_of_figures(text: str, subtypes: list[str]) -> None:
    assert points(text) == subtypes


def test_findings_of_a_document_as_plain_objects():
    text = "Đã khảo sát 24 đơn vị (12 đơn vị cơ khí, 7 đơn vị điện tử, 4 đơn vị môi trường).\nHọp ngày 12/3/2024."
    document = Document("1.docx", text, locators=(Locator(Span(0, len(text)), paragraph=3),))

    (found,) = audit([read(document)])

    (line,) = found.lines()
    assert (line["document"], line["locator"], line["subtype"], line["ok"]) == (
        "1.docx",
        {"paragraph": 3},
        "sum_mismatch",
        False,
    )
    assert [line["subtype"] for line in found.lines(passing=True)] == ["sum_mismatch"]


def test_checks_that_pass_are_told_on_request():
    (found,) = audit([read(Document("1.docx", "Có 110 đại biểu tham dự (70 nam, 40 nữ)."))])

    assert list(found.lines()) == []
    assert [(line["subtype"], line["ok"]) for line in found.lines(passing=True)] == [("sum_ok", True)]


AGREEMENT = (
    "Thỏa thuận hợp tác giữa Ủy ban nhân dân tỉnh Tân Lâm và Viện Hàn lâm Khoa học và Công nghệ Việt Nam giai đoạn 2021-2030.\n\n{} "
    "Ủy ban nhân dân tỉnh Tân Lâm và Viện Hàn lâm Khoa học và Công nghệ Việt Nam giai đoạn {}."
)


@pytest.mark.parametrize(
    ("words", "period", "subtypes"),
    [
        ("Thỏa thuận hợp tác giữa", "2021-2025", ["period_conflict"]),
        ("Kế hoạch thực hiện Thỏa thuận hợp tác giữa", "2021-2025", []),
        ("Đánh giá kết quả hợp tác giữa", "2015-2022", []),
        ("Trụ sở của", "2021-2025", []),
    ],
)
def test_periods_of_one_agreement(words: str, period: str, subtypes: list[str]) -> None:
    assert points(AGREEMENT.format(words, period)) == subtypes


CLAIM = "Sở Khoa học và Công nghệ tỉnh Tân Lâm đã hỗ trợ {} doanh nghiệp tham gia hội chợ công nghệ quốc tế tại Hà Nội"


def test_one_document_that_tells_one_claim_with_two_figures():
    assert points(f"{CLAIM.format(13)}.\n\nTrong năm qua, {CLAIM.format(31)}.") == ["value_conflict"]
    assert points(f"{CLAIM.format(13)}.\n\nTrong năm qua, {CLAIM.format(13)}.") == []


def test_goals_of_different_years_are_no_two_figures_of_one_thing():
    goal = "Đến năm {}, có 3 tổ; thu nhập của hộ làm muối ở xã Hạ Lưu và xã Kim Bình tăng {} lần so với năm 2020."
    assert points(goal.format(2027, "1,5") + "\n" + goal.format(2031, "2")) == []


def test_two_sums_of_different_things_make_no_growth():
    sums = "Giá trị sản xuất đạt 47 tỷ đồng, giá trị tăng thêm đạt 20 tỷ đồng (tăng 3,7% so với năm 2021)."
    assert points(sums) == []
    assert points("Năm 2021 thu đạt 20 tỷ đồng, năm 2022 thu đạt 47 tỷ đồng (tăng 3,7% so với năm 2021).") == ["sum_mismatch"]


def test_a_form_filled_in_by_nobody_in_particular_is_no_claim():
    text = "đã hỗ trợ {} doanh nghiệp tham gia hội chợ công nghệ cấp quốc gia"

    assert points(f"- {text.format(13)};\n- {text.format(31)}.") == []


@pytest.mark.parametrize(
    ("text", "subtypes"),
    [
        ("- Giao Sở Tài chính phối hợp xây dựng đề án với\n- Sở Công Thương", ["truncated"]),
        ("- Giao Sở Tài chính xây dựng đề án; và\n- Sở Công Thương", []),
        ("1. Triển khai thực hiện chương trình hợp tác với\n\n2. Kinh phí thực hiện chương trình", ["truncated"]),
        ("- Giao Sở Tài chính phối hợp xây dựng đề án với", []),
        ("Báo cáo kết quả phối hợp của Sở với\n\n- 2 -\n\nSở Công Thương", []),
        ("Căn cứ Quyết định số 12/QĐ-UBND và Tờ trình số: …/TTr-SKHCN.", ["incomplete_number"]),
        ("Tỷ lệ 5 /TB và km/h.", []),
        ("Báo cáo theo mẫu.\n\nMẫu số 01\nSố:     /BC-SKHCN\nVĩnh Hà, ngày      tháng 12 năm 2025", []),
    ],
)
def test_shape(text: str, subtypes: list[str]) -> None:
    assert points(text) == subtypes


def test_a_paper_that_comes_with_another_needs_no_number():
    text = "KẾ HOẠCH\n(Ban hành kèm theo Quyết định số 12/QĐ-UBND)\n\nNội dung.\n\nNơi nhận:\n- Như trên.\n"

    assert points(text) == []


@pytest.mark.parametrize(
    ("text", "subtypes"),
    [
        ("Hoàn thành 12/10 chỉ tiêu kế hoạch.", []),
        ("Có 15/20 xã (vượt 10%) đạt chuẩn.", []),
        ("Ngày 12/10 (50%).", []),
        ("Bộ Khoa học và Công nghệ trao đổi dữ liệu với 34 tỉnh, thành phố. Ủy ban nhân dân tỉnh, Sở Tài chính.", []),
        ("Đoàn trao đổi kinh nghiệm với 34 tỉnh, thành phố.", []),
        ("Kết quả (nông nghiệp 5%, công nghiệp 6%, dịch vụ 7%).", []),
        ("Cơ cấu (nông nghiệp 33,3%, công nghiệp 33,3%, dịch vụ 33,3%).", []),
        ("Tăng trưởng (quý I 5%, quý II 6%).", []),
        ("Kết quả 12 trường (7 trường công lập, 4 trường ngoài công lập).", ["sum_mismatch"]),
        ("Tiếp nhận 24 hồ sơ, còn lại: 12 hồ sơ đúng hạn.", []),
        ("Có 24 đại biểu (nữ: 20; đảng viên: 15).", []),
        ("Có 24 đơn vị (12 đơn vị cơ khí, 7 đơn vị.", []),
        ("Tổng kinh phí 12 tỷ đồng (5 tỷ đồng; 4.000 triệu đồng; 3).", []),
        ("Có 24 đơn vị. Ngoài ra, hội thảo (12 đơn vị cơ khí, 7 đơn vị điện tử, 9 đơn vị khác).", []),
        ("Có 45 đề tài và 24 đơn vị, trong đó 20 đề tài cấp tỉnh, 15 đề tài cấp cơ sở, 9 đề tài khác.", ["sum_mismatch"]),
        ("Đến nay còn 35 doanh nghiệp (giảm 40 doanh nghiệp so với năm 2023).", []),
        ("Tỷ lệ hộ nghèo (An Phú 30%, Bình Minh 40%, Châu Sơn 20%).", []),
        ("Tốc độ (An Phú tăng 30%, Bình Minh tăng 40%, Châu Sơn tăng 29%).", []),
        ("Lớp có 25 thành viên, gồm 3 giảng viên, 12 sinh viên, 9 học viên.", ["sum_mismatch"]),
    ],
)
def test_shares_and_sums(text: str, subtypes: list[str]) -> None:
    assert points(text) == subtypes
