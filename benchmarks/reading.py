"""Reading speed: facts and records of varied text on one core, beside underthesea's recogniser on the same text in the same run.

Run: python -m benchmarks.reading
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable

from benchmarks.texts import repeated
from hopluc.reading import Document, read
from hopluc.vietnamese import nfc

MEGABYTE = 1_000_000
OURS, PEERS = 4 * MEGABYTE, 20_000


def cpu(work: Callable[[], object]) -> float:
    """Seconds of CPU the work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def import_ms() -> float:
    """Milliseconds a fresh process spends importing the engine, beyond starting Python; the best of five."""

    def best(code: str) -> float:
        times = []
        for _ in range(5):
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", code], check=True)
            times.append(time.perf_counter() - start)
        return min(times)

    return 1000 * (best("import hopluc.reading") - best("pass"))


def speed_of_ours(size: int) -> float:
    documents = [Document(f"{place}.txt", nfc(text)) for place, text in enumerate(repeated(size))]
    total = sum(len(document.text.encode()) for document in documents)
    read(documents[0])  # gazetteers are loaded once
    fresh = [Document(document.name, document.text) for document in documents]
    return total / MEGABYTE / cpu(lambda: [read(document) for document in fresh])


def speed_of_underthesea(size: int) -> float | None:
    try:
        from underthesea import ner  # a peer, only where it is installed
    except ImportError:
        return None
    sentences = [line for text in repeated(size) for line in text.splitlines() if line.strip()]
    kept, total = [], 0
    for sentence in sentences:
        kept.append(sentence)
        total += len(sentence.encode())
        if total >= size:
            break
    ner(kept[0])
    return total / MEGABYTE / cpu(lambda: [ner(sentence) for sentence in kept])


def main() -> None:
    cores = os.cpu_count()
    ours, peer = speed_of_ours(OURS), speed_of_underthesea(PEERS)
    print(
        f"Facts and records of {OURS / MEGABYTE:.0f} MB of varied text, one core of {cores}; underthesea NER on {PEERS / 1000:.0f} kB."
    )
    print(f"read_mb_s: {ours:.2f} MB/s")
    if peer is None:
        print("underthesea is not installed: make bench installs it", file=sys.stderr)
    else:
        print(f"underthesea_mb_s: {peer:.4f} MB/s")
        print(f"ratio: {ours / peer:.0f} times")
    print(f"import_ms: {import_ms():.0f} ms")


if __name__ == "__main__":
    main()
