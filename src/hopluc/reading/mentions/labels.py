"""Numbers that name instead of counting (số hiệu): years, articles, streets, grades, hours; judged by the words around them."""

from hopluc.reading.patterns import Pattern

# What stands before a number that is a name: an article, an address, a place in a list, a document.
_HARD = frozenset(
    """điều khoản chương lục mục bảng hình biểu thứ quận phường đường ngõ ngách hẻm lộ lần trang cột dòng tầng nhà kỷ nghị-định nghị-quyết
    thông-tư chỉ-thị kết-luận luật lệnh công-văn tài-khoản mã hiệu thoại fax tel đt tđt hotline zalo iso tcvn qcvn iec tccs tcn astm en haccp gmp
    issn isbn din jis rohs ul covid sars đ/c k qđ nđ nq tt km cao-tốc phiên-bản version v windows office giờ phút""".split()
)
_SOFT = frozenset(
    """đoạn đợt khóa kỳ hạng loại nhóm cấp bước vòng lớp khu vùng tuần tập phiên top phần bài câu mẫu tổ đội ca vụ bậc mức phòng trạm cụm
    bản trường đoàn ban án trình hoạch quyết-định điểm tàu xe nhiệm-kỳ quyển cuốn""".split()
)
_CALENDAR = frozenset("ngày tháng năm quý tuần mùng mồng".split())
_EACH = frozenset("mỗi hằng hàng một cả từng quân".split())
_COUNTING_SO = frozenset("tổng trong con dân thiểu đa sĩ quân nhân ước".split())
_YEAR_BEFORE = frozenset(
    "năm đến từ tới trước sau nhìn kỳ đoạn khóa niên hè đông tết quý tháng cuối đầu giữa cho hạn vụ mùa xuân thu kể nay hết qua".split()
)
_CLOCK_BEFORE = frozenset("lúc hồi vào từ đến trước tới".split())
_TIME_GOES_ON = Pattern(r" ?(?:[0-9]|sáng|trưa|chiều|tối|đêm|ngày [0-9]|kém|rưỡi|ngày mai|cùng ngày)")
_YEAR_AFTER = Pattern(r" (?:19|20)[0-9]{2}(?! ?- ?(?:19|20)|[0-9])")
_DAY_AFTER = Pattern(r" [0-9]{1,2}(?![0-9.,])")

# Words of the lists above that, after these, count nothing less: a list of works, a lesson, a ministry's order.
_NOT_LABELS = frozenset(
    """danh-mục hạng-mục chuyên-mục đề-mục tổng-mức định-mức bình-quân thành-phần
    tiêu-điểm đặc-điểm quan-điểm thời-điểm địa-điểm ưu-điểm trọng-điểm thí-điểm điều-khoản lập-bản văn-bản cơ-bản nhật-bản biên-bản
    nhân-loại phân-loại chủng-loại nâng-cấp cung-cấp trung-cấp cao-cấp phân-cấp cấp-bậc dự-án đáp-án phương-án
    tiểu-vùng nhà-trường thị-trường môi-trường hiện-trường công-trường quảng-trường hội-trường lập-trường
    dự-phòng quốc-phòng văn-phòng đề-phòng bộ-đội quân-đội ban-đầu tập-đoàn công-đoàn sư-đoàn lữ-đoàn
    lấy-mẫu thu-mẫu đóng-tàu ba-lô đạt-mức ban-ngành
    trên-đường con-đường tuyến-đường đèn-đường làm-đường rải-đường mở-đường mía-đường
    mô-hình địa-hình loại-hình truyền-hình màn-hình""".split()
)

COUNTS, ONLY_NOUN, NAMES = "counts", "only before a noun", "names"


def words_before(plain: str, start: int) -> list[str]:
    """Up to three words before `start` in its line, as written, the nearest last."""
    piece = plain[max(0, start - 30) : start]
    cut = max(piece.rfind("\n"), piece.rfind("\t"), piece.rfind("|"))
    return piece[cut + 1 :].replace("(", " ").split()[-3:]


def is_year(figures: str) -> bool:
    """Whether figures may be a year: four of them, without a dot."""
    return len(figures) == 4 and figures[:2] in ("19", "20") and figures.isdigit()


def judge(words: list[str], figures: str) -> str:
    """Whether a number after `words` counts, names, or counts only where a known noun follows it."""
    if not words:
        return ONLY_NOUN if is_year(figures) else COUNTS
    word = words[-1].lower()
    earlier = words[-2].lower() if len(words) > 1 else ""
    if is_year(figures) and (word in _YEAR_BEFORE or words[-1][0].isupper()):
        return NAMES
    if word == "số":
        return COUNTS if earlier in _COUNTING_SO else NAMES
    if word in _CALENDAR:
        return COUNTS if earlier in _EACH or earlier.isdigit() else NAMES
    both = f"{earlier}-{word}"
    if both not in _NOT_LABELS and (word in _HARD or both in _HARD):
        return NAMES
    is_label = both not in _NOT_LABELS and (word in _SOFT or both in _SOFT)
    is_name = words[-1][0].isupper() and len(words) > 1 and words[-2][-1].isalnum()
    return ONLY_NOUN if is_label or is_name or is_year(figures) else COUNTS


def is_clock(plain: str, words: list[str], end: int, unit: str) -> bool:
    """Whether a number before `giờ` tells the time of day; `end` is where the unit ends."""
    if unit != "giờ":
        return False
    before = words[-1].lower() if words else ""
    return before in _CLOCK_BEFORE or _TIME_GOES_ON.match(plain, end) is not None


def is_calendar(plain: str, verdict: str, end: int, unit: str) -> bool:
    """Whether the unit after the number is the next part of a date (`đợt 2 năm 2024`, `30 tháng 4`)."""
    if unit == "năm":
        return _YEAR_AFTER.match(plain, end) is not None
    if unit.startswith("năm "):
        return verdict != COUNTS
    return unit == "tháng" and _DAY_AFTER.match(plain, end) is not None
