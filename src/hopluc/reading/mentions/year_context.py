"""The year a date without one is meant in (năm theo ngữ cảnh): that of the nearest date or year before it, else the document's own.

The year is never written into the date: it stands beside it, with the words it comes from.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hopluc.reading.document import Span
from hopluc.reading.patterns import Pattern


@dataclass(frozen=True, slots=True)
class ImpliedYear:
    """A year and the words it comes from."""

    year: int
    source: Span


_YEAR_SAID = Pattern(r"(?i:(?<!\w)(?<!sinh )năm)\s{1,2}((?:19|20)[0-9]{2})(?![0-9]|\s?[-/]\s?[0-9])")
_OF_A_NUMBER = Pattern(
    r"[0-9A-ZĐ](?:[-/&.][\w-]{1,12}){1,4},?\s{1,3}(?:ký\s)?(?i:ngày)\s{1,3}$|(?i:luật|nghị quyết|căn cứ)[^.;\n]{0,80}$"
)
_DATELINE = Pattern(
    r",[^\S\n]{0,3}(?i:ngày)[^\S\n]{0,3}[0-9]{1,2}[^\S\n]{1,3}(?i:tháng)[^\S\n]{1,3}[0-9]{1,2}[^\S\n]{1,3}(?i:năm)[^\S\n]{1,3}((?:19|20)[0-9]{2})"
)
_EVERY_YEAR = Pattern(r"[\s,(]{0,3}(?:(?:hằng|hàng|mỗi) năm|âm lịch|\(âm lịch)")
_FEAST = Pattern(r"(?i:(?<!\w)(?:lễ|dịp|mừng|kỷ niệm|mồng|mùng|rằm|ngày [A-ZĐ][^\W\d_]+(?: [^\W\d_]+){1,8}))[\s(,:]{1,3}$")
_HEAD = 3_000
_HALF = 50  # years ahead of all others: nobody tells of such a day
_NEAR = 1_500  # characters back in the same paragraph


def in_their_century(plain: str, dated: Sequence[tuple[Span, int | None]]) -> list[int | None]:
    """The years of dates, those of two digits in the century of the others: in a decree of 1947, `29-11-45` is in 1945."""
    latest = max((year for span, year in dated if year is not None and _is_whole(plain, span)), default=None)
    return [
        year - 100 if year is not None and latest is not None and year - latest > _HALF and not _is_whole(plain, span) else year
        for span, year in dated
    ]


def _is_whole(plain: str, span: Span) -> bool:
    """Whether a date ends in a year of four digits."""
    return plain[max(span.start, span.end - 4) : span.end].isdigit() and span.end - span.start > 4


def implied_years(plain: str, dated: Sequence[tuple[Span, int | None]]) -> Iterator[ImpliedYear | None]:
    """For each date in order (its span, its year or None), the year it is meant in; None where it has one, or recurs, or nothing tells."""
    line = _DATELINE.search(plain, 0, _HEAD)
    own = ImpliedYear(int(line[1]), Span(*line.span(1))) if line else None
    for place, (span, year) in enumerate(dated):
        if year is not None or _recurs(plain, span):
            yield None
        else:
            yield _before(plain, dated[max(0, place - 12) : place], span) or own


def _recurs(plain: str, span: Span) -> bool:
    return (
        _EVERY_YEAR.match(plain, span.end) is not None or _FEAST.search(plain, max(0, span.start - 60), span.start) is not None
    )


def _before(plain: str, earlier: Sequence[tuple[Span, int | None]], span: Span) -> ImpliedYear | None:
    """The year said last before `span` in its paragraph, by a date that is no act's or by `năm …`."""
    low = max(0, span.start - _NEAR, plain.rfind("\n", max(0, span.start - _NEAR), span.start) + 1)
    said = [ImpliedYear(int(found[1]), Span(*found.span(1))) for found in _YEAR_SAID.finditer(plain, low, span.start)]
    said += [
        ImpliedYear(year, day)
        for day, year in earlier
        if year is not None and day.start >= low and not _OF_A_NUMBER.search(plain, max(0, day.start - 100), day.start)
    ]
    said = [each for each in said if not _OF_A_NUMBER.search(plain, max(low, each.source.start - 100), each.source.start)]
    return max(said, key=lambda each: each.source.end, default=None)
