"""Cases of agreements told in other words than `A và B ký …`. Texts, and the agreements they tell of."""

from collections.abc import Mapping
from typing import Any

TOLD_CASES: tuple[tuple[str, tuple[Mapping[str, Any], ...]], ...] = (
    (  # the two named together just before sign, not whose paper it is
        "SỞ Y TẾ TỈNH TÂN LÂM\nBẢN TIN\n\nNgày 12/3/2019, Trường Đại học Nha Trang và Đại học Kyoto (Nhật Bản) tổ chức Hội thảo nuôi cá ngừ. Hai trường đã ký Biên bản ghi nhớ về trao đổi học giả giai đoạn 2019 - 2023.",
        ({"parties": ["Trường Đại học Nha Trang", "Đại học Kyoto"]},),
    ),
    (  # to be signed by both that met, in a month without its year
        "Ngày 25/8/2014, Trường Đại học Cần Thơ đã có buổi làm việc với lãnh đạo Ủy ban nhân dân huyện Phú Lộc. Hai bên thống nhất sẽ ký biên bản ghi nhớ trong tháng 9. Hai bên sẽ ký biên bản khi cần.",
        (
            {
                "title": "Biên bản ghi nhớ",
                "parties": ["Trường Đại học Cần Thơ", "Ủy ban nhân dân huyện Phú Lộc"],
                "status": "planned",
            },
        ),
    ),
    (  # what a contract is for belongs to its title; an agreement reached; forms of other names
        (
            "Ngày 12/4/2016, đến lượt Sở Nông nghiệp tỉnh Tân Lâm với Viện Nghiên cứu Rau quả ký hợp đồng chuyển giao giống nhãn chín muộn, trị giá 900 triệu đồng. "
            "Cuối năm, Trường Đại học Tân Lâm và Công ty Cổ phần Phân bón Hồng Hà đã đạt được thỏa thuận hợp tác nghiên cứu phân bón nhả chậm."
        ),
        (
            {
                "title": "Hợp đồng chuyển giao giống nhãn chín muộn giữa Sở Nông nghiệp tỉnh Tân Lâm và Viện Nghiên cứu Rau quả",
                "parties": ["Sở Nông nghiệp tỉnh Tân Lâm", "Viện Nghiên cứu Rau quả"],
                "signed": "2016-04-12",
            },
            {"parties": ["Trường Đại học Tân Lâm", "Công ty Cổ phần Phân bón Hồng Hà"], "status": "signed"},
        ),
    ),
    (
        "Ba bên gồm Sở Công Thương tỉnh Tân Lâm, Trường Cao đẳng Nghề Vĩnh Hà và Công ty TNHH Điện tử Sao Mai cùng đặt bút ký bản cam kết liên kết đào tạo ngày 3/9/2014.",
        (
            {
                "parties": ["Sở Công Thương tỉnh Tân Lâm", "Trường Cao đẳng Nghề Vĩnh Hà", "Công ty TNHH Điện tử Sao Mai"],
                "signed": "2014-09-03",
                "form": "cam kết liên kết",
            },
        ),
    ),
    (  # one who signs with the help of another; a paper that `A mà B` signed; the sides named behind a colon
        (
            "Liên minh Hợp tác xã tỉnh Tân Lâm phối hợp với Trường Cao đẳng Kinh tế Vĩnh Hà ký kết chương trình liên kết đào tạo giám đốc hợp tác xã.\n"
            "Mọi việc bắt đầu từ bản thỏa thuận hợp tác về giống cây mà Viện Cây ăn quả và UBND huyện Sơn Đông đặt bút ký hôm 24/9/2014.\n"
            "Hai trường đã ký kết biên bản ghi nhớ về trao đổi sinh viên: Trường Đại học Vĩnh Hà và Trường Đại học Chiang Mai."
        ),
        (
            {"parties": ["Liên minh Hợp tác xã tỉnh Tân Lâm", "Trường Cao đẳng Kinh tế Vĩnh Hà"]},
            {"parties": ["Viện Cây ăn quả", "Ủy ban nhân dân huyện Sơn Đông"], "signed": "2014-09-24"},
            {
                "parties": ["Trường Đại học Vĩnh Hà", "Trường Đại học Chiang Mai"],
                "title": "Biên bản ghi nhớ về trao đổi sinh viên",
            },
        ),
    ),
    (  # by or under a paper: who does what its sentence says; a commitment signed with another
        (
            "Trường Đại học Tân Lâm tiếp nhận máy chủ của Tập đoàn Viettel theo Thỏa thuận hợp tác ký ngày 8/8/2023.\n"
            "Sở Du lịch thành phố Vĩnh Hà tiếp tục thi hành bản cam kết hợp tác đã ký với Viện Nghiên cứu Phát triển Du lịch ngày 18-12-2002 về đào tạo hướng dẫn viên."
        ),
        (
            {"parties": ["Trường Đại học Tân Lâm", "Tập đoàn Công nghiệp - Viễn thông Quân đội"], "signed": "2023-08-08"},
            {
                "parties": ["Sở Du lịch thành phố Vĩnh Hà", "Viện Nghiên cứu Phát triển Du lịch"],
                "signed": "2002-12-18",
            },
        ),
    ),
    (  # items that open with the paper, their other side being the author or who signed them all; `hai trường` by the letterhead
        (
            "BỘ CÔNG THƯƠNG\nVIỆN NGHIÊN CỨU CƠ KHÍ\nSố: 12/BC-VCK\nHà Nội, ngày 20 tháng 12 năm 2012\nBÁO CÁO\nKết quả hợp tác năm 2012\n\n"
            "Viện Nghiên cứu Cơ khí đã ký 3 văn bản, nổi bật là:\n- Bản ghi nhớ với Viện Công nghệ Châu Á về đào tạo sau đại học (năm 2008);\n"
            "- Chương trình hợp tác với Đại học Tân Lâm đã dự thảo nhưng chưa ký được.\n"
            "Trường Đại học Chungnam là đối tác; hai bên đã ký thỏa thuận tại Daejeon ngày 20/5/2012."
        ),
        (
            {"title": "Bản ghi nhớ với Viện Công nghệ Châu Á về đào tạo sau đại học", "status": None},
            {"title": "Chương trình hợp tác với Đại học Tân Lâm", "status": "planned"},
            {"signed": "2012-05-20"},
        ),
    ),
    (  # a term behind each partner: as many agreements; what is agreed with another and still to be signed
        (
            "UBND tỉnh Tân Lâm đã ký Thỏa thuận hợp tác với Đại học Quốc gia Hà Nội (giai đoạn 2012-2015), Viện Dược liệu (giai đoạn 2013-2017).\n"
            "UBND huyện Sơn Đông đã thống nhất với Viện Nghiên cứu Rau quả về chương trình hợp tác trồng na dai, dự kiến ký vào tháng 6/2019."
        ),
        (
            {"parties": ["Ủy ban nhân dân tỉnh Tân Lâm", "Đại học Quốc gia Hà Nội"], "period": {"from": "2012", "to": "2015"}},
            {"parties": ["Ủy ban nhân dân tỉnh Tân Lâm", "Viện Dược liệu"], "period": {"from": "2013", "to": "2017"}},
            {"parties": ["Ủy ban nhân dân huyện Sơn Đông", "Viện Nghiên cứu Rau quả"], "status": "planned"},
        ),
    ),
    (  # the day alone is told of the paper named before
        "UBND tỉnh Tân Lâm báo cáo kết quả thực hiện Thỏa thuận hợp tác 2001-2005 với Viện Chè. Thỏa thuận nói trên các bên ký ngày 26/4/2001.",
        ({"title": "Thỏa thuận hợp tác 2001-2005 với Viện Chè", "signed": "2001-04-26"},),
    ),
    (  # a number with its day is the day of signing; a year alone; countries as sides; papers of former times
        (
            "Bộ Y tế và Bộ Xây dựng đã ký Nghị quyết liên tịch số 02/NQLT ngày 14/5/2004 về phối hợp hoạt động khoa học.\n"
            "Trạm Khuyến nông Kim Bình hợp tác với Viện Di truyền Nông nghiệp theo hợp đồng ký năm 2011 về nhân giống chuối.\n"
            "Hiệp định hợp tác khoa học kỹ thuật giữa Việt Nam và Liên Xô được ký ngày 7/3/1959.\n"
            "Năm 1996, Sở Công nghiệp tỉnh Tân Lâm ký giao kèo với Trường Đại học Thủy lợi về chế tạo máy thái sắn."
        ),
        (
            {
                "title": "Nghị quyết liên tịch số 02/NQLT ngày 14/5/2004 về phối hợp hoạt động khoa học giữa Bộ Y tế và Bộ Xây dựng",
                "signed": "2004-05-14",
            },
            {"parties": ["Trạm Khuyến nông Kim Bình", "Viện Di truyền Nông nghiệp"], "signed": "2011"},
            {"parties": ["Việt Nam", "Liên Xô"], "signed": "1959-03-07"},
            {"form": "giao kèo", "parties": ["Sở Công nghiệp tỉnh Tân Lâm", "Trường Đại học Thủy lợi"]},
        ),
    ),
    (  # a term behind a comma is no part of the subject; a yearly day that is kept is no day of signing; who does it with several others
        (
            "Ngày 11/5/2018, Sở Y tế tỉnh Tân Lâm ký thỏa thuận hợp tác với Trường Đại học Lâm nghiệp về đào tạo cán bộ, thời hạn 3 năm.\n"
            "Nhân dịp kỷ niệm Ngày Khoa học và Công nghệ Việt Nam 18/5, Sở Nội vụ tỉnh Tân Lâm và Viện Dược liệu ký kết chương trình phối hợp giai đoạn 2018-2022.\n"
            "Chiều 24/10, UBND tỉnh Sơn Hải phối hợp Trường Đại học Công nghệ - Đại học Quốc gia Hà Nội và Viện Năng lượng tổ chức Lễ ký kết thỏa thuận hợp tác đào tạo."
        ),
        (
            {"title": "Thỏa thuận hợp tác với Trường Đại học Lâm nghiệp về đào tạo cán bộ", "signed": "2018-05-11"},
            {"parties": ["Sở Nội vụ tỉnh Tân Lâm", "Viện Dược liệu"], "signed": None},
            {
                "parties": [
                    "Ủy ban nhân dân tỉnh Sơn Hải",
                    "Trường Đại học Công nghệ, Đại học Quốc gia Hà Nội",
                    "Viện Năng lượng",
                ]
            },
        ),
    ),
    (  # what is bidden is still to be signed; the next term of the same sides is another agreement
        (
            "UBND tỉnh Tân Lâm giao Sở Y tế tỉnh Tân Lâm đàm phán, ký kết thỏa thuận hợp tác với Viện Dược liệu trước ngày 30/6/2022.\n"
            "Chương trình phối hợp ký ngày 12/8/2010 giữa Bộ Y tế và UBND tỉnh Sơn Hải đạt kết quả; Bộ Y tế và UBND tỉnh Sơn Hải sẽ ký Chương trình phối hợp giai đoạn 2014-2018.\n"
            "IV. TỔ CHỨC THỰC HIỆN\n2. Sở Tài chính tỉnh Sơn Hải xây dựng kế hoạch; ký kết chương trình hợp tác với Học viện Tài chính."
        ),
        (
            {"parties": ["Sở Y tế tỉnh Tân Lâm", "Viện Dược liệu"], "status": "planned"},
            {"signed": "2010-08-12", "period": None},
            {"period": {"from": "2014", "to": "2018"}, "status": "planned"},
            {"parties": ["Sở Tài chính tỉnh Sơn Hải", "Học viện Tài chính"], "status": "planned"},
        ),
    ),
    # a contract that nobody named signs; a plan of two bodies that is no agreement yet; the possibility of one
    ("Doanh nghiệp vi phạm hợp đồng sẽ bị xử lý theo quy định của pháp luật.", ()),
    ("Sở Nội vụ phối hợp với Sở Tài chính xây dựng kế hoạch hợp tác đào tạo cán bộ.", ()),
    ("Trường đã tiếp Đoàn đại biểu Đại học Mahidol, hai bên trao đổi về khả năng ký kết thỏa thuận đào tạo liên kết.", ()),
    (  # the short form of the first side in brackets
        "Ngày 18/12/2020, Trường Đại học Sư phạm (ĐHSP) và UBND tỉnh Tân Lâm đã ký kết thỏa thuận hợp tác.",
        ({"parties": ["Trường Đại học Sư phạm", "Ủy ban nhân dân tỉnh Tân Lâm"], "signed": "2020-12-18"},),
    ),
    (  # who looks on
        "Ngày 03/4/2025, dưới sự chứng kiến của lãnh đạo Bộ Y tế, hai viện gồm Viện Dược liệu và Viện Năng lượng đã ký kết thỏa thuận hợp tác.",
        ({"parties": ["Viện Dược liệu", "Viện Năng lượng"]},),
    ),
    (  # what a conference agrees to do next is still to be signed
        "Hội nghị tổng kết hợp tác giữa thành phố Vĩnh Hà và Viện Dược liệu\n\nVề phương hướng, Hội nghị thống nhất:\n- Ký thỏa thuận hợp tác giai đoạn 2020 - 2025 ngay trong quý I năm 2020.",
        ({"period": {"from": "2020", "to": "2025"}, "status": "planned"},),
    ),
    (  # taken up again by a bare word, with its day; fields told in a row without a colon
        (
            "Sở Công Thương tỉnh Tân Lâm và Viện Chè ký Chương trình phối hợp giai đoạn 2016-2020. Chương trình này được hai bên ký kết ngày 09/9/2016.\n"
            "Trường Đại học Tân Lâm và Viện Dược liệu ký thỏa thuận hợp tác trong các lĩnh vực đào tạo, tư vấn chính sách và thử nghiệm giống."
        ),
        (
            {"parties": ["Sở Công Thương tỉnh Tân Lâm", "Viện Chè"], "signed": "2016-09-09"},
            {
                "parties": ["Trường Đại học Tân Lâm", "Viện Dược liệu"],
                "contents": ["đào tạo", "tư vấn chính sách", "thử nghiệm giống"],
            },
        ),
    ),
    (  # provinces as sides, by a dash and without the word for what they are
        "Thỏa thuận hợp tác giữa tỉnh Hà Giang - Tuyên Quang ký ngày 4/4/2019. Thỏa thuận hợp tác giữa Hà Nội và Nghệ An ký ngày 6/6/2019.",
        (
            {"parties": ["Tỉnh Hà Giang", "Tỉnh Tuyên Quang"], "signed": "2019-04-04"},
            {"parties": ["Thành phố Hà Nội", "Tỉnh Nghệ An"], "signed": "2019-06-06"},
        ),
    ),
    (  # one who signs for a body that belongs to another
        "Ông Lò Văn Pún, Viện trưởng Viện Hải dương học thuộc Viện Hàn lâm Khoa học và Công nghệ Việt Nam và bà Vi Thị Nụ, Giám đốc Sở Y tế tỉnh Tân Lâm đã ký kết Biên bản ghi nhớ.",
        ({"parties": ["Viện Hải dương học, Viện Hàn lâm Khoa học và Công nghệ Việt Nam", "Sở Y tế tỉnh Tân Lâm"]},),
    ),
)
