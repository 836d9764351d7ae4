"""Text to measure on: the sample documents' sources, and whatever folder of texts is named, repeated to a size."""

import os
from itertools import cycle
from pathlib import Path

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
BESIDE = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "texts"


def texts() -> list[str]:
    """The sources of the samples, and the texts of HOPLUC_BENCH_TEXTS or of the reference corpus where it lies beside."""
    folders = [SAMPLES, Path(os.environ.get("HOPLUC_BENCH_TEXTS", BESIDE))]
    return [path.read_text(encoding="utf-8") for folder in folders for path in sorted(folder.rglob("*.txt"))]


def repeated(size: int) -> list[str]:
    """Texts in turn until they come to `size` bytes of UTF-8: documents of the lengths documents have."""
    chosen, total = [], 0
    for text in cycle(texts()):
        chosen.append(text)
        total += len(text.encode())
        if total >= size:
            return chosen
    raise AssertionError
