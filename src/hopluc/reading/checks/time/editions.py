"""Editions (lần thứ, khóa): the numbers of congresses, fairs and prizes against the years they are told with.

What comes later has the higher number, and no more of them are held than years go by. The congresses of the Communist Party of Vietnam
and the terms of the National Assembly are known by their years.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.counted import place_of
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.checks.moments import Moment, moments
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_NUMBER = r"\d{1,2}|[IVX]{1,6}|nhất|hai|ba|tư|bốn|sáu|bảy|tám|chín|mười"
_EDITION = Pattern(rf"(?P<kind>lần|khóa|kỳ) thứ (?P<number>{_NUMBER})\b(?!/| (?:trong|cả nước|toàn quốc))", re.IGNORECASE)
_STARTS = cues("lần thứ ", "Lần thứ ", "khóa thứ ", "kỳ thứ ")
_OTHER = Pattern(r"\b(?:[Hh]ội nghị|[Kk]ỳ họp|[Pp]hiên|họp|tỉnh|huyện|thành phố|quận|trường|xã|kỷ niệm|sinh nhật)\b")
# "Đại hội XII của Đảng (năm 2016)", "Đại hội đại biểu toàn quốc lần thứ XII của Đảng năm 2016".
_CONGRESS = Pattern(
    r"Đại hội (?:đại biểu toàn quốc )?(?:lần thứ )?(?P<number>[IVX]{1,5}) (?:của )?Đảng(?: Cộng sản Việt Nam)?(?:,| \(|) ?(?:họp |tổ chức |diễn ra )?(?:vào |trong )?(?:tháng \d{1,2}[/ ])?(?:năm )?(?P<year>(?:19|20)\d\d)\b"
)
_ASSEMBLY = Pattern(
    r"Quốc hội khóa (?P<number>[IVX]{1,5}),? ?\(?(?:nhiệm kỳ )?(?P<year>(?:19|20)\d\d) ?- ?(?P<last>(?:19|20)\d\d)\b"
)
_CONGRESSES = {"VI": 1986, "VII": 1991, "VIII": 1996, "IX": 2001, "X": 2006, "XI": 2011, "XII": 2016, "XIII": 2021}
_TERMS = {
    "IX": (1992, 1997), "X": (1997, 2002), "XI": (2002, 2007), "XII": (2007, 2011), "XIII": (2011, 2016), "XIV": (2016, 2021), "XV": (2021, 2026),
}  # fmt: skip
_KNOWN = cues("Đại hội ", "Quốc hội khóa ")
_HEAD = Pattern(
    r"\b(?:đại hội|hội thi|cuộc thi|hội nghị|hội thảo|hội chợ|ngày hội|diễn đàn|giải thưởng|liên hoan|lễ hội|triển lãm|tuần lễ|chương trình|techfest|techmart|techdemo)\b",
    re.IGNORECASE,
)
_REACH, _FAR = 60, 600

CASES = (
    ("date_conflict", "Năm 2016 là lần thứ 5 Giải thưởng được trao, năm 2017 là lần thứ {7|6}."),
    ("date_conflict", "Techmart lần thứ 8 năm 2018 nối tiếp thành công của Techmart lần thứ {9|7} năm 2017."),
    ("date_conflict", "Hội thi lần thứ 5 năm 2024 có 60 bài. {Hội thi|Ngày hội} lần thứ 9 năm 2022 có 12 gian hàng."),
    ("date_conflict", "Quốc hội khóa XIII (nhiệm kỳ {2012|2011}-2016) đã thông qua Luật."),
)


def check_editions(case: Case) -> Iterator[Record]:
    """Numbers of editions that do not follow the years they are told with."""
    told = [(number, year, span) for number, year, span in _editions(case)]
    for (number, year, span), (other, later, place) in pairwise(told):
        if place.start - span.end > _FAR or number == other or _differ(case, span, place):
            continue
        if (number < other) != (year < later) if year != later else False:
            yield _fault(case, span, place, "Lần sau có năm sớm hơn lần trước")
        elif abs(other - number) > abs(later - year) > 0:
            yield _fault(
                case,
                span,
                place,
                f"Từ năm {min(year, later)} đến năm {max(year, later)} không thể cách nhau {abs(other - number)} lần",
            )
    yield from _known_years(case)


def _differ(case: Case, one: Span, other: Span) -> bool:
    """Whether the two editions are of events whose heads differ: `Hội thi … lần thứ 9` and `Ngày hội … lần thứ 5`."""
    heads = [
        list(_HEAD.finditer(case.plain, max(case.sentence(span).start, span.start - _REACH), span.end)) for span in (one, other)
    ]
    return all(heads) and heads[0][-1][0].lower() != heads[1][-1][0].lower()


def _editions(case: Case) -> Iterator[tuple[int, int, Span]]:
    """Every number of an edition with the one year of its clause."""
    found = list(cued(case, _STARTS, _EDITION))
    if len(found) < 2:
        return
    known = [moment for moment in moments(case) if not moment.closed]
    for edition in found:
        number = place_of(edition["number"])
        year = _year(case, edition, known)
        sentence = case.sentence(Span(*edition.span()))
        near = case.plain[max(sentence.start, edition.start() - _REACH) : edition.end()]
        if number is not None and year is not None and not _OTHER.search(near):
            yield number, year.year, Span(min(edition.start(), year.span.start), max(edition.end(), year.span.end))


def _between(known: list[Moment], start: int, end: int) -> list[Moment]:
    """Those of the moments that begin from `start` on and before `end`."""
    return known[bisect_left(known, start, key=_begins) : bisect_left(known, end, key=_begins)]


def _begins(moment: Moment) -> int:
    return moment.span.start


def _year(case: Case, edition: re.Match[str], known: list[Moment]) -> Moment | None:
    """The moment of the edition's clause: right behind it, or else before it in its sentence; `known` are in order."""
    sentence = case.sentence(Span(*edition.span()))
    behind = _between(known, edition.end(), min(sentence.end, edition.end() + _REACH))
    before = _between(known, max(sentence.start, edition.start() - _REACH), edition.start())
    if (
        before
        and "lần thứ" not in case.plain[before[-1].span.end : edition.start()]
        and not (behind and case.plain[edition.end() : behind[0].span.start].count(",") == 0)
    ):
        return before[-1]
    if behind and not any(mark in case.plain[edition.end() : behind[0].span.start] for mark in (", ", "; ")):
        return behind[0]
    return None


def _fault(case: Case, one: Span, other: Span, what: str) -> Record:
    note = f"{what}: {quoted(case.words(one))} và {quoted(case.words(other))}."
    return fault("date_conflict", note, [one, other])


def _known_years(case: Case) -> Iterator[Record]:
    for found in cued(case, _KNOWN, _CONGRESS):
        known = _CONGRESSES.get(found["number"])
        if known and int(found["year"]) != known:
            yield fault(
                "date_conflict",
                f"Đại hội {found['number']} của Đảng họp năm {known}: {quoted(found[0])}.",
                [Span(*found.span())],
            )
    for found in cued(case, _KNOWN, _ASSEMBLY):
        term = _TERMS.get(found["number"])
        if term and (int(found["year"]), int(found["last"])) != term:
            note = f"Quốc hội khóa {found['number']} có nhiệm kỳ {term[0]}-{term[1]}: {quoted(found[0])}."
            yield fault("date_conflict", note, [Span(*found.span())])
