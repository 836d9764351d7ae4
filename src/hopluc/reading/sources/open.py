"""open_source: a file of any readable kind, from whomever, as a Document; or a refusal that says why and what to do."""

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from hopluc.errors import LegacyEncoding, StateSecret, TooLarge, UnreadableFile
from hopluc.reading.document import Document
from hopluc.reading.sources.legacy import document_in_unicode, legacy_encoding
from hopluc.reading.sources.limits import FILE_BYTES
from hopluc.reading.sources.plain import document_of_text
from hopluc.reading.sources.sandbox import Sandbox
from hopluc.reading.sources.secrecy import secrecy_mark
from hopluc.reading.sources.sniff import PDF, TEXT, media_of, told_otherwise
from hopluc.vietnamese import nfc


def open_source(source: Path | bytes, name: str | None = None, sandbox: Sandbox | None = None) -> Document:
    """The Document in a file or in bytes; `name` is the file's name for people (of a path, its last part where not given).

    The content decides the format; an extension that says another is told in `properties["extension"]`. Text is read here,
    everything with a parser in `sandbox`, or in one of its own. Raises UnreadableFile (`hopluc.errors`); OSError stays itself.
    """
    name = nfc(name if name is not None else source.name if isinstance(source, Path) else "")
    data = _bytes_of(source, name)
    media = media_of(data, name)
    if media == TEXT:
        document = document_of_text(data, name)
    elif sandbox is not None:
        document = sandbox.parse(data, media, name)
    else:
        with Sandbox() as own:
            document = own.parse(data, media, name)
    return _checked(document)


def _bytes_of(source: Path | bytes, name: str) -> bytes:
    size = len(source) if isinstance(source, bytes) else source.stat().st_size
    if size > FILE_BYTES:
        raise TooLarge(name=name, reason=f"tệp lớn hơn {FILE_BYTES // 2**20} MB")
    if isinstance(source, bytes):
        return source
    if not source.is_file():
        raise UnreadableFile(name=name)
    with source.open("rb") as file:
        return file.read(FILE_BYTES + 1)


def _checked(document: Document) -> Document:
    """The document, unless it bears a secrecy mark or is typed in an old encoding; with a wrong extension told."""
    if mark := secrecy_mark(document.text):
        raise StateSecret(name=document.name, mark=mark)
    if legacy := legacy_encoding(document.text):
        if document.media != PDF and (found := document_in_unicode(document)):
            return _checked(found)  # a pdf has lost the soft hyphens that are ư in TCVN3
        raise LegacyEncoding(name=document.name, hint=f": có vẻ là {legacy}")
    if extension := told_otherwise(document.name, document.media):
        return replace(document, properties=MappingProxyType({**document.properties, "extension": extension}))
    return document
