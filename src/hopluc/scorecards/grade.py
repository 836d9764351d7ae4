"""Points of a look-up table (bảng tra điểm): from each threshold on, so many."""

from collections.abc import Sequence

import numpy as np

from hopluc.scorecards.arrays import Floats
from hopluc.scorecards.definition import Grade

SCALES = ("ratio", "table", "rubric")
"""How an answer may be read as a number."""


def graded(values: Floats, grades: Sequence[Grade]) -> Floats:
    """The points of each value: those of the last grade whose threshold it reaches. Thresholds rise; the first grade has none.

    >>> graded(np.array([5.0, 10.0, 80.0, np.nan]), (Grade(0), Grade(2, at_least=10), Grade(4, at_least=50)))
    array([ 0.,  2.,  4., nan])
    """
    thresholds = np.array([grade.at_least for grade in grades[1:]], dtype=float)
    points = np.array([grade.points for grade in grades], dtype=float)
    found: Floats = points[np.searchsorted(thresholds, values, side="right")]
    return np.where(np.isnan(values), np.nan, found)
