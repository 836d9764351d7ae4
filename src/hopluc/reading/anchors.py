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
    hits, last = [], len(text) - 1
    for stop, word in made.iter(text):
        if stop < last and text[stop + 1].isalnum():
            continue
        begin = stop + 1 - len(word)
        if not (begin and text[begin - 1].isalnum()):
            hits.append((begin, -len(word), word))
    reached = 0
    for begin, _, word in sorted(hits):
        if begin >= reached:
            reached = begin + len(word)
            yield begin, word
