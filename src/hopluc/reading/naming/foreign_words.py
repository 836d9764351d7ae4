"""Foreign words spelt as the lists spell them (chính tả tên nước ngoài): `Liege` for Liège, `Havard` for Harvard."""

from collections.abc import Iterator
from functools import cache, lru_cache

from hopluc import gazetteer
from hopluc.reading.naming import lexicon
from hopluc.vietnamese import fold

_SHORTEST = 6  # letters of a word that one wrong letter may be put right in


def respelt(name: str) -> str:
    """The name with each foreign word that misses its marks, or one letter, as the lists have it; where several fit, as it stands."""
    return " ".join(_known(word) for word in name.split(" "))


@lru_cache(maxsize=4096)
def _known(word: str) -> str:
    if len(word) < 4 or not word.isalpha() or not word[0].isupper() or not lexicon.is_foreign(word):
        return word
    by_fold, by_gap = _words()
    plain = fold(word)
    exact = by_fold.get(plain)
    if exact is not None:
        return exact
    if len(word) < _SHORTEST:
        return word
    near = {known for gap in (plain, *_gaps(plain)) for known in by_gap.get(gap, ()) if abs(len(known) - len(word)) <= 1}
    return near.pop() if len(near) == 1 else word


@cache
def _words() -> tuple[dict[str, str], dict[str, set[str]]]:
    """The foreign words of the lists by their letters without marks, and by those with one letter left out."""
    names = [known.name for known in gazetteer.organisations() if known.kind == "quốc tế"]
    names += [place.name for place in gazetteer.foreign_places()]
    words = {
        word for name in names for word in name.split(" ") if word.isalpha() and len(word) > 3 and lexicon.is_foreign(word)
    }
    by_gap: dict[str, set[str]] = {}
    for word in words:
        for gap in (fold(word), *_gaps(fold(word))) if len(word) >= _SHORTEST else ():
            by_gap.setdefault(gap, set()).add(word)
    return {fold(word): word for word in sorted(words)}, by_gap


def _gaps(word: str) -> Iterator[str]:
    return (word[:place] + word[place + 1 :] for place in range(len(word)))
