"""Cues (từ báo hiệu): the words at which readers begin to look, found for all readers in one pass over a document.

A reader declares its words beside its patterns: `_WORDS = cues("ký ", "Ký ")`. What it declares never changes what is found, only how
soon it is known that there is nothing to find. A reader that declares none looks for itself and is as right.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, islice

from hopluc.reading.document import Document
from hopluc.reading.patterns import Pattern, matches_from, places_by_word

# The words of every reader that is loaded, in the order they were declared.
_KNOWN: dict[str, None] = {}
# The groups of words that were found to be declared, so that each is looked over once and not once a document.
_DECLARED: set[tuple[str, ...]] = set()


def cues(*words: str) -> tuple[str, ...]:
    """`words`, which from now on are looked for together with those of the other readers."""
    _KNOWN.update(dict.fromkeys(words))
    _DECLARED.add(words)
    return words


class _Places:
    """Where the known words begin in one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._count = 0
        self._found: dict[str, Sequence[int]] = {}
        self._standing: dict[tuple[str, ...], tuple[tuple[str, Sequence[int]], ...]] = {}
        self._nearest: dict[tuple[str, ...], tuple[list[int], list[int]]] = {}

    def of(self, words: tuple[str, ...]) -> tuple[tuple[str, Sequence[int]], ...]:
        """Those of `words` that stand in the text, each with where it begins, in order."""
        known = self._standing.get(words)
        if known is None:
            if self._count < len(_KNOWN):
                self._look_for(tuple(islice(_KNOWN, self._count, None)))
            if words not in _DECLARED:
                assert _KNOWN.keys() >= set(words), f"never looked for: {set(words) - _KNOWN.keys()}"
                _DECLARED.add(words)
            found = self._found
            known = () if found.keys().isdisjoint(words) else tuple([(word, found[word]) for word in words if word in found])
            self._standing[words] = known
        return known

    def nearest(self, words: tuple[str, ...]) -> tuple[list[int], list[int]]:
        """Where any of `words` begins, in order, and for each of these places where the first to end of those from there on ends."""
        known = self._nearest.get(words)
        if known is None:
            spans = sorted([(start, start + len(word)) for word, found in self.of(words) for start in found])
            ends = list(accumulate([end for _, end in reversed(spans)], min))
            known = self._nearest[words] = ([start for start, _ in spans], ends[::-1])
        return known

    def _look_for(self, words: tuple[str, ...]) -> None:
        """Find what is not known yet: every word at first, then those that readers loaded since have declared."""
        self._count += len(words)
        self._found |= places_by_word(words, self._text)


def _places(document: Document) -> _Places:
    return _Places(document.plain)


def places(document: Document, words: tuple[str, ...]) -> list[int]:
    """Where any of `words` (declared as cues) begins in the document as readers see it, in order."""
    known = document.view(_places).of(words)
    if len(known) < 2:
        return list(known[0][1]) if known else []
    return sorted(chain.from_iterable([found for _, found in known]))


def ends(document: Document, words: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Where each of `words` (declared as cues) begins and ends, word by word."""
    for word, found in document.view(_places).of(words):
        for start in found:
            yield start, start + len(word)


def stands(document: Document, words: tuple[str, ...], start: int, end: int) -> bool:
    """Whether any of `words` stands wholly between `start` and `end`."""
    starts, ends = document.view(_places).nearest(words)
    place = bisect_left(starts, start)
    return place < len(ends) and ends[place] <= end


def cued(document: Document, words: tuple[str, ...], pattern: Pattern, end: int | None = None) -> Iterator[re.Match[str]]:
    """Where `pattern`, which begins with one of `words`, matches in the document, up to `end`: what `patterns.matches_at` gives."""
    known = document.view(_places).of(words)
    if not known:
        return iter(())
    text = document.plain
    if end is None:
        return matches_from(places(document, words), pattern, text, len(text))
    starts = sorted([start for word, found in known for start in found if start + len(word) <= end])
    return matches_from(starts, pattern, text, end)
