"""Pattern: a regular expression that is compiled when it is first used.

The readers hold some four hundred expressions. Compiling them all takes longer than reading a short document, and a process that
only asks for a type or reads one kind needs few of them; so none is compiled before somebody looks with it.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

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


def matches_at(words: tuple[str, ...], pattern: Pattern, text: str, end: int | None = None) -> Iterator[re.Match[str]]:
    """Where `pattern` matches at one of `words`, in order, none inside another: what `finditer` gives for a pattern that begins with them.

    Looking for words is many times as fast as looking for a pattern. `end` is how far to look.
    """
    stop = len(text) if end is None else min(end, len(text))
    starts = []
    for word in words:
        place = text.find(word, 0, stop)
        while place >= 0:
            starts.append(place)
            place = text.find(word, place + 1, stop)
    last = 0
    for start in sorted(starts):
        found = pattern.match(text, start, stop) if start >= last else None
        if found is not None:
            last = found.end()
            yield found
