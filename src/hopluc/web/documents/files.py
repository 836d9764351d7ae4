"""Where files of documents are kept: by the hash of their content, outside the folder the web server shows."""

import hashlib
import os
import tempfile
from pathlib import Path
from typing import IO

from django.core.files.base import ContentFile, File
from django.core.files.storage import FileSystemStorage, storages


class KeptByContent(FileSystemStorage):
    """Files whose name is the hash of their content; a file is whole or absent, also after a power cut."""

    def _save(self, name: str, content: File) -> str:
        target = Path(self.path(name))
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=target.parent, prefix=".draft-")
        with os.fdopen(handle, "wb") as out:
            for chunk in content.chunks():
                out.write(chunk)
            out.flush()
            os.fsync(out.fileno())
        Path(draft).chmod(0o640)
        Path(draft).replace(target)
        return name


def _name(sha256: str) -> str:
    return f"{sha256[:2]}/{sha256[2:4]}/{sha256}"


def keep(content: bytes) -> str:
    """Keep the bytes; the SHA-256 they are found by. The same bytes are kept once."""
    sha256 = hashlib.sha256(content).hexdigest()
    storage = storages["documents"]
    if not storage.exists(_name(sha256)):
        storage.save(_name(sha256), ContentFile(content))
    return sha256


def keep_whole(path: Path, sha256: str) -> None:
    """Keep the file of a backup, known to have this hash; what is kept under it already stays where it is whole."""
    storage, name = storages["documents"], _name(sha256)
    if is_whole(sha256):
        return
    if storage.exists(name):
        storage.delete(name)
    with path.open("rb") as content:
        storage.save(name, File(content))


def is_whole(sha256: str) -> bool:
    """Is the file kept under this hash there, and still what it was."""
    try:
        with storages["documents"].open(_name(sha256), "rb") as kept:
            return hashlib.file_digest(kept, "sha256").hexdigest() == sha256
    except FileNotFoundError:
        return False


def open_kept(sha256: str) -> IO[bytes]:
    """The kept file, opened for reading. Raises FileNotFoundError where it is gone."""
    opened: IO[bytes] = storages["documents"].open(_name(sha256), "rb")
    return opened


def read_kept(sha256: str) -> bytes:
    """The content of a kept file. Raises FileNotFoundError where it is gone."""
    with open_kept(sha256) as file:
        return file.read()
