"""Texts typed in an encoding before Unicode: told by their letters, read where there is no doubt, named in a refusal where there is.

They were 8-bit fonts: a text typed in them is made of Latin letters that only look right in the font.
"""

from collections import Counter
from dataclasses import replace

from hopluc.reading.document import Document, Span
from hopluc.reading.encodings import TCVN3, VNI, decoded_letters, decoded_text
from hopluc.reading.origin import OffsetMap, offset_map
from hopluc.reading.patterns import Pattern
from hopluc.reading.sources.syllables import is_syllable
from hopluc.vietnamese import nfc

_UNICODE = Pattern("[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
_TCVN3 = Pattern("[A-Za-z][µ¶·¸¹¾»¼½ªÖ×ØÜÞß«¬®÷øþ]|[®«¬©ª¨µ¸¹][A-Za-z]")
_VNI = Pattern("[aeouyAEOUY][ùøûõïäëüúáàåãÙØÛÕÏÄËÜÚÁÀÅÃ]|[ôö][ùøûõïÙØÛÕÏ]")
_ENCODINGS = ((TCVN3, _TCVN3, 0.025), (VNI, _VNI, 0.08))
"""Name, letters that give it away, and how many of them a text must hold at least: other languages have a few."""
_PREVIEW = 200_000
_WORDS, _FEW = 400, 5
_LEGACY_WORD = Pattern(r"[A-Za-zµ¶·¸¹¨»¼½¾©®ª«¬\u00ad§¡¢£¤¥¦À-ÿ]+")
_SURE, _DOUBTFUL = 0.85, 0.5


def _share_of_syllables(words: Counter[str]) -> float:
    """How many of the words, each as often as it is said, are built as Vietnamese syllables."""
    return sum(count for word, count in words.items() if is_syllable(word)) / max(1, words.total())


def _marked_words(sample: str) -> Counter[str]:
    """The commonest words that hold more than plain letters."""
    words = Counter(word for word in _LEGACY_WORD.findall(sample) if not word.isascii())
    return Counter(dict(words.most_common(_WORDS)))


def legacy_encoding(text: str) -> str | None:
    """The legacy encoding that `text`, decoded as Latin letters or copied into Unicode, was typed in; None for real text."""
    sample = text[:_PREVIEW]
    if sample.isascii():
        return None
    real = len(_UNICODE.findall(sample))
    likely = []
    for name, pattern, least in _ENCODINGS:
        odd = len(pattern.findall(sample))
        if odd >= 6 and odd > 2 * real and odd > least * len(sample):
            likely.append(name)
    words = _marked_words(sample) if likely else Counter[str]()
    if len(words) < _FEW or _share_of_syllables(words) >= _DOUBTFUL:
        return None
    return max(likely, key=lambda name: _share_when_decoded(words, name))


def _share_when_decoded(words: Counter[str], encoding: str) -> float:
    said = Counter[str]()
    for word, count in words.items():
        said[decoded_letters(word, encoding)] += count
    return _share_of_syllables(said)


def is_sure(text: str, encoding: str) -> bool:
    """Whether `text` is wholly in `encoding`: no letter that only Unicode has, and its marked words become Vietnamese syllables."""
    return not _UNICODE.search(text) and _share_when_decoded(_marked_words(text[:_PREVIEW]), encoding) >= _SURE


def legacy_bytes(data: bytes) -> str | None:
    """The legacy encoding bytes that are not UTF-8 seem to be in; None where it cannot be told."""
    sample = data[:_PREVIEW]
    if found := legacy_encoding(sample.decode("latin-1")):
        return found
    marks = sum(sample.count(bytes([mark])) for mark in (0xCC, 0xD2, 0xDE, 0xEC, 0xF2))
    return "windows-1258" if marks >= 6 and b"\xf0" in sample else None


def unicode_text(written: str) -> tuple[str, OffsetMap] | None:
    """The Unicode text of one that was typed or pasted in TCVN3 or VNI, and the map back; None where it is not surely so."""
    encoding = legacy_encoding(written)
    if encoding is None or not is_sure(written, encoding):
        return None
    text = nfc(decoded_text(written, encoding))
    return text, offset_map(zip(text.split("\n"), written.split("\n"), strict=True))


def document_in_unicode(document: Document) -> Document | None:
    """The document in Unicode, every place in it moved along; None where it is not surely in a legacy encoding."""
    found = unicode_text(document.text)
    if found is None:
        return None
    text, origin = found

    def moved(span: Span) -> Span:
        return Span(origin.text_offset(text, span.start), origin.text_offset(text, span.end))

    return replace(
        document,
        text=text,
        locators=tuple(replace(at, span=moved(at.span)) for at in document.locators),
        furniture=tuple(moved(span) for span in document.furniture),
        origin=origin,
    )
