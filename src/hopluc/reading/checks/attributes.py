"""Attributes (đặc trưng được nêu hai lần): what a line or a sentence names before a colon or `là`, and gives two values.

`Thời gian thực hiện dự án: 24 tháng` and `thời gian thực hiện dự án là 30 tháng` name the same with all their words, so their values
have to be one; a name, a year or a place more makes it another attribute.
"""

from collections import defaultdict
from collections.abc import Iterator

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.checks.numbers import NUMBER, is_hedged
from hopluc.reading.checks.ranges import range_of
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_STARTS = cues("ời gian ", "ời hạn ", "iện tích ", "inh phí ", "ổng vốn ", "ổng mức ", "ông suất ", "ân số ", "ức hỗ trợ ", "ỷ lệ ", "ố lượng ", "ức phạt ", "iệm kỳ ", "ức lương ", "ông suất ", "ản lượng ", "ức vay ", "ãi suất ", "uy mô ", "hiều dài ", "ố thành viên ", "ố người ", "ỷ giá ")  # fmt: skip
_SAID = Pattern(
    rf"(?P<what>[^.;:\n\d,()]{{6,80}}?)(?: này)?\s?(?::| là| đạt| được| bằng)(?: được| trong| tối đa| có)?\s(?P<number>{NUMBER})(?P<scale>\s(?:nghìn|ngàn|triệu|tỷ|tỉ))?\s?(?P<unit>%|[^\W\d_]+2?)(?P<per>/[^\W\d_]+)?"
)
_EMPTY = frozenset("của các cho là và được trong theo về với có này tại do từ đó thì".split())
_STATES = Pattern(
    r"\b(?:kế hoạch|dự kiến|mục tiêu|phấn đấu|chỉ tiêu|thực tế|ban đầu|trước|sau|mới|cũ|năm|tháng|quý|giai đoạn|đợt|vụ|bình quân|trung bình|mỗi|tối đa|tối thiểu|đã|còn lại|tăng|giảm)\b"
)
_FEWEST = 3

CASES = (
    (
        "value_conflict",
        "Thời gian thực hiện dự án: 24 tháng.\nHai bên thống nhất thời gian thực hiện dự án là {30|24} tháng kể từ ngày ký.\n",
    ),
    ("value_conflict", "Diện tích khu nhà lưới: 25 ha.\nTheo biên bản nghiệm thu, diện tích khu nhà lưới là {35|25} ha.\n"),
)


def check_attributes(case: Case) -> Iterator[Record]:
    """Attributes with two values, once each."""
    known: dict[tuple[frozenset[str], str], list[tuple[str, Span]]] = defaultdict(list)
    for found in cued(case, _STARTS, _SAID):
        start = found.start()
        while start and case.plain[start - 1].isalpha():
            start -= 1
        named = f"{case.plain[start : found.start()]}{found['what']}".casefold()
        words = frozenset(word for word in named.split() if word not in _EMPTY)
        number = found.start("number")
        if len(words) < _FEWEST or _STATES.search(named) or case.is_taken(number) or is_hedged(case.plain, number):
            continue
        value = f"{range_of(found['number'] + (found['scale'] or '')).value.normalize():f}"
        known[words, f"{found['unit']}{found['per'] or ''}".casefold()].append((value, Span(start, found.end())))
    for told in known.values():
        if len({value for value, _ in told}) != len(("one", "other")):
            continue
        first, span = told[0]
        other = next(place for value, place in told if value != first)
        note = f"Cùng một nội dung ghi hai số: {quoted(case.words(span))} và {quoted(case.words(other))}."
        yield fault("value_conflict", note, [span, other])
