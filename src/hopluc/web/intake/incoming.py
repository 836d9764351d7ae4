"""The incoming folder: where the bytes of an upload wait until they are read; outside the kept documents, the index and the backup."""

import os
import uuid
from pathlib import Path

from django.conf import settings


def _folder() -> Path:
    folder = Path(settings.HOME) / "incoming"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def put(content: bytes) -> str:
    """Keep the bytes for now; the name they are taken by. On disk, whole, before this returns."""
    name = uuid.uuid4().hex
    with (_folder() / name).open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return name


def take(name: str) -> bytes:
    """The bytes kept under that name. Raises FileNotFoundError where they are gone."""
    return (_folder() / name).read_bytes()


def destroy(name: str) -> None:
    """Overwrite and remove the bytes: what may not be kept leaves nothing behind. Gone already is well."""
    path = _folder() / name
    try:
        with path.open("r+b") as file:
            file.write(b"\0" * path.stat().st_size)
            file.flush()
            os.fsync(file.fileno())
    except FileNotFoundError:
        return
    path.unlink()
