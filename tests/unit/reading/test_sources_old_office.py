"""Files of other word processors: what each is, what is refused before it is converted, and what conversion gives."""

import io
import os
import select
import socket
import struct
import tempfile
import zipfile
from pathlib import Path

import pytest

from hopluc.errors import ActiveContent, BrokenFile, EncryptedFile, NotInstalled, TooLarge, UnknownFormat, UnreadableFile
from hopluc.reading.sources import open_source
from hopluc.reading.sources.compound import Compound
from hopluc.reading.sources.converter import converted, converter
from hopluc.reading.sources.launch import Bounds, launched
from hopluc.reading.sources.old_office import what_it_is
from hopluc.reading.sources.sniff import DOC, ODS, ODT, OLD, RTF, XLS, media_of
from sources import compound

can_convert = pytest.mark.skipif(converter() is None, reason="LibreOffice is not installed")
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"


def word_stream(letters: str = "", *, locked: bool = False, encoding: str = "latin-1") -> bytes:
    head = bytearray(512)
    head[11] = 1 if locked else 0
    return bytes(head) + letters.encode(encoding)


def records(*known: tuple[int, bytes]) -> bytes:
    return b"".join(struct.pack("<HH", kind, len(said)) + said for kind, said in known)


def sheet(kind: int) -> bytes:
    return records((0x809, bytes(16)), (0x85, bytes(5) + bytes([kind]) + b"\x04Ho so"))


def open_document(kind: str = ODT, content: str = "", **members: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("mimetype", kind)
        xml = f'<office:document-content xmlns:office="{OFFICE}" xmlns:xlink="http://www.w3.org/1999/xlink">{content}</office:document-content>'
        package.writestr("content.xml", xml)
        for path, said in members.items():
            package.writestr(path.replace("__", "/"), said)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "media"),
    [
        (b"{\\rtf1 Ch\\'e0o}", RTF),
        (compound(WordDocument=word_stream("Căn cứ", encoding="utf-16-le")), DOC),
        (compound(Workbook=sheet(0)), XLS),
        (compound(Book=sheet(0)), XLS),
        (open_document(), ODT),
        (open_document(ODS, META_INF__manifest="<a/>"), ODS),
    ],
)
def test_what_a_file_is_stands_in_it(data: bytes, media: str) -> None:
    assert (media_of(data, "a"), what_it_is(data, "a").media) == (OLD, media)


@pytest.mark.parametrize(
    ("data", "kind", "found"),
    [
        (compound(WordDocument=word_stream(), Macros=b"x"), ActiveContent, "macro"),
        (compound(WordDocument=word_stream("\x13 DDEAUTO c:\\\\cmd")), ActiveContent, "trường DDE"),
        (compound(WordDocument=word_stream("\x13DDE cmd", encoding="utf-16-le")), ActiveContent, "trường DDE"),
        (compound(WordDocument=word_stream('\x13 INCLUDEPICTURE "http://a/b"')), ActiveContent, "liên kết ra ngoài tự tải"),
        (compound(WordDocument=word_stream(locked=True)), EncryptedFile, None),
        (compound(Workbook=sheet(1)), ActiveContent, "macro"),
        (compound(Workbook=records((0x2F, bytes(54)))), EncryptedFile, None),
        (compound(Workbook=records((0x1AE, b"\x01\x00\x05\x00\x00cmd\x03/c"))), ActiveContent, "liên kết DDE"),
        (compound(Book=records((0x17, b"\x05\x00\x00\x00cmd\x03/c"))), ActiveContent, "liên kết DDE"),
        (compound(**{"PowerPoint Document": b"x"}), UnknownFormat, "bản trình chiếu PowerPoint"),
        (compound(Contents=b"x"), UnknownFormat, "tệp Office đời cũ"),
        (b"{\\rtf1{\\object\\objocx{\\*\\objdata 00}}}", ActiveContent, "đối tượng nhúng"),
        (b"{\\rtf1{\\field{\\*\\fldinst {DDEAUTO c:\\\\cmd}}}}", ActiveContent, "trường DDE"),
        (b'{\\rtf1{\\field{\\*\\fldinst INCLUDEPICTURE "http://a"}}}', ActiveContent, "liên kết ra ngoài tự tải"),
        (b"{\\rtf1{\\*\\template http://a/b.dot}}", ActiveContent, "liên kết ra ngoài tự tải"),
        (open_document(Basic__Standard="x"), ActiveContent, "macro"),
        (open_document(META_INF__x="", **{"META-INF__manifest.xml": "<manifest:encryption-data/>"}), EncryptedFile, None),
        (open_document(content="<script:event-listener xmlns:script='s'/>"), ActiveContent, "macro"),
        (open_document(content="<office:dde-source/>"), ActiveContent, "liên kết DDE"),
        (open_document(content="<draw:plugin xmlns:draw='d'/>"), ActiveContent, "đối tượng nhúng"),
        (
            open_document(content="<draw:image xmlns:draw='d' xlink:href='http://a/b.png'/>"),
            ActiveContent,
            "liên kết ra ngoài tự tải",
        ),
        (
            open_document("application/vnd.oasis.opendocument.graphics"),
            UnknownFormat,
            "tệp OpenDocument không phải văn bản, bảng tính",
        ),
    ],
)
def test_what_starts_something_or_is_locked_is_refused_before_it_is_converted(
    data: bytes, kind: type[UnreadableFile], found: str | None
) -> None:
    with pytest.raises(kind) as refusal:
        what_it_is(data, "a")

    assert refusal.value.details.get("found") == found


@pytest.mark.parametrize(
    "data",
    [
        compound(Workbook=records((0x1AE, b"\x01\x00\x01\x04"), (0x17, b"\x05\x03\x00\x00\x03\x03"))),
        compound(WordDocument=word_stream("Trường DDE là gì; \x13 PAGE \x14 1", encoding="utf-16-le")),
        open_document(content="<draw:image xmlns:draw='d' xlink:href='Pictures/1.png'/>", **{"styles.xml": "<a/>"}),
        b'{\\rtf1{\\field{\\*\\fldinst HYPERLINK "http://a"}}}',
    ],
)
def test_what_starts_nothing_is_let_through(data: bytes) -> None:
    assert what_it_is(data, "a").text == ""


@pytest.mark.parametrize(
    "data",
    [
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        compound(WordDocument=b"x")[:600],
        compound(WordDocument=b"")[:1500],
        struct.pack("<8s22xHH", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 9, 6) + bytes(1000),
    ],
)
def test_a_damaged_compound_file_is_broken(data: bytes) -> None:
    with pytest.raises((BrokenFile, UnknownFormat)):
        what_it_is(data, "a")


def test_a_word_file_without_its_head_is_broken() -> None:
    with pytest.raises(BrokenFile):
        what_it_is(
            compound(WordDocument=b"").replace(b"\x00\x10\x00\x00\x00\x00\x00\x00", b"\x05\x00\x00\x00\x00\x00\x00\x00"), "a"
        )


def test_a_chain_that_runs_in_a_circle_ends() -> None:
    data = bytearray(compound(Workbook=b"a" * 600))
    table = len(data) - 512
    data[table + 4 : table + 8] = struct.pack("<I", 0)

    assert len(Compound(bytes(data), "a").stream("Workbook")) == 1024


def test_a_long_table_of_chains_goes_on_in_a_sector_of_its_own() -> None:
    data = bytearray(compound(Workbook=b"abc" * 300))
    table = struct.unpack_from("<I", data, 76)[0]
    data[68:72], data[76:80] = struct.pack("<I", table + 1), b"\xff" * 4
    data += struct.pack("<II", table, 0xFFFFFFFF).ljust(508, b"\xff") + struct.pack("<I", 0xFFFFFFFE)

    assert Compound(bytes(data), "a").stream("Workbook")[:900] == b"abc" * 300


def test_short_streams_stand_in_the_small_sectors() -> None:
    data = bytearray(compound(WordDocument=b"abc" + bytes(509)))
    entry = bytes(data).index("Root".encode("utf-16-le"))
    data[entry + 116 : entry + 124] = struct.pack("<II", 0, 512)
    data[entry + 128 + 120 : entry + 128 + 124] = struct.pack("<I", 3)
    data[60:68] = struct.pack("<II", 2, 1)

    assert Compound(bytes(data), "a").stream("WordDocument") == b"abc"


def test_without_the_program_an_old_file_is_refused_and_the_program_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    with pytest.raises(NotInstalled) as refusal:
        open_source(b"{\\rtf1 Ch\\'e0o}", "a.rtf")

    assert str(refusal.value) == (
        'Tệp "a.rtf" là tệp Office đời cũ hoặc của phần mềm khác, cần LibreOffice để đọc mà máy này chưa cài. '
        "Đề nghị tải lên bản .docx, .xlsx hoặc PDF xuất từ phần mềm soạn thảo, hoặc nhờ quản trị hệ thống cài LibreOffice."
    )


RTF_TEXT = (
    r"{\rtf1\ansi\uc1{\fonttbl{\f0 Times New Roman;}{\f1 .VnTime;}}\f0 Quy\u7871?t \u273?\u7883?nh s\u7889? 15/Q\u272?-UBND ng\u224?y 05/3/2024.\par "
    r"\trowd\cellx2000\cellx6000 TT\cell N\u7897?i dung\cell\row\trowd\cellx2000\cellx6000 1\cell H\u7885?p\cell\row\pard}"
)


@can_convert
def test_a_rich_text_file_is_read_with_its_table() -> None:
    document = open_source(RTF_TEXT.encode(), "a.rtf")

    assert document.text == "Quyết định số 15/QĐ-UBND ngày 05/3/2024.\n\tTT\n\tNội dung\n\n\t1\n\tHọp\n\n"
    assert (document.media, [at.cell for at in document.locators][-1]) == (RTF, (0, 1, 1))


@can_convert
@pytest.mark.parametrize(
    "data", [b"{\\rtf1 " + b"{" * 3000, compound(WordDocument=word_stream("abc")), open_document(content="<a>")]
)
def test_what_cannot_be_converted_has_a_verdict(data: bytes) -> None:
    with pytest.raises(UnreadableFile):
        open_source(data, "a")


@can_convert
def test_a_link_finds_no_way_out_and_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second wall: what the first look would refuse is converted without a network and leaves no file."""
    program = converter()
    assert program is not None
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"http://127.0.0.1:{server.getsockname()[1]}/a.png"
        linked = RTF_TEXT[:-1] + f'{{\\field{{\\*\\fldinst INCLUDEPICTURE "{address}"}}{{\\fldrslt x}}}}}}'
        made = converted(program, linked.encode(), RTF, "a.rtf")
        server.settimeout(0)
        with pytest.raises(BlockingIOError):
            server.accept()

    assert (made[:2], list(tmp_path.iterdir())) == (b"PK", [])


def a_program(folder: Path, script: str) -> str:
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return str(program)


@pytest.mark.parametrize("script", ["sleep 600 & sleep 600", "while :; do :; done", "kill -XCPU $$"])
def test_the_program_and_what_it_started_are_ended_past_its_time(script: str, tmp_path: Path) -> None:
    with pytest.raises(TooLarge) as refusal:
        converted(a_program(tmp_path, script), b"{\\rtf1}", RTF, "a.rtf", seconds=1)

    assert refusal.value.details["reason"] == "chuyển đổi quá lâu"


def test_a_program_that_makes_nothing_tells_of_a_broken_file(tmp_path: Path) -> None:
    with pytest.raises(BrokenFile):
        converted(a_program(tmp_path, "exit 0"), b"{\\rtf1}", RTF, "a.rtf")


def test_nothing_the_program_started_goes_on_after_it(tmp_path: Path) -> None:
    script = a_program(tmp_path, f"sleep 600 >/dev/null & echo $! > {tmp_path}/child; exit 3")

    status, _ = launched([script], tmp_path, Bounds(20, 2**30, 2**20))

    child = int((tmp_path / "child").read_text())
    assert (status, _ended(child)) == (3, True)


def _ended(process: int) -> bool:
    try:
        handle = os.pidfd_open(process)
    except ProcessLookupError:
        return True
    ended, _, _ = select.select([handle], [], [], 10)
    os.close(handle)
    return bool(ended)
