"""What is read as a legal basis and what is not: each case is a test and a line of the documentation."""

from hopluc.reading.records.programme_cases import Cases

CASES: Cases = (
    (
        (
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;\n"
            "Căn cứ Quyết định số 749/QĐ-TTg ngày 03 tháng 6 năm 2020 của Thủ tướng Chính phủ phê duyệt Chương trình Chuyển đổi số quốc gia;\n"
            "Theo đề nghị của Giám đốc Sở Khoa học và Công nghệ,"
        ),
        (
            {"text": "Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015", "number": None, "date": "2015-06-19"},
            {"number": "749/QĐ-TTg", "date": "2020-06-03"},
        ),
    ),
    (
        "2. Căn cứ pháp lý:\n- Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học.\n- Tình hình thực tế của tỉnh.\n",
        (
            {
                "text": "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học",
                "number": "57-NQ/TW",
            },
        ),
    ),
    # Lists without marks, and lists that stand on one line.
    (
        "I. CĂN CỨ PHÁP LÝ\nLuật Giao dịch điện tử (sửa đổi) ngày 22/6/2023;\nCông văn số 4338/BTTTT-CĐSQG ngày 14/10/2024 của Bộ Thông tin và Truyền thông.\nXét đề nghị của Sở tại Tờ trình số 12/TTr-STTTT.\n",
        ({"text": "Luật Giao dịch điện tử (sửa đổi) ngày 22/6/2023"}, {"number": "4338/BTTTT-CĐSQG", "date": "2024-10-14"}),
    ),
    (
        "I. CĂN CỨ LẬP KẾ HOẠCH - Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ phê duyệt Chương trình; - Nghị quyết số 05-NQ/TU ngày 22/10/2021 của Tỉnh ủy về nuôi ong; - Tình hình của xã.\n",
        (
            {"text": "Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ phê duyệt Chương trình"},
            {"number": "05-NQ/TU", "date": "2021-10-22"},
        ),
    ),
    # The articles it rests on, and what became of it.
    (
        "Căn cứ điểm a khoản 2 Điều 5 Luật Sở hữu trí tuệ số 50/2005/QH11 đã được sửa đổi, bổ sung theo Luật số 36/2009/QH12 và Luật số 42/2019/QH14;\n",
        (
            {
                "number": "50/2005/QH11",
                "provisions": "điểm a khoản 2 Điều 5",
                "standing": "được sửa đổi, bổ sung bởi Luật số 36/2009/QH12; Luật số 42/2019/QH14",
            },
        ),
    ),
    # The clause that the bases lead to is none of them.
    (
        "Căn cứ Kế hoạch số 12/KH-UBND ngày 15/01/2024 của Ủy ban nhân dân tỉnh Tân Lâm giai đoạn 2024-2028; Sở Khoa học và Công nghệ báo cáo như sau:",
        ({"text": "Kế hoạch số 12/KH-UBND ngày 15/01/2024 của Ủy ban nhân dân tỉnh Tân Lâm giai đoạn 2024-2028"},),
    ),
    (
        "Căn cứ Quyết định số 15/QĐ-UBND ngày 20/02/2025 của Ủy ban nhân dân tỉnh Tân Lâm về sáng chế, sáng kiến, Sở Khoa học và Công nghệ báo cáo như sau:",
        ({"text": "Quyết định số 15/QĐ-UBND ngày 20/02/2025 của Ủy ban nhân dân tỉnh Tân Lâm về sáng chế, sáng kiến"},),
    ),
    ("Kết quả này là căn cứ để xây dựng Quyết định số 12/QĐ-UBND ngày 01/02/2024 của Ủy ban nhân dân tỉnh Tân Lâm.", ()),
    # Of several acts in one line each is a basis; what an act is about is none.
    (
        (
            "Căn cứ Luật Ngân sách nhà nước và Nghị định số 163/2016/NĐ-CP ngày 21/12/2016 của Chính phủ quy định chi tiết thi hành một số điều của Luật Ngân sách nhà nước;\n"
            "Căn cứ Luật Tổ chức HĐND và UBND ngày 26 tháng 11 năm 2003; Luật Ban hành văn bản QPPL ngày 12/11/1996;\n"
        ),
        (
            {"text": "Luật Ngân sách nhà nước", "number": None, "date": None},
            {"number": "163/2016/NĐ-CP", "date": "2016-12-21"},
            {"text": "Luật Tổ chức HĐND và UBND ngày 26 tháng 11 năm 2003", "date": "2003-11-26"},
            {"text": "Luật Ban hành văn bản QPPL ngày 12/11/1996", "date": "1996-11-12"},
        ),
    ),
    (
        "Căn cứ Kế hoạch số 15/KH-UBND ngày 20/02/2025 của Ủy ban nhân dân tỉnh Tân Lâm, Sở Khoa học và Công nghệ tổ chức lớp tập huấn vào ngày 12/5/2025.",
        ({"text": "Kế hoạch số 15/KH-UBND ngày 20/02/2025 của Ủy ban nhân dân tỉnh Tân Lâm"},),
    ),
    # A paper on one line, and a decree of the first years.
    (
        "Căn cứ Luật Công nghệ thông tin ngày 29 tháng 6 năm 2006; Căn cứ Nghị định số 64/2007/NĐ-CP ngày 10/4/2007 của Chính phủ; Xét đề nghị của Giám đốc Sở Khoa học và Công nghệ, QUYẾT ĐỊNH:",
        (
            {"text": "Luật Công nghệ thông tin ngày 29 tháng 6 năm 2006", "date": "2006-06-29"},
            {"text": "Nghị định số 64/2007/NĐ-CP ngày 10/4/2007 của Chính phủ", "number": "64/2007/NĐ-CP"},
        ),
    ),
    (
        "THÔNG TƯ HƯỚNG DẪN NUÔI ONG Căn cứ Luật Hợp tác xã được Quốc hội thông qua ngày 29-12-1987 Căn cứ vào Pháp lệnh bảo hộ quyền sở hữu công nghiệp do Hội đồng Nhà nước ban hành ngày 20-5-1988 Theo thỏa thuận của các cơ quan, Bộ hướng dẫn như sau.",
        ({"date": "1987-12-29"}, {"date": "1988-05-20"}),
    ),
    (
        "- Căn cứ Nghị định số 73/CP ngày 01/11/1995 của Chính phủ quy định nhiệm vụ.\n- Theo đề nghị của ông Vụ trưởng.\n",
        ({"number": "73/CP"},),
    ),
    (
        "Chiểu Sắc lệnh số 14 ngày 8-9-45 về việc mở cuộc tổng tuyển cử;\nChiểu đề nghị của Bộ trưởng Bộ Nội vụ,\nHà Nội, ngày 2 tháng 3 năm 1946\n",
        ({"number": "14", "date": "1945-09-08"},),
    ),
    (
        "I. CĂN CỨ LẬP KẾ HOẠCH\n- Nghị định số 47/2020/NĐ-CP ngày 09/4/2020 của Chính phủ về quản lý, kết nối và chia sẻ dữ liệu số;\n- Thực trạng dữ liệu của các sở.\n",
        ({"number": "47/2020/NĐ-CP", "date": "2020-04-09"},),
    ),
)
