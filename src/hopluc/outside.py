"""What other installed packages add to reading (gói ngoài), found by their entry points; what breaks there stops nothing of ours.

`hopluc.kinds` names a Kind or a RecordKind, `hopluc.definitions` a package with a folder `definitions/` of the shape of ours.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from hopluc.errors import BrokenAddition

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

KINDS, DEFINITIONS = "hopluc.kinds", "hopluc.definitions"


class Guard:
    """The only place where a mishap of any sort is stopped: the code run inside is not ours.

    Afterwards `mishap` is None, or says which package and which part of it broke and how.
    """

    def __init__(self, package: str, part: str) -> None:
        self._package, self._part = package, part
        self.mishap: BrokenAddition | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> bool:
        if isinstance(error, BrokenAddition):
            self.mishap = error
        elif isinstance(error, (Exception, SystemExit)):
            self.mishap = self.refusal(f"{type(error).__name__}: {error}"[:300])
        return self.mishap is not None

    def refusal(self, reason: str) -> BrokenAddition:
        """What a person is told of this part, for a reason in Vietnamese or the words of an error."""
        return BrokenAddition(package=self._package, part=self._part, reason=reason)


@dataclass(frozen=True, slots=True)
class Addition:
    """One entry point that could be loaded: the package (its name and version), the entry's name, and what it names."""

    package: str
    name: str
    thing: Any


@dataclass(frozen=True, slots=True)
class Additions:
    """What outside packages add under one name, in the order of packages and entries, and what could not be loaded."""

    known: tuple[Addition, ...] = ()
    refused: tuple[BrokenAddition, ...] = ()


@cache
def added_kinds() -> Additions:
    """What the entry points of `hopluc.kinds` name; whether that is a kind is for reading to say."""
    known, refused = [], []
    for package, entry in _entries(KINDS):
        with Guard(package, kind_part(entry.name)) as guard:
            known.append(Addition(package, entry.name, entry.load()))
        if guard.mishap:
            refused.append(guard.mishap)
    return Additions(tuple(known), tuple(refused))


@cache
def added_definitions() -> Additions:
    """The folders of definitions that the entry points of `hopluc.definitions` name. Their packages are not run."""
    from importlib.util import find_spec  # only where packages add definitions, which few machines have

    known, refused = [], []
    for package, entry in _entries(DEFINITIONS):
        with Guard(package, f'danh mục "{entry.name}"') as guard:
            spec = find_spec(entry.value)
            homes = (spec.submodule_search_locations if spec else None) or ()
            folders = [folder for home in homes if (folder := Path(home) / "definitions").is_dir()]
            if not folders:
                raise guard.refusal(f'không có thư mục definitions trong gói Python "{entry.value}"')
            known += [Addition(package, entry.name, folder) for folder in folders]
        if guard.mishap:
            refused.append(guard.mishap)
    return Additions(tuple(known), tuple(refused))


def kind_part(name: str) -> str:
    """How a person is told of a kind."""
    return f'loại thông tin "{name}"'


def packages() -> tuple[str, ...]:
    """Every package that adds something, with its version."""
    return tuple(dict.fromkeys(package for group in (KINDS, DEFINITIONS) for package, _ in _entries(group)))


@cache
def _entries(group: str) -> tuple[tuple[str, "EntryPoint"], ...]:
    from importlib.metadata import entry_points  # takes as long to import as the readers; not before the first reading

    return tuple(sorted(_named(entry_points(group=group)), key=lambda known: (known[0], known[1].name)))


def _named(entries: "Iterable[EntryPoint]") -> Iterator[tuple[str, "EntryPoint"]]:
    for entry in entries:
        yield f"{entry.dist.name} {entry.dist.version}" if entry.dist else "?", entry
