"""The map of squares: 34 provinces roughly where they lie, Hoàng Sa and Trường Sa among them; a drawing of our own, no boundaries."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hopluc.gazetteer import Place, heir, province_tiles
from hopluc.web.measures.figures import Figure

WIDTH, HEIGHT, GAP = 98, 46, 4
LEVELS = 4


@dataclass(frozen=True)
class Tile:
    """A square: where it stands, whose it is (`code`), its name, the group of islands it is, its figure and how dark it is."""

    x: int
    y: int
    code: str
    name: str
    islands: str = ""
    figure: Figure | None = None
    level: int = 0
    address: str = ""

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
class Map:
    """The squares and the size of the drawing."""

    tiles: tuple[Tile, ...]
    tile_width: int = WIDTH
    tile_height: int = HEIGHT

    @property
    def width(self) -> int:
        return max(tile.x for tile in self.tiles) + WIDTH + GAP

    @property
    def height(self) -> int:
        return max(tile.y for tile in self.tiles) + HEIGHT + GAP


def map_of(figures: Mapping[str, Figure], addresses: Mapping[str, str], on: date) -> Map:
    """The map of a day, with the figure of each province by its code; where one leads, by its code too."""
    most = max((_height(figure) for figure in figures.values()), default=Decimal(0))
    tiles = []
    for at in province_tiles():
        place = heir(at.province, on)
        if not isinstance(place, Place):
            continue
        x, y = GAP + at.column * (WIDTH + GAP), GAP + at.row * (HEIGHT + GAP)
        figure = None if at.islands else figures.get(place.code)
        level = level_of(figure, most) if figure is not None else 0
        tiles.append(Tile(x, y, place.code, place.name, at.islands, figure, level, addresses.get(place.code, "")))
    return Map(tuple(tiles))


def level_of(figure: Figure, most: Decimal) -> int:
    """How dark a square is, from 1 to LEVELS, by its share of the greatest figure; 0 for one that is not reported."""
    if not figure.known or most <= 0:
        return 0
    return min(LEVELS, 1 + int(LEVELS * _height(figure) / most))


def _height(figure: Figure) -> Decimal:
    return max(figure.high or figure.low or Decimal(0), Decimal(0))
