"""How long a review takes, from three documents to Word: `python -m benchmarks.review`.

The whole command as a person runs it, in a process of its own: start, reading, the register, checks, Word, PDF and page. Measured
is processor time, so that a busy machine does not change it much; the best of three runs counts.
"""

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

SAMPLES = Path(__file__).parents[1] / "samples" / "vinh-ha"
DOCUMENTS = ("01-quyet-dinh-phe-duyet-chuong-trinh.docx", "08-bao-cao-so-khcn-2024.docx", "12-ke-hoach-2026-2030.docx")
RUNS = 3


def seconds(documents: list[Path]) -> float:
    """Processor seconds of one review of the documents, of all its processes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-m", "hopluc", "review", *map(str, documents), "--out", out]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env={**os.environ, "HOPLUC_HOME": out})
        assert (Path(out) / "review.docx").stat().st_size > 0
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    documents = [SAMPLES / name for name in DOCUMENTS]
    runs = [seconds(documents) for _ in range(RUNS)]
    print(f"review of {len(documents)} documents, processor seconds of each run: {', '.join(f'{run:.2f}' for run in runs)}")
    print(f"review_s: {min(runs):.2f} s")


if __name__ == "__main__":
    main()
