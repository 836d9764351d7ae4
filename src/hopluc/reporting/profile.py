"""The profile of one unit of an index (hồ sơ đơn vị) on two A4 pages, in Vietnamese or English: plain data in, PDF out by typst.

The first page is for a leader: rank and score with their intervals, where points were lost, the groups, strong and weak points,
peers, gaps. The second is the table of all indicators. What does not fit is set smaller, down to a least size; then it runs on.
"""

import json
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import typst

from hopluc.reporting.pdf import HERE, STANDARD

STRONG: Final = "strong"
WEAK: Final = "weak"


@dataclass(frozen=True)
class Figure:
    """A figure of the head, as it is to be read: what it is, the figure, what stands beside it."""

    label: str
    told: str
    beside: str = ""


@dataclass(frozen=True)
class Bar:
    """A group of indicators: its score among those of all units, from 0 (the left end) to 1; None where there is none."""

    name: str
    score: str
    rank: str
    mean: str
    best: str
    announced: str = ""
    length: float | None = None
    mean_at: float | None = None
    best_at: float | None = None
    mark: str = ""
    depth: int = 0


@dataclass(frozen=True)
class Point:
    """A strong or weak point: its code, name, rank."""

    code: str
    name: str
    rank: str


@dataclass(frozen=True)
class Peer:
    """A unit like this one: its name, score and rank."""

    name: str
    score: str
    rank: str


@dataclass(frozen=True)
class Line:
    """A line of the table: an indicator, or a group (`depth` 0 is the index); a strong or weak point is marked."""

    code: str
    name: str
    score: str
    rank: str
    figure: str = ""
    measure: str = ""
    year: str = ""
    mark: str = ""
    depth: int | None = None


@dataclass(frozen=True)
class Profile:
    """All that a profile says, in one language (`vi` or `en`), in the order of the pages. `stamp` stands at the foot of every page."""

    language: str
    unit: str
    index: str
    edition: str
    stamp: str
    made_on: date
    figures: tuple[Figure, ...]
    sentences: tuple[str, ...]
    bars: tuple[Bar, ...]
    strengths: tuple[Point, ...]
    weaknesses: tuple[Point, ...]
    peers: tuple[Peer, ...]
    missing: str
    lines: tuple[Line, ...]
    notes: tuple[str, ...]
    identity: tuple[str, ...]
    announced: str = ""


_WORDS: Final = {
    "vi": {
        "profile": "Hồ sơ đơn vị",
        "lost": "Điểm mất ở đâu",
        "groups": "Điểm và hạng theo nhóm",
        "group": "Nhóm",
        "score": "Điểm",
        "rank": "Hạng",
        "mean": "Trung bình",
        "best": "Cao nhất",
        "announced": "Công bố",
        "key": "Thanh: điểm của đơn vị; vạch đậm: trung bình các đơn vị; vạch mảnh: cao nhất",
        "strengths": "Điểm mạnh",
        "weaknesses": "Điểm yếu",
        "none": "Không có",
        "peers": "Đơn vị tương đồng",
        "missing": "Số liệu còn thiếu",
        "indicators": "Từng chỉ số",
        "code": "Mã",
        "indicator": "Chỉ số",
        "figure": "Số liệu",
        "year": "Năm",
        "strong": "điểm mạnh",
        "weak": "điểm yếu",
        "no figure": "chưa có số liệu",
        "method": "Cách tính",
        "identity": "Nhận dạng",
        "page": "Trang",
    },
    "en": {
        "profile": "Unit profile",
        "lost": "Where points were lost",
        "groups": "Scores and ranks by group",
        "group": "Group",
        "score": "Score",
        "rank": "Rank",
        "mean": "Mean",
        "best": "Best",
        "announced": "Published",
        "key": "Bar: the unit's score; heavy mark: mean of all units; light mark: best",
        "strengths": "Strengths",
        "weaknesses": "Weaknesses",
        "none": "None",
        "peers": "Peers",
        "missing": "Missing figures",
        "indicators": "Each indicator",
        "code": "Code",
        "indicator": "Indicator",
        "figure": "Figure",
        "year": "Year",
        "strong": "strength",
        "weak": "weakness",
        "no figure": "no figure",
        "method": "Method",
        "identity": "Identity",
        "page": "Page",
    },
}


def profile_pdf(profile: Profile) -> bytes:
    """The profile as PDF/A-2a. The same profile gives the same bytes: its day is the one it was computed on."""
    day = profile.made_on
    said: dict[str, Any] = asdict(profile) | {"made_on": [day.year, day.month, day.day], "words": _WORDS[profile.language]}
    pdf: bytes = typst.compile(
        str(HERE / "profile.typ"),
        root=str(HERE),
        font_paths=[str(_FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"profile": json.dumps(said, ensure_ascii=False)},
        format="pdf",
        pdf_standards=[STANDARD],
    )
    return pdf


_FONTS: Final[Path] = HERE / "fonts"
