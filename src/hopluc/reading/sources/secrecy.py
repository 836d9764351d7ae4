"""Secrecy marks (dấu chỉ độ mật): Mật, Tối mật, Tuyệt mật as a stamp, never as a word of the text.

Law on the Protection of State Secrets: three degrees, shown by a stamp of capitals on its own near the head of the document
(mẫu dấu: "MẬT", "TỐI MẬT", "TUYỆT MẬT"). Such a file is not taken in at all.
"""

from collections.abc import Iterable, Sequence

from hopluc.reading.patterns import Pattern
from hopluc.vietnamese import canonical, nfc

HEAD_LINES = 40
"""A stamp stands above the body; further down, a line of capitals is a heading."""

_DEGREES = {"MẬT": "Mật", "TỐI MẬT": "Tối mật", "TUYỆT MẬT": "Tuyệt mật"}
_EDGES = " \t\r\n.,:;*\"'()[]{}<>|_-=“”«»"
_KEYED = Pattern(r"(?i:(?:độ|mức(?: độ)?|cấp độ|dấu chỉ độ) mật) ?[:\-] ?((?i:tuyệt mật|tối mật|mật))[ .;]*")
_GAP = Pattern(r"\t|\n| {3,}")
_SPACES = Pattern(r" +")
_SPACED = Pattern(r"(?:\w ){2,}\w")


def degree(words: str) -> str | None:
    """The degree a stamp says, where `words` are nothing but a stamp: "MẬT", "* TỐI MẬT *", "Độ mật: Tuyệt mật"."""
    plain = _SPACES.sub(" ", canonical(nfc(words)).strip(_EDGES))
    if keyed := _KEYED.fullmatch(plain):
        return keyed[1].capitalize()
    if _SPACED.fullmatch(plain):
        plain = {"MẬT": "MẬT", "TỐIMẬT": "TỐI MẬT", "TUYỆTMẬT": "TUYỆT MẬT"}.get(plain.replace(" ", ""), plain)
    return _DEGREES.get(plain)


def _stamps(lines: Iterable[str]) -> list[str]:
    return [found for line in lines for words in _GAP.split(line) if (found := degree(words))]


def secrecy_mark(text: str, margins: Sequence[str] = ()) -> str | None:
    """The degree marked at the head of a text or in its `margins` (page headers and footers, text boxes); None where none is.

    Two different degrees among the lines of the head are a table of degrees, not a stamp.
    """
    if stamped := _stamps(margins):
        return stamped[0]
    head = (line for line in text[:20_000].splitlines() if line.strip())
    found = set(_stamps(line for _, line in zip(range(HEAD_LINES), head, strict=False)))
    return found.pop() if len(found) == 1 else None
