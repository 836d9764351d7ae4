"""What counts as a legal reference, in the styles an office meets: decrees, bulletins, plans, party papers, minutes.

Each mark says kind of document | number | date | issuer, a dash where the words do not say it.
"""

import pytest

SENTENCES = {
    "bases of an old decision": (
        "- Căn cứ ⟦luật | - | 2003-11-26 | -: Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân ngày 26/11/2003⟧;\n"
        "- Căn cứ ⟦pháp lệnh | - | 1998-02-26 | -: Pháp lệnh Cán bộ, công chức ngày 26 tháng 02 năm 1998⟧;\n"
        "- Căn cứ ⟦nghị định | 115/2005/NĐ-CP | 2005-09-05 | Chính phủ: Nghị định số 115/2005/NĐ-CP ngày 05 tháng 9 năm 2005 của Chính phủ⟧ quy định cơ chế tự chủ;\n"
        "- Xét đề nghị của Giám đốc Sở Nội vụ tại ⟦tờ trình | 45/TTr-SNV | 2009-03-12 | -: Tờ trình số 45/TTr-SNV ngày 12/3/2009⟧,"
    ),
    "a decree amended by two others": (
        "⟦nghị định | 24/2014/NĐ-CP | 2014-04-04 | Chính phủ: Nghị định số 24/2014/NĐ-CP ngày 04/4/2014 của Chính phủ⟧ được sửa đổi, bổ sung bởi "
        "⟦nghị định | 107/2020/NĐ-CP | 2020-09-14 | -: Nghị định số 107/2020/NĐ-CP ngày 14/9/2020⟧ và ⟦nghị định | 83/2024/NĐ-CP | - | -: Nghị định số 83/2024/NĐ-CP⟧."
    ),
    "a plan to carry out a plan": (
        "Thực hiện ⟦kế hoạch | 15-KH/TU | 2025-02-10 | Ban Thường vụ Thành ủy: Kế hoạch số 15-KH/TU ngày 10/02/2025 của Ban Thường vụ Thành ủy⟧ và "
        "⟦nghị quyết | 03/NQ-CP | 2025-01-09 | Chính phủ: Nghị quyết số 03/NQ-CP ngày 09/01/2025 của Chính phủ⟧ ban hành Chương trình hành động, UBND thành phố Vĩnh Hà xây dựng Kế hoạch như sau:"
    ),
    "a bulletin": (
        "Sáng 12/3, Sở KH&CN thành phố Vĩnh Hà phổ biến ⟦luật | - | - | -: Luật Khoa học, công nghệ và đổi mới sáng tạo⟧ và ⟦nghị quyết | 193/2025/QH15 | - | Quốc hội: Nghị quyết 193/2025/QH15 của Quốc hội⟧ về thí điểm một số cơ chế."
    ),
    "a task table": (
        "1\tTriển khai ⟦đề án | 06 | - | -: Đề án 06⟧\tCông an thành phố\tQuý II/2025\t⟦- | 206/QĐ-TTg | - | -: 206/QĐ-TTg⟧\n"
        "2\tRà soát ⟦thông tư | 14/2023/TT-BKHCN | - | -: Thông tư 14/2023/TT-BKHCN⟧\tSở Khoa học và Công nghệ\tTháng 6/2025\t⟦công văn | 812/UBND-KGVX | - | -: Công văn số 812/UBND-KGVX⟧\n"
    ),
    "minutes of a meeting": (
        "Kết luận tại ⟦thông báo | 214/TB-VP | 2024-08-20 | Văn phòng UBND tỉnh: Thông báo số 214/TB-VP ngày 20/8/2024 của Văn phòng UBND tỉnh⟧ chưa được thực hiện đầy đủ."
    ),
    "party papers": (
        "Quán triệt ⟦chỉ thị | 17-CT/TU | 2021-05-04 | Ban Thường vụ Tỉnh ủy: Chỉ thị số 17-CT/TU, ngày 04/5/2021 của Ban Thường vụ Tỉnh ủy⟧; "
        "⟦quy định | 37-QĐ/TW | 2021-10-25 | Ban Chấp hành Trung ương: Quy định số 37-QĐ/TW ngày 25-10-2021 của Ban Chấp hành Trung ương⟧ về những điều đảng viên không được làm; "
        "⟦kết luận | 21-KL/TW | - | Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XIII: Kết luận số 21-KL/TW của Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XIII⟧."
    ),
    "congress and plenum": (
        "Đưa ⟦nghị quyết | - | - | Đại hội đại biểu toàn quốc lần thứ XIII của Đảng: Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng⟧, "
        "⟦nghị quyết | - | - | Đại hội đại biểu Đảng bộ tỉnh Tân Lâm lần thứ XX: Nghị quyết Đại hội đại biểu Đảng bộ tỉnh Tân Lâm lần thứ XX, nhiệm kỳ 2025 - 2030⟧ vào cuộc sống; "
        "⟦nghị quyết | - | - | Trung ương 4 khóa XII: Nghị quyết Trung ương 4 khóa XII⟧ về xây dựng Đảng."
    ),
    "an agreement with a foreign partner": (
        "Hai bên căn cứ ⟦thỏa thuận hợp tác | 03/TTHT-UBND | 2023-11-15 | -: Thỏa thuận hợp tác số 03/TTHT-UBND ngày 15/11/2023⟧ và ⟦luật | 70/2020/QH14 | - | -: Luật Thỏa thuận quốc tế số 70/2020/QH14⟧; Biên bản ghi nhớ với thành phố Kitami ký ngày 5/9/2023."
    ),
    "a joint circular of two ministries": (
        "Áp dụng ⟦thông tư liên tịch | 55/2015/TTLT-BTC-BKHCN | 2015-04-22 | Bộ Tài chính và Bộ Khoa học và Công nghệ: Thông tư liên tịch số 55/2015/TTLT-BTC-BKHCN ngày 22/4/2015 của Bộ Tài chính và Bộ Khoa học và Công nghệ⟧ hướng dẫn định mức."
    ),
    "issuer before the number": (
        "Thực hiện ⟦nghị quyết | 36-NQ/TW | 2023-01-30 | Bộ Chính trị: Nghị quyết của Bộ Chính trị số 36-NQ/TW ngày 30/01/2023⟧ về công nghệ sinh học."
    ),
    "date after the issuer": (
        "Theo ⟦quyết định | 569/QĐ-TTg | 2022-05-11 | Thủ tướng Chính phủ: Quyết định số 569/QĐ-TTg của Thủ tướng Chính phủ ngày 11/5/2022⟧ ban hành Chiến lược."
    ),
    "a number in brackets after the name": (
        "Theo ⟦luật | - | - | -: Luật Ngân sách nhà nước⟧ (⟦luật | 89/2025/QH15 | - | -: Luật số 89/2025/QH15⟧), mức chi do HĐND quyết định."
    ),
    "articles before": (
        "Điểm b khoản 1 Điều 10 ⟦nghị định | 76/2018/NĐ-CP | - | -: Nghị định 76/2018/NĐ-CP⟧, Điều 35 ⟦luật | - | - | -: Luật Chuyển giao công nghệ⟧; khoản 3 Điều 4 của Quy chế này; Điều 2 Quyết định này."
    ),
    "dates and issuers of the sentence stay outside": (
        "Ngày 18/6/2013, Quốc hội thông qua ⟦luật | - | - | -: Luật Khoa học và Công nghệ⟧; Thủ tướng Chính phủ ký ⟦quyết định | 844/QĐ-TTg | - | -: Quyết định 844/QĐ-TTg⟧ vào tháng 5/2016."
    ),
    "several decisions of one body": (
        "các ⟦quyết định | 12/QĐ-UBND | 2024-01-05 | -: Quyết định số 12/QĐ-UBND ngày 05/01/2024⟧, số ⟦quyết định | 345/QĐ-UBND | 2024-02-20 | UBND thành phố: 345/QĐ-UBND ngày 20/02/2024 của UBND thành phố⟧"
    ),
    "lower case, no number word": (
        "theo ⟦quyết định | 210/QĐ-UBND | - | -: quyết định 210/QĐ-UBND⟧, ⟦nghị quyết | 04/2023/NQ-HĐND | - | -: nghị quyết số 04/2023/NQ-HĐND⟧ và ⟦công văn | 99/SKHCN-QLCN | - | -: công văn 99/SKHCN-QLCN⟧"
    ),
    "drafts with blanks": (
        "(Ban hành kèm theo ⟦quyết định | - | - | UBND thành phố Vĩnh Hà: Quyết định số ......./QĐ-UBND ngày … tháng … năm 2026 của UBND thành phố Vĩnh Hà⟧)"
    ),
    "what is no reference": (
        "Quyết định này có hiệu lực; theo Nghị quyết nêu trên; Kế hoạch 5 năm 2026-2030; Chương trình hợp tác giai đoạn 2021-2025; Báo cáo kết quả 9 tháng; "
        "TCVN ISO 18091:2020; QCVN 02:2022/BKHCN; mã số KC.12.05/21-30; ĐTĐL.CN-35/23; Thông báo mời thầu; Đề án Thành phố thông minh; luật sư; Luật chơi."
    ),
    "a document's own heading": "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ VĨNH HÀ\nSố: 25/KH-UBND\nVĩnh Hà, ngày 12 tháng 3 năm 2025\nKẾ HOẠCH\nTriển khai công tác",
    "numbers known without a sign": (
        "Từ ⟦nghị quyết | 57 | - | -: Nghị quyết 57⟧ đến ⟦nghị quyết | 68 | - | -: Nghị quyết 68⟧; ⟦nghị định | 13/2023 | - | -: Nghị định 13/2023⟧; ⟦đề án | 844 | - | -: Đề án 844⟧ thay đổi cách hỗ trợ."
    ),
    "department decisions": (
        "⟦quyết định | 88/QĐ-SKHCN | 2024-03-01 | Sở Khoa học và Công nghệ tỉnh Tân Lâm: Quyết định số 88/QĐ-SKHCN ngày 01/3/2024 của Sở Khoa học và Công nghệ tỉnh Tân Lâm⟧ thành lập Hội đồng tư vấn."
    ),
    "an institute and a company": (
        "⟦quyết định | 77/QĐ-VHL | 2023-01-16 | Viện Hàn lâm Khoa học và Công nghệ Việt Nam: Quyết định số 77/QĐ-VHL ngày 16/01/2023 của Viện Hàn lâm Khoa học và Công nghệ Việt Nam⟧; "
        "⟦hợp đồng | 15/2024/HĐ-CGCN | 2024-06-03 | -: Hợp đồng số 15/2024/HĐ-CGCN ngày 03/6/2024⟧ giữa Viện và Công ty TNHH Thiết bị Minh Phát."
    ),
    "a long issuer": (
        "⟦kế hoạch | 02/KH-BCĐ | 2024-02-28 | Ban Chỉ đạo chuyển đổi số thành phố Vĩnh Hà: Kế hoạch số 02/KH-BCĐ ngày 28/02/2024 của Ban Chỉ đạo chuyển đổi số thành phố Vĩnh Hà⟧ về hoạt động năm 2024."
    ),
    "old ministries": (
        "⟦thông tư | 15/1999/TT-BKHCNMT | 1999-09-21 | Bộ Khoa học, Công nghệ và Môi trường: Thông tư số 15/1999/TT-BKHCNMT ngày 21/9/1999 của Bộ Khoa học, Công nghệ và Môi trường⟧; "
        "⟦nghị định | 35-HĐBT | 1992-01-28 | Hội đồng Bộ trưởng: Nghị định số 35-HĐBT ngày 28/01/1992 của Hội đồng Bộ trưởng⟧ về công tác quản lý khoa học."
    ),
    "wrapped lines of a pdf": (
        "Căn cứ ⟦nghị định | 09/2019/NĐ-CP | 2019-01-24 | Chính phủ: Nghị định số 09/2019/NĐ-CP\nngày 24 tháng 01\nnăm 2019 của Chính phủ⟧ quy định về chế độ báo cáo; ⟦thông tư | 01/2019/TT-VPCP | - | -: Thông tư số 01/2019/TT-\nVPCP⟧."
    ),
    "the whole heading in capitals": (
        "BÁO CÁO\nKẾT QUẢ THỰC HIỆN ⟦nghị quyết | 05-NQ/TU | 2021-07-20 | THÀNH ỦY: NGHỊ QUYẾT SỐ 05-NQ/TU NGÀY 20/7/2021 CỦA THÀNH ỦY⟧ VỀ CHUYỂN ĐỔI SỐ"
    ),
    "laws by short names": "Theo ⟦luật | - | - | -: Luật KH&CN⟧, ⟦luật | - | 2005 | -: Luật SHTT 2005⟧ và ⟦luật | - | - | -: Luật Đầu tư⟧; ngành Luật; Khoa Luật kinh tế.",
    "the constitution": "⟦hiến pháp | - | 2013 | -: Hiến pháp năm 2013⟧ và ⟦hiến pháp | - | - | -: Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam⟧; hợp hiến.",
    "a steering committee with a subject in its name": (
        "⟦kế hoạch | 02-KH/BCĐTW | 2025-06-19 | Ban Chỉ đạo Trung ương về phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số: "
        "Kế hoạch số 02-KH/BCĐTW ngày 19/6/2025 của Ban Chỉ đạo Trung ương về phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số⟧ về thúc đẩy chuyển đổi số liên thông."
    ),
    "words between kind and number": (
        "⟦hợp đồng | 05/HĐNT | - | -: Hợp đồng nguyên tắc số 05/HĐNT⟧; Kế hoạch thực hiện ⟦quyết định | 12/QĐ-UBND | - | -: quyết định số 12/QĐ-UBND⟧; "
        "⟦nghị định | 20 | 2021 | Chính phủ: Nghị định số 20 năm 2021 của Chính phủ⟧; các văn bản: ⟦- | 1500/UBND-KGVX | - | -: 1500/UBND-KGVX⟧, ⟦- | 95/2014/NĐ-CP | - | -: 95/2014/NĐ-CP⟧."
    ),
    "a date set off by commas": (
        "⟦quyết định | 4567/QĐ-BKHCN | 2020-12-25 | Bộ trưởng Bộ Khoa học và Công nghệ: Quyết định số 4567/QĐ-BKHCN của Bộ trưởng Bộ Khoa học và Công nghệ, ngày 25/12/2020⟧, phê duyệt; "
        "⟦quyết định | 99/QĐ-UBND | 2020-06-05 | -: Quyết định số: 99/QĐ-UBND, ngày: 5/6/2020⟧; theo ⟦quyết định | 98/QĐ-UBND | - | -: Quyết định số 98/QĐ-UBND⟧, ngày 7/6/2020, hai bên họp."
    ),
    "signs in place of kinds": "⟦nghị quyết | 05-NQ/TU | - | -: NQ số 05-NQ/TU⟧; ⟦quyết định | 1234/QĐ-UBND | 2021-08-02 | UBND tỉnh: QĐ số 1234/QĐ-UBND ngày 2/8/2021 của UBND tỉnh⟧ v/v phê duyệt.",
    "decrees of the nineties": (
        "⟦nghị định | 18-CP | 1993-01-23 | Chính phủ: Nghị định số 18-CP ngày 23-1-1993 của Chính phủ⟧; ⟦quyết định | 19/TTg | 1996-01-12 | -: Quyết định số 19/TTg ngày 12-1-1996⟧; "
        "⟦nghị quyết | - | 1991-08-12 | Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam: Nghị quyết của Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam ngày 12 tháng 8 năm 1991⟧."
    ),
    "a telegram and a letter": "⟦công điện | 05/CĐ-TTg | 2025-01-11 | Thủ tướng Chính phủ: Công điện số 05/CĐ-TTg ngày 11/01/2025 của Thủ tướng Chính phủ⟧; ⟦giấy mời | 33/GM-UBND | 2025-03-04 | -: Giấy mời số 33/GM-UBND ngày 04/3/2025⟧.",
}


@pytest.mark.parametrize("style", SENTENCES)
def test_references_are_read_whole_and_alone(reads, style):
    reads("legal_reference", SENTENCES[style])
