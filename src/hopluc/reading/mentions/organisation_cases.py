"""What is read as an organisation and what is not: each case is a test and a line of the documentation."""

CASES: tuple[str, ...] = (
    # where a name ends: before a sum, a role behind a dash and a verb, behind `ứng dụng` that is none
    "Tỉnh hỗ trợ ⟦Công ty TNHH Nam Sơn: Công ty TNHH Nam Sơn⟧ 2,4 tỷ đồng, ⟦Công ty Cổ phần Sông Đà 5: Công ty Cổ phần Sông Đà 5⟧ 3 tỷ đồng.",
    "- Bà Trần Thị Lan, Chủ tịch ⟦Ủy ban nhân dân huyện Tân Hải: UBND huyện Tân Hải⟧ - Ủy viên;\n- Ông Lê Văn Hùng, Chủ tịch ⟦Ủy ban nhân dân huyện Phú Lâm: UBND huyện Phú Lâm⟧ - Trưởng ban.",
    "⟦Viện Hải dương ứng dụng: Viện Hải dương ứng dụng⟧ tập trung lập bản đồ; ⟦Trung tâm Công nghệ sinh học: Trung tâm Công nghệ sinh học⟧ ứng dụng chế phẩm mới.",
    "Căn cứ Luật Tổ chức HĐND và UBND ngày 26/11/2003.",
    # the name of an office broken in its letterhead; what only looks like a committee
    "⟦Ủy ban nhân dân tỉnh Tân Lâm: ỦY\nBAN NHÂN DÂN\nTỈNH TÂN LÂM⟧\n-------\nSố: 12/QĐ-UBND",
    "Ông Lê An, Tỉnh ủy viên, và các Sở Ban Ngành dự; ⟦Ban Thường vụ Tỉnh ủy Tân Lâm: Ban thường vụ Tỉnh ủy Tân Lâm⟧ họp.",
    # initials behind a head, chambers of a parliament, the same name in English, a province abroad
    "⟦Viện Công nghiệp thực phẩm Tân Lâm: Viện CNTPTL⟧ do ông Lê An dẫn đầu. ⟦Viện Công nghiệp thực phẩm Tân Lâm: Viện Công nghiệp thực phẩm Tân Lâm⟧ họp.",
    "⟦Thượng viện Nhật Bản: Thượng viện Nhật Bản⟧ và ⟦Nghị viện Bỉ: Nghị viện Bỉ⟧ ủng hộ, Thượng viện sẽ họp.",
    "⟦Viện Nghiên cứu Biển: Viện Nghiên cứu Biển⟧ (⟦Sea Research Institute: Sea Research Institute⟧) họp.",
    "Đoàn nông dân tỉnh Gyeongsangbuk đến thăm. ⟦Sở Ngoại vụ tỉnh Tân Lâm: Sở Ngoại vụ⟧ tiếp đoàn tại tỉnh Tân Lâm.",
    "Tin của\n⟦Trung tâm Thông tin và Quản trị mạng: Trung tâm Thông tin và Quản trị mạng⟧\nNgày 09/3 họp,\ncán bộ và\nviên chức\ntới dự\nrất đông\nvà vui.",
    # who organises a contest, committees of the assembly in short, those of a people's council that are none by name
    "⟦Ban Tổ chức Hội thi: Ban tổ chức Hội thi⟧ phát biểu; ⟦Ban Tổ chức Hội thi: Ban Tổ chức Hội thi⟧ trao giải; ⟦Ủy ban Đối ngoại của Quốc hội: UB Đối ngoại⟧ dự.",
    "Lãnh đạo các Ban ⟦Hội đồng nhân dân tỉnh Tân Lâm: HĐND tỉnh⟧ và ⟦Sở Nông nghiệp và Phát triển nông thôn tỉnh Tân Lâm: Sở NN& PTNT tỉnh Tân Lâm⟧ dự.",
    # a syllable in small letters before a field, a number, heads in small letters, who is no National Assembly
    "⟦Trung tâm Khám phá khoa học và Đổi mới sáng tạo: Trung tâm Khám phá khoa học và Đổi mới sáng tạo⟧ mở cửa; Giám đốc ⟦Công ty Vắc xin và Sinh phẩm số 1: Công ty Vắc xin và Sinh phẩm số 1⟧ Lê Văn An dự.",
    "⟦Trường Đại học Lâm nghiệp Tân Lâm: Trường Đại học Lâm nghiệp Tân Lâm⟧ họp; ⟦Trường Đại học Lâm nghiệp Tân Lâm: trường ĐHLNTL⟧ ký.",
    "⟦Viện Cơ khí Tân Lâm: Viện Cơ khí Tân Lâm⟧ họp tại ⟦Viện Cơ khí Tân Lâm: viện Cơ khí Tân Lâm⟧ cùng GS.TS. Đinh Quốc Hội.",
    "Thứ trưởng ⟦Bộ Tài chính: Bộ Tài chính⟧ Huỳnh Quang Hưng, Phó Giám đốc ⟦Tập đoàn Công nghiệp Sao Mai: Tập đoàn Công nghiệp Sao Mai⟧ Nguyễn Đình Tiến dự.",
    # a verb behind a short form; the next word of a heading in capitals; short foreign provinces
    "⟦Trung tâm TTKH: Trung tâm TTKH⟧ đưa thư viện số vào dùng.",
    "QUY CHẾ PHỐI HỢP GIỮA ⟦Ủy ban nhân dân tỉnh Tân Lâm: ỦY BAN NHÂN DÂN TỈNH⟧ VÀ CÁC ĐOÀN THỂ\nCăn cứ đề nghị của ⟦Ủy ban nhân dân tỉnh Tân Lâm: UBND tỉnh Tân Lâm⟧;",
    "Đoàn tỉnh Tochigi đến thăm; ⟦Tỉnh ủy Tân Lâm: Tỉnh ủy⟧ tiếp đoàn ở tỉnh Tân Lâm.",
    # a school's place is no home of a department
    "⟦Sở Y tế tỉnh Bình Định: Sở Y tế⟧ và ⟦Trường Đại học Nông lâm thành phố Hồ Chí Minh: Trường ĐH Nông lâm TP Hồ Chí Minh⟧ nuôi gà Bình Định.",
    "Bầu ⟦Ban Chấp hành: Ban Chấp hành⟧ gồm 33 ủy viên; ⟦Hội đồng nhân dân tỉnh Tân Lâm: HĐND tỉnh Tân Lâm⟧ và bà Lương Đài Trang dự.",
    "VĂN PHÒNG ",
    # committees whose topic is to build or to carry out something, renamed, and who helps them; no place before a congress
    "Đổi tên ⟦Ban Chỉ đạo xây dựng Chính quyền số tỉnh Tân Lâm: Ban Chỉ đạo xây dựng Chính quyền số tỉnh Tân Lâm⟧ thành ⟦Ban Chỉ đạo chuyển đổi số tỉnh Tân Lâm: Ban Chỉ đạo chuyển đổi số tỉnh Tân Lâm⟧.",
    "⟦Tổ công tác giúp việc Ban Chỉ đạo Chuyển đổi số tỉnh Tân Lâm: Tổ công tác giúp việc Ban Chỉ đạo Chuyển đổi số tỉnh Tân Lâm⟧ họp.",
    "⟦Đảng bộ Văn phòng Ủy ban nhân dân tỉnh: Đảng bộ Văn phòng UBND tỉnh⟧ Đại hội lần thứ V; ⟦Ủy ban nhân dân tỉnh: UBND tỉnh⟧ dự.",
    (
        "Có các Sở, ngành: ⟦Sở Y tế tỉnh Tân Lâm: Y tế⟧; ⟦Công an tỉnh Tân Lâm: Công an tỉnh⟧; ⟦Sở Nội vụ tỉnh Tân Lâm: Nội vụ⟧; "
        "⟦Sở Tài chính tỉnh Tân Lâm: Tài chính⟧ của tỉnh Tân Lâm."
    ),
    "⟦Viện Nghiên cứu lúa gạo quốc tế: Viện Nghiên cứu lúa gạo quốc tế⟧ (⟦Viện Nghiên cứu lúa gạo quốc tế: IRRI⟧) đón khách.",
    # the whole name, abbreviated or not, with its place
    "Ngày 12/6/2024, ⟦Bộ Khoa học và Công nghệ: Bộ KH&CN⟧ làm việc với ⟦Ủy ban nhân dân tỉnh Lâm Đồng: UBND tỉnh Lâm Đồng⟧.",
    "⟦Sở Khoa học và Công nghệ thành phố Vĩnh Hà: Sở KHCN TP. Vĩnh Hà⟧ báo cáo ⟦Ủy ban nhân dân thành phố Vĩnh Hà: Uỷ ban nhân dân thành phố⟧.",
    "⟦Ủy ban nhân dân thành phố Hồ Chí Minh: UBND TP.HCM⟧ và ⟦Sở Khoa học và Công nghệ thành phố Hà Nội: Sở KH-CN Hà Nội⟧ cùng ký.",
    "Đồng chí Chủ tịch ⟦Hội đồng nhân dân tỉnh Tân Lâm: HĐND tỉnh Tân Lâm⟧ dự; ⟦Tỉnh ủy Tân Lâm: Tỉnh ủy⟧ giao các sở, ban, ngành thực hiện.",
    (
        "Kế hoạch của ⟦Sở Thông tin và Truyền thông tỉnh Tân Lâm: Sở Thông tin - Truyền thông⟧ được "
        "⟦Ủy ban nhân dân tỉnh Tân Lâm: ủy ban nhân dân tỉnh Tân Lâm⟧ duyệt."
    ),
    (
        "⟦Sở Lao động - Thương binh và Xã hội tỉnh Bắc Kạn: Sở LĐTB&XH tỉnh Bắc Kạn⟧ và "
        "⟦Sở Văn hóa, Thể thao và Du lịch tỉnh Bắc Kạn: Sở VH,TT&DL⟧ phối hợp tổ chức."
    ),
    "⟦Sở Khoa học và Công nghệ tỉnh Tân Lâm: Sở khoa học và Công nghệ tỉnh Tân Lâm⟧ chủ trì.",
    # headings in capitals
    "⟦Ủy ban nhân dân tỉnh Tân Lâm: ỦY BAN NHÂN DÂN TỈNH TÂN LÂM⟧\n⟦Sở Khoa học và Công nghệ tỉnh Tân Lâm: SỞ KHOA HỌC VÀ CÔNG NGHỆ⟧\nSố: 12/BC-SKHCN",
    "KẾT QUẢ XÂY DỰNG TRUNG TÂM LOGISTICS CỦA VÙNG VÀ BÁO CÁO CỦA CÁC SỞ",
    # the head of government stands for it; laws and adjectives do not
    "Theo Quyết định của Thủ tướng ⟦Chính phủ: Chính phủ⟧ và Nghị quyết của ⟦Quốc hội: Quốc hội⟧ khóa XV.",
    "Xây dựng Chính phủ điện tử theo Luật Tổ chức Chính phủ và Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân.",
    # what is no organisation
    "Sở đã giao các Sở, ngành và UBND các huyện, thị xã rà soát; Bộ trưởng nhấn mạnh vai trò của Đảng.",
    "Hội nghị họp tại Trung tâm Hội nghị thành phố; tỉnh Tân Lâm và thành phố Vĩnh Hà ký kết Chương trình ASEAN.",
    "Tổ chức hội thảo về sở hữu trí tuệ; Phòng thí nghiệm được đầu tư; Khoa học là nền tảng; Báo cáo đã gửi.",
    "UBND cấp huyện và ủy ban nhân dân các cấp có trách nhiệm theo dõi Bộ chỉ số này.",
    # a number of an act holds none
    "Quyết định số 15/2024/QĐ-UBND và Kế hoạch số 7-KH/TU, Tờ trình 3/TTr-SKHCN",
    # units and their parents
    (
        "Giao ⟦Phòng Quản lý khoa học, Sở Khoa học và Công nghệ tỉnh Tân Lâm: Phòng Quản lý khoa học⟧, "
        "⟦Sở Khoa học và Công nghệ tỉnh Tân Lâm: Sở KH&CN tỉnh Tân Lâm⟧ theo dõi."
    ),
    "⟦Vụ Pháp chế, Bộ Khoa học và Công nghệ: Vụ Pháp chế⟧ (⟦Bộ Khoa học và Công nghệ: Bộ Khoa học và Công nghệ⟧) thẩm định.",
    "⟦Viện Sử học, Viện Hàn lâm Khoa học xã hội Việt Nam: Viện Sử học⟧ (⟦Viện Hàn lâm Khoa học xã hội Việt Nam: Viện Hàn lâm KHXH Việt Nam⟧) và ⟦Viện Văn học: Viện Văn học⟧ làm việc với ⟦Cục Sở hữu trí tuệ, Bộ Khoa học và Công nghệ: Cục Sở hữu trí tuệ⟧.",
    "Bí thư ⟦Đảng ủy Sở Tài chính tỉnh Tân Lâm: Đảng ủy Sở Tài chính tỉnh Tân Lâm⟧ phát biểu.",
    "Bà Hà, Trưởng phòng Kế hoạch và Chánh Văn phòng ⟦Ủy ban nhân dân tỉnh Tân Lâm: UBND tỉnh Tân Lâm⟧, có mặt.",
    # open names: mixed cases, fields, places
    "⟦Trung tâm Ứng dụng tiến bộ khoa học và công nghệ tỉnh Tân Lâm: Trung tâm Ứng dụng tiến bộ KH&CN tỉnh Tân Lâm⟧ đã tổ chức tập huấn.",
    "⟦Trung tâm hỗ trợ khởi nghiệp đổi mới sáng tạo Tân Lâm: Trung tâm hỗ trợ khởi nghiệp đổi mới sáng tạo Tân Lâm⟧ ra mắt.",
    (
        "⟦Viện Nghiên cứu Hải sản: Viện Nghiên cứu Hải sản⟧, ⟦Trường Đại học Nông Lâm Tân Lâm: Trường ĐH Nông Lâm Tân Lâm⟧ và "
        "⟦Học viện Nông nghiệp Việt Nam: Học viện Nông nghiệp Việt Nam⟧ cùng nghiên cứu."
    ),
    "Giám đốc ⟦Bệnh viện Đa khoa tỉnh Tân Lâm: Bệnh viện Đa khoa tỉnh Tân Lâm⟧ Trần Văn Bình cho biết.",
    (
        "⟦Công ty Cổ phần Công nghệ Minh Quang: Công ty Cổ phần Công nghệ Minh Quang⟧ tặng máy; "
        "⟦Công ty Cổ phần Công nghệ Minh Quang: Công ty CP Công nghệ Minh Quang⟧ bảo hành."
    ),
    "Nhà tài trợ: ⟦Công ty TNHH một thành viên Thực phẩm Bình Nguyên: Công ty TNHH MTV Thực phẩm Bình Nguyên⟧, ⟦Hợp tác xã Rau sạch An Phú: HTX Rau sạch An Phú⟧.",
    "⟦Hiệp hội Doanh nghiệp thành phố Vĩnh Hà: Hiệp hội Doanh nghiệp thành phố Vĩnh Hà⟧ và ⟦Quỹ Phát triển khoa học và công nghệ tỉnh Tân Lâm: Quỹ Phát triển KH&CN tỉnh Tân Lâm⟧.",
    # abroad
    "Đoàn đã thăm ⟦Đại học Kyoto: Đại học Kyoto⟧ (Nhật Bản), ⟦Bộ Giáo dục và Thể thao Lào: Bộ Giáo dục và Thể thao Lào⟧, ⟦University of Oulu: University of Oulu⟧ và ⟦Đại sứ quán Phần Lan: Đại sứ quán Phần Lan⟧.",
    "⟦Cơ quan Hợp tác Quốc tế Nhật Bản: Tổ chức hợp tác quốc tế Nhật Bản⟧ (⟦Cơ quan Hợp tác Quốc tế Nhật Bản: JICA⟧), ⟦Ngân hàng Thế giới: WB⟧ và ⟦Chính phủ Nhật Bản: Chính phủ Nhật Bản⟧ tài trợ.",
    # short forms that the document defines
    (
        "⟦Trung tâm Thiết kế vi mạch Vĩnh Hà: Trung tâm Thiết kế vi mạch Vĩnh Hà⟧ (⟦Trung tâm Thiết kế vi mạch Vĩnh Hà: VDC⟧) mở lớp; "
        "đến nay ⟦Trung tâm Thiết kế vi mạch Vĩnh Hà: VDC⟧ đã đào tạo 40 người."
    ),
    "⟦Viện Hàn lâm Khoa học và Công nghệ Việt Nam: Viện Hàn lâm Khoa học và Công nghệ Việt Nam⟧ cử chuyên gia; ⟦Viện Hàn lâm Khoa học và Công nghệ Việt Nam: Viện Hàn lâm⟧ hỗ trợ thiết bị.",
    # committees
    (
        "Thành lập ⟦Ban Chỉ đạo Chương trình hợp tác khoa học và công nghệ tỉnh Tân Lâm: Ban Chỉ đạo Chương trình hợp tác khoa học và công nghệ tỉnh Tân Lâm⟧ gồm 9 thành viên; "
        "⟦Ban Chỉ đạo Chương trình hợp tác khoa học và công nghệ tỉnh Tân Lâm: Ban Chỉ đạo⟧ họp hằng quý."
    ),
    # a list that tells departments by their fields, and lines broken inside a name
    (
        "Giám đốc các Sở: ⟦Sở Khoa học và Công nghệ tỉnh Tân Lâm: Khoa học và Công nghệ⟧, ⟦Sở Tài chính tỉnh Tân Lâm: Tài chính⟧; "
        "Chủ tịch ⟦Ủy ban nhân dân tỉnh Tân Lâm: UBND tỉnh Tân Lâm⟧ chịu trách nhiệm."
    ),
    "Xét đề nghị của Giám đốc ⟦Sở Kế hoạch và Đầu tư tỉnh Tân Lâm: Sở Kế hoạch\nvà Đầu tư tỉnh Tân Lâm⟧.",
    # companies that hold another's name, and branches
    "⟦Công ty TNHH Phần mềm FPT Software miền Trung: Công ty TNHH Phần mềm FPT Software miền Trung⟧ và ⟦VNPT Lâm Đồng: VNPT Lâm Đồng⟧ tài trợ.",
    "⟦Ban Quản lý Khu Công nghệ cao thành phố Hồ Chí Minh: Ban Quản lý Khu công nghệ cao TPHCM⟧ làm việc với ⟦Intel: Tập đoàn Intel⟧.",
    # the province a document is of: its letterhead, the place it is dated at, a place in small letters
    (
        "⟦Tỉnh ủy Tân Lâm: TỈNH ỦY TÂN LÂM⟧\nTân Lâm, ngày 12 tháng 5 năm 2022\n⟦Công an tỉnh Tân Lâm: Công an tỉnh⟧ và "
        "⟦Mặt trận Tổ quốc Việt Nam tỉnh Tân Lâm: Mặt trận Tổ quốc Việt Nam tỉnh⟧ phối hợp."
    ),
    (
        "⟦Ủy ban nhân dân thành phố Vĩnh Hà: UBND THÀNH PHỐ VĨNH HÀ⟧\n⟦Ủy ban nhân dân thành phố Vĩnh Hà: UBND thành phố Vĩnh hà⟧ giao "
        "⟦Sở Y tế thành phố Vĩnh Hà: Sở Y tế⟧ thực hiện."
    ),
    (
        "⟦Sở Y tế tỉnh Tân Lâm: Sở Y tế tỉnh Tân Lâm⟧ làm việc tại tỉnh Hòa Sơn với ⟦Sở Y tế tỉnh Hòa Sơn: Sở Y tế Hòa Sơn⟧ và "
        "⟦Văn phòng, Sở Y tế tỉnh Hòa Sơn: Văn phòng Sở Y tế Hòa Sơn⟧."
    ),
    # the units of a department, and bodies every province has
    (
        "⟦Sở Khoa học và Công nghệ tỉnh Tân Lâm: Sở KH&CN tỉnh Tân Lâm⟧ giao ⟦Thanh tra, Sở Khoa học và Công nghệ tỉnh Tân Lâm: Thanh tra Sở⟧, "
        "⟦Chi cục Tiêu chuẩn Đo lường Chất lượng tỉnh Tân Lâm: Chi cục Tiêu chuẩn Đo lường Chất lượng⟧ và mời "
        "⟦Chi cục Thú y tỉnh Tân Lâm: Chi cục Thú y⟧, ⟦Trung tâm Y tế huyện Nà Pha: Trung tâm Y tế huyện Nà Pha⟧."
    ),
    (
        "⟦Trung tâm Khởi nghiệp, Sở Khoa học và Công nghệ tỉnh Tân Lâm: Trung tâm Khởi nghiệp⟧ thuộc "
        "⟦Sở Khoa học và Công nghệ tỉnh Tân Lâm: Sở KH&CN tỉnh Tân Lâm⟧; ⟦Trung tâm Khởi nghiệp, Sở Khoa học và Công nghệ tỉnh Tân Lâm: Trung tâm Khởi nghiệp⟧ mở lớp."
    ),
    "Nghị định thư ký với Chính phủ các nước; thành viên ⟦Tổ Thư ký: Tổ Thư ký⟧ 300.000 đồng/phiên.",
    (
        "BÁO CÁO\n1. Tỉnh Hòa Sơn\n⟦Sở Y tế tỉnh Hòa Sơn: Sở Y tế tỉnh Hòa Sơn⟧ ký với ⟦Sở Y tế tỉnh Tân Lâm: Sở Y tế tỉnh Tân Lâm⟧ và "
        "⟦Sở Y tế Bình An: Sở Y tế Bình An⟧ cùng dự.\n2. Thành phố Vĩnh Hà\n⟦Ủy ban nhân dân thành phố Vĩnh Hà: UBND thành phố⟧ giao "
        "⟦Sở Công Thương thành phố Vĩnh Hà: Sở Công Thương⟧ theo dõi."
    ),
    (
        "⟦Trường Đại học Nông Lâm, Đại học Thái Nguyên: Trường Đại học Nông Lâm⟧ - ⟦Đại học Thái Nguyên: Đại học Thái Nguyên⟧ làm việc với "
        "⟦Viện Nghiên cứu Lâm sinh: Viện Nghiên cứu Lâm sinh⟧, ⟦Đảng ủy xã Nà Pha: Đảng ủy xã Nà Pha⟧ và "
        "⟦Phòng Văn hóa - Xã hội xã Nà Pha: Phòng Văn hóa - Xã hội xã Nà Pha⟧."
    ),
    (
        "⟦Trường Đại học Kinh tế: TRƯỜNG ĐẠI HỌC KINH TẾ⟧\nGiao ⟦Khoa Nông học, Trường Đại học Kinh tế: Khoa Nông học⟧; "
        "⟦Trường Đại học Kinh tế: Trường Đại học Kinh tế⟧ cấp vốn."
    ),
    (
        "⟦Ban Kinh tế - Ngân sách, Hội đồng nhân dân tỉnh Tân Lâm: Ban Kinh tế - Ngân sách⟧ ⟦Hội đồng nhân dân tỉnh Tân Lâm: HĐND tỉnh Tân Lâm⟧ mời "
        "⟦Phòng Tài chính - Kế hoạch huyện Nà Pha: Phòng Tài chính - Kế hoạch huyện Nà Pha⟧, ⟦Sở Tài chính tỉnh Tân Lâm: Sở Tài chính⟧ và "
        "⟦Trung tâm Thông tin, Thống kê khoa học và công nghệ, Sở Khoa học và Công nghệ tỉnh Tân Lâm: Trung tâm Thông tin - Thống kê KH&CN⟧."
    ),
    # names the document defines for itself, committees of a province, lists under a body's heading
    (
        "⟦Hội đồng Khoa học và Công nghệ tỉnh Tân Lâm: Hội đồng Khoa học và Công nghệ tỉnh Tân Lâm⟧ (sau đây gọi là "
        "⟦Hội đồng Khoa học và Công nghệ tỉnh Tân Lâm: Hội đồng⟧) gồm 9 người. Chủ tịch ⟦Hội đồng Khoa học và Công nghệ tỉnh Tân Lâm: Hội đồng⟧: "
        "ông An. ⟦Tổ Thư ký Hội đồng Khoa học và Công nghệ tỉnh Tân Lâm: Tổ Thư ký Hội đồng⟧ giúp việc; các Hội đồng quản trị họp riêng."
    ),
    (
        "⟦Công ty TNHH Dược liệu Sao Mai: Công ty TNHH Dược liệu Sao Mai⟧ (gọi tắt là ⟦Công ty TNHH Dược liệu Sao Mai: Công ty Sao Mai⟧) trồng; "
        "⟦Công ty TNHH Dược liệu Sao Mai: Công ty Sao Mai⟧ thu mua."
    ),
    "⟦Ủy ban nhân dân tỉnh Tân Lâm: UBND tỉnh Tân Lâm⟧ lập ⟦Ban Chỉ đạo chuyển đổi số tỉnh Tân Lâm: Ban Chỉ đạo chuyển đổi số tỉnh⟧.",
    (
        "1. ⟦Viện Hàn lâm Khoa học và Công nghệ Việt Nam: Viện Hàn lâm KHCNVN⟧:\n- Ông Lê An, Phó Chủ tịch;\n"
        "- Bà Vũ Hà, Phó Trưởng ban ⟦Ban Kế hoạch - Tài chính, Viện Hàn lâm Khoa học và Công nghệ Việt Nam: Ban Kế hoạch - Tài chính⟧.\n"
        "ĐẠI DIỆN ⟦Viện Hàn lâm Khoa học và Công nghệ Việt Nam: VIỆN HÀN LÂM⟧"
    ),
    (
        "⟦Sở Khoa học và Công nghệ tỉnh Tân Lâm: Sở KH&CN tỉnh Tân Lâm⟧ bố trí vốn; giao "
        "⟦Trung tâm Thiết kế, Sở Khoa học và Công nghệ tỉnh Tân Lâm: Trung tâm Thiết kế⟧ chuẩn bị; "
        "⟦Trường Đại học Công nghệ, Đại học Quốc gia Hà Nội: Trường Đại học Công nghệ⟧ - ⟦Đại học Quốc gia Hà Nội: ĐHQGHN⟧ tham gia."
    ),
    "⟦Bộ Tài chính: BỘ TÀI CHÍNH⟧ - ⟦Bộ Nội vụ: BỘ NỘI VỤ⟧\nKT. BỘ TRƯỞNG ⟦Bộ Nội vụ: BỘ NỘI VỤ⟧",
    # a national body and a province's of one name; boards and units with names of their own; a bare `thuộc Sở`
    (
        "⟦Quỹ Phát triển khoa học và công nghệ Quốc gia: Quỹ Phát triển khoa học và công nghệ quốc gia⟧ tài trợ "
        "⟦Quỹ Phát triển khoa học và công nghệ tỉnh Tân Lâm: Quỹ Phát triển KH&CN tỉnh Tân Lâm⟧."
    ),
    "⟦Ban Quản lý Khu kinh tế Vân Hải: BQL Khu kinh tế Vân Hải⟧, ⟦Hội Đông y tỉnh Tân Lâm: Hội Đông y tỉnh Tân Lâm⟧ và ⟦Hạt Kiểm lâm huyện Nà Pha: Hạt Kiểm lâm huyện Nà Pha⟧ dự.",
    "⟦Bộ Tư lệnh Quân khu 3: Bộ Tư lệnh Quân khu 3⟧, ⟦Lữ đoàn 147: Lữ đoàn 147⟧ và ⟦Trường THPT chuyên Lê Quý: Trường THPT chuyên Lê Quý⟧ tham gia.",
    "⟦Sở Khoa học và Công nghệ tỉnh Tân Lâm: Sở KH&CN tỉnh Tân Lâm⟧ giao ⟦Trung tâm Thông tin, Sở Khoa học và Công nghệ tỉnh Tân Lâm: Trung tâm Thông tin⟧ trực thuộc Sở lập kế hoạch.",
    # a partner as it is written, with its short form; a body by the name it had
    (
        "⟦Viện Nghiên cứu Khoa học và Công nghệ Hàn Quốc: Viện Nghiên cứu Khoa học và Công nghệ Hàn Quốc⟧ "
        "(⟦Viện Nghiên cứu Khoa học và Công nghệ Hàn Quốc: KIST⟧) và ⟦Tổng Lãnh sự quán Hàn Quốc: Tổng Lãnh sự quán Hàn Quốc⟧ dự; "
        "⟦Viện Nghiên cứu Khoa học và Công nghệ Hàn Quốc: KIST⟧ ký kết."
    ),
    "⟦Phòng Thương mại và Công nghiệp Việt Nam: Phòng Thương mại và Công nghiệp Việt Nam⟧ (⟦Phòng Thương mại và Công nghiệp Việt Nam: VCCI⟧) phối hợp với ⟦Viện Fraunhofer: Viện Fraunhofer⟧ (CHLB Đức).",
    # a list whose last body says the place of all; numbered units; short names by their last words; sister offices
    (
        "⟦Tỉnh ủy Tân Lâm: Tỉnh ủy Tân Lâm⟧ làm việc với ⟦Thành ủy Vĩnh Hà: Thành ủy⟧, ⟦Hội đồng nhân dân thành phố Vĩnh Hà: HĐND⟧, "
        "⟦Ủy ban nhân dân thành phố Vĩnh Hà: UBND thành phố Vĩnh Hà⟧."
    ),
    "⟦Phòng Nghiệp vụ 2: Phòng Nghiệp vụ 2⟧; ⟦Bộ Tư lệnh Vùng 3 Hải quân: Bộ Tư lệnh Vùng 3 Hải quân⟧, ⟦Tổng cục Thống kê: Tổng Cục Thống kê⟧ và ⟦Học viện Nông nghiệp Việt Nam: Học viện Nông nghiệp VN⟧.",
    (
        "⟦Công ty Cổ phần Giống Thủy sản Biển Xanh: Cty CP Giống Thủy sản Biển Xanh⟧ ký với ⟦Quỹ Hòa bình và Phát triển Hàn Quốc: Quỹ Hòa bình và Phát triển Hàn Quốc⟧; "
        "đại diện ⟦Công ty Cổ phần Giống Thủy sản Biển Xanh: Cty Biển Xanh⟧ phát biểu."
    ),
    (
        "⟦Văn phòng Chương trình quốc gia: Văn phòng Chương trình quốc gia⟧, "
        "⟦Văn phòng Công nhận Chất lượng, Bộ Khoa học và Công nghệ: Văn phòng Công nhận chất lượng⟧ và Hội đồng KH&CN cấp tỉnh."
    ),
    # committees of a province by their first words, funds by a company's name, a company's small words, a title that follows a place
    (
        "Thành lập ⟦Ban Điều hành hợp tác khoa học và công nghệ tỉnh Tân Lâm: Ban điều hành hợp tác khoa học và công nghệ của tỉnh⟧ gồm 9 người; "
        "⟦Ban Điều hành hợp tác khoa học và công nghệ tỉnh Tân Lâm: Ban điều hành⟧ họp với ⟦Ủy ban nhân dân tỉnh Tân Lâm: UBND tỉnh Tân Lâm⟧."
    ),
    "⟦Quỹ Toyota: Quỹ Toyota⟧, ⟦Công ty Cổ phần Rong biển Hòn Nhạn: Công ty CP Rong biển Hòn Nhạn⟧ và ⟦Incheon Technopark: Incheon Technopark⟧ ký với ⟦Ủy ban nhân dân thành phố Vĩnh Hà: UBND thành phố Vĩnh Hà⟧.",
    "⟦Ủy ban nhân dân thành phố Vĩnh Hà: UBND thành phố Vĩnh Hà⟧ họp; Sở trình ⟦Ủy ban nhân dân thành phố Vĩnh Hà: UBND thành phố⟧ Đề án mới; ⟦Ban Quản lý Khu kinh tế thành phố Vĩnh Hà: BQL Khu kinh tế⟧ góp ý.",
    # who holds the post and no place; bodies of a region; names with `và` and commas; codes; short forms of trades
    (
        "⟦Ủy ban nhân dân tỉnh Tân Lâm: UBND TỈNH TÂN LÂM⟧\nKết luận của Phó Chủ tịch ⟦Ủy ban nhân dân tỉnh Tân Lâm: UBND tỉnh⟧ Lê An; "
        "⟦Công an tỉnh Tân Lâm: Công an tỉnh⟧ phối hợp với ⟦Kiểm toán Nhà nước khu vực VI: Kiểm toán nhà nước khu vực VI⟧ và ⟦Kho bạc Nhà nước khu vực III: Kho bạc Nhà nước khu vực III⟧."
    ),
    "⟦Trung tâm Nghiên cứu, Ứng dụng và Dịch vụ khoa học, công nghệ tỉnh Tân Lâm: Trung tâm Nghiên cứu, Ứng dụng và Dịch vụ khoa học, công nghệ tỉnh Tân Lâm⟧ và ⟦Trung tâm Công nghệ thông tin và Truyền thông: Trung tâm Công nghệ thông tin và Truyền thông⟧.",
    "⟦Ban Chủ nhiệm Chương trình KC.09/16-20: Ban Chủ nhiệm Chương trình KC.09/16-20⟧ mời ⟦Công ty TNHH Sản xuất và Thương mại Hoa Sen: Công ty TNHH SX & TM Hoa Sen⟧; Sở Công Thương hai tỉnh cùng dự.",
    # the document's own table of short forms
    (
        "DANH MỤC CHỮ VIẾT TẮT\n⟦Trung tâm Ứng dụng Vĩnh Hà: TTƯD⟧\t⟦Trung tâm Ứng dụng Vĩnh Hà: Trung tâm Ứng dụng Vĩnh Hà⟧\nCGCN: Chuyển giao công nghệ\n\n"
        "⟦Trung tâm Ứng dụng Vĩnh Hà: TTƯD⟧ phối hợp với ⟦Trung tâm Chuyển giao công nghệ Tân Lâm: Trung tâm CGCN Tân Lâm⟧; CGCN là việc chính."
    ),
    # units in brackets after their ministry, a person's name after a school's, associations of other countries
    (
        "⟦Bộ Y tế: Bộ Y tế⟧ (⟦Vụ Kế hoạch - Tài chính, Bộ Y tế: Vụ Kế hoạch - Tài chính⟧, ⟦Cục Quản lý Dược, Bộ Y tế: Cục Quản lý Dược⟧) và "
        "⟦Hiệp hội Doanh nghiệp Hàn Quốc: Hiệp hội Doanh nghiệp Hàn Quốc⟧ dự; Hiệu trưởng ⟦Trường Đại học Bạch Mai: Trường Đại học Bạch Mai⟧ Đào Xuân Anh phát biểu."
    ),
    "⟦Văn phòng, Viện Hàn lâm Khoa học và Công nghệ Việt Nam: Văn phòng Viện Hàn lâm⟧ và ⟦Viện Hàn lâm Khoa học và Công nghệ Việt Nam: Viện Hàn lâm KHCN Việt Nam⟧ làm việc với ⟦Xí nghiệp Chế biến Thủy sản 2: Xí nghiệp Chế biến Thủy sản 2⟧.",
    "⟦Trung tâm Khuyến nông Quốc gia: Trung tâm Khuyến nông Quốc gia⟧ và ⟦Trung tâm Khuyến nông tỉnh Tân Lâm: Trung tâm Khuyến nông tỉnh Tân Lâm⟧ làm việc với ⟦Bệnh viện Quân y 103: Bệnh viện Quân y 103⟧.",
    # an article that says its province's name alone; a commune's bodies; a district named without a body beside it
    (
        "Giám đốc ⟦Sở Khoa học và Công nghệ tỉnh Vân Sơn: Sở KH&CN Vân Sơn⟧ cho biết ⟦Ủy ban nhân dân tỉnh Vân Sơn: UBND tỉnh⟧ và ⟦Sở Tài chính tỉnh Vân Sơn: Sở Tài chính⟧ "
        "đã cấp vốn. Ở huyện Mường Khoa, ⟦Ủy ban nhân dân huyện Mường Khoa: UBND huyện⟧ hỗ trợ giống."
    ),
    "⟦Đảng ủy xã Nà Pha: ĐẢNG ỦY XÃ NÀ PHA⟧\n⟦Công an xã Nà Pha: Công an xã⟧, ⟦Ban Chỉ huy Quân sự xã Nà Pha: Ban Chỉ huy Quân sự xã⟧, ⟦Trạm Y tế xã Nà Pha: Trạm Y tế xã⟧, ⟦Phòng Kinh tế: Phòng Kinh tế⟧, ⟦Trung tâm Phục vụ hành chính công xã Nà Pha: Trung tâm Phục vụ hành chính công xã⟧ phối hợp.",
    (
        "⟦Bộ Giáo dục và Đào tạo: BỘ GIÁO DỤC VÀ ĐÀO TẠO⟧\n⟦Trường Đại học Tân Lâm: TRƯỜNG ĐẠI HỌC TÂN LÂM⟧\nSố: 12/BC-ĐHTL\n\n"
        "⟦Phòng Hợp tác quốc tế, Trường Đại học Tân Lâm: Phòng Hợp tác quốc tế⟧ phối hợp với ⟦Khoa Nông học, Trường Đại học Tân Lâm: Khoa Nông học⟧, "
        "⟦Viện Công nghệ sinh học: Viện Công nghệ sinh học⟧; ⟦Trường Đại học Tân Lâm: Trường Đại học Tân Lâm⟧ cấp vốn."
    ),
    # the letterhead's own departments beside another province's; a place before a person's name
    (
        "⟦Sở Khoa học và Công nghệ tỉnh Tân Lâm: SỞ KHOA HỌC VÀ CÔNG NGHỆ TỈNH TÂN LÂM⟧\nTheo thỏa thuận với ⟦Ủy ban nhân dân thành phố Vĩnh Hà: UBND thành phố Vĩnh Hà⟧, "
        "⟦Sở Y tế tỉnh Tân Lâm: Sở Y tế⟧ tiếp chuyên gia của ⟦Sở Y tế thành phố Vĩnh Hà: Sở Y tế Vĩnh Hà⟧; ⟦Ủy ban nhân dân thành phố Vĩnh Hà: UBND thành phố⟧ dự."
    ),
    "Phó Giám đốc ⟦Sở Y tế tỉnh Hà Sơn: Sở Y tế tỉnh Hà Sơn⟧ Lê Thị Hoa phát biểu.",
    # a bulletin that turns from province to province
    (
        "Tân Lâm: Tập huấn\nSáng nay, ⟦Sở Khoa học và Công nghệ tỉnh Tân Lâm: Sở KH&CN⟧ mở lớp; ⟦Ủy ban nhân dân tỉnh Tân Lâm: UBND tỉnh⟧ dự.\n"
        "Lâm Đồng: Nghiệm thu\n⟦Sở Khoa học và Công nghệ tỉnh Lâm Đồng: Sở KH&CN⟧ nghiệm thu đề tài.\n"
    ),
    # slips of the keyboard
    (
        "⟦Sở Khoa học và Công nghệ tỉnh Tân Lâm: Sở  Khoa học và Công nghê tỉnh Tân Lâm⟧, ⟦Ủy ban nhân dân tỉnh Tân Lâm: Ủỷ ban nhân đân tỉnh⟧, "
        "⟦Viện Hàn lâm Khoa học và Công nghệ Việt Nam: Viện hàn lâm Khoa học và Công nghệ Việt nam⟧ và ⟦Đại học Y Harvard: Đại học Y Havard⟧."
    ),
    # places that begin with a country's name; bodies of a district whose paper it is; a list that goes on after `UBND tỉnh`
    (
        "⟦Ủy ban nhân dân huyện Đức Sơn: UỶ BAN NHÂN DÂN HUYỆN ĐỨC SƠN⟧\n⟦Phòng Nội vụ huyện Đức Sơn: Phòng Nội vụ⟧ báo cáo ⟦Ủy ban nhân dân huyện Đức Sơn: UBND huyện⟧, "
        "⟦Huyện ủy Đức Sơn: Huyện ủy⟧, ⟦Hội Nông dân huyện Đức Sơn: Hội Nông dân huyện⟧, ⟦Huyện đoàn Đức Sơn: Huyện đoàn⟧ và ⟦Sở Nội vụ tỉnh Mỹ Lâm: Sở Nội vụ tỉnh Mỹ Lâm⟧."
    ),
    # fields that go on after one department, with no colon, short, and of ministries
    (
        "⟦Ủy ban nhân dân tỉnh Tân Lâm: UBND tỉnh Tân Lâm⟧ giao ⟦Sở Tài chính tỉnh Tân Lâm: Sở Tài chính⟧, ⟦Sở Kế hoạch và Đầu tư tỉnh Tân Lâm: Kế hoạch và Đầu tư⟧ "
        "và ⟦Sở Nội vụ tỉnh Tân Lâm: Nội vụ⟧; các sở ⟦Sở Y tế tỉnh Tân Lâm: Y tế⟧, ⟦Sở Nông nghiệp và Môi trường tỉnh Tân Lâm: NN&MT⟧ phối hợp."
    ),
    "Lãnh đạo các Bộ: ⟦Bộ Giáo dục và Đào tạo: Giáo dục và Đào tạo⟧, ⟦Bộ Công Thương: Công Thương⟧ dự; các Sở Y tế gửi báo cáo; cơ sở Y tế được kiểm tra.",
    # a national body's name that is a province's where the province stands beside it; departments of former times
    (
        "⟦Ủy ban nhân dân tỉnh Tân Lâm: Ủy ban nhân dân tỉnh Tân Lâm⟧ mời ⟦Kho bạc Nhà nước tỉnh Tân Lâm: Kho bạc Nhà nước Tân Lâm⟧, "
        "⟦Ty Thủy lợi tỉnh Tân Lâm: Ty Thủy lợi⟧ và ⟦Sở Lương thực tỉnh Tân Lâm: Sở Lương thực⟧; hiện vật bày tại Bảo tàng tỉnh."
    ),
    # the organs of a party committee by their first words; one university under two names
    (
        "⟦Ban Thường vụ Thành ủy Vĩnh Hà: Ban Thường vụ Thành ủy Vĩnh Hà⟧ họp; ⟦Ban Thường vụ Thành ủy Vĩnh Hà: Ban Thường vụ⟧ giao "
        "⟦Ban Tuyên giáo Thành ủy Vĩnh Hà: Ban Tuyên giáo⟧ làm việc với ⟦Trường Đại học Hải Vân: Trường Đại học Hải Vân⟧; ⟦Trường Đại học Hải Vân: Đại học Hải Vân⟧ đồng ý."
    ),
    # units of a side of an agreement, of a delegation, of the school whose page it is
    (
        "BÊN A: ⟦Sở Khoa học và Công nghệ tỉnh Tân Lâm: SỞ KHOA HỌC VÀ CÔNG NGHỆ TỈNH TÂN LÂM⟧\nBÊN B: ⟦Viện Ứng dụng Công nghệ: VIỆN ỨNG DỤNG CÔNG NGHỆ⟧\n"
        "Bên B cử ⟦Phòng Kế hoạch, Viện Ứng dụng Công nghệ: Phòng Kế hoạch⟧ làm đầu mối."
    ),
    (
        "⟦Trường Đại học Hải Vân: Trường Đại học Hải Vân⟧ ký kết\n⟦Trường Đại học Hải Vân: Trường Đại học Hải Vân⟧ tiếp ⟦Sở Y tế tỉnh Tân Lâm: Sở Y tế tỉnh Tân Lâm⟧. Dự lễ có "
        "⟦Phòng Hợp tác quốc tế, Trường Đại học Hải Vân: Phòng Hợp tác quốc tế⟧. Về phía ⟦Sở Y tế tỉnh Tân Lâm: Sở Y tế⟧ có ⟦Phòng Nghiệp vụ Y, Sở Y tế tỉnh Tân Lâm: Phòng Nghiệp vụ Y⟧."
    ),
    "⟦Trường Đại học Nông Lâm, Đại học Huế: Trường Đại học Nông Lâm⟧, ⟦Đại học Huế: Đại học Huế⟧ thăm ⟦Tổ hợp tác nuôi tôm Cát Sơn: Tổ hợp tác nuôi tôm Cát Sơn⟧ do ⟦Tổ chức Oxfam: Tổ chức Oxfam⟧ hỗ trợ.",
    # a word of a trade that is no commune
    "Ở xã Nà Pha, ⟦Hợp tác xã Nông nghiệp Đại Phong: Hợp tác xã Nông nghiệp Đại Phong⟧ họp với ⟦Ủy ban nhân dân xã Nà Pha: UBND xã⟧; ⟦Viện Khoa học vật liệu ứng dụng: Viện Khoa học Vật liệu ứng dụng⟧ giúp đỡ.",
    # a name and its short form in brackets or in the document's table, which keeps the name's first word; the parent told after it
    (
        "⟦Viện Công nghệ môi trường, Viện Khoa học và Công nghệ Việt Nam: Viện Công nghệ môi trường⟧ (⟦Viện Công nghệ môi trường, Viện Khoa học và Công nghệ Việt Nam: Viện CNMT⟧) thuộc "
        "⟦Viện Khoa học và Công nghệ Việt Nam: Viện Khoa học và Công nghệ Việt Nam⟧ lắp đặt; ⟦Viện Công nghệ môi trường, Viện Khoa học và Công nghệ Việt Nam: Viện CNMT⟧ bàn giao."
    ),
    (
        "⟦Hợp tác xã Chè Phú Lương: Hợp tác xã Chè Phú Lương⟧ mời ⟦Trung tâm Dạy nghề Nà Pha: Trung tâm DNNP⟧.\n\nBẢNG CHỮ VIẾT TẮT\n"
        "⟦Trung tâm Dạy nghề Nà Pha: Trung tâm DNNP⟧: ⟦Trung tâm Dạy nghề Nà Pha: Trung tâm Dạy nghề Nà Pha⟧\n"
    ),
    # a letterhead that says its place alone; centres and divisions of science; a station with the word for its place's kind
    (
        "⟦Sở Khoa học và Công nghệ tỉnh Thanh Xuyên: SỞ KHOA HỌC VÀ CÔNG NGHỆ THANH XUYÊN⟧\nSố: 5/BC-SKHCN\n⟦Ủy ban nhân dân tỉnh Thanh Xuyên: UBND tỉnh⟧ giao "
        "⟦Trung tâm Tin học và Thông tin Khoa học và Công nghệ, Sở Khoa học và Công nghệ tỉnh Thanh Xuyên: Trung tâm Tin học và Thông tin KH&CN⟧ và mời "
        "⟦Đài Phát thanh và Truyền hình tỉnh Thanh Xuyên: Đài PT-TH tỉnh⟧."
    ),
    (
        "⟦Sở Tài chính tỉnh Tân Lâm: SỞ TÀI CHÍNH TỈNH TÂN LÂM⟧\n⟦Phòng Hành chính sự nghiệp, Sở Tài chính tỉnh Tân Lâm: Phòng HCSN⟧ làm việc với "
        "⟦Sở Khoa học và Công nghệ tỉnh Tân Lâm: Sở KH&CN⟧; ⟦Phòng Quản lý khoa học, Sở Khoa học và Công nghệ tỉnh Tân Lâm: Phòng Quản lý khoa học⟧ giải trình."
    ),
    # a committee of a programme by the programme's title, and the centre of a foreign institute
    (
        "⟦Ủy ban nhân dân tỉnh Tân Lâm: UBND TỈNH TÂN LÂM⟧\nChương trình phối hợp hoạt động khoa học và công nghệ giai đoạn 2006-2010 do "
        "⟦Ban Chỉ đạo Chương trình phối hợp hoạt động khoa học và công nghệ tỉnh Tân Lâm: Ban Chỉ đạo Chương trình⟧ đã điều hành."
    ),
    "Giám đốc ⟦Trung tâm Gangneung, Viện Khoa học và Công nghệ Hàn Quốc: Trung tâm Gangneung⟧, ⟦Viện Khoa học và Công nghệ Hàn Quốc: KIST⟧ gặp ⟦BK Holdings: BK Holdings⟧ và ⟦Trường Cao đẳng nghề Tân Lâm: Trường Cao đẳng nghề Tân Lâm⟧.",
    # a company's name that looks like a school's or a person's
    "Giám đốc ⟦Công ty Trường Hải: Công ty Trường Hải⟧ và Giám đốc ⟦Công ty cổ phần Phương Đông: Công ty cổ phần Phương Đông⟧ gặp công ty, ⟦Trường Đại học Vinh: Trường Đại học Vinh⟧.",
    # bodies of the past
    "Nghị định của ⟦Hội đồng Bộ trưởng: Hội đồng Bộ trưởng⟧ giao ⟦Ủy ban Khoa học và Kỹ thuật Nhà nước: Uỷ ban Khoa học và Kỹ thuật Nhà nước⟧ hướng dẫn.",
    "THÔNG TIN NỘI BỘ\nCơ quan của ⟦Tỉnh ủy Trung Vĩnh: TỈNH ỦY TRUNG VĨNH⟧\n\nTIN TRONG TỈNH\n⟦Sở Khoa học và Công nghệ tỉnh Trung Vĩnh: Sở KHCN⟧ họp với ⟦Viện Nghiên cứu Hải sản: Viện NC Hải sản⟧ tại Đà Nẵng.",
    # a verb with what it makes or holds is no part of the name before it
    "⟦Ban Tư vấn và Phản biện: Ban Tư vấn và Phản biện⟧ xây dựng quy chế mới; Phòng họp của Trường tổ chức Hội thi Sáng tạo.",
    # a body known by its whole name says nothing of where others are
    "⟦Ủy ban nhân dân thành phố: UBND thành phố⟧ làm việc với ⟦Đại học Quốc gia Hà Nội: Đại học Quốc gia Hà Nội⟧.",
    # A body as the letterhead writes it; a branch with the kind of its province; a committee's title up to its verb; a place named Trường
    "⟦Viện Nghiên cứu Thủy sản nội địa: VIỆN NGHIÊN CỨU THỦY SẢN NỘI ĐỊA⟧\nSố: 412/BC-TSNĐ\nThỏa thuận giữa ⟦Viện Nghiên cứu Thủy sản nội địa: Viện Nghiên cứu Thủy sản nội địa⟧ và ⟦Ủy ban nhân dân tỉnh An Biên: UBND tỉnh An Biên⟧; số liệu gửi ⟦Chi cục Thủy sản tỉnh An Biên: Chi cục Thủy sản An Biên⟧.",
    "Thành lập ⟦Tổ công tác thực hiện Kế hoạch: Tổ công tác thực hiện Kế hoạch⟧ do ông Tạ Hoàng làm Tổ trưởng; đoàn ra thăm Trường Sa.",
    # only provinces and cities of that rank have departments: the one city a text names is theirs
    "Thành phố Vĩnh Hà đổi mới. ⟦Sở Khoa học và Công nghệ thành phố Vĩnh Hà: Sở Khoa học và Công nghệ⟧ làm đầu mối.",
    # a side of an agreement in capitals behind its letter, and its units; an office in the letterhead under its ministry
    (
        "BÊN A: ⟦Viện Nghiên cứu Chè Sông Vân: VIỆN NGHIÊN CỨU CHÈ SÔNG VÂN⟧\nBÊN B: ⟦Hợp tác xã Chè Mai Hương: HỢP TÁC XÃ CHÈ MAI HƯƠNG⟧\n⟦Viện Nghiên cứu Chè Sông Vân: Viện Nghiên cứu Chè Sông Vân⟧ và "
        "⟦Hợp tác xã Chè Mai Hương: Hợp tác xã Chè Mai Hương⟧ ký. Bên B cử tổ trưởng, Bên A cử ⟦Phòng Kinh doanh, Viện Nghiên cứu Chè Sông Vân: Phòng Kinh doanh⟧."
    ),
    (
        "⟦Bộ Công Thương: BỘ CÔNG THƯƠNG⟧\n⟦Cục Công nghiệp địa phương, Bộ Công Thương: CỤC CÔNG NGHIỆP ĐỊA PHƯƠNG⟧\nSố: 18/CNĐP\nĐể bảo đảm tiến độ, "
        "⟦Cục Công nghiệp địa phương, Bộ Công Thương: Cục Công nghiệp địa phương⟧ đề nghị các đơn vị báo cáo."
    ),
    # a name that goes on in the letterhead's next line, a short form with spaces round its sign
    (
        "⟦Sở Khoa học và Công nghệ tỉnh Tân Lâm: SỞ KHOA HỌC VÀ CÔNG NGHỆ TỈNH TÂN LÂM⟧\n⟦Trung tâm Ứng dụng tiến bộ khoa học và công nghệ, Sở Khoa học và Công nghệ tỉnh Tân Lâm: TRUNG TÂM ỨNG DỤNG\n"
        "TIẾN BỘ KHOA HỌC VÀ CÔNG NGHỆ⟧\nSố: 12/BC-TT\nGiám đốc ⟦Sở Khoa học, Công nghệ và Môi trường tỉnh Tân Lâm: Sở KHCN & MT⟧ dự."
    ),
    # a town of a province: its own offices are the town's, departments the province's; an institute's own centre
    (
        "⟦Ủy ban nhân dân thành phố Lâm Giang: ỦY BAN NHÂN DÂN\nTHÀNH PHỐ LÂM GIANG⟧\nSố: 5/UBND\nTheo công văn của ⟦Ủy ban nhân dân tỉnh Tân Lâm: UBND tỉnh Tân Lâm⟧, "
        "⟦Phòng Quản lý đô thị thành phố Lâm Giang: Phòng QLĐT⟧ gửi ⟦Sở Xây dựng tỉnh Tân Lâm: Sở Xây dựng⟧; đề nghị ⟦Ủy ban nhân dân tỉnh Tân Lâm: UBND tỉnh⟧ cấp vốn."
    ),
    (
        "⟦Viện Nghiên cứu Chè Sông Vân: VIỆN NGHIÊN CỨU CHÈ SÔNG VÂN⟧\nSố: 5/BC-VC\n"
        "⟦Trung tâm Giống cây trồng, Viện Nghiên cứu Chè Sông Vân: Trung tâm Giống cây trồng⟧ đã nhân giống cho ⟦Viện Nghiên cứu Chè Sông Vân: Viện Nghiên cứu Chè Sông Vân⟧; ⟦Trung tâm Đổi mới sáng tạo Quốc gia: Trung tâm Đổi mới sáng tạo Quốc gia⟧ hỗ trợ."
    ),
    # a company's name ends before the verb that asks another body; the dateline in brackets; a centre many bodies have one of
    "⟦Công ty TNHH Giấy Kim Bình: Công ty TNHH Giấy Kim Bình⟧ kiến nghị ⟦Sở Khoa học và Công nghệ: Sở Khoa học và Công nghệ⟧ hướng dẫn.",
    "BÀI PHÁT BIỂU\n(Vĩnh Hà, ngày 12 tháng 12 năm 2019)\n\n⟦Ủy ban nhân dân thành phố Vĩnh Hà: UBND thành phố⟧ cảm ơn. Cuộc họp tới ở Hà Nội.",
    (
        "⟦Ủy ban nhân dân tỉnh Tân Lâm: UBND TỈNH TÂN LÂM⟧\n⟦Sở Giao thông vận tải tỉnh Tân Lâm: SỞ GIAO THÔNG VẬN TẢI⟧\nSố: 5/KH\n"
        "Giao ⟦Trung tâm Công nghệ thông tin, Sở Giao thông vận tải tỉnh Tân Lâm: Trung tâm Công nghệ thông tin⟧ và ⟦Phòng Quản lý kết cấu hạ tầng, Sở Giao thông vận tải tỉnh Tân Lâm: Phòng Quản lý kết cấu hạ tầng⟧."
    ),
    # the office that issues a paper for the committee above it
    "⟦Ủy ban nhân dân tỉnh Tân Lâm: ỦY BAN NHÂN DÂN TỈNH TÂN LÂM⟧\n⟦Văn phòng Ủy ban nhân dân tỉnh Tân Lâm: VĂN PHÒNG⟧\nSố: 12/TB-VP\nTHÔNG BÁO",
    # whose newspaper it is; the place a text keeps telling; a newspaper of all the country
    "BÁO TÂN LÂM - SỐ RA NGÀY 3/10\n⟦Hội Nông dân tỉnh Tân Lâm: Hội Nông dân tỉnh⟧ và ⟦Trường Đại học Nông Lâm Bắc Giang: Trường Đại học Nông Lâm Bắc Giang⟧ ký kết; ⟦Ủy ban nhân dân tỉnh Tân Lâm: UBND tỉnh⟧ chứng kiến.",
    "Dấu ấn Vĩnh Hà\n⟦Trường Đại học Vĩnh Hà: Trường Đại học Vĩnh Hà⟧ đổi mới. ⟦Sở Khoa học và Công nghệ thành phố Vĩnh Hà: Sở KH&CN⟧ trình ⟦Hội đồng nhân dân thành phố Vĩnh Hà: HĐND thành phố⟧; Vĩnh Hà xếp thứ tư.",
    # a ministry's name in other cases; companies that end in an English word, are known by their letters; the office of old times
    (
        "⟦Bộ Nông nghiệp và Phát triển nông thôn: Bộ Nông nghiệp và Phát triển Nông thôn⟧ và ⟦Tập đoàn M&H Group: Tập đoàn M&H Group⟧ ký với "
        "⟦CTCP Lọc hóa dầu Bình Lâm: CTCP Lọc hóa dầu Bình Lâm⟧; Chủ nhiệm ⟦Văn phòng Nông lâm, Phủ Thủ tướng: Văn phòng Nông lâm⟧ ⟦Phủ Thủ tướng: Thủ tướng phủ⟧ dự."
    ),
    # a committee against what a virus causes; where its name ends before what it also has; a heading that runs into the text
    "⟦Ban Chỉ đạo Phòng, chống dịch bệnh do chủng mới của vi rút: Ban Chỉ đạo Phòng, chống dịch bệnh do chủng mới của vi rút⟧ họp.",
    "⟦Ban Chỉ đạo cấp tỉnh: Ban Chỉ đạo cấp tỉnh⟧ còn có 25 ủy viên của ⟦Ủy ban nhân dân tỉnh: UBND tỉnh⟧.",
    "Bí thư làm Trưởng ⟦Ban Chỉ đạo chuyển đổi số tỉnh: Ban Chỉ đạo chuyển đổi số tỉnh⟧. ⟦Hội đồng nhân dân tỉnh: HĐND tỉnh⟧ ⟦Ban Thường vụ Tỉnh ủy: Ban Thường vụ Tỉnh ủy⟧ họp.",
    "⟦Báo nhân dân: BÁO NHÂN DÂN⟧\n⟦Ủy ban nhân dân tỉnh: UBND tỉnh⟧ họp.",
)
