"""Whose figures are (địa phương của số liệu): the province that a passage last named before a figure.

A page that tells of several provinces one after another names each once, at the head of its paragraphs: what is told below is of that one.
"""

from bisect import bisect_right
from collections import Counter
from operator import itemgetter

from hopluc.reading.checks.case import Case
from hopluc.reading.document import Document
from hopluc.reading.facts import Found
from hopluc.reading.patterns import CAPITAL, Pattern

_PROVINCE = Pattern(
    rf"\b(?:[Tt]ỉnh|[Tt]hành phố|TP\.?) ?(?P<name>{CAPITAL}[^\W\d_]+(?:[ -]{CAPITAL}[^\W\d_]+){{0,3}})(?! (?:ủy|khóa))"
)
_REACH = 800


def province_of(case: Case, place: int) -> str | None:
    """The province last named before `place`, in small letters; None where none is near."""
    named = case.found.view(case.document, _named)
    last = bisect_right(named, place, key=itemgetter(1)) - 1
    return named[last][2] if last >= 0 and named[last][0] >= place - _REACH else None


def _named(document: Document, _found: Found) -> list[tuple[int, int, str]]:
    """Where each province named begins and ends, and its name in small letters, in order."""
    return [(*found.span(), found["name"].casefold()) for found in _PROVINCE.finditer(document.plain)]


def own_province(case: Case) -> str | None:
    """The province that most of what a document names is of, in small letters; None where none stands out."""
    bodies = (fact.value.canonical or "" for fact in case.found.of("organisation"))
    named = Counter(found["name"].casefold() for words in (*bodies, case.plain) for found in _PROVINCE.finditer(words))
    if not named:
        return None
    name, count = named.most_common(1)[0]
    return name if count > 1 and count * 2 > named.total() else None


def are_of_two(case: Case, one: int, other: int) -> bool:
    """Whether two places of a document stand under two provinces."""
    first = province_of(case, one)
    return first is not None and province_of(case, other) not in (None, first)
