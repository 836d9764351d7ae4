"""Pictures of pages made straight: seen from above, evenly lit, upright, without skew; with the way back to the picture as it came.

The skew is the angle at which the lines of letters fall into the narrowest rows: the projection profile of the dark dots along it has
the steepest steps (Postl, 1986).
"""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from hopluc.reading.sources.paper import corners_of, from_above

Image.preinit()  # what Pillow would import at first need, when no file may be opened any more

Way = NDArray[np.float64]
"""A 3 by 3 matrix from the dots of a straight picture to those of the picture as it came, in homogeneous coordinates."""

STEEPEST = 12.0
"""Degrees of skew that are looked for: paper laid or photographed by hand."""
_LEAST = 0.05
_COARSE, _FINE = 0.5, 0.05
_LOOKED_AT = 1_200
_MOST_DOTS = 40_000
_FEWEST_DOTS = 100
_INK = 170
_SIDEWAYS = 1.5
_DARKEST_PAPER = 60
_SHADE_STEP = 8
WHITE = 255
_TURNS = {90: Image.Transpose.ROTATE_90, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_270}


def evenly_lit(image: Image.Image) -> Image.Image:
    """A grey picture with its paper white all over: shadows and yellowed paper go, ink stays. White paper is left as it is."""
    width, height = image.size
    if min(width, height) < 4 * _SHADE_STEP:
        return image
    paper = image.reduce(_SHADE_STEP).filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.GaussianBlur(3))
    if np.asarray(paper).min() >= WHITE - 5:
        return image
    shade = np.maximum(np.asarray(paper.resize(image.size, Image.Resampling.BILINEAR)), _DARKEST_PAPER)
    lit = np.asarray(image).astype(np.uint16) * WHITE // shade
    return Image.fromarray(np.minimum(lit, WHITE).astype(np.uint8))


def _dots(image: Image.Image) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The rows and columns of the dark dots of a picture, looked at from afar; a part of them where there are very many."""
    step = max(1, max(image.size) // _LOOKED_AT)
    rows, columns = np.nonzero(np.asarray(image.reduce(step)) < _INK)
    every = max(1, len(rows) // _MOST_DOTS)
    return rows[::every].astype(np.float64), columns[::every].astype(np.float64)


def _steepness(across: NDArray[np.float64], along: NDArray[np.float64], degrees: float) -> float:
    """How sharply the rows that run along at an angle begin and end."""
    rows = across + along * np.tan(np.radians(degrees))
    counts = np.bincount((rows - rows.min()).astype(np.intp)).astype(np.float64)
    return float(np.square(np.diff(counts)).sum())


def _steepest(across: NDArray[np.float64], along: NDArray[np.float64]) -> tuple[float, float]:
    """The angle of the sharpest rows, and how sharp they are."""
    coarse = np.arange(-STEEPEST, STEEPEST + _COARSE / 2, _COARSE)
    best = max(coarse, key=lambda degrees: _steepness(across, along, degrees))
    fine = np.arange(best - _COARSE, best + _COARSE + _FINE / 2, _FINE)
    best = max(fine, key=lambda degrees: _steepness(across, along, degrees))
    return float(best), _steepness(across, along, float(best))


def skew_of(image: Image.Image) -> tuple[float, bool]:
    """By how many degrees the lines of a grey picture rise to the right, and whether they seem to run up and down the page."""
    rows, columns = _dots(image)
    if len(rows) < _FEWEST_DOTS:
        return 0.0, False
    level, sharp = _steepest(rows, columns)
    _, upright = _steepest(columns, rows)
    return (level if abs(level) < STEEPEST else 0.0), upright > _SIDEWAYS * sharp


def turned(image: Image.Image, degrees: int) -> tuple[Image.Image, Way]:
    """The picture turned to the left by a quarter, a half or three quarters of a circle, and the way back."""
    width, height = image.size
    ways = {
        0: [[1, 0, 0], [0, 1, 0]],
        90: [[0, -1, width], [1, 0, 0]],
        180: [[-1, 0, width], [0, -1, height]],
        270: [[0, 1, 0], [-1, 0, height]],
    }
    way = np.array([*ways[degrees], [0, 0, 1]], dtype=np.float64)
    return (image.transpose(_TURNS[degrees]) if degrees else image), way


def level(image: Image.Image, degrees: float) -> tuple[Image.Image, Way]:
    """The picture turned about its middle so that lines that rose by `degrees` lie level, on paper large enough; and the way back."""
    if abs(degrees) < _LEAST:
        return image, np.eye(3)
    width, height = image.size
    cos, sin = float(np.cos(np.radians(degrees))), float(np.sin(np.radians(degrees)))
    wide, tall = round(width * cos + height * abs(sin)), round(height * cos + width * abs(sin))
    way = np.array([[cos, sin, 0], [-sin, cos, 0], [0, 0, 1]])
    way[:2, 2] = np.array([width / 2, height / 2]) - way[:2, :2] @ np.array([wide / 2, tall / 2])
    data = tuple(float(part) for part in way[:2].ravel())
    return image.transform((wide, tall), Image.Transform.AFFINE, data, Image.Resampling.BICUBIC, fillcolor=WHITE), way


def straightened(image: Image.Image, turn: int) -> tuple[Image.Image, Way, bool]:
    """The paper on a grey picture seen from above, turned by `turn` degrees, evenly lit and level; the way back; whether it lies on its side."""
    corners = corners_of(image)
    sheet, way = from_above(image, corners) if corners is not None else (image, np.eye(3))
    image, back = turned(evenly_lit(sheet), turn)
    degrees, sideways = skew_of(image)
    image, level_back = level(image, degrees)
    return image, way @ back @ level_back, sideways
