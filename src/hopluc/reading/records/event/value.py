"""Event, the value: what took place or is to, when and where; and what its readers share."""

import re
from dataclasses import dataclass

from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Value
from hopluc.reading.page.clauses import sentence_with
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.setting import Setting
from hopluc.reading.records.times_said import UPPER, Time

LONGEST_NAME = 220
LONGEST_EVIDENCE = 350
PLACE = Pattern(
    rf"\b(?:[Tt]ại|[Ởở])\s+(?!(?:Nghị quyết|Quyết định|Kế hoạch|Chương trình|Công văn|Thông báo|Chỉ thị|Luật|Điều|Khoản|Văn bản|Tờ trình|Báo cáo|Thông tư|Nghị định|Kỳ họp|Phiên họp|Hội nghị|Hội thảo|Tọa đàm|Đại hội|Lễ|Diễn đàn|Ngày hội|Buổi|Cuộc)\b)(?P<place>(?:(?:thủ đô|Thủ đô|thành phố|tỉnh|TP\.?|quận|huyện|thị xã|thị trấn|phường|xã|thôn|bản|làng|ấp|trụ sở|hội trường|phòng họp|nhà (?:văn hóa|khách|thi đấu|máy)|sân vận động|quảng trường|trung tâm|trường|khách sạn|nước|bang|khu|vườn|đảo|phố(?: đi bộ)?|hồ|công viên)\s+){{0,2}}(?:[{UPPER}][^,.;:()\n“”\"]|số \d)"
    rf"[^,.;:()\n“”\"]{{0,79}}?)(?=\s*(?:[,;:()\n“”\"]|\.(?=\s|$)|$|\s(?:năm|ngày|vào|từ|với|dưới|do|giữa|nhằm|đã|sẽ|trong|sáng|chiều|tối|hôm|và(?! [{UPPER}])|để|có|được|đến|tháng|giúp|thu hút|tổ chức|diễn ra|khai mạc|cần|về|xác định|nêu rõ|quy định|thống nhất|đánh dấu|\d{{4}})\b))"
)

NAME_END = Pattern(
    rf"(?<!\bTP)(?<!\bTp)\.(?!\d)|[;:\n\t|]|(?<=\d\d\d\d),(?!\s(?:triển khai|phương hướng|đề ra|nhiệm vụ|kế hoạch)\b)|\((?![A-ZĐ&]{{2,8}}\)\s[^\W\dA-ZĐ])|,(?=\s(?!(?:Công nghệ|CN|ĐMST|Đổi mới|Kỹ thuật)\b)[{UPPER}])"
    r"|,(?=\s(?:ngày|tại|với|do|nhằm|có|thu hút|đồng chí|ông|bà|vào|dưới|trong|sáng|chiều|từ|đã|được|sẽ|tham gia|tổ chức|phối hợp|đồng thời|qua đó|chính thức|góp phần|tạo|thể hiện|đánh dấu|mở ra|thống nhất|các đại biểu|đại diện|lãnh đạo)\b)"
    r"|\s(?:vào (?:\d+|(?:ngày|sáng|chiều|tối|đầu|cuối|giữa|tháng|năm|hồi|quý)\b)|(?:vào )?(?:ngày|sáng|chiều|tối|hôm|tháng) \d+|(?:khai mạc|bế mạc|khai giảng|bế giảng|mở cửa|mở|họp|trưng bày)(?=\s(?:vào|ngày|tại|ở|từ|sáng|chiều|tối|đến|hôm|\d))|tổ chức (?:ngày|vào|tại|từ|trong)|khởi động|mở cửa|vừa (?:tổng kết|họp|tổ chức|diễn ra|được|trao|công bố|khai mạc|ký)|ghi nhận|chia (?:ra|làm|thành)|vừa qua|vừa rồi|có tới|(?:có|nhận|đón) \d+|khép lại|kết thúc|bắt đầu|mở màn|đồng tổ chức|tại|do|dưới sự|với sự|với quy mô"
    r"|với chủ đề|với hơn|với gần|với nhiều|với (?:các|những) (?:điều khoản|nội dung|hoạt động|nhiệm vụ)|với \d+|cho (?=\d+ (?:tác giả|nhóm|tập thể|cá nhân|thí sinh|đội|giải|nông dân)\b)|(?:theo|bằng|dưới) hình thức|như sau|nhằm|đang|hội tụ|khơi dậy|lan tỏa|có sự|được|đã|sẽ|dự kiến|diễn ra|thu hút|trong (?:các|hai|\d+|quý|tháng|năm|tuần)|kéo dài|quy tụ|là|cho thấy|cũng|để|từ ngày|ở)\b"
)
PLANNED = Pattern(
    r"\b(?:sẽ|dự kiến|chuẩn bị|sắp|đăng cai|kế hoạch|(?:đề nghị|đề xuất)(?! của)|phấn đấu|tiến tới)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Event(Value):
    """An event held or planned; `date` ISO with its grain, also `--12-20` or a bare year."""

    name: str
    date: str | None = None
    place: str | None = None
    status: str | None = None


def is_day(time: Time) -> bool:
    """Whether a time is a month or finer."""
    return len(time.period.start or "") >= len("2026-01")


_FIRST_DAY = Pattern(r"\b(?P<day>\d{1,2})\s?(?:-|và)\s?$")


def day_of(document: Document, time: Time) -> str | None:
    """The day an event begins on: of `18 - 19/5/2017` the first."""
    iso = time.period.start
    first = _FIRST_DAY.search(document.plain, max(0, time.span.start - len("31 và ")), time.span.start)
    if (
        first is None
        or iso is None
        or len(iso) < len("--05-19")
        or iso.count("-") < 2
        or not 0 < int(first["day"]) < int(iso[-2:])
    ):
        return iso
    return f"{iso[:-2]}{int(first['day']):02}"


def evidence(name: Span, *others: Span | None) -> tuple[Span, ...]:
    """One span over name, date and place where they stand together; else the name and the first two of what stands apart."""
    spans = [name, *(span for span in others if span is not None)]
    whole = Span(min(span.start for span in spans), max(span.end for span in spans))
    if whole.end - whole.start <= LONGEST_EVIDENCE:
        return (whole,)
    apart = [span for span in spans[1:] if not name.contains(span)]
    return tuple(sorted([name, *apart[:2]]))


def place_of(document: Document, name: Span, sentence: Span, time: Time | None = None) -> Span | None:
    """The place after the name or the day told of it, else one the sentence opens with (`Ngày …, tại Hà Nội, …`)."""
    plain = document.plain
    stop = plain.find(";", name.end, max(sentence.end, name.end))
    found = _placed(plain, name.end, max(sentence.end, name.end) if stop < 0 else stop, 120)
    if found is not None and _FURTHER.search(plain, name.end, found.start()):
        found = _placed(plain, sentence.start, name.start, 120) or found  # told of whom it names, behind the place told first
    if found is None and time is not None and time.span.start > name.end:
        found = _placed(plain, time.span.end, sentence.end, 60)
    if found is None:
        found = _placed(plain, sentence.start, name.start, 120)
        if found is not None and _NEXT_LINE.search(plain, found.end(), name.start):
            return None  # told in the headline above
    return Span(*found.span("place")) if found else None


def _placed(plain: str, start: int, end: int, reach: int) -> re.Match[str] | None:
    """The place that begins within `reach` of `start`, whole though it ends farther on."""
    found = PLACE.search(plain, start, min(end, start + reach + _LONGEST_PLACE))
    if found is not None and _POSTED_AT.search(plain, max(0, found.start() - 40), found.start()):
        found = PLACE.search(plain, found.end(), min(end, start + reach + _LONGEST_PLACE))
    return found if found is not None and found.start() < start + reach else None


_NEXT_LINE = Pattern(rf"[^,\s]\s*\n\s*[({UPPER}]")
_FURTHER = Pattern(r",|\b(?:đang|do|có|là)\b")
_LONGEST_PLACE = 110
# Where an envoy is posted is not where one is met: `tiếp Đại sứ Nhật Bản tại Việt Nam`.
_POSTED_AT = Pattern(r"(?:Đại sứ|Lãnh sự|Đại diện|Trưởng đại diện|đại diện|Đại sứ quán)(?: [^\W\d]+){0,5} $")


_SAME_DAY = Pattern(r"\b(?:(?:sáng|chiều|tối|trưa) )?cùng ngày\b|\btrong ngày\b(?!\s\d)", re.IGNORECASE)
_SAME_DAY_REACH, _OPENS = 4_000, 30
_EXACT = len("2026-01-01")


def same_day(document: Document, setting: Setting, sentence: Span, end: int) -> Time | None:
    """The day that a sentence refers back to before `end` (`Chiều cùng ngày, …`): the last one told before it; None where it does not."""
    said = _SAME_DAY.search(document.plain, sentence.start, max(sentence.start, end))
    if said is None:
        return None
    before = Span(max(0, sentence.start - _SAME_DAY_REACH), sentence.start)
    days = [
        time for time in setting.times(before) if is_day(time) and len((time.period.start or "").lstrip("-")) in (_EXACT, 5)
    ]
    opening = [day for day in days if day.span.start - sentence_with(document, day.span).start <= _OPENS]
    told = (opening or days)[-1:]
    return Time(Span(*said.span()), told[0].period, None) if told else None
