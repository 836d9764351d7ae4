"""Anchors: one pass that finds where any of many words stands, so that patterns run only there."""

from collections.abc import Iterable, Iterator
from typing import Any

import ahocorasick


def automaton(words: Iterable[str]) -> Any:
    """What `anchors` needs to look for `words`, as written."""
    made = ahocorasick.Automaton()
    for word in words:
        made.add_word(word, word)
    made.make_automaton()
    return made


def anchors(made: Any, text: str) -> Iterator[tuple[int, str]]:
    """Where each word begins in `text`, with the word: whole words only, the longest first and none inside another, in order."""
    hits = []
    for stop, word in made.iter(text):
        begin = stop + 1 - len(word)
        if not (begin and text[begin - 1].isalnum()) and not (stop + 1 < len(text) and text[stop + 1].isalnum()):
            hits.append((begin, -len(word), word))
    last = 0
    for begin, _, word in sorted(hits):
        if begin >= last:
            last = begin + len(word)
            yield begin, word
