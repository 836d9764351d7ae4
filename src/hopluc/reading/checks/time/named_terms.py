"""Terms of named works (giai đoạn của chương trình, đề án): one work that a document gives two periods."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Fact, Record
from hopluc.reading.mentions.periods import Period
from hopluc.reading.patterns import Pattern
from hopluc.vietnamese import fold

# "Đề án hợp tác phát triển giống cây trồng giai đoạn 2021-2025": the name that leads up to its period.
_NAMED = Pattern(
    r"\b(?P<name>(?:[Cc]hương trình|[Đđ]ề án|[Kk]ế hoạch|[Dd]ự án|[Tt]hỏa thuận|[Cc]hiến lược|[Qq]uy chế)(?: [^\s.,;:()]+){4,30}?|Chương trình (?:phối hợp|hợp tác)|Thỏa thuận(?: hợp tác)?|Biên bản ghi nhớ),? (?:giai đoạn|thời kỳ) $"
)
_WORDS = ("giai đoạn ", "thời kỳ ")
_REACH, _SHORT = 220, 5
# "Chương trình phối hợp giai đoạn …" of a paper that tells of one such work under its whole name.
_SHORT_NAME = Pattern(
    r"\b(?P<name>(?:Chương trình|Đề án|Kế hoạch|Dự án|Thỏa thuận|Chiến lược|Quy chế) [^\W\d_]+ [^\W\d_]+(?: [^\W\d_]+)?),? (?:giai đoạn|thời kỳ) $"
)
_LONG_NAME = Pattern(
    r"\b(?P<name>(?:Chương trình|Đề án|Kế hoạch|Dự án|Thỏa thuận|Chiến lược)(?: [^\s.,;:()]+,?){4,40}?),? (?:giai đoạn|thời kỳ) $"
)
_LATER = Pattern(
    r"\b(?:tiếp theo|(?<!đổi )mới|trước(?! (?:ngày|tháng|khi|\d))|thay thế|kéo dài|gia hạn|điều chỉnh)\b", re.IGNORECASE
)

CASES = (
    (
        "period_conflict",
        "Tám sở đã ký Quy chế phối hợp giai đoạn 2018 - 2022.\n\nMỗi sở cử một đầu mối theo dõi Quy chế phối hợp giai đoạn {2017 - 2021|2018 - 2022}.",
    ),
    (
        "period_conflict",
        "Hai bên sơ kết Chương trình phối hợp hoạt động khoa học và công nghệ giai đoạn 2021-2025.\n\nĐại biểu khẳng định Chương trình phối hợp giai đoạn {2022-2026|2021-2025} là căn cứ để tỉnh huy động vốn.",
    ),
    (
        "period_conflict",
        "Hai bên sơ kết Chương trình phối hợp hoạt động khoa học và công nghệ giai đoạn 2021-2025.\n\nChương trình phối hợp giai đoạn {2020|2016}-{2024|2020} đã tổng kết.",
    ),
)


def check_named_terms(case: Case) -> Iterator[Record]:
    """Works named alike word for word whose periods begin or end together and yet differ."""
    named: dict[str, list[tuple[Span, Fact]]] = defaultdict(list)
    for period in case.found.of("period"):
        start = period.span.start
        if not case.plain.endswith(_WORDS, max(0, start - 12), start):
            continue
        sentence = case.sentence(period.span)
        found = _NAMED.search(case.plain, max(sentence.start, start - _REACH), start)
        short = found is not None and len(found["name"].split()) < _SHORT
        if short and " giữa " in case.plain[period.span.end : sentence.end]:
            continue  # told with its parties: another check knows it by them
        if found and " giữa " not in found["name"] and not _LATER.search(case.plain, sentence.start, sentence.end):
            named[fold(found["name"])].append((Span(found.start(), period.span.end), period))
    yield from _called_short(case)
    for same in named.values():
        first, one = same[0]
        for second, other in same[1:]:
            ends = (one.value.start == other.value.start, one.value.end == other.value.end)
            if one.value.start and other.value.start and sum(ends) == 1:
                note = f"{quoted(case.words(first))} và {quoted(case.words(second))}: cùng một tên, hai giai đoạn."
                yield fault("period_conflict", note, [first, second])
                break


def _called_short(case: Case) -> Iterator[Record]:
    """Works called by the first words of their name with another period than all the whole names that begin so."""
    whole: list[tuple[str, Span, Fact]] = []
    short: list[tuple[str, Span, Fact]] = []
    for period in case.found.of("period"):
        start = period.span.start
        if not case.plain.endswith(_WORDS, max(0, start - 12), start) or not (period.value.start and period.value.end):
            continue
        sentence = case.sentence(period.span)
        low = max(sentence.start, start - _REACH)
        if _LATER.search(case.plain, sentence.start, sentence.end) or case.plain.startswith(" giữa ", period.span.end):
            continue
        called, named = _SHORT_NAME.search(case.plain, low, start), _LONG_NAME.search(case.plain, low, start)
        if called:
            short.append((fold(called["name"]), Span(called.start(), period.span.end), period))
        elif named:
            whole.append((fold(named["name"]), Span(named.start(), period.span.end), period))
    for (name, passage, period), (again, other, second) in pairwise(short):
        if name == again and _is_shifted(period.value, second.value):
            note = f"{quoted(case.words(passage))} và {quoted(case.words(other))}: một tên gọi tắt, hai giai đoạn."
            yield fault("period_conflict", note, [passage, other])
    for name, passage, period in short:
        known = [one for one in whole if one[0].startswith(f"{name} ")]
        if len({one[2].value for one in known}) == 1 and _is_shifted(known[0][2].value, period.value):
            note = f"{quoted(case.words(known[0][1]))} và {quoted(case.words(passage))}: một tên gọi tắt, hai giai đoạn."
            yield fault("period_conflict", note, [known[0][1], passage])


def _is_shifted(one: Period, other: Period) -> bool:
    """Whether two periods overlap and neither is a phase of the other that begins with it: equally long, or alike in their end."""
    first, second = (tuple(int(end[:4]) for end in (period.start or "0", period.end or "0")) for period in (one, other))
    if first == second or max(first[0], second[0]) > min(first[1], second[1]):
        return False
    return first[1] - first[0] == second[1] - second[0] or first[1] == second[1]
