"""Files that an office program must convert: what each is, and whether it would start something when opened. Told inside the child.

What is converted is looked at again as the .docx or .xlsx file it became; here goes what conversion would hide.
"""

import struct
from collections.abc import Iterator

from hopluc.errors import ActiveContent, BrokenFile, EncryptedFile, UnknownFormat
from hopluc.reading.document import Document
from hopluc.reading.patterns import Pattern
from hopluc.reading.sources.archive import Archive
from hopluc.reading.sources.compound import Compound
from hopluc.reading.sources.office import xml
from hopluc.reading.sources.sniff import DOC, ODS, ODT, RTF, XLS

_MACROS = frozenset({"Macros", "VBA", "_VBA_PROJECT", "_VBA_PROJECT_CUR"})
_DDE = Pattern(r"\x13[\s\"]{0,20}DDE(?:AUTO)?\b")
_INCLUDED = Pattern(r"\x13[\s\"]{0,20}INCLUDE(?:PICTURE|TEXT)\s{1,9}\"?\s{0,9}(?:[a-z]{2,9}:|[\\/]{2})")
_RTF_OBJECT = Pattern(r"\\obj(?:ect|data|emb|link|autlink|ocx|html)(?![a-z])")
_RTF_FETCHED = Pattern(r"\\fldinst[^\\]{0,9}(?:\\[a-z0-9*]{1,30} ?|[{}\s]){0,30}\"?\s{0,9}(DDE|INCLUDE)")
_RTF_TEMPLATE = Pattern(r"\\template\s{0,9}\{?\s{0,9}(?:https?:|[\\/]{2})")
_BOUND_SHEET, _FILE_PASS, _LINKED_BOOK, _LINKED_SHEET = 0x85, 0x2F, 0x1AE, 0x17
_OWN_BOOK = (b"\x01\x04", b"\x01\x3a")
_MOST_RECORDS = 2_000_000
_HREF, _XLINK = "{http://www.w3.org/1999/xlink}href", ("http:", "https:", "ftp:", "file:", "//", "\\\\")
_SHOWN_BY_ITSELF = frozenset({"image", "object", "object-ole", "plugin", "floating-frame", "section-source", "fill-image"})


def what_it_is(data: bytes, name: str) -> Document:
    """A Document without text whose media type tells what the file is. Raises an UnreadableFile for what is not to be converted."""
    if data.startswith(b"{\\rtf"):
        _refuse_active_rtf(data, name)
        return Document(name, "", RTF)
    if data.startswith(b"PK"):
        return Document(name, "", _open_document(Archive(data, name), name))
    return Document(name, "", _compound(data, name))


def _refuse_active_rtf(data: bytes, name: str) -> None:
    letters = data.decode("latin-1")
    if _RTF_OBJECT.search(letters):
        raise ActiveContent(name=name, found="đối tượng nhúng")
    if found := _RTF_FETCHED.search(letters):
        raise ActiveContent(name=name, found="trường DDE" if found[1] == "DDE" else "liên kết ra ngoài tự tải")
    if _RTF_TEMPLATE.search(letters):
        raise ActiveContent(name=name, found="liên kết ra ngoài tự tải")


def _compound(data: bytes, name: str) -> str:
    file = Compound(data, name)
    if "EncryptedPackage" in file.names:
        raise EncryptedFile(name=name)
    if file.names & _MACROS:
        raise ActiveContent(name=name, found="macro")
    if "WordDocument" in file.names:
        _refuse_word(file.stream("WordDocument"), name)
        return DOC
    for stream in ("Workbook", "Book"):
        if stream in file.names:
            _refuse_sheets(file.stream(stream), name, old=stream == "Book")
            return XLS
    found = "bản trình chiếu PowerPoint" if "PowerPoint Document" in file.names else "tệp Office đời cũ"
    raise UnknownFormat(name=name, found=found)


def _refuse_word(text: bytes, name: str) -> None:
    if len(text) < 32:
        raise BrokenFile(name=name, reason="thiếu phần nội dung chính")
    if text[11] & 1:
        raise EncryptedFile(name=name)
    for letters in (text.decode("latin-1"), text.decode("utf-16-le", "replace"), text[1:].decode("utf-16-le", "replace")):
        if _DDE.search(letters):
            raise ActiveContent(name=name, found="trường DDE")
        if _INCLUDED.search(letters):
            raise ActiveContent(name=name, found="liên kết ra ngoài tự tải")


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    for _ in range(_MOST_RECORDS):
        if at + 4 > len(stream):
            return
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _refuse_sheets(stream: bytes, name: str, *, old: bool) -> None:
    """Refuse a workbook with a password, a sheet of macros, or a link by DDE; `old` before Excel 97."""
    for kind, said in _records(stream):
        if kind == _FILE_PASS:
            raise EncryptedFile(name=name)
        if kind == _BOUND_SHEET and len(said) > 5 and said[5] in {1, 6}:
            raise ActiveContent(name=name, found="macro")
        linked = kind == _LINKED_BOOK and said[2:4] not in _OWN_BOOK
        if (linked or (old and kind == _LINKED_SHEET)) and b"\x03" in said[4:]:
            raise ActiveContent(name=name, found="liên kết DDE")


def _open_document(archive: Archive, name: str) -> str:
    kind = archive.part("mimetype").decode("latin-1").strip()
    if kind not in {ODT, ODS}:
        raise UnknownFormat(name=name, found="tệp OpenDocument không phải văn bản, bảng tính")
    if any(path.startswith(("Basic/", "Scripts/")) for path in archive.names):
        raise ActiveContent(name=name, found="macro")
    if b"encryption-data" in archive.part("META-INF/manifest.xml"):
        raise EncryptedFile(name=name)
    if "content.xml" not in archive.names:
        raise BrokenFile(name=name, reason="thiếu phần nội dung chính")
    for path in ("content.xml", "styles.xml"):
        _refuse_active_part(archive.part(path), name)
    return kind


def _refuse_active_part(data: bytes, name: str) -> None:
    if not data:
        return
    for element in xml(data, name).iter("{*}*"):
        tag = element.tag.rpartition("}")[2]
        if tag == "event-listener":
            raise ActiveContent(name=name, found="macro")
        if tag.startswith("dde-"):
            raise ActiveContent(name=name, found="liên kết DDE")
        if tag in {"applet", "plugin", "object-ole"}:
            raise ActiveContent(name=name, found="đối tượng nhúng")
        if tag in _SHOWN_BY_ITSELF and element.get(_HREF, "").lower().startswith(_XLINK):
            raise ActiveContent(name=name, found="liên kết ra ngoài tự tải")
