"""Contradictions told in rarer ways: averages, validity, lists without a colon, tables a cell a line."""

import pytest

from hopluc.reading import audit, read
from hopluc.reading.document import Document


def points(text: str) -> list[str]:
    return [record.value.subtype for record in audit([read(Document("1.docx", text))])[0].faults]


@pytest.mark.parametrize(
    ("text", "subtypes"),
    [
        (
            "Năm 2020, tỉnh triển khai 35 đề tài, gồm 3 đề tài cấp quốc gia, 20 cấp tỉnh và 11 cấp cơ sở.",
            ["sum_mismatch"],
        ),
        (
            "Năm 2020, tỉnh triển khai 34 đề tài, gồm 3 đề tài cấp quốc gia, 20 cấp tỉnh và 11 cấp cơ sở.",
            [],
        ),
        (
            "Triển lãm mở cửa từ ngày 5/3 đến 10/4.",  # a stretch of days whose year nothing tells
            [],
        ),
        (
            "Tổng số 35 đề tài, trong đó: cấp quốc gia 3, cấp tỉnh 20, cấp cơ sở 11.",
            ["sum_mismatch"],
        ),
        (
            "Tỉnh có 35 đề tài (3 cấp quốc gia, 20 cấp tỉnh, 11 cấp cơ sở).",
            ["sum_mismatch"],
        ),
        (
            "Đoàn gồm 12 người: 5 từ Sở Y tế, 4 từ Viện Dược liệu, 2 từ Bệnh viện tỉnh.",
            ["sum_mismatch"],
        ),
        (
            "Cả nước có 120 mô hình, miền Bắc 45 mô hình, miền Trung 30 mô hình, miền Nam 45 mô hình.",
            [],
        ),
        (
            "Tổng mức đầu tư 320 tỷ đồng: vốn ODA 200 tỷ đồng, vốn đối ứng 100 tỷ đồng.",
            ["sum_mismatch"],
        ),
        (
            "Dự án có tổng vốn 4,5 triệu USD, trong đó vốn vay 3 triệu USD, viện trợ 0,8 triệu USD và đối ứng 0,4 triệu USD.",
            ["sum_mismatch"],
        ),
        (
            "Trong 24 hồ sơ nộp về, 13 hồ sơ đạt yêu cầu, 8 hồ sơ phải bổ sung và 2 hồ sơ bị loại.",
            ["sum_mismatch"],
        ),
        (
            "Trong 24 hồ sơ nộp về, 13 hồ sơ đạt yêu cầu, 8 hồ sơ phải bổ sung và 3 hồ sơ bị loại.",
            [],
        ),
        (
            (
                "Kinh phí năm 2019 là 1.250 triệu đồng, năm 2020 là 1.480 triệu đồng, năm 2021 là 1.300 triệu đồng, "
                "tổng 3 năm là 4.130 triệu đồng."
            ),
            ["sum_mismatch"],
        ),
        (
            (
                "Kinh phí năm 2019 là 1.250 triệu đồng, năm 2020 là 1.480 triệu đồng, năm 2021 là 1.300 triệu đồng, "
                "tổng 3 năm là 4.030 triệu đồng."
            ),
            [],
        ),
        (
            "Kinh phí thực hiện trong 5 năm là 30 tỷ đồng, bình quân 5 tỷ đồng/năm.",
            ["sum_mismatch"],
        ),
        (
            "Kinh phí thực hiện trong 5 năm là 33,75 tỷ đồng, bình quân 6,75 tỷ đồng/năm.",
            [],
        ),
        (
            "Đã mở 12 lớp, mỗi lớp 30 học viên, tổng cộng 380 học viên.",
            ["sum_mismatch"],
        ),
        (
            "Đã mở 12 lớp, mỗi lớp 30 học viên, tổng cộng 360 học viên.",
            [],
        ),
        (
            "Đạt 85% kế hoạch (40/50 mô hình).",
            ["sum_mismatch"],
        ),
        (
            "Đạt 80% kế hoạch (40/50 mô hình).",
            [],
        ),
        (
            "Kế hoạch giao 50 lớp, thực hiện 45 lớp, đạt 80%.",
            ["sum_mismatch"],
        ),
        (
            "Kế hoạch giao 50 lớp, thực hiện 45 lớp, đạt 90%.",
            [],
        ),
        (
            "Số bằng sáng chế là 45, tăng 15 bằng so với năm 2019 (35 bằng).",
            ["sum_mismatch"],
        ),
        (
            "Thu hút 98 doanh nghiệp, gấp 2 lần so với năm 2016 (70 doanh nghiệp).",
            ["sum_mismatch"],
        ),
        (
            "Diện tích tăng từ 120 ha năm 2018 lên 180 ha năm 2022 (tăng 70%).",
            ["sum_mismatch"],
        ),
        (
            (
                "TT\nNội dung\nKinh phí (triệu đồng)\n1\nĐào tạo nhân lực\n120\n2\nMua sắm thiết bị\n350\n3\nHội nghị, hội thảo\n80\n"
                "Tổng cộng\n560\n"
            ),
            ["sum_mismatch"],
        ),
        (
            (
                "TT\nNội dung\nKinh phí (triệu đồng)\n1\nĐào tạo nhân lực\n120\n2\nMua sắm thiết bị\n350\n3\nHội nghị, hội thảo\n80\n"
                "Tổng cộng\n550\n"
            ),
            [],
        ),
        (
            (
                "STT\nHọ và tên\nChức vụ\n1\nNguyễn Văn Bình\nTrưởng ban\n2\nTrần Thị Hoa\nPhó ban\n4\nLê Văn Cường\nỦy viên\n5\n"
                "Hoàng Văn Dũng\nỦy viên\n"
            ),
            ["count_doubt"],
        ),
        (
            (
                "| Nguồn | Năm 2021 | Năm 2022 | Cộng |\n|---|---|---|---|\n| Trung ương | 12,5 | 14,0 | 26,5 |\n"
                "| Tỉnh | 8,2 | 9,1 | 17,3 |\n| Doanh nghiệp | 4,0 | 5,5 | 9,0 |\n"
            ),
            ["sum_mismatch"],
        ),
        (
            "Với sự tham gia của 5 đơn vị là Sở Y tế, Sở Tài chính, Sở Nội vụ và Viện Dược liệu.",
            ["count_mismatch"],
        ),
        (
            "Với sự tham gia của 4 đơn vị là Sở Y tế, Sở Tài chính, Sở Nội vụ và Viện Dược liệu.",
            [],
        ),
        (
            "Có 4 sở (Sở Y tế, Sở Tài chính, Sở Nội vụ) đã gửi báo cáo.",
            ["count_mismatch"],
        ),
        (
            "Chương trình có 4 mục tiêu: (1) đào tạo nhân lực, (2) phát triển sản phẩm, (3) mở rộng thị trường.",
            ["count_mismatch"],
        ),
        (
            "Chương trình có 3 mục tiêu: (1) đào tạo nhân lực, (2) phát triển sản phẩm, (3) mở rộng thị trường.",
            [],
        ),
        (
            "Kế hoạch đề ra 4 giải pháp: i) hoàn thiện cơ chế; ii) đào tạo nhân lực; iii) mở rộng hợp tác.",
            ["count_mismatch"],
        ),
        (
            "Ba đề tài được nghiệm thu gồm: “Giống lúa chịu mặn”; “Phân bón sinh học”.",
            ["count_mismatch"],
        ),
        (
            (
                "Nghiệm thu 3 đề tài cấp tỉnh\nHội đồng nghiệm thu: “Giống lúa chịu mặn” do Viện Lúa chủ trì; "
                "“Phân bón sinh học” do Trường Đại học Cần Thơ chủ trì."
            ),
            ["count_mismatch"],
        ),
        (
            "Đoàn công tác gồm 5 thành viên: ông Trần Văn An, bà Lê Thị Bình, ông Phạm Văn Cường và bà Hoàng Thị Dung.",
            ["count_mismatch"],
        ),
        (
            "Công trình khởi công ngày 12/5/2022, hoàn thành ngày 10/3/2022.",
            ["sequence"],
        ),
        (
            "Công trình khởi công ngày 12/5/2022, hoàn thành ngày 10/3/2023.",
            [],
        ),
        (
            "Hội chợ khai mạc ngày 20/10/2023 và bế mạc ngày 15/10/2023.",
            ["sequence"],
        ),
        (
            "Thực hiện Nghị quyết số 05-NQ/TU ngày 12/6/2020 của Tỉnh ủy, UBND tỉnh đã ban hành Kế hoạch số 33/KH-UBND ngày 10/3/2020.",
            ["sequence"],
        ),
        (
            "Quyết định phê duyệt ngày 15 tháng … năm 2021.",
            ["incomplete_date"],
        ),
        (
            "Ký ngày 12 tháng   năm 2020 tại Tân Lâm.",
            ["incomplete_date"],
        ),
        (
            "Tân Lâm, ngày 12 tháng 5 năm 20...",
            ["incomplete_date"],
        ),
        (
            "Ngày 12/13/2022, đoàn đã làm việc với tỉnh.",
            ["impossible_date"],
        ),
        (
            "Ngày 31 tháng 4 năm 2021, đoàn đã làm việc với tỉnh.",
            ["impossible_date"],
        ),
        (
            (
                "THỎA THUẬN HỢP TÁC\nGIỮA SỞ Y TẾ TỈNH TÂN LÂM VÀ VIỆN DƯỢC LIỆU\nGIAI ĐOẠN 2021-2025\n\nHôm nay, "
                "ngày 20 tháng 5 năm 2021, tại Tân Lâm, hai bên ký Thỏa thuận.\n\nĐiều 5. "
                "Thỏa thuận có hiệu lực từ ngày ký đến hết ngày 31/12/2026."
            ),
            ["period_conflict"],
        ),
        (
            (
                "THỎA THUẬN HỢP TÁC\nGIỮA SỞ Y TẾ TỈNH TÂN LÂM VÀ VIỆN DƯỢC LIỆU\nGIAI ĐOẠN 2021-2025\n\nHôm nay, "
                "ngày 20 tháng 5 năm 2021, tại Tân Lâm, hai bên ký Thỏa thuận.\n\nĐiều 5. "
                "Thỏa thuận có hiệu lực từ ngày ký đến hết ngày 31/12/2025."
            ),
            [],
        ),
        (
            (
                "THỎA THUẬN HỢP TÁC\nGIỮA SỞ Y TẾ TỈNH TÂN LÂM VÀ VIỆN DƯỢC LIỆU\n\nHôm nay, ngày 20 tháng 5 năm 2021, tại Tân Lâm, "
                "hai bên ký Thỏa thuận.\n\nĐiều 5. Thỏa thuận có hiệu lực 05 năm kể từ ngày ký đến ngày 20/5/2024."
            ),
            ["period_conflict"],
        ),
        (
            (
                "Cập nhật: 20/10/2023 08:30\n\nHội thảo chuyển giao công nghệ\n\nNgày 25/10/2023, "
                "Sở Khoa học và Công nghệ tổ chức hội thảo với 120 đại biểu tham dự."
            ),
            ["impossible_date"],
        ),
        (
            (
                "Cập nhật: 20/10/2023 08:30\n\nHội thảo chuyển giao công nghệ\n\nNgày 25/10/2023, "
                "Sở Khoa học và Công nghệ sẽ tổ chức hội thảo với 120 đại biểu tham dự."
            ),
            [],
        ),
        (
            "Nhiệm kỳ 2020-2025 của Hội đồng; nhiệm kỳ của Hội đồng là 4 năm.",
            ["period_conflict"],
        ),
        (
            "Đề án thực hiện từ năm 2025 đến năm 2021.",
            ["period_conflict"],
        ),
        (
            "Thời gian làm việc: từ 14h30 ngày 12/5/2022 đến ngày 10/5/2022.",
            ["period_conflict"],
        ),
        (
            "Chương trình 10 năm (2015-2020) đã kết thúc.",
            ["period_conflict"],
        ),
        (
            "Tuần lễ đo lường thu hút 1.600 lượt khách tham quan.\n\nKết thúc tuần lễ, ban tổ chức cho biết đã đón 1.060 lượt khách.",
            ["value_conflict"],
        ),
        (
            "Dự án có tổng kinh phí 12,5 tỷ đồng do Viện Dược liệu chủ trì.\n\nTổng kinh phí của dự án: 15,2 tỷ đồng.",
            ["value_conflict"],
        ),
        (
            "Hội nghị có 250 đại biểu tham dự. Theo ban tổ chức, số đại biểu tham dự là 205 đại biểu.",
            ["value_conflict"],
        ),
        (
            (
                "Quyết định số 118/QĐ-UBND ngày 12/3/2020 phê duyệt Đề án phát triển nấm ăn của tỉnh. "
                "Căn cứ Quyết định số 181/QĐ-UBND ngày 12/3/2020 phê duyệt Đề án phát triển nấm ăn của tỉnh."
            ),
            ["value_conflict"],
        ),
        (
            (
                "Cả tỉnh hiện có 45 doanh nghiệp khoa học và công nghệ. Đến nay, "
                "tổng số doanh nghiệp khoa học và công nghệ của tỉnh là 54 doanh nghiệp."
            ),
            ["value_conflict"],
        ),
        (
            "Năm 2020 tỉnh có 45 doanh nghiệp khoa học và công nghệ, đến năm 2022 có 54 doanh nghiệp khoa học và công nghệ.",
            [],
        ),
        (
            "Sở đang hoàn thiện hồ sơ dự án “Ứng dụng công nghệ sấy lạnh trong bảo quản\n\nII. KẾT QUẢ\nĐã có 5 đề tài được nghiệm thu.",
            ["truncated"],
        ),
        (
            "Kinh phí thực hiện: ….. triệu đồng.",
            ["incomplete_number"],
        ),
        (
            (
                "TT\nNhiệm vụ\nCơ quan chủ trì\nThời gian\n1\nXây dựng phần mềm quản lý dữ liệu và\nSở Y tế\n2023\n2\n"
                "Tổ chức hội thảo khoa học\nSở Tài chính\n2024\n"
            ),
            ["truncated"],
        ),
        (
            (
                "TT\nNhiệm vụ\nCơ quan chủ trì\nThời gian\n1\nKhảo sát nhu cầu\nSở Y tế\nQuý I/2023\n2\nTổ chức hội thảo khoa học\n"
                "Sở Tài chính\n3\nXây dựng đề án\nSở Nội vụ\nQuý II/2023\n4\nNghiệm thu đề tài\nSở Y tế\nQuý IV/2023\n"
            ),
            ["missing_field"],
        ),
        (
            "- Chủ trì: Sở Y tế;\n- Thời gian hoàn thành:\n- Kinh phí: 120 triệu đồng.",
            ["missing_field"],
        ),
        (
            "Thực hiện Công văn số        của Bộ Khoa học và Công nghệ, Sở báo cáo như sau.",
            ["incomplete_number"],
        ),
        (
            "Công văn số 12/ ngày 15/3/2021 của Sở Y tế.",
            ["incomplete_number"],
        ),
        (
            "Nhiệm kỳ 2020-2025 của Hội đồng; nhiệm kỳ của Hội đồng là 5 năm.",
            [],
        ),
        (
            "Thứ nhất, rà soát số liệu. Thứ hai, ngày 12/3/2021 Sở có văn bản.",
            [],
        ),
        (
            "Hai bên ký tại 5 huyện (An Phú, Bình Minh, Châu Sơn, Dương Hà và thành phố Tân Lâm).",
            [],
        ),
        (
            "Hội thảo có các viện, trường… doanh nghiệp tham dự.",
            [],
        ),
        (
            (
                "Quyết định số 118/QĐ-UBND ngày 12/3/2020 phê duyệt Đề án phát triển nấm ăn. "
                "Quyết định số 181/QĐ-UBND ngày 12/3/2020 phê duyệt quy hoạch thủy lợi nội đồng."
            ),
            [],
        ),
        (
            (
                "Kinh phí thực hiện là 2.450 triệu đồng, trong đó:\na) Ngân sách tỉnh: 1.800 triệu đồng, bố trí từ sự nghiệp khoa học;\n"
                "b) Doanh nghiệp: 550 triệu đồng, góp bằng thiết bị."
            ),
            ["sum_mismatch"],
        ),
        (
            (
                "Kinh phí thực hiện là 2.350 triệu đồng, trong đó:\na) Ngân sách tỉnh: 1.800 triệu đồng, bố trí từ sự nghiệp khoa học;\n"
                "b) Doanh nghiệp: 550 triệu đồng, góp bằng thiết bị."
            ),
            [],
        ),
        (
            "Tổng kinh phí: 12.500 triệu đồng. Trong đó: năm 2021: 4.000 triệu đồng; năm 2022: 4.500 triệu đồng; năm 2023: 3.500 triệu đồng.",
            ["sum_mismatch"],
        ),
        (
            "Hội nghị có 120 đại biểu, trong đó nam 70, nữ 45.",
            ["sum_mismatch"],
        ),
        (
            (
                "Đảng bộ tập trung thực hiện 4 nhiệm vụ, giải pháp chủ yếu sau:\n1. Nâng cao nhận thức của cán bộ.\n2. "
                "Hoàn thiện cơ chế tài chính.\n3. Phát triển nguồn nhân lực.\n\nGiao Ban Tuyên giáo theo dõi."
            ),
            ["count_mismatch"],
        ),
        (
            "Chi sự nghiệp 11.400 triệu đồng, đạt 90% dự toán (12.000 triệu đồng).",
            ["sum_mismatch"],
        ),
        (
            "Chi sự nghiệp 12.600 triệu đồng, đạt 105% dự toán (12.000 triệu đồng).",
            [],
        ),
        (
            "Dự toán giao 12.000 triệu đồng, đã giải ngân 9.600 triệu đồng, đạt 85%.",
            ["sum_mismatch"],
        ),
        (
            (
                "TT\nNội dung nhiệm vụ\nĐơn vị chủ trì\nThời gian\n1\nKhảo sát nhu cầu\nSở Y tế\nQuý I/2023\n2\n"
                "Tổ chức hội thảo khoa học\nSở Tài chính\nQuý II/2023\n4\nXây dựng đề án\nSở Nội vụ\nQuý II/2023\n5\nNghiệm thu đề tài\n"
                "Sở Y tế\nQuý IV/2023\n"
            ),
            ["count_doubt"],
        ),
        (
            (
                "Kế hoạch gồm 5 nhiệm vụ (có danh mục kèm theo).\n\nTT\tNhiệm vụ\tChủ trì\n1\tKhảo sát nhu cầu\tSở A\n"
                "2\tTổ chức hội thảo\tSở B\n3\tXây dựng đề án\tSở C\n4\tNghiệm thu\tSở D\n"
            ),
            ["count_mismatch"],
        ),
        (
            (
                "ỦY BAN NHÂN DÂN\nTỈNH TÂN LÂM\nSố: 20/TB-UBND\nTân Lâm, ngày 20 tháng 4 năm 2023\n\nTHÔNG BÁO\n"
                "Kết luận của Chủ tịch UBND tỉnh tại cuộc họp ngày 14/4/2023\n\nNgày 13/4/2023, tại trụ sở, "
                "đồng chí Chủ tịch UBND tỉnh chủ trì cuộc họp về chuyển đổi số."
            ),
            ["date_conflict"],
        ),
        (
            (
                "ỦY BAN NHÂN DÂN\nTỈNH TÂN LÂM\nSố: 20/TB-UBND\nTân Lâm, ngày 20 tháng 4 năm 2023\n\nTHÔNG BÁO\n"
                "Kết luận của Chủ tịch UBND tỉnh tại cuộc họp ngày 13/4/2023\n\nNgày 13/4/2023, tại trụ sở, "
                "đồng chí Chủ tịch UBND tỉnh chủ trì cuộc họp về chuyển đổi số."
            ),
            [],
        ),
        (
            (
                "Tân Lâm, ngày 15 tháng 5 năm 2021\n\nTHỎA THUẬN HỢP TÁC\nGIỮA SỞ Y TẾ TỈNH TÂN LÂM VÀ VIỆN DƯỢC LIỆU\n\nHôm nay, "
                "ngày 12 tháng 5 năm 2021, tại Tân Lâm, hai bên ký Thỏa thuận."
            ),
            ["date_conflict"],
        ),
        (
            "Trong 5 năm, trường đào tạo 1.250 sinh viên: 600 ngành công nghệ thông tin, 400 ngành điện tử, 200 ngành cơ khí.",
            ["sum_mismatch"],
        ),
        (
            "Trong 5 năm, trường đào tạo 1.200 sinh viên: 600 ngành công nghệ thông tin, 400 ngành điện tử, 200 ngành cơ khí.",
            [],
        ),
        (
            "Công bố 38 bài báo (20 quốc tế, 17 trong nước).",
            ["sum_mismatch"],
        ),
        (
            "Công bố 38 bài báo (20 quốc tế, 18 trong nước).",
            [],
        ),
        (
            (
                "Thành lập Ban Chỉ đạo gồm 4 ông, bà sau:\n1. Ông Trần Văn An, Phó Chủ tịch UBND tỉnh, Trưởng ban;\n2. Bà Lê Thị Bình, "
                "Giám đốc Sở Y tế;\n3. Ông Phạm Văn Cường, Giám đốc Sở Tài chính.\n\nĐiều 2. Ban họp mỗi quý."
            ),
            ["count_mismatch"],
        ),
        (
            (
                "UBND TỈNH TÂN LÂM\nSố: 45/KH-UBND\nTân Lâm, ngày 07 tháng 8 năm 2023\n\nKẾ HOẠCH\nTriển khai chương trình hợp tác\n\n"
                "TT\tNhiệm vụ\tChủ trì\tThời hạn\n1\tKhảo sát nhu cầu\tSở A\t30/9/2023\n2\tTổ chức hội thảo\tSở B\t15/6/2023\n"
                "3\tXây dựng đề án\tSở C\t31/12/2023\n"
            ),
            ["sequence"],
        ),
        (
            "10h30 - 10h15: Nghỉ giải lao",
            ["period_conflict"],
        ),
        (
            "10h30 - 10h45: Nghỉ giải lao\n22h00 - 02h00: Trực đêm. Tỷ số 3:2 - 1:0.",
            [],
        ),
        (
            (
                "TỈNH ỦY TÂN LÂM\n*\nSố 15-NQ/TU\nTân Lâm, ngày 12 tháng 5 năm 2021\n\nNGHỊ QUYẾT\n\nPhát triển khoa học.\n\nNơi nhận:\n"
                "- Trung ương;\n- Lưu."
            ),
            [],
        ),
    ],
)
def test_contradictions_told_in_rarer_ways(text: str, subtypes: list[str]) -> None:
    assert points(text) == subtypes


def test_a_slip_of_a_name_is_shown_beside_the_role_nearest_to_it_whatever_others_stand_there():
    text = (
        "Giám đốc Trung tâm, Chủ nhiệm nhiệm vụ, Thư ký khoa học: ThS. Giang Hữu Bằng\n"
        "Hội đồng bỏ phiếu kín.\n\nGIÁM ĐỐC, CHỦ NHIỆM, THƯ KÝ\nThS. Ngô Hữu Bằng"
    )

    (fault,) = audit([read(Document("1.docx", text))])[0].faults

    assert [text[start:end].partition("ThS")[0].strip() for start, end in fault.evidence] == ["Thư ký khoa học:", "THƯ KÝ"]
