"""What a change of reading gains and loses: the facts read now beside those a revision reads, on the samples and the evaluation documents.

    make gained-lost [AGAINST=revision]
    python -m tools.gained_lost [--against REVISION]

A fact is told by its kind, value and quotes; where it stands is not compared. Of the held-out evaluation documents (odd numbers) only counts
are told, so that nothing is tuned on them. Same trees in, same report out.
"""

import argparse
import io
import json
import os
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]
SAMPLES, TEXTS = Path("samples", "vinh-ha"), Path("evaluation", "texts")
READABLE = {".docx", ".xlsx", ".pdf", ".html", ".txt", ".eml"}
LONGEST = 160
READ = """
import json, sys
from pathlib import Path
from hopluc.errors import UnreadableFile
from hopluc.reading import read
from hopluc.reading.sources import Sandbox, open_source

PLACE = ("type", "kind", "start", "end", "text", "evidence", "document", "locator")
with Sandbox() as sandbox:
    for name in sys.argv[1:]:
        try:
            document = open_source(Path(name), name, sandbox)
        except UnreadableFile as refusal:
            print(json.dumps([name, "refusal", 0, {"message": str(refusal)}, []]))
            continue
        for line in read(document).lines():
            spans = [[line["start"], line["end"]]] if "start" in line else line["evidence"]
            value = {key: said for key, said in line.items() if key not in PLACE and said not in (None, [])}
            place = spans[0][0] if spans else 0
            print(json.dumps([name, line["kind"], place, value, [document.text[a:b] for a, b in spans]]))
"""
"""Run by either reader, in a process of its own; only what every revision offers is used."""


class NotCompared(Exception):
    """A revision that is not there, or that cannot read."""


@dataclass(frozen=True, order=True)
class Read:
    """A fact or record in a document: what it says and the words it rests on. Its place is only for the order."""

    kind: str
    document: str
    place: int = field(compare=False)
    value: str
    quotes: tuple[str, ...]

    @property
    def is_held_out(self) -> bool:
        path = Path(self.document)
        return path.parent == TEXTS and path.stem.isdigit() and int(path.stem) % 2 == 1


def documents(root: Path) -> list[str]:
    """The documents compared, by their paths from the root of the house."""
    folders = (root / SAMPLES, root / TEXTS)
    files = [path for folder in folders for path in sorted(folder.iterdir()) if path.suffix in READABLE]
    return [path.relative_to(root).as_posix() for path in files]


def revision(root: Path, named: str | None) -> tuple[str, str]:
    """The revision to compare with, by its name and in full: the one named, else main as others have it, else main. Raises NotCompared."""
    for known in [named] if named else ["origin/main", "main"]:
        found = _git(root, "rev-parse", "--verify", "--quiet", f"{known}^{{commit}}")
        if found.returncode == 0:
            return known, found.stdout.decode().strip()
    raise NotCompared(f"no revision {named or 'main'} here: name one with --against")


def _git(root: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["git", *words], cwd=root, capture_output=True, check=False)


def read_at(root: Path, commit: str, names: Sequence[str]) -> list[Read]:
    """What the reader of a revision reads from the documents of this tree."""
    packed = _git(root, "archive", "--format=tar", commit, "src")
    if packed.returncode:
        raise NotCompared(packed.stderr.decode().strip())
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as files:
            files.extractall(folder, filter="data")
        return read_by(Path(folder) / "src", root, names)


def read_by(source: Path, root: Path, names: Sequence[str]) -> list[Read]:
    """What the reader whose code is in `source` reads."""
    environment = {**os.environ, "PYTHONPATH": str(source), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0"}
    done = subprocess.run(
        [sys.executable, "-P", "-c", READ, *names], cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise NotCompared(f"the reader in {source} failed:\n{done.stderr[-2000:]}")
    return [_read(*json.loads(line)) for line in done.stdout.splitlines()]


def _read(document: str, kind: str, place: int, value: object, quotes: Iterable[str]) -> Read:
    said = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return Read(kind, document, place, said, tuple(quotes))


def gained_and_lost(before: Iterable[Read], now: Iterable[Read]) -> tuple[list[Read], list[Read]]:
    """What is read now and was not, and what was read and is not now; as often as it is, in the order of kinds, documents and places."""
    old, new = Counter(before), Counter(now)

    def ordered(found: Counter[Read]) -> list[Read]:
        return sorted(found.elements(), key=lambda read: (read.kind, read.document, read.place, read.value, read.quotes))

    return ordered(new - old), ordered(old - new)


def report(before: Sequence[Read], now: Sequence[Read], against: str) -> str:
    """The report in Markdown: a table of open and one of held-out documents, then what was gained and lost in the open ones."""
    told = [f"# Gained and lost against {against}\n"]
    for title, is_held_out in (("Samples and development documents", False), ("Held-out documents, counted only", True)):
        old, new = ([read for read in reads if read.is_held_out == is_held_out] for reads in (before, now))
        told.append(f"## {title}\n\n{_table(old, new)}")
        if not is_held_out:
            told += _differences(*gained_and_lost(old, new))
    return "\n".join(told)


def _table(before: Sequence[Read], now: Sequence[Read]) -> str:
    gained, lost = gained_and_lost(before, now)
    counts = [Counter(read.kind for read in reads) for reads in (before, now, gained, lost)]
    rows = [(kind, *(count[kind] for count in counts)) for kind in sorted({*counts[0], *counts[1]})]
    rows.append(("**all**", *(count.total() for count in counts)))
    lines = ["| kind | before | now | gained | lost |", "|---|---|---|---|---|"]
    return "\n".join([*lines, *(f"| {' | '.join(map(str, row))} |" for row in rows)]) + "\n"


def _differences(gained: Sequence[Read], lost: Sequence[Read]) -> Iterator[str]:
    """A section a kind: each document's losses (-) and gains (+) in the order they stand."""
    for kind in sorted({read.kind for read in (*gained, *lost)}):
        changes = [(read, "+") for read in gained if read.kind == kind] + [(read, "-") for read in lost if read.kind == kind]
        changes.sort(key=lambda change: (change[0].document, change[0].place, change[1] == "+", change[0].value))
        lines, document = [f"### {kind}\n"], ""
        for read, sign in changes:
            if read.document != document:
                document = read.document
                lines.append(f"{document}")
            lines.append(f"    {sign} {_quoted(read)}\n      {read.value}")
        yield "\n".join(lines) + "\n"


def _quoted(read: Read) -> str:
    said = (" ".join(quote.split()) for quote in read.quotes)
    return " … ".join(f"“{words if len(words) <= LONGEST else words[: LONGEST - 1] + '…'}”" for words in said)


def main(arguments: Sequence[str] | None = None, root: Path = HOUSE) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--against", metavar="REVISION", help="compare with this revision instead of main")
    asked = parser.parse_args(arguments)
    names = documents(root)
    try:
        name, commit = revision(root, asked.against)
        before, now = read_at(root, commit, names), read_by(root / "src", root, names)
    except NotCompared as mishap:
        print(mishap, file=sys.stderr)
        return 1
    print(report(before, now, f"{name} ({commit[:10]})"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
