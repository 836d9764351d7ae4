"""Who works on a data folder: the site and its worker hold it together, a restore alone. The hold ends with its process, however that ends."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows knows no such hold: there a person sees to it
    fcntl = None  # type: ignore[assignment]

FILE = "in-use"


class InUse(Exception):
    """Another process holds the folder."""


@contextmanager
def held(home: Path, *, alone: bool = False) -> Iterator[None]:
    """Hold the folder while the block runs. Raises InUse where it is held `alone` by another, or is to be and others hold it."""
    home.mkdir(parents=True, exist_ok=True)
    handle = os.open(home / FILE, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if fcntl is not None:
            try:
                fcntl.flock(handle, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
            except BlockingIOError as taken:
                raise InUse(home) from taken
            except OSError:  # a network folder without holds: there too a person sees to it
                pass
        yield
    finally:
        os.close(handle)
