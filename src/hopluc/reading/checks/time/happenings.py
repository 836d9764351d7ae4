"""Happenings told twice (một việc ghi hai thời điểm): one beginning, opening, founding, signing or deadline with two dates.

Every moment of a document is kept with what happens at it, by the word for it that stands nearest (`khởi công`, `thành lập`, `trước
ngày`), and the words that say of what. Two of one kind are one happening where the words of the terser stand about the other too.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.checks.meaning import EMPTY
from hopluc.reading.checks.moments import Moment, by_sentence
from hopluc.reading.checks.tellings import NAME
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.kept import kept
from hopluc.reading.patterns import WORD, Pattern, in_small

# What a thing does once, each group of words for one such deed.
_DEEDS = {
    "begun": "khởi công|động thổ|khởi động",
    "opened": "khai mạc|mở cửa|khai trương",
    "closed": "bế mạc|đóng cửa",
    "finished": "khánh thành|đưa vào (?:sử dụng|hoạt động|vận hành)",
    "founded": "thành lập|ra đời|tái lập",
    "signed": "ký kết|(?<!đăng )ký(?! hiệu| túc)",
    "in_force": "có hiệu lực",
    "born": "sinh(?= (?:năm|ngày|tháng|tại|ở|trưởng) )",
    "approved": "phê duyệt|thông qua",
    "due": "trước ngày|chậm nhất|hạn cuối|hạn chót|thời hạn|hoàn thành(?: trước| trong)?|xong trước|trước",
    "found": "phát hiện|khai quật",
    "named": "công nhận|(?<!bảng )xếp hạng(?! chỉ số| thứ|,)|phong tặng",
}  # fmt: skip
_DEED = in_small(r"\b(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _DEEDS.items()) + r")\b")
_OTHER = in_small(
    r"\b(?:dự kiến|sẽ|lùi|dời|hoãn|gia hạn|điều chỉnh|thay|lần (?:thứ|đầu|hai|ba|[1-9])|đợt|giai đoạn|khóa|hằng|hàng|mỗi|trước đó|năm trước|"
    r"kế hoạch ban đầu|sửa đổi|bổ sung|thay thế|(?:ký(?: kết)?|thành lập|khởi động|mở|phê duyệt|khai trương|công nhận) lại|cùng kỳ|tập \w+|hạng mục)\b"
)
_GENERIC = EMPTY | frozenset("khởi công động thổ khai mạc mở cửa trương bế đóng khánh thành đưa sử dụng hoạt lập ra đời tái ký kết hiệu lực sinh phê duyệt thông "
    "hoàn hạn chót cuối xong chậm hôm sáng chiều chính thức lễ được hồi khoảng thời gian hết phát hiện nhận công buổi ông bà".split())  # fmt: skip
_END = Pattern(r"\b(?:đến|hết|tới)(?: hết)?(?: ngày| tháng| năm)? $")
# What an act does to others with the day of its force is no change of that day.
_REPLACED = ("thay", "thay thế", "sửa đổi", "bổ sung")
# "sau hai năm kể từ khi khởi động, tức tháng 3/2022": the deed is what the time is counted from.
_COUNTED_FROM = Pattern(
    r"\b(?:kỷ niệm|mừng|nhân dịp)\b[^.;,]{0,40}$|\b(?:năm|tháng|ngày|tuần) (?:kể )?(?:từ|sau)(?: khi| ngày| lúc)? (?:được |chính thức )?$",
    re.IGNORECASE,
)
# "tốt nghiệp các tháng 7, 10, 12-2021": one deed done again and again.
_SEVERAL = Pattern(r"\b(?:các|những)(?: (?:ngày|tháng|năm)\b[\d/, và-]*)?\s*$")
_ASIDE = Pattern(r"\b(?:theo|như|kể từ|sau khi|trước khi|căn cứ|thực hiện|so với)\b")
_BEFORE, _BEHIND, _ABOUT, _NEAR = 70, 60, 110, 18
_FEWEST, _MOSTLY, _ENOUGH = 2, 0.6, 0.75
_MOST = 40
_YEARS_APART = 30

CASES = (
    (
        "date_conflict",
        "Quyết định này có hiệu lực kể từ ngày 01/02/2018.\nĐiều 12. Quyết định này có hiệu lực từ ngày {15|01}/02/2018 và thay thế các quy định trước đây.",
    ),
    (
        "date_conflict",
        "Hồ chứa Khe Cỏ được khởi công năm 2011. Thiết kế đã sửa nhiều.\nHồ chứa Khe Cỏ khởi công năm {2012|2011}, nay tưới cho 900 ha.",
    ),
    (
        "date_conflict",
        "Nhiệm vụ khởi động tháng 3/2020.\n{Nhiệm vụ khởi động|Sau hai năm kể từ khi khởi động, tức} tháng 3/2022, nhiệm vụ đã có sản phẩm.",
    ),
    (
        "date_conflict",
        "Phòng Kế hoạch lập dự toán cải tạo trạm bơm: xong trước ngày 15/5/2018.\nPhân công: lập dự toán cải tạo trạm bơm, xong trước ngày {30|15}/5/2018.",
    ),
    (
        "date_conflict",
        "Lễ trao bằng cho sinh viên bế mạc {tháng|các tháng 3, 5 và} 7/2021 tại hội trường.\n\nLễ trao bằng cho sinh viên bế mạc tháng 3/2022 tại hội trường.",
    ),
    (
        "date_conflict",
        "Cây cầu treo được khánh thành năm 2009. Trẻ em hết phải bơi.\nHôm khánh thành cầu treo năm {2007|2009}, cả bản mổ trâu ăn mừng.",
    ),
)


@dataclass(frozen=True, eq=False)
class Happening:
    """A moment with what happens at it: `deed` the kind, `cue` where the word for it stands."""

    case: Case
    deed: str
    moment: Moment
    sentence: Span
    cue: Span

    @kept
    def words(self) -> frozenset[str]:
        """The words of meaning near it, in its clause, without that for the deed."""
        return frozenset(WORD.findall(self._clause.casefold())) - _GENERIC

    @kept
    def around(self) -> frozenset[str]:
        """The words of meaning of its sentence."""
        return frozenset(WORD.findall(self.case.plain[self.sentence.start : self.sentence.end].casefold())) - _GENERIC

    @kept
    def names(self) -> frozenset[str]:
        """The proper names near it."""
        return frozenset(name.casefold() for name in NAME.findall(self._clause)) - _GENERIC

    @property
    def passage(self) -> Span:
        """The words that date it."""
        start = max(self.sentence.start, min(self.cue.start, self.moment.span.start) - _BEHIND)
        return Span(start, max(self.cue.end, self.moment.span.end))

    @kept
    def _clause(self) -> str:
        plain = self.case.plain
        first, last = min(self.cue.start, self.moment.span.start), max(self.cue.end, self.moment.span.end)
        low, high = max(self.sentence.start, first - _ABOUT), min(self.sentence.end, last + _BEHIND)
        low = max(low, *(plain.rfind(stop, low, first) + 1 for stop in (";", "(", "\n")), plain.rfind(". ", low, first) + 1)
        ends = [at for stop in (";", ", ", ")") if (at := plain.find(stop, last, high)) >= 0]
        return plain[low : min(ends, default=high)]


def check_happenings(case: Case) -> Iterator[Record]:
    """Every two dates of one happening that cannot both be meant, once for each later one."""
    by_deed: dict[str, list[Happening]] = defaultdict(list)
    for happening in happenings(case):
        by_deed[happening.deed].append(happening)
    for alike in by_deed.values():
        told = set[Span]()
        for one, other in combinations(alike[:_MOST], 2):
            if other.moment.span not in told and differ(one.moment, other.moment) and _are_one(one, other, len(alike)):
                told.add(other.moment.span)
                yield _fault(case, one, other)


def happenings(case: Case) -> list[Happening]:
    """Everything a document dates that a thing does once, in order."""
    return case.view(_happenings)


def _happenings(case: Case) -> list[Happening]:
    return list(_found(case))


def _found(case: Case) -> Iterator[Happening]:
    for sentence, told in by_sentence(case):
        for place, moment in enumerate(told):
            if moment.closed or _END.search(case.plain, max(sentence.start, moment.span.start - _NEAR), moment.span.start):
                continue
            low = max(sentence.start, moment.span.start - _BEFORE, told[place - 1].span.end if place else 0)
            high = min(
                sentence.end, moment.span.end + _BEHIND, told[place + 1].span.start if place + 1 < len(told) else sentence.end
            )
            found = _nearest(case, low, moment.span, high)
            if _SEVERAL.search(case.plain, low, moment.span.start):
                continue
            if found is None or _COUNTED_FROM.search(case.plain, max(sentence.start, found.start() - 40), found.start()):
                continue
            other = _OTHER.search(case.small, *sentence)
            if found.lastgroup and (other is None or (found.lastgroup == "in_force" and other[0] in _REPLACED)):
                yield Happening(case, found.lastgroup, moment, sentence, Span(*found.span()))


def _nearest(case: Case, low: int, span: Span, high: int) -> re.Match[str] | None:
    """The word for a deed that a moment goes with: the last before it, or else the first behind."""
    before = list(_DEED.finditer(case.small, low, span.start))
    behind = next(_DEED.finditer(case.small, span.end, high), None)
    if behind is not None and not before and _ASIDE.search(case.plain, span.end, behind.start()):
        return None  # "bắt đầu từ tháng 5/2019 theo đề án được phê duyệt"
    return before[-1] if before else behind


def differ(one: Moment, other: Moment) -> bool:
    """Whether two moments cannot both be meant, and lie near enough for one to be a slip of the other."""
    grain = min(len(one.parts), len(other.parts))
    return one.parts[:grain] != other.parts[:grain] and abs(one.year - other.year) <= _YEARS_APART


def _are_one(one: Happening, other: Happening, count: int) -> bool:
    if one.sentence.overlaps(other.sentence):
        return False
    if not (one.names <= other.names | other.around or other.names <= one.names | one.around):
        return False
    terse, full = sorted((one, other), key=lambda happening: len(happening.words))
    shared = len(terse.words & full.around)
    if one.deed == "due" or count > _FEWEST:
        return shared > _FEWEST and shared >= _ENOUGH * len(terse.words)
    return shared >= 1 and shared >= _MOSTLY * len(terse.words)


def _fault(case: Case, one: Happening, other: Happening) -> Record:
    spans = [one.passage, other.passage]
    first, second = (quoted(case.words(span)) for span in spans)
    return fault("date_conflict", f"Một việc ghi hai thời điểm: {first} và {second}.", spans)
