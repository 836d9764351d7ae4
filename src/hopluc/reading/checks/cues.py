"""Cues (từ báo hiệu): the words at which checks begin to look, found for all checks in one pass over a text."""

import re
from collections.abc import Iterator

from hopluc.reading.checks.case import Case
from hopluc.reading.patterns import Pattern, matches_from, places_by_word

# The words of every check that is loaded, in the order they were. Which they are changes what is looked for, never what is found.
_KNOWN: dict[str, None] = {}


def cues(*words: str) -> tuple[str, ...]:
    """`words`, which from now on are looked for together with those of the other checks."""
    _KNOWN.update(dict.fromkeys(words))
    return words


def cued(case: Case, words: tuple[str, ...], pattern: Pattern, end: int | None = None) -> Iterator[re.Match[str]]:
    """Where `pattern`, which begins with one of `words`, matches in the text, up to `end`: what `patterns.matches_at` gives."""
    places = case.view(_places)
    stop = len(case.plain) if end is None else end
    starts = [start for word in words if word in places for start in places[word] if start + len(word) <= stop]
    return matches_from(sorted(starts), pattern, case.plain, stop)


def cued_blocks(case: Case, words: tuple[str, ...]) -> frozenset[int]:
    """Where the words begin of each block that holds one of `words`."""
    known = case.view(_known_blocks)
    if words not in known:
        places, blocks = case.view(_places), case.layout.blocks
        known[words] = frozenset(
            body.start
            for word in words
            for start in places.get(word, ())
            if (place := case.layout.at(start)) is not None
            and (body := blocks[place].body).start <= start
            and start + len(word) <= body.end
        )
    return known[words]


def _known_blocks(_: Case) -> dict[tuple[str, ...], frozenset[int]]:
    """What `cued_blocks` has found in a case."""
    return {}


def _places(case: Case) -> dict[str, list[int]]:
    """Where each of the known words begins."""
    return places_by_word(tuple(_KNOWN), case.plain)
