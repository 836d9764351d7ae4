"""open_source: a file of any readable kind, from whomever, as a Document; or a refusal that says why and what to do."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from hopluc.errors import LegacyEncoding, NoText, StateSecret, TooLarge, UnreadableFile
from hopluc.reading.document import Document
from hopluc.reading.sources.legacy import document_in_unicode, legacy_encoding
from hopluc.reading.sources.limits import DPI, FILE_BYTES, SCANNED_PAGES
from hopluc.reading.sources.plain import document_of_text
from hopluc.reading.sources.sandbox import Sandbox
from hopluc.reading.sources.scanner import recognised, scanner
from hopluc.reading.sources.secrecy import secrecy_mark
from hopluc.reading.sources.sniff import JPEG, PDF, PNG, SCAN, TEXT, media_of, told_otherwise
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
        document = _parsed(data, media, name, sandbox)
    else:
        with Sandbox() as own:
            document = _parsed(data, media, name, own)
    return _checked(document)


def _parsed(data: bytes, media: str, name: str, sandbox: Sandbox) -> Document:
    """The document a parser reads; of a scan or a photograph, what is recognised on it where this machine can."""
    if media in {PNG, JPEG}:
        sheets = _photograph(data, name)
    else:
        try:
            return sandbox.parse(data, media, name)
        except NoText:
            program = scanner() if media == PDF else None
            if program is None:
                raise
            sheets = list(_scanned(data, name, sandbox, program))
    return replace(sandbox.parse(json.dumps(sheets).encode("ascii"), SCAN, name), media=media)


def _photograph(data: bytes, name: str) -> list[dict[str, Any]]:
    program = scanner()
    if program is None:
        raise NoText(name=name)
    return [{"table": recognised(program, data, DPI, name), "page": 1, "dpi": DPI, "strokes": [[], []]}]


def _scanned(data: bytes, name: str, sandbox: Sandbox, program: str) -> Iterator[dict[str, Any]]:
    """What is recognised on each page of a scan. Raises TooLarge past `SCANNED_PAGES`."""
    page = 1
    while drawn := sandbox.draw(data, name, page):
        if page > SCANNED_PAGES:
            raise TooLarge(name=name, reason=f"bản chụp dài hơn {SCANNED_PAGES} trang")
        picture, said = drawn
        yield said | {"table": recognised(program, picture, round(said["dpi"]), name), "page": page}
        page += 1


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
