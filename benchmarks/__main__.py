"""Every benchmark in turn: `python -m benchmarks`. Each prints what it measured and ends with lines `key: value unit`."""

import subprocess
import sys

TOPICS = ("reading", "quality", "scans", "legacy", "review", "pages", "merge", "register")


def main() -> int:
    failed = [
        topic for topic in TOPICS if subprocess.run([sys.executable, "-m", f"benchmarks.{topic}"], check=False).returncode
    ]
    if failed:
        sys.stderr.write(f"not measured: {', '.join(failed)}\n")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
