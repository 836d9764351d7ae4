"""Reading: speed on one core over varied text and over the dearest text, memory, and import; beside the peers of each part.

Everything is measured in one run, by CPU time; of several rounds the best counts, for other work on the machine only adds.

Run: python -m benchmarks.reading
"""

import os
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Sequence

from benchmarks.hostile import hostile
from benchmarks.peers import OUR_KIND, PEERS, peer
from benchmarks.texts import repeated, texts
from hopluc.reading import Document, read
from hopluc.reading.facts import Found, Kind, RecordKind
from hopluc.reading.kinds import MENTIONS, RECORDS
from hopluc.vietnamese import nfc

MEGABYTE = 1_000_000
OURS, SHARED, DEAREST = 4 * MEGABYTE, 20_000, 50_000
ROUNDS, STARTS = 3, 7
REFERENCES = tuple(kind for kind in MENTIONS if kind.name == "legal_reference")


def cpu(work: Callable[..., object], *given: object) -> float:
    """Seconds of CPU the work takes."""
    start = time.process_time()
    work(*given)
    return time.process_time() - start


def import_ms() -> float:
    """Milliseconds of CPU that importing the engine takes beyond starting Python, its bytecode cached as an installer leaves it."""
    watched = "import time; start = time.process_time(); {}; print(time.process_time() - start)"

    def best(code: str, environment: dict[str, str]) -> float:
        command = [sys.executable, "-c", watched.format(code)]
        runs = [subprocess.run(command, check=True, capture_output=True, env=environment).stdout for _ in range(STARTS)]
        return min(map(float, runs))

    with tempfile.TemporaryDirectory() as cache:
        known = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment = known | {"PYTHONPYCACHEPREFIX": cache}
        return 1000 * (best("import hopluc.reading", environment) - best("pass", environment))


def fresh(written: Sequence[str]) -> list[Document]:
    """Documents that nothing has been worked out of yet."""
    return [Document(f"{place}.txt", nfc(text)) for place, text in enumerate(written)]


def bytes_of(written: Sequence[str]) -> int:
    return sum(len(text.encode()) for text in written)


def speed(written: Sequence[str], mentions: Sequence[Kind] = MENTIONS, *, records: bool = True) -> float:
    """Megabytes of text a second of CPU."""
    kinds: Sequence[RecordKind] = RECORDS if records else ()
    best = min(cpu(_read_all, fresh(written), mentions, kinds) for _ in range(ROUNDS))
    return bytes_of(written) / MEGABYTE / best


def _read_all(documents: list[Document], mentions: Sequence[Kind], records: Sequence[RecordKind]) -> None:
    while documents:
        read(documents.pop(), mentions, records)


def speed_of_records(written: Sequence[str]) -> float:
    """Megabytes a second of CPU that the record readers and the audit alone get through, mentions given."""

    def once() -> float:
        return sum(cpu(_read_records, *_with_mentions(document)) for document in fresh(written))

    return bytes_of(written) / MEGABYTE / min(once() for _ in range(ROUNDS))


def _with_mentions(document: Document) -> tuple[Document, Found]:
    return document, Found(read(document, MENTIONS, ()).facts)


def _read_records(document: Document, found: Found) -> None:
    for kind in RECORDS:
        found.add_records(kind.name, kind.read(document, found))


def worst_case(usual: float) -> tuple[str, float]:
    """The dearest text there is known, and how many times as dear a byte of it is as one of varied text."""
    dear = {name: usual / speed([text]) for name, text in hostile(DEAREST).items()}
    return max(dear.items(), key=lambda item: item[1])


def memory_ratio() -> float:
    """The most memory that reading the longest text takes, as a multiple of its bytes; the text itself is not counted."""
    longest = nfc(max(texts(), key=len))
    tracemalloc.start()
    read(Document("longest.txt", longest))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / bytes_of([longest])


def excerpt(size: int) -> str:
    """So many bytes of varied text, cut between lines."""
    lines, total = [], 0
    for line in (line for text in repeated(size) for line in text.splitlines()):
        total += len(line.encode()) + 1
        if total > size:
            break
        lines.append(line)
    return "\n".join(lines)


def beside(name: str, text: str) -> tuple[float, float] | None:
    """Megabytes a second of CPU of a peer on a text, and of what of ours does the same on it; None where the peer is not installed."""
    work = peer(name)
    if work is None:
        return None
    wanted = OUR_KIND.get(name)
    kinds = tuple(kind for kind in MENTIONS if wanted in (None, kind.name))
    return bytes_of([text]) / MEGABYTE / cpu(work, text), speed([text], kinds, records=wanted is None)


def show_peers(text: str) -> None:
    for name in PEERS:
        speeds = beside(name, text)
        if speeds is None:
            print(f"{name} is not installed: make bench installs it", file=sys.stderr)
            continue
        theirs, ours = speeds
        print(f"{name}_mb_s: {theirs:.4f} MB/s")
        print(f"ours_beside_{name}_mb_s: {ours:.2f} MB/s")
        print(f"{name}_ratio: {ours / theirs:.0f} times")


def main() -> None:
    varied = repeated(OURS)
    for text in texts():
        read(Document("first.txt", nfc(text)))  # gazetteers are loaded and patterns compiled once
    ours = speed(varied)
    dearest, times = worst_case(ours)
    print(
        f"{OURS / MEGABYTE:.0f} MB of varied text, one core of {os.cpu_count()}, the best of {ROUNDS} rounds; each peer and what of ours "
        f"does the same on the same {SHARED / 1000:.0f} kB. Dearest text: {dearest}."
    )
    print(f"references_mb_s: {speed(varied, REFERENCES, records=False):.2f} MB/s")
    print(f"mentions_mb_s: {speed(varied, records=False):.2f} MB/s")
    print(f"records_mb_s: {speed_of_records(varied):.2f} MB/s")
    print(f"read_mb_s: {ours:.2f} MB/s")
    show_peers(excerpt(SHARED))
    print(f"worst_case_ratio: {times:.1f} times")
    print(f"memory_ratio: {memory_ratio():.1f} times")
    print(f"import_ms: {import_ms():.0f} ms")


if __name__ == "__main__":
    main()
