"""Whether a word is built as a Vietnamese syllable: onset, nucleus with its marks and its one tone in its place, coda."""

import unicodedata

from hopluc.reading.patterns import Pattern
from hopluc.vietnamese import TONES

_TONE_FIRST = "a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iu oi ôi ơi ua ui ưa ưi ưu oa oe uy"
_TONE_SECOND = "oa oe uy oo oă uâ uê uơ iê yê uô ươ oai oao oay oeo uây uya uyu iêu yêu uôi ươi ươu"
_TONE_THIRD = "uyê"


def _nuclei() -> frozenset[str]:
    known = set()
    for place, vowels in enumerate((_TONE_FIRST, _TONE_SECOND, _TONE_THIRD), start=1):
        for nucleus in vowels.split():
            known |= {unicodedata.normalize("NFC", nucleus[:place] + tone + nucleus[place:]) for tone in ("", *TONES)}
    return frozenset(known)


_NUCLEI = _nuclei()
_PARTS = Pattern(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?"
    f"([{''.join(sorted({letter for nucleus in _NUCLEI for letter in nucleus}))}]+)"
    r"(?:ch|ng|nh|[cmnpt])?"
)


def is_syllable(word: str) -> bool:
    """Whether `word` (NFC) could be a Vietnamese syllable; letters of other languages and misplaced tones say no."""
    found = _PARTS.fullmatch(word.lower()) if len(word) <= 7 else None
    return found is not None and found[1] in _NUCLEI
