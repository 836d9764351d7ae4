"""read_files: many files read to lines of facts, one file's facts in memory at a time, going on where an earlier run stopped."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO

from hopluc.files.cluster import Cluster
from hopluc.files.finished import Finished
from hopluc.files.opening import NamedFile, named_files, taken_together
from hopluc.files.progress import Progress
from hopluc.files.results import Order, Outcome, read_file
from hopluc.files.workers import Workers
from hopluc.reading.sources import Sandbox


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be read, into which folder (None: to the screen's lines), with the texts too, by how many processes.

    `together` reads all as the pages of one document; `cluster` is the address of a Dask scheduler whose machines read.
    """

    arguments: Sequence[Path]
    out: Path | None
    with_text: bool = False
    workers: int | None = None
    together: bool = False
    cluster: str | None = None

    @property
    def goes_on(self) -> bool:
        """Whether what an earlier run finished is left aside."""
        many = self.workers or self.cluster or any(path.is_dir() for path in self.arguments)
        return self.out is not None and not self.together and bool(many)


def read_files(wanted: Wanted, *, lines: TextIO, screen: TextIO) -> bool:
    """Read files and folders; whether every file was read and every outside kind held.

    Results go into the folder wanted, or to `lines` in order. Files of folders that are finished are noted there and not read again.
    With workers so many processes read side by side, with a cluster its machines, else this process. What is to be told goes to `screen`. Raises CannotWrite and WrongUse.
    """
    out = wanted.out
    finished = Finished(out) if out is not None and wanted.goes_on else None
    left_out = finished.results() if finished else ()
    files = [taken_together(wanted.arguments)] if wanted.together else named_files(wanted.arguments, left_out)
    with ExitStack() as stack:
        if finished:
            stack.enter_context(finished)
        folder = out if out is not None else Path(stack.enter_context(TemporaryDirectory()))
        progress = stack.enter_context(Progress(len(files), screen))
        orders = _waiting(_orders(files, folder, (out or Path()) if wanted.with_text else None), finished, progress)
        return _tell(_outcomes(wanted, orders, stack), finished, progress, lines if out is None else None)


def _outcomes(wanted: Wanted, orders: Iterable[Order], stack: ExitStack) -> Iterator[tuple[Order, Outcome]]:
    """What becomes of each order, in order: read on a cluster, by processes of this machine, or here."""
    if wanted.cluster is not None:
        return stack.enter_context(Cluster(wanted.cluster)).outcomes(orders)
    return stack.enter_context(Workers(wanted.workers)).outcomes(orders) if wanted.workers else _one_by_one(orders)


def _tell(known: Iterable[tuple[Order, Outcome]], finished: Finished | None, progress: Progress, lines: TextIO | None) -> bool:
    """Tell each outcome and pass its lines on; whether all went well."""
    broken: set[str] = set()
    well = True
    for order, outcome in known:
        for words in (*outcome.said, *(words for words in outcome.broken if words not in broken)):
            progress.say(words)
        broken.update(outcome.broken)
        is_read = outcome.digest is not None
        well = well and is_read and not outcome.broken
        if lines and is_read:
            _pass_on(order.lines, lines)
        if finished and is_read and not outcome.broken:
            finished.add(order, outcome)
        progress.count(failed=not is_read)
    return well


def _orders(files: Sequence[NamedFile], folder: Path, texts: Path | None) -> Iterator[Order]:
    by_name: dict[str, list[Path]] = {}
    for file in files:
        by_name.setdefault(file.path.name.casefold(), []).append(file.path)
    for file in files:
        names = (f"{file.stem}.jsonl", f"{file.stem}.txt")
        given = [path for name in names for path in by_name.get(name.casefold(), ())]
        yield Order(file, folder / names[0], texts / names[1] if texts else None, tuple(given))


def _waiting(orders: Iterable[Order], finished: Finished | None, progress: Progress) -> Iterator[Order]:
    """The orders that no earlier run has finished."""
    for order in orders:
        if finished and finished.holds(order):
            progress.count(finished=True)
        else:
            yield order


def _one_by_one(orders: Iterable[Order]) -> Iterator[tuple[Order, Outcome]]:
    with Sandbox() as sandbox:
        for order in orders:
            yield order, read_file(order, sandbox)


def _pass_on(result: Path, lines: TextIO) -> None:
    with result.open(encoding="utf-8", newline="") as written:
        lines.writelines(written)
    lines.flush()
    result.unlink()
