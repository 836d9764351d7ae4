"""Notices (thời hạn báo trước, trả lời): so many days for one duty, told twice in one text with two numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.checks.meaning import meaning
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_WITHIN = Pattern(
    r"(?:rước(?: hạn)?|rong(?: vòng| thời hạn| thời gian)?|hời hạn|hông quá|ít nhất|hậm nhất(?: là)?|ối thiểu|ối đa)(?: ít nhất| tối thiểu| là| không quá)?"
    r" (?P<number>\d{1,3}) (?P<unit>ngày(?: làm việc)?|tháng|giờ|tuần)\b(?! (?:đầu|cuối|\d))"
)
_STARTS = cues("rước ", "rong ", "hời hạn ", "hông quá ", "ít nhất ", "hậm nhất ", "ối thiểu ", "ối đa ")
_DUTIES = Pattern(
    r"\b(?:thông báo|báo|trả lời|thẩm định|thanh toán|nộp|giải quyết|xử lý|phê duyệt|cấp|chuyển|bàn giao|gửi|hoàn trả|bảo hành|công bố|xem xét|phản hồi|quyết toán|niêm yết|khiếu nại)\b",
    re.IGNORECASE,
)
_OTHER = Pattern(
    r"\b(?:đơn giản|phức tạp|đặc biệt|khẩn|gia hạn|kéo dài|bổ sung|vượt quá|trừ|quá hạn|nếu sau|không nhận|lần thứ|trung bình|bình quân|rút ngắn|giảm|thực tế|trước đây|cũ)\b",
    re.IGNORECASE,
)
_DROP = frozenset("báo bên kia kia ít nhất trong thông thời hạn phải ngày làm việc một".split())
_FEWEST, _MOST = 3, 40

CASES = (
    (
        "value_conflict",
        "Điều 6. Một bên muốn chấm dứt trước hạn phải thông báo cho bên kia trước ít nhất 90 ngày.\n\nPhụ lục: một bên chấm dứt Thỏa thuận trước hạn báo cho bên kia trước {45|90} ngày để quyết toán.",
    ),
    (
        "value_conflict",
        "Sở Y tế thẩm định hồ sơ đăng ký đề tài trong thời hạn 15 ngày.\n\nHồ sơ đăng ký đề tài {được thẩm định trong 20 ngày, kể từ ngày nhận|phức tạp được thẩm định trong 20 ngày, kể từ ngày nhận}.",
    ),
    (
        "value_conflict",
        "Sở Y tế thẩm định hồ sơ đăng ký đề tài trong thời hạn 15 ngày.\n\nHồ sơ đăng ký đề tài {được thẩm định|bị trả lại được nộp} trong 20 ngày, kể từ ngày nhận.",
    ),
)


@dataclass(frozen=True)
class Notice:
    """A number of days for a duty: `duties` the verbs, `words` what else its clause says."""

    days: tuple[int, str]
    duties: frozenset[str]
    words: frozenset[str]
    sentence: Span
    span: Span


def check_notices(case: Case) -> Iterator[Record]:
    """Each pair of notices for one duty in two lengths."""
    known = [notice for found in cued(case, _STARTS, _WITHIN) if (notice := _notice(case, found)) is not None]
    for one, other in combinations(known[:_MOST], 2):
        if one.days == other.days or one.days[1] != other.days[1] or one.sentence.overlaps(other.sentence):
            continue
        shared = len(one.words & other.words)
        if one.duties & other.duties and shared >= _FEWEST and 3 * shared >= 2 * min(len(one.words), len(other.words)):
            first, second = (quoted(case.words(notice.span)) for notice in (one, other))
            yield fault("value_conflict", f"Một thời hạn ghi hai số: {first} và {second}.", [one.span, other.span])


def _notice(case: Case, found: re.Match[str]) -> Notice | None:
    sentence = case.sentence(Span(*found.span()))
    start = max([sentence.start, *(case.plain.rfind(mark, sentence.start, found.start()) + 1 for mark in ";:")])
    end = min([sentence.end, *(at for at in (case.plain.find(mark, found.end(), sentence.end) for mark in ";,") if at > 0)])
    words = case.plain[start:end]
    duties = frozenset(duty.casefold().removeprefix("thông ") for duty in _DUTIES.findall(words))
    if not duties or _OTHER.search(words):
        return None
    rest = meaning(case.plain[start : found.start() - 1] + case.plain[found.end() : end])
    rest -= _DROP | frozenset(word for duty in duties for word in duty.split())
    return Notice(
        (int(found["number"]), found["unit"]),
        duties,
        rest,
        sentence,
        Span(start + len(words) - len(words.lstrip()), found.end()),
    )
