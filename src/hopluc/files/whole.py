"""A file written as a whole or not at all."""

from collections.abc import Iterable
from pathlib import Path

from hopluc.errors import CannotWrite


def write(path: Path, pieces: Iterable[str], given: Iterable[Path] = ()) -> None:
    """A file as a whole or not at all; never over one of those `given` to be read. Raises CannotWrite."""
    if any(path.exists() and file.exists() and path.samefile(file) for file in given):
        raise CannotWrite(path=path, reason="trùng với tệp đang đọc")
    unfinished = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with unfinished.open("w", encoding="utf-8", newline="") as file:
            file.writelines(pieces)
        unfinished.replace(path)
    except OSError as error:
        raise CannotWrite(path=path, reason="thư mục không có, hết chỗ hoặc không có quyền") from error
