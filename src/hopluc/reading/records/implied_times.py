"""Times whose year the words around them tell (tháng, quý không ghi năm): `tháng 8`, `quý III`, `tính chung 8 tháng`.

The year is that of the last time before them in their paragraph which is no limit and no other year for comparison, else the one the
paper reports on, else that of the day it was put up. Where none tells it, there is no such time.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from hopluc.reading.cues import cued, cues
from hopluc.reading.document import Document, Span
from hopluc.reading.mentions.calendar_words import QUARTERS
from hopluc.reading.mentions.periods import Period
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.times_said import Time, bound_at

_WORDS = cues("háng ", "háng,", "uý ")
_NO_MORE = r"(?![\d/]|[.,-]\d|\s?[/-]\s?\d|\s(?:năm|/|-)\s?(?:19|20)\d\d)"
_TIME = Pattern(
    rf"háng(?:,| (?:(?P<month>\d{{1,2}}){_NO_MORE}|(?P<first>đầu năm)(?! (?:19|20)\d\d)|(?=[^\W\d])))|uý (?P<quarter>IV|I{{1,3}}|[1-4])\b{_NO_MORE}"
)
# `Tính chung 8 tháng, …`: from the beginning of the year; `trong 8 tháng` may be any.
_COUNTED = Pattern(r"(?P<summed>(?:[Tt]ính chung|[Ll]ũy kế|[Ll]uỹ kế|[Cc]ộng dồn)(?: trong)? )?\b(?P<count>\d{1,2}) t$")
_REACH, _MONTHS, _STAMPED = 24, 12, 400
_YEAR = len("2026")


def implied_times(document: Document, said: Sequence[Time], reported: Period | None) -> Iterator[Time]:
    """The months, quarters and months counted from the new year that have no year of their own; `said` are the times with one, in order."""
    starts = [time.span.start for time in said]
    stamp = next((time for time in said if time.span.end <= _STAMPED and _is_dated(time)), None)
    for match in cued(document, _WORDS, _TIME):
        start = match.start() - 1
        year = _year_before(document, said[: bisect_left(starts, start)], start) or _year(reported)
        months = _months_of(document.plain, match)
        if months is None:
            continue
        if year is None and stamp is not None:
            put_up = stamp.period.start or ""
            year = int(put_up[:_YEAR]) - (months[1] > int(put_up[_YEAR + 1 : _YEAR + 3]))
        if year is not None:
            yield Time(Span(start, match.end()), _period(match, year, *months), bound_at(document.plain, start))


def _is_dated(time: Time) -> bool:
    """Whether a time is one day or month with its year."""
    start = time.period.start or ""
    return start == time.period.end and start[:_YEAR].isdigit() and start[_YEAR + 1 : _YEAR + 3].isdigit()


def _months_of(plain: str, match: re.Match[str]) -> tuple[int, int] | None:
    """The first and last month meant; None where the words count months without saying which, or there is no such month."""
    if match["quarter"]:
        last = QUARTERS[match["quarter"]] * 3
        return last - 2, last
    if match["month"]:
        month = int(match["month"])
        return (month, month) if 1 <= month <= _MONTHS else None
    counted = _COUNTED.search(plain, max(0, match.start() - _REACH), match.start())
    if counted is None or not (match["first"] or counted["summed"]) or not 1 <= int(counted["count"]) <= _MONTHS:
        return None
    return 1, int(counted["count"])


def _period(match: re.Match[str], year: int, first: int, last: int) -> Period:
    if match["quarter"]:
        return Period(f"{year}-Q{last // 3}", f"{year}-Q{last // 3}")
    return Period(f"{year}-{first:02}", f"{year}-{last:02}")


def _year_before(document: Document, said: Sequence[Time], start: int) -> int | None:
    """The year of the last time before `start` in its paragraph that something was at."""
    paragraph = document.plain.rfind("\n", 0, start)
    for time in reversed(said):
        if time.span.start < paragraph:
            return None
        if time.bound is None and (year := _year(time.period)) is not None:
            return year
    return None


def _year(period: Period | None) -> int | None:
    """The year a period lies in; None where it spans several or has none."""
    if period is None or period.start is None or period.end is None or period.start[:_YEAR] != period.end[:_YEAR]:
        return None
    return int(period.start[:_YEAR]) if period.start[:_YEAR].isdigit() else None
