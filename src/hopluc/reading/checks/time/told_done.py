"""Told as done (việc đã làm): what a paper tells to have happened, dated after the day of the paper itself."""

from collections.abc import Iterator

from hopluc.reading.checks.acts import written
from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import in_small

_DONE = in_small(
    r"\bđã (?:được )?(?:ban hành|tổ chức|họp|ký(?: kết)?|thành lập|kiểm tra|nghiệm thu|bàn giao|khai mạc|khởi công|khánh thành|trình|phê duyệt|tiến hành|mở|công bố|hoàn thành|làm việc|phối hợp|chủ trì|chuyển giao|tiếp)\b"
)
_OTHER = in_small(
    r"\b(?:sẽ|dự kiến|kế hoạch|đến(?! làm| thăm| nay)|tới|trước|sau|hạn|hiệu lực|lùi|hoãn|gia hạn|chuẩn bị|diễn ra từ|khai mạc vào|nhằm|để|cho|phục vụ|chào mừng|hướng tới|tổ chức vào|kỷ niệm|đăng ký|đề nghị|yêu cầu|thời gian|nếu)\b[^.;]{0,70}$"
)
_WHEN = in_small(r"(?:\b(?:ngày|vào|hôm|sáng|chiều|tháng|trong|và)(?: (?:ngày|tháng|hôm))*|,)\s$")
_REACH, _FAR = 160, 5

CASES = (
    (
        "impossible_date",
        "Tân Lâm, ngày 05 tháng 7 năm 2018\nBÁO CÁO\nKết quả 6 tháng đầu năm 2018\nBan Chỉ đạo đã họp 02 phiên vào ngày 06/02/2018 và ngày 15/{8|5}/2018.",
    ),
    (
        "impossible_date",
        "Tân Lâm, ngày 05 tháng 7 năm 2018\nBÁO CÁO\nKết quả 6 tháng đầu năm 2018\nViện đã {bàn giao|lắp xong để bàn giao} máy sấy ngày 15/8/2018.",
    ),
)


def check_told_done(case: Case) -> Iterator[Record]:
    """Days of what has been done that lie after the paper's own day."""
    own = case.own_date
    if own is None or own.value.last is None or own.value.year is None:
        return
    for fact, first in case.dated:
        if first <= own.value.last or first.year - own.value.year > _FAR or fact.value.year is None:
            continue
        if fact.span.start in case.cited_dates:
            continue
        sentence = case.sentence(fact.span)
        before = case.small[max(sentence.start, fact.span.start - _REACH) : fact.span.start]
        done = next(reversed(list(_DONE.finditer(before))), None)
        if done is not None and _WHEN.search(before) and not _OTHER.search(before, done.start()):
            words = Span(sentence.start, fact.span.end)
            note = f"Việc đã làm ghi {written(fact.value)}, muộn hơn ngày của chính văn bản ({written(own.value)}): {quoted(case.words(words))}."
            yield fault("impossible_date", note, [fact.span, own.span])
