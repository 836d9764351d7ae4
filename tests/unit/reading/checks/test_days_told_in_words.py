"""Days, terms, steps and blanks told in running words that contradict each other or the calendar."""

import pytest

from hopluc.reading import audit, read
from hopluc.reading.document import Document


def points(text: str) -> list[str]:
    return [record.value.subtype for record in audit([read(Document("1.docx", text))])[0].faults]


@pytest.mark.parametrize(
    ("text", "subtypes"),
    [
        ("Ngày 31 tháng 4 năm 2018, Sở tổ chức hội nghị giao ban.", ["impossible_date"]),
        ("Hội thảo diễn ra từ ngày 25 đến ngày 22 tháng 7 năm 2019 tại Vĩnh Hà.", ["period_conflict"]),
        ("Thỏa thuận có thời hạn 5 năm, từ 01/01/2018 đến 31/12/2021.", ["period_conflict"]),
        ("Thời gian thực hiện: 24 tháng (từ tháng 3/2019 đến tháng 8/2020).", ["period_conflict"]),
        ("Đề tài thực hiện trong 36 tháng, từ tháng 01/2017 đến tháng 12/2018.", ["period_conflict"]),
        ("Dự án triển khai trong 3 năm, bắt đầu từ năm 2015 và kết thúc năm 2020.", ["period_conflict"]),
        ("Lễ ký diễn ra vào thứ Hai, ngày 14 tháng 3 năm 2018.", ["date_conflict"]),
        ("Viện được thành lập năm 1975. Năm 2015, Viện long trọng kỷ niệm 50 năm ngày thành lập.", ["date_conflict"]),
        ("Trường có bề dày 30 năm xây dựng và phát triển (1990 - 2010).", ["period_conflict"]),
        ("Dự án khởi công ngày 12/5/2019 và hoàn thành ngày 20/3/2019.", ["sequence"]),
        ("Đề tài được nghiệm thu ngày 15/6/2020, trong khi quyết định phê duyệt đề tài ký ngày 20/9/2020.", ["sequence"]),
        (
            (
                "ỦY BAN NHÂN DÂN TỈNH TÂN LÂM\nSố: 145/KH-UBND\nTân Lâm, ngày 15 tháng 3 năm 2020\n\nKẾ HOẠCH\nTriển khai "
                "chương trình khoa học và công nghệ năm 2020\n\nCác sở, ngành gửi đề xuất về Sở Khoa học và Công nghệ trước "
                "ngày 28/02/2020 để tổng hợp.\nNơi nhận: các sở, ngành."
            ),
            ["sequence"],
        ),
        (
            (
                "ỦY BAN NHÂN DÂN TỈNH TÂN LÂM\nSố: 88/QĐ-UBND\nTân Lâm, ngày 10 tháng 5 năm 2016\n\nQUYẾT ĐỊNH\nVề việc phê "
                "duyệt danh mục nhiệm vụ\n\nCăn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;\nXét đề nghị của Sở "
                "Khoa học và Công nghệ tại Tờ trình số 41/TTr-SKHCN ngày 18/5/2016,\nQUYẾT ĐỊNH:\nĐiều 1. Phê duyệt danh mục."
            ),
            ["impossible_date"],
        ),
        (
            (
                "BÁO CÁO\nTình hình thực hiện 6 tháng đầu năm 2021\nVĩnh Hà, ngày 20 tháng 6 năm 2021\n\nNgày 05/7/2021, Sở "
                "đã tổ chức hội nghị sơ kết với 120 đại biểu."
            ),
            ["impossible_date"],
        ),
        (
            (
                "Căn cứ Quyết định số 45/2017/QĐ-UBND ngày 12/4/2016 của Ủy ban nhân dân tỉnh Tân Lâm về quản lý nhiệm vụ "
                "khoa học."
            ),
            ["date_conflict"],
        ),
        (
            (
                "Thực hiện Kế hoạch số 210/KH-UBND ngày 15/8/2019, Sở đã phối hợp với các đơn vị. Kết quả thực hiện Kế hoạch "
                "số 210/KH-UBND ngày 18/5/2019 được báo cáo như sau."
            ),
            ["date_conflict"],
        ),
        ("Ngày 12/3, Sở đã tổ chức hội thảo về chuyển đổi số.\nTại hội thảo, các đại biểu đã trao đổi.", ["incomplete_date"]),
        (
            (
                "Ngày 15/9/2018 hai bên ký Thỏa thuận hợp tác. Trước đó, ngày 20/9/2018, lãnh đạo hai bên đã có buổi làm "
                "việc để thống nhất nội dung thỏa thuận."
            ),
            ["sequence"],
        ),
        ("Đề án được phê duyệt ngày 12/12/2019, sau khi được Hội đồng thẩm định thông qua ngày 25/12/2019.", ["sequence"]),
        ("Thời gian thực hiện từ tháng 9/2020 đến tháng 3/2020.", ["period_conflict"]),
        ("Chương trình giai đoạn 2021 - 2025, tầm nhìn đến năm 2020.", ["period_conflict"]),
        ("Hợp đồng số 15/HĐ-KHCN ký ngày 29/02/2019 giữa hai bên.", ["impossible_date"]),
        ("Quỹ được thành lập ngày 10/10/2012. Năm 2010, Quỹ đã cho vay 5 dự án với tổng số tiền 12 tỷ đồng.", ["sequence"]),
        ("Nhiệm kỳ 2015-2020, kéo dài 4 năm.", ["period_conflict"]),
        ("Quy chế này có hiệu lực từ ngày 01/7/2014 và thay thế Quy chế ban hành ngày 05/8/2015.", ["sequence"]),
        ("Trong 5 ngày, từ 10/10/2022 đến 12/10/2022, đoàn đã làm việc với 4 đơn vị.", ["period_conflict"]),
        ("Hội chợ kéo dài 7 ngày (từ ngày 03 đến ngày 07/11/2017).", ["period_conflict"]),
        ("Sáu tháng đầu năm 2020 (từ 01/01/2020 đến 30/9/2020), Sở đã tiếp nhận 45 hồ sơ.", ["period_conflict"]),
        ("Quý II/2022 (tháng 4 đến tháng 7 năm 2022), Sở đã tổ chức 3 hội nghị.", ["period_conflict"]),
        ("Nhân dịp kỷ niệm 60 năm thành lập (1961 - 2019), Trường tổ chức hội thảo quốc tế.", ["period_conflict"]),
        ("Tại Quyết định số 1250/QĐ-TTg ngày 15/13/2020, Thủ tướng Chính phủ đã phê duyệt Đề án.", ["impossible_date"]),
        ("Cuộc thi nhận bài dự thi từ ngày 15/3/2020 đến hết ngày 15/02/2020.", ["period_conflict"]),
        ("Thời gian: Từ 8 giờ 00 đến 7 giờ 30 ngày 12/4/2019.", ["period_conflict"]),
        ("Ngày 14/7/2020 (tức thứ Sáu) đoàn kiểm tra đã làm việc tại huyện Phú Lộc.", ["date_conflict"]),
        (
            ("Hai bên ký Biên bản ghi nhớ ngày 22/8/2016 tại Tân Lâm. Biên bản ghi nhớ ký ngày 28/2/2016 có hiệu lực 5 năm."),
            ["date_conflict"],
        ),
        ("Ngày … tháng 5 năm 2021, hai bên họp rà soát tiến độ.", ["incomplete_date"]),
        (
            (
                "Trong thời gian tới, hai bên sẽ tiếp tục phối hợp triển khai các nhiệm vụ trọng tâm, đặc biệt là\n\n2. Về "
                "đào tạo nguồn nhân lực\nHai bên phối hợp tổ chức các lớp đào tạo."
            ),
            ["truncated"],
        ),
        ("Căn cứ Quyết định số     /QĐ-UBND ngày 12/5/2020 của Ủy ban nhân dân tỉnh Tân Lâm;", ["incomplete_number"]),
        (
            "Thực hiện Công văn số …/SKHCN-VP ngày 15/6/2019 của Sở Khoa học và Công nghệ, Trung tâm báo cáo như sau.",
            ["incomplete_number"],
        ),
        ("Tại Thông báo số ...../TB-VP ngày 20/8/2018, Chủ tịch tỉnh giao các sở thực hiện.", ["incomplete_number"]),
        ("Tổng kinh phí thực hiện: ............ triệu đồng, lấy từ nguồn sự nghiệp khoa học.", ["incomplete_number"]),
        (
            (
                "Người liên hệ: ông Trần Văn Bình, điện thoại: ...............\nThời gian: từ ngày 01/3/2020.\nĐịa "
                "điểm:\nThành phần: các sở, ngành."
            ),
            ["missing_field"],
        ),
        (
            (
                "Kết quả nghiên cứu cho thấy giống mới thích ứng tốt với điều kiện đất nhiễm mặn, tuy nhiên năng suất chưa "
                "ổn định do\n\nIII. PHƯƠNG HƯỚNG\nTiếp tục khảo nghiệm."
            ),
            ["truncated"],
        ),
        (
            (
                "Nhờ áp dụng quy trình mới, chi phí sản xuất giảm đáng kể, thu nhập của người dân được nâng lên, góp "
                "phần\n\nTheo ông Bình, trong năm tới hợp tác xã sẽ mở rộng diện tích."
            ),
            ["truncated"],
        ),
        (
            (
                "- Hoàn thiện hệ thống cơ sở dữ liệu về chuyên gia trong và ngoài\n- Tổ chức hội nghị tổng kết.\n- Biên soạn "
                "tài liệu."
            ),
            ["truncated"],
        ),
        ("Tổng số có … đại biểu tham dự hội thảo.", ["incomplete_number"]),
        (
            (
                "UBND TỈNH TÂN LÂM\nSỞ KHOA HỌC VÀ CÔNG NGHỆ\nSố: 45/TB-SKHCN\nTân Lâm, ngày 20 tháng 8 năm 2019\n\nTHÔNG "
                "BÁO\nKết luận của Giám đốc Sở tại cuộc họp giao ban\n\nNgày 25 tháng 8 năm 2019, Giám đốc Sở đã chủ trì "
                "cuộc họp giao ban tháng 8. Sau khi nghe báo cáo, Giám đốc kết luận như sau."
            ),
            ["impossible_date"],
        ),
        ("Quyết định có hiệu lực từ ngày 31/6/2015.", ["impossible_date"]),
        ("Hội chợ khai mạc sáng 29/2/2015.", ["impossible_date"]),
        ("Thời gian: 24h30 ngày 15/4/2016.", ["impossible_date"]),
        ("Kế hoạch thực hiện trong quý V/2016.", ["impossible_date"]),
        ("Thời gian thi công từ 15/8/2017 đến 30/6/2017.", ["period_conflict"]),
        ("Nhiệm kỳ 2020 - 2015 có nhiều khó khăn.", ["period_conflict"]),
        ("Chủ nhật ngày 12/5/2015, hai bên ký biên bản.", ["date_conflict"]),
        ("Sáng thứ Bảy, 20 tháng 7 năm 2016, hội nghị khai mạc.", ["date_conflict"]),
        (
            (
                "Thông tư số 15/2014/TT-BKHCN ngày 13/10/2014 được áp dụng. Căn cứ Thông tư số 15/2014/TT-BKHCN ngày "
                "31/10/2014, Sở đã hướng dẫn các đơn vị."
            ),
            ["date_conflict"],
        ),
        (
            (
                "Theo Quyết định 2245/QĐ-UBND ngày 03/9/2015, tỉnh lập quỹ. Đến nay Quyết định 2245/QĐ-UBND (ban hành ngày "
                "09/3/2015) đã được triển khai ở 8 huyện."
            ),
            ["date_conflict"],
        ),
        (
            "Ngày 15/3, đoàn công tác của Viện đã đến thăm và làm việc tại tỉnh.\nChuyến thăm để lại nhiều ấn tượng.",
            ["incomplete_date"],
        ),
        (
            (
                "UBND TỈNH TÂN LÂM\nSỞ KHOA HỌC VÀ CÔNG NGHỆ\nSố: 512/SKHCN-QLKH\nTân Lâm, ngày 18 tháng 9 năm 2017\nV/v "
                "đăng ký nhiệm vụ\n\nKính gửi: Các sở, ban, ngành.\n\nĐề nghị các đơn vị gửi phiếu đề xuất về Sở trước ngày "
                "10/9/2017 để tổng hợp."
            ),
            ["sequence"],
        ),
        (
            (
                "TỈNH ỦY TÂN LÂM\nTân Lâm, ngày 02 tháng 4 năm 2013\n\nCHƯƠNG TRÌNH HÀNH ĐỘNG\nThực hiện Nghị quyết về khoa "
                "học\n\n- Ban cán sự đảng UBND tỉnh xây dựng kế hoạch, hoàn thành trong tháng 3/2013;\n- Các huyện ủy triển "
                "khai trong quý II/2013."
            ),
            ["sequence"],
        ),
        (
            (
                "BẢN TIN KHOA HỌC TÂN LÂM\nSố 3 - Tháng 9/2014\n\nNgày 12/10/2014, Sở đã tổ chức hội thảo về nấm ăn với 80 "
                "nông dân."
            ),
            ["impossible_date"],
        ),
        ("Đề tài bắt đầu tháng 6/2012, nghiệm thu tháng 4/2012.", ["sequence"]),
        (
            (
                "Trung tâm được thành lập theo Quyết định số 15/QĐ-UBND ngày 20/5/2010; ngày 15/3/2010, Trung tâm đã ký hợp "
                "đồng đầu tiên."
            ),
            ["sequence"],
        ),
        ("Công trình khởi công tháng 9/2016, khánh thành tháng 5/2016.", ["sequence"]),
        ("Hội đồng nghiệm thu họp ngày 10/4/2015, trước khi đơn vị chủ trì nộp báo cáo ngày 05/4/2015.", ["sequence"]),
        ("Kế hoạch 3 năm 2016 - 2019 gồm 12 nhiệm vụ, giai đoạn 2016 - 2019 (2 năm).", ["period_conflict"]),
        ("Hợp đồng có thời hạn 18 tháng, từ ngày 01/01/2014 đến ngày 31/12/2014.", ["period_conflict"]),
        ("Bản ghi nhớ có giá trị 3 năm kể từ ngày ký 10/6/2015, tức đến hết ngày 10/6/2019.", ["period_conflict"]),
        ("Sau 10 năm hoạt động (2003 - 2010), Trung tâm đã làm chủ 15 quy trình.", ["period_conflict"]),
        ("Kỷ niệm 20 năm tái lập tỉnh (1997 - 2012), tỉnh tổ chức triển lãm.", ["period_conflict"]),
        ("Lớp học kéo dài 10 ngày, từ 05/7/2016 đến 09/7/2016.", ["period_conflict"]),
        (
            (
                "Thỏa thuận hợp tác giai đoạn 2012-2016 giữa UBND tỉnh Tân Lâm và Đại học Quốc gia Hà Nội. Thỏa thuận hợp "
                "tác giai đoạn 2012-2017 giữa UBND tỉnh Tân Lâm và Đại học Quốc gia Hà Nội đã mang lại kết quả."
            ),
            ["period_conflict"],
        ),
        (
            (
                "2. Khó khăn: kinh phí cấp chậm; cán bộ kiêm nhiệm nhiều việc nên chưa\n3. Kiến nghị: bổ sung biên chế cho "
                "phòng chuyên môn."
            ),
            ["truncated"],
        ),
        (
            (
                "Sở đã phối hợp với các huyện tổ chức tập huấn, hướng dẫn nông dân kỹ thuật bón phân và\n\nII. NHIỆM VỤ NĂM "
                "SAU\n1. Mở rộng mô hình."
            ),
            ["truncated"],
        ),
        (
            "Bác Tư nói: “Trồng nấm thì nhẹ công, nhưng mà vốn thì phải\n\nNăm nay gia đình bác thu 40 triệu đồng.",
            ["truncated"],
        ),
        (
            (
                "- Sở Công Thương chủ trì, phối hợp với Sở Khoa học và Công nghệ xây dựng danh mục công nghệ cần\n- Sở Nội "
                "vụ tham mưu chính sách thu hút."
            ),
            ["truncated"],
        ),
        (
            (
                "STT\tNhiệm vụ\tChủ trì\tThời gian\n1\tXây dựng bản đồ số hóa các vùng trồng cây ăn quả\tSở "
                "NN&PTNT\t2015\n2\tĐầu tư phòng thí nghiệm phân tích dư lượng thuốc bảo vệ\tSở KH&CN\t2016\n3\tTổ chức sàn "
                "giao dịch công nghệ và\tSở Công Thương\t2016\n4\tĐào tạo 50 kỹ thuật viên\tTrường Cao đẳng\t2017"
            ),
            ["truncated"],
        ),
        (
            (
                "STT\tNhiệm vụ\tChủ trì\tThời hạn\n1\tLập danh mục\tSở KH&CN\t30/6/2015\n2\tKý hợp đồng\tSở Tài "
                "chính\t30/9/2015\n3\tNghiệm thu\tSở KH&CN\t\n4\tTổng kết\tVăn phòng\t31/12/2015\n5\tCông bố\tBáo Tân "
                "Lâm\t15/01/2016"
            ),
            ["missing_field"],
        ),
        (
            (
                "STT\tNhiệm vụ\tĐơn vị chủ trì\tHoàn thành\n1\tLập danh mục\tSở KH&CN\t2015\n2\tKý hợp "
                "đồng\t\t2015\n3\tNghiệm thu\tSở KH&CN\t2016\n4\tTổng kết\tVăn phòng\t2016"
            ),
            ["missing_field"],
        ),
        ("Số:        /BC-SKHCN", ["incomplete_number"]),
        ("Theo Công văn số        /UBND-VX ngày 12/6/2014 của UBND tỉnh, Sở đã rà soát.", ["incomplete_number"]),
        ("Quyết định số ……/QĐ-UBND ngày 14/5/2013", ["incomplete_number"]),
        ("Kinh phí hỗ trợ mỗi mô hình là ….. triệu đồng.", ["incomplete_number"]),
        (
            ("Thỏa thuận được ký ngày 15/01/2016 tại Vĩnh Hà. Thỏa thuận ký ngày 15/11/2016 quy định 5 lĩnh vực hợp tác."),
            ["date_conflict"],
        ),
        ("Trại ra đời năm 2004 trên đất bãi. Năm 2014, Trại kỷ niệm 15 năm thành lập.", ["date_conflict"]),
        (
            (
                "Dự án đã hỗ trợ các hộ xây bể chứa nước, hướng dẫn kỹ thuật tưới tiết kiệm, cấp cây giống và\n\nMùa này "
                "nước về sớm hơn mọi năm."
            ),
            ["truncated"],
        ),
    ],
)
def test_days_told_in_words(text: str, subtypes: list[str]) -> None:
    assert points(text) == subtypes
