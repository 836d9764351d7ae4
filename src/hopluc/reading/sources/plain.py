"""Plain text: as it stands, byte order mark dropped, in NFC."""

from collections.abc import Iterator

from hopluc.errors import EmptyFile, TooLarge
from hopluc.reading.document import Document, Locator, Span
from hopluc.reading.patterns import Pattern
from hopluc.reading.sources.furniture import furniture_of
from hopluc.reading.sources.limits import TEXT_LENGTH
from hopluc.reading.sources.sniff import TEXT, decoded
from hopluc.vietnamese import nfc

_LINE = Pattern(r"\S(?:.*\S)?")


def document_of_text(data: bytes, name: str) -> Document:
    """A text file as a Document: line ends and spaces kept, so that offsets count the characters of the file."""
    if len(data) > 4 * TEXT_LENGTH:
        raise TooLarge(name=name, reason=f"phần chữ dài hơn {TEXT_LENGTH // 1_000_000} triệu ký tự")
    text = nfc(decoded(data, name))
    if len(text) > TEXT_LENGTH:
        raise TooLarge(name=name, reason=f"phần chữ dài hơn {TEXT_LENGTH // 1_000_000} triệu ký tự")
    if not text or text.isspace():
        raise EmptyFile(name=name)
    return Document(name, text, TEXT, tuple(_paragraphs(text)), furniture_of(text))


def _paragraphs(text: str) -> Iterator[Locator]:
    """A locator for each line that holds words."""
    for number, found in enumerate(_LINE.finditer(text)):
        yield Locator(Span(found.start(), found.end()), paragraph=number)
