"""What is counted (danh từ được đếm) before a list, and numbers in words: the vocabulary that the checks of counts share."""

import re

from hopluc.reading.mentions.calendar_words import roman
from hopluc.reading.patterns import Pattern

# What lists are announced by; other nouns (`120 đại biểu: …`) are followed by anything.
NOUN = (
    r"nội dung|lĩnh vực|nhiệm vụ|nhóm|mục tiêu|giải pháp|đề án|(?:tiểu )?dự án|đề tài|chương trình|chỉ tiêu|tiêu chí|vấn đề|nguyên tắc|bước|"
    r"hợp phần|trụ cột|đột phá|định hướng|kiến nghị|đề xuất|hoạt động|sản phẩm|hạng mục|loại|hình thức|phương án|nguyên nhân|hạn chế|"
    r"tồn tại|bài học|thành viên|ủy viên|tổ viên|đồng chí|cơ quan|đơn vị|sở|ngành|trường|viện|doanh nghiệp|công ty|tập đoàn|tổ chức|tỉnh|"
    r"thành phố|quận|huyện|xã|phường|nước|quốc gia|địa phương|địa điểm|địa bàn|mô hình|công nghệ|giống|công trình|gian hàng|giải|lớp|khóa|"
    r"hội thảo|hội nghị|sự kiện|văn bản|quyết định|nghị quyết|thỏa thuận|bản ghi nhớ|hợp đồng|cuộc|phần|điểm|ý|mặt|khâu|yếu tố|khu vực|vùng|ban|tổ|"
    r"bên|chuyên đề|kế hoạch|chính sách|cơ chế|biện pháp|dịch vụ|kết quả|thành tựu|quan điểm|phương hướng|dòng|mảng|tuyến|khu|trung tâm|"
    r"phó (?:trưởng )?ban|phó trưởng đoàn|phó chủ tịch|hướng|người|vị|ông|bà|điều khoản|tham luận|trạm|chuyên mục|tiểu ban|phòng|trang trại|"
    r"hợp tác xã|giải thưởng|sáng kiến|sáng chế|tiêu chuẩn|quy trình|thiết bị|hệ thống|kênh|đợt|buổi|tài liệu|báo cáo|phiên|làng nghề|bệnh viện|"
    r"nguồn|thế mạnh|thách thức|cơ hội|lợi thế|khó khăn|lý do|điều kiện|yêu cầu|câu hỏi|khuyến nghị|phong trào|ngành hàng|cây trồng|vật nuôi|đối tác|hội đồng|việc|cơ sở|kết luận|khu|cụm|ý kiến|cam kết|"
    r"mục|chương|trường hợp|phương pháp|công cụ|tính năng|ứng dụng|phần mềm|bài|tác phẩm|giá trị|công đoạn|quy định|thủ tục|chủ đề|chủ trương|"
    r"khía cạnh|vòng|loài|tác giả|cá nhân|tập thể|nhà khoa học|nghệ nhân|gương mặt|câu lạc bộ|học phần|môn|nghề|đội|khuyết điểm|ưu điểm|thông số|đặc điểm|tiện ích|thành phần|giấy tờ|lực lượng|cấp độ|tầng"
)
# Counts in words. A bare `năm` is a year; after these words it counts.
NUMBERS = dict(zip("hai ba bốn năm sáu bảy tám chín mười".split(), range(2, 11), strict=True))
# Those of them that count whatever stands beside them.
SURE_NUMBERS = {word: number for word, number in NUMBERS.items() if word != "năm"}
# From one on: `một` is an article as often as it counts.
UNITS = {"một": 1} | NUMBERS
# Of the one and the other in a row: `thứ nhất`, `lần thứ tư`.
PLACES = {"nhất": 1, "tư": 4} | NUMBERS
_ONES = UNITS | {"mốt": 1, "tư": 4, "lăm": 5}
_TENS = ("mươi", "mười")


def number_of(words: str) -> int:
    """The number that digits or one of UNITS say.

    >>> number_of("07"), number_of("Bảy")
    (7, 7)
    """
    return int(words) if words.isdigit() else UNITS[words.lower()]


def number_up_to_99(words: str) -> int | None:
    """The number that digits or words up to 99 say; None for words that say none.

    >>> number_up_to_99("120"), number_up_to_99("Mười lăm"), number_up_to_99("hai mươi tư"), number_up_to_99("hai ba")
    (120, 15, 24, None)
    """
    if words.isdigit():
        return int(words)
    first, *rest = words.lower().split()
    if first == "mười":
        return 10 + (_ONES.get(rest[0], 0) if rest else 0)
    if first not in _ONES or not rest:
        return _ONES.get(first)
    return 10 * _ONES[first] + (_ONES.get(rest[1], 0) if len(rest) > 1 else 0) if rest[0] in _TENS else None


_TOLD_FURTHER = Pattern(r"\.\s[^.\n]{0,120}?(?i:phó (?:trưởng )?ban|thành viên|ủy viên|tổ (?:phó|viên)|thư ký|còn lại)(?!\w)")


def told_further(plain: str, end: int) -> bool:
    """Whether the next sentence goes on with the people counted: `Ban có 10 thành viên: ông A làm Trưởng ban. Phó Trưởng ban là bà B.`"""
    return _TOLD_FURTHER.match(plain, end) is not None


# Groups that one person may belong to several of: what each counts does not add up, nor do their shares.
OVERLAPPING = Pattern(
    r"\b(?:giáo sư|(?<!phụ )nữ|đảng viên|đoàn viên|dân tộc|tôn giáo|khuyết tật|ngoài [Đđ]ảng|tái cử|tái đắc cử|tự ứng cử|(?:dưới|trên) \d+ tuổi|tuổi trẻ|trẻ tuổi)\b",
    re.IGNORECASE,
)
# An index is a mean of those it is made of, no sum.
INDEX = Pattern(r"\b(?:chỉ số|hệ số|điểm số|điểm (?:trung bình|bình quân))\b", re.IGNORECASE)


def place_of(words: str) -> int | None:
    """The place in a row that digits, words or Roman numerals say; None for words that say none.

    >>> place_of("12"), place_of("tư"), place_of("XIV"), place_of("cuối")
    (12, 4, 14, None)
    """
    return int(words) if words.isdigit() else PLACES.get(words.lower()) or roman(words) or None
