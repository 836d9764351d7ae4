"""Terms in brackets (thời gian trong ngoặc): `Dự án A (2015 - 2018), kết thúc tháng 12/2019`."""

from collections.abc import Iterator

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern, in_small

_ENDS = Pattern(r"\),? (?:sẽ |đã |dự kiến )?kết thúc (?:vào |trong )?(?:cuối )?")
_OTHER = in_small(r"\b(?:gia hạn|kéo dài|chậm|lùi|sớm|trước hạn)\b")

CASES = (("period_conflict", "- Dự án Đào tạo giảng viên (2015 - 2018), kết thúc tháng 12/{2019|2018};"),)


def check_bracketed_terms(case: Case) -> Iterator[Record]:
    """Works whose term stands in brackets and that are told right behind it to end in another year."""
    if ") kết thúc" not in case.plain and "), " not in case.plain:
        return
    for period in case.found.of("period"):
        found = _ENDS.match(case.plain, period.span.end)
        if found is None or case.plain[period.span.start - 1] != "(" or not period.value.end:
            continue
        told = next(iter(case.found.within("date", Span(found.end(), found.end() + 24))), None)
        if (
            told is None
            or told.span.start > found.end() + len("tháng ")
            or told.value.year in (None, int(period.value.end[:4]))
        ):
            continue
        span = Span(period.span.start - 1, told.span.end)
        if not _OTHER.search(case.small, *case.sentence(period.span)):
            yield fault(
                "period_conflict", f"Năm kết thúc không khớp thời gian trong ngoặc: {quoted(case.words(span))}.", [span]
            )
