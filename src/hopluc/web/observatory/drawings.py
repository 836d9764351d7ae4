"""The drawings of the analysts' pages: plain numbers for SVG with attributes only, whole in black and white. The table beside says the same."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import number_format

from hopluc.web.observatory.charts import short

ROW, WORDS, TOP = 40, 16, 30
EDGE = 3.0
CELL_WIDTH, CELL_HEIGHT, CODE, LETTER = 58, 30, 22, 7.5
SHADES = 4


@dataclass(frozen=True)
class Moved:
    """A row of ranks: where the unit stood (a ring), where it stands (a disc), and from where to where it may (a line).

    Places across are shares of the width, as `12.5%`, so that the words above keep their size on any screen.
    """

    label: str
    y: int
    before: str
    now: str
    low: str | None = None
    high: str | None = None
    is_home: bool = False

    @property
    def text_y(self) -> int:
        return self.y - 12


@dataclass(frozen=True)
class RankMoves:
    """Ranks before and now, first rank at the left, and the ticks of the axis as (x, rank)."""

    title: str
    rows: tuple[Moved, ...]
    ticks: tuple[tuple[str, int], ...]
    top: int = TOP - 8

    @property
    def height(self) -> int:
        return TOP + ROW * len(self.rows) + 4


@dataclass(frozen=True)
class Placed:
    """One unit for the drawing of ranks."""

    name: str
    before: float
    now: float
    low: float | None = None
    high: float | None = None
    is_home: bool = False


def rank_moves(title: str, units: Sequence[Placed]) -> RankMoves:
    """A row for each unit, in their order."""
    last = max((max(one.before, one.now, one.high or 0) for one in units), default=1)
    scale = (100 - 2 * EDGE) / max(last - 1, 1)

    def place(rank: float) -> str:
        return f"{EDGE + (rank - 1) * scale:.1f}%"

    rows = tuple(
        Moved(
            short(one.name),
            TOP + ROW * number + WORDS + 10,
            place(one.before),
            place(one.now),
            None if one.low is None else place(one.low),
            None if one.high is None else place(one.high),
            one.is_home,
        )
        for number, one in enumerate(units)
    )
    step = max(1, round(last / 8))
    return RankMoves(title, rows, tuple((place(rank), rank) for rank in range(1, int(last) + 1, step)))


@dataclass(frozen=True)
class Cell:
    """A square of a heat map: the darker the stronger, hatched where it is below zero; its words are in it."""

    x: int
    y: int
    said: str
    shade: int
    below: bool = False
    marked: bool = False

    @property
    def middle(self) -> int:
        return self.x + CELL_WIDTH // 2

    @property
    def text_y(self) -> int:
        return self.y + CELL_HEIGHT // 2 + 4


@dataclass(frozen=True)
class HeatMap:
    """Squares with the codes of their rows and columns beside them, as (place, code)."""

    title: str
    cells: tuple[Cell, ...]
    rows: tuple[tuple[int, str], ...]
    columns: tuple[tuple[int, str], ...]
    label: int
    cell_width: int = CELL_WIDTH - 2
    cell_height: int = CELL_HEIGHT - 2

    @property
    def label_x(self) -> int:
        return self.label - 8

    @property
    def width(self) -> int:
        return self.label + CELL_WIDTH * len(self.columns) + 4

    @property
    def height(self) -> int:
        return TOP + CELL_HEIGHT * len(self.rows) + 4


def heat_map(
    title: str,
    heads: tuple[Sequence[str], Sequence[str]],
    values: Sequence[Sequence[float | None]],
    marked: set[tuple[int, int]],
) -> HeatMap:
    """The map of numbers from -1 to 1; `heads` are those of rows and columns, `marked` the places that stand out."""
    rows, columns = heads
    label = 16 + round(LETTER * max((len(short(code, CODE)) for code in rows), default=0))
    cells = tuple(
        Cell(
            label + CELL_WIDTH * across,
            TOP + CELL_HEIGHT * down,
            "–" if value is None else number_format(round(value, 2), 2),
            0 if value is None else shade_of(value),
            value is not None and value < 0,
            (down, across) in marked,
        )
        for down, line in enumerate(values)
        for across, value in enumerate(line)
    )
    return HeatMap(
        title,
        cells,
        tuple((TOP + CELL_HEIGHT * place + CELL_HEIGHT // 2 + 4, short(code, CODE)) for place, code in enumerate(rows)),
        tuple((label + CELL_WIDTH * place + CELL_WIDTH // 2, short(code, 8)) for place, code in enumerate(columns)),
        label,
    )


def shade_of(value: float) -> int:
    """How dark the square of a number from -1 to 1 is, from 0 to SHADES.

    >>> [shade_of(value) for value in (0.0, 0.2, -0.5, 1.0)]
    [0, 1, 2, 4]
    """
    return min(SHADES, int(abs(value) * SHADES + 0.5))
