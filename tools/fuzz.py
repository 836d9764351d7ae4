"""Reads documents made up by chance, hostile text and spoilt files, and says what breaks. Run: make fuzz

    python -m tools.fuzz [--documents N] [--bytes N] [--seed N] [--record]
    python -m tools.fuzz --only NUMBER [--seed N]      one generated document again, with what is wrong with it

What must hold of every document read: each quote is what stands at its span, and at that place of the source; facts of one kind
never overlap; a record rests on one to three passages; every line can be written; other spaces or the other tone placement change
nothing. No text takes more than `SLOWEST` seconds a megabyte; no file does more than be refused.
"""

import argparse
import io
import platform
import subprocess
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from random import Random

from benchmarks import generated
from benchmarks.hostile import hostile, mixed, noise, spoilt

from hopluc.errors import UnreadableFile
from hopluc.reading import Document
from hopluc.reading.sources import Sandbox, open_source

HOUSE = Path(__file__).resolve().parents[1]
PAGE = HOUSE / "docs" / "reference" / "fuzz.md"
DOCUMENTS, BYTES, FILES = 100_000, 10_000_000, 2_000
REPEATED, MIXED, NOISE, SPOILT = 60_000, 20_000, 10_000, 40_000
SLOWEST, ALLOWED = 30.0, 1.0
MEGABYTE = 1_000_000


@dataclass
class Tally:
    """What one sort of input came to."""

    documents: int = 0
    size: int = 0
    refused: int = 0
    slowest: float = 0.0
    wrong: list[str] = field(default_factory=list)

    def add(self, name: str, size: int, check: Callable[[], Iterator[str] | None]) -> None:
        """Take in one document: what `check` finds wrong, None where it is refused. Anything it raises is wrong too."""
        start = time.process_time()
        found = _tried(check)
        taken = time.process_time() - start
        self.documents += 1
        self.size += size
        self.refused += found is None
        self.slowest = max(self.slowest, taken / max(size, 10_000) * MEGABYTE)
        wrong = [f"{name}: {said}" for said in found or ()]
        if taken > ALLOWED + SLOWEST * size / MEGABYTE:
            wrong.append(f"{name}: {taken:.1f} seconds for {size} bytes")
        print("".join(f"{line}\n" for line in wrong), end="", file=sys.stderr, flush=True)
        self.wrong += wrong


def _tried(check: Callable[[], Iterator[str] | None]) -> list[str] | None:
    try:
        found = check()
        return None if found is None else list(found)
    except Exception as mishap:  # noqa: BLE001 - whatever breaks is what is looked for
        return [f"{type(mishap).__name__}: {mishap}"]


def documents(count: int, seed: int) -> dict[str, Tally]:
    """Generated documents by the way they are stored."""
    tallies = {form: Tally() for form in generated.FORMS}
    for number in range(count):
        file = generated.stored(seed, number)
        tallies[file.form].add(f"document {number}", len(file.data), lambda file=file: _breaches_of(file))
    return tallies


def _breaches_of(file: generated.Stored) -> Iterator[str] | None:
    document = generated.opened(file)
    return None if document is None else generated.breaches(document, file.letters)


def hostile_text(size: int, seed: int) -> dict[str, Tally]:
    """Hostile text, `size` bytes of it: pieces repeated, pieces mixed, noise, and the samples' sources spoilt."""
    tallies = {name: Tally() for name in ("one piece over and over", "pieces mixed", "noise", "spoilt texts")}
    for sort, name, text in _hostile_texts(Random(f"{seed}-text")):  # noqa: S311 - a draw to repeat, not a secret
        data = text.encode("utf-8", errors="replace")
        tallies[sort].add(name, len(data), lambda data=data: _breaches_in(data))
        if sum(tally.size for tally in tallies.values()) >= size:
            return tallies
    raise AssertionError


def _hostile_texts(random: Random) -> Iterator[tuple[str, str, str]]:
    for name, text in hostile(REPEATED).items():
        yield "one piece over and over", name, text
    sources = [path.read_bytes() for path in sorted((HOUSE / "samples").rglob("*.txt"))]
    number = 0
    while True:
        number += 1
        yield "pieces mixed", f"mixture {number}", mixed(random, MIXED)
        yield "noise", f"noise {number}", noise(random, NOISE)
        text = spoilt(random, random.choice(sources)).decode(errors="ignore")
        yield "spoilt texts", f"spoilt text {number}", text[:SPOILT]


def _breaches_in(data: bytes) -> Iterator[str] | None:
    try:
        document: Document = open_source(data, "van-ban.txt")
    except UnreadableFile:
        return None
    return generated.breaches(document)


def spoilt_files(count: int, seed: int) -> dict[str, Tally]:
    """The sample files with bytes spoilt, inside their packages too: read, or refused."""
    random = Random(f"{seed}-files")  # noqa: S311 - a draw to repeat, not a secret
    files = sorted(path for path in (HOUSE / "samples" / "vinh-ha").iterdir() if path.suffix in {".docx", ".pdf", ".html"})
    tallies = {kind: Tally() for kind in sorted({path.suffix for path in files})}
    with Sandbox() as sandbox:
        for number in range(count):
            path = random.choice(files)
            data = _spoilt_file(random, path)
            name = f"file {number} ({path.name})"
            tallies[path.suffix].add(name, len(data), lambda data=data, path=path: _read_file(data, path.name, sandbox))
    return tallies


def _spoilt_file(random: Random, path: Path) -> bytes:
    """A file spoilt: a package as a package, a page as text, so that not all are refused at the door."""
    if path.suffix == ".docx":
        return _spoilt_package(random, path.read_bytes())
    data = spoilt(random, path.read_bytes())
    return data.decode(errors="ignore").encode() if path.suffix == ".html" else data


def _spoilt_package(random: Random, data: bytes) -> bytes:
    """A package with its bytes spoilt, or, two times in three, with one of its parts spoilt and the package whole."""
    if random.random() < 1 / 3:
        return spoilt(random, data)
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        parts = [name for name in old.namelist() if name.endswith(".xml")]
        chosen = "word/document.xml" if random.random() < 0.6 else random.choice(parts)
        for name in old.namelist():
            new.writestr(name, spoilt(random, old.read(name)) if name == chosen else old.read(name))
    return packed.getvalue()


def _read_file(data: bytes, name: str, sandbox: Sandbox) -> Iterator[str] | None:
    try:
        return generated.breaches(open_source(data, name, sandbox))
    except UnreadableFile:
        return None


def table(head: str, tallies: dict[str, Tally]) -> str:
    """A table of Markdown with a row for each sort and one for all."""
    rows = [f"| {head} | documents | bytes | refused | found wrong | slowest, s/MB |", "|---|---|---|---|---|---|"]
    rows += [_row(name, tally) for name, tally in tallies.items()]
    return "\n".join([*rows, _row("**all**", _all(tallies))]) + "\n"


def _row(name: str, tally: Tally) -> str:
    return f"| {name} | {tally.documents:,} | {tally.size:,} | {tally.refused:,} | {len(tally.wrong)} | {tally.slowest:.1f} |"


def _all(tallies: dict[str, Tally]) -> Tally:
    together = Tally()
    for tally in tallies.values():
        together.documents += tally.documents
        together.size += tally.size
        together.refused += tally.refused
        together.slowest = max(together.slowest, tally.slowest)
        together.wrong += tally.wrong
    return together


def page(seed: int, parts: dict[str, dict[str, Tally]], minutes: float) -> str:
    """The page of the reference that tells of a run."""
    told = "\n".join(f"## {title}\n\n{table(title.lower(), tallies)}" for title, tallies in parts.items())
    return f"""# What fuzzing found last

<!-- `make fuzz` writes this page. -->

`make fuzz` reads documents made up by chance from a seed, hostile text and spoilt files, and fails on anything that breaks. What must hold is told at the
head of [tools/fuzz.py](../../tools/fuzz.py); the suite checks the same of its first 2,000 documents. A refused document is one that is told to the person as
unreadable, such as a short text in TCVN3 whose encoding cannot be told for sure. Bytes are those of the files; s/MB is CPU for the checks, which read each
document twice.

Last run: {datetime.now().astimezone():%Y-%m-%d}, revision `{_revision()}`, seed {seed}, Python {platform.python_version()}, {minutes:.0f} minutes of CPU.
Found wrong: **{len(_all(parts_together(parts)).wrong)}**.

{told}"""


def parts_together(parts: dict[str, dict[str, Tally]]) -> dict[str, Tally]:
    """Every tally under one name each."""
    return {f"{title} {name}": tally for title, tallies in parts.items() for name, tally in tallies.items()}


def _revision() -> str:
    done = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=HOUSE, capture_output=True, text=True, check=False)
    return done.stdout.strip() or "unknown"


def show_one(seed: int, number: int) -> int:
    """One generated document and what is wrong with it."""
    file = generated.stored(seed, number)
    print(f"{file.form}: {file.letters!r}")
    found = Counter(_tried(lambda: _breaches_of(file)) or ())
    print(*found, sep="\n")
    return int(bool(found))


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--documents", type=int, default=DOCUMENTS)
    parser.add_argument("--bytes", type=int, default=BYTES)
    parser.add_argument("--files", type=int, default=FILES)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--only", type=int, metavar="NUMBER", help="one generated document, with what is wrong with it")
    parser.add_argument("--record", action="store_true", help=f"write the result to {PAGE.relative_to(HOUSE)}")
    asked = parser.parse_args()
    if asked.only is not None:
        return show_one(asked.seed, asked.only)
    start = time.process_time()
    parts = {
        "Generated documents": documents(asked.documents, asked.seed),
        "Hostile text": hostile_text(asked.bytes, asked.seed),
        "Spoilt files": spoilt_files(asked.files, asked.seed),
    }
    told = page(asked.seed, parts, (time.process_time() - start) / 60)
    wrong = _all(parts_together(parts)).wrong
    print(told)
    if asked.record:
        PAGE.write_text(told, encoding="utf-8")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
