"""Many numbers from one: an uncertain input is one coordinate of a design, and what it draws follows from that coordinate.

A set of noisy weights or a table of measurement errors has dozens of entries. The coordinate is the seed of its own stream
(SplitMix64: Steele, Lea, Flood 2014), so designs keep one dimension an input and sensitivity is said of the input as a whole.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_STEP: Final = np.uint64(0x9E3779B97F4A7C15)
_FIRST: Final = np.uint64(0xBF58476D1CE4E5B9)
_SECOND: Final = np.uint64(0x94D049BB133111EB)
_SHIFTS: Final = tuple(np.uint64(shift) for shift in (30, 27, 31, 11))
_UNIT: Final = 2.0**-53


def uniforms(seeds: Floats, count: int) -> Floats:
    """`count` uniform numbers in [0, 1) for each seed in [0, 1): numbers down, seeds across.

    >>> uniforms(np.array([0.25, 0.25, 0.5]), 2).round(3).tolist()
    [[0.423, 0.423, 0.329], [0.225, 0.225, 0.132]]
    """
    start = (seeds * 2.0**53).astype(np.uint64) * _FIRST
    mixed = start + (np.arange(1, count + 1, dtype=np.uint64) * _STEP)[:, None]
    turned = np.empty_like(mixed)
    for shift, factor in ((_SHIFTS[0], _FIRST), (_SHIFTS[1], _SECOND)):
        np.right_shift(mixed, shift, out=turned)
        mixed ^= turned
        mixed *= factor
    np.right_shift(mixed, _SHIFTS[2], out=turned)
    mixed ^= turned
    mixed >>= _SHIFTS[3]
    return mixed * _UNIT


def normals(seeds: Floats, count: int) -> Floats:
    """`count` standard normal numbers for each seed."""
    # SciPy takes longer to import than all the rest of a command; only an analysis asks for it.
    from scipy.special import ndtri

    drawn: Floats = ndtri(uniforms(seeds, count) + 2.0**-54)
    return drawn
