"""open_source: a file of any readable kind, from whomever, as a Document; or a refusal that says why and what to do."""

import json
from collections.abc import Iterable
from dataclasses import replace
from itertools import count
from pathlib import Path
from types import MappingProxyType

from hopluc.errors import LegacyEncoding, NoText, NotInstalled, StateSecret, TooLarge, UnreadableFile
from hopluc.reading.document import Document
from hopluc.reading.sources.converter import converted, converter
from hopluc.reading.sources.legacy import document_in_unicode, legacy_encoding
from hopluc.reading.sources.limits import FILE_BYTES
from hopluc.reading.sources.plain import document_of_text
from hopluc.reading.sources.sandbox import Sandbox
from hopluc.reading.sources.scanner import scanner
from hopluc.reading.sources.secrecy import secrecy_mark
from hopluc.reading.sources.sniff import DOCX, OLD, PDF, PICTURES, SCAN, SCANNED_PDF, TEXT, media_of, told_otherwise
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


def stamp_on(data: bytes, name: str, *, pictures: bool = True) -> str | None:
    """The secrecy mark a file bears ("Tối mật"), for one that is kept unread. None where none is seen, as in a file of a kind not read.

    A stamp stands on the first page: of a scan no other is recognised, and with `pictures` off none at all.
    """
    try:
        with Sandbox() as sandbox:
            _checked(_beginning(data, nfc(name), sandbox, pictures=pictures))
    except StateSecret as secret:
        return str(secret.details["mark"])
    except UnreadableFile:
        return None
    return None


def _beginning(data: bytes, name: str, sandbox: Sandbox, *, pictures: bool) -> Document:
    media = media_of(data, name)
    if media == TEXT:
        return document_of_text(data, name)
    if media == OLD:
        return _converted(data, name, sandbox)
    try:
        if media not in PICTURES:
            document = sandbox.parse(data, media, name)
            if "1" not in document.properties.get("pages_without_text", "").split(", "):
                return document
    except NoText:
        if media != PDF:
            raise
    if not pictures or scanner() is None:
        raise NoText(name=name)
    return replace(sandbox.parse(_recognised(data, media, name, sandbox, (1,)), SCAN, name), media=media)


def _parsed(data: bytes, media: str, name: str, sandbox: Sandbox) -> Document:
    """The document a parser reads, where need be of what another program on this machine makes of the file."""
    if media in PICTURES:
        return _photographed(data, media, name, sandbox)
    if media == OLD:
        return _converted(data, name, sandbox)
    return _of_pdf(data, name, sandbox) if media == PDF else sandbox.parse(data, media, name)


def _photographed(data: bytes, media: str, name: str, sandbox: Sandbox) -> Document:
    if scanner() is None:
        raise NotInstalled(name=name, found="ảnh chụp", program="tesseract (dữ liệu tiếng Việt)")
    sheets = _recognised(data, media, name, sandbox, count(1))
    return replace(sandbox.parse(sheets, SCAN, name), media=media)


def _recognised(data: bytes, media: str, name: str, sandbox: Sandbox, pages: Iterable[int]) -> bytes:
    """What is recognised on the pages, for the child to make a document of."""
    from hopluc.reading.sources.recognition import recognised_pages  # brings the parser of PDF, which other files never need

    return json.dumps(list(recognised_pages(data, media, name, sandbox, pages))).encode("ascii")


def _of_pdf(data: bytes, name: str, sandbox: Sandbox) -> Document:
    """A .pdf file, those of its pages that are pictures recognised where this machine can."""
    pages: Iterable[int] = count(1)
    try:
        document = sandbox.parse(data, PDF, name)
    except NoText as error:
        if scanner() is None:
            raise NotInstalled(name=name, found="bản chụp", program="tesseract (dữ liệu tiếng Việt)") from error
    else:
        pictures = [document.properties.get(key) for key in ("pages_without_text", "pages_misread")]
        pages = sorted(int(number) for numbers in pictures if numbers for number in numbers.split(", "))
        if not pages or scanner() is None:
            return document
    sheets = _recognised(data, PDF, name, sandbox, pages)
    return sandbox.parse(sheets + b"\n" + data, SCANNED_PDF, name)


def _converted(data: bytes, name: str, sandbox: Sandbox) -> Document:
    """The document in a file of another word processor, converted where this machine can."""
    media = sandbox.parse(data, OLD, name).media
    program = converter()
    if program is None:
        raise NotInstalled(name=name, found="tệp Office đời cũ hoặc của phần mềm khác", program="LibreOffice")
    return replace(sandbox.parse(converted(program, data, media, name), DOCX, name), media=media)


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
