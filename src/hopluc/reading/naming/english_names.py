"""Names in English round one of their nouns."""

from hopluc.reading.naming import lexicon
from hopluc.reading.patterns import Pattern

_ENGLISH_BEFORE = Pattern(r"(?:(?:[A-Z][A-Za-z&.'-]*|of|for|and|the|de) ){1,7}$")
_ENGLISH_AFTER = Pattern(r"(?:,? (?:Ltd|Inc|Co)\b\.?| (?:of|for|and|the|in|de)(?= (?:the )?[A-Z])| [A-Z][A-Za-z&'-]+)*")


def english_name(plain: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the name in English round the noun from `start` to `end` begins and ends: `University of Oulu`, `Sakura Technology Co., Ltd`."""
    before = _ENGLISH_BEFORE.search(plain, max(0, start - 60), start)
    first = before.start() if before else start
    while first < start and not plain[first].isupper():
        first = plain.index(" ", first) + 1
    if first and plain[first - 1].isalnum():
        return None
    words = plain[first:start].split()
    while words and (lexicon.anchors().exists(words[0]) or words[0] in lexicon.title_words()):
        first += len(words.pop(0)) + 1
    after = _ENGLISH_AFTER.match(plain, end)
    last = after.end() if after else end
    return (first, last) if first < start or last > end else None
