"""Within its time (trong thời gian thực hiện): what a work or a meeting is told to have done outside the days it is told to have lasted."""

import re
from collections.abc import Iterator

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.checks.moments import Moment, by_sentence
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_NOUNS = r"dự án|chương trình|đề án|đề tài|nhiệm vụ|hội thảo|hội nghị|hội chợ|triển lãm|khóa tập huấn|lớp tập huấn|khóa học|lớp học|đoàn công tác|chuyến công tác|cuộc thi|tuần lễ|liên hoan|mô hình"
# "Dự án được triển khai trong giai đoạn 2012-2016", "Hội thảo diễn ra từ ngày 18 đến ngày 20/5/2016".
_LASTS = Pattern(
    rf"(?P<noun>{_NOUNS})(?: [^.;:,\n\d]{{0,60}}?)? (?:được |đã )*(?:triển khai|thực hiện|diễn ra|kéo dài|tổ chức|hoạt động|mở|chạy)\b[^.;\n\d]{{0,30}}? (?:từ|giai đoạn|thời gian|các năm)(?: ngày| tháng| năm)? (?=\d)",
    re.IGNORECASE,
)
_STARTS = cues(
    "dự án ", "Dự án ", "chương trình ", "Chương trình ", "đề án ", "Đề án ", "đề tài ", "Đề tài ", "nhiệm vụ ", "Nhiệm vụ ", "hội thảo ", "Hội thảo ", "hội nghị ", "Hội nghị ",
    "hội chợ ", "Hội chợ ", "triển lãm ", "Triển lãm ", "khóa tập huấn ", "Khóa tập huấn ", "lớp tập huấn ", "Lớp tập huấn ", "khóa học ", "Khóa học ", "lớp học ", "Lớp học ",
    "đoàn công tác ", "Đoàn công tác ", "chuyến công tác ", "Chuyến công tác ", "cuộc thi ", "Cuộc thi ", "tuần lễ ", "Tuần lễ ", "liên hoan ", "Liên hoan ", "mô hình ", "Mô hình "
)  # fmt: skip
# What is done while it lasts, by it or at it.
_DURING = r"(?:(?:đã |có )*(?:tổ chức|mở|tập huấn|khảo sát|triển khai|cấp phát|cấp|hỗ trợ|xây dựng|sơ kết|bế mạc|khai mạc|tiếp|đón|thử nghiệm|trồng|lắp đặt|đào tạo)|bước vào)\b"
_AT = r"(?:tại|trong khuôn khổ|trong thời gian|phiên (?:bế mạc|khai mạc|toàn thể)(?: của)?|bế mạc|khai mạc|trong ngày làm việc [^.;,\n]{2,12} của) "
_OTHER = Pattern(
    r"\b(?:gia hạn|kéo dài thêm|mở rộng|pha hai|giai đoạn (?:hai|II|2|sau|tiếp)|tiếp nối|sau khi (?:kết thúc|dự án|chương trình)|trước khi|dự kiến|sẽ|lần thứ|nghiệm thu|tổng kết|phê duyệt|ký|chuẩn bị|khởi động|đề xuất|mới|khác|các|những)\b",
    re.IGNORECASE,
)
_REACH, _NEAR = 700, 90

CASES = (
    (
        "period_conflict",
        "Dự án được triển khai trong giai đoạn 2012-2016. Tháng 8/{2018|2014}, dự án đã tổ chức hội nghị giữa kỳ.",
    ),
    (
        "period_conflict",
        "Hội thảo diễn ra từ ngày 18/5/2016 đến ngày 20/5/2016. Chiều {23/5/2016|20/5/2016}, bế mạc hội thảo, đại biểu đi thăm làng nghề.",
    ),
    (
        "period_conflict",
        "Dự án được triển khai trong giai đoạn 2012-2016. Tháng 8/2018, dự án {đã tổ chức hội nghị giữa kỳ|mới đã tổ chức hội nghị khởi động}.",
    ),
)


def check_within_terms(case: Case) -> Iterator[Record]:
    """Each deed of a work told with its first and last days that lies outside them, in the sentences right behind."""
    for found in cued(case, _STARTS, _LASTS):
        sentence = case.sentence(Span(*found.span()))
        told = by_sentence(case)
        ends = next((moments for span, moments in told if span == sentence), [])
        ends = [moment for moment in ends if 0 <= moment.span.start - found.end() <= _NEAR // 2]
        if len(ends) != 2 or not _are_ends(case, ends) or _OTHER.search(case.plain, sentence.start, found.end()):
            continue
        noun = re.escape(found["noun"])
        deed = re.compile(rf"\b(?:{noun} {_DURING}|{_AT}{noun}\b)", re.IGNORECASE)
        outside = next((span for span in _deeds(case, deed, sentence, ends)), None)
        if outside is not None:
            whole = Span(found.start(), ends[-1].span.end)
            note = f"{quoted(case.words(outside))} nằm ngoài thời gian đã ghi: {quoted(case.words(whole))}."
            yield fault("period_conflict", note, [whole, outside])


def _are_ends(case: Case, ends: list[Moment]) -> bool:
    between = case.plain[ends[0].span.end : ends[1].span.start].strip()
    return between in ("-", "đến", "đến ngày", "đến năm", "đến tháng", "đến hết năm", "đến hết ngày", "") and ends[0].is_before(
        ends[1]
    )


def _deeds(case: Case, deed: "re.Pattern[str]", after: Span, ends: list[Moment]) -> Iterator[Span]:
    """What is told to have been done at a moment that lies outside two ends."""
    for sentence, moments in by_sentence(case):
        if not 0 <= sentence.start - after.end <= _REACH or len(moments) != 1 or _OTHER.search(case.plain, *sentence):
            continue
        moment = moments[0]
        if not (moment.is_before(ends[0]) or ends[1].is_before(moment)):
            continue
        done = deed.search(case.plain, *sentence)
        if done is not None and abs(done.start() - moment.span.end) <= _NEAR:
            yield Span(min(moment.span.start, done.start()), max(moment.span.end, done.end()))
