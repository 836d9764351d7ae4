"""What is read as an organisation in papers of former times and in those of the party: texts and what is marked in them."""

OLD_CASES: tuple[str, ...] = (
    # ministries of the first decades, in small letters behind a word that calls for one
    (
        "Chiểu nghị định của ⟦Bộ Canh nông: bộ Canh nông⟧ và đề nghị của thứ trưởng ⟦Bộ Quốc gia Giáo dục: bộ Quốc gia Giáo dục⟧; "
        "cán bộ y tế, toàn bộ công an."
    ),
    # committees of several provinces; offices called Nha, and what only begins so
    (
        "⟦Ủy ban kháng chiến hành chính liên khu IV: Ủy ban kháng chiến hành chính Liên khu IV⟧ và ⟦Ủy ban hành chính khu Tả Ngạn: Ủy ban hành chính khu Tả Ngạn⟧ "
        "chiểu quyết định thi hành."
    ),
    "⟦Nha Khí tượng: Nha Khí tượng⟧ họp ở Nha Trang; ông Phó phòng mở Nha khoa Việt Đức.",
    # a committee of the party within another body; a post that stands
    (
        "⟦Ban Chấp hành Đảng bộ Sở Y tế tỉnh Tân Lâm: Ban Chấp hành Đảng bộ Sở Y tế tỉnh Tân Lâm⟧ và "
        "⟦Ban Thường vụ Đảng bộ Trường Đại học Thủy lợi: Ban Thường vụ Đảng bộ Trường Đại học Thủy lợi⟧ họp; "
        "phó chủ tịch Thường trực ⟦Hội đồng nhân dân tỉnh Tân Lâm: HĐND tỉnh Tân Lâm⟧ dự."
    ),
    # the government of the first republic; offices with a general director
    "⟦Chính phủ: CHÍNH PHỦ VIỆT NAM DÂN CHỦ CỘNG HÒA⟧\n⟦Nha Tổng Giám đốc Trung học vụ: Nha Tổng Giám đốc Trung học vụ⟧ thi hành.",
    # those of another province, told in one sentence; cooperatives in general
    (
        "⟦Ủy ban nhân dân tỉnh Sơn La: UBND tỉnh Sơn La⟧ họp. Đoàn công tác của tỉnh Tuyên Quang do bà Vi Thị Nụ, Phó Chủ tịch ⟦Ủy ban nhân dân tỉnh Tuyên Quang: UBND tỉnh⟧ dẫn đầu đến "
        "⟦Ủy ban nhân dân tỉnh Sơn La: UBND tỉnh Sơn La⟧; một số doanh nghiệp, HTX sản xuất nông nghiệp dự. ⟦Ủy ban nhân dân tỉnh Sơn La: UBND tỉnh⟧ cảm ơn."
    ),
    # boards of associations and of the party's branches, central and local; the branch told before the board
    (
        "Phó Chủ tịch ⟦Ban Chấp hành Trung ương Hội Nông dân Việt Nam: Ban Chấp hành Trung ương Hội NDVN⟧, ⟦Hội Nông dân Việt Nam: T.Ư Hội Nông dân Việt Nam⟧ và "
        "⟦Ban Chấp hành Hội Nông dân tỉnh Tân Lâm: Ban Chấp hành Hội Nông dân tỉnh Tân Lâm⟧; ⟦Ban Chấp hành Trung ương Đoàn: Ban Chấp hành Trung ương Đoàn⟧ họp."
    ),
    (
        "Bí thư ⟦Đảng ủy Khối Đại học, Cao đẳng thành phố Vĩnh Hà: Đảng ủy Khối Đại học, Cao đẳng thành phố Vĩnh Hà⟧ dự đại hội "
        "⟦Đảng bộ Trường Đại học Thủy lợi: Đảng bộ Trường Đại học Thủy lợi⟧; đại hội bầu ⟦Ban Chấp hành Đảng bộ Trường Đại học Thủy lợi: Ban Chấp hành Đảng bộ⟧."
    ),
    # where the name of a committee ends; a standing deputy is no board; a university under a short form of its city; a department in small letters
    (
        "Cử bà Vi Thị Nụ làm thành viên ⟦Ban Chỉ đạo phát triển vùng chè: Ban Chỉ đạo phát triển vùng chè⟧ thay ông Lê An; "
        "⟦Ban Chỉ đạo phát triển vùng chè: Ban Chỉ đạo phát triển vùng chè⟧ quy định tại Điều 2; Phó Trưởng Ban Thường trực ⟦Ban Chỉ đạo phát triển vùng chè: Ban Chỉ đạo⟧."
    ),
    "⟦Đại học Quốc gia Thành phố Hồ Chí Minh: Đại học Quốc gia TP.Hồ Chí Minh⟧ và giám đốc ⟦Sở Khoa học và Công nghệ tỉnh Tân Lâm: sở KH&CN tỉnh Tân Lâm⟧ ký.",
    "Chánh Văn phòng ⟦Đảng ủy Đại học Quốc gia Thành phố Hồ Chí Minh: Đảng ủy ĐHQG-HCM⟧ dự.",
)
