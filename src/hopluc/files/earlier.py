"""What an earlier run of an index left in its folder (kết quả lần trước): its files by name, so that none stays beside newer ones."""

import csv
import re
from pathlib import Path

from hopluc.errors import CannotWrite
from hopluc.scorecards.results import STAGES

PROFILES = Path("profiles")
INTERVALS = Path("rank-intervals.csv")
_AUDIT = ("statistics", "correlations", "cronbach", "pca", "importance", "removals", "availability", "denominators")
_NAMES = (
    *(
        Path(f"{name}.csv")
        for name in (*STAGES[1:], "ranks", "weights", "remarks", "treated-points", "class-ranks", "growth", "sensitivity")
    ),
    *(Path("audit", f"{name}.csv") for name in _AUDIT),
    Path("audit.html"),
    Path("ranking.html"),
    INTERVALS,
)
_NOT_IN_A_NAME = re.compile(r"[^\w-]")


def profile_of(unit: str) -> Path:
    """Where in a folder of results the profile of a unit stands."""
    return PROFILES / (_NOT_IN_A_NAME.sub("-", unit) + ".html")


def remove_earlier(out: Path) -> None:
    """Remove the results of an earlier run from a folder, and nothing of another name. Raises CannotWrite."""
    try:
        for name in (*map(profile_of, _units(out / INTERVALS)), *_NAMES):
            (out / name).unlink(missing_ok=True)
    except OSError as mishap:
        raise CannotWrite(path=out, reason="không xóa được kết quả lần trước") from mishap


def _units(intervals: Path) -> list[str]:
    """The units an earlier run wrote a profile of: those in its table of ranks with intervals."""
    if not intervals.is_file():
        return []
    with intervals.open(encoding="utf-8", errors="replace", newline="") as lines:
        return [row.get("uCode") or "" for row in csv.DictReader(lines)]
