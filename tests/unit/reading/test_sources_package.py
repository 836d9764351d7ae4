"""The package of a Word file and the wire from the child, without the child between."""

import io
import json
import struct
import zipfile
from types import MappingProxyType

import pytest

from hopluc.errors import (
    ActiveContent,
    BrokenFile,
    EmptyFile,
    EncryptedFile,
    LegacyEncoding,
    NoText,
    StateSecret,
    TooLarge,
    UnknownFormat,
    UnreadableFile,
)
from hopluc.reading.document import Document, Locator, Span
from hopluc.reading.sources.archive import Archive
from hopluc.reading.sources.limits import MEMBERS
from hopluc.reading.sources.office import xml
from hopluc.reading.sources.wire import packed, packed_refusal, unpacked
from hopluc.reading.sources.word import document_of_word

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def package(**members: bytes | str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def locked(data: bytes) -> bytes:
    place = data.find(b"PK\x01\x02") + 8
    return data[:place] + bytes([data[place] | 1]) + data[place + 1 :]


def crowd() -> bytes:
    return package(**{str(number): b"" for number in range(MEMBERS + 1)})


def hidden_crowd() -> bytes:
    data = bytearray(crowd())
    data[-14:-10] = struct.pack("<HH", 1, 1)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04 nothing more", BrokenFile),
        (crowd(), TooLarge),
        (hidden_crowd(), TooLarge),
        (package(a=bytes(8 << 20)), TooLarge),
        (locked(package(a=b"x")), EncryptedFile),
    ],
)
def test_a_bad_package_is_refused_before_it_is_unpacked(data: bytes, kind: type[UnreadableFile]) -> None:
    with pytest.raises(kind):
        Archive(data, "a.docx")


def test_a_member_is_read_by_name_and_an_absent_one_is_empty() -> None:
    archive = Archive(package(a=b"x" * 100_000), "a.docx")

    assert (len(archive.part("a")), archive.part("b"), archive.unpacked) == (100_000, b"", 100_000)


def test_a_damaged_member_is_a_broken_file() -> None:
    data = package(a=b"x" * 1000)
    damaged = data.replace(struct.pack("<L", 1000), struct.pack("<L", 10))

    with pytest.raises(BrokenFile):
        Archive(damaged, "a.docx").part("a")


def test_plain_xml_is_parsed() -> None:
    assert xml(b"<a><b/></a>", "a.docx").tag == "a"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"<a>", BrokenFile),
        (b"<!DOCTYPE a><a/>", ActiveContent),
        ("<!DOCTYPE a [<!ENTITY b 'c'>]><a/>".encode("utf-16"), ActiveContent),
        ("\ufeff<!DOCTYPE a><a/>".encode("utf-16-be"), ActiveContent),
    ],
)
def test_xml_with_a_declaration_or_a_fault_is_refused(data: bytes, kind: type[UnreadableFile]) -> None:
    with pytest.raises(kind):
        xml(data, "a.docx")


@pytest.mark.parametrize(
    ("members", "kind"),
    [
        ({"readme.txt": "x"}, UnknownFormat),
        ({"[Content_Types].xml": "<Types/>"}, BrokenFile),
        ({"[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<p/>"}, UnknownFormat),
        ({"[Content_Types].xml": "<Types/>", "word/document.xml": "<other/>"}, BrokenFile),
        ({"[Content_Types].xml": "<Types/>", "word/document.xml": f"<w:document {W}><w:body/></w:document>"}, EmptyFile),
    ],
)
def test_a_package_that_is_no_word_text_is_named(members: dict[str, str], kind: type[UnreadableFile]) -> None:
    with pytest.raises(UnreadableFile) as refusal:
        document_of_word(package(**members), "a.docx")

    assert type(refusal.value) is kind


def test_tables_in_tables_are_read_within_their_cell() -> None:
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p>{}</w:tc>"
    inner = f"<w:tbl><w:tr>{cell.format('trong', '')}</w:tr></w:tbl>"
    body = f"<w:tbl><w:tr>{cell.format('ngoài', inner)}{cell.format('bên', '')}</w:tr></w:tbl>"
    removed = f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr>{cell.format('đã xóa', '')}</w:tr></w:tbl>"
    document = document_of_word(
        package(
            **{
                "[Content_Types].xml": "<Types/>",
                "word/document.xml": f"<w:document {W}><w:body>{body}{removed}</w:body></w:document>",
            }
        ),
        "a.docx",
    )

    assert document.text == "\tngoài\ntrong\n\tbên\n\n"


def test_a_document_crosses_the_wire_unchanged() -> None:
    whole = Document(
        "a.pdf",
        "Một\nhai",
        "application/pdf",
        (Locator(Span(0, 3), 0, 1, (0, 1, 2), (1.5, 2.0, 3.0, 4.0), 2), Locator(Span(4, 7), 1)),
        (Span(4, 7),),
        MappingProxyType({"title": "Tên"}),
    )

    assert unpacked(packed(whole), "a.pdf") == whole


@pytest.mark.parametrize(
    "refusal",
    [
        BrokenFile(name="a", reason="lỗi"),
        TooLarge(name="a", reason="dài"),
        UnknownFormat(name="a", found="lạ"),
        ActiveContent(name="a", found="macro"),
        StateSecret(name="a", mark="Mật"),
        LegacyEncoding(name="a", hint=": TCVN3"),
        NoText(name="a"),
        EmptyFile(name="a"),
        EncryptedFile(name="a"),
    ],
)
def test_a_refusal_crosses_the_wire_unchanged(refusal: UnreadableFile) -> None:
    with pytest.raises(UnreadableFile) as arrived:
        unpacked(packed_refusal(refusal), "a")

    assert (type(arrived.value), str(arrived.value)) == (type(refusal), str(refusal))


@pytest.mark.parametrize("origin", [[[0, 9, "x"]], [[2, 3, "x"], [0, 1, "y"]], [[0, 1, 5]], [[0, 1]], "x"])
def test_an_origin_that_cannot_be_is_refused(origin: object) -> None:
    said = {"text": "Một", "media": "text/html", "locators": [], "furniture": [], "properties": {}, "origin": origin}

    with pytest.raises(BrokenFile):
        unpacked(json.dumps(said).encode(), "a.html")
