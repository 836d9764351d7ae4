"""Which texts say nearly the same (kiến nghị tương tự), and by which words: simple enough to be explained to an officer.

Two texts are compared by the pairs of neighbouring syllables they share, since most Vietnamese words have two; a pair that few of
the texts hold weighs more than one all of them hold. The phrases shared are told with the result.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hopluc.vietnamese import canonical, fold, nfc

FLOOR = 0.25
MOST = 5
MOST_PHRASES = 4
_WORD = re.compile(r"[^\W_]+")
_EMPTY = frozenset(
    "va cua cac nhung voi tai trong cho ve theo den la duoc de co khi nay do tu viec de nghi kien xem xet quan tam som can bo tinh "
    "thanh pho dia phuong uy ban nhan dan so ban nganh mot hai nam nay nhu ra vao bang se da dang".split()
)
"""Syllables that petitions of every kind are full of: a pair of two of them tells nothing."""

Pair = tuple[str, str]


@dataclass(frozen=True)
class Resemblance:
    """A text that resembles another: its key, how much of both is shared (0 to 1), and the phrases they share."""

    key: int
    share: float
    phrases: tuple[str, ...]

    @property
    def percent(self) -> int:
        return round(100 * self.share)


@dataclass(frozen=True)
class _Said:
    words: tuple[str, ...]
    folded: tuple[str, ...]

    @property
    def pairs(self) -> list[Pair]:
        return list(zip(self.folded, self.folded[1:], strict=False))


def resembling(text: str, others: Mapping[int, str], *, floor: float = FLOOR, most: int = MOST) -> list[Resemblance]:
    """Those of the other texts that resemble this one by at least `floor`, the most alike first, each with the shared phrases."""
    said, told = _said(text), {key: _said(other) for key, other in others.items()}
    pairs = {key: _telling(other) for key, other in told.items()}
    own = _telling(said)
    held = Counter(pair for found in (own, *pairs.values()) for pair in found)
    texts = len(pairs) + 1
    weight = {pair: math.log(1 + texts / count) for pair, count in held.items()}
    whole = sum(weight[pair] for pair in own)
    found = []
    for key, other in pairs.items():
        both = own & other
        size = math.sqrt(whole * sum(weight[pair] for pair in other))
        share = sum(weight[pair] for pair in both) / size if size else 0.0
        if share >= floor:
            found.append(Resemblance(key, share, _phrases(said, both)))
    return sorted(found, key=lambda one: (-one.share, one.key))[:most]


class Titles:
    """Titles of which a text may hold the words; a pair that many of them share weighs little, one of what they are all of nothing."""

    def __init__(self, titles: Mapping[int, str], whole: str = "") -> None:
        shared = _telling(_said(whole))
        self._said = {key: _said(title) for key, title in titles.items()}
        self._pairs = {key: _telling(said) - shared for key, said in self._said.items()}
        often = Counter(pair for found in self._pairs.values() for pair in found)
        self._weight = {pair: math.log(1 + len(self._pairs) / count) for pair, count in often.items()}
        self._whole = {key: sum(self._weight[pair] for pair in pairs) for key, pairs in self._pairs.items()}

    def held_by(self, text: str) -> list[Resemblance]:
        """How much of each title's words a text holds, with the phrases; it may say much more. Those it holds nothing of are left out."""
        own = _telling(_said(text))
        found = []
        for key, pairs in self._pairs.items():
            both = own & pairs
            if both:
                share = sum(self._weight[pair] for pair in both) / self._whole[key]
                found.append(Resemblance(key, share, _phrases(self._said[key], both)))
        return sorted(found, key=lambda one: (-one.share, one.key))


def _said(text: str) -> _Said:
    words = tuple(_WORD.findall(canonical(nfc(text))))
    return _Said(words, tuple(fold(word) for word in words))


def _telling(said: _Said) -> frozenset[Pair]:
    return frozenset(pair for pair in said.pairs if not (pair[0] in _EMPTY and pair[1] in _EMPTY))


def _phrases(said: _Said, shared: frozenset[Pair]) -> tuple[str, ...]:
    """The longest runs of the text's own words that are shared pair by pair, the longest first."""
    runs: list[Sequence[str]] = []
    start = 0
    for place, pair in enumerate([*said.pairs, ("", "")]):
        if pair not in shared:
            if place > start:
                runs.append(said.words[start : place + 1])
            start = place + 1
    runs.sort(key=len, reverse=True)
    return tuple(dict.fromkeys(" ".join(run) for run in runs))[:MOST_PHRASES]
