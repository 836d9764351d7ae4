"""Plain text: as it stands, byte order mark dropped, in NFC; from TCVN3 or VNI where the whole text surely is."""

from collections.abc import Iterator

from hopluc.errors import EmptyFile, LegacyEncoding, TooLarge
from hopluc.reading.document import Document, Locator, Span
from hopluc.reading.origin import OffsetMap
from hopluc.reading.patterns import Pattern
from hopluc.reading.sources.furniture import furniture_of
from hopluc.reading.sources.legacy import legacy_encoding, unicode_text
from hopluc.reading.sources.limits import TEXT_LENGTH
from hopluc.reading.sources.sniff import TEXT, letters
from hopluc.vietnamese import nfc

_LINE = Pattern(r"\S(?:.*\S)?")


def document_of_text(data: bytes, name: str) -> Document:
    """A text file as a Document: line ends and spaces kept, so that offsets count the characters of the file."""
    if len(data) > 4 * TEXT_LENGTH:
        raise TooLarge(name=name, reason=f"phần chữ dài hơn {TEXT_LENGTH // 1_000_000} triệu ký tự")
    text, origin = _unicode(nfc(letters(data, name)), name)
    if len(text) > TEXT_LENGTH:
        raise TooLarge(name=name, reason=f"phần chữ dài hơn {TEXT_LENGTH // 1_000_000} triệu ký tự")
    if not text or text.isspace():
        raise EmptyFile(name=name)
    return Document(name, text, TEXT, tuple(_paragraphs(text)), furniture_of(text), origin=origin)


def _unicode(written: str, name: str) -> tuple[str, OffsetMap | None]:
    """The text in Unicode, with the map back where it was typed in an older encoding. Raises LegacyEncoding where one is in doubt."""
    if found := unicode_text(written):
        return found
    if legacy := legacy_encoding(written):
        raise LegacyEncoding(name=name, hint=f": có vẻ là {legacy}")
    return written, None


def _paragraphs(text: str) -> Iterator[Locator]:
    """A locator for each line that holds words."""
    for number, found in enumerate(_LINE.finditer(text)):
        yield Locator(Span(found.start(), found.end()), paragraph=number)
