"""Terms of named works (giai đoạn của chương trình, đề án): one work that a document gives two periods."""

import re
from collections import defaultdict
from collections.abc import Iterator

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Fact, Record
from hopluc.reading.patterns import Pattern
from hopluc.vietnamese import fold

# "Đề án hợp tác phát triển giống cây trồng giai đoạn 2021-2025": the name that leads up to its period.
_NAMED = Pattern(
    r"\b(?P<name>(?:[Cc]hương trình|[Đđ]ề án|[Kk]ế hoạch|[Dd]ự án|[Tt]hỏa thuận|[Cc]hiến lược|[Qq]uy chế)(?: [^\s.,;:()]+){4,30}?|Chương trình (?:phối hợp|hợp tác)|Thỏa thuận(?: hợp tác)?|Biên bản ghi nhớ),? (?:giai đoạn|thời kỳ) $"
)
_WORDS = ("giai đoạn ", "thời kỳ ")
_REACH, _SHORT = 220, 5
_LATER = Pattern(r"\b(?:tiếp theo|mới|trước|thay thế|kéo dài|gia hạn|điều chỉnh)\b", re.IGNORECASE)


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
    for same in named.values():
        first, one = same[0]
        for second, other in same[1:]:
            ends = (one.value.start == other.value.start, one.value.end == other.value.end)
            if one.value.start and other.value.start and sum(ends) == 1:
                note = f"{quoted(case.words(first))} và {quoted(case.words(second))}: cùng một tên, hai giai đoạn."
                yield fault("period_conflict", note, [first, second])
                break
