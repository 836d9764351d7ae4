"""An indicator on the map of squares: the figure of each province, the darker the greater."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from hopluc.web.measures.figures import Figure
from hopluc.web.pages.squares import Square, SquareMap, blank_squares, level_at


def map_of(
    figures: Mapping[str, Figure], addresses: Mapping[str, str], on: date, names: Mapping[str, str] | None = None
) -> SquareMap:
    """The map of a day, with the figure of each province by its code; where one leads, by its code too.

    `names`: those of provinces, by their code, that are drawn even where the map of squares does not know them.
    """
    most = max((_height(figure) for figure in figures.values()), default=Decimal(0))

    def told(square: Square) -> Square:
        figure = None if square.islands else figures.get(square.code)
        said, level = (str(figure), level_of(figure, most)) if figure is not None else ("", 0)
        return replace(square, said=said, level=level, address=addresses.get(square.code, ""))

    return SquareMap(tuple(told(square) for square in blank_squares(on, names or {})))


def level_of(figure: Figure, most: Decimal) -> int:
    """How dark a square is by its share of the greatest figure; 0 for one that is not reported."""
    return level_at(float(_height(figure) / most)) if figure.known and most > 0 else 0


def _height(figure: Figure) -> Decimal:
    return max(figure.high or figure.low or Decimal(0), Decimal(0))
