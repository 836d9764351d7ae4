"""The sheet of paper on a photograph: its four corners where it lies on something darker, and the picture of it seen from above."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

Corners = NDArray[np.float64]
"""Upper left, upper right, lower right and lower left, each (x, y), in dots."""

_LOOKED_AT = 400
_SMALLEST, _LARGEST = 0.2, 0.95
_CONTRAST = 50
_FILLED = 0.05
_BORDER = 0.01
_SIDES_SEEN = 3
_INSIDE = 0.004


def corners_of(image: Image.Image) -> Corners | None:
    """The corners of a sheet of paper on a grey picture; None where the picture shows nothing but paper, or no sheet surely.

    What surrounds it must be seen on three sides at least, so that a dark heading or margin is not cut away.
    """
    step = max(1, max(image.size) // _LOOKED_AT)
    small = np.asarray(image.reduce(step).filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.MedianFilter(5)))
    bright = small > _between(small)
    if not _SMALLEST < bright.mean() < _LARGEST or small[bright].mean() - small[~bright].mean() < _CONTRAST:
        return None
    rows, columns = np.nonzero(bright)
    extremes = [np.argmin(columns + rows), np.argmax(columns - rows), np.argmax(columns + rows), np.argmin(columns - rows)]
    found = np.array([(columns[place], rows[place]) for place in extremes], dtype=np.float64) + 0.5
    if abs(bright.sum() - _area(found)) > _FILLED * _area(found) or _sides_seen(found, bright.shape) < _SIDES_SEEN:
        return None
    middle = found.mean(axis=0)
    inside: Corners = (middle + (found - middle) * (1 - _INSIDE)) * step
    return inside


def _between(grey: NDArray[np.uint8]) -> int:
    """The grey that parts the dark dots from the bright ones best (Otsu, 1979)."""
    counts = np.bincount(grey.ravel(), minlength=256).astype(np.float64)
    below = np.cumsum(counts)
    above = counts.sum() - below
    sums = np.cumsum(counts * np.arange(256))
    apart = sums / np.maximum(below, 1) - (sums[-1] - sums) / np.maximum(above, 1)
    return int(np.argmax(below * above * np.square(apart)))


def _area(corners: Corners) -> float:
    x, y = corners.T
    return float(abs(x @ np.roll(y, -1) - y @ np.roll(x, -1)) / 2)


def _sides_seen(corners: Corners, shape: tuple[int, ...]) -> int:
    """On how many sides of the sheet something else is seen."""
    height, width = shape
    x, y = corners.T
    margins = (min(x) / width, min(y) / height, 1 - max(x) / width, 1 - max(y) / height)
    return sum(margin > _BORDER for margin in margins)


def from_above(image: Image.Image, corners: Corners) -> tuple[Image.Image, NDArray[np.float64]]:
    """The sheet with these corners as a rectangle of its longer sides, and the way back: a 3 by 3 matrix to the dots of `image`."""
    upper_left, upper_right, lower_right, lower_left = corners
    width = round(max(np.hypot(*(upper_right - upper_left)), np.hypot(*(lower_right - lower_left))))
    height = round(max(np.hypot(*(lower_left - upper_left)), np.hypot(*(lower_right - upper_right))))
    known, wanted = [], []
    for (u, v), (x, y) in zip(corners, ((0, 0), (width, 0), (width, height), (0, height)), strict=True):
        known += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        wanted += [u, v]
    way = np.append(np.linalg.solve(np.array(known, dtype=np.float64), np.array(wanted)), 1.0)
    data = tuple(float(part) for part in way[:8])
    flat = image.transform((width, height), Image.Transform.PERSPECTIVE, data, Image.Resampling.BICUBIC, fillcolor=255)
    return flat, way.reshape(3, 3)
