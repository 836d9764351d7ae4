"""Acts (văn bản được viện dẫn): one act by its number, and the dates a document gives it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from hopluc.reading.checks.case import Case
from hopluc.reading.document import Span
from hopluc.reading.facts import Fact
from hopluc.reading.kept import kept
from hopluc.reading.mentions.dates import Day
from hopluc.reading.patterns import Pattern
from hopluc.vietnamese import fold

_ISO = Pattern(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$")
_NUMBER_YEAR = Pattern(r"/((?:19|20)\d\d)(?=/)")
_DIGIT = Pattern(r"\d")
_LETTER = Pattern(r"[a-z]")
_WORD = Pattern(r"[^\W_]+")
_SUBJECT = Pattern(r"\s*(?:của [^,.;:\n]{3,80}?)?,?\s*(?:\(?[Vv]/v|về việc|về|phê duyệt|ban hành|quy định)\b([^.;:\n]{10,200})")
# "Quyết định 2245/QĐ-UBND (ban hành ngày 09/3/2015)".
_DATED_BEHIND = Pattern(r"\s?\((?:được )?(?:ký ban hành|ban hành|ký)(?: vào)? ngày ")
_LONGEST_DATE = 24
# How far from an act its date may stand, as in "ngày 25/9/2013, Ủy ban nhân dân thành phố có Quyết định số …".
_REACH = 260


@dataclass(frozen=True)
class Act:
    """An act as a document names it: `key` is its number without spacing, case or leading zeros; `passage` the words that date it."""

    key: str
    citation: Fact
    day: Day | None
    passage: Span
    issuer: str | None
    text: str = field(repr=False, compare=False)

    @kept
    def subject(self) -> frozenset[str]:
        """The words after the act's name that say what it is about, without marks or case."""
        found = _SUBJECT.match(self.text, self.citation.span.end)
        return frozenset(_WORD.findall(fold(found[1]))) if found else frozenset()

    @kept
    def name(self) -> str:
        """Type and number, as a sentence names it."""
        value = self.citation.value
        return f"{(value.doc_type or 'văn bản').capitalize()} số {value.number}"

    @property
    def first(self) -> date | None:
        """The day it was issued, or the first day it may have been; None where no date is given or none is possible."""
        return self.day.first if self.day else None


def parsed(iso: str | None) -> Day | None:
    """The day an ISO string names, with its grain; None for none, for a bare year and for a date without a year."""
    found = _ISO.match(iso or "")
    if not found or not found[2]:
        return None
    return Day(int(found[1]), int(found[2]), int(found[3]) if found[3] else None)


def written(day: Day) -> str:
    """A day as Vietnamese writes it: `25/9/2013`, `9/2013`, `20/12`."""
    parts = [day.day, day.month, day.year]
    return "/".join(str(part) for part in parts if part is not None)


def acts_of(case: Case) -> list[Act]:
    """Every act the document names by number, in order."""
    return case.view(_acts)


def _acts(case: Case) -> list[Act]:
    return [_act(case, fact) for fact in case.citations if fact.value.number and _DIGIT.search(fact.value.number)]


def _act(case: Case, fact: Fact) -> Act:
    value = fact.value
    day = parsed(value.date) or parsed(value.context_date)
    behind = _DATED_BEHIND.match(case.plain, fact.span.end) if day is None else None
    if behind:
        known = next(case.found.within("date", Span(behind.end(), behind.end() + _LONGEST_DATE)), None)
        day = known.value if known and known.span.start == behind.end() and known.value.month else None
        if day is not None and known is not None:
            return Act(
                _key(value.number, value.doc_type),
                fact,
                day,
                Span(fact.span.start, known.span.end),
                _issuer(case, fact),
                case.plain,
            )
    key = _key(fact.value.number, fact.value.doc_type)
    return Act(key, fact, day, _passage(case, fact, day), _issuer(case, fact), case.plain)


@lru_cache(maxsize=1024)
def _key(number: str, doc_type: str | None) -> str:
    bare = "".join(fold(number).split()).lstrip("0")
    return bare if _LETTER.search(bare) else f"{fold(doc_type or '')} {bare}"


def _passage(case: Case, fact: Fact, day: Day | None) -> Span:
    """The citation with its date: within its own words, or near it in the sentence."""
    if day is None or fact.value.date:
        return fact.span
    near, iso = Span(max(0, fact.span.start - _REACH), min(len(case.plain), fact.span.end + _REACH)), day.iso
    dates = [found for found in case.found.within("date", near) if found.value.iso == iso]
    if not dates:
        return fact.span
    nearest = min(dates, key=lambda found: abs(found.span.start - fact.span.start))
    start = nearest.span.start - (
        5 if case.plain[max(0, nearest.span.start - 5) : nearest.span.start].lower() == "ngày " else 0
    )
    return Span(min(start, fact.span.start), max(nearest.span.end, fact.span.end))


def _issuer(case: Case, fact: Fact) -> str | None:
    known = case.found.first("organisation", fact.span)
    name: str | None = known.value.canonical if known else fact.value.issuer or fact.value.context_issuer
    return name


def is_one(first: Act, second: Act) -> bool:
    """Whether two mentions name one act, whatever dates they give.

    Numbers begin anew each year, and every province has its own: an act of another year, or of a body of the same rank
    elsewhere, is a namesake, unless its number carries the year, or day and month agree, or the subject is the same.
    """
    if first.key != second.key or _elsewhere(first.issuer, second.issuer):
        return False
    if first.day is None or second.day is None or _NUMBER_YEAR.search(first.key):
        return True
    if first.day.year == second.day.year or (first.day.month, first.day.day) == (second.day.month, second.day.day):
        return True
    return same_subject(first.subject, second.subject)


def same_subject(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether two acts are about the same, by the words that say so."""
    fewer = min(len(first), len(second))
    return (fewer >= 5 and len(first & second) / fewer >= 0.75) or (fewer >= 3 and first == second)


def _elsewhere(first: str | None, second: str | None) -> bool:
    """Whether two issuers are bodies of one rank in two places."""
    if not first or not second:
        return False
    one, two = fold(first).split(), fold(second).split()
    places = [re.search(r"\b(?:tinh|thanh pho|tp\.?|huyen|quan|thi xa)\s+(.+)", " ".join(words)) for words in (one, two)]
    return one[:2] == two[:2] and all(places) and places[0][1] != places[1][1]  # type: ignore[index]


def agree(first: Day, second: Day) -> bool:
    """Whether two dates can be one: a month agrees with any day in it, a date without a year with any year."""
    pairs = ((first.year, second.year), (first.month, second.month), (first.day, second.day))
    return all(one is None or two is None or one == two for one, two in pairs)


def number_year(act: Act) -> int | None:
    """The year that a number carries (`09/2019/NĐ-CP`), as numbers of legal normative documents do."""
    found = _NUMBER_YEAR.search(act.key)
    return int(found[1]) if found else None


def grouped(acts: Iterable[Act]) -> Iterator[list[Act]]:
    """The dated mentions of each act, the first first; namesakes apart."""
    groups: list[list[Act]] = []
    by_key: dict[str, list[list[Act]]] = {}
    for act in acts:
        if act.day is None:
            continue
        group = next((known for known in by_key.get(act.key, []) if is_one(known[0], act)), None)
        if group is None:
            group = []
            groups.append(group)
            by_key.setdefault(act.key, []).append(group)
        group.append(act)
    yield from groups
