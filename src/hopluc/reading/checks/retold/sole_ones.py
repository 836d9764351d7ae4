"""The only one (duy nhất): what is told to be the only one of its kind, beside another of that kind elsewhere in the document."""

import re
from collections.abc import Iterator

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import CAPITAL, Pattern

_KIND = r"cơ sở|đơn vị|trung tâm|trường|viện|phòng(?: thí nghiệm| thử nghiệm| nuôi cấy)?|trạm|nhà máy|xưởng|doanh nghiệp|công ty|hợp tác xã|địa phương|tỉnh|huyện|xã|dự án|đề tài|mô hình|vườn|phòng khám|bệnh viện|khoa|quỹ"
# "là cơ sở nuôi cấy mô duy nhất của tỉnh", "là đơn vị duy nhất được công nhận đạt chuẩn quốc gia".
_SOLE = Pattern(
    rf"là (?:một trong những )?(?P<kind>{_KIND})(?P<what>(?: [^\W\d_A-ZĐ]+){{0,6}}?) duy nhất\b(?P<more>(?: (?!của\b|ở\b|trên\b|tại\b|trong\b|cả\b)[^\W_]+){{0,6}})"
)
_STARTS = cues("duy nhất")
_HAS = Pattern(rf"\b(?P<subject>{CAPITAL}[^\W\d_]*(?: {CAPITAL}[^\W\d_]*)*)")
_NOT_NOW = Pattern(
    r"\b(?:từng|trước đây|khi đó|lúc đó|đến (?:năm|khi)|sẽ|dự kiến|chưa|không|muốn|cần|kế hoạch|đề nghị|thêm|thứ hai|ngoài tỉnh|tỉnh bạn|cũ|nước ngoài)\b",
    re.IGNORECASE,
)
_BACK, _FEWEST, _FEWEST_SAID = 60, 3, 3

CASES = (
    (
        "value_conflict",
        "Trạm nhân giống Nà Lình là cơ sở nuôi cấy mô duy nhất của tỉnh.\n\nPhòng {nuôi cấy mô|máy tính} của Trường Cao đẳng Nông lâm Vân Khê chạy đều từ năm 2014.",
    ),
    (
        "value_conflict",
        "Trạm nhân giống Nà Lình là cơ sở nuôi cấy mô duy nhất của tỉnh.\n\nPhòng nuôi cấy mô của {Trường Cao đẳng Nông lâm Vân Khê|trạm Nà Lình} chạy đều từ năm 2014.",
    ),
    (
        "value_conflict",
        "Huyện Mường Sơn là địa phương duy nhất hoàn thành chỉ tiêu trồng rừng.\n\nHuyện Yên Trạch {cũng|chưa} hoàn thành chỉ tiêu trồng rừng vào tháng 10.",
    ),
)


def check_sole_ones(case: Case) -> Iterator[Record]:
    """Each one told to be the only one where another is told of."""
    for word in cued(case, _STARTS, Pattern(r"duy nhất")):
        found = next(
            (
                match
                for match in _SOLE.finditer(case.plain, max(0, word.start() - _BACK), word.end() + _BACK)
                if match.end() >= word.end()
            ),
            None,
        )
        if found is None or found.start() > word.start():
            continue
        sentence = case.sentence(Span(*found.span()))
        if _NOT_NOW.search(case.plain, *sentence):
            continue
        names = {name.casefold() for name in _HAS.findall(case.plain, sentence.start, found.start())}
        other = next((span for pattern in _patterns(found) for span in _others(case, pattern, sentence, names)), None)
        if other is not None:
            span = Span(max(sentence.start, found.start() - _BACK // 2), found.end())
            note = f"Ghi {quoted(case.words(span))} nhưng nơi khác có {quoted(case.words(other))}."
            yield fault("value_conflict", note, [span, other])


def _patterns(found: "re.Match[str]") -> Iterator["re.Pattern[str]"]:
    """How another of the kind would be told: `phòng nuôi cấy mô của …`, `… cũng hoàn thành chỉ tiêu …`."""
    what, more = found["what"].split(), found["more"].split()
    if len(what) >= _FEWEST:
        yield re.compile(
            rf"\b(?:{_KIND}) {' '.join(map(re.escape, what))} (?:của|thuộc|tại|ở) (?:[^\W\d_]+ ){{0,2}}?{_HAS.pattern}",
            re.IGNORECASE,
        )
    if len(more) >= _FEWEST_SAID:
        yield re.compile(rf"{_HAS.pattern}(?:,? (?:đã|cũng|vừa|mới))* {' '.join(map(re.escape, more))}\b")


def _others(case: Case, pattern: "re.Pattern[str]", sentence: Span, names: set[str]) -> Iterator[Span]:
    """Where another is told of: under a name that the sentence on the only one has not."""
    for found in pattern.finditer(case.plain):
        span = Span(*found.span())
        about = case.sentence(span)
        subject = found["subject"].casefold()
        known = any(subject in name or name.endswith(subject) or subject.endswith(name) for name in names)
        if (
            subject[:1].isalpha()
            and found["subject"][0].isupper()
            and not known
            and not about.overlaps(sentence)
            and not _NOT_NOW.search(case.plain, *about)
        ):
            yield span
