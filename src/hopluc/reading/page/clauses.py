"""Clauses (vế câu): the stretch between two stops that holds a mention, and the pieces an inline list falls into.

A stop is `;` or the end of a sentence. What stands in brackets belongs to the clause before it, and is a clause of its own
for what stands inside.
"""

import re
from collections.abc import Iterator

from hopluc.reading.document import Document, Span
from hopluc.reading.page.layout import layout
from hopluc.reading.patterns import Pattern

_STOP = Pattern(r"[();]")
REACH = 1_000  # no clause goes farther; text without stops shall not be searched from end to end for each figure
_LEAD = Pattern(r"[\s\-+*•·,;:.]*(?:(?:\d{1,2}|[a-zđ])[.)]\s+)?(?:và\s+)?")
_TAIL = " \t\n\r\u00a0;,.:/"


def clause_within(document: Document, sentence: Span, span: Span) -> Span:
    """The clause of `sentence` that holds `span`, without blanks and stops at its ends."""
    plain = document.plain
    start = _left(plain, max(sentence.start, span.start - REACH), span.start)
    end = _right(plain, span.end, max(min(sentence.end, span.end + REACH), span.end))
    return trimmed(document, Span(min(start, span.start), end))


def _left(plain: str, low: int, high: int) -> int:
    """Where the clause begins whose words stand before `high`."""
    if plain.find(")", low, high) < 0:  # as almost always: the last stop is the one
        return max(low, plain.rfind("(", low, high) + 1, plain.rfind(";", low, high) + 1)
    depth = 0
    for stop in reversed(list(_STOP.finditer(plain, low, high))):
        if stop[0] == ")":
            depth += 1
        elif stop[0] == "(" and depth:
            depth -= 1
        elif depth == 0:
            return stop.end()
    return low


def _right(plain: str, low: int, high: int) -> int:
    """Where the clause ends whose words stand after `low`."""
    if plain.find("(", low, high) < 0:  # as almost always: the first stop is the one
        stops = plain.find(")", low, high), plain.find(";", low, high)
        return min((stop for stop in stops if stop >= 0), default=high)
    depth = 0
    for stop in _STOP.finditer(plain, low, high):
        if stop[0] == "(":
            depth += 1
        elif stop[0] == ")" and depth:
            depth -= 1
        elif depth == 0:
            return stop.start()
    return high


def sentence_with(document: Document, span: Span) -> Span:
    """The sentence that holds `span`, no farther than `REACH` on either side."""
    sentence = layout(document).sentence_at(span.start)
    if sentence.end - sentence.start <= REACH:
        return sentence
    return Span(max(sentence.start, span.start - REACH), max(span.end, min(sentence.end, span.end + REACH)))


def pieces(document: Document, span: Span) -> Iterator[Span]:
    """The parts of an inline list that `;` divides outside brackets, each without blanks, bullets and the closing `và`."""
    start, depth = span.start, 0
    for mark in _STOP.finditer(document.plain, span.start, span.end):
        if mark[0] != ";":
            depth = max(0, depth + (1 if mark[0] == "(" else -1))
        elif depth == 0:
            yield trimmed(document, Span(start, mark.start()))
            start = mark.end()
    last = trimmed(document, Span(start, span.end))
    if last.end > last.start:
        yield last


_RECEIVERS = Pattern(r"^[ \t]*Nơi nhận\b", re.MULTILINE)


def end_of_body(document: Document) -> int:
    """Where the text ends and the receivers and signature begin; the end of the text where there are none."""
    return document.view(_find_end)


def _find_end(document: Document) -> int:
    plain = document.plain
    place = plain.rfind("Nơi nhận")
    found = _RECEIVERS.match(plain, plain.rfind("\n", 0, place) + 1) if place >= 0 else None
    return found.start() if found else len(plain)


def trimmed(document: Document, span: Span) -> Span:
    """`span` without blanks, bullets and item numbers before, and without blanks and stops after."""
    plain, (start, end) = document.plain, span
    if not plain[start : start + 1].isupper():  # a capital is no blank, bullet or number
        lead = _LEAD.match(plain, start, end)
        start = lead.end() if lead else start
    while end > start and plain[end - 1] in _TAIL:
        end -= 1
    return span if span == (start, end) else Span(start, end)
