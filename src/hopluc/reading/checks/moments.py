"""Moments (mốc thời gian): the days, months and years that a sentence names, in order, whatever way they are written."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from hopluc.reading.checks.case import Case
from hopluc.reading.document import Span
from hopluc.reading.facts import Fact
from hopluc.reading.patterns import Pattern, matches_at

_YEAR = Pattern(r"(?:19|20)(?<![\w./-]\d\d)\d\d(?![\d/]|[.,]\d| ?(?:người|đồng|triệu|tỷ|ha|tấn|hộ|m2|km|%))")
_CENTURIES = ("19", "20")
_TWO, _MONTHS, _LEAP_YEAR = 2, 12, 2004
# "năm ", "6 tháng đầu năm ", "quý III năm ": what may belong to a year that stands behind it.
_OF_YEAR = Pattern(
    r"(?:(?:(?:\d{1,2}|ba|sáu|chín|mười) tháng (?:đầu|cuối)|nửa (?:đầu|cuối)|quý (?:[ivx]{1,3}|\d))\s+)?(?:(?:năm|tháng)\s+)?$",
    re.IGNORECASE,
)
# What leaves a year to the verb: "nghiệm thu xong năm 2020", "nghiệm thu đề tài trong năm 2020".
_NEXT_TO_VERB = Pattern(
    r"(?:\s*(?:xong|lại|được|rồi|chính thức|[,:(-])?\s*|.*\b(?:trong|vào|từ|đến|tới|cuối|đầu|giữa|hết|sang|ngay|trước|sau))\s*",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, a month or a year: what is not told of it is None. `closed` where it is an end of a period told as one."""

    year: int
    month: int | None
    day: int | None
    span: Span
    closed: bool = False

    @property
    def parts(self) -> tuple[int, ...]:
        """Year, month and day as far as they are told."""
        return tuple(part for part in (self.year, self.month, self.day) if part is not None)

    def is_before(self, other: "Moment") -> bool:
        """Whether it lies before another, as far as both are told."""
        grain = min(len(self.parts), len(other.parts))
        return self.parts[:grain] < other.parts[:grain]


def is_when(moment: Moment, between: str) -> bool:
    """Whether a moment is when a verb was done, by the words between the verb and it.

    A month or a year right behind the object of a verb is the object's: `tổng kết công tác năm 2020` sums up the work of that year,
    whenever it does.
    """
    return moment.day is not None or _NEXT_TO_VERB.fullmatch(_OF_YEAR.sub("", between)) is not None


def moments(case: Case) -> list[Moment]:
    """Every moment of the document outside citations of acts, in order."""
    return case.view(_moments)


def _moments(case: Case) -> list[Moment]:
    found = sorted([*_of_dates(case), *_of_periods(case)], key=_start)
    starts = [moment.span.start for moment in found]
    for match in matches_at(_CENTURIES, _YEAR, case.plain):
        place = bisect_right(starts, match.start()) - 1
        taken = place >= 0 and match.start() < found[place].span.end
        if not taken and not case.is_taken(match.start()):
            found.append(Moment(int(match[0]), None, None, Span(*match.span())))
    return sorted(found, key=_start)


def _start(moment: Moment) -> int:
    return moment.span.start


def _of_dates(case: Case) -> Iterator[Moment]:
    for fact in case.dates:
        value = fact.value
        if value.year and 1 <= value.month <= 12 and fact.span.start not in case.cited_dates:
            yield Moment(value.year, value.month, value.day, fact.span)


def _of_periods(case: Case) -> Iterator[Moment]:
    for fact in case.found.of("period"):
        ends = [end for end in (fact.value.start, fact.value.end) if end]
        if len(ends) == 2 and all(part.isdigit() for end in ends for part in end.split("-")):
            middle = (fact.span.start + fact.span.end) // 2
            for end, span in zip(ends, (Span(fact.span.start, middle), Span(middle, fact.span.end)), strict=True):
                year, month, day = ([int(part) for part in end.split("-")] + [None, None])[:3]
                if year is not None:
                    yield Moment(year, month, day, span, closed=True)


def by_sentence(case: Case) -> list[tuple[Span, list[Moment]]]:
    """The sentences that name moments, each with those it names."""
    return case.view(_by_sentence)


def without_year(case: Case) -> list[tuple[Span, list[Moment]]]:
    """The sentences that name two days, and no year with one of them, each with these days as of one year, or of two that follow each other."""
    return case.view(_without_year)


def _without_year(case: Case) -> list[tuple[Span, list[Moment]]]:
    told: list[tuple[Span, list[Fact]]] = []
    for fact in case.dates:
        if not (told and fact.span.start < told[-1][0].end):
            told.append((case.sentence(fact.span), []))
        told[-1][1].append(fact)
    pairs = ((sentence, facts) for sentence, facts in told if len(facts) == _TWO)
    return [
        (sentence, _in_some_year(*facts))
        for sentence, facts in pairs
        if all(map(_is_day, facts)) and not all(fact.value.year for fact in facts)
    ]


def _is_day(fact: Fact) -> bool:
    value = fact.value
    return not value.lunar and bool(value.day) and 1 <= (value.month or 0) <= _MONTHS


def _in_some_year(first: Fact, last: Fact) -> list[Moment]:
    """Two days of the year of one of them, or else of a leap year; of two years where they lie too far apart for one to be meant."""
    back = first.value.month - last.value.month > _MONTHS // _TWO
    year = first.value.year or (last.value.year - back if last.value.year else _LEAP_YEAR)
    years = (year, year + back)
    return [Moment(year, fact.value.month, fact.value.day, fact.span) for year, fact in zip(years, (first, last), strict=True)]


def _by_sentence(case: Case) -> list[tuple[Span, list[Moment]]]:
    told: list[tuple[Span, list[Moment]]] = []
    for moment in moments(case):
        if told and moment.span.start < told[-1][0].end:
            told[-1][1].append(moment)
        else:
            told.append((case.sentence(moment.span), [moment]))
    return told
