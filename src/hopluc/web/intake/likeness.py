"""When two tellings are one thing: titles that say the same in other words, agreements of the same parties, bodies under two names."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TypeVar

from hopluc.vietnamese import canonical, fold
from hopluc.web.terms import Term

Row = TypeVar("Row")
_WORDS = re.compile(r"[a-z0-9]+")
_EMPTY = frozenset("va cua cac nhung voi tai trong cho ve theo den la duoc".split())
_SAME_LETTERS = 0.92
_EXPANDED = (
    ("kh&cn", "khoa hoc va cong nghe"),
    ("cntt", "cong nghe thong tin"),
    ("nckh", "nghien cuu khoa hoc"),
    ("ptcn", "phat trien cong nghe"),
    ("ubnd", "uy ban nhan dan"),
    ("tp.", "thanh pho"),
)


@lru_cache(maxsize=4096)
def words(text: str) -> frozenset[str]:
    """The telling words of a title, without marks, case or the commonest particles."""
    folded = fold(canonical(text))
    for short, whole in _EXPANDED:
        folded = folded.replace(short, whole)
    return frozenset(_WORDS.findall(folded)) - _EMPTY


def alike(one: str, other: str, floor: float = 0.8) -> bool:
    """Do two titles share most of their words (of the longer), or nearly all letters in order."""
    first, second = words(one), words(other)
    if not first or not second:
        return False
    if len(first & second) / max(len(first), len(second)) >= floor:
        return True
    letters = SequenceMatcher(None, _folded(one), _folded(other))
    bounds = (letters.real_quick_ratio, letters.quick_ratio, letters.ratio)  # each a bound of the next, and dearer
    return all(bound() >= _SAME_LETTERS for bound in bounds)


_folded = lru_cache(maxsize=4096)(fold)


def most_alike(title: str, rows: Iterable[Row], name: str = "title", floor: float = 0.8) -> Row | None:
    """The row whose field `name` says most nearly what `title` says; None where none is alike."""
    near = [(len(words(title) & words(getattr(row, name))), row) for row in rows if alike(title, getattr(row, name), floor)]
    return max(near, key=lambda pair: pair[0])[1] if near else None


def same_body(one: str, other: str) -> bool:
    """Are two names of committees one body: the same kind (Ban Chỉ đạo, Tổ giúp việc), and one name says all the other does."""
    first, second = words(one), words(other)
    return fold(one).split()[:2] == fold(other).split()[:2] and (first <= second or second <= first or alike(one, other, 0.7))


def compatible(one: Term | None, other: Term | None) -> bool:
    """Can two terms be of one thing: one is unsaid, or they share a day."""
    if one is None or other is None or not (one.first and one.last and other.first and other.last):
        return True
    return one.first <= other.last and other.first <= one.last


def same_term(one: Term | None, other: Term | None) -> bool:
    """Are two terms the same days, or one unsaid."""
    return one is None or other is None or (one.first, one.last) == (other.first, other.last)


def earlier(one: Term | None, other: Term | None) -> bool:
    """Did the first end before the other began."""
    return bool(one and other and one.last and other.first and one.last < other.first)
