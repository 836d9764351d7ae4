"""Legacy Vietnamese encodings (TCVN3, VNI, windows-1258): recognised, so that the refusal can name them.

They were 8-bit fonts before Unicode; a text typed in them is made of Latin letters that only look right in the font.
"""

from hopluc.reading.patterns import Pattern

_UNICODE = Pattern("[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
_TCVN3 = Pattern("[A-Za-z][µ¶·¸¹¾»¼½ªÖ×ØÜÞß«¬®÷øþ]|[®«¬©ª¨µ¸¹][A-Za-z]")
_VNI = Pattern("[aeouyAEOUY][ùøûõïäëüúáàåãÙØÛÕÏÄËÜÚÁÀÅÃ]|[ôö][ùøûõïÙØÛÕÏ]")
_ENCODINGS = (("TCVN3", _TCVN3, 0.025), ("VNI", _VNI, 0.08))
"""Name, letters that give it away, and how many of them a text must hold at least: other languages have a few."""
_PREVIEW = 200_000


def legacy_encoding(text: str) -> str | None:
    """The legacy encoding that `text`, decoded as Latin letters or copied into Unicode, was typed in; None for real text."""
    sample = text[:_PREVIEW]
    if sample.isascii():
        return None
    real = len(_UNICODE.findall(sample))
    for name, pattern, least in _ENCODINGS:
        odd = len(pattern.findall(sample))
        if odd >= 6 and odd > 2 * real and odd > least * len(sample):
            return name
    return None


def legacy_bytes(data: bytes) -> str | None:
    """The legacy encoding bytes that are not UTF-8 seem to be in; None where it cannot be told."""
    sample = data[:_PREVIEW]
    if found := legacy_encoding(sample.decode("latin-1")):
        return found
    marks = sum(sample.count(bytes([mark])) for mark in (0xCC, 0xD2, 0xDE, 0xEC, 0xF2))
    return "windows-1258" if marks >= 6 and b"\xf0" in sample else None
