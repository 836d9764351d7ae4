"""Cues of the checks (từ báo hiệu): where a check's words stand in a case, and which of its blocks hold one."""

import re
from collections.abc import Iterator

from hopluc.reading import cues as shared
from hopluc.reading.checks.case import Case
from hopluc.reading.cues import cues, ends
from hopluc.reading.patterns import Pattern

__all__ = ["cued", "cued_blocks", "cues"]


def cued(case: Case, words: tuple[str, ...], pattern: Pattern, end: int | None = None) -> Iterator[re.Match[str]]:
    """Where `pattern`, which begins with one of `words`, matches in the text, up to `end`: what `patterns.matches_at` gives."""
    return shared.cued(case.document, words, pattern, end)


def cued_blocks(case: Case, words: tuple[str, ...]) -> frozenset[int]:
    """Where the words begin of each block that holds one of `words`."""
    known = case.view(_known_blocks)
    if words not in known:
        known[words] = frozenset(_bodies_with(case, words))
    return known[words]


def _bodies_with(case: Case, words: tuple[str, ...]) -> Iterator[int]:
    """Where the words begin of each block that holds one of `words`, as often as it does."""
    layout = case.layout
    for start, end in ends(case.document, words):
        place = layout.at(start)
        if place is not None:
            body = layout.blocks[place].body
            if body.start <= start and end <= body.end:
                yield body.start


def _known_blocks(_: Case) -> dict[tuple[str, ...], frozenset[int]]:
    """What `cued_blocks` has found in a case."""
    return {}
