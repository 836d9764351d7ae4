"""What is read as a date and what is not: each case is a test and a line of the documentation."""

CASES = (
    "Hoàn thành trước ngày ⟦2026-06-30: 30 tháng 6 năm 2026⟧ và gửi báo cáo trước ⟦2026-07-15: 15/7/2026⟧.",
    "Trước ngày ⟦2026-06-31: 31/6/2026⟧.",
    "Hai bên ký kết vào đầu ⟦2025-01: tháng 01 năm 2025⟧, nghiệm thu ⟦2025-06: tháng 6/2025⟧.",
    "Chiều ⟦--12-20: 20-12⟧, Sở Khoa học và Công nghệ thành phố Vĩnh Hà làm việc với đoàn; sáng ⟦2023-12-21: 21.12.2023⟧ đoàn đi thực địa.",
    "Các ngày ⟦2025-09-18: 18⟧ và ⟦2025-09-20: 20/9/2025⟧; từ ngày ⟦2024-03-05: 5⟧ đến ⟦2024-03-07: 7/3/2024⟧.",
    "Tập huấn ngày ⟦2024-08-05: 5⟧, ⟦2024-08-12: 12⟧, ⟦2024-08-19: 19/8/2024⟧ và từ ngày ⟦2024-02-28: 28/2⟧ đến ngày ⟦2024-03-02: 02 tháng 3 năm 2024⟧.",
    "Dịp Giỗ Tổ ⟦--03-10: mồng 10 tháng 3⟧, lễ ⟦--09-02: 2/9⟧, dịp ⟦--04-30: 30/4⟧ và ⟦--05-01: 1/5⟧.",
    "Chào mừng Ngày Khoa học và Công nghệ Việt Nam ⟦--05-18: 18/5⟧; ngày Nhà giáo Việt Nam (⟦--11-20: 20/11⟧).",
    "Lễ khai mạc diễn ra từ ⟦2025-10-01: 01/10/2025⟧-⟦2025-10-03: 03/10/2025⟧ (thứ Sáu, ⟦2025-10-03: 03/10/2025⟧).",
    "Họp ⟦2024-09: tháng 9⟧, ⟦2024-10: 10/2024⟧ và từ ⟦2025-01: tháng 1⟧ đến ⟦2025-06: tháng 6 năm 2025⟧.",
    "Tỉ lệ 14/15 bệnh viện, 5/9 đơn vị, 03/03 nhiệm vụ; hệ số 1.5; mục 3.2; năm 2025; quý II/2025; 14 giờ 30; tỷ lệ 12-15 %.",
    "Nghị định số 20/2013/NĐ-CP, Nghị quyết số 08-NQ/TU, điện thoại 024.3943.1234, 0225-38-42-61, phiên bản 1.12.3, mã 12/5/2013/HĐ-KHCN.",
    "Tân Lâm, ngày    ⟦2024-05: tháng 5 năm 2024⟧; ngày … tháng … năm 2024; trong 6 tháng đầu năm 2024, phạt 12 tháng 10 ngày.",
    "Ngày ⟦2025-02-29: 29 tháng 02 năm 2025⟧; NGÀY ⟦2025-11-20: 20 THÁNG 11 NĂM 2025⟧; ngày ⟦2024-09-20: 20\ntháng 9 năm 2024⟧.",
    "Ngày ⟦2025-05-04: 04 / 5 / 2025⟧, ngày ⟦2017-03-03: 3/3/17⟧, cập nhật ⟦2025-08-07: 2025-08-07⟧ lúc 10:30, hạn nộp: ⟦--08-15: 15/8⟧.",
    "Ngày ⟦2015-04-30: ba mươi tháng tư năm 2015⟧, ⟦2015-01: tháng Giêng năm 2015⟧, ngày ⟦--04-30: 30 tháng tư⟧, ⟦2013-12: tháng mười hai năm hai nghìn mười ba⟧.",
    "Báo cáo định kỳ trước ngày 15 hằng tháng; ngày ⟦--12-14: 14/12⟧ hằng năm; hằng tháng một lần; tháng năm 2015 người.",
    "⟦--01-15: Rằm tháng Giêng⟧, ⟦--12-23: 23 tháng Chạp⟧ năm Giáp Thìn, ngày ⟦--03-10: 10/3⟧ âm lịch; sinh ngày ⟦1962-08-15: 15/8/62⟧; Ngày ⟦2022-06-05: 5, tháng 6, năm 2022⟧.",
    "⟦2024-03: T3/2024⟧; hoàn thành: ⟦2025-12: 12/2025⟧; trước ⟦2026-06: 6/2026⟧; Kế hoạch 12/2025; số 6/2026; tỷ lệ 3/2024 hộ; mã T3/2024/AB, KT3/2024.",
    "Từ ngày ⟦2024-12-20: 20/12⟧ đến ngày ⟦2025-01-05: 05/01/2025⟧; (⟦2025-03-18: 18⟧-⟦2025-03-20: 20/3/2025⟧); có 15, ngày ⟦2025-04-20: 20/4/2025⟧.",
)
