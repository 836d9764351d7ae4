"""Verbs of tasks: those that a duty may open with, those that make or finish something, and words too general to be one."""

import re

from hopluc.reading.document import Span
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.task.work import ACTIONS

_MORE = (
    "cho vay|cung cấp|cung ứng|soạn|miễn phí|miễn giảm|tặng|gửi|chuyển|giới thiệu|tư vấn|giúp|phát động|phát hành|xuất bản|in|lắp đặt|cấp phát|giải ngân|thanh toán|quyết toán|chi trả|tìm kiếm|tuyển dụng|"
    "chọn|chọn tạo|lai tạo|phục tráng|nhân giống|bảo tồn|chiết xuất|phân lập|phân tích|đo đạc|kiểm định|hiệu chuẩn|chứng nhận|đăng ký|bảo hộ|thanh tra|sửa chữa|bãi bỏ|"
    "phổ biến|quảng bá|đăng tải|mở|khai giảng|khánh thành|động thổ|xét chọn|làm đầu mối|làm việc với|thuê|mua|nhập khẩu|tiếp thu|giải trình|phân bổ|duy trì|bảo trì|tích hợp|"
    "đấu nối|liên kết|chia sẻ|trao đổi|hình thành|tạo lập|ươm tạo|thương mại hóa|chuyển đổi|thẩm tra|phản biện|góp ý|giám định|định giá|sưu tầm|lưu giữ|trưng bày|vận động|"
    "xác minh|giải quyết|trả lời|dành|hoàn tất|hoàn chỉnh|chuẩn hóa|đón|bồi dưỡng|tuyển sinh|gia công|khai thác|quản lý|theo dõi|bảo quản|bảo đảm|đảm bảo|góp|đóng góp|tài trợ|viện trợ|thông báo|nộp|lưu trữ|tiến hành|nhân rộng|điều chỉnh|tuyển|kiểm soát|xét duyệt|duyệt|làm chủ|khảo nghiệm|quan trắc|giải mã|phục chế|sắp xếp|rút|đặt|chọn lọc|giao|lãnh đạo|chỉ đạo|phủ sóng|hoàn trả|bình xét|xét giảm|xét miễn|xét cấp|xét tặng|cải thiện|giảm|tăng|"
    "có ý kiến|có văn bản|có báo cáo|có phương án|có giải pháp|có biện pháp|liên hệ|dịch|biên dịch|giải phóng|gia cố|nạo vét|khoan|lắp|thay thế|thu gom|tiêm|di dời|tháo dỡ|kiểm kê|kiểm đếm|kiểm thử|đối chiếu|xác nhận|thu hồi|thu mua|chế biến|phân loại|phát sóng|giảng dạy|huấn luyện|sửa|gắn|dựng"
)
# The longest first: `chọn tạo` before `chọn`.
_ALL = "|".join(sorted(f"{ACTIONS}|{_MORE}".split("|"), key=len, reverse=True))
ACT = Pattern(rf"(?:{_ALL})(?!\w)", re.IGNORECASE)
# What a report tells as done or under way; verbs of routine (cấp, kiểm tra, ban hành …) are told by their figures and papers.
MADE = Pattern(
    r"(?:hoàn thành|hoàn thiện|hoàn tất|xây dựng|nghiên cứu|chế tạo|thiết kế|lắp đặt|lắp|bàn giao|chuyển giao|đưa vào (?:sử dụng|vận hành|hoạt động|khai thác|sản xuất|lưu hành|thị trường)|ứng dụng|áp dụng|thử nghiệm|"
    r"thí điểm|triển khai (?:thí điểm|xây dựng|nghiên cứu|ứng dụng|áp dụng|lắp đặt|đề án|dự án|đề tài|mô hình|hệ thống|nền tảng)|chiết xuất|phân lập|chọn tạo|lai tạo|phục tráng|"
    r"số hóa|khảo sát|điều tra|lập|biên soạn|soạn thảo|dự thảo|tham mưu(?=[^.;]{0,80}\b(?:ban hành|xây dựng|trình|phê duyệt|thành lập|kiện toàn|bố trí|kế hoạch|đề án|nghị quyết|quyết định|chương trình|quy chế)\b)|khởi công|khánh thành|động thổ|nâng cấp|cải tạo|cải tiến|sản xuất (?:thử|thành công)|đầu tư xây dựng|"
    r"sưu tầm|mua sắm|xuất bản|vận hành|kiểm tra lại|ươm tạo|làm chủ|thành lập|khảo nghiệm|tuyển chọn|giải mã|phục chế|quan trắc|tích hợp|hình thành|tạo lập|nhân rộng|chọn lọc|tài trợ (?!\d)|"
    r"đưa (?!ra|tin|đón)[^,.;]{3,50}? vào|đầu tư [^;\n]{0,40}?(?:xây dựng|lắp đặt|mua|nâng cấp|cải tạo)|(?:trồng|nuôi) (?:thử nghiệm|thử|khảo nghiệm)|"
    r"giúp [^,.;]{0,40}?(?:xây dựng|hoàn thành|lập|thiết kế)|hỗ trợ [^,.;]{0,40}?(?:xây dựng|hoàn thành|lập|thiết kế|đăng ký))(?!\w)",
    re.IGNORECASE,
)
# What a report tells by its figures, papers and events: not a task when told as done.
NEVER_DONE = Pattern(
    r"(?:tổ chức (?:tổng kết|sơ kết|họp|gặp mặt|làm việc)|đào tạo|tập huấn|bồi dưỡng|tuyển sinh|công bố|tiến hành|tổng kết|sơ kết|thực hiện|triển khai|cấp|phê duyệt|ban hành (?:các|\d|nhiều)|tham gia|tham mưu|chỉ đạo|phối hợp|báo cáo|đề xuất|ký|ký kết|cử|mời|mở (?:sổ|khóa|lớp)|"
    r"quản lý|giảm|tăng|rút|chọn|giao|bố trí|dành|mua|tài trợ|cung cấp|tiếp nhận|đón|giải ngân|chi trả|quyết toán|thu hút|trồng (?:trọt)|sản xuất|khai thác|phủ sóng)(?!\w)",
    re.IGNORECASE,
)
# General exhortations and standing duties, which name nothing that could be done and be over.
EXHORTED = Pattern(
    r"(?:thường xuyên |chủ động |kịp thời |tích cực |tiếp tục |tập trung )*(?:(?:lãnh đạo|chỉ đạo|,| )+(?:việc )?(?:tổ chức )?(?:triển khai |quán triệt|thực hiện)|tăng cường|đẩy mạnh|nâng cao|phát huy|quán triệt|làm tốt|tạo (?:mọi )?điều kiện|khuyến khích|phối hợp chặt chẽ|"
    r"tham mưu (?:giúp |cho )?[^,.;]{0,50}?(?:tổ chức|triển khai)|(?:hướng dẫn|quản lý) [^.;]{0,100}theo quy định|(?:(?:tổng hợp|cân đối|bố trí|huy động|đảm bảo|bảo đảm|và|,|đủ|các)\s*)+(?:nguồn lực|ngân sách|kinh phí|nguồn vốn)[^.;]{0,40}?thực hiện|"
    r"quan tâm|lồng ghép|bảo đảm|đảm bảo|mở rộng|quản lý|duy trì|tuyên truyền|"
    r"(?:theo dõi|đôn đốc|hướng dẫn|kiểm tra|giám sát|thanh tra|tổng hợp|đánh giá|và|,|\s)+(?:việc |tình hình |kết quả |quá trình )*(?:các (?:cơ quan|đơn vị|sở|ngành|địa phương)(?:, (?:ngành|đơn vị|địa phương))* )?(?:(?:tổ chức )?(?:triển khai )?thực hiện|thi hành|triển khai))(?!\w)",
    re.IGNORECASE,
)
_VAGUE = Pattern(
    r"(?:(?:tổ chức )?(?:triển khai )?(?:thực hiện|thi hành)|triển khai) (?:nghiêm|tốt|đầy đủ|đúng|có hiệu quả|hiệu quả|(?:các |những )?(?:nhiệm vụ|nội dung|chức năng|quy định|giải pháp|hoạt động)|quyết định|việc|kế hoạch này|chỉ thị|"
    r"nghị quyết|nghị định|thông tư|chương trình (?:này|phối hợp)|thỏa thuận(?: này)?)(?!\w)"
    r"|hoàn (?:thành|thiện) (?:tốt |xuất sắc |vượt mức |toàn diện |cơ bản )*(?:các |những |mọi )?(?:mục tiêu|chỉ tiêu|nhiệm vụ (?:được giao|chính trị|năm|của)|kế hoạch(?! (?:xây|triển)))"
    r"|(?:ban hành|quy định|hướng dẫn)(?: chi tiết)?(?: thi hành| thực hiện)? (?:khoản|điều|điểm|nghị định|thông tư|luật|quyết định|quy chế|pháp lệnh|kế hoạch)\s?(?:\d+ )?(?:(?:khoản|điều) )?(?:này|\d)"
    r"|thông báo (?:để|đến|cho|tới) [^;]{0,320}\b(?:biết|thực hiện)\W*$"
    r"|(?:thực hiện|triển khai) (?:một số |các |những )?(?:nội dung|nhiệm vụ|công việc) khác\b|(?:thực hiện|triển khai) có (?:thời )?hạn\b|có (?:ý kiến|văn bản)(?: chỉ đạo| trả lời| như sau)*\W*$|(?:phúc đáp|trả lời|báo cáo|thông báo)(?: [^:;.]{0,60})? như sau\s?:"
    r"|(?:để )?(?:báo cáo,? )?(?:trình|báo cáo) [^;,.]{2,60}?(?:,? (?:để )?(?:xem xét|phê duyệt|quyết định|ban hành|cho ý kiến|chỉ đạo|thông qua|theo quy định|chấp thuận|giải quyết)(?: và)?)+\W*$"
    r"|(?:(?:tập trung|tiếp tục|chỉ đạo|tổ chức|đẩy mạnh) )*triển khai (?:thực hiện )?(?:đồng bộ|quyết liệt|mạnh mẽ|có hiệu quả|hiệu quả|nghiêm túc|kịp thời)[, ]"
    r"|(?:xác định|đề ra|đặt ra|đưa ra) (?:rõ |các |những |một số |\d+ )*(?:nhóm )?(?:mục tiêu|nhiệm vụ|chỉ tiêu|phương hướng|giải pháp|khâu đột phá)\b"
    r"|làm (?:(?:phó )?(?:chủ tịch|trưởng (?:ban|đoàn|nhóm|tiểu ban)|giám đốc|chủ nhiệm)|tổ (?:trưởng|phó|viên)|(?:tổng )?thư ký|ủy viên|thành viên|đại diện)(?!\w)"
    r"|(?:tham gia|phối hợp)\b[^;]{0,40}\b(?:các hoạt động|các nhiệm vụ)|(?:tổ chức |nghiêm túc )?(?:triển khai(?: thực hiện)?|thực hiện)\W*$",
    re.IGNORECASE,
)
_OPENS_A_LIST = Pattern(r"\b(?:như sau|sau đây|dưới đây)\W*$")


def is_vague(text: str, span: Span) -> bool:
    """Whether the words at `span` say only that something is carried out, whatever it be."""
    return _VAGUE.match(text, span.start, span.end) is not None or _OPENS_A_LIST.search(text, span.start, span.end) is not None
