"""Cases of what observations are of: subjects told before brackets, over joints, of whom a score is, and what goes on from the figure before."""

from collections.abc import Mapping
from typing import Any

SUBJECT_CASES: tuple[tuple[str, tuple[Mapping[str, Any], ...]], ...] = (
    (  # what is parted was told before the brackets; a part told for what is to come is a plan
        (
            "BÁO CÁO\nKết quả năm 2025, phương hướng năm 2026\n\nI. KẾT QUẢ\n1. Đã giải ngân 900 triệu đồng, đạt 90% dự toán giao (1.000 triệu đồng); "
            "trong đó vốn tỉnh 500 triệu đồng, vốn doanh nghiệp 400 triệu đồng.\n\nII. PHƯƠNG HƯỚNG NĂM 2026\n1. Mở rộng mô hình trồng nấm lên 40 hộ."
        ),
        (
            {"number": 900_000_000, "stage": "actual"},
            {"number": 90},
            {"number": 1_000_000_000, "stage": "plan"},
            {"subject": "giải ngân - vốn tỉnh", "number": 500_000_000, "stage": "actual"},
            {"subject": "giải ngân - vốn doanh nghiệp", "number": 400_000_000, "stage": "actual"},
            {"number": 40, "stage": "plan", "period": "2026"},
        ),
    ),
    (  # the subject of several figures: its joints, its short form in brackets; each share's own yardstick; the months are the period
        (
            "Tổng sản phẩm trên địa bàn (GRDP) 6 tháng đầu năm 2024 ước tính tăng 6,2%. Trong đó, khu vực nông, lâm nghiệp và thủy sản tăng 3,1%. "
            "Thu ngân sách đạt 900 tỷ đồng, tăng 4% so với cùng kỳ và đạt 52% so với dự toán Trung ương giao, bằng 50% nghị quyết đề ra (1.800 tỷ đồng). "
            "6 tháng có 80 hợp tác xã thành lập mới. Số lao động có việc làm trên địa bàn tỉnh là 1.500 lao động. Sản lượng lúa ước đạt 20 nghìn tấn."
        ),
        (
            {"subject": "Tổng sản phẩm trên địa bàn tăng", "number": 6.2, "period": {"from": "2024-01", "to": "2024-06"}},
            {"subject": "khu vực nông, lâm nghiệp và thủy sản tăng", "number": 3.1},
            {"subject": "Thu ngân sách", "number": 900_000_000_000},
            {"subject": "Thu ngân sách tăng so với cùng kỳ", "number": 4},
            {"subject": "Thu ngân sách so với dự toán Trung ương giao", "number": 52},
            {"number": 50},
            {"subject": "nghị quyết đề ra", "number": 1_800_000_000_000, "stage": "plan"},
            {"subject": "hợp tác xã thành lập mới", "number": 80},
            {"subject": "Số lao động có việc làm", "number": 1500},
            {"subject": "Sản lượng lúa", "number": 20_000, "stage": "estimate"},
        ),
    ),
    (  # whom a score is of; a day told above is not the time of the figures; one of several provinces is not the place
        (
            "Chiều 30/12/2024, Bộ công bố bảng xếp hạng:\n- Hà Nội dẫn đầu với 60,76 điểm;\n- Thái Nguyên (47,75 điểm, hạng 10), tỉnh Tân Lâm, Cao Bằng và Phú Thọ xếp sau."
        ),
        (
            {"subject": "Hà Nội dẫn đầu", "number": 60.76, "period": None, "place": None},
            {"subject": "Thái Nguyên", "number": 47.75},
        ),
    ),
    (  # whose the counted are, and whose they are not; what rose in brackets; herds by their kind; a share of a body, of provinces
        (
            "Tại đây có trên 900 sản phẩm của hơn 60 doanh nghiệp. Có tổng cộng 169 đơn vị tham gia (tăng 4 đơn vị so với năm 2022). "
            "Huyện có đàn gà 1,2 triệu con. Bộ Công Thương dẫn đầu với tỷ lệ 83,5%; Bộ Tư pháp (77,7%) xếp sau; khối bộ, ngành đạt 63% (mục tiêu 70%), các tỉnh, thành đạt 18%. "
            "Cùng với đó là 53 gian hàng."
        ),
        (
            {"subject": "sản phẩm", "number": 900},
            {"subject": "đơn vị tham gia", "number": 169},
            {"subject": "đơn vị tham gia tăng", "number": 4, "field": None},
            {"subject": "Huyện có đàn gà", "number": 1_200_000},
            {"number": 83.5},
            {"subject": "Bộ Tư pháp", "number": 77.7},
            {"subject": "khối bộ, ngành", "number": 63},
            {"subject": "các tỉnh, thành", "number": 18, "stage": "actual"},
            {"subject": "gian hàng", "number": 53},
        ),
    ),
    (  # years say when, not what; whose it is where nothing else is said; what a measure is of, and what goes on from one to the next
        (
            "Tổng kinh phí khuyến công giai đoạn 2021 - 2025: 96,5 tỷ đồng. Dư nợ của Ngân hàng Chính sách xã hội là 3.600 tỷ đồng, tăng 362 tỷ đồng. "
            "Diện tích gieo cấy năm 2006 là 1.200 ha, năm 2007 là 2.900 ha. Toàn xã trồng 73 ha lạc, giảm 1 ha; lúa đạt 888 tấn, giảm 0,3% (3 tấn)."
        ),
        (
            {"subject": "Tổng kinh phí khuyến công", "number": 96_500_000_000, "period": {"from": "2021", "to": "2025"}},
            {"subject": "Dư nợ của Ngân hàng Chính sách xã hội", "number": 3_600_000_000_000},
            {"subject": "Dư nợ của Ngân hàng Chính sách xã hội tăng", "number": 362_000_000_000},
            {"subject": "Diện tích gieo cấy", "number": 1200, "period": "2006"},
            {"subject": "Diện tích gieo cấy", "number": 2900, "period": "2007"},
            {"subject": "Toàn xã trồng lạc", "number": 73},
            {"subject": "Toàn xã trồng lạc giảm", "number": 1},
            {"subject": "lúa", "number": 888},
            {"subject": "lúa giảm", "number": 0.3},
            {"subject": "lúa giảm", "number": 3},
        ),
    ),
    (  # the year of prices is none of the figure; sectors joined; months alone; a yardstick plans nothing; stars and distances are no figures
        (
            "Cụ thể, tổng sản phẩm trên địa bàn theo giá so sánh năm 2010 tăng 2,4%; công nghiệp và xây dựng tăng 2,9%. Về dịch vụ lưu trú, 6 tháng đầu năm tăng 17%. "
            "Thu ngân sách đạt 46% dự toán và giảm gần 10% so với cùng kỳ. Xã cách trung tâm huyện gần 20 km. Đã có 30 sản phẩm 3 sao và 4 sao."
        ),
        (
            {"subject": "tổng sản phẩm trên địa bàn tăng", "number": 2.4, "period": None},
            {"subject": "công nghiệp và xây dựng tăng", "number": 2.9},
            {"subject": "dịch vụ lưu trú tăng", "number": 17},
            {"subject": "Thu ngân sách so với dự toán", "number": 46},
            {"subject": "Thu ngân sách giảm so với cùng kỳ", "number": 10, "stage": "actual"},
            {"number": 30, "unit": "sản phẩm"},
        ),
    ),
    (  # where those counted come from; the day something was launched; what is renowned in the world; shares in brackets of what stands before
        (
            "Hiện, có hơn 1.500 đại biểu đăng ký, trong đó 280 đại biểu nước ngoài đến từ 35 nước. Sau 3 tháng kể từ ngày phát động 11/2/2022, cuộc thi có 235 bài viết. "
            "Có 30 báo cáo của các học giả hàng đầu trên thế giới. Dân số có 1,3 triệu người. "
            "Nhiệm vụ thuộc khoa học nông nghiệp (chiếm 39%), khoa học và công nghệ (chiếm 26%)."
        ),
        (
            {"subject": "đại biểu đăng ký", "number": 1500},
            {"subject": "đại biểu đăng ký - nước ngoài", "number": 280, "field": "nước ngoài"},
            {"number": 235, "period": None},
            {"number": 30, "place": None},
            {"subject": "Dân số", "number": 1_300_000},
            {"subject": "Nhiệm vụ thuộc khoa học nông nghiệp", "number": 39},
            {"subject": "khoa học và công nghệ", "number": 26},
        ),
    ),
    (  # names in quotation marks; who leads several, with its score; where above all
        (
            "Nông dân mở rộng mô hình, nâng tổng diện tích “Cánh đồng lớn” toàn tỉnh đạt gần 9.000 ha. Ba vị trí đầu năm 2023 lần lượt là Hải Phòng (70,3 điểm), tỉnh Bắc Giang (69,8 điểm). "
            "Đã xây dựng 23 bệnh viện hạt nhân, giảm quá tải, đặc biệt là tại Hà Nội."
        ),
        (
            {"subject": "tổng diện tích Cánh đồng lớn", "number": 9000},
            {"subject": "Hải Phòng", "number": 70.3, "place": None},
            {"subject": "tỉnh Bắc Giang", "number": 69.8},
            {"number": 23, "place": None},
        ),
    ),
    (  # what rose by several measures; shares one after another; who signs; a list of sectors with its time
        (
            "Cả nước xuất khẩu 2,4 triệu tấn gạo, tăng 33% về số lượng và tăng 44% về trị giá so với cùng kỳ. Vùng cung cấp 56% sản lượng lúa gạo (24 triệu tấn), 83% sản lượng tôm. "
            "Lãnh đạo 2 đơn vị chính thức ký kết thỏa thuận. Kim ngạch xuất khẩu hàng nông, lâm, thủy sản trong 5 tháng đầu năm ước đạt 13 tỷ USD."
        ),
        (
            {"number": 2_400_000},
            {"subject": "Cả nước xuất khẩu gạo tăng về số lượng", "number": 33},
            {"subject": "Cả nước xuất khẩu gạo tăng về trị giá", "number": 44},
            {"subject": "Vùng cung cấp sản lượng lúa gạo", "number": 56},
            {"number": 24_000_000},
            {"subject": "Vùng cung cấp sản lượng tôm", "number": 83},
            {"subject": "Kim ngạch xuất khẩu hàng nông, lâm, thủy sản", "number": 13_000_000_000},
        ),
    ),
    (  # points of growth; a dash inside a sector; an estimate is no word of the subject; a place opens its sentence
        (
            "Ước tốc độ tăng trưởng đạt 6,5%. Khu vực nông nghiệp tăng 4%, đóng góp 0,5 điểm phần trăm vào mức tăng chung. Tỷ trọng khu vực công nghiệp - xây dựng chiếm 56%. "
            "Tại Vĩnh Hà, lợi nhuận tăng bình quân 4 triệu đồng. Xuất bản 22 số bản tin với số lượng 900 cuốn."
        ),
        (
            {"subject": "tốc độ tăng trưởng", "number": 6.5, "stage": "estimate"},
            {"number": 4},
            {"subject": "Khu vực nông nghiệp đóng góp", "number": 0.5, "unit": "điểm phần trăm"},
            {"subject": "Tỷ trọng khu vực công nghiệp - xây dựng", "number": 56},
            {"number": 4_000_000, "place": "Vĩnh Hà"},
            {"unit": "số bản tin", "number": 22},
            {"subject": "số lượng số bản tin", "number": 900},
        ),
    ),
    (  # who took part; figures joined by `cùng`; whose an attribute is; a new paragraph divides no sum told before it
        (
            "Hội thi quy tụ 320 lượt tác giả đến từ 9 nước cùng gần 140 công trình gửi về tham dự. Ngoài hơn 270 lượt người tham dự trực tiếp, còn có sự tham gia của 150 nhà đầu tư. "
            "Tiêu biểu có mô hình trồng hoa trong nhà màng, quy mô 12.000 chậu. Thường trực đã chuyển 91 ý kiến của cử tri (trong đó 67 ý kiến liên quan kinh tế).\n"
            "Đã có 212 cử tri nêu 463 ý kiến về các lĩnh vực giao thông. Ban tổ chức đã trao giải lần thứ 9 cho 12 nông dân."
        ),
        (
            {"number": 320},
            {"subject": "công trình gửi về tham dự", "number": 140},
            {"subject": "lượt người tham dự trực tiếp", "number": 270},
            {"subject": "nhà đầu tư tham gia", "number": 150},
            {"subject": "quy mô mô hình trồng hoa trong nhà màng", "number": 12000},
            {"number": 91},
            {"number": 67},
            {"number": 212},
            {"number": 463, "field": "giao thông", "stage": "actual"},
            {"subject": "trao giải lần thứ 9 cho nông dân", "number": 12},
        ),
    ),
    (  # the same at another time; who said it, and when; who works; where a measure rises
        (
            "Số liệu công bố sáng 27/6/2023 cho thấy, chỉ số công nghiệp giảm 1,9% so với cùng kỳ (cùng kỳ năm 2022 tăng 7,3%). "
            "Chỉ số tăng 9%, thấp hơn mức tăng 10% của cùng kỳ năm 2018. Số lao động đang làm việc tại thời điểm ngày 1.8.2021 tăng 2,6%. "
            "Chỉ số sản xuất so với cùng kỳ năm trước tăng ở 41 địa phương và giảm ở 5 địa phương. Ngành khai khoáng giảm 1%, làm giảm 0,3 điểm phần trăm."
        ),
        (
            {"subject": "chỉ số công nghiệp giảm so với cùng kỳ", "number": 1.9, "period": None},
            {"subject": "chỉ số công nghiệp tăng", "number": 7.3, "period": "2022"},
            {"number": 9},
            {"subject": "Chỉ số tăng", "number": 10, "period": "2018"},
            {"subject": "Số lao động đang làm việc tăng", "number": 2.6, "period": "2021-08-01"},
            {"subject": "Chỉ số sản xuất so với cùng kỳ năm trước tăng ở địa phương", "number": 41},
            {"subject": "Chỉ số sản xuất giảm", "number": 5},
            {"subject": "Ngành khai khoáng giảm", "number": 1},
            {"subject": "Ngành khai khoáng làm giảm", "number": 0.3},
        ),
    ),
    (  # ranks, and among whom; a making of parts; a list of names; what a share reaches
        (
            "Tỉnh Tân Lâm tăng 8 bậc so với năm 2021, xếp vị trí thứ 17/63 tỉnh, thành phố trong cả nước. Tỉnh Tân Lâm nằm trong top 10 địa phương dẫn đầu. "
            "Tân Lâm, Vĩnh Hà, Kim Bình là 3 địa phương dẫn đầu. Bộ chỉ số do Bộ Khoa học và Công nghệ xây dựng gồm 52 chỉ số thành phần. "
            "Kết quả thực hiện 3 trụ cột đạt khá. Vĩnh Hà có cải thiện (tăng 26 bậc). Cổng dữ liệu đã mở tại 100% cơ quan cấp tỉnh. Tân Lâm đạt 47 điểm, đứng thứ 38 toàn quốc."
        ),
        (
            {"subject": "Tỉnh Tân Lâm tăng", "number": 8, "place": "Tân Lâm"},
            {"subject": "Tỉnh Tân Lâm xếp vị trí thứ", "numerator": 17, "denominator": 63, "place": "Tân Lâm"},
            {"subject": "chỉ số thành phần", "number": 52},
            {"subject": "Vĩnh Hà có cải thiện tăng", "number": 26},
            {"subject": "mở tại cơ quan cấp tỉnh", "number": 100},
            {"subject": "Tân Lâm", "number": 47, "place": "Tân Lâm"},
        ),
    ),
    (  # the same in each quarter; added up; `này` points back; a share of where a rise came from is no field
        (
            "BÁO CÁO\nTình hình kinh tế tháng 9 năm 2021\n\nTổng sản lượng thủy sản ước đạt 9.400 tấn. Chỉ số giá tháng 9 ước tăng nhẹ 0,4% so với tháng trước do tăng ở các nhóm thực phẩm.\n\n"
            "GRDP 9 tháng năm 2021 tăng 4,2% (quý I tăng 5,4%; quý II tăng 3,1%), là mức tăng thấp nhất của các năm trong giai đoạn 2015-2021. "
            "Thu ngân sách tháng 9 đạt 126 tỷ đồng, lũy kế 2.640 tỷ đồng (đạt 88,5% kế hoạch).\n\n"
            "Chỉ số sản xuất tháng 8 giảm 3,2%; tính chung 8 tháng, chỉ số này tăng 11%; trong đó, lĩnh vực chế biến - chế tạo tăng 9%. Tân Lâm và Vĩnh Hà cùng giảm 15%. "
            "Khách tham quan 8 tháng đầu năm đạt 1,6 triệu lượt - gấp 2,3 lần so với cùng kỳ. Tổng thuốc thú y các loại đã sử dụng gần 40 nghìn liều. Toàn tỉnh hiện có 20/26 xã và 01 huyện được công nhận đạt chuẩn. "
            "Sản xuất điệntăng1,3%."
        ),
        (
            {"subject": "Tổng sản lượng thủy sản", "number": 9400, "period": "2021-09"},
            {"subject": "Chỉ số giá tăng nhẹ so với tháng trước", "number": 0.4, "period": "2021-09", "field": None},
            {"subject": "GRDP tăng", "number": 4.2, "period": {"from": "2021-01", "to": "2021-09"}},
            {"subject": "GRDP tăng", "number": 5.4, "period": "2021-Q1"},
            {"subject": "GRDP tăng", "number": 3.1, "period": "2021-Q2"},
            {"subject": "Thu ngân sách", "number": 126_000_000_000, "period": "2021-09"},
            {"subject": "Thu ngân sách lũy kế", "number": 2_640_000_000_000},
            {"subject": "Thu ngân sách lũy kế so với kế hoạch", "number": 88.5},
            {"subject": "Chỉ số sản xuất giảm", "number": 3.2, "period": "2021-08"},
            {"subject": "Chỉ số sản xuất tăng", "number": 11, "period": {"from": "2021-01", "to": "2021-08"}},
            {"subject": "lĩnh vực chế biến - chế tạo tăng", "number": 9},
            {"subject": "Tân Lâm và Vĩnh Hà giảm", "number": 15},
            {"subject": "Khách tham quan", "number": 1_600_000},
            {"subject": "Khách tham quan gấp", "number": 2.3},
            {"subject": "Tổng thuốc thú y các loại đã sử dụng", "number": 40_000},
            {"subject": "xã được công nhận đạt chuẩn", "numerator": 20},
            {"subject": "huyện được công nhận đạt chuẩn", "number": 1},
            {"number": 1.3},
        ),
    ),
    (  # the year of a month is that of the day a page was put up, a month ahead of it in the year before; who made a count is no place of it
        "05/01/2024\n\nTháng 12, sản lượng muối đạt 900 tấn. Toàn tỉnh có 8 đơn vị trực thuộc Trung ương. Tại Hội nghị Ban Chấp hành lần thứ 2, Hội cho biết có 33 hội thành viên.",
        (
            {"subject": "sản lượng muối", "number": 900, "period": "2023-12"},
            {"number": 8, "place": None},
            {"subject": "hội thành viên", "number": 33},
        ),
    ),
    (  # what befalls those a share is of; so many to so many; what others are held against; what parts are of, each by its label
        (
            "Tính đến hết năm 2025, tỷ lệ người dân hài lòng với dịch vụ đạt 90%; số bác sĩ đạt 15 bác sĩ/10.000 dân. Tuổi thọ trung bình đạt 74 tuổi. "
            "Cả nước có 5.800 xã (71%) đạt chuẩn; 11 tỉnh có 100% số xã đạt chuẩn. Có 47 đơn vị cấp huyện thuộc 23 tỉnh được công nhận đạt chuẩn. "
            "Số tiêu chí đạt 14 tiêu chí/xã, cao hơn 1,8 tiêu chí so với bình quân cả nước (12,2 tiêu chí/xã). Những kỳ họp gần đây, 97% kiến nghị đều được xem xét."
        ),
        (
            {"subject": "tỷ lệ người dân hài lòng với dịch vụ", "number": 90, "period": "2025"},
            {"subject": "số bác sĩ", "number": 15, "period": "2025", "stage": "actual"},
            {"subject": "Tuổi thọ trung bình", "number": 74},
            {"subject": "xã đạt chuẩn", "number": 5800},
            {"subject": "xã đạt chuẩn", "number": 71},
            {"number": 11},
            {"subject": "số xã đạt chuẩn", "number": 100},
            {"subject": "đơn vị cấp huyện được công nhận đạt chuẩn", "number": 47},
            {"subject": "Số tiêu chí", "number": 14},
            {"number": 1.8},
            {"subject": "bình quân cả nước", "number": 12.2},
            {"subject": "kiến nghị đều được xem xét", "number": 97},
        ),
    ),
    (
        "Các lĩnh vực có tổng số 17 đề xuất. Trong đó, lĩnh vực Sinh học: 08 đề xuất, Y tế: 04 đề xuất và Xã hội: 5 đề xuất.",
        (
            {"number": 17},
            {"number": 8, "field": "lĩnh vực Sinh học"},
            {"number": 4, "field": "Y tế"},
            {"number": 5, "field": "Xã hội"},
        ),
    ),
    (  # a paragraph that opens with a year is of it; what is raised; those joined to others; what an amount was for; against what day it is held
        (
            "Năm 2021, thu ngân sách đạt 5 tỷ đồng. Giá trị thu nhập đạt 49 triệu đồng; lũy kế có 32/32 xã đạt chuẩn; đưa tỷ lệ đô thị hóa đạt 40%. "
            "Chính quyền theo mô hình 2 cấp tiếp nhận 40 hồ sơ,chiếm 7% tổng số, tăng 6% so với thời điểm báo cáo ngày 12/9.\n\n"
            "Xã huy động 85 tỷ đồng xây dựng trường học. 100% cán bộ, công chức được cấp máy tính. Chi hội có 15 hội viên, ông Lê Văn Tám làm chi hội trưởng."
        ),
        (
            {"number": 5_000_000_000, "period": "2021"},
            {"subject": "Giá trị thu nhập", "number": 49_000_000, "period": "2021"},
            {"subject": "xã đạt chuẩn", "numerator": 32, "period": "2021"},
            {"subject": "tỷ lệ đô thị hóa", "number": 40, "period": "2021"},
            {"number": 40},
            {"number": 7},
            {"number": 6, "period": "2021"},
            {"subject": "Xã huy động xây dựng trường học", "number": 85_000_000_000, "period": None},
            {"subject": "cán bộ, công chức được cấp máy tính", "number": 100},
            {"number": 15, "unit": "hội viên"},
        ),
    ),
    (  # goals of a term that were reached are none
        "Nhiệm kỳ qua, xã thực hiện thắng lợi nhiều chỉ tiêu quan trọng. Kinh tế tăng trưởng khá, tốc độ tăng trưởng bình quân đạt 18%; trong đó giá trị dịch vụ tăng 20%.",
        ({"number": 18}, {"number": 20}),
    ),
    (  # those joined to others, the field before brackets, what each prize is worth, a label before its count
        (
            "Có 18 cán bộ, giáo viên, nhân viên được khen thưởng, tỉ lệ 31%. Khối 10: 210 học sinh. Ban tổ chức đã nhận được tất cả 27 mô hình: lĩnh vực cơ khí, tự động hóa (12 mô hình); "
            "lĩnh vực y dược (15 mô hình). Hội đồng đã chọn 9 bài đề nghị trao giải gồm 4 giải nhất, mỗi giải trị giá 15 triệu đồng."
        ),
        (
            {"subject": "cán bộ, giáo viên, nhân viên được khen thưởng", "number": 18},
            {"number": 31},
            {"subject": "học sinh Khối 10", "number": 210},
            {"number": 27},
            {"number": 12, "field": "cơ khí, tự động hóa"},
            {"number": 15, "field": "y dược"},
            {"number": 9, "stage": "actual"},
            {"number": 4, "stage": "actual"},
            {"subject": "giải nhất mỗi giải trị giá", "number": 15_000_000},
        ),
    ),
    (  # how many there are now, by how much they grew, copies; what is not yet so; a sum told behind `với`; a fund and its money
        (
            "Số thuê bao cố định tăng 220 thuê bao, nâng tổng số thuê bao hiện có 160 thuê bao. Phát hành sách 12.875 bản. Cả nước hiện có 9.690 đài, đạt tỷ lệ 91,4%. "
            "Còn 918 xã chưa có đài. Năm 2017, Hội vận động 900 hộ. Kết quả, có 59 hộ đạt danh hiệu (tăng hơn 10 hộ so với năm 2016). Hội giải ngân với số tiền 240 tỷ đồng."
        ),
        (
            {"subject": "Số thuê bao cố định tăng", "number": 220},
            {"subject": "tổng số thuê bao", "number": 160},
            {"subject": "Phát hành sách", "number": 12875},
            {"subject": "đài", "number": 9690},
            {"subject": "đài đạt tỷ lệ", "number": 91.4},
            {"subject": "xã chưa có đài", "number": 918},
            {"number": 900},
            {"subject": "hộ đạt danh hiệu", "number": 59},
            {"subject": "hộ đạt danh hiệu tăng", "number": 10},
            {"subject": "Hội giải ngân", "number": 240_000_000_000},
        ),
    ),
)
