"""Sums, shares, changes, means and lists told in running words, each kind beside what looks like it and holds."""

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
                "Tổng kinh phí thực hiện đề án là 45,6 tỷ đồng; ngân sách tỉnh bảo đảm 20,3 tỷ đồng, vốn sự nghiệp trung "
                "ương 15,1 tỷ đồng, huy động xã hội hóa 12,2 tỷ đồng."
            ),
            ["sum_mismatch"],
        ),
        (
            (
                "Năm 2022, Trung tâm tiếp nhận 164 hồ sơ đề nghị hỗ trợ. Kết quả: 98 hồ sơ đủ điều kiện, 41 hồ sơ phải bổ "
                "sung, 15 hồ sơ bị từ chối."
            ),
            ["sum_mismatch"],
        ),
        (
            ("Toàn tỉnh hiện có 87 tổ chức khoa học và công nghệ, bao gồm 34 tổ chức công lập và 43 tổ chức ngoài công lập."),
            ["sum_mismatch"],
        ),
        (
            ("Đội ngũ cán bộ của Viện có 126 người: 3 phó giáo sư, 21 tiến sĩ, 48 thạc sĩ, 44 đại học và 8 trình độ khác."),
            ["sum_mismatch"],
        ),
        (
            (
                "Tổng số đại biểu tham dự: 210 người. Trong đó:\n- Đại biểu trung ương: 25 người;\n- Đại biểu các sở, ngành: "
                "95 người;\n- Đại biểu doanh nghiệp: 80 người."
            ),
            ["sum_mismatch"],
        ),
        (
            (
                "Kinh phí: 1.250 triệu đồng, từ các nguồn:\na) Ngân sách sự nghiệp khoa học và công nghệ: 700 triệu "
                "đồng;\nb) Kinh phí của đơn vị chủ trì: 350 triệu đồng;\nc) Nguồn khác: 250 triệu đồng."
            ),
            ["sum_mismatch"],
        ),
        (
            "Qua 3 năm đã đào tạo được 540 lượt học viên, trong đó năm 2019 là 160, năm 2020 là 175, năm 2021 là 215.",
            ["sum_mismatch"],
        ),
        (
            (
                "Sở đã cấp 76 giấy chứng nhận, cụ thể: 31 giấy chứng nhận đăng ký hoạt động, 28 giấy chứng nhận đủ điều "
                "kiện, 19 giấy phép tiến hành công việc bức xạ."
            ),
            ["sum_mismatch"],
        ),
        (
            (
                "Nông nghiệp 14 đề tài, công nghiệp 9 đề tài, y dược 6 đề tài, xã hội nhân văn 5 đề tài - tổng cộng 36 đề "
                "tài được phê duyệt."
            ),
            ["sum_mismatch"],
        ),
        (
            ("Số đơn vị tham gia khảo sát là 58 (22 đơn vị sự nghiệp, 19 doanh nghiệp nhà nước và 15 doanh nghiệp tư nhân)."),
            ["sum_mismatch"],
        ),
        (
            (
                "Vốn đầu tư 96 tỷ đồng chia làm ba phần: vốn vay ưu đãi 40 tỷ đồng, vốn tự có 36 tỷ đồng và vốn hỗ trợ 10 tỷ "
                "đồng."
            ),
            ["sum_mismatch"],
        ),
        (
            (
                "Trong tổng số 72 nhiệm vụ được giao, đã hoàn thành 45 nhiệm vụ, đang thực hiện 19 nhiệm vụ, chưa triển khai "
                "10 nhiệm vụ."
            ),
            ["sum_mismatch"],
        ),
        (
            "Ban Chỉ đạo đã tổ chức 18 đoàn công tác, gồm 7 đoàn đi Hàn Quốc, 5 đoàn đi Nhật Bản và 4 đoàn đi châu Âu.",
            ["sum_mismatch"],
        ),
        (
            ("Diện tích vùng trồng đạt 1.480 ha, phân bố tại các huyện: Bình Sơn 620 ha, Phú Lộc 510 ha, Yên Thành 370 ha."),
            ["sum_mismatch"],
        ),
        (
            "Ngân sách nhà nước cấp 32 tỷ đồng, doanh nghiệp đối ứng 18 tỷ đồng, nâng tổng kinh phí lên 52 tỷ đồng.",
            ["sum_mismatch"],
        ),
        (
            "Tổng cộng có 245 bài báo được công bố (112 bài trên tạp chí trong nước; 123 bài trên tạp chí quốc tế).",
            ["sum_mismatch"],
        ),
        ("Chương trình có 12 đề tài cấp tỉnh và 9 đề tài cấp cơ sở, tổng số 23 đề tài.", ["sum_mismatch"]),
        (
            (
                "Hai bên đã cùng nhau thực hiện 15 nhiệm vụ; trong số đó có 6 nhiệm vụ nông nghiệp, 4 nhiệm vụ y tế, còn lại "
                "7 nhiệm vụ môi trường."
            ),
            ["sum_mismatch"],
        ),
        (
            (
                "Kết quả xếp loại: 11 nhiệm vụ xuất sắc, 24 nhiệm vụ đạt, 3 nhiệm vụ không đạt trên tổng số 40 nhiệm vụ được "
                "nghiệm thu."
            ),
            ["sum_mismatch"],
        ),
        (
            (
                "Năm 2020 trao 30 suất học bổng, năm 2021 trao 45 suất, năm 2022 trao 50 suất, nâng tổng số suất học bổng đã "
                "trao lên 135 suất."
            ),
            ["sum_mismatch"],
        ),
        ("Lớp tập huấn có 65 học viên (38 nam, 29 nữ).", ["sum_mismatch"]),
        (
            ("Trong 5 năm 2016 - 2020 tổng kinh phí là 61,5 tỷ đồng, lần lượt là 10,2; 11,4; 12,1; 13,3 và 13,5 tỷ đồng."),
            ["sum_mismatch"],
        ),
        (
            (
                "Tổng vốn: 24.500 triệu đồng\nTrong đó:\n+ Vốn ngân sách trung ương: 12.000 triệu đồng\n+ Vốn ngân sách địa "
                "phương: 8.500 triệu đồng\n+ Vốn khác: 3.000 triệu đồng"
            ),
            ["sum_mismatch"],
        ),
        (
            (
                "Giai đoạn 2021 - 2023 cơ quan đã thẩm định 214 công nghệ: năm 2021 thẩm định 58 công nghệ; năm 2022 thẩm "
                "định 71 công nghệ; năm 2023 thẩm định 95 công nghệ."
            ),
            ["sum_mismatch"],
        ),
        ("Tổng số 320 mẫu được phân tích. Có 275 mẫu đạt yêu cầu và 35 mẫu không đạt.", ["sum_mismatch"]),
        (
            (
                "Đến hết tháng 6/2021 đã giải ngân 14,2 tỷ đồng trên tổng số 20 tỷ đồng được giao, còn 6,8 tỷ đồng chưa giải "
                "ngân."
            ),
            ["sum_mismatch"],
        ),
        ("Kế hoạch giao 25 nhiệm vụ, đã hoàn thành 17 nhiệm vụ, còn 9 nhiệm vụ chưa hoàn thành.", ["sum_mismatch"]),
        (
            ("Đã có 16 nước gửi chuyên gia sang, với 96 lượt chuyên gia (Nhật Bản 32, Hàn Quốc 28, Đức 14, các nước khác 12)."),
            ["sum_mismatch"],
        ),
        ("Giải thưởng gồm 01 giải Nhất, 02 giải Nhì, 03 giải Ba và 05 giải Khuyến khích, tổng số 12 giải.", ["sum_mismatch"]),
        (
            (
                "Ban Tổ chức trao 21 giải, trong đó có 1 giải đặc biệt, 3 giải nhất, 5 giải nhì, 8 giải ba và 5 giải khuyến "
                "khích."
            ),
            ["sum_mismatch"],
        ),
        ("Hệ thống gồm 9 trạm quan trắc tự động: 4 trạm nước mặt, 3 trạm không khí, 1 trạm nước biển.", ["sum_mismatch"]),
        (
            (
                "Đoàn công tác gồm 14 người, do đồng chí Phó Chủ tịch làm trưởng đoàn, trong đó 8 cán bộ quản lý, 4 nhà khoa "
                "học và 3 đại diện doanh nghiệp."
            ),
            ["sum_mismatch"],
        ),
        (
            (
                "Số lượng đề xuất nhận được: 63. Chia theo lĩnh vực có nông nghiệp 25, công nghệ thông tin 14, y tế 11, giáo "
                "dục 9."
            ),
            ["sum_mismatch"],
        ),
        (
            (
                "Từ nguồn quỹ 5 tỷ đồng, đã hỗ trợ 3 dự án: dự án nuôi tôm 1,8 tỷ đồng, dự án chế biến 2,2 tỷ đồng, dự án "
                "đóng gói 1,5 tỷ đồng."
            ),
            ["sum_mismatch"],
        ),
        ("Trung tâm được giao 40 biên chế, hiện có mặt 34 người, còn thiếu 8 người.", ["sum_mismatch"]),
        ("Có 36/48 đề tài đã được đưa vào ứng dụng (chiếm 72%).", ["sum_mismatch"]),
        ("Trong 120 doanh nghiệp được khảo sát, 54 doanh nghiệp có hoạt động nghiên cứu, chiếm 54%.", ["sum_mismatch"]),
        ("Đến nay đã hoàn thành 21 trên 28 nhiệm vụ, đạt tỷ lệ 80%.", ["sum_mismatch"]),
        ("Giải ngân đạt 14,7 tỷ đồng, bằng 78% kế hoạch vốn giao (21 tỷ đồng).", ["sum_mismatch"]),
        ("Tổng số phiếu phát ra 500 phiếu, thu về 430 phiếu, đạt tỷ lệ 92%.", ["sum_mismatch"]),
        ("Kế hoạch năm 2022 là 60 lớp, thực hiện được 51 lớp (đạt 90% kế hoạch).", ["sum_mismatch"]),
        ("Trong tổng số 250 hồ sơ có 200 hồ sơ giải quyết đúng hạn (đạt 85%), 50 hồ sơ quá hạn.", ["sum_mismatch"]),
        ("Cơ cấu kinh phí: ngân sách tỉnh 55%, doanh nghiệp 30%, nguồn viện trợ 20%.", ["sum_mismatch"]),
        ("Về trình độ, tiến sĩ chiếm 22%, thạc sĩ chiếm 48%, đại học chiếm 35%.", ["sum_mismatch"]),
        ("Tỷ lệ đóng góp: Nhà nước 50%, doanh nghiệp 30% và người dân 25%.", ["sum_mismatch"]),
        ("Kinh phí được phân bổ cho ba lĩnh vực: nông nghiệp 45%, công nghiệp 25%, dịch vụ 20%.", ["sum_mismatch"]),
        ("Kết quả có 75% số phiếu hài lòng, 18% bình thường và 12% không hài lòng.", ["sum_mismatch"]),
        ("Đã giải quyết 380 trong số 400 kiến nghị của cử tri, đạt 98%.", ["sum_mismatch"]),
        ("Nữ chiếm 40% (52/104 người).", ["sum_mismatch"]),
        ("Tổng số cán bộ là 80 người, trong đó có 20 nữ (chiếm 30%).", ["sum_mismatch"]),
        ("Số đơn đăng ký tăng từ 80 đơn năm 2019 lên 112 đơn năm 2020 (tăng 30%).", ["sum_mismatch"]),
        ("Năm 2021, doanh thu đạt 36 tỷ đồng, tăng 50% so với năm 2020 (30 tỷ đồng).", ["sum_mismatch"]),
        (
            "Số doanh nghiệp khoa học và công nghệ là 28, tăng 10 doanh nghiệp so với năm 2018 (16 doanh nghiệp).",
            ["sum_mismatch"],
        ),
        ("Năm 2017 có 45 bài báo quốc tế, năm 2018 có 63 bài báo quốc tế, tăng 50%.", ["sum_mismatch"]),
        ("Năng suất bình quân đạt 62 tạ/ha, cao hơn 10 tạ/ha so với giống cũ (54 tạ/ha).", ["sum_mismatch"]),
        ("Số vụ vi phạm giảm từ 50 vụ xuống còn 30 vụ, tức giảm 60%.", ["sum_mismatch"]),
        ("Tỷ lệ hồ sơ trực tuyến năm 2020 đạt 45%, năm 2021 đạt 62%, tăng 27 điểm phần trăm.", ["sum_mismatch"]),
        ("Số mô hình từ 12 năm 2010 tăng lên 30 năm 2015, tăng 20 mô hình.", ["sum_mismatch"]),
        ("Trong năm có 130 đơn, tăng 25% so với cùng kỳ năm trước (100 đơn).", ["sum_mismatch"]),
        ("Tổng kinh phí 60 tỷ đồng cho 5 năm, bình quân mỗi năm 15 tỷ đồng.", ["sum_mismatch"]),
        ("Đã tổ chức 24 lớp tập huấn cho 960 lượt người, trung bình 30 người/lớp.", ["sum_mismatch"]),
        ("Trong 4 năm đã cử 48 cán bộ đi đào tạo, bình quân 15 cán bộ/năm.", ["sum_mismatch"]),
        ("Tổ chức 6 khóa, mỗi khóa 25 học viên, tổng cộng 175 học viên.", ["sum_mismatch"]),
        ("Hỗ trợ 20 hộ, mỗi hộ 15 triệu đồng, tổng số tiền 350 triệu đồng.", ["sum_mismatch"]),
        ("Mua 4 thiết bị với đơn giá 120 triệu đồng/thiết bị, thành tiền 520 triệu đồng.", ["sum_mismatch"]),
        ("Kinh phí thực hiện 36 tỷ đồng, trung bình mỗi đề tài 1,5 tỷ đồng (20 đề tài).", ["sum_mismatch"]),
        (
            (
                "Hai bên thống nhất hợp tác trên 6 lĩnh vực: nông nghiệp công nghệ cao; công nghệ sinh học; môi trường; y "
                "tế; đào tạo nhân lực."
            ),
            ["count_mismatch"],
        ),
        (
            (
                "Kế hoạch đề ra 5 nhóm giải pháp sau:\n1. Hoàn thiện thể chế.\n2. Phát triển nhân lực.\n3. Tăng cường đầu "
                "tư.\n4. Đẩy mạnh hợp tác quốc tế."
            ),
            ["count_mismatch"],
        ),
        (
            ("Có ba nguyên nhân chính dẫn đến tồn tại trên: nhận thức của một số đơn vị còn hạn chế; kinh phí bố trí chậm."),
            ["count_mismatch"],
        ),
        (
            "Tham gia chương trình có 7 địa phương gồm Vĩnh Hà, Tân Lâm, Hà Sơn, Phú An, Bình Thủy và Đông Giang.",
            ["count_mismatch"],
        ),
        ("Bốn tỉnh Tân Lâm, Phú An và Bình Thủy đã ký kết chương trình liên kết vùng.", ["count_mismatch"]),
        (
            "Đoàn có 5 thành viên: ông Nguyễn Văn An, bà Trần Thị Bình, ông Lê Văn Cường và ông Phạm Văn Dũng.",
            ["count_mismatch"],
        ),
        (
            (
                "Trong khuôn khổ chương trình sẽ diễn ra 04 hoạt động chính gồm: Hội thảo khoa học, Triển lãm sản phẩm, Kết "
                "nối cung cầu, Cuộc thi ý tưởng và Lễ trao giải."
            ),
            ["count_mismatch"],
        ),
        (
            (
                "Thực hiện 3 khâu đột phá:\n- Đổi mới cơ chế quản lý;\n- Phát triển nguồn nhân lực chất lượng cao;\n- Xây "
                "dựng hạ tầng số;\n- Phát triển thị trường công nghệ."
            ),
            ["count_mismatch"],
        ),
        ("Thỏa thuận có 05 điều khoản chính: mục tiêu, nội dung, kinh phí và tổ chức thực hiện.", ["count_mismatch"]),
        (
            (
                "Hội đồng gồm 9 thành viên:\n1. Ông Nguyễn Văn Hòa - Chủ tịch Hội đồng\n2. Bà Lê Thị Mai - Phó Chủ tịch\n3. "
                "Ông Trần Quốc Tuấn - Thư ký khoa học\n4. Ông Phạm Minh Đức - Ủy viên phản biện\n5. Bà Vũ Thu Hà - Ủy viên "
                "phản biện\n6. Ông Đỗ Văn Nam - Ủy viên\n7. Ông Hoàng Anh - Ủy viên\n8. Bà Ngô Thị Lan - Ủy viên"
            ),
            ["count_mismatch"],
        ),
        (
            ("Thứ nhất, xây dựng cơ sở dữ liệu. Thứ hai, đào tạo nhân lực. Trên đây là ba nhiệm vụ trọng tâm của năm 2020."),
            ["count_mismatch"],
        ),
        (
            (
                "Chương trình tập trung vào hai nội dung: nghiên cứu giống mới, xây dựng vùng nguyên liệu và quảng bá thương "
                "hiệu."
            ),
            ["count_mismatch"],
        ),
        (
            (
                "Năm 2019 đã nghiệm thu 4 đề tài là: “Nghiên cứu nuôi cua lột”, “Ứng dụng năng lượng mặt trời trong sấy nông "
                "sản”, “Bảo tồn nguồn gen cam bản địa”."
            ),
            ["count_mismatch"],
        ),
        ("Các đơn vị đồng chủ trì (4 đơn vị): Sở Khoa học và Công nghệ, Sở Tài chính, Sở Công Thương.", ["count_mismatch"]),
        (
            (
                "Sở đã ban hành 5 văn bản: Kế hoạch số 12/KH-SKHCN, Kế hoạch số 25/KH-SKHCN, Công văn số 120/SKHCN-QLKH và "
                "Công văn số 315/SKHCN-QLKH."
            ),
            ["count_mismatch"],
        ),
        (
            "Tỉnh đã lựa chọn 3 doanh nghiệp tham gia thí điểm (Công ty Cổ phần Minh Phát, Công ty TNHH Hải Long).",
            ["count_mismatch"],
        ),
        (
            (
                "Đã hoàn thành xây dựng 6 mô hình (mô hình nuôi ong; mô hình trồng nấm; mô hình sấy chè; mô hình nuôi cá "
                "lồng; mô hình trồng dược liệu)."
            ),
            ["count_mismatch"],
        ),
        (
            (
                "Danh sách 5 đơn vị được khen thưởng:\n1. Phòng Quản lý khoa học;\n2. Trung tâm Ứng dụng tiến bộ khoa "
                "học;\n3. Chi cục Tiêu chuẩn Đo lường Chất lượng;\n4. Thanh tra Sở."
            ),
            ["count_mismatch"],
        ),
        (
            (
                "Hội nghị đã nghe 8 tham luận: tham luận của Sở Nông nghiệp; tham luận của Trường Đại học Vĩnh Hà; tham luận "
                "của Viện Cây ăn quả; tham luận của Hội Nông dân; tham luận của Công ty Hải Long; tham luận của huyện Phú "
                "Lộc."
            ),
            ["count_mismatch"],
        ),
        (
            (
                "Đến hết năm 2020, toàn tỉnh có 145 doanh nghiệp đổi mới công nghệ.\nVề doanh nghiệp, tính đến cuối năm 2020 "
                "tỉnh có 154 doanh nghiệp đổi mới công nghệ."
            ),
            ["value_conflict"],
        ),
        (
            (
                "Tổng kinh phí của dự án là 12,5 tỷ đồng.\nNguồn kinh phí: dự án có tổng kinh phí 15,2 tỷ đồng, do ngân sách "
                "tỉnh bảo đảm."
            ),
            ["value_conflict"],
        ),
        (
            (
                "Mô hình nuôi tôm trên diện tích 4,5 ha tại xã Hải Tân cho năng suất 12 tấn/ha. Bà con xã Hải Tân phấn khởi "
                "vì mô hình nuôi tôm 5,4 ha đã cho thu nhập ổn định."
            ),
            ["value_conflict"],
        ),
        ("Diện tích trồng chè của huyện là 2.350 ha.\nHuyện hiện có 2.530 ha chè, sản lượng 18.000 tấn.", ["value_conflict"]),
        (
            (
                "Công ty đã đầu tư 35 tỷ đồng xây dựng nhà máy chế biến. Với số vốn 53 tỷ đồng đầu tư cho nhà máy chế biến, "
                "công ty kỳ vọng hoàn vốn sau 6 năm."
            ),
            ["value_conflict"],
        ),
        ("Giá trị hợp đồng: 450.000.000 đồng (Bằng chữ: Bốn trăm năm mươi lăm triệu đồng).", ["value_conflict"]),
        ("Kinh phí hỗ trợ là 1.200.000.000 đồng (một tỷ hai mươi triệu đồng chẵn).", ["value_conflict"]),
        (
            (
                "Sở Khoa học và Công nghệ được giao 42 biên chế. Với 42 biên chế được giao, Sở bố trí 6 phòng. Cả 44 biên "
                "chế của Sở đều có trình độ đại học trở lên."
            ),
            ["value_conflict"],
        ),
        (
            ("Cuộc thi thu hút 320 bài dự thi của học sinh. Ban Giám khảo đã chấm 302 bài dự thi và chọn ra 20 bài xuất sắc."),
            ["value_conflict"],
        ),
        ("Năng suất đạt 6,5 tấn/ha. Kết luận: năng suất 5,6 tấn/ha của giống mới cao hơn đối chứng.", ["value_conflict"]),
        ("Số hộ tham gia mô hình: 45 hộ.\nSau 2 năm, cả 54 hộ tham gia mô hình đều thoát nghèo.", ["value_conflict"]),
        (
            (
                "Trong kỳ, đã cấp 38 chứng chỉ cho nhân viên bức xạ.\n...\nBiểu tổng hợp: số chứng chỉ nhân viên bức xạ đã "
                "cấp trong kỳ: 83."
            ),
            ["value_conflict"],
        ),
        ("Tỷ lệ hộ dùng nước sạch của xã đạt 92%. Đáng chú ý, tỷ lệ hộ dùng nước sạch của xã đã là 95%.", ["value_conflict"]),
        ("Hợp đồng được thanh toán 3 đợt: đợt 1 là 40%, đợt 2 là 40%, đợt 3 là 30% giá trị hợp đồng.", ["sum_mismatch"]),
        ("Tạm ứng 50% kinh phí sau khi ký hợp đồng, thanh toán 60% còn lại sau khi nghiệm thu.", ["sum_mismatch"]),
        (
            (
                "STT\tNăm\tNgân sách\tĐối "
                "ứng\tTổng\n1\t2018\t450\t150\t600\n2\t2019\t520\t180\t700\n3\t2020\t600\t200\t850\n\tCộng\t1.570\t530\t2.150"
            ),
            ["sum_mismatch", "sum_mismatch"],
        ),
        (
            ("| Nội dung | Kinh phí (triệu đồng) |\n| Đào tạo | 300 |\n| Hội thảo | 150 |\n| Mua sắm | 420 |\n| Tổng | 890 |"),
            ["sum_mismatch"],
        ),
        (
            (
                "Nội dung chi: thuê chuyên gia 120 triệu đồng; nguyên vật liệu 240 triệu đồng; công tác phí 60 triệu đồng; "
                "chi khác 30 triệu đồng. Tổng cộng: 480 triệu đồng."
            ),
            ["sum_mismatch"],
        ),
        (
            (
                "Tổng dự toán 980 triệu đồng, phân kỳ như sau: năm 2021: 420 triệu đồng, năm 2022: 380 triệu đồng, năm 2023: "
                "160 triệu đồng."
            ),
            ["sum_mismatch"],
        ),
        ("Số lao động là 230 người, trong đó lao động nữ 148 người, lao động nam 92 người.", ["sum_mismatch"]),
        ("Có 64 xã tham gia, trong đó 41 xã đồng bằng, 25 xã miền núi.", ["sum_mismatch"]),
        ("56 doanh nghiệp tham gia, 31 doanh nghiệp trong tỉnh, 23 doanh nghiệp ngoài tỉnh.", ["sum_mismatch"]),
        (
            (
                "Thu hút 42 gian hàng của 35 đơn vị, trong đó 18 gian hàng nông sản, 15 gian hàng công nghệ, 11 gian hàng "
                "thủ công mỹ nghệ."
            ),
            ["sum_mismatch"],
        ),
        ("Quy mô dự án 75 ha: khu nghiên cứu 20 ha, khu sản xuất 40 ha, khu dịch vụ 10 ha.", ["sum_mismatch"]),
        ("Số phòng thí nghiệm 17/15 phòng đã đưa vào hoạt động.", ["sum_mismatch"]),
        ("Phiên họp có mặt 9/8 thành viên Hội đồng.", ["sum_mismatch"]),
        (
            (
                "Trong kỳ, Viện công bố 58 bài báo: 21 bài trên tạp chí quốc tế, 30 bài trên tạp chí trong nước, 9 bài kỷ "
                "yếu hội thảo."
            ),
            ["sum_mismatch"],
        ),
        (
            (
                "Số lượng cán bộ được cử đi học là 37 người, gồm 5 người học tiến sĩ, 19 người học thạc sĩ, 15 người học "
                "ngắn hạn."
            ),
            ["sum_mismatch"],
        ),
        (
            ("Ngân sách tỉnh cấp 640 triệu đồng, huyện đối ứng 210 triệu đồng, dân góp 90 triệu đồng; cộng 960 triệu đồng."),
            ["sum_mismatch"],
        ),
        (
            (
                "Toàn ngành có 412 cán bộ, trong đó: tiến sĩ 18 người, thạc sĩ 164 người, đại học 205 người, trình độ khác "
                "35 người."
            ),
            ["sum_mismatch"],
        ),
        ("Đã tiêu thụ 47 máy, trong đó bán trong tỉnh 21 máy, ngoài tỉnh 15 máy, xuất khẩu 9 máy.", ["sum_mismatch"]),
        (
            "Hội đồng nhận 52 phiếu nhận xét: 31 phiếu tán thành, 14 phiếu tán thành có sửa, 5 phiếu không tán thành.",
            ["sum_mismatch"],
        ),
        (
            (
                "Quỹ cho vay 12 dự án với tổng dư nợ 38,6 tỷ đồng, chia ra: ngắn hạn 11,2 tỷ đồng, trung hạn 17,9 tỷ đồng, "
                "dài hạn 8,5 tỷ đồng."
            ),
            ["sum_mismatch"],
        ),
        ("Trong 27 hồ sơ dự tuyển có 14 hồ sơ của viện, 8 hồ sơ của trường và 6 hồ sơ của doanh nghiệp.", ["sum_mismatch"]),
        (
            (
                "Các nguồn gồm: ngân sách trung ương 12,5 tỷ đồng; ngân sách địa phương 8,3 tỷ đồng; viện trợ 4,2 tỷ đồng. "
                "Tổng: 26 tỷ đồng."
            ),
            ["sum_mismatch"],
        ),
        ("Hai đợt, tỉnh trao 46 giải: đợt một 22 giải, đợt hai 26 giải.", ["sum_mismatch"]),
        ("Dự án đào tạo 540 lượt người, nam 310, nữ 220.", ["sum_mismatch"]),
        ("Cả 3 vùng có 74 mô hình (đồng bằng 33, trung du 25, miền núi 18).", ["sum_mismatch"]),
        (
            "Diện tích thử nghiệm 15 ha, chia cho 4 xã: An Hòa 4,5 ha; An Bình 3,5 ha; An Phú 4 ha; An Sơn 2 ha.",
            ["sum_mismatch"],
        ),
        (
            "Ban tổ chức nhận 214 tác phẩm, loại 36 tác phẩm không đúng thể lệ, còn 188 tác phẩm vào vòng chung khảo.",
            ["sum_mismatch"],
        ),
        ("Đầu năm tồn 18 nhiệm vụ, trong năm mở mới 25 nhiệm vụ, tổng cộng quản lý 42 nhiệm vụ.", ["sum_mismatch"]),
        (
            (
                "STT\tNội dung\tKinh phí (triệu đồng)\nI\tNghiên cứu\t1.200\n1\tKhảo sát\t450\n2\tPhân tích\t650\nII\tHội "
                "thảo\t300\n1\tHội thảo khởi động\t120\n2\tHội thảo tổng kết\t180\n\tTổng cộng\t1.500"
            ),
            ["sum_mismatch"],
        ),
        (
            (
                "Đơn vị\tSố nhiệm vụ\tKinh phí\nSở Y tế\t4\t1.150\nSở Giáo dục\t3\t820\nSở Công "
                "Thương\t5\t2.030\nCộng\t12\t4.100"
            ),
            ["sum_mismatch"],
        ),
        (
            ("TT\nNội dung\nSố tiền (triệu đồng)\n1\nTuyên truyền\n85\n2\nĐào tạo\n240\n3\nThiết bị\n415\nTổng cộng\n750"),
            ["sum_mismatch"],
        ),
        ("Thu hồi được 312 phiếu trên tổng số 400 phiếu phát ra, đạt 82%.", ["sum_mismatch"]),
        ("Trong 65 đề tài nghiệm thu, 26 đề tài được ứng dụng rộng rãi (chiếm 45%).", ["sum_mismatch"]),
        ("Kinh phí giải ngân 9,6 tỷ đồng, đạt 85% so với dự toán 12 tỷ đồng.", ["sum_mismatch"]),
        ("Đến nay có 45/60 xã đạt chuẩn, bằng 70%.", ["sum_mismatch"]),
        ("Đã tiêm phòng 1.800 con, đạt 95% tổng đàn (2.000 con).", ["sum_mismatch"]),
        ("Vốn nhà nước chiếm 45%, vốn doanh nghiệp chiếm 38%, vốn dân đóng góp chiếm 27%.", ["sum_mismatch"]),
        ("Cơ cấu cây trồng gồm lúa 52%, rau màu 28%, cây ăn quả 15%, cây khác 10%.", ["sum_mismatch"]),
        ("Doanh nghiệp góp 6 tỷ đồng trong tổng vốn 15 tỷ đồng, tức 45%.", ["sum_mismatch"]),
        ("Có 18 trong số 24 thành viên dự họp, đạt 80%.", ["sum_mismatch"]),
        ("Năng suất tăng từ 5,2 tấn/ha lên 6,5 tấn/ha, tức tăng 35%.", ["sum_mismatch"]),
        ("Doanh thu 2018 đạt 54 tỷ đồng, năm 2017 là 45 tỷ đồng, tăng 25%.", ["sum_mismatch"]),
        ("Số sáng kiến là 132, tăng 22 sáng kiến so với 100 sáng kiến của năm trước.", ["sum_mismatch"]),
        ("Sản lượng đạt 840 tấn, tăng 20% so với mức 600 tấn của năm 2015.", ["sum_mismatch"]),
        ("Số đề tài giảm còn 18 (năm trước 24), giảm 30%.", ["sum_mismatch"]),
        ("Lượng khách tăng 1,5 lần, từ 12.000 lượt lên 24.000 lượt.", ["sum_mismatch"]),
        ("Chi phí từ 8 triệu đồng/ha giảm xuống 6 triệu đồng/ha, giảm 30%.", ["sum_mismatch"]),
        ("Thu nhập bình quân từ 25 triệu đồng/năm tăng lên 40 triệu đồng/năm, tăng 12 triệu đồng.", ["sum_mismatch"]),
        ("Năm 2014 tiếp nhận 320 hồ sơ; năm 2015 tiếp nhận 400 hồ sơ (tăng 35%).", ["sum_mismatch"]),
        ("So với năm 2010 (24 bài), số bài báo năm 2012 là 36 bài, tăng 40%.", ["sum_mismatch"]),
        ("Đàn bò từ 400 con đến nay đã lên 1.200 con, gấp 4 lần.", ["sum_mismatch"]),
        ("Sở đề nghị UBND tỉnh xem xét ba việc: (1) bố trí vốn đối ứng; (2) bổ sung biên chế.", ["count_mismatch"]),
        (
            (
                "Chương trình có 5 nội dung lớn là khảo sát hiện trạng; xây dựng cơ sở dữ liệu; đào tạo nhân lực; chuyển "
                "giao quy trình."
            ),
            ["count_mismatch"],
        ),
        (
            (
                "Tổ công tác gồm 6 đồng chí:\n1/ Ông Trần Văn Hưng, Tổ trưởng;\n2/ Bà Lê Thị Hoa, Tổ phó;\n3/ Ông Phạm Văn "
                "Khoa, thành viên;\n4/ Ông Vũ Đức Long, thành viên;\n5/ Bà Đỗ Thị Nga, thành viên."
            ),
            ["count_mismatch"],
        ),
        ("Có 4 xã được công nhận: An Hòa, An Bình và An Phú.", ["count_mismatch"]),
        (
            "Hội nghị thống nhất 3 kết luận:\n- Giao Sở Tài chính cân đối vốn.\n- Giao Sở Nội vụ rà soát biên chế.",
            ["count_mismatch"],
        ),
        (
            ("Đoàn kiểm tra 5 cơ sở gồm: Công ty Minh Phát, Công ty Hải Long, Hợp tác xã Bình Sơn và Trại giống Phú Lộc."),
            ["count_mismatch"],
        ),
        (
            (
                "Giải Nhất thuộc về 2 nhóm tác giả: nhóm Trường THPT Chuyên Vĩnh Hà, nhóm Trường THPT Tân Lâm và nhóm Trường "
                "THCS Phú An."
            ),
            ["count_mismatch"],
        ),
        ("Bài viết nêu sáu lý do: giá thành cao, thiếu giống, thiếu vốn, thiếu lao động, đầu ra bấp bênh.", ["count_mismatch"]),
        (
            (
                "Kỳ họp thông qua 6 nghị quyết: Nghị quyết số 12/NQ-HĐND, Nghị quyết số 13/NQ-HĐND, Nghị quyết số "
                "14/NQ-HĐND, Nghị quyết số 15/NQ-HĐND và Nghị quyết số 16/NQ-HĐND."
            ),
            ["count_mismatch"],
        ),
        ("Có 3 đơn vị được tặng cờ (Sở Y tế và Trường Đại học Vĩnh Hà).", ["count_mismatch"]),
        (
            (
                "Từ kinh nghiệm 5 năm, có thể rút ra bốn bài học: một là kiên trì; hai là dựa vào dân; ba là có doanh nghiệp "
                "đầu tàu."
            ),
            ["count_mismatch"],
        ),
        ("Tỉnh có 3 khu công nghệ cao là Khu Bắc Sơn, Khu Hòa Bình.", ["count_mismatch"]),
        (
            "Nghiệm thu 5 đề tài, gồm: “Chọn tạo giống cam”; “Bảo quản vải thiều”; “Chế biến gừng”; “Nuôi cá tầm”.",
            ["count_mismatch"],
        ),
        (
            (
                "Năm 2016, toàn tỉnh có 286 doanh nghiệp đổi mới thiết bị. Riêng về thiết bị, trong số 268 doanh nghiệp đã "
                "đổi mới năm 2016, phần lớn thuộc ngành may."
            ),
            ["value_conflict"],
        ),
        (
            "Chợ công nghệ thu hút 178 gian hàng. Ông Hòa cho biết: “Với 187 gian hàng, đây là kỳ chợ lớn nhất”.",
            ["value_conflict"],
        ),
        (
            ("Dự án được cấp 2,4 tỷ đồng từ ngân sách tỉnh.\nBáo cáo tài chính: ngân sách tỉnh cấp cho dự án 4,2 tỷ đồng."),
            ["value_conflict"],
        ),
        ("Quyết toán năm 2014 là 3.150 triệu đồng. Số quyết toán năm 2014 được duyệt là 3.510 triệu đồng.", ["value_conflict"]),
        (
            (
                "Mục tiêu đến năm 2020 có 50 doanh nghiệp khoa học và công nghệ.\nĐến năm 2020 phấn đấu có 60 doanh nghiệp "
                "khoa học và công nghệ."
            ),
            ["value_conflict"],
        ),
        (
            (
                "Viện cam kết chuyển giao 5 quy trình cho tỉnh trong giai đoạn 2014-2016.\nTrong giai đoạn 2014-2016, Viện "
                "chuyển giao 6 quy trình cho tỉnh theo cam kết."
            ),
            ["value_conflict"],
        ),
        ("Tỉnh hiện có 1.240 ha cây dược liệu. Diện tích cây dược liệu của tỉnh là 1.420 ha.", ["value_conflict"]),
        (
            "Hội thi năm 2013 có 64 giải pháp dự thi. Trong 46 giải pháp dự thi năm 2013, 12 giải pháp đoạt giải.",
            ["value_conflict"],
        ),
        ("Công suất nhà máy là 150 tấn/ngày. Nhà máy với công suất 105 tấn/ngày đã vận hành từ tháng 5.", ["value_conflict"]),
        ("Giá trị 85.000.000 đồng (tám mươi lăm triệu năm trăm nghìn đồng).", ["value_conflict"]),
        ("Kinh phí: 1.350 triệu đồng (một tỷ ba trăm năm mươi lăm triệu đồng).", ["value_conflict"]),
        (
            ("Sản lượng mật ong của hợp tác xã năm ngoái là 18 tấn. Hợp tác xã xuất bán toàn bộ 81 tấn mật ong của năm ngoái."),
            ["value_conflict"],
        ),
        (
            (
                "Tổng mức đầu tư của Khu thực nghiệm là 27 tỷ đồng. Với tổng mức đầu tư 72 tỷ đồng, Khu thực nghiệm sẽ hoàn "
                "thành năm 2018."
            ),
            ["value_conflict"],
        ),
        (
            (
                "Năm 2013 Sở được giao 160 triệu đồng chi thanh tra; báo cáo lại ghi chi thanh tra được giao là 160.000 "
                "triệu đồng."
            ),
            ["unit_shift"],
        ),
        (
            ("Chi sửa chữa trạm thực nghiệm hết 45 triệu đồng. Khoản sửa chữa trạm thực nghiệm 45 tỷ đồng đã được quyết toán."),
            ["unit_shift"],
        ),
        ("1. Nâng cao nhận thức.\n2. Hoàn thiện thể chế.\n4. Phát triển nhân lực.\n5. Hợp tác quốc tế.", ["count_doubt"]),
        (
            (
                "Điều 1. Phê duyệt danh mục.\nĐiều 2. Giao Sở Khoa học và Công nghệ thực hiện.\nĐiều 4. Quyết định này có "
                "hiệu lực từ ngày ký.\nĐiều 5. Chánh Văn phòng chịu trách nhiệm thi hành."
            ),
            ["count_doubt"],
        ),
        ("STT\tTên\n1\tCam\n2\tBưởi\n3\tChè\n3\tLạc\n4\tMía", ["count_doubt"]),
        (
            (
                "Năm 2011, Sở quản lý 61 nhiệm vụ, gồm 34 nhiệm vụ chuyển tiếp và 27 nhiệm vụ mới. Theo cấp quản lý có 4 "
                "nhiệm vụ cấp nhà nước, 41 nhiệm vụ cấp tỉnh, 18 nhiệm vụ cấp cơ sở."
            ),
            ["sum_mismatch"],
        ),
        (
            (
                "Năm 2011, Sở quản lý 61 nhiệm vụ, gồm 34 nhiệm vụ chuyển tiếp và 27 nhiệm vụ mới. Theo cấp quản lý có 4 "
                "nhiệm vụ cấp nhà nước, 41 nhiệm vụ cấp tỉnh, 16 nhiệm vụ cấp cơ sở."
            ),
            [],
        ),
        (
            ("Toàn tỉnh thực hiện 132 đề tài. Trong đó 58 thuộc nông nghiệp, 31 công nghiệp, 24 y tế, 17 xã hội nhân văn."),
            ["sum_mismatch"],
        ),
        (("Toàn tỉnh thực hiện 132 đề tài. Trong đó 58 thuộc nông nghiệp, 31 công nghiệp, 24 y tế, 19 xã hội nhân văn."), []),
        (
            "Hội đồng nghiệm thu ba đề tài. Kinh phí thực hiện 1.640 triệu đồng, bình quân mỗi đề tài 720 triệu đồng.",
            ["sum_mismatch"],
        ),
        ("Hội đồng nghiệm thu ba đề tài. Kinh phí thực hiện 1.650 triệu đồng, bình quân mỗi đề tài 550 triệu đồng.", []),
        ("Sở bố trí 1 tỷ đồng (1.000.000 triệu đồng) kinh phí đối ứng.", ["unit_shift"]),
        ("Sở bố trí 1 tỷ đồng (1.000 triệu đồng) kinh phí đối ứng.", []),
        ("Đợt rét làm mất 40% cây giống, tức 360 nghìn cây trong số 800 nghìn cây.", ["sum_mismatch"]),
        ("Đợt rét làm mất 45% cây giống, tức 360 nghìn cây trong số 800 nghìn cây.", []),
        (("Thỏa thuận được ký ngày 15/01/2016 tại Vĩnh Hà. Thỏa thuận ký ngày 15/01/2016 quy định 5 lĩnh vực hợp tác."), []),
        (
            (
                "Ngày 15/01/2016, hai bên ký kết Thỏa thuận với Viện Dược liệu. Ngày 20/3/2017, tỉnh ký kết Thỏa thuận với "
                "Viện Cây ăn quả."
            ),
            [],
        ),
        (
            "Năm đơn vị phối hợp: Sở Công Thương, Sở Nông nghiệp, Sở Thông tin và Truyền thông, Hội Doanh nghiệp tỉnh.",
            ["count_mismatch"],
        ),
        ("Bốn đơn vị phối hợp: Sở Công Thương, Sở Nông nghiệp, Sở Thông tin và Truyền thông, Hội Doanh nghiệp tỉnh.", []),
        ("Vườn ươm đã xuất 3 đợt giống: 12.000 cây, 18.000 cây và 25.000 cây, tất cả 45.000 cây.", ["sum_mismatch"]),
        ("Vườn ươm đã xuất 3 đợt giống: 12.000 cây, 18.000 cây và 25.000 cây, tất cả 55.000 cây.", []),
        (
            "Đề án có tổng kinh phí 46,2 tỷ đồng. Sở Tài chính bố trí 62,4 tỷ đồng theo tổng kinh phí của Đề án.",
            ["value_conflict"],
        ),
        ("Trại ra đời năm 2004 trên đất bãi. Năm 2014, Trại kỷ niệm 10 năm thành lập.", []),
        ("Năm 2020 có 100 đề tài; năm 2021 có 60 đề tài, năm 2022 có 45 đề tài.", []),
        ("Tổng số 320 đại biểu tham dự; có 12 tham luận, 5 đại biểu quốc tế và 100 đại biểu doanh nghiệp.", []),
        ("Tổng kinh phí là 45,6 tỷ đồng, tăng 5,2 tỷ đồng so với năm trước (40,4 tỷ đồng).", []),
        ("Sở tiếp nhận 164 hồ sơ. Kết quả: 98 hồ sơ đủ điều kiện, 41 hồ sơ phải bổ sung, 25 hồ sơ bị từ chối.", []),
        ("Toàn tỉnh có 87 tổ chức khoa học và công nghệ, trong đó có 34 tổ chức công lập.", []),
        ("Tổng kinh phí 24 tỷ đồng, trong đó năm 2021 giải ngân 10 tỷ đồng, năm 2022 giải ngân 8 tỷ đồng.", []),
        (
            (
                "Kinh phí: 1.300 triệu đồng, từ các nguồn:\na) Ngân sách sự nghiệp khoa học và công nghệ: 700 triệu "
                "đồng;\nb) Kinh phí của đơn vị chủ trì: 350 triệu đồng;\nc) Nguồn khác: 250 triệu đồng."
            ),
            [],
        ),
        (
            (
                "Tổng vốn 100 tỷ đồng; ngân sách nhà nước 60 tỷ đồng, trong đó trung ương 40 tỷ đồng, địa phương 20 tỷ đồng; "
                "doanh nghiệp 40 tỷ đồng."
            ),
            [],
        ),
        ("Trung tâm được giao 40 biên chế, hiện có mặt 34 người, còn thiếu 6 người.", []),
        ("Trong năm đã thẩm định 58 công nghệ, cấp 12 giấy phép, kiểm tra 30 cơ sở và xử phạt 3 cơ sở.", []),
        ("Huyện có 12 xã, 145 thôn, 23.400 hộ dân với 98.000 nhân khẩu.", []),
        (
            (
                "Toàn thành phố có 5 khu công nghiệp với 312 doanh nghiệp, trong đó 120 doanh nghiệp có vốn nước ngoài và 45 "
                "doanh nghiệp chế biến nông sản."
            ),
            [],
        ),
        ("Viện có 126 cán bộ: 3 phó giáo sư, 21 tiến sĩ, 48 thạc sĩ.", []),
        ("Đoàn công tác gồm 14 người, thăm 5 viện, 3 trường đại học và 4 doanh nghiệp tại 2 nước.", []),
        ("Lớp tập huấn có 65 học viên, học trong 5 ngày với 8 chuyên đề.", []),
        ("Dự án có tổng mức đầu tư 96 tỷ đồng, quy mô 75 ha, công suất 40 tấn/ngày, tạo việc làm cho 120 lao động.", []),
        ("Giai đoạn 1 đầu tư 40 tỷ đồng, giai đoạn 2 đầu tư 36 tỷ đồng, nâng tổng vốn đầu tư lên 76 tỷ đồng.", []),
        ("Năm 2022 cấp 15 giấy chứng nhận, nâng tổng số giấy chứng nhận đã cấp lên 142 giấy.", []),
        (
            (
                "Hội thi có 45 sản phẩm dự thi của 30 nhóm tác giả đến từ 12 trường; Ban Tổ chức trao 1 giải Nhất, 2 giải "
                "Nhì và 3 giải Ba."
            ),
            [],
        ),
        ("Kế hoạch giao 25 nhiệm vụ, đã hoàn thành 17 nhiệm vụ, còn 8 nhiệm vụ chưa hoàn thành.", []),
        ("Có 36/48 đề tài đã được đưa vào ứng dụng (chiếm 75%).", []),
        ("Trong 120 doanh nghiệp được khảo sát, 54 doanh nghiệp có hoạt động nghiên cứu, chiếm 45%.", []),
        (
            (
                "Trong 120 doanh nghiệp được khảo sát có 54 doanh nghiệp hoạt động trong lĩnh vực nông nghiệp; doanh thu từ "
                "sản phẩm mới chiếm 30%."
            ),
            [],
        ),
        ("Tổng số phiếu phát ra 500 phiếu, thu về 430 phiếu, đạt tỷ lệ 86%.", []),
        ("Tỷ lệ giải ngân đạt 92%, trong đó vốn trung ương 95%, vốn địa phương 88%.", []),
        ("Cơ cấu kinh phí: ngân sách tỉnh 55%, doanh nghiệp 30%, nguồn viện trợ 15%.", []),
        ("Tỷ lệ hộ nghèo còn 5%, tỷ lệ hộ dùng nước sạch 60%, tỷ lệ lao động qua đào tạo 32%.", []),
        ("Nông nghiệp chiếm 22%, công nghiệp chiếm 48% tổng số đề tài.", []),
        ("Nữ chiếm 50% (52/104 người).", []),
        ("Số đơn đăng ký tăng từ 80 đơn năm 2019 lên 112 đơn năm 2020 (tăng 40%).", []),
        ("Năm 2017 có 45 bài báo quốc tế, năm 2018 có 63 bài báo quốc tế, tăng 40%.", []),
        ("Năm 2018 có 63 bài báo, 12 sáng chế, doanh thu dịch vụ tăng 50%.", []),
        ("Năng suất đạt 62 tạ/ha, cao hơn 8 tạ/ha so với giống cũ (54 tạ/ha).", []),
        ("Kinh phí năm 2022 là 24 tỷ đồng, gấp đôi năm 2018 (12 tỷ đồng).", []),
        ("Tỷ lệ hồ sơ trực tuyến năm 2020 đạt 45%, năm 2021 đạt 62%, tăng 17 điểm phần trăm.", []),
        ("Tổng kinh phí 60 tỷ đồng cho 5 năm, bình quân mỗi năm 12 tỷ đồng.", []),
        ("Đã tổ chức 24 lớp tập huấn cho 960 lượt người, trung bình 40 người/lớp.", []),
        ("Hỗ trợ 20 hộ, mỗi hộ 15 triệu đồng, tổng số tiền 300 triệu đồng.", []),
        (
            (
                "Hai bên thống nhất hợp tác trên 6 lĩnh vực: nông nghiệp công nghệ cao; công nghệ sinh học; môi trường; y "
                "tế; đào tạo nhân lực; du lịch."
            ),
            [],
        ),
        ("Hội nghị có trên 6 đơn vị tham gia: các sở, ngành; các viện, trường; doanh nghiệp.", []),
        ("Bốn tỉnh Tân Lâm, Phú An, Hà Sơn và Bình Thủy đã ký kết chương trình liên kết vùng.", []),
        ("Ba huyện miền núi đã triển khai mô hình gồm Phú Lộc, Yên Thành và một phần huyện Bình Sơn.", []),
        ("Chương trình tập trung vào hai nội dung: nghiên cứu giống mới và xây dựng vùng nguyên liệu.", []),
        ("Thỏa thuận có 05 điều khoản chính: mục tiêu, nội dung, kinh phí, tổ chức thực hiện và hiệu lực thi hành.", []),
        (
            (
                "Tỉnh đã lựa chọn 3 doanh nghiệp tham gia thí điểm (Công ty Cổ phần Minh Phát, Công ty TNHH Hải Long và Hợp "
                "tác xã Bình Sơn)."
            ),
            [],
        ),
        ("Hội nghị đã nghe 8 tham luận của các đơn vị: Sở Nông nghiệp, Viện Cây ăn quả, Hội Nông dân.", []),
        (("Thứ nhất, xây dựng cơ sở dữ liệu. Thứ hai, đào tạo nhân lực. Trên đây là hai nhiệm vụ trọng tâm của năm 2020."), []),
        ("Dự án triển khai trong 5 năm, bắt đầu từ năm 2015 và kết thúc năm 2020.", []),
        ("Viện được thành lập năm 1975. Năm 2015, Viện long trọng kỷ niệm 40 năm ngày thành lập.", []),
        ("Viện được thành lập năm 1975. Năm 2015, nhân kỷ niệm 70 năm Quốc khánh, Viện tổ chức hội thảo.", []),
        ("Đề tài được phê duyệt ngày 15/6/2020 và nghiệm thu ngày 20/9/2021.", []),
        (("Ngày 15/9/2018 hai bên ký Thỏa thuận hợp tác. Trước đó, ngày 10/9/2018, lãnh đạo hai bên đã có buổi làm việc."), []),
        ("Ngày 15/9/2018 hai bên ký Thỏa thuận hợp tác. Sau đó, ngày 10/10/2018, Sở ban hành kế hoạch.", []),
        ("Đề án được phê duyệt ngày 12/12/2019, sau khi được Hội đồng thẩm định thông qua ngày 25/11/2019.", []),
        ("Chương trình giai đoạn 2021 - 2025, tầm nhìn đến năm 2030.", []),
        ("Quỹ được thành lập ngày 10/10/2012. Năm 2013, Quỹ đã cho vay 5 dự án với tổng số tiền 12 tỷ đồng.", []),
        ("Trung tâm được thành lập năm 2012 trên cơ sở Trạm thực nghiệm. Năm 2005, Trạm đã được đầu tư nâng cấp.", []),
        ("Quy chế này có hiệu lực từ ngày 01/7/2016 và thay thế Quy chế ban hành ngày 05/8/2015.", []),
        ("Trong 3 ngày, từ 10/10/2022 đến 12/10/2022, đoàn đã làm việc với 4 đơn vị.", []),
        ("Hội chợ kéo dài 5 ngày (từ ngày 03 đến ngày 07/11/2017).", []),
        ("Sáu tháng đầu năm 2020 (từ 01/01/2020 đến 30/6/2020), Sở đã tiếp nhận 45 hồ sơ.", []),
        ("Quý II/2022 (tháng 4 đến tháng 6 năm 2022), Sở đã tổ chức 3 hội nghị.", []),
        ("Ngày 14/7/2020 (tức thứ Ba) đoàn kiểm tra đã làm việc tại huyện Phú Lộc.", []),
        (
            (
                "Đến hết năm 2020, toàn tỉnh có 145 doanh nghiệp đổi mới công nghệ.\nĐến hết năm 2021, toàn tỉnh có 154 "
                "doanh nghiệp đổi mới công nghệ."
            ),
            [],
        ),
        (
            (
                "Trong năm 2021, Sở đã tổ chức 24 lớp tập huấn cho 1.200 lượt người.\nNăm 2022, Sở dự kiến tổ chức 26 lớp "
                "tập huấn."
            ),
            [],
        ),
        ("Hội nghị có sự tham dự của 150 đại biểu. Hội thảo về giống cây trồng có 180 đại biểu tham dự.", []),
        ("Tổng kinh phí của dự án là 12,5 tỷ đồng. Dự án thứ hai có tổng kinh phí 15,2 tỷ đồng.", []),
        ("Huyện Bình Sơn có 2.350 ha chè. Huyện Phú Lộc có 2.530 ha chè.", []),
        ("Cuộc thi thu hút 320 bài dự thi của học sinh. Ban Giám khảo đã chấm và chọn ra 20 bài xuất sắc.", []),
        ("Mô hình 4,5 ha tại xã Hải Tân; mô hình 5,4 ha tại xã Hải Bình.", []),
        ("Năng suất đạt 6,5 tấn/ha ở vụ xuân. Vụ mùa năng suất đạt 5,6 tấn/ha.", []),
        ("Số hộ tham gia mô hình: 45 hộ.\nSau 2 năm, 38 hộ tham gia mô hình đã thoát nghèo.", []),
        ("Tỷ lệ hộ dùng nước sạch của xã đạt 92% năm 2019. Năm 2020, tỷ lệ hộ dùng nước sạch của xã đã là 95%.", []),
        ("Biên bản được lập thành 06 bản có giá trị như nhau, Bên A giữ 03 bản, Bên B giữ 03 bản.", []),
        ("Hợp đồng được thanh toán 3 đợt: đợt 1 là 40%, đợt 2 là 30%, đợt 3 là 30% giá trị hợp đồng.", []),
        (
            (
                "STT\tLĩnh vực\tSố đề tài\tKinh phí (triệu đồng)\n1\tNông nghiệp\t12\t8.400\n2\tCông nghiệp\t7\t5.600\n3\tY "
                "tế\t5\t3.100\nTổng cộng\t24\t17.100"
            ),
            [],
        ),
        (
            (
                "Tổng dự toán 960 triệu đồng, phân kỳ như sau: năm 2021: 420 triệu đồng, năm 2022: 380 triệu đồng, năm 2023: "
                "160 triệu đồng."
            ),
            [],
        ),
        ("Bảng 1. Kết quả khảo nghiệm giống lạc tại xã Hải Tân\n\nGiống L27 cho năng suất cao nhất.", []),
        ("HỘI THẢO KHOA HỌC VỀ NÔNG NGHIỆP CÔNG NGHỆ CAO\n\nNgày 12/5/2020, Sở tổ chức hội thảo.", []),
        (
            (
                "Hội thảo khoa học về ứng dụng công nghệ số trong quản lý tài nguyên nước tại các tỉnh ven biển phía "
                "Bắc\n\nNgày 12/5/2020, Sở tổ chức hội thảo với 100 đại biểu."
            ),
            [],
        ),
        (
            (
                "Sở đã ban hành 4 văn bản: Kế hoạch số 12/KH-SKHCN, Kế hoạch số 25/KH-SKHCN, Công văn số 120/SKHCN-QLKH và "
                "Công văn số 315/SKHCN-QLKH."
            ),
            [],
        ),
        (
            (
                "Trong 10 năm qua, tỉnh đã đầu tư 45 phòng thí nghiệm (2010-2012: 12 phòng; 2013-2016: 20 phòng; 2017-2019: "
                "13 phòng)."
            ),
            [],
        ),
        (
            (
                "Kinh phí giai đoạn 2016-2018 là 20 tỷ đồng; kinh phí giai đoạn 2019-2020 là 15 tỷ đồng; tổng kinh phí 35 tỷ "
                "đồng."
            ),
            [],
        ),
        ("Diện tích lúa 1.480 ha, tăng so với năm trước 120 ha; ngô 300 ha; lạc 250 ha.", []),
        ("Hỗ trợ 30% kinh phí mua giống, 20% kinh phí phân bón và 50% kinh phí tập huấn.", []),
        ("Ứng trước 50% kinh phí sau khi ký hợp đồng, thanh toán 50% còn lại sau khi nghiệm thu.", []),
        (
            (
                "Các doanh nghiệp trong nước đạt tỷ lệ nội địa hóa 45%, doanh nghiệp FDI đạt 30%, doanh nghiệp liên doanh "
                "đạt 28%."
            ),
            [],
        ),
        (("Trường thành lập ngày 20/8/1965, tiền thân là Trường Trung cấp; năm 1960 khởi công xây dựng cơ sở đầu tiên."), []),
    ],
)
def test_figures_told_in_words(text: str, subtypes: list[str]) -> None:
    assert points(text) == subtypes
