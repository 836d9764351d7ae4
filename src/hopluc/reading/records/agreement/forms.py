"""The words by which a paper of co-operation goes (loại văn bản hợp tác), the verbs that sign it, and how its title goes on."""

import re

from hopluc.reading.patterns import Pattern

FORM_WORDS = (
    *("thoa thuan", "bien ban", "ban ghi nho", "chuong trinh", "ke hoach", "quy che", "nghi quyet"),
    *("hop dong", "y dinh thu", "nghi dinh thu", "tuyen bo chung", "hiep dinh", "hop tac", "mou"),
    *("van ban hop tac", "van ban thoa thuan", "van ban ghi nho", "cam ket hop tac", "giao uoc", "ghi nho"),
    *("cam ket tieu thu", "cam ket phoi hop", "cam ket cung cap", "cam ket lien ket", "cam ket bao tieu", "cam ket ho tro"),
    *("ban cam ket", "giao keo"),
)
FORM = Pattern(
    r"(?:thỏa thuận(?: khung| ghi nhớ)?(?: hợp tác| phối hợp| liên kết)?(?: toàn diện| chiến lược| song phương)*"
    r"|(?:biên bản|văn bản|bản) (?:thỏa thuận )?(?:ghi nhớ|thỏa thuận|hợp tác|cam kết hợp tác)(?: hợp tác)?"
    r"|bản cam kết(?! (?:thực hiện|hợp tác|tiêu thụ|phối hợp|cung cấp|liên kết|bao tiêu|hỗ trợ))|giao kèo(?: hợp tác)?|cam kết (?:hợp tác|tiêu thụ|phối hợp|cung cấp|liên kết|bao tiêu|hỗ trợ)|giao ước (?:phối hợp|hợp tác|liên kết|kết nghĩa)"
    r"|(?:chương trình|kế hoạch|quy chế|nghị quyết) (?:phối hợp|hợp tác|liên tịch|ký kết|trao đổi|liên kết)(?: liên ngành)?"
    r"|hợp đồng(?: hợp tác| nguyên tắc| kinh tế| chuyển giao| tài trợ| trách nhiệm)?|MoU|ý định thư|nghị định thư(?: hợp tác)?"
    r"|(?<=ký )ghi nhớ|(?<=ký kết )ghi nhớ|tuyên bố chung|hiệp định(?: hợp tác| khung)?"
    r"|hợp tác(?: chiến lược| toàn diện)*)",
    re.IGNORECASE,
)
SIGN = Pattern(
    r"\b[Kk][ýí](?: kết)?\b(?! (?:hiệu|túc|ban hành|sự|quỹ|duyệt|tên|số|họa))|\btrao(?: đổi)? (?=(?:bản|biên bản|văn bản|thỏa thuận|Bản|Biên bản|Văn bản|Thỏa thuận)\b)"
    r"|\bgia hạn (?=(?i:(?:bản |biên bản |văn bản )?(?:thỏa thuận|ghi nhớ|hợp đồng|chương trình|quy chế|hợp tác)\b))"
    r"|\b(?:đạt(?: được)?|đi đến) (?=(?:bản |một )?(?:thỏa thuận|biên bản|hợp đồng)\b)"
)
SUBJECT = Pattern(
    r"(?:\s-\s[A-Z]{2,8}\s*|\s?\([^()\n]{1,60}\)\s+|\s+)(?:về|trong lĩnh vực|nhằm|để|tổ chức|triển khai|cung cấp|đào tạo|chuyển giao|xây dựng|thực hiện|nghiên cứu|phát triển)\s[^.;:]{3,160}?(?=\s*(?:[.;:)]|$|,? (?:giai đoạn|trong giai đoạn|vào|dưới|giữa|với|bao gồm|gồm|đến năm|có hiệu lực|thời hạn|trong thời hạn|trong vòng|kéo dài|trị giá|nhân dịp|hướng tới|cho thấy|(?:đã )?được|do|ký)\b))"
)
# What the paper is for, said right behind its form where its sides stand before: `A và B ký hợp đồng lập quy hoạch chống úng`.
OBJECT = Pattern(
    r"(?! ?(?:đã|sẽ|được|do|của|này|nói|trên|số|giai|trong|vào|ngày|tháng|năm|có|là|và|với|giữa|cùng|tại|từ|đến|trước|sau|theo|kèm)\b)"
    r"(?: [^\s.;:,()\n]{1,14}){2,18}?(?=\s*(?:[.;:,()\n]|$)|\s(?:giai đoạn|trong|giữa|với|vào|ngày|tháng|năm|do|trị giá|có|được|đã|sẽ|từ|trước|tại|kéo|đến năm|hướng)\b)"
)
PLANNED = Pattern(
    r"(?:chủ trương|chuẩn bị|dự kiến|sẽ|tiến tới|đang|xem xét|đề xuất|hướng tới|chờ|sắp|thúc đẩy|xúc tiến|(?-i:nghiên cứu))[^.;,]{0,60}$",
    re.IGNORECASE,
)
TO_COME = Pattern(
    r"(?:(?!thỏa thuận|biên bản|chương trình|hợp đồng)[^.;\n]){0,90}?\b(?:để ký|sẽ ký|dự kiến ký|ký vào|trình ký)\b"
)
PLAN_OF = Pattern(r"kế hoạch (?:triển khai|thực hiện|triển khai thực hiện) (?:các |nội dung )?$", re.IGNORECASE)
