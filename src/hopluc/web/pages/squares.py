"""The map of squares: 34 provinces roughly where they lie, Hoàng Sa and Trường Sa among them; a drawing of our own, no boundaries."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from hopluc.gazetteer import Place, heir, province_tiles

WIDTH, HEIGHT, GAP = 98, 46, 4
LEVELS = 4


@dataclass(frozen=True)
class Square:
    """A province (`code`, `name`), or a group of its islands: where it stands, what it says, how dark it is and where it leads."""

    x: int
    y: int
    code: str
    name: str
    islands: str = ""
    said: str = ""
    level: int = 0
    address: str = ""
    is_home: bool = False

    @property
    def middle(self) -> int:
        return self.x + WIDTH // 2

    @property
    def upper(self) -> int:
        return self.y + 19

    @property
    def lower(self) -> int:
        return self.y + 36


@dataclass(frozen=True)
class SquareMap:
    """The squares and the size of the drawing."""

    squares: tuple[Square, ...]
    square_width: int = WIDTH
    square_height: int = HEIGHT

    @property
    def width(self) -> int:
        return max(square.x for square in self.squares) + WIDTH + GAP

    @property
    def height(self) -> int:
        return max(square.y for square in self.squares) + HEIGHT + GAP


def blank_squares(on: date, names: Mapping[str, str] = MappingProxyType({})) -> Iterator[Square]:
    """The squares of a day, which say nothing yet; below them, in a row of their own, the named provinces (by code) that have none."""
    placed, rows = set(), 0
    for tile in province_tiles():
        place = heir(tile.province, on)
        if isinstance(place, Place):
            x, y = GAP + tile.column * (WIDTH + GAP), GAP + tile.row * (HEIGHT + GAP)
            placed.add(place.code)
            rows = max(rows, tile.row + 1)
            yield Square(x, y, place.code, place.name, tile.islands)
    for column, code in enumerate(code for code in names if code not in placed):
        yield Square(GAP + column * (WIDTH + GAP), GAP + rows * (HEIGHT + GAP), code, names[code])


def level_at(share: float) -> int:
    """How dark a square is, from 1 to LEVELS, at a share of the way to the darkest.

    >>> [level_at(share) for share in (0, 0.24, 0.25, 1)]
    [1, 1, 2, 4]
    """
    return min(LEVELS, 1 + int(LEVELS * share))
