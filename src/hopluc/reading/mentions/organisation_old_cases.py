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
)
