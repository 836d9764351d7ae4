"""How far the name of a committee goes (ban chỉ đạo, tổ công tác, hội đồng): its topic, in words of any case."""

from hopluc.reading.naming.lexicon import CAPITAL
from hopluc.reading.patterns import Pattern

_COMMITTEE_START = Pattern(
    r" (?=(?:[Cc]hương trình|[Đđ]ề (?:án|tài)|[Dd]ự án|[Cc]uộc thi|[Hh]ội thi|[Gg]iải thưởng) [“\"]|Chương trình|Đề án|Dự án|Kế hoạch|Cuộc thi|Hội thi|Hội nghị|Hội thảo|Giải thưởng|Trung ương|[Qq]uốc gia|Nhà nước|"
    r"(?<=đạo )thực hiện (?:[A-ZĐ]|chương trình (?!công tác)|đề án|dự án|quy chế dân chủ|nghị quyết số)|(?<=đạo )xây dựng (?:[Cc]hính (?:quyền|phủ)|đô thị|thành phố|[Kk]hu |[Nn]hà |hệ thống)|(?<=tác )thực hiện (?:Chương trình|Đề án|Dự án|Kế hoạch|Nghị quyết)|triển khai (?:thực hiện )?(?:Chương trình|Đề án|Dự án|Kế hoạch|Nghị quyết)|về [a-zA-ZĐđ]|cải cách|[Cc]huyển đổi số|khởi nghiệp|đổi mới sáng tạo|giảm nghèo|hội nhập|ứng phó|biến đổi|xây dựng nông thôn|phòng,? ?chống|phát triển|[Ứứ]ng dụng công|thẩm định|xét|tư vấn|"
    rf"tuyển chọn|khoa học|công nghệ|hợp tác|phối hợp|sáng kiến|đánh giá|nghiệm thu|tỉnh|thành phố|TP|cấp|liên ngành|(?!Chủ|Phó|Trưởng|Giám|Các)[{CAPITAL}]|"
    r"\d{2,3}\b(?!\.?\d| ?(?:đ|triệu|nghìn|đồng|người|thành viên)(?!\w)))"
)
_PROGRAMME_CODE = Pattern(r" [A-ZĐ]{2,3}\.[0-9][0-9./-]{0,12}[0-9](?![\w/])")  # `Chương trình KC.09/16-20`
_COMMITTEE_WORD = Pattern(
    r"(?: - | |, (?=(?:khoa học|công nghệ|đổi mới|chuyển đổi|chống|ứng phó|[a-zà-ỹ]+ [a-zà-ỹ]+ và )))"
    r"(?!(?:gồm|bao gồm|do(?! (?:chủng|bão|mưa|thiên|cháy|tai|rượu|lao)\b)|còn|đã|sẽ|đang|vừa|thành (?:Ban|Tổ|Hội)|có|được|họp|là|chưa|cần|phải|nhằm|tại|theo|để|khi|cho|báo cáo|làm|ban hành|chịu|đề nghị|"
    r"đề xuất|yêu cầu|thống nhất|giao|kết luận|tiếp tục|chủ trì|gửi|xem xét|từ|vào|trước|sau|tổ chức|thường xuyên|hoạt động|"
    r"(?:và|của) (?:các|Tổ|Ban|Hội|Sở|Ủy)|năm 20\d\d(?! )|trên|ngày|hàng|định kỳ|kịp thời|lần|khẩn trương|nêu|đánh giá|vì|mà|như|bằng|mời|thăm|cử|ký|"
    r"không|cùng|giúp|giữa|thay(?! đổi)|quy định (?:tại|ở|trong|theo)|trực tuyến với|kỷ niệm (?:\d+|ngày)|phát biểu|khai mạc|bế mạc|trao|thông qua|[Cc]hủ tịch|[Tt]rưởng|[Oo]ng|[Ôô]ng|[Bb]à|đồng chí)\b)[^\s,;:.()\n\"“”…]+"
)


def committee_end(plain: str, end: int) -> int:
    """Where the name of a committee ends whose first words end at `end`; `end` itself where no topic follows."""
    reached = end
    if _COMMITTEE_START.match(plain, end):
        for _ in range(45):
            word = _PROGRAMME_CODE.match(plain, reached) or _COMMITTEE_WORD.match(plain, reached)
            if word is None:
                break
            reached = word.end()
        title = _QUOTED.match(plain, reached)
        reached = title.end() if title else _without_loose_end(plain, end, reached)
    return reached


_QUOTED = Pattern(r" (?:“[^“”\n]{3,160}”|\"[^\"\n]{3,160}\")")  # `Ban Chủ nhiệm chương trình "Ứng dụng …"`
_LOOSE_END = Pattern(r" (?:và|với|về|của|giữa|thực hiện|-|đến|các|trong|năm)$")


def _without_loose_end(plain: str, low: int, high: int) -> int:
    """Where the name ends once words that join are left off its end."""
    loose = _LOOSE_END.search(plain, max(low, high - 12), high)
    return loose.start() if loose else high
