"""A page as the program that recognises letters is given it: a straight grey picture, with what is known of it. Made inside the child."""

import json
import re

import numpy as np
from PIL import Image

from hopluc.reading.sources.straight import Way, straightened

_PAGE_INCHES = 11.69
_LEAST_DPI, _MOST_DPI = 90, 420
_DARK = 160
_MOST_STROKES = 4_000


def graymap(image: Image.Image, dpi: float | None, turn: int) -> bytes:
    """The page as a portable graymap whose comment says, in JSON, its dots per inch, its rules, and the way back to the page as it came.

    Where nobody says how many dots there are to the inch, it is taken for a whole page of A4.
    `strokes` are the upright and the level rules, in points from the lower left corner, each (place, from, to). `back` is a matrix, row
    by row, from points of the straight page to points of the page as it came; `sideways` tells that the page should be turned.
    """
    straight, way, sideways = straightened(image, turn)
    dpi = min(max(dpi or max(straight.size) / _PAGE_INCHES, _LEAST_DPI), _MOST_DPI)
    scale = dpi / 72
    said = {
        "dpi": dpi,
        "strokes": _strokes(straight, scale),
        "back": [round(part, 9) for part in _in_points(way, straight.height, image.height, scale).ravel().tolist()],
        "sideways": sideways,
    }
    return b"P5\n# %b\n%d %d\n255\n" % (json.dumps(said).encode("ascii"), *straight.size) + straight.tobytes()


def _in_points(way: Way, height: int, height_before: int, scale: float) -> Way:
    """The way back between points counted from the lower left corners, of one between dots counted from the upper left ones."""
    dots = np.array([[scale, 0, 0], [0, -scale, height], [0, 0, 1]])
    points = np.array([[1 / scale, 0, 0], [0, -1 / scale, height_before / scale], [0, 0, 1]])
    product: Way = points @ way @ dots
    return product


def _strokes(image: Image.Image, scale: float) -> list[list[tuple[float, float, float]]]:
    """The upright and the level rules: longer than letters are tall and wide; a dot aside of a rule still belongs to it."""
    dark = (np.asarray(image) < _DARK).astype(np.uint8)
    height = image.height
    level = [
        ((height - row) / scale, start / scale, end / scale) for row, start, end in _runs(_thickened(dark), round(24 * scale))
    ]
    upright = [
        (column / scale, (height - end) / scale, (height - start) / scale)
        for column, start, end in _runs(_thickened(np.ascontiguousarray(dark.T)), round(18 * scale))
    ]
    return [upright, level] if len(upright) + len(level) <= _MOST_STROKES else [[], []]


def _thickened(dark: "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]") -> "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]":
    """The dots with those above and below: a rule that leans by a dot stays whole."""
    thick = dark.copy()
    thick[1:] |= dark[:-1]
    thick[:-1] |= dark[1:]
    return thick


def _runs(dots: "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]", shortest: int) -> list[tuple[int, int, int]]:
    """The runs of dots along the rows that are long enough: (row, from, to). An empty column between rows parts them."""
    wide = dots.shape[1] + 1
    padded = np.pad(dots, ((0, 0), (0, 1))).tobytes()
    long = re.compile(rb"\x01{%d,}" % max(1, shortest))
    return [
        (found.start() // wide, found.start() % wide, found.end() - found.start() // wide * wide)
        for found in long.finditer(padded)
    ]
