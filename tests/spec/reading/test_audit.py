"""What documents say that does not agree: each check with a text that it points at, and a twin that it leaves in peace."""

from hopluc.reading import read
from hopluc.reading.audit import audit
from hopluc.reading.document import Document


def audited(*texts: str):
    """The audits of some texts as documents `1.docx`, `2.docx` …"""
    return audit([read(Document(f"{place}.docx", text)) for place, text in enumerate(texts, start=1)])


def points(text: str) -> list[str]:
    """What there is to check in one text."""
    return [record.value.subtype for record in audited(text)[0].faults]


def passing(text: str) -> list[str]:
    """The explanations of the checks that one text passes."""
    return [record.value.explanation for record in audited(text)[0].records if record.value.ok]


# Sums


def test_parts_in_brackets_that_do_not_make_the_total():
    text = "Đã khảo sát 24 đơn vị (12 đơn vị cơ khí, 7 đơn vị điện tử, 4 đơn vị môi trường)."

    (point,) = audited(text)[0].faults

    assert point.value.subtype == "sum_mismatch"
    assert point.value.explanation == (
        "12 + 7 + 4 = 23, văn bản ghi 24: “24 đơn vị (12 đơn vị cơ khí, 7 đơn vị điện tử, 4 đơn vị”."
    )


def test_parts_in_brackets_that_make_the_total_pass():
    text = "Đã khảo sát 23 đơn vị (12 đơn vị cơ khí, 7 đơn vị điện tử, 4 đơn vị môi trường)."

    assert points(text) == []
    assert passing(text) == ["12 + 7 + 4 = 23, đúng bằng tổng văn bản ghi."]


NESTED = (
    "Khảo sát tổng số 66 lượt đơn vị. Trong đó, 38 lượt đơn vị (12 lượt đơn vị cơ khí, 26 lượt đơn vị điện tử) phía Bắc; "
    "28 lượt đơn vị phía Nam ({south} lượt đơn vị cơ khí, 21 lượt đơn vị điện tử)."
)


def test_a_total_is_compared_with_the_level_right_below_it_only():
    text = NESTED.format(south=7)

    assert points(text) == []
    assert passing(text) == [
        "38 + 28 = 66, đúng bằng tổng văn bản ghi.",
        "12 + 26 = 38, đúng bằng tổng văn bản ghi.",
        "7 + 21 = 28, đúng bằng tổng văn bản ghi.",
    ]


def test_a_wrong_level_is_the_only_one_pointed_at():
    (point,) = audited(NESTED.format(south=9))[0].faults

    assert point.value.explanation.startswith("9 + 21 = 30, văn bản ghi 28:")


def test_labelled_parts_that_do_not_make_the_total():
    assert points("Tìm kiếm 209 công nghệ (sinh học: 94; môi trường: 25; vật liệu: 80).") == ["sum_mismatch"]


def test_labelled_parts_that_make_the_total_pass():
    assert points("Tìm kiếm 199 công nghệ (sinh học: 94; môi trường: 25; vật liệu: 80).") == []


def test_a_list_under_a_total_that_does_not_make_it():
    text = "Toàn tỉnh có 209 công nghệ, trong đó:\n- Sinh học: 94;\n- Môi trường: 25;\n- Vật liệu: 80."

    assert points(text) == ["sum_mismatch"]


def test_some_of_the_parts_are_no_fault():
    assert points("Hỗ trợ 50 doanh nghiệp, trong đó có 12 doanh nghiệp khởi nghiệp và 5 doanh nghiệp do nữ làm chủ.") == []


def test_a_part_greater_than_its_whole():
    assert points("Nghiệm thu 24 đề tài, trong đó có 30 đề tài xếp loại khá.") == ["sum_mismatch"]


def test_men_and_women_make_the_whole():
    assert points("Có 120 đại biểu tham dự (70 nam, 40 nữ).") == ["sum_mismatch"]
    assert points("Có 110 đại biểu tham dự (70 nam, 40 nữ).") == []


def test_what_counts_something_else_in_brackets_is_no_part():
    assert points("Tổ chức 12 hội thảo (300 đại biểu, 45 tham luận).") == []


def test_sums_of_money_by_source():
    text = "Tổng kinh phí là 12,5 tỷ đồng, gồm: ngân sách trung ương 7,5 tỷ đồng; ngân sách địa phương {} tỷ đồng."

    assert points(text.format(4)) == ["sum_mismatch"]
    assert points(text.format(5)) == []


TABLE = (
    "Kết quả đào tạo\n\tHuyện\n\tSố lớp\n\tSố học viên\n\n\tAn Phú\n\t3\n\t90\n\n\tBình Minh\n\t2\n\t60\n\n"
    "\tChâu Sơn\n\t4\n\t125\n\n\tTổng cộng\n\t9\n\t{total}\n\n"
)


def test_a_total_row_that_its_column_does_not_make():
    (point,) = audited(TABLE.format(total=270))[0].faults

    assert point.value.explanation == "Cột “Số học viên”: 90 + 60 + 125 = 275, dòng tổng ghi 270."


def test_a_total_row_that_its_column_makes_passes():
    assert points(TABLE.format(total=275)) == []


def test_a_total_column_that_its_row_does_not_make():
    text = "Huyện\tNam\tNữ\tTổng\nAn Phú\t3\t5\t8\nBình Minh\t2\t4\t6\nChâu Sơn\t4\t4\t9\n"

    (point,) = audited(text)[0].faults

    assert point.value.explanation == "Dòng “Châu Sơn”: 4 + 4 = 8, cột tổng ghi 9."


def test_shares_that_do_not_make_a_hundred():
    text = "Cơ cấu kinh tế (nông nghiệp 25,5%, công nghiệp 40,5%, dịch vụ {}%)."

    assert points(text.format(36)) == ["sum_mismatch"]
    assert points(text.format(34)) == []


def test_a_percentage_beside_its_fraction():
    assert points("Có 17/20 đơn vị (đạt 80%) gửi báo cáo.") == ["sum_mismatch"]
    assert points("Có 17/20 đơn vị (đạt 85%) gửi báo cáo.") == []


def test_a_numerator_above_its_denominator():
    assert points("Đến nay 15/14 bệnh viện dùng phần mềm quản lý.") == ["sum_mismatch"]
    assert points("Đến nay 14/15 bệnh viện dùng phần mềm quản lý.") == []
    assert points("Đường dây nóng trực 24/7 hỗ trợ doanh nghiệp.") == []


def test_turns_broken_down_into_the_things_themselves():
    text = "Khảo sát 19 lượt doanh nghiệp (12 {0} cơ khí, 7 {0} điện tử)."

    assert points(text.format("doanh nghiệp")) == ["unit_shift"]
    assert points(text.format("lượt doanh nghiệp")) == []


def test_an_exchange_with_as_many_provinces_as_there_are():
    text = "Sở Khoa học và Công nghệ tỉnh Tân Lâm báo cáo Ủy ban nhân dân tỉnh. Trong năm đã trao đổi ấn phẩm với {} tỉnh, thành phố."

    assert points(text.format(34)) == ["count_doubt"]
    assert points(text.format(33)) == []


# Counts announced before a list


def test_fewer_items_than_announced():
    (point,) = audited("Thỏa thuận gồm 4 nội dung: đào tạo nhân lực; nghiên cứu chung; chuyển giao công nghệ.")[0].faults

    assert point.value.subtype == "count_mismatch"
    assert point.value.explanation == "Nêu 4 nội dung nhưng liệt kê 3: “4 nội dung”."


def test_as_many_items_as_announced_pass():
    text = "Thỏa thuận gồm 3 nội dung: đào tạo nhân lực; nghiên cứu chung; chuyển giao công nghệ."

    assert points(text) == []
    assert passing(text) == ["Nêu 3 nội dung và liệt kê đủ 3."]


def test_a_last_item_joined_by_and_counts():
    assert points("Tập trung vào 3 lĩnh vực: đào tạo; nghiên cứu và hợp tác quốc tế về công nghệ.") == []


def test_a_list_left_open():
    text = "Triển khai 5 nhiệm vụ, bao gồm các nhiệm vụ: rà soát số liệu; xây dựng đề án; tổ chức hội thảo;..."

    assert points(text) == ["incomplete_list"]


def test_members_announced_in_brackets():
    text = "Các ủy viên ({}):\n- Ông Trần Văn Bình, Phó Giám đốc Sở Tài chính;\n- Bà Lê Thị Lan, Phó Giám đốc Sở Công Thương."

    assert points(text.format("03")) == ["count_mismatch"]
    assert points(text.format("02")) == []


def test_a_numbered_list_below_its_announcement():
    text = "Thực hiện {} nhiệm vụ sau:\n1. Rà soát cơ chế.\n2. Xây dựng kế hoạch.\n3. Tổ chức hội thảo.\nKinh phí do ngân sách bảo đảm."

    assert points(text.format("04")) == ["count_mismatch"]
    assert points(text.format("03")) == []


def test_items_that_are_counted_themselves_add_up():
    assert points("Tổ chức 03 lớp tập huấn: 01 lớp về sở hữu trí tuệ; 02 lớp về chuyển giao công nghệ.") == []


def test_some_of_what_was_announced_is_no_fault():
    assert points("Chương trình có 5 nhóm giải pháp, trong đó tập trung vào: đào tạo; hợp tác quốc tế.") == []


def test_places_named_in_brackets():
    assert points("Dự án triển khai tại 4 tỉnh (Tân Lâm, Hà Sơn, Bình An).") == ["count_mismatch"]
    assert points("Dự án triển khai tại 3 tỉnh (Tân Lâm, Hà Sơn, Bình An).") == []


# Dates


def test_a_day_that_does_not_exist():
    (point,) = audited("Sở đã họp với các đơn vị ngày 31/6/2025.")[0].faults

    assert point.value.subtype == "impossible_date"
    assert point.value.explanation == "“31/6/2025”: tháng 6 chỉ có 30 ngày."


def test_a_day_that_exists_passes():
    assert points("Sở đã họp với các đơn vị ngày 30/6/2025.") == []


def test_a_period_that_runs_backwards():
    assert points("Kinh phí thực hiện giai đoạn 2025-2021.") == ["period_conflict"]
    assert points("Kinh phí thực hiện giai đoạn 2021-2025.") == []


def test_days_that_run_backwards():
    assert points("Triển lãm mở cửa từ ngày 20/9/2025 đến ngày 18/9/2025.") == ["period_conflict"]
    assert points("Triển lãm mở cửa từ ngày 18/9/2025 đến ngày 20/9/2025.") == []


def test_a_past_day_without_its_year():
    text = "Ngày 18/12/{}, hai bên làm việc tại Vĩnh Hà.\n\nChiều 20-12, hai bên tổ chức ký kết hợp tác giai đoạn 2023-2030."

    (point,) = audited(text.format(2023))[0].faults

    assert point.value.subtype == "incomplete_date"
    assert point.value.explanation == (
        "Ngày “20-12” không ghi năm; suy ra 2023 từ “2023-2030” trong cùng câu và ngày “18/12/2023” nêu ngay trước: "
        "“Chiều 20-12, hai bên tổ chức ký kết hợp tác giai đoạn 2023-2030.”."
    )


def test_a_day_whose_year_is_plain_is_no_fault():
    assert points("Năm 2023: Chiều 20-12, hai bên tổ chức ký kết hợp tác.") == []
    assert points("Ngày 20/11 hằng năm, Sở tổ chức hội thi sáng tạo.") == []
    assert points("VĨNH HÀ\n12/12/2023 - 15:30\n\nSáng 10/12, hai bên tổ chức ký kết hợp tác.") == []


def test_an_act_dated_after_the_document_that_cites_it():
    text = "Vĩnh Hà, ngày 05 tháng 12 năm 2025\n\nThực hiện Quyết định số 1234/QĐ-UBND ngày 25/9/{} của Ủy ban nhân dân tỉnh Tân Lâm."

    (point,) = audited(text.format(2031))[0].faults

    assert point.value.subtype == "impossible_date"
    assert points(text.format(2023)) == []


def test_an_act_far_ahead_of_every_other_date():
    text = (
        "Hội nghị họp ngày 12/3/2024. Ngày 15/5/2024 hai bên làm việc; ngày 20/6/2024 tổng kết. "
        "Quyết định số 1234/QĐ-UBND ngày 25/9/{} của Ủy ban nhân dân tỉnh Tân Lâm."
    )

    assert points(text.format(2032)) == ["impossible_date"]
    assert points(text.format(2023)) == []


def test_a_planned_day_in_the_future_is_no_fault():
    text = "Vĩnh Hà, ngày 05 tháng 12 năm 2025\n\nDự kiến tổ chức hội nghị vào ngày 20/3/2026; hoàn thành trước ngày 30/6/2027."

    assert points(text) == []


def test_an_act_dated_against_its_own_number():
    text = "Căn cứ Nghị định số 13/2023/NĐ-CP ngày 17/4/{} của Chính phủ."

    assert points(text.format(2022)) == ["date_conflict"]
    assert points(text.format(2023)) == []


TWICE = (
    "Thực hiện Quyết định số 321/QĐ-UBND ngày 23/01/2024 của Ủy ban nhân dân tỉnh Tân Lâm.\n\n"
    "Căn cứ Quyết định số 321/QĐ-UBND ngày {} của Ủy ban nhân dân tỉnh Tân Lâm."
)


def test_one_act_with_two_dates():
    (point,) = audited(TWICE.format("25/01/2024"))[0].faults

    assert point.value.subtype == "date_conflict"


def test_one_act_with_one_date_passes():
    assert points(TWICE.format("23/01/2024")) == []


def test_an_act_of_another_year_with_the_same_number_is_a_namesake():
    assert points(TWICE.format("14/5/2021")) == []


def test_one_act_with_two_dates_in_two_documents():
    first, second = audited(
        "Thực hiện Quyết định số 321/QĐ-UBND ngày 23/01/2024 của Ủy ban nhân dân tỉnh Tân Lâm.",
        "Căn cứ Quyết định số 321/QĐ-UBND ngày 25/01/2024 của Ủy ban nhân dân tỉnh Tân Lâm.",
    )

    (point,) = first.faults
    assert point.value.other == "2.docx"
    assert [passage.quote for passage in point.value.elsewhere] == [
        "Quyết định số 321/QĐ-UBND ngày 25/01/2024 của Ủy ban nhân dân tỉnh Tân Lâm"
    ]
    assert [record.value.other for record in second.faults] == ["1.docx"]


def test_an_act_issued_before_the_one_it_carries_out():
    text = "Thực hiện Nghị quyết số 12/NQ-HĐND ngày 15/7/2024, Ủy ban nhân dân tỉnh đã ban hành Kế hoạch số 88/KH-UBND ngày {}."

    assert points(text.format("10/6/2024")) == ["sequence"]
    assert points(text.format("10/8/2024")) == []


def test_a_committee_that_acts_before_it_is_set_up():
    text = (
        "Quyết định số 45/QĐ-UBND ngày 20/3/2024 về việc thành lập Ban Chỉ đạo Chương trình.\n\n"
        "Ngày {}, Ban Chỉ đạo Chương trình đã họp phiên thứ nhất."
    )

    assert points(text.format("12/3/2024")) == ["sequence"]
    assert points(text.format("12/4/2024")) == []


def test_one_agreement_with_two_periods():
    text = (
        "Ký kết Thỏa thuận hợp tác giữa Sở Khoa học và Công nghệ tỉnh Tân Lâm và Viện Hàn lâm Khoa học và Công nghệ Việt Nam "
        "giai đoạn 2025-2030.\n\nTriển khai Thỏa thuận hợp tác giữa Sở Khoa học và Công nghệ tỉnh Tân Lâm "
        "với Viện Hàn lâm Khoa học và Công nghệ Việt Nam, giai đoạn {}."
    )

    assert points(text.format("2026-2030")) == ["period_conflict"]
    assert points(text.format("2025-2030")) == []
    assert points(text.format("2031-2035")) == []


# Claims


def test_one_claim_with_two_figures_in_two_documents():
    text = "Phiên kết nối cung cầu công nghệ tại Vĩnh Hà thu hút {} doanh nghiệp trong nước đến tham dự và trao đổi."

    first, second = audited(text.format(13), text.format(31))

    assert [record.value.subtype for record in first.faults] == ["value_conflict"]
    assert first.faults[0].value.explanation == (
        "Văn bản này ghi 13 doanh nghiệp, văn bản 2.docx ghi 31 doanh nghiệp: "
        "“Phiên kết nối cung cầu công nghệ tại Vĩnh Hà … nghiệp trong nước đến tham dự và trao đổi”."
    )
    assert [record.value.other for record in second.faults] == ["1.docx"]


def test_one_claim_with_one_figure_in_two_documents_passes():
    text = "Phiên kết nối cung cầu công nghệ tại Vĩnh Hà thu hút 13 doanh nghiệp trong nước đến tham dự và trao đổi."

    assert [audit_.faults for audit_ in audited(text, text)] == [(), ()]


def test_the_same_form_filled_in_for_two_places_is_no_conflict():
    text = "Phiên kết nối cung cầu công nghệ tại {} thu hút {} doanh nghiệp trong nước đến tham dự và trao đổi."

    assert [audit_.faults for audit_ in audited(text.format("Vĩnh Hà", 13), text.format("Tân Lâm", 31))] == [(), ()]


# Shape


def test_a_cell_that_ends_in_the_middle_of_a_name():
    text = "\tTT\n\tNhiệm vụ\n\tChủ trì\n\n\t1\n\tKý kết và triển khai thỏa thuận hợp tác với Viện Công nghệ {}\n\tSở Công Thương\n\n"

    assert points(text.format("và")) == ["truncated"]
    assert points(text.format("mới")) == []


def test_a_number_left_blank():
    assert points("Căn cứ Quyết định số     /QĐ-UBND của Ủy ban nhân dân tỉnh Tân Lâm.") == ["incomplete_number"]
    assert points("Căn cứ Quyết định số 45/QĐ-UBND của Ủy ban nhân dân tỉnh Tân Lâm.") == []


def test_a_date_left_blank():
    assert points("Vĩnh Hà, ngày      tháng 12 năm 2025") == ["incomplete_date"]
    assert points("Vĩnh Hà, ngày 05 tháng 12 năm 2025") == []


OFFICIAL = "{}BÁO CÁO\nKết quả thực hiện Chương trình\n\nChương trình đạt kết quả tốt.\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n"


def test_an_official_paper_without_number_and_date():
    assert points(OFFICIAL.format("")) == ["missing_field"]


def test_an_official_paper_with_number_and_date_passes():
    assert points(OFFICIAL.format("Số: 12/BC-SKHCN\nVĩnh Hà, ngày 05 tháng 12 năm 2025\n")) == []
