"""Lives of bodies (thành lập, giải thể): what a body is told to have done after it was dissolved, merged or renamed, or before it was founded."""

import re
from collections.abc import Iterator

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.checks.moments import Moment, by_sentence
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import CAPITAL, Pattern

_W = r"[^\W\d_]+"
_BODY = rf"(?P<body>{CAPITAL}{_W.replace('+', '*')}(?: {_W}){{1,9}}?)"
_ENDED = Pattern(
    rf"(?:^|(?<=[.,;:\n] )|(?<=[.,;:\n])){_BODY} (?:chính thức |được |bị |đã )*(?:giải thể|sáp nhập|hợp nhất|chấm dứt hoạt động|ngừng hoạt động|kết thúc hoạt động|đổi tên|nhập vào)\b"
)
_ENDED_STARTS = cues(
    "giải thể", "sáp nhập", "hợp nhất", "chấm dứt hoạt động", "ngừng hoạt động", "kết thúc hoạt động", "đổi tên", "nhập vào"
)
_FOUNDED = Pattern(
    rf"(?:^|(?<=[.,;:\n] )|(?<=[.,;:\n])){_BODY} (?:chính thức |được |đã )*(?:thành lập|ra đời|ra mắt|đi vào hoạt động)\b"
)
_FOUNDED_STARTS = cues("thành lập", "ra đời", "ra mắt", "đi vào hoạt động")
_WORD = Pattern(_W)
# What a body does itself, right behind its name.
_ACTS = (
    r",? (?:đã |vẫn |cũng |tiếp tục |chính thức |lại |còn )*(?:ký|tổ chức|chủ trì|ban hành|mở|họp|phối hợp|triển khai|cử|trình|tiếp nhận|tiếp|cấp|nhận|khai trương|"
    r"thực hiện|hoàn thành|bàn giao|đón|công bố|tuyển|kiểm tra|khảo sát|hướng dẫn|thành lập|khởi công|giới thiệu|tham gia|đăng cai|đạt|báo cáo|gửi|đề xuất|lập|xây dựng|tham mưu|kết nạp|nghiệm thu)\b"
)
_OTHER = Pattern(
    r"\b(?:trước đây|cũ|nguyên|tiền thân|trước khi|sẽ|dự kiến|kế hoạch|đề nghị|đề xuất|tái lập|khôi phục|chưa|không|nếu|phương án|nay là|lấy lại tên)\b",
    re.IGNORECASE,
)
_LONGEST, _FEWEST, _REACH = 90, 2, 130

CASES = (
    (
        "sequence",
        "Ban quản lý dự án được thành lập ngày 15/6/2017. Ngày {10/5/2017|10/7/2017}, Ban quản lý dự án họp phiên đầu tiên.",
    ),
    (
        "sequence",
        "Trung tâm Thông tin tỉnh Tân Lâm được giải thể từ ngày 01/7/2019. Tháng {9/2019|5/2019}, Trung tâm Thông tin tỉnh Tân Lâm ký thỏa thuận cung cấp dữ liệu.",
    ),
    (
        "sequence",
        "Từ ngày 01/01/2017, Phòng Công nghệ được sáp nhập vào Phòng Quản lý.\nNgày {15/4/2017|15/4/2016}, Phòng Công nghệ chủ trì cuộc họp về đổi mới thiết bị.",
    ),
    (
        "sequence",
        "Từ ngày 01/01/2017, Phòng Công nghệ {được|dự kiến được} sáp nhập vào Phòng Quản lý.\nNgày 15/4/2017, Phòng Công nghệ chủ trì cuộc họp về đổi mới thiết bị.",
    ),
)


def check_dissolved(case: Case) -> Iterator[Record]:
    """Each body with the first thing it is told to have done after its end."""
    for starts, pattern, later in ((_ENDED_STARTS, _ENDED, True), (_FOUNDED_STARTS, _FOUNDED, False)):
        yield from _of_kind(case, starts, pattern, later=later)


def _of_kind(case: Case, starts: tuple[str, ...], pattern: Pattern, *, later: bool) -> Iterator[Record]:
    """Bodies that act after their end, or before their beginning."""
    told = dict(reversed(by_sentence(case)))
    seen = set[str]()
    for word in cued(case, starts, _WORD):
        sentence = case.sentence(Span(*word.span()))
        moments = told.get(sentence, ())
        if len(moments) != 1 or word.start() - sentence.start > _REACH * 2 or _OTHER.search(case.plain, *sentence):
            continue
        found = next((one for one in pattern.finditer(case.plain, *sentence) if one.start() <= word.start() < one.end()), None)
        if found is None or len(found["body"].split()) < _FEWEST or found["body"] in seen:
            continue
        seen.add(found["body"])
        wrong = _done(case, found["body"], (sentence, moments[0]), later=later)
        if wrong is not None:
            span = Span(min(found.start("body"), moments[0].span.start), max(found.end(), moments[0].span.end))
            note = f"{quoted(case.words(wrong))} trong khi {quoted(case.words(span))}."
            yield fault("sequence", note, [span, wrong])


def _done(case: Case, body: str, known: tuple[Span, Moment], *, later: bool) -> Span | None:
    """Where a body is told to do something at a moment after its end, or before its beginning."""
    told, turn = known
    acts = re.compile(rf"{re.escape(body)}{_ACTS}")
    for sentence, moments in by_sentence(case):
        wrong = turn.is_before(moments[0]) if later else moments[0].is_before(turn)
        if sentence == told or not wrong or len(moments) > 2 or _OTHER.search(case.plain, *sentence):
            continue
        act = acts.search(case.plain, *sentence)
        if act is not None and act.start() - moments[0].span.end <= _LONGEST:
            return Span(min(act.start(), moments[0].span.start), max(act.end(), moments[0].span.end))
    return None
