"""The files that a command's arguments name, and the names their results are written under."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from hopluc.vietnamese import nfc


def files_in(arguments: Iterable[Path]) -> list[Path]:
    """The files named, and those in the folders named, deep, by name; each once.

    Hidden files and the lock files of word processors (~$…) in a folder are left aside.
    """
    found = [path for argument in arguments for path in (_within(argument) if argument.is_dir() else [argument])]
    return list(dict.fromkeys(found))


def _within(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(place, name) for name in sorted(names) if not name.startswith((".", "~$")))


def names_of(paths: Sequence[Path]) -> list[str]:
    """A name for each file's document: the file's own, with its folders before it where two files share it."""
    own = [nfc(path.name) for path in paths]
    shared = Counter(own)
    return [name if shared[name] == 1 else nfc(path.as_posix()) for name, path in zip(own, paths, strict=True)]


def stems_of(paths: Sequence[Path]) -> list[str]:
    """A name without extension for each file's results, no two alike even where the case of letters does not count.

    The file's stem; where others share it the whole name; then with the folder before it; at last with a number.
    """
    choices = [(nfc(path.stem), nfc(path.name), nfc(f"{path.absolute().parent.name}-{path.name}")) for path in paths]
    counts = [Counter(choice[rank].casefold() for choice in choices) for rank in range(3)]
    taken: set[str] = set()
    stems = []
    for choice in choices:
        stem = next((name for rank, name in enumerate(choice) if counts[rank][name.casefold()] == 1), choice[2])
        stems.append(_free(stem, taken))
    return stems


def _free(stem: str, taken: set[str]) -> str:
    number, name = 1, stem
    while name.casefold() in taken:
        number += 1
        name = f"{stem}-{number}"
    taken.add(name.casefold())
    return name
