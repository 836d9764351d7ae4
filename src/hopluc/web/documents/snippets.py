"""Where the words looked for stand in a text: the stretch about them, each hit marked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

ABOUT = 110
"""How many characters stand before and after the first hit."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text as written; `hit` where it is what was looked for."""

    text: str
    hit: bool = False


@dataclass(frozen=True, slots=True)
class Snippet:
    """The pieces of a stretch, and where its first hit stands in the whole text (`start`, `end`)."""

    pieces: tuple[Piece, ...]
    start: int
    end: int


SHORTEST_BEGINNING = 3
"""A last word of so many letters also finds the words it begins: one may still be typing."""


def each_of(words: Sequence[str]) -> list[re.Pattern[str]]:
    """What finds each word as a whole in folded text; the last, unless it is short, also as the beginning of one."""
    open_end = bool(words) and len(words[-1]) >= SHORTEST_BEGINNING
    last = len(words) - 1
    return [
        re.compile(rf"(?<![^\W_]){re.escape(word)}" + ("" if place == last and open_end else r"(?![^\W_])"))
        for place, word in enumerate(words)
    ]


def phrase_of(words: Sequence[str]) -> re.Pattern[str]:
    """What finds the words one after another in folded text, over line ends too."""
    return re.compile(r"(?<![^\W_])" + r"\s+".join(map(re.escape, words)))


def snippet(text: str, folded: str, words: Sequence[str], about: int = ABOUT) -> Snippet | None:
    """The stretch of `text` about the phrase, else about the word that is rarest in it; None where no word is there.

    `folded` is the same text folded, offset by offset; `about` how many characters are shown before and after.
    """
    each = each_of(words)
    first = phrase_of(words).search(folded) or _rarest(each, folded)
    if first is None:
        return None
    start = _at_a_word(text, max(0, first.start() - about))
    end = min(len(text), first.end() + about)
    any_word = re.compile("|".join([phrase_of(words).pattern, *(word.pattern for word in each)]))
    pieces, done = [], start
    for hit in any_word.finditer(folded, start, end):
        pieces += [Piece(_one_line(text[done : hit.start()])), Piece(_one_line(text[hit.start() : hit.end()]), hit=True)]
        done = hit.end()
    pieces.append(Piece(_one_line(text[done:end])))
    return Snippet(tuple(piece for piece in pieces if piece.text), first.start(), first.end())


def _rarest(each: Sequence[re.Pattern[str]], folded: str) -> re.Match[str] | None:
    hits = [found for word in each if (found := list(word.finditer(folded)))]
    return min(hits, key=len)[0] if hits else None


def _at_a_word(text: str, start: int) -> int:
    space = text.find(" ", start, start + 20) if start else -1
    return space + 1 if space >= 0 else start


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)
