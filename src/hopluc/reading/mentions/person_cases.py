"""What is read as a person and what is not: each case is a test and a line of the documentation."""

CASES: tuple[str, ...] = (
    # in prose, with titles and posts before or after
    "Đồng chí ⟦Nguyễn Văn Minh: Nguyễn Văn Minh⟧, Phó Chủ tịch UBND tỉnh Tân Lâm, chủ trì hội nghị.",
    "Giám đốc Sở KH&CN ⟦Trần Thị Mai Lan: Trần Thị Mai Lan⟧ cho biết kế hoạch đã được duyệt.",
    "PGS.TS. ⟦Lê Quang: Lê Quang⟧ và ThS ⟦Phạm Hoài Thu: Phạm Hoài Thu⟧ trình bày; ông ⟦Đỗ Hùng: Đỗ Hùng⟧ phản biện.",
    "Chủ tịch UBND tỉnh Tân Lâm ⟦Hoàng Đức Thắng: Hoàng Đức Thắng⟧ kết luận.",
    "Theo Bộ trưởng ⟦Vũ Đình An: Vũ Đình An⟧, việc này cần làm sớm.",
    "Bà ⟦Ngô Thị Hạnh: Ngô Thị Hạnh⟧ - Trưởng phòng Quản lý công nghệ, Sở Khoa học và Công nghệ.",
    "Trưởng ban là ông ⟦Bùi Xuân Nam: Bùi Xuân Nam⟧; thư ký là bà ⟦Đặng Thu: Đặng Thu⟧.",
    # lists of members
    "1. Trưởng ban: ⟦Đinh Quốc Việt: Đinh Quốc Việt⟧ - Phó Chủ tịch UBND tỉnh\n- ⟦Lương Thị Hoa: Lương Thị Hoa⟧, Phó Giám đốc Sở Tài chính;\n- Ông ⟦Cao Bá Quý: Cao Bá Quý⟧, Chuyên viên.",
    # signatures and bylines
    "Nơi nhận:\n- Như trên;\n\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\n(Đã ký)\n\n⟦Tạ Minh Đức: Tạ Minh Đức⟧\n",
    "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n⟦NGUYỄN VĂN MINH: NGUYỄN VĂN MINH⟧\n",
    "Hội nghị kết thúc tốt đẹp.\n\n⟦Phan Thảo: Phan Thảo⟧\n",
    "Bên B cử ông ⟦Giáp Văn Tề: Giáp Văn Tề⟧, Phó Giám đốc, Bên C cử Phòng Kinh doanh.",
    "- GĐ; PGĐ ⟦N.T.Hương: N.T.Hương⟧;",
    "Hội thảo đã bế mạc.\n⟦Thu Hà: Thu Hà⟧ - ⟦Minh Châu: Minh Châu⟧\n",
    "Hội thảo đã bế mạc.\nKế hoạch Tài chính\n",
    "Thủ tướng ⟦Hứa Hải Quân: Hứa Hải Quân⟧ thăm tỉnh Bà Rịa - Vũng Tàu.",
    # names from abroad, and of the minorities
    "Ngài ⟦Kenji Tanaka: Kenji Tanaka⟧, Đại sứ Nhật Bản, và bà ⟦Marie Dubois: Marie Dubois⟧ tham dự.",
    "GS. ⟦John W. Smith: John W. Smith⟧ (Đại học Oulu) giảng bài.",
    "Bộ trưởng ⟦Lee Min-Ho: Lee Min-Ho⟧ tiếp ông ⟦Lê Bá An: Lê Bá An⟧-Thư ký chi hội.",
    "Bà ⟦H'Yim Niê: H'Yim Niê⟧ và ông ⟦Lò Văn Pọm: Lò Văn Pọm⟧ là đại diện hợp tác xã.",
    "Ông ⟦Giàng A Súa: Giàng A Súa⟧ và bà ⟦Y Lan: Y Lan⟧ dự; Thư ký: ⟦Mùi Văn Đạt: Mùi Văn Đạt⟧, chuyên viên; sinh viên ⟦Hà Pờ Mai: Hà Pờ Mai⟧ đạt giải.",
    "Người lập biểu\n⟦Diệp Thu Hà: Diệp Thu  Hà⟧\nBộ trưởng Khoa học và Công nghệ ⟦Trần Đạt: Trần Đạt⟧ phát biểu.",
    "Có 3 chuyên gia. Ông ⟦Vàng A Chu: Vàng A Chu⟧ dự. Thư ký: ⟦Sồng A Tủa: Sồng A Tủa⟧, cán bộ.",
    "KHI NHÀ KHOA HỌC LÊN NƯƠNG\nSở Văn Hóa và phường Lê Văn Tám.",
    # names that are no persons here
    "Trường THPT Nguyễn Trãi ở đường Lê Lợi, phường Trần Hưng Đạo, gần Quảng trường Hồ Chí Minh.",
    "Giải thưởng Tạ Quang Bửu được trao tại TP. Hồ Chí Minh; học tập tư tưởng Hồ Chí Minh.",
    "Sở Công Thương và Sở Lao động tỉnh Lâm Đồng, tỉnh Hà Giang; Khu công nghiệp Đình Vũ.",
    "Đào tạo nguồn nhân lực; Hồ sơ gửi về Văn phòng; Kim ngạch tăng; Công tác Đảng; Cao Bằng và Thái Nguyên.",
    "ĐÀO TẠO NGUỒN NHÂN LỰC CHẤT LƯỢNG CAO\nHÀ NỘI, NGÀY 1 THÁNG 6",
    "Công ty Cổ phần Trần Anh tài trợ; Bệnh viện Nguyễn Tri Phương phối hợp.",
    "Ảnh: T.H",
    "Ông ⟦Trần Văn Tú: Trần Văn Tú⟧, Viện trưởng Viện Công nghệ Phương Bắc, Ủy viên; bà ⟦Lê Hoa: Lê Hoa⟧, Giám đốc Công ty cổ phần Phương Đông, Ủy viên.",
    "Giám đốc Công ty Sao Phương Nam và Giám đốc Phương Nam cùng dự; Giám đốc ⟦Mai Lan: Mai Lan⟧ và bà ⟦Cao Bình: Cao Bình⟧, Công ty Trường Hải; Giám đốc Viện Nước Phương Bắc, Giám đốc Viện Nước ⟦Cao Xuân Bình: Cao Xuân Bình⟧ và Giám đốc Công ty Tre ⟦Mai Thị Lan: Mai Thị Lan⟧ ký.",
    # lists of names, names of one short word, and words that are no name after a title
    "Tác giả: ⟦Nguyễn An: Nguyễn An⟧, ⟦Lê Bình: Lê Bình⟧ và ⟦Trần Cường: Trần Cường⟧; theo bà ⟦Hà: Hà⟧, em ⟦Bạch Đăng Phong: Bạch Đăng Phong⟧ và bạn đọc ⟦Phí Thị Hoài: Phí Thị Hoài⟧ đã góp ý.",
    "Thu hút chuyên gia Việt kiều; Nhà giáo nhân dân ⟦Nguyễn Lân: Nguyễn Lân⟧ và anh hùng lao động ⟦Hồ Giáo: Hồ Giáo⟧; ông ⟦Nguyễn Văn A: Nguyễn Văn A⟧ (sinh năm 1962).",
    'Nhãn hiệu chứng nhận "Mật ong Bạc Sơn", chủ trì: UBND huyện Bạc Sơn.',
    # guests from abroad behind their post, bylines after a label, a delegation that is no person
    "Chủ tịch Hạ viện Pháp ⟦Jean Martin: Jean Martin⟧, Thủ tướng Lào ⟦Khamtay Siphan: Khamtay Siphan⟧ và Đại sứ Nhật Bản tại Việt Nam ⟦Suzuki Ken: Suzuki Ken⟧ dự.",
    "Trưởng đại diện Cơ quan Hợp tác quốc tế Nhật Bản (JICA) tại Việt Nam ⟦Suzuki Ken: Suzuki Ken⟧ ký; dự án của Samsung Display và Đại sứ Nhật Bản dự.",
    "Bộ trưởng Nông nghiệp và Phát triển nông thôn ⟦Lê Minh Ân: Lê Minh Ân⟧ đón Đoàn Việt Nam; Đồng Chí ⟦Lê An: Lê An⟧ dự.",
    "Hội thảo đã bế mạc\n\nTin, ảnh: ⟦Thu Hà: Thu Hà⟧, ⟦CAO HUYỀN: CAO HUYỀN⟧\n\nIn trang này",
    "Hội thảo đã bế mạc.\nTin, ảnh: Văn phòng Sở\n",
    "GS.TS. ⟦Đinh Quốc Hội: Đinh Quốc Hội⟧ dự; hội đồng chức danh giáo sư Nhà nước họp.",
    "Đồng chí ⟦Nguyễn Yến Mai: Nguyễn Yến Mai⟧- Ủy viên dự; ông ⟦Jean-Marc Lavest: Jean-Marc Lavest⟧ dự.",
    "Khởi nghĩa Hai Bà Trưng; Phó Chủ tịch HĐND tỉnh ⟦Lương Đài Trang: Lương Đài Trang⟧ và đồng chí ⟦Lê Bá An: Lê Bá An⟧-Thư ký Chi hội dự.",
    "Ông ⟦Vũ Văn Quyền: Vũ Văn Quyền⟧ và đồng chí ⟦Hoàng thị Bình: Hoàng thị Bình⟧ dự.",
    "Ngài ⟦Francisco P.Tiu Laurel: Francisco P.Tiu Laurel⟧, Bộ trưởng, dự.",
    "Đoàn do đồng chí ⟦Lê Văn Điền: Lê Văn Điền⟧, TVTU, Phó Chủ tịch UBND tỉnh làm trưởng đoàn; bà ⟦Vi Thị Nụ: Vi Thị Nụ⟧ ở cơ sở Nguyễn Văn Cừ.",
    # where a name ends
    "Ông ⟦Trịnh Công Lý: Trịnh Công Lý⟧ Giám đốc Trung tâm phát biểu; đồng chí ⟦Mai Văn Hòa: Mai Văn Hòa⟧ làm Tổ trưởng.",
    "Đại tá ⟦Võ Hồng Quân: Võ Hồng Quân⟧, TS. ⟦Hồ Sỹ Tú: Hồ Sỹ Tú⟧ và nhà báo ⟦Lý Thanh: Lý Thanh⟧.",
)
