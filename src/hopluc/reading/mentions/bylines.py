"""Bylines (tác giả bài): who signs an article at its end, by a pen name that need not begin with a surname."""

import re
from collections.abc import Iterator
from itertools import pairwise

from hopluc.reading.document import Document, Span
from hopluc.reading.naming import lexicon
from hopluc.reading.patterns import Pattern

_CAPITAL, _SMALL = f"[{lexicon.CAPITAL}]", f"[{lexicon.SMALL}]"
_NAME = Pattern(rf"{_CAPITAL}{_SMALL}+(?: {_CAPITAL}{_SMALL}+){{1,3}}|{_CAPITAL}{{2,}}(?: {_CAPITAL}{{2,}}){{1,3}}")
_LABEL = Pattern(
    r"\n[ \t-]*(?:Tin(?:(?:,| và|-) ?(?:bài|ảnh))*|Bài(?: viết)?(?:(?:,| và|-) ?ảnh)?|Tác giả(?: bài viết)?|T/g) ?: ?(?=[^\n]{3,60}(?:\n|$))"
)
_FOOT = 400  # characters at the end of an article in which its author signs after a label


def bylines(document: Document, reached: int) -> Iterator[Span]:
    """Where the authors' names stand after a label (`Tin, ảnh: Thu Hà`), else alone on the last line (`Thu Hà - Minh Châu`)."""
    plain = document.plain.rstrip()
    labelled = next(reversed(list(_LABEL.finditer(plain, max(0, len(plain) - _FOOT)))), None)
    start = labelled.end() if labelled else plain.rfind("\n") + 1
    if start < max(reached, 1) or (labelled is None and plain[:start].rstrip()[-1:] not in (".", "”", '"', "!", "?")):
        return
    end = plain.find("\n", start)
    for part in re.finditer(r"[^,()/-]+", plain[start : end if end >= 0 else len(plain)].split("(")[0]):
        name = part[0].strip(" \t.")
        if not name and labelled:
            continue
        if not _NAME.fullmatch(name) or is_place(name) or holds_phrase(name.split(" ")):
            return
        yield Span(*(start + part.start() + part[0].index(name) + shift for shift in (0, len(name))))


def is_place(text: str) -> bool:
    """Whether a text is the name of a province or a country."""
    folded = text.casefold()
    return folded in lexicon.province_kinds() or folded in lexicon.country_names()


def holds_phrase(words: list[str]) -> bool:
    """Whether two of the words are a field of work, as no person's name has them: `Đào tạo`, `Kinh tế`."""
    pairs = (f"{first} {second}".casefold() for first, second in pairwise(words))
    return any(pair in lexicon.domain_words() for pair in pairs)
