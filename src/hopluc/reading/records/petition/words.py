"""The words of petitions: those that ask, whom they ask and for what, and those that only look like asking."""

import re

from hopluc.reading.patterns import Pattern

ASKING = (
    "kính trình",
    "kính đề nghị",
    "trân trọng đề nghị",
    "đề nghị",
    "kiến nghị",
    "đề xuất",
    "kính mong",
    "mong muốn",
    "mong",
    "xin",
)
ASK = Pattern(
    r"(?:[Kk]ính trình|[Kk]ính đề nghị|[Tt]rân trọng đề nghị|[Đđ]ề nghị|[Kk]iến nghị|[Đđ]ề xuất|[Kk]ính mong|[Mm]ong muốn|[Mm]ong|[Xx]in)\b(?: với| tới| lên)?"
)
# `theo đề nghị của`, `xét đề nghị`, `các đề xuất, kiến nghị`: the noun, not the asking; `đề xuất các giải pháp`: proposing.
NOUN_BEFORE = Pattern(
    r"\b(?:theo|xét|căn cứ|căn cứ vào|những|các|văn bản|hồ sơ|nội dung|về|và|với|phiếu|đơn|giấy|tờ trình|ý kiến|được|số|của|cho|nhất trí với|đối với|tổng hợp|tiếp thu|giải quyết|trả lời|gửi|ý)\s$",
    re.IGNORECASE,
)
NOUN_AFTER = Pattern(
    r"\s*(?:của|gửi|(?:có )?liên quan|thuộc|(?:thuộc )?lĩnh vực|(?:đã |chưa )?được|,\s*(?:kiến nghị|đề xuất)|này|nói trên|trên|và (?:kiến nghị|đề xuất)|tại|[.)])\s?"
)
PEOPLE = Pattern(
    r"\s*(?P<who>(?:(?:các|toàn thể|quý)\s)?(?:đồng chí|Đồng chí|lãnh đạo|Lãnh đạo|sở, ban, ngành|sở, ngành|Sở, ngành|sở|bộ, ngành|Bộ, ngành|ban, ngành|(?:cơ quan|đơn vị|tổ chức) (?:chủ trì|quản lý|tư vấn)|chủ nhiệm (?:đề tài|dự án|nhiệm vụ)|[Bb]an chủ nhiệm(?: đề tài| dự án)?|nhóm (?:nghiên cứu|tác giả|thực hiện)|cơ quan|đơn vị|huyện|quận|thị xã|xã|phường|người dân|nhà khoa học|nhà trường"
    r"|địa phương|doanh nghiệp|hiệp hội|viện, trường|trường đại học|UBND|(?:Ủy ban )?(?:MTTQ|Mặt trận Tổ quốc)(?: Việt Nam)? các cấp|cấp có thẩm quyền|Trung ương|Nhà nước|Thủ tướng|Bộ trưởng|Chủ tịch|Giám đốc|Thành phố|Tỉnh"
    r"|thành phố|tỉnh|TP|Thành ủy|Tỉnh ủy|HĐND|Bộ|Sở|Viện|Trường|Tập đoàn|Công ty|Cục|Chính phủ|Quốc hội|hai bên|các bên)\b)"
)
# The verb a request begins with, after the recipient.
_VERBS = (
    r"(?:tiếp tục|quan tâm|xem xét|phê duyệt|hỗ trợ|phối hợp|bố trí|chỉ đạo|tạo điều kiện|sớm|ban hành|cho phép|tăng cường|đẩy mạnh|hướng dẫn|bổ sung|sửa đổi"
    r"|điều chỉnh|triển khai|tổ chức|xây dựng|nghiên cứu|kiện toàn|cấp|kéo dài|cho (?:phép|ý kiến|chủ trương)|tạm ứng|gia hạn|giải ngân|thanh toán|công bố|giao|thành lập|chủ trì|cần|có (?:cơ chế|chính sách|kế hoạch|văn bản|ý kiến|giải pháp|hướng dẫn|chủ trương)|báo cáo|đầu tư|rà soát|tập trung|ưu tiên|chủ động|thực hiện|sử dụng|công khai|phản ánh|áp dụng|lập|thu hút|mời|mua|trang bị|miễn|giảm|tiếp nhận|bảo vệ|hoàn thành"
    r"|tham mưu|cử|đôn đốc|kiểm tra|thẩm định|(?<!hương )trình|tổng hợp|ký|giới thiệu|kết nối|chia sẻ|cung cấp|đề xuất|đưa|nâng|mở rộng|duy trì|hoàn thiện|cân đối|phân bổ|tháo gỡ|giải quyết"
    r"|giúp|thống nhất|cố gắng|nâng cao|đăng cai|tư vấn|dành|phát triển|đồng hành|sắp xếp|gửi|lựa chọn|khẩn trương|nghiêm túc|đánh giá|làm|đảm bảo|bảo đảm|khuyến khích|tạo|phân công|xử lý|tuyên truyền|vận động|tham gia|phổ biến|giám sát|phản biện|lãnh đạo|hoàn tất|căn cứ|khắc phục|nâng cấp|sửa chữa|cải tạo|lắp đặt|khảo sát|chấn chỉnh|quản lý|quy định|trả lời|ngăn chặn)\b"
)
VERB = Pattern(rf"\b{_VERBS}")
# Between a recipient and its verb stands no end of a clause.
OTHER_CLAUSE = Pattern(r"[;.]\s")
# How a normative act and a plan close: whoever meets with difficulties is to say so.
TROUBLE = Pattern(r"\bvướng mắc\b[^.;\n]{0,60}$")
LETTER_HEAD = ("Kính gửi", "KÍNH GỬI", "Nơi nhận")
LIST_LEAD = Pattern(
    r"(?:(?:tập trung|nhất là|trong đó)[^;:]{0,80}?(?:như|gồm|là|sau)|như sau|sau đây|cụ thể là|cụ thể|bao gồm|một số (?:nội dung|vấn đề|lĩnh vực)[^;:]{0,40}?(?:như|gồm|sau|là))\s*:?\s+",
    re.IGNORECASE,
)
NEXT = Pattern(
    rf"(?!đồng thời,?\s(?:kính )?(?:đề nghị|kiến nghị)\s{_VERBS})(?:đồng thời,?\s|và\s)?(?:(?:chúng )?tôi |kính )?(?:đề nghị|kiến nghị)\s|[^,:;\n]{{2,60}}?\s(?:đã )?(?:trả lời|phúc đáp|tiếp thu|ghi nhận|đồng ý|nhất trí|chấp thuận)\b",
    re.IGNORECASE,
)
GOES_ON = Pattern(r"(?:Trong đó|Cụ thể|Đồng thời|Bên cạnh đó|Ngoài ra)\s*[,:]\s*")
HEADING = Pattern(r"\b(?:kiến nghị|đề xuất|đề nghị)\b", re.IGNORECASE)
NO_HEADING = Pattern(
    r"\b(?:kết luận|phân công|giải pháp|nhiệm vụ|kết quả|trả lời|giải quyết|xử lý|tiếp thu|căn cứ|văn bản)\b", re.IGNORECASE
)
TO_WHOM = Pattern(
    r"^\s*(?:Đối với|Với|Về phía|Kiến nghị(?: với)?|Đề nghị|Đề xuất(?: với)?)\s+(?P<who>[^.:;\n]{2,90}?)\s*:?\s*$"
)
# `Đối với các đề xuất, kiến nghị của tỉnh, Bộ thống nhất …`; `nhất trí với đề xuất …`.
ANSWERED = Pattern(r"\b(?:những|các|đối với|về|với)\s(?:\w+,?\s)?$", re.IGNORECASE)
ANSWER = Pattern(
    r"(?:đề xuất|kiến nghị|đề nghị)\b[^.;\n]{0,140}?,\s(?P<who>[^.;,\n]{0,80}?)"
    r"\b(?:ủng hộ|thống nhất|nhất trí|đồng ý|chấp thuận|tiếp thu|ghi nhận|sẽ xem xét|giao)\b[^.;,\n]{0,120}"
)
# `có văn bản gửi …`, `làm đơn trình …`: the paper that carries a request.
SENT_TO = Pattern(
    r"\b(?:văn bản|công văn|tờ trình|đơn|thư|kiến nghị)(?: số [^\s,]+)?(?: ngày \d{1,2}(?:[/.-]\d{1,2}[/.-]\d{4}| tháng \d{1,2} năm \d{4}))? (?:gửi|trình|lên|gửi lên|gửi tới|gửi đến) $"
)
BARE = ("Bộ", "Sở", "Viện", "Ủy ban", "Cục", "Trường", "Tập đoàn")
BARE_ASKED = Pattern(rf"(?P<who>{'|'.join(BARE)}) (?={_VERBS})")
AGREEING = ("thống nhất", "nhất trí", "đồng ý", "chấp thuận", "ủng hộ")
TO_WHOM_INLINE = Pattern(r"(?:(?:Đối với|Với|Đề nghị|Kiến nghị)\s+)(?P<who>[^.:;\n]{2,80}?)\s*:\s+")
OWN_PROPOSAL = Pattern(
    r"\s*(?:các |những |một số |\d)?\s*(?:giải pháp|phương án|chương trình|nhiệm vụ|công nghệ|đề tài|dự án|danh mục|mô hình|ý tưởng|biện pháp|nội dung)\b"
)
# What is asked is the report; the items only say what is to stand in it.
TO_REPORT = Pattern(r"\b(?:báo cáo|gửi|cung cấp|tổng hợp|đăng ký|góp ý|cho ý kiến|rà soát)\b[^.;:\n]{0,120}:\s*$")
ORDERS = Pattern(r"(?:giao|yêu cầu|phân công|chỉ đạo)(?: cho)? ")
ALSO_ORDERS = Pattern(r",? (?:đồng thời|và) (?:đã )?(?:giao|yêu cầu|chỉ đạo) ")
# What else the same is asked behind a semicolon: `…; đồng thời, đề nghị rà soát …`.
ASKS_ON = Pattern(rf"đồng thời,?\s(?:kính )?(?:đề nghị|kiến nghị)\s(?={_VERBS})", re.IGNORECASE)
# `báo cáo, đề xuất UBND tỉnh trước ngày …`: by when, and nothing asked for.
BY_WHEN = Pattern(r"(?:trước|trong|chậm nhất(?: là)?) (?:ngày|tháng|quý|năm|\d)")
AND_ASKS = Pattern(r",? (?:và|đồng thời) (?:kính )?(?:đề nghị|kiến nghị) ")
VERB_AT_ONCE = Pattern(rf" (?:cho |{_VERBS})")
# `Đối với Viện A, UBND tỉnh đề nghị …`: whom the sentence is about is whom it asks.
ABOUT_WHOM = Pattern(r"(?:Đối với|Với|Về phía)\s(?=[^\W\d_])")
# Right behind the body asked stands a word in small letters that begins no longer name of it: the request itself.
AT_ONCE = Pattern(
    r" (?!(?:và|cùng|với|tại|về|của|thuộc|tỉnh|thành|huyện|xã|phường|nơi|có|ở|các|trong|đã|sẽ|là|theo|từ|đang)\b)[a-zđà-ỹ]+ "
)
