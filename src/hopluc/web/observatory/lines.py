"""Years as lines (xu thế): plain numbers for an SVG with attributes only. Lines differ by their dashes and names, not by colour alone."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from django.utils.formats import number_format

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 720, 320, 64, 120, 14, 30
LINE = 22
STEPS, NEAR = 5, 1e-9
DASHES = ("", "7 4", "2 4", "10 4 2 4", "4 2", "1 3", "12 3", "6 2 1 2")


@dataclass(frozen=True)
class Spot:
    """A value of a year; from where to where it may lie, and its words."""

    x: int
    y: int
    said: str
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True)
class Line:
    """The years of one thing, its number and last value at the right end; its name stands below the drawing."""

    name: str
    spots: tuple[Spot, ...]
    dash: str
    label_y: int = 0

    @property
    def points(self) -> str:
        return " ".join(f"{spot.x},{spot.y}" for spot in self.spots)


@dataclass(frozen=True)
class Lines:
    """The drawing: lines, years below as (x, year), ticks at the left as (y, words)."""

    title: str
    lines: tuple[Line, ...]
    years: tuple[tuple[int, str], ...]
    ticks: tuple[tuple[int, str], ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    label_x: int = WIDTH - RIGHT + 10
    year_y: int = HEIGHT - 6


@dataclass(frozen=True)
class Told:
    """One thing over the years: a value for each year or None, and the ends of the interval of each where there is one."""

    name: str
    values: Sequence[float | None]
    lows: Sequence[float | None] = ()
    highs: Sequence[float | None] = ()


def lines_of(title: str, years: Sequence[str], told: Sequence[Told], *, worst: int | None = None) -> Lines:
    """The lines of these things over the years; `worst` tells that they are ranks, down to that one: then the first is at the top."""
    every = [value for one in told for value in (*one.values, *one.lows, *one.highs) if value is not None]
    low, high = (min(every), max(every)) if every else (0.0, 1.0)
    ranks = worst is not None
    ticks, digits = (rank_ticks(int(max(high, worst, 2))), 0) if worst is not None else round_ticks(low, high)
    low, high = float(ticks[0]), float(ticks[-1])
    room = HEIGHT - TOP - BOTTOM

    def down(value: float) -> int:
        share = (value - low) / (high - low)
        return TOP + round(room * (share if ranks else 1 - share))

    across = [LEFT + 20 + round((WIDTH - LEFT - RIGHT - 40) * place / max(len(years) - 1, 1)) for place in range(len(years))]
    lines = [
        Line(one.name, tuple(_spots(one, across, down, ranks=ranks)), DASHES[place % len(DASHES)])
        for place, one in enumerate(told)
    ]
    return Lines(
        title,
        tuple(_apart([line for line in lines if line.spots])),
        tuple(zip(across, years, strict=True)),
        tuple((down(tick), str(number_format(tick, digits))) for tick in ticks),
    )


def round_ticks(low: float, high: float) -> tuple[tuple[float, ...], int]:
    """Round numbers at equal steps of 1, 2 or 5, the first at or below all values and the last at or above; their digits after the comma.

    >>> round_ticks(74.54, 92.57), round_ticks(0.5, 0.5)
    (((70.0, 75.0, 80.0, 85.0, 90.0, 95.0), 0), ((0.0, 0.2, 0.4, 0.6, 0.8, 1.0), 1))
    """
    low, high = (low, high) if high > low else (math.floor(low), math.floor(low) + 1.0)
    least = (high - low) / STEPS
    digits = -math.floor(math.log10(least))
    step = next(round(part * 10.0**-digits, 12) for part in (1, 2, 5, 10) if part * 10.0**-digits >= least * (1 - NEAR))
    first, last = math.floor(low / step + NEAR), math.ceil(high / step - NEAR)
    digits = max(0, digits if step < 10.0 ** (1 - digits) else digits - 1)
    return tuple(round(step * place, 9) for place in range(first, last + 1)), digits


def rank_ticks(worst: int) -> tuple[int, ...]:
    """Every rank up to the tenth; of more the first, those at a round step and the last.

    >>> rank_ticks(8), rank_ticks(34)
    ((1, 2, 3, 4, 5, 6, 7, 8), (1, 5, 10, 15, 20, 25, 30, 34))
    """
    if worst <= 10:
        return tuple(range(1, worst + 1))
    step = next((step for step in (2, 5, 10, 20, 50) if worst / step <= 8), worst)
    return (1, *(rank for rank in range(step, worst, step) if rank > 2 and worst - rank > step / 3), worst)


def _spots(one: Told, across: Sequence[int], down: Callable[[float], int], *, ranks: bool) -> list[Spot]:
    found = []
    for place, value in enumerate(one.values):
        if value is None:
            continue
        ends = [row[place] if row else None for row in (one.lows, one.highs)]
        low, high = (None if end is None else down(end) for end in ends)
        said = str(int(value)) if ranks else str(number_format(round(value, 2), 2))
        found.append(Spot(across[place], down(value), said, low, high))
    return found


def _apart(lines: list[Line]) -> list[Line]:
    """The lines with their names at the right, none over another: so far apart that they stay so where they are set larger."""
    placed, last = {}, TOP - LINE
    for place in sorted(range(len(lines)), key=lambda place: lines[place].spots[-1].y):
        last = max(last + LINE, lines[place].spots[-1].y + 4)
        placed[place] = last
    over = max(0, last - (HEIGHT - 4))
    return [replace(line, label_y=placed[place] - over) for place, line in enumerate(lines)]
