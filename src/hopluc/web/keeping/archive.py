"""The file of a backup: a gzipped tar of a manifest and, in its order, the parts it lists, each with size and SHA-256.

What is read is never believed: a part has one of the few names there are, stands where the manifest says, and is as long and of
the hash it says. So a damaged file is refused, and a forged one can name no place outside the folder it is unpacked in.
"""

import contextlib
import gzip
import hashlib
import json
import os
import re
import shutil
import tarfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import IO, Any

from hopluc.errors import CannotBackUp, CannotRestore, DamagedBackup

FORMAT = 1
MANIFEST = "manifest.json"
SQLITE, POSTGRESQL = "database.sqlite3", "database.pgdump"
KEY = "secret-key"
DOCUMENTS = "documents"
NEWER = "bản sao lưu do phiên bản mới hơn lập"
NO_BACKUP = "không phải bản sao lưu của Hợp Lực"
_NAME = re.compile(rf"{re.escape(SQLITE)}|{re.escape(POSTGRESQL)}|{KEY}|{DOCUMENTS}/[0-9a-f]{{64}}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_LONGEST_MANIFEST = 256 * 1024 * 1024
_PIECE = 1024 * 1024
_GZIP = b"\x1f\x8b"

Source = Callable[[], IO[bytes]]
"""Opens what a part is made of."""


class _Wrong(Exception):
    """Why a file is no whole backup, in words for a person."""


@dataclass(frozen=True)
class Part:
    """One file of a backup."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What a backup holds: by which version, when (ISO 8601), which database with which migrations, where the journal ended.

    `missing` names the documents that were not to be found, or no longer what they were, when the backup was made.
    """

    version: str
    made_at: str
    database: str
    migrations: tuple[str, ...]
    journal: tuple[int, str]
    missing: tuple[str, ...]
    parts: tuple[Part, ...]

    def as_json(self) -> bytes:
        return json.dumps({"format": FORMAT, **asdict(self)}, ensure_ascii=False, indent=1).encode()

    @property
    def documents(self) -> tuple[Part, ...]:
        """The parts that are documents, named `documents/` and their hash."""
        return tuple(part for part in self.parts if part.name.startswith(DOCUMENTS))


def part_of(name: str, source: Source) -> Part:
    """A part as it stands: its size and hash."""
    digest, size = hashlib.sha256(), 0
    with source() as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
            size += len(piece)
    return Part(name, size, digest.hexdigest())


def write_archive(target: Path, manifest: Manifest, sources: Mapping[str, Source]) -> None:
    """Write a backup as a whole or not at all, never over a file that is there. Raises CannotBackUp."""
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            with gzip.GzipFile("", "wb", compresslevel=1, fileobj=file, mtime=0) as packed:
                _write_parts(packed, manifest, sources)
            file.flush()
            os.fsync(file.fileno())
        _publish(draft, target)
    except OSError as error:
        raise CannotBackUp(path=target, reason=_why(error)) from error
    finally:
        with contextlib.suppress(OSError):
            draft.unlink()


def _why(error: OSError) -> str:
    if isinstance(error, FileExistsError):
        return "tệp này đã có; lệnh không ghi đè"
    return f"không ghi được: {error.strerror or error}"


def _write_parts(packed: gzip.GzipFile, manifest: Manifest, sources: Mapping[str, Source]) -> None:
    text = manifest.as_json()
    packed.write(_header(MANIFEST, len(text)) + text + _padding(len(text)))
    for part in manifest.parts:
        packed.write(_header(part.name, part.size))
        digest, left = hashlib.sha256(), part.size
        with sources[part.name]() as file:
            while piece := file.read(min(_PIECE, left)):
                digest.update(piece)
                packed.write(piece)
                left -= len(piece)
        if left or digest.hexdigest() != part.sha256:
            raise OSError(f"{part.name} thay đổi trong khi sao lưu")
        packed.write(_padding(part.size))
    packed.write(bytes(2 * tarfile.BLOCKSIZE))


def _header(name: str, size: int) -> bytes:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = size, 0o600
    return entry.tobuf(tarfile.GNU_FORMAT)


def _padding(size: int) -> bytes:
    return bytes(-size % tarfile.BLOCKSIZE)


def _publish(draft: Path, target: Path) -> None:
    """Give the whole file its name, which nobody else has taken meanwhile. Some network folders know no second name of a file."""
    try:
        os.link(draft, target)
    except FileExistsError:
        raise
    except OSError:
        if target.exists():
            raise FileExistsError(target) from None
        draft.rename(target)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on disk, not only the files they name."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


# Reading


def read_manifest(path: Path) -> Manifest:
    """What a backup says it holds. Raises DamagedBackup; what it holds in truth is known only once it is unpacked."""
    with _opened(path) as packed:
        return _manifest(packed)


def unpack(path: Path, folder: Path) -> Manifest:
    """Unpack a backup into an empty folder, each part on disk and checked. Raises DamagedBackup or
    CannotRestore; the folder is then to be thrown away."""
    with _opened(path) as packed:
        manifest = _manifest(packed)
        needed = sum(part.size for part in manifest.parts)
        if needed > shutil.disk_usage(folder).free:
            room = f"cần {needed // _PIECE + 1} MB chỗ trống trong thư mục dữ liệu"
            raise CannotRestore(reason=room, remedy="dọn bớt ổ đĩa rồi chạy lại")
        (folder / DOCUMENTS).mkdir()
        for part in manifest.parts:
            _unpack_part(packed, part, folder / part.name)
        rest = packed.read(2 * tarfile.RECORDSIZE)  # a tar ends with two empty blocks, and some fill the record after them
        if len(rest) < 2 * tarfile.BLOCKSIZE or rest.strip(b"\0") or packed.read(1):
            raise _Wrong("phần cuối không đúng")
    return manifest


@contextmanager
def _opened(path: Path) -> Iterator[gzip.GzipFile]:
    """The unpacked stream; whatever is wrong with it is one refusal."""
    if not path.is_file():
        raise DamagedBackup(path=path, reason="không có tệp này")
    try:
        with gzip.open(path, "rb") as packed:
            yield packed
    except _Wrong as wrong:
        raise DamagedBackup(path=path, reason=wrong) from wrong
    except (gzip.BadGzipFile, EOFError, zlib.error) as broken:
        raise DamagedBackup(path=path, reason="tệp bị hỏng hoặc bị cắt" if _is_gzip(path) else NO_BACKUP) from broken
    except OSError as error:
        remedy = "kiểm tra tệp sao lưu và thư mục dữ liệu"
        raise CannotRestore(reason=error.strerror or error, remedy=remedy) from error


def _is_gzip(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_GZIP)) == _GZIP


def _member(packed: gzip.GzipFile) -> tarfile.TarInfo:
    """The next entry's head. Only a plain file has one here: no link, no device, no long name told in an entry of its own."""
    try:
        entry = tarfile.TarInfo.frombuf(packed.read(tarfile.BLOCKSIZE), "utf-8", "strict")
    except (tarfile.TarError, UnicodeDecodeError) as broken:
        raise _Wrong("tệp bị hỏng") from broken
    if entry.type != tarfile.REGTYPE or entry.linkname:
        raise _Wrong(f'mục "{entry.name}" không phải tệp thường')
    return entry


def _skip_padding(packed: gzip.GzipFile, size: int) -> None:
    if packed.read(-size % tarfile.BLOCKSIZE) != _padding(size):
        raise _Wrong("tệp bị hỏng")


def _manifest(packed: gzip.GzipFile) -> Manifest:
    try:
        entry = _member(packed)
    except _Wrong as other:
        raise _Wrong(NO_BACKUP) from other
    if entry.name != MANIFEST or entry.size > _LONGEST_MANIFEST:
        raise _Wrong(NO_BACKUP)
    text = packed.read(entry.size)
    _skip_padding(packed, entry.size)
    try:
        said = json.loads(text)
        if said.pop("format") != FORMAT:
            raise CannotRestore(reason=NEWER, remedy="cập nhật hệ thống rồi chạy lại")
        manifest = _checked(said)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as broken:
        raise _Wrong("bản kê không đọc được") from broken
    return manifest


def _checked(said: dict[str, Any]) -> Manifest:
    """The manifest it says, all of it of the types and names there are. Raises ValueError, TypeError, KeyError."""
    if set(said) != {field.name for field in fields(Manifest)}:
        raise ValueError("keys")
    parts = tuple(Part(**part) for part in said["parts"])
    number, head = said["journal"]
    texts = [said["version"], said["made_at"], said["database"], head, *said["migrations"], *said["missing"]]
    names = [part.name for part in parts]
    if not all(isinstance(text, str) for text in texts) or type(number) is not int:
        raise TypeError("types")
    if not all(_is_told_right(part) for part in parts) or len(set(names)) != len(names):
        raise ValueError("parts")
    if names[:1] != [said["database"]] or sum(name in {SQLITE, POSTGRESQL} for name in names) != 1:
        raise ValueError("database")
    return Manifest(
        said["version"],
        said["made_at"],
        said["database"],
        tuple(said["migrations"]),
        (number, head),
        tuple(said["missing"]),
        parts,
    )


def _is_told_right(part: Part) -> bool:
    """One of the names there are, a size, a hash; of a document, the hash it is named by."""
    if not (_NAME.fullmatch(part.name) and _SHA256.fullmatch(part.sha256) and type(part.size) is int and part.size >= 0):
        return False
    return not part.name.startswith(DOCUMENTS) or part.name == f"{DOCUMENTS}/{part.sha256}"


def _unpack_part(packed: gzip.GzipFile, part: Part, path: Path) -> None:
    entry = _member(packed)
    if (entry.name, entry.size) != (part.name, part.size):
        raise _Wrong(f'mục "{entry.name}" không đúng bản kê')
    digest, left = hashlib.sha256(), part.size
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        while left and (piece := packed.read(min(_PIECE, left))):
            digest.update(piece)
            file.write(piece)
            left -= len(piece)
        file.flush()
        os.fsync(file.fileno())
    if left or digest.hexdigest() != part.sha256:
        raise _Wrong(f'mục "{part.name}" không đúng mã kiểm tra')
    _skip_padding(packed, part.size)
