"""Files made to do harm: bombs, entities, liars. And the child that parses them: its limits hold, and would be missed."""

import io
import json
import os
import struct
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from hopluc.errors import ActiveContent, BrokenFile, EncryptedFile, TooLarge, UnreadableFile
from hopluc.reading.sources import Sandbox, open_source
from hopluc.reading.sources.archive import Archive
from hopluc.reading.sources.limits import MEMBERS, PART_BYTES, Limits
from hopluc.reading.sources.sandbox import _environment
from hopluc.reading.sources.sniff import DOCX, HTML
from hopluc.reading.sources.wire import unpacked

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def package(body: str | bytes, **members: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("word/document.xml", body)
        for name, data in members.items():
            archive.writestr(f"word/{name}", data)
    return packed.getvalue()


def body(words: str, declaration: str = "") -> str:
    return f'{declaration}<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:body></w:document>'


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as shared:
        yield shared


def test_a_harmless_package_is_read(sandbox: Sandbox) -> None:
    assert open_source(package(body("Nội dung")), "a.docx", sandbox).text == "Nội dung\n"


def test_a_part_that_unpacks_a_thousandfold_is_refused(sandbox: Sandbox) -> None:
    with pytest.raises(TooLarge):
        open_source(package(body("0" * (40 << 20))), "a.docx", sandbox)


def test_many_parts_that_together_unpack_too_much_are_refused(sandbox: Sandbox) -> None:
    bomb = package(body("x"), **{f"media/{number}.bin": bytes(30 << 20) for number in range(8)})

    with pytest.raises(TooLarge):
        open_source(bomb, "a.docx", sandbox)


def test_a_crowd_of_members_is_refused_before_it_is_listed(sandbox: Sandbox) -> None:
    crowd = package(body("x"), **{f"media/{number}": b"" for number in range(MEMBERS + 1)})

    with pytest.raises(TooLarge):
        open_source(crowd, "a.docx", sandbox)


def test_a_directory_that_hides_its_crowd_is_refused(sandbox: Sandbox) -> None:
    crowd = bytearray(package(body("x"), **{f"media/{number:0500}": b"" for number in range(MEMBERS * 2)}))
    end = crowd.rfind(b"PK\x05\x06")
    crowd[end + 8 : end + 12] = struct.pack("<HH", 1, 1)

    with pytest.raises(TooLarge):
        open_source(bytes(crowd), "a.docx", sandbox)


def test_a_part_larger_than_it_says_is_refused(sandbox: Sandbox) -> None:
    honest = package(body("0" * 5000))
    size, lie = struct.pack("<L", len(body("0" * 5000))), struct.pack("<L", 300)

    with pytest.raises(BrokenFile):
        open_source(honest.replace(size, lie), "a.docx", sandbox)


def test_a_part_is_counted_while_it_is_unpacked() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("word/document.xml", bytes(PART_BYTES + 1))

    with pytest.raises(TooLarge):
        Archive(packed.getvalue(), "a.docx").part("word/document.xml")


def test_a_package_with_a_password_is_told(sandbox: Sandbox) -> None:
    locked = bytearray(package(body("x")))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = locked.find(signature)
        locked[place + flags] |= 1

    with pytest.raises(EncryptedFile):
        open_source(bytes(locked), "a.docx", sandbox)


def test_a_zip_slip_writes_nothing(sandbox: Sandbox, tmp_path: Path) -> None:
    target = tmp_path / "escaped.txt"
    slip = package(body("Nội dung"), **{f"../../../../../..{target}": b"x"})

    assert open_source(slip, "a.docx", sandbox).text == "Nội dung\n"
    assert not target.exists()


LAUGHS = "<!DOCTYPE w [<!ENTITY a0 'ha'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12)) + "]>"


@pytest.mark.parametrize(
    "declaration",
    [
        LAUGHS,
        '<!DOCTYPE w SYSTEM "http://localhost:9/x.dtd">',
        '<!DOCTYPE w [<!ENTITY a11 SYSTEM "file:///etc/hostname">]>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(declaration: str, encoding: str, sandbox: Sandbox) -> None:
    data = package(f'<?xml version="1.0" encoding="{encoding}"?>{body("&a11;", declaration)}'.encode(encoding))

    with pytest.raises(ActiveContent):
        open_source(data, "a.docx", sandbox)


def test_xml_nested_past_measure_is_refused_and_the_next_file_read(sandbox: Sandbox) -> None:
    deep = "<w:sdt><w:sdtContent>" * 5000
    with pytest.raises(BrokenFile):
        open_source(package(f'<w:document xmlns:w="{W}"><w:body>{deep}'), "a.docx", sandbox)

    assert open_source(package(body("Sau")), "b.docx", sandbox).text == "Sau\n"


def nested(depth: int) -> bytes:
    """A page whose parsing takes time that grows with the square of its depth."""
    return b"<html><body>" + b"<div>" * depth + "Đáy".encode()


def test_processor_time_is_limited() -> None:
    limits = Limits(processor=1, seconds=60)
    with Sandbox(limits) as sandbox:
        with pytest.raises(TooLarge) as refusal:
            sandbox.parse(nested(200_000), HTML, "a.html")

        assert refusal.value.details["reason"] == "đọc quá lâu"
        assert sandbox.parse(nested(500), HTML, "b.html").text == "Đáy\n"


def test_waiting_time_is_limited() -> None:
    with Sandbox(Limits(processor=60, seconds=1)) as sandbox, pytest.raises(TooLarge) as refusal:
        sandbox.parse(nested(200_000), HTML, "a.html")

    assert refusal.value.details["reason"] == "đọc quá lâu"


def test_memory_is_limited_and_the_limit_is_what_stops_it() -> None:
    large = b"<html><body>" + b"<p>a<b>b</b>" * 80_000
    with Sandbox(Limits(memory=100 << 20, seconds=60, processor=60)) as small, pytest.raises((TooLarge, BrokenFile)):
        small.parse(large, HTML, "a.html")

    with Sandbox(Limits(seconds=60, processor=60)) as ample:
        assert len(ample.parse(large, HTML, "a.html").locators) == 80_000


def test_a_child_without_memory_to_begin_with_is_told() -> None:
    with Sandbox(Limits(memory=8 << 20)) as sandbox, pytest.raises((BrokenFile, TooLarge)):
        sandbox.parse(package(body("x")), DOCX, "a.docx")


def test_a_child_that_died_is_replaced() -> None:
    with Sandbox() as sandbox:
        sandbox.parse(package(body("Một")), DOCX, "a.docx")
        first = sandbox._child
        assert first is not None
        first.kill()
        first.wait()

        assert sandbox.parse(package(body("Hai")), DOCX, "b.docx").text == "Hai\n"
        assert sandbox._child is not first


def test_a_child_serves_many_files() -> None:
    with Sandbox() as sandbox:
        sandbox.parse(package(body("Một")), DOCX, "a.docx")
        first = sandbox._child
        with pytest.raises(UnreadableFile):
            sandbox.parse(b"PK\x03\x04", DOCX, "hong.docx")
        sandbox.parse(nested(2), HTML, "b.html")

        assert sandbox._child is first


SCRIPT = """
import errno, resource, socket
from hopluc.reading.sources import child

def denied(do):
    try:
        do()
    except OSError as error:
        return errno.errorcode[error.errno]
    return "allowed"

tries = (lambda: open("/dev/null"), socket.socket, lambda: open("never-written-by-the-child", "w"))
before = [denied(tries[0]), denied(tries[1])]
child._confine(2**30)
child._imported(*child._PARSERS["text/html"])
print(before, [denied(do) for do in tries], resource.getrlimit(resource.RLIMIT_AS)[0] == 2**30)
"""


def test_while_a_parser_runs_nothing_can_be_opened() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, env=_environment(), check=True)

    assert done.stdout.strip() == "['allowed', 'allowed'] ['EMFILE', 'EMFILE', 'EMFILE'] True"


def test_the_child_inherits_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOPLUC_SECRET_KEY", "chim-hoang-yen")

    with Sandbox() as sandbox:
        sandbox.parse(nested(1), HTML, "a.html")
        assert sandbox._child is not None
        known = Path(f"/proc/{sandbox._child.pid}/environ").read_bytes()

    assert b"chim-hoang-yen" not in known
    assert sorted(entry.partition(b"=")[0] for entry in known.split(b"\0") if entry) == [
        b"LC_ALL", b"OPENBLAS_NUM_THREADS", b"PYTHONDONTWRITEBYTECODE", b"PYTHONPATH",
    ]  # fmt: skip
    assert os.environ["HOPLUC_SECRET_KEY"] == "chim-hoang-yen"


GOOD = {
    "text": "Một",
    "media": "text/html",
    "locators": [[0, 3, 0, None, None, None, None]],
    "furniture": [[0, 1]],
    "properties": {},
}


def test_an_answer_in_order_is_a_document() -> None:
    document = unpacked(json.dumps(GOOD).encode(), "a.html")

    assert (document.text, document.quote(document.locators[0].span), document.furniture) == ("Một", "Một", ((0, 1),))


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": "Mo\u0302\u0323t"},
        {"text": 5},
        {"text": "M\ud800t"},
        {"locators": [[0, 9, 0, None, None, None, None]]},
        {"locators": [[2, 1, 0, None, None, None, None]]},
        {"locators": [[0, 1]]},
        {"locators": [[0, 1, 0, None, [1], None, None]]},
        {"locators": [[0, 1, "x", None, None, None, None]]},
        {"furniture": [[-1, 2]]},
        {"properties": 3},
        {"refused": "no-such-code", "details": {}},
        {"refused": "broken-file"},
        {"refused": "broken-file", "details": {}},
    ],
)
def test_an_answer_out_of_order_is_a_broken_file(wrong: dict[str, object]) -> None:
    with pytest.raises(BrokenFile):
        unpacked(json.dumps(GOOD | wrong).encode(), "a.html")


@pytest.mark.parametrize("data", [b"", b"[]", b"null", b"{", b'"text"', b"[" * 100_000])
def test_an_answer_of_another_shape_is_a_broken_file(data: bytes) -> None:
    with pytest.raises(BrokenFile):
        unpacked(data, "a.html")


def test_truncation_at_any_place_is_never_more_than_a_refusal(sandbox: Sandbox) -> None:
    document, file = docx.Document(), io.BytesIO()
    document.add_paragraph("Nội dung")
    document.save(file)
    whole = file.getvalue()

    for length in range(4, len(whole), 997):
        with pytest.raises(UnreadableFile):
            open_source(whole[:length], "a.docx", sandbox)
