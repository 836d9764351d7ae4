"""What is read from one file, written beside it or into a folder: each result as a whole or not at all."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hopluc.errors import UnreadableFile
from hopluc.files.opening import NamedFile, notes, open_file
from hopluc.files.whole import write
from hopluc.reading.document import Document
from hopluc.reading.parts import read_in_parts
from hopluc.reading.sources import Sandbox


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for one file: where its lines and, if asked, its text go; `given` are inputs that bear the name of a result."""

    file: NamedFile
    lines: Path
    text: Path | None = None
    given: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: what to say of it, of outside kinds that broke on it, and of what its bytes were, where it was read."""

    said: tuple[str, ...]
    broken: tuple[str, ...] = ()
    digest: str | None = None
    with_text: bool = False


def read_file(order: Order, sandbox: Sandbox) -> Outcome:
    """Read one file and write its results. A file that cannot be read is told. Raises CannotWrite."""
    try:
        digest = digest_of(order.file.path)
        document = open_file(order.file, sandbox)
    except UnreadableFile as error:
        return Outcome((str(error),))
    refused: dict[str, None] = {}
    write(order.lines, as_lines(_lines(document, refused)), order.given)
    with_text = order.text is not None and (document.media != "text/plain" or document.origin is not None)
    if order.text is not None and with_text:
        write(order.text, [document.text], order.given)
    return Outcome(tuple(notes(document)), tuple(refused), digest, with_text)


def _lines(document: Document, refused: dict[str, None]) -> Iterator[dict[str, Any]]:
    """Every line of a document as it is read; what breaks of outside kinds is told in `refused`."""
    for reading in read_in_parts(document):
        refused.update(dict.fromkeys(map(str, reading.refused)))
        yield from reading.lines()


def as_lines(lines: Iterable[dict[str, Any]]) -> Iterable[str]:
    """Objects as lines of JSON."""
    return (json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def digest_of(path: Path) -> str:
    """What a file's bytes come to, to tell later whether it has changed; empty where it cannot be opened."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
