"""Whose figures are (địa phương của số liệu): the province that a passage last named before a figure.

A page that tells of several provinces one after another names each once, at the head of its paragraphs: what is told below is of that one.
"""

from collections import Counter

from hopluc.reading.checks.case import Case
from hopluc.reading.patterns import CAPITAL, Pattern

_PROVINCE = Pattern(
    rf"\b(?:[Tt]ỉnh|[Tt]hành phố|TP\.?) ?(?P<name>{CAPITAL}[^\W\d_]+(?:[ -]{CAPITAL}[^\W\d_]+){{0,3}})(?! (?:ủy|khóa))"
)
_REACH = 800
_WORDS = ("ỉnh ", "ành phố ", "TP")


def province_of(case: Case, place: int) -> str | None:
    """The province last named before `place`, in small letters; None where none is near."""
    words = case.plain[max(0, place - _REACH) : place]
    if not any(map(words.__contains__, _WORDS)):
        return None
    named = [found["name"].casefold() for found in _PROVINCE.finditer(words)]
    return named[-1] if named else None


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
    first, second = province_of(case, one), province_of(case, other)
    return first is not None and second is not None and first != second
