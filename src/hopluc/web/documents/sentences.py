"""The sentences of a text that best hold the words looked for: offered to pick from, so that nobody copies one by hand."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from hopluc.vietnamese import canonical, fold, nfc

MOST_OFFERED = 8
LONG = 280
"""A line up to so many characters is offered whole; a longer one sentence by sentence."""
SHORT = 40
"""A piece shorter than this is none by itself: what ends it is an abbreviation."""
_END = re.compile(r"[.;]\s+")
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")


def sentences_holding(text: str, wanted: Iterable[str], most: int = MOST_OFFERED) -> list[tuple[int, int]]:
    """Where the sentences stand (start, end) that hold most of the wanted words and figures, the best first.

    A word that few sentences hold says more than one that stands everywhere; a sentence with none of them is not offered.

    >>> text = "Tổng chi là 15.200 tỷ đồng.\\nChi cho khoa học là 320 tỷ đồng.\\nNơi nhận: Như trên."
    >>> [text[start:end] for start, end in sentences_holding(text, ["320", "khoa hoc"])]
    ['Chi cho khoa học là 320 tỷ đồng.']
    """
    asked = {word for one in wanted for word in _WORD.findall(fold(canonical(nfc(one))))}
    folded = fold(canonical(text))
    holding = [(start, end, asked.intersection(_WORD.findall(folded[start:end]))) for start, end in _sentences(text)]
    times = Counter(word for _start, _end, words in holding for word in words)
    told = [(sum(1 / times[word] for word in sorted(words)), start, end) for start, end, words in holding if words]
    return [(start, end) for _weight, start, end in sorted(told, key=lambda one: (-one[0], one[1]))[:most]]


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Each line without the space about it; a long one in pieces, each up to a full stop or semicolon that a capital follows."""
    for line in re.finditer(r"[^\n]+", text):
        start, last = line.span()
        if last - start > LONG:
            for end in _END.finditer(text, start, last):
                if end.end() - start > SHORT and text[end.end() : end.end() + 1].isupper():
                    yield from _trimmed(text, start, end.end())
                    start = end.end()
        yield from _trimmed(text, start, last)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    words = text[start:end].strip()
    if words:
        begin = text.index(words, start)
        yield begin, begin + len(words)
