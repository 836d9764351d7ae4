"""What counts as a date and as a period, in the styles an office meets."""

import pytest

DATES = {
    "page headers and clocks": "Thứ Ba, ⟦2022-11-29: 29.11.2022⟧ - 07:56:45; 05:50 ⟦2021-09-17: 17/09/2021⟧; ⟦2023-03-03: 03/03/2023⟧ 17:11",
    "a bulletin without years": "Chiều ⟦--04-22: 22/4⟧, lãnh đạo tỉnh ký kết; lễ ký diễn ra vào chiều ⟦--11-05: 5/11⟧. Hội nghị mở vào ngày mai (⟦--04-16: 16-4⟧).",
    "birthdays and anniversaries": "Kỷ niệm ngày sinh (⟦1890-05-19: 19/5/1890⟧ - ⟦2020-05-19: 19/5/2020⟧), Ngày Chuyển đổi số quốc gia ⟦--10-10: 10/10⟧, Quốc khánh ⟦--09-02: 2/9⟧.",
    "a task table": "Tháng 6\t⟦2025-06-30: 30/6/2025⟧\tQuý III/2025\tTrước ⟦2025-12-15: 15/12/2025⟧\tHằng năm\t⟦2026-01: Tháng 01/2026⟧",
    "three days of a fair": "Techfest Vĩnh Hà diễn ra trong ba ngày ⟦2024-11-26: 26⟧, ⟦2024-11-27: 27⟧ và ⟦2024-11-28: 28/11/2024⟧.",
    "a trip abroad": "Đoàn thăm thành phố Kitami từ ngày ⟦2023-09-28: 28 tháng 9⟧ đến ngày ⟦2023-10-03: 03 tháng 10 năm 2023⟧.",
    "a slip of the pen": "Hoàn thành trước ngày ⟦2025-06-31: 31/6/2025⟧; ký ngày ⟦2051-03-12: 12/3/2051⟧; họp ngày ⟦2024-02-30: 30 tháng 02 năm 2024⟧.",
    "months in lists": "Báo cáo các ⟦2025-03: tháng 3⟧, ⟦2025-06: 6⟧, ⟦2025-09: 9/2025⟧; số liệu ⟦2024-12: tháng 12 năm 2024⟧.",
    "fractions and scores": "Có 9/12 chỉ tiêu đạt, tăng từ 3/7 lên 5/7 đơn vị; xếp thứ 12/34; đạt 8,5/10 điểm; tỷ lệ 1/500; ca 3/4.",
    "codes and telephones": "Điện thoại 0912.345.678, 024-3822-1234; mã đề tài 05/2020/HĐ; phiên bản 2.1.2024.1; IP 10.12.20.24; Decree 12/2020/ND-CP.",
    "lengths of time": "Thời gian 24 tháng; 6 tháng 12 ngày; 3 năm 6 tháng; sau 10 tháng 5 đơn vị xong; trong 2 tháng tới.",
    "days that share a month": "Ngày ⟦--05-15: 15⟧ và ⟦--05-16: 16 tháng 5⟧; sáng ngày ⟦2023-05-17: 17⟧ và chiều ngày ⟦2023-05-18: 18/5/2023⟧; ngày ⟦2023-05-30: 30⟧, ⟦2023-05-31: 31/5/2023⟧; ngày ⟦--06-05: 5⟧ và ⟦--06-06: 6/6⟧.",
    "a row number above a month": "15\n⟦2025-06: Tháng 6 năm 2025⟧ hoàn thành; 7\t⟦2025-07: Tháng 7/2025⟧",
    "old style": "Hà Nội, ngày ⟦1999-09-21: 21 tháng 9 năm 1999⟧; công bố ngày ⟦1994-06-21: 21-6-1994⟧; từ ⟦1996-07: tháng 7-1996⟧.",
    "lunar days": "Lễ hội khai mạc ngày ⟦--01-15: 15 tháng Giêng⟧, chính hội ⟦--03-08: mùng 8 tháng 3⟧ âm lịch; cuối tháng Chạp.",
    "english date in figures": "cập nhật ⟦2024-05-06: 2024-05-06⟧, hạn ⟦2025-01-31: 31/01/2025⟧; 2024-05; 20240506.",
    "deadlines": "Gửi về Sở trước ngày ⟦--11-20: 20/11⟧ hằng năm; hạn chót ⟦--08-15: 15/8⟧; chậm nhất ngày 25 của tháng cuối quý.",
    "section numbers": "Mục 2.1, điểm 3.4.2, Điều 5.1; Bảng 3-4; Hình 2.10; khoản 5-7 Điều 9; trang 10-12; 4.0; 10.000",
}
PERIODS = {
    "strategies": "Chiến lược giai đoạn ⟦2021..2030: 2021 - 2030⟧, tầm nhìn 2045; kế hoạch 5 năm ⟦2026..2030: 2026-2030⟧; thời kỳ ⟦2021..2030: 2021-2030⟧.",
    "from and to": "Từ năm ⟦2016..2020: 2016 đến năm 2020⟧ và từ ⟦2021..2025: 2021 đến 2025⟧; từ năm 2021 đến nay; từ nay đến năm 2030.",
    "days, which are two dates": "Từ ngày 01/11/2022 đến 31/10/2023; từ 15/7 đến 20/9/2025.",
    "days of a fair, which are dates": "Hội chợ (15/7/2025 - 20/7/2025); từ 10-12/3/2025; từ 28/2/2025 đến 02/3/2025.",
    "months, which are two dates": "Thực hiện 01/2024 - 12/2025, thí điểm từ tháng 3 đến tháng 9 năm 2025.",
    "terms and school years": "Nhiệm kỳ ⟦2025..2030: 2025 - 2030⟧; năm học ⟦2024..2025: 2024-2025⟧; khóa XV (⟦2020..2025: 2020-2025⟧).",
    "one cell of a table": "Sở Công Thương\t⟦2025..2027: 2025-2027⟧\t450 triệu đồng\n2026\t⟦2026..2028: 2026 – 2028⟧\t",
    "what is no period": "Đào tạo 1.000 - 1.200 kỹ sư; 2000-2050 lượt khách; số 2020-2021/QĐ; ĐT 0225-2024-2025; 14-16 giờ; năm 2024 và 2025; 15-20%.",
    "two grains": "Hợp đồng từ ⟦2024-07..2026: tháng 7/2024 đến hết năm 2026⟧; số liệu từ năm ⟦2020..2025-06-30: 2020 đến 30/6/2025⟧.",
    "several in a row": "các giai đoạn ⟦2011..2015: 2011-2015⟧, ⟦2016..2020: 2016-2020⟧ và ⟦2021..2025: 2021-2025⟧",
    "line breaks": "giai đoạn ⟦2021..2025: 2021 -\n2025⟧ của tỉnh; giai đoạn\n⟦2026..2030: 2026-2030⟧",
}


@pytest.mark.parametrize("style", DATES)
def test_dates_are_read_whole_and_alone(reads, style):
    reads("date", DATES[style])


@pytest.mark.parametrize("style", PERIODS)
def test_periods_are_read_whole_and_alone(reads, style):
    reads("period", PERIODS[style])
