"""Dates (ngày, tháng, năm): day-month-year, day-month and month-year, in digits or words."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Any

from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Fact, Found, Kind, Value
from hopluc.reading.mentions.calendar_words import MONTH_WORDS, day_of, is_lunar, month_of, year_of
from hopluc.reading.mentions.date_cases import CASES
from hopluc.reading.mentions.year_context import ImpliedYear, implied_years, in_their_century
from hopluc.reading.patterns import Pattern


@dataclass(frozen=True, slots=True)
class Day(Value):
    """A date as written: parts that the words do not give are None, and none is ever filled in.

    An impossible date (31/6/2026) keeps its parts; `first` and `last` are then None. A day of the lunar calendar is `lunar`: which day
    of ours it is, is not reckoned. `implied` is the year that the words before a date without one tell, with those words; it is no
    part of the date.
    """

    year: int | None
    month: int
    day: int | None
    lunar: bool = False
    implied: ImpliedYear | None = None

    @property
    def iso(self) -> str:
        """`2026-06-30`, `2026-06` or, without a year, `--06-30`."""
        year = f"{self.year:04}" if self.year is not None else "-"
        return f"{year}-{self.month:02}" + (f"-{self.day:02}" if self.day is not None else "")

    @property
    def grain(self) -> str:
        """`day` or `month`."""
        return "month" if self.day is None else "day"

    @property
    def first(self) -> date | None:
        """The first day meant; None without a year or when no such day exists."""
        return self._day(self.day or 1)

    @property
    def last(self) -> date | None:
        """The last day meant; None without a year or when no such day exists."""
        if self.day is not None or self.year is None or not 1 <= self.month <= 12:
            return self._day(self.day or 1)
        return self._day(calendar.monthrange(self.year, self.month)[1])

    def _day(self, day: int) -> date | None:
        try:
            return date(self.year, self.month, day) if self.year is not None and not self.lunar else None
        except ValueError:
            return None

    @property
    def exists(self) -> bool:
        """Whether the calendar has such a day, or may have it in some year."""
        return 1 <= self.month <= 12 and (self.day or 1) <= calendar.monthrange(self.year or 2000, self.month)[1]

    def as_json(self) -> dict[str, Any]:
        """The date; `lunar` and the implied year with its source only where there are such."""
        lunar = {"lunar": True} if self.lunar else {}
        implied = {"implied_year": self.implied.year, "implied_by": [*self.implied.source]} if self.implied else {}
        return {"date": self.iso} | lunar | implied

    def brief(self) -> str:
        return self.iso


# The first digit may not follow another; the look back stands after it so that the scan can skip to digits.
_NUMERIC = Pattern(
    r"[0-9](?<![0-9]{2})[0-9]?(?:"
    r"\s?([/-])\s?[0-9]{1,2}\s?\1\s?[0-9]{4}(?![0-9])"
    r"|\.\s?[0-9]{1,2}\.\s?[0-9]{4}(?![0-9])"
    r"|/[12][0-9]{3}(?![0-9]|/)"
    r"|/[0-9]{1,2}(?:/[0-9]{2})?(?![0-9]|[/.,][0-9])"
    r"|-[0-9]{1,2}(?:-[0-9]{2})?(?![0-9]|[/.,-][0-9])"
    r"|\.[0-9]{1,2}(?:\.[0-9]{2})?(?![0-9]|[/.,-][0-9]))"
)
_PARTS = Pattern(r"\s?[/.-]\s?")
# The hyphen goes first, so that the search skips to it.
_ISO = Pattern(r"-(?<=(?:19|20)[0-9]{2}-)(?<![0-9]{5}-)[01][0-9]-[0-3][0-9](?![0-9-])")
_MONTH_NAMES = ("tháng", "Tháng", "THÁNG")
_MONTH = f"[0-9]{{1,2}}(?![0-9])|(?i:{MONTH_WORDS})(?!\\w)"
_YEAR_AFTER = (
    r"(?:\s{0,2},?\s{1,3}(?i:năm)\s{1,3}(?P<year>[0-9]{4})(?![0-9])"
    r"|\s?[/.-]\s?(?P<slashed>[0-9]{4})(?![0-9])"
    r"|,?\s(?P<bare>(?:19|20)[0-9]{2})(?=\s*(?:[,.;:)|\n]|$))(?![.,][0-9])"
    r"|\s{1,3}(?i:năm)\s{1,3}(?P<said>(?i:(?:một|hai)\s[^\W\d_]{3,5}(?:\s[^\W\d_]{2,5}){1,4})))"
)
_AFTER = Pattern(rf"\s{{1,3}}(?P<month>{_MONTH})(?:{_YEAR_AFTER})?")
_MONTHS_AFTER = Pattern(
    r"\s{1,3}[0-9]{1,2}(?:\s?(?:,|;|và|-|đến hết|đến|tới)\s?(?:[Tt]háng\s)?[0-9]{1,2}(?![0-9])){1,11}" + _YEAR_AFTER
)
_DAY_AT = Pattern(r"(?:(?i:mồng|mùng)\s)?([0-9]{1,2})\s{1,3}(?i:tháng)")
_DAY_BEFORE = Pattern(
    r"(?<![0-9.,/:-])((?:(?i:mồng|mùng)\s{1,2})?([0-9]{1,2}))(?:[^\S\n\t]{1,3}|[^\S\n\t]?\n|(?<=(?i:ngày)\s[0-9]),\s|(?<=(?i:ngày)\s[0-9]{2}),\s)$"
)
_FULL_MOON = Pattern(r"(?<!\w)[Rr]ằm\s$")
_DAY_IN_WORDS = Pattern(r"((?:(?i:mồng|mùng)\s{1,2})?[^\W\d_]{2,5}(?:\s{1,2}[^\W\d_]{2,5}){0,2})[^\S\t]{1,3}$")

_TIME_OF_DAY = "(?:rạng sáng|sáng|trưa|chiều|tối|đêm|hôm)(?: (?:nay|qua|mai|kia|tối|sớm))?"
_ANNOUNCED = Pattern(
    rf"(?i:(?<!\w)(?:ngày(?: mai| kia| hôm nay| hôm qua)?|mồng|mùng|{_TIME_OF_DAY}|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|âm lịch))\s{{0,2}}[,:]?\s{{0,2}}\(?$"
)
_HOLIDAY = Pattern(r"(?:[Nn]gày|NGÀY) [A-ZĐÁÂẤẨĂƠƯÔ][^\W\d]*(?: (?:[^\W\d]+|-)){0,11},?\s\(?$")
_HINTED = Pattern(r"(?i:(?<!\w)(?:dịp|lễ|khánh|niệm|mừng|hạn|hạn nộp|hạn chót|trước|sau|từ|đến|tới|vào|hết))\s?:?\s{0,2}\(?$")
_CLOSED = Pattern(r"\s*(?:[,.;:)|\n]|$|-|(?:và|đến|tới|hằng|hàng|tại|ở|với|để|năm|âm lịch|dương lịch)(?!\w))")
_CHAINED = Pattern(r"\s?(?:,|;|và|hoặc|-|đến hết|đến|tới)\s?(?:ngày\s)?(?:mồng |mùng )?")
_ELLIPTIC = Pattern(
    r"(?<![0-9./,:-])(?P<day>[0-9]{1,2})(?:(?P<cut>[/-])(?P<month>[0-9]{1,2})|\s{1,2}tháng\s{1,2}(?P<named>[0-9]{1,2}))?"
    r"(?P<join>\s?(?:,|;|và|hoặc|-|đến hết|cho đến|đến|tới)\s?)(?P<again>(?:(?:sáng|chiều|tối)\s)?ngày\s{1,2}|(?:sáng|chiều|tối)\s{1,2})?$"
)
_RANGE = Pattern(r"\s?(?:-|,?\s?(?:đến hết|cho đến|đến|tới))\s?(?:tháng\s)?")
_NUMBERED = Pattern(r"(?i:số|quyết|định|tư|thị|luận|luật|văn)\s{1,2}$")
_DAYS_LISTED = Pattern(r"(?i:ngày)\s{1,2}(?:[0-9]{1,2}\s?(?:,|và|hoặc|-|đến|tới)\s?){1,6}(?:ngày\s{1,2})?$")
_DAYS_AHEAD = Pattern(rf"(?i:(?<!\w)(?:ngày|{_TIME_OF_DAY}))\s{{1,2}}$")
_FROM = Pattern(r"(?i:(?<!\w)từ)\s{1,2}$")


def find_dates(document: Document, _found: Found) -> Iterator[Fact]:
    """Every date the document writes, in order; a bare year, quarter or hour is none.

    The word `ngày` stays outside the span; a month with its year starts at `tháng`. In `18 và 20/9/2015` the first
    date borrows month and year from the second.
    """
    plain = document.plain
    written, months = _numeric_dates(plain)
    days = written | _iso_dates(plain) | _named_dates(plain) | _short_months(plain)
    days |= _paired_months(plain, months, days)
    days |= {span: day for span, day in months.items() if span not in days and _is_month(plain, span)}
    for span, day in sorted(days.items()):
        if day.day is not None:
            days.update(_borrowing(plain, span, day))
    kept: list[tuple[Span, Day]] = []
    for span, day in sorted(days.items()):
        if not kept or span.start >= kept[-1][0].end:
            kept.append((span, replace(day, lunar=True) if day.day is not None and is_lunar(plain, *span) else day))
    centuries = in_their_century(plain, [(span, day.year) for span, day in kept])
    kept = [
        (span, replace(day, year=year) if year != day.year else day) for (span, day), year in zip(kept, centuries, strict=True)
    ]
    years = implied_years(plain, [(span, day.year) for span, day in kept])
    for (span, day), implied in zip(kept, years, strict=True):
        value = replace(day, implied=implied) if implied else day
        yield Fact("date", span, document.quote(span), value, certain=day.exists)


def date_at(plain: str, start: int) -> tuple[int, Day] | None:
    """The date with a day and a year that begins at `start` of a reading view, and where it ends; None when none does."""
    written = _NUMERIC.match(plain, start)
    if written is not None:
        parts = _PARTS.split(written[0])
        year = _full_year(parts[2]) if len(parts) == 3 else None
        return (written.end(), Day(year, int(parts[1]), int(parts[0]))) if year else None
    named = _DAY_AT.match(plain, start)
    if named is None or (after := _AFTER.match(plain, named.end())) is None:
        return None
    month, year = month_of(after["month"]), _year(after)
    return (after.end(), Day(year, month, int(named[1]))) if month and year else None


def _numeric_dates(plain: str) -> tuple[dict[Span, Day], dict[Span, Day]]:
    """The dates in figures, and the figures that would be a month and a year if their surroundings say so."""
    days: dict[Span, Day] = {}
    months: dict[Span, Day] = {}
    for written in _NUMERIC.finditer(plain):
        span = Span(*written.span())
        first, second, *rest = _PARTS.split(written[0])
        if not _free(plain, span):
            continue
        if len(second) == 4:
            if 1 <= int(first) <= 12 and (year := _full_year(second)):
                months[span] = Day(year, int(first), None)
        elif 1 <= int(first) <= 39 and 1 <= int(second) <= 31 and _is_date(plain, span, rest, days):
            days[span] = Day(_full_year(rest[0]) if rest else None, int(second), int(first))
    return days, months


def _is_date(plain: str, span: Span, rest: list[str], days: dict[Span, Day]) -> bool:
    if rest and len(rest[0]) == 4:
        return _full_year(rest[0]) is not None
    last = next(reversed(days)).end if days else 0
    return _is_announced(plain, span.start) or _is_hinted(plain, span.start, span.end) or _is_chained(plain, last, span.start)


def _paired_months(plain: str, months: dict[Span, Day], days: dict[Span, Day]) -> dict[Span, Day]:
    """`01/2024 - 12/2025`, `tháng 7/2024 đến 6/2025`: figures that are months because they are one end of a range."""
    ends = sorted([*months, *days])
    paired: dict[Span, Day] = {}
    for before, after in pairwise(ends):
        if after.start - before.end > 12 or not (before in months or after in months):
            continue
        join = _RANGE if before in months else _CHAINED
        if join.fullmatch(plain, before.end, after.start) and not _NUMBERED.search(
            plain, max(0, before.start - 8), before.start
        ):
            paired |= {span: months[span] for span in (before, after) if span in months}
    return paired


_WHEN = Pattern(
    r"(?i:(?<!\w)(?:hoàn thành|thời hạn|thời gian|tiến độ|bắt đầu|kết thúc|khởi công|nghiệm thu|đầu|cuối|giữa|hết|trước|từ|đến|tới|vào)):?\s{1,2}(?:tháng\s)?$"
)


_CELL = ("\t", "\n", "")  # beside what has its cell or line to itself


def _is_month(plain: str, span: Span) -> bool:
    """Whether `12/2025` is a month by the word of time before it, and stands closed: `hoàn thành 12/2025`; or fills its cell."""
    alone = plain[span.start - 1 : span.start] in _CELL and plain[span.end : span.end + 1] in _CELL
    said = alone or _WHEN.search(plain, max(0, span.start - 14), span.start) is not None
    return said and _CLOSED.match(plain, span.end) is not None


def _full_year(written: str) -> int | None:
    if len(written) == 2:  # 3/3/17; nobody plans a day past 2049 in two digits, but people were born on 15/8/62
        return int(written) + (2000 if int(written) < 50 else 1900)
    year = int(written)
    return year if 1800 <= year <= 2199 else None


def _free(plain: str, span: Span) -> bool:
    """Whether nothing before or after makes the figures part of a number, a document's symbol or a word."""
    start, end = span
    before, after = plain[start - 1 : start], plain[end : end + 2]
    if (
        before.isalnum()
        or before in ("/", "_", "@", "#")
        or (before in (".", ",", ":") and plain[start - 2 : start - 1].isdigit())
    ):
        return False
    if before == "-" and plain[start - 2 : start - 1].isalpha():
        return False
    if after[:1].isalnum() or after[:1] in ("/", "%", "_", "°"):
        return False
    return not (after[:1] == "-" and after[1:].isalpha()) and not (after[:1] in (".", ",", ":") and after[1:].isdigit())


def _is_announced(plain: str, start: int) -> bool:
    """Whether `ngày`, a time of day, a weekday or a day with a name of its own stands right before."""
    if _ANNOUNCED.search(plain, max(0, start - 28), start) or _DAYS_LISTED.search(plain, max(0, start - 44), start):
        return True
    return _HOLIDAY.search(plain, max(0, start - 80), start) is not None


def _is_hinted(plain: str, start: int, end: int) -> bool:
    """Whether `trước`, `dịp` and the like stand before and no counted noun follows, as it does in `5/9 bệnh viện`."""
    return _HINTED.search(plain, max(0, start - 14), start) is not None and _CLOSED.match(plain, end) is not None


def _is_chained(plain: str, last: int, start: int) -> bool:
    """Whether only a joining word parts these figures from the date before them: `30/4 và 1/5`."""
    return 0 < last < start <= last + 14 and _CHAINED.fullmatch(plain, last, start) is not None


def _iso_dates(plain: str) -> dict[Span, Day]:
    days = {}
    for written in _ISO.finditer(plain):
        span = Span(written.start() - len("2026"), written.end())
        year, month, day = map(int, plain[span.start : span.end].split("-"))
        if _free(plain, span) and 1 <= month <= 12:
            days[span] = Day(year, month, day)
    return days


_SHORT_MONTH = Pattern(r"T(?<!\wT)\.?(0?[1-9]|1[0-2])\s?[/.-]\s?((?:19|20)[0-9]{2})(?![0-9/]|[.,-][0-9])")


def _short_months(plain: str) -> dict[Span, Day]:
    """Months as tables write them: `T3/2024`."""
    return {Span(*written.span()): Day(int(written[2]), int(written[1]), None) for written in _SHORT_MONTH.finditer(plain)}


def _named_dates(plain: str) -> dict[Span, Day]:
    """Dates written with the word `tháng`."""
    days: dict[Span, Day] = {}
    for name in _MONTH_NAMES:
        place = plain.find(name)
        while place >= 0:
            days.update(_named_at(plain, place, place + len(name)))
            place = plain.find(name, place + len(name))
    return days


def _named_at(plain: str, start: int, end: int) -> Iterator[tuple[Span, Day]]:
    after = _AFTER.match(plain, end)
    if after is None or (month := month_of(after["month"])) is None or not 1 <= month <= 19:
        return
    year = _year(after)
    if after["month"].casefold() == "năm" and after["bare"]:  # `tháng năm 2015` says no month
        return
    day = _day_before(plain, start, dated=year is not None)
    ends = after.end() if year is not None else after.end("month")
    if day is not None and (year is not None or _stands_alone(plain, day[0], ends)):
        yield Span(day[0], ends), Day(year, month, day[1])
    elif year is not None:
        yield Span(start, ends), Day(year, month, None)
    elif several := _MONTHS_AFTER.match(plain, end):
        yield from _listed_months(plain, start, end, several)


def _year(after: re.Match[str]) -> int | None:
    written = after["year"] or after["slashed"] or after["bare"]
    if written:
        return _full_year(written)
    return year_of(after["said"]) if after["said"] else None


def _day_before(plain: str, start: int, *, dated: bool) -> tuple[int, int] | None:
    """Where the day before `tháng` starts, and which it is; in words only where `ngày` or a year says it is a date."""
    if full_moon := _FULL_MOON.search(plain, max(0, start - 5), start):
        return full_moon.start(), 15
    digits = _DAY_BEFORE.search(plain, max(0, start - 12), start)
    if digits is not None:
        if digits[0].endswith("\n") and plain[start] != "t":  # a cell or list number above `Tháng 6 năm 2025`
            return None
        return (digits.start(1), int(digits[2])) if 1 <= int(digits[2]) <= 39 else None
    words = _DAY_IN_WORDS.search(plain, max(0, start - 22), start)
    if words is None:
        return None
    first = words.start(1)
    while first < words.end(1):
        said = plain[first : words.end(1)]
        day = day_of(re.sub(r"(?i:mồng|mùng)\s+", "", said))
        told = (dated and " " in said) or said[:3].casefold() in ("mồn", "mùn")
        if day is not None and (told or _is_announced(plain, first)):
            return first, day
        gap = re.search(r"\s+", said)
        first = first + gap.end() if gap else words.end(1)
    return None


def _stands_alone(plain: str, start: int, end: int) -> bool:
    """Whether a day and month without a year is meant as a date (`6 tháng 10 ngày` is a length of time)."""
    if plain[start : start + 1] in "mMrR" or _is_announced(plain, start) or is_lunar(plain, start, end):
        return True
    own_line = plain[start - 1 : start] in ("", "\n", "\t", "|", "(") and plain[end : end + 1] in ("", "\n", "\t", "|", ")")
    return own_line or _is_hinted(plain, start, end)


def _listed_months(plain: str, start: int, end: int, several: re.Match[str]) -> Iterator[tuple[Span, Day]]:
    """`tháng 9, 10/2015`: each month is a date with the year that the last one gives."""
    year = _year(several)
    if year is None:
        return
    listed = list(re.finditer(r"(?:[Tt]háng\s)?([0-9]{1,2})(?![0-9])", plain[end : _year_start(several)]))
    for place, month in enumerate(listed):
        first = start if place == 0 else end + month.start()
        last = several.end() if place == len(listed) - 1 else end + month.end()
        if 1 <= int(month[1]) <= 12:
            yield Span(first, last), Day(year, int(month[1]), None)


def _year_start(several: re.Match[str]) -> int:
    return max(several.start(group) for group in ("year", "slashed", "bare", "said"))


def _borrowing(plain: str, span: Span, day: Day) -> dict[Span, Day]:
    """The dates right before `span` that borrow their month or year from it; none where no word says they are dates."""
    borrowed: dict[Span, Day] = {}
    start, listed, later = span.start, False, day
    while len(borrowed) < 31 and (piece := _ELLIPTIC.search(plain, max(0, start - 36), start)):
        earlier = _earlier(piece, later)
        announced = _DAYS_AHEAD.search(plain, max(0, piece.start() - 14), piece.start()) is not None
        if earlier is None or (piece["again"] and not announced):  # `có 15, ngày 20/4`: the 15 is no day
            break
        start, later = piece.start(), earlier
        listed = listed or any(sign in piece["join"] for sign in (",", ";", "và", "hoặc"))
        borrowed[Span(start, piece.start("join"))] = earlier
    if not borrowed or _DAYS_AHEAD.search(plain, max(0, start - 14), start):
        return borrowed
    spoken_from = _FROM.search(plain, max(0, start - 6), start) is not None
    tight = plain[start - 1 : start] in ("", "(", "\t", "\n") or later.month != day.month
    return borrowed if not listed and (spoken_from or tight) else {}


def _earlier(piece: re.Match[str], later: Day) -> Day | None:
    day, month = int(piece["day"]), int(piece["month"] or piece["named"] or later.month)
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    year = later.year
    if (month, day) >= (later.month, later.day or 0):
        if piece["month"] is None and piece["named"] is None:
            return None
        if year is not None:  # from 20/12 to 5/1/2025 can only have begun the year before
            year -= 1
    return Day(year, month, day)


KIND = Kind("date", "ngày tháng", find_dates, CASES)
