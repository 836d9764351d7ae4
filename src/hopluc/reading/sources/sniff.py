"""What a file is, by its content; its extension is only compared."""

import re
from collections.abc import Mapping
from pathlib import PurePath
from types import MappingProxyType

from hopluc.errors import EmptyFile, LegacyEncoding, UnknownFormat
from hopluc.reading.sources.legacy import legacy_bytes, unicode_text

TEXT, HTML, PDF, EML = "text/plain", "text/html", "application/pdf", "message/rfc822"
PNG, JPEG, TIFF, HEIC, WEBP = "image/png", "image/jpeg", "image/tiff", "image/heic", "image/webp"
BUNDLE = "application/vnd.hopluc.pictures+zip"
"""Pictures taken together as the pages of one document (see `bundles`)."""
PICTURES = frozenset({PNG, JPEG, TIFF, HEIC, WEBP, BUNDLE})
DOC, XLS, RTF = "application/msword", "application/vnd.ms-excel", "application/rtf"
ODT, ODS = "application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.spreadsheet"
OLD = "application/x-old-office"
"""Files that an office program must convert first; which one it is, is told inside the child."""
SCANNED_PDF = "multipart/mixed"
"""What was recognised on the pages of a pdf and the pdf, on their way to the child."""
SCAN = "text/tab-separated-values"
"""What was recognised on a scan, on its way to the child; never a file's."""
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

EXTENSIONS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        TEXT: frozenset({".txt", ".text", ".md", ""}),
        HTML: frozenset({".html", ".htm", ".xhtml"}),
        PDF: frozenset({".pdf"}),
        DOCX: frozenset({".docx"}),
        EML: frozenset({".eml"}),
        XLSX: frozenset({".xlsx"}),
        PNG: frozenset({".png"}),
        JPEG: frozenset({".jpg", ".jpeg"}),
        TIFF: frozenset({".tif", ".tiff"}),
        HEIC: frozenset({".heic", ".heif"}),
        WEBP: frozenset({".webp"}),
        BUNDLE: frozenset({".zip"}),
        DOC: frozenset({".doc", ".dot"}),
        XLS: frozenset({".xls"}),
        RTF: frozenset({".rtf", ".doc"}),
        ODT: frozenset({".odt"}),
        ODS: frozenset({".ods"}),
    }
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = ((b"\x89PNG\r\n\x1a\n", PNG), (b"\xff\xd8\xff", JPEG), (b"II*\x00", TIFF), (b"MM\x00*", TIFF))
_HEIC = re.compile(rb".{4}ftyp(?:hei[cmsx]|hev[cmsx]|mif1|msf1)", re.DOTALL)
_WEBP = re.compile(rb"RIFF.{4}WEBP", re.DOTALL)
_IMAGES = (b"GIF8", b"BM", b"RIFF")
_KIND_FIRST = re.compile(rb"PK\x03\x04.{22}\x08\x00.{2}mimetype([\x20-\x7e]{1,80})", re.DOTALL)
_OTHERS = (
    (b"\x1f\x8b", "tệp nén"),
    (b"Rar!", "tệp nén"),
    (b"7z\xbc\xaf", "tệp nén"),
    (b"MZ", "chương trình"),
    (b"\x7fELF", "chương trình"),
    (b"%!PS", "tệp PostScript"),
    (b"ID;P", "bảng tính SLK"),
)
_HTML_START = re.compile(
    rb"(?:\s|<!--.{0,4000}?-->|<\?xml[^>]{0,200}>)*<(?:!doctype html|html|head|body|title|meta|div|table|article|section|main|p|h[1-6])\b",
    re.IGNORECASE | re.DOTALL,
)
_LETTER_HEAD = re.compile(rb"\A(?:[!-9;-~]{1,80}:[^\n]{0,4000}\n(?:[ \t][^\n]{0,4000}\n){0,50}){2,300}?\r?\n")
_SENT = re.compile(
    rb"^(?:message-id|mime-version|received|return-path|delivered-to|dkim-signature):", re.IGNORECASE | re.MULTILINE
)
_WRITTEN = re.compile(rb"^(?:from|date|subject|to):", re.IGNORECASE | re.MULTILINE)
_XML_START = re.compile(rb"\s*<\?xml\b")
_ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_WINDOWS = {code: letter for code in range(0x80, 0xA0) if (letter := bytes([code]).decode("cp1252", "ignore"))}
_HEAD_BYTES = 65_536
_BINARY = bytes(c for c in range(32) if c not in b"\t\n\x0b\x0c\r\x1a\x1b")


def media_of(data: bytes, name: str) -> str:
    """The media type a file's content shows; that of Word for every zip package, which its parser opens. Raises an UnreadableFile for anything that is not read."""
    if not data:
        raise EmptyFile(name=name)
    if data.startswith((_OLE, b"{\\rtf")):
        return OLD
    if data.startswith(_ZIP_STARTS):
        return _media_of_package(data)
    if b"%PDF-" in data[:1024]:
        return PDF
    return _media_of_picture(data) or _media_of_text(data, name)


def _media_of_package(data: bytes) -> str:
    """The media type of a zip package: some say it in a first member, by the custom of OpenDocument."""
    said = _KIND_FIRST.match(data)
    if said is None:
        return DOCX
    if said[1].startswith(BUNDLE.encode()):
        return BUNDLE
    return OLD if b"opendocument" in said[1] else DOCX


def _media_of_picture(data: bytes) -> str | None:
    for start, media in _PICTURES:
        if data.startswith(start):
            return media
    return HEIC if _HEIC.match(data) else WEBP if _WEBP.match(data) else None


def _media_of_text(data: bytes, name: str) -> str:
    for start, found in _OTHERS:
        if data.startswith(start) and (found != "chương trình" or _looks_binary(data)):
            raise UnknownFormat(name=name, found=found)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return HTML if _HTML_START.match(data[2:8194].replace(b"\0", b"")) else TEXT
    if data.startswith(_IMAGES) and _looks_binary(data):
        raise UnknownFormat(name=name, found="ảnh .gif, .bmp, tệp âm thanh hoặc phim")
    if _looks_binary(data):
        raise _unicode_without_mark(data, name) or UnknownFormat(name=name, found="dữ liệu nhị phân")
    start = data[:8192].removeprefix(b"\xef\xbb\xbf")
    if _HTML_START.match(start):
        return HTML
    if (head := _LETTER_HEAD.match(data[:_HEAD_BYTES])) and _SENT.search(head[0]) and len(_WRITTEN.findall(head[0])) > 1:
        return EML
    if _XML_START.match(start):
        raise UnknownFormat(name=name, found="tệp XML")
    return TEXT


def _looks_binary(data: bytes) -> bool:
    sample = data[:65536]
    if b"\0" in sample:
        return True
    controls = len(sample) - len(sample.translate(None, _BINARY))
    return controls * 20 > len(sample) and not _is_utf8(data)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _unicode_without_mark(data: bytes, name: str) -> LegacyEncoding | None:
    """The refusal of UTF-16 without its mark: zeros in every other place, and letters when they are read so."""
    sample = data[:2000]
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        letters = sample.decode(encoding, errors="ignore")
        plausible = sum(letter.isprintable() or letter.isspace() for letter in letters)
        if high.count(0) * 5 > len(high) and plausible >= 0.95 * len(letters):
            return LegacyEncoding(name=name, hint=": có vẻ là UTF-16 thiếu dấu nhận dạng")
    return None


def told_otherwise(name: str, media: str) -> str | None:
    """The extension of `name` where it says another format than the content; None where they agree."""
    extension = PurePath(name).suffix.lower()
    return None if extension in EXTENSIONS[media] else extension


def letters(data: bytes, name: str) -> str:
    """The characters of a text file as `decoded` gives them; those of TCVN3 or VNI bytes as the Latin letters Windows shows."""
    try:
        return decoded(data, name)
    except LegacyEncoding:
        latin = data.decode("latin-1").translate(_WINDOWS)
        if unicode_text(latin) is None:
            raise
        return latin


def decoded(data: bytes, name: str) -> str:
    """The characters of a text file: UTF-8, or UTF-16 with its byte order mark, which is dropped. Nothing else is guessed."""
    try:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            return data.decode("utf-16")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        found = legacy_bytes(data)
        raise LegacyEncoding(name=name, hint=f": có vẻ là {found}" if found else "") from error
