"""The file of a backup: what is written is what is unpacked; what is damaged or forged is refused, and writes nowhere else."""

import errno
import gzip
import hashlib
import io
import json
import os
import tarfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from hopluc.errors import CannotBackUp, CannotRestore, DamagedBackup
from hopluc.web.keeping import archive
from hopluc.web.keeping.archive import Manifest, Part, part_of, read_manifest, unpack, write_archive

DATABASE, DOCUMENT, KEY = b"SQLite format 3\0" + bytes(range(256)) * 4, b"K\xe1\xba\xbf ho\xe1\xba\xa1ch 2026.\n", b"khoa"
NAME = f"documents/{hashlib.sha256(DOCUMENT).hexdigest()}"
CONTENTS = {archive.SQLITE: DATABASE, archive.KEY: KEY, NAME: DOCUMENT}


def sources(contents: dict[str, bytes] = CONTENTS) -> dict[str, Any]:
    return {name: partial(io.BytesIO, content) for name, content in contents.items()}


def a_manifest(contents: dict[str, bytes] = CONTENTS, **said: Any) -> Manifest:
    parts = tuple(part_of(name, source) for name, source in sources(contents).items())
    told = {
        "version": "0.1.0",
        "made_at": "2026-11-22T23:00:00+07:00",
        "database": archive.SQLITE,
        "migrations": ("people.0001",),
    }
    return Manifest(**{**told, "journal": (3, "a" * 64), "missing": (), "parts": parts, **said})


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A backup as it is made."""
    path = tmp_path / "kept" / "sao-luu.tar.gz"
    path.parent.mkdir()
    write_archive(path, a_manifest(), sources())
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "deep" / "folder"
    made.mkdir(parents=True)
    return made


def found_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def forged(path: Path, entries: list[tuple[tarfile.TarInfo, bytes]]) -> Path:
    """A tar of these entries, written by nobody's rules but the forger's."""
    with tarfile.open(path, "w:gz") as out:
        for entry, content in entries:
            out.addfile(entry, io.BytesIO(content))
    return path


def entry(name: str, content: bytes = b"", **said: Any) -> tuple[tarfile.TarInfo, bytes]:
    made = tarfile.TarInfo(name)
    made.size = len(content)
    for field, value in said.items():
        setattr(made, field, value)
    return made, content


def honest(**said: Any) -> list[tuple[tarfile.TarInfo, bytes]]:
    text = json.dumps({**json.loads(a_manifest().as_json()), **said}).encode()
    return [entry(archive.MANIFEST, text), *(entry(name, content) for name, content in CONTENTS.items())]


def test_what_is_written_is_unpacked(kept: Path, folder: Path) -> None:
    assert unpack(kept, folder) == read_manifest(kept) == a_manifest()
    assert found_in(folder) == CONTENTS


def test_nobody_else_may_read_a_backup(kept: Path, folder: Path) -> None:
    unpack(kept, folder)

    assert [path.stat().st_mode & 0o077 for path in (kept, folder / archive.KEY, folder / NAME)] == [0, 0, 0]


def test_a_file_that_is_there_is_not_written_over(kept: Path) -> None:
    before = kept.read_bytes()

    with pytest.raises(CannotBackUp, match="không ghi đè"):
        write_archive(kept, a_manifest(), sources())

    assert (kept.read_bytes(), [path.name for path in kept.parent.iterdir()]) == (before, [kept.name])


def test_a_part_that_changes_meanwhile_leaves_no_backup(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    with pytest.raises(CannotBackUp, match="thay đổi"):
        write_archive(tmp_path / "out" / "a.tar.gz", a_manifest(), sources(CONTENTS | {archive.KEY: b"khac"}))

    assert list((tmp_path / "out").iterdir()) == []


def test_a_backup_cut_off_anywhere_is_refused(kept: Path, tmp_path: Path) -> None:
    whole, cut, taken = kept.read_bytes(), tmp_path / "cut", []
    for length in range(0, len(whole), 7):
        cut.write_bytes(whole[:length])
        target = tmp_path / f"to-{length}"
        target.mkdir()
        try:
            unpack(cut, target)
            taken.append(length)
        except DamagedBackup:
            continue

    assert taken == []


def flip(whole: bytes, place: int) -> bytes:
    """The same with one bit of one byte turned over."""
    return whole[:place] + bytes([whole[place] ^ 1 << place % 8]) + whole[place + 1 :]


def test_a_flipped_bit_is_refused_or_changes_nothing(kept: Path, tmp_path: Path) -> None:
    whole, flipped, passed = kept.read_bytes(), tmp_path / "flipped", []
    for place in range(len(whole)):
        flipped.write_bytes(flip(whole, place))
        target = tmp_path / f"to-{place}"
        target.mkdir()
        try:
            unpack(flipped, target)
        except (DamagedBackup, CannotRestore):
            continue
        assert found_in(target) == CONTENTS
        passed.append(place)

    # What is left: the day in gzip's own head, and bits that pack the same bytes in another way.
    assert [place for place in passed if gzip.decompress(flip(whole, place)) != gzip.decompress(whole)] == []
    assert len(passed) < len(whole) // 20


def test_a_tar_by_other_hands_is_taken_where_it_is_honest(tmp_path: Path, folder: Path) -> None:
    unpack(forged(tmp_path / "x", honest()), folder)

    assert found_in(folder) == CONTENTS


def with_part(name: str, content: bytes = b"x") -> list[tuple[tarfile.TarInfo, bytes]]:
    """An archive whose manifest lists one more part, and that holds it."""
    parts = [*json.loads(a_manifest().as_json())["parts"], part_of(name, partial(io.BytesIO, content)).__dict__]
    return [*honest(parts=parts), entry(name, content)]


@pytest.mark.parametrize(
    "name",
    [
        "../outside",
        "documents/../../../outside",
        "/outside",
        f"documents/{'a' * 64}/../../../../outside",
        f"documents/{'A' * 64}",
        f"documents/{'a' * 64}\n",
        "documents",
        "hopluc.sqlite3",
        "",
    ],
)
def test_a_part_with_another_name_is_refused_and_written_nowhere(name: str, tmp_path: Path, folder: Path) -> None:
    bad = forged(tmp_path / "x", with_part(name))
    before = found_in(tmp_path)

    with pytest.raises(DamagedBackup):
        unpack(bad, folder)

    assert found_in(tmp_path) == before


def test_a_document_under_its_own_hash_would_be_taken(tmp_path: Path, folder: Path) -> None:
    more = f"documents/{hashlib.sha256(b'x').hexdigest()}"

    unpack(forged(tmp_path / "x", with_part(more)), folder)

    assert (folder / more).read_bytes() == b"x"


def changed(place: int, **said: Any) -> Callable[[], list[tuple[tarfile.TarInfo, bytes]]]:
    """An honest archive but for one entry."""

    def made() -> list[tuple[tarfile.TarInfo, bytes]]:
        entries = honest()
        name, content = said.pop("name", entries[place][0].name), said.pop("content", entries[place][1])
        entries[place] = entry(name, content, **said)
        return entries

    return made


@pytest.mark.parametrize(
    "entries",
    [
        changed(3, name="../outside"),
        changed(3, name="/outside"),
        changed(3, name="documents/" + "é" * 80),
        changed(3, type=tarfile.SYMTYPE, linkname="../../outside", size=0),
        changed(3, type=tarfile.LNKTYPE, linkname="secret-key", size=0),
        changed(3, type=tarfile.DIRTYPE, size=0),
        changed(3, type=tarfile.CHRTYPE, size=0),
        changed(3, type=tarfile.FIFOTYPE, size=0),
        changed(3, content=DOCUMENT[:-1]),
        changed(3, content=DOCUMENT + b"x"),
        changed(3, content=DOCUMENT.upper()),
        changed(1, content=DATABASE.swapcase()),
        changed(0, content=b"{}"),
        changed(0, content=b"[" * 100_000),
        changed(0, content=b"\xff\xfe"),
        changed(0, name="secret-key"),
        lambda: [*honest(), entry("more", b"x")],
        lambda: honest()[:-1],
        lambda: [honest()[0], honest()[2], honest()[1], honest()[3]],
        lambda: honest(parts=[]),
        lambda: honest(parts=[{"name": archive.SQLITE, "size": -1, "sha256": "a" * 64}]),
        lambda: honest(parts=[{"name": archive.SQLITE, "size": True, "sha256": "a" * 64}]),
        lambda: honest(parts=[{"name": archive.SQLITE, "size": 1, "sha256": "a" * 64}] * 2),
        lambda: honest(parts=[*json.loads(a_manifest().as_json())["parts"][1:]]),
        lambda: honest(database="database.pgdump"),
        lambda: honest(journal=["3", "a"]),
        lambda: honest(journal=[3]),
        lambda: honest(version=1),
        lambda: honest(more="x"),
        list,
    ],
)
def test_what_is_not_as_the_manifest_says_is_refused(entries: Any, tmp_path: Path, folder: Path) -> None:
    bad = forged(tmp_path / "x", entries())
    outside = {name: content for name, content in found_in(tmp_path).items() if not name.startswith("deep/")}

    with pytest.raises(DamagedBackup):
        unpack(bad, folder)

    assert {name: content for name, content in found_in(tmp_path).items() if not name.startswith("deep/")} == outside


def test_a_backup_of_a_later_form_is_told_from_a_damaged_one(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(CannotRestore, match="phiên bản mới hơn"):
        unpack(forged(tmp_path / "x", honest(format=archive.FORMAT + 1)), folder)


def test_more_than_the_disk_holds_is_refused_before_anything_is_written(tmp_path: Path, folder: Path) -> None:
    parts = [{"name": archive.SQLITE, "size": 10**18, "sha256": "a" * 64}]

    with pytest.raises(CannotRestore, match="chỗ trống"):
        unpack(forged(tmp_path / "x", honest(parts=parts)), folder)

    assert found_in(folder) == {}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"khong phai",
        gzip.compress(b"", mtime=0),
        gzip.compress(b"\0" * 4096, mtime=0),
        gzip.compress(b"x" * 4096, mtime=0),
    ],
    ids=["empty", "text", "nothing-packed", "zeros-packed", "text-packed"],
)
def test_what_is_no_backup_is_said_to_be_none(content: bytes, tmp_path: Path, folder: Path) -> None:
    (tmp_path / "x").write_bytes(content)

    with pytest.raises(DamagedBackup, match="không phải bản sao lưu của Hợp Lực"):
        unpack(tmp_path / "x", folder)


def test_a_tar_of_other_things_is_no_backup(tmp_path: Path, folder: Path) -> None:
    for entries in ([entry("anh", type=tarfile.DIRTYPE)], [entry("anh.jpg", b"x")]):
        with pytest.raises(DamagedBackup, match="không phải bản sao lưu của Hợp Lực"):
            unpack(forged(tmp_path / "x", entries), folder)


def test_a_backup_that_lost_its_end_is_said_to_be_damaged(kept: Path, folder: Path) -> None:
    kept.write_bytes(kept.read_bytes()[:-40])

    with pytest.raises(DamagedBackup, match="bị hỏng hoặc bị cắt"):
        unpack(kept, folder)


def test_a_backup_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(DamagedBackup, match="không có tệp này"):
        read_manifest(tmp_path / "x")


def test_a_large_part_is_taken_in_pieces(tmp_path: Path, folder: Path) -> None:
    contents = {archive.SQLITE: bytes(3 * 1024 * 1024 + 5)}
    manifest = replace(a_manifest(contents), missing=("b" * 64,))

    write_archive(tmp_path / "a.tar.gz", manifest, sources(contents))

    assert unpack(tmp_path / "a.tar.gz", folder) == manifest
    assert manifest.parts == (Part(archive.SQLITE, 3145733, hashlib.sha256(bytes(3145733)).hexdigest()),)


def no_second_name(*_: object) -> None:
    raise OSError(errno.EPERM, "Operation not permitted")


def test_a_network_folder_without_second_names_gets_its_backup_too(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", no_second_name)
    (tmp_path / "out").mkdir()

    write_archive(tmp_path / "out" / "a.tar.gz", a_manifest(), sources())

    assert unpack(tmp_path / "out" / "a.tar.gz", folder) == a_manifest()
    with pytest.raises(CannotBackUp, match="không ghi đè"):
        write_archive(tmp_path / "out" / "a.tar.gz", a_manifest(), sources())
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["a.tar.gz"]


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path, kept: Path) -> None:
    (tmp_path / "a-file").write_text("")

    with pytest.raises(CannotBackUp, match="không ghi được"):
        write_archive(tmp_path / "a-file" / "a.tar.gz", a_manifest(), sources())
    with pytest.raises(CannotRestore, match="kiểm tra tệp sao lưu"):
        unpack(kept, tmp_path / "not" / "there")
