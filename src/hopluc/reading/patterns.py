"""Pattern: a regular expression that is compiled when it is first used.

The readers hold some four hundred expressions. Compiling them all takes longer than reading a short document, and a process that
only asks for a type or reads one kind needs few of them; so none is compiled before somebody looks with it.
"""

import re
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from typing import Any

import ahocorasick

# A capital letter of Vietnamese, for a pattern that keeps case: a range such as `À-Ỹ` holds the small letters too.
CAPITAL = "[A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ]"
_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class Pattern:
    """What `re.compile(pattern, flags)` gives, later. After the first use its methods are those of the compiled expression itself.

    A wrong expression is refused (`re.error`) at its first use; the tests use every one.
    """

    search: Callable[..., re.Match[str] | None]
    match: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]
    findall: Callable[..., list[Any]]
    split: Callable[..., list[str]]
    sub: Callable[..., str]
    subn: Callable[..., tuple[str, int]]

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(self, name)


# A word: letters and nothing else. A year that stands by itself.
WORD = Pattern(r"[^\W\d_]+")
YEAR = Pattern(r"\b(?:19|20)\d\d\b")


def in_small(pattern: str) -> Pattern:
    """A pattern for text in small letters (`Document.small`): it finds there what it would find in the text whatever the case.

    That takes a third of the time that ignoring the case takes. A capital, which would never match, is refused.
    """
    first, *escaped = pattern.replace("(?P", "").split("\\")
    letters = first + "".join([part[1:] for part in escaped])
    assert letters == letters.lower(), f"a capital in {pattern}"
    return Pattern(pattern)


def matches_at(words: tuple[str, ...], pattern: Pattern, text: str, end: int | None = None) -> Iterator[re.Match[str]]:
    """Where `pattern` matches at one of `words`, in order, none inside another: what `finditer` gives for a pattern that begins with them.

    Looking for words is many times as fast as looking for a pattern. `end` is how far to look.
    """
    stop = len(text) if end is None else min(end, len(text))
    return matches_from(sorted(_starts(words, text, stop)), pattern, text, stop)


def matches_from(starts: Iterable[int], pattern: Pattern, text: str, stop: int) -> Iterator[re.Match[str]]:
    """Where `pattern` matches at one of `starts`, which are in order, none inside another and none beyond `stop`."""
    last = 0
    for start in starts:
        found = pattern.match(text, start, stop) if start >= last else None
        if found is not None:
            last = found.end()
            yield found


def places_of(words: tuple[str, ...], text: str) -> list[int]:
    """Where any of `words` begins, in order."""
    return sorted(_starts(words, text, len(text)))


def places_by_word(words: tuple[str, ...], text: str) -> dict[str, Sequence[int]]:
    """Where each of `words` begins, in order, from one pass over the text; a word that stands nowhere is left out."""
    places: dict[str, array[int]] = defaultdict(partial(array, "l"))  # a fifth of the room of a list
    for last, (back, word) in _by_word(words).iter(text):
        places[word].append(last - back)
    return dict[str, Sequence[int]](places)


@lru_cache(maxsize=64)
def _by_word(words: tuple[str, ...]) -> "ahocorasick.Automaton":
    made = ahocorasick.Automaton()
    for word in words:
        made.add_word(word, (len(word) - 1, word))
    made.make_automaton()
    return made


_FEW = 8  # words beyond which one pass for all of them is quicker than one for each


def _starts(words: tuple[str, ...], text: str, stop: int) -> list[int]:
    """Where any of `words` begins, in no order."""
    if len(words) > _FEW:
        return [last - length + 1 for last, length in _automaton(words).iter(text, 0, stop)]
    starts = []
    for word in words:
        place = text.find(word, 0, stop)
        while place >= 0:
            starts.append(place)
            place = text.find(word, place + 1, stop)
    return starts


@lru_cache(maxsize=256)
def _automaton(words: tuple[str, ...]) -> "ahocorasick.Automaton":
    made = ahocorasick.Automaton()
    for word in words:
        made.add_word(word, len(word))
    made.make_automaton()
    return made


class Matches:
    """Matches of a text in order, looked up by where they stand."""

    def __init__(self, found: Iterable[re.Match[str]]) -> None:
        self._found = list(found)
        self._starts = [match.start() for match in self._found]

    def within(self, start: int, end: int) -> list[re.Match[str]]:
        """Those that lie wholly between `start` and `end`."""
        near = self._found[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return [match for match in near if match.end() <= end]
