"""Cases of agreements: texts, and the agreements they tell of."""

from collections.abc import Mapping
from typing import Any

_ACADEMY = "Viện Hàn lâm Khoa học và Công nghệ Việt Nam"

CASES: tuple[tuple[str, tuple[Mapping[str, Any], ...]], ...] = (
    (  # both sides before the verb, the contents in the next sentence, the day from the occasion
        (
            "Sáng 15/8/2023, tỉnh Tân Lâm tổ chức hội nghị kết nối cung cầu công nghệ.\n\n"
            "Cũng tại hội nghị, Sở Khoa học và Công nghệ tỉnh Tân Lâm và Viện Hàn lâm Khoa học và Công nghệ Việt Nam đã ký kết Biên bản ghi nhớ về hợp tác "
            "nghiên cứu giai đoạn 2023-2028. Theo đó, hai bên phối hợp trên 3 lĩnh vực: nghiên cứu khoa học; đào tạo nhân lực; chuyển giao công nghệ."
        ),
        (
            {
                "parties": ["Sở Khoa học và Công nghệ tỉnh Tân Lâm", _ACADEMY],
                "signed": "2023-08-15",
                "period": {"from": "2023", "to": "2028"},
                "contents": ["nghiên cứu khoa học", "đào tạo nhân lực", "chuyển giao công nghệ"],
                "form": "biên bản ghi nhớ",
                "status": "signed",
            },
        ),
    ),
    (  # named between its sides, with place and focal points
        (
            "Chiều ngày 11/6/2021, tại Trung tâm Hội nghị Vĩnh Hà đã diễn ra Lễ ký kết Thỏa thuận hợp tác toàn diện giữa Ủy ban nhân dân thành phố Vĩnh Hà "
            "và Viện Hàn lâm Khoa học xã hội Việt Nam giai đoạn 2021-2025. Hai bên giao cho Sở Khoa học và Công nghệ thành phố Vĩnh Hà làm đầu mối."
        ),
        (
            {
                "parties": ["Ủy ban nhân dân thành phố Vĩnh Hà", "Viện Hàn lâm Khoa học xã hội Việt Nam"],
                "signed": "2021-06-11",
                "period": {"from": "2021", "to": "2025"},
                "focal_points": ["Sở Khoa học và Công nghệ thành phố Vĩnh Hà"],
                "place": "Trung tâm Hội nghị Vĩnh Hà",
            },
        ),
    ),
    (  # a day without its year stays so
        (
            "Chiều 20-12, Ủy ban nhân dân tỉnh Tân Lâm tổ chức ký kết hợp tác chiến lược về công nghệ số giữa Ủy ban nhân dân tỉnh Tân Lâm và Tập đoàn FPT "
            "giai đoạn 2014-2020."
        ),
        ({"parties": ["Ủy ban nhân dân tỉnh Tân Lâm", "Tập đoàn FPT"], "signed": "--12-20", "form": "hợp tác chiến lược"},),
    ),
    (  # planned, not signed
        (
            "Sở Khoa học và Công nghệ đang chuẩn bị tổ chức Lễ ký kết Thỏa thuận hợp tác giữa Ủy ban nhân dân tỉnh Tân Lâm với Viện Hàn lâm Khoa học xã hội Việt Nam "
            "giai đoạn 2026-2030 vào tháng 01 năm 2026."
        ),
        (
            {
                "parties": ["Ủy ban nhân dân tỉnh Tân Lâm", "Viện Hàn lâm Khoa học xã hội Việt Nam"],
                "signed": None,
                "planned_signing": "2026-01",
                "status": "planned",
            },
        ),
    ),
    (  # planned, though a heading speaks of signing
        (
            "3.1. Ký kết và thực hiện thỏa thuận hợp tác giữa Ủy ban nhân dân tỉnh Tân Lâm và Tập đoàn FPT\n"
            "Hai bên đang chuẩn bị ký kết Thỏa thuận hợp tác giữa Ủy ban nhân dân tỉnh Tân Lâm và Tập đoàn FPT giai đoạn 2026-2030 vào tháng 3/2026.\n"
            "3.2. Đánh giá"
        ),
        ({"planned_signing": "2026-03", "signed": None, "status": "planned"},),
    ),
    (  # a programme between two departments, and one word on it later
        (
            "Sở Công Thương tỉnh Tân Lâm đã ký chương trình phối hợp với Sở Khoa học và Công nghệ tỉnh Tân Lâm về truy xuất nguồn gốc nông sản. "
            "Hai bên tiếp tục thực hiện chương trình phối hợp giữa Sở Công Thương tỉnh Tân Lâm và Sở Khoa học và Công nghệ tỉnh Tân Lâm."
        ),
        (
            {
                "title": "Chương trình phối hợp với Sở Khoa học và Công nghệ tỉnh Tân Lâm về truy xuất nguồn gốc nông sản",
                "parties": ["Sở Công Thương tỉnh Tân Lâm", "Sở Khoa học và Công nghệ tỉnh Tân Lâm"],
                "status": "signed",
            },
        ),
    ),
    (  # cities as sides
        "Dự án được triển khai trong Chương trình hợp tác giữa thành phố Vĩnh Hà và thành phố Nantes - Cộng hòa Pháp giai đoạn 2018-2022.",
        ({"parties": ["Thành phố Vĩnh Hà", "Thành phố Nantes - Cộng hòa Pháp"], "period": {"from": "2018", "to": "2022"}},),
    ),
    (  # the agreement itself
        (
            "THỎA THUẬN HỢP TÁC\nVỀ KHOA HỌC VÀ CÔNG NGHỆ\nGIỮA ỦY BAN NHÂN DÂN TỈNH TÂN LÂM VÀ TẬP ĐOÀN FPT\nGIAI ĐOẠN 2024-2028\n\n"
            "Hôm nay, ngày 20 tháng 5 năm 2024, tại trụ sở Ủy ban nhân dân tỉnh Tân Lâm, hai bên thống nhất ký kết Thỏa thuận hợp tác với các điều khoản sau:\n\n"
            "Điều 1. Nội dung hợp tác\n1. Nghiên cứu, ứng dụng giống cây trồng mới.\n2. Đào tạo nguồn nhân lực sau đại học.\n"
            "3. Chuyển giao công nghệ chế biến nông sản.\n\nĐiều 2. Hiệu lực\nThỏa thuận có hiệu lực kể từ ngày ký."
        ),
        (
            {
                "signed": "2024-05-20",
                "period": {"from": "2024", "to": "2028"},
                "contents": [
                    "Nghiên cứu, ứng dụng giống cây trồng mới",
                    "Đào tạo nguồn nhân lực sau đại học",
                    "Chuyển giao công nghệ chế biến nông sản",
                ],
                "form": "thỏa thuận hợp tác",
            },
        ),
    ),
    (  # the agreement itself: contents in one sentence, title in its sentence's case, focal points
        (
            "THỎA THUẬN HỢP TÁC\nVề khoa học và công nghệ giữa Ủy ban nhân dân tỉnh Tân Lâm và Tập đoàn FPT giai đoạn 2022 - 2026\n\n"
            "Hôm nay, ngày 20 tháng 4 năm 2022, tại thành phố Vĩnh Hà, hai bên đã ký kết Thỏa thuận với các điều khoản sau:\n"
            "Điều 1. Nội dung hợp tác\nHai bên thống nhất hợp tác theo 3 nội dung: Nghiên cứu vật liệu mới; Đào tạo cán bộ; Chia sẻ cơ sở dữ liệu.\n"
            "Điều 2. Tổ chức thực hiện\nHai bên giao Sở Khoa học và Công nghệ tỉnh Tân Lâm làm đầu mối triển khai Thỏa thuận này."
        ),
        (
            {
                "title": "Thỏa thuận hợp tác về khoa học và công nghệ giữa Ủy ban nhân dân tỉnh Tân Lâm và Tập đoàn FPT giai đoạn 2022 - 2026",
                "signed": "2022-04-20",
                "contents": ["Nghiên cứu vật liệu mới", "Đào tạo cán bộ", "Chia sẻ cơ sở dữ liệu"],
                "focal_points": ["Sở Khoa học và Công nghệ tỉnh Tân Lâm"],
                "place": "thành phố Vĩnh Hà",
            },
        ),
    ),
    (  # its sides by letter, contents as items below a sentence, its term by its article on validity, a title in capitals
        (
            "BIÊN BẢN GHI NHỚ\nVỀ HỢP TÁC CHUYỂN GIAO CÔNG NGHỆ TẠI TỈNH TÂN LÂM\n\nHôm nay, ngày 08 tháng 8 năm 2025, tại Hà Nội, chúng tôi gồm:\n\n"
            "BÊN A: SỞ KHOA HỌC VÀ CÔNG NGHỆ TỈNH TÂN LÂM\nBÊN B: VIỆN DƯỢC LIỆU\n\n"
            "Điều 1. Lĩnh vực hợp tác\nCác bên hợp tác trong các lĩnh vực sau:\n- Chọn tạo giống cây dược liệu;\n- Sản xuất chế phẩm vi sinh.\n"
            "Điều 2. Hiệu lực\nBiên bản có hiệu lực từ ngày ký đến hết ngày 31/12/2028, được lập thành 04 bản."
        ),
        (
            {
                "title": "Biên bản ghi nhớ về hợp tác chuyển giao công nghệ tại tỉnh Tân Lâm",
                "period": {"from": "2025-08-08", "to": "2028-12-31"},
                "contents": ["Chọn tạo giống cây dược liệu", "Sản xuất chế phẩm vi sinh"],
                "focal_points": [],
                "place": "Hà Nội",
            },
        ),
    ),
    (  # the place of signing is no side
        (
            "Ngày 12/5/2023, tại thành phố Tân Lâm, Ủy ban nhân dân tỉnh Tân Lâm và Đại học Quốc gia Hà Nội tổ chức "
            "Lễ ký kết Thỏa thuận hợp tác giai đoạn 2023-2028."
        ),
        ({"parties": ["Ủy ban nhân dân tỉnh Tân Lâm", "Đại học Quốc gia Hà Nội"]},),
    ),
    (  # by its English short name
        "Ngày 21/5/2024, Trường Đại học Cần Thơ và Tập đoàn FPT đã ký MoU về đào tạo kỹ sư bán dẫn giai đoạn 2024-2026.",
        (
            {
                "parties": ["Trường Đại học Cần Thơ", "Tập đoàn FPT"],
                "signed": "2024-05-21",
                "period": {"from": "2024", "to": "2026"},
            },
        ),
    ),
    (  # what a letter asks to be reported is no content of the agreement it names
        (
            "Ngày 20/4/2022, Ủy ban nhân dân tỉnh Tân Lâm và Tập đoàn FPT đã ký Thỏa thuận hợp tác về chuyển đổi số. "
            "Sở đề nghị các đơn vị báo cáo theo các nội dung sau:\n1. Kết quả thực hiện nhiệm vụ.\n2. Khó khăn, vướng mắc.\n"
        ),
        ({"signed": "2022-04-20", "contents": []},),
    ),
    (  # those who sign stand for the sides
        (
            "Chiều 17/8/2022, đồng chí Phạm Gia Khánh - Giám đốc Sở Khoa học và Công nghệ tỉnh Tân Lâm và đồng chí Lý Thị Thu Thảo - Phó Chủ tịch "
            "Viện Hàn lâm Khoa học xã hội Việt Nam đã tiến hành ký kết Chương trình hợp tác giai đoạn 2022-2025."
        ),
        (
            {
                "parties": ["Sở Khoa học và Công nghệ tỉnh Tân Lâm", "Viện Hàn lâm Khoa học xã hội Việt Nam"],
                "signed": "2022-08-17",
                "period": {"from": "2022", "to": "2025"},
            },
        ),
    ),
    (  # the term is said later, of the agreement by its form; the committee signs for its place
        (
            "Lễ ký kết hợp tác ngày 29/3/2024 tại thành phố Vĩnh Hà giữa Viện Hàn lâm Khoa học xã hội Việt Nam, Tập đoàn FPT và Ủy ban nhân dân tỉnh Tân Lâm về đào tạo kỹ sư. "
            "Theo thỏa thuận, giai đoạn 2024-2027, các bên sẽ mở khóa học."
        ),
        (
            {
                "parties": ["Viện Hàn lâm Khoa học xã hội Việt Nam", "Tập đoàn FPT", "Ủy ban nhân dân tỉnh Tân Lâm"],
                "signed": "2024-03-29",
                "period": {"from": "2024", "to": "2027"},
            },
        ),
    ),
    (  # a contract with one named side, for one year; an agreement reviewed
        (
            "Sở Khoa học và Công nghệ tỉnh Tân Lâm đã ký hợp đồng với Viện Dược liệu tổ chức 02 lớp tập huấn năm 2023. "
            "Hội nghị đã đánh giá kết quả hợp tác giữa Ủy ban nhân dân tỉnh Tân Lâm và Viện Hàn lâm Khoa học xã hội Việt Nam giai đoạn 2010-2015."
        ),
        (
            {"form": "hợp đồng", "period": {"from": "2023", "to": "2023"}, "status": "signed"},
            {"period": {"from": "2010", "to": "2015"}, "status": "in progress"},
        ),
    ),
    (  # results of a year and a mid-term review are told while the paper runs; a final review and an ending close it
        (
            "Kết quả năm 2025 thực hiện Chương trình phối hợp giữa Sở Khoa học và Công nghệ tỉnh Tân Lâm và Viện Dược liệu giai đoạn 2025 - 2028. "
            "Hội nghị sơ kết Thỏa thuận hợp tác giữa Sở Công Thương tỉnh Tân Lâm và Trường Đại học Cần Thơ giai đoạn 2024 - 2027. "
            "Hội nghị tổng kết thực hiện Thỏa thuận hợp tác giữa Sở Y tế tỉnh Tân Lâm và Trường Đại học Vinh giai đoạn 2020 - 2024. "
            "Hai bên đã thanh lý Biên bản ghi nhớ giữa Sở Tài chính tỉnh Tân Lâm và Trường Đại học Đà Lạt giai đoạn 2019 - 2023."
        ),
        (
            {"period": {"from": "2025", "to": "2028"}, "status": "in progress"},
            {"period": {"from": "2024", "to": "2027"}, "status": "in progress"},
            {"period": {"from": "2020", "to": "2024"}, "status": "completed"},
            {"period": {"from": "2019", "to": "2023"}, "status": "completed"},
        ),
    ),
    (  # the occasion referred back to is the last that was dated
        (
            "Ngày 12/3/2025, Sở Khoa học và Công nghệ tỉnh Tân Lâm làm việc với các doanh nghiệp. "
            "Ngày 20/5/2025, tỉnh Tân Lâm tổ chức hội nghị xúc tiến hợp tác. "
            "Cũng tại hội nghị, Sở Khoa học và Công nghệ tỉnh Tân Lâm và Trường Đại học Cần Thơ đã ký kết Thỏa thuận hợp tác giai đoạn 2025 - 2028."
        ),
        ({"signed": "2025-05-20", "status": "signed"},),
    ),
    (  # the two sides of the minutes are those of the agreements named in them by term and day alone
        (
            "BIÊN BẢN LÀM VIỆC\ngiữa Sở Y tế tỉnh Tân Lâm và Viện Dược liệu\n\n"
            "Hai bên rà soát Thỏa thuận hợp tác giai đoạn 2019-2023 ký ngày 20/5/2019 và dự thảo Thỏa thuận hợp tác giai đoạn 2024-2028, ký vào tháng 12/2023."
        ),
        (
            {
                "parties": ["Sở Y tế tỉnh Tân Lâm", "Viện Dược liệu"],
                "signed": "2019-05-20",
                "period": {"from": "2019", "to": "2023"},
                "status": "signed",
            },
            {"period": {"from": "2024", "to": "2028"}, "status": "planned"},
        ),
    ),
    (  # those who met in the sentence before
        "Chiều 4/6/2021, Sở Y tế tỉnh Tân Lâm làm việc với Bệnh viện Bạch Mai. Hai bên ký Biên bản ghi nhớ về đào tạo bác sĩ giai đoạn 2021-2024.",
        (
            {
                "title": "Biên bản ghi nhớ về đào tạo bác sĩ giai đoạn 2021-2024",
                "parties": ["Sở Y tế tỉnh Tân Lâm", "Bệnh viện Bạch Mai"],
                "signed": "2021-06-04",
                "period": {"from": "2021", "to": "2024"},
            },
        ),
    ),
    (  # those who review it
        "Ngày 9/10/2019, Bộ Y tế phối hợp với Sở Y tế tỉnh Tân Lâm tổ chức hội nghị sơ kết Chương trình phối hợp giai đoạn 2017-2020.",
        ({"parties": ["Bộ Y tế", "Sở Y tế tỉnh Tân Lâm"], "signed": None, "period": {"from": "2017", "to": "2020"}},),
    ),
    (  # the partner before the paper; the verb of signing behind it; the word as a verb
        (
            "Tập đoàn Viettel ký với UBND tỉnh Tân Lâm thỏa thuận xây dựng đô thị thông minh ngày 07/4/2017. "
            "Hiệp định vay vốn với Ngân hàng Thế giới được ký ngày 15/7/2018. "
            "Viện Dược liệu và Bệnh viện Bạch Mai thỏa thuận chuyển giao dây chuyền chiết xuất, giá trị 2 tỷ đồng."
        ),
        (
            {"parties": ["Tập đoàn Công nghiệp - Viễn thông Quân đội", "Ủy ban nhân dân tỉnh Tân Lâm"], "signed": "2017-04-07"},
            {"parties": ["Ngân hàng Thế giới"], "signed": "2018-07-15", "status": "signed"},
            {"title": "Thỏa thuận chuyển giao dây chuyền chiết xuất", "parties": ["Viện Dược liệu", "Bệnh viện Bạch Mai"]},
        ),
    ),
    (  # as many papers as partners
        "Tỉnh Tân Lâm đã ký kết 2 thỏa thuận hợp tác với Viện Dược liệu và Tập đoàn FPT.",
        ({"parties": ["Tỉnh Tân Lâm", "Viện Dược liệu"]}, {"parties": ["Tỉnh Tân Lâm", "Tập đoàn FPT"]}),
    ),
    (  # signed by its sides in the passive; the day within the name; an agreement in being
        (
            "Ý định thư về hợp tác đào tạo đã được Trường Đại học Cần Thơ và Đại học Kyoto ký ngày 3/4/2018. "
            "Theo Bản ghi nhớ ký ngày 20/6/2022 giữa Sở Công Thương tỉnh Tân Lâm và Viện Dược liệu, hai bên cùng mở lớp. "
            "Trường Đại học Bách khoa Hà Nội có thỏa thuận hợp tác với Đại học Osaka từ lâu."
        ),
        (
            {"parties": ["Trường Đại học Cần Thơ", "Đại học Kyoto"], "signed": "2018-04-03", "form": "ý định thư"},
            {"parties": ["Sở Công Thương tỉnh Tân Lâm", "Viện Dược liệu"], "signed": "2022-06-20"},
            {"parties": ["Trường Đại học Bách khoa Hà Nội", "Đại học Osaka"], "signed": None, "status": "in progress"},
        ),
    ),
    # negative: a term without sides anybody could know
    (
        "Kế hoạch phối hợp liên ngành giai đoạn 2021-2025 được triển khai đồng bộ. Hợp đồng lao động giai đoạn 2021-2025 theo quy định.",
        (),
    ),
    # negative: co-operation without an agreement, sides without a name
    (
        "Các trường tăng cường hợp tác với các tổ chức nước ngoài. Một số đối tác đã ký kết thỏa thuận hợp tác với các doanh nghiệp.",
        (),
    ),
    # the paper's subject behind a short form in brackets and its day behind that; who acts by a paper; a term behind its topic
    (
        "Bản ghi nhớ giữa Sở KH&CN tỉnh Tân Lâm và Viện Nghiên cứu Doanh nhân Hàn Quốc (KEI) về trao đổi cố vấn được ký ngày 06/8/2018.",
        (
            {
                "title": "Bản ghi nhớ giữa Sở KH&CN tỉnh Tân Lâm và Viện Nghiên cứu Doanh nhân Hàn Quốc (KEI) về trao đổi cố vấn",
                "parties": ["Sở Khoa học và Công nghệ tỉnh Tân Lâm", "Viện Nghiên cứu Doanh nhân Hàn Quốc"],
                "signed": "2018-08-06",
            },
        ),
    ),
    (
        "Cơ quan Hợp tác Quốc tế Hàn Quốc tài trợ 2 tỷ đồng cho dự án rừng theo Thỏa thuận ký ngày 08/9/2014 với UBND tỉnh Tân Lâm.",
        (
            {
                "parties": ["Cơ quan Hợp tác Quốc tế Hàn Quốc", "Ủy ban nhân dân tỉnh Tân Lâm"],
                "signed": "2014-09-08",
            },
        ),
    ),
    (
        "Thỏa thuận hợp tác giai đoạn 2021-2025 ký ngày 26/5/2021 giữa UBND tỉnh Tân Lâm và Viện Dược liệu đang được thực hiện.",
        (
            {
                "parties": ["Ủy ban nhân dân tỉnh Tân Lâm", "Viện Dược liệu"],
                "signed": "2021-05-26",
                "period": {"from": "2021", "to": "2025"},
            },
        ),
    ),
    # sides told without `giữa`: three in a row, of a joint plan, two places of one kind, those whose titles sign; one side and whose paper it is
    (
        "Thỏa thuận ba bên Sở Y tế tỉnh Tân Lâm - Trường Đại học Hải Vân - Viện Dược liệu ký ngày 02/02/2009 đã cho kết quả.",
        (
            {
                "parties": ["Sở Y tế tỉnh Tân Lâm", "Trường Đại học Hải Vân", "Viện Dược liệu"],
                "signed": "2009-02-02",
            },
        ),
    ),
    (
        "Kế hoạch phối hợp liên ngành số 33/KHLN-YT-CA ngày 04/4/2010 của Sở Y tế tỉnh Tân Lâm và Công an tỉnh Tân Lâm về an toàn bức xạ.",
        ({"parties": ["Sở Y tế tỉnh Tân Lâm", "Công an tỉnh Tân Lâm"], "signed": "2010-04-04"},),
    ),
    (
        "Hai tỉnh Tân Lâm và Hòa Sơn đã ký Chương trình hợp tác phát triển kinh tế ngày 11/11/2008.",
        ({"parties": ["Tỉnh Tân Lâm", "Tỉnh Hòa Sơn"], "signed": "2008-11-11"},),
    ),
    (
        "Ngày 7/7/2010, Giám đốc Sở Y tế tỉnh Tân Lâm Lê Văn Tám và Viện trưởng Viện Dược liệu Nguyễn Thị Hà đã ký biên bản thỏa thuận hợp tác giai đoạn 2011-2015.",
        (
            {
                "parties": ["Sở Y tế tỉnh Tân Lâm", "Viện Dược liệu"],
                "signed": "2010-07-07",
                "period": {"from": "2011", "to": "2015"},
            },
        ),
    ),
    (
        "SỞ Y TẾ TỈNH TÂN LÂM\nSố: 5/BC-SYT\nBÁO CÁO\nKết quả năm 2010\n\nBản ghi nhớ với Viện Phát triển Nông thôn Hàn Quốc (KRDI) về làng mới (ký 06/8/2008, hiệu lực 3 năm) đã giúp xây 12 km đường.",
        (
            {
                "parties": ["Sở Y tế tỉnh Tân Lâm", "Viện Phát triển Nông thôn Hàn Quốc"],
                "signed": "2008-08-06",
            },
        ),
    ),
    # the paper's term behind its money or in brackets
    (
        "Hợp đồng nghiên cứu ký ngày 20/5/2009 giữa Sở Y tế tỉnh Tân Lâm và Viện Địa chất có tổng kinh phí 850 triệu đồng, thực hiện 2009 - 2011.",
        ({"signed": "2009-05-20", "period": {"from": "2009", "to": "2011"}},),
    ),
    (
        "Thỏa thuận tài trợ giữa Quỹ Toyota và UBND huyện Nà Pha (150.000 USD, 2009-2011) hỗ trợ nước sạch cho 900 hộ.",
        ({"period": {"from": "2009", "to": "2011"}},),
    ),
    # where it was signed before the day, the term in brackets after the sides, and a signing agreed to in principle
    (
        "Thỏa thuận giữa Sở Y tế tỉnh Tân Lâm và Công ty CP Sao Mai được ký tại Hà Nội ngày 9/9/2017, đến nay đã thực hiện được 60% khối lượng.",
        ({"parties": ["Sở Y tế tỉnh Tân Lâm", "Công ty Cổ phần Sao Mai"], "signed": "2017-09-09"},),
    ),
    (
        "Triển khai Thỏa thuận hợp tác ký ngày 05/10/2019 giữa UBND tỉnh Tân Lâm và Viện Dược liệu (giai đoạn 2020 - 2025).",
        ({"signed": "2019-10-05", "period": {"from": "2020", "to": "2025"}},),
    ),
    (
        "UBND tỉnh Tân Lâm đồng ý chủ trương ký kết thỏa thuận khung với Viện Dược liệu.",
        ({"parties": ["Ủy ban nhân dân tỉnh Tân Lâm", "Viện Dược liệu"], "status": "planned"},),
    ),
)
