"""Bring indicators to one scale (chuẩn hóa). The direction of an indicator is applied here and nowhere else.

Every method takes values (…, units, indicators) and gives an array of the same shape; a missing value stays missing.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from hopluc.scorecards.arrays import Floats
from hopluc.scorecards.definition import Normalise


@dataclass(frozen=True)
class Marks:
    """What a definition says of each indicator that a method may measure against; NaN where it says nothing."""

    direction: Floats
    target: Floats
    low: Floats
    high: Floats


Method = Callable[[Floats, Normalise, Marks], Floats]


def _between(share: Floats, rule: Normalise) -> Floats:
    return share * (rule.high - rule.low) + rule.low


def min_max(values: Floats, rule: Normalise, marks: Marks) -> Floats:
    """(v - least) / (greatest - least), from `low` to `high`. All alike gives NaN, for nothing was measured."""
    turned = values * marks.direction
    least = np.nanmin(turned, axis=-2, keepdims=True)
    reach = np.nanmax(turned, axis=-2, keepdims=True) - least
    return _between((turned - least) / np.where(reach == 0, np.nan, reach), rule)


METHODS: Mapping[str, Method] = {"min-max": min_max}
"""Every method of normalisation by its name in a definition."""


def normalise(values: Floats, rule: Normalise, marks: Marks) -> Floats:
    """Values by the method of a rule, column by column."""
    return METHODS[rule.method](values, rule, marks)
