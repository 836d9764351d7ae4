"""Divide figures by the size of the unit (chia quy mô): by people, area, product."""

import numpy as np

from hopluc.scorecards.arrays import Floats


def denominate(values: Floats, denominators: Floats, scale: float = 1.0) -> Floats:
    """Values by their denominators (same shape, 1 where an indicator has none), times `scale` where divided.

    A denominator that is missing or zero leaves the value missing: nothing can be said per head of nobody.

    >>> denominate(np.array([[10.0, 3.0]]), np.array([[4.0, 0.0]]))
    array([[2.5, nan]])
    """
    divided: Floats = values / np.where(denominators == 0, np.nan, denominators) * scale
    return divided
