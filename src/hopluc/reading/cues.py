"""Cues (từ báo hiệu): the words at which readers begin to look, found for all readers in one pass over a document.

A reader declares its words beside its patterns: `_WORDS = cues("ký ", "Ký ")`. What it declares never changes what is found, only how
soon it is known that there is nothing to find. A reader that declares none looks for itself and is as right.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from hopluc.reading.document import Document
from hopluc.reading.patterns import Pattern, matches_from, places_by_word

# The words of every reader that is loaded, by groups: those of mentions, which come first, shall not wait for those of checks, nor a
# process that reads mentions alone pay for them.
_KNOWN: dict[str, int] = {}
_GROUPS: list[list[str]] = [[]]
_LARGEST = 160


def cues(*words: str) -> tuple[str, ...]:
    """`words`, which from now on are looked for together with those of the other readers."""
    for word in words:
        if word not in _KNOWN:
            if len(_GROUPS[-1]) == _LARGEST:
                _GROUPS.append([])
            _GROUPS[-1].append(word)
            _KNOWN[word] = len(_GROUPS) - 1
    return words


class _Places:
    """Where the known words begin in one text, by groups, each when a word of it is first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: dict[str, list[int]] = {}
        self._counts: dict[int, int] = {}

    def of(self, word: str) -> list[int]:
        """Where `word` begins, in order."""
        found = self._found.get(word)
        return self._looked_for(word) if found is None else found

    def _looked_for(self, word: str) -> list[int]:
        """Where `word` begins, with the others of its group; again for those that readers loaded since have added to it."""
        group = _KNOWN[word]
        words = tuple(_GROUPS[group][self._counts.get(group, 0) :])
        self._counts[group] = len(_GROUPS[group])
        self._found |= dict.fromkeys(words, _NOWHERE) | places_by_word(words, self._text)
        return self._found[word]


_NOWHERE: list[int] = []


def _places(document: Document) -> _Places:
    return _Places(document.plain)


def places(document: Document, words: tuple[str, ...]) -> list[int]:
    """Where any of `words` (declared as cues) begins in the document as readers see it, in order."""
    known = document.view(_places)
    if len(words) == 1:
        return known.of(words[0])
    return sorted([start for word in words for start in known.of(word)])


def stands(document: Document, words: tuple[str, ...], start: int, end: int) -> bool:
    """Whether any of `words` stands wholly between `start` and `end`."""
    known = document.view(_places)
    for word in words:
        found = known.of(word)
        if found:
            place = bisect_left(found, start)
            if place < len(found) and found[place] + len(word) <= end:
                return True
    return False


def cued(document: Document, words: tuple[str, ...], pattern: Pattern, end: int | None = None) -> Iterator[re.Match[str]]:
    """Where `pattern`, which begins with one of `words`, matches in the document, up to `end`: what `patterns.matches_at` gives."""
    text = document.plain
    if end is None:
        return matches_from(places(document, words), pattern, text, len(text))
    known = document.view(_places)
    starts = sorted([start for word in words for start in known.of(word) if start + len(word) <= end])
    return matches_from(starts, pattern, text, end)
