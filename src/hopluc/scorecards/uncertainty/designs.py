"""Designs (phương án lấy mẫu): where in the unit cube an analysis looks, the same for the same seed on any machine.

A design is drawn block by block, so that a long run needs little memory and its numbers do not depend on how many
processes share the work: block k of a design is a function of the seed and of k alone.
"""

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Design = Callable[[int, range, int], Points]

BLOCK: Final = 4096  # points drawn at a time; a power of two, so that a Sobol sequence stays balanced


def random_points(seed: int, rows: range, dimensions: int) -> Points:
    """Independent uniform points (lấy mẫu ngẫu nhiên): the rows asked for, which must begin a block.

    >>> random_points(1, range(4096, 4098), 2).shape
    (2, 2)
    """
    return _stream(seed, rows).random((len(rows), dimensions))


def latin_hypercube(seed: int, rows: range, dimensions: int) -> Points:
    """Points one in each of equally likely slices of every input (lấy mẫu siêu khối Latinh; McKay, Beckman, Conover 1979).

    Each block is a Latin hypercube of its own size: up to 4,096 points the whole design is one.

    >>> sorted(int(value) for value in latin_hypercube(1, range(5), 1)[:, 0] * 5)
    [0, 1, 2, 3, 4]
    """
    random, count = _stream(seed, rows), len(rows)
    slices = random.permuted(np.tile(np.arange(count, dtype=np.float64), (dimensions, 1)), axis=1)
    points: Points = (slices.T + random.random((count, dimensions))) / count
    return points


def sobol_points(seed: int, rows: range, dimensions: int) -> Points:
    """A Sobol sequence scrambled by the seed (dãy Sobol; Owen 1998): fills the cube more evenly than chance does."""
    # SciPy takes longer to import than all the rest of a command; only an analysis asks for it.
    from scipy.stats import qmc

    sequence = qmc.Sobol(dimensions, scramble=True, rng=np.random.default_rng(seed))
    if rows.start:
        sequence.fast_forward(rows.start)
    whole = 1 << max(len(rows) - 1, 0).bit_length()
    points: Points = sequence.random(whole)[: len(rows)]
    return points


DESIGNS: Final[dict[str, Design]] = {"random": random_points, "latin": latin_hypercube, "sobol": sobol_points}


def blocks(count: int, size: int = BLOCK) -> list[range]:
    """The rows of a design of `count` points, block by block.

    >>> blocks(10, 4)
    [range(0, 4), range(4, 8), range(8, 10)]
    """
    return [range(start, min(start + size, count)) for start in range(0, count, size)]


def _stream(seed: int, rows: range) -> np.random.Generator:
    """The random numbers of one block; two blocks never share them (numpy's seed sequences)."""
    return np.random.Generator(np.random.SFC64(np.random.SeedSequence(seed, spawn_key=(rows.start,))))
