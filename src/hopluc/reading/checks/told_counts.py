"""Counts told again (số lượng nhắc lại): things counted twice with two numbers, known by the words right about the number.

`Tỉnh đã đón 46 đoàn khách` and later `trong 48 đoàn đã đón`; `3 huyện dự án` and `tại bốn huyện dự án`. The second telling has to be of all
of them: it is of those named before (`cả`, `trong`, `tại`), or the same long phrase stands behind both numbers. Parts, plans, other years and
places, what is added and what is left tell of something else.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.claims import figures
from hopluc.reading.checks.counts import NOUN, NUMBERS
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.checks.numbers import is_hedged
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_WORD = Pattern(r"[^\W\d_]+")
_PHRASE = Pattern(r"(?: [^\W\d_]+){1,8}")
_SPELLED_STARTS = cues(
    *(f" {word} " for word in NUMBERS if word != "năm"), *(f"{word.capitalize()} " for word in NUMBERS if word != "năm")
)
_SPELLED = Pattern(
    rf"\s?(?<!\w)(?<!hứ )(?P<number>{'|'.join(f'[{word[0].upper()}{word[0]}]{word[1:]}' for word in NUMBERS if word != 'năm')})(?P<phrase> (?:{NOUN})\b(?: [^\W\d_]+){{0,5}})"
)
# What ends the words that say what is counted.
_ENDS = frozenset(
    "của tại cho trong với do ở về từ và có là trên đến vào theo này để mà nhằm gồm bằng bởi như hoặc nhưng thì cùng đều cũng còn đăng "
    "trở nêu nói kể tham ký cam đầu cuối khác nữa mới ngoài sau trước khi dưới nằm thuộc mỗi năm tháng tổng".split()
)
_PASSIVE = frozenset("đã được bị đang chưa sẽ".split())
# What says that those counted are the ones told of before.
_DEFINITE = Pattern(
    r"(?:\b(?:[Cc]ả|[Tt]oàn bộ|[Tt]ất cả|[Tt]rong(?: tổng)?(?: số)?|[Tt]ại|[Ởở]|[Cc]ủa|[Tt]rên|[Tt]ổng(?: cộng| số)?|[Cc]ác|[Vv]ới|[Nn]hư vậy,?|[Ss]ố|[Dd]anh sách|nêu trên) )$"
)
_ALL = Pattern(r"\b(?:[Cc]ả|[Tt]oàn bộ|[Tt]ất cả|[Tt]ổng(?: cộng| số)?) $")
_PART = Pattern(
    r"\b(?:trong đó|trong số(?: đó| này)?|riêng|ngoài(?: ra)?|mỗi|từng|thêm|tăng|giảm|so với|còn lại|bình quân|trung bình|cùng kỳ|vượt|khác|tiếp|lũy kế|"
    r"ít nhất|tối thiểu|tối đa|không quá|khoảng|gần|hơn|trên|dưới|đợt|nhóm|một trong|đầu tiên|cuối|bao gồm|gồm)\b[^.;:]{0,24}$",
    re.IGNORECASE,
)
_AFTER = Pattern(
    r"(?: [^\W\d_]+){1,3} (?:khác|nữa|còn lại|mới|đầu tiên|cuối|trở lên|tiếp theo|so với|tăng|giảm|bổ sung|thêm)\b|\s?/|[^.;,(\n]{0,24}(?:\(|,) ?(?:tăng|giảm)\b"
)
_STATE = Pattern(r"\b(?:sẽ|dự kiến|kế hoạch|phấn đấu|mục tiêu|chỉ tiêu|đề xuất|đề nghị|phải|cần)\b", re.IGNORECASE)
_MARK = Pattern(
    r"\b(?:(?:19|20)\d\d|(?:đợt|giai đoạn|vòng|quý|khóa|kỳ|lần) (?:thứ )?(?:[1-9]\b|[IVX]{1,4}\b|một\b|hai\b|ba\b)|(?:6|9|sáu|chín) tháng|tháng \d{1,2})\b",
    re.IGNORECASE,
)
_NAME = Pattern(r"(?<=[^.\n“] )[A-ZĐÁÀÂĂÔƠƯ][^\W\d_]+(?: [A-ZĐÁÀÂĂÔƠƯ][^\W\d_]+)*")
# "3 huyện Gò Đỏ, Tân Phước và Chợ Kênh", "ba loài: sa nhân, ba kích và đảng sâm".
_LISTED = Pattern(r"(?: [^\W\d_]+){1,6}?(?::| gồm| là|(?= [A-ZĐ]))[^.;,\n]{2,40},[^.;\n]{2,60}? và ")
_GENERIC = frozenset("ubnd hđnd đề án dự án ban chương trình hội đồng".split())
_LOW = 1
_MOST, _FEW = 24, 30
_SAME, _LONG = 2, 4
_BACK = 44

CASES = (
    (
        "value_conflict",
        "Trong năm năm, tỉnh đã đón 46 đoàn khách với 212 lượt người.\n\nHạn chế: trong {48|46} đoàn đã đón chỉ có 9 đoàn dẫn tới dự án.",
    ),
    (
        "value_conflict",
        "Ban tổ chức nhận được 97 bản tóm tắt, chọn 48 báo cáo, mỗi báo cáo trình bày 15 phút.\n\nCả {53|48} báo cáo được chọn sẽ in trong kỷ yếu.",
    ),
    (
        "value_conflict",
        "Dự án có 12.500 hộ hưởng lợi trực tiếp.\n\nHội Nông dân vận động {15.200|12.500} hộ hưởng lợi trực tiếp đăng ký tham gia trong quý I.",
    ),
    (
        "value_conflict",
        "Mô hình triển khai ở ba huyện dự án từ đầu năm.\n\nTại {bốn|ba} huyện dự án, phòng nông nghiệp là đơn vị phối hợp.",
    ),
    (
        "count_mismatch",
        "Địa điểm: 3 huyện Gò Đa, Tân Hạ và Chợ Mới. Nước tưới của ba huyện dự án còn thiếu.\n\nTại {bốn|ba} huyện dự án, phòng nông nghiệp là đơn vị phối hợp.",
    ),
    (
        "value_conflict",
        "Đến nay có 37 doanh nghiệp được hỗ trợ đổi mới công nghệ.\n\n{Trong|Thêm} 39 doanh nghiệp được hỗ trợ đổi mới công nghệ có 12 doanh nghiệp ở nông thôn.",
    ),
    (
        "value_conflict",
        "Năm 2021 có 37 doanh nghiệp được hỗ trợ đổi mới công nghệ.\n\nTrong 39 doanh nghiệp được hỗ trợ đổi mới công nghệ {năm 2021|năm 2022} có 12 doanh nghiệp ở nông thôn.",
    ),
    (
        "value_conflict",
        "Sở đã nghiệm thu 24 đề tài cấp tỉnh.\n\nToàn bộ {26|24} đề tài đã nghiệm thu được chuyển giao.",
    ),
    (
        "value_conflict",
        "Sở {đã|dự kiến} nghiệm thu 24 đề tài cấp tỉnh.\n\nToàn bộ 26 đề tài đã nghiệm thu được chuyển giao.",
    ),
    (
        "value_conflict",
        "Sở đã nghiệm thu 24 đề tài{| của huyện Thanh Lộc}.\n\nToàn bộ 26 đề tài đã nghiệm thu{| của huyện An Phước} được chuyển giao.",
    ),
)


@dataclass(frozen=True)
class Count:
    """A number of things where it stands: `phrase` the words that go on with what is counted, its noun first."""

    case: Case
    value: int
    span: Span
    phrase: tuple[str, ...]

    @cached_property
    def sentence(self) -> Span:
        """The sentence it stands in."""
        return self.case.sentence(self.span)

    @cached_property
    def before(self) -> str:
        """The words right before it, in its sentence."""
        return self.case.plain[max(self.sentence.start, self.span.start - _BACK) : self.span.start]

    @cached_property
    def marks(self) -> frozenset[str]:
        """The years, quarters and rounds that its sentence names, or else the years of the paragraph before it."""
        words = self.case.plain[self.sentence.start : self.sentence.end]
        return frozenset(found.casefold() for found in _MARK.findall(words))

    @cached_property
    def is_planned(self) -> bool:
        """Whether its sentence tells of a plan before it."""
        return _STATE.search(self.case.plain, self.sentence.start, self.span.end) is not None

    @cached_property
    def names(self) -> frozenset[str]:
        """The proper names of its clause."""
        start, end = self.sentence
        low = max(start, self.span.start - 2 * _BACK)
        high = min(end, self.span.end + 2 * _BACK)
        return frozenset(found.casefold() for found in _NAME.findall(self.case.plain, low, high)) - _GENERIC

    @cached_property
    def verb(self) -> str:
        """The last word before the number."""
        words = _WORD.findall(self.before)
        return words[-1].casefold() if words and self.before.rstrip().endswith(words[-1]) else ""

    @cached_property
    def done(self) -> str:
        """What is said right behind those counted to have been done with them: `đoàn đã đón`."""
        for at, word in enumerate(self.phrase):
            if word in _PASSIVE and at + 1 < len(self.phrase):
                later = [other for other in self.phrase[at + 1 :] if other not in _PASSIVE]
                return " ".join(later[:2])
        return ""

    @cached_property
    def kind(self) -> tuple[str, ...]:
        """The words that say what is counted, up to a verb."""
        cut = next((at for at, word in enumerate(self.phrase) if word in _PASSIVE), len(self.phrase))
        return self.phrase[:cut]


def check_told_counts(case: Case) -> Iterator[Record]:
    """Each pair of counts that must be one and are two; one for each phrase."""
    by_noun: dict[str, list[Count]] = defaultdict(list)
    for count in _counts(case):
        by_noun[count.phrase[0]].append(count)
    for alike in by_noun.values():
        if len({count.value for count in alike}) < _SAME:
            continue
        told = set[int]()
        for one, other in combinations(alike[:_MOST], 2):
            if other.span.start not in told and _are_one(one, other, alike):
                told.add(other.span.start)
                yield _fault(case, one, other, alike)


def _counts(case: Case) -> list[Count]:
    plain = case.plain
    known = list[Count]()
    for fact, value, unit in figures(case):
        if fact.kind != "quantity" or unit == "%" or value != int(value) or value <= _LOW:
            continue
        number = plain.find(" ", fact.span.start, fact.span.end)
        phrase = _PHRASE.match(plain, number) if number > 0 else None
        if phrase is not None and not is_hedged(plain, fact.span.start):
            known.append(Count(case, int(value), Span(fact.span.start, number), _phrase(phrase[0])))
    for found in cued(case, _SPELLED_STARTS, _SPELLED):
        start, end = found.span("number")
        if not is_hedged(plain, start) and not case.is_taken(start):
            known.append(Count(case, NUMBERS[found["number"].lower()], Span(start, end), _phrase(found["phrase"])))
    return [count for count in sorted(known, key=lambda count: count.span) if count.phrase]


def _phrase(words: str) -> tuple[str, ...]:
    kept = list[str]()
    for word in words.casefold().split():
        if word in _ENDS:
            break
        kept.append(word)
    return tuple(kept)


def _are_one(one: Count, other: Count, alike: list[Count]) -> bool:
    """Whether two counts are of the same things: near each other, with nothing that tells them apart."""
    more, less = max(one.value, other.value), min(one.value, other.value)
    if more == less or not _is_slip(one, other) or one.sentence.overlaps(other.sentence):
        return False
    if not (_is_same_phrase(one, other, alike) or _is_same_deed(one, other)):
        return False
    if one.is_planned != other.is_planned or (one.marks and other.marks and not one.marks & other.marks):
        return False
    if any(_PART.search(count.before) or _AFTER.match(count.case.plain, count.span.end) for count in (one, other)):
        return False
    return one.names <= other.names or other.names <= one.names


def _is_slip(one: Count, other: Count) -> bool:
    more, less = max(one.value, other.value), min(one.value, other.value)
    if sorted(str(one.value)) == sorted(str(other.value)):
        return more <= 3 * less
    return 4 * more <= 5 * less or (more - less == 1 and more <= 10)


def _is_same_phrase(one: Count, other: Count, alike: list[Count]) -> bool:
    """Whether the same words say what is counted: two or more that the second telling takes up, or many that no third has."""
    shorter = min(len(one.phrase), len(other.phrase))
    if one.phrase[:shorter] != other.phrase[:shorter]:
        return False
    tellings = [count for count in alike if count.phrase[:shorter] == one.phrase[:shorter]]
    if len({count.value for count in tellings}) > _SAME:
        return False
    if shorter > _LONG or (shorter == _LONG and len(one.phrase) == len(other.phrase)):
        return True
    return shorter > _SAME and _DEFINITE.search(other.before) is not None


def _is_same_deed(one: Count, other: Count) -> bool:
    """Whether the second telling is of those of which the first tells what was done: `đã đón 46 đoàn`, `trong 48 đoàn đã đón`."""
    if not other.done or _DEFINITE.search(other.before) is None:
        return False
    if other.kind != one.kind[: len(other.kind)]:
        return False
    first = other.done.split()[0]
    words = _WORD.findall(one.before.casefold())
    return words[-1:] == [first] or words[-2:] == other.done.split() or one.done.split()[:1] == [first]


def _fault(case: Case, one: Count, other: Count, alike: list[Count]) -> Record:
    listed = next((count for count in alike if count.value == one.value and _is_listed(count)), None)
    spans = [
        Span(max(count.sentence.start, count.span.start - _BACK // 2), min(count.sentence.end, count.span.end + _BACK))
        for count in (listed or one, other)
    ]
    first, second = (quoted(case.words(span)) for span in spans)
    note = f"Có thể cùng một số lượng ghi {one.value} ({first}) và {other.value} ({second})."
    return fault("count_mismatch" if listed else "value_conflict", note, spans)


def _is_listed(count: Count) -> bool:
    """Whether the things counted are named right behind the number."""
    return _LISTED.match(count.case.plain, count.span.end) is not None
