"""What earlier runs finished in a folder of results: kept there, a line a file, so that a run that was stopped goes on.

A file counts as finished while its bytes, the reader and its result are those of the line. A line cut off by a stop counts as none.
"""

import hashlib
import json
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import hopluc
from hopluc.errors import CannotWrite
from hopluc.files.results import Order, Outcome, digest_of
from hopluc.load import definitions_folder
from hopluc.outside import added_definitions, packages
from hopluc.reading.additions import added

NAME = ".hopluc-read"


class Finished:
    """The files finished in one folder of results. Use it as a context: lines are added while it is open."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._known = {line["path"]: line for line in _lines(self._path)}

    def __enter__(self) -> Self:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._path.open("a", encoding="utf-8", newline="\n")
        except OSError as error:
            raise CannotWrite(path=self._path, reason="thư mục không có, hết chỗ hoặc không có quyền") from error
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._file.close()

    def results(self) -> Iterator[Path]:
        """Every result of an earlier run, which is no document to read."""
        folder = self._path.parent.absolute()
        for line in self._known.values():
            yield from (folder / f"{line['stem']}.jsonl", folder / f"{line['stem']}.txt")
        yield folder / NAME

    def holds(self, order: Order) -> bool:
        """Whether a file was finished by this reader, has not changed since, and has its result under the same name."""
        line = self._known.get(_key(order))
        if line is None or (line["stem"], line["reader"]) != (order.file.stem, reader_mark()):
            return False
        if not order.lines.is_file() or (order.text is not None and not line["asked"]):
            return False
        if line["text"] and order.text is not None and not order.text.is_file():
            return False
        return bool(line["digest"]) and line["digest"] == digest_of(order.file.path)

    def add(self, order: Order, outcome: Outcome) -> None:
        """Note a file as finished. Its result under an earlier name is taken away."""
        line = {
            "path": _key(order),
            "stem": order.file.stem,
            "digest": outcome.digest,
            "reader": reader_mark(),
            "asked": order.text is not None,
            "text": outcome.with_text,
        }
        before = self._known.get(line["path"])
        self._known[line["path"]] = line
        self._file.write(json.dumps(line) + "\n")
        self._file.flush()
        if before is not None and before["stem"] not in {known["stem"] for known in self._known.values()}:
            for name in (f"{before['stem']}.jsonl", *([f"{before['stem']}.txt"] if before["text"] else [])):
                (self._path.parent / name).unlink(missing_ok=True)


def _key(order: Order) -> str:
    return str(order.file.path.absolute())


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return
    for line in text.splitlines():
        try:
            known = json.loads(line)
        except ValueError:
            continue  # the line that was being written when the run was stopped
        if isinstance(known, dict) and {"path", "stem", "digest", "reader", "asked", "text"} <= known.keys():
            yield known


@cache
def reader_mark() -> str:
    """What tells one reader from another: our code and definitions, and the packages that add to them."""
    home = Path(hopluc.__file__).parent
    folders = [home / "reading", definitions_folder(), *(addition.thing for addition in added_definitions().known)]
    files = [*home.glob("*.py"), *(path for folder in folders for path in folder.rglob("*.*"))]
    readers = [*(kind.read for _, kind in added().mentions), *(kind.read for _, kind in added().records)]
    files += [Path(module.__file__) for read in readers if (module := sys.modules.get(read.__module__)) and module.__file__]
    mark = hashlib.sha256(repr(packages()).encode())
    for path in sorted(path for path in files if path.suffix in {".py", ".csv", ".yaml"}):
        mark.update(path.read_bytes())
    return mark.hexdigest()
