"""A deadline in words as a Term: the last day its words give, read by the readers of dates; the words stand as they are."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from hopluc.reading.document import Document
from hopluc.reading.facts import Found
from hopluc.reading.mentions.dates import find_dates
from hopluc.vietnamese import nfc
from hopluc.web.terms import Grain, Term

_QUARTER = re.compile(r"\bquý\s+(iii|ii|iv|i|[1-4])\s*(?:,?\s*năm\s+|[/-]\s*)(\d{4})\b", re.IGNORECASE)
_HALF = re.compile(r"\b(?:0?6|sáu)\s+tháng\s+(đầu|cuối)\s+(?:của\s+)?năm\s+(\d{4})\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:trong|hết|cuối)\s+năm\s+(\d{4})\b", re.IGNORECASE)
_BARE_QUARTER = re.compile(r"\bquý\s+(iii|ii|iv|i|[1-4])\b", re.IGNORECASE)
_BARE_HALF = re.compile(r"\b(?:0?6|sáu)\s+tháng\s+(đầu|cuối)\s+(?:của\s+)?năm\b", re.IGNORECASE)
_BARE_MONTH = re.compile(r"(?<!\d )\btháng\s+(0?[1-9]|1[0-2])\b", re.IGNORECASE)
_AGAIN = re.compile(r"\b(?:hằng|hàng|mỗi)\s+(?:năm|quý|tháng|tuần)\b|\bthường xuyên\b", re.IGNORECASE)
_NUMBERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_PLANS_OF_NEXT_YEAR = 10  # from this month on, papers set deadlines of the year to come


def deadline_of(words: str, *, told_on: date | None = None, period: Term | None = None) -> Term:
    """When what is due "trước ngày 30 tháng 9 năm 2024" or "trong quý II/2026" is due: the latest day, quarter, half or year named.

    Words that name no year ("trong quý III", "30/9") take it from the `period` the task is for, where that is one year, else
    from the day their document was written (`told_on`), where only one year can be meant; else they give no day.
    """
    document = Document("", nfc(words))
    facts = list(find_dates(document, Found()))
    plain = document.plain
    terms = [Term.of(fact.value.iso) for fact in facts]
    terms += [_quarter(said, int(year)) for said, year in _QUARTER.findall(plain)]
    terms += [_half(which, int(year)) for which, year in _HALF.findall(plain)]
    terms += [Term.of(year) for year in _YEAR.findall(plain)]
    dated = [term for term in terms if term.last is not None]
    if not dated and not _AGAIN.search(plain):
        days = [(fact.value.month, fact.value.day) for fact in facts if fact.value.year is None and fact.value.exists]
        dated = [term for in_year in _without_year(plain, days) if (term := _in_the_year_meant(in_year, told_on, period))]
    if not dated:
        return Term(None, None, "", words[:300])
    latest = max(dated, key=lambda term: term.last or date.min)
    return Term(latest.first, latest.last, latest.grain, words[:300])


def _without_year(plain: str, days: list[tuple[int, int | None]]) -> Iterator[Callable[[int], Term]]:
    """What the words name without a year, each as the term it is in a given one."""
    for said in _BARE_QUARTER.findall(plain):
        yield partial(_quarter, said)
    for which in _BARE_HALF.findall(plain):
        yield partial(_half, which)
    for month in _BARE_MONTH.findall(plain):
        yield partial(_day, int(month), None)
    for month, day in days:
        yield partial(_day, month, day)


def _in_the_year_meant(in_year: Callable[[int], Term], told_on: date | None, period: Term | None) -> Term | None:
    """The term in the one year that can be meant; None where there are several, or none is known.

    A deadline lies ahead of the paper that sets it. One already past in the paper's year is of the next only where the paper is
    of the last quarter; one in the very month of the year's end may be of either.
    """
    if period and period.first and period.last and period.first.year == period.last.year:
        return in_year(period.first.year)
    if told_on is None:
        return None
    this = in_year(told_on.year)
    if this.last is None:
        return None
    if this.last < told_on:
        return in_year(told_on.year + 1) if told_on.month >= _PLANS_OF_NEXT_YEAR else None
    return None if told_on.month == 12 else this


def _day(month: int, day: int | None, year: int) -> Term:
    return Term.of(f"{year}-{month:02}" + (f"-{day:02}" if day else ""))


def _quarter(said: str, year: int) -> Term:
    return Term.of(f"{year}-Q{_NUMBERS.get(said.lower(), said)}")


def _half(which: str, year: int) -> Term:
    start, end = ("01", "06") if which.lower() == "đầu" else ("07", "12")
    term = Term.between(f"{year}-{start}", f"{year}-{end}")
    return Term(term.first, term.last, Grain.HALF)
