"""The incoming folder: where the bytes of an upload wait until they are read; outside the kept documents, the index and the backup."""

import os
import time
import uuid
from collections.abc import Collection, Iterable
from pathlib import Path

from django.conf import settings

FORGOTTEN = 24 * 60 * 60
"""Seconds after which bytes that no upload names are those of a request that was cut off."""
_BLOCK = 1 << 20


def _folder() -> Path:
    folder = Path(settings.HOME) / "incoming"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def put(chunks: Iterable[bytes]) -> str:
    """Keep the bytes for now; the name they are taken by. On disk, whole, before this returns."""
    name = uuid.uuid4().hex
    with (_folder() / name).open("xb") as file:
        for chunk in chunks:
            file.write(chunk)
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
            for start in range(0, path.stat().st_size, _BLOCK):
                file.write(bytes(min(_BLOCK, path.stat().st_size - start)))
            file.flush()
            os.fsync(file.fileno())
    except FileNotFoundError:
        return
    path.unlink()


def sweep(known: Collection[str]) -> None:
    """Destroy what has lain here for a day and no upload names."""
    for path in _folder().iterdir():
        if path.name not in known and time.time() - path.stat().st_mtime > FORGOTTEN:
            destroy(path.name)
