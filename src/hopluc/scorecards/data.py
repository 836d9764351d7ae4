"""The figures an index is made of: a row a unit (in a year), a column an indicator, NaN where there is none."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

import numpy as np

from hopluc.scorecards.arrays import Floats, Truth, Whole

Cell = TypeVar("Cell")


@dataclass(frozen=True)
class Data:
    """Figures as they were given. Every array and tuple has one entry a row; `values` has one column a code.

    `years` is empty unless this is a panel, where a unit has a row a year. `file` says where the figures came from,
    and `lines` on which line of it each row stood.
    """

    units: tuple[str, ...]
    codes: tuple[str, ...]
    values: Floats
    names: tuple[str, ...] = ()
    denominators: Mapping[str, Floats] = field(default_factory=dict)
    classes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    years: tuple[int, ...] = ()
    file: str = "-"
    lines: tuple[int, ...] = ()

    def rows(self, kept: Truth) -> "Data":
        """The same data with the rows that are `kept`."""
        places = np.flatnonzero(kept)
        return replace(
            self,
            units=_taken(self.units, places),
            values=self.values[kept],
            names=_taken(self.names, places),
            denominators={code: column[kept] for code, column in self.denominators.items()},
            classes={code: _taken(column, places) for code, column in self.classes.items()},
            years=_taken(self.years, places),
            lines=_taken(self.lines, places),
        )


def _taken(row: tuple[Cell, ...], places: Whole) -> tuple[Cell, ...]:
    return tuple(row[place] for place in places) if row else ()
