"""Scores as bars with their intervals: plain numbers for an SVG the server draws with attributes only. The table beside says the same.

The label and the value of a bar stand on a line above it, at the two edges: the words keep their size and the bars take the width there is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.formats import number_format

from hopluc.web.observatory.outcomes import Ranking

WIDTH, ROW, WORDS, BAR = 1000, 36, 16, 12
LONGEST = 30


@dataclass(frozen=True)
class Bar:
    """One bar from the axis, and over it a line for its interval where there is one."""

    label: str
    said: str
    y: int
    x: int
    length: int
    low: int | None = None
    high: int | None = None
    marked: bool = False

    @property
    def text_y(self) -> int:
        return self.y - 4

    @property
    def middle(self) -> int:
        return self.y + BAR // 2


@dataclass(frozen=True)
class Chart:
    """Bars of one drawing, and its size."""

    title: str
    bars: tuple[Bar, ...]
    axis: int = 0
    width: int = WIDTH
    thick: int = BAR

    @property
    def height(self) -> int:
        return ROW * len(self.bars) + 8


def bars_of(title: str, rows: Iterable[tuple[str, float | None]], marked: Sequence[str] = ()) -> Chart:
    """A bar for each label that has a value; those of negative values go left of the axis."""
    known = [(label, value) for label, value in rows if value is not None]
    return _drawn(title, [(label, value, None, None, label in marked) for label, value in known])


def ranking_chart(title: str, ranking: Ranking) -> Chart:
    """The scores of a ranking, best first, with their intervals; one's own unit stands out."""
    rows = [
        (f"{row.rank}. {row.name}", row.score, row.bottom, row.top, row.is_home)
        for row in ranking.rows
        if row.score is not None
    ]
    return _drawn(title, rows)


def _drawn(title: str, rows: Sequence[tuple[str, float, float | None, float | None, bool]]) -> Chart:
    ends = [end for _label, *values, _marked in rows for end in values if end is not None]
    low, high = min([0.0, *ends]), max([0.0, *ends]) or 1.0
    scale = WIDTH / (high - low or 1.0)

    def place(value: float) -> int:
        return round((value - low) * scale)

    bars = []
    for number, (label, value, bottom, top, marked) in enumerate(rows):
        left, right = sorted((place(0.0), place(value)))
        ends_of = [None if end is None else place(end) for end in (bottom, top)]
        said = number_format(round(value, 2), 2)
        bars.append(Bar(short(label), said, WORDS + ROW * number, left, right - left, ends_of[0], ends_of[1], marked))
    return Chart(title, tuple(bars), axis=place(0.0))


def short(label: str, longest: int = LONGEST) -> str:
    """A label that fits beside a drawing."""
    return label if len(label) <= longest else f"{label[: longest - 1].rstrip()}…"
