"""Contradictions in differing words, each beside what looks like it and holds."""

import pytest

from hopluc.reading import audit, read
from hopluc.reading.document import Document


def points(text: str) -> list[str]:
    return [record.value.subtype for record in audit([read(Document("1.docx", text))])[0].faults]


@pytest.mark.parametrize(
    ("text", "subtypes"),
    [
        (
            (
                "Năm 2022 hai bên triển khai 46 nhiệm vụ với kinh phí 20 tỷ đồng. Trong số này có 18 nhiệm vụ về nông nghiệp, "
                "11 nhiệm vụ về y dược, 9 nhiệm vụ về cơ khí và 7 nhiệm vụ về xã hội."
            ),
            ["sum_mismatch"],
        ),
        (
            (
                "Năm 2022 hai bên triển khai 45 nhiệm vụ với kinh phí 20 tỷ đồng. Trong số này có 18 nhiệm vụ về nông nghiệp, "
                "11 nhiệm vụ về y dược, 9 nhiệm vụ về cơ khí và 7 nhiệm vụ về xã hội."
            ),
            [],
        ),
        (
            (
                "Năm 2022 hai bên triển khai 46 nhiệm vụ với kinh phí 20 tỷ đồng. "
                "Trong số này có 18 nhiệm vụ về nông nghiệp và 3 nhiệm vụ về y dược."
            ),
            [],
        ),
        (
            (
                "Tổng chi năm 2021 là 38.450 triệu đồng, bao gồm: nhiệm vụ cấp tỉnh 22.300 triệu đồng; "
                "nhiệm vụ cấp cơ sở 4.150 triệu đồng; hoạt động quản lý nhà nước 6.800 triệu đồng; tăng cường tiềm lực 5.300 triệu đồng."
            ),
            ["sum_mismatch"],
        ),
        (
            (
                "Tổng chi năm 2021 là 38.550 triệu đồng, bao gồm: nhiệm vụ cấp tỉnh 22.300 triệu đồng; "
                "nhiệm vụ cấp cơ sở 4.150 triệu đồng; hoạt động quản lý nhà nước 6.800 triệu đồng; tăng cường tiềm lực 5.300 triệu đồng."
            ),
            [],
        ),
        (
            "Toàn tỉnh quản lý 53 nhiệm vụ. Theo lĩnh vực: nông nghiệp 24; công nghiệp 8; y tế 7; giáo dục 5; xã hội 7.",
            ["sum_mismatch"],
        ),
        (
            "Toàn tỉnh quản lý 53 nhiệm vụ. Theo lĩnh vực: nông nghiệp 24; công nghiệp 8; y tế 7; giáo dục 5; xã hội 9.",
            [],
        ),
        (
            "Kinh phí thực hiện đề án là 25 tỷ đồng, trong đó ngân sách nhà nước 15 tỷ đồng, doanh nghiệp đối ứng 8 tỷ đồng.",
            ["sum_mismatch"],
        ),
        (
            "Kinh phí thực hiện đề án là 25 tỷ đồng, trong đó ngân sách nhà nước 15 tỷ đồng.",
            [],
        ),
        (
            "Kinh phí thực hiện đề án khoảng 25 tỷ đồng, trong đó ngân sách nhà nước 15,3 tỷ đồng, doanh nghiệp đối ứng 9,4 tỷ đồng.",
            [],
        ),
        (
            "Tổng vốn gần 130 tỷ đồng, trong đó trung ương 74,2 tỷ đồng, tỉnh 31,8 tỷ đồng, doanh nghiệp 22,5 tỷ đồng.",
            [],
        ),
        (
            "Tổng vốn 12,5 tỷ đồng, gồm trung ương 4,2 tỷ đồng, tỉnh 4,2 tỷ đồng, doanh nghiệp 4,2 tỷ đồng.",
            [],
        ),
        (
            "Trong tổng số 25 cán bộ được cử đi học có 12 người học thạc sĩ, 9 người học tiến sĩ, còn lại 6 người bồi dưỡng ngắn hạn.",
            ["sum_mismatch"],
        ),
        (
            "Ngành nông nghiệp có 12 đề tài, ngành y tế có 9 đề tài, ngành công thương có 7 đề tài; tổng cộng 29 đề tài.",
            ["sum_mismatch"],
        ),
        (
            "Ngành nông nghiệp có 12 đề tài, ngành y tế có 9 đề tài, ngành công thương có 7 đề tài; tổng cộng 28 đề tài.",
            [],
        ),
        (
            "Kết quả nghiệm thu:\n- Xuất sắc: 5 đề tài;\n- Đạt: 21 đề tài;\n- Không đạt: 2 đề tài.\nTổng cộng: 27 đề tài.",
            ["sum_mismatch"],
        ),
        (
            "Kết quả nghiệm thu:\n- Xuất sắc: 5 đề tài;\n- Đạt: 21 đề tài;\n- Không đạt: 2 đề tài.\nTổng cộng: 28 đề tài.",
            [],
        ),
        (
            "Đã tiếp nhận 182 đơn, gồm 150 đơn nhãn hiệu, 21 đơn kiểu dáng và 9 đơn sáng chế.",
            ["sum_mismatch"],
        ),
        (
            "Đã tiếp nhận hơn 180 đơn, gồm 150 đơn nhãn hiệu, 21 đơn kiểu dáng và 9 đơn sáng chế.",
            [],
        ),
        (
            "Dự kiến 320 đại biểu từ 14 tỉnh; trong đó đại biểu trung ương 45, đại biểu các tỉnh 225, doanh nghiệp và báo chí 40.",
            ["sum_mismatch"],
        ),
        (
            (
                "Kinh phí tổ chức: 845 triệu đồng, trong đó Bộ Khoa học và Công nghệ 400 triệu đồng, tỉnh Tân Lâm 345 triệu đồng, "
                "tài trợ 110 triệu đồng."
            ),
            ["sum_mismatch"],
        ),
        (
            "Trao 14 bằng khen của Bộ trưởng cho 9 tập thể và 6 cá nhân.",
            ["sum_mismatch"],
        ),
        (
            "Trao 14 bằng khen của Bộ trưởng cho 9 tập thể và 5 cá nhân.",
            [],
        ),
        (
            "Vĩnh Hà được phê duyệt 7 dự án (năm 2016: 2 dự án; năm 2017: 3 dự án; năm 2018: 3 dự án).",
            ["sum_mismatch"],
        ),
        (
            "Viện hiện có 86 cán bộ: 12 tiến sĩ, 35 thạc sĩ, 30 kỹ sư và 8 nhân viên.",
            ["sum_mismatch"],
        ),
        (
            "Tổng kinh phí 2,4 tỷ đồng, bao gồm 1,5 tỷ đồng từ ngân sách thành phố và 700 triệu đồng từ doanh nghiệp.",
            ["sum_mismatch"],
        ),
        (
            "Tổng kinh phí 2,2 tỷ đồng, bao gồm 1,5 tỷ đồng từ ngân sách thành phố và 700 triệu đồng từ doanh nghiệp.",
            [],
        ),
        (
            "Diện tích thử nghiệm 120 ha, chia ra huyện An Phú 45 ha, huyện Bình Minh 40 ha, huyện Châu Sơn 25 ha.",
            ["sum_mismatch"],
        ),
        (
            "Hội đồng có 11 thành viên, gồm 1 chủ tịch, 2 phó chủ tịch và 7 ủy viên.",
            ["sum_mismatch"],
        ),
        (
            "Hội đồng có 11 thành viên, gồm chủ tịch, 2 phó chủ tịch và 8 ủy viên.",
            [],
        ),
        (
            "Có 8 nhiệm vụ hoàn thành và 5 nhiệm vụ đang triển khai trong tổng số 13 nhiệm vụ.",
            [],
        ),
        (
            "Có 8 nhiệm vụ hoàn thành trong tổng số 14 nhiệm vụ, 2 nhiệm vụ xin dừng.",
            [],
        ),
        (
            "Đã thực hiện 12 nhiệm vụ, kinh phí 27,3 tỷ đồng; 8 nhiệm vụ đã nghiệm thu, 5 nhiệm vụ đang triển khai.",
            ["sum_mismatch"],
        ),
        (
            "Đã thực hiện 12 nhiệm vụ, kinh phí 27,3 tỷ đồng; 8 nhiệm vụ đã nghiệm thu, 4 nhiệm vụ đang triển khai.",
            [],
        ),
        (
            (
                "1. Ngân sách trung ương: 120 triệu đồng.\n2. Ngân sách tỉnh: 340 triệu đồng.\n3. Nguồn khác: 50 triệu đồng.\n"
                "Tổng kinh phí: 520 triệu đồng."
            ),
            ["sum_mismatch"],
        ),
        (
            "Số hồ sơ xử lý tăng từ 120 lên 180 hồ sơ, tăng 40% so với năm 2021.",
            ["sum_mismatch"],
        ),
        (
            "Số hồ sơ xử lý tăng từ 120 lên 180 hồ sơ, tăng 50% so với năm 2021.",
            [],
        ),
        (
            "Số hồ sơ xử lý tăng từ 121 lên 180 hồ sơ, tăng gần 49% so với năm 2021.",
            [],
        ),
        (
            "Sản lượng năm 2022 đạt 310 tấn, tăng 35% so với năm 2021 (250 tấn).",
            ["sum_mismatch"],
        ),
        (
            "Sản lượng năm 2022 đạt 310 tấn, tăng 24% so với năm 2021 (250 tấn).",
            [],
        ),
        (
            "Đã giải ngân 12,6 tỷ đồng/15 tỷ đồng, đạt 80% kế hoạch.",
            ["sum_mismatch"],
        ),
        (
            "Đã giải ngân 12,6 tỷ đồng/15 tỷ đồng, đạt 84% kế hoạch.",
            [],
        ),
        (
            "Cơ cấu nguồn vốn: ngân sách 45%, doanh nghiệp 40%, vốn khác 20%.",
            ["sum_mismatch"],
        ),
        (
            "Cơ cấu nguồn vốn: ngân sách 45%, doanh nghiệp 40%, vốn khác 15%.",
            [],
        ),
        (
            "Có 13/15 nhiệm vụ được bàn giao ứng dụng, đạt 76,7%.",
            ["sum_mismatch"],
        ),
        (
            "Có 13 trên tổng số 15 nhiệm vụ được bàn giao, chiếm 76,7%.",
            ["sum_mismatch"],
        ),
        (
            "Trong 48 sáng kiến được công nhận có 36 sáng kiến của giáo viên, chiếm 65%.",
            ["sum_mismatch"],
        ),
        (
            "Trong 48 sáng kiến được công nhận có 36 sáng kiến của giáo viên, chiếm 75%.",
            [],
        ),
        (
            "Số doanh nghiệp tham gia tăng từ 40 lên 120, gấp 4 lần năm 2019.",
            ["sum_mismatch"],
        ),
        (
            "Số lượng đề tài tăng từ 12 (năm 2020) lên 15 (năm 2021), tức tăng 5 đề tài.",
            ["sum_mismatch"],
        ),
        (
            (
                "TT\tNguồn\tSố tiền\tTỷ trọng\n1\tNgân sách\t9,6 tỷ đồng\t48%\n2\tViện trợ\t7,2 tỷ đồng\t36%\n"
                "3\tXã hội hóa\t3,2 tỷ đồng\t18%\n\tTổng\t20 tỷ đồng\t100%\n"
            ),
            ["sum_mismatch"],
        ),
        (
            (
                "TT\tNguồn\tSố tiền\tTỷ trọng\n1\tNgân sách\t9,6 tỷ đồng\t48%\n2\tViện trợ\t7,2 tỷ đồng\t36%\n"
                "3\tXã hội hóa\t3,2 tỷ đồng\t16%\n\tTổng\t20 tỷ đồng\t100%\n"
            ),
            [],
        ),
        (
            "TT\tNguồn\tSố tiền\n1\tNgân sách\t9,6 tỷ đồng\n2\tViện trợ\t7,2 tỷ đồng\n3\tXã hội hóa\t3,2 tỷ đồng\n\tTổng\t21 tỷ đồng\n",
            ["sum_mismatch"],
        ),
        (
            "TT\tNhiệm vụ\tChủ trì\n1\tKhảo sát nhu cầu\tSở A\n2\tTổ chức hội thảo\tSở B\n4\tXây dựng đề án\tSở C\n5\tNghiệm thu\tSở D\n",
            ["count_doubt"],
        ),
        (
            "TT\tNhiệm vụ\tChủ trì\n1\tKhảo sát nhu cầu\tSở A\n2\tTổ chức hội thảo\tSở B\n2\tXây dựng đề án\tSở C\n3\tNghiệm thu\tSở D\n",
            ["count_doubt"],
        ),
        (
            (
                "TT\tNhiệm vụ\tChủ trì\nI\tNhóm một\t\n1\tKhảo sát nhu cầu\tSở A\n2\tTổ chức hội thảo\tSở B\nII\tNhóm hai\t\n"
                "1\tXây dựng đề án\tSở C\n2\tNghiệm thu\tSở D\n"
            ),
            [],
        ),
        (
            (
                "Đơn vị\tKế hoạch\tThực hiện\tTỷ lệ (%)\nHuyện An Phú\t40\t36\t90\nHuyện Bình Minh\t50\t40\t80\n"
                "Huyện Châu Sơn\t60\t57\t95\nHuyện Dương Hà\t20\t15\t85\n"
            ),
            ["sum_mismatch"],
        ),
        (
            (
                "Đơn vị\tKế hoạch\tThực hiện\tTỷ lệ (%)\nHuyện An Phú\t40\t36\t90\nHuyện Bình Minh\t50\t40\t80\n"
                "Huyện Châu Sơn\t60\t57\t95\nHuyện Dương Hà\t20\t15\t75\n"
            ),
            [],
        ),
        (
            (
                "Hạng mục\tSố lượng\tĐơn giá\tThành tiền\nMáy đo\t2\t15.000.000\t30.000.000\nCảm biến\t10\t2.500.000\t25.000.000\n"
                "Tủ điện\t4\t6.000.000\t26.000.000\nCáp\t5\t1.000.000\t5.000.000\n"
            ),
            ["sum_mismatch"],
        ),
        (
            (
                "DANH MỤC 5 NHIỆM VỤ NĂM 2024\nTT\tNhiệm vụ\tChủ trì\n1\tKhảo sát nhu cầu\tSở A\n2\tTổ chức hội thảo\tSở B\n"
                "3\tXây dựng đề án\tSở C\n4\tNghiệm thu\tSở D\n"
            ),
            ["count_mismatch"],
        ),
        (
            (
                "Phần A. VĂN BẢN CÒN HIỆU LỰC (7 văn bản)\n1. Quyết định về đo lường\n2. Quyết định về sáng kiến\n3. "
                "Quyết định về nhãn hiệu\n4. Quyết định về quỹ\n5. Quyết định về đề tài\n6. Quyết định về an toàn bức xạ\n\nPhần B. "
                "VĂN BẢN HẾT HIỆU LỰC (2 văn bản)\n1. Chỉ thị về kiểm tra\n2. Chỉ thị về thi đua\n"
            ),
            ["count_mismatch"],
        ),
        (
            (
                "Phần A. VĂN BẢN CÒN HIỆU LỰC (3 văn bản)\n1. Quyết định về đo lường\n2. Quyết định về sáng kiến\n3. "
                "Quyết định về nhãn hiệu\n\nPhần B. VĂN BẢN HẾT HIỆU LỰC (2 văn bản)\n1. Chỉ thị về kiểm tra\n2. Chỉ thị về thi đua\n"
            ),
            [],
        ),
        (
            (
                "Điều 1. Thành lập Hội đồng gồm 6 thành viên có tên sau:\n1. "
                "Chủ tịch Hội đồng: Ông Giàng A Lử - Phó Chủ tịch UBND tỉnh.\n2. Phó Chủ tịch Hội đồng: Bà Đỗ Lệ Quyên - Giám đốc Sở.\n"
                "3. Các ủy viên:\n- TS. Bàn Văn Tòng, Phó Giám đốc Sở Nội vụ;\n- Ông Hứa Đức Thắng, Phó Giám đốc Sở Tài chính;\n"
                "- Bà Sầm Thị Yên, Phó Giám đốc Sở Y tế.\n\nĐiều 2. Hội đồng họp hai kỳ một năm."
            ),
            ["count_mismatch"],
        ),
        (
            (
                "Điều 1. Thành lập Hội đồng gồm 5 thành viên có tên sau:\n1. "
                "Chủ tịch Hội đồng: Ông Giàng A Lử - Phó Chủ tịch UBND tỉnh.\n2. Phó Chủ tịch Hội đồng: Bà Đỗ Lệ Quyên - Giám đốc Sở.\n"
                "3. Các ủy viên:\n- TS. Bàn Văn Tòng, Phó Giám đốc Sở Nội vụ;\n- Ông Hứa Đức Thắng, Phó Giám đốc Sở Tài chính;\n"
                "- Bà Sầm Thị Yên, Phó Giám đốc Sở Y tế.\n\nĐiều 2. Hội đồng họp hai kỳ một năm."
            ),
            [],
        ),
        (
            (
                "Thành lập Tổ giúp việc (04 người):\n1. Ông Đinh Sỹ Nguyên, Trưởng phòng, Tổ trưởng;\n2. Bà Lê Thị Ái Mỹ, Chuyên viên;\n"
                "3. Ông Tráng A Páo, Chuyên viên.\n\nĐiều 3. Tổ chức thực hiện."
            ),
            ["count_mismatch"],
        ),
        (
            "Hai bên thống nhất ba nội dung: đào tạo cán bộ; chuyển giao giống lúa.",
            ["count_mismatch"],
        ),
        (
            "Thỏa thuận tập trung vào bốn lĩnh vực: đào tạo; nghiên cứu; chuyển giao công nghệ.",
            ["count_mismatch"],
        ),
        (
            "Thỏa thuận tập trung vào bốn lĩnh vực: đào tạo; nghiên cứu; chuyển giao công nghệ; hợp tác quốc tế.",
            [],
        ),
        (
            "Hai bên thống nhất các nội dung: đào tạo; nghiên cứu; chuyển giao công nghệ.",
            [],
        ),
        (
            "Trong năm nhiệm vụ trọng tâm là: đào tạo; nghiên cứu.",
            [],
        ),
        (
            "Đoàn công tác gồm năm đồng chí: Trần Văn An, Lê Thị Bình, Phạm Văn Cường và Hoàng Thị Dung.",
            ["count_mismatch"],
        ),
        (
            "Đồng chí Bí thư nhấn mạnh 4 nhiệm vụ trọng tâm. Một là, hoàn thiện cơ chế. Hai là, đào tạo nhân lực. Ba là, mở rộng hợp tác.",
            ["count_mismatch"],
        ),
        (
            "Có ba giải pháp. Thứ nhất, hoàn thiện thể chế. Thứ hai, đào tạo nhân lực. Thứ tư, mở rộng hợp tác.",
            ["count_doubt"],
        ),
        (
            "Có ba giải pháp. Thứ nhất, hoàn thiện thể chế. Thứ hai, đào tạo nhân lực. Thứ ba, mở rộng hợp tác.",
            [],
        ),
        (
            (
                "Chúng tôi xin điểm lại 5 sự kiện đáng chú ý.\n\n1. Hội nghị xúc tiến đầu tư\n"
                "Diễn ra ngày 06/02/2015 tại Nhà văn hóa tỉnh.\n\n2. Thăm Hàn Quốc\nĐoàn đã làm việc với tỉnh bạn.\n\n3. "
                "Ký kết với Viện\nHai bên ký thỏa thuận ngày 05/3/2015.\n\n4. Tuần lễ đo lường\nThu hút 1.600 lượt người.\n"
            ),
            ["count_mismatch"],
        ),
        (
            "Tham gia đoàn có đại diện 4 sở: Sở Tài chính, Sở Nội vụ và Sở Công Thương.",
            ["count_mismatch"],
        ),
        (
            "Mô hình được triển khai tại 3 huyện: An Phú, Bình Minh, Châu Sơn và Dương Hà.",
            ["count_mismatch"],
        ),
        (
            "Hai bên lập thành 05 bản có giá trị pháp lý như nhau, mỗi bên giữ 02 bản.",
            ["sum_mismatch"],
        ),
        (
            "Hai bên lập thành 04 bản có giá trị pháp lý như nhau, mỗi bên giữ 02 bản.",
            [],
        ),
        (
            "Ba bên lập thành 06 bản có giá trị pháp lý như nhau, mỗi bên giữ 02 bản.",
            [],
        ),
        (
            "Danh sách gồm:\n1. Đề tài giống lúa\n2. Đề tài giống ngô\n4. Đề tài cây dược liệu\n5. Đề tài chế biến\n",
            ["count_doubt"],
        ),
        (
            "Theo Luật, sửa đổi các khoản sau:\n1. Sửa đổi điểm a\n3. Bổ sung điểm c\n",
            [],
        ),
        (
            "Hội nghị diễn ra vào thứ Tư, ngày 18/10/2018 tại Tân Lâm.",
            ["date_conflict"],
        ),
        (
            "Hội nghị diễn ra vào thứ Năm, ngày 18/10/2018 tại Tân Lâm.",
            [],
        ),
        (
            "Hội nghị lần thứ ba, ngày 18/10/2018 tại Tân Lâm.",
            [],
        ),
        (
            "Thời gian: 8 giờ 30, ngày 21 tháng 3 năm 2017 (thứ Hai).",
            ["date_conflict"],
        ),
        (
            "Thời gian: 8 giờ 30, ngày 21 tháng 3 năm 2017 (thứ Ba).",
            [],
        ),
        (
            "Lễ khai mạc tổ chức sáng Chủ nhật (15/6/2024).",
            ["date_conflict"],
        ),
        (
            (
                "KẾ HOẠCH\nHợp tác quốc tế năm 2024\n(Ban hành kèm theo Quyết định số 118/QĐ-UBND ngày 19/01/2024 của UBND thành phố)\n\n"
                "I. CĂN CỨ\n- Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị;\n"
                "- Chương trình hành động số 33-CTr/TU ngày 05/9/2023 của Thành ủy."
            ),
            ["impossible_date"],
        ),
        (
            "Chương trình được thực hiện trong 5 năm (2018-2020).",
            ["period_conflict"],
        ),
        (
            "Chương trình được thực hiện trong 5 năm (2018-2022).",
            [],
        ),
        (
            "Sau 5 năm (2018-2023) thực hiện, hai bên đạt nhiều kết quả.",
            [],
        ),
        (
            "Thời gian thực hiện: 24 tháng (từ tháng 01/2020 đến tháng 12/2022).",
            ["period_conflict"],
        ),
        (
            "Thời gian thực hiện: 24 tháng (từ tháng 01/2020 đến tháng 12/2021).",
            [],
        ),
        (
            "Thỏa thuận có thời hạn 3 năm, từ ngày 01/01/2021 đến ngày 31/12/2025.",
            ["period_conflict"],
        ),
        (
            "Kỷ niệm 60 năm ngày thành lập ngành (18/5/1959 - 18/5/2018).",
            ["period_conflict"],
        ),
        (
            "Đoàn công tác làm việc từ ngày 15 đến ngày 12/6/2023 tại tỉnh.",
            ["period_conflict"],
        ),
        (
            "Hội chợ diễn ra từ ngày 25/10/2023 đến ngày 20/10/2023.",
            ["period_conflict"],
        ),
        (
            (
                "UBND TỈNH TÂN LÂM\nSố: 45/UBND-VX\nTân Lâm, ngày 07 tháng 8 năm 2019\n\nKính gửi: Các sở, ngành\n\n"
                "Đề nghị các đơn vị gửi báo cáo về Sở Khoa học và Công nghệ trước ngày 15/7/2019 để tổng hợp."
            ),
            ["sequence"],
        ),
        (
            (
                "UBND TỈNH TÂN LÂM\nSố: 45/UBND-VX\nTân Lâm, ngày 07 tháng 8 năm 2019\n\nKính gửi: Các sở, ngành\n\n"
                "Đề nghị các đơn vị gửi báo cáo về Sở Khoa học và Công nghệ trước ngày 15/8/2019 để tổng hợp. "
                "Các đơn vị đã gửi báo cáo trước ngày 15/7/2019 không phải gửi lại."
            ),
            [],
        ),
        (
            (
                "UBND TỈNH TÂN LÂM\nSố: 45/KH-UBND\nTân Lâm, ngày 07 tháng 8 năm 2019\n\nKẾ HOẠCH\nTriển khai chương trình hợp tác\n\n1. "
                "Sở Khoa học và Công nghệ xây dựng đề án, trình UBND tỉnh, hoàn thành trước ngày 30/6/2019.\n2. "
                "Sở Tài chính bố trí kinh phí."
            ),
            ["sequence"],
        ),
        (
            (
                "UBND TỈNH TÂN LÂM\nSố: 45/BC-UBND\nTân Lâm, ngày 07 tháng 8 năm 2019\n\nBÁO CÁO\nKết quả\n\nNgày 20/9/2019, "
                "Sở đã tổ chức hội nghị tổng kết với 120 đại biểu."
            ),
            ["impossible_date"],
        ),
        (
            (
                "Đề án hợp tác giống cây trồng chất lượng cao giai đoạn 2021-2025 được phê duyệt. "
                "Kinh phí của Đề án hợp tác giống cây trồng chất lượng cao giai đoạn 2021-2030 là 20 tỷ đồng."
            ),
            ["period_conflict"],
        ),
        (
            "Hội thảo được tổ chức ngày 29/02/2023 tại Tân Lâm.",
            ["impossible_date"],
        ),
        (
            "Quyết định số 45/QĐ-UBND ngày 12/5/2023 và sau đó Quyết định số 45/QĐ-UBND ngày 15/2/2023 của UBND tỉnh Tân Lâm đều quy định.",
            ["date_conflict"],
        ),
        (
            (
                "ĐIỂM TIN NĂM 2015\n\n1. Diễn ra ngày 06/02/2015 tại Nhà văn hóa tỉnh.\n2. Ngày 14/4/2015, đoàn đã làm việc.\n3. "
                "Chiều 20-5, UBND tỉnh Hà Sơn và Viện Hàn lâm Khoa học xã hội Việt Nam ký Thỏa thuận hợp tác.\n4. "
                "Hội thảo tổ chức ngày 15/7/2015.\n5. Ngày 12/12/2015, trao giải cuộc thi."
            ),
            ["incomplete_date"],
        ),
        (
            "Quyết định có hiệu lực kể từ ngày    /5/2023.",
            ["incomplete_date"],
        ),
        (
            "Hà Sơn, ngày … tháng … năm 2023",
            ["incomplete_date"],
        ),
        (
            "Dự kiến ký ngày 12/5/2023; do điều chỉnh lịch, hai bên đã ký ngày 20/5/2023.",
            [],
        ),
        (
            (
                "UBND TỈNH TÂN LÂM\nSố: 45/QĐ-UBND\nTân Lâm, ngày 07 tháng 8 năm 2019\n\nQUYẾT ĐỊNH\nVề việc thành lập tổ\n\nĐiều 3. "
                "Quyết định này có hiệu lực kể từ ngày 01/7/2018."
            ),
            ["sequence"],
        ),
        (
            "Các dự án tạo việc làm cho 318 lao động. Theo báo cáo quý II, số lao động có việc làm mới từ các dự án là 381 người.",
            ["value_conflict"],
        ),
        (
            (
                "Tổng kết Chương trình giai đoạn 2011-2015: đã chuyển giao 36 mô hình cho 1.914 hội viên. Trong khi đó, "
                "tại bản tin quý III, số mô hình đã chuyển giao trong cùng giai đoạn 2011 - 2015 là 63 mô hình."
            ),
            ["value_conflict"],
        ),
        (
            (
                "Sản phẩm đã được chuyển giao cho 24 hợp tác xã trên địa bàn tỉnh.\n\nĐến nay, "
                "sản phẩm đã được chuyển giao cho 27 hợp tác xã trên địa bàn tỉnh."
            ),
            ["value_conflict"],
        ),
        (
            "Năm 2020 có 318 lao động được đào tạo. Năm 2021 có 381 lao động được đào tạo.",
            [],
        ),
        (
            "Huyện An Phú có 36 mô hình. Huyện Bình Minh có 63 mô hình.",
            [],
        ),
        (
            "Tiếp nhận 21 đơn kiểu dáng công nghiệp và 12 đơn sáng chế.",
            [],
        ),
        (
            "Giá trị hợp đồng: 2.500.000.000 đồng (Hai tỷ năm trăm nghìn đồng).",
            ["value_conflict"],
        ),
        (
            "Giá trị hợp đồng: 2.500.000.000 đồng (Hai tỷ năm trăm triệu đồng).",
            [],
        ),
        (
            "Tổng số tiền: 187.500.000 đồng (Bằng chữ: Một trăm bảy mươi tám triệu năm trăm nghìn đồng chẵn).",
            ["value_conflict"],
        ),
        (
            "Tổng số tiền: 187.500.000 đồng (Bằng chữ: Một trăm tám mươi bảy triệu năm trăm nghìn đồng chẵn).",
            [],
        ),
        (
            "Tổng số tiền: 187.500.000 đồng (Bằng chữ: Một trăm tám bảy triệu, năm trăm ngàn đồng./.).",
            [],
        ),
        (
            (
                "HỘI NGHỊ GIAO BAN VÙNG VỚI 320 ĐẠI BIỂU\n\nHội nghị giao ban vùng năm 2018 thu hút 320 đại biểu tham dự. "
                "Phát biểu bế mạc, đại diện ban tổ chức cho biết hội nghị giao ban vùng năm 2018 thu hút 302 đại biểu tham dự."
            ),
            ["value_conflict"],
        ),
        (
            (
                "Năm 2022, Trung tâm đã đào tạo 450 lượt cán bộ cho các huyện miền núi.\n\nTheo phụ lục, "
                "Trung tâm đã đào tạo 405 lượt cán bộ cho các huyện miền núi trong năm 2022."
            ),
            ["value_conflict"],
        ),
        (
            "Theo Quyết định số …/QĐ-UBND ngày 15/4/2011 của UBND tỉnh.",
            ["incomplete_number"],
        ),
        (
            "Theo Thông báo số ..... ngày 15/4/2011 của UBND tỉnh, các đơn vị phải báo cáo.",
            ["incomplete_number"],
        ),
        (
            (
                "UBND TỈNH TÂN LÂM\nSỞ KHOA HỌC VÀ CÔNG NGHỆ\n\nBÁO CÁO TÓM TẮT\nTình hình hợp tác 6 tháng đầu năm 2011\n\n"
                "Sở Khoa học và Công nghệ xin báo cáo kết quả như sau:\n1. Về ký kết\nĐã ký 2 thỏa thuận.\n\nGIÁM ĐỐC\nTrương Đình Hòa"
            ),
            ["missing_field"],
        ),
        (
            (
                "UBND TỈNH TÂN LÂM\nSỞ KHOA HỌC VÀ CÔNG NGHỆ\nSố: 12/BC-SKHCN\nTân Lâm, ngày 12 tháng 7 năm 2011\n\nBÁO CÁO TÓM TẮT\n"
                "Tình hình hợp tác 6 tháng đầu năm 2011\n\nSở Khoa học và Công nghệ xin báo cáo kết quả như sau:\n1. Về ký kết\n"
                "Đã ký 2 thỏa thuận.\n\nGIÁM ĐỐC\nTrương Đình Hòa"
            ),
            [],
        ),
        (
            "1. Về đào tạo\nSở đã phối hợp với các trường đại học mở lớp bồi dưỡng cho cán bộ và\n\n2. Về nghiên cứu\nĐã triển khai 5 đề tài.",
            ["truncated"],
        ),
        (
            (
                "Sở đã phối hợp với Viện Hàn lâm Khoa học và Công nghệ Việt Nam tổ chức lớp tập huấn về\n\nTrong thời gian tới, "
                "Sở tiếp tục triển khai các nhiệm vụ được giao."
            ),
            ["truncated"],
        ),
        (
            (
                "- Hoàn thành bản đồ phân vùng nguy cơ sạt lở của các huyện.\n"
                "- Triển khai mô hình trồng cây dược liệu dưới tán rừng tại\n- Tổ chức 3 hội thảo khoa học."
            ),
            ["truncated"],
        ),
        (  # a cell that ends with a word of two syllables; a deadline in a table of one cell a line is not the paper's own day
            (
                "SỞ Y TẾ\nSố: 8/KH-SYT\nVĩnh Hà, ngày 06 tháng 02 năm 2020\nKẾ HOẠCH\nTT\nNhiệm vụ\nĐơn vị chủ trì\nThời gian\n1\nMua sắm, lắp đặt thiết bị\nSở Y tế\n30/10/2020\n"
                "III. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ thẩm định dự toán trước ngày 01/3/2020."
            ),
            [],
        ),
        (
            (
                "TT\tNhiệm vụ\tCơ quan chủ trì\tThời gian hoàn thành\n1\tKhảo sát nhu cầu công nghệ\tSở KH&CN\t30/4/2024\n"
                "2\tTổ chức hội thảo khoa học\t\t15/5/2024\n3\tXây dựng đề án phát triển\tSở Công Thương\t30/6/2024\n"
                "4\tNghiệm thu các đề tài\tSở KH&CN\t31/12/2024\n"
            ),
            ["missing_field"],
        ),
        (
            "Thời gian: 8 giờ 30, ngày 21 tháng 3 năm 2017\nĐịa điểm:\nThành phần: đại diện các sở, ngành",
            ["missing_field"],
        ),
        (
            "Thời gian: 8 giờ 30, ngày 21 tháng 3 năm 2017\nĐịa điểm: phòng họp số 2\nThành phần:\n- Sở Tài chính;\n- Sở Nội vụ.",
            [],
        ),
    ],
)
def test_contradictions_and_what_only_looks_like_one(text: str, subtypes: list[str]) -> None:
    assert points(text) == subtypes
