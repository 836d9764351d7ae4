"""Which units have figures enough to be scored (sàng lọc): by the share of indicators that are there, and of those that are not zero."""

from dataclasses import dataclass

import numpy as np

from hopluc.scorecards.arrays import Floats, Truth
from hopluc.scorecards.definition import Screen


@dataclass(frozen=True)
class Coverage:
    """How much there is of each unit: numbers missing and zero, the share that is there, and the share of that which is not zero."""

    missing: Floats
    zero: Floats
    available: Floats
    nonzero: Floats


TESTS = ("missing", "zeros", "both")
"""What a unit may be screened by."""


def coverage_of(values: Floats) -> Coverage:
    """The coverage of each unit of values (…, units, indicators). A unit with no figure at all has no share of non-zeros."""
    missing = np.isnan(values).sum(axis=-1).astype(float)
    zero = (values == 0).sum(axis=-1).astype(float)
    there = values.shape[-1] - missing
    return Coverage(missing, zero, there / values.shape[-1], 1 - zero / np.where(there == 0, np.nan, there))


def kept(values: Floats, rule: Screen, units: tuple[str, ...]) -> Truth:
    """Whether each unit stays. Those named by `keep` and `drop` do as told, whatever they have.

    >>> kept(np.array([[1.0, np.nan, np.nan], [1.0, 2.0, np.nan]]), Screen(available=0.66), ("a", "b"))
    array([False,  True])
    """
    cover = coverage_of(values)
    enough = cover.available >= rule.available
    plenty = ~(cover.nonzero < rule.nonzero)
    by = {"missing": enough, "zeros": plenty, "both": enough & plenty}
    told = np.array([unit in rule.keep for unit in units])
    untold: Truth = (by[rule.by] | told) & ~np.array([unit in rule.drop for unit in units])
    return untold
